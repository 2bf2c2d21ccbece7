#pragma once

#include <gtk/gtk.h>

#include "paper/ante-paper.h"

G_BEGIN_DECLS

/* Printer and paper, as they were chosen last on this machine. */
void ante_print_settings_apply (GtkPrintOperation *operation);
void ante_print_settings_keep (GtkPrintOperation *operation);
/* What a file is set on. */
AntePaper ante_print_settings_get_paper (void);

/* Whether surname and handle are left out of what is printed. */
gboolean ante_print_settings_is_private (void);
void ante_print_settings_set_private (gboolean is_private);

G_END_DECLS
