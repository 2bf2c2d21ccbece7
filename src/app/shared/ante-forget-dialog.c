#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-forget-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/shared/ante-toasts.h"
#include "engine/ante-person-commands.h"
#include "rules/ante-text.h"

typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
  AnteLead *lead;
  AnteForgettingFunc forgetting;
  GObject *owner;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->from);
  g_object_unref (asked->workspace);
  g_object_unref (asked->lead);
  g_object_unref (asked->owner);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
asked_closure_free (gpointer data, GClosure *closure)
{
  asked_free (data);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;

  switch (ante_command_forget_finish (ANTE_WORKSPACE (source), result, &error)) {
  case ANTE_FORGOT_ALL:
    ante_toast (from, _ ("The person was forgotten"));
    break;
  case ANTE_FORGOT_TRACES:
    ante_toast (from, _ ("The person was forgotten. The disk is full or busy: the last traces are "
                         "wiped when Anteroom starts the next time"));
    break;
  default:
    if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT))
      ante_toast (from, _ ("Nothing was deleted: an answer to them is leaving just now. Try again "
                           "in a moment"));
    else
      ante_toast_error (from, error);
    break;
  }
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Asked *asked)
{
  if (!g_str_equal (response, "forget"))
    return;
  asked->forgetting (asked->owner);
  ante_command_forget_async (asked->workspace, asked->lead->id, forgotten_cb,
                             g_object_ref (asked->from));
}

G_GNUC_PRINTF (2, 3)
static void
add_line (GString *words, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_string_append (words, "• ");
  g_string_append_vprintf (words, format, args);
  g_string_append_c (words, '\n');
  va_end (args);
}

/* Only what there is. */
static void
describe_losses (GString *words, const AnteForgetPreview *preview)
{
  add_line (words,
            g_dngettext (NULL, "%u message", "%u messages, of both of you", preview->n_messages),
            preview->n_messages);
  if (preview->n_facts > 0)
    add_line (words,
              g_dngettext (NULL, "%u thing that is known of them",
                           "%u things that are known of them", preview->n_facts),
              preview->n_facts);
  if (preview->n_notes > 0)
    add_line (words, g_dngettext (NULL, "%u note", "%u notes", preview->n_notes), preview->n_notes);
  if (preview->n_waiting > 0)
    add_line (words,
              g_dngettext (NULL, "%u answer that has not left: it is not sent",
                           "%u answers that have not left: they are not sent", preview->n_waiting),
              preview->n_waiting);
  if (preview->has_draft)
    add_line (words, "%s", _ ("What you have begun to write to them, or about them"));
  if (preview->has_picture)
    add_line (words, "%s", _ ("Their picture"));
  add_line (words, "%s",
            _ ("Their name, labels, source, next step and history, and the words in the search"));
}

static char *
describe (const AnteForgetPreview *preview)
{
  GString *words = g_string_new (_ ("This is deleted from this computer:"));

  g_string_append (words, "\n\n");
  describe_losses (words, preview);
  g_string_append_printf (
    words, "\n%s\n\n%s\n\n%s",
    _ ("It cannot be taken back. What remains is one line that somebody was forgotten today, "
       "without a name."),
    _ ("Instagram keeps its own copy, which Anteroom does not read again. If they write anew, a "
       "new lead begins with that."),
    _ ("Backups that were made before, in “backups” of the data folder, still hold them until they "
       "are replaced or you delete them."));
  return g_string_free (words, FALSE);
}

static void
preview_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree AnteForgetPreview *preview =
    ante_store_forget_preview_finish (ANTE_STORE (source), result, &error);
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (asked->lead));
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  GtkRoot *root = gtk_widget_get_root (asked->from);
  AdwMessageDialog *dialog = NULL;

  if (preview == NULL) {
    ante_toast_error (asked->from, error);
    return;
  }
  if (root == NULL)
    return; /* the window was closed meanwhile */
  heading = g_strdup_printf (_ ("Forget %s?"), name);
  body = describe (preview);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (root), heading, body));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "forget", _ ("_Forget"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "forget", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), g_steal_pointer (&asked),
                         asked_closure_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ante_forget_dialog_ask (GtkWidget *from,
                        AnteWorkspace *workspace,
                        AnteLead *lead,
                        AnteForgettingFunc forgetting,
                        GObject *owner)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->from = g_object_ref (from);
  asked->workspace = g_object_ref (workspace);
  asked->lead = g_object_ref (lead);
  asked->forgetting = forgetting;
  asked->owner = g_object_ref (owner);
  ante_store_forget_preview_async (ante_workspace_get_store (workspace), lead->id, NULL, preview_cb,
                                   asked);
}
