#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ANTE_TYPE_FIRST_RUN (ante_first_run_get_type ())
G_DECLARE_FINAL_TYPE (AnteFirstRun, ante_first_run, ANTE, FIRST_RUN, AdwBin)

/* Three doors: the sandbox, one's own Instagram, an empty start. Each is an action of the window.
 */
GtkWidget *ante_first_run_new (void);

G_END_DECLS
