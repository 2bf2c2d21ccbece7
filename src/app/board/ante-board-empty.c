#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include <glib/gi18n.h>

#include "app/board/ante-board-page-private.h"

/* Who has no account yet can have one, or look at an invented one; who has one, read it again. */
void
ante_board_show_empty (AnteBoardPage *self)
{
  gboolean connected =
    self->workspace != NULL && ante_workspace_get_account (self->workspace) != NULL;

  adw_status_page_set_description (
    self->empty,
    connected ? _ ("Each person who writes to your account becomes a card here: where they stand, "
                   "who owns them and what is next.")
              : _ ("Once your account is connected, each person who writes to it becomes a card "
                   "here: where they stand, who owns them and what is next."));
  gtk_widget_set_visible (self->connect, !connected);
  gtk_widget_set_visible (self->open_sandbox, !connected);
  gtk_widget_set_visible (self->sync, connected);
}

void
ante_board_show_tools (AnteBoardPage *self, gboolean has_leads)
{
  gtk_widget_set_visible (self->tools, self->past_at == 0 && has_leads);
}
