#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-handoff.h"

static const char *const state_nicks[] = { "running", "met", "breached", "ended" };

const char *
ante_handoff_state_to_nick (AnteHandoffState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_nicks), state_nicks[0]);
  return state_nicks[state];
}

gboolean
ante_handoff_state_from_nick (const char *nick, AnteHandoffState *state)
{
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (state_nicks); i++) {
    if (g_str_equal (state_nicks[i], nick)) {
      *state = (AnteHandoffState) i;
      return TRUE;
    }
  }
  return FALSE;
}

AnteHandoff *
ante_handoff_new (const char *owner, guint minutes, const char *next_action)
{
  AnteHandoff *self = g_new0 (AnteHandoff, 1);

  self->owner = g_strdup (owner);
  self->minutes = minutes;
  self->next_action = g_strdup (next_action);
  return self;
}

AnteHandoff *
ante_handoff_copy (const AnteHandoff *self)
{
  AnteHandoff *copy = g_memdup2 (self, sizeof *self);

  copy->given_by = g_strdup (self->given_by);
  copy->owner = g_strdup (self->owner);
  copy->hours = g_strdup (self->hours);
  copy->next_action = g_strdup (self->next_action);
  copy->note = g_strdup (self->note);
  copy->closed_why = g_strdup (self->closed_why);
  return copy;
}

void
ante_handoff_free (AnteHandoff *self)
{
  if (self == NULL)
    return;

  g_free (self->given_by);
  g_free (self->owner);
  g_free (self->hours);
  g_free (self->next_action);
  g_free (self->note);
  g_free (self->closed_why);
  g_free (self);
}
