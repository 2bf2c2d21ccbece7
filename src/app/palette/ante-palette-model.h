#pragma once

#include "app/palette/ante-palette-entry.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/* So many leads at most are found; more than anybody looks through. */
#define ANTE_PALETTE_MAX_LEADS 20

#define ANTE_TYPE_PALETTE_MODEL (ante_palette_model_get_type ())
G_DECLARE_FINAL_TYPE (AntePaletteModel, ante_palette_model, ANTE, PALETTE_MODEL, GObject)

/**
 * AntePaletteModel:
 *
 * What the words that are typed find: the commands at once, the best first, with the searches that
 * are kept as soon as the store has told of them; below them the leads, newest first, as soon as it
 * has found those. Signal "changed": the list, or what is known of it,
 * is another.
 */
AntePaletteModel *ante_palette_model_new (void);

/**
 * ante_palette_model_begin:
 * @commands: (transfer full) (element-type AntePaletteEntry): what can be done now
 * @store: (nullable): whose leads are found
 *
 * Begins anew, with nothing typed.
 */
void ante_palette_model_begin (AntePaletteModel *self, GPtrArray *commands, AnteStore *store);
void ante_palette_model_set_query (AntePaletteModel *self, const char *query);
/* (transfer none): of AntePaletteEntry. */
GListModel *ante_palette_model_get_entries (AntePaletteModel *self);
/* What @entry stands under: its section, or what kind it is among the finds. */
const char *ante_palette_model_get_heading (AntePaletteModel *self, AntePaletteEntry *entry);
gboolean ante_palette_model_is_searching (AntePaletteModel *self);
/* The store has not answered yet. */
gboolean ante_palette_model_is_pending (AntePaletteModel *self);
/* There may be more leads than are in the list. */
gboolean ante_palette_model_is_cut (AntePaletteModel *self);
/* (nullable): why there are no leads. */
const GError *ante_palette_model_get_error (AntePaletteModel *self);

G_END_DECLS
