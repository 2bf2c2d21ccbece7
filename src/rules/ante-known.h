#pragma once

#include "model/ante-fact.h"

G_BEGIN_DECLS

/* So many things one wants to have found out of everybody. */
#define ANTE_KNOWN_WANTED 7

extern const AnteFactKind ante_known_wanted[ANTE_KNOWN_WANTED];

/* Whether something of @kind stands there, be it only suggested. @facts: (element-type AnteFact).
 */
gboolean ante_known_has (GPtrArray *facts, AnteFactKind kind);
/* How many of those that are wanted. @missing: (out caller-allocates) (element-type AnteFactKind):
 * the others are added, in the order in which one asks for them. */
guint ante_known_count (GPtrArray *facts, GArray *missing);

G_END_DECLS
