#pragma once

#include "rules/memory/ante-reading.h"

G_BEGIN_DECLS

#define ANTE_OBJECTION_FRAMES_MOST 12

void ante_objection_frames_find (const AnteReading *reading,
                                 guint i,
                                 const char *types[ANTE_OBJECTION_FRAMES_MOST]);

G_END_DECLS
