#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"
#include "model/ante-stage.h"

G_BEGIN_DECLS

#define ANTE_TYPE_COLUMN_HEAD (ante_column_head_get_type ())
G_DECLARE_FINAL_TYPE (AnteColumnHead, ante_column_head, ANTE, COLUMN_HEAD, AdwBin)

/* What stands over a stage's cards: its name, how many there are and may well be, how long the
 * oldest has waited, and its menu. */
GtkWidget *ante_column_head_new (void);
void ante_column_head_set_stage (AnteColumnHead *self, AnteStage *stage);
/* @n_shown: of all leads of the stage, those that a filter lets through; G_MAXUINT: no filter. */
void ante_column_head_set_shown (AnteColumnHead *self, guint n_shown);
void ante_column_head_set_now (AnteColumnHead *self, gint64 now);
/* What its menu needs: whom to tell, and the others. @workspace: (nullable): nothing can be done,
 * and there is no menu. @stages: (element-type AnteStage): all of them. */
void ante_column_head_set_board (AnteColumnHead *self, AnteWorkspace *workspace, GPtrArray *stages);
/* Over the strips of several lanes: it is as narrow as they are, and opens them. */
void ante_column_head_set_folded (AnteColumnHead *self, gboolean folded);
void ante_column_head_focus (AnteColumnHead *self);
gboolean ante_column_head_is_over (AnteColumnHead *self);
/* (transfer full): the stage and what can be said of it, for who cannot see. */
char *ante_column_head_describe (AnteColumnHead *self);
/* (transfer full): the same of a strip. */
char *ante_column_head_describe_strip (AnteColumnHead *self);
/* (transfer full): how many there are, as narrow as a strip. @limit: 0 for none. */
char *ante_column_head_count_strip (guint n, int limit);

G_END_DECLS
