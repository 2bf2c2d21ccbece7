#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-next-step.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/shared/ante-toasts.h"
#include "app/shared/ante-words.h"
#include "rules/ante-text.h"
#include "rules/ante-window.h"

typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
  AnteLead *lead;
  GtkWidget *what;
  GtkWidget *when;
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

/* As it is; only where there is a date already. */
#define KEEP -2

static const struct {
  const char *label;
  int days;
} choices[] = {
  { NULL, KEEP },
  { N_ ("No date"), -1 },
  { N_ ("Today"), 0 },
  { N_ ("Tomorrow"), 1 },
  { N_ ("In 3 days"), 3 },
  { N_ ("In a week"), 7 },
  { N_ ("In 2 weeks"), 14 },
  { N_ ("In a month"), 30 },
};

/* Ten in the morning of the day, when a person begins to look; soon, if that is today. */
static gint64
due_in (gint64 now, int days)
{
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now / 1000);
  g_autoptr (GDateTime) day = g_date_time_add_days (today, days);
  g_autoptr (GDateTime) morning = NULL;

  if (days < 0)
    return 0;
  if (days == 0) {
    g_autoptr (GDateTime) last =
      g_date_time_new_local (g_date_time_get_year (today), g_date_time_get_month (today),
                             g_date_time_get_day_of_month (today), 23, 59, 0);

    return MIN (now + 2 * ANTE_HOUR_MS, g_date_time_to_unix (last) * 1000);
  }
  morning = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                                   g_date_time_get_day_of_month (day), 10, 0, 0);
  return g_date_time_to_unix (morning) * 1000;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_command_finish (ANTE_WORKSPACE (source), result, &error);

  if (error != NULL)
    ante_toast_error (from, error);
  else if (act > 0)
    ante_toast_undo (from, _ ("Next step saved"), ANTE_WORKSPACE (source), act);
}

static gboolean
has_date (Edit *edit)
{
  return edit->lead->next_due > 0;
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Edit *edit)
{
  g_autofree char *what = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (edit->what))));
  guint chosen =
    gtk_drop_down_get_selected (GTK_DROP_DOWN (edit->when)) + (has_date (edit) ? 0 : 1);
  int days = choices[chosen].days;
  gint64 due =
    days == KEEP ? edit->lead->next_due : due_in (ante_workspace_now (edit->workspace), days);

  if (!g_str_equal (response, "save"))
    return;
  ante_command_set_next_step_async (edit->workspace, edit->lead->id, *what != '\0' ? what : NULL,
                                    due, edit->lead->next_owner, saved_cb,
                                    g_object_ref (edit->from));
}

static GtkWidget *
build_form (Edit *edit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  /* What is changed are the words: the date stays unless it is chosen. */
  guint preselect = has_date (edit) || edit->lead->next_action != NULL ? 0 : 1;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  edit->what = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (edit->what),
                                  _ ("Send the outline, ask about budget, …"));
  gtk_entry_set_max_length (GTK_ENTRY (edit->what), 200);
  gtk_entry_set_activates_default (GTK_ENTRY (edit->what), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (edit->what),
                         edit->lead->next_action != NULL ? edit->lead->next_action : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit->what), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Next step"), -1);

  if (has_date (edit)) {
    g_autofree char *date = ante_words_exact (edit->lead->next_due);
    g_autofree char *keep = g_strdup_printf (_ ("Keep: %s"), date);

    gtk_string_list_append (labels, keep);
  }
  for (guint i = 1; i < G_N_ELEMENTS (choices); i++)
    gtk_string_list_append (labels, _ (choices[i].label));
  edit->when = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (edit->when), preselect);
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit->when), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("When"), -1);

  gtk_box_append (GTK_BOX (box), edit->what);
  gtk_box_append (GTK_BOX (box), edit->when);
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
