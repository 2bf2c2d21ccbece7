#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-gate.h"

static const char *const words[] = {
  "goal",     "problem",           "bottleneck",     "fit", "objection", "offer", "budget",
  "timeline", ANTE_GATE_NEXT_STEP, ANTE_GATE_REASON, NULL,
};

const char *const *
ante_gate_get_words (void)
{
  return words;
}

gboolean
ante_gate_is_word (const char *word)
{
  return word != NULL && g_strv_contains (words, word);
}

static gboolean
is_known (GPtrArray *facts, const char *nick)
{
  AnteFactKind kind = ANTE_FACT_FREE;

  if (!ante_fact_kind_from_nick (nick, &kind))
    return FALSE;
  for (guint i = 0; facts != NULL && i < facts->len; i++) {
    const AnteFact *fact = facts->pdata[i];

    if (fact->kind == kind && fact->state == ANTE_FACT_CONFIRMED)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p)) {
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  }
  return TRUE;
}

/* A call ahead is one: with a date, and whoever has it on their calendar knows what to do. */
static gboolean
has_step_ahead (AnteLead *lead, gint64 now)
{
  return (ante_lead_has_next_step (lead) && lead->next_due > now) ||
         (lead->booking == ANTE_BOOKING_BOOKED && lead->booking_at > now);
}

static gboolean
is_met (const char *word, AnteLead *lead, GPtrArray *facts, const char *why, gint64 now)
{
  if (g_str_equal (word, ANTE_GATE_NEXT_STEP))
    return has_step_ahead (lead, now);
  if (g_str_equal (word, ANTE_GATE_REASON))
    return !is_blank (why);
  return is_known (facts, word);
}

/**
 * ante_gate_find_missing:
 * @requirements: (nullable): what the stage asks for; a word that nobody knows is no obstacle
 * @lead: as it is before it is moved
 * @facts: (nullable) (element-type AnteFact): what is known; those that do not hold do not count
 * @why: (nullable): the reason given for the move
 * @now: ms; a next step whose date is over is none
 *
 * Returns: (transfer full): the words that are not met, each once and in the order of
 * ante_gate_get_words(); empty when the lead may come in
 */
GStrv
ante_gate_find_missing (
  const char *const *requirements, AnteLead *lead, GPtrArray *facts, const char *why, gint64 now)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv missing = NULL;

  for (guint i = 0; requirements != NULL && requirements[i] != NULL; i++) {
    if (!ante_gate_is_word (requirements[i]))
      g_message ("a stage asks for %s, which is nothing that a lead can have", requirements[i]);
  }
  for (guint i = 0; requirements != NULL && words[i] != NULL; i++) {
    if (g_strv_contains (requirements, words[i]) && !is_met (words[i], lead, facts, why, now))
      g_strv_builder_add (builder, words[i]);
  }

  missing = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return missing;
}
