#pragma once

#include <adwaita.h>

#include "model/ante-fact.h"

G_BEGIN_DECLS

#define ANTE_TYPE_KNOWN_FACTS (ante_known_facts_get_type ())
G_DECLARE_FINAL_TYPE (AnteKnownFacts, ante_known_facts, ANTE, KNOWN_FACTS, AdwBin)

/* What is known about a lead, with who said so; hidden while nothing is.
 * @facts: (nullable) (element-type AnteFact): in whatever state; shown are those that hold */
void ante_known_facts_show (AnteKnownFacts *self, GPtrArray *facts, gint64 now);

G_END_DECLS
