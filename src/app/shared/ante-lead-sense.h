#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which of the actions of ante-lead-actions.h, in @map, make sense for @leads (element-type
 * AnteLead). */
void ante_lead_sense_update (GActionMap *map, GPtrArray *leads);

G_END_DECLS
