#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_CALENDARS_PAGE (ante_calendars_page_get_type ())
G_DECLARE_FINAL_TYPE (
  AnteCalendarsPage, ante_calendars_page, ANTE, CALENDARS_PAGE, AdwPreferencesPage)

/* Where bookings come from: what is asked, how that went, and what can be added. */
void ante_calendars_page_set_workspace (AnteCalendarsPage *self, AnteWorkspace *workspace);

G_END_DECLS
