#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-setter-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/shared/ante-lead-acts.h"
#include "model/ante-party.h"

typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
  GPtrArray *leads;
} Asked;

static void
asked_free (gpointer data, GClosure *closure)
{
  Asked *asked = data;

  g_object_unref (asked->from);
  g_object_unref (asked->workspace);
  g_ptr_array_unref (asked->leads);
  g_free (asked);
}

static void
named_cb (AdwMessageDialog *dialog, const char *response, Asked *asked)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autofree char *owner = ante_party_parse_owner (gtk_editable_get_text (entry));

  if (g_str_equal (response, "own") && owner != NULL)
    ante_lead_act_own (asked->from, asked->workspace, asked->leads, owner);
}

static void
typed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *owner = ante_party_parse_owner (gtk_editable_get_text (entry));

  adw_message_dialog_set_response_enabled (dialog, "own", ante_party_is_setter (owner));
}

void
ante_setter_dialog_ask (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads)
{
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (from)), _ ("New Setter"),
    _ ("The setter's name stands on every lead they own and every answer they send."));
  GtkWidget *entry = gtk_entry_new ();
  Asked *asked = g_new0 (Asked, 1);

  asked->from = g_object_ref (from);
  asked->workspace = g_object_ref (workspace);
  asked->leads = g_ptr_array_ref (leads);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), ANTE_PARTY_MAX_NAME);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the setter"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "own",
                                    leads->len > 1 ? _ ("_Give Leads") : _ ("_Give Lead"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "own",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "own");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "own", FALSE);
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (named_cb), asked, asked_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
