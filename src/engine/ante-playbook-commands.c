#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-playbook-commands.h"

#include "model/ante-party.h"

#include "ante-starters-resources.h"

#define PREFIX ANTE_APP_PATH "/playbooks/"

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 act = ante_store_keep_playbook_finish (ANTE_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, act);
}

void
ante_command_keep_playbook_async (AnteWorkspace *workspace,
                                  const char *document,
                                  const char *note,
                                  gboolean replace,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  ante_store_keep_playbook_async (ante_workspace_get_store (workspace), document, note, replace,
                                  ANTE_PARTY_COACH, ante_workspace_now (workspace), NULL, kept_cb,
                                  g_task_new (workspace, NULL, callback, user_data));
}

gint64
ante_command_keep_playbook_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

char **
ante_starters_list (void)
{
  g_auto (GStrv) names = g_resource_enumerate_children (ante_starters_get_resource (), PREFIX,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++) {
    if (g_str_has_suffix (names[i], ".json"))
      names[i][strlen (names[i]) - strlen (".json")] = '\0';
  }
  return g_steal_pointer (&names);
}

char *
ante_starters_get (const char *name)
{
  g_autofree char *path = g_strconcat (PREFIX, name, ".json", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ante_starters_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                       : NULL;
}
