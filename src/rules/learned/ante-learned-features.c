#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/learned/ante-learned-features.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How far a "not" reaches, in words. */
#define NOT_REACH 4
/* Shorter words have no pieces. */
#define SHORTEST_PIECED 4
#define SHORTEST_PIECE 3
#define LONGEST_PIECE 5

/* The kinds, as they go into a hash. */
#define BIAS 'b'
#define WORD 'w'
#define DENIED 'n'
#define PAIR 'p'
#define SKIP 's'
#define PIECE 'c'
#define LAST 'l'
#define FIRST 'f'
#define MEANS 'm'
#define MEANS_BOTH 'd'

#define WORD_WEIGHT 1.0f
#define PAIR_WEIGHT 0.8f
#define SKIP_WEIGHT 0.5f
#define PIECE_WEIGHT 0.35f

#define MEANS_WEIGHT 0.8f
#define BOTH_WEIGHT 0.25f
#define MARK_WEIGHT 1.5f
/* Of more things that are meant in one sentence the rest is left out. */
#define MOST_MEANT 28

#define HASH_START 2166136261u

/* A word as it is learned: most stand for themselves, numbers and addresses for their kind. */
typedef struct {
  const char *text;
  char own[24];
  guint16 word;
  gboolean denied;
  gboolean is_class;
} Token;

static const char *const denials[] = {
  "not",   "no",     "never",   "cant",   "dont",    "doesnt",  "isnt",     "arent",
  "wasnt", "werent", "wont",    "didnt",  "couldnt", "wouldnt", "shouldnt", "havent",
  "hasnt", "aint",   "without", "nobody", "nothing", "none",    "nunca",    "sin",
  "nadie", "nada",   "nao",     "nem",    "sem",     "pas",     "jamais",   "sans",
  "rien",  "nicht",  "kein",    "keine",  "keinen",  "nie",     "ohne",     NULL,
};

static guint32
hash_bytes (guint32 hash, const char *bytes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    hash = (hash ^ (guint8) bytes[i]) * 16777619u;
  return hash;
}

static guint32
hash_of (char kind, const char *text, gsize n)
{
  return hash_bytes (hash_bytes (HASH_START, &kind, 1), text, n);
}

AnteFeatures *
ante_features_new (void)
{
  AnteFeatures *self = g_new (AnteFeatures, 1);

  self->len = 0;
  return self;
}

static void
add (AnteFeatures *features, guint32 key, float value, guint first, guint after)
{
  if (features->len < ANTE_FEATURES_MOST)
    features->items[features->len++] =
      (AnteFeature){ key, value, (guint16) first, (guint16) after };
}

static gboolean
is_denial (const char *word)
{
  for (guint i = 0; denials[i] != NULL; i++) {
    if (strcmp (word, denials[i]) == 0)
      return TRUE;
  }
  return FALSE;
}

/* The bytes between a word and the next one. */
static const char *
gap_after (const AnteLine *line, guint at, gsize *n)
{
  const AnteWord *word = ante_line_word (line, at);
  gsize end =
    at + 1 < ante_line_n_words (line) ? ante_line_word (line, at + 1)->start : strlen (line->text);

  *n = end > word->end ? end - word->end : 0;
  return line->text + word->end;
}

/* "acme.example", "you@mail.test": a part of what is no word, glued to the next one. */
static gboolean
is_glued (const AnteLine *line, guint at)
{
  gsize n = 0;
  const char *gap = gap_after (line, at, &n);

  if (at + 1 >= ante_line_n_words (line) || n == 0 || n > 3)
    return FALSE;
  for (gsize i = 0; i < n; i++) {
    if (strchr (".:/@_", gap[i]) == NULL)
      return FALSE;
  }
  return memchr (gap, '.', n) != NULL || memchr (gap, '/', n) != NULL ||
         memchr (gap, '@', n) != NULL;
}

static gboolean
is_handle (const AnteLine *line, guint at)
{
  guint start = ante_line_word (line, at)->start;

  return start > 0 && line->text[start - 1] == '@';
}

/* 16 and 17 tell something else than 34; of greater numbers the order does. */
static void
read_number (Token *token, const char *word)
{
  guint digits = 0;
  guint marks = 0;
  const char *p = word;

  for (; g_ascii_isdigit (*p) || *p == '.' || *p == ',' || *p == ':'; p++) {
    digits += g_ascii_isdigit (*p) != 0;
    marks += *p == ':';
  }
  token->is_class = TRUE;
  token->text = token->own;
  if (marks > 0 || strcmp (p, "am") == 0 || strcmp (p, "pm") == 0 || strcmp (p, "h") == 0)
    g_strlcpy (token->own, "<time>", sizeof token->own);
  else if (digits <= 2 && atoi (word) < 18 && *p == '\0')
    g_snprintf (token->own, sizeof token->own, "<%s>", atoi (word) >= 10 ? "teen" : "few");
  else
    g_snprintf (token->own, sizeof token->own, "<%u>%.12s", digits, p);
}

static guint
read_tokens (const AnteLine *line, guint first, guint after, Token *tokens)
{
  guint denied = 0;
  guint n = 0;

  for (guint i = first; i < after && n < ANTE_FEATURES_MOST_WORDS; i++) {
    const AnteWord *word = ante_line_word (line, i);
    Token *token = &tokens[n++];

    *token = (Token){ .text = word->text, .word = (guint16) i, .denied = denied > 0 };
    denied -= denied > 0;
    if (is_glued (line, i) && !g_ascii_isdigit (*word->text)) {
      while (i + 1 < after && is_glued (line, i))
        i++;
      token->text = "<url>";
      token->is_class = TRUE;
    } else if (is_handle (line, i)) {
      token->text = "<handle>";
      token->is_class = TRUE;
    } else if (g_ascii_isdigit (*word->text)) {
      read_number (token, word->text);
    }
    if (is_denial (word->text))
      denied = NOT_REACH;
    if (word->after == '.' || word->after == '?' || word->after == '!' || word->after == ';')
      denied = 0;
  }
  return n;
}

static void
add_pieces (AnteFeatures *features, const Token *token)
{
  char piece[ANTE_TALK_MAX_LETTERS * 4 + 3];
  gsize n = (gsize) g_snprintf (piece, sizeof piece, "<%s>", token->text);

  n = MIN (n, sizeof piece - 1);
  for (gsize length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
    for (gsize i = 0; i + length <= n; i++)
      add (features, hash_of (PIECE, piece + i, length), PIECE_WEIGHT, token->word,
           token->word + 1u);
  }
}

static void
add_pair (AnteFeatures *features, char kind, const Token *a, const Token *b, float value)
{
  guint32 key = hash_of (kind, a->text, strlen (a->text));

  key = hash_bytes (hash_bytes (key, " ", 1), b->text, strlen (b->text));
  add (features, key, value, a->word, b->word + 1u);
}

/* Question marks, cries, and what is drawn: a laugh changes what words mean. */
static void
add_marks (AnteFeatures *features, const AnteLine *line, guint at)
{
  gsize n = 0;
  const char *gap = gap_after (line, at, &n);
  const char *end = gap + MIN (n, 32);

  for (const char *p = gap; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '?' || c == '!' || c == '$' || c == '%' || c >= 0x2600)
      add (features, hash_of (WORD, p, (gsize) (g_utf8_next_char (p) - p)), WORD_WEIGHT, at,
           at + 1);
  }
}

/* Said again it says no more. */
static gboolean
is_again (const Token *tokens, guint i)
{
  for (guint k = 0; k < i; k++) {
    /* The same word is kept once. */
    if (tokens[k].text == tokens[i].text)
      return TRUE;
  }
  return FALSE;
}

static void
add_token (AnteFeatures *features, const Token *tokens, guint n, guint i)
{
  const Token *token = &tokens[i];

  if (is_again (tokens, i))
    return;
  add (features, hash_of (WORD, token->text, strlen (token->text)), WORD_WEIGHT, token->word,
       token->word + 1u);
  if (token->denied)
    add (features, hash_of (DENIED, token->text, strlen (token->text)), WORD_WEIGHT, token->word,
         token->word + 1u);
  if (i + 1 < n)
    add_pair (features, PAIR, token, &tokens[i + 1], PAIR_WEIGHT);
  if (i + 2 < n)
    add_pair (features, SKIP, token, &tokens[i + 2], SKIP_WEIGHT);
  if (i + 3 < n)
    add_pair (features, SKIP, token, &tokens[i + 3], SKIP_WEIGHT);
  if (!token->is_class && strlen (token->text) >= SHORTEST_PIECED)
    add_pieces (features, token);
}

/* A sense, or a mark, and where it stands first. */
typedef struct {
  guint16 id;
  guint16 word;
} Meant;

static guint
collect_meant (const AnteLearnedText *text, guint first, guint after, Meant *meant)
{
  AnteMeanings seen = { { 0 } };
  guint n = 0;

  for (guint i = 0; text->marks != NULL && i < text->marks->len && n < MOST_MEANT; i++) {
    const AnteMark *mark = &g_array_index (text->marks, AnteMark, i);

    if (mark->first >= first && mark->first < after)
      meant[n++] = (Meant){ (guint16) (ANTE_MEANING_BITS * 64 + mark->id), (guint16) mark->first };
  }
  for (guint i = first; i < after; i++) {
    for (guint b = 0; b < ANTE_MEANING_BITS; b++) {
      guint64 fresh = text->meanings[i].bits[b] & ~seen.bits[b];

      seen.bits[b] |= fresh;
      for (guint bit = 0; fresh != 0 && n < MOST_MEANT; bit++, fresh >>= 1) {
        if ((fresh & 1) != 0)
          meant[n++] = (Meant){ (guint16) (b * 64 + bit), (guint16) i };
      }
    }
  }
  return n;
}

/* What the lists of words and phrases say, alone and side by side: so the examples teach which of
 * them count, and beside what. */
static void
add_meant (AnteFeatures *features, const AnteLearnedText *text, guint first, guint after)
{
  Meant meant[MOST_MEANT];
  guint n = collect_meant (text, first, after, meant);

  for (guint i = 0; i < n; i++) {
    gboolean mark = meant[i].id >= ANTE_MEANING_BITS * 64;

    add (features, hash_of (MEANS, (const char *) &meant[i].id, sizeof meant[i].id),
         mark ? MARK_WEIGHT : MEANS_WEIGHT, meant[i].word, meant[i].word + 1u);
    for (guint k = i + 1; k < n; k++) {
      guint16 both[2] = { MIN (meant[i].id, meant[k].id), MAX (meant[i].id, meant[k].id) };

      add (features, hash_of (MEANS_BOTH, (const char *) both, sizeof both), BOTH_WEIGHT,
           MIN (meant[i].word, meant[k].word), MAX (meant[i].word, meant[k].word) + 1u);
    }
  }
}

void
ante_features_read (AnteFeatures *features, const AnteLearnedText *text, guint first, guint after)
{
  const AnteLine *line = text->line;
  Token tokens[ANTE_FEATURES_MOST_WORDS];
  guint n = 0;

  features->len = 0;
  after = MIN (after, ante_line_n_words (line));
  if (first >= after)
    return;
  n = read_tokens (line, first, after, tokens);
  add (features, hash_of (BIAS, "", 0), WORD_WEIGHT, first, first);
  add (features, hash_of (FIRST, tokens[0].text, strlen (tokens[0].text)), PAIR_WEIGHT,
       tokens[0].word, tokens[0].word + 1u);
  add (features, hash_of (LAST, tokens[n - 1].text, strlen (tokens[n - 1].text)), PAIR_WEIGHT,
       tokens[n - 1].word, tokens[n - 1].word + 1u);
  for (guint i = 0; i < n; i++) {
    add_token (features, tokens, n, i);
    add_marks (features, line, tokens[i].word);
  }
  add_meant (features, text, first, after);
}

double
ante_features_length (const AnteFeatures *features)
{
  double sum = 0;

  for (guint i = 0; i < features->len; i++) {
    double value = (double) features->items[i].value;

    sum += value * value;
  }
  return sum > 0 ? sqrt (sum) : 1;
}
