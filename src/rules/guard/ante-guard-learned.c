#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-marks.h"
#include "rules/guard/ante-guard-work.h"

#include <string.h>

/* Where a category has another name than the label of its examples. */
static const struct {
  const char *label;
  const char *category;
} renamed[] = {
  { "contact", "contact_not_allowed" },
};

/* (element-type AnteLearnedFinding): what a text was learned to be; judged once. */
const GArray *
ante_guard_text_learned (AnteGuardText *self)
{
  AnteLearnedFinding findings[ANTE_LEARNED_MOST];
  g_autoptr (GArray) marks = NULL;
  AnteLearnedText text = { self->line, NULL, NULL };
  guint n = 0;

  if (self->learned != NULL)
    return self->learned;
  marks = ante_guard_marks (self);
  text.meanings = ante_guard_text_meanings (self);
  text.marks = marks;
  n = ante_learned_judge (self->side == ANTE_SIDE_LEAD ? ANTE_LEARNED_LEAD : ANTE_LEARNED_DRAFT,
                          &text, findings);
  self->learned = g_array_sized_new (FALSE, FALSE, sizeof (AnteLearnedFinding), n);
  g_array_append_vals (self->learned, findings, n);
  return self->learned;
}

static gboolean
is_of_category (const AnteLearnedFinding *finding, const char *category)
{
  for (guint i = 0; i < G_N_ELEMENTS (renamed); i++) {
    if (g_str_equal (renamed[i].label, finding->label))
      return g_str_equal (renamed[i].category, category);
  }
  return g_str_equal (finding->label, category);
}

static const AnteLearnedFinding *
find_learned (AnteGuardText *text, const char *category)
{
  const GArray *learned = ante_guard_text_learned (text);

  for (guint i = 0; i < learned->len; i++) {
    const AnteLearnedFinding *finding = &g_array_index (learned, AnteLearnedFinding, i);

    if (is_of_category (finding, category))
      return finding;
  }
  return NULL;
}

/* Who is not sure asks a person: what would be blocked is held. */
static void
tell (AnteGuard *guard, const AnteGuardText *text, const AnteLearnedFinding *finding)
{
  const AnteGuardRule *rule = guard->rule;
  AnteGuardRule doubt = *rule;

  doubt.kind = ANTE_VERDICT_HOLD;
  if (finding->grade < ANTE_LEARNED_SURE)
    guard->rule = &doubt;
  ante_guard_find_words (guard, text, finding->first, finding->after,
                         finding->grade == ANTE_LEARNED_SURE
                           ? "reads like the examples of it"
                           : "may be read like the examples of it");
  guard->rule = rule;
}

void
ante_guard_learned_lead (AnteGuard *guard)
{
  for (guint i = 0; i < guard->leads->len; i++) {
    AnteGuardText *text = guard->leads->pdata[i];
    const AnteLearnedFinding *finding = find_learned (text, guard->rule->category);

    if (finding != NULL && finding->grade >= ANTE_LEARNED_UNSURE)
      tell (guard, text, finding);
  }
}

/* Whether the playbook itself says what the sentence at @word does. */
static gboolean
is_listed_sentence (const AnteGuard *guard, guint word)
{
  const char *category = guard->rule->category;
  guint end = ante_line_sentence_end (guard->draft->line, word);
  AnteHit hit = { .first = word, .after = end };

  if (g_str_equal (category, "refund_promise") || g_str_equal (category, "guarantee"))
    return ante_guard_says_policy (guard, word) || ante_guard_is_listed_guarantee (guard, word);
  if (g_str_equal (category, "discount"))
    return ante_guard_is_listed_discount (guard, word);
  if (g_str_equal (category, "unauthorised_offer"))
    return ante_guard_is_listed_gift (guard, &hit) || ante_guard_says_policy (guard, word);
  if (g_str_equal (category, "false_urgency"))
    return ante_guard_is_listed_limit (guard, &hit);
  return ante_guard_is_approved (guard, &hit);
}

static gboolean
is_listed (const AnteGuard *guard, const AnteLearnedFinding *finding)
{
  const char *category = guard->rule->category;

  if (g_str_equal (category, "payment_instruction"))
    return guard->playbook->payment_in_dm;
  if (g_str_equal (category, "contact_not_allowed"))
    return ante_guard_names_contact (guard);
  if (g_str_equal (category, "scheduling_commitment"))
    return !ante_guard_tells_other_moment (guard, finding->start, finding->end);
  if (g_str_equal (category, "private_leak"))
    return guard->guarded->n_others == 0 &&
           (guard->guarded->private_notes == NULL || guard->guarded->private_notes[0] == NULL);
  for (guint word = finding->start; word < finding->end;) {
    if (is_listed_sentence (guard, word))
      return TRUE;
    word = ante_line_sentence_end (guard->draft->line, word);
  }
  return FALSE;
}

void
ante_guard_learned_draft (AnteGuard *guard)
{
  const AnteLearnedFinding *finding = find_learned (guard->draft, guard->rule->category);

  if (finding != NULL && finding->grade >= ANTE_LEARNED_UNSURE && !is_listed (guard, finding))
    tell (guard, guard->draft, finding);
}

/* Whether a draft was learned to sell: no category, but some leads must not be sold to. */
gboolean
ante_guard_learned_sells (AnteGuardText *draft)
{
  const AnteLearnedFinding *finding = find_learned (draft, "sales");

  return finding != NULL && finding->grade == ANTE_LEARNED_SURE;
}

/**
 * ante_guard_learned_denies:
 *
 * Whether a text is so unlike all examples of a category that words on a list do not count. What
 * is compared with the playbook, what may cost a life, and a wish to be left alone are never
 * denied.
 */
gboolean
ante_guard_learned_denies (AnteGuardText *text, const char *category)
{
  static const char *const deniable[] = {
    "guarantee",
    "outcome_claim",
    "income_claim",
    "medical_claim",
    "unverified_claim",
    "false_urgency",
    "unauthorised_offer",
    "abusive",
    "prompt_leak",
    "payment_instruction",
    "sensitive_data_request",
    "guard_unsure",
    "medical_red_flag",
    "legal_threat",
    "refund_request",
    "existing_client",
    "angry_lead",
    "human_requested",
    "bot_question",
    "harassment",
    "injection_attempt",
    NULL,
  };
  const AnteLearnedFinding *finding = NULL;

  if (!g_strv_contains (deniable, category))
    return FALSE;
  finding =
    find_learned (text, g_str_equal (category, "guard_unsure") ? "outcome_claim" : category);
  return finding != NULL && finding->grade == ANTE_LEARNED_NEVER;
}
