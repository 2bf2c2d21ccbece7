#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-told.h"

#include <string.h>

#include "rules/memory/ante-amount.h"
#include "rules/memory/ante-memory.h"

/* A promise in other words is another promise: so much of the words must be the same, in per cent,
 * and so many letters make a word that says something. */
#define SAME_WORDS 60
#define SHORT_LETTERS 3

static gboolean
is_type (const char *type, const char *wanted)
{
  return g_strcmp0 (type, wanted) == 0;
}

static gboolean
is_address (const char *type)
{
  return is_type (type, "link") || is_type (type, "content");
}

/* "https://www.x.test/a/" and "x.test/a" are the same place. */
static char *
fold_address (const char *address)
{
  static const char *const heads[] = { "https://", "http://", "www." };
  g_autofree char *folded = g_utf8_casefold (address, -1);
  const char *rest = folded;
  gsize length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    if (g_str_has_prefix (rest, heads[i]))
      rest += strlen (heads[i]);
  }
  length = strlen (rest);
  while (length > 0 && rest[length - 1] == '/')
    length--;
  return g_strndup (rest, length);
}

static gboolean
is_same_address (const char *one, const char *other)
{
  g_autofree char *a = fold_address (one);
  g_autofree char *b = fold_address (other);

  return g_str_equal (a, b);
}

static AnteTalk *
take_apart (const char *text)
{
  AnteTalk *talk = ante_talk_new ();

  ante_talk_add (talk, FALSE, text);
  talk->tongues = ANTE_TONGUE_ANY;
  return talk;
}

static gboolean
has_amount (const AnteLine *line, const AnteAmount *wanted)
{
  AnteAmount amount = { 0 };

  for (guint at = 0; at < ante_line_n_words (line); at++) {
    if (ante_amount_read (line, at, &amount) && ABS (amount.value - wanted->value) < 0.005 &&
        (amount.unit == ANTE_AMOUNT_MONEY || amount.unit == ANTE_AMOUNT_PLAIN) &&
        (amount.currency == NULL || wanted->currency == NULL ||
         g_str_equal (amount.currency, wanted->currency)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_same_price (const char *one, const char *other)
{
  g_autoptr (AnteTalk) a = take_apart (one);
  g_autoptr (AnteTalk) b = take_apart (other);
  const AnteLine *line = ante_talk_line (a, 0);
  AnteAmount amount = { 0 };

  for (guint at = 0; at < ante_line_n_words (line); at++) {
    if (ante_amount_read (line, at, &amount) &&
        (amount.unit == ANTE_AMOUNT_MONEY || amount.unit == ANTE_AMOUNT_PLAIN) &&
        has_amount (ante_talk_line (b, 0), &amount))
      return TRUE;
  }
  return FALSE;
}

static GHashTable *
list_words (const AnteLine *line)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ante_line_n_words (line); i++) {
    const char *word = ante_line_word (line, i)->text;

    if (g_utf8_strlen (word, -1) > SHORT_LETTERS)
      g_hash_table_add (words, (gpointer) word);
  }
  return words;
}

static gboolean
is_same_promise (const char *one, const char *other)
{
  g_autoptr (AnteTalk) a = take_apart (one);
  g_autoptr (AnteTalk) b = take_apart (other);
  g_autoptr (GHashTable) mine = list_words (ante_talk_line (a, 0));
  g_autoptr (GHashTable) theirs = list_words (ante_talk_line (b, 0));
  GHashTableIter iter;
  gpointer word = NULL;
  guint same = 0;
  guint most = MAX (g_hash_table_size (mine), g_hash_table_size (theirs));

  g_hash_table_iter_init (&iter, mine);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    same += g_hash_table_contains (theirs, word) ? 1 : 0;
  return most > 0 && same * 100 >= most * SAME_WORDS;
}

static gboolean
tells_again (const AnteMemoryFact *told, const AnteFact *known)
{
  if (is_address (told->type) && is_address (known->type))
    return is_same_address (told->text, known->text);
  if (is_type (told->type, "price") && is_type (known->type, "price"))
    return is_same_price (told->text, known->text);
  return is_type (told->type, "promise") && is_type (known->type, "promise") &&
         is_same_promise (told->text, known->text);
}

static gboolean
is_told_again (const AnteMemory *memory, const AnteFact *known)
{
  for (guint i = 0; i < memory->facts->len; i++) {
    const AnteMemoryFact *told = memory->facts->pdata[i];

    if (told->kind == ANTE_FACT_ALREADY_KNOWS && tells_again (told, known))
      return TRUE;
  }
  return FALSE;
}

const AnteFact *
ante_told_find (const char *text, GPtrArray *facts)
{
  g_autoptr (AnteTalk) talk = take_apart (text);
  g_autoptr (AnteMemory) memory = ante_memory_read (talk, NULL, NULL);

  for (guint i = facts->len; i-- > 0;) {
    const AnteFact *fact = facts->pdata[i];

    if (fact->kind == ANTE_FACT_ALREADY_KNOWS && fact->state == ANTE_FACT_CONFIRMED &&
        !fact->is_gone && is_told_again (memory, fact))
      return fact;
  }
  return NULL;
}
