#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-calendars.h"

#include "rules/ante-text.h"
#include "store/ante-calendar-look.h"
#include "store/ante-store-private.h"

#define MAX_NAME_CHARS 100

static AnteCalendarSource *
read_row (sqlite3_stmt *stmt)
{
  AnteCalendarSource *self = ante_calendar_source_new (
    (const char *) sqlite3_column_text (stmt, 1), (const char *) sqlite3_column_text (stmt, 2),
    (const char *) sqlite3_column_text (stmt, 3));

  self->id = sqlite3_column_int64 (stmt, 0);
  self->etag = ante_stmt_dup_text (stmt, 4);
  self->modified = ante_stmt_dup_text (stmt, 5);
  self->polled_at = sqlite3_column_int64 (stmt, 6);
  self->next_at = sqlite3_column_int64 (stmt, 7);
  self->failures = (guint) sqlite3_column_int (stmt, 8);
  self->error = ante_stmt_dup_text (stmt, 9);
  return self;
}

static void
list_job (AnteDb *db, GTask *task)
{
  static const char sql[] = "SELECT id, kind, name, host, etag, modified, polled_at, next_at,"
                            " failures, error FROM calendar WHERE gone = 0 ORDER BY id";
  g_autoptr (GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_calendar_source_free);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "");

  while (stmt != NULL && ante_db_next (db, stmt, &error))
    g_ptr_array_add (found, read_row (stmt));
  ante_store_return (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_calendars_async (AnteStore *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ante_store_list_calendars_async);
  ante_store_read (self, task, list_job);
}

GPtrArray *
ante_store_list_calendars_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- adding and removing --------------------------------------------------------------------- */

/**
 * Edit:
 * @number: row id, or the time
 */
typedef struct {
  AnteCalendarSource *calendar;
  gint64 number;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  ante_calendar_source_free (edit->calendar);
  g_free (edit);
}

static void
queue (
  AnteStore *self, GTask *task, const AnteCalendarSource *calendar, gint64 number, AnteStoreJob job)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->calendar = calendar != NULL ? ante_calendar_source_copy (calendar) : NULL;
  edit->number = number;
  g_task_set_task_data (task, edit, edit_free);
  ante_store_write (self, task, job);
}

static gboolean
find_file (AnteDb *db, const char *name, gint64 *id, GError **error)
{
  static const char sql[] = "SELECT coalesce (max (id), 0) FROM calendar WHERE kind = 'file'"
                            " AND gone = 0 AND name = ?1";

  return ante_db_get_int (db, error, id, sql, "s", name);
}

static gboolean
add (AnteDb *db, const AnteCalendarSource *calendar, gint64 now, gint64 *id, GError **error)
{
  static const char sql[] =
    "INSERT INTO calendar (kind, name, host, added_at) VALUES (?1, ?2, ?3, ?4)";
  gboolean is_file = g_str_equal (calendar->kind, "file");
  g_autofree char *name =
    ante_text_one_line (calendar->name != NULL ? calendar->name : "", MAX_NAME_CHARS);

  *id = 0;
  if (is_file && !find_file (db, name, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  if (!ante_db_run (db, error, sql, "sssi", calendar->kind, name,
                    calendar->host != NULL ? calendar->host : "", now))
    return FALSE;
  *id = sqlite3_last_insert_rowid (db->handle);
  return TRUE;
}

static void
add_job (AnteDb *db, GTask *task)
{
  const Edit *edit = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 id = 0;

  if (!ante_db_begin (db, &error) || !add (db, edit->calendar, edit->number, &id, &error)) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_BOOKINGS, 0);
  if (ante_store_commit (db, task))
    g_task_return_int (task, id);
}

void
ante_store_add_calendar_async (AnteStore *self,
                               const AnteCalendarSource *calendar,
                               gint64 now,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ante_store_add_calendar_async);
  queue (self, task, calendar, now, add_job);
}

gint64
ante_store_add_calendar_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

/* Ends a job that has changed the row of one. */
static void
finish (AnteDb *db, GTask *task, gboolean ok, GError *error)
{
  if (ok && sqlite3_changes (db->handle) == 0) {
    g_set_error_literal (&error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND,
                         "there is no such calendar");
    ok = FALSE;
  }
  if (!ok) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_BOOKINGS, 0);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

static void
remove_job (AnteDb *db, GTask *task)
{
  static const char sql[] = "UPDATE calendar SET gone = 1, next_at = 0, etag = NULL,"
                            " modified = NULL, error = NULL WHERE id = ?1 AND gone = 0";
  const Edit *edit = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean ok = ante_db_begin (db, &error) && ante_db_run (db, &error, sql, "i", edit->number);

  finish (db, task, ok, error);
}

void
ante_store_remove_calendar_async (AnteStore *self,
                                  gint64 calendar,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ante_store_remove_calendar_async);
  queue (self, task, NULL, calendar, remove_job);
}

gboolean
ante_store_remove_calendar_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
set_polled_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "UPDATE calendar SET etag = ?2, modified = ?3, polled_at = ?4, next_at = ?5, failures = ?6,"
    " error = ?7, name = coalesce (nullif (?8, ''), name) WHERE id = ?1 AND gone = 0";
  const Edit *edit = g_task_get_task_data (task);
  const AnteCalendarSource *calendar = edit->calendar;
  g_autofree char *name =
    ante_text_one_line (calendar->name != NULL ? calendar->name : "", MAX_NAME_CHARS);
  GError *error = NULL;
  gboolean ok = ante_db_begin (db, &error) &&
                ante_db_run (db, &error, sql, "issiiiss", calendar->id, calendar->etag,
                             calendar->modified, calendar->polled_at, calendar->next_at,
                             (gint64) calendar->failures, calendar->error, name);

  finish (db, task, ok, error);
}

void
ante_store_set_polled_async (AnteStore *self,
                             const AnteCalendarSource *calendar,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ante_store_set_polled_async);
  queue (self, task, calendar, 0, set_polled_job);
}

gboolean
ante_store_set_polled_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- looks ----------------------------------------------------------------------------------- */

static void
look_free (gpointer data)
{
  AnteCalendarLook *look = data;

  g_ptr_array_unref (look->events);
  g_clear_pointer (&look->same, g_ptr_array_unref);
  g_free (look);
}

static void
take_job (AnteDb *db, GTask *task)
{
  const AnteCalendarLook *look = g_task_get_task_data (task);
  g_autofree AnteCalendarTaken *taken = NULL;
  GError *error = NULL;

  if (!ante_db_begin (db, &error) || (taken = ante_calendar_look_take (db, look, &error)) == NULL) {
    ante_store_fail (db, task, error);
    return;
  }
  if (ante_store_commit (db, task))
    g_task_return_pointer (task, g_steal_pointer (&taken), g_free);
}

void
ante_store_take_calendar_async (AnteStore *self,
                                const AnteCalendarLook *look,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AnteCalendarLook *copy = g_memdup2 (look, sizeof *look);

  g_ptr_array_ref (copy->events);
  if (copy->same != NULL)
    g_ptr_array_ref (copy->same);
  g_task_set_source_tag (task, ante_store_take_calendar_async);
  g_task_set_task_data (task, copy, look_free);
  ante_store_write (self, task, take_job);
}

AnteCalendarTaken *
ante_store_take_calendar_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
