#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-promises.h"

#include "model/ante-party.h"
#include "rules/ante-text.h"
#include "store/ante-booking-mark.h"
#include "store/ante-follow-ups.h"
#include "store/ante-handoffs.h"
#include "store/ante-rows.h"

/* Who writes this long before a follow-up is due has done it. */
#define EARLY_MS (G_GINT64_CONSTANT (12) * 60 * 60 * 1000)
#define SENT_CHARS 200

typedef struct {
  gint64 at;
  char *author;
  char *text;
} Said;

static void
said_clear (Said *said)
{
  g_free (said->author);
  g_free (said->text);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Said, said_clear)

/* The first message of the lead, or of ours, at or after @from; @at 0 where there is none. An
 * automaton of ours counts where @automatic. */
static gboolean
find_said (AnteDb *db,
           gint64 lead_id,
           gboolean ours,
           gboolean automatic,
           gint64 from,
           Said *said,
           GError **error)
{
  static const char sql[] =
    "SELECT at, author, text FROM message WHERE lead_id = ?1 AND at >= ?2 AND unsent = 0"
    " AND (author <> 'lead') = ?3 AND (?4 OR author NOT IN ('ai', 'system'))"
    " ORDER BY at, id LIMIT 1";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt =
    ante_db_query (db, &read_error, sql, "iiii", lead_id, from, (gint64) ours, (gint64) automatic);

  if (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    said->at = sqlite3_column_int64 (stmt, 0);
    said->author = ante_stmt_dup_text (stmt, 1);
    said->text = ante_text_one_line ((const char *) sqlite3_column_text (stmt, 2), SENT_CHARS);
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

/* Instagram tells seconds: what was written in that of the plan came before it, or led to it. */
static gint64
after (gint64 at)
{
  return (at / 1000 + 1) * 1000;
}

static gboolean
meet_follow_up (AnteDb *db, AnteAct *act, const AnteFollowUp *open, GError **error)
{
  gboolean by_ai = g_strcmp0 (open->led_by, ANTE_PARTY_AI) == 0;
  g_auto (Said) done = { 0 };
  g_auto (Said) heard = { 0 };

  if (!find_said (db, open->lead_id, TRUE, by_ai,
                  MAX (after (open->made_at), open->due_at - EARLY_MS), &done, error) ||
      !find_said (db, open->lead_id, FALSE, FALSE, after (open->made_at), &heard, error))
    return FALSE;
  if (heard.at > 0 && !open->keeps && (done.at == 0 || heard.at < done.at)) {
    act->why = ANTE_WHY_WROTE;
    return ante_follow_ups_close (db, act, open, ANTE_FOLLOW_UP_ANSWERED, ANTE_PARTY_LEAD,
                                  heard.text, error);
  }
  return done.at == 0 ||
         ante_follow_ups_close (db, act, open, ANTE_FOLLOW_UP_DONE, done.author, done.text, error);
}

/* What is typed in Instagram itself may be anybody's: it counts for whoever has the lead. */
static gboolean
meet_handoff (AnteDb *db, const AnteAct *act, const AnteHandoff *running, GError **error)
{
  static const char sql[] =
    "SELECT count(*) FROM message WHERE lead_id = ?1 AND at >= ?2 AND unsent = 0"
    " AND (author = ?3 OR author = 'elsewhere')";
  gint64 n = 0;

  return ante_db_get_int (db, error, &n, sql, "iis", running->lead_id, after (running->at),
                          running->owner) &&
         (n == 0 || ante_handoffs_close (db, act, running, ANTE_HANDOFF_MET, NULL, error));
}

gboolean
ante_promises_meet (AnteDb *db, gint64 lead_id, gint64 now, GError **error)
{
  AnteAct act = { 0, ANTE_PARTY_SYSTEM, NULL, now, 0, FALSE };
  g_autoptr (AnteFollowUp) open = NULL;
  g_autoptr (AnteHandoff) running = NULL;

  if (!ante_follow_ups_get_open (db, lead_id, &open, error) ||
      !ante_handoffs_get_running (db, lead_id, &running, error))
    return FALSE;
  if (open != NULL || running != NULL) {
    act.act = ante_rows_next_act (db, error);
    if (act.act <= 0 || (running != NULL && !meet_handoff (db, &act, running, error)) ||
        (open != NULL && !meet_follow_up (db, &act, open, error)))
      return FALSE;
    ante_db_touch (db, ANTE_STORE_LEADS | ANTE_STORE_ORDER | ANTE_STORE_EVENTS, lead_id);
  }
  return ante_promises_settle (db, lead_id, error);
}

gboolean
ante_promises_settle (AnteDb *db, gint64 lead_id, GError **error)
{
  static const char sql[] =
    "UPDATE lead SET touch_n = coalesce ((SELECT touch FROM follow_up WHERE lead_id = ?1"
    "  AND kept = 1 AND state = 'open' ORDER BY due_at, id LIMIT 1), 0),"
    " (sla_risk, sla_due) = (SELECT coalesce (max (risk_at), 0), coalesce (max (due_at), 0)"
    "  FROM handoff WHERE lead_id = ?1 AND kept = 1 AND state = 'running'),"
    " sla_breached = coalesce ((SELECT closed_at FROM (SELECT state, closed_at FROM handoff"
    "   WHERE lead_id = ?1 AND kept = 1 ORDER BY id DESC LIMIT 1) AS newest"
    "  WHERE state = 'breached' AND NOT EXISTS (SELECT 1 FROM message WHERE lead_id = ?1"
    "   AND author NOT IN ('lead', 'ai', 'system') AND at > closed_at)), 0)"
    " WHERE id = ?1";

  return ante_db_run (db, error, sql, "i", lead_id) &&
         ante_booking_mark_settle (db, lead_id, error);
}
