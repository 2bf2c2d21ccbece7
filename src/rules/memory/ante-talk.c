#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-talk.h"

#include "rules/memory/ante-chat-words.h"
#include "rules/memory/ante-phrase.h"

#include <string.h>

/* Where a quotation ends if its second mark never comes. */
#define LONGEST_QUOTE 300

typedef struct {
  AnteTalk *talk;
  AnteLine *line;
  GString *folded;
  const char *word; /* where the present one began */
  guint letters;
  guint sentence;
  gboolean ended; /* the next word begins a sentence */
  gboolean quoted;
  const char *quote_end;
} Reader;

static void
ante_line_free (AnteLine *self)
{
  g_free (self->text);
  g_array_unref (self->words);
  g_free (self);
}

AnteTalk *
ante_talk_new (void)
{
  AnteTalk *self = g_new0 (AnteTalk, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_line_free);
  self->chunk = g_string_chunk_new (4096);
  self->tongues = ANTE_TONGUE_EN;
  return self;
}

void
ante_talk_free (AnteTalk *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lines);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

/* What is not seen does not part a word either: joiners, direction marks, soft hyphens. */
static gboolean
is_unseen (gunichar c)
{
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || is_mark (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC || c == '`';
}

static gboolean
is_sign (gunichar c)
{
  return c == '$' || c == 0x20AC || c == 0xA3 || c == '%';
}

static void
fold_letter (Reader *reader, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = 0;

  if (reader->letters++ >= ANTE_TALK_MAX_LETTERS)
    return;
  c = g_unichar_tolower (c);
  if (c == 0xDF) {
    g_string_append (reader->folded, "ss");
    return;
  }
  if (c == 0x153 || c == 0xE6) {
    g_string_append (reader->folded, c == 0x153 ? "oe" : "ae");
    return;
  }
  n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++) {
    if (!is_mark (parts[i]))
      g_string_append_unichar (reader->folded, g_unichar_tolower (parts[i]));
  }
}

/* "am 3. März": the point makes a number an ordinal and ends nothing. */
static gboolean
is_german_date (const Reader *reader)
{
  const AnteWord word = { .text = reader->folded->str };
  const AnteWord *last =
    &g_array_index (reader->line->words, AnteWord, reader->line->words->len - 1);

  return last->after == '.' && last->end - last->start <= 2 && g_ascii_isdigit (*last->text) &&
         ante_word_is (&word, "@month");
}

/* "do not" takes one place, as "don't" does. */
static gboolean
joins_last (Reader *reader, const char *p)
{
  GArray *words = reader->line->words;
  AnteWord *last = words->len > 0 ? &g_array_index (words, AnteWord, words->len - 1) : NULL;
  const char *joined = NULL;

  if (last == NULL || last->after != 0 || reader->ended ||
      (joined = ante_chat_join (last->text, reader->folded->str)) == NULL)
    return FALSE;
  last->text = joined;
  last->end = (guint) (p - reader->line->text);
  return TRUE;
}

static void
begin_next (Reader *reader)
{
  g_string_truncate (reader->folded, 0);
  reader->letters = 0;
  reader->word = NULL;
}

static void
end_word (Reader *reader, const char *p)
{
  AnteWord word = { 0 };

  if (reader->word == NULL)
    return;
  ante_chat_word (reader->folded);
  if (joins_last (reader, p)) {
    begin_next (reader);
    return;
  }
  if (reader->ended && reader->line->words->len > 0 && !is_german_date (reader))
    reader->sentence++;
  reader->ended = FALSE;
  word.text = g_string_chunk_insert_const (reader->talk->chunk, reader->folded->str);
  word.start = (guint) (reader->word - reader->line->text);
  word.end = (guint) (p - reader->line->text);
  word.sentence = reader->sentence;
  word.quoted = reader->quoted;
  g_array_append_val (reader->line->words, word);
  begin_next (reader);
}

/* English joins what others part: "don't" is one word, "l'été" are two. */
static gboolean
is_english_ending (const char *p)
{
  static const char *const endings[] = { "t", "s", "m", "re", "ve", "ll", "d", NULL };
  char ending[3] = { 0 };
  guint n = 0;

  while (n < 3 && g_ascii_isalpha (p[n]))
    n++;
  if (n == 0 || n > 2 || (p[n] & 0x80) != 0)
    return FALSE;
  for (guint i = 0; i < n; i++)
    ending[i] = g_ascii_tolower (p[i]);
  return g_strv_contains (endings, ending);
}

/* Whether the mark at @p, between digits, belongs to a number: "1,500", "7:40". */
static gboolean
joins_digits (const char *text, const char *p)
{
  return p > text && g_ascii_isdigit (p[-1]) && strchr (".,:", *p) != NULL &&
         g_ascii_isdigit (p[1]);
}

static void
read_quote (Reader *reader, gunichar c, const char *p)
{
  if (reader->quoted && (c == '"' || c == 0x201D || c == 0xBB || c == 0x201C)) {
    reader->quoted = FALSE;
    return;
  }
  if (c == '"' || c == 0x201C || c == 0x201E || c == 0xAB) {
    const char *rest = g_utf8_next_char (p);
    const char *closing = c == '"' ? strchr (rest, '"') : c == 0xAB ? strstr (rest, "»") : NULL;

    if (c == 0x201C || c == 0x201E) {
      closing = strstr (rest, "”");
      if (closing == NULL)
        closing = strstr (rest, "“");
    }
    reader->quoted = closing != NULL && closing - rest <= LONGEST_QUOTE;
  }
}

static void
read_mark (Reader *reader, gunichar c, const char *p)
{
  GArray *words = reader->line->words;
  gboolean parts = c == '\n' || c == '?' || c == '!' || c == 0x2026 || c == 0xBF || c == 0xA1;

  /* A point inside an address or before a letter ends nothing. */
  if (c == '.')
    parts = !g_unichar_isalnum (g_utf8_get_char (p + 1));
  if (parts)
    reader->ended = TRUE;
  if (words->len > 0 && !g_unichar_isspace (c)) {
    AnteWord *last = &g_array_index (words, AnteWord, words->len - 1);

    /* The first that tells something: "?!" asks, "... " is a stop. */
    if (last->after == 0 || c == '?' || (last->after == '.' && c == '!'))
      last->after = c;
  } else if (words->len > 0 && c == '\n') {
    AnteWord *last = &g_array_index (words, AnteWord, words->len - 1);

    if (last->after == 0)
      last->after = '\n';
  }
  read_quote (reader, c, p);
}

static void
read_char (Reader *reader, const char *p)
{
  gunichar c = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);

  if (is_unseen (c))
    return;
  if (g_unichar_isalnum (c)) {
    /* "10kg" and "5x" stay whole; what is glued to a number is read with it. */
    if (reader->word == NULL)
      reader->word = p;
    fold_letter (reader, c);
    return;
  }
  if (reader->word != NULL && is_apostrophe (c) && is_english_ending (next))
    return;
  if (reader->word != NULL && c < 0x80 && joins_digits (reader->line->text, p)) {
    fold_letter (reader, c);
    return;
  }

  end_word (reader, p);
  if (is_sign (c)) {
    reader->word = p;
    fold_letter (reader, c);
    end_word (reader, next);
    return;
  }
  if (!is_apostrophe (c))
    read_mark (reader, c, p);
}

/**
 * ante_talk_add:
 * @from_lead: whether the lead wrote it
 * @text: (nullable): a message, as it came
 *
 * Takes a message apart. Whatever is in it, the work is bounded: words beyond
 * %ANTE_TALK_MAX_WORDS are not looked at.
 */
void
ante_talk_add (AnteTalk *self, gboolean from_lead, const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  AnteLine *line = g_new0 (AnteLine, 1);
  Reader reader = { .talk = self, .line = line, .folded = folded };
  const char *p = NULL;

  line->from_lead = from_lead;
  line->text = g_utf8_make_valid (text != NULL ? text : "", -1);
  line->words = g_array_new (FALSE, FALSE, sizeof (AnteWord));
  for (p = line->text; *p != '\0' && line->words->len < ANTE_TALK_MAX_WORDS;
       p = g_utf8_next_char (p))
    read_char (&reader, p);
  if (line->words->len < ANTE_TALK_MAX_WORDS)
    end_word (&reader, p);
  g_ptr_array_add (self->lines, line);

  /* What was said long ago is not read any more, but the message keeps its place. */
  if (self->lines->len > ANTE_TALK_MAX_LINES + 1)
    g_array_set_size (
      ((AnteLine *) self->lines->pdata[self->lines->len - ANTE_TALK_MAX_LINES - 1])->words, 0);
}

const AnteLine *
ante_talk_line (const AnteTalk *self, guint index)
{
  return self->lines->pdata[index];
}

guint
ante_line_n_words (const AnteLine *self)
{
  return self->words->len;
}

const AnteWord *
ante_line_word (const AnteLine *self, guint index)
{
  return &g_array_index (self->words, AnteWord, index);
}

guint
ante_line_sentence_start (const AnteLine *self, guint index)
{
  guint sentence = ante_line_word (self, index)->sentence;

  while (index > 0 && ante_line_word (self, index - 1)->sentence == sentence)
    index--;
  return index;
}

guint
ante_line_sentence_end (const AnteLine *self, guint index)
{
  guint sentence = ante_line_word (self, index)->sentence;

  while (index < self->words->len && ante_line_word (self, index)->sentence == sentence)
    index++;
  return index;
}

gboolean
ante_word_ends_sentence (const AnteWord *word)
{
  return word->after == '.' || word->after == '?' || word->after == '!' || word->after == '\n' ||
         word->after == 0x2026;
}
