#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-sync.h"

#include "store/ante-forget.h"
#include "store/ante-ingest.h"
#include "store/ante-search-index.h"
#include "store/ante-store-private.h"

void
ante_thread_state_free (AnteThreadState *self)
{
  if (self == NULL)
    return;

  g_free (self->newest_mid);
  g_free (self);
}

static AnteThreadState *
read_state (AnteDb *db, const char *thread_id, GError **error)
{
  static const char sql[] = "SELECT thread_updated_at, newest_mid, newest_at, id FROM lead"
                            " WHERE thread_id = ?1";
  AnteThreadState *state = g_new0 (AnteThreadState, 1);
  AnteForgotten forgotten = { 0 };
  g_auto (AnteStmt) stmt = ante_db_query (db, error, sql, "s", thread_id);

  if (stmt != NULL && ante_db_next (db, stmt, error)) {
    state->known = TRUE;
    state->updated_at = sqlite3_column_int64 (stmt, 0);
    state->newest_mid = ante_stmt_dup_text (stmt, 1);
    state->newest_at = sqlite3_column_int64 (stmt, 2);
    state->lead_id = sqlite3_column_int64 (stmt, 3);
    return state;
  }
  /* A conversation with somebody who was forgotten has been read up to then. */
  if (stmt != NULL && ante_forget_find (db, NULL, thread_id, &forgotten, error)) {
    state->known = forgotten.until > 0;
    state->updated_at = forgotten.updated_at;
    state->newest_at = forgotten.until;
  }
  return state;
}

static void
thread_states_job (AnteDb *db, GTask *task)
{
  char **ids = g_task_get_task_data (task);
  g_autoptr (GPtrArray) states =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_thread_state_free);
  GError *error = NULL;

  for (guint i = 0; ids[i] != NULL && error == NULL; i++)
    g_ptr_array_add (states, read_state (db, ids[i], &error));

  ante_store_return (task, g_steal_pointer (&states), (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_thread_states_async (AnteStore *self,
                                const char *const *thread_ids,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdupv ((char **) thread_ids), (GDestroyNotify) g_strfreev);
  ante_store_read (self, task, thread_states_job);
}

GPtrArray *
ante_store_thread_states_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  AnteIngest ingest;
  char *cursor;
  AnteIngestResult counts;
} Ingest;

static void
ingest_free (gpointer data)
{
  Ingest *ingest = data;

  g_clear_pointer (&ingest->ingest.threads, g_ptr_array_unref);
  g_free (ingest->cursor);
  g_free (ingest);
}

static gboolean
write_progress (AnteDb *db, const Ingest *ingest, GError **error)
{
  const AnteIngest *wanted = &ingest->ingest;

  if (wanted->set_cursor &&
      !ante_db_run (db, error, "UPDATE account SET cursor = ?1", "s", ingest->cursor))
    return FALSE;
  if (wanted->high_water != 0 &&
      !ante_db_run (db, error, "UPDATE account SET high_water = max (high_water, ?1)", "i",
                    wanted->high_water))
    return FALSE;
  if (wanted->pass_done &&
      !ante_db_run (db, error, "UPDATE account SET last_synced_at = ?1", "i", wanted->now))
    return FALSE;
  if (wanted->first_done && !ante_db_run (db, error, "UPDATE account SET first_sync_done = 1", ""))
    return FALSE;
  return TRUE;
}

static void
ingest_job (AnteDb *db, GTask *task)
{
  Ingest *ingest = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 gaps = 0;
  gboolean ok = ante_db_begin (db, &error);

  for (guint i = 0; ok && i < ingest->ingest.threads->len; i++)
    ok = ante_ingest_thread (db, ingest->ingest.threads->pdata[i], ingest->ingest.now,
                             &ingest->counts, &error);

  if (!ok || !write_progress (db, ingest, &error)) {
    ante_store_fail (db, task, error);
    return;
  }

  ante_db_get_int (db, NULL, &gaps, "SELECT count(*) FROM lead WHERE has_gap = 1", "");
  ingest->counts.gaps = (guint) gaps;
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_ingest_async (AnteStore *self,
                         const AnteIngest *ingest,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Ingest *copy = g_new0 (Ingest, 1);

  copy->ingest = *ingest;
  copy->ingest.threads = g_ptr_array_ref (ingest->threads);
  copy->cursor = g_strdup (ingest->cursor);
  g_task_set_task_data (task, copy, ingest_free);
  ante_store_write (self, task, ingest_job);
}

gboolean
ante_store_ingest_finish (AnteStore *self,
                          GAsyncResult *result,
                          AnteIngestResult *counts,
                          GError **error)
{
  const Ingest *ingest = g_task_get_task_data (G_TASK (result));

  if (counts != NULL)
    *counts = ingest->counts;
  return g_task_propagate_boolean (G_TASK (result), error);
}

typedef struct {
  AnteProfile *profile;
  gint64 now;
} SetProfile;

static void
set_profile_free (gpointer data)
{
  SetProfile *set = data;

  ante_profile_free (set->profile);
  g_free (set);
}

static void
set_profile_job (AnteDb *db, GTask *task)
{
  static const char sql[] = "UPDATE lead SET handle = coalesce (nullif (?2, ''), handle), name = "
                            "coalesce (nullif (?3, ''), name),"
                            " picture_url = ?4, follows_us = ?5, profile_at = ?6 WHERE igsid = ?1";
  const SetProfile *set = g_task_get_task_data (task);
  const AnteProfile *profile = set->profile;
  GError *error = NULL;
  gint64 id = 0;
  gboolean ok = ante_db_begin (db, &error);

  if (ok && profile->consent)
    ok = ante_db_run (db, &error, sql, "ssssii", profile->igsid, profile->username, profile->name,
                      profile->picture_url, (gint64) profile->follows_us, set->now);
  else if (ok)
    ok = ante_db_run (db, &error, "UPDATE lead SET profile_at = ?2 WHERE igsid = ?1", "si",
                      profile->igsid, set->now);
  if (ok &&
      ante_db_get_int (db, NULL, &id, "SELECT id FROM lead WHERE igsid = ?1", "s", profile->igsid))
    ok = ante_search_index_name (db, id, &error);
  if (!ok) {
    ante_store_fail (db, task, error);
    return;
  }

  if (id != 0)
    ante_db_touch (db, ANTE_STORE_LEADS, id);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_set_profile_async (AnteStore *self,
                              const AnteProfile *profile,
                              gint64 now,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  SetProfile *set = g_new0 (SetProfile, 1);

  set->profile = ante_profile_copy (profile);
  set->now = now;
  g_task_set_task_data (task, set, set_profile_free);
  ante_store_write (self, task, set_profile_job);
}

gboolean
ante_store_set_profile_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

typedef struct {
  gint64 before;
  guint limit;
} ProfilesDue;

static void
profiles_due_job (AnteDb *db, GTask *task)
{
  static const char sql[] = "SELECT igsid FROM lead WHERE profile_at < ?1 AND last_lead_at > 0"
                            " ORDER BY profile_at, last_message_at DESC LIMIT ?2";
  const ProfilesDue *due = g_task_get_task_data (task);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "ii", due->before, (gint64) due->limit);

  while (stmt != NULL && ante_db_next (db, stmt, &error))
    g_ptr_array_add (ids, ante_stmt_dup_text (stmt, 0));

  if (error != NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_ptr_array_add (ids, NULL);
  g_task_return_pointer (task, g_ptr_array_free (g_steal_pointer (&ids), FALSE),
                         (GDestroyNotify) g_strfreev);
}

void
ante_store_profiles_due_async (AnteStore *self,
                               gint64 before,
                               guint limit,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  ProfilesDue due = { before, limit };

  g_task_set_task_data (task, g_memdup2 (&due, sizeof due), g_free);
  ante_store_read (self, task, profiles_due_job);
}

GStrv
ante_store_profiles_due_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  gint64 lead_id;
  gboolean cannot_receive;
} CannotReceive;

static void
set_cannot_receive_job (AnteDb *db, GTask *task)
{
  const CannotReceive *set = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_db_begin (db, &error) ||
      !ante_db_run (db, &error, "UPDATE lead SET cannot_receive = ?2 WHERE id = ?1", "ii",
                    set->lead_id, (gint64) set->cannot_receive)) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_LEADS, set->lead_id);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_set_cannot_receive_async (AnteStore *self,
                                     gint64 lead_id,
                                     gboolean cannot_receive,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  CannotReceive set = { lead_id, cannot_receive };

  g_task_set_task_data (task, g_memdup2 (&set, sizeof set), g_free);
  ante_store_write (self, task, set_cannot_receive_job);
}

gboolean
ante_store_set_cannot_receive_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
