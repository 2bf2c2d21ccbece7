#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-filter-words.h"

#include <string.h>

#include "model/ante-party.h"
#include "model/ante-types.h"
#include "rules/ante-moment.h"

/* More of one kind than anybody chooses, and than a list should be asked for. */
#define MAX_VALUES 32

static const char *const prefixes[ANTE_FILTER_N_KINDS] = { NULL,    "owner", "source", "label",
                                                           "offer", "due",   "window" };

AnteFilterWords *
ante_filter_words_new (void)
{
  return g_new0 (AnteFilterWords, 1);
}

AnteFilterWords *
ante_filter_words_copy (const AnteFilterWords *self)
{
  AnteFilterWords *copy = ante_filter_words_new ();

  for (guint kind = 0; kind < ANTE_FILTER_N_KINDS; kind++)
    copy->values[kind] = g_strdupv (self->values[kind]);
  return copy;
}

void
ante_filter_words_free (AnteFilterWords *self)
{
  if (self == NULL)
    return;

  for (guint kind = 0; kind < ANTE_FILTER_N_KINDS; kind++)
    g_strfreev (self->values[kind]);
  g_free (self);
}

gboolean
ante_filter_words_has (const AnteFilterWords *self, AnteFilterKind kind)
{
  return self != NULL && self->values[kind] != NULL;
}

gboolean
ante_filter_words_is_empty (const AnteFilterWords *self)
{
  for (guint kind = 0; kind < ANTE_FILTER_N_KINDS; kind++) {
    if (ante_filter_words_has (self, kind))
      return FALSE;
  }
  return TRUE;
}

/* Whether what fits now may not fit later, without a change of any lead. */
gboolean
ante_filter_words_is_timed (const AnteFilterWords *self)
{
  return ante_filter_words_has (self, ANTE_FILTER_DUE) ||
         ante_filter_words_has (self, ANTE_FILTER_WINDOW);
}

/* The order in which values were chosen does not matter. */
gboolean
ante_filter_words_equal (const AnteFilterWords *a, const AnteFilterWords *b)
{
  for (guint kind = 0; kind < ANTE_FILTER_N_KINDS; kind++) {
    gboolean has = ante_filter_words_has (a, kind);

    if (has != ante_filter_words_has (b, kind))
      return FALSE;
    if (has && g_strv_length (a->values[kind]) != g_strv_length (b->values[kind]))
      return FALSE;
    for (guint i = 0; has && a->values[kind][i] != NULL; i++) {
      if (!ante_filter_words_contains (b, kind, a->values[kind][i]))
        return FALSE;
    }
  }
  return TRUE;
}

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_str_equal (folded_a, folded_b);
}

static gboolean
begins_with (const char *text, const char *beginning)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *folded_beginning = g_utf8_casefold (beginning, -1);

  return g_str_has_prefix (folded, folded_beginning);
}

static int
find_value (const AnteFilterWords *self, AnteFilterKind kind, const char *value)
{
  for (int i = 0; ante_filter_words_has (self, kind) && self->values[kind][i] != NULL; i++) {
    if (is_same (self->values[kind][i], value))
      return i;
  }
  return -1;
}

gboolean
ante_filter_words_contains (const AnteFilterWords *self, AnteFilterKind kind, const char *value)
{
  return find_value (self, kind, value) >= 0;
}

void
ante_filter_words_add (AnteFilterWords *self, AnteFilterKind kind, const char *value)
{
  guint n = self->values[kind] != NULL ? g_strv_length (self->values[kind]) : 0;

  if (*value == '\0' || n >= MAX_VALUES || ante_filter_words_contains (self, kind, value))
    return;

  self->values[kind] = g_renew (char *, self->values[kind], n + 2);
  self->values[kind][n] = g_strdup (value);
  self->values[kind][n + 1] = NULL;
}

void
ante_filter_words_remove (AnteFilterWords *self, AnteFilterKind kind, const char *value)
{
  int found = find_value (self, kind, value);
  char **values = self->values[kind];

  if (found < 0)
    return;

  g_free (values[found]);
  do
    values[found] = values[found + 1];
  while (values[found++] != NULL);
  if (values[0] == NULL)
    ante_filter_words_clear (self, kind);
}

void
ante_filter_words_clear (AnteFilterWords *self, AnteFilterKind kind)
{
  g_clear_pointer (&self->values[kind], g_strfreev);
}

/**
 * ante_filter_words_merge:
 *
 * Asks for what @other asks for, too.
 */
void
ante_filter_words_merge (AnteFilterWords *self, const AnteFilterWords *other)
{
  for (guint kind = 0; kind < ANTE_FILTER_N_KINDS; kind++) {
    for (guint i = 0; ante_filter_words_has (other, kind) && other->values[kind][i] != NULL; i++)
      ante_filter_words_add (self, kind, other->values[kind][i]);
  }
}

/* --- what is typed -------------------------------------------------------------------------- */

/**
 * ante_filter_words_read:
 * @cursor: (inout): where a word begins; where it has ended
 * @is_quoted: (out): it began with a quotation mark, so it is nothing but text
 *
 * Quotation marks keep spaces in a word, two of them stand for one, and the last need not be there
 * yet.
 *
 * Returns: (transfer full): the word, without its marks
 */
char *
ante_filter_words_read (const char **cursor, gboolean *is_quoted)
{
  GString *word = g_string_new (NULL);
  gboolean inside = FALSE;
  const char *p = *cursor;

  *is_quoted = *p == '"';
  for (; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '"' && inside && p[1] == '"')
      g_string_append_c (word, *p++);
    else if (c == '"')
      inside = !inside;
    else if (!inside && g_unichar_isspace (c))
      break;
    else
      g_string_append_unichar (word, c);
  }
  *cursor = p;
  return g_string_free (word, FALSE);
}

/* Takes every nick that begins so, or the one that is said whole. */
static gboolean
add_nicks (AnteFilterWords *self,
           AnteFilterKind kind,
           const char *(*get_nick) (guint),
           guint n_nicks,
           const char *value)
{
  gboolean found = FALSE;

  for (guint i = 0; i < n_nicks; i++) {
    if (is_same (get_nick (i), value)) {
      ante_filter_words_add (self, kind, get_nick (i));
      return TRUE;
    }
  }
  for (guint i = 0; i < n_nicks; i++) {
    if (!begins_with (get_nick (i), value))
      continue;
    ante_filter_words_add (self, kind, get_nick (i));
    found = TRUE;
  }
  return found;
}

static const char *
source_nick (guint i)
{
  return ante_source_kind_to_nick ((AnteSourceKind) i);
}

static const char *
due_nick (guint i)
{
  return ante_due_to_nick ((AnteDue) i);
}

static const char *
reach_nick (guint i)
{
  return ante_reach_to_nick ((AnteReach) i);
}

static gboolean
means_any_setter (const char *value)
{
  return is_same (value, "setter") || is_same (value, "setters") || is_same (value, "va") ||
         is_same (value, ANTE_PARTY_SETTER_PREFIX);
}

static gboolean
add_owner (AnteFilterWords *self, const char *value)
{
  g_autofree char *party =
    means_any_setter (value) ? g_strdup (ANTE_PARTY_SETTER_PREFIX) : ante_party_parse_owner (value);

  if (party != NULL)
    ante_filter_words_add (self, ANTE_FILTER_OWNER, party);
  return party != NULL;
}

/**
 * ante_filter_words_add_typed:
 * @value: as a person types it; "" is nothing yet
 *
 * Returns: whether that is a value of the kind
 */
gboolean
ante_filter_words_add_typed (AnteFilterWords *self, AnteFilterKind kind, const char *value)
{
  if (*value == '\0')
    return TRUE; /* it is still being typed */

  switch (kind) {
  case ANTE_FILTER_OWNER:
    return add_owner (self, value);
  case ANTE_FILTER_SOURCE:
    return add_nicks (self, kind, source_nick, ANTE_SOURCE_ORGANIC + 1,
                      is_same (value, "ad") ? "dm-ad" : value);
  case ANTE_FILTER_DUE:
    return add_nicks (self, kind, due_nick, ANTE_N_DUES, value);
  case ANTE_FILTER_WINDOW:
    return add_nicks (self, kind, reach_nick, ANTE_N_REACHES, value);
  default:
    ante_filter_words_add (self, kind, value);
    return TRUE;
  }
}

/* What stands after "owner:" and the like, or NULL. */
static const char *
find_kind (const char *word, AnteFilterKind *kind)
{
  const char *colon = strchr (word, ':');

  for (guint i = ANTE_FILTER_OWNER; colon != NULL && i < ANTE_FILTER_N_KINDS; i++) {
    if (strlen (prefixes[i]) == (gsize) (colon - word) &&
        g_ascii_strncasecmp (word, prefixes[i], (gsize) (colon - word)) == 0) {
      *kind = i;
      return colon + 1;
    }
  }
  return NULL;
}

/**
 * ante_filter_words_parse:
 * @typed: what a person typed: words, and `owner:`, `source:`, `label:`, `offer:`, `due:`,
 * `window:` with a value. Anything else is text
 *
 * Never fails: what is half typed is asked for as far as it goes.
 */
AnteFilterWords *
ante_filter_words_parse (const char *typed)
{
  AnteFilterWords *self = ante_filter_words_new ();
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  const char *cursor = valid;

  if (g_utf8_strlen (valid, -1) > ANTE_FILTER_MAX_CHARS)
    *g_utf8_offset_to_pointer (valid, ANTE_FILTER_MAX_CHARS) = '\0';

  while (*cursor != '\0') {
    g_autofree char *word = NULL;
    const char *value = NULL;
    AnteFilterKind kind = ANTE_FILTER_TEXT;
    gboolean is_quoted = FALSE;

    if (g_unichar_isspace (g_utf8_get_char (cursor))) {
      cursor = g_utf8_next_char (cursor);
      continue;
    }
    word = ante_filter_words_read (&cursor, &is_quoted);
    value = is_quoted ? NULL : find_kind (word, &kind);
    if (value == NULL || !ante_filter_words_add_typed (self, kind, value))
      ante_filter_words_add (self, ANTE_FILTER_TEXT, word);
  }
  return self;
}

/* --- how it is written ---------------------------------------------------------------------- */

static gboolean
has_space (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (g_unichar_isspace (g_utf8_get_char (p)))
      return TRUE;
  }
  return FALSE;
}

static void
append_word (GString *line, AnteFilterKind kind, const char *value)
{
  AnteFilterKind other = ANTE_FILTER_TEXT;
  gboolean is_plain = !has_space (value) && strchr (value, '"') == NULL &&
                      (kind != ANTE_FILTER_TEXT || find_kind (value, &other) == NULL);

  if (line->len > 0)
    g_string_append_c (line, ' ');
  if (kind != ANTE_FILTER_TEXT)
    g_string_append_printf (line, "%s:", prefixes[kind]);
  if (is_plain) {
    g_string_append (line, value);
    return;
  }
  g_string_append_c (line, '"');
  for (const char *p = value; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (line, '"');
    g_string_append_c (line, *p);
  }
  g_string_append_c (line, '"');
}

/* Of owners the name is enough: that is how one is typed. But a setter may be called like what is
 * no setter. */
static const char *
owner_word (const char *party)
{
  const char *name = ante_party_get_setter_name (party);
  g_autofree char *read_back = name != NULL ? ante_party_parse_owner (name) : NULL;

  if (g_str_equal (party, ANTE_PARTY_SETTER_PREFIX))
    return "setter";
  if (name == NULL || means_any_setter (name) || !ante_party_is_setter (read_back))
    return party;
  return name;
}

/**
 * ante_filter_words_format:
 *
 * Returns: (transfer full): @self as it is typed, and kept: ante_filter_words_parse() reads the
 * same from it
 */
char *
ante_filter_words_format (const AnteFilterWords *self)
{
  GString *line = g_string_new (NULL);

  for (guint kind = 0; kind < ANTE_FILTER_N_KINDS; kind++) {
    for (guint i = 0; ante_filter_words_has (self, kind) && self->values[kind][i] != NULL; i++) {
      const char *value = self->values[kind][i];

      append_word (line, kind, kind == ANTE_FILTER_OWNER ? owner_word (value) : value);
    }
  }
  return g_string_free (line, FALSE);
}

/* --- what half a name means ----------------------------------------------------------------- */

static const char *
typed_word (AnteFilterKind kind, const char *value)
{
  const char *name = kind == ANTE_FILTER_OWNER ? ante_party_get_setter_name (value) : NULL;

  if (kind == ANTE_FILTER_OWNER && g_str_equal (value, ANTE_PARTY_SETTER_PREFIX))
    return "setter";
  return name != NULL ? name : value;
}

static gboolean
resolve_one (AnteFilterWords *into,
             AnteFilterKind kind,
             const char *value,
             const char *const *known)
{
  const char *typed = typed_word (kind, value);
  gboolean found = FALSE;

  for (guint i = 0; known[i] != NULL; i++) {
    if (is_same (known[i], value)) {
      ante_filter_words_add (into, kind, known[i]);
      return TRUE;
    }
  }
  for (guint i = 0; known[i] != NULL; i++) {
    if (!begins_with (typed_word (kind, known[i]), typed))
      continue;
    ante_filter_words_add (into, kind, known[i]);
    found = TRUE;
  }
  return found;
}

/**
 * ante_filter_words_resolve:
 * @known: the values that some lead has
 *
 * Takes what is no known value for the beginning of one, so that a list narrows while a name is
 * typed: "ma" is all whose names begin so. What begins nothing stays, and finds nobody.
 */
void
ante_filter_words_resolve (AnteFilterWords *self, AnteFilterKind kind, const char *const *known)
{
  g_auto (GStrv) values = g_steal_pointer (&self->values[kind]);

  for (guint i = 0; values != NULL && values[i] != NULL; i++) {
    if (!resolve_one (self, kind, values[i], known))
      ante_filter_words_add (self, kind, values[i]);
  }
}
