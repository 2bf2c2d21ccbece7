#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-outbox-private.h"

#include "engine/ante-clock.h"
#include "store/ante-store-account.h"
#include "store/ante-store-outgoing.h"

/*
 * A file goes to Instagram before the message that it is sent in. That gives nothing to anybody
 * yet, so the row stays queued: it can be taken back meanwhile, and after a crash it is done again.
 * One at a time, beside the messages, which need not wait for it.
 */

#define DISK_RETRY_MS 5000
#define BUSY_RETRY_MS 10000
#define MAX_TRIES 5

/* The account of which Instagram said that it takes no files. */
#define REFUSED_SETTING "upload-refused"

typedef struct {
  AnteOutbox *outbox;
  AnteOutboxItem *item;
  AnteOutboxOutcome outcome;
} Upload;

static void
upload_free (Upload *upload)
{
  g_object_unref (upload->outbox);
  g_object_unref (upload->item);
  g_free (upload);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Upload, upload_free)

static gboolean
timer_cb (gpointer data)
{
  AnteOutbox *self = data;

  self->upload_timer = 0;
  ante_outbox_pump_upload (self);
  return G_SOURCE_REMOVE;
}

static void
pump_in (AnteOutbox *self, gint64 ms)
{
  g_clear_handle_id (&self->upload_timer, g_source_remove);
  if (self->running)
    self->upload_timer = g_timeout_add ((guint) CLAMP (ms, 1, 60000), timer_cb, self);
}

static void
end (AnteOutbox *self)
{
  self->upload = ANTE_OUTBOX_UPLOAD_IDLE;
  self->upload_item = 0;
  g_clear_object (&self->upload_stop);
}

/* --- whether files are taken at all ---------------------------------------------------------- */

static void
set_refused (AnteOutbox *self, gboolean refused)
{
  if (self->files_refused == refused)
    return;
  self->files_refused = refused;
  g_object_notify (G_OBJECT (self), "takes-files");
}

static void
refusal_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!ante_store_set_setting_finish (ANTE_STORE (source), result, &error))
    g_message ("whether files are taken could not be kept: %s", error->message);
}

static void
note_refused (AnteOutbox *self, gboolean refused)
{
  const char *user_id = refused && self->account != NULL ? self->account->user_id : NULL;

  set_refused (self, refused);
  ante_store_set_setting_async (self->store, REFUSED_SETTING, user_id, NULL, refusal_kept_cb, NULL);
}

static void
refusal_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteOutbox) self = user_data;
  g_autofree char *user_id = ante_store_get_setting_finish (ANTE_STORE (source), result, NULL);

  if (self->account != NULL)
    set_refused (self, g_strcmp0 (user_id, self->account->user_id) == 0);
}

void
ante_outbox_read_refusal (AnteOutbox *self)
{
  if (self->account != NULL)
    ante_store_get_setting_async (self->store, REFUSED_SETTING, NULL, refusal_cb,
                                  g_object_ref (self));
}

gboolean
ante_outbox_get_takes_files (AnteOutbox *self)
{
  return !self->files_refused;
}

void
ante_outbox_try_files_again (AnteOutbox *self)
{
  if (self->files_refused)
    note_refused (self, FALSE);
}

/* --- one file -------------------------------------------------------------------------------- */

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Upload) upload = user_data;
  AnteOutbox *self = upload->outbox;
  g_autoptr (GError) error = NULL;

  end (self);
  /* Refused: it was taken back meanwhile. */
  if (!ante_store_outbox_settle_finish (ANTE_STORE (source), result, &error) &&
      !ante_outbox_is_refused (error))
    pump_in (self, DISK_RETRY_MS);
  else
    ante_outbox_pump (self);
}

/* Takes @upload. */
static void
settle (Upload *upload, AnteOutboxState state, const char *why, gint64 not_before)
{
  upload->outcome = (AnteOutboxOutcome){ .state = state,
                                         .error = why,
                                         .not_before = not_before,
                                         .at = ante_clock_now (upload->outbox->client) };
  ante_store_outbox_settle_async (upload->outbox->store, upload->item->id, ANTE_OUTBOX_QUEUED,
                                  &upload->outcome, NULL, settled_cb, upload);
}

/* What passes is tried a few times, and then a person is asked. */
static guint
count_try (AnteOutbox *self, gint64 id)
{
  guint tries = GPOINTER_TO_UINT (g_hash_table_lookup (self->upload_tries, &id)) + 1;

  g_hash_table_replace (self->upload_tries, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (tries));
  return tries;
}

/* Takes @upload. */
static void
fail (Upload *upload, AnteInstagram *client, const GError *error)
{
  AnteOutbox *self = upload->outbox;
  AnteOutboxOutcome outcome = ante_outbox_judge_error (self, client, error);
  gint64 now = ante_clock_now (client);
  guint tries = 0;

  if (g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_UPLOAD_REFUSED))
    note_refused (self, TRUE);
  if (!g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BUSY) &&
      !g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER)) {
    settle (upload, outcome.state, outcome.error, outcome.not_before);
    return;
  }
  tries = count_try (self, upload->item->id);
  if (tries < MAX_TRIES)
    settle (upload, ANTE_OUTBOX_QUEUED, "busy",
            now + (gint64) tries * BUSY_RETRY_MS * self->second_ms / 1000);
  else
    settle (upload, ANTE_OUTBOX_FAILED, "upload-failed", 0);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteOutbox) self = user_data;
  g_autoptr (GError) error = NULL;

  end (self);
  if (ante_store_set_upload_finish (ANTE_STORE (source), result, &error))
    ante_outbox_pump (self);
  else
    pump_in (self, DISK_RETRY_MS);
}

static void
uploaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Upload) upload = user_data;
  AnteOutbox *self = upload->outbox;
  AnteInstagram *client = ANTE_INSTAGRAM (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ante_instagram_upload_finish (client, result, &error);

  if (id != NULL) {
    g_hash_table_remove (self->upload_tries, &upload->item->id);
    ante_store_set_upload_async (self->store, upload->item->id, id, NULL, stored_cb,
                                 g_object_ref (self));
  } else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    end (self);
    ante_outbox_pump_upload (self);
  } else {
    fail (g_steal_pointer (&upload), client, error);
  }
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Upload) upload = user_data;
  AnteOutbox *self = upload->outbox;
  const AnteOutgoingFile *file = upload->item->file;
  g_autofree char *path = NULL;

  if (!ante_outgoing_check_finish (ANTE_OUTGOING (source), result, NULL)) {
    settle (g_steal_pointer (&upload), ANTE_OUTBOX_FAILED, "file-gone", 0);
    return;
  }
  if (!ante_outbox_may_leave (self)) {
    end (self);
    return;
  }
  path = ante_outgoing_dup_path (self->outgoing, file);
  ante_instagram_upload_async (self->client, path, file->name, file->kind, file->mime, file->size,
                               self->upload_stop, uploaded_cb, g_steal_pointer (&upload));
}

static void
begin (AnteOutbox *self, AnteOutboxItem *item)
{
  Upload *upload = g_new0 (Upload, 1);

  upload->outbox = g_object_ref (self);
  upload->item = g_object_ref (item);
  self->upload = ANTE_OUTBOX_UPLOAD_LEAVING;
  self->upload_item = item->id;
  self->upload_stop = g_cancellable_new ();
  if (self->files_refused)
    settle (upload, ANTE_OUTBOX_FAILED, "upload-refused", 0);
  else
    ante_outgoing_check_async (self->outgoing, item->file, NULL, checked_cb, upload);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteOutbox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteOutboxItem) item =
    ante_store_outbox_next_upload_finish (ANTE_STORE (source), result, &error);
  gint64 left = 0;

  end (self);
  if (!ante_outbox_may_leave (self))
    return;
  if (error != NULL) {
    pump_in (self, DISK_RETRY_MS);
    return;
  }
  if (self->upload_again) { /* something came while this was read */
    ante_outbox_pump_upload (self);
    return;
  }
  if (item == NULL)
    return;
  left = MAX (item->undo_until, item->not_before) - ante_clock_now (self->client);
  if (left > 0)
    pump_in (self, left);
  else
    begin (self, item);
}

/* What is next leaves when it is due. */
void
ante_outbox_pump_upload (AnteOutbox *self)
{
  if (!ante_outbox_may_leave (self))
    return;
  self->upload_again = self->upload == ANTE_OUTBOX_UPLOAD_LOOKING;
  if (self->upload != ANTE_OUTBOX_UPLOAD_IDLE)
    return;
  self->upload = ANTE_OUTBOX_UPLOAD_LOOKING;
  ante_store_outbox_next_upload_async (self->store, NULL, looked_cb, g_object_ref (self));
}

void
ante_outbox_stop_upload (AnteOutbox *self)
{
  g_clear_handle_id (&self->upload_timer, g_source_remove);
  g_cancellable_cancel (self->upload_stop);
}

void
ante_outbox_note_file (AnteOutbox *self, AnteOutboxItem *item, AnteOutboxState to)
{
  if (item->file == NULL)
    return;
  if (to == ANTE_OUTBOX_CANCELLED && self->upload_item == item->id)
    g_cancellable_cancel (self->upload_stop);
  if (to == ANTE_OUTBOX_SENT || to == ANTE_OUTBOX_CANCELLED)
    ante_outgoing_sweep (self->outgoing);
}

/* Before it is queued again, which is heard of at once. */
void
ante_outbox_note_retry (AnteOutbox *self, AnteOutboxItem *item)
{
  if (item->file == NULL)
    return;
  g_hash_table_remove (self->upload_tries, &item->id);
  ante_outbox_try_files_again (self);
}

AnteOutgoing *
ante_outbox_get_outgoing (AnteOutbox *self)
{
  return self->outgoing;
}

void
ante_outbox_init_upload (AnteOutbox *self, AnteStore *store)
{
  self->outgoing = ante_outgoing_new (store);
  self->upload_tries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
ante_outbox_clear_upload (AnteOutbox *self)
{
  g_clear_object (&self->outgoing);
  g_clear_object (&self->upload_stop);
  g_hash_table_unref (self->upload_tries);
}
