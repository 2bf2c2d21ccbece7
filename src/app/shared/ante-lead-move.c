#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-lead-move.h"

#include "app/shared/ante-gate-dialog.h"
#include "app/shared/ante-toasts.h"

typedef struct {
  GtkWidget *from;
  AnteMove *move;
  AnteStage *stage;
  char *words;
} Moving;

static void
moving_free (Moving *self)
{
  g_object_unref (self->from);
  ante_move_free (self->move);
  g_object_unref (self->stage);
  g_free (self->words);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Moving, moving_free)

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Moving) moving = user_data;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_command_finish (ANTE_WORKSPACE (source), result, &error);

  if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INCOMPLETE)) {
    ante_gate_dialog_ask (moving->from, ANTE_WORKSPACE (source), moving->move, moving->stage,
                          moving->words, ante_command_get_missing (result));
    return;
  }
  if (error != NULL)
    ante_toast_error (moving->from, error);
  else if (act > 0)
    ante_toast_act (moving->from, ANTE_WORKSPACE (source), ANTE_ACT_MOVE, act,
                    ante_move_get_leads (moving->move), ante_move_get_n_leads (moving->move),
                    moving->words);

  /* A board has shown it done already: it shows what is true again. */
  if (act <= 0)
    gtk_widget_activate_action (moving->from, "board.reload", NULL);
}

void
ante_lead_move (
  GtkWidget *from, AnteWorkspace *workspace, AnteMove *move, AnteStage *stage, char *words)
{
  Moving *moving = g_new0 (Moving, 1);

  moving->from = g_object_ref (from);
  moving->move = move;
  moving->stage = g_object_ref (stage);
  moving->words = words;
  ante_command_move_prepared_async (workspace, move, moved_cb, moving);
}
