#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ANTE_TYPE_CARD_SELECTION (ante_card_selection_get_type ())
G_DECLARE_FINAL_TYPE (AnteCardSelection, ante_card_selection, ANTE, CARD_SELECTION, GObject)

/**
 * AnteCardSelection:
 *
 * The leads that are marked on the board, in the order in which they were. Of leads and not of
 * places: a card that is moved, by whom ever, stays marked. And those that are in hand just now.
 * Signal "changed".
 */
AnteCardSelection *ante_card_selection_new (void);

gboolean ante_card_selection_contains (AnteCardSelection *self, gint64 lead);
guint ante_card_selection_get_size (AnteCardSelection *self);
/* (transfer none) (element-type gint64) */
GArray *ante_card_selection_get_leads (AnteCardSelection *self);
void ante_card_selection_toggle (AnteCardSelection *self, gint64 lead);
/* Those that are not yet in it, all at once. */
void ante_card_selection_add (AnteCardSelection *self, const gint64 *leads, guint n_leads);
void ante_card_selection_remove (AnteCardSelection *self, const gint64 *leads, guint n_leads);
void ante_card_selection_clear (AnteCardSelection *self);
/* The lead that was marked last, from which a stretch of cards is marked; 0 for none. */
gint64 ante_card_selection_get_anchor (AnteCardSelection *self);
/* (transfer full) (element-type gint64): what an act on @lead is about: all marked ones if it is
 * one of them, else it alone. */
GArray *ante_card_selection_dup_with (AnteCardSelection *self, gint64 lead);
/* What the pointer or the keyboard has in hand; NULL: put down. @leads is kept. */
void ante_card_selection_set_held (AnteCardSelection *self, GArray *leads);
/* (nullable) (transfer none) (element-type gint64) */
GArray *ante_card_selection_get_held (AnteCardSelection *self);
gboolean ante_card_selection_is_held (AnteCardSelection *self, gint64 lead);
/* Whose thread is open beside the board; 0: nobody's. */
void ante_card_selection_set_open (AnteCardSelection *self, gint64 lead);
gint64 ante_card_selection_get_open (AnteCardSelection *self);

G_END_DECLS
