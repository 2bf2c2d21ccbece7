#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-stages.h"

#include "store/ante-store-changes.h"
#include "store/ante-store-stages.h"

/* In which the cards of a column stand. */
#define ORDER "board_rank, next_due = 0, next_due, last_message_at DESC, id"
#define OF_STAGE "stage_id = ?1 AND not_a_lead IS NULL"
/* Between two ranks, so that there is one between them that is neither. */
#define LEAST_ROOM 0.001

typedef struct {
  const char *name;
  const char *get;
  const char *set;
} Field;

#define FIELD(name, column)                                                                        \
  {                                                                                                \
    name, "SELECT " column " FROM stage WHERE id = ?1",                                            \
      "UPDATE stage SET " column " = ?2 WHERE id = ?1"                                             \
  }

static const Field fields[] = {
  FIELD (ANTE_STAGE_FIELD_NAME, "name"),
  FIELD (ANTE_STAGE_FIELD_POSITION, "position"),
  FIELD (ANTE_STAGE_FIELD_LIMIT, "soft_limit"),
  FIELD (ANTE_STAGE_FIELD_STALE_DAYS, "stale_days"),
  FIELD (ANTE_STAGE_FIELD_REQUIREMENTS, "requirements"),
  FIELD (ANTE_STAGE_FIELD_HIDDEN, "hidden"),
  FIELD (ANTE_STAGE_FIELD_GONE, "gone"),
  { ANTE_STAGE_FIELD_ORDER,
    "SELECT CASE manual_order WHEN 0 THEN NULL ELSE coalesce ((SELECT group_concat (id, ' ') FROM"
    " (SELECT id FROM lead WHERE stage_id = ?1 AND not_a_lead IS NULL ORDER BY " ORDER ")), '') END"
    " FROM stage WHERE id = ?1",
    NULL },
};

static const Field *
find_field (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    if (g_str_equal (fields[i].name, name))
      return &fields[i];
  }
  return NULL;
}

gint64
ante_stages_find (AnteDb *db, const char *key, GError **error)
{
  GError *read_error = NULL;
  gint64 id = 0;

  if (!ante_db_get_int (db, &read_error, &id, "SELECT id FROM stage WHERE key = ?1 AND gone = 0",
                        "s", key != NULL ? key : "") &&
      read_error == NULL)
    g_set_error_literal (&read_error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND,
                         "there is no such stage");
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return id;
}

gboolean
ante_stages_get (AnteDb *db, gint64 stage_id, const char *field, char **value, GError **error)
{
  const Field *found = find_field (field);
  GError *read_error = NULL;

  g_return_val_if_fail (found != NULL, FALSE);

  *value = ante_db_get_text (db, &read_error, found->get, "i", stage_id);
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

gboolean
ante_stages_rank (AnteDb *db, gint64 stage_id, GError **error)
{
  static const char sql[] =
    "UPDATE lead SET board_rank = ranked.place * ?2 FROM (SELECT id, row_number () OVER"
    " (ORDER BY " ORDER ") AS place FROM lead WHERE " OF_STAGE ") AS ranked"
    " WHERE lead.id = ranked.id";

  return ante_db_run (db, error, sql, "id", stage_id, ANTE_STAGES_RANK_STEP);
}

/* Who came since the column was put in order stands over all that have a rank. */
static gboolean
rank_newcomers (AnteDb *db, gint64 stage_id, GError **error)
{
  static const char sql[] =
    "UPDATE lead SET board_rank = ranked.place * span.first / (span.n + 1)"
    " FROM (SELECT id, row_number () OVER (ORDER BY " ORDER ") AS place FROM lead"
    "   WHERE " OF_STAGE " AND board_rank = 0) AS ranked,"
    " (SELECT count (*) AS n, coalesce ((SELECT min (board_rank) FROM lead"
    "   WHERE " OF_STAGE " AND board_rank > 0), (count (*) + 1) * ?2) AS first FROM lead"
    "   WHERE " OF_STAGE " AND board_rank = 0) AS span"
    " WHERE lead.id = ranked.id";

  return ante_db_run (db, error, sql, "id", stage_id, ANTE_STAGES_RANK_STEP);
}

/* The neighbours of a card share the room that they have together: a column of thousands is not
 * written anew because of one place in it. */
static gboolean
spread_around (AnteDb *db, gint64 stage_id, gint64 lead_id, GError **error)
{
  static const char sql[] =
    "WITH target AS (SELECT board_rank AS rank FROM lead WHERE id = ?2),"
    " around AS (SELECT id, board_rank FROM (SELECT id, board_rank FROM lead, target"
    "   WHERE " OF_STAGE " AND board_rank < rank ORDER BY board_rank DESC LIMIT 64)"
    "  UNION ALL SELECT id, board_rank FROM (SELECT id, board_rank FROM lead, target"
    "   WHERE " OF_STAGE " AND board_rank >= rank ORDER BY board_rank LIMIT 64)),"
    " ends AS (SELECT min (board_rank) AS low, max (board_rank) AS high, count (*) AS n FROM "
    "around),"
    " room AS (SELECT n, coalesce ((SELECT max (board_rank) FROM lead WHERE " OF_STAGE
    "   AND board_rank < low), 0.0) AS low, coalesce ((SELECT min (board_rank) FROM lead"
    "   WHERE " OF_STAGE " AND board_rank > high), high + ?3) AS high FROM ends),"
    " placed AS (SELECT id, row_number () OVER (ORDER BY " ORDER ") AS place FROM lead"
    "   WHERE id IN (SELECT id FROM around))"
    " UPDATE lead SET board_rank = room.low + (room.high - room.low) * placed.place / (room.n + 1)"
    " FROM placed, room WHERE lead.id = placed.id";

  return ante_db_run (db, error, sql, "iid", stage_id, lead_id, ANTE_STAGES_RANK_STEP);
}

/* TRUE where halving has used up the room above @lead_id. */
static gboolean
is_crowded (AnteDb *db, gint64 stage_id, gint64 lead_id, gboolean *crowded, GError **error)
{
  static const char sql[] =
    "SELECT coalesce (target.board_rank - coalesce ((SELECT max (board_rank) FROM lead"
    " WHERE " OF_STAGE " AND board_rank < target.board_rank), 0.0) < ?3, 0)"
    " OR coalesce ((SELECT min (board_rank) FROM lead WHERE " OF_STAGE
    " AND board_rank > 0) < ?3, 0)"
    " FROM (SELECT (SELECT board_rank FROM lead WHERE id = ?2 AND stage_id = ?1) AS board_rank)"
    " AS target";
  gint64 value = 0;

  if (!ante_db_get_int (db, error, &value, sql, "iid", stage_id, lead_id, LEAST_ROOM))
    return FALSE;
  *crowded = value != 0;
  return TRUE;
}

gboolean
ante_stages_make_room (AnteDb *db, gint64 stage_id, gint64 lead_id, GError **error)
{
  gboolean crowded = FALSE;

  if (!rank_newcomers (db, stage_id, error) || !is_crowded (db, stage_id, lead_id, &crowded, error))
    return FALSE;
  if (crowded && (!spread_around (db, stage_id, lead_id, error) ||
                  !is_crowded (db, stage_id, lead_id, &crowded, error)))
    return FALSE;
  return !crowded || ante_stages_rank (db, stage_id, error);
}

/* Who came since stands at the top. */
static gboolean
rank_as_listed (AnteDb *db, gint64 stage_id, const char *ids, GError **error)
{
  static const char sql[] = "UPDATE lead SET board_rank = ?3 WHERE id = ?1 AND stage_id = ?2";
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    if (!ante_db_run (db, error, sql, "iid", g_ascii_strtoll (words[i], NULL, 10), stage_id,
                      (i + 1) * ANTE_STAGES_RANK_STEP))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_order (AnteDb *db, gint64 stage_id, const char *ids, GError **error)
{
  ante_db_touch (db, ANTE_STORE_ORDER, 0);
  if (!ante_db_run (db, error, "UPDATE stage SET manual_order = ?2 WHERE id = ?1", "ii", stage_id,
                    (gint64) (ids != NULL)))
    return FALSE;
  if (ids == NULL)
    return ante_db_run (db, error,
                        "UPDATE lead SET board_rank = 0 WHERE stage_id = ?1 AND board_rank <> 0",
                        "i", stage_id);
  return *ids == '\0' ? ante_stages_rank (db, stage_id, error)
                      : rank_as_listed (db, stage_id, ids, error);
}

static gboolean
is_same (const char *field, const char *a, const char *b)
{
  /* Cards come and go in a column that is in order by hand: it is so, or it is not. */
  if (g_str_equal (field, ANTE_STAGE_FIELD_ORDER))
    return (a != NULL) == (b != NULL);
  return g_strcmp0 (a, b) == 0;
}

gboolean
ante_stages_set (AnteDb *db,
                 const AnteAct *act,
                 gint64 stage_id,
                 const char *field,
                 const char *value,
                 GError **error)
{
  const Field *found = find_field (field);
  g_autofree char *old = NULL;

  if (!ante_stages_get (db, stage_id, field, &old, error))
    return FALSE;
  if (is_same (field, old, value))
    return TRUE;

  ante_db_touch (db, ANTE_STORE_STAGES | ANTE_STORE_EVENTS, 0);
  return (found->set != NULL ? ante_db_run (db, error, found->set, "is", stage_id, value)
                             : write_order (db, stage_id, value, error)) &&
         ante_fields_write_event (db, act, 0, stage_id, field, old, value, error);
}

/* What was put in order by hand after the first card stays so when that one is taken back. */
static gboolean
is_ordered_since (AnteDb *db, const AnteEvent *event, gboolean *since, GError **error)
{
  static const char sql[] =
    "SELECT EXISTS (SELECT 1 FROM event JOIN lead ON lead.id = event.lead_id"
    " WHERE field = '" ANTE_FIELD_BOARD_RANK "' AND event.id > ?1 AND act <> ?2 AND undone = 0"
    " AND undoes IS NULL AND new <> '0.0' AND lead.stage_id = ?3)";
  gint64 found = 0;

  if (!ante_db_get_int (db, error, &found, sql, "iii", event->id, event->group, event->stage_id))
    return FALSE;
  *since = found != 0;
  return TRUE;
}

gboolean
ante_stages_flip (AnteDb *db, const AnteAct *act, const AnteEvent *event, GError **error)
{
  g_autofree char *now = NULL;
  gboolean since = FALSE;

  if (find_field (event->field) == NULL) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT, "%s is not known",
                 event->field);
    return FALSE;
  }
  if (!ante_stages_get (db, event->stage_id, event->field, &now, error))
    return FALSE;
  if (!is_same (event->field, now, event->to)) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                 "stage %" G_GINT64_FORMAT " was changed again since", event->stage_id);
    return FALSE;
  }
  if (g_str_equal (event->field, ANTE_STAGE_FIELD_ORDER) && event->from == NULL &&
      !is_ordered_since (db, event, &since, error))
    return FALSE;
  return since || ante_stages_set (db, act, event->stage_id, event->field, event->from, error);
}

static char *
fold (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : name, -1);
}

static gboolean
check_names (AnteDb *db, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (AnteStmt) stmt = ante_db_query (db, error, "SELECT name FROM stage WHERE gone = 0", "");
  GError *read_error = NULL;

  if (stmt == NULL)
    return FALSE;
  while (ante_db_next (db, stmt, &read_error)) {
    if (!g_hash_table_add (names, fold ((const char *) sqlite3_column_text (stmt, 0))))
      g_set_error_literal (&read_error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_EXISTS,
                           "another stage has this name");
    if (read_error != NULL)
      break;
  }
  if (read_error == NULL && g_hash_table_size (names) > ANTE_STAGE_MAX_STAGES)
    g_set_error (&read_error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_TOO_MANY,
                 "a board has at most %d stages", ANTE_STAGE_MAX_STAGES);
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

gboolean
ante_stages_check (AnteDb *db, GError **error)
{
  static const char lost[] =
    "SELECT EXISTS (SELECT 1 FROM stage WHERE gone = 1 AND (n_leads > 0 OR EXISTS"
    " (SELECT 1 FROM lead WHERE stage_id = stage.id AND not_a_lead IS NOT NULL)))";
  static const char roles[] = "SELECT 3 - count(DISTINCT role) FROM stage WHERE gone = 0"
                              " AND hidden = 0 AND role IN ('new-inbound', 'not-a-fit', 'client')";
  gint64 n_lost = 0;
  gint64 n_missing = 0;

  if (!ante_db_get_int (db, error, &n_lost, lost, "") ||
      !ante_db_get_int (db, error, &n_missing, roles, "") || !check_names (db, error))
    return FALSE;
  if (n_lost != 0)
    g_set_error_literal (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                         "a lead would be in a stage that is gone");
  else if (n_missing != 0)
    g_set_error_literal (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NEEDED,
                         "the last stage in sight of its role stays");
  return n_lost == 0 && n_missing == 0;
}
