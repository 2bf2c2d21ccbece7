#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-source-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/shared/ante-lead-acts.h"
#include "app/shared/ante-words.h"
#include "rules/ante-text.h"

#define MAX_DETAIL 200

typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
  AnteLead *lead;
  gint64 message;
  GtkDropDown *kind;
  GtkEditable *detail;
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
  g_autoptr (GPtrArray) leads = g_ptr_array_new ();
  g_autofree char *detail = g_strstrip (g_strdup (gtk_editable_get_text (asked->detail)));

  if (!g_str_equal (response, "save"))
    return;
  g_ptr_array_add (leads, asked->lead);
  ante_lead_act_touch (asked->from, asked->workspace, leads,
                       (AnteSourceKind) gtk_drop_down_get_selected (asked->kind),
                       *detail != '\0' ? detail : NULL, asked->message);
}

/* Nothing is guessed: the first touch stays for good. */
static void
chosen_cb (GtkDropDown *kind, GParamSpec *pspec, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (
    dialog, "save", gtk_drop_down_get_selected (kind) != ANTE_SOURCE_UNKNOWN);
}

static GtkWidget *
build_form (Asked *asked)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  GtkWidget *kind = NULL;
  GtkWidget *detail = gtk_entry_new ();

  /* In the place of the first kind, which is that nothing is known. */
  gtk_string_list_append (kinds, _ ("Choose…"));
  for (int i = ANTE_SOURCE_UNKNOWN + 1; i <= ANTE_SOURCE_ORGANIC; i++)
    gtk_string_list_append (kinds, ante_words_source ((AnteSourceKind) i));
  kind = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&kinds)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (kind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Source"), -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (detail), _ ("Keyword, post, or who sent them"));
  gtk_entry_set_max_length (GTK_ENTRY (detail), MAX_DETAIL);
  gtk_entry_set_activates_default (GTK_ENTRY (detail), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (detail), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Detail of the source"), -1);
  gtk_box_append (GTK_BOX (form), kind);
  gtk_box_append (GTK_BOX (form), detail);
  asked->kind = GTK_DROP_DOWN (kind);
  asked->detail = GTK_EDITABLE (detail);
  return form;
}

void
ante_source_dialog_ask (
  GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead, gint64 message, const char *words)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Source"), NULL);
  Asked *asked = g_new0 (Asked, 1);

  asked->from = g_object_ref (from);
  asked->workspace = g_object_ref (workspace);
  asked->lead = g_object_ref (lead);
  asked->message = message;
  adw_message_dialog_format_body (
    ADW_MESSAGE_DIALOG (dialog),
    lead->source == ANTE_SOURCE_UNKNOWN
      ? _ ("How did %s come to you?")
      : _ ("What brought %s back? Where they came from first stays as it is."),
    name);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), build_form (asked));
  if (words != NULL)
    gtk_editable_set_text (asked->detail, words);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save", FALSE);
  g_signal_connect (asked->kind, "notify::selected", G_CALLBACK (chosen_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), asked, asked_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
