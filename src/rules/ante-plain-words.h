#pragma once

#include "model/ante-fact.h"

G_BEGIN_DECLS

/* The closed vocabularies in words of the reader's language, for all that is shown or printed. */

/* "Budget". */
const char *ante_plain_words_fact (AnteFactKind kind);
/* (nullable): which objection, promise or state of a booking it is; NULL where that says nothing to
 * a person. @type: (nullable) */
const char *ante_plain_words_fact_type (AnteFactKind kind, const char *type);
const char *ante_plain_words_source (AnteSourceKind kind);
/* (transfer full): with what is known of it beside: "Keyword: START". @detail: (nullable) */
char *ante_plain_words_touch (AnteSourceKind kind, const char *detail);
/* (transfer full): who it is; "Lead" for anybody who is none of ours. @party: (nullable) */
char *ante_plain_words_party (const char *party);
const char *ante_plain_words_message (AnteMessageKind kind);

G_END_DECLS
