#pragma once

#include <adwaita.h>

#include "app/ante-session.h"

G_BEGIN_DECLS

#define ANTE_TYPE_WINDOW (ante_window_get_type ())
G_DECLARE_FINAL_TYPE (AnteWindow, ante_window, ANTE, WINDOW, AdwApplicationWindow)

AnteWindow *ante_window_new (GtkApplication *application, AnteSession *session);

/**
 * ante_window_present_soon:
 *
 * Shows the window for the first time as soon as what the session opens is there to be seen, or
 * without it when that takes longer than a person would wait without a sign. Main thread.
 */
void ante_window_present_soon (AnteWindow *self);

G_END_DECLS
