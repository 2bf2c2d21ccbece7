#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_PREFERENCES_WINDOW (ante_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (
  AntePreferencesWindow, ante_preferences_window, ANTE, PREFERENCES_WINDOW, AdwPreferencesWindow)

/**
 * ante_preferences_window_new:
 * @parent: over which it stands
 * @workspace: whose data the preferences belong to; it closes before that does
 *
 * What holds for all leads and for the account. A change counts at once. Main thread.
 */
GtkWidget *ante_preferences_window_new (GtkWindow *parent, AnteWorkspace *workspace);

G_END_DECLS
