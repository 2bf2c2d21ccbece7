#pragma once

#include "app/shared/ante-lead-actions.h"

G_BEGIN_DECLS

#define ANTE_TYPE_PALETTE_ENTRY (ante_palette_entry_get_type ())
G_DECLARE_FINAL_TYPE (AntePaletteEntry, ante_palette_entry, ANTE, PALETTE_ENTRY, GObject)

/**
 * AntePaletteEntry:
 * @section: what it stands under while nothing is typed
 * @title: what it does, or whom it opens; foreign words in it stand isolated
 * @detail: (nullable): whom it concerns, or the handle
 * @icon: (nullable): %NULL for a lead, which has a picture
 * @key: (nullable): the accelerator that does the same
 * @lead: (nullable): whom it opens or concerns
 * @actions: (nullable): whose action it is, where it concerns the lead in hand
 * @from: (nullable): what has the action, where it is not the window's
 * @action: with its group, "win.sync", or without where there are @actions
 * @target: (nullable)
 *
 * One thing to choose. A snapshot: made once, never changed.
 */
struct _AntePaletteEntry {
  GObject parent_instance;

  char *section;
  char *title;
  char *detail;
  const char *icon;
  char *key;
  AnteLead *lead;
  AnteLeadActions *actions;
  GtkWidget *from;
  char *action;
  GVariant *target;
  char *folded;
};

/* @section and @title are copied; @target is taken if it floats. */
AntePaletteEntry *ante_palette_entry_new (
  const char *section, const char *title, const char *icon, const char *action, GVariant *target);
/* Opens @lead in the window. */
AntePaletteEntry *ante_palette_entry_new_for_lead (const char *section, AnteLead *lead);
/* @window: what has the actions that are not of a lead. */
void ante_palette_entry_run (AntePaletteEntry *self, GtkWidget *window);

G_END_DECLS
