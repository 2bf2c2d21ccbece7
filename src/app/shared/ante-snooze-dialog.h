#pragma once

#include <gtk/gtk.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

typedef void (*AnteSnoozePickedFunc) (AnteWorkspace *workspace,
                                      GPtrArray *leads,
                                      gint64 until,
                                      gpointer owner);

/*
 * Asks until when @leads (element-type AnteLead) are to be put off: by words, or by a day of the
 * calendar. @picked is called for @owner with a time to come, and with @workspace, which need not
 * be the one that is open by then.
 */
void ante_snooze_dialog_ask (GtkWidget *from,
                             AnteWorkspace *workspace,
                             GPtrArray *leads,
                             AnteSnoozePickedFunc picked,
                             GObject *owner);

G_END_DECLS
