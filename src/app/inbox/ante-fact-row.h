#pragma once

#include <gtk/gtk.h>

#include "model/ante-fact.h"

G_BEGIN_DECLS

#define ANTE_TYPE_FACT_ROW (ante_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (AnteFactRow, ante_fact_row, ANTE, FACT_ROW, GtkListBoxRow)

/*
 * One thing that is known of a lead, or that the machine takes for known: its words, where they
 * come from, and for a suggestion a yes and a no (Enter and Delete on the row). Activated, it goes
 * to the message that proves it ("thread.show-message").
 *
 * Signals: "answered" (gboolean yes): a person's word on it; no on one that holds takes it back.
 * "handled" (gboolean): of an objection.
 */
GtkWidget *ante_fact_row_new (void);
/* @before: (nullable): the one that it replaced. */
void
ante_fact_row_show (AnteFactRow *self, const AnteFact *fact, const AnteFact *before, gint64 now);
gint64 ante_fact_row_get_id (AnteFactRow *self);
AnteFactKind ante_fact_row_get_kind (AnteFactRow *self);
/* To the message that proves it. */
void ante_fact_row_go (AnteFactRow *self);

G_END_DECLS
