#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-stage-acts.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "app/shared/ante-toasts.h"
#include "rules/ante-text.h"

/**
 * Act:
 * @words: (nullable): what to say when it is done
 * @stage: what a dialog asks about
 * @other: (nullable): the stage that takes its leads
 * @stages: (nullable): those of the dialog's list
 * @entry: (nullable): borrowed, of the dialog
 * @after: (nullable): borrowed, of the dialog
 *
 * One act on its way, or a dialog that may become one.
 */
typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
  char *words;
  AnteStage *stage;
  AnteStage *other;
  GPtrArray *stages;
  GtkWidget *entry;
  GtkWidget *after;
} Act;

static Act *
act_new (GtkWidget *from, AnteWorkspace *workspace, char *words)
{
  Act *act = g_new0 (Act, 1);

  act->from = g_object_ref (from);
  act->workspace = g_object_ref (workspace);
  act->words = words;
  return act;
}

static void
act_free (Act *act)
{
  g_object_unref (act->from);
  g_object_unref (act->workspace);
  g_clear_object (&act->stage);
  g_clear_object (&act->other);
  g_clear_pointer (&act->stages, g_ptr_array_unref);
  g_free (act->words);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = ante_command_finish (act->workspace, result, &error);

  if (error != NULL)
    ante_toast_error (act->from, error);
  else if (id > 0)
    ante_toast_undo (act->from, act->words, act->workspace, id);
}

void
ante_stage_act_place (GtkWidget *from, AnteWorkspace *workspace, AnteStage *stage, int place)
{
  ante_command_place_stage_async (
    workspace, stage->key, place, acted_cb,
    act_new (from, workspace, g_strdup_printf (_ ("%s has moved"), stage->name)));
}

void
ante_stage_act_order_by_due (GtkWidget *from, AnteWorkspace *workspace, AnteStage *stage)
{
  ante_command_order_stage_by_due_async (
    workspace, stage->key, acted_cb,
    act_new (from, workspace, g_strdup_printf (_ ("%s is in order by due"), stage->name)));
}

void
ante_stage_act_collapse (GtkWidget *from,
                         AnteWorkspace *workspace,
                         AnteStage *stage,
                         gboolean collapsed)
{
  ante_command_collapse_stage_async (workspace, stage->key, collapsed, acted_cb,
                                     act_new (from, workspace, NULL));
}

static void
dialog_gone_cb (gpointer data, GObject *dialog)
{
  act_free (data);
}

/* Takes @act; @does is the response that acts. */
static GtkWidget *
make_dialog (Act *act, const char *heading, const char *body, const char *does, const char *label)
{
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (act->from)), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), does,
                                    label, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), does,
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), does);
  g_object_weak_ref (G_OBJECT (dialog), dialog_gone_cb, act);
  return dialog;
}

/* --- hiding --------------------------------------------------------------------------------- */

static void
hide (GtkWidget *from, AnteWorkspace *workspace, AnteStage *stage)
{
  ante_command_hide_stage_async (
    workspace, stage->key, TRUE, acted_cb,
    act_new (from, workspace, g_strdup_printf (_ ("%s is hidden"), stage->name)));
}

static void
hide_cb (AdwMessageDialog *dialog, const char *response, Act *act)
{
  if (g_str_equal (response, "hide"))
    hide (act->from, act->workspace, act->stage);
}

void
ante_stage_act_hide (GtkWidget *from, AnteWorkspace *workspace, AnteStage *stage)
{
  Act *act = NULL;
  GtkWidget *dialog = NULL;
  g_autofree char *heading = g_strdup_printf (_ ("Hide %s?"), stage->name);
  g_autofree char *body =
    g_strdup_printf (g_dngettext (NULL,
                                  "%u lead is in it. They stay there, are counted in the sidebar "
                                  "and can be found in the inbox. All Stages shows it again.",
                                  "%u leads are in it. They stay there, are counted in the sidebar "
                                  "and can be found in the inbox. All Stages shows it again.",
                                  stage->n_leads),
                     stage->n_leads);

  if (stage->n_leads == 0) {
    hide (from, workspace, stage);
    return;
  }
  act = act_new (from, workspace, NULL);
  act->stage = g_object_ref (stage);
  dialog = make_dialog (act, heading, body, "hide", _ ("_Hide"));
  g_signal_connect (dialog, "response", G_CALLBACK (hide_cb), act);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ante_stage_act_show (GtkWidget *from, AnteWorkspace *workspace, AnteStage *stage)
{
  ante_command_hide_stage_async (
    workspace, stage->key, FALSE, acted_cb,
    act_new (from, workspace, g_strdup_printf (_ ("%s is shown"), stage->name)));
}

/* --- merging -------------------------------------------------------------------------------- */

static void
merge (GtkWidget *from, AnteWorkspace *workspace, AnteStage *stage, AnteStage *into)
{
  ante_command_merge_stage_async (
    workspace, stage->key, into->key, acted_cb,
    act_new (from, workspace, g_strdup_printf (_ ("%s is part of %s"), stage->name, into->name)));
}

static void
merge_cb (AdwMessageDialog *dialog, const char *response, Act *act)
{
  if (g_str_equal (response, "merge"))
    merge (act->from, act->workspace, act->stage, act->other);
}

void
ante_stage_act_merge (GtkWidget *from, AnteWorkspace *workspace, AnteStage *stage, AnteStage *into)
{
  Act *act = NULL;
  GtkWidget *dialog = NULL;
  /* Translators: two stages. */
  g_autofree char *heading = g_strdup_printf (_ ("Merge %s into %s?"), stage->name, into->name);
  g_autofree char *body = g_strdup_printf (
    g_dngettext (NULL, "%u lead moves to %s, and %s leaves the board. Undo brings both back.",
                 "%u leads move to %s, and %s leaves the board. Undo brings all back.",
                 stage->n_leads),
    stage->n_leads, into->name, stage->name);

  if (stage->n_leads == 0) {
    merge (from, workspace, stage, into);
    return;
  }
  act = act_new (from, workspace, NULL);
  act->stage = g_object_ref (stage);
  act->other = g_object_ref (into);
  dialog = make_dialog (act, heading, body, "merge", _ ("_Merge"));
  g_signal_connect (dialog, "response", G_CALLBACK (merge_cb), act);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- adding --------------------------------------------------------------------------------- */

gboolean
ante_stage_act_takes_name (const char *name)
{
  g_autofree char *clean = ante_text_clean_name (name, 0);
  glong length = g_utf8_strlen (clean, -1);

  return length >= 1 && length <= ANTE_STAGE_MAX_NAME;
}

char *
ante_stage_act_describe_name (const char *name)
{
  g_autofree char *clean = ante_text_clean_name (name, 0);
  glong length = g_utf8_strlen (clean, -1);

  if (ante_stage_act_takes_name (name))
    return NULL;
  if (length == 0)
    return g_strdup (_ ("A stage needs a name"));
  return g_strdup_printf (_ ("At most %d characters: this name has %d"), ANTE_STAGE_MAX_NAME,
                          (int) length);
}

static void
add_cb (AdwMessageDialog *dialog, const char *response, Act *act)
{
  g_autofree char *name =
    ante_text_clean_name (gtk_editable_get_text (GTK_EDITABLE (act->entry)), 0);
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (act->after));
  AnteStage *after = chosen < act->stages->len ? act->stages->pdata[chosen] : act->stage;

  if (!g_str_equal (response, "add"))
    return;
  ante_command_add_stage_async (
    act->workspace, after->key, name, acted_cb,
    act_new (act->from, act->workspace, g_strdup_printf (_ ("%s is on the board"), name)));
}

static void
typed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (
    dialog, "add", ante_stage_act_takes_name (gtk_editable_get_text (entry)));
}

static GtkWidget *
build_form (Act *act)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint place = 0;

  for (guint i = 0; i < act->stages->len; i++) {
    AnteStage *stage = act->stages->pdata[i];
    /* Translators: %s is a stage, after which the new one will stand. */
    g_autofree char *words = g_strdup_printf (_ ("After %s"), stage->name);

    gtk_string_list_append (names, words);
    if (stage->id == act->stage->id)
      place = i;
  }
  act->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (act->entry), _ ("Name"));
  gtk_entry_set_max_length (GTK_ENTRY (act->entry), ANTE_STAGE_MAX_NAME);
  gtk_entry_set_activates_default (GTK_ENTRY (act->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (act->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the stage"), -1);
  act->after = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (act->after), place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (act->after), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Its place"), -1);
  gtk_box_append (GTK_BOX (box), act->entry);
  gtk_box_append (GTK_BOX (box), act->after);
  return box;
}

void
ante_stage_act_add (GtkWidget *from, AnteWorkspace *workspace, AnteStage *after, GPtrArray *stages)
{
  Act *act = act_new (from, workspace, NULL);
  GtkWidget *dialog = NULL;

  act->stage = g_object_ref (after);
  act->stages = g_ptr_array_ref (stages);
  dialog = make_dialog (act, _ ("New Stage"),
                        _ ("It means what the stage before it means: leads in it are live, clients "
                           "or not a fit as there."),
                        "add", _ ("_Add"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), build_form (act));
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "add", FALSE);
  g_signal_connect (act->entry, "changed", G_CALLBACK (typed_cb), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (add_cb), act);
  gtk_window_present (GTK_WINDOW (dialog));
}
