#pragma once

#include <adwaita.h>

#include "model/ante-stage.h"

G_BEGIN_DECLS

#define ANTE_TYPE_COLUMN_HEAD (ante_column_head_get_type ())
G_DECLARE_FINAL_TYPE (AnteColumnHead, ante_column_head, ANTE, COLUMN_HEAD, AdwBin)

/* What stands over a stage's cards: its name, how many there are, how long the oldest has waited.
 */
GtkWidget *ante_column_head_new (void);
void ante_column_head_set_stage (AnteColumnHead *self, AnteStage *stage);
/* @n_shown: of all leads of the stage, those that a filter lets through; G_MAXUINT: no filter. */
void ante_column_head_set_shown (AnteColumnHead *self, guint n_shown);
void ante_column_head_set_now (AnteColumnHead *self, gint64 now);
/* (transfer full): the stage and what can be said of it, for who cannot see. */
char *ante_column_head_describe (AnteColumnHead *self);

G_END_DECLS
