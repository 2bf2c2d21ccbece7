#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-ingest.h"

#include "model/ante-party.h"
#include "rules/ante-reaction-list.h"
#include "rules/ante-source.h"
#include "rules/ante-window.h"
#include "store/ante-forget.h"
#include "store/ante-gaps.h"
#include "store/ante-merge.h"
#include "store/ante-projection.h"
#include "store/ante-promises.h"
#include "store/ante-rows.h"
#include "store/ante-search-index.h"

/* A message this young may still be missing from what Instagram lists. */
#define LAG_MS (2 * 60 * 1000)

/* What the lead's row held before this answer. Somebody who was merged into another has the row of
 * the conversation, and that of the person, under which its messages stand. */
typedef struct {
  gint64 lead_id;
  gint64 person_id;
  char *igsid; /* where it was another id than now */
  gboolean is_new;
  gboolean no_source;
  gint64 newest_at;
  gint64 last_message_at;
  char *newest_mid;
} Before;

/*
 * What was read of a thread, newest first whatever the order in which it came. Where it came in
 * another order, or twice over, it is no witness of what is missing. What was forgotten is not part
 * of it, and there is nothing before that.
 */
typedef struct {
  GPtrArray *messages;
  AnteMessage *newest;
  AnteMessage *oldest;
  gboolean in_order;
  gboolean has_older;
} Range;

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const AnteMessage *left = *(const AnteMessage *const *) a;
  const AnteMessage *right = *(const AnteMessage *const *) b;

  return (left->at < right->at) - (left->at > right->at);
}

/* Sorting keeps the order among messages of one second, as g_ptr_array_sort() is a stable one. */
static gboolean
range_init (AnteDb *db,
            Range *range,
            const AnteThread *thread,
            const AnteForgotten *forgotten,
            GError **error)
{
  g_autoptr (GHashTable) mids = g_hash_table_new (g_str_hash, g_str_equal);

  range->messages = g_ptr_array_sized_new (thread->messages->len);
  range->in_order = thread->in_order;
  range->has_older = thread->has_older;
  for (guint i = 0; i < thread->messages->len; i++) {
    AnteMessage *message = thread->messages->pdata[i];
    gboolean gone = FALSE;

    if (i > 0 && message->at > ((AnteMessage *) thread->messages->pdata[i - 1])->at)
      range->in_order = FALSE;
    if (!g_hash_table_add (mids, message->mid))
      range->in_order = FALSE;
    if (!ante_forget_has_message (db, forgotten, message, &gone, error))
      return FALSE;
    if (gone)
      range->has_older = FALSE;
    else
      g_ptr_array_add (range->messages, message);
  }

  g_ptr_array_sort (range->messages, compare_newest_first);
  if (range->messages->len > 0) {
    range->newest = range->messages->pdata[0];
    range->oldest = range->messages->pdata[range->messages->len - 1];
  }
  return TRUE;
}

static gboolean
insert_lead (AnteDb *db, const AnteThread *thread, gint64 now, Before *before, GError **error)
{
  static const char sql[] =
    "INSERT INTO lead (id, igsid, thread_id, handle, stage_id, stage_since, owner, created_at)"
    " VALUES (max (coalesce ((SELECT max (id) FROM lead), 0),"
    "  coalesce ((SELECT max (id) FROM forgotten), 0)) + 1, ?1, ?2, coalesce (?3, ''),"
    " (SELECT id FROM stage WHERE role = 'new-inbound' AND gone = 0"
    "  ORDER BY hidden, position, id LIMIT 1), ?4,"
    " coalesce ((SELECT value FROM setting WHERE key = 'default-owner'), 'coach'), ?4)";

  if (!ante_db_run (db, error, sql, "sssi", thread->igsid, thread->id, thread->username, now))
    return FALSE;

  before->lead_id = sqlite3_last_insert_rowid (db->handle);
  before->person_id = before->lead_id;
  before->is_new = TRUE;
  before->no_source = TRUE;
  return TRUE;
}

/*
 * By the person, else by the conversation: the ids of people are given by Instagram to an app and
 * may change, and a new one is no new person. A thread that names nobody but us is whose it was.
 */
static gboolean
find_row (AnteDb *db, const AnteThread *thread, Before *before, GError **error)
{
  static const char sql[] =
    "SELECT id, newest_at, last_message_at, newest_mid, source = 'unknown', nullif (igsid, ?1),"
    " coalesce (?1 = (SELECT user_id FROM account), 0) AS is_us FROM lead"
    " WHERE igsid = ?1 OR thread_id = ?2 ORDER BY (igsid = ?1) <> is_us DESC LIMIT 1";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "ss", thread->igsid, thread->id);

  if (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    before->lead_id = sqlite3_column_int64 (stmt, 0);
    before->newest_at = sqlite3_column_int64 (stmt, 1);
    before->last_message_at = sqlite3_column_int64 (stmt, 2);
    before->newest_mid = ante_stmt_dup_text (stmt, 3);
    before->no_source = sqlite3_column_int (stmt, 4) != 0;
    if (sqlite3_column_int (stmt, 6) == 0)
      before->igsid = ante_stmt_dup_text (stmt, 5);
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

static gboolean
find_lead (AnteDb *db, const AnteThread *thread, Before *before, GError **error)
{
  static const char sql[] = "SELECT last_message_at, source = 'unknown' FROM lead WHERE id = ?1";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = NULL;

  if (!find_row (db, thread, before, error) ||
      (before->lead_id != 0 &&
       (before->person_id = ante_merge_find_root (db, before->lead_id, error)) <= 0))
    return FALSE;
  if (before->person_id == before->lead_id)
    return TRUE;
  stmt = ante_db_query (db, &read_error, sql, "i", before->person_id);
  if (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    before->last_message_at = sqlite3_column_int64 (stmt, 0);
    before->no_source = sqlite3_column_int (stmt, 1) != 0;
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

static gboolean
insert_attachments (AnteDb *db, AnteMessage *message, gint64 id, GError **error)
{
  static const char sql[] = "INSERT INTO attachment (message_id, position, kind, mime, url, "
                            "preview_url, title, width, height)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

  for (guint i = 0; message->attachments != NULL && i < message->attachments->len; i++) {
    const AnteAttachment *attachment = message->attachments->pdata[i];

    if (!ante_db_run (db, error, sql, "iisssssii", id, (gint64) i,
                      ante_message_kind_to_nick (attachment->kind), attachment->mime,
                      attachment->url, attachment->preview_url, attachment->title,
                      (gint64) attachment->width, (gint64) attachment->height))
      return FALSE;
  }
  return TRUE;
}

/* TRUE with @inserted telling whether it was new. */
static gboolean
insert_message (
  AnteDb *db, const Before *before, AnteMessage *message, gboolean *inserted, GError **error)
{
  static const char sql[] = "INSERT INTO message (lead_id, mid, at, author, kind, text, reply_to, "
                            "story_id, story_url, reactions, via)"
                            " VALUES (?1, ?2, ?3, coalesce ((SELECT author FROM outbox WHERE mid = "
                            "?2), ?4), ?5, ?6, ?7, ?8,"
                            " ?9, ?10, nullif (?11, ?1)) ON CONFLICT (mid) DO NOTHING";
  gint64 id = 0;

  if (!ante_db_run (db, error, sql, "isisssssssi", before->person_id, message->mid, message->at,
                    message->author, ante_message_kind_to_nick (message->kind), message->text,
                    message->reply_to, message->story_id, message->story_url, message->reactions,
                    before->lead_id))
    return FALSE;

  *inserted = sqlite3_changes (db->handle) > 0;
  if (!*inserted)
    return TRUE;

  id = sqlite3_last_insert_rowid (db->handle);
  return ante_search_index_add (db, id, message->text, error) &&
         insert_attachments (db, message, id, error);
}

static gboolean
refresh_attachments (AnteDb *db, AnteMessage *message, gint64 id, GError **error)
{
  if (message->attachments == NULL)
    return TRUE;
  return ante_db_run (db, error, "DELETE FROM attachment WHERE message_id = ?1", "i", id) &&
         insert_attachments (db, message, id, error);
}

/* A video may get its address only when Instagram has done with it. That an address is another one
 * each time it is read is no news. */
static gboolean
has_other_attachments (AnteDb *db, AnteMessage *message, gint64 id, gboolean *other, GError **error)
{
  gint64 n = 0;

  if (!ante_db_get_int (db, error, &n, "SELECT count(*) FROM attachment WHERE message_id = ?1", "i",
                        id))
    return FALSE;
  *other = message->attachments != NULL && n != message->attachments->len;
  return TRUE;
}

/* What an answer with fewer fields makes of a message that has more. */
static gboolean
is_poorer (AnteMessageKind kind, AnteMessageKind stored)
{
  return kind == ANTE_MESSAGE_UNSUPPORTED ||
         (kind == ANTE_MESSAGE_TEXT && stored != ANTE_MESSAGE_UNSUPPORTED);
}

/*
 * An answer may leave fields out that another had, or say of a message that it is not supported any
 * more: what is known stays. Reactions can be taken away, but that is seen only where they were
 * asked for.
 */
static void
keep_known (const AnteThread *thread, AnteMessage *message, AnteMessage *stored)
{
  if (message->text == NULL)
    message->text = g_strdup (stored->text);
  if (is_poorer (message->kind, stored->kind))
    message->kind = stored->kind;
  if (message->at_guessed)
    message->at = stored->at;
  if (!thread->has_reactions) {
    g_free (message->reactions);
    message->reactions = g_strdup (stored->reactions);
  }
}

/* What we have reacted with and Instagram does not have yet is not taken away by what it lists. */
static gboolean
keep_wish (AnteDb *db, AnteMessage *message, gint64 id, GError **error)
{
  GError *failure = NULL;
  g_autofree char *emoji = ante_db_get_text (
    db, &failure, "SELECT emoji FROM reaction_wish WHERE message_id = ?1", "i", id);
  g_autofree char *reactions = g_steal_pointer (&message->reactions);

  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  message->reactions =
    emoji != NULL ? ante_reaction_list_set_own (reactions, emoji) : g_steal_pointer (&reactions);
  return TRUE;
}

/*
 * A message that is known may have been edited, reacted to, or got its media meanwhile. The time of
 * one that we sent is the moment of sending until Instagram's own is read.
 */
static gboolean
update_message (
  AnteDb *db, const AnteThread *thread, AnteMessage *message, gboolean *changed, GError **error)
{
  static const char find[] = "SELECT " ANTE_ROWS_MESSAGE " FROM message WHERE mid = ?1";
  static const char sql[] = "UPDATE message SET text = ?2, reactions = ?3, at = ?4, kind = ?5,"
                            " unsent = 0 WHERE id = ?1";
  g_autoptr (AnteMessage) stored = NULL;
  gboolean other = FALSE;

  {
    g_auto (AnteStmt) stmt = ante_db_query (db, error, find, "s", message->mid);

    if (stmt == NULL || !ante_db_next (db, stmt, error))
      return FALSE;
    stored = ante_rows_read_message (stmt);
  }
  keep_known (thread, message, stored);
  if (!keep_wish (db, message, stored->id, error))
    return FALSE;

  if (message->kind != ANTE_MESSAGE_TEXT &&
      !has_other_attachments (db, message, stored->id, &other, error))
    return FALSE;
  *changed = other || g_strcmp0 (stored->text, message->text) != 0 || stored->unsent ||
             g_strcmp0 (stored->reactions, message->reactions) != 0 || stored->at != message->at ||
             stored->kind != message->kind;
  if (!*changed)
    return TRUE;

  if (!ante_db_run (db, error, sql, "issis", stored->id, message->text, message->reactions,
                    message->at, ante_message_kind_to_nick (message->kind)))
    return FALSE;
  if (g_strcmp0 (stored->text, message->text) != 0 &&
      (!ante_search_index_remove (db, stored->id, stored->text, error) ||
       !ante_search_index_add (db, stored->id, message->text, error)))
    return FALSE;
  return refresh_attachments (db, message, stored->id, error);
}

/* Oldest first, so that among messages of one second the older has the smaller row id. */
static gboolean
write_messages (AnteDb *db,
                const AnteThread *thread,
                const Range *range,
                Before *before,
                gint64 now,
                AnteIngestResult *counts,
                gboolean *any_changed,
                GError **error)
{
  for (guint i = range->messages->len; i-- > 0;) {
    AnteMessage *message = range->messages->pdata[i];
    gboolean inserted = FALSE;
    gboolean changed = FALSE;

    if (!insert_message (db, before, message, &inserted, error))
      return FALSE;
    if (!inserted && !update_message (db, thread, message, &changed, error))
      return FALSE;
    if (inserted && !before->is_new && !ante_party_is_us (message->author) &&
        (!ante_projection_note_heard (db, before->person_id, message->at, error) ||
         !ante_projection_wake (db, before->person_id, message->at, now, error)))
      return FALSE;

    *any_changed |= inserted || changed;
    counts->messages_new += inserted;
    counts->messages_known += !inserted;
  }
  return TRUE;
}

/* A stored message of which nothing may stay but that it was there. */
typedef struct {
  gint64 id;
  char *text;
} Unsent;

static void
unsent_free (gpointer data)
{
  Unsent *unsent = data;

  g_free (unsent->text);
  g_free (unsent);
}

/*
 * What was read begins with the thread's newest message and has no holes, so a stored one that is
 * newer than the oldest read, and was not read, was taken back by its author. Between two that were
 * read that is sure. One that is newer than all of them may be missing because Instagram did not
 * list it yet: so it must have been listed once (it is no newer than the newest that Instagram
 * gave, which leaves out what we sent and have not read back), and be old enough for two answers
 * that overtook each other. An answer without messages tells nothing: a thread that may not be read
 * looks like that too.
 *
 * Returns: (transfer full) (element-type Unsent) (nullable): none where that cannot be told, %NULL
 * on error
 */
static GPtrArray *
find_unsent (
  AnteDb *db, const Range *range, const Before *before, gint64 listed_until, GError **error)
{
  static const char sql[] =
    "SELECT id, mid, text FROM message WHERE lead_id = ?1 AND at > ?2 AND unsent = 0"
    " AND via IS nullif (?6, ?1) AND (at < ?3 OR at <= min (?4, ?5))"
    " AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.mid = message.mid AND settled_at > ?5)";
  g_autoptr (GHashTable) read = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (unsent_free);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = NULL;

  if (range->messages->len == 0 || before->is_new || !range->in_order)
    return g_steal_pointer (&found);

  for (guint i = 0; i < range->messages->len; i++)
    g_hash_table_add (read, ((AnteMessage *) range->messages->pdata[i])->mid);

  stmt = ante_db_query (db, &read_error, sql, "iiiiii", before->person_id, range->oldest->at,
                        range->newest->at, before->newest_at, listed_until, before->lead_id);
  while (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    Unsent *unsent = NULL;

    if (g_hash_table_contains (read, sqlite3_column_text (stmt, 1)))
      continue;
    unsent = g_new0 (Unsent, 1);
    unsent->id = sqlite3_column_int64 (stmt, 0);
    unsent->text = ante_stmt_dup_text (stmt, 2);
    g_ptr_array_add (found, unsent);
  }
  if (read_error == NULL)
    return g_steal_pointer (&found);
  g_propagate_error (error, read_error);
  return NULL;
}

/* What a message said has to go when it was taken back (Platform Terms; see the policy section of
 * the wire's notes in instagram/). */
static gboolean
clear_unsent (AnteDb *db,
              const AnteThread *thread,
              const Range *range,
              const Before *before,
              gint64 now,
              AnteIngestResult *counts,
              GError **error)
{
  static const char sql[] =
    "UPDATE message SET unsent = 1, text = NULL, story_url = NULL, reactions = NULL WHERE id = ?1";
  gint64 as_of = thread->as_of != 0 ? thread->as_of : now;
  g_autoptr (GPtrArray) found = find_unsent (db, range, before, as_of - LAG_MS, error);

  for (guint i = 0; found != NULL && i < found->len; i++) {
    const Unsent *unsent = found->pdata[i];

    if (!ante_search_index_remove (db, unsent->id, unsent->text, error) ||
        !ante_db_run (db, error, "DELETE FROM attachment WHERE message_id = ?1", "i", unsent->id) ||
        !ante_db_run (db, error, sql, "i", unsent->id))
      return FALSE;
    counts->unsent++;
  }
  return found != NULL;
}

static gboolean
add_touch (AnteDb *db,
           gint64 lead_id,
           AnteSourceKind kind,
           const char *detail,
           AnteMessage *evidence,
           GError **error)
{
  return ante_db_run (db, error,
                      "INSERT INTO touch (lead_id, kind, detail, at, evidence, origin)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, 'rule')",
                      "issis", lead_id, ante_source_kind_to_nick (kind), detail, evidence->at,
                      evidence->mid);
}

/* The first touch, as far as the wire tells; it can be told once the beginning has been read. */
static gboolean
note_first_touch (AnteDb *db, AnteMessage *first, const Before *before, GError **error)
{
  const char *detail = NULL;
  AnteSourceKind kind = ante_source_of_first (first, TRUE, &detail);

  if (kind == ANTE_SOURCE_UNKNOWN)
    return TRUE;
  return ante_db_run (db, error, "UPDATE lead SET source = ?2, source_detail = ?3 WHERE id = ?1",
                      "iss", before->person_id, ante_source_kind_to_nick (kind), detail) &&
         add_touch (db, before->person_id, kind, detail, first, error);
}

/* Whether a known lead has come back after a long silence, and of how many days. */
static gboolean
note_return (AnteDb *db, const Range *range, const Before *before, GError **error)
{
  for (guint i = range->messages->len; i-- > 0;) {
    AnteMessage *message = range->messages->pdata[i];
    g_autofree char *days = NULL;

    if (message->at <= before->last_message_at)
      continue;
    if (ante_party_is_us (message->author) ||
        !ante_source_is_reactivation (before->last_message_at, message->at))
      return TRUE;
    days =
      g_strdup_printf ("%" G_GINT64_FORMAT, (message->at - before->last_message_at) / ANTE_DAY_MS);
    return add_touch (db, before->person_id, ANTE_SOURCE_REACTIVATION, days, message, error);
  }
  return TRUE;
}

/* @in_hole: nobody knows what was said before what was read, so nothing is said of a silence. */
static gboolean
note_source (AnteDb *db, const Range *range, const Before *before, gboolean in_hole, GError **error)
{
  if (range->oldest == NULL)
    return TRUE;
  if (before->no_source && !range->has_older &&
      !note_first_touch (db, range->oldest, before, error))
    return FALSE;
  return in_hole || note_return (db, range, before, error);
}

/* The newest message that Instagram gave is what a pass compares the list with. It goes back only
 * where that message was taken back, else each pass would find that the thread has changed. */
static gboolean
write_thread_state (
  AnteDb *db, const AnteThread *thread, const Range *range, const Before *before, GError **error)
{
  static const char sql[] =
    "UPDATE lead SET thread_id = ?2, thread_updated_at = max (thread_updated_at, ?3),"
    " handle = CASE WHEN ?4 IS NULL OR ?4 = '' THEN handle ELSE ?4 END WHERE id = ?1";
  static const char newest_sql[] =
    "UPDATE lead SET newest_mid = ?2, newest_at = ?3 WHERE id = ?1 AND (?3 >= newest_at"
    " OR EXISTS (SELECT 1 FROM message WHERE mid = newest_mid AND unsent = 1))";
  AnteMessage *newest = range->newest;

  if (!ante_db_run (db, error, sql, "isis", before->lead_id, thread->id, thread->updated_at,
                    thread->username) ||
      !ante_search_index_name (db, before->lead_id, error))
    return FALSE;
  return newest == NULL ||
         ante_db_run (db, error, newest_sql, "isi", before->lead_id, newest->mid, newest->at);
}

/* One conversation has one person: were Instagram to give it to another id, the new one has it, and
 * the page is not refused for ever. */
static gboolean
take_thread_id (AnteDb *db, const AnteThread *thread, const Before *before, GError **error)
{
  return ante_db_run (db, error,
                      "UPDATE lead SET thread_id = NULL WHERE thread_id = ?1 AND id <> ?2", "si",
                      thread->id, before->lead_id);
}

/* The lead of the thread goes on under the person's new id, with all that is known; the history
 * says so. */
static gboolean
take_igsid (AnteDb *db, const AnteThread *thread, gint64 now, const Before *before, GError **error)
{
  AnteEvent event = { .lead_id = before->lead_id,
                      .at = now,
                      .actor = (char *) ANTE_PARTY_SYSTEM,
                      .field = (char *) "igsid",
                      .from = before->igsid,
                      .to = thread->igsid };

  if (before->igsid == NULL)
    return TRUE;
  event.group = ante_rows_next_act (db, error);
  ante_db_touch (db, ANTE_STORE_LEADS | ANTE_STORE_EVENTS, before->lead_id);
  return event.group >= 0 && ante_rows_add_event (db, &event, error) >= 0 &&
         ante_db_run (db, error, "UPDATE lead SET igsid = ?2 WHERE id = ?1", "is", before->lead_id,
                      thread->igsid);
}

static gboolean
mend_gaps (AnteDb *db,
           const AnteThread *thread,
           const Range *range,
           const Before *before,
           gboolean *in_hole,
           gboolean *changed,
           GError **error)
{
  AnteGapRange read = { .lead_id = before->lead_id,
                        .person_id = before->person_id,
                        .newest_at = before->newest_at,
                        .newest_mid = before->newest_mid,
                        .has_older = range->has_older,
                        .missed = thread->missed,
                        .in_order = range->in_order };

  return range->oldest == NULL ||
         ante_gaps_update (db, &read, range->messages, in_hole, changed, error);
}

static void
clear (Range *range, Before *before)
{
  g_ptr_array_unref (range->messages);
  g_free (before->newest_mid);
  g_free (before->igsid);
}

/* Whether there is nothing in it but what was forgotten: they have to write for a new beginning. */
static gboolean
is_forgotten (const AnteForgotten *forgotten, const Before *before, const Range *range)
{
  for (guint i = 0; i < range->messages->len; i++) {
    if (!ante_party_is_us (((AnteMessage *) range->messages->pdata[i])->author))
      return FALSE;
  }
  return forgotten->until > 0 && before->lead_id == 0;
}

gboolean
ante_ingest_thread (
  AnteDb *db, const AnteThread *thread, gint64 now, AnteIngestResult *counts, GError **error)
{
  AnteForgotten forgotten = { 0 };
  Before before = { 0 };
  Range range = { 0 };
  guint unsent = counts->unsent;
  gboolean changed = FALSE;
  gboolean in_hole = FALSE;
  gboolean ok = FALSE;

  if (!ante_forget_find (db, thread->igsid, thread->id, &forgotten, error))
    return FALSE;
  ok = range_init (db, &range, thread, &forgotten, error) && find_lead (db, thread, &before, error);
  if (ok && is_forgotten (&forgotten, &before, &range)) {
    clear (&range, &before);
    return ante_forget_note_update (db, thread, error);
  }
  ok = ok && take_thread_id (db, thread, &before, error) &&
       take_igsid (db, thread, now, &before, error) &&
       (before.lead_id != 0 || insert_lead (db, thread, now, &before, error)) &&
       write_messages (db, thread, &range, &before, now, counts, &changed, error) &&
       mend_gaps (db, thread, &range, &before, &in_hole, &changed, error) &&
       clear_unsent (db, thread, &range, &before, now, counts, error) &&
       note_source (db, &range, &before, in_hole, error) &&
       write_thread_state (db, thread, &range, &before, error);

  changed |= before.is_new || counts->unsent > unsent;
  if (ok && changed) {
    ok = ante_projection_update (db, before.person_id, error) &&
         ante_promises_meet (db, before.person_id, now, error) &&
         ante_db_run (db, error, "UPDATE lead SET memory_due = 1 WHERE id = ?1", "i",
                      before.person_id);
    ante_db_touch (db, ANTE_STORE_LEADS | ANTE_STORE_MESSAGES | ANTE_STORE_ORDER, before.person_id);
  }
  if (before.is_new) {
    counts->leads_new++;
    ante_db_touch (db, ANTE_STORE_STAGES, 0);
  }
  clear (&range, &before);
  return ok;
}
