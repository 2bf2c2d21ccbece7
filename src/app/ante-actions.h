#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AnteAction:
 * @name: of the application or its window; %NULL ends the table
 * @title: (nullable): how the palette calls it, marked with N_(); %NULL: it is not offered there
 * @icon: (nullable)
 * @keys: its accelerators, the first of which is shown
 *
 * What can be done whichever lead is in hand. The accelerators are set from here, and the palette
 * lists it; going to a place is in the table of places.
 */
typedef struct {
  const char *name;
  const char *title;
  const char *icon;
  const char *keys[3];
} AnteAction;

extern const AnteAction ante_actions[];

/* For all of the table and for the places. */
void ante_actions_set_accels (GtkApplication *application);

G_END_DECLS
