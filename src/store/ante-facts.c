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
  fact->type = ante_stmt_dup_text (stmt, 13);
  fact->said_at = sqlite3_column_int64 (stmt, 14);
  fact->is_gone = sqlite3_column_int (stmt, 15) != 0;
  fact->handled_at = sqlite3_column_int64 (stmt, 16);
  return fact;
}

GPtrArray *
ante_facts_read (AnteDb *db, gint64 lead_id, gboolean only_confirmed, GError **error)
{
  static const char sql[] =
    "SELECT fact.id, fact.lead_id, fact.kind, fact.text, message_id, mid, span_start, span_end,"
    " origin, party, confidence, state, fact.at, type, coalesce (message.at, 0),"
    " coalesce (unsent, span_end > 0), handled_at FROM fact"
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

/* (transfer full): fit to keep; NULL with @error. */
static char *
clean_text (const char *text, GError **error)
{
  g_autofree char *clean = g_strstrip (ante_text_clean (text, -1, 0));

  if (*clean == '\0' || g_utf8_strlen (clean, -1) > ANTE_FACT_MAX_CHARS) {
    ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a fact has between 1 and 500 characters");
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
            const char *type,
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
    if (g_str_equal (fact->text, text) && g_strcmp0 (fact->type, type) == 0)
      *is_same = TRUE;
    else if (g_str_equal (fact->text, text) || !ante_fact_kind_is_several (kind))
      *older = fact->id;
  }
  return facts != NULL;
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
  g_autofree char *old = ante_rows_dup_number (from);
  g_autofree char *new = ante_rows_dup_number (to);
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

/* The words stand in a message of that lead, which is there. */
static gboolean
check_evidence (AnteDb *db, const AnteChange *change, GError **error)
{
  static const char sql[] =
    "SELECT count(*) FROM message WHERE id = ?1 AND lead_id = ?2 AND unsent = 0"
    " AND ?3 < ?4 AND ?4 <= length (text)";
  gint64 found = 0;

  if (change->message_id == 0)
    return TRUE;
  if (!ante_db_get_int (db, error, &found, sql, "iiii", change->message_id, change->lead_id,
                        (gint64) change->span_start, (gint64) change->span_end))
    return FALSE;
  return found > 0 ||
         ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "those words are not there any more");
}

gboolean
ante_facts_say (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  static const char insert[] =
    "INSERT INTO fact (lead_id, kind, text, origin, party, state, at, message_id, span_start,"
    " span_end, type) VALUES (?1, ?2, ?3, 'person', ?4, 'confirmed', ?5, nullif (?6, 0), ?7, ?8,"
    " ?9)";
  gboolean is_person = ante_party_is_owner (act->actor) && !ante_party_is_automatic (act->actor);
  g_autofree char *text = NULL;
  AnteFactKind kind = ANTE_FACT_FREE;
  gboolean is_same = FALSE;
  gint64 older = 0;

  if (!ante_fact_kind_from_nick (change->value, &kind))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "there is no such kind of fact");
  if (!is_person)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "a fact without evidence is a person's to say");
  if (!check_evidence (db, change, error))
    return FALSE;
  if ((text = clean_text (change->detail, error)) == NULL ||
      !find_older (db, change->lead_id, kind, text, change->type, &older, &is_same, error))
    return FALSE;
  if (is_same)
    return TRUE;

  return set_state (db, older, ANTE_FACT_SUPERSEDED, error) &&
         ante_db_run (db, error, insert, "isssiiiis", change->lead_id, change->value, text,
                      act->actor, act->now, change->message_id, (gint64) change->span_start,
                      (gint64) change->span_end, change->type) &&
         add_event (db, act, change->lead_id, older,
                    (gint64) sqlite3_last_insert_rowid (db->handle), error);
}

static gboolean
is_said_already (const AnteFact *known, const AnteFact *fact)
{
  return known->kind == fact->kind &&
         (g_str_equal (known->text, fact->text) ||
          (known->message_id == fact->message_id && known->span_start < fact->span_end &&
           fact->span_start < known->span_end));
}

gboolean
ante_facts_suggest (
  AnteDb *db, gint64 lead_id, const AnteFact *fact, gint64 now, gboolean *is_new, GError **error)
{
  static const char evidence[] =
    "SELECT count(*) FROM message WHERE id = ?1 AND lead_id = ?2 AND author = 'lead' AND unsent = 0"
    " AND ?3 < ?4 AND ?4 <= length (text)";
  static const char insert[] =
    "INSERT INTO fact (lead_id, kind, type, text, message_id, span_start, span_end, origin,"
    " confidence, state, at, via) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'ai', ?8, 'suggested', ?9,"
    " (SELECT via FROM message WHERE id = ?5))";
  g_autoptr (GPtrArray) known = ante_facts_read (db, lead_id, FALSE, error);
  g_autofree char *text = NULL;
  gint64 found = 0;

  *is_new = FALSE;
  if (known == NULL ||
      !ante_db_get_int (db, error, &found, evidence, "iiii", fact->message_id, lead_id,
                        (gint64) fact->span_start, (gint64) fact->span_end))
    return FALSE;
  if (found == 0 || (text = clean_text (fact->text, NULL)) == NULL)
    return TRUE;
  for (guint i = 0; i < known->len; i++) {
    if (is_said_already (known->pdata[i], fact))
      return TRUE;
  }
  *is_new = TRUE;
  return ante_db_run (db, error, insert, "isssiiidi", lead_id, ante_fact_kind_to_nick (fact->kind),
                      fact->type, text, fact->message_id, (gint64) fact->span_start,
                      (gint64) fact->span_end, fact->confidence, now);
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
         ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "another fact holds by now");
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
  return others == 0 ||
         ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "another fact holds by now");
}

/* An event tells which fact held before it and which after; of the two the newer has the higher id.
 * Going back, the newer was never said; going on, the older is superseded again. */
gboolean
ante_facts_flip (AnteDb *db, const AnteEvent *event, GError **error)
{
  gint64 holds = ante_rows_parse_number (event->to);
  gint64 comes = ante_rows_parse_number (event->from);
  gboolean back = holds > comes;

  if (!check_state (db, holds, ANTE_FACT_CONFIRMED, error) ||
      !check_state (db, comes, back ? ANTE_FACT_SUPERSEDED : ANTE_FACT_WITHDRAWN, error))
    return FALSE;

  return set_state (db, holds, back ? ANTE_FACT_WITHDRAWN : ANTE_FACT_SUPERSEDED, error) &&
         check_alone (db, comes, error) && set_state (db, comes, ANTE_FACT_CONFIRMED, error);
}

/* --- a person's yes or no ------------------------------------------------------------------- */

/* (transfer full) (nullable): of the lead; NULL with @error. */
static AnteFact *
find_fact (AnteDb *db, gint64 lead_id, const char *id, GError **error)
{
  g_autoptr (GPtrArray) facts = ante_facts_read (db, lead_id, FALSE, error);
  gint64 wanted = ante_rows_parse_number (id);

  for (guint i = 0; facts != NULL && i < facts->len; i++) {
    if (((AnteFact *) facts->pdata[i])->id == wanted)
      return g_ptr_array_steal_index (facts, i);
  }
  if (facts != NULL)
    ante_db_refuse (error, ANTE_STORE_ERROR_NOT_FOUND, "there is no such fact");
  return NULL;
}

/* Writes the state, who says so, and its event. */
static gboolean
answer (AnteDb *db, const AnteAct *act, const AnteFact *fact, AnteFactState state, GError **error)
{
  g_autofree char *old =
    g_strdup_printf ("%" G_GINT64_FORMAT ":%s", fact->id, ante_fact_state_to_nick (fact->state));
  g_autofree char *new =
    g_strdup_printf ("%" G_GINT64_FORMAT ":%s", fact->id, ante_fact_state_to_nick (state));
  AnteEvent event = { .group = act->act,
                      .lead_id = fact->lead_id,
                      .at = act->now,
                      .actor = (char *) act->actor,
                      .field = (char *) ANTE_FIELD_FACT_STATE,
                      .from = old,
                      .to = new,
                      .why = (char *) act->why };

  return ante_db_run (db, error,
                      "UPDATE fact SET state = ?2, party = coalesce (party, ?3) WHERE id = ?1",
                      "iss", fact->id, ante_fact_state_to_nick (state), act->actor) &&
         ante_rows_add_event (db, &event, error) >= 0;
}

static gboolean
supersede_older (AnteDb *db, const AnteAct *act, const AnteFact *fact, GError **error)
{
  g_autoptr (GPtrArray) facts = ante_facts_read (db, fact->lead_id, TRUE, error);
  gboolean ok = facts != NULL;

  if (ante_fact_kind_is_several (fact->kind))
    return ok;
  for (guint i = 0; ok && i < facts->len; i++) {
    const AnteFact *other = facts->pdata[i];

    if (other->kind == fact->kind && other->id != fact->id)
      ok = answer (db, act, other, ANTE_FACT_SUPERSEDED, error);
  }
  return ok;
}

gboolean
ante_facts_answer (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  AnteFactState state = ANTE_FACT_SUGGESTED;
  g_autoptr (AnteFact) fact = NULL;

  if (!ante_fact_state_from_nick (change->value, &state) ||
      (state != ANTE_FACT_CONFIRMED && state != ANTE_FACT_REJECTED))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a fact is confirmed or rejected");
  if (ante_party_is_automatic (act->actor))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "that is a person's to say");
  if ((fact = find_fact (db, change->lead_id, change->detail, error)) == NULL)
    return FALSE;
  if (fact->state == state)
    return TRUE;
  if (fact->state != ANTE_FACT_SUGGESTED && fact->state != ANTE_FACT_CONFIRMED)
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "it was answered, or replaced, since");

  return (state != ANTE_FACT_CONFIRMED || supersede_older (db, act, fact, error)) &&
         answer (db, act, fact, state, error);
}

gboolean
ante_facts_flip_state (AnteDb *db, const AnteEvent *event, GError **error)
{
  /* What the machine alone stands behind again is the machine's; done again, the person's. */
  static const char sql[] =
    "UPDATE fact SET state = ?2, party = CASE WHEN origin = 'person' THEN party"
    " WHEN ?2 = 'suggested' OR (kind = 'already-knows' AND ?2 = 'confirmed') THEN NULL"
    " ELSE coalesce (party, 'coach') END WHERE id = ?1";
  g_auto (GStrv) from = g_strsplit (event->from != NULL ? event->from : "", ":", 2);
  g_auto (GStrv) to = g_strsplit (event->to != NULL ? event->to : "", ":", 2);
  AnteFactState is = ANTE_FACT_SUGGESTED;
  AnteFactState was = ANTE_FACT_SUGGESTED;
  gint64 id = 0;

  if (g_strv_length (from) != 2 || g_strv_length (to) != 2 ||
      !ante_fact_state_from_nick (from[1], &was) || !ante_fact_state_from_nick (to[1], &is))
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT,
                           "what was said of a fact cannot be read");
  id = g_ascii_strtoll (to[0], NULL, 10);

  return check_state (db, id, is, error) &&
         (was != ANTE_FACT_CONFIRMED || check_alone (db, id, error)) &&
         ante_db_run (db, error, sql, "is", id, from[1]);
}
