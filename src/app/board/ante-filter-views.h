#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"
#include "rules/ante-filter-words.h"

G_BEGIN_DECLS

#define ANTE_TYPE_FILTER_VIEWS (ante_filter_views_get_type ())
G_DECLARE_FINAL_TYPE (AnteFilterViews, ante_filter_views, ANTE, FILTER_VIEWS, AdwBin)

/*
 * The menu of filters that are kept under a name: to choose one, to keep the present one, to rename
 * or delete the one that was chosen.
 *
 * Signal "chosen" (char *filter): as ante_filter_words_format() writes it.
 */
void ante_filter_views_set_workspace (AnteFilterViews *self, AnteWorkspace *workspace);
/* What the board asks for now. */
void ante_filter_views_set_words (AnteFilterViews *self, const AnteFilterWords *words);
/* Each but the one that is chosen, for who offers them elsewhere: @action takes its row id. */
void ante_filter_views_add (AnteFilterViews *self, GMenu *menu, const char *action);

G_END_DECLS
