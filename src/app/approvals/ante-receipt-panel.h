#pragma once

#include <adwaita.h>

#include "rules/ante-judge.h"

G_BEGIN_DECLS

#define ANTE_TYPE_RECEIPT_PANEL (ante_receipt_panel_get_type ())
G_DECLARE_FINAL_TYPE (AnteReceiptPanel, ante_receipt_panel, ANTE, RECEIPT_PANEL, AdwBin)

/* What the rules said of a text: green, amber or red, each rule that found something with the words
 * that it is about, and how many passed. */
GtkWidget *ante_receipt_panel_new (void);
/* @body: (nullable): see ante_receipt_view_new(); without one it is being judged. */
void ante_receipt_panel_show (AnteReceiptPanel *self, AnteVerdictKind kind, const char *body);

/* "Every rule passed", and the style class that goes with it. */
const char *ante_receipt_get_words (AnteVerdictKind kind);
const char *ante_receipt_get_style (AnteVerdictKind kind);
const char *ante_receipt_get_icon (AnteVerdictKind kind);

G_END_DECLS
