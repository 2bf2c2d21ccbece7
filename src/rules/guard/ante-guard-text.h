#pragma once

#include "rules/guard/ante-guard-cues.h"
#include "rules/guard/ante-meanings.h"
#include "rules/memory/ante-talk.h"

G_BEGIN_DECLS

/* More bytes than this are not judged: the text is held. */
#define ANTE_GUARD_MAX_BYTES 4096

/* How a text hides what it says. */
typedef enum {
  ANTE_TRICK_INVISIBLE,  /* characters that are not drawn, or that turn the direction */
  ANTE_TRICK_LOOK_ALIKE, /* a letter of another script inside a word */
  ANTE_TRICK_STYLED,     /* full-width, circled, mathematical letters and digits */
  ANTE_TRICK_SPACED,     /* l e t t e r s pulled apart */
  ANTE_TRICK_LEET,       /* digits and signs in place of letters */
  ANTE_TRICK_ENCODED,    /* base64, hexadecimal, percent signs, entities, reversed, rotated */
  ANTE_TRICK_SPELLED,    /* an address or a number in words, where signs are usual */
} AnteTrick;

/* In bytes of the original. */
typedef struct {
  AnteTrick trick;
  guint start;
  guint end;
} AnteTrickSpan;

/* One character on its way: what it has become, and the bytes of the original it stands for. */
typedef struct {
  gunichar c;
  guint start;
  guint end;
} AnteCell;

/**
 * AnteGuardText:
 * @original: as it came; valid UTF-8
 * @plain: what it says: folded to plain letters, nothing hidden, letters not pulled apart
 * @from: for each byte of @plain the first byte of the original it stands for
 * @to: the byte after its last one
 * @line: @plain in words
 * @hits: (element-type AnteHit): what the tables of phrases find in it
 * @tricks: (element-type AnteTrickSpan): how it hides what it says
 * @side: whose text it is
 * @meanings: what its words mean; NULL until it is asked for
 * @learned: (element-type AnteLearnedFinding): what it was learned to be; NULL until then
 */
typedef struct {
  const char *original;
  char *plain;
  guint32 *from;
  guint32 *to;
  AnteTalk *talk;
  const AnteLine *line;
  GArray *hits;
  GArray *tricks;
  AnteSide side;
  AnteMeanings *meanings;
  GArray *learned;
} AnteGuardText;

AnteGuardText *ante_guard_text_new (const char *original, AnteSide side);
/* What stands encoded at some bytes of another text: each of its spans is that one. */
AnteGuardText *
ante_guard_text_new_decoded (const char *decoded, AnteSide side, guint start, guint end);
void ante_guard_text_free (AnteGuardText *self);
const AnteMeanings *ante_guard_text_meanings (AnteGuardText *self);
/* From bytes of the plain text to bytes of the original. */
void
ante_guard_text_map (const AnteGuardText *self, guint from, guint to, guint *start, guint *end);
void ante_guard_text_map_words (
  const AnteGuardText *self, guint first, guint after, guint *start, guint *end);

/* ante-guard-cells.c: the steps on the way. */
GArray *ante_guard_cells_read (const char *text, GArray *tricks);
void ante_guard_cells_fold_look_alikes (GArray *cells, GArray *tricks);
void ante_guard_cells_join_spaced (GArray *cells, GArray *tricks);
void ante_guard_cells_fold_leet (GArray *cells, GArray *tricks);
void ante_guard_add_trick (GArray *tricks, AnteTrick trick, guint start, guint end);

/* ante-guard-fold.c */
gunichar ante_guard_fold_look_alike (gunichar c);
gunichar ante_guard_fold_styled (gunichar c);
gboolean ante_guard_is_invisible (gunichar c);
gboolean ante_guard_is_emoji (gunichar c);

/* ante-guard-decode.c: the texts that stand encoded in @text. */
GPtrArray *ante_guard_text_decode (const AnteGuardText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteGuardText, ante_guard_text_free)

G_END_DECLS
