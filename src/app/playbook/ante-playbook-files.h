#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*AntePlaybookOpenedFunc) (const char *json, gpointer data);

/* Asks for a file, and gives @opened what stands in it; what cannot be read is said. */
void ante_playbook_files_open (GtkWidget *from,
                               AntePlaybookOpenedFunc opened,
                               gpointer data,
                               GDestroyNotify free_data);
/* Asks where to, and writes @json there. */
void ante_playbook_files_save (GtkWidget *from, const char *json);

G_END_DECLS
