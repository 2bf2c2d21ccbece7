#pragma once

#include "paper/ante-sheets.h"

G_BEGIN_DECLS

/**
 * AnteSheetsFuncs:
 * @paginate: how many pages @data makes on that paper
 * @draw: one of them
 * @free: frees @data
 *
 * What a kind of sheets can do.
 */
typedef struct {
  guint (*paginate) (gpointer data, const AntePaper *paper);
  void (*draw) (gpointer data, AntePen *pen, guint page);
  GDestroyNotify free;
} AnteSheetsFuncs;

AnteSheets *ante_sheets_new (const AnteSheetsFuncs *funcs, gpointer data, char *title);

/* (transfer full): something to measure type on, where nothing is drawn yet. */
cairo_t *ante_sheets_dup_blind (const AntePaper *paper);

G_END_DECLS
