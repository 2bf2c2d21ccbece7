#pragma once

#include <adwaita.h>

#include "app/shared/ante-lead-model.h"

G_BEGIN_DECLS

/* With letters of the usual size. */
#define ANTE_LEAD_CARD_HEIGHT 124

#define ANTE_TYPE_LEAD_CARD (ante_lead_card_get_type ())
G_DECLARE_FINAL_TYPE (AnteLeadCard, ante_lead_card, ANTE, LEAD_CARD, GtkWidget)

GtkWidget *ante_lead_card_new (void);
/**
 * ante_lead_card_measure:
 * @column: where the cards stand
 *
 * Every card is of one height, so that a column knows where each of any number stands; and that
 * height follows the font.
 *
 * Returns: it, in pixels
 */
int ante_lead_card_measure (GtkWidget *column);
void ante_lead_card_set_item (AnteLeadCard *self, AnteLeadItem *item);
AnteLeadItem *ante_lead_card_get_item (AnteLeadCard *self);
/* Of its lead, also before that has been read; 0: it shows none. */
gint64 ante_lead_card_get_id (AnteLeadCard *self);
/* (nullable): what it shows, once it is read. */
AnteLead *ante_lead_card_get_lead (AnteLeadCard *self);
void ante_lead_card_set_selected (AnteLeadCard *self, gboolean selected);
/* It is in hand: of the pointer, or of the keyboard. */
void ante_lead_card_set_held (AnteLeadCard *self, gboolean held);
/* Its thread stands beside the board. */
void ante_lead_card_set_open (AnteLeadCard *self, gboolean open);
/* How it ages there, and whether anything is to come after it. */
void ante_lead_card_set_stage (AnteLeadCard *self, AnteStage *stage);
void ante_lead_card_set_now (AnteLeadCard *self, gint64 now, gboolean human_agent);
/* (transfer full) (nullable): what the part of the card at this place means, in full: the exact
 * time, the words that did not fit. */
char *ante_lead_card_describe_at (AnteLeadCard *self, double x, double y);

G_END_DECLS
