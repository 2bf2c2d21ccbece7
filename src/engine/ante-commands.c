#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-commands-private.h"

#include "model/ante-party.h"

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 act = ante_store_apply_finish (ANTE_STORE (source), result, &error);

  g_task_set_task_data (task, g_ptr_array_ref (ante_store_apply_get_missing (result)),
                        (GDestroyNotify) g_ptr_array_unref);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, act);
}

void
ante_commands_apply (AnteWorkspace *workspace,
                     GPtrArray *changes,
                     const char *why,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task = g_task_new (workspace, NULL, callback, user_data);

  ante_store_apply_async (ante_workspace_get_store (workspace), changes, ANTE_PARTY_COACH, why,
                          ante_workspace_now (workspace), NULL, applied_cb, task);
  g_ptr_array_unref (changes);
}

GPtrArray *
ante_commands_new_changes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
}

/**
 * ante_command_move_async:
 * @leads: row ids; they keep their order among themselves
 */
void
ante_command_move_async (AnteWorkspace *workspace,
                         const gint64 *leads,
                         guint n_leads,
                         const char *stage_key,
                         gint64 before_lead,
                         const char *why,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (AnteMove) move = ante_move_new (stage_key, before_lead);

  for (guint i = 0; i < n_leads; i++)
    ante_move_add_lead (move, leads[i]);
  ante_move_set_why (move, why, FALSE);
  ante_command_move_prepared_async (workspace, move, callback, user_data);
}

void
ante_command_move_prepared_async (AnteWorkspace *workspace,
                                  AnteMove *move,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  ante_commands_apply (workspace, ante_move_make_changes (move), ante_move_get_why (move), callback,
                       user_data);
}

void
ante_command_own_async (AnteWorkspace *workspace,
                        const gint64 *leads,
                        guint n_leads,
                        const char *owner,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  ante_command_set_async (workspace, leads, n_leads, ANTE_FIELD_OWNER, owner, callback, user_data);
}

void
ante_command_set_async (AnteWorkspace *workspace,
                        const gint64 *leads,
                        guint n_leads,
                        const char *field,
                        const char *value,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GPtrArray *changes = ante_commands_new_changes ();

  for (guint i = 0; i < n_leads; i++)
    g_ptr_array_add (changes, ante_change_new (leads[i], field, value, NULL));
  ante_commands_apply (workspace, changes, NULL, callback, user_data);
}

static void
add_labels (GPtrArray *changes, gint64 lead, const char *const *names, const char *what)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (changes, ante_change_new (lead, ANTE_FIELD_LABEL, names[i], what));
}

void
ante_command_label_async (AnteWorkspace *workspace,
                          const gint64 *leads,
                          guint n_leads,
                          const char *const *add,
                          const char *const *remove,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GPtrArray *changes = ante_commands_new_changes ();

  /* What goes makes room for what comes. */
  for (guint i = 0; i < n_leads; i++) {
    add_labels (changes, leads[i], remove, "remove");
    add_labels (changes, leads[i], add, "add");
  }
  ante_commands_apply (workspace, changes, NULL, callback, user_data);
}

void
ante_command_snooze_async (AnteWorkspace *workspace,
                           const gint64 *leads,
                           guint n_leads,
                           gint64 until,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, until);

  ante_command_set_async (workspace, leads, n_leads, ANTE_FIELD_SNOOZED, value, callback,
                          user_data);
}

void
ante_command_set_next_step_async (AnteWorkspace *workspace,
                                  gint64 lead,
                                  const char *action,
                                  gint64 due,
                                  const char *next_owner,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GPtrArray *changes = ante_commands_new_changes ();
  g_autofree char *due_text = g_strdup_printf ("%" G_GINT64_FORMAT, action != NULL ? due : 0);

  g_ptr_array_add (changes, ante_change_new (lead, ANTE_FIELD_NEXT_ACTION, action, NULL));
  g_ptr_array_add (changes, ante_change_new (lead, ANTE_FIELD_NEXT_DUE, due_text, NULL));
  g_ptr_array_add (changes, ante_change_new (lead, ANTE_FIELD_NEXT_OWNER,
                                             action != NULL ? next_owner : NULL, NULL));
  ante_commands_apply (workspace, changes, NULL, callback, user_data);
}

void
ante_command_add_touch_async (AnteWorkspace *workspace,
                              gint64 lead,
                              AnteSourceKind kind,
                              const char *detail,
                              gint64 message,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GPtrArray *changes = ante_commands_new_changes ();
  AnteChange *change =
    ante_change_new (lead, ANTE_FIELD_TOUCH, ante_source_kind_to_nick (kind), detail);

  change->message_id = message;
  g_ptr_array_add (changes, change);
  ante_commands_apply (workspace, changes, NULL, callback, user_data);
}

void
ante_command_say_fact_async (AnteWorkspace *workspace,
                             gint64 lead,
                             AnteFactKind kind,
                             const char *text,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GPtrArray *changes = ante_commands_new_changes ();

  g_ptr_array_add (changes,
                   ante_change_new (lead, ANTE_FIELD_FACT, ante_fact_kind_to_nick (kind), text));
  ante_commands_apply (workspace, changes, NULL, callback, user_data);
}

void
ante_command_note_words_async (AnteWorkspace *workspace,
                               gint64 lead,
                               AnteFactKind kind,
                               const char *type,
                               const char *text,
                               gint64 message,
                               guint start,
                               guint end,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GPtrArray *changes = ante_commands_new_changes ();
  AnteChange *change = ante_change_new (lead, ANTE_FIELD_FACT, ante_fact_kind_to_nick (kind), text);

  change->type = g_strdup (type);
  change->message_id = message;
  change->span_start = start;
  change->span_end = end;
  g_ptr_array_add (changes, change);
  ante_commands_apply (workspace, changes, NULL, callback, user_data);
}

void
ante_command_answer_fact_async (AnteWorkspace *workspace,
                                gint64 lead,
                                gint64 fact,
                                gboolean yes,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, fact);
  GPtrArray *changes = ante_commands_new_changes ();

  g_ptr_array_add (
    changes,
    ante_change_new (lead, ANTE_FIELD_FACT_STATE,
                     ante_fact_state_to_nick (yes ? ANTE_FACT_CONFIRMED : ANTE_FACT_REJECTED), id));
  ante_commands_apply (workspace, changes, NULL, callback, user_data);
}

void
ante_command_handle_objection_async (AnteWorkspace *workspace,
                                     gint64 lead,
                                     gint64 fact,
                                     gboolean handled,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, fact);
  GPtrArray *changes = ante_commands_new_changes ();

  g_ptr_array_add (changes, ante_change_new (lead, ANTE_FIELD_HANDLED, handled ? "1" : "0", id));
  ante_commands_apply (workspace, changes, NULL, callback, user_data);
}

void
ante_command_note_async (AnteWorkspace *workspace,
                         gint64 lead,
                         gint64 note,
                         const char *text,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GPtrArray *changes = ante_commands_new_changes ();
  g_autofree char *id = note != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, note) : NULL;

  g_ptr_array_add (changes, ante_change_new (lead, ANTE_FIELD_NOTE, id, text));
  ante_commands_apply (workspace, changes, NULL, callback, user_data);
}

gint64
ante_command_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

GPtrArray *
ante_command_get_missing (GAsyncResult *result)
{
  return g_task_get_task_data (G_TASK (result));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AnteUndone *undone = ante_store_undo_finish (ANTE_STORE (source), result, &error);

  if (undone == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, undone, (GDestroyNotify) ante_undone_free);
}

void
ante_command_undo_async (AnteWorkspace *workspace,
                         gint64 group,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  ante_store_undo_async (ante_workspace_get_store (workspace), group, ANTE_PARTY_COACH,
                         ante_workspace_now (workspace), NULL, undone_cb,
                         g_task_new (workspace, NULL, callback, user_data));
}

void
ante_command_redo_async (AnteWorkspace *workspace, GAsyncReadyCallback callback, gpointer user_data)
{
  ante_store_redo_async (ante_workspace_get_store (workspace), ANTE_PARTY_COACH,
                         ante_workspace_now (workspace), NULL, undone_cb,
                         g_task_new (workspace, NULL, callback, user_data));
}

AnteUndone *
ante_command_undo_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  GArray *acts; /* those that are left, the next one last */
  int done;
  GError *error;
} UndoActs;

static void
undo_acts_free (gpointer data)
{
  UndoActs *undo = data;

  g_array_unref (undo->acts);
  g_clear_error (&undo->error);
  g_free (undo);
}

static void undo_next (GTask *task);

static void
act_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  UndoActs *undo = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone = ante_store_undo_finish (ANTE_STORE (source), result, &error);

  if (undone != NULL)
    undo->done++;
  else if (undo->error == NULL)
    undo->error = g_steal_pointer (&error);
  undo_next (task);
}

static void
undo_next (GTask *task)
{
  AnteWorkspace *workspace = g_task_get_source_object (task);
  UndoActs *undo = g_task_get_task_data (task);
  gint64 act = 0;

  if (undo->acts->len > 0) {
    act = g_array_index (undo->acts, gint64, undo->acts->len - 1);
    g_array_set_size (undo->acts, undo->acts->len - 1);
    ante_store_undo_async (ante_workspace_get_store (workspace), act, ANTE_PARTY_COACH,
                           ante_workspace_now (workspace), NULL, act_undone_cb,
                           g_object_ref (task));
  } else if (undo->done == 0 && undo->error != NULL) {
    g_task_return_error (task, g_steal_pointer (&undo->error));
  } else {
    g_task_return_int (task, undo->done);
  }
}

void
ante_command_undo_acts_async (AnteWorkspace *workspace,
                              const gint64 *acts,
                              guint n_acts,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, user_data);
  UndoActs *undo = g_new0 (UndoActs, 1);

  undo->acts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (undo->acts, acts, n_acts);
  g_task_set_task_data (task, undo, undo_acts_free);
  undo_next (task);
}

int
ante_command_undo_acts_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}
