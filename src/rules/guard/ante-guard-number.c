#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-work.h"

#include <string.h>

typedef enum {
  PART_UNIT,     /* 1 to 19 */
  PART_TEN,      /* 20 to 90 */
  PART_HUNDREDS, /* 200 to 900 in one word */
  PART_HUNDRED,  /* times a hundred */
  PART_THOUSAND,
  PART_SCORE, /* "vingt": 20, or times 20 behind "quatre" */
} Part;

static const struct {
  int value;
  Part part;
  const char *words;
} numbers[] = {
  { 1, PART_UNIT, "one|uno|une|eins" },
  { 2, PART_UNIT, "two|dos|dois|duas|deux|zwei" },
  { 3, PART_UNIT, "three|tres|trois|drei" },
  { 4, PART_UNIT, "four|cuatro|quatro|quatre|vier" },
  { 5, PART_UNIT, "five|cinco|cinq|funf" },
  { 6, PART_UNIT, "six|seis|sechs" },
  { 7, PART_UNIT, "seven|siete|sete|sept|sieben" },
  { 8, PART_UNIT, "eight|ocho|oito|huit|acht" },
  { 9, PART_UNIT, "nine|nueve|nove|neuf|neun" },
  { 10, PART_UNIT, "ten|diez|dez|dix|zehn" },
  { 11, PART_UNIT, "eleven|once|onze|elf" },
  { 12, PART_UNIT, "twelve|doce|doze|douze|zwolf" },
  { 13, PART_UNIT, "thirteen|trece|treze|treize|dreizehn" },
  { 14, PART_UNIT, "fourteen|catorce|quatorze|catorze|vierzehn" },
  { 15, PART_UNIT, "fifteen|quince|quinze|funfzehn" },
  { 16, PART_UNIT, "sixteen|dieciseis|dezesseis|dezasseis|seize|sechzehn" },
  { 17, PART_UNIT, "seventeen|diecisiete|dezessete|siebzehn" },
  { 18, PART_UNIT, "eighteen|dieciocho|dezoito|achtzehn" },
  { 19, PART_UNIT, "nineteen|diecinueve|dezenove|neunzehn" },
  { 20, PART_TEN, "twenty|veinte|vinte|zwanzig" },
  { 20, PART_SCORE, "vingt|vingts" },
  { 25, PART_TEN, "veinticinco" },
  { 30, PART_TEN, "thirty|treinta|trinta|trente|dreissig" },
  { 40, PART_TEN, "forty|fourty|cuarenta|quarenta|quarante|vierzig" },
  { 50, PART_TEN, "fifty|cincuenta|cinquenta|cinquante|funfzig" },
  { 60, PART_TEN, "sixty|sesenta|sessenta|soixante|sechzig" },
  { 70, PART_TEN, "seventy|setenta|septante|siebzig" },
  { 80, PART_TEN, "eighty|ochenta|oitenta|huitante|achtzig" },
  { 90, PART_TEN, "ninety|noventa|nonante|neunzig" },
  { 100, PART_HUNDRED, "hundred|hundert|cent|cents|cien|ciento|cem|cento" },
  { 200, PART_HUNDREDS, "doscientos|doscientas|duzentos|duzentas" },
  { 300, PART_HUNDREDS, "trescientos|trescientas|trezentos|trezentas" },
  { 400, PART_HUNDREDS, "cuatrocientos|cuatrocientas|quatrocentos|quatrocentas" },
  { 500, PART_HUNDREDS, "quinientos|quinientas|quinhentos|quinhentas" },
  { 600, PART_HUNDREDS, "seiscientos|seiscientas|seiscentos|seiscentas" },
  { 700, PART_HUNDREDS, "setecientos|setecientas|setecentos|setecentas" },
  { 800, PART_HUNDREDS, "ochocientos|ochocientas|oitocentos|oitocentas" },
  { 900, PART_HUNDREDS, "novecientos|novecientas|novecentos|novecentas" },
  { 1000, PART_THOUSAND, "thousand|grand|mil|mille|tausend" },
};

static const struct {
  const char *name;
  int value;
} german[] = {
  { "eins", 1 },      { "ein", 1 },       { "zwei", 2 },      { "drei", 3 },
  { "vier", 4 },      { "funf", 5 },      { "sechs", 6 },     { "sieben", 7 },
  { "acht", 8 },      { "neun", 9 },      { "zehn", 10 },     { "elf", 11 },
  { "zwolf", 12 },    { "sechzehn", 16 }, { "siebzehn", 17 }, { "dreizehn", 13 },
  { "vierzehn", 14 }, { "funfzehn", 15 }, { "achtzehn", 18 }, { "neunzehn", 19 },
  { "zwanzig", 20 },  { "dreissig", 30 }, { "vierzig", 40 },  { "funfzig", 50 },
  { "sechzig", 60 },  { "siebzig", 70 },  { "achtzig", 80 },  { "neunzig", 90 },
};

static int
german_small (const char *word, gsize length)
{
  const char *und = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (german); i++) {
    if (strlen (german[i].name) == length && strncmp (german[i].name, word, length) == 0)
      return german[i].value;
  }
  und = g_strstr_len (word, (gssize) length, "und");
  if (und != NULL && und > word) {
    int unit = german_small (word, (gsize) (und - word));
    int ten = german_small (und + 3, length - (gsize) (und - word) - 3);

    if (unit > 0 && unit < 10 && ten >= 20 && ten % 10 == 0)
      return unit + ten;
  }
  return -1;
}

/* "siebenhundertzwanzig", "eintausendsechshundert", "fünfundzwanzig": one word, or -1. */
static int
german_compound (const char *word)
{
  const char *thousand = strstr (word, "tausend");
  const char *hundred = strstr (thousand != NULL ? thousand : word, "hundert");
  const char *rest = word;
  int total = 0;
  int part = 0;

  if (strlen (word) < 7)
    return -1;
  if (thousand != NULL) {
    part = thousand == word ? 1 : german_small (word, (gsize) (thousand - word));
    if (part < 0)
      return -1;
    total = part * 1000;
    rest = thousand + strlen ("tausend");
  }
  if (hundred != NULL) {
    part = hundred == rest ? 1 : german_small (rest, (gsize) (hundred - rest));
    if (part < 0)
      return -1;
    total += part * 100;
    rest = hundred + strlen ("hundert");
  }
  if (g_str_has_prefix (rest, "und") && rest > word)
    rest += 3;
  if (*rest == '\0')
    return total > 0 ? total : -1;
  part = german_small (rest, strlen (rest));
  return part < 0 ? -1 : total + part;
}

typedef struct {
  Part part;
  int value;
} Entry;

static gpointer
make_table (gpointer data)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_auto (GStrv) words = g_strsplit (numbers[i].words, "|", -1);
    Entry *entry = g_new (Entry, 1);

    *entry = (Entry){ numbers[i].part, numbers[i].value };
    for (guint k = 0; words[k] != NULL; k++)
      g_hash_table_insert (table, (gpointer) g_intern_string (words[k]), entry);
  }
  return table;
}

static gboolean
read_part (const char *word, Entry *entry)
{
  static GOnce once = G_ONCE_INIT;
  const Entry *known = g_hash_table_lookup (g_once (&once, make_table, NULL), word);
  int compound = 0;

  if (known != NULL) {
    *entry = *known;
    return TRUE;
  }
  compound = german_compound (word);
  if (compound < 0)
    return FALSE;
  *entry = (Entry){ compound >= 100 ? PART_HUNDREDS : PART_TEN, compound };
  return TRUE;
}

/* "1,600.50", "1.600", "1600": the number, and what is glued behind it. */
static double
read_digits (const char *word, const char **rest)
{
  double value = 0;
  double scale = 1;
  gboolean fraction = FALSE;
  const char *p = word;

  for (; *p != '\0'; p++) {
    if (g_ascii_isdigit (*p)) {
      value = value * 10 + (*p - '0');
      scale *= fraction ? 10 : 1;
    } else if ((*p == ',' || *p == '.') && g_ascii_isdigit (p[1]) && !fraction) {
      gsize digits = strspn (p + 1, "0123456789");

      /* Three digits behind a point are thousands, unless it is "0.125". */
      fraction = digits != 3 || (value == 0 && p == word + 1);
    } else {
      break;
    }
  }
  *rest = p;
  return value / scale;
}

static gboolean
is_connector (const AnteGuardText *text, guint at, Part last)
{
  if (ante_guard_word_is (text, at, "and"))
    return last == PART_HUNDRED || last == PART_THOUSAND || last == PART_HUNDREDS;
  return ante_guard_word_is (text, at, "y|e|et|und");
}

typedef struct {
  double total;
  double current;
  Part last;
  guint n;
} Sum;

/* FALSE where @entry cannot follow what there is: "two three". */
static gboolean
add_part (Sum *sum, const Entry *entry, gboolean connected)
{
  int low = (int) sum->current % 100;

  switch (entry->part) {
  case PART_UNIT:
    if (sum->n == 0 || sum->current == 0 || low == 0 || (low >= 20 && low % 10 == 0)) {
      if (entry->value >= 10 && low != 0 && low != 60 && low != 80 && !connected)
        return FALSE;
      sum->current += entry->value;
    } else if (sum->n == 1 && sum->current < 20 && entry->value >= 10) {
      sum->current = sum->current * 100 + entry->value; /* "nine fifteen" */
    } else {
      return FALSE;
    }
    break;
  case PART_SCORE:
    if (low == 4 && sum->last == PART_UNIT) {
      sum->current += 76;
      break;
    }
    G_GNUC_FALLTHROUGH;
  case PART_TEN:
    if (sum->n == 0 || sum->current == 0 || low == 0)
      sum->current += entry->value;
    else if (sum->n == 1 && sum->current < 20)
      sum->current = sum->current * 100 + entry->value; /* "two sixty" */
    else
      return FALSE;
    break;
  case PART_HUNDREDS:
    if (sum->current != 0)
      return FALSE;
    sum->current += entry->value;
    break;
  case PART_HUNDRED:
    if (sum->current >= 100)
      return FALSE;
    sum->current = MAX (sum->current, 1) * 100;
    break;
  case PART_THOUSAND:
    if (sum->total > 0)
      return FALSE;
    sum->total = MAX (sum->current, 1) * 1000;
    sum->current = 0;
    break;
  }
  sum->last = entry->part;
  sum->n++;
  return TRUE;
}

static gboolean
read_words (const AnteGuardText *text, guint at, double *value, guint *after)
{
  Sum sum = { 0 };
  Entry entry = { 0 };
  guint next = at;
  guint sentence = 0;

  /* "a hundred", "half a grand" */
  if (ante_guard_word_is (text, at, "a|one|un|ein|eine|um") && at + 1 < ante_guard_n_words (text) &&
      read_part (ante_guard_word (text, at + 1), &entry) &&
      (entry.part == PART_HUNDRED || entry.part == PART_THOUSAND))
    next = at + 1;
  if (next >= ante_guard_n_words (text))
    return FALSE;
  sentence = ante_line_word (text->line, next)->sentence;
  *after = next;
  while (next < ante_guard_n_words (text) &&
         ante_line_word (text->line, next)->sentence == sentence) {
    gboolean connected = sum.n > 0 && is_connector (text, next, sum.last);
    guint word = next + connected;

    if (word >= ante_guard_n_words (text) || !read_part (ante_guard_word (text, word), &entry) ||
        ante_line_word (text->line, word)->sentence != sentence ||
        !add_part (&sum, &entry, connected))
      break;
    next = *after = word + 1;
    if (ante_line_word (text->line, word)->after == ',')
      break;
  }
  *value = sum.total + sum.current;
  return sum.n > 0;
}

/**
 * ante_guard_read_number:
 * @at: a word
 * @value: (out): the number that begins there, in digits or in words
 * @after: (out): the word behind it
 * @rest: (out): what is glued to the digits: "k", "usd", "x260"; never %NULL
 */
gboolean
ante_guard_read_number (
  const AnteGuardText *text, guint at, double *value, guint *after, const char **rest)
{
  const char *word = NULL;

  *rest = "";
  if (at >= ante_guard_n_words (text))
    return FALSE;
  word = ante_guard_word (text, at);
  if (!g_ascii_isdigit (*word))
    return read_words (text, at, value, after);

  *value = read_digits (word, rest);
  *after = at + 1;
  if (**rest == 'k' && !g_ascii_isalpha ((*rest)[1])) {
    *value *= 1000;
    *rest += 1;
  }
  if (**rest != '\0' || *after >= ante_guard_n_words (text))
    return TRUE;
  /* "1 600" in two words, as French writes it */
  word = ante_guard_word (text, *after);
  if (*value < 1000 && strlen (word) == 3 && strspn (word, "0123456789") == 3 &&
      ante_line_word (text->line, *after)->start == ante_line_word (text->line, at)->end + 1 &&
      text->plain[ante_line_word (text->line, at)->end] == ' ' && *value >= 1 &&
      ante_line_word (text->line, at)->after == 0) {
    *value = *value * 1000 + g_ascii_strtod (word, NULL);
    *after += 1;
  } else if (ante_guard_word_is (text, *after, "k|grand|thousand|mil|mille|tausend") &&
             *value < 1000) {
    *value *= 1000;
    *after += 1;
  } else if (ante_guard_word_is (text, *after, "hundred") && *value < 100) {
    *value *= 100;
    *after += 1;
  }
  return TRUE;
}
