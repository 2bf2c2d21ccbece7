#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-gates.h"

#include "rules/ante-gate.h"
#include "store/ante-facts.h"
#include "store/ante-rows.h"

/* TRUE with the words that the stage asks for, NULL for none: of none that is not there and, since
 * it was let in once, of that in which the lead is. */
static gboolean
read_requirements (AnteDb *db, const AnteChange *change, GStrv *words, GError **error)
{
  static const char sql[] = "SELECT requirements FROM stage WHERE key = ?1 AND requirements <> ''"
                            " AND id <> (SELECT stage_id FROM lead WHERE id = ?2)";
  GError *read_error = NULL;
  g_autofree char *text = ante_db_get_text (
    db, &read_error, sql, "si", change->value != NULL ? change->value : "", change->lead_id);

  *words = text != NULL ? g_strsplit (text, " ", -1) : NULL;
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

static gboolean
tell_anyway (AnteDb *db, const AnteAct *act, const AnteChange *change, GStrv words, GError **error)
{
  g_autofree char *lacked = g_strjoinv (" ", words);
  AnteEvent event = { .group = act->act,
                      .lead_id = change->lead_id,
                      .at = act->now,
                      .actor = (char *) act->actor,
                      .field = (char *) ANTE_FIELD_ANYWAY,
                      .to = lacked,
                      .why = (char *) act->why };

  if (act->why == NULL) {
    g_set_error_literal (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
                         "who moves a lead anyway says why");
    return FALSE;
  }
  return ante_rows_add_event (db, &event, error) >= 0;
}

gboolean
ante_gates_check (
  AnteDb *db, const AnteAct *act, const AnteChange *change, GPtrArray *missing, GError **error)
{
  g_auto (GStrv) requirements = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  AnteMissing *lack = NULL;

  if (!read_requirements (db, change, &requirements, error))
    return FALSE;
  if (requirements == NULL)
    return TRUE;
  if ((facts = ante_facts_read (db, change->lead_id, TRUE, error)) == NULL ||
      (lead = ante_rows_get_lead (db, change->lead_id, error)) == NULL)
    return FALSE;

  words =
    ante_gate_find_missing ((const char *const *) requirements, lead, facts, act->why, act->now);
  if (*words == NULL)
    return TRUE;
  if (change->anyway)
    return tell_anyway (db, act, change, words, error);

  lack = g_new0 (AnteMissing, 1);
  lack->lead_id = change->lead_id;
  lack->words = g_steal_pointer (&words);
  g_ptr_array_add (missing, lack);
  return TRUE;
}
