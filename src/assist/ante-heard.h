#pragma once

#include "assist/ante-cost.h"

G_BEGIN_DECLS

/**
 * AnteEnd:
 * @ANTE_END_NONE: it has not been said yet
 * @ANTE_END_WHOLE: nothing is missing
 * @ANTE_END_LENGTH: it did not fit
 * @ANTE_END_DECLINED: the model or a filter would not
 * @ANTE_END_ODD: an end that we do not know, which is none for a draft
 */
typedef enum {
  ANTE_END_NONE,
  ANTE_END_WHOLE,
  ANTE_END_LENGTH,
  ANTE_END_DECLINED,
  ANTE_END_ODD,
} AnteEnd;

/**
 * AnteHeard:
 * @text: what was written
 * @tool: what was given to the tool that stands for the shape
 * @model: (nullable): that answered
 * @end: how it ended
 * @is_done: the stream said that nothing more comes
 * @usage: what it took
 * @cost: that was reported, in micro-units; -1 for none
 *
 * What has come of an answer, in one piece or in many.
 */
typedef struct {
  GString *text;
  GString *tool;
  char *model;
  AnteEnd end;
  gboolean is_done;
  AnteUsage usage;
  gint64 cost;
} AnteHeard;

AnteHeard *ante_heard_new (void);
void ante_heard_free (AnteHeard *self);
void ante_heard_set_model (AnteHeard *self, const char *model);
const char *ante_heard_get_answer (const AnteHeard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteHeard, ante_heard_free)

G_END_DECLS
