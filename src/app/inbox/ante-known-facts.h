#pragma once

#include <adwaita.h>

#include "model/ante-fact.h"

G_BEGIN_DECLS

#define ANTE_TYPE_KNOWN_FACTS (ante_known_facts_get_type ())
G_DECLARE_FINAL_TYPE (AnteKnownFacts, ante_known_facts, ANTE, KNOWN_FACTS, AdwBin)

/*
 * What is known about a lead and what the machine takes for known, each with the words that prove
 * it, and in one line what is not known yet.
 *
 * Signal "answered" (gint64 fact, AnteFactKind kind, gboolean yes): see AnteFactRow.
 */

/* @facts: (nullable) (element-type AnteFact): in whatever state; shown are those that hold or are
 * suggested. */
void ante_known_facts_show (AnteKnownFacts *self, GPtrArray *facts, gint64 now);

G_END_DECLS
