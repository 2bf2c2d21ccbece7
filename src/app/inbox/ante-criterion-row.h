#pragma once

#include <gtk/gtk.h>

#include "model/ante-fact.h"

G_BEGIN_DECLS

#define ANTE_TYPE_CRITERION_ROW (ante_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (AnteCriterionRow, ante_criterion_row, ANTE, CRITERION_ROW, GtkListBoxRow)

/**
 * ante_criterion_row_new:
 *
 * One thing that is to be found out about a lead, in one line: known, and what, or not yet. It is
 * written down in its place when the row is pressed. Signal: "said" (const char *text), when Enter
 * was pressed over something that is new.
 */
GtkWidget *ante_criterion_row_new (AnteFactKind kind);
AnteFactKind ante_criterion_row_get_kind (AnteCriterionRow *self);
/* @facts: (element-type AnteFact): in whatever state. What is being written stays, unless it is
 * what was kept. */
void ante_criterion_row_show (AnteCriterionRow *self, GPtrArray *facts);
/* For what is known to be written down. */
void ante_criterion_row_open (AnteCriterionRow *self);
/* What was said is kept, and the next facts shown have it; @is_new: they are on their way. */
void ante_criterion_row_end (AnteCriterionRow *self, gboolean is_new);

G_END_DECLS
