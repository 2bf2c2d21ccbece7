#include "sandbox/sandbox-wire.h"

#include <string.h>

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
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* The first answer that fits and was not given yet is made ready. */
void
sandbox_players_sent (SandboxState *state, SandboxPerson *person, const char *text)
{
  if (!state->autoplay)
    return;

  for (guint i = 0; i < person->replies->len; i++) {
    SandboxReply *reply = person->replies->pdata[i];

    if (reply->used || !matches (reply, text))
      continue;
    reply->used = TRUE;
    reply->due = sandbox_state_now (state) + (gint64) reply->delay * 1000;
    return;
  }
}

void
sandbox_players_tick (SandboxState *state)
{
  gint64 now = sandbox_state_now (state);

  for (guint i = 0; i < state->people->len; i++) {
    SandboxPerson *person = state->people->pdata[i];

    for (guint k = 0; k < person->replies->len; k++) {
      SandboxReply *reply = person->replies->pdata[k];
      JsonObject *note = NULL;

      if (reply->due == 0 || reply->due > now)
        continue;
      note = json_object_new ();
      json_object_set_string_member (note, "from", person->igsid);
      json_object_set_string_member (note, "text", reply->text);
      json_object_set_int_member (note, "at", reply->due);
      sandbox_state_add_message (state, person, reply->due, FALSE, SANDBOX_TEXT, reply->text);
      reply->due = 0;
      sandbox_journal_note (state, "message", note);
      json_object_unref (note);
    }
  }
}
