#pragma once

#include <adwaita.h>

#include "store/ante-store-facets.h"

G_BEGIN_DECLS

#define ANTE_TYPE_FILTER_CHIP (ante_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (AnteFilterChip, ante_filter_chip, ANTE, FILTER_CHIP, AdwBin)

/*
 * One kind of what the board can be filtered by: a button that tells what is asked for, with a
 * popover of what can be.
 *
 * Signals: "opened": somebody looks at the choices, and wants to know how many fit each; "toggled"
 * (char *value, gboolean on); "cleared".
 */
GtkWidget *ante_filter_chip_new (AnteFilterKind kind);
AnteFilterKind ante_filter_chip_get_kind (AnteFilterChip *self);
/* What is asked for of its kind. */
void ante_filter_chip_set_words (AnteFilterChip *self, const AnteFilterWords *words);
/* (element-type AnteFacet): what some lead has; a chip without any is not shown. */
void ante_filter_chip_set_choices (AnteFilterChip *self, GPtrArray *facets);
/* (element-type AnteFacet): how many leads each would leave. */
void ante_filter_chip_set_counts (AnteFilterChip *self, GPtrArray *facets);

G_END_DECLS
