#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store.h"

#include "store/ante-forget.h"
#include "store/ante-merge.h"
#include "store/ante-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

struct _AnteStore {
  GObject parent_instance;

  GMainContext *context;
  char *data_dir;
  AnteStoreMode mode;
  int lock_fd;
  AnteDb *writer_db;
  AnteDb *reader_db;
  GThreadPool *writer;
  GThreadPool *reader;
  gboolean closed;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_QUARK (ante - store - error - quark, ante_store_error)
G_DEFINE_FINAL_TYPE (AnteStore, ante_store, G_TYPE_OBJECT)

typedef struct {
  GTask *task;
  AnteStoreJob job;
} Work;

static void
work_run (gpointer data, AnteDb *db)
{
  Work *work = data;

  if (!g_task_return_error_if_cancelled (work->task))
    work->job (db, work->task);
  g_object_unref (work->task);
  g_free (work);
}

static void
write_cb (gpointer data, gpointer user_data)
{
  work_run (data, ANTE_STORE (user_data)->writer_db);
}

static void
read_cb (gpointer data, gpointer user_data)
{
  work_run (data, ANTE_STORE (user_data)->reader_db);
}

static void
push (AnteStore *self, GThreadPool *pool, GTask *task, AnteStoreJob job)
{
  Work *work = NULL;

  if (pool == NULL || self->closed) {
    g_task_return_new_error (task, ANTE_STORE_ERROR, ANTE_STORE_ERROR_READ_ONLY,
                             "the data folder is not open for this");
    return;
  }

  work = g_new0 (Work, 1);
  work->task = g_object_ref (task);
  work->job = job;
  g_thread_pool_push (pool, work, NULL);
}

gboolean
ante_store_is_open (AnteStore *self)
{
  return self->reader != NULL && !self->closed;
}

void
ante_store_read (AnteStore *self, GTask *task, AnteStoreJob job)
{
  push (self, self->reader, task, job);
}

void
ante_store_write (AnteStore *self, GTask *task, AnteStoreJob job)
{
  /* Cancelled in time it is not begun; once it is written, the caller is told so. */
  g_task_set_check_cancellable (task, FALSE);
  push (self, self->writer, task, job);
}

typedef struct {
  AnteStore *store;
  guint topics;
  GArray *lead_ids;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->store);
  g_clear_pointer (&change->lead_ids, g_array_unref);
  g_free (change);
}

static gboolean
emit_changed_cb (gpointer data)
{
  Change *change = data;

  g_signal_emit (change->store, signals[CHANGED], 0, change->topics, change->lead_ids);
  return G_SOURCE_REMOVE;
}

/* At the priority of a task's own callback and queued before it: a listener knows before the caller
 * does. */
static void
tell_changed (AnteStore *self, AnteDb *db)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Change *change = NULL;

  if (db->topics == 0)
    return;

  change = g_new0 (Change, 1);
  change->store = g_object_ref (self);
  change->topics = db->topics;
  if (db->lead_ids->len > 0)
    change->lead_ids = g_array_copy (db->lead_ids);
  db->topics = 0;
  g_array_set_size (db->lead_ids, 0);

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_changed_cb, change, change_free);
  g_source_attach (source, self->context);
}

gboolean
ante_store_concerns (GArray *lead_ids, gint64 lead_id)
{
  for (guint i = 0; lead_ids != NULL && i < lead_ids->len; i++) {
    if (g_array_index (lead_ids, gint64, i) == lead_id)
      return TRUE;
  }
  return lead_ids == NULL;
}

gboolean
ante_store_commit (AnteDb *db, GTask *task)
{
  GError *error = NULL;
  guint topics = db->topics;

  if (!ante_merge_touch_roots (db, &error)) {
    ante_store_fail (db, task, error);
    return FALSE;
  }
  if (!ante_db_commit (db, &error)) {
    g_task_return_error (task, error);
    return FALSE;
  }

  db->topics = topics;
  tell_changed (ANTE_STORE (g_task_get_source_object (task)), db);
  return TRUE;
}

void
ante_store_fail (AnteDb *db, GTask *task, GError *error)
{
  ante_db_rollback (db);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                             "the data changed meanwhile");
}

void
ante_store_return (GTask *task, gpointer value, GDestroyNotify free, GError *error)
{
  if (error == NULL) {
    g_task_return_pointer (task, value, free);
    return;
  }
  if (value != NULL)
    free (value);
  g_task_return_error (task, error);
}

char *
ante_store_build_path (const char *data_dir)
{
  return g_build_filename (data_dir, "anteroom.db", NULL);
}

gboolean
ante_store_exists (const char *data_dir)
{
  g_autofree char *file = ante_store_build_path (data_dir);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

/* The folder and all that SQLite puts in it are the user's alone, also where an older umask left
 * them open. */
static gboolean
prepare_folder (const char *data_dir, GError **error)
{
  g_autofree char *backups = g_build_filename (data_dir, "backups", NULL);
  const char *const names[] = { "anteroom.db", "anteroom.db-wal", "anteroom.db-shm",
                                "anteroom.lock" };

  if (g_mkdir_with_parents (backups, 0700) != 0) {
    int code = errno;

    g_set_error (error, ANTE_STORE_ERROR,
                 code == ENOSPC ? ANTE_STORE_ERROR_NO_SPACE : ANTE_STORE_ERROR_READ_ONLY,
                 "making the data folder: %s", g_strerror (code));
    return FALSE;
  }

  if (g_chmod (data_dir, 0700) != 0 || g_chmod (backups, 0700) != 0)
    g_debug ("the data folder's mode could not be set: %s", g_strerror (errno));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *file = g_build_filename (data_dir, names[i], NULL);

    if (g_chmod (file, 0600) != 0 && errno != ENOENT)
      g_debug ("a file's mode could not be set: %s", g_strerror (errno));
  }
  return TRUE;
}

static gboolean
open_as_owner (AnteStore *self, const char *file, GError **error)
{
  mode_t old_mask = umask (077);
  gboolean ok = FALSE;

  ok = prepare_folder (self->data_dir, error) &&
       (self->lock_fd = ante_lock_take (self->data_dir, error)) >= 0 &&
       ante_migrations_check_file (file, error) &&
       (self->writer_db = ante_db_open (file, ANTE_DB_CREATE, error)) != NULL &&
       ante_migrations_run (self->writer_db, self->data_dir, error);
  umask (old_mask);
  return ok;
}

static gboolean
check_reader (AnteStore *self, GError **error)
{
  GError *read_error = NULL;
  gint64 version = 0;

  if (!ante_db_get_int (self->reader_db, &read_error, &version, "PRAGMA user_version", "")) {
    g_propagate_error (error, read_error);
    return FALSE;
  }
  if (version == ante_store_get_schema_version ())
    return TRUE;

  g_set_error (error, ANTE_STORE_ERROR,
               version > ante_store_get_schema_version () ? ANTE_STORE_ERROR_FUTURE
                                                          : ANTE_STORE_ERROR_CONFLICT,
               "the database has schema %d, this program knows %d", (int) version,
               ante_store_get_schema_version ());
  return FALSE;
}

static void
clear (AnteStore *self)
{
  g_clear_pointer (&self->reader_db, ante_db_close);
  g_clear_pointer (&self->writer_db, ante_db_close);
  ante_lock_drop (self->lock_fd);
  self->lock_fd = -1;
}

static void
finish_wipe_job (AnteDb *db, GTask *task)
{
  g_autoptr (GError) error = NULL;

  if (ante_wipe_is_due (db) && !ante_wipe_run (db, g_task_get_task_data (task), &error))
    g_message ("what was forgotten could not be wiped off the disk: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

/* What the last run has deleted, and did not come to wipe. The folder is open meanwhile. */
static void
finish_wipe (AnteStore *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, g_strdup (self->data_dir), g_free);
  push (self, self->writer, task, finish_wipe_job);
}

static void
open_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AnteStore *self = source;
  g_autofree char *file = ante_store_build_path (self->data_dir);
  GError *error = NULL;

  if (self->mode == ANTE_STORE_READER && !g_file_test (file, G_FILE_TEST_EXISTS)) {
    g_task_return_new_error (task, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND,
                             "there is no database in the data folder");
    return;
  }

  if ((self->mode == ANTE_STORE_OWNER && !open_as_owner (self, file, &error)) ||
      (self->mode == ANTE_STORE_READER && !ante_migrations_check_file (file, &error)) ||
      (self->reader_db = ante_db_open (file, ANTE_DB_READ, &error)) == NULL ||
      !check_reader (self, &error)) {
    clear (self);
    g_task_return_error (task, error);
    return;
  }

  self->reader = g_thread_pool_new (read_cb, self, 1, TRUE, NULL);
  if (self->mode == ANTE_STORE_OWNER) {
    self->writer = g_thread_pool_new (write_cb, self, 1, TRUE, NULL);
    finish_wipe (self);
  }
  g_task_return_boolean (task, TRUE);
}

/**
 * ante_store_open_async:
 * @data_dir: the folder, made when missing if @mode is %ANTE_STORE_OWNER
 *
 * Once for a store, and before anything else. What fails leaves the folder as it was.
 */
void
ante_store_open_async (AnteStore *self,
                       const char *data_dir,
                       AnteStoreMode mode,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ANTE_IS_STORE (self));
  g_return_if_fail (self->reader == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ante_store_open_async);
  g_free (self->data_dir);
  self->data_dir = g_strdup (data_dir);
  self->mode = mode;
  g_task_run_in_thread (task, open_job);
}

gboolean
ante_store_open_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * ante_store_close:
 *
 * Waits for the writes that are queued, then lets the folder go. What is asked afterwards fails.
 */
void
ante_store_close (AnteStore *self)
{
  g_return_if_fail (ANTE_IS_STORE (self));

  self->closed = TRUE;
  if (self->writer != NULL)
    g_thread_pool_free (g_steal_pointer (&self->writer), FALSE, TRUE);
  if (self->reader != NULL)
    g_thread_pool_free (g_steal_pointer (&self->reader), FALSE, TRUE);
  clear (self);
}

AnteStoreMode
ante_store_get_mode (AnteStore *self)
{
  return self->mode;
}

const char *
ante_store_get_data_dir (AnteStore *self)
{
  return self->data_dir;
}

static void
ante_store_finalize (GObject *object)
{
  AnteStore *self = ANTE_STORE (object);

  ante_store_close (self);
  g_free (self->data_dir);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (ante_store_parent_class)->finalize (object);
}

static void
ante_store_class_init (AnteStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", ANTE_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_ARRAY);
}

static void
ante_store_init (AnteStore *self)
{
  self->lock_fd = -1;
  self->context = g_main_context_ref_thread_default ();
}

AnteStore *
ante_store_new (void)
{
  return g_object_new (ANTE_TYPE_STORE, NULL);
}
