#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-follow-up-commands.h"

#include "engine/ante-commands-private.h"
#include "rules/ante-sla.h"
#include "store/ante-store-account.h"

void
ante_command_follow_up_async (AnteWorkspace *workspace,
                              gint64 lead,
                              gint64 id,
                              const AnteFollowUp *follow_up,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autofree char *value = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
  AnteChange *change = ante_change_new (lead, ANTE_FIELD_FOLLOW_UP, value, NULL);
  GPtrArray *changes = ante_commands_new_changes ();

  change->follow_up = ante_follow_up_copy (follow_up);
  g_ptr_array_add (changes, change);
  ante_commands_apply (workspace, changes, NULL, callback, user_data);
}

void
ante_command_close_follow_up_async (AnteWorkspace *workspace,
                                    const AnteFollowUp *open,
                                    AnteFollowUpState state,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (AnteFollowUp) closed = ante_follow_up_copy (open);

  closed->state = state;
  ante_command_follow_up_async (workspace, open->lead_id, open->id, closed, callback, user_data);
}

/* --- handoffs ------------------------------------------------------------------------------- */

typedef struct {
  AnteWorkspace *workspace;
  gint64 lead;
  AnteHandoff *handoff;
  GAsyncReadyCallback callback;
  gpointer user_data;
} HandOff;

static void
hand_off_free (HandOff *self)
{
  g_object_unref (self->workspace);
  ante_handoff_free (self->handoff);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HandOff, hand_off_free)

/* NULL, which is always, where nobody has said when they work. */
static AnteWorkingHours *
parse_hours (const char *json)
{
  g_autoptr (GError) error = NULL;
  AnteWorkingHours *hours = json != NULL ? ante_working_hours_parse (json, -1, &error) : NULL;

  if (error != NULL)
    g_warning ("working hours cannot be read, the clock runs always: %s", error->message);
  return hours;
}

static void
hours_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandOff) self = user_data;
  g_autofree char *json = ante_store_get_setting_finish (ANTE_STORE (source), result, NULL);
  AnteWorkingHours *hours = parse_hours (json);
  gint64 now = ante_workspace_now (self->workspace);
  AnteSla sla = ante_sla_at (now, self->handoff->minutes, hours, now);
  AnteChange *change = ante_change_new (self->lead, ANTE_FIELD_HANDOFF, NULL, NULL);
  GPtrArray *changes = ante_commands_new_changes ();

  self->handoff->risk_at = sla.risk_at;
  self->handoff->due_at = sla.due_at;
  if (hours != NULL)
    self->handoff->hours = g_steal_pointer (&json);
  change->handoff = g_steal_pointer (&self->handoff);
  g_ptr_array_add (changes, change);
  ante_commands_apply (self->workspace, changes, NULL, self->callback, self->user_data);
  g_clear_pointer (&hours, ante_working_hours_unref);
}

void
ante_command_hand_off_async (AnteWorkspace *workspace,
                             gint64 lead,
                             const char *owner,
                             guint minutes,
                             const char *next_action,
                             const char *note,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  HandOff *self = g_new0 (HandOff, 1);

  self->workspace = g_object_ref (workspace);
  self->lead = lead;
  self->handoff = ante_handoff_new (owner, minutes, next_action);
  self->handoff->note = g_strdup (note);
  self->callback = callback;
  self->user_data = user_data;
  ante_store_get_setting_async (ante_workspace_get_store (workspace), ANTE_SETTING_HOURS, NULL,
                                hours_read_cb, self);
}
