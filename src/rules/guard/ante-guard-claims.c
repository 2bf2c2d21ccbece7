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

/* A question that asks what the lead thinks, and offers nothing. */
static gboolean
asks_only (const AnteGuardText *text, guint word)
{
  guint start = 0;
  guint end = 0;

  sentence (text, word, &start, &end);
  return ante_guard_is_question (text, word) &&
         ante_guard_range_has (
           text, start, MIN (end, start + 5),
           "what|which|how|why|where|who|when|does|do|did|would|has|have|que|"
           "como|por|cual|was|wie|warum|welche|quel|quelle|comment|pourquoi|qual|"
           "whats|is|are|could");
}

/* The part of the playbook that allows a guarantee, told in most of its words. */
gboolean
ante_guard_is_listed_guarantee (const AnteGuard *guard, guint word)
{
  guint start = 0;
  guint end = 0;
  guint total = 0;
  guint found = 0;

  if (guard->playbook->guarantee == NULL)
    return FALSE;
  sentence (guard->draft, word, &start, &end);
  found = ante_guard_count_content (guard->draft, start, end, guard->playbook->guarantee, &total);
  return total > 0 && found * 10 >= total * 6;
}

void
ante_guard_guarantee (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  while ((hit = ante_guard_next_hit (text, ANTE_CUE_GUARANTEE, 0, G_MAXUINT, &at)) != NULL) {
    if (ante_guard_is_denied (text, hit->first, hit->after) || asks_only (text, hit->first) ||
        ante_guard_is_listed_guarantee (guard, hit->first) ||
        /* Whoever else guarantees it is warned of. */
        ante_guard_range_has (text, hit->first > 4 ? hit->first - 4 : 0, hit->first,
                              "anyone|whoever|coaches|people|those|somebody|someone|programs|ads"))
      continue;
    ante_guard_find_words (guard, text, hit->first, hit->after, "the playbook gives no guarantee");
  }
}

/* Whether what is said of a result is the lead's own hope, or a warning. */
static gboolean
is_hope (const AnteGuardText *text, const AnteHit *hit)
{
  guint start = 0;
  guint end = 0;

  sentence (text, hit->first, &start, &end);
  if (ante_guard_is_denied (text, hit->first, hit->after))
    return TRUE;
  return ante_guard_has (text, ANTE_CUE_GOAL, start, MIN (end, hit->after + 6)) &&
         !ante_guard_range_has (
           text, start, end,
           "we|ill|well|guarantee|guaranteed|promise|definitely|easily|youll|my|"
           "our|program|absolutely|certainly");
}

static gboolean
in_offer_name (const AnteGuard *guard, guint first, guint after)
{
  guint start = 0;
  guint end = 0;

  for (guint i = 0; i < guard->playbook->offers->len; i++) {
    const AnteOffer *offer = guard->playbook->offers->pdata[i];

    if (ante_guard_find_name (guard->draft, offer->name, 0, &start, &end) && start < after &&
        first < end)
      return TRUE;
  }
  return FALSE;
}

#define RESULTS                                                                                    \
  "abs|marriage|fluent|fluency|weight|kg|kilos|pounds|lbs|sleep|sleeping|calm|clients|promotion|"  \
  "love|body|shape|confidence|confident|results|slim|thin|lean|toned|muscle|pain|energy|"          \
  "bilingual|"                                                                                     \
  "conversational|together|engaged|peace|peaceful|quiet|cravings|tantrums|shredded|b1|b2|c1|debt|" \
  "stronger|fitter|happier|happy|leaner|smaller|sizes|size|better|transformed|different|new|back|" \
  "jeans|dress|dresses|outfit|trousers|pants|bikini|suit|kilo|peso|fluidez|resultados|resultats|"  \
  "couramment|ergebnisse|fliessend|inches|belly"

/* "In six weeks", "by June", "within days": a term, and what stands behind it. */
static gboolean
find_term (const AnteGuardText *text, guint start, guint end, guint *first, guint *after)
{
  for (guint i = start; i + 1 < end; i++) {
    double value = 0;
    guint behind = i + 1;
    const char *rest = NULL;

    if (!ante_guard_word_is (text, i,
                             "in|within|by|before|after|en|em|bis|dentro|innerhalb|avant|ate|para|"
                             "nach|apres|despues|depois|apos"))
      continue;
    while (ante_guard_word_is (text, behind,
                               "just|only|under|the|about|less|than|a|next|few|solo|"
                               "apenas|seulement|nur|den|de|your|end|of|time|for"))
      behind++;
    if (ante_guard_read_number (text, behind, &value, after, &rest) && *rest == '\0')
      behind = *after;
    if (behind >= end ||
        !(ante_guard_word_is (text, behind, "@unit") ||
          (ante_guard_word_is (text, i, "by|before|bis|avant|ate|para") &&
           ante_guard_word_is (text, behind, "@month|@season|wedding|week|birthday|day"))))
      continue;
    *first = i;
    *after = behind + 1;
    return TRUE;
  }
  return FALSE;
}

/* A result with a term, whatever its words: only the lead's own wish and our own errands are none.
 */
static void
find_terms (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  guint n = ante_guard_n_words (text);

  for (guint start = 0; start < n;) {
    guint end = ante_line_sentence_end (text->line, start);
    guint first = 0;
    guint after = 0;

    if (find_term (text, start, end, &first, &after) && !ante_guard_is_question (text, first) &&
        (!(ante_guard_has (text, ANTE_CUE_GOAL, start, end) ||
           ante_guard_range_has (text, start, end, "want|wanting|wants|hope|hoping")) ||
         ante_guard_range_has (text, start, end, "youll|hell|shell|theyll|will")) &&
        !ante_guard_is_denied (text, first, after) && !in_offer_name (guard, first, after) &&
        !ante_guard_range_has (
          text, start, end,
          "ill|i|we|weve|call|calls|refund|reply|hear|answer|link|book|lessons|"
          "lesson|sessions|places|cohort|ago|last|intake|tried|was|were|did|had|"
          "starts|reembolso|remboursement|module|if|unless|goal|target|nice|trip") &&
        (ante_guard_range_has (text, start, end, RESULTS) ||
         ante_guard_range_has (text, start, end,
                               "youll|youre|hell|shell|theyll|everyone|everybody") ||
         (ante_guard_range_has (text, start, end, "will|wont") &&
          ante_guard_range_has (text, start, end, "you|your|he|she|they|kids|both|nobody|people"))))
      ante_guard_find_words (guard, text, first, after, "promises a result by then");
    start = MAX (end, start + 1);
  }
}

void
ante_guard_outcome (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  while ((hit = ante_guard_next_hit (text, ANTE_CUE_OUTCOME, 0, G_MAXUINT, &at)) != NULL) {
    if (is_hope (text, hit) || in_offer_name (guard, hit->first, hit->after) ||
        (asks_only (text, hit->first) &&
         !ante_guard_range_has (text, hit->first, hit->after, "youll|will|everyone")))
      continue;
    ante_guard_find_words (guard, text, hit->first, hit->after, "promises a result");
  }
  find_terms (guard);
}

/* What comes by itself, and is no result: to find, to hear, to need. */
#define ERRANDS                                                                                    \
  "learn|bring|leave|find|see|hear|need|receive|meet|know|pick|choose|decide|get|have|want|"       \
  "notice|pay|start|talk|"                                                                         \
  "work|be|able|join|book|send|ask|answer|write|call|look|look|tell|reply|check|share|like|read|"  \
  "wait|speak|say|use|practise|practice|go|walk|keep|begin|miss|laugh|enjoy|regret|end|still"

/**
 * ante_guard_unsure:
 *
 * A sentence that tells the lead what will be, in words that no table knows: a person decides.
 */
void
ante_guard_unsure (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;

  for (guint at = 0; at < ante_guard_n_words (text); at++) {
    guint verb = at + 1;

    if (ante_guard_word_is (text, at, "you|it|your") && ante_guard_word_is (text, at + 1, "will"))
      verb = at + 2;
    else if (!ante_guard_word_is (text, at, "youll|itll|shell|theyll"))
      continue;
    while (ante_guard_word_is (text, verb,
                               "soon|also|just|definitely|finally|quickly|easily|always|"
                               "really|never|all|both|probably|even"))
      verb++;
    if (verb >= ante_guard_n_words (text) || ante_guard_word_is (text, verb, ERRANDS) ||
        ante_guard_is_question (text, at) || ante_guard_is_denied (text, at, at + 1) ||
        ante_guard_has (text, ANTE_CUE_GOAL, ante_line_sentence_start (text->line, at), at))
      continue;
    ante_guard_find_words (guard, text, at, verb + 1, "tells what will be");
  }
}

void
ante_guard_income (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  while ((hit = ante_guard_next_hit (text, ANTE_CUE_INCOME, 0, G_MAXUINT, &at)) != NULL) {
    guint start = 0;
    guint end = 0;

    sentence (text, hit->first, &start, &end);
    if ((is_hope (text, hit) &&
         (ante_guard_is_denied (text, hit->first, hit->after) ||
          ante_guard_range_has (text, start, end,
                                "you|your|youd|tu|te|tus|sua|seu|votre|vous|dein|"
                                "du|voce|vc"))) ||
        asks_only (text, hit->first) ||
        (ante_guard_is_question (text, hit->first) &&
         !ante_guard_range_has (text, start, end, "ready|want")) ||
        /* Said after the lead: "you make 3k a month now". */
        ante_guard_range_has (
          text, start, end,
          "yourself|currently|already|mentioned|said|told|now|today|sounds|congrats|"
          "actualmente|ahora|maintenant|gerade|aktuell"))
      continue;
    ante_guard_find_words (guard, text, hit->first, hit->after, "promises income");
  }
}

void
ante_guard_medical_claim (AnteGuard *guard)
{
  static const AnteCue cues[] = { ANTE_CUE_MEDICAL_CLAIM, ANTE_CUE_DIAGNOSIS };
  const AnteGuardText *text = guard->draft;

  for (guint i = 0; i < G_N_ELEMENTS (cues); i++) {
    const AnteHit *hit = NULL;
    guint at = 0;

    while ((hit = ante_guard_next_hit (text, cues[i], 0, G_MAXUINT, &at)) != NULL) {
      if (ante_guard_is_denied (text, hit->first, hit->after) ||
          ante_guard_is_question (text, hit->first) ||
          ante_guard_range_has (text, hit->first > 4 ? hit->first - 4 : 0, hit->after,
                                "ask|check|doctor|whether|talk|before"))
        if (!ante_guard_range_has (
              text, hit->first, hit->after,
              "wrong|ignore|skip|cancel|instead|forget|without|pushes|lie|need|"
              "overreacting|clueless|trust"))
          continue;
      if (ante_guard_is_denied (text, hit->first, hit->after))
        continue;
      ante_guard_find_words (guard, text, hit->first, hit->after,
                             cues[i] == ANTE_CUE_DIAGNOSIS ? "diagnoses" : "treats or advises");
    }
  }
}

/* Whether an approved claim, the scarcity or the offers say the same in the same numbers. */
gboolean
ante_guard_is_approved (const AnteGuard *guard, const AnteHit *hit)
{
  const AnteGuardText *text = guard->draft;
  guint start = 0;
  guint end = 0;
  double value = 0;
  guint after = 0;
  const char *rest = NULL;

  sentence (text, hit->first, &start, &end);
  for (guint i = 0; guard->playbook->approved_claims[i] != NULL; i++) {
    const char *claim = guard->playbook->approved_claims[i];
    guint total = 0;
    guint found = ante_guard_count_content (text, start, end, claim, &total);
    gboolean numbers = TRUE;

    if (total == 0 || found * 10 < total * 5)
      continue;
    /* A number in the sentence must be one of the claim. */
    for (guint k = hit->first; k < hit->after && numbers; k++) {
      g_autofree char *digits = NULL;

      if (!ante_guard_read_number (text, k, &value, &after, &rest) || value < 5)
        continue;
      digits = g_strdup_printf ("%g", value);
      numbers = strstr (claim, digits) != NULL;
      k = after - 1;
    }
    if (numbers)
      return TRUE;
  }
  return FALSE;
}

/* "20 clients are many": the lead's own number. */
static gboolean
echoes_lead (const AnteGuard *guard, const AnteHit *hit)
{
  const AnteGuardText *text = guard->draft;

  if (ante_guard_range_has (text, hit->first, hit->after, "my|our|i|ive|weve|we|helped|%|mis|mes"))
    return FALSE;
  for (guint i = 0; i < guard->leads->len; i++) {
    for (guint k = hit->first; k < hit->after; k++) {
      for (guint m = 0; m < ante_guard_n_words (guard->leads->pdata[i]); m++) {
        if (g_ascii_isdigit (*ante_guard_word (text, k)) &&
            g_str_equal (ante_guard_word (text, k), ante_guard_word (guard->leads->pdata[i], m)))
          return TRUE;
      }
    }
  }
  return FALSE;
}

static gboolean
is_about_us (const AnteGuardText *text, const AnteHit *hit)
{
  /* "Most parents tell me that" is company, no figure: the table leaves it out; a question asks. */
  return !ante_guard_is_question (text, hit->first) ||
         ante_guard_range_has (text, hit->first, hit->after, "my|our|clients|%");
}

/* "70% sounds like a lot": the lead's own number. */
static gboolean
echoes_lead_percent (const AnteGuard *guard, guint at)
{
  for (guint i = 0; i < guard->leads->len; i++) {
    for (guint m = 0; m < ante_guard_n_words (guard->leads->pdata[i]); m++) {
      if (g_str_equal (ante_guard_word (guard->draft, at),
                       ante_guard_word (guard->leads->pdata[i], m)))
        return TRUE;
    }
  }
  return FALSE;
}

/* A share of people that is in no claim and no discount, and that the lead has not told. */
static void
find_percents (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;

  for (guint i = 0; i + 1 < ante_guard_n_words (text); i++) {
    double value = 0;
    guint after = 0;
    const char *rest = NULL;
    AnteHit hit = { .first = i, .after = i + 2 };

    if (!ante_guard_read_number (text, i, &value, &after, &rest) || value < 20 || value >= 100 ||
        !ante_guard_word_is (text, after, "%|percent|prozent") ||
        ante_guard_text_has (text, ANTE_CUE_DISCOUNT) || ante_guard_is_question (text, i) ||
        ante_guard_is_approved (guard, &hit) || echoes_lead_percent (guard, i))
      continue;
    for (guint d = 0; d < guard->playbook->discounts->len; d++) {
      if (((AnteDiscount *) guard->playbook->discounts->pdata[d])->percent == value)
        return;
    }
    ante_guard_find_words (guard, text, i, after + 1, "no approved claim says this");
  }
}

void
ante_guard_proof (AnteGuard *guard)
{
  static const AnteCue cues[] = { ANTE_CUE_STATISTIC, ANTE_CUE_CREDENTIAL };
  const AnteGuardText *text = guard->draft;

  find_percents (guard);
  for (guint i = 0; i < G_N_ELEMENTS (cues); i++) {
    const AnteHit *hit = NULL;
    guint at = 0;

    while ((hit = ante_guard_next_hit (text, cues[i], 0, G_MAXUINT, &at)) != NULL) {
      if (ante_guard_is_denied (text, hit->first, hit->after) ||
          ante_guard_is_approved (guard, hit) || !is_about_us (text, hit) ||
          echoes_lead (guard, hit))
        continue;
      ante_guard_find_words (guard, text, hit->first, hit->after, "no approved claim says this");
    }
  }
}

/* What the playbook says of places and dates, told in its own numbers. */
static gboolean
is_listed_scarcity (const AnteGuard *guard, const AnteHit *hit)
{
  const AnteScarcity *scarcity = guard->playbook->scarcity;
  const AnteGuardText *text = guard->draft;
  guint start = 0;
  guint end = 0;

  sentence (text, hit->first, &start, &end);
  if (scarcity == NULL ||
      ante_guard_range_has (text, start, end,
                            "left|remaining|last|hurry|tonight|today|waiting|almost|filling|fast|"
                            "gone|remain|two|only|quedan|restam|reste|noch|soon|final|nearly|full"))
    return FALSE;
  for (guint i = start; i < end; i++) {
    double value = 0;
    guint after = 0;
    const char *rest = NULL;

    if (ante_guard_read_number (text, i, &value, &after, &rest) && value == scarcity->cohort_size)
      return TRUE;
  }
  return FALSE;
}

/* The last day of an offer or a code that is named. */
static gboolean
is_listed_end (const AnteGuard *guard, const AnteHit *hit)
{
  const AnteGuardText *text = guard->draft;
  guint start = 0;
  guint end = 0;
  int until = 0;

  sentence (text, hit->first, &start, &end);
  for (guint i = 0; i < guard->playbook->offers->len + guard->playbook->discounts->len; i++) {
    gboolean is_offer = i < guard->playbook->offers->len;

    until =
      is_offer
        ? ((AnteOffer *) guard->playbook->offers->pdata[i])->valid_until
        : ((AnteDiscount *) guard->playbook->discounts->pdata[i - guard->playbook->offers->len])
            ->valid_until;
    if (until != 0 && until >= guard->today && ante_guard_tells_day (text, start, end, until))
      return TRUE;
  }
  return FALSE;
}

/* Whether a limit is one of the playbook's. */
gboolean
ante_guard_is_listed_limit (const AnteGuard *guard, const AnteHit *hit)
{
  return is_listed_scarcity (guard, hit) || is_listed_end (guard, hit);
}

void
ante_guard_urgency (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  while ((hit = ante_guard_next_hit (text, ANTE_CUE_URGENCY, 0, G_MAXUINT, &at)) != NULL) {
    if (ante_guard_is_denied (text, hit->first, hit->after) || asks_only (text, hit->first) ||
        /* The lead's own prices. */
        ante_guard_range_has (text, hit->first > 3 ? hit->first - 3 : 0, hit->first, "when") ||
        ante_guard_is_listed_limit (guard, hit))
      continue;
    ante_guard_find_words (guard, text, hit->first, hit->after, "no such limit is listed");
  }
}
