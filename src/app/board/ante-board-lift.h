#pragma once

#include "app/board/ante-board-grid.h"

G_BEGIN_DECLS

/**
 * AnteBoardLift:
 * @leads: (nullable) (element-type gint64): what is lifted; NULL: nothing
 * @column: (nullable): over which it is held; weak, like @origin
 * @place: before which card of @column, where @is_placed
 * @is_placed: a place was chosen; else the column's order decides
 *
 * Cards in the keyboard's hand: they stay where they are till they are dropped, so that whatever
 * else happens on the board meanwhile cannot tear them out of it; a line tells where they would go.
 */
typedef struct {
  AnteBoardGrid *grid;
  AnteCardSelection *selection;
  GArray *leads;
  AnteBoardColumn *column;
  AnteBoardColumn *origin;
  guint place;
  gboolean is_placed;
} AnteBoardLift;

void ante_board_lift_init (AnteBoardLift *self, AnteBoardGrid *grid, AnteCardSelection *selection);
/* Lifts @lead, and what is marked with it. FALSE: it is on no card. */
gboolean ante_board_lift_begin (AnteBoardLift *self, gint64 lead);
/* The pointer may have taken it out of the keyboard's hand. */
gboolean ante_board_lift_is_on (AnteBoardLift *self);
/* Where it is held and where it came from are still there. */
gboolean ante_board_lift_has_ground (AnteBoardLift *self);
void ante_board_lift_step_beside (AnteBoardLift *self, int by);
void ante_board_lift_step_within (AnteBoardLift *self, int by);
/* The lead before which it would be dropped, 0 for the end. */
gint64 ante_board_lift_get_before (AnteBoardLift *self);
/* It would change something. */
gboolean ante_board_lift_goes_elsewhere (AnteBoardLift *self);
void ante_board_lift_end (AnteBoardLift *self);

G_END_DECLS
