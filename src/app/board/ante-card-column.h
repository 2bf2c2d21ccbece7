#pragma once

#include <adwaita.h>

#include "app/board/ante-card-selection.h"
#include "app/board/ante-lead-card.h"
#include "app/shared/ante-lead-model.h"

G_BEGIN_DECLS

#define ANTE_TYPE_CARD_COLUMN (ante_card_column_get_type ())
G_DECLARE_FINAL_TYPE (AnteCardColumn, ante_card_column, ANTE, CARD_COLUMN, GtkWidget)

/*
 * The cards of one stage, of any number. Cards are all of one height, so the column knows where
 * each stands and has widgets only for those in view; a GtkListView would build some two hundred
 * for each of nine columns.
 *
 * Signals: "dropped" (GArray of gint64 leads, gint64 before): these cards were dropped before that
 * lead, 0 for the end, -1 where its order decides, and on the strip that stands for it; "opened"
 * (gint64 lead): Enter or a double click; "menu" (AnteLeadCard *card): the menu was asked for;
 * "focused" (gint64 lead, gboolean by_pointer): the keyboard is on this card.
 */
GtkWidget *ante_card_column_new (void);
void ante_card_column_set_model (AnteCardColumn *self, AnteLeadModel *model);
AnteLeadModel *ante_card_column_get_model (AnteCardColumn *self);
void ante_card_column_set_now (AnteCardColumn *self, gint64 now, gboolean human_agent);
void ante_card_column_set_stage (AnteCardColumn *self, AnteStage *stage);
/* Its cards stand in an order by hand. */
gboolean ante_card_column_is_manual (AnteCardColumn *self);
/* Where a card dropped at @y would come to stand. */
guint ante_card_column_index_at (AnteCardColumn *self, double y);
/* How far below the top of the view the card of @lead begins, and the lead that is nearest to such
 * a height; 0 where there is none. */
double ante_card_column_get_height_of (AnteCardColumn *self, gint64 lead);
gint64 ante_card_column_get_lead_at (AnteCardColumn *self, double height);
/* Brings the card of @lead into view and the keyboard onto it; FALSE when it is not here. */
gboolean ante_card_column_focus_lead (AnteCardColumn *self, gint64 lead);
/* Row id of the lead whose card has the keyboard; 0 for none. */
gint64 ante_card_column_get_focused (AnteCardColumn *self);
/* Whether any of that card is in view. */
gboolean ante_card_column_shows_focused (AnteCardColumn *self);
/* Asleep it has no widgets: for who makes more columns than can be seen. */
void ante_card_column_set_asleep (AnteCardColumn *self, gboolean asleep);
/* Wakes it and makes the cards that a view of about @height will show, before it is shown. */
void ante_card_column_prepare (AnteCardColumn *self, int height);
gboolean ante_card_column_get_asleep (AnteCardColumn *self);
/* What is marked, of all columns alike. */
void ante_card_column_set_selection (AnteCardColumn *self, AnteCardSelection *selection);
/* (nullable) (transfer none) */
AnteCardSelection *ante_card_column_get_selection (AnteCardColumn *self);
/* Shows where what the keyboard has lifted would come to stand; G_MAXUINT: not here. */
void ante_card_column_set_mark (AnteCardColumn *self, guint place);
/* For who handles the pointer and the focus of a card: the keyboard comes to it under the pointer,
 * and has come. */
void ante_card_column_press (AnteCardColumn *self, GtkWidget *card);
void ante_card_column_note_focus (AnteCardColumn *self, gint64 lead);
guint ante_card_column_count_widgets (AnteCardColumn *self);

G_END_DECLS
