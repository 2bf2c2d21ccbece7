#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-booking-link-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/shared/ante-lead-acts.h"
#include "rules/ante-saved-reply.h"
#include "rules/ante-text.h"

typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
  AnteLead *lead;
} Asked;

static void
asked_free (gpointer data, GClosure *closure)
{
  Asked *asked = data;

  g_object_unref (asked->from);
  g_object_unref (asked->workspace);
  g_object_unref (asked->lead);
  g_free (asked);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Asked *asked)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autofree char *link = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (response, "save"))
    ante_lead_act_booking_link (asked->from, asked->workspace, asked->lead, link);
}

void
ante_booking_link_dialog_ask (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Booking Link"), NULL);
  GtkWidget *entry = gtk_entry_new ();
  Asked *asked = g_new0 (Asked, 1);

  asked->from = g_object_ref (from);
  asked->workspace = g_object_ref (workspace);
  asked->lead = g_object_ref (lead);
  adw_message_dialog_format_body (
    ADW_MESSAGE_DIALOG (dialog),
    _ ("Saved replies to %s get this link. Empty: the one that all others get."), name);
  gtk_editable_set_text (GTK_EDITABLE (entry),
                         lead->booking_link != NULL ? lead->booking_link : "");
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_URL);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), ANTE_REPLY_MAX_WORDS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Booking link of this lead"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), asked, asked_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
