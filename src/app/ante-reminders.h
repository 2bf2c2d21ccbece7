#pragma once

#include "app/ante-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANTE_TYPE_REMINDERS (ante_reminders_get_type ())
G_DECLARE_FINAL_TYPE (AnteReminders, ante_reminders, ANTE, REMINDERS, GObject)

/*
 * Tells on the desktop what is due: a next step, once; a handoff that was broken. Each with Open
 * and Snooze, which are actions of @application: app.open-lead (x), app.snooze-step (x). What
 * stands in a message is not told unless the setting says so: a lock screen shows it.
 */
AnteReminders *ante_reminders_new (GtkApplication *application, AnteSession *session);

G_END_DECLS
