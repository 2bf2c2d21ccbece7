#pragma once

#include <adwaita.h>

#include "engine/ante-move.h"
#include "model/ante-lead.h"

G_BEGIN_DECLS

#define ANTE_TYPE_GATE_ROW (ante_gate_row_get_type ())
G_DECLARE_FINAL_TYPE (AnteGateRow, ante_gate_row, ANTE, GATE_ROW, AdwActionRow)

/**
 * ante_gate_row_new:
 * @word: what is asked for: a word of ante-gate.h
 * @lead: (nullable): of whom, %NULL for all that are moved
 * @hint: (nullable): what is meant, in place of the usual
 * @now: ms; a date of @lead that is still to come can be kept
 *
 * Asks for one thing that a lead lacks. Signals: "changed" (), when what is typed is another, and
 * "entered" (), when Enter was pressed in it.
 */
GtkWidget *ante_gate_row_new (const char *word, AnteLead *lead, const char *hint, gint64 now);
/* Of a next step alone: the day in @days from now, and @text where nothing stands, or something
 * whose day is over. */
void ante_gate_row_propose (AnteGateRow *self, const char *text, int days);
gboolean ante_gate_row_is_about (AnteGateRow *self, const char *word, gint64 lead);
gboolean ante_gate_row_is_filled (AnteGateRow *self);
/* Whether a person made it another than it was proposed. */
gboolean ante_gate_row_is_changed (AnteGateRow *self);
void ante_gate_row_focus (AnteGateRow *self);
/* (transfer full): what was typed, without white space at its ends */
char *ante_gate_row_dup_text (AnteGateRow *self);
/* Tells @move what was typed of the lead, if anything was. */
void ante_gate_row_tell (AnteGateRow *self, AnteMove *move, gint64 now);

G_END_DECLS
