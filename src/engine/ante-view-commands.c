#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-view-commands.h"

#include "rules/ante-text.h"
#include "store/ante-store-account.h"

#define KEPT_FILTER "board-filter"

static void
set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 id = ante_store_set_view_finish (ANTE_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, id);
}

void
ante_command_set_view_async (AnteWorkspace *workspace,
                             AnteViewKind kind,
                             gint64 id,
                             const char *name,
                             const char *filter,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autofree char *line = name != NULL ? ante_text_one_line (name, ANTE_VIEW_MAX_NAME + 1) : NULL;

  ante_store_set_view_async (ante_workspace_get_store (workspace), kind, id,
                             line != NULL ? g_strstrip (line) : NULL, filter, NULL, set_cb,
                             g_task_new (workspace, NULL, callback, user_data));
}

gint64
ante_command_set_view_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ante_store_delete_view_finish (ANTE_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ante_command_delete_view_async (AnteWorkspace *workspace,
                                AnteViewKind kind,
                                gint64 id,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  ante_store_delete_view_async (ante_workspace_get_store (workspace), kind, id, NULL, deleted_cb,
                                g_task_new (workspace, NULL, callback, user_data));
}

gboolean
ante_command_delete_view_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!ante_store_set_setting_finish (ANTE_STORE (source), result, &error))
    g_message ("the board's filter could not be kept: %s", error->message);
}

void
ante_command_keep_filter (AnteWorkspace *workspace, const AnteFilterWords *words)
{
  g_autofree char *line = ante_filter_words_format (words);

  ante_store_set_setting_async (ante_workspace_get_store (workspace), KEPT_FILTER, line, NULL,
                                kept_cb, NULL);
}

static void
got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autofree char *line = ante_store_get_setting_finish (ANTE_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, line != NULL ? ante_filter_words_parse (line) : NULL,
                           (GDestroyNotify) ante_filter_words_free);
}

void
ante_command_get_kept_filter_async (AnteWorkspace *workspace,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  ante_store_get_setting_async (ante_workspace_get_store (workspace), KEPT_FILTER, cancellable,
                                got_cb, g_task_new (workspace, cancellable, callback, user_data));
}

AnteFilterWords *
ante_command_get_kept_filter_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
