#pragma once

#include <gtk/gtk.h>

#include "store/ante-store.h"

G_BEGIN_DECLS

/*
 * Calls back, some moments after what searches find has changed, as long as a widget is before
 * somebody's eyes. What changed meanwhile is told when it comes back.
 */
typedef struct _AnteSearchLive AnteSearchLive;

/* @widget: borrowed; it owns this. @callback: called with it. */
AnteSearchLive *
ante_search_live_new (GtkWidget *widget, AnteStore *store, void (*callback) (GtkWidget *widget));
void ante_search_live_free (AnteSearchLive *self);

G_END_DECLS
