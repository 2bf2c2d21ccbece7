#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-amount.h"

#include <stdlib.h>
#include <string.h>

/* How many words behind a number its period may stand. */
#define PERIOD_REACH 5

static const struct {
  const char *words;
  double value;
} numbers[] = {
  { "one|uno|eins|einen", 1 },
  { "two|dos|dois|duas|deux|zwei", 2 },
  { "three|tres|trois|drei", 3 },
  { "four|cuatro|quatro|quatre|vier", 4 },
  { "five|cinco|cinq|funf", 5 },
  { "six|seis|sechs", 6 },
  { "seven|siete|sete|sept|sieben", 7 },
  { "eight|ocho|oito|huit|acht", 8 },
  { "nine|nueve|nove|neuf|neun", 9 },
  { "ten|diez|dez|dix|zehn", 10 },
  { "eleven|once|onze|elf", 11 },
  { "twelve|doce|doze|douze|zwolf", 12 },
  { "fifteen|quince|quinze|funfzehn", 15 },
  { "twenty|veinte|vinte|vingt|zwanzig", 20 },
  { "thirty|treinta|trinta|trente|dreissig", 30 },
  { "forty|cuarenta|quarenta|quarante|vierzig", 40 },
  { "fifty|cincuenta|cinquenta|cinquante|funfzig", 50 },
  { "sixty|sesenta|sessenta|soixante|sechzig", 60 },
  { "seventy|setenta|siebzig", 70 },
  { "eighty|ochenta|oitenta|achtzig", 80 },
  { "ninety|noventa|neunzig", 90 },
  { "hundred|cien|ciento|cem|cento|cent|hundert", 100 },
  { "doscientos|duzentos|zweihundert", 200 },
  { "trescientos|trezentos|dreihundert", 300 },
  { "quinientos|quinhentos|funfhundert", 500 },
  { "thousand|mil|mille|tausend", 1000 },
};

/* What is glued to a number, or stands behind it. */
static const struct {
  const char *words;
  AnteAmountUnit unit;
} units[] = {
  { "x|times|time|veces|vez|vezes|fois|mal|sessions|sesiones|sessoes|seances|workouts",
    ANTE_AMOUNT_TIMES },
  { "h|hr|hrs|hour|hours|hora|horas|heure|heures|stunde|stunden|std", ANTE_AMOUNT_HOURS },
  { "min|mins|minute|minutes|minuto|minutos|minuten|sec|secs|second|seconds", ANTE_AMOUNT_MINUTES },
  { "d|day|days|morning|mornings|evening|evenings|night|nights|dia|dias|jour|jours|tag|tage|tagen|"
    "matins|abende|noites|noches",
    ANTE_AMOUNT_DAYS },
  { "w|wk|wks|week|weeks|semana|semanas|semaine|semaines|woche|wochen", ANTE_AMOUNT_WEEKS },
  { "mo|month|months|mes|meses|mois|monat|monate|monaten", ANTE_AMOUNT_MONTHS },
  { "y|yr|yrs|yo|year|years|ano|anos|an|ans|jahr|jahre|jahren", ANTE_AMOUNT_YEARS },
  { "kg|kgs|kilo|kilos|lb|lbs|pounds|stone|km|miles|reps|calories|kcal|steps|gramos",
    ANTE_AMOUNT_WEIGHT },
  { "am|pm|uhr|oclock", ANTE_AMOUNT_CLOCK },
  { "st|nd|rd|th", ANTE_AMOUNT_RANK },
};

static const struct {
  const char *words;
  const char *currency;
} currencies[] = {
  { "€|euro|euros|eur", "EUR" },
  { "$|dollar|dollars|usd|bucks|dolares", "USD" },
  { "£|quid|gbp|pounds", "GBP" },
  { "reais|real|brl", "BRL" },
  { "chf|franken|francs", "CHF" },
  { "cad", "CAD" },
  { "aud", "AUD" },
  { "mxn", "MXN" },
};

static const struct {
  const char *words;
  const char *period;
} periods[] = {
  { "month|months|monthly|mo|pm|mes|mensual|mensuales|mensais|mensal|mois|mensuel|monat|monatlich|"
    "monthy",
    "month" },
  { "week|weekly|wk|semana|semanal|semaine|woche|wochentlich|pw", "week" },
  { "session|sessions|call|calls|hour|sesion|sessao|seance|sitzung|stunde|each|hora", "session" },
  { "quarter|trimestre|quartal", "quarter" },
  { "term|semester|semestre", "term" },
  { "year|yearly|annually|ano|jahr|annee", "year" },
};

static gboolean
read_word_number (const AnteWord *word, double *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    if (ante_word_is (word, numbers[i].words)) {
      *value = numbers[i].value;
      return TRUE;
    }
  }
  return FALSE;
}

/* "1,500", "1.500" and "1500" are the same; "3.4" and "3,4" are not whole. */
static double
read_digits (const char *text, const char **rest)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (; *text != '\0'; text++) {
    if (g_ascii_isdigit (*text)) {
      g_string_append_c (plain, *text);
    } else if ((*text == '.' || *text == ',') && g_ascii_isdigit (text[1])) {
      gboolean groups =
        g_ascii_isdigit (text[2]) && g_ascii_isdigit (text[3]) && !g_ascii_isdigit (text[4]);

      if (!groups)
        g_string_append_c (plain, '.');
    } else {
      break;
    }
  }
  *rest = text;
  return plain->len < 16 ? g_ascii_strtod (plain->str, NULL) : 0;
}

static const char *
find_currency (const AnteWord *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++) {
    if (ante_word_is (word, currencies[i].words))
      return currencies[i].currency;
  }
  return NULL;
}

static gboolean
find_unit (const char *text, AnteAmountUnit *unit)
{
  const AnteWord word = { .text = text };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    if (ante_word_is (&word, units[i].words)) {
      *unit = units[i].unit;
      return TRUE;
    }
  }
  return FALSE;
}

/* "$180", "R$ 200". */
static void
read_currency_before (const AnteLine *line, guint at, AnteAmount *amount)
{
  const AnteWord *sign = at > 0 ? ante_line_word (line, at - 1) : NULL;
  const AnteWord *letter = at > 1 ? ante_line_word (line, at - 2) : NULL;

  if (sign == NULL || !ante_word_is (sign, "$|€|£") ||
      sign->sentence != ante_line_word (line, at)->sentence)
    return;
  amount->currency = find_currency (sign);
  amount->unit = ANTE_AMOUNT_MONEY;
  amount->span.first = at - 1;
  if (letter == NULL || letter->end != sign->start)
    return;
  if (ante_word_is (letter, "r"))
    amount->currency = "BRL";
  else if (ante_word_is (letter, "a|au"))
    amount->currency = "AUD";
  else if (ante_word_is (letter, "c|ca"))
    amount->currency = "CAD";
}

static void
read_behind (const AnteLine *line, AnteAmount *amount)
{
  guint next = amount->span.after;
  const AnteWord *word = next < ante_line_n_words (line) ? ante_line_word (line, next) : NULL;
  const AnteWord *last = ante_line_word (line, next - 1);

  if (word == NULL || word->sentence != last->sentence || last->after != 0)
    return;
  if (!amount->thousands && ante_word_is (word, "k|grand|thousand|mil|mille|tausend")) {
    amount->value *= 1000;
    amount->thousands = TRUE;
    amount->span.after = ++next;
    if (next >= ante_line_n_words (line) || word->after != 0)
      return;
    word++;
  }
  if (amount->value < 100 && ante_word_is (word, "hundred")) {
    amount->value *= 100;
    amount->span.after = ++next;
    if (next >= ante_line_n_words (line))
      return;
    word++;
  }
  if (amount->currency == NULL && amount->unit == ANTE_AMOUNT_PLAIN &&
      (amount->currency = find_currency (word)) != NULL) {
    amount->unit = ANTE_AMOUNT_MONEY;
    amount->span.after = next + 1;
  } else if (amount->unit == ANTE_AMOUNT_PLAIN && ante_word_is (word, "%|percent")) {
    amount->unit = ANTE_AMOUNT_THINGS;
  } else if (amount->unit == ANTE_AMOUNT_PLAIN && find_unit (word->text, &amount->unit)) {
    amount->span.after = next + 1;
  }
}

/* What is glued to the digits: "22k", "5x", "150eur", "8pm". */
static gboolean
read_glued (const char *rest, AnteAmount *amount)
{
  const AnteWord glued = { .text = rest };

  if (*rest == '\0' || g_str_equal (rest, "ish"))
    return TRUE;
  if (*rest == ':' || (*rest == 'h' && g_ascii_isdigit (rest[1]))) {
    amount->unit = ANTE_AMOUNT_CLOCK;
  } else if (g_str_equal (rest, "k")) {
    amount->value *= 1000;
    amount->thousands = TRUE;
  } else if ((amount->currency = find_currency (&glued)) != NULL) {
    amount->unit = ANTE_AMOUNT_MONEY;
  } else if (!find_unit (rest, &amount->unit)) {
    return FALSE;
  }
  return TRUE;
}

/**
 * ante_amount_read:
 * @at: a word of @line
 * @amount: (out): the number that begins there
 */
gboolean
ante_amount_read (const AnteLine *line, guint at, AnteAmount *amount)
{
  const AnteWord *word = at < ante_line_n_words (line) ? ante_line_word (line, at) : NULL;
  const char *rest = NULL;

  *amount = (AnteAmount){ .span = { at, at + 1 } };
  if (word == NULL)
    return FALSE;
  if (ante_word_is (word, "once|twice") && *word->text != '\0') {
    amount->value = g_str_equal (word->text, "twice") ? 2 : 1;
    amount->unit = ANTE_AMOUNT_TIMES;
    return TRUE;
  }
  if (ante_word_is (word, "einmal|zweimal|dreimal|viermal")) {
    amount->value = *word->text == 'e' ? 1 : *word->text == 'z' ? 2 : *word->text == 'd' ? 3 : 4;
    amount->unit = ANTE_AMOUNT_TIMES;
    return TRUE;
  }
  if (!g_ascii_isdigit (*word->text)) {
    if (!read_word_number (word, &amount->value))
      return FALSE;
    amount->thousands = amount->value >= 1000;
  } else {
    amount->value = read_digits (word->text, &rest);
    if (!read_glued (rest, amount))
      return FALSE;
    read_currency_before (line, at, amount);
  }
  if (amount->unit == ANTE_AMOUNT_PLAIN || amount->unit == ANTE_AMOUNT_MONEY)
    read_behind (line, amount);
  return TRUE;
}

gboolean
ante_amount_find (const AnteLine *line, guint from, guint to, AnteAmount *amount)
{
  for (guint at = from; at < to; at++) {
    if (ante_amount_read (line, at, amount))
      return TRUE;
  }
  return FALSE;
}

const char *
ante_amount_find_period (const AnteLine *line, guint from, guint to)
{
  for (guint at = from; at < to; at++) {
    for (guint i = 0; i < G_N_ELEMENTS (periods); i++) {
      if (ante_word_is (ante_line_word (line, at), periods[i].words))
        return periods[i].period;
    }
  }
  return NULL;
}

const char *
ante_amount_period (const AnteLine *line, const AnteAmount *amount)
{
  guint end = ante_line_sentence_end (line, amount->span.first);

  return ante_amount_find_period (line, amount->span.first + 1,
                                  MIN (end, amount->span.after + PERIOD_REACH));
}

double
ante_amount_years (const AnteAmount *amount)
{
  switch (amount->unit) {
  case ANTE_AMOUNT_MONTHS:
    return amount->value / 12;
  case ANTE_AMOUNT_WEEKS:
    return amount->value / 52;
  case ANTE_AMOUNT_DAYS:
    return amount->value / 365;
  default:
    return amount->value;
  }
}
