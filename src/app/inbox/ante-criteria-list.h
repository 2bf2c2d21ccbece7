#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"
#include "model/ante-lead.h"

G_BEGIN_DECLS

#define ANTE_TYPE_CRITERIA_LIST (ante_criteria_list_get_type ())
G_DECLARE_FINAL_TYPE (AnteCriteriaList, ante_criteria_list, ANTE, CRITERIA_LIST, AdwBin)

/*
 * What is to be found out about a lead who is being qualified: a line a fact, known or not yet,
 * written down in its place. Hidden for whoever stands in another stage.
 */
void ante_criteria_list_set_workspace (AnteCriteriaList *self, AnteWorkspace *workspace);
/* @lead: (nullable). @stages: (nullable) (element-type AnteStage). */
void ante_criteria_list_set_lead (AnteCriteriaList *self, AnteLead *lead, GPtrArray *stages);

G_END_DECLS
