#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-lead-keys.h"

#include <glib/gi18n.h>

const AnteLeadKey ante_lead_keys[] = {
  { "follow-up", N_ ("Follow Up…"), "alarm-symbolic", "f" },
  { "next-step", N_ ("Next Step…"), "alarm-symbolic", NULL },
  { "hand-off", N_ ("Hand Over…"), "system-users-symbolic", NULL },
  { "book", N_ ("Book a Call…"), "call-start-symbolic", NULL },
  { "done", N_ ("Done, No Reply Needed"), "emblem-ok-symbolic", "e" },
  { "unread", N_ ("Mark Unread"), "mail-unread-symbolic", "u" },
  { "note", N_ ("Write a Note…"), "document-edit-symbolic", "n" },
  { "pin", N_ ("Pin on Top of the Inbox"), "view-pin-symbolic", "p" },
  { "unpin", N_ ("Unpin"), "view-pin-symbolic", "p" }, /* where all of them are pinned */
  { "labels", N_ ("Labels…"), "bookmark-new-symbolic", "l" },
  { "instagram", N_ ("Open in Instagram"), "web-browser-symbolic", "i" },
  { "brief", N_ ("Brief"), "x-office-document-symbolic", NULL },
  { "print-brief", N_ ("Print Brief…"), "document-print-symbolic", "<Control>p" },
  { "save-brief", N_ ("Save Brief as PDF…"), "document-save-as-symbolic", NULL },
  { "print-thread", N_ ("Print Thread…"), "document-print-symbolic", NULL },
  { "never-ai", N_ ("Never Send to AI"), "security-high-symbolic", NULL },
  { "may-ai", N_ ("May Be Sent to AI Again"), "security-high-symbolic", NULL },
  { "show-ai", N_ ("Show What AI Would Be Sent…"), "document-open-symbolic", NULL },
  { "booking-link", N_ ("Booking Link…"), "x-office-calendar-symbolic", NULL },
  { "move", N_ ("Move to"), "go-next-symbolic", "s" },
  { "own", N_ ("Owner"), "avatar-default-symbolic", "o" },
  { "source", N_ ("Source"), "mark-location-symbolic", "t" },
  { "source-detail", N_ ("Source with a Detail…"), "mark-location-symbolic", NULL },
  { "snooze", N_ ("Snooze"), "weather-clear-night-symbolic", "z" },
  { "snooze-pick", N_ ("Snooze until a Date…"), "x-office-calendar-symbolic", NULL },
  { "wake", N_ ("Wake Up Now"), "weather-clear-symbolic", NULL },
  { "not-a-lead", N_ ("Not a Lead"), "action-unavailable-symbolic", "exclam" },
  { "is-a-lead", N_ ("Is a Lead After All"), "object-select-symbolic", NULL },
  { "merge", N_ ("Merge with Another Person…"), "system-users-symbolic", NULL },
  { "forget", N_ ("Forget This Person…"), "edit-delete-symbolic", NULL },
  { NULL },
};

static const char *
find_action (guint keyval, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return NULL;
  if (keyval == GDK_KEY_N && (state & GDK_SHIFT_MASK) != 0)
    return "not-a-lead";
  for (const AnteLeadKey *key = ante_lead_keys; key->action != NULL; key++) {
    if (key->key != NULL && gdk_keyval_from_name (key->key) == gdk_keyval_to_lower (keyval))
      return key->action;
  }
  return NULL;
}

gboolean
ante_lead_keys_is_writing (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus) || GTK_IS_EDITABLE (focus);
}

static gboolean
find_menu (const char *action, AnteLeadMenu *menu)
{
  static const char *const actions[] = {
    [ANTE_LEAD_MENU_STAGE] = "move",    [ANTE_LEAD_MENU_OWNER] = "own",
    [ANTE_LEAD_MENU_SNOOZE] = "snooze", [ANTE_LEAD_MENU_NOT_A_LEAD] = "not-a-lead",
    [ANTE_LEAD_MENU_SOURCE] = "source",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    if (g_str_equal (actions[i], action)) {
      *menu = (AnteLeadMenu) i;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
ante_lead_keys_opens (guint keyval, GdkModifierType state)
{
  const char *action = find_action (keyval, state);
  AnteLeadMenu menu = ANTE_LEAD_MENU_STAGE;

  return action != NULL && (find_menu (action, &menu) || g_str_equal (action, "labels") ||
                            g_str_equal (action, "note"));
}

gboolean
ante_lead_keys_handle (AnteLeadActions *actions, GtkWidget *at, guint keyval, GdkModifierType state)
{
  const char *action = find_action (keyval, state);
  gboolean alt = (state & GDK_ALT_MASK) != 0;
  AnteLeadMenu menu = ANTE_LEAD_MENU_STAGE;

  if (action == NULL || ante_lead_actions_get_n_leads (actions) == 0)
    return FALSE;
  if (alt ? !ante_lead_keys_opens (keyval, state) : ante_lead_keys_is_writing (at))
    return FALSE;

  if (g_str_equal (action, "pin") &&
      !g_action_group_get_action_enabled (ante_lead_actions_get_group (actions), "pin"))
    action = "unpin";
  if (find_menu (action, &menu))
    ante_lead_actions_popup_choice (actions, menu, at);
  else if (g_str_equal (action, "labels"))
    ante_lead_actions_popup_labels (actions, at);
  else if (g_str_equal (action, "done"))
    ante_lead_actions_finish (actions);
  else
    g_action_group_activate_action (ante_lead_actions_get_group (actions), action, NULL);
  return TRUE;
}
