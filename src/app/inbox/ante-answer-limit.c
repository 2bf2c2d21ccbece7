#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-answer-limit.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "rules/ante-window.h"

static AnteWindow
get_window (AnteWorkspace *workspace, AnteLead *lead)
{
  const AnteAccount *account = ante_workspace_get_account (workspace);

  return ante_window_at (lead, account != NULL && account->human_agent,
                         ante_workspace_now (workspace));
}

gboolean
ante_answer_limit_is_closed (AnteWorkspace *workspace, AnteLead *lead)
{
  AnteWindow window = get_window (workspace, lead);

  return window.state == ANTE_WINDOW_CLOSED || window.state == ANTE_WINDOW_NONE ||
         lead->cannot_receive;
}

char *
ante_answer_limit_describe (AnteWorkspace *workspace, AnteLead *lead)
{
  AnteWindow window = get_window (workspace, lead);
  g_autofree char *until = NULL;

  if (lead->cannot_receive)
    return g_strdup (_ ("Instagram says that this person cannot receive messages."));

  switch (window.state) {
  case ANTE_WINDOW_HUMAN:
    until = ante_words_exact (window.human_until);
    return g_strdup_printf (_ ("Only by hand, until %s."), until);
  case ANTE_WINDOW_CLOSED:
    return g_strdup (_ ("The reply window is closed. Write here, then go on in Instagram."));
  case ANTE_WINDOW_NONE:
    return g_strdup (_ ("They have not written yet. Write here, then begin in Instagram."));
  default:
    return NULL;
  }
}
