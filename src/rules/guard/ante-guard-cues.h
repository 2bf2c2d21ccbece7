#pragma once

#include "rules/memory/ante-talk.h"

G_BEGIN_DECLS

/* What a phrase is a sign of. */
typedef enum {
  /* In what the lead writes. */
  ANTE_CUE_CRISIS,
  ANTE_CUE_MINOR,
  ANTE_CUE_MEDICAL,
  ANTE_CUE_CONDITION,
  ANTE_CUE_EATING,
  ANTE_CUE_LEGAL,
  ANTE_CUE_REFUND_ASKED,
  ANTE_CUE_CLIENT,
  ANTE_CUE_ANGER,
  ANTE_CUE_HUMAN,
  ANTE_CUE_BOT,
  ANTE_CUE_HARASSMENT,
  ANTE_CUE_INJECTION,
  ANTE_CUE_OPT_OUT,
  ANTE_CUE_ASKS_PRICE,
  ANTE_CUE_PROPOSES,
  ANTE_CUE_SPENDS, /* "I paid", "my budget": the sum is the lead's own */

  /* In a draft. */
  ANTE_CUE_PRICE_WORD,
  ANTE_CUE_PRICE_HINT,
  ANTE_CUE_LEAD_MONEY,
  ANTE_CUE_ACCEPTS,
  ANTE_CUE_DISCOUNT,
  ANTE_CUE_FREE,
  ANTE_CUE_GUARANTEE,
  ANTE_CUE_REFUND,
  ANTE_CUE_REFUND_DONE,
  ANTE_CUE_OUTCOME,
  ANTE_CUE_OUTCOME_SOFT, /* a result, if a term or a promise stands beside it */
  ANTE_CUE_GOAL,
  ANTE_CUE_INCOME,
  ANTE_CUE_MEDICAL_CLAIM,
  ANTE_CUE_DIAGNOSIS,
  ANTE_CUE_STATISTIC,
  ANTE_CUE_CREDENTIAL,
  ANTE_CUE_URGENCY,
  ANTE_CUE_PAYMENT,
  ANTE_CUE_SENSITIVE,
  ANTE_CUE_PROMPT_LEAK,
  ANTE_CUE_IDENTITY,
  ANTE_CUE_ABUSE,
  ANTE_CUE_ARTIFACT,
  ANTE_CUE_MESSENGER,
  ANTE_CUE_INVITES,
  ANTE_CUE_AGREES,
  ANTE_CUE_ENDED,
  ANTE_CUE_OFFER_TALK, /* the sentence is about what we sell */
  ANTE_CUE_IN_PERSON,
  ANTE_CUE_MEETS, /* the sentence fixes a meeting */
  ANTE_CUE_HABIT,
  ANTE_CUE_SPELLED,
  N_ANTE_CUES,
} AnteCue;

/**
 * AnteCueTable:
 * @cue: what its phrases are a sign of
 * @rows: (array zero-terminated=1): phrases, written as #AntePhrase has it, and besides:
 *
 *  - `(want to|wanna)` one of these, each of any number of words
 *  - `!` before all: where this stands, the other phrases of the cue mean nothing
 *  - `+` before all: a "not" before it changes nothing
 */
typedef struct {
  AnteCue cue;
  const char *const *rows;
} AnteCueTable;

/* @first to before @after, in words. */
typedef struct {
  AnteCue cue;
  guint first;
  guint after;
  gboolean firm; /* no "not" changes it */
} AnteHit;

/* Whose text it is: each has tables of its own. */
typedef enum {
  ANTE_SIDE_LEAD,
  ANTE_SIDE_DRAFT,
  ANTE_SIDE_NONE, /* a text of the playbook, in which nothing is looked for */
} AnteSide;

/* (element-type AnteHit): what the tables find in @line, in the order of the words. */
GArray *ante_guard_cues_find (const AnteLine *line, AnteSide side);
/* Whether a word is one that people hide from filters. */
gboolean ante_guard_cues_hide (const char *word);
/* For the tests: the first phrase that cannot be read, or NULL. */
char *ante_guard_cues_check (void);

/* The tables, each ended by one without rows. */
extern const AnteCueTable ante_words_care[];
extern const AnteCueTable ante_words_contact[];
extern const AnteCueTable ante_words_tamper[];
extern const AnteCueTable ante_words_client[];
extern const AnteCueTable ante_words_money[];
extern const AnteCueTable ante_words_gift[];
extern const AnteCueTable ante_words_promise[];
extern const AnteCueTable ante_words_health[];
extern const AnteCueTable ante_words_proof[];
extern const AnteCueTable ante_words_form[];
extern const AnteCueTable ante_words_call[];

G_END_DECLS
