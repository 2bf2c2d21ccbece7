#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/calls/ante-call-whose.h"

#include <glib/gi18n.h>

#include "app/calls/ante-call-row.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-wrap-layout.h"
#include "engine/ante-booking-commands.h"
#include "rules/ante-text.h"
#include "store/ante-store-leads.h"

#define LEAD_DATA "ante-lead"
#define MOST 6

struct _AnteCallWhose {
  AdwBin parent_instance;

  GtkLabel *question;
  GtkBox *choices;
  GtkEditable *handle;
  AnteWorkspace *workspace;
  AnteBooking *booking;
};

G_DEFINE_FINAL_TYPE (AnteCallWhose, ante_call_whose, ADW_TYPE_BIN)

static void
given_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteCallWhose) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_command_finish (ANTE_WORKSPACE (source), result, &error);

  if (error != NULL)
    ante_toast_error (GTK_WIDGET (self), error);
  else if (act > 0)
    ante_toast_act (GTK_WIDGET (self), ANTE_WORKSPACE (source), ANTE_ACT_CALL, act, NULL, 0,
                    _ ("It is said whose call this is"));
}

static void
give (AnteCallWhose *self, gint64 lead)
{
  if (self->booking != NULL)
    ante_command_give_booking_async (self->workspace, self->booking, lead, given_cb,
                                     g_object_ref (self));
}

static void
choice_cb (AnteCallWhose *self, GtkButton *button)
{
  AnteLead *lead = g_object_get_data (G_OBJECT (button), LEAD_DATA);

  give (self, lead->id);
}

static void
nobody_cb (AnteCallWhose *self)
{
  give (self, 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteCallWhose) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteLead) lead = ante_store_find_lead_finish (ANTE_STORE (source), result, &error);

  if (lead != NULL)
    give (self, lead->id);
  else if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND))
    ante_toast (GTK_WIDGET (self), _ ("No lead has that handle"));
  else
    ante_toast_error (GTK_WIDGET (self), error);
}

static void
typed_cb (AnteCallWhose *self)
{
  const char *handle = gtk_editable_get_text (self->handle);

  if (self->workspace != NULL && *handle != '\0')
    ante_store_find_lead_async (ante_workspace_get_store (self->workspace), handle, NULL, found_cb,
                                g_object_ref (self));
}

static void
add_choice (AnteCallWhose *self, AnteLead *lead)
{
  g_autofree char *title = ante_text_isolate (ante_lead_get_title (lead));
  g_autofree char *words = g_strdup_printf ("%s @%s", title, lead->handle);
  GtkWidget *button = gtk_button_new_with_label (words);

  g_object_set_data_full (G_OBJECT (button), LEAD_DATA, g_object_ref (lead), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
  gtk_box_prepend (self->choices, button);
}

static void
leads_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteCallWhose) self = user_data;
  g_autoptr (GPtrArray) leads = ante_store_get_leads_finish (ANTE_STORE (source), result, NULL);

  for (guint i = leads != NULL ? leads->len : 0; i-- > 0;)
    add_choice (self, leads->pdata[i]);
}

static void
read_candidates (AnteCallWhose *self)
{
  g_auto (GStrv) words = g_strsplit (self->booking->candidates, " ", MOST + 1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; words[i] != NULL && i < MOST; i++) {
    gint64 id = g_ascii_strtoll (words[i], NULL, 10);

    if (id > 0)
      g_array_append_val (ids, id);
  }
  if (ids->len > 0)
    ante_store_get_leads_async (ante_workspace_get_store (self->workspace),
                                (const gint64 *) (const void *) ids->data, ids->len, NULL, leads_cb,
                                g_object_ref (self));
}

void
ante_call_whose_show (AnteCallWhose *self, AnteWorkspace *workspace, const AnteBooking *booking)
{
  gboolean asks = booking != NULL && booking->lead_id == 0;
  g_autofree char *who = NULL;
  g_autofree char *question = NULL;
  GtkWidget *child = NULL;

  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->booking, ante_booking_free);
  self->booking = asks ? ante_booking_copy (booking) : NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_box_remove (self->choices, child);
  gtk_editable_set_text (self->handle, "");
  gtk_widget_set_visible (GTK_WIDGET (self), asks);
  if (!asks)
    return;
  who = ante_call_words_who (booking);
  question = g_strdup_printf (_ ("%s booked this call. Which lead is that?"), who);
  gtk_label_set_text (self->question, question);
  read_candidates (self);
}

static void
ante_call_whose_dispose (GObject *object)
{
  AnteCallWhose *self = ANTE_CALL_WHOSE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->booking, ante_booking_free);
  G_OBJECT_CLASS (ante_call_whose_parent_class)->dispose (object);
}

static void
ante_call_whose_class_init (AnteCallWhoseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_call_whose_dispose;
}

static void
ante_call_whose_init (AnteCallWhose *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *other = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *nobody = gtk_button_new_with_label (_ ("Of No Lead"));

  self->question = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->question, 0);
  gtk_label_set_wrap (self->question, TRUE);
  self->choices = g_object_new (GTK_TYPE_BOX, "layout-manager", ante_wrap_layout_new (), NULL);
  self->handle = GTK_EDITABLE (gtk_entry_new ());
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->handle), _ ("@handle of another lead, Enter"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->handle), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Handle of the lead"), -1);
  gtk_box_append (GTK_BOX (other), GTK_WIDGET (self->handle));
  gtk_box_append (GTK_BOX (other), nobody);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->question));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choices));
  gtk_box_append (GTK_BOX (box), other);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "handoff-card");
  g_signal_connect_object (self->handle, "activate", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (nobody, "clicked", G_CALLBACK (nobody_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
