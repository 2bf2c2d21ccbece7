#pragma once

#include <adwaita.h>

#include "app/ante-session.h"

G_BEGIN_DECLS

#define ANTE_TYPE_WINDOW (ante_window_get_type ())
G_DECLARE_FINAL_TYPE (AnteWindow, ante_window, ANTE, WINDOW, AdwApplicationWindow)

AnteWindow *ante_window_new (GtkApplication *application, AnteSession *session);

G_END_DECLS
