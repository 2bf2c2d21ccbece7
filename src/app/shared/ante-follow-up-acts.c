#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-follow-up-acts.h"

#include <glib/gi18n.h>

#include "app/shared/ante-follow-up-dialog.h"
#include "app/shared/ante-handoff-dialog.h"
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

/* --- actions -------------------------------------------------------------------------------- */

/* (nullable): the only one in hand. */
static AnteLead *
get_lead (AnteLeadActions *actions)
{
  return ante_lead_actions_get_n_leads (actions) == 1 &&
             ante_lead_actions_get_workspace (actions) != NULL
           ? ante_lead_actions_get_lead (actions)
           : NULL;
}

static void
follow_up_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *actions = user_data;
  AnteLead *lead = get_lead (actions);
  AnteStage *stage = lead != NULL ? ante_lead_actions_find_stage (actions, lead->stage_id) : NULL;

  if (lead != NULL)
    ante_follow_up_dialog_ask (ante_lead_actions_get_widget (actions),
                               ante_lead_actions_get_workspace (actions), lead,
                               stage != NULL ? stage->role : ANTE_STAGE_NEW_INBOUND,
                               ante_lead_actions_get_setters (actions), NULL, 0);
}

/* @parameter: what they wrote that asks for it, and when they want it. */
static void
follow_up_at_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *actions = user_data;
  AnteLead *lead = get_lead (actions);
  AnteStage *stage = lead != NULL ? ante_lead_actions_find_stage (actions, lead->stage_id) : NULL;
  const char *wish = NULL;
  gint64 at = 0;

  g_variant_get (parameter, "(&sx)", &wish, &at);
  if (lead != NULL)
    ante_follow_up_dialog_ask (ante_lead_actions_get_widget (actions),
                               ante_lead_actions_get_workspace (actions), lead,
                               stage != NULL ? stage->role : ANTE_STAGE_NEW_INBOUND,
                               ante_lead_actions_get_setters (actions), wish, at);
}

/* @parameter: a nick of AnteFollowUpState: done or skipped. */
static void
step_over_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *actions = user_data;
  AnteLead *lead = get_lead (actions);
  AnteFollowUpState state = ANTE_FOLLOW_UP_DONE;

  if (lead != NULL &&
      ante_follow_up_state_from_nick (g_variant_get_string (parameter, NULL), &state))
    ante_follow_up_act_close (ante_lead_actions_get_widget (actions),
                              ante_lead_actions_get_workspace (actions), lead, state);
}

static void
hand_off_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *actions = user_data;
  AnteLead *lead = get_lead (actions);

  if (lead != NULL)
    ante_handoff_dialog_ask (ante_lead_actions_get_widget (actions),
                             ante_lead_actions_get_workspace (actions), lead,
                             ante_lead_actions_get_setters (actions), NULL);
}

static const GActionEntry entries[] = {
  { "follow-up", follow_up_cb, NULL, NULL, NULL },
  { "follow-up-at", follow_up_at_cb, "(sx)", NULL, NULL },
  { "step-over", step_over_cb, "s", NULL, NULL },
  { "hand-off", hand_off_cb, NULL, NULL, NULL },
};

void
ante_follow_up_acts_install (AnteLeadActions *actions)
{
  g_action_map_add_action_entries (G_ACTION_MAP (ante_lead_actions_get_group (actions)), entries,
                                   G_N_ELEMENTS (entries), actions);
}
