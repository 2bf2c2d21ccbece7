#pragma once

#include "model/ante-fact.h"

G_BEGIN_DECLS

/* "Budget", in the reader's language. */
const char *ante_fact_words_kind (AnteFactKind kind);
/* The same; a sign of fit that speaks against is called so. @type: (nullable) */
const char *ante_fact_words_of (AnteFactKind kind, const char *type);

/* What a stage asks for, a word of ante-gate.h: its name, and what is meant by it. */
const char *ante_fact_words_need (const char *word);
const char *ante_fact_words_hint (const char *word);

/* (nullable): which objection, promise or state of a booking it is, as @type has it; NULL where
 * that says nothing to a person. */
const char *ante_fact_words_type (AnteFactKind kind, const char *type);

G_END_DECLS
