#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-forget.h"

#include "store/ante-merge.h"
#include "store/ante-rows.h"
#include "store/ante-search-index.h"
#include "store/ante-store-changes.h"
#include "store/ante-store-private.h"

#include <string.h>

#define SALT_SETTING "forget-salt"
#define SALT_BYTES 32

/* Messages this close to the last one are known again one by one: several may be of one second, and
 * Instagram's own time of what we sent may be a little later than ours. */
#define LAG_MS (2 * 60 * 1000)

/* --- known again ---------------------------------------------------------------------------- */

/* (transfer full) (nullable): NULL where nobody was ever forgotten, too. */
static char *
get_salt (AnteDb *db, GError **error)
{
  return ante_db_get_text (db, error, "SELECT value FROM setting WHERE key = '" SALT_SETTING "'",
                           "");
}

static char *
make_salt (AnteDb *db, GError **error)
{
  GError *read_error = NULL;
  g_autofree char *salt = get_salt (db, &read_error);
  guint8 bytes[SALT_BYTES];
  GString *hex = NULL;

  if (salt != NULL)
    return g_steal_pointer (&salt);
  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return NULL;
  }
  sqlite3_randomness (sizeof bytes, bytes);
  hex = g_string_new (NULL);
  for (guint i = 0; i < sizeof bytes; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);
  salt = g_string_free (hex, FALSE);
  if (!ante_db_run (db, error, "INSERT INTO setting (key, value) VALUES ('" SALT_SETTING "', ?1)",
                    "s", salt))
    return NULL;
  return g_steal_pointer (&salt);
}

/* (transfer full) (nullable). A person and a conversation are never taken for one another. */
static char *
hash (const char *salt, const char *kind, const char *id)
{
  g_autofree char *words = g_strdup_printf ("%s:%s", kind, id);

  return g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) salt, strlen (salt), words,
                                    -1);
}

static gboolean
read_key (AnteDb *db, const char *key, AnteForgotten *found, GError **error)
{
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (
    db, &read_error, "SELECT until, updated_at FROM forgotten_key WHERE key = ?1", "s", key);

  if (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    found->until = MAX (found->until, sqlite3_column_int64 (stmt, 0));
    found->updated_at = MAX (found->updated_at, sqlite3_column_int64 (stmt, 1));
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

gboolean
ante_forget_find (
  AnteDb *db, const char *igsid, const char *thread_id, AnteForgotten *found, GError **error)
{
  GError *read_error = NULL;
  g_autofree char *salt = get_salt (db, &read_error);
  g_autofree char *person = NULL;
  g_autofree char *thread = NULL;

  *found = (AnteForgotten){ 0 };
  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return FALSE;
  }
  if (salt == NULL)
    return TRUE;
  person = igsid != NULL ? hash (salt, "person", igsid) : NULL;
  thread = thread_id != NULL ? hash (salt, "thread", thread_id) : NULL;
  return (person == NULL || read_key (db, person, found, error)) &&
         (thread == NULL || read_key (db, thread, found, error));
}

gboolean
ante_forget_has_message (AnteDb *db,
                         const AnteForgotten *forgotten,
                         const AnteMessage *message,
                         gboolean *has,
                         GError **error)
{
  static const char sql[] = "SELECT EXISTS (SELECT 1 FROM forgotten_key WHERE key = ?1)";
  g_autofree char *salt = NULL;
  g_autofree char *key = NULL;
  gint64 found = 0;

  *has = message->at < forgotten->until;
  if (*has || forgotten->until == 0)
    return TRUE;
  if ((salt = get_salt (db, error)) == NULL)
    return FALSE;
  key = hash (salt, "message", message->mid);
  if (!ante_db_get_int (db, error, &found, sql, "s", key))
    return FALSE;
  *has = found != 0;
  return TRUE;
}

gboolean
ante_forget_note_update (AnteDb *db, const AnteThread *thread, GError **error)
{
  GError *read_error = NULL;
  g_autofree char *salt = get_salt (db, &read_error);
  g_autofree char *key = NULL;

  if (salt == NULL) {
    if (read_error != NULL)
      g_propagate_error (error, read_error);
    return read_error == NULL;
  }
  key = hash (salt, "thread", thread->id);
  return ante_db_run (db, error,
                      "UPDATE forgotten_key SET updated_at = max (updated_at, ?2) WHERE key = ?1",
                      "si", key, thread->updated_at);
}

/* --- forgetting ----------------------------------------------------------------------------- */

static gboolean
keep_key (AnteDb *db,
          const char *salt,
          const char *kind,
          const char *id,
          gint64 until,
          gint64 updated_at,
          GError **error)
{
  static const char sql[] =
    "INSERT INTO forgotten_key (key, until, updated_at) VALUES (?1, ?2, ?3)"
    " ON CONFLICT (key) DO UPDATE SET until = max (until, ?2), updated_at = ?3";
  g_autofree char *key = id != NULL ? hash (salt, kind, id) : NULL;

  return key == NULL || ante_db_run (db, error, sql, "sii", key, until, updated_at);
}

/* Up to the newest that was there: what they have written since and nobody has read yet is new. */
static gboolean
keep_conversations (AnteDb *db, const char *salt, gint64 lead_id, GError **error)
{
  static const char sql[] = "SELECT igsid, thread_id, thread_updated_at, max (newest_at,"
                            " coalesce ((SELECT max (at) FROM message WHERE lead_id = ?1), 0))"
                            " FROM lead WHERE id IN " ANTE_MERGE_PERSON;
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", lead_id);

  while (stmt != NULL && read_error == NULL && ante_db_next (db, stmt, &read_error)) {
    gint64 updated_at = sqlite3_column_int64 (stmt, 2);
    gint64 until = sqlite3_column_int64 (stmt, 3);

    if (keep_key (db, salt, "person", (const char *) sqlite3_column_text (stmt, 0), until,
                  updated_at, &read_error))
      keep_key (db, salt, "thread", (const char *) sqlite3_column_text (stmt, 1), until, updated_at,
                &read_error);
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

static gboolean
keep_last_messages (AnteDb *db, const char *salt, gint64 lead_id, GError **error)
{
  static const char sql[] = "SELECT mid FROM message WHERE lead_id = ?1"
                            " AND at >= (SELECT max (at) FROM message WHERE lead_id = ?1) - ?2";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "ii", lead_id, (gint64) LAG_MS);

  while (stmt != NULL && read_error == NULL && ante_db_next (db, stmt, &read_error))
    keep_key (db, salt, "message", (const char *) sqlite3_column_text (stmt, 0), 0, 0, &read_error);
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

static gboolean
keep_keys (AnteDb *db, gint64 lead_id, GError **error)
{
  g_autofree char *salt = make_salt (db, error);

  return salt != NULL && keep_conversations (db, salt, lead_id, error) &&
         keep_last_messages (db, salt, lead_id, error);
}

#define FORGOTTEN_BOOKING                                                                          \
  "lead_id = NULL, via = NULL, zone = NULL, title = '', place = NULL, who_name = NULL,"            \
  " who_email = NULL, answers = NULL, matched_by = '', candidates = '-', brief = NULL, kept = 0"

/* A call that might be theirs is nobody else's, or it is still to be asked whose. */
static gboolean
forget_guesses (AnteDb *db, gint64 lead_id, GError **error)
{
  static const char take_out[] =
    "UPDATE booking SET candidates = trim (replace (' ' || candidates || ' ',"
    " ' ' || person.id || ' ', ' ')) FROM (SELECT id FROM lead WHERE id IN " ANTE_MERGE_PERSON
    ") AS person WHERE ' ' || candidates || ' ' LIKE '% ' || person.id || ' %'"
    " AND (lead_id IS NULL OR lead_id NOT IN " ANTE_MERGE_PERSON ")";
  static const char alone[] =
    "UPDATE booking SET " FORGOTTEN_BOOKING " WHERE lead_id IS NULL AND candidates <> ''"
    " AND candidates IN (SELECT cast (id AS TEXT) FROM lead WHERE id IN " ANTE_MERGE_PERSON ")";

  return ante_db_run (db, error, alone, "i", lead_id) &&
         ante_db_run (db, error, take_out, "i", lead_id);
}

static gboolean
forget_words (AnteDb *db, gint64 lead_id, GError **error)
{
  static const char sql[] = "SELECT id, text FROM message WHERE lead_id = ?1";
  GError *failure = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &failure, sql, "i", lead_id);

  while (stmt != NULL && failure == NULL && ante_db_next (db, stmt, &failure))
    ante_search_index_remove (db, sqlite3_column_int64 (stmt, 0),
                              (const char *) sqlite3_column_text (stmt, 1), &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* Each where nothing that is still there names it. The history is append-only but for this: undo
 * must not bring anybody back. */
static gboolean
delete_rows (AnteDb *db, gint64 lead_id, GError **error)
{
  static const char *const sql[] = {
    "INSERT OR IGNORE INTO wipe (file) SELECT picture_path FROM lead"
    " WHERE picture_path <> '' AND id IN " ANTE_MERGE_PERSON,
    "INSERT OR IGNORE INTO wipe (file) SELECT '' WHERE ?1 > 0",
    "DELETE FROM fact WHERE lead_id IN " ANTE_MERGE_PERSON,
    "UPDATE ai_draft SET outbox_id = NULL WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM outbox WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM ai_draft WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM ai_silence WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM receipt WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM kept_case WHERE lead_id IN " ANTE_MERGE_PERSON,
    /* What left the machine has left; whose it was is not told any more. */
    "UPDATE ai_ledger SET lead_id = NULL, via = NULL WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM follow_up WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM handoff WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM call WHERE lead_id IN " ANTE_MERGE_PERSON
    " OR booking_id IN (SELECT id FROM booking WHERE lead_id IN " ANTE_MERGE_PERSON ")",
    "DELETE FROM booking WHERE calendar_id IS NULL AND lead_id IN " ANTE_MERGE_PERSON,
    /* The calendar goes on telling of it: that it is known is all that is kept. */
    "UPDATE booking SET " FORGOTTEN_BOOKING " WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM message WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM gap WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM touch WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM event WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM note WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM note_draft WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM draft WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM draft_file WHERE lead_id IN " ANTE_MERGE_PERSON,
    "DELETE FROM lead_name WHERE rowid IN " ANTE_MERGE_PERSON,
  };
  static const char leaves[] =
    "DELETE FROM lead WHERE id IN " ANTE_MERGE_PERSON
    " AND NOT EXISTS (SELECT 1 FROM lead AS other WHERE other.merged_into = lead.id)";
  gint64 before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++) {
    if (!ante_db_run (db, error, sql[i], "i", lead_id))
      return FALSE;
  }
  /* Those that were merged, before those that they were merged into. */
  do {
    before = sqlite3_total_changes (db->handle);
    if (!ante_db_run (db, error, leaves, "i", lead_id))
      return FALSE;
  } while (sqlite3_total_changes (db->handle) != before);
  return TRUE;
}

static gboolean
check_still (AnteDb *db, gint64 lead_id, GError **error)
{
  static const char sql[] =
    "SELECT (SELECT count(*) FROM lead WHERE id = ?1 AND merged_into IS NULL),"
    " (SELECT count(*) FROM outbox WHERE lead_id = ?1 AND state = 'sending')";
  GError *failure = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &failure, sql, "i", lead_id);

  if (stmt != NULL && ante_db_next (db, stmt, &failure)) {
    if (sqlite3_column_int (stmt, 0) == 0)
      g_set_error_literal (&failure, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND,
                           "there is no such lead");
    else if (sqlite3_column_int (stmt, 1) > 0)
      g_set_error_literal (&failure, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                           "something is being sent to the lead");
  }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

gboolean
ante_forget_lead (AnteDb *db, const AnteAct *act, gint64 lead_id, GError **error)
{
  static const char line[] = "INSERT INTO forgotten (id, at) SELECT max (id), ?2 FROM lead"
                             " WHERE id IN " ANTE_MERGE_PERSON;
  /* It has the highest number of all acts, so that no later one gets that of an act which is gone
   * and may still be told of. */
  AnteEvent event = { .group = act->act,
                      .at = act->now,
                      .actor = (char *) act->actor,
                      .field = (char *) ANTE_FIELD_FORGOTTEN };

  return check_still (db, lead_id, error) && keep_keys (db, lead_id, error) &&
         ante_db_run (db, error, line, "ii", lead_id, act->now) &&
         ante_rows_add_event (db, &event, error) >= 0 && forget_words (db, lead_id, error) &&
         forget_guesses (db, lead_id, error) && delete_rows (db, lead_id, error);
}
