#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_REMINDERS_PAGE (ante_reminders_page_get_type ())
G_DECLARE_FINAL_TYPE (
  AnteRemindersPage, ante_reminders_page, ANTE, REMINDERS_PAGE, AdwPreferencesPage)

/* When one works, by which response windows are counted, and what is told on the desktop. */
void ante_reminders_page_set_workspace (AnteRemindersPage *self, AnteWorkspace *workspace);

G_END_DECLS
