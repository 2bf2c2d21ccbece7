#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"
#include "model/ante-lead.h"

G_BEGIN_DECLS

#define ANTE_TYPE_BRIEF_WINDOW (ante_brief_window_get_type ())
G_DECLARE_FINAL_TYPE (AnteBriefWindow, ante_brief_window, ANTE, BRIEF_WINDOW, AdwWindow)

/* The brief of a lead over the window that @from is in, to read, print and save. */
void ante_brief_window_present (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead);

G_END_DECLS
