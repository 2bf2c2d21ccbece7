#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-work.h"

#include <string.h>

/* How far before a phrase a "not" reaches it, in words. */
#define NOT_REACH 7
#define NOT_AFTER 5

#define NOT_WORDS                                                                                  \
  "not|no|never|cant|cannot|wont|dont|doesnt|isnt|arent|wasnt|werent|without|nobody|neither|nor|"  \
  "didnt|couldnt|wouldnt|shouldnt|havent|hasnt|nothing|none|aint|unable|refuse|stop|avoid|hardly|" \
  "nunca|jamas|ningun|ninguna|nadie|sin|tampoco|nao|nem|nenhum|nenhuma|ninguem|sem|pas|ne|jamais|" \
  "aucun|aucune|sans|ni|personne|nicht|kein|keine|keinen|keiner|keinem|nie|niemals|ohne|niemand|"  \
  "nobody|zero|rather|instead|beware|against"

const char *
ante_guard_word (const AnteGuardText *text, guint index)
{
  return index < ante_line_n_words (text->line) ? ante_line_word (text->line, index)->text : "";
}

guint
ante_guard_n_words (const AnteGuardText *text)
{
  return ante_line_n_words (text->line);
}

/* "a|b*|#|@class" taken apart, to be asked often. */
typedef struct {
  GHashTable *words;
  GPtrArray *prefixes;
  gboolean digits;
  guint32 letters; /* a bit for each first letter there is */
} Alternatives;

static void
alternatives_free (Alternatives *self)
{
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->prefixes);
  g_free (self);
}

static guint32
letter_bit (char c)
{
  return g_ascii_islower (c) ? 1u << (c - 'a') : 1u << 26;
}

static void
take_apart (Alternatives *self, const char *alternatives)
{
  g_auto (GStrv) parts = g_strsplit (alternatives, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    gsize length = strlen (parts[i]);
    const char *class = *parts[i] == '@' ? ante_phrase_class (parts[i] + 1, length - 1) : NULL;

    if (g_str_equal (parts[i], "#")) {
      self->digits = TRUE;
    } else if (class != NULL) {
      take_apart (self, class);
    } else if (length > 1 && parts[i][length - 1] == '*') {
      self->letters |= letter_bit (*parts[i]);
      g_ptr_array_add (self->prefixes, g_strndup (parts[i], length - 1));
    } else if (length > 0) {
      self->letters |= letter_bit (*parts[i]);
      g_hash_table_add (self->words, g_strdup (parts[i]));
    }
  }
}

/*
 * Each thread keeps those it has met, by the address of the list: all lists are written in the
 * source. Nothing that is found depends on it.
 */
static const Alternatives *
get_alternatives (const char *alternatives)
{
  static GPrivate met = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *table = g_private_get (&met);
  Alternatives *known = NULL;

  if (table == NULL) {
    table = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) alternatives_free);
    g_private_set (&met, table);
  }
  known = g_hash_table_lookup (table, alternatives);
  if (known == NULL) {
    known = g_new0 (Alternatives, 1);
    known->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    known->prefixes = g_ptr_array_new_with_free_func (g_free);
    take_apart (known, alternatives);
    g_hash_table_insert (table, (gpointer) alternatives, known);
  }
  return known;
}

static gboolean
is_one_of (const char *word, const Alternatives *alternatives)
{
  if (alternatives->digits && g_ascii_isdigit (*word))
    return TRUE;
  if ((alternatives->letters & letter_bit (*word)) == 0)
    return FALSE;
  if (g_hash_table_contains (alternatives->words, word))
    return TRUE;
  for (guint i = 0; i < alternatives->prefixes->len; i++) {
    if (g_str_has_prefix (word, alternatives->prefixes->pdata[i]))
      return TRUE;
  }
  return FALSE;
}

/**
 * ante_guard_word_is:
 * @alternatives: as ante_word_is() has them; a literal, never a string made up
 */
gboolean
ante_guard_word_is (const AnteGuardText *text, guint index, const char *alternatives)
{
  return index < ante_line_n_words (text->line) &&
         is_one_of (ante_line_word (text->line, index)->text, get_alternatives (alternatives));
}

gboolean
ante_guard_range_has (const AnteGuardText *text, guint from, guint to, const char *alternatives)
{
  const Alternatives *known = get_alternatives (alternatives);

  for (guint i = from; i < MIN (to, ante_line_n_words (text->line)); i++) {
    if (is_one_of (ante_line_word (text->line, i)->text, known))
      return TRUE;
  }
  return FALSE;
}

/* The next hit of @cue that begins between two words; @at goes on behind it, and begins with 0. */
const AnteHit *
ante_guard_next_hit (const AnteGuardText *text, AnteCue cue, guint from, guint to, guint *at)
{
  while (*at < text->hits->len) {
    const AnteHit *hit = &g_array_index (text->hits, AnteHit, *at);

    *at += 1;
    if (hit->cue == cue && hit->first >= from && hit->first < to)
      return hit;
  }
  return NULL;
}

gboolean
ante_guard_has (const AnteGuardText *text, AnteCue cue, guint from, guint to)
{
  guint at = 0;

  return ante_guard_next_hit (text, cue, from, to, &at) != NULL;
}

gboolean
ante_guard_text_has (const AnteGuardText *text, AnteCue cue)
{
  return ante_guard_has (text, cue, 0, G_MAXUINT);
}

gboolean
ante_guard_leads_have (const AnteGuard *guard, AnteCue cue)
{
  for (guint i = 0; i < guard->leads->len; i++) {
    if (ante_guard_text_has (guard->leads->pdata[i], cue))
      return TRUE;
  }
  return FALSE;
}

/* Whether a part of the sentence that stands for itself begins at @word. */
static gboolean
begins_clause (const AnteGuardText *text, guint word)
{
  gunichar before = word > 0 ? ante_line_word (text->line, word - 1)->after : 0;

  if (word == 0 || ante_line_word (text->line, word)->sentence !=
                     ante_line_word (text->line, word - 1)->sentence)
    return TRUE;
  if (ante_guard_word_is (text, word, "but|however|pero|mas|mais|aber|sondern|sino|though|because"))
    return TRUE;
  if (before == ';' || before == ':' || before == '(' || before == 0x2014)
    return TRUE;
  return before == ',' &&
         ante_guard_word_is (text, word,
                             "i|you|we|it|its|he|she|they|this|that|your|youll|ill|the|my|our|im|"
                             "weve|youre|so|and|then|just|yo|te|lo|la|el|tu|voce|eu|je|tu|vous|on|"
                             "c|ich|du|es|das|wir|theres|there|everyone|only|guaranteed|use");
}

/* The part of a sentence that @word stands in. */
void
ante_guard_clause (const AnteGuardText *text, guint word, guint *first, guint *after)
{
  guint n = ante_line_n_words (text->line);

  *first = MIN (word, n > 0 ? n - 1 : 0);
  while (*first > 0 && !begins_clause (text, *first))
    (*first)--;
  *after = word + 1;
  while (*after < n && !begins_clause (text, *after))
    (*after)++;
}

/* A "not" that denies nothing: "not only", "no doubt", "why not", "can't wait". */
static gboolean
is_empty_not (const AnteGuardText *text, guint at)
{
  const char *next = ante_guard_word (text, at + 1);
  const AnteWord word = { .text = next };

  if (ante_guard_word_is (text, at, "not|no|nicht|nao"))
    return ante_word_is (
             &word,
             "only|just|doubt|problem|problema|hay|te|worries|matter|question|wonder|solo|so|"
             "apenas|seulement|nur|kidding|joke|brainer|need") ||
           (at > 0 && ante_guard_word_is (text, at - 1, "why|if|or|whether|ob"));
  if (ante_guard_word_is (text, at, "kein|keine|sin|sans|sem|aucun|pas"))
    return ante_word_is (&word,
                         "problem|thema|frage|sorge|ding|problema|probleme|duda|souci|doute");
  if (ante_guard_word_is (text, at, "cant|cannot|dont|wont|no"))
    return ante_word_is (&word, "wait|lose|fail|miss|go|hesitate|worry|forget|only|just|regret|"
                                "stress|overthink|believe|tell");
  if (ante_guard_word_is (text, at, "without|sin|sem|sans|ohne|zero"))
    return ante_word_is (&word, "a|doubt|fail|exception|question|duda|duvida|doute|zweifel|risk|"
                                "riesgo|risco|risque|risiko|effort|hunger|dieting");
  if (ante_guard_word_is (text, at, "nothing"))
    return ante_word_is (&word, "but|to|less");
  return ante_guard_word_is (text, at, "rather") && !ante_word_is (&word, "not|than");
}

/**
 * ante_guard_is_denied:
 * @first: where a phrase begins
 * @after: the word behind it
 *
 * Whether the phrase is said not to be so: by a "not" before it in its part of the sentence, or
 * right behind it. "Not only does it work" denies nothing.
 */
gboolean
ante_guard_is_denied (const AnteGuardText *text, guint first, guint after)
{
  guint from = 0;
  guint to = 0;
  guint denials = 0;

  if (first >= ante_line_n_words (text->line))
    return FALSE;
  ante_guard_clause (text, first, &from, &to);
  from = MAX (from, first > NOT_REACH ? first - NOT_REACH : 0);
  for (guint i = from; i < first; i++)
    denials += ante_guard_word_is (text, i, NOT_WORDS) && !is_empty_not (text, i);
  if (denials > 0)
    return denials % 2 == 1 ||
           !ante_guard_range_has (text, from, first, "cant|cannot|never|dont|wouldnt");
  for (guint i = after; i < MIN (MIN (to, after + NOT_AFTER), ante_line_n_words (text->line));
       i++) {
    if (ante_guard_word_is (text, i,
                            "isnt|arent|wasnt|doesnt|dont|cant|cannot|nobody|impossible|"
                            "never|unrealistic|nicht|pas|nao") &&
        i <= after + 2)
      return TRUE;
    if (ante_guard_word_is (text, i, "not") &&
        ante_guard_word_is (text, i - 1, "is|are|would|does|do|be|was|its|thats") &&
        !ante_guard_word_is (text, i + 1, "only|just"))
      return TRUE;
  }
  return FALSE;
}

gboolean
ante_guard_is_question (const AnteGuardText *text, guint word)
{
  guint n = ante_line_n_words (text->line);
  guint last = 0;

  if (word >= n)
    return FALSE;
  last = ante_line_sentence_end (text->line, word) - 1;
  return ante_line_word (text->line, last)->after == '?';
}

GPtrArray *
ante_guard_fold_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AnteTalk) talk = ante_talk_new ();
  const AnteLine *line = NULL;

  ante_talk_add (talk, TRUE, text);
  line = ante_talk_line (talk, 0);
  for (guint i = 0; i < ante_line_n_words (line); i++)
    g_ptr_array_add (words, g_strdup (ante_line_word (line, i)->text));
  return words;
}

static gboolean
is_content (const char *word)
{
  const AnteWord one = { .text = word };

  return strlen (word) > 2 &&
         !ante_word_is (&one, "the|and|for|with|that|this|you|your|from|about|has|have|had|was|are|"
                              "her|his|she|him|they|not|but|our|who|want|wants|very|into|out|per|"
                              "one|two|get|gets|got|said|says|can|will|all|more|than|por|con|los|"
                              "las|una|que|para|der|die|das|und|ein|eine|les|des|une|avec|com|uma|"
                              "did|does|been|their|them|what|when|how|just|also|too|its|lead|asked|"
                              "like|likes|over|after|before|during|since");
}

/* The same word, in one or several: "argued", "argues". */
static gboolean
is_same_word (const char *a, const char *b)
{
  gsize common = 0;
  gsize longest = MAX (strlen (a), strlen (b));

  while (a[common] != '\0' && a[common] == b[common])
    common++;
  if (common == longest)
    return TRUE;
  return common >= 4 && longest - common <= 3 && common * 10 >= longest * 6;
}

guint
ante_guard_count_content (
  const AnteGuardText *text, guint from, guint to, const char *phrase, guint *total)
{
  g_autoptr (GPtrArray) words = ante_guard_fold_words (phrase);
  guint found = 0;

  *total = 0;
  to = MIN (to, ante_line_n_words (text->line));
  for (guint i = 0; i < words->len; i++) {
    if (!is_content (words->pdata[i]) && !g_ascii_isdigit (*(char *) words->pdata[i]))
      continue;
    *total += 1;
    for (guint k = from; k < to; k++) {
      if (is_same_word (words->pdata[i], ante_guard_word (text, k))) {
        found++;
        break;
      }
    }
  }
  return found;
}

/* Whether the first word of a name, past an article, can stand in the text at all: most do not. */
static gboolean
may_have (const AnteGuardText *text, const char *name)
{
  const char *last = name + strlen (name);
  char word[ANTE_TALK_MAX_LETTERS + 1];
  gsize n = 0;

  while (last > name && g_ascii_isalnum (last[-1]) && n < sizeof word - 1) {
    last--;
    n++;
  }
  if (n == 0 || (last > name && (last[-1] & 0x80) != 0) ||
      (last > name && strchr (".,:'", last[-1]) != NULL))
    return TRUE;
  for (gsize i = 0; i < n; i++)
    word[i] = g_ascii_tolower (last[i]);
  word[n] = '\0';
  for (guint i = 0; i < ante_line_n_words (text->line); i++) {
    if (strcmp (ante_line_word (text->line, i)->text, word) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
ante_guard_find_name (
  const AnteGuardText *text, const char *name, guint from, guint *first, guint *after)
{
  g_autoptr (GPtrArray) words = NULL;
  guint skip = 0;
  guint n = ante_line_n_words (text->line);

  if (!may_have (text, name))
    return FALSE;
  words = ante_guard_fold_words (name);
  if (words->len > 1 && strstr (" the my our a an el la los las o os as le les der die das ",
                                words->pdata[0]) != NULL)
    skip = 1;
  if (words->len <= skip)
    return FALSE;
  for (guint i = from; i + words->len - skip <= n; i++) {
    guint k = skip;

    while (k < words->len && g_str_equal (words->pdata[k], ante_guard_word (text, i + k - skip)))
      k++;
    if (k == words->len) {
      *first = i;
      *after = i + words->len - skip;
      return TRUE;
    }
  }
  return FALSE;
}
