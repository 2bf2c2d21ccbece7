#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sandbox/sandbox-render.h"

#define REQUEST_DAYS 30

/**
 * sandbox_reads_take_fields:
 *
 * Returns: (nullable): what the call asks for; one unknown name at any depth fails all of it
 */
SandboxFields *
sandbox_reads_take_fields (SandboxCall *call, const SandboxSchema *schema)
{
  g_autoptr (SandboxFields) fields = sandbox_fields_parse (sandbox_call_get (call, "fields"));
  const char *unknown = NULL;

  if (fields == NULL) {
    sandbox_call_fail (call, 2500, 0, NULL);
    return NULL;
  }
  if ((unknown = sandbox_fields_find_unknown (fields, schema)) != NULL) {
    g_autofree char *text =
      g_strdup_printf ("(#100) Tried accessing nonexisting field (%s)", unknown);

    sandbox_call_fail (call, 100, 0, text);
    return NULL;
  }
  return g_steal_pointer (&fields);
}

/* A request that was idle for too long is not given any more. */
static gboolean
is_listed (SandboxState *state, SandboxPerson *person)
{
  gint64 horizon = sandbox_state_now (state) - REQUEST_DAYS * G_GINT64_CONSTANT (24) * 3600 * 1000;

  return sandbox_thread_length (person) > 0 &&
         (!person->is_request || person->updated_at >= horizon);
}

/* A cursor names the row after which to go on by its time and place, so that a list that moves
 * loses none. */
static gboolean
find_start (SandboxCall *call, guint *start)
{
  const char *after = sandbox_call_get (call, "after");
  GPtrArray *order = call->state->order;
  g_autofree char *text = after != NULL ? sandbox_cursor_read (after) : NULL;
  gint64 seconds = 0;
  guint place = 0;
  guint low = 0;
  guint high = order->len;

  *start = 0;
  if (after == NULL)
    return TRUE;
  if (text == NULL || sscanf (text, "%" G_GINT64_FORMAT "x%u", &seconds, &place) != 2) {
    sandbox_call_fail (call, 100, 0, "(#100) The cursor is not valid");
    return FALSE;
  }

  while (low < high) {
    guint middle = (low + high) / 2;
    SandboxPerson *person = order->pdata[middle];
    gint64 at = person->updated_at / 1000;

    if (at > seconds || (at == seconds && person->place <= place))
      low = middle + 1;
    else
      high = middle;
  }
  *start = low;
  return TRUE;
}

static JsonObject *
list_page (SandboxCall *call, const SandboxFields *fields, guint start, guint limit)
{
  SandboxState *state = call->state;
  JsonArray *data = json_array_new ();
  JsonObject *list = sandbox_json_wrap (data);
  SandboxPerson *last = NULL;
  guint i = start;

  for (; i < state->order->len && json_array_get_length (data) < limit; i++) {
    SandboxPerson *person = state->order->pdata[i];

    if (!is_listed (state, person))
      continue;
    json_array_add_object_element (data, sandbox_render_thread (call, person, fields));
    last = person;
  }
  while (i < state->order->len && !is_listed (state, state->order->pdata[i]))
    i++;
  if (last != NULL) {
    g_autofree char *text =
      g_strdup_printf ("%" G_GINT64_FORMAT "x%u", last->updated_at / 1000, last->place);

    sandbox_render_paging (call, list, text, i < state->order->len);
  }
  return list;
}

static JsonObject *
list_one (SandboxCall *call, const SandboxFields *fields, const char *igsid)
{
  SandboxPerson *person = g_hash_table_lookup (call->state->by_igsid, igsid);
  JsonArray *data = json_array_new ();

  if (person != NULL && is_listed (call->state, person))
    json_array_add_object_element (data, sandbox_render_thread (call, person, fields));
  return sandbox_json_wrap (data);
}

static void
list_conversations (SandboxCall *call)
{
  g_autoptr (SandboxFields) fields = sandbox_reads_take_fields (call, sandbox_thread_schema);
  const char *limit_text = sandbox_call_get (call, "limit");
  const char *igsid = sandbox_call_get (call, "user_id");
  int limit = limit_text != NULL ? atoi (limit_text) : 25;
  JsonObject *list = NULL;
  guint start = 0;

  if (fields == NULL)
    return;
  if (g_strcmp0 (sandbox_call_get (call, "platform"), "instagram") != 0) {
    sandbox_call_fail (call, 100, 0, "(#100) platform has to be instagram");
    return;
  }
  sandbox_state_sort (call->state);
  if (!find_start (call, &start))
    return;

  if (call->state->account.empty_list)
    list = sandbox_json_wrap (json_array_new ());
  else if (igsid != NULL)
    list = list_one (call, fields, igsid);
  else
    list = list_page (call, fields, start, (guint) CLAMP (limit, 1, SANDBOX_MAX_PAGE));
  /* A cursor within the expansion may have failed it all. */
  if (call->answer == NULL)
    call->answer = list;
  else
    json_object_unref (list);
}

static void
read_thread (SandboxCall *call, SandboxPerson *person)
{
  gboolean is_edge = g_strcmp0 (call->path[1], "messages") == 0;
  g_autoptr (SandboxFields) fields =
    sandbox_reads_take_fields (call, is_edge ? sandbox_message_schema : sandbox_thread_schema);
  const char *limit = sandbox_call_get (call, "limit");
  JsonObject *answer = NULL;

  if (fields == NULL)
    return;
  if (is_edge) {
    fields->limit = limit != NULL ? (guint) CLAMP (atoi (limit), 1, SANDBOX_MAX_PAGE) : 25;
    fields->after = g_strdup (sandbox_call_get (call, "after"));
  }
  answer = is_edge ? sandbox_render_messages (call, person, fields)
                   : sandbox_render_thread (call, person, fields);
  if (call->answer == NULL)
    call->answer = answer;
  else if (answer != NULL)
    json_object_unref (answer);
}

static void
read_message (SandboxCall *call, SandboxMessage *message, guint place)
{
  g_autoptr (SandboxFields) fields = sandbox_reads_take_fields (call, sandbox_message_schema);

  if (fields == NULL)
    return;
  if (message->unsent || sandbox_thread_count_newer (call->state, message->person, place,
                                                     SANDBOX_HORIZON) == SANDBOX_HORIZON)
    sandbox_call_fail (call, 9000001, 0, NULL);
  else
    call->answer = sandbox_render_message (call, message, fields);
}

/* A profile is given only of who has written; a comment alone is no consent. */
static void
read_profile (SandboxCall *call, SandboxPerson *person)
{
  g_autoptr (SandboxFields) fields = sandbox_reads_take_fields (call, sandbox_profile_schema);

  if (fields == NULL)
    return;
  if (person->blocked || person->wrote_at == 0)
    sandbox_call_fail (call, 230, 0, NULL);
  else
    call->answer = sandbox_render_profile (call, person, fields);
}

static gboolean
refuse_messaging (SandboxCall *call)
{
  const SandboxAccount *account = &call->state->account;

  if (!account->can_message)
    sandbox_call_fail (call, 10, 0, NULL);
  else if (!account->access)
    sandbox_call_fail (call, 200, 2534041, NULL);
  else if (!account->eligible)
    sandbox_call_fail (call, 36103, 0, NULL);
  return call->answer != NULL;
}

static void
read_account (SandboxCall *call)
{
  g_autoptr (SandboxFields) fields = sandbox_reads_take_fields (call, sandbox_account_schema);

  if (fields != NULL)
    call->answer = sandbox_render_account (call, fields);
}

void
sandbox_reads_handle (SandboxCall *call)
{
  SandboxState *state = call->state;
  const char *first = call->path[0] != NULL ? call->path[0] : "";
  const char *second = call->path[0] != NULL ? call->path[1] : NULL;
  SandboxPerson *person = NULL;
  g_autoptr (SandboxMessage) message = NULL;
  guint place = 0;

  if (sandbox_call_is_own (call) && second == NULL)
    read_account (call);
  else if (refuse_messaging (call))
    return;
  else if (sandbox_call_is_own (call) && g_strcmp0 (second, "conversations") == 0)
    list_conversations (call);
  else if ((person = g_hash_table_lookup (state->by_thread, first)) != NULL)
    read_thread (call, person);
  else if ((message = sandbox_thread_find (state, first, &place)) != NULL)
    read_message (call, message, place);
  else if ((person = g_hash_table_lookup (state->by_igsid, first)) != NULL && second == NULL)
    read_profile (call, person);
  else
    sandbox_call_fail (call, 100, 33, NULL);
}
