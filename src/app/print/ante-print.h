#pragma once

#include <adwaita.h>

#include "paper/ante-sheets.h"

G_BEGIN_DECLS

/* What is set up to print @sheets (transfer full) on whatever paper is chosen. */
GtkPrintOperation *ante_print_operation_new (AnteSheets *sheets);

/**
 * ante_print_run:
 * @from: over whose window the dialog stands
 * @sheets: (transfer full)
 *
 * Asks for a printer and prints there, without keeping anybody waiting. Printer and paper are those
 * of the last time. What went wrong is said over the window.
 */
void ante_print_run (GtkWidget *from, AnteSheets *sheets);

/**
 * ante_print_save_pdf:
 * @sheets: (transfer full)
 * @name: what the file is called unless somebody wants otherwise
 *
 * Asks for a file and writes a PDF there, on the paper of the last print.
 */
void ante_print_save_pdf (GtkWidget *from, AnteSheets *sheets, const char *name);

G_END_DECLS
