#include <string.h>

#include "sandbox/sandbox-threads.h"
#include "sandbox/sandbox-wire.h"

void
sandbox_pending_free (SandboxPending *pending)
{
  g_free (pending->text);
  g_free (pending->link);
  g_free (pending->mid);
  g_free (pending);
}

SandboxPending *
sandbox_players_expect (SandboxState *state, SandboxPerson *person, gint64 due, const char *text)
{
  SandboxPending *pending = g_new0 (SandboxPending, 1);

  pending->id = state->next_pending++;
  pending->person = person;
  pending->due = due;
  pending->text = g_strdup (text);
  pending->is_play = TRUE;
  g_ptr_array_add (state->pending, pending);
  return pending;
}

static gboolean
matches (const SandboxReply *reply, const char *text)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *folded = NULL;

  if (reply->match == NULL)
    return TRUE;

  words = g_strsplit (reply->match, "|", -1);
  folded = g_utf8_casefold (text != NULL ? text : "", -1);
  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *word = g_utf8_casefold (words[i], -1);

    if (strstr (folded, word) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* The first answer that fits and was not given yet. */
void
sandbox_players_sent (SandboxState *state, SandboxPerson *person, const char *text)
{
  if (!state->autoplay || person->replies == NULL)
    return;

  for (guint i = 0; i < person->replies->len; i++) {
    SandboxReply *reply = person->replies->pdata[i];

    if (reply->used || !matches (reply, text))
      continue;
    reply->used = TRUE;
    sandbox_players_expect (state, person, sandbox_state_now (state) + (gint64) reply->delay * 1000,
                            reply->text)
      ->kind = reply->kind;
    return;
  }
}

void
sandbox_players_play (SandboxState *state, guint64 id, gint64 at)
{
  for (guint i = 0; i < state->pending->len; i++) {
    SandboxPending *pending = state->pending->pdata[i];
    SandboxMessage *message = NULL;

    if (pending->id != id)
      continue;
    message = sandbox_message_new (state, pending->person, pending->mid,
                                   pending->mid != NULL ? pending->at : at, pending->mid != NULL,
                                   pending->kind, pending->text);
    message->link = g_steal_pointer (&pending->link);
    sandbox_thread_add (state, message);
    g_ptr_array_remove_index (state->pending, i);
    return;
  }
}

static SandboxPending *
find_due (SandboxState *state, gint64 now)
{
  SandboxPending *first = NULL;

  for (guint i = 0; i < state->pending->len; i++) {
    SandboxPending *pending = state->pending->pdata[i];

    if (pending->due <= now && (state->autoplay || !pending->is_play) &&
        (first == NULL || pending->due < first->due))
      first = pending;
  }
  return first;
}

/* What was held up while nobody played comes with the present time: in the past, a list by time
 * would show it where nobody looks any more. */
void
sandbox_players_tick (SandboxState *state, gboolean jumped)
{
  gint64 now = sandbox_state_now (state);
  SandboxPending *pending = NULL;

  while (state->frozen == 0 && (pending = find_due (state, now)) != NULL) {
    g_autoptr (JsonObject) change = json_object_new ();

    json_object_set_int_member (change, "id", (gint64) pending->id);
    json_object_set_int_member (change, "at", jumped ? pending->due : now);
    json_object_unref (sandbox_change_apply (state, "play", change));
  }
}
