#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-follow-up.h"

#define LATE_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

static const char *const state_nicks[] = { "open", "done", "skipped", "answered", "cancelled" };

const char *
ante_follow_up_state_to_nick (AnteFollowUpState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_nicks), state_nicks[0]);
  return state_nicks[state];
}

gboolean
ante_follow_up_state_from_nick (const char *nick, AnteFollowUpState *state)
{
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (state_nicks); i++) {
    if (g_str_equal (state_nicks[i], nick)) {
      *state = (AnteFollowUpState) i;
      return TRUE;
    }
  }
  return FALSE;
}

AnteFollowUp *
ante_follow_up_new (const char *reason, gint64 due_at, const char *led_by)
{
  AnteFollowUp *self = g_new0 (AnteFollowUp, 1);

  self->reason = g_strdup (reason);
  self->due_at = due_at;
  self->led_by = g_strdup (led_by);
  self->touch = 1;
  return self;
}

AnteFollowUp *
ante_follow_up_copy (const AnteFollowUp *self)
{
  AnteFollowUp *copy = g_memdup2 (self, sizeof *self);

  copy->made_by = g_strdup (self->made_by);
  copy->reason = g_strdup (self->reason);
  copy->led_by = g_strdup (self->led_by);
  copy->sequence = g_strdup (self->sequence);
  copy->closed_by = g_strdup (self->closed_by);
  copy->closed_why = g_strdup (self->closed_why);
  return copy;
}

void
ante_follow_up_free (AnteFollowUp *self)
{
  if (self == NULL)
    return;

  g_free (self->made_by);
  g_free (self->reason);
  g_free (self->led_by);
  g_free (self->sequence);
  g_free (self->closed_by);
  g_free (self->closed_why);
  g_free (self);
}

gboolean
ante_follow_up_was_late (const AnteFollowUp *self)
{
  return self->state == ANTE_FOLLOW_UP_DONE && self->closed_at > self->due_at + LATE_MS;
}
