#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-text.h"

#include <string.h>

/* As few letters as this, pulled apart, are initials. */
#define FEWEST_SPACED 4

#define CELL(cells, i) (&g_array_index (cells, AnteCell, i))

void
ante_guard_add_trick (GArray *tricks, AnteTrick trick, guint start, guint end)
{
  AnteTrickSpan span = { trick, start, end };

  if (tricks->len > 0) {
    AnteTrickSpan *last = &g_array_index (tricks, AnteTrickSpan, tricks->len - 1);

    if (last->trick == trick && start <= last->end + 1) {
      last->end = MAX (last->end, end);
      return;
    }
  }
  g_array_append_val (tricks, span);
}

static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFEFC);
}

/* Scripts whose letters need joiners to be drawn right. */
static gboolean
needs_joiners (gunichar c)
{
  return is_right_to_left (c) || (c >= 0x900 && c <= 0x109F) || (c >= 0x1780 && c <= 0x18AF);
}

static gboolean
joins_emoji (gunichar before, gunichar after)
{
  return (ante_guard_is_emoji (before) || before == 0xFE0F || before == 0xE007F) &&
         ante_guard_is_emoji (after);
}

/* Whether @c, which is not drawn, is there for a good reason. */
static gboolean
is_fair (const char *text, const char *p, gunichar c, gunichar before, gunichar after)
{
  if (c == 0x200D)
    return joins_emoji (before, after) || (needs_joiners (before) && needs_joiners (after));
  if (c == 0x200C)
    return needs_joiners (before) && needs_joiners (after);
  if (c == 0xFE0F || c == 0xFE0E)
    return ante_guard_is_emoji (before) || before == '#' || before == '*' ||
           (before < 0x80 && g_ascii_isdigit ((char) before) && after == 0x20E3);
  if (c >= 0xE0020 && c <= 0xE007F) {
    const char *flag = p;

    /* The flags of England, Scotland and Wales are spelled with these. */
    while (flag > text && g_utf8_get_char (flag) >= 0xE0020 && g_utf8_get_char (flag) <= 0xE007F)
      flag = g_utf8_prev_char (flag);
    return g_utf8_get_char (flag) == 0x1F3F4 && p - flag < 32;
  }
  if (c == 0x200E || c == 0x200F || c == 0x61C)
    return is_right_to_left (before) || is_right_to_left (after);
  return c == 0xFE00 || c == 0xFE01;
}

static void
add_cell (GArray *cells, gunichar c, guint start, guint end)
{
  AnteCell cell = { c, start, end };

  g_array_append_val (cells, cell);
}

static gboolean
is_letter_or_digit (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c);
}

/* One raised or circled sign is a footnote, a unit or a bullet; a word of them hides. */
static gboolean
hides (const char *text, const char *p, gunichar c)
{
  const char *next = g_utf8_next_char (p);
  gunichar after = *next != '\0' ? g_utf8_get_char (next) : 0;
  gunichar before = p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : 0;

  if ((c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x1D400 && c <= 0x1D7FF) || c >= 0xFFE0)
    return c < 0x1F000 || ante_guard_fold_styled (after) != 0 ||
           (before != 0 && ante_guard_fold_styled (before) != 0);
  if (c >= 0x2100 && c <= 0x2149)
    return is_letter_or_digit (after) || is_letter_or_digit (before);
  return ante_guard_fold_styled (after) != 0 ||
         (before != 0 && ante_guard_fold_styled (before) != 0);
}

/* What stands for itself in another form: spaces, hyphens, apostrophes, signs of few letters. */
static gunichar
plain_form (gunichar c)
{
  if (c < 0x80)
    return c == '\t' || c == '\r' ? ' ' : c;
  switch (c) {
  case 0xB4:
  case 0x2018:
  case 0x2019:
  case 0x201B:
  case 0x2BC:
  case 0x2032:
    return '\'';
  case 0x2010:
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2212:
    return '-';
  case 0xD7:
    return 'x';
  case 0x2044:
  case 0x2215:
    return '/';
  case 0x3002:
  case 0x2024:
    return '.';
  default:
    return g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR ? ' ' : c;
  }
}

/* A number that HTML has for a character, "&#103;" or "&#x67;": its length, or 0. */
static gsize
read_entity (const char *p, gunichar *c)
{
  gsize n = 2;
  gunichar value = 0;
  gboolean hex = FALSE;

  if (p[0] != '&' || p[1] != '#')
    return 0;
  hex = p[n] == 'x' || p[n] == 'X';
  n += hex;
  for (; n < 10 && (hex ? g_ascii_isxdigit (p[n]) : g_ascii_isdigit (p[n])); n++)
    value = value * (hex ? 16 : 10) + (gunichar) g_ascii_xdigit_value (p[n]);
  if (p[n] != ';' || value < 0x20 || !g_unichar_validate (value))
    return 0;
  *c = value;
  return n + 1;
}

typedef struct {
  const char *text;
  GArray *cells;
  GArray *tricks;
  gunichar before;
  guint keycaps;
} CellReader;

static void
read_cell (CellReader *reader, const char *p)
{
  gunichar c = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);
  gunichar after = *next != '\0' ? g_utf8_get_char (next) : 0;
  guint start = (guint) (p - reader->text);
  guint end = (guint) (next - reader->text);
  gunichar styled = 0;

  if (ante_guard_is_invisible (c)) {
    if (!is_fair (reader->text, p, c, reader->before, after))
      ante_guard_add_trick (reader->tricks, ANTE_TRICK_INVISIBLE, start, end);
  } else if (c == 0x20E3) {
    /* "5" in a key's cap: one is an emoji, a row of them a number. */
    if (++reader->keycaps > 1)
      ante_guard_add_trick (reader->tricks, ANTE_TRICK_STYLED, start, end);
  } else if ((c >= 0x300 && c <= 0x36F) && reader->cells->len > 0 &&
             (after >= 0x300 && after <= 0x36F)) {
    ante_guard_add_trick (reader->tricks, ANTE_TRICK_STYLED, start, end);
  } else if (c >= 0x334 && c <= 0x338) {
    ante_guard_add_trick (reader->tricks, ANTE_TRICK_STYLED, start, end);
  } else if ((styled = ante_guard_fold_styled (c)) != 0) {
    if (hides (reader->text, p, c))
      ante_guard_add_trick (reader->tricks, ANTE_TRICK_STYLED, start, end);
    add_cell (reader->cells, styled, start, end);
  } else {
    if (after != 0xFE0F && after != 0x20E3 && c != 0xFE0F)
      reader->keycaps = 0;
    add_cell (reader->cells, plain_form (c), start, end);
  }
  reader->before = c;
}

/**
 * ante_guard_cells_read:
 * @text: valid UTF-8
 * @tricks: (element-type AnteTrickSpan): what is found is added
 *
 * The first step: what is not drawn is left out, what is another form of a letter becomes it.
 *
 * Returns: (transfer full) (element-type AnteCell)
 */
GArray *
ante_guard_cells_read (const char *text, GArray *tricks)
{
  GArray *cells = g_array_sized_new (FALSE, FALSE, sizeof (AnteCell), (guint) strlen (text));
  CellReader reader = { text, cells, tricks, 0, 0 };
  const char *p = text;

  while (*p != '\0') {
    guint start = (guint) (p - text);
    gunichar c = 0;
    gsize entity = read_entity (p, &c);

    if (entity > 0) {
      ante_guard_add_trick (tricks, ANTE_TRICK_ENCODED, start, start + (guint) entity);
      add_cell (cells, c, start, start + (guint) entity);
      reader.before = c;
      p += entity;
    } else if ((guchar) *p < 0x80 && (guchar) *p >= 0x20 && (guchar) *p != 0x7F) {
      add_cell (cells, (gunichar) *p, start, start + 1);
      if ((guchar) p[1] < 0x80)
        reader.keycaps = 0;
      reader.before = (gunichar) *p++;
    } else {
      read_cell (&reader, p);
      p = g_utf8_next_char (p);
    }
  }
  return cells;
}

static gboolean
is_latin (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha ((char) c)
                  : g_unichar_isalpha (c) && g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
}

static gboolean
is_latin_text (GArray *cells)
{
  guint latin = 0;
  guint other = 0;

  for (guint i = 0; i < cells->len; i++) {
    if (is_latin (CELL (cells, i)->c))
      latin++;
    else if (g_unichar_isalpha (CELL (cells, i)->c))
      other++;
  }
  return latin > other;
}

/* The micro sign and the like stand beside numbers and Latin units by right. */
static gboolean
is_unit_sign (gunichar c)
{
  return c == 0xB5 || c == 0x3BC || c == 0x3A9 || c == 0x3C0;
}

static void
fold_run (GArray *cells, guint from, guint to, gboolean latin_text, GArray *tricks)
{
  guint ours = 0;
  guint theirs = 0;
  guint folds = 0;
  gboolean odd = FALSE;

  for (guint i = from; i < to; i++) {
    gunichar c = CELL (cells, i)->c;

    if (ante_guard_fold_look_alike (c) != c && !is_unit_sign (c)) {
      folds++;
      /* Small capitals and their like are Latin, but no language is written in them. */
      odd = odd || (is_latin (c) && c != 0x131);
    }
    if (is_latin (c) || g_unichar_isdigit (c))
      ours++;
    else if (g_unichar_isalpha (c))
      theirs++;
  }
  if (folds == 0 || (theirs > folds && ours == 0) || (ours == 0 && !latin_text))
    return;
  if (ours == 0 && folds < theirs)
    return;
  for (guint i = from; i < to; i++) {
    gunichar c = CELL (cells, i)->c;

    if (!is_unit_sign (c))
      CELL (cells, i)->c = ante_guard_fold_look_alike (c);
  }
  if ((ours > 0 && theirs > 0) || odd)
    ante_guard_add_trick (tricks, ANTE_TRICK_LOOK_ALIKE, CELL (cells, from)->start,
                          CELL (cells, to - 1)->end);
}

/* Letters of another script become ours where they stand in one word with ours; a word wholly in
 * another script is what it is. */
void
ante_guard_cells_fold_look_alikes (GArray *cells, GArray *tricks)
{
  gboolean latin_text = FALSE;
  gboolean foreign = FALSE;

  for (guint i = 0; i < cells->len && !foreign; i++)
    foreign = CELL (cells, i)->c > 0x130;
  if (!foreign)
    return;
  latin_text = is_latin_text (cells);
  for (guint i = 0; i < cells->len;) {
    guint to = i;

    while (to < cells->len &&
           (is_letter_or_digit (CELL (cells, to)->c) || g_unichar_ismark (CELL (cells, to)->c)))
      to++;
    if (to > i)
      fold_run (cells, i, to, latin_text, tricks);
    i = to + 1;
  }
}

static gboolean
is_separator (gunichar c)
{
  return c == ' ' || c == '.' || c == '-' || c == '_' || c == '*' || c == 0xB7 || c == '|' ||
         c == '/' || c == '~' || c == '+' || c == ',' || c == '\'' || c == 0x2022;
}

/* How many letters stand pulled apart from @at on: "f r e e" 4, "f.r.e.e" 4. */
static guint
count_spaced (GArray *cells, guint at, guint *width)
{
  gboolean digits = g_unichar_isdigit (CELL (cells, at)->c);
  guint sign = at + 1 < cells->len ? CELL (cells, at + 1)->c : 0;
  guint n = 1;

  *width = 1;
  if (!is_separator (sign))
    return 1;
  while (
    at + *width + 1 < cells->len && CELL (cells, at + *width)->c == sign &&
    is_letter_or_digit (CELL (cells, at + *width + 1)->c) &&
    (gboolean) g_unichar_isdigit (CELL (cells, at + *width + 1)->c) == digits &&
    (at + *width + 2 >= cells->len || !is_letter_or_digit (CELL (cells, at + *width + 2)->c))) {
    *width += 2;
    n++;
  }
  return n;
}

/* Counting ("1 2 3"), the alphabet ("a b c d") and drawn-out cries ("a a a a") hide nothing. */
static gboolean
is_series (GArray *cells, guint at, guint n)
{
  gboolean rises = TRUE;
  gboolean same = TRUE;

  for (guint i = 1; i < n; i++) {
    gunichar left = g_unichar_tolower (CELL (cells, at + 2 * (i - 1))->c);
    gunichar right = g_unichar_tolower (CELL (cells, at + 2 * i)->c);

    rises = rises && (right == left + 1 || (left > right && right + 1 == left));
    same = same && right == left;
  }
  return rises || same;
}

void
ante_guard_cells_join_spaced (GArray *cells, GArray *tricks)
{
  guint to = 0;

  for (guint i = 0; i < cells->len;) {
    gboolean begins = is_letter_or_digit (CELL (cells, i)->c) &&
                      (i == 0 || !is_letter_or_digit (CELL (cells, i - 1)->c));
    guint width = 1;
    guint n = begins ? count_spaced (cells, i, &width) : 1;
    gunichar sign = n > 1 ? CELL (cells, i + 1)->c : 0;
    gboolean digits = g_unichar_isdigit (CELL (cells, i)->c);
    guint needed = digits ? 3 : FEWEST_SPACED;

    /* "1,2,3" and "24/7" are lists; digits are pulled apart by blanks, points and dashes. */
    if (n < needed || is_series (cells, i, n) ||
        (digits && sign != ' ' && sign != '.' && sign != '-' && sign != '_' && sign != '*')) {
      *CELL (cells, to) = *CELL (cells, i);
      to++;
      i++;
      continue;
    }
    ante_guard_add_trick (tricks, ANTE_TRICK_SPACED, CELL (cells, i)->start,
                          CELL (cells, i + width - 1)->end);
    for (guint k = 0; k < n; k++)
      *CELL (cells, to + k) = *CELL (cells, i + 2 * k);
    to += n;
    i += width;
  }
  g_array_set_size (cells, to);
}

/* The letter that a sign stands for in leet; 0 where it is none. */
static char
leet_letter (gunichar c, gboolean other)
{
  static const char signs[] = "0134578@$!+|9";
  static const char letters[] = "oieastbasitlg";
  const char *found = c < 0x80 && c != 0 ? strchr (signs, (int) c) : NULL;

  if (found == NULL)
    return 0;
  if (other && (*found == '1' || *found == '!'))
    return 'l';
  return letters[found - signs];
}

/* Whether the cells become a word worth hiding once their signs are letters. */
static gboolean
is_hidden_word (GArray *cells, guint from, guint to, gboolean other)
{
  char word[24];
  guint n = 0;
  guint signs = 0;

  if (to - from < 4 || to - from >= sizeof word)
    return FALSE;
  for (guint i = from; i < to; i++) {
    gunichar c = CELL (cells, i)->c;
    char letter = leet_letter (c, other);

    if (letter == 0 && !(c < 0x80 && g_ascii_isalpha ((char) c)))
      return FALSE;
    signs += letter != 0;
    word[n++] = letter != 0 ? letter : g_ascii_tolower ((char) c);
  }
  word[n] = '\0';
  return signs > 0 && signs < n && ante_guard_cues_hide (word);
}

void
ante_guard_cells_fold_leet (GArray *cells, GArray *tricks)
{
  for (guint i = 0; i < cells->len;) {
    guint to = i;
    guint end = 0;
    gboolean signs = FALSE;
    gboolean letters = FALSE;

    while (to < cells->len && (is_letter_or_digit (CELL (cells, to)->c) ||
                               leet_letter (CELL (cells, to)->c, FALSE) != 0)) {
      signs = signs || leet_letter (CELL (cells, to)->c, FALSE) != 0;
      letters = letters || g_unichar_isalpha (CELL (cells, to)->c);
      to++;
    }
    for (end = to; signs && letters && end > i + 3; end--) {
      gunichar last = CELL (cells, end - 1)->c;
      gboolean other = !is_hidden_word (cells, i, end, FALSE);

      /* "stop!!!" is a cry, not a word. */
      if (last == '!' || last == '|')
        continue;

      if (other && !is_hidden_word (cells, i, end, TRUE))
        continue;
      ante_guard_add_trick (tricks, ANTE_TRICK_LEET, CELL (cells, i)->start,
                            CELL (cells, end - 1)->end);
      for (guint k = i; k < end; k++) {
        if (leet_letter (CELL (cells, k)->c, other) != 0)
          CELL (cells, k)->c = (gunichar) leet_letter (CELL (cells, k)->c, other);
      }
      break;
    }
    i = to + 1;
  }
}
