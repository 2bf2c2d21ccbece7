#pragma once

#include "rules/ante-filter-words.h"

G_BEGIN_DECLS

/* Longer than what anybody types: the rest is not read. */
#define ANTE_SEARCH_MAX_CHARS 1000

/**
 * AnteSearchOperator:
 *
 * What stands before a colon.
 */
typedef enum {
  ANTE_SEARCH_FROM,
  ANTE_SEARCH_TO,
  ANTE_SEARCH_SAID,
  ANTE_SEARCH_SOURCE,
  ANTE_SEARCH_STAGE,
  ANTE_SEARCH_OWNER,
  ANTE_SEARCH_LABEL,
  ANTE_SEARCH_BEFORE,
  ANTE_SEARCH_AFTER,
  ANTE_SEARCH_HAS,
  ANTE_SEARCH_N_OPERATORS,
} AnteSearchOperator;

/**
 * AnteSearchParty:
 * @ANTE_SEARCH_LEAD: the lead
 * @ANTE_SEARCH_US: whoever wrote on the coach's side
 * @ANTE_SEARCH_COACH: the coach
 * @ANTE_SEARCH_SETTER: any setter
 * @ANTE_SEARCH_AI: the AI
 * @ANTE_SEARCH_ELSEWHERE: someone in Instagram itself
 */
typedef enum {
  ANTE_SEARCH_LEAD = 1 << 0,
  ANTE_SEARCH_US = 1 << 1,
  ANTE_SEARCH_COACH = 1 << 2,
  ANTE_SEARCH_SETTER = 1 << 3,
  ANTE_SEARCH_AI = 1 << 4,
  ANTE_SEARCH_ELSEWHERE = 1 << 5,
} AnteSearchParty;

/* What a message can have. */
typedef enum {
  ANTE_SEARCH_LINK = 1 << 0,
  ANTE_SEARCH_PICTURE = 1 << 1,
  ANTE_SEARCH_VIDEO = 1 << 2,
  ANTE_SEARCH_VOICE = 1 << 3,
  ANTE_SEARCH_SHARE = 1 << 4,
  ANTE_SEARCH_STORY = 1 << 5,
  ANTE_SEARCH_REACTION = 1 << 6,
} AnteSearchThing;

/**
 * AnteSearchTerm:
 * @text: a word, of which the beginning is enough, or several that stand in a row
 * @is_exact: its last word is whole, too
 * @is_out: messages with it are left out
 */
typedef struct {
  char *text;
  gboolean is_exact;
  gboolean is_out;
} AnteSearchTerm;

/**
 * AnteSearchNote:
 * @op: %ANTE_SEARCH_N_OPERATORS for what is no operator
 * @name: (nullable): what stood before the colon of that
 * @near: the operator that may have been meant then
 * @value: what stood behind the operator, "" for nothing
 * @is_out: it was to be left out, which only words can be
 *
 * Something that was not understood, and left aside; what is no operator is looked for as words.
 */
typedef struct {
  AnteSearchOperator op;
  char *name;
  AnteSearchOperator near;
  char *value;
  gboolean is_out;
} AnteSearchNote;

/**
 * AnteSearchWords:
 * @terms: (element-type AnteSearchTerm): all that are not left out must be in one message
 * @said: only the lead's own words
 * @from: #AnteSearchParty flags, any of which wrote it
 * @from_names: setters or leads, any of whom wrote it
 * @to: %ANTE_SEARCH_LEAD and %ANTE_SEARCH_US, any of which it was written to
 * @to_names: leads, any of whom it was written to
 * @has: a set of #AnteSearchThing flags each, of which one must be there
 * @stages: names of stages, or how they begin
 * @leads: owner, source and label of the lead
 * @after: not before this time, ms; 0 for any
 * @before: before this time, ms; 0 for any
 * @notes: (element-type AnteSearchNote)
 *
 * What a person searches messages for. It is never changed.
 */
typedef struct {
  GPtrArray *terms;
  gboolean said;
  guint from;
  GPtrArray *from_names;
  guint to;
  GPtrArray *to_names;
  GArray *has;
  GPtrArray *stages;
  AnteFilterWords *leads;
  gint64 after;
  gint64 before;
  GPtrArray *notes;
} AnteSearchWords;

AnteSearchWords *ante_search_words_parse (const char *typed, gint64 now, GTimeZone *zone);
AnteSearchWords *ante_search_words_ref (AnteSearchWords *self);
void ante_search_words_unref (AnteSearchWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteSearchWords, ante_search_words_unref)

gboolean ante_search_words_is_empty (const AnteSearchWords *self);
gboolean ante_search_words_asks_for_leads (const AnteSearchWords *self);
gboolean ante_search_words_is_words_alone (const AnteSearchWords *self);

/* "from", …, and what can stand behind it, in words that are not translated yet. */
const char *ante_search_operator_get_name (AnteSearchOperator op);
const char *ante_search_operator_get_takes (AnteSearchOperator op);

G_END_DECLS
