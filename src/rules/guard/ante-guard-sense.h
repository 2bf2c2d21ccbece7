#pragma once

#include "rules/guard/ante-guard-work.h"

G_BEGIN_DECLS

/* Words of one meaning, in all languages: "a|b*|two words", folded; up to four words each;
 * "#" is any number in digits, "@class" a class of words. */
typedef struct {
  const char *name;
  const char *words;
} AnteSense;

/**
 * AnteFrame:
 * @category: what the frame is a sign of
 * @side: whose text it is looked for in
 * @senses: the senses that must stand in one sentence, by their names; `>` before all: in this
 *  order; `!` before a name: it must not stand in the sentence; `?` before all: questions count
 *  too; `+` before all: a "not" changes nothing
 */
typedef struct {
  const char *category;
  AnteSide side;
  const char *senses;
} AnteFrame;

/* ante-sense-*.c, each ended by one without a name. */
extern const AnteSense ante_senses_lead[];
extern const AnteSense ante_senses_draft[];
/* ante-kinds-*.c: told by the examples alone, of no use to frames. */
extern const AnteSense ante_senses_self[];
extern const AnteSense ante_senses_talk[];
extern const AnteSense ante_senses_offer[];
extern const AnteFrame ante_frames_lead[];
extern const AnteFrame ante_frames_draft[];

/* What the frames of the rule that runs find. */
void ante_guard_sense (AnteGuard *guard);
/* For the tests: the first name in a frame that is no sense, or NULL. */
char *ante_guard_sense_check (void);

G_END_DECLS
