#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-facts.h"

#include "model/ante-party.h"
#include "rules/ante-text.h"
#include "store/ante-rows.h"

static AnteFact *
read_fact (sqlite3_stmt *stmt)
{
  AnteFact *fact = ante_fact_new ();

  fact->id = sqlite3_column_int64 (stmt, 0);
  fact->lead_id = sqlite3_column_int64 (stmt, 1);
  ante_fact_kind_from_nick ((const char *) sqlite3_column_text (stmt, 2), &fact->kind);
  fact->text = ante_stmt_dup_text (stmt, 3);
  fact->message_id = sqlite3_column_int64 (stmt, 4);
  fact->mid = ante_stmt_dup_text (stmt, 5);
  fact->span_start = (guint) sqlite3_column_int (stmt, 6);
  fact->span_end = (guint) sqlite3_column_int (stmt, 7);
  ante_fact_origin_from_nick ((const char *) sqlite3_column_text (stmt, 8), &fact->origin);
  fact->party = ante_stmt_dup_text (stmt, 9);
  fact->confidence = sqlite3_column_double (stmt, 10);
  ante_fact_state_from_nick ((const char *) sqlite3_column_text (stmt, 11), &fact->state);
  fact->at = sqlite3_column_int64 (stmt, 12);
  return fact;
}

GPtrArray *
ante_facts_read (AnteDb *db, gint64 lead_id, gboolean only_confirmed, GError **error)
{
  static const char sql[] =
    "SELECT fact.id, fact.lead_id, fact.kind, fact.text, message_id, mid, span_start, span_end,"
    " origin, party, confidence, state, fact.at FROM fact"
    " LEFT JOIN message ON message.id = message_id WHERE fact.lead_id = ?1"
    " AND (?2 = 0 OR state = 'confirmed') ORDER BY fact.id";
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_fact_free);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt =
    ante_db_query (db, &read_error, sql, "ii", lead_id, (gint64) only_confirmed);

  while (stmt != NULL && ante_db_next (db, stmt, &read_error))
    g_ptr_array_add (facts, read_fact (stmt));

  if (read_error == NULL)
    return g_steal_pointer (&facts);
  g_propagate_error (error, read_error);
  return NULL;
}

static gboolean
refuse (GError **error, AnteStoreError code, const char *why)
{
  g_set_error_literal (error, ANTE_STORE_ERROR, code, why);
  return FALSE;
}

/* (transfer full): fit to keep; NULL with @error. */
static char *
clean_text (const char *text, GError **error)
{
  g_autofree char *clean = g_strstrip (ante_text_clean (text, -1, 0));

  if (*clean == '\0' || g_utf8_strlen (clean, -1) > ANTE_FACT_MAX_CHARS) {
    refuse (error, ANTE_STORE_ERROR_INVALID, "a fact has between 1 and 500 characters");
    return NULL;
  }
  return g_steal_pointer (&clean);
}

/* TRUE with the id of the fact that holds and that the new one replaces or repeats, 0 for none. */
static gboolean
find_older (AnteDb *db,
            gint64 lead_id,
            AnteFactKind kind,
            const char *text,
            gint64 *older,
            gboolean *is_same,
            GError **error)
{
  g_autoptr (GPtrArray) facts = ante_facts_read (db, lead_id, TRUE, error);

  *older = 0;
  *is_same = FALSE;
  for (guint i = 0; facts != NULL && i < facts->len; i++) {
    const AnteFact *fact = facts->pdata[i];

    if (fact->kind != kind)
      continue;
    *is_same = *is_same || g_str_equal (fact->text, text);
    if (!ante_fact_kind_is_several (kind))
      *older = fact->id;
  }
  return facts != NULL;
}

static char *
dup_id (gint64 id)
{
  return id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

static gboolean
set_state (AnteDb *db, gint64 id, AnteFactState state, GError **error)
{
  return id == 0 || ante_db_run (db, error, "UPDATE fact SET state = ?2 WHERE id = ?1", "is", id,
                                 ante_fact_state_to_nick (state));
}

static gboolean
add_event (AnteDb *db, const AnteAct *act, gint64 lead_id, gint64 from, gint64 to, GError **error)
{
  g_autofree char *old = dup_id (from);
  g_autofree char *new = dup_id (to);
  AnteEvent event = { .group = act->act,
                      .lead_id = lead_id,
                      .at = act->now,
                      .actor = (char *) act->actor,
                      .field = (char *) ANTE_FIELD_FACT,
                      .from = old,
                      .to = new,
                      .why = (char *) act->why };

  return ante_rows_add_event (db, &event, error) >= 0;
}

gboolean
ante_facts_say (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  static const char insert[] = "INSERT INTO fact (lead_id, kind, text, origin, party, state, at)"
                               " VALUES (?1, ?2, ?3, 'person', ?4, 'confirmed', ?5)";
  gboolean is_person = ante_party_is_owner (act->actor) && !ante_party_is_automatic (act->actor);
  g_autofree char *text = NULL;
  AnteFactKind kind = ANTE_FACT_FREE;
  gboolean is_same = FALSE;
  gint64 older = 0;

  if (!ante_fact_kind_from_nick (change->value, &kind))
    return refuse (error, ANTE_STORE_ERROR_INVALID, "there is no such kind of fact");
  if (!is_person)
    return refuse (error, ANTE_STORE_ERROR_INVALID, "a fact without evidence is a person's to say");
  if ((text = clean_text (change->detail, error)) == NULL ||
      !find_older (db, change->lead_id, kind, text, &older, &is_same, error))
    return FALSE;
  if (is_same)
    return TRUE;

  return set_state (db, older, ANTE_FACT_SUPERSEDED, error) &&
         ante_db_run (db, error, insert, "isssi", change->lead_id, change->value, text, act->actor,
                      act->now) &&
         add_event (db, act, change->lead_id, older,
                    (gint64) sqlite3_last_insert_rowid (db->handle), error);
}

static gboolean
check_state (AnteDb *db, gint64 id, AnteFactState state, GError **error)
{
  GError *read_error = NULL;
  g_autofree char *nick = NULL;

  if (id == 0)
    return TRUE;
  nick = ante_db_get_text (db, &read_error, "SELECT state FROM fact WHERE id = ?1", "i", id);
  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return FALSE;
  }
  return g_strcmp0 (nick, ante_fact_state_to_nick (state)) == 0 ||
         refuse (error, ANTE_STORE_ERROR_CONFLICT, "another fact holds by now");
}

/* Done again, a fact must not stand beside one that was said meanwhile. */
static gboolean
check_alone (AnteDb *db, gint64 id, GError **error)
{
  static const char sql[] =
    "SELECT count(*) FROM fact JOIN fact AS one ON one.id = ?1 WHERE fact.lead_id = one.lead_id"
    " AND fact.kind = one.kind AND fact.state = 'confirmed' AND fact.id <> one.id"
    " AND fact.kind NOT IN ('fit', 'objection', 'already-knows', 'free')";
  gint64 others = 0;

  if (id != 0 && !ante_db_get_int (db, error, &others, sql, "i", id))
    return FALSE;
  return others == 0 || refuse (error, ANTE_STORE_ERROR_CONFLICT, "another fact holds by now");
}

/* An event tells which fact held before it and which after; of the two the newer has the higher id.
 * Going back, the newer was never said; going on, the older is superseded again. */
gboolean
ante_facts_flip (AnteDb *db, const AnteEvent *event, GError **error)
{
  gint64 holds = event->to != NULL ? g_ascii_strtoll (event->to, NULL, 10) : 0;
  gint64 comes = event->from != NULL ? g_ascii_strtoll (event->from, NULL, 10) : 0;
  gboolean back = holds > comes;

  if (!check_state (db, holds, ANTE_FACT_CONFIRMED, error) ||
      !check_state (db, comes, back ? ANTE_FACT_SUPERSEDED : ANTE_FACT_WITHDRAWN, error))
    return FALSE;

  return set_state (db, holds, back ? ANTE_FACT_WITHDRAWN : ANTE_FACT_SUPERSEDED, error) &&
         check_alone (db, comes, error) && set_state (db, comes, ANTE_FACT_CONFIRMED, error);
}
