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

/* "If I move, is there a refund?" asks for the policy: nobody has paid. */
static gboolean
asks_for_policy (const AnteGuardText *text, const AnteLearnedFinding *finding)
{
  guint start = ante_line_sentence_start (text->line, finding->first);
  guint end = ante_line_sentence_end (text->line, finding->first);

  if (ante_guard_range_has (text, 0, G_MAXUINT,
                            "paid|bought|charged|charge|ordered|purchased|purchase|signed|joined|"
                            "pague|compre|cobraron|cobro|paguei|comprei|cobraram|paye|achete|"
                            "preleve|bezahlt|gekauft|abgebucht|yesterday|ayer|ontem|hier|gestern"))
    return FALSE;
  return ante_guard_range_has (text, start, end, "if|si|se|wenn|falls|case|policy|politica") ||
         (ante_guard_is_question (text, finding->first) &&
          !ante_guard_range_has (text, start, end, "my|mi|meu|mon|mein|meine"));
}

/* Money spent in vain elsewhere is told with much the same words, but is not asked for. */
static gboolean
wants_back (const AnteGuardText *text)
{
  const AnteMeanings *meanings = ante_guard_text_meanings ((AnteGuardText *) text);
  guint refund = ante_meanings_find ("k-refund");
  guint dispute = ante_meanings_find ("k-chargeback");

  for (guint i = 0; i < ante_guard_n_words (text); i++) {
    if (ante_meanings_have (&meanings[i], refund) || ante_meanings_have (&meanings[i], dispute) ||
        ante_guard_word_is (
          text, i,
          "back|return|returned|cancel|cancelled|canceled|reverse|zuruck|devolver|"
          "cancelar|annuler|stornieren|return|owed"))
      return TRUE;
  }
  return FALSE;
}

/* "She pushed me to start": a nudge. */
static gboolean
is_nudge (const AnteGuardText *text, const AnteLearnedFinding *finding)
{
  for (guint i = finding->start; i < finding->end; i++) {
    if (ante_guard_word_is (text, i, "pushed|pushes|pushing") &&
        ante_guard_word_is (text, i + 1, "me|us") && ante_guard_word_is (text, i + 2, "to|into") &&
        !ante_guard_word_is (text, i + 3, "the|a|my"))
      return TRUE;
  }
  return FALSE;
}

/* What the examples cannot know of a lead's words: whose illness it is, who has paid. */
static gboolean
is_no_sign (const AnteGuard *guard, const AnteGuardText *text, const AnteLearnedFinding *finding)
{
  const char *category = guard->rule->category;

  if (g_str_equal (category, "medical_red_flag"))
    return ante_guard_is_relatives (text, finding->first, finding->after);
  if (g_str_equal (category, "crisis"))
    return is_nudge (text, finding);
  if (g_str_equal (category, "refund_request"))
    return !wants_back (text) || asks_for_policy (text, finding);
  /* "Our call": the one that is booked. */
  if (g_str_equal (category, "existing_client"))
    return guard->guarded->booking_start != NULL;
  return FALSE;
}

void
ante_guard_learned_lead (AnteGuard *guard)
{
  for (guint i = 0; i < guard->leads->len; i++) {
    AnteGuardText *text = guard->leads->pdata[i];
    const AnteLearnedFinding *finding = find_learned (text, guard->rule->category);

    if (finding != NULL && finding->grade >= ANTE_LEARNED_UNSURE &&
        !is_no_sign (guard, text, finding))
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

/* Sums are told there, and each of them is a listed price. */
static gboolean
tells_listed_price (const AnteGuard *guard, guint start, guint end)
{
  guint valid = 0;

  for (guint i = 0; i < guard->sums->len; i++) {
    const AnteSum *sum = &g_array_index (guard->sums, AnteSum, i);

    if (sum->first < start || sum->first >= end)
      continue;
    if (sum->match != ANTE_MATCH_VALID || sum->off)
      return FALSE;
    valid++;
  }
  return valid > 0;
}

static gboolean
names_allowed_url (const AnteGuard *guard)
{
  for (guint i = 0; i < guard->playbook->urls->len; i++) {
    if (strstr (guard->draft->plain, ((AnteAllowedUrl *) guard->playbook->urls->pdata[i])->host) !=
        NULL)
      return TRUE;
  }
  return FALSE;
}

/* A price told right is no figure about people, no income and no reduction; in a doubt, no way of
 * paying either. */
static gboolean
is_price_talk (const AnteGuard *guard, const AnteLearnedFinding *finding)
{
  static const char *const figures[] = { "unverified_claim", "income_claim", "discount", NULL };
  const char *category = guard->rule->category;

  return (g_strv_contains (figures, category) ||
          (g_str_equal (category, "payment_instruction") && finding->grade < ANTE_LEARNED_SURE)) &&
         tells_listed_price (guard, finding->start, finding->end);
}

/* "I won't promise you a number": said by who promises nothing. */
static gboolean
refuses_to_promise (const AnteGuardText *text, const AnteLearnedFinding *finding)
{
  for (guint i = finding->start; i < finding->end; i++) {
    if (ante_guard_word_is (text, i,
                            "promise|promising|guarantee|guarantees|prometer|prometo|garantizar|"
                            "garantizo|garantir|garanto|promettre|promets|garantis|versprechen|"
                            "verspreche|garantieren|garantiere|garantie|garantia") &&
        ante_guard_range_has (text, i > 4 ? i - 4 : 0, i,
                              "no|not|nao|non|ne|nicht|kein|keine|keinen|cant|cannot|wont|dont|"
                              "never|nunca|nie|pas|without|sin|sem|sans|ohne"))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_listed (const AnteGuard *guard, const AnteLearnedFinding *finding)
{
  const char *category = guard->rule->category;

  if (g_str_equal (category, "payment_instruction"))
    return guard->playbook->payment_in_dm || is_price_talk (guard, finding);
  if (g_str_equal (category, "contact_not_allowed"))
    return ante_guard_names_contact (guard) || names_allowed_url (guard);
  if (g_str_equal (category, "scheduling_commitment"))
    return !ante_guard_tells_other_moment (guard, finding->start, finding->end);
  if (g_str_equal (category, "private_leak"))
    return guard->guarded->n_others == 0 &&
           (guard->guarded->private_notes == NULL || guard->guarded->private_notes[0] == NULL);
  /* "Never send your card number": warned of, not asked for. */
  if (g_str_equal (category, "sensitive_data_request") &&
      ante_guard_is_denied (guard->draft, finding->first, finding->after))
    return TRUE;
  if (is_price_talk (guard, finding) ||
      (finding->grade < ANTE_LEARNED_SURE && refuses_to_promise (guard->draft, finding)))
    return TRUE;
  for (guint word = finding->start; word < finding->end;) {
    if (is_listed_sentence (guard, word))
      return TRUE;
    word = ante_line_sentence_end (guard->draft->line, word);
  }
  return FALSE;
}

static gboolean
was_asked_who (const AnteGuard *guard)
{
  if (ante_guard_leads_have (guard, ANTE_CUE_BOT))
    return TRUE;
  for (guint i = 0; i < guard->leads->len; i++) {
    const AnteLearnedFinding *finding = find_learned (guard->leads->pdata[i], "bot_question");

    if (finding != NULL && finding->grade >= ANTE_LEARNED_UNSURE)
      return TRUE;
  }
  return FALSE;
}

void
ante_guard_learned_draft (AnteGuard *guard)
{
  const AnteLearnedFinding *found = find_learned (guard->draft, guard->rule->category);
  AnteLearnedFinding finding = { 0 };

  if (found == NULL)
    return;
  finding = *found;
  /* Unasked, who is writing is hardly a lie. */
  if (g_str_equal (guard->rule->category, "deceptive_identity") && !was_asked_who (guard) &&
      finding.grade > ANTE_LEARNED_NEVER)
    finding.grade--;
  if (finding.grade >= ANTE_LEARNED_UNSURE && !is_listed (guard, &finding))
    tell (guard, guard->draft, &finding);
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
    NULL,
  };
  const AnteLearnedFinding *finding = NULL;

  /* Of a language that no example is written in nothing is known. */
  if (!g_strv_contains (deniable, category) || ante_guard_speech (text) == ANTE_SPEECH_OTHER)
    return FALSE;
  finding =
    find_learned (text, g_str_equal (category, "guard_unsure") ? "outcome_claim" : category);
  return finding != NULL && finding->grade == ANTE_LEARNED_NEVER;
}
