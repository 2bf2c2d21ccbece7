#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-lead-reader.h"

#include "app/inbox/ante-lead-panel.h"

struct _AnteLeadReader {
  AdwBin parent_instance;

  AdwFlap *flap;
  AnteThreadView *thread;
  AnteLeadPanel *panel;
};

G_DEFINE_FINAL_TYPE (AnteLeadReader, ante_lead_reader, ADW_TYPE_BIN)

void
ante_lead_reader_set_workspace (AnteLeadReader *self, AnteWorkspace *workspace)
{
  ante_thread_view_set_workspace (self->thread, workspace);
  ante_lead_panel_set_workspace (self->panel, workspace);
}

void
ante_lead_reader_set_lead (AnteLeadReader *self, gint64 lead)
{
  ante_thread_view_set_lead (self->thread, lead);
  ante_lead_panel_set_lead (self->panel, lead);
}

void
ante_lead_reader_toggle_panel (AnteLeadReader *self)
{
  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

AnteThreadView *
ante_lead_reader_get_thread (AnteLeadReader *self)
{
  return self->thread;
}

/* They are asked for in one place: in the panel where there is one, else over the thread. */
static void
revealed_cb (AnteLeadReader *self)
{
  ante_thread_view_show_criteria (self->thread, !adw_flap_get_reveal_flap (self->flap));
}

/* What the panel tells stands in the thread beside it. */
static void
show_message_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (ANTE_LEAD_READER (widget)->thread), name,
                                      parameter);
}

static void
toggle_panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ante_lead_reader_toggle_panel (ANTE_LEAD_READER (widget));
}

static void
ante_lead_reader_class_init (AnteLeadReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ANTE_TYPE_THREAD_VIEW);
  g_type_ensure (ANTE_TYPE_LEAD_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-lead-reader.ui");
  gtk_widget_class_install_action (widget_class, "reader.toggle-panel", NULL, toggle_panel_action);
  gtk_widget_class_install_action (widget_class, "thread.show-message", "(sxuu)",
                                   show_message_action);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadReader, flap);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadReader, thread);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadReader, panel);
}

static void
ante_lead_reader_init (AnteLeadReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self,
                           G_CONNECT_SWAPPED);
  revealed_cb (self);
  ante_thread_view_offer_panel (self->thread);
}

GtkWidget *
ante_lead_reader_new (void)
{
  return g_object_new (ANTE_TYPE_LEAD_READER, NULL);
}
