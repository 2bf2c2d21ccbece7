#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-next-step.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/shared/ante-due.h"
#include "app/shared/ante-toasts.h"
#include "rules/ante-text.h"

typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
  AnteLead *lead;
  GtkWidget *what;
  AnteDue *when;
} Edit;

static void
edit_gone_cb (gpointer data, GObject *dialog)
{
  Edit *edit = data;

  g_object_unref (edit->from);
  g_object_unref (edit->workspace);
  g_object_unref (edit->lead);
  g_free (edit);
}

typedef struct {
  GtkWidget *from;
  gint64 lead;
} Saving;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Saving *saving = user_data;
  g_autoptr (GtkWidget) from = saving->from;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_command_finish (ANTE_WORKSPACE (source), result, &error);

  if (error != NULL)
    ante_toast_error (from, error);
  else if (act > 0)
    ante_toast_act (from, ANTE_WORKSPACE (source), ANTE_ACT_NEXT_STEP, act, &saving->lead, 1,
                    _ ("Next step saved"));
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Edit *edit)
{
  g_autofree char *what = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (edit->what))));

  Saving saving = { edit->from, edit->lead->id };

  if (!g_str_equal (response, "save"))
    return;
  g_object_ref (saving.from);
  ante_command_set_next_step_async (edit->workspace, edit->lead->id, *what != '\0' ? what : NULL,
                                    ante_due_get (edit->when, ante_workspace_now (edit->workspace)),
                                    edit->lead->next_owner, saved_cb,
                                    g_memdup2 (&saving, sizeof saving));
}

static GtkWidget *
build_form (Edit *edit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  edit->what = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (edit->what),
                                  _ ("Send the outline, ask about budget, …"));
  gtk_entry_set_max_length (GTK_ENTRY (edit->what), 200);
  gtk_entry_set_activates_default (GTK_ENTRY (edit->what), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (edit->what),
                         edit->lead->next_action != NULL ? edit->lead->next_action : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit->what), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Next step"), -1);

  /* What is changed are the words: the date, or that there is none, stays unless it is chosen. */
  edit->when = ANTE_DUE (ante_due_new (edit->lead->next_due, FALSE));
  if (edit->lead->next_due == 0 && edit->lead->next_action == NULL)
    ante_due_choose (edit->when, 0);

  gtk_box_append (GTK_BOX (box), edit->what);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (edit->when));
  return box;
}

void
ante_next_step_edit (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  g_autofree char *body = g_strdup_printf (_ ("What is to be done next for %s, and when?"), name);
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Next Step"), body);
  Edit *edit = g_new0 (Edit, 1);

  edit->from = g_object_ref (from);
  edit->workspace = g_object_ref (workspace);
  edit->lead = g_object_ref (lead);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), build_form (edit));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), edit);
  g_object_weak_ref (G_OBJECT (dialog), edit_gone_cb, edit);
  gtk_window_present (GTK_WINDOW (dialog));
}
