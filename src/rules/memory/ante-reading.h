#pragma once

#include "rules/memory/ante-memory.h"
#include "rules/memory/ante-phrase.h"

G_BEGIN_DECLS

/*
 * What the subjects of the extractor share while one talk is read. Not for anyone else.
 */

/**
 * AnteAsk:
 *
 * What a question of ours is about. It gives the answer its meaning, and tells nothing itself.
 */
typedef enum {
  ANTE_ASK_NOTHING,
  ANTE_ASK_BUDGET,
  ANTE_ASK_TIME,
  ANTE_ASK_CALL,
  ANTE_ASK_WHEN,
  ANTE_ASK_AGE,
  ANTE_ASK_STATUS,
  ANTE_ASK_DECIDER,
  ANTE_ASK_TRIED,
  ANTE_ASK_BLOCK,
  ANTE_ASK_GOAL,
  ANTE_ASK_PROBLEM,
  ANTE_ASK_WORK,
  ANTE_ASK_INCOME,
  ANTE_ASK_OPEN,
  ANTE_ASK_YES_NO,
} AnteAsk;

/**
 * AnteAnswer:
 * @ask: what was asked last before a line of the lead
 * @asked_in: our line that asks
 * @is_first: the lead's first line since
 */
typedef struct {
  AnteAsk ask;
  guint asked_in;
  gboolean is_first;
} AnteAnswer;

typedef enum {
  ANTE_WHOSE_LEADS,
  ANTE_WHOSE_PARTNERS,
  ANTE_WHOSE_CHILDS,
  ANTE_WHOSE_OTHERS,
} AnteWhose;

typedef struct {
  const AnteTalk *talk;
  const AnteMemoryOrigin *origin;
  const AnteCriteriaSet *criteria;
  AnteAnswer *answers; /* one a line */
  AnteMemory *memory;
} AnteReading;

/* ante-ask.c */
AnteAsk ante_ask_read (const AnteTalk *talk, const AnteLine *line);
AnteAnswer *ante_ask_read_all (const AnteTalk *talk);

/* ante-answer.c */
gboolean ante_answer_is_yes (const AnteTalk *talk, const AnteLine *line);
gboolean ante_answer_is_no (const AnteTalk *talk, const AnteLine *line);
gboolean ante_answer_is_dodge (const AnteTalk *talk, const AnteLine *line);
gboolean ante_answer_asks_back (const AnteTalk *talk, const AnteLine *line);
gboolean ante_answer_is_unreal (const AnteTalk *talk, const AnteLine *line, guint at);
gboolean ante_answer_has_content (const AnteLine *line, guint from, guint to);
gboolean ante_answer_trim (const AnteLine *line, AnteSpan *span);
/* The words of a negation that stand before @at in its part of the sentence. */
gboolean ante_answer_is_negated (const AnteTalk *talk, const AnteLine *line, guint at);
/* It takes back what was said before; @span (nullable): the words that do. */
gboolean ante_answer_corrects (const AnteTalk *talk, const AnteLine *line, AnteSpan *span);

/* ante-whose.c */
AnteWhose ante_whose_is (const AnteReading *reading, guint line, guint at);

/* ante-reading.c */
#define ANTE_READING_LINE(reading, index) ante_talk_line ((reading)->talk, (index))
AnteMemoryFact *ante_reading_add (
  AnteReading *reading, AnteFactKind kind, guint line, AnteSpan span, double confidence);
AnteSpan ante_reading_whole (const AnteLine *line);
AnteSpan ante_reading_sentence (const AnteLine *line, guint at);
/* The part of its sentence, between commas. */
AnteSpan ante_reading_part (const AnteLine *line, guint at);
void ante_reading_drop (AnteReading *reading, AnteFactKind kind);

/* The subjects, in the order in which they are read. */
void ante_memory_read_goal (AnteReading *reading);
void ante_memory_read_problem (AnteReading *reading);
void ante_memory_read_bottleneck (AnteReading *reading);
void ante_memory_read_budget (AnteReading *reading);
void ante_memory_read_timeline (AnteReading *reading);
void ante_memory_read_objections (AnteReading *reading);
void ante_memory_read_signs (AnteReading *reading);
void ante_memory_read_fit (AnteReading *reading);
void ante_memory_read_source (AnteReading *reading);
void ante_memory_read_booking (AnteReading *reading);
void ante_memory_read_told (AnteReading *reading);
void ante_memory_qualify (AnteReading *reading);
void ante_memory_read_interest (AnteReading *reading);
void ante_memory_read_next_step (AnteReading *reading);

G_END_DECLS
