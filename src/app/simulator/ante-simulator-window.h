#pragma once

#include <adwaita.h>

#include "instagram/ante-simulator.h"

G_BEGIN_DECLS

#define ANTE_TYPE_SIMULATOR_WINDOW (ante_simulator_window_get_type ())
G_DECLARE_FINAL_TYPE (AnteSimulatorWindow, ante_simulator_window, ANTE, SIMULATOR_WINDOW, AdwWindow)

/* Plays the other side of the sandbox: writes as a lead, moves the demo clock. Signal "played":
 * something was done. */
GtkWidget *ante_simulator_window_new (GtkWindow *parent, AnteSimulator *simulator);

G_END_DECLS
