#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-price.h"

#include <math.h>
#include <string.h>

/* A number without a currency is a price only from here on: "5 minutes" is none. */
#define LEAST_PRICE 15
/* How many of the lead's messages tell what we talk about. */
#define RECENT 3

#define NO_MONEY                                                                                   \
  "week|weeks|month|months|day|days|hour|hours|hr|hrs|minute|minutes|min|mins|second|seconds|"     \
  "year|"                                                                                          \
  "years|call|calls|lesson|lessons|session|sessions|kg|kgs|kilos|kilo|lb|lbs|pounds|people|"       \
  "client|"                                                                                        \
  "clients|families|learners|students|places|place|spots|seats|steps|step|times|time|percent|%|"   \
  "am|"                                                                                            \
  "pm|oclock|st|nd|rd|th|calories|calorie|kcal|g|grams|words|word|things|questions|person|kids|"   \
  "children|semanas|semana|meses|mes|dias|dia|horas|hora|minutos|minuto|clases|clase|aulas|"       \
  "personas|pessoas|semaines|mois|jours|heures|heure|seances|personnes|wochen|tage|tagen|stunden|" \
  "uhr|personen|jahre|anos|ans|meals|recipes|recipe|km|miles|reps|sets|out|of|bags|kid|year|x|"    \
  "followers|posts|hrs|letters|verbs|phrases|pages|old|meal|nights|evenings|mornings"
#define INTROS                                                                                     \
  "its|is|costs|cost|price|pay|for|at|only|just|around|about|roughly|from|charge|investment|fee|"  \
  "rate|total|to|comes|say|call|do|make|be|under|below|over|between|and|or|cuesta|son|vale|"       \
  "precio|"                                                                                        \
  "por|desde|custa|sai|preco|coute|prix|pour|kostet|preis|fur|ab|nur|of|than|thats|was|es|e|a|"    \
  "then|so|exactly|solo|apenas|em|de|unos|cerca|environ|etwa|rund|yes|yep|sure|ok|okay|take|s|"    \
  "est|"                                                                                           \
  "as|honestly|charged|nearly|almost|like|sind|macht|sale|pagas|paga|set|instead"

static gboolean
fits_currency (const AnteGuard *guard, const char *said, const char *listed)
{
  if (said == NULL || g_str_equal (said, listed))
    return TRUE;
  return g_str_equal (said, "$") && ante_guard_is_dollar (listed);
}

static gboolean
fits_price (const AnteGuard *guard, const AnteSum *sum, const AntePrice *price)
{
  if ((gint64) llround (sum->value * 100) != price->minor ||
      !fits_currency (guard, sum->currency, price->currency))
    return FALSE;
  if (price->count == 1)
    return sum->count <= 1 && sum->period == NULL;
  return sum->count == price->count &&
         (sum->period == NULL || price->period == NULL || g_str_equal (sum->period, price->period));
}

static AnteMatch
match_offer (const AnteGuard *guard, const AnteSum *sum, const AnteOffer *offer)
{
  for (guint i = 0; i < offer->prices->len; i++) {
    if (fits_price (guard, sum, offer->prices->pdata[i]))
      return ante_offer_is_valid (offer, guard->today) ? ANTE_MATCH_VALID : ANTE_MATCH_STALE;
  }
  return ANTE_MATCH_NONE;
}

/* The one offer that the lead asks about by its name. */
static const AnteOffer *
asked_offer (const AnteGuard *guard)
{
  return guard->leads->len > 0 ? ante_guard_named_offer (
                                   guard, guard->leads->pdata[guard->leads->len - 1], 0, G_MAXUINT)
                               : NULL;
}

AnteMatch
ante_guard_match_sum (const AnteGuard *guard, const AnteGuardText *text, const AnteSum *sum)
{
  gboolean named = FALSE;
  const AnteOffer *offer = ante_guard_offer_near (guard, text, sum->first, &named);
  AnteMatch best = ANTE_MATCH_NONE;

  if (offer == NULL && text == guard->draft)
    offer = asked_offer (guard);
  if (offer != NULL)
    return match_offer (guard, sum, offer);
  for (guint i = 0; i < guard->playbook->offers->len && best != ANTE_MATCH_VALID; i++)
    best = MAX (best, match_offer (guard, sum, guard->playbook->offers->pdata[i]));
  return best;
}

/* Whether we talk of what it costs: the lead asked of late, or the sentence says so. */
static gboolean
is_about_price (const AnteGuard *guard, const AnteGuardText *text, guint word)
{
  guint from = guard->leads->len > RECENT ? guard->leads->len - RECENT : 0;
  gboolean named = FALSE;
  guint start = ante_line_sentence_start (text->line, word);
  guint end = ante_line_sentence_end (text->line, word);

  if (ante_guard_has (text, ANTE_CUE_PRICE_WORD, start, end))
    return TRUE;
  for (guint i = from; i < guard->leads->len; i++) {
    if (ante_guard_text_has (guard->leads->pdata[i], ANTE_CUE_ASKS_PRICE) ||
        ante_guard_text_has (guard->leads->pdata[i], ANTE_CUE_PROPOSES))
      return TRUE;
  }
  return ante_guard_offer_near (guard, text, word, &named) != NULL &&
         ante_guard_range_has (text, start, end, "is|its|costs|es|e|est|kostet|for|at|cuesta");
}

/* A bare number is a price where a price is expected and nothing else is counted. */
static gboolean
is_bare_price (const AnteGuard *guard, const AnteGuardText *text, const AnteSum *sum)
{
  guint start = ante_line_sentence_start (text->line, sum->first);
  guint end = ante_line_sentence_end (text->line, sum->first);
  const char *word = ante_guard_word (text, sum->first);
  gboolean introduced =
    sum->first == start || sum->range || ante_guard_word_is (text, sum->first - 1, INTROS) ||
    ante_line_word (text->line, sum->first - 1)->after == ':' ||
    ante_guard_word_is (text, sum->after, "each|total|upfront|flat|altogether|all|max");
  gboolean clock = strchr (word, ':') != NULL;

  if (sum->value < LEAST_PRICE || clock || ante_guard_word_is (text, sum->after, NO_MONEY) ||
      (sum->value >= 1900 && sum->value <= 2100 && sum->first > start &&
       ante_guard_word_is (text, sum->first - 1, "since|in|desde|seit|depuis|of|en|em|im")) ||
      ante_guard_word_is (text, sum->after, "@month") ||
      (sum->first > start && ante_guard_word_is (text, sum->first - 1, "@month")))
    return FALSE;
  if (ante_guard_text_has (text, ANTE_CUE_SPELLED) && sum->value < 100)
    return FALSE;
  /* "5 to 6 minutes": what is counted stands behind the second. */
  if (sum->range && ante_guard_range_has (text, sum->after, MIN (end, sum->after + 3), NO_MONEY))
    return FALSE;
  return (introduced || end - start <= 4) && is_about_price (guard, text, sum->first);
}

/* What the lead says of a figure: their own money, or what they would pay us. */
static gboolean
lead_owns (const AnteGuard *guard, double value, gboolean *proposed, gboolean *budget)
{
  gboolean own = FALSE;

  *proposed = FALSE;
  for (guint i = 0; i < guard->leads->len; i++) {
    const AnteGuardText *text = guard->leads->pdata[i];
    const GArray *sums = guard->lead_sums->pdata[i];

    for (guint k = 0; k < sums->len; k++) {
      const AnteSum *sum = &g_array_index (sums, AnteSum, k);
      guint start = ante_line_sentence_start (text->line, sum->first);
      guint end = ante_line_sentence_end (text->line, sum->first);

      if (fabs (sum->value - value) > 0.001)
        continue;
      *budget = *budget || ante_guard_range_has (text, start, end,
                                                 "budget|afford|max|maximum|limit|presupuesto|pay|"
                                                 "orcamento|up|most|pagar|payer|zahlen|only");
      if (ante_guard_has (text, ANTE_CUE_SPENDS, start, end))
        own = TRUE;
      else if (ante_guard_has (text, ANTE_CUE_PROPOSES, start, end) ||
               ante_guard_has (text, ANTE_CUE_ASKS_PRICE, start, end) ||
               (sum->firm && ante_guard_is_question (text, sum->first)))
        *proposed = TRUE;
      else
        own = TRUE;
    }
  }
  return own && !*proposed;
}

/* The test is what the sentence is about, not the number. */
static gboolean
is_lead_money (const AnteGuard *guard, const AnteGuardText *text, const AnteSum *sum)
{
  guint start = ante_line_sentence_start (text->line, sum->first);
  guint end = ante_line_sentence_end (text->line, sum->first);
  gboolean about_lead = ante_guard_has (text, ANTE_CUE_LEAD_MONEY, start, end);
  gboolean proposed = FALSE;
  gboolean budget = FALSE;
  gboolean own = lead_owns (guard, sum->value, &proposed, &budget);

  if (ante_guard_named_offer (guard, text, start, end) != NULL)
    return FALSE;
  /* "1000 as your ceiling": said after them, and nothing is agreed to. */
  if ((own || proposed) &&
      ante_guard_range_has (text, start, end, "your|tu|votre|ton|dein|ihr|seu") &&
      ante_guard_range_has (text, start, end,
                            "ceiling|budget|limit|max|maximum|top|tope|presupuesto|limite|"
                            "orcamento|plafond|rahmen|obergrenze|teto") &&
      (!ante_guard_has (text, ANTE_CUE_PRICE_WORD, start, end) ||
       ante_guard_range_has (text, start, end,
                             "thanks|thank|gracias|merci|danke|obrigado|obrigada")) &&
      !ante_guard_range_has (text, start, end,
                             "works|work|deal|fits|fit|enough|fine|perfect|perfectly|covers|us|our|"
                             "program|we|yes|exactly|inside|within|under|below|over|above"))
    return TRUE;
  if (proposed)
    return FALSE;
  if (own)
    return !budget || !ante_guard_has (text, ANTE_CUE_ACCEPTS, start, end) ||
           (about_lead && ante_guard_is_question (text, sum->first));
  return about_lead && !ante_guard_has (text, ANTE_CUE_PRICE_WORD, start, end) &&
         !ante_guard_has (text, ANTE_CUE_INVITES, start, end) &&
         !ante_guard_range_has (text, start, end, "us|our|my|i|program|course|we|charge|program");
}

/* Another sentence of the same draft tells the plan that a lone instalment belongs to. */
static void
complete_plans (GArray *sums)
{
  for (guint i = 0; i < sums->len; i++) {
    AnteSum *sum = &g_array_index (sums, AnteSum, i);

    for (guint k = 0; k < sums->len && sum->count == 0 && sum->period != NULL; k++) {
      const AnteSum *other = &g_array_index (sums, AnteSum, k);

      if (other->value == sum->value && other->count > 1)
        sum->count = other->count;
    }
  }
}

/**
 * ante_guard_read_prices:
 *
 * Keeps of the draft's sums those that say what something of ours costs.
 */
void
ante_guard_read_prices (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  g_autoptr (GArray) sums = ante_guard_read_sums (text);

  complete_plans (sums);
  for (guint i = 0; i < sums->len; i++) {
    AnteSum *sum = &g_array_index (sums, AnteSum, i);

    if ((!sum->firm && !is_bare_price (guard, text, sum)) || is_lead_money (guard, text, sum))
      continue;
    /* "£0" and "no 50" cost nothing and say nothing. */
    if (ante_guard_is_denied (text, sum->first, sum->after) && !sum->range)
      continue;
    sum->firm = sum->currency != NULL || sum->count > 0 || sum->firm;
    sum->match = sum->off ? ANTE_MATCH_NONE : ante_guard_match_sum (guard, text, sum);
    g_array_append_val (guard->sums, *sum);
  }
}

/* The figure that the lead proposed last, to what a bare "yes" agrees. */
static gboolean
find_proposal (const AnteGuard *guard, AnteSum *sum)
{
  const AnteGuardText *text =
    guard->leads->len > 0 ? guard->leads->pdata[guard->leads->len - 1] : NULL;
  g_autoptr (GArray) sums = text != NULL ? ante_guard_read_sums (text) : NULL;

  for (guint i = 0; sums != NULL && i < sums->len; i++) {
    *sum = g_array_index (sums, AnteSum, i);
    if ((sum->firm || sum->value >= LEAST_PRICE) &&
        !ante_guard_word_is (text, sum->after, NO_MONEY) &&
        ante_guard_has (text, ANTE_CUE_PROPOSES, ante_line_sentence_start (text->line, sum->first),
                        ante_line_sentence_end (text->line, sum->first)))
      return TRUE;
  }
  return FALSE;
}

static const AnteHit *
find_bare_yes (const AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  if (guard->sums->len > 0)
    return NULL;
  while ((hit = ante_guard_next_hit (text, ANTE_CUE_ACCEPTS, 0, G_MAXUINT, &at)) != NULL) {
    guint start = ante_line_sentence_start (text->line, hit->first);
    guint end = ante_line_sentence_end (text->line, hit->first);

    if (!ante_guard_is_denied (text, hit->first, hit->after) &&
        !ante_guard_is_question (text, hit->first) &&
        !ante_guard_range_has (text, start, end, "not|cant|cannot|no|unfortunately|but|dont"))
      return hit;
  }
  return NULL;
}

void
ante_guard_price (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  AnteSum proposal = { 0 };
  guint at = 0;

  for (guint i = 0; i < guard->sums->len; i++) {
    const AnteSum *sum = &g_array_index (guard->sums, AnteSum, i);

    if (sum->match == ANTE_MATCH_NONE && !sum->off)
      ante_guard_find_words (guard, text, sum->first, sum->after, "%g is no listed price",
                             sum->value);
  }
  while ((hit = ante_guard_next_hit (text, ANTE_CUE_PRICE_HINT, 0, G_MAXUINT, &at)) != NULL) {
    if (!ante_guard_is_denied (text, hit->first, hit->after) &&
        !ante_guard_range_has (text, hit->first, hit->after,
                               "affordable|inexpensive|reasonably|cheap|barato") &&
        !ante_guard_has (text, ANTE_CUE_LEAD_MONEY,
                         ante_line_sentence_start (text->line, hit->first),
                         ante_line_sentence_end (text->line, hit->first)))
      ante_guard_find_words (guard, text, hit->first, hit->after, "a price without a figure");
  }
  hit = find_bare_yes (guard);
  if (hit != NULL && find_proposal (guard, &proposal) &&
      ante_guard_match_sum (guard, guard->leads->pdata[guard->leads->len - 1], &proposal) !=
        ANTE_MATCH_VALID)
    ante_guard_find_words (guard, text, hit->first, hit->after, "agrees to %g", proposal.value);
}

/* All that tells of a price, be it right or wrong. */
static void
find_prices (AnteGuard *guard, gboolean hints, const char *detail)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  AnteSum proposal = { 0 };
  guint at = 0;

  for (guint i = 0; i < guard->sums->len; i++) {
    const AnteSum *sum = &g_array_index (guard->sums, AnteSum, i);

    ante_guard_find_words (guard, text, sum->first, sum->after, "%s", detail);
  }
  while (hints &&
         (hit = ante_guard_next_hit (text, ANTE_CUE_PRICE_HINT, 0, G_MAXUINT, &at)) != NULL) {
    if (!ante_guard_is_denied (text, hit->first, hit->after))
      ante_guard_find_words (guard, text, hit->first, hit->after, "%s", detail);
  }
  hit = find_bare_yes (guard);
  if (hit != NULL && find_proposal (guard, &proposal))
    ante_guard_find_words (guard, text, hit->first, hit->after, "%s", detail);
}

void
ante_guard_price_disclosure (AnteGuard *guard)
{
  if (guard->playbook->disclosure == ANTE_DISCLOSE_NEVER_IN_DM)
    find_prices (guard, TRUE, "no prices in messages");
}

void
ante_guard_price_gate (AnteGuard *guard)
{
  const char *status = guard->guarded->status;

  if (guard->playbook->disclosure == ANTE_DISCLOSE_AFTER_QUALIFIED &&
      g_strcmp0 (status, "qualified") != 0 && g_strcmp0 (status, "booked") != 0)
    find_prices (guard, TRUE, "prices only once the lead is qualified");
}
