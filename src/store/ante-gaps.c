#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-gaps.h"

static gboolean
add_gap (
  AnteDb *db, gint64 lead_id, gint64 after_at, gint64 before_at, guint missing, GError **error)
{
  static const char sql[] =
    "INSERT INTO gap (lead_id, after_at, before_at, missing) VALUES (?1, ?2, ?3, ?4)"
    " ON CONFLICT (lead_id, before_at) DO UPDATE SET missing = max (missing, ?4)";

  return ante_db_run (db, error, sql, "iiii", lead_id, after_at, before_at, (gint64) missing);
}

/*
 * A stretch that was read has no hole within it. One that reaches into it from below ends where the
 * stretch begins, or is gone when the thread's beginning, or what was stored before the hole, has
 * been met.
 */
static gboolean
fill (AnteDb *db, const AnteGapRange *range, gint64 oldest, gint64 newest, GError **error)
{
  static const char within[] =
    "DELETE FROM gap WHERE lead_id = ?1 AND before_at > ?2 AND before_at <= ?3 AND after_at >= ?2";
  static const char begun[] = "DELETE FROM gap WHERE lead_id = ?1 AND before_at <= ?2";
  static const char reached[] =
    "UPDATE OR REPLACE gap SET before_at = ?2, missing = 0"
    " WHERE lead_id = ?1 AND before_at > ?2 AND before_at <= ?3 AND after_at < ?2";

  if (!ante_db_run (db, error, within, "iii", range->lead_id, oldest, newest))
    return FALSE;
  if (!range->has_older)
    return ante_db_run (db, error, begun, "ii", range->lead_id, newest);
  return ante_db_run (db, error, reached, "iii", range->lead_id, oldest, newest);
}

static gboolean
holds (GPtrArray *messages, const char *mid)
{
  for (guint i = 0; mid != NULL && i < messages->len; i++) {
    if (g_str_equal (((AnteMessage *) messages->pdata[i])->mid, mid))
      return TRUE;
  }
  return FALSE;
}

/* The stored message after which the hole lies: one of ours that we sent since counts too. */
static gboolean
find_edge (AnteDb *db, const AnteGapRange *range, gint64 oldest, gint64 *after_at, GError **error)
{
  static const char sql[] = "SELECT max (?2, coalesce ((SELECT max (at) FROM message"
                            " WHERE lead_id = ?1 AND at < ?3 AND via IS nullif (?4, ?1)), 0))";

  return ante_db_get_int (db, error, after_at, sql, "iiii", range->person_id, range->newest_at,
                          oldest, range->lead_id);
}

/* What we sent and had not read back was not missed. */
static gboolean
count_missing (AnteDb *db, GPtrArray *mids, guint *missing, GError **error)
{
  for (guint i = 0; i < mids->len; i++) {
    gint64 held = 0;

    if (!ante_db_get_int (db, error, &held, "SELECT EXISTS (SELECT 1 FROM message WHERE mid = ?1)",
                          "s", mids->pdata[i]))
      return FALSE;
    *missing += held == 0;
  }
  return TRUE;
}

/**
 * ante_gaps_update:
 * @messages: (element-type AnteMessage): what was read and is stored by now, newest first, at least
 * one
 * @in_hole: set when what was read lies after a hole
 * @changed: set when a hole has come or gone
 *
 * Holes that were filled go, and a new one is marked where what was read does not reach what was
 * known.
 */
gboolean
ante_gaps_update (AnteDb *db,
                  const AnteGapRange *range,
                  GPtrArray *messages,
                  gboolean *in_hole,
                  gboolean *changed,
                  GError **error)
{
  gint64 newest = ((AnteMessage *) messages->pdata[0])->at;
  gint64 oldest = ((AnteMessage *) messages->pdata[messages->len - 1])->at;
  int before = sqlite3_total_changes (db->handle);
  gint64 after_at = 0;
  guint missing = 0;
  gboolean ok = TRUE;

  if (range->in_order)
    ok = fill (db, range, oldest, newest, error);

  if (ok && range->missed != NULL)
    ok = count_missing (db, range->missed, &missing, error);

  *in_hole = range->has_older && oldest >= range->newest_at &&
             !holds (messages, range->newest_mid) && (range->missed == NULL || missing > 0);
  if (ok && *in_hole)
    ok = find_edge (db, range, oldest, &after_at, error) &&
         add_gap (db, range->lead_id, after_at, oldest, missing, error);
  *changed |= sqlite3_total_changes (db->handle) != before;
  return ok;
}
