#pragma once

#include "rules/memory/ante-talk.h"

G_BEGIN_DECLS

/**
 * AntePhrase:
 * @tongues: the languages it belongs to
 * @words: what it looks like, see below
 * @value: what it means, to the table it stands in
 *
 * Words are folded and parted by one space, and none stands across the end of a sentence:
 *
 *  - `quit|stop` one of these; `stop*` whatever begins so
 *  - `@other` one of a class of words, see ante-phrase-words.c
 *  - `#` a number; `_` any word; `~` up to four words, or none
 *  - `?really` a word that may be there
 *  - `^` the beginning of a sentence or of a part of it; `$` its end, `now|$` a word or the end
 */
typedef struct {
  AnteTongue tongues;
  const char *words;
  int value;
} AntePhrase;

/* As the tables write them. */
#define EN ANTE_TONGUE_EN
#define ES ANTE_TONGUE_ES
#define PT ANTE_TONGUE_PT
#define FR ANTE_TONGUE_FR
#define DE ANTE_TONGUE_DE

/* Words from @first on, to before @after. */
typedef struct {
  guint first;
  guint after;
} AnteSpan;

gboolean ante_phrase_is_at (const AnteLine *line, guint at, const char *words, guint *after);
gboolean
ante_phrase_find (const AnteLine *line, guint from, guint to, const char *words, AnteSpan *span);
const AntePhrase *ante_phrases_find (const AnteTalk *talk,
                                     const AnteLine *line,
                                     guint from,
                                     guint to,
                                     const AntePhrase *phrases,
                                     guint n_phrases,
                                     AnteSpan *span);
guint ante_phrases_count (const AnteTalk *talk,
                          const AnteLine *line,
                          const AntePhrase *phrases,
                          guint n_phrases);
gboolean ante_word_is (const AnteWord *word, const char *alternatives);
/* ante-phrase-words.c: NULL for a class that is not there. */
const char *ante_phrase_class (const char *name, gsize length);

/* The first phrase, in the order of the table, that stands in a whole line. */
#define ANTE_PHRASES_FIND(talk, line, phrases, span)                                               \
  ante_phrases_find (talk, line, 0, ante_line_n_words (line), phrases, G_N_ELEMENTS (phrases), span)
#define ANTE_PHRASES_HAVE(talk, line, phrases)                                                     \
  (ANTE_PHRASES_FIND (talk, line, phrases, NULL) != NULL)

G_END_DECLS
