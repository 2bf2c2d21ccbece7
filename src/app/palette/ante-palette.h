#pragma once

#include <adwaita.h>

#include "app/ante-places.h"

G_BEGIN_DECLS

#define ANTE_TYPE_PALETTE (ante_palette_get_type ())
G_DECLARE_FINAL_TYPE (AntePalette, ante_palette, ANTE, PALETTE, GtkPopover)

/**
 * ante_palette_new:
 * @window: whose actions it does, and over which it stands. It is a child of it: unparent it before
 * the window goes
 *
 * Every command, place and lead, found by typing. Main thread.
 */
AntePalette *ante_palette_new (GtkWindow *window);

/**
 * ante_palette_begin:
 * @place: (nullable): the place that is shown, if one is
 * @page: (nullable): its page
 * @lead: (nullable): what can be done to the lead in hand there
 * @store: (nullable): whose leads are found
 *
 * Shows it with the keyboard in it, or takes it away if it is shown. When it goes, the keyboard is
 * where it was.
 */
void ante_palette_begin (AntePalette *self,
                         const AntePlace *place,
                         GtkWidget *page,
                         AnteLeadActions *lead,
                         AnteStore *store);
/* Lets go of the data too. */
void ante_palette_close (AntePalette *self);

G_END_DECLS
