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
        is_listed_scarcity (guard, hit) || is_listed_end (guard, hit))
      continue;
    ante_guard_find_words (guard, text, hit->first, hit->after, "no such limit is listed");
  }
}
