#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-mark-bar.h"

#include <glib/gi18n.h>

struct _AnteMarkBar {
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *words;

  AnteCardSelection *selection;
  AnteLeadActions *actions;
};

enum {
  ASKED,
  CLEARED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteMarkBar, ante_mark_bar, ADW_TYPE_BIN)

static void
marked_cb (AnteMarkBar *self)
{
  guint n = ante_card_selection_get_size (self->selection);
  g_autofree char *words = g_strdup_printf (g_dngettext (NULL, "%u marked", "%u marked", n), n);

  gtk_revealer_set_reveal_child (self->revealer, n > 0);
  /* While it slides away it says what it said. */
  if (n > 0)
    gtk_label_set_text (self->words, words);
}

static void
ask (AnteMarkBar *self)
{
  GArray *leads = ante_card_selection_get_leads (self->selection);

  if (leads->len > 0)
    g_signal_emit (self, signals[ASKED], 0, g_array_index (leads, gint64, 0));
}

static void
move_cb (AnteMarkBar *self, GtkWidget *button)
{
  ask (self);
  ante_lead_actions_popup_choice (self->actions, ANTE_LEAD_MENU_STAGE, button);
}

static void
own_cb (AnteMarkBar *self, GtkWidget *button)
{
  ask (self);
  ante_lead_actions_popup_choice (self->actions, ANTE_LEAD_MENU_OWNER, button);
}

static void
label_cb (AnteMarkBar *self, GtkWidget *button)
{
  ask (self);
  ante_lead_actions_popup_labels (self->actions, button);
}

static void
snooze_cb (AnteMarkBar *self, GtkWidget *button)
{
  ask (self);
  ante_lead_actions_popup_choice (self->actions, ANTE_LEAD_MENU_SNOOZE, button);
}

static void
clear_cb (AnteMarkBar *self)
{
  ante_card_selection_clear (self->selection);
  g_signal_emit (self, signals[CLEARED], 0);
}

void
ante_mark_bar_bind (AnteMarkBar *self, AnteCardSelection *selection, AnteLeadActions *actions)
{
  g_set_object (&self->selection, selection);
  g_set_object (&self->actions, actions);
  g_signal_connect_object (selection, "changed", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
}

static void
ante_mark_bar_dispose (GObject *object)
{
  g_clear_object (&ANTE_MARK_BAR (object)->selection);
  g_clear_object (&ANTE_MARK_BAR (object)->actions);
  G_OBJECT_CLASS (ante_mark_bar_parent_class)->dispose (object);
}

static void
ante_mark_bar_class_init (AnteMarkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_mark_bar_dispose;
  signals[ASKED] = g_signal_new ("asked", ANTE_TYPE_MARK_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CLEARED] = g_signal_new ("cleared", ANTE_TYPE_MARK_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-mark-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteMarkBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, AnteMarkBar, words);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_cb);
  gtk_widget_class_bind_template_callback (widget_class, label_cb);
  gtk_widget_class_bind_template_callback (widget_class, snooze_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
ante_mark_bar_init (AnteMarkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_mark_bar_new (void)
{
  return g_object_new (ANTE_TYPE_MARK_BAR, NULL);
}
