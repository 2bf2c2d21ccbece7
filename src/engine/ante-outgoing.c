#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-outgoing-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "engine/ante-outgoing-copy.h"
#include "store/ante-store-outgoing.h"

G_DEFINE_QUARK (ante - outgoing - error - quark, ante_outgoing_error)

G_DEFINE_FINAL_TYPE (AnteOutgoing, ante_outgoing, G_TYPE_OBJECT)

char *
ante_outgoing_dup_dir (AnteOutgoing *self)
{
  const char *data_dir = ante_store_get_data_dir (self->store);

  return data_dir != NULL ? g_build_filename (data_dir, "outgoing", NULL) : NULL;
}

char *
ante_outgoing_dup_path (AnteOutgoing *self, const AnteOutgoingFile *file)
{
  g_autofree char *dir = ante_outgoing_dup_dir (self);

  return g_build_filename (dir, file->file, NULL);
}

static char *
dup_stem (const AnteOutgoingFile *file)
{
  return g_strndup (file->file, strcspn (file->file, "."));
}

/* In a task of its own, which the worker lets go of later than anybody else: it gets no reference
 * to what must not end there. Its data are those of @task, which is alive until @callback has run.
 */
static void
run_in_thread (GTask *task, GTaskThreadFunc func, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) inner =
    g_task_new (NULL, g_task_get_cancellable (task), callback, g_object_ref (task));

  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (inner, func);
}

/* --- copying --------------------------------------------------------------------------------- */

typedef struct {
  char *dir;
  char *stem;
  GFile *file;          /* or: */
  GInputStream *stream; /* with: */
  char *name;
  AnteOutgoingFile *result;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_clear_object (&copy->file);
  g_clear_object (&copy->stream);
  g_free (copy->dir);
  g_free (copy->stem);
  g_free (copy->name);
  ante_outgoing_file_free (copy->result);
  g_free (copy);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copy *copy = data;
  AnteOutgoingFile *file = NULL;
  GError *error = NULL;

  if (copy->file != NULL)
    file = ante_outgoing_copy_file (copy->dir, copy->stem, copy->file, cancellable, &error);
  else
    file = ante_outgoing_copy_stream (copy->dir, copy->stem, copy->stream, copy->name, cancellable,
                                      &error);
  if (file != NULL && copy->file == NULL) {
    char *name = g_strconcat (file->name, strrchr (file->file, '.'), NULL);

    g_free (file->name);
    file->name = name;
  }
  copy->result = file;
  if (file != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Copy *copy = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_pointer (task, g_steal_pointer (&copy->result),
                           (GDestroyNotify) ante_outgoing_file_free);
  else
    g_task_return_error (task, error);
}

static void
start (AnteOutgoing *self,
       Copy *copy,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  /* What was copied is told, even then: somebody has to let go of it. */
  g_task_set_check_cancellable (task, FALSE);
  copy->dir = ante_outgoing_dup_dir (self);
  copy->stem = g_uuid_string_random ();
  g_task_set_task_data (task, copy, copy_free);
  g_hash_table_add (self->held, g_strdup (copy->stem));
  run_in_thread (task, copy_in_thread, written_cb);
}

void
ante_outgoing_copy_async (AnteOutgoing *self,
                          GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->file = g_object_ref (file);
  start (self, copy, cancellable, callback, user_data);
}

void
ante_outgoing_copy_stream_async (AnteOutgoing *self,
                                 GInputStream *stream,
                                 const char *name,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->stream = g_object_ref (stream);
  copy->name = g_strdup (name);
  start (self, copy, cancellable, callback, user_data);
}

AnteOutgoingFile *
ante_outgoing_copy_finish (AnteOutgoing *self, GAsyncResult *result, GError **error)
{
  Copy *copy = g_task_get_task_data (G_TASK (result));
  AnteOutgoingFile *file = g_task_propagate_pointer (G_TASK (result), error);

  if (file == NULL)
    g_hash_table_remove (self->held, copy->stem);
  return file;
}

void
ante_outgoing_hold (AnteOutgoing *self, const AnteOutgoingFile *file)
{
  g_hash_table_add (self->held, dup_stem (file));
}

void
ante_outgoing_let_go (AnteOutgoing *self, const AnteOutgoingFile *file)
{
  g_autofree char *stem = dup_stem (file);

  g_hash_table_remove (self->held, stem);
}

/* --- put to what is being written ------------------------------------------------------------ */

typedef struct {
  gint64 lead_id;
  AnteOutgoingFile *file;
} Attach;

static void
attach_free (gpointer data)
{
  Attach *attach = data;

  ante_outgoing_file_free (attach->file);
  g_free (attach);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteOutgoing *self = g_task_get_source_object (task);
  Attach *attach = g_task_get_task_data (task);
  GError *error = NULL;

  ante_store_add_draft_file_finish (ANTE_STORE (source), result, &error);
  ante_outgoing_let_go (self, attach->file);
  if (error == NULL) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  ante_outgoing_sweep (self);
  g_task_return_error (task, error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteOutgoing *self = ANTE_OUTGOING (source);
  Attach *attach = g_task_get_task_data (task);
  GError *error = NULL;

  attach->file = ante_outgoing_copy_finish (self, result, &error);
  if (attach->file != NULL)
    ante_store_add_draft_file_async (self->store, attach->lead_id, attach->file, NULL, added_cb,
                                     g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

void
ante_outgoing_attach_async (AnteOutgoing *self,
                            gint64 lead_id,
                            GFile *file,
                            GInputStream *stream,
                            const char *name,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Attach *attach = g_new0 (Attach, 1);

  g_return_if_fail ((file != NULL) != (stream != NULL));

  g_task_set_check_cancellable (task, FALSE);
  attach->lead_id = lead_id;
  g_task_set_task_data (task, attach, attach_free);
  if (file != NULL)
    ante_outgoing_copy_async (self, file, cancellable, copied_cb, task);
  else
    ante_outgoing_copy_stream_async (self, stream, name, cancellable, copied_cb, task);
}

gboolean
ante_outgoing_attach_finish (AnteOutgoing *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- the copy -------------------------------------------------------------------------------- */

typedef struct {
  char *path;
  gint64 size;
  int edge;
  AntePicture *picture;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->path);
  g_clear_pointer (&look->picture, ante_picture_unref);
  g_free (look);
}

static GTask *
look_task_new (AnteOutgoing *self,
               const AnteOutgoingFile *file,
               int edge,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Look *look = g_new0 (Look, 1);

  look->path = ante_outgoing_dup_path (self, file);
  look->size = file->size;
  look->edge = edge;
  g_task_set_task_data (task, look, look_free);
  return task;
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  GStatBuf status = { 0 };

  if (g_lstat (look->path, &status) == 0 && S_ISREG (status.st_mode) &&
      status.st_size == look->size)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, ANTE_OUTGOING_ERROR, ANTE_OUTGOING_ERROR_GONE,
                             "the copy of a file to send is gone");
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ante_outgoing_check_async (AnteOutgoing *self,
                           const AnteOutgoingFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = look_task_new (self, file, 0, cancellable, callback, user_data);

  run_in_thread (task, check_in_thread, checked_cb);
}

gboolean
ante_outgoing_check_finish (AnteOutgoing *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
decode_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  GError *error = NULL;

  look->picture = ante_picture_decode (look->path, look->edge, cancellable, &error);
  if (look->picture != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Look *look = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_pointer (task, g_steal_pointer (&look->picture),
                           (GDestroyNotify) ante_picture_unref);
  else
    g_task_return_error (task, error);
}

void
ante_outgoing_load_picture_async (AnteOutgoing *self,
                                  const AnteOutgoingFile *file,
                                  int edge,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = look_task_new (self, file, edge, cancellable, callback, user_data);

  run_in_thread (task, decode_in_thread, decoded_cb);
}

AntePicture *
ante_outgoing_load_picture_finish (AnteOutgoing *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ante_outgoing_finalize (GObject *object)
{
  AnteOutgoing *self = ANTE_OUTGOING (object);

  g_clear_object (&self->store);
  g_hash_table_unref (self->held);
  G_OBJECT_CLASS (ante_outgoing_parent_class)->finalize (object);
}

static void
ante_outgoing_class_init (AnteOutgoingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_outgoing_finalize;
}

static void
ante_outgoing_init (AnteOutgoing *self)
{
  self->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

AnteOutgoing *
ante_outgoing_new (AnteStore *store)
{
  AnteOutgoing *self = g_object_new (ANTE_TYPE_OUTGOING, NULL);

  self->store = g_object_ref (store);
  return self;
}
