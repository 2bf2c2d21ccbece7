#pragma once

#include <gtk/gtk.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

/* What the measuring of frames has in common. */

/* Of this thread, so that a busy machine does not change it. */
double frames_cpu_ms (void);
/* Ends the program where it does not come about. */
void frames_iterate_until (gboolean *done);
void frames_settle (guint ms);
/* The first of @type below @root; NULL for none. */
GtkWidget *frames_find (GtkWidget *root, GType type);
/* "NAME": {"median", "p99", "worst"}, of @costs (element-type double), which are sorted. */
void frames_print_costs (const char *name, GArray *costs);
AnteWorkspace *frames_open_workspace (const char *data);

G_END_DECLS
