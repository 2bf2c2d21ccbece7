#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_REPLIES_WINDOW (ante_replies_window_get_type ())
G_DECLARE_FINAL_TYPE (AnteRepliesWindow, ante_replies_window, ANTE, REPLIES_WINDOW, AdwWindow)

/* The replies that are saved, and the words that stand in them. */
GtkWidget *ante_replies_window_new (GtkWindow *parent, AnteWorkspace *workspace);

G_END_DECLS
