#include "sandbox/sandbox-threads.h"

#include <stdio.h>
#include <string.h>

#define MID_PREFIX "aWdfZAG1faXRlbToxOkdl"

static void
clear_message (gpointer data)
{
  SandboxMessage *message = data;

  g_free (message->mid);
  g_free (message->text);
  g_free (message->reply_to);
  g_free (message->link);
  g_free (message->reaction);
  g_free (message->our_reaction);
}

SandboxMessage *
sandbox_message_ref (SandboxMessage *message)
{
  return g_rc_box_acquire (message);
}

void
sandbox_message_unref (SandboxMessage *message)
{
  if (message != NULL)
    g_rc_box_release_full (message, clear_message);
}

SandboxMessage *
sandbox_message_new (SandboxState *state,
                     SandboxPerson *person,
                     const char *mid,
                     gint64 at,
                     gboolean from_us,
                     SandboxKind kind,
                     const char *text)
{
  SandboxMessage *message = g_rc_box_new0 (SandboxMessage);

  message->person = person;
  message->mid = mid != NULL ? g_strdup (mid)
                             : g_strdup_printf ("aWdfZAG1faXRlbToxOklH%012" G_GUINT64_FORMAT "ZD",
                                                sandbox_state_take_id (state));
  message->at = at;
  message->from_us = from_us;
  message->kind = kind;
  message->text = g_strdup (text != NULL && *text != '\0' ? text : NULL);
  message->parts = 1;
  return message;
}

SandboxMessage *
sandbox_thread_add (SandboxState *state, SandboxMessage *message)
{
  SandboxPerson *person = message->person;
  guint place = person->messages->len;

  /* One that is put in late still finds its place by time. */
  while (place > 0 && ((SandboxMessage *) person->messages->pdata[place - 1])->at > message->at)
    place--;
  g_ptr_array_insert (person->messages, (int) place, message);
  g_hash_table_insert (state->by_mid, message->mid, message);
  if (!message->from_us)
    person->wrote_at = MAX (person->wrote_at, message->at);
  if (message->at > person->updated_at || person->updated_at == 0) {
    person->updated_at = message->at;
    state->is_sorted = FALSE;
  }
  return message;
}

guint
sandbox_thread_length (SandboxPerson *person)
{
  return person->messages->len + person->generated;
}

static SandboxMessage *
make_generated (SandboxState *state, SandboxPerson *person, guint index)
{
  SandboxLine line = { 0 };
  g_autofree char *mid = g_strdup_printf (MID_PREFIX "%08x%06xZD", (guint) person->lead, index);

  sandbox_generator_get_line (state->generator, (guint) person->lead, index, state->start, &line);
  return sandbox_message_new (state, person, mid, line.at, line.from_us, (SandboxKind) line.kind,
                              line.text);
}

static SandboxMessage *
get_generated (SandboxState *state, SandboxPerson *person, guint index)
{
  SandboxMessage *kept = person->touched != NULL
                           ? g_hash_table_lookup (person->touched, GUINT_TO_POINTER (index))
                           : NULL;

  return kept != NULL ? sandbox_message_ref (kept) : make_generated (state, person, index);
}

SandboxMessage *
sandbox_thread_get (SandboxState *state, SandboxPerson *person, guint place)
{
  guint own = person->messages->len;

  return place < own ? sandbox_message_ref (person->messages->pdata[own - 1 - place])
                     : get_generated (state, person, person->generated - 1 - (place - own));
}

static gboolean
parse_mid (SandboxState *state, const char *mid, SandboxPerson **person, guint *index)
{
  guint lead = 0;

  if (state->generator == NULL || !g_str_has_prefix (mid, MID_PREFIX) ||
      sscanf (mid + strlen (MID_PREFIX), "%8x%6xZD", &lead, index) != 2 ||
      lead >= sandbox_generator_get_n_leads (state->generator))
    return FALSE;

  /* The generated ones come first. */
  *person = state->people->pdata[lead];
  return *index < (*person)->generated;
}

SandboxMessage *
sandbox_thread_find (SandboxState *state, const char *mid, guint *place)
{
  SandboxMessage *message = g_hash_table_lookup (state->by_mid, mid);
  SandboxPerson *person = NULL;
  guint index = 0;

  if (message != NULL) {
    person = message->person;
    for (guint i = 0; place != NULL && i < person->messages->len; i++) {
      if (person->messages->pdata[i] == message)
        *place = person->messages->len - 1 - i;
    }
    return sandbox_message_ref (message);
  }

  if (!parse_mid (state, mid, &person, &index))
    return NULL;
  if (place != NULL)
    *place = person->messages->len + person->generated - 1 - index;
  return get_generated (state, person, index);
}

void
sandbox_thread_keep (SandboxState *state, SandboxMessage *message)
{
  SandboxPerson *person = NULL;
  guint index = 0;

  if (!parse_mid (state, message->mid, &person, &index))
    return;
  if (person->touched == NULL)
    person->touched =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sandbox_message_unref);
  g_hash_table_replace (person->touched, GUINT_TO_POINTER (index), sandbox_message_ref (message));
}

static gboolean
is_unsent (SandboxPerson *person, guint place)
{
  guint own = person->messages->len;
  SandboxMessage *message = NULL;

  if (place < own)
    message = person->messages->pdata[own - 1 - place];
  else if (person->touched != NULL)
    message = g_hash_table_lookup (person->touched,
                                   GUINT_TO_POINTER (person->generated - 1 - (place - own)));
  return message != NULL && message->unsent;
}

guint
sandbox_thread_count_newer (SandboxState *state, SandboxPerson *person, guint place, guint enough)
{
  guint n = 0;

  for (guint i = 0; i < place && n < enough; i++)
    n += !is_unsent (person, i);
  return n;
}
