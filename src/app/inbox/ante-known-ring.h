#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How much of what one wants to know of a lead is known: a ring, and in words what is missing. A
 * press lists it, each with what it means. */

#define ANTE_TYPE_KNOWN_RING (ante_known_ring_get_type ())
G_DECLARE_FINAL_TYPE (AnteKnownRing, ante_known_ring, ANTE, KNOWN_RING, AdwBin)

/* @facts: (nullable) (element-type AnteFact): of the lead, in whatever state; NULL: not read yet.
 */
void ante_known_ring_show (AnteKnownRing *self, GPtrArray *facts);

G_END_DECLS
