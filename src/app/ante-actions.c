#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-actions.h"

#include <glib/gi18n.h>

#include "app/ante-places.h"

const AnteAction ante_actions[] = {
  { "win.palette", NULL, NULL, { "<Control>k" } },
  { "win.find", N_ ("Filter This Place"), "edit-find-symbolic", { "<Control>f" } },
  { "win.search", N_ ("Search Messages…"), "system-search-symbolic", { "<Control><Shift>f" } },
  { "win.toggle-panel", N_ ("Show or Hide the Side Panel"), "sidebar-show-symbolic", { "F9" } },
  { "win.toggle-sidebar", N_ ("Show or Hide the Places"), "view-list-symbolic", { NULL } },
  { "win.undo", N_ ("Undo"), "edit-undo-symbolic", { "<Control>z" } },
  { "win.redo", N_ ("Redo"), "edit-redo-symbolic", { "<Control><Shift>z" } },
  { "win.pause-ai",
    N_ ("Pause or Resume All AI"),
    "media-playback-pause-symbolic",
    { "<Control><Shift>p" } },
  { "win.sync", N_ ("Sync Now"), "view-refresh-symbolic", { "F5", "<Control>r" } },
  { "win.show-lacking::owner",
    N_ ("Show Leads without an Owner"),
    "dialog-warning-symbolic",
    { NULL } },
  { "win.show-lacking::step",
    N_ ("Show Leads without a Next Step"),
    "dialog-warning-symbolic",
    { NULL } },
  { "win.show-lacking::source",
    N_ ("Show Leads without a Source"),
    "dialog-warning-symbolic",
    { NULL } },
  { "win.simulator", N_ ("Simulator"), "applications-games-symbolic", { "<Control><Shift>i" } },
  { "win.connect", N_ ("Connect Instagram…"), "channel-secure-symbolic", { NULL } },
  { "app.open-sandbox", N_ ("Open the Sandbox"), "applications-games-symbolic", { NULL } },
  { "app.leave-sandbox", N_ ("Leave the Sandbox"), "window-close-symbolic", { NULL } },
  { "win.stages", N_ ("Stages…"), "ante-board-symbolic", { NULL } },
  { "win.replies", N_ ("Saved Replies…"), "insert-text-symbolic", { NULL } },
  { "app.print-handoff", N_ ("Print Blank Handoff Form…"), "document-print-symbolic", { NULL } },
  { "win.preferences", N_ ("Preferences"), "emblem-system-symbolic", { "<Control>comma" } },
  { "win.shortcuts",
    N_ ("Keyboard Shortcuts"),
    "preferences-desktop-keyboard-shortcuts-symbolic",
    { "<Control>question" } },
  { "win.menu", N_ ("Main Menu"), "open-menu-symbolic", { "F10" } },
  { "app.about", N_ ("About Anteroom"), "help-about-symbolic", { NULL } },
  { "app.quit", N_ ("Quit"), "application-exit-symbolic", { "<Control>q" } },
  { NULL },
};

void
ante_actions_set_accels (GtkApplication *application)
{
  for (const AnteAction *action = ante_actions; action->name != NULL; action++) {
    if (action->keys[0] != NULL)
      gtk_application_set_accels_for_action (application, action->name, action->keys);
  }
  for (const AntePlace *place = ante_places; place->name != NULL; place++) {
    g_autofree char *action = g_strdup_printf ("win.show-place::%s", place->name);

    gtk_application_set_accels_for_action (application, action,
                                           (const char *const[]){ place->key, NULL });
  }
}
