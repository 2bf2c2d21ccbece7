#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "engine/ante-outgoing-private.h"
#include "store/ante-store-outgoing.h"

/*
 * Which copies there are is read first; then which of them are held since their row is still to be
 * written, and only then the rows. So a copy that is none of both was left by nobody who needs it.
 */
typedef struct {
  char *dir;
  GPtrArray *found;
  GHashTable *held;
  GHashTable *wanted;
} Sweep;

static void
sweep_free (gpointer data)
{
  Sweep *sweep = data;

  g_free (sweep->dir);
  g_clear_pointer (&sweep->found, g_ptr_array_unref);
  g_clear_pointer (&sweep->held, g_hash_table_unref);
  g_clear_pointer (&sweep->wanted, g_hash_table_unref);
  g_free (sweep);
}

static char *
dup_stem (const char *file)
{
  return g_strndup (file, strcspn (file, "."));
}

static void
delete_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Sweep *sweep = data;

  for (guint i = 0; i < sweep->found->len; i++) {
    const char *file = sweep->found->pdata[i];
    g_autofree char *stem = dup_stem (file);
    g_autofree char *path = g_build_filename (sweep->dir, file, NULL);

    if (!g_hash_table_contains (sweep->wanted, file) && !g_hash_table_contains (sweep->held, stem))
      g_unlink (path);
  }
  g_task_return_boolean (task, TRUE);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, TRUE);
}

static void
wanted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sweep *sweep = g_task_get_task_data (task);
  g_autoptr (GTask) deleting = NULL;
  GError *error = NULL;

  sweep->wanted = ante_store_list_outgoing_finish (ANTE_STORE (source), result, &error);
  if (sweep->wanted == NULL) {
    g_task_return_error (task, error);
    return;
  }
  deleting = g_task_new (NULL, NULL, deleted_cb, g_object_ref (task));
  g_task_set_task_data (deleting, sweep, NULL);
  g_task_run_in_thread (deleting, delete_in_thread);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteOutgoing *self = g_task_get_source_object (task);
  Sweep *sweep = g_task_get_task_data (task);
  GHashTableIter iter;
  gpointer stem = NULL;

  if (sweep->found->len == 0) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  g_hash_table_iter_init (&iter, self->held);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    g_hash_table_add (sweep->held, g_strdup (stem));
  ante_store_list_outgoing_async (self->store, NULL, wanted_cb, g_steal_pointer (&task));
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Sweep *sweep = data;
  g_autoptr (GDir) folder = g_dir_open (sweep->dir, 0, NULL);
  const char *file = NULL;

  while (folder != NULL && (file = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (sweep->found, g_strdup (file));
  g_task_return_boolean (task, TRUE);
}

void
ante_outgoing_sweep_async (AnteOutgoing *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GTask) finding = NULL;
  Sweep *sweep = g_new0 (Sweep, 1);

  sweep->dir = ante_outgoing_dup_dir (self);
  sweep->found = g_ptr_array_new_with_free_func (g_free);
  sweep->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_task_set_task_data (task, sweep, sweep_free);
  if (sweep->dir == NULL) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  finding = g_task_new (NULL, NULL, found_cb, g_object_ref (task));
  g_task_set_task_data (finding, sweep, NULL);
  g_task_run_in_thread (finding, find_in_thread);
}

gboolean
ante_outgoing_sweep_finish (AnteOutgoing *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ante_outgoing_sweep (AnteOutgoing *self)
{
  ante_outgoing_sweep_async (self, NULL, NULL);
}
