#pragma once

#include <gtk/gtk.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

/*
 * Asks until when @leads (element-type AnteLead) are to be put off: by words, or by a day of the
 * calendar. @picked is called for @owner with a time to come.
 */
void ante_snooze_dialog_ask (GtkWidget *from,
                             AnteWorkspace *workspace,
                             GPtrArray *leads,
                             void (*picked) (GPtrArray *leads, gint64 until, gpointer owner),
                             GObject *owner);

G_END_DECLS
