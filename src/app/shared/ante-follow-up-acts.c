#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-follow-up-acts.h"

#include <glib/gi18n.h>

#include "app/shared/ante-lead-acts.h"
#include "store/ante-store-follow-ups.h"

typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
  AnteLead *lead;
  AnteFollowUpState state;
} Closing;

static void
closing_free (Closing *self)
{
  g_object_unref (self->from);
  g_object_unref (self->workspace);
  g_object_unref (self->lead);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Closing, closing_free)

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Closing) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found =
    ante_store_list_follow_ups_finish (ANTE_STORE (source), result, &error);
  const AnteFollowUp *open = found != NULL && found->len > 0 ? found->pdata[0] : NULL;

  if (!ante_workspace_has_store (self->workspace, source))
    return;
  if (found == NULL)
    ante_toast_error (self->from, error);
  else if (open != NULL && open->state == ANTE_FOLLOW_UP_OPEN)
    ante_lead_act_close_follow_up (self->from, self->workspace, self->lead, open, self->state);
  else
    ante_lead_act_step_done (self->from, self->workspace, self->lead);
}

void
ante_follow_up_act_close (GtkWidget *from,
                          AnteWorkspace *workspace,
                          AnteLead *lead,
                          AnteFollowUpState state)
{
  Closing *self = g_new0 (Closing, 1);

  self->from = g_object_ref (from);
  self->workspace = g_object_ref (workspace);
  self->lead = g_object_ref (lead);
  self->state = state;
  ante_store_list_follow_ups_async (ante_workspace_get_store (workspace), lead->id, NULL, found_cb,
                                    self);
}
