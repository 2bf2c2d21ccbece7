#pragma once

#include "rules/memory/ante-objection-phrases.h"

G_BEGIN_DECLS

/* An objection that a line was learned to hold, and the words that weighed most. */
typedef struct {
  AnteObjection type;
  AnteSpan span;
} AnteLearnedObjection;

guint ante_objections_learned (const AnteLine *line, AnteLearnedObjection found[N_ANTE_OBJECTIONS]);

G_END_DECLS
