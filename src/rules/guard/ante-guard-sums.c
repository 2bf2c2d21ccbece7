#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-work.h"

#include <stdlib.h>
#include <string.h>

static const struct {
  const char *currency;
  const char *words;
} currencies[] = {
  { "$", "$|dollar|dollars|bucks|buck|dolares|dolar|dollaro" },
  { "EUR", "€|eur|euro|euros" },
  { "GBP", "£|gbp|pound|pounds|quid|sterling|libras|livres|pfund" },
  { "USD", "usd|us$|usdollars" },
  { "AUD", "aud" },
  { "CAD", "cad" },
  { "NZD", "nzd" },
  { "SGD", "sgd" },
  { "BRL", "brl|reais|real" },
  { "MXN", "mxn" },
  { "CHF", "chf|francs|franken|francos" },
  { "INR", "inr|rupees" },
  { "ARS", "ars" },
  { "PLN", "pln|zloty" },
  { "SEK", "sek|kronor" },
  { "NOK", "nok" },
  { "DKK", "dkk" },
};

static const struct {
  const char *letters;
  const char *currency;
} dollar_letters[] = {
  { "us|u", "USD" }, { "a|au", "AUD" }, { "c|ca", "CAD" }, { "nz", "NZD" },
  { "s|sg", "SGD" }, { "r", "BRL" },    { "hk", "HKD" },   { "mx", "MXN" },
};

#define PLAN_WORDS                                                                                 \
  "payments|payment|instalments|installments|instalment|installment|times|x|pagos|cuotas|plazos|"  \
  "parcelas|vezes|mensualites|mensualite|versements|paiements|fois|raten|monatsraten|mal|"         \
  "zahlungen|"                                                                                     \
  "months|month|meses|mois|monate|monaten|weeks|semanas|semaines|wochen|prestacoes|mensualidades|" \
  "mensalidades|pagamentos|ways|veces"
#define PLAN_LINKS                                                                                 \
  "of|de|a|zu|je|at|from|each|von|per|por|en|em|in|monthly|weekly|equal|easy|only|just|mensuales|" \
  "mensais|mensuelles|mensuels|monatliche|monatlichen|about|sin|sem|little|simple|small|d|es|is|"  \
  "split|into|as|paying|over|for|semanales|iguales|every|interest|free|then|flexible|"             \
  "month|week|day|fortnight|mes|mois|monat|monatlich|pro|par|im|al|und|and|the|durante|pendant|"   \
  "sur|"                                                                                           \
  "fur|uber|across|spread|quick|total|fortnightly|x|times|$|€|£"

gboolean
ante_guard_is_dollar (const char *currency)
{
  static const char *const dollars[] = { "USD", "AUD", "CAD", "NZD", "SGD",
                                         "HKD", "MXN", "ARS", "$",   NULL };

  return currency != NULL && g_strv_contains (dollars, currency);
}

static const char *
find_currency (const char *word)
{
  const AnteWord one = { .text = word };

  for (guint i = 0; *word != '\0' && i < G_N_ELEMENTS (currencies); i++) {
    if (ante_word_is (&one, currencies[i].words))
      return currencies[i].currency;
  }
  return NULL;
}

/* "A$", "US $", "R$", "usd 960" before the number. */
static void
read_currency_before (const AnteGuardText *text, AnteSum *sum)
{
  const char *currency = NULL;
  guint at = sum->first;

  if (at == 0 ||
      ante_line_word (text->line, at - 1)->sentence != ante_line_word (text->line, at)->sentence)
    return;
  currency = find_currency (ante_guard_word (text, at - 1));
  if (currency == NULL || ante_guard_word_is (text, at - 1, "pound|pounds|dollars|real|quid|bucks"))
    return;
  sum->currency = currency;
  sum->first = at - 1;
  if (!g_str_equal (currency, "$") || at < 2 ||
      ante_line_word (text->line, at - 2)->end + 1 < ante_line_word (text->line, at - 1)->start)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (dollar_letters); i++) {
    if (ante_guard_word_is (text, at - 2, dollar_letters[i].letters) &&
        (ante_line_word (text->line, at - 2)->end == ante_line_word (text->line, at - 1)->start ||
         ante_guard_word_is (text, at - 2, "us|au|ca|nz"))) {
      sum->currency = dollar_letters[i].currency;
      sum->first = at - 2;
    }
  }
}

/* A pound is a weight where something is lost, gained or weighed. */
static gboolean
is_weight (const AnteGuardText *text, guint at)
{
  return ante_guard_word_is (text, at, "pound|pounds|pfund|libras|livres") &&
         ante_guard_range_has (
           text, ante_line_sentence_start (text->line, at), ante_line_sentence_end (text->line, at),
           "lose|lost|losing|weigh|weight|drop|dropped|gain|gained|heavier|"
           "lighter|down|up|shed|fat|scale|overweight|off|perder|abnehmen|peso");
}

/* "520 australischen Dollar": whose dollars they are. */
static const char *
read_nation (const AnteGuardText *text, guint at)
{
  static const struct {
    const char *words;
    const char *currency;
  } nations[] = {
    { "us|american|amerikanisch*|americain*|american*|estadounidense*", "USD" },
    { "australian|australisch*|australien*|australian*", "AUD" },
    { "canadian|kanadisch*|canadien*|canadiense*|canadense*", "CAD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (nations); i++) {
    if (ante_guard_word_is (text, at, nations[i].words))
      return nations[i].currency;
  }
  return NULL;
}

static void
read_currency_behind (const AnteGuardText *text, AnteSum *sum)
{
  const char *currency = find_currency (ante_guard_word (text, sum->after));
  guint last = sum->after - 1;
  const char *nation = read_nation (text, sum->after);

  if (nation != NULL &&
      g_strcmp0 (find_currency (ante_guard_word (text, sum->after + 1)), "$") == 0) {
    sum->currency = nation;
    sum->after += 2;
    return;
  }

  if (currency == NULL || sum->after >= ante_guard_n_words (text) ||
      ante_line_word (text->line, sum->after)->sentence !=
        ante_line_word (text->line, last)->sentence ||
      ante_line_word (text->line, last)->after == ',' || is_weight (text, sum->after))
    return;
  /* A sign before the next number belongs to that one. */
  if (ante_guard_word_is (text, sum->after, "$|£|€") &&
      (sum->currency != NULL ||
       (g_ascii_isdigit (*ante_guard_word (text, sum->after + 1)) &&
        ante_line_word (text->line, sum->after)->end ==
          ante_line_word (text->line, sum->after + 1)->start &&
        ante_line_word (text->line, last)->end != ante_line_word (text->line, sum->after)->start)))
    return;
  if (sum->currency == NULL || g_str_equal (sum->currency, "$"))
    sum->currency = currency;
  sum->after++;
}

static const char *
find_period (const AnteGuardText *text, guint at)
{
  static const struct {
    const char *period;
    const char *words;
  } periods[] = {
    { "month",
      "month|months|monthly|mo|mes|meses|mensual|mensuales|mensal|mensais|mois|mensuel|"
      "mensuelle|mensuelles|mensuels|monat|monate|monaten|monatlich|monatliche|monatlichen|"
      "mensualidad|mensualidades|mensualites|mensualite|monatsraten|mensalidades|mtl" },
    { "week", "week|weeks|weekly|semana|semanas|semanal|semaine|semaines|woche|wochen|wochentlich|"
              "wk|semanales" },
    { "day", "day|days|daily|dia|dias|jour|jours|tag|tage|taglich|diario|diaria" },
    { "session", "session|lesson|call|class|hour|visit|workout|sesion|clase|llamada|hora|aula|"
                 "sessao|seance|heure|cours|stunde|sitzung|einheit|meal|person|kid|minute|recipe" },
    { "fortnight", "fortnight|fortnightly|biweekly|quincena|quinzena" },
    { "year", "year|yearly|annually|ano|anual|an|jahr|jahrlich" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++) {
    if (ante_guard_word_is (text, at, periods[i].words))
      return periods[i].period;
  }
  return NULL;
}

static gboolean
is_count (double value)
{
  return value >= 2 && value <= 60 && value == (double) (guint) value;
}

/* "4 monthly payments of", "4 x", "four times" before the sum. */
static void
read_plan_before (const AnteGuardText *text, AnteSum *sum)
{
  gboolean plan = FALSE;
  const char *period = NULL;

  for (guint back = 1; back <= 7 && back <= sum->first; back++) {
    guint at = sum->first - back;
    const char *rest = NULL;
    double value = 0;
    guint after = 0;

    if (ante_line_word (text->line, at)->sentence !=
        ante_line_word (text->line, sum->first)->sentence)
      return;
    if (period == NULL)
      period = find_period (text, at);
    if (ante_guard_word_is (text, at, PLAN_WORDS)) {
      plan = TRUE;
      continue;
    }
    if (ante_guard_read_number (text, at, &value, &after, &rest) && is_count (value) &&
        (*rest == '\0' || g_str_equal (rest, "x")) && (plan || *rest == 'x')) {
      sum->count = (guint) value;
      sum->firm = TRUE;
      if (period != NULL && (g_str_equal (period, "month") || g_str_equal (period, "week") ||
                             g_str_equal (period, "day")))
        sum->period = period;
      return;
    }
    if (!ante_guard_word_is (text, at, PLAN_LINKS))
      return;
  }
}

/* "a month for 4 months", "x 4", "/month", "over six payments" behind it. */
static void
read_plan_behind (const AnteGuardText *text, AnteSum *sum)
{
  guint n = ante_guard_n_words (text);
  gboolean linked = FALSE;

  for (guint at = sum->after; at < MIN (n, sum->after + 7); at++) {
    const char *rest = NULL;
    const char *period = find_period (text, at);
    gunichar before = ante_line_word (text->line, at - 1)->after;
    double value = 0;
    guint after = 0;

    if (ante_line_word (text->line, at)->sentence !=
        ante_line_word (text->line, sum->first)->sentence)
      return;
    if (sum->period == NULL && period != NULL &&
        (before == '/' ||
         ante_guard_word_is (text, at,
                             "monthly|weekly|daily|mensual*|mensuel*|"
                             "monatlich*|mensais|mensal|semanal|taglich") ||
         ante_guard_word_is (text, at - 1,
                             "a|per|each|every|al|por|par|pro|im|the|the|jeden|cada|la|"
                             "ao|am|die"))) {
      sum->period = period;
      continue;
    }
    if (sum->count == 0 && linked && ante_guard_read_number (text, at, &value, &after, &rest) &&
        is_count (value) &&
        (ante_guard_word_is (text, after, PLAN_WORDS) ||
         ante_guard_word_is (text, at - 1, "x|times"))) {
      const char *unit = find_period (text, after);

      /* "2400 for 12 weeks" is how long it lasts; "850 a month for 3 months" how often one pays. */
      if (unit != NULL && sum->period == NULL &&
          ante_guard_word_is (text, after,
                              "week|weeks|month|months|semanas|meses|semaines|mois|"
                              "wochen|monate|monaten"))
        return;

      sum->count = (guint) value;
      sum->firm = TRUE;
      if (sum->period == NULL && unit != NULL && !g_str_equal (unit, "session"))
        sum->period = unit;
      return;
    }
    linked =
      linked || ante_guard_word_is (text, at,
                                    "for|over|x|times|in|durante|por|pendant|sur|fur|uber|em|"
                                    "en|split|across|into|spread|during|monthly");
    if (before == ',' && at > sum->after && !linked)
      return;
    if (!ante_guard_word_is (text, at, PLAN_LINKS) && period == NULL)
      return;
  }
}

static void
join_ranges (const AnteGuardText *text, GArray *sums)
{
  for (guint i = 0; i + 1 < sums->len; i++) {
    AnteSum *low = &g_array_index (sums, AnteSum, i);
    AnteSum *high = &g_array_index (sums, AnteSum, i + 1);
    const AnteWord *last = ante_line_word (text->line, low->after - 1);
    gboolean dash = FALSE;

    if (high->first < low->after || high->first > low->after + 1 ||
        ante_line_word (text->line, high->first)->sentence != last->sentence)
      continue;
    dash = high->first == low->after && last->after == '-';
    if (!dash && !(high->first == low->after + 1 &&
                   (ante_guard_word_is (text, low->after, "to|bis|ate|hasta") ||
                    (ante_guard_word_is (text, low->after, "and|y|e|et|und|a") && low->first > 0 &&
                     ante_guard_word_is (text, low->first - 1,
                                         "between|entre|zwischen|from|de|desde|von")))))
      continue;
    low->range = high->range = TRUE;
    if (high->currency == NULL)
      high->currency = low->currency;
    if (low->currency == NULL)
      low->currency = high->currency;
    low->firm = high->firm = low->firm || high->firm;
  }
}

/* "4x260", "4×260€": count and sum in one word. */
static gboolean
read_glued_plan (const char *rest, AnteSum *sum)
{
  char *end = NULL;
  double value = 0;

  if (*rest != 'x' || !g_ascii_isdigit (rest[1]) || !is_count (sum->value))
    return FALSE;
  value = g_ascii_strtod (rest + 1, &end);
  if (*end != '\0' && find_currency (end) == NULL)
    return FALSE;
  sum->count = (guint) sum->value;
  sum->value = value;
  sum->currency = find_currency (end);
  sum->firm = TRUE;
  return TRUE;
}

/* "three 60-minute calls": the first number counts them. */
static gboolean
counts_minutes (const AnteGuardText *text, guint at)
{
  double value = 0;
  guint after = 0;
  const char *rest = NULL;

  return ante_guard_read_number (text, at, &value, &after, &rest) &&
         ante_guard_word_is (text, after, "minute|minutes|min|mins|minuten|minutos|hour|hours");
}

/**
 * ante_guard_read_sums:
 *
 * Returns: (transfer full) (element-type AnteSum): all numbers of @text that may be money, with
 * what stands around them; those without a currency may be anything
 */
GArray *
ante_guard_read_sums (const AnteGuardText *text)
{
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (AnteSum));
  guint n = ante_guard_n_words (text);

  for (guint at = 0; at < n;) {
    AnteSum sum = { .first = at };
    const char *rest = NULL;

    if (!ante_guard_read_number (text, at, &sum.value, &sum.after, &rest)) {
      at++;
      continue;
    }
    at = sum.after;
    if (*rest != '\0' && !read_glued_plan (rest, &sum)) {
      if ((sum.currency = find_currency (rest)) == NULL)
        continue;
      sum.firm = TRUE;
    }
    read_currency_before (text, &sum);
    read_currency_behind (text, &sum);
    at = MAX (at, sum.after);
    if (sum.currency == NULL && counts_minutes (text, sum.after))
      continue;
    sum.firm = sum.firm || sum.currency != NULL;
    if (is_weight (text, sum.after) ||
        /* "a 60-minute call a week" */
        (sum.currency == NULL && !sum.firm &&
         ante_guard_word_is (text, sum.after,
                             "minute|minutes|min|mins|minuten|minutos|%|percent|hours|"
                             "hour|kg|kilos|people|clients|places|spots")))
      continue;
    sum.off = ante_guard_word_is (text, sum.after,
                                  "off|discount|less|cheaper|rabatt|menos|"
                                  "reduction|descuento|desconto|remise|nachlass") ||
              (ante_guard_word_is (text, sum.after, "de") &&
               ante_guard_word_is (text, sum.after + 1, "descuento|desconto|remise|reduction"));
    read_plan_before (text, &sum);
    read_plan_behind (text, &sum);
    g_array_append_val (sums, sum);
  }
  join_ranges (text, sums);
  return sums;
}
