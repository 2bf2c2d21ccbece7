#pragma once

#include <gtk/gtk.h>

#include "engine/ante-outgoing.h"

G_BEGIN_DECLS

/* The way out where a file cannot leave from here: puts @files (element-type AnteOutgoingFile) on
 * the clipboard, and opens Instagram at the thread that @widget is in. */
void ante_file_copy_and_open (GtkWidget *widget, AnteOutgoing *outgoing, GPtrArray *files);

G_END_DECLS
