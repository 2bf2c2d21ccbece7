#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-stage-commands.h"

#include "model/ante-party.h"

static GPtrArray *
changes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ante_stage_change_free);
}

static void
add_number (GPtrArray *changes, const char *key, const char *field, int number)
{
  g_autofree char *value = g_strdup_printf ("%d", number);

  g_ptr_array_add (changes, ante_stage_change_new (key, field, value));
}

static void
add_words (GPtrArray *changes, const char *key, const char *const *words)
{
  g_autofree char *value = g_strjoinv (" ", (char **) words);

  g_ptr_array_add (changes, ante_stage_change_new (key, ANTE_STAGE_FIELD_REQUIREMENTS, value));
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 act = ante_store_change_stages_finish (ANTE_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, act);
}

/* Takes @changes. */
static void
apply (AnteWorkspace *workspace,
       GPtrArray *changes,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  ante_store_change_stages_async (ante_workspace_get_store (workspace), changes, ANTE_PARTY_COACH,
                                  ante_workspace_now (workspace), NULL, changed_cb,
                                  g_task_new (workspace, NULL, callback, user_data));
  g_ptr_array_unref (changes);
}

static void
apply_one (AnteWorkspace *workspace,
           const char *key,
           const char *field,
           const char *value,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GPtrArray *changes = changes_new ();

  g_ptr_array_add (changes, ante_stage_change_new (key, field, value));
  apply (workspace, changes, callback, user_data);
}

static void
apply_number (AnteWorkspace *workspace,
              const char *key,
              const char *field,
              int number,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  GPtrArray *changes = changes_new ();

  add_number (changes, key, field, number);
  apply (workspace, changes, callback, user_data);
}

void
ante_command_rename_stage_async (AnteWorkspace *workspace,
                                 const char *key,
                                 const char *name,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  apply_one (workspace, key, ANTE_STAGE_FIELD_NAME, name, callback, user_data);
}

void
ante_command_limit_stage_async (AnteWorkspace *workspace,
                                const char *key,
                                int limit,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  apply_number (workspace, key, ANTE_STAGE_FIELD_LIMIT, limit, callback, user_data);
}

void
ante_command_age_stage_async (AnteWorkspace *workspace,
                              const char *key,
                              int days,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  apply_number (workspace, key, ANTE_STAGE_FIELD_STALE_DAYS, days, callback, user_data);
}

void
ante_command_require_in_stage_async (AnteWorkspace *workspace,
                                     const char *key,
                                     const char *const *words,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GPtrArray *changes = changes_new ();

  add_words (changes, key, words);
  apply (workspace, changes, callback, user_data);
}

void
ante_command_set_up_stage_async (AnteWorkspace *workspace,
                                 const char *key,
                                 const char *name,
                                 int limit,
                                 int days,
                                 const char *const *words,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GPtrArray *changes = changes_new ();

  g_ptr_array_add (changes, ante_stage_change_new (key, ANTE_STAGE_FIELD_NAME, name));
  add_number (changes, key, ANTE_STAGE_FIELD_LIMIT, limit);
  add_number (changes, key, ANTE_STAGE_FIELD_STALE_DAYS, days);
  add_words (changes, key, words);
  apply (workspace, changes, callback, user_data);
}

void
ante_command_place_stage_async (AnteWorkspace *workspace,
                                const char *key,
                                int position,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  apply_number (workspace, key, ANTE_STAGE_FIELD_POSITION, position, callback, user_data);
}

void
ante_command_hide_stage_async (AnteWorkspace *workspace,
                               const char *key,
                               gboolean hidden,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  apply_one (workspace, key, ANTE_STAGE_FIELD_HIDDEN, hidden ? "1" : "0", callback, user_data);
}

void
ante_command_order_stage_by_due_async (AnteWorkspace *workspace,
                                       const char *key,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  apply_one (workspace, key, ANTE_STAGE_FIELD_ORDER, NULL, callback, user_data);
}

void
ante_command_add_stage_async (AnteWorkspace *workspace,
                              const char *after,
                              const char *name,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  apply_one (workspace, after, ANTE_STAGE_ADD, name, callback, user_data);
}

void
ante_command_merge_stage_async (AnteWorkspace *workspace,
                                const char *key,
                                const char *into,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  apply_one (workspace, key, ANTE_STAGE_MERGE, into, callback, user_data);
}

static void
collapsed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ante_store_collapse_stage_finish (ANTE_STORE (source), result, &error))
    g_task_return_int (task, 0);
  else
    g_task_return_error (task, error);
}

void
ante_command_collapse_stage_async (AnteWorkspace *workspace,
                                   const char *key,
                                   gboolean collapsed,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  ante_store_collapse_stage_async (ante_workspace_get_store (workspace), key, collapsed, NULL,
                                   collapsed_cb, g_task_new (workspace, NULL, callback, user_data));
}
