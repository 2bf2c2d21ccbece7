#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-places.h"

#include <glib/gi18n.h>

#include "app/approvals/ante-approvals-page.h"
#include "app/board/ante-board-page.h"
#include "app/calls/ante-calls-page.h"
#include "app/inbox/ante-inbox-page.h"
#include "app/playbook/ante-playbook-page.h"
#include "app/today/ante-today-page.h"

static void
set_inbox_workspace (GtkWidget *page, AnteWorkspace *workspace)
{
  ante_inbox_page_set_workspace (ANTE_INBOX_PAGE (page), workspace);
}

static void
open_in_inbox (GtkWidget *page, gint64 lead)
{
  ante_inbox_page_open_lead (ANTE_INBOX_PAGE (page), lead);
}

static void
open_message_in_inbox (GtkWidget *page, gint64 lead, const char *mid, gint64 at)
{
  ante_inbox_page_open_message (ANTE_INBOX_PAGE (page), lead, mid, at);
}

static void
toggle_inbox_panel (GtkWidget *page)
{
  ante_inbox_page_toggle_panel (ANTE_INBOX_PAGE (page));
}

static void
show_lacking_in_inbox (GtkWidget *page, const char *what)
{
  ante_inbox_page_show_lacking (ANTE_INBOX_PAGE (page), what);
}

static void
focus_inbox (GtkWidget *page)
{
  ante_inbox_page_focus (ANTE_INBOX_PAGE (page));
}

static AnteLeadActions *
get_inbox_lead_actions (GtkWidget *page)
{
  return ante_inbox_page_get_lead_actions (ANTE_INBOX_PAGE (page));
}

static void
set_board_workspace (GtkWidget *page, AnteWorkspace *workspace)
{
  ante_board_page_set_workspace (ANTE_BOARD_PAGE (page), workspace);
}

static void
focus_board (GtkWidget *page)
{
  ante_board_page_focus (ANTE_BOARD_PAGE (page));
}

static void
filter_board (GtkWidget *page)
{
  ante_board_page_focus_filter (ANTE_BOARD_PAGE (page));
}

static AnteLeadActions *
get_board_lead_actions (GtkWidget *page)
{
  return ante_board_page_get_lead_actions (ANTE_BOARD_PAGE (page));
}

static GMenuModel *
dup_board_commands (GtkWidget *page)
{
  return ante_board_page_dup_commands (ANTE_BOARD_PAGE (page));
}

static gboolean
open_card_on_board (GtkWidget *page, gint64 lead)
{
  return ante_board_page_open_lead (ANTE_BOARD_PAGE (page), lead);
}

static void
set_approvals_workspace (GtkWidget *page, AnteWorkspace *workspace)
{
  ante_approvals_page_set_workspace (ANTE_APPROVALS_PAGE (page), workspace);
}

static void
focus_approvals (GtkWidget *page)
{
  ante_approvals_page_focus (ANTE_APPROVALS_PAGE (page));
}

static void
set_calls_workspace (GtkWidget *page, AnteWorkspace *workspace)
{
  ante_calls_page_set_workspace (ANTE_CALLS_PAGE (page), workspace);
}

static void
focus_calls (GtkWidget *page)
{
  ante_calls_page_focus (ANTE_CALLS_PAGE (page));
}

static void
set_playbook_workspace (GtkWidget *page, AnteWorkspace *workspace)
{
  ante_playbook_page_set_workspace (ANTE_PLAYBOOK_PAGE (page), workspace);
}

static void
focus_playbook (GtkWidget *page)
{
  ante_playbook_page_focus (ANTE_PLAYBOOK_PAGE (page));
}

static void
set_today_workspace (GtkWidget *page, AnteWorkspace *workspace)
{
  ante_today_page_set_workspace (ANTE_TODAY_PAGE (page), workspace);
}

static void
focus_today (GtkWidget *page)
{
  ante_today_page_focus (ANTE_TODAY_PAGE (page));
}

static void
toggle_today_panel (GtkWidget *page)
{
  ante_today_page_toggle_panel (ANTE_TODAY_PAGE (page));
}

static AnteLeadActions *
get_today_lead_actions (GtkWidget *page)
{
  return ante_today_page_get_lead_actions (ANTE_TODAY_PAGE (page));
}

const AntePlace ante_places[] = {
  { .name = "today",
    .title = N_ ("Today"),
    .icon = "x-office-calendar-symbolic",
    .key = "<Control>1",
    .make = ante_today_page_new,
    .set_workspace = set_today_workspace,
    .toggle_panel = toggle_today_panel,
    .focus = focus_today,
    .get_lead_actions = get_today_lead_actions },
  { "inbox", N_ ("Inbox"), "mail-unread-symbolic", "<Control>2", ante_inbox_page_new,
    set_inbox_workspace, open_in_inbox, open_message_in_inbox, toggle_inbox_panel,
    show_lacking_in_inbox, focus_inbox, NULL, FALSE, get_inbox_lead_actions, NULL, NULL },
  { "board", N_ ("Board"), "ante-board-symbolic", "<Control>3", ante_board_page_new,
    set_board_workspace, NULL, NULL, NULL, NULL, focus_board, filter_board, TRUE,
    get_board_lead_actions, dup_board_commands, open_card_on_board },
  { .name = "approvals",
    .title = N_ ("Approvals"),
    .icon = "ante-approvals-symbolic",
    .key = "<Control>4",
    .make = ante_approvals_page_new,
    .set_workspace = set_approvals_workspace,
    .focus = focus_approvals },
  { .name = "calls",
    .title = N_ ("Calls"),
    .icon = "call-start-symbolic",
    .key = "<Control>5",
    .make = ante_calls_page_new,
    .set_workspace = set_calls_workspace,
    .focus = focus_calls },
  { .name = "playbook",
    .title = N_ ("Playbook"),
    .icon = "ante-playbook-symbolic",
    .key = "<Control>8",
    .make = ante_playbook_page_new,
    .set_workspace = set_playbook_workspace,
    .focus = focus_playbook },
  { NULL },
};

const AntePlace *
ante_place_find (const char *name)
{
  for (const AntePlace *place = ante_places; place->name != NULL; place++) {
    if (g_strcmp0 (place->name, name) == 0)
      return place;
  }
  return NULL;
}
