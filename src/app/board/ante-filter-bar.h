#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"
#include "store/ante-lead-filter.h"

G_BEGIN_DECLS

#define ANTE_TYPE_FILTER_BAR (ante_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (AnteFilterBar, ante_filter_bar, ANTE, FILTER_BAR, GtkWidget)

/*
 * What the board is filtered by: words that are typed, a chip for each kind of what can be asked
 * for, and the filters that are kept under a name. What was asked for last stands there again when
 * the folder is opened again.
 *
 * Signals: "changed": it asks for something else; "left": Esc was pressed in the entry.
 */
GtkWidget *ante_filter_bar_new (void);
void ante_filter_bar_set_workspace (AnteFilterBar *self, AnteWorkspace *workspace);
/* All that is asked for, typed or chosen; never NULL. */
const AnteFilterWords *ante_filter_bar_get_words (AnteFilterBar *self);
/* Narrows @filter by it, as of now. Its words are lent till the next change. */
void ante_filter_bar_fill (AnteFilterBar *self, AnteLeadFilter *filter);
/* What is typed goes, or all that is asked for. Returns: whether there was any. */
gboolean ante_filter_bar_clear_text (AnteFilterBar *self);
gboolean ante_filter_bar_clear (AnteFilterBar *self);
/* Those that are kept under a name go into @menu; @action takes the one that is meant. */
void ante_filter_bar_add_views (AnteFilterBar *self, GMenu *menu, const char *action);
void ante_filter_bar_choose_view (AnteFilterBar *self, gint64 view);

G_END_DECLS
