#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_SEARCH_WINDOW (ante_search_window_get_type ())
G_DECLARE_FINAL_TYPE (AnteSearchWindow, ante_search_window, ANTE, SEARCH_WINDOW, AdwWindow)

/**
 * ante_search_window_new:
 * @parent: what has the actions win.open-lead and win.open-message
 *
 * Searches every stored message, and goes on doing so while it is shown: what is found is always
 * what is there. Hidden, not gone, when it is closed: the words stand there again
 * when it is next presented. Destroy it when @workspace closes.
 */
GtkWidget *ante_search_window_new (GtkWindow *parent, AnteWorkspace *workspace);
/* Shows it with the keyboard in the entry, and its finds fresh. */
void ante_search_window_begin (AnteSearchWindow *self);
/* The same, with @query in the entry. */
void ante_search_window_ask (AnteSearchWindow *self, const char *query);

G_END_DECLS
