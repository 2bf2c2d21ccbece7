#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-person-commands.h"

#include "engine/ante-commands.h"
#include "model/ante-party.h"

void
ante_command_merge_async (AnteWorkspace *workspace,
                          gint64 lead,
                          gint64 other,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, other);

  ante_command_set_async (workspace, &lead, 1, ANTE_FIELD_MERGE, id, callback, user_data);
}

static void
swept_files_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_int (task, GPOINTER_TO_INT (g_task_get_task_data (task)));
}

static void
swept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteWorkspace *workspace = g_task_get_source_object (user_data);

  ante_outgoing_sweep_async (ante_outbox_get_outgoing (ante_workspace_get_outbox (workspace)),
                             swept_files_cb, user_data);
}

/* Their pictures are in files beside the database. */
static void
wiped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GError) error = NULL;
  gboolean wiped = ante_store_wipe_finish (ANTE_STORE (source), result, &error);

  if (!wiped)
    g_message ("what was forgotten is wiped off the disk at the next start: %s", error->message);
  g_task_set_task_data (task, GINT_TO_POINTER (wiped ? ANTE_FORGOT_ALL : ANTE_FORGOT_TRACES), NULL);
  ante_media_sweep_async (ante_workspace_get_media (g_task_get_source_object (task)), swept_cb,
                          task);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ante_store_forget_finish (ANTE_STORE (source), result, &error))
    ante_store_wipe_async (ANTE_STORE (source), NULL, wiped_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

void
ante_command_forget_async (AnteWorkspace *workspace,
                           gint64 lead,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  ante_store_forget_async (ante_workspace_get_store (workspace), lead, ANTE_PARTY_COACH,
                           ante_workspace_now (workspace), NULL, forgotten_cb,
                           g_task_new (workspace, NULL, callback, user_data));
}

AnteForgot
ante_command_forget_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  gssize forgot = g_task_propagate_int (G_TASK (result), error);

  return forgot > 0 ? (AnteForgot) forgot : ANTE_FORGOT_NOT;
}
