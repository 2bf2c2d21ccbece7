#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-work.h"

#include <string.h>

static void
sentence (const AnteGuardText *text, guint word, guint *start, guint *end)
{
  *start = ante_line_sentence_start (text->line, word);
  *end = ante_line_sentence_end (text->line, word);
}

/* What a term is counted from, in five languages. */
static gboolean
tells_same_start (const AnteGuardText *text, guint start, guint end, const char *counted_from)
{
  static const char *const same[] = {
    "purchase|compra|comprar|achat|kauf|buying|bought|payment|pago|pagamento|paiement|zahlung",
    "lesson|aula|clase|lecon|cours|stunde|session|sesion|sessao|seance|sitzung",
    "call|llamada|chamada|appel|anruf|gesprach|videollamada",
    "start|inicio|comeco|debut|beginn",
  };
  g_autoptr (GPtrArray) words = ante_guard_fold_words (counted_from);

  for (guint i = 0; i < G_N_ELEMENTS (same); i++) {
    for (guint k = 0; k < words->len; k++) {
      AnteWord one = { .text = words->pdata[k] };

      if (ante_word_is (&one, same[i]) && ante_guard_range_has (text, start, end, same[i]))
        return TRUE;
    }
  }
  return FALSE;
}

/* What the policy counts from, told: "of the first lesson". */
static gboolean
tells_start (const AnteGuardText *text, guint start, guint end, const AnteRefundPolicy *policy)
{
  guint total = 0;
  guint found = policy->counted_from != NULL
                  ? ante_guard_count_content (text, start, end, policy->counted_from, &total)
                  : 0;

  return total == 0 || found == total || tells_same_start (text, start, end, policy->counted_from);
}

/* A term of some days, in words or digits; 0 where none is told. */
static double
find_days (const AnteGuardText *text, guint start, guint end)
{
  for (guint i = start; i < end; i++) {
    double value = 0;
    guint after = 0;
    const char *rest = NULL;

    if (!ante_guard_read_number (text, i, &value, &after, &rest))
      continue;
    if (ante_guard_word_is (text, after, "day|days|dia|dias|jour|jours|tag|tage|tagen"))
      return value;
    if (ante_guard_word_is (text, after, "week|weeks|semana|semanas|semaine|semaines|woche|wochen"))
      return value * 7;
    if (ante_guard_word_is (text, after, "month|months|mes|meses|mois|monat|monate|monaten"))
      return value * 30;
  }
  if (ante_guard_range_has (text, start, end, "fortnight"))
    return 14;
  return 0;
}

#define WIDER                                                                                      \
  "anytime|whenever|always|questions|unconditional|full|any|lifetime|happy|unhappy|satisfied|"     \
  "satisfaction|guarantee|guaranteed|ever|siempre|sempre|toujours|immer|jederzeit|partial|half"

/* Whether a sentence about refunds says no more and no less than the policy does. */
static gboolean
is_policy (const AnteGuard *guard, guint word)
{
  const AnteRefundPolicy *policy = guard->playbook->refund;
  const AnteGuardText *text = guard->draft;
  guint start = 0;
  guint end = 0;
  double days = 0;

  sentence (text, word, &start, &end);
  days = find_days (text, start, end);
  if (!policy->refundable)
    return FALSE;
  if (ante_guard_range_has (text, start, end, WIDER) &&
      ante_guard_count_content (text, start, end, policy->text != NULL ? policy->text : "",
                                &(guint){ 0 }) < 3)
    return FALSE;
  return days == policy->days && policy->days > 0 && tells_start (text, start, end, policy);
}

/* Whether the sentence is the policy's own text, in nearly all of its words. */
static gboolean
is_policy_text (const AnteGuard *guard, guint word)
{
  const AnteRefundPolicy *policy = guard->playbook->refund;
  guint start = 0;
  guint end = 0;
  guint total = 0;
  guint found = 0;

  if (policy->text == NULL)
    return FALSE;
  sentence (guard->draft, word, &start, &end);
  found = ante_guard_count_content (guard->draft, start, end, policy->text, &total);
  return total > 2 && found * 10 >= total * 8 && end - start <= total * 3 + 6 &&
         (!policy->refundable || find_days (guard->draft, start, end) == policy->days);
}

/**
 * ante_guard_says_policy:
 *
 * Whether the sentence that @word stands in says of refunds what the playbook says.
 */
gboolean
ante_guard_says_policy (const AnteGuard *guard, guint word)
{
  return guard->playbook->refund != NULL &&
         (is_policy_text (guard, word) || is_policy (guard, word));
}

/* "There are none" is right where there are none; after what, the policy says. */
static gboolean
is_right_no (const AnteGuard *guard, guint word)
{
  const AnteRefundPolicy *policy = guard->playbook->refund;
  const AnteGuardText *text = guard->draft;
  guint start = 0;
  guint end = 0;

  sentence (text, word, &start, &end);
  if (policy->refundable)
    return find_days (text, start, end) == policy->days ||
           ante_guard_range_has (
             text, start, end,
             "promise|decide|approve|myself|say|answer|here|outside|after|change|"
             "exception|exceptions|past|sort|handle|prometer|later|beyond|me");
  return !ante_guard_range_has (text, start, end,
                                "after|once|unless|until|despues|apos|apres|nach") ||
         tells_start (text, start, end, policy);
}

/* Neither a promise nor a description: where to read it, who decides. */
static gboolean
is_neutral_refund (const AnteGuardText *text, const AnteHit *hit)
{
  guint start = 0;
  guint end = 0;

  sentence (text, hit->first, &start, &end);
  return ante_guard_is_question (text, hit->first) ||
         (ante_guard_range_has (
            text, start, end,
            "policy|terms|question|request|ask|pass|forward|check|look|read|page|"
            "details|faq|politica|conditions|frage|preguntar|anfrage|team|review|"
            "looks|asked|asking|about|wanting|sort") &&
          !ante_guard_range_has (
            text, start, end,
            "full|any|always|day|days|week|weeks|month|months|no|guarantee|yes|"
            "approved|anytime|dias|tage|jours|happily|none"));
}

/* "Yes, 60 days", to a question for the refund. */
static void
find_bare_term (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteGuardText *lead =
    guard->leads->len > 0 ? guard->leads->pdata[guard->leads->len - 1] : NULL;
  double days = find_days (text, 0, ante_guard_n_words (text));

  if (lead != NULL && days > 0 && days != guard->playbook->refund->days &&
      ante_guard_text_has (lead, ANTE_CUE_REFUND) && !ante_guard_text_has (text, ANTE_CUE_REFUND))
    ante_guard_find_words (guard, text, 0, ante_guard_n_words (text),
                           "another term than the refund policy's");
}

void
ante_guard_refund (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  while ((hit = ante_guard_next_hit (text, ANTE_CUE_REFUND_DONE, 0, G_MAXUINT, &at)) != NULL) {
    if (!ante_guard_is_denied (text, hit->first, hit->after))
      ante_guard_find_words (guard, text, hit->first, hit->after, "promises a refund");
  }
  if (guard->playbook->refund == NULL)
    return;
  find_bare_term (guard);
  at = 0;
  while ((hit = ante_guard_next_hit (text, ANTE_CUE_REFUND, 0, G_MAXUINT, &at)) != NULL) {
    gboolean denied =
      ante_guard_is_denied (text, hit->first, hit->after) ||
      ante_guard_word_is (text, hit->first, "nonrefundable") ||
      ante_guard_range_has (text, hit->first > 1 ? hit->first - 1 : 0, hit->first, "non|no");

    if (is_neutral_refund (text, hit) || ante_guard_says_policy (guard, hit->first) ||
        (denied && is_right_no (guard, hit->first)))
      continue;
    ante_guard_find_words (guard, text, hit->first, hit->after, "differs from the refund policy");
  }
}
