#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-search-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rules/ante-search-match.h"
#include "rules/ante-search-near.h"
#include "rules/ante-since.h"

/* More than anybody asks for at once. */
#define MAX_TERMS 16
#define MAX_NAMES 16
#define MAX_NOTES 4
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
/* "after:3 days ago": words behind the first that a day can have. */
#define MAX_DAY_WORDS 3

static const struct {
  const char *name;
  const char *takes;
} operators[ANTE_SEARCH_N_OPERATORS] = {
  { "from", N_ ("takes lead, us, coach, ai, or the name of a setter or a lead") },
  { "to", N_ ("takes lead, us, or the name of a lead") },
  { "said", N_ ("takes a word or a “phrase” of the lead's own") },
  { "source", N_ ("takes story-reply, comment, dm-ad, keyword, outbound, referral, reactivation, "
                  "email, organic or unknown") },
  { "stage", N_ ("takes the name of a stage") },
  { "owner", N_ ("takes me, ai, none, setter, or a setter's name") },
  { "label", N_ ("takes a label") },
  { "before", N_ ("takes a day: 2026-03-01, march, last week, 3 days ago") },
  { "after", N_ ("takes a day: 2026-03-01, march, last week, 3 days ago") },
  { "has", N_ ("takes link, picture, video, voice, share, story or reaction") },
};

typedef struct {
  const char *word;
  guint flag;
} Flag;

static const Flag things[] = {
  { "link", ANTE_SEARCH_LINK },         { "picture", ANTE_SEARCH_PICTURE },
  { "image", ANTE_SEARCH_PICTURE },     { "photo", ANTE_SEARCH_PICTURE },
  { "video", ANTE_SEARCH_VIDEO },       { "voice", ANTE_SEARCH_VOICE },
  { "audio", ANTE_SEARCH_VOICE },       { "share", ANTE_SEARCH_SHARE },
  { "story", ANTE_SEARCH_STORY },       { "stories", ANTE_SEARCH_STORY },
  { "reaction", ANTE_SEARCH_REACTION },
};

static const Flag parties[] = {
  { "lead", ANTE_SEARCH_LEAD },
  { "leads", ANTE_SEARCH_LEAD },
  { "them", ANTE_SEARCH_LEAD },
  { "us", ANTE_SEARCH_US },
  { "me", ANTE_SEARCH_US },
  { "coach", ANTE_SEARCH_COACH },
  { "setter", ANTE_SEARCH_SETTER },
  { "setters", ANTE_SEARCH_SETTER },
  { "va", ANTE_SEARCH_SETTER },
  { "ai", ANTE_SEARCH_AI },
  { "instagram", ANTE_SEARCH_ELSEWHERE },
  { "elsewhere", ANTE_SEARCH_ELSEWHERE },
};

static void
term_free (gpointer data)
{
  AnteSearchTerm *term = data;

  g_free (term->text);
  g_free (term);
}

static void
note_free (gpointer data)
{
  AnteSearchNote *note = data;

  g_free (note->name);
  g_free (note->value);
  g_free (note);
}

static AnteSearchWords *
words_new (void)
{
  AnteSearchWords *self = g_atomic_rc_box_new0 (AnteSearchWords);

  self->terms = g_ptr_array_new_with_free_func (term_free);
  self->from_names = g_ptr_array_new_with_free_func (g_free);
  self->to_names = g_ptr_array_new_with_free_func (g_free);
  self->has = g_array_new (FALSE, FALSE, sizeof (guint));
  self->stages = g_ptr_array_new_with_free_func (g_free);
  self->leads = ante_filter_words_new ();
  self->notes = g_ptr_array_new_with_free_func (note_free);
  return self;
}

static void
clear (gpointer data)
{
  AnteSearchWords *self = data;

  g_ptr_array_unref (self->terms);
  g_ptr_array_unref (self->from_names);
  g_ptr_array_unref (self->to_names);
  g_array_unref (self->has);
  g_ptr_array_unref (self->stages);
  ante_filter_words_free (self->leads);
  g_ptr_array_unref (self->notes);
}

AnteSearchWords *
ante_search_words_ref (AnteSearchWords *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ante_search_words_unref (AnteSearchWords *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Whether only some leads are asked for, whatever was written. */
gboolean
ante_search_words_asks_for_leads (const AnteSearchWords *self)
{
  return self->stages->len > 0 || !ante_filter_words_is_empty (self->leads);
}

/**
 * ante_search_words_is_words_alone:
 *
 * Returns: whether nothing but words is asked for, which may as well be those of a name
 */
gboolean
ante_search_words_is_words_alone (const AnteSearchWords *self)
{
  for (guint i = 0; i < self->terms->len; i++) {
    const AnteSearchTerm *term = self->terms->pdata[i];

    if (term->is_out)
      return FALSE;
  }
  return self->terms->len > 0 && !self->said && self->from == 0 && self->from_names->len == 0 &&
         self->to == 0 && self->to_names->len == 0 && self->has->len == 0 && self->after == 0 &&
         self->before == 0;
}

/* What is left out does not say yet what is asked for. */
gboolean
ante_search_words_is_empty (const AnteSearchWords *self)
{
  for (guint i = 0; i < self->terms->len; i++) {
    const AnteSearchTerm *term = self->terms->pdata[i];

    if (!term->is_out)
      return FALSE;
  }
  return !ante_search_words_asks_for_leads (self) && self->from == 0 &&
         self->from_names->len == 0 && self->to == 0 && self->to_names->len == 0 &&
         self->has->len == 0 && self->after == 0 && self->before == 0;
}

/* --- what is typed -------------------------------------------------------------------------- */

static void
add_term (AnteSearchWords *self, const char *text, gboolean is_exact, gboolean is_out)
{
  AnteSearchTerm *term = NULL;

  if (self->terms->len >= MAX_TERMS || !ante_search_has_word (text))
    return;
  term = g_new0 (AnteSearchTerm, 1);
  term->text = g_strdup (text);
  term->is_exact = is_exact;
  term->is_out = is_out;
  g_ptr_array_add (self->terms, term);
}

static void
add_note (AnteSearchWords *self, AnteSearchOperator op, const char *value, gboolean is_out)
{
  AnteSearchNote *note = NULL;

  if (self->notes->len >= MAX_NOTES)
    return;
  note = g_new0 (AnteSearchNote, 1);
  note->op = op;
  note->value = g_strdup (value);
  note->is_out = is_out;
  g_ptr_array_add (self->notes, note);
}

/* The flag that is said whole, else all that begin so. */
static guint
find_flags (const Flag *flags, guint n, const char *value, gboolean whole)
{
  g_autofree char *folded = g_utf8_casefold (value, -1);
  guint found = 0;

  for (guint i = 0; *value != '\0' && i < n; i++) {
    if (g_str_equal (flags[i].word, folded))
      return flags[i].flag;
    if (!whole && g_str_has_prefix (flags[i].word, folded))
      found |= flags[i].flag;
  }
  /* "pictures", "links": one more letter says the same. */
  if (found == 0 && g_str_has_suffix (folded, "s")) {
    folded[strlen (folded) - 1] = '\0';
    return *folded != '\0' ? find_flags (flags, n, folded, TRUE) : 0;
  }
  return found;
}

static gboolean
add_name (GPtrArray *names, const char *value)
{
  const char *name = *value == '@' ? value + 1 : value;

  if (!ante_search_has_word (name) || names->len >= MAX_NAMES)
    return FALSE;
  g_ptr_array_add (names, g_strdup (name));
  return TRUE;
}

static gboolean
add_party (guint *flags, guint allowed, GPtrArray *names, const char *value)
{
  guint flag = find_flags (parties, G_N_ELEMENTS (parties), value, TRUE);

  if ((flag & allowed) == 0)
    return flag == 0 && add_name (names, value);
  *flags |= flag;
  return TRUE;
}

static gboolean
add_to (AnteSearchWords *self, const char *value)
{
  guint flag = find_flags (parties, G_N_ELEMENTS (parties), value, TRUE);

  /* A lead writes to the business, whoever reads it. */
  if ((flag & (ANTE_SEARCH_US | ANTE_SEARCH_COACH)) != 0)
    value = "us";
  return add_party (&self->to, ANTE_SEARCH_LEAD | ANTE_SEARCH_US, self->to_names, value);
}

static gboolean
add_has (AnteSearchWords *self, const char *value)
{
  guint flags = find_flags (things, G_N_ELEMENTS (things), value, FALSE);

  if (flags != 0 && self->has->len < MAX_NAMES)
    g_array_append_val (self->has, flags);
  return flags != 0;
}

static gboolean
add_said (AnteSearchWords *self, const char *value, gboolean is_exact)
{
  if (!ante_search_has_word (value))
    return FALSE;
  self->said = TRUE;
  add_term (self, value, is_exact, FALSE);
  return TRUE;
}

static gboolean
add_leads (AnteSearchWords *self, AnteFilterKind kind, const char *value)
{
  return *value != '\0' && ante_filter_words_add_typed (self->leads, kind, value);
}

/* All that is asked for must hold: of two days the one that leaves less. */
static gboolean
add_day (AnteSearchWords *self, AnteSearchOperator op, gint64 at)
{
  if (at == 0)
    return FALSE;
  if (op == ANTE_SEARCH_AFTER)
    self->after = MAX (self->after, at);
  else
    self->before = self->before != 0 ? MIN (self->before, at) : at;
  return TRUE;
}

/* FALSE: it is not understood. Days are read elsewhere. */
static gboolean
add_value (AnteSearchWords *self, AnteSearchOperator op, const char *value, gboolean is_exact)
{
  switch (op) {
  case ANTE_SEARCH_FROM:
    return add_party (&self->from, ~0u, self->from_names, value);
  case ANTE_SEARCH_TO:
    return add_to (self, value);
  case ANTE_SEARCH_SAID:
    return add_said (self, value, is_exact);
  case ANTE_SEARCH_SOURCE:
    return add_leads (self, ANTE_FILTER_SOURCE, value);
  case ANTE_SEARCH_STAGE:
    return add_name (self->stages, value);
  case ANTE_SEARCH_OWNER:
    return add_leads (self, ANTE_FILTER_OWNER, value);
  case ANTE_SEARCH_LABEL:
    return add_leads (self, ANTE_FILTER_LABEL, value);
  default:
    return add_has (self, value);
  }
}

static gboolean
find_operator (const char *word, AnteSearchOperator *op, const char **value)
{
  const char *colon = strchr (word, ':');

  for (guint i = 0; colon != NULL && i < ANTE_SEARCH_N_OPERATORS; i++) {
    if (strlen (operators[i].name) == (gsize) (colon - word) &&
        g_ascii_strncasecmp (word, operators[i].name, (gsize) (colon - word)) == 0) {
      *op = i;
      *value = colon + 1;
      return TRUE;
    }
  }
  return FALSE;
}

/* "form:lena" is no operator, and hardly meant as words; "re: offer" is, and "10:30". */
static void
add_unknown (AnteSearchWords *self, const char *word)
{
  const char *colon = strchr (word, ':');
  gsize length = colon != NULL ? (gsize) (colon - word) : 0;
  AnteSearchOperator near = ANTE_SEARCH_N_OPERATORS;
  g_autofree char *name = g_strndup (word, length);
  AnteSearchNote *note = NULL;

  if (length < 2 || strspn (name, LETTERS) != length || g_str_has_prefix (colon, "://") ||
      self->notes->len >= MAX_NOTES)
    return;
  if (!ante_search_near (name, &near))
    return;
  note = g_new0 (AnteSearchNote, 1);
  note->op = ANTE_SEARCH_N_OPERATORS;
  note->name = g_steal_pointer (&name);
  note->near = near;
  note->value = g_strdup (colon + 1);
  g_ptr_array_add (self->notes, note);
}

static void
skip_space (const char **cursor)
{
  while (**cursor != '\0' && g_unichar_isspace (g_utf8_get_char (*cursor)))
    *cursor = g_utf8_next_char (*cursor);
}

/* "after:last week": as many of the words behind @value belong to it as make a day. */
static gint64
read_day (const char *value, const char **cursor, gint64 now, GTimeZone *zone)
{
  g_autoptr (GString) words = g_string_new (value);
  gint64 found = ante_since_parse (value, now, zone);
  const char *next = *cursor;

  for (guint i = 0; i < MAX_DAY_WORDS + (*value == '\0' ? 1 : 0); i++) {
    g_autofree char *word = NULL;
    gboolean is_quoted = FALSE;
    gint64 at = 0;

    skip_space (&next);
    word = ante_filter_words_read (&next, &is_quoted);
    if (*word == '\0' || is_quoted)
      break;
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", word);
    at = ante_since_parse (words->str, now, zone);
    if (at == 0)
      continue;
    found = at;
    *cursor = next;
  }
  return found;
}

/* Whether the quotation marks of the word that ended at @end are closed. */
static gboolean
is_closed (const char *start, const char *end)
{
  return end - start > 1 && end[-1] == '"';
}

/* Reads one word or operator from @cursor. */
static void
read_one (AnteSearchWords *self, const char **cursor, gint64 now, GTimeZone *zone)
{
  AnteSearchOperator op = ANTE_SEARCH_FROM;
  const char *value = NULL;
  gboolean is_quoted = FALSE;
  gboolean is_out = **cursor == '-' && (*cursor)[1] != '\0';
  const char *start = is_out ? *cursor + 1 : *cursor;
  g_autofree char *word = NULL;
  gboolean understood = FALSE;
  gboolean closed = FALSE;

  *cursor = start;
  word = ante_filter_words_read (cursor, &is_quoted);
  closed = is_closed (start, *cursor);
  if (is_quoted || !find_operator (word, &op, &value)) {
    if (!is_quoted)
      add_unknown (self, word);
    add_term (self, word, is_quoted && closed, is_out);
    return;
  }
  if (is_out) {
    add_note (self, op, value, TRUE);
    return;
  }
  if (op == ANTE_SEARCH_BEFORE || op == ANTE_SEARCH_AFTER)
    understood = add_day (self, op, read_day (value, cursor, now, zone));
  else
    understood = add_value (self, op, value, closed);
  if (!understood)
    add_note (self, op, value, FALSE);
}

/**
 * ante_search_words_parse:
 * @typed: what a person typed
 * @now: ms
 * @zone: where the coach is
 *
 * Never fails: what is not understood is told of in the notes, and the rest is asked for.
 */
AnteSearchWords *
ante_search_words_parse (const char *typed, gint64 now, GTimeZone *zone)
{
  AnteSearchWords *self = words_new ();
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  const char *cursor = valid;

  if (g_utf8_strlen (valid, -1) > ANTE_SEARCH_MAX_CHARS)
    *g_utf8_offset_to_pointer (valid, ANTE_SEARCH_MAX_CHARS) = '\0';

  for (skip_space (&cursor); *cursor != '\0'; skip_space (&cursor))
    read_one (self, &cursor, now, zone);
  return self;
}

const char *
ante_search_operator_get_name (AnteSearchOperator op)
{
  return operators[op].name;
}

const char *
ante_search_operator_get_takes (AnteSearchOperator op)
{
  return operators[op].takes;
}
