#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-bookings.h"

#include "store/ante-bookings.h"
#include "store/ante-store-private.h"

static void
list_job (AnteDb *db, GTask *task)
{
  GError *error = NULL;
  GPtrArray *found = ante_bookings_list (db, g_task_get_task_data (task), &error);

  ante_store_return (task, found, (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_bookings_async (AnteStore *self,
                                const AnteBookingQuestion *question,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ante_store_list_bookings_async);
  g_task_set_task_data (task, g_memdup2 (question, sizeof *question), g_free);
  ante_store_read (self, task, list_job);
}

GPtrArray *
ante_store_list_bookings_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
get_job (AnteDb *db, GTask *task)
{
  const gint64 *id = g_task_get_task_data (task);
  GError *error = NULL;
  AnteBooking *booking = ante_bookings_get (db, *id, &error);

  ante_store_return (task, booking, (GDestroyNotify) ante_booking_free, error);
}

void
ante_store_get_booking_async (AnteStore *self,
                              gint64 booking,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ante_store_get_booking_async);
  g_task_set_task_data (task, g_memdup2 (&booking, sizeof booking), g_free);
  ante_store_read (self, task, get_job);
}

AnteBooking *
ante_store_get_booking_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  gint64 booking;
  char *brief;
  gint64 now;
} Note;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->brief);
  g_free (note);
}

static void
note_brief_job (AnteDb *db, GTask *task)
{
  static const char opened[] = "UPDATE booking SET brief_opened_at = ?2 WHERE id = ?1";
  static const char kept[] = "UPDATE booking SET brief = ?3, brief_at = ?2 WHERE id = ?1";
  const Note *note = g_task_get_task_data (task);
  g_autoptr (AnteBooking) booking = NULL;
  GError *error = NULL;
  gboolean ok =
    ante_db_begin (db, &error) && (booking = ante_bookings_get (db, note->booking, &error)) != NULL;

  if (ok && note->brief != NULL)
    ok = ante_db_run (db, &error, kept, "iis", note->booking, note->now, note->brief);
  else if (ok)
    ok = ante_db_run (db, &error, opened, "ii", note->booking, note->now);
  if (!ok) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_BOOKINGS, 0);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_note_brief_async (AnteStore *self,
                             gint64 booking,
                             const char *brief,
                             gint64 now,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Note *note = g_new0 (Note, 1);

  note->booking = booking;
  note->brief = g_strdup (brief);
  note->now = now;
  g_task_set_source_tag (task, ante_store_note_brief_async);
  g_task_set_task_data (task, note, note_free);
  ante_store_write (self, task, note_brief_job);
}

gboolean
ante_store_note_brief_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
