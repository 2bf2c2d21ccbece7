#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ANTE_TYPE_BACKGROUND (ante_background_get_type ())
G_DECLARE_FINAL_TYPE (AnteBackground, ante_background, ANTE, BACKGROUND, GObject)

/*
 * Where the coach asks for it, the program goes on when its window is closed, and begins with the
 * session: the desktop's portal is asked, and where there is none, a file says so as desktops have
 * long read it.
 */
AnteBackground *ante_background_new (GApplication *application);

G_END_DECLS
