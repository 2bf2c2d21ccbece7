#pragma once

#include "model/ante-types.h"

G_BEGIN_DECLS

/* What is said of how a lead came, where it is known when. */

/* "story of 12 Nov", or "expired story, 12 Nov": a story lasts a day. @at: when it was answered. */
char *ante_source_words_story (gint64 at, gint64 now);
/* As ante_words_touch(), and of which story. @at: 0 for not known. */
char *ante_source_words_touch (AnteSourceKind kind, const char *detail, gint64 at, gint64 now);
/* (nullable): how they stand to the coach; @detail: (nullable): of the touch; @referrer:
 * (nullable): the lead who sent them, where one is meant. */
char *ante_source_words_trust (AnteSourceKind kind, const char *detail, const char *referrer);

G_END_DECLS
