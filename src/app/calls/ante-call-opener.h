#pragma once

#include <gtk/gtk.h>

#include "app/ante-session.h"

G_BEGIN_DECLS

#define ANTE_TYPE_CALL_OPENER (ante_call_opener_get_type ())
G_DECLARE_FINAL_TYPE (AnteCallOpener, ante_call_opener, ANTE, CALL_OPENER, GObject)

/* Opens the brief of a call a quarter of an hour before it begins, once, over the window that is
 * there; with no window it tells so on the desktop. */
AnteCallOpener *ante_call_opener_new (GtkApplication *application, AnteSession *session);

G_END_DECLS
