#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What the window is remembered by from one start to the next: its size and the place that was
 * open. Kept in the desktop's settings; where our schema is not installed nothing is remembered,
 * and nothing fails. Main thread.
 */

/**
 * ante_window_state_restore:
 *
 * Before @window is shown for the first time.
 *
 * Returns: (transfer full) (nullable): the place that was open, which may be one that this version
 * does not have
 */
char *ante_window_state_restore (GtkWindow *window);

void ante_window_state_save (GtkWindow *window, const char *place);

G_END_DECLS
