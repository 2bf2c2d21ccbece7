#pragma once

#include <gtk/gtk.h>

#include "engine/ante-stage-commands.h"

G_BEGIN_DECLS

/*
 * What a person does to a stage by a menu or the list of all stages: asks where it concerns leads,
 * acts, and shows the undo toast over @from.
 */

void ante_stage_act_place (GtkWidget *from, AnteWorkspace *workspace, AnteStage *stage, int place);
void ante_stage_act_order_by_due (GtkWidget *from, AnteWorkspace *workspace, AnteStage *stage);
void ante_stage_act_collapse (GtkWidget *from,
                              AnteWorkspace *workspace,
                              AnteStage *stage,
                              gboolean collapsed);
/* Says how many leads go out of sight with it. */
void ante_stage_act_hide (GtkWidget *from, AnteWorkspace *workspace, AnteStage *stage);
void ante_stage_act_show (GtkWidget *from, AnteWorkspace *workspace, AnteStage *stage);
/* Says how many leads go over. */
void
ante_stage_act_merge (GtkWidget *from, AnteWorkspace *workspace, AnteStage *stage, AnteStage *into);
/* Asks for the name, and behind which of @stages: @after unless another is chosen. */
void
ante_stage_act_add (GtkWidget *from, AnteWorkspace *workspace, AnteStage *after, GPtrArray *stages);

/* Whether a stage can bear it: what the store says no to is not offered. */
gboolean ante_stage_act_takes_name (const char *name);
/* (transfer full) (nullable): why it does not. */
char *ante_stage_act_describe_name (const char *name);

G_END_DECLS
