#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-merge.h"

#include "model/ante-party.h"
#include "store/ante-labels.h"
#include "store/ante-rows.h"
#include "store/ante-search-index.h"
#include "store/ante-store-private.h"

#define TOPICS                                                                                     \
  (ANTE_STORE_LEADS | ANTE_STORE_MESSAGES | ANTE_STORE_OUTBOX | ANTE_STORE_EVENTS |                \
   ANTE_STORE_ORDER | ANTE_STORE_DRAFTS)

gint64
ante_merge_find_root (AnteDb *db, gint64 lead_id, GError **error)
{
  static const char sql[] =
    "WITH RECURSIVE above (id, next) AS (SELECT id, merged_into FROM lead WHERE id = ?1"
    " UNION SELECT lead.id, lead.merged_into FROM lead JOIN above ON lead.id = above.next)"
    " SELECT id FROM above WHERE next IS NULL";
  GError *read_error = NULL;
  gint64 root = 0;

  ante_db_get_int (db, &read_error, &root, sql, "i", lead_id);
  if (read_error == NULL)
    return root;
  g_propagate_error (error, read_error);
  return -1;
}

gboolean
ante_merge_note_handles (AnteDb *db, gint64 lead_id, GError **error)
{
  static const char sql[] =
    "UPDATE lead SET also = (SELECT coalesce (group_concat (handle, ' '), '') FROM lead AS other"
    " WHERE other.id <> ?1 AND other.handle <> '' AND other.id IN " ANTE_MERGE_PERSON ")"
    " WHERE id = ?1 AND (also <> '' OR EXISTS (SELECT 1 FROM lead AS other"
    "  WHERE other.merged_into = ?1))";

  return ante_db_run (db, error, sql, "i", lead_id);
}

gboolean
ante_merge_touch_roots (AnteDb *db, GError **error)
{
  static const char sql[] = "SELECT EXISTS (SELECT 1 FROM lead WHERE merged_into IS NOT NULL)";
  guint n = db->lead_ids->len;
  gint64 any = 0;

  if (n == 0)
    return TRUE;
  if (!ante_db_get_int (db, error, &any, sql, ""))
    return FALSE;
  for (guint i = 0; any != 0 && i < n; i++) {
    gint64 lead_id = g_array_index (db->lead_ids, gint64, i);
    gint64 root = ante_merge_find_root (db, lead_id, error);

    if (root < 0)
      return FALSE;
    if (root != 0 && root != lead_id)
      ante_db_touch (db, 0, root);
  }
  return TRUE;
}

/* --- together and apart --------------------------------------------------------------------- */

static gboolean
run_all (AnteDb *db, const char *const *sql, gint64 lead_id, gint64 other, GError **error)
{
  for (; *sql != NULL; sql++) {
    if (!ante_db_run (db, error, *sql, "ii", lead_id, other))
      return FALSE;
  }
  return TRUE;
}

/* What is begun to either stands in one box, the other's below; what its row holds is kept, to tell
 * them apart again. */
static const char *const together[] = {
  "UPDATE lead SET merged_into = ?1, memory_due = 0 WHERE id = ?2",
  "UPDATE lead SET memory_due = 1 WHERE id = ?1",
  "UPDATE message SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  "UPDATE fact SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  "UPDATE touch SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  "UPDATE note SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  "UPDATE receipt SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  "UPDATE outbox SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  /* One waits for a decision, a lead: what was written to one of them answers no longer all. */
  "UPDATE ai_draft SET state = 'expired', reason = 'merged' WHERE lead_id IN (?1, ?2)"
  " AND state IN ('waiting', 'held')",
  "UPDATE ai_draft SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  "UPDATE ai_silence SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  "UPDATE ai_ledger SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  "UPDATE kept_case SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  "UPDATE draft_file SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  "UPDATE follow_up SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  "UPDATE handoff SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  "UPDATE booking SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  "UPDATE call SET lead_id = ?1, via = coalesce (via, ?2) WHERE lead_id = ?2",
  "UPDATE draft SET text = text || char (10) || (SELECT text FROM draft WHERE lead_id = ?2)"
  " WHERE lead_id = ?1 AND EXISTS (SELECT 1 FROM draft WHERE lead_id = ?2)",
  "INSERT OR IGNORE INTO draft (lead_id, text) SELECT ?1, text FROM draft WHERE lead_id = ?2",
  "INSERT OR IGNORE INTO note_draft (lead_id, note_id, text)"
  " SELECT ?1, note_id, text FROM note_draft WHERE lead_id = ?2",
  "DELETE FROM lead_name WHERE rowid = ?2 AND ?1 > 0",
  NULL,
};

#define OTHERS                                                                                     \
  "(WITH RECURSIVE person (id) AS (SELECT ?2 UNION SELECT other.id FROM lead AS other JOIN person" \
  " ON other.merged_into = person.id) SELECT id FROM person)"
#define BACK(table)                                                                                \
  "UPDATE " table " SET lead_id = ?2, via = nullif (via, ?2) WHERE lead_id = ?1 AND via "          \
  "IN " OTHERS

/* What has come by the other's conversation since, and what was found in its words, goes with it.
 * What is begun is cut where it was put together, if it is as it was. */
static const char *const apart[] = {
  BACK ("message"),
  BACK ("fact"),
  BACK ("touch"),
  BACK ("note"),
  BACK ("receipt"),
  BACK ("outbox"),
  BACK ("ai_draft"),
  BACK ("ai_silence"),
  BACK ("ai_ledger"),
  BACK ("kept_case"),
  BACK ("draft_file"),
  BACK ("follow_up"),
  BACK ("handoff"),
  BACK ("booking"),
  BACK ("call"),
  "UPDATE fact SET lead_id = ?2 WHERE lead_id = ?1"
  " AND message_id IN (SELECT id FROM message WHERE lead_id = ?2)",
  "UPDATE touch SET lead_id = ?2 WHERE lead_id = ?1"
  " AND evidence IN (SELECT mid FROM message WHERE lead_id = ?2)",
  "DELETE FROM draft WHERE lead_id = ?1 AND text = (SELECT text FROM draft WHERE lead_id = ?2)",
  "UPDATE draft SET text = substr (text, 1, length (text) - 1"
  "  - (SELECT length (text) FROM draft WHERE lead_id = ?2))"
  " WHERE lead_id = ?1 AND substr (text, length (text) - (SELECT length (text) FROM draft"
  "  WHERE lead_id = ?2)) = char (10) || (SELECT text FROM draft WHERE lead_id = ?2)",
  "DELETE FROM note_draft WHERE lead_id = ?1"
  " AND text = (SELECT text FROM note_draft WHERE lead_id = ?2)",
  "UPDATE lead SET memory_due = 1, merged_into = NULL WHERE id = ?2",
  "UPDATE lead SET memory_due = 1 WHERE id = ?1",
  NULL,
};

/* Whether each of them stands where it has to, for that. */
static gboolean
check (AnteDb *db, gint64 lead_id, gint64 other, gboolean merged, GError **error)
{
  static const char sql[] =
    "SELECT (SELECT merged_into IS NULL FROM lead WHERE id = ?1)"
    " AND (SELECT merged_into IS nullif (?3, 0) FROM lead WHERE id = ?2) AND ?1 <> ?2";
  gint64 fits = 0;

  if (!ante_db_get_int (db, error, &fits, sql, "iii", lead_id, other, merged ? lead_id : 0))
    return FALSE;
  return fits != 0 ||
         ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "who is one person has changed since");
}

static gboolean
put_together (AnteDb *db, gint64 lead_id, gint64 other, GError **error)
{
  ante_db_touch (db, TOPICS, lead_id);
  ante_db_touch (db, TOPICS, other);
  return check (db, lead_id, other, FALSE, error) &&
         run_all (db, together, lead_id, other, error) &&
         ante_search_index_name (db, lead_id, error);
}

static gboolean
take_apart (AnteDb *db, gint64 lead_id, gint64 other, GError **error)
{
  ante_db_touch (db, TOPICS, lead_id);
  ante_db_touch (db, TOPICS, other);
  return check (db, lead_id, other, TRUE, error) && run_all (db, apart, lead_id, other, error) &&
         ante_search_index_name (db, lead_id, error) && ante_search_index_name (db, other, error);
}

gboolean
ante_merge_flip (AnteDb *db, const AnteEvent *event, GError **error)
{
  if (event->to != NULL)
    return take_apart (db, event->lead_id, g_ascii_strtoll (event->to, NULL, 10), error);
  return put_together (db, event->lead_id, g_ascii_strtoll (event->from, NULL, 10), error);
}

/* --- what there is one of ------------------------------------------------------------------- */

/* Of each of the two, before they are one. */
typedef struct {
  gint64 id;
  char *owner;
  char *source;
  char *source_detail;
  char *next_action;
  gint64 next_due;
  char *next_owner;
  char *labels;
  gboolean pinned;
  char *booking_link;
  gboolean no_automation;
  gboolean never_ai;
  gint64 owes_since;
  gint64 done_at;
  gboolean unread;
  gint64 read_at;
  gint64 first_touch; /* when, ms; G_MAXINT64 where nothing is known of it */
} Half;

static void
half_clear (Half *half)
{
  g_free (half->owner);
  g_free (half->source);
  g_free (half->source_detail);
  g_free (half->next_action);
  g_free (half->next_owner);
  g_free (half->labels);
  g_free (half->booking_link);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Half, half_clear)

static gboolean
read_half (AnteDb *db, gint64 lead_id, Half *half, GError **error)
{
  static const char sql[] =
    "SELECT owner, source, source_detail, next_action, next_due, next_owner, labels, pinned,"
    " booking_link, no_automation, owes_reply_since, done_at, unread, read_at,"
    " (SELECT min (at) FROM touch WHERE lead_id = ?1 AND withdrawn = 0), never_ai FROM lead"
    " WHERE id = ?1";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", lead_id);

  if (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    half->id = lead_id;
    half->owner = ante_stmt_dup_text (stmt, 0);
    half->source = ante_stmt_dup_text (stmt, 1);
    half->source_detail = ante_stmt_dup_text (stmt, 2);
    half->next_action = ante_stmt_dup_text (stmt, 3);
    half->next_due = sqlite3_column_int64 (stmt, 4);
    half->next_owner = ante_stmt_dup_text (stmt, 5);
    half->labels = ante_stmt_dup_text (stmt, 6);
    half->pinned = sqlite3_column_int (stmt, 7) != 0;
    half->booking_link = ante_stmt_dup_text (stmt, 8);
    half->no_automation = sqlite3_column_int (stmt, 9) != 0;
    half->owes_since = sqlite3_column_int64 (stmt, 10);
    half->done_at = sqlite3_column_int64 (stmt, 11);
    half->unread = sqlite3_column_int (stmt, 12) > 0;
    half->read_at = sqlite3_column_int64 (stmt, 13);
    half->first_touch =
      sqlite3_column_type (stmt, 14) != SQLITE_NULL ? sqlite3_column_int64 (stmt, 14) : G_MAXINT64;
    half->never_ai = sqlite3_column_int (stmt, 15) != 0;
  } else if (read_error == NULL) {
    ante_db_refuse (&read_error, ANTE_STORE_ERROR_NOT_FOUND, "there is no such lead");
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

static gboolean
set (AnteDb *db,
     const AnteAct *act,
     const Half *one,
     const char *field,
     const char *value,
     GError **error)
{
  return ante_fields_set (db, act, one->id, field, value, error);
}

static gboolean
set_number (
  AnteDb *db, const AnteAct *act, const Half *one, const char *field, gint64 value, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return set (db, act, one, field, text, error);
}

/* The first touch of all. */
static gboolean
take_source (AnteDb *db, const AnteAct *act, const Half *one, const Half *other, GError **error)
{
  gboolean known = g_strcmp0 (other->source, "unknown") != 0;

  if (!known || (g_strcmp0 (one->source, "unknown") != 0 && other->first_touch >= one->first_touch))
    return TRUE;
  return set (db, act, one, "source", other->source, error) &&
         set (db, act, one, "source-detail", other->source_detail, error);
}

/* Both are to be done, by the time at which the first is due. */
static gboolean
take_next_step (AnteDb *db, const AnteAct *act, const Half *one, const Half *other, GError **error)
{
  g_autofree char *both = NULL;
  gint64 due = other->next_due;

  if (other->next_action == NULL || g_strcmp0 (one->next_action, other->next_action) == 0)
    return TRUE;
  if (one->next_action == NULL)
    return set (db, act, one, ANTE_FIELD_NEXT_ACTION, other->next_action, error) &&
           set_number (db, act, one, ANTE_FIELD_NEXT_DUE, due, error) &&
           set (db, act, one, ANTE_FIELD_NEXT_OWNER, other->next_owner, error);
  both = g_strdup_printf ("%s · %s", one->next_action, other->next_action);
  if (one->next_due != 0)
    due = due != 0 ? MIN (due, one->next_due) : one->next_due;
  return set (db, act, one, ANTE_FIELD_NEXT_ACTION, both, error) &&
         set_number (db, act, one, ANTE_FIELD_NEXT_DUE, due, error);
}

/* What is owed or unread at either stays so. */
static gboolean
take_marks (AnteDb *db, const AnteAct *act, const Half *one, const Half *other, GError **error)
{
  gint64 done = MAX (one->done_at, other->done_at);
  gint64 read = one->unread || other->unread ? MIN (one->read_at, other->read_at)
                                             : MAX (one->read_at, other->read_at);

  if (one->owes_since > 0)
    done = one->done_at;
  else if (other->owes_since > 0)
    done = MIN (one->done_at, other->owes_since - 1);
  return set_number (db, act, one, ANTE_FIELD_OWES_REPLY, done, error) &&
         set_number (db, act, one, ANTE_FIELD_UNREAD, read, error);
}

static gboolean
take_fields (AnteDb *db, const AnteAct *act, const Half *one, const Half *other, GError **error)
{
  g_autofree char *labels = ante_labels_unite (one->labels, other->labels);

  return take_source (db, act, one, other, error) && take_next_step (db, act, one, other, error) &&
         take_marks (db, act, one, other, error) &&
         set (db, act, one, ANTE_FIELD_LABELS, labels, error) &&
         (g_strcmp0 (one->owner, ANTE_PARTY_NONE) != 0 ||
          set (db, act, one, ANTE_FIELD_OWNER, other->owner, error)) &&
         (!other->pinned || set (db, act, one, ANTE_FIELD_PINNED, "1", error)) &&
         (!other->no_automation || set (db, act, one, ANTE_FIELD_NO_AUTOMATION, "1", error)) &&
         (!other->never_ai || set (db, act, one, ANTE_FIELD_NEVER_AI, "1", error)) &&
         (one->booking_link != NULL ||
          set (db, act, one, ANTE_FIELD_BOOKING_LINK, other->booking_link, error));
}

gboolean
ante_merge_lead (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  gint64 id = ante_rows_parse_number (change->value);
  g_autofree char *told = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_auto (Half) one = { 0 };
  g_auto (Half) other = { 0 };

  if (id == change->lead_id)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "it is the same lead");
  if (!read_half (db, change->lead_id, &one, error) || !read_half (db, id, &other, error))
    return FALSE;

  /* First in the act, which is taken back from its end: what is one field's is one lead's again. */
  return ante_fields_write_event (db, act, one.id, 0, ANTE_FIELD_MERGE, NULL, told, error) &&
         put_together (db, one.id, other.id, error) && take_fields (db, act, &one, &other, error) &&
         set (db, act, &other, ANTE_FIELD_NOT_A_LEAD, ANTE_NOT_A_LEAD_MERGED, error) &&
         ante_fields_settle (db, other.id, error);
}
