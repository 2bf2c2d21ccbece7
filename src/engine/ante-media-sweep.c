#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-media-sweep.h"

#include "engine/ante-media-files.h"
#include "store/ante-store-media.h"

typedef struct {
  char *dir;
  GPtrArray *places;
} Sweep;

static void
sweep_free (gpointer data)
{
  Sweep *sweep = data;

  g_free (sweep->dir);
  g_clear_pointer (&sweep->places, g_ptr_array_unref);
  g_free (sweep);
}

static void
sweep_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Sweep *sweep = data;
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < sweep->places->len; i++) {
    const AnteMediaPlace *place = sweep->places->pdata[i];

    for (int is_preview = 0; is_preview < 2; is_preview++)
      g_hash_table_add (wanted, ante_media_name_make (place->mid, place->position, is_preview));
  }
  n = ante_media_files_sweep (sweep->dir, wanted);
  if (n > 0)
    g_debug ("%u files of media belonged to no message any more", n);
  g_task_return_boolean (task, TRUE);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sweep *sweep = g_task_get_task_data (task);
  GError *error = NULL;

  sweep->places = ante_store_list_media_finish (ANTE_STORE (source), result, &error);
  if (sweep->places == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, sweep_in_thread);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (g_task_propagate_boolean (G_TASK (result), NULL))
    ante_store_list_media_async (g_task_get_source_object (task), g_task_get_cancellable (task),
                                 listed_cb, g_object_ref (task));
  else
    g_task_return_boolean (task, FALSE);
}

static void
look_in_thread (GTask *looking, gpointer source, gpointer data, GCancellable *cancellable)
{
  Sweep *sweep = data;

  g_task_return_boolean (looking, ante_media_files_has_any (sweep->dir));
}

void
ante_media_sweep_run (AnteStore *store,
                      const char *dir,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  g_autoptr (GTask) looking = g_task_new (NULL, cancellable, looked_cb, g_object_ref (task));
  Sweep *sweep = g_new0 (Sweep, 1);

  sweep->dir = g_strdup (dir);
  g_task_set_task_data (task, sweep, sweep_free);
  g_task_set_task_data (looking, sweep, NULL);
  g_task_run_in_thread (looking, look_in_thread);
}
