#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-booking-mark.h"

#include "model/ante-types.h"
#include "store/ante-store-changes.h"

#include <string.h>

/* What is shorter could stand in any message. */
#define LEAST_LINK_CHARS 6

typedef struct {
  AnteBookingMark mark;
  gint64 at;
  gint64 changed_at;
} Mark;

/* Of several calls that are ahead the first counts; of those that are over the last, until another
 * is booked. What has happened last to the lead, or to a booking of theirs, is behind us for sure:
 * there is no other clock here. */
static gboolean
read_booking (AnteDb *db, gint64 lead_id, Mark *mark, GError **error)
{
  static const char sql[] =
    "WITH theirs AS (SELECT id, state, start_at, end_at, changed_at FROM booking"
    "  WHERE lead_id = ?1 AND kept = 1),"
    " past AS (SELECT max ((SELECT last_message_at FROM lead WHERE id = ?1),"
    "  coalesce (max (changed_at), 0)) AS at FROM theirs)"
    " SELECT state, start_at, changed_at FROM theirs, past"
    " ORDER BY state = 'booked' AND end_at > past.at DESC,"
    " CASE WHEN state = 'booked' AND end_at > past.at THEN start_at ELSE -start_at END, id DESC"
    " LIMIT 1";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", lead_id);

  if (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    ante_booking_mark_from_nick ((const char *) sqlite3_column_text (stmt, 0), &mark->mark);
    mark->at = sqlite3_column_int64 (stmt, 1);
    mark->changed_at = sqlite3_column_int64 (stmt, 2);
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

/* (transfer full) (nullable): as it stands in every message that has it, whatever is put to it to
 * tell who booked. */
static char *
find_stem (const char *link)
{
  const char *from = link != NULL ? strstr (link, "://") : NULL;
  g_autofree char *stem = NULL;
  gsize length = 0;

  if (link == NULL || strstr (link, "{") != NULL)
    return NULL;
  stem = g_ascii_strdown (from != NULL ? from + 3 : link, -1);
  stem[strcspn (stem, "?#")] = '\0';
  if (g_str_has_prefix (stem, "www."))
    memmove (stem, stem + 4, strlen (stem + 4) + 1);
  for (length = strlen (stem); length > 0 && stem[length - 1] == '/'; length--)
    stem[length - 1] = '\0';
  return length >= LEAST_LINK_CHARS ? g_steal_pointer (&stem) : NULL;
}

typedef struct {
  char *own;
  char *coach;
  char *playbook;
} Stems;

static void
stems_clear (Stems *stems)
{
  g_free (stems->own);
  g_free (stems->coach);
  g_free (stems->playbook);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stems, stems_clear)

static gboolean
read_stems (AnteDb *db, gint64 lead_id, Stems *stems, GError **error)
{
  static const char sql[] =
    "SELECT booking_link, (SELECT value FROM setting WHERE key = '" ANTE_FIELD_BOOKING_LINK "'),"
    " (SELECT json_extract (document, '$.booking.link') FROM playbook_version WHERE json_valid "
    "(document)"
    "  AND id = (SELECT cast (value AS INTEGER) FROM setting WHERE key = 'playbook'))"
    " FROM lead WHERE id = ?1";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", lead_id);

  if (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    stems->own = find_stem ((const char *) sqlite3_column_text (stmt, 0));
    stems->coach = find_stem ((const char *) sqlite3_column_text (stmt, 1));
    stems->playbook = find_stem ((const char *) sqlite3_column_text (stmt, 2));
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

/* Of a message of ours that has one of the links, or that is known to be the sending of one. */
static gboolean
read_sent_at (AnteDb *db, gint64 lead_id, gint64 *sent_at, GError **error)
{
  static const char by_text[] =
    "SELECT coalesce (max (at), 0) FROM message WHERE lead_id = ?1 AND author <> 'lead'"
    " AND unsent = 0 AND (instr (lower (text), ?2) > 0 OR instr (lower (text), ?3) > 0"
    "  OR instr (lower (text), ?4) > 0)";
  static const char by_memory[] =
    "SELECT coalesce (max (message.at), 0) FROM fact JOIN message ON message.id = fact.message_id"
    " WHERE fact.lead_id = ?1 AND fact.kind = 'booking' AND fact.type = 'link_sent'"
    " AND fact.state IN ('suggested', 'confirmed') AND message.author <> 'lead'"
    " AND message.unsent = 0";
  /* The playbook is long, and most leads were sent no address of any kind. */
  static const char any[] = "SELECT EXISTS (SELECT 1 FROM message WHERE lead_id = ?1"
                            " AND author <> 'lead' AND unsent = 0 AND instr (text, '/') > 0)";
  g_auto (Stems) stems = { 0 };
  gint64 has_address = 0;
  gint64 known = 0;

  *sent_at = 0;
  if (!ante_db_get_int (db, error, &known, by_memory, "i", lead_id) ||
      !ante_db_get_int (db, error, &has_address, any, "i", lead_id) ||
      (has_address != 0 && !read_stems (db, lead_id, &stems, error)))
    return FALSE;
  if ((stems.own != NULL || stems.coach != NULL || stems.playbook != NULL) &&
      !ante_db_get_int (db, error, sent_at, by_text, "isss", lead_id, stems.own, stems.coach,
                        stems.playbook))
    return FALSE;
  *sent_at = MAX (*sent_at, known);
  return TRUE;
}

/* A call that fell through is behind us once the link was sent again. */
static gboolean
may_be_link_sent (const Mark *mark)
{
  return mark->mark == ANTE_BOOKING_NONE || mark->mark == ANTE_BOOKING_CANCELLED ||
         mark->mark == ANTE_BOOKING_NO_SHOW;
}

gboolean
ante_booking_mark_settle (AnteDb *db, gint64 lead_id, GError **error)
{
  static const char sql[] = "UPDATE lead SET booking = ?2, booking_at = ?3 WHERE id = ?1"
                            " AND (booking <> ?2 OR booking_at <> ?3)";
  Mark mark = { ANTE_BOOKING_NONE, 0, 0 };
  gint64 sent_at = 0;

  if (!read_booking (db, lead_id, &mark, error))
    return FALSE;
  if (may_be_link_sent (&mark)) {
    if (!read_sent_at (db, lead_id, &sent_at, error))
      return FALSE;
    if (sent_at > mark.changed_at) {
      mark.mark = ANTE_BOOKING_LINK_SENT;
      mark.at = sent_at;
    }
  }
  return ante_db_run (db, error, sql, "isi", lead_id, ante_booking_mark_to_nick (mark.mark),
                      mark.at);
}
