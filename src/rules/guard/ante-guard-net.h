#pragma once

#include "rules/guard/ante-guard-cues.h"

G_BEGIN_DECLS

/* All tables of phrases as one network of words, walked once over a text. */
typedef struct _AnteGuardNet AnteGuardNet;

/* What stands at the end of a phrase. */
typedef struct {
  AnteCue cue;
  gboolean excepts;
  gboolean firm;
} AnteNetRow;

AnteGuardNet *ante_guard_net_new (void);
/* Its error: what is wrong with a phrase. */
const char *ante_guard_net_wrong (const AnteGuardNet *net);
void ante_guard_net_add (AnteGuardNet *net, const AnteNetRow *row, const char *phrase);
/* To be called once all phrases are in; from then on it is never changed. */
void ante_guard_net_finish (AnteGuardNet *net);
/* (element-type AnteHit) for both: what is found, and where its exceptions stand. */
void ante_guard_net_walk (const AnteGuardNet *net,
                          const AnteLine *line,
                          GArray *hits,
                          GArray *exceptions);

G_END_DECLS
