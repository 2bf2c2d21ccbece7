#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-work.h"

#include <string.h>

/* Where the name of @offer, or an alias, stands nearest to @word; FALSE where it does not. */
static gboolean
find_offer (const AnteGuardText *text,
            const AnteOffer *offer,
            guint from,
            guint to,
            guint *first,
            guint *after)
{
  if (ante_guard_find_name (text, offer->name, from, first, after) && *after <= to)
    return TRUE;
  for (guint i = 0; offer->aliases[i] != NULL; i++) {
    if (ante_guard_find_name (text, offer->aliases[i], from, first, after) && *after <= to)
      return TRUE;
  }
  return FALSE;
}

/* The offer that is named between two words; NULL where none or more than one is. */
const AnteOffer *
ante_guard_named_offer (const AnteGuard *guard, const AnteGuardText *text, guint from, guint to)
{
  const AnteOffer *named = NULL;

  for (guint i = 0; i < guard->playbook->offers->len; i++) {
    const AnteOffer *offer = guard->playbook->offers->pdata[i];
    guint first = 0;
    guint after = 0;

    if (!find_offer (text, offer, from, to, &first, &after))
      continue;
    if (named != NULL)
      return NULL;
    named = offer;
  }
  return named;
}

/**
 * ante_guard_offer_near:
 * @word: where something is said of an offer
 * @named: (out): some offer is named there
 *
 * Returns: (nullable): the one it is said of: named right behind, else last before in the same
 * sentence, else behind, else in the sentence before
 */
const AnteOffer *
ante_guard_offer_near (const AnteGuard *guard,
                       const AnteGuardText *text,
                       guint word,
                       gboolean *named)
{
  guint start = ante_line_sentence_start (text->line, word);
  guint end = ante_line_sentence_end (text->line, word);
  const AnteOffer *best = NULL;
  guint best_distance = G_MAXUINT;

  *named = FALSE;
  for (guint i = 0; i < guard->playbook->offers->len; i++) {
    const AnteOffer *offer = guard->playbook->offers->pdata[i];
    guint first = 0;
    guint after = 0;
    guint from = start;

    while (find_offer (text, offer, from, end, &first, &after)) {
      guint distance = first >= word ? first - word + 12 : word - after;

      /* "220 for Trip Prep": the name belongs to the sum before it. */
      if (first > word && first <= word + 4 &&
          ante_guard_range_has (text, word, first, "for|por|para|pour|fur|gets|buys"))
        distance = 0;
      if (distance < best_distance) {
        best = offer;
        best_distance = distance;
      }
      from = first + 1;
    }
  }
  *named = best != NULL;
  if (best == NULL && start > 0) {
    best =
      ante_guard_named_offer (guard, text, ante_line_sentence_start (text->line, start - 1), start);
    *named = best != NULL;
  }
  return best;
}

/* Whether what is said between two words is that it is over. */
static gboolean
is_over (const AnteGuardText *text, guint first, guint after)
{
  guint start = ante_line_sentence_start (text->line, first);
  guint end = ante_line_sentence_end (text->line, first);

  return ante_guard_has (text, ANTE_CUE_ENDED, start, end) ||
         ante_guard_is_denied (text, first, after);
}

static void
find_stale_offers (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;

  for (guint i = 0; i < guard->playbook->offers->len; i++) {
    const AnteOffer *offer = guard->playbook->offers->pdata[i];
    guint first = 0;
    guint after = 0;

    if (offer->valid_until == 0 || guard->today <= offer->valid_until ||
        !find_offer (text, offer, 0, G_MAXUINT, &first, &after) || is_over (text, first, after))
      continue;
    ante_guard_find_words (guard, text, first, after, "offer valid until %d", offer->valid_until);
  }
}

/* Codes are written in the draft as they are: a word, whatever its case. */
void
ante_guard_stale (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;

  find_stale_offers (guard);
  for (guint i = 0; i < guard->playbook->discounts->len; i++) {
    const AnteDiscount *discount = guard->playbook->discounts->pdata[i];
    guint first = 0;
    guint after = 0;

    if (discount->code == NULL || discount->valid_until == 0 ||
        guard->today <= discount->valid_until ||
        !ante_guard_find_name (text, discount->code, 0, &first, &after) ||
        is_over (text, first, after))
      continue;
    ante_guard_find_words (guard, text, first, after, "code valid until %d", discount->valid_until);
  }
  for (guint i = 0; i < guard->sums->len; i++) {
    const AnteSum *sum = &g_array_index (guard->sums, AnteSum, i);

    if (sum->match == ANTE_MATCH_STALE && !is_over (text, sum->first, sum->after))
      ante_guard_find_words (guard, text, sum->first, sum->after, "price of an offer that is over");
  }
}

static gboolean
has_tag (const AnteGuard *guard, const char *tag)
{
  if (tag == NULL)
    return TRUE;
  for (guint i = 0; guard->guarded->tags != NULL && guard->guarded->tags[i] != NULL; i++) {
    if (g_ascii_strcasecmp (guard->guarded->tags[i], tag) == 0)
      return TRUE;
  }
  return FALSE;
}

/* A listed discount that the lead may have, and that the sentence tells right. */
gboolean
ante_guard_is_listed_discount (const AnteGuard *guard, guint first)
{
  const AnteGuardText *text = guard->draft;
  guint start = ante_line_sentence_start (text->line, first);
  guint end = ante_line_sentence_end (text->line, first);
  g_autoptr (GArray) sums = ante_guard_read_sums (text);
  gboolean listed = FALSE;
  guint at = 0;
  guint after = 0;

  for (guint i = 0; i < guard->playbook->discounts->len && !listed; i++) {
    const AnteDiscount *discount = guard->playbook->discounts->pdata[i];
    gboolean coded =
      discount->code != NULL && ante_guard_find_name (text, discount->code, 0, &at, &after);
    gboolean percent = FALSE;
    gboolean other = FALSE;

    for (guint k = 0; k < sums->len; k++) {
      const AnteSum *sum = &g_array_index (sums, AnteSum, k);

      if (sum->first < start || sum->first >= end ||
          !(sum->off || ante_guard_word_is (text, sum->after, "%|percent|por|per|pour|prozent")))
        continue;
      if (sum->value == discount->percent && !(sum->off && sum->currency != NULL))
        percent = TRUE;
      else
        other = TRUE;
    }
    listed = (coded || percent) && !other && has_tag (guard, discount->requires_tag) &&
             (discount->valid_until == 0 || guard->today <= discount->valid_until) &&
             !ante_guard_range_has (text, start, end, "half|third|quarter|free|match");
  }
  return listed;
}

static void
find_codes_without_tag (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;

  for (guint i = 0; i < guard->playbook->discounts->len; i++) {
    const AnteDiscount *discount = guard->playbook->discounts->pdata[i];
    guint first = 0;
    guint after = 0;

    if (discount->code == NULL || has_tag (guard, discount->requires_tag) ||
        !ante_guard_find_name (text, discount->code, 0, &first, &after) ||
        ante_guard_is_denied (text, first, after))
      continue;
    ante_guard_find_words (guard, text, first, after, "needs the tag %s", discount->requires_tag);
  }
}

void
ante_guard_discount (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  find_codes_without_tag (guard);
  while ((hit = ante_guard_next_hit (text, ANTE_CUE_DISCOUNT, 0, G_MAXUINT, &at)) != NULL) {
    if (ante_guard_is_denied (text, hit->first, hit->after) ||
        ante_guard_is_listed_discount (guard, hit->first) ||
        (ante_guard_is_question (text, hit->first) &&
         ante_guard_range_has (text, ante_line_sentence_start (text->line, hit->first), hit->first,
                               "why|what|did|does|who|where|was")))
      continue;
    ante_guard_find_words (guard, text, hit->first, hit->after, "no such discount is listed");
  }
  for (guint i = 0; i < guard->sums->len; i++) {
    const AnteSum *sum = &g_array_index (guard->sums, AnteSum, i);

    if (sum->off && sum->firm && !ante_guard_is_denied (text, sum->first, sum->after) &&
        !ante_guard_is_listed_discount (guard, sum->first))
      ante_guard_find_words (guard, text, sum->first, sum->after + 1, "a sum off");
  }
}

/* Whether the number of minutes of a listed free offer stands between two words: it may be named in
 * another language. */
static gboolean
tells_minutes (const AnteGuardText *text, guint from, guint to, const char *offer)
{
  g_autoptr (GPtrArray) words = ante_guard_fold_words (offer);

  for (guint i = 0; i + 1 < words->len; i++) {
    AnteWord unit = { .text = words->pdata[i + 1] };

    if (!g_ascii_isdigit (*(const char *) words->pdata[i]) ||
        !ante_word_is (&unit, "minute|minutes|min|mins|minuto|minutos|minuten"))
      continue;
    for (guint k = from; k + 1 < to; k++) {
      if (g_str_equal (ante_guard_word (text, k), words->pdata[i]) &&
          ante_guard_word_is (text, k + 1, "minute|minutes|min|mins|minuto|minutos|minuten"))
        return TRUE;
    }
  }
  return FALSE;
}

/* The words around a gift that say what is given: those of one free offer, or of what is included.
 */
gboolean
ante_guard_is_listed_gift (const AnteGuard *guard, const AnteHit *hit)
{
  const AnteGuardText *text = guard->draft;
  guint start = ante_line_sentence_start (text->line, hit->first);
  guint end = ante_line_sentence_end (text->line, hit->first);
  guint total = 0;
  guint first = 0;
  guint after = 0;

  /* What else is given is said beside it; "no trial, but the call is free" gives none. */
  ante_guard_clause (text, hit->first, &first, &after);

  /* "… on the hello call, it's free" also when it stands one sentence before. */
  for (guint i = 0; guard->playbook->free_offers[i] != NULL; i++) {
    const char *offer = guard->playbook->free_offers[i];
    guint found = 0;
    guint from = start;

    found = ante_guard_count_content (text, from, end, offer, &total);
    if (found < 2 && start > 0) {
      from = ante_line_sentence_start (text->line, start - 1);
      found = ante_guard_count_content (text, from, end, offer, &total);
    }
    if (tells_minutes (text, start, end, offer) &&
        !ante_guard_range_has (text, start, end,
                               "month|months|week|weeks|lifetime|extra|bonus|"
                               "another|unlimited|plus"))
      return TRUE;
    if (found >= MIN (2, total) &&
        !ante_guard_range_has (text, first, after,
                               "month|months|week|weeks|lifetime|extra|bonus|trial|second|another|"
                               "unlimited|forever|lesson|lessons|program|plan|course|ebook|guide"))
      return TRUE;
    /* "a free call" where all that is free is a call */
    if (found >= 1 &&
        ante_guard_range_has (text, start, end,
                              "call|chat|check|llamada|chamada|appel|"
                              "gesprach|consult|session") &&
        !ante_guard_range_has (text, first, after,
                               "month|months|week|weeks|lifetime|extra|bonus|trial|second|another|"
                               "unlimited|forever|lesson|lessons|coaching|program|plan|ebook|guide|"
                               "two|three|sessions|calls"))
      return TRUE;
  }
  for (guint i = 0; i < guard->playbook->offers->len; i++) {
    const AnteOffer *offer = guard->playbook->offers->pdata[i];

    for (guint k = 0; offer->includes[k] != NULL; k++) {
      guint found = ante_guard_count_content (text, start, end, offer->includes[k], &total);

      if (total >= 2 && found == total &&
          !ante_guard_range_has (text, start, end, "free|extra|gratis|kostenlos|gratuit|bonus"))
        return TRUE;
    }
  }
  return FALSE;
}

void
ante_guard_gift (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  while ((hit = ante_guard_next_hit (text, ANTE_CUE_FREE, 0, G_MAXUINT, &at)) != NULL) {
    guint start = ante_line_sentence_start (text->line, hit->first);
    guint end = ante_line_sentence_end (text->line, hit->first);

    if (ante_guard_is_denied (text, hit->first, hit->after) ||
        ante_guard_is_listed_gift (guard, hit))
      continue;
    /* "What would you do with a free evening?" gives nothing away. */
    if (ante_guard_is_question (text, hit->first) &&
        ante_guard_range_has (text, start, end,
                              "what|which|when|who|where|why|how|que|cuando|was|wann|quand|quando"))
      continue;
    ante_guard_find_words (guard, text, hit->first, hit->after, "nothing of this is listed");
  }
}
