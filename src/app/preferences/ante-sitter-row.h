#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Lets the coach or one of @setters be the one who answers at this computer. @row: filled and kept
 * by this alone. */
void ante_sitter_row_fill (AdwComboRow *row, const char *const *setters);

G_END_DECLS
