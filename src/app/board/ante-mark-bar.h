#pragma once

#include <adwaita.h>

#include "app/board/ante-card-selection.h"
#include "app/shared/ante-lead-actions.h"

G_BEGIN_DECLS

#define ANTE_TYPE_MARK_BAR (ante_mark_bar_get_type ())
G_DECLARE_FINAL_TYPE (AnteMarkBar, ante_mark_bar, ANTE, MARK_BAR, AdwBin)

/*
 * Under the board while cards are marked: how many, and what can be done to all of them. Signal
 * "asked" (gint64 lead): something will be done; the marked ones, of which @lead is one, should be
 * the actions' leads in hand. Signal "cleared": none is marked any more, as was asked for here.
 */
GtkWidget *ante_mark_bar_new (void);
void ante_mark_bar_bind (AnteMarkBar *self, AnteCardSelection *selection, AnteLeadActions *actions);

G_END_DECLS
