#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_CONNECT_WINDOW (ante_connect_window_get_type ())
G_DECLARE_FINAL_TYPE (AnteConnectWindow, ante_connect_window, ANTE, CONNECT_WINDOW, AdwWindow)

/* Takes a token, says whose it is or what is wrong with it, and connects. */
GtkWidget *ante_connect_window_new (GtkWindow *parent, AnteWorkspace *workspace);

G_END_DECLS
