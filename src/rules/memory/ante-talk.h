#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of one message no more words than this are looked at, and of a word no more letters. */
#define ANTE_TALK_MAX_WORDS 600
#define ANTE_TALK_MAX_LETTERS 32
/* Of a longer talk the words of the first message and of this many of the newest are kept. */
#define ANTE_TALK_MAX_LINES 400

/**
 * AnteTongue:
 *
 * The languages whose phrases are known, as bits.
 */
typedef enum {
  ANTE_TONGUE_EN = 1 << 0,
  ANTE_TONGUE_ES = 1 << 1,
  ANTE_TONGUE_PT = 1 << 2,
  ANTE_TONGUE_FR = 1 << 3,
  ANTE_TONGUE_DE = 1 << 4,
} AnteTongue;

#define ANTE_TONGUE_ANY 0x1f

/**
 * AnteWord:
 * @text: folded: small letters without accents
 * @start: where it begins in the text of its line, in bytes
 * @end: where it ends there
 * @sentence: which sentence of the line it stands in, from 0
 * @after: the punctuation right behind it; 0 for none
 * @quoted: it stands in quotation marks: somebody else's words
 */
typedef struct {
  const char *text;
  guint start;
  guint end;
  guint sentence;
  gunichar after;
  gboolean quoted;
} AnteWord;

/**
 * AnteLine:
 * @from_lead: the lead wrote it
 * @text: valid UTF-8
 * @words: (element-type AnteWord): in their order
 *
 * One message, taken apart.
 */
typedef struct {
  gboolean from_lead;
  char *text;
  GArray *words;
} AnteLine;

/**
 * AnteTalk:
 * @lines: (element-type AnteLine): oldest first; a message is known by its place here
 * @tongues: what the lead writes in
 */
typedef struct {
  GPtrArray *lines;
  AnteTongue tongues;
  GStringChunk *chunk;
} AnteTalk;

AnteTalk *ante_talk_new (void);
void ante_talk_free (AnteTalk *self);
void ante_talk_add (AnteTalk *self, gboolean from_lead, const char *text);
/* To be called once all lines are there. */
void ante_talk_find_tongues (AnteTalk *self);

const AnteLine *ante_talk_line (const AnteTalk *self, guint index);
guint ante_line_n_words (const AnteLine *self);
const AnteWord *ante_line_word (const AnteLine *self, guint index);
/* The first word of the sentence that @index stands in, and the one after its last. */
guint ante_line_sentence_start (const AnteLine *self, guint index);
guint ante_line_sentence_end (const AnteLine *self, guint index);
gboolean ante_word_ends_sentence (const AnteWord *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteTalk, ante_talk_free)

G_END_DECLS
