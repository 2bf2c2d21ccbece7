#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-reply-commands.h"

#include "model/ante-party.h"

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 act = ante_store_keep_reply_finish (ANTE_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, act);
}

void
ante_command_keep_reply_async (AnteWorkspace *workspace,
                               gint64 id,
                               const AnteReply *reply,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  ante_store_keep_reply_async (ante_workspace_get_store (workspace), id, reply, ANTE_PARTY_COACH,
                               ante_workspace_now (workspace), NULL, kept_cb,
                               g_task_new (workspace, NULL, callback, user_data));
}

void
ante_command_set_words_async (AnteWorkspace *workspace,
                              const char *field,
                              const char *value,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  ante_store_set_words_async (ante_workspace_get_store (workspace), field, value, ANTE_PARTY_COACH,
                              ante_workspace_now (workspace), NULL, kept_cb,
                              g_task_new (workspace, NULL, callback, user_data));
}

gint64
ante_command_keep_reply_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}
