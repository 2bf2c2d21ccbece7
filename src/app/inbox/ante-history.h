#pragma once

#include "model/ante-records.h"

G_BEGIN_DECLS

/**
 * AnteHistory:
 * @stages: (nullable) (element-type AnteStage)
 * @touches: (nullable) (element-type AnteTouch): of the lead
 * @now: ms
 *
 * What the history of a lead speaks of by its number or key.
 */
typedef struct {
  GPtrArray *stages;
  GPtrArray *touches;
  gint64 now;
} AnteHistory;

/* (transfer full) (nullable): what was done, in a person's words; NULL where it says nothing to a
 * person. */
char *ante_history_describe (const AnteHistory *history, const AnteEvent *event);

G_END_DECLS
