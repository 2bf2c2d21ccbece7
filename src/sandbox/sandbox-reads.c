#include "sandbox/sandbox-wire.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sandbox/sandbox-render.h"

static JsonObject *
wrap (JsonArray *data)
{
  JsonObject *object = json_object_new ();

  json_object_set_array_member (object, "data", data);
  return object;
}

/* One unknown field fails the whole request. */
static SandboxFields *
take_fields (SandboxCall *call, const char *const *known)
{
  g_autoptr (SandboxFields) fields = sandbox_fields_parse (sandbox_call_get (call, "fields"));
  const SandboxFields *messages = NULL;
  const char *unknown = NULL;

  if (fields == NULL) {
    sandbox_call_fail (call, 400, 2500, 0, "OAuthException", "Syntax error in fields");
    return NULL;
  }

  unknown = sandbox_fields_find_unknown (fields, known);
  messages = sandbox_fields_get (fields, "messages");
  if (unknown == NULL && messages != NULL)
    unknown = sandbox_fields_find_unknown (messages, sandbox_message_fields);
  if (unknown != NULL) {
    g_autofree char *text =
      g_strdup_printf ("(#100) Tried accessing nonexisting field (%s)", unknown);

    sandbox_call_fail (call, 400, 100, 0, "OAuthException", text);
    return NULL;
  }
  return g_steal_pointer (&fields);
}

static int
compare_updated (gconstpointer a, gconstpointer b)
{
  const SandboxPerson *left = *(SandboxPerson *const *) a;
  const SandboxPerson *right = *(SandboxPerson *const *) b;

  if (left->updated_at / 1000 != right->updated_at / 1000)
    return left->updated_at < right->updated_at ? 1 : -1;
  return left->index < right->index ? -1 : left->index > right->index;
}

/* Threads that the list shows: none without messages, no request that was idle for 30 days. */
static GPtrArray *
listed_people (SandboxCall *call)
{
  SandboxState *state = call->state;
  const char *only = sandbox_call_get (call, "user_id");
  GPtrArray *people = g_ptr_array_new ();
  gint64 horizon = sandbox_state_now (state) - G_GINT64_CONSTANT (30) * 24 * 3600 * 1000;

  for (guint i = 0; !state->account.empty_list && i < state->people->len; i++) {
    SandboxPerson *person = state->people->pdata[i];

    if (person->messages->len == 0 || (person->is_request && person->updated_at < horizon) ||
        (only != NULL && !g_str_equal (only, person->igsid)))
      continue;
    g_ptr_array_add (people, person);
  }
  g_ptr_array_sort (people, compare_updated);
  return people;
}

/* A cursor names the row after which to go on by its time and number, so that a list that moves
 * loses none. */
static guint
find_start (GPtrArray *people, const char *after)
{
  gint64 seconds = 0;
  guint index = 0;

  if (after == NULL || sscanf (after, "QVF%" G_GINT64_FORMAT "x%u", &seconds, &index) != 2)
    return 0;

  for (guint i = 0; i < people->len; i++) {
    SandboxPerson *person = people->pdata[i];

    if (person->updated_at / 1000 < seconds ||
        (person->updated_at / 1000 == seconds && person->index > index))
      return i;
  }
  return people->len;
}

static void
list_conversations (SandboxCall *call)
{
  g_autoptr (SandboxFields) fields = take_fields (call, sandbox_thread_fields);
  g_autoptr (GPtrArray) people = NULL;
  const char *limit_text = sandbox_call_get (call, "limit");
  guint limit = limit_text != NULL ? CLAMP ((guint) atoi (limit_text), 1, 100) : 25;
  JsonArray *data = NULL;
  guint first = 0;
  guint i = 0;

  if (fields == NULL)
    return;
  if (g_strcmp0 (sandbox_call_get (call, "platform"), "instagram") != 0) {
    sandbox_call_fail (call, 400, 100, 0, "OAuthException", "(#100) platform has to be instagram");
    return;
  }

  people = listed_people (call);
  first = find_start (people, sandbox_call_get (call, "after"));
  data = json_array_new ();
  for (i = first; i < people->len && i < first + limit; i++)
    json_array_add_object_element (
      data, sandbox_render_thread (call->state, people->pdata[i], fields, call->base));

  call->answer = wrap (data);
  if (i > first) {
    SandboxPerson *last = people->pdata[i - 1];
    JsonObject *paging = json_object_new ();
    JsonObject *cursors = json_object_new ();
    g_autofree char *cursor =
      g_strdup_printf ("QVF%" G_GINT64_FORMAT "x%u", last->updated_at / 1000, last->index);

    json_object_set_string_member (cursors, "after", cursor);
    json_object_set_object_member (paging, "cursors", cursors);
    if (i < people->len) {
      g_autofree char *next = g_strdup_printf ("%s/v25.0/me/conversations?access_token=%s&after=%s",
                                               call->base, call->state->account.token, cursor);

      json_object_set_string_member (paging, "next", next);
    }
    json_object_set_object_member (call->answer, "paging", paging);
  }
}

static void
read_thread (SandboxCall *call, SandboxPerson *person)
{
  g_autoptr (SandboxFields) fields = NULL;

  if (g_strcmp0 (call->path[1], "messages") == 0) {
    fields = take_fields (call, sandbox_message_fields);
    if (fields != NULL) {
      fields->limit = sandbox_call_get (call, "limit") != NULL
                        ? (guint) atoi (sandbox_call_get (call, "limit"))
                        : 25;
      fields->after = g_strdup (sandbox_call_get (call, "after"));
      call->answer = sandbox_render_messages (call->state, person, fields, call->base);
    }
    return;
  }

  fields = take_fields (call, sandbox_thread_fields);
  if (fields != NULL)
    call->answer = sandbox_render_thread (call->state, person, fields, call->base);
}

static void
read_message (SandboxCall *call, SandboxPerson *person, SandboxMessage *message)
{
  g_autoptr (SandboxFields) fields = take_fields (call, sandbox_message_fields);

  if (fields == NULL)
    return;
  if (message->unsent || sandbox_message_age (call->state, person, message) >= SANDBOX_HORIZON) {
    sandbox_call_fail (call, 400, 9000001, 0, "OAuthException", "This message has been deleted");
    return;
  }
  call->answer = sandbox_render_message (call->state, person, message, fields, call->base);
}

/* A profile is given only of who has written; a comment alone is no consent. */
static void
read_profile (SandboxCall *call, SandboxPerson *person)
{
  g_autoptr (SandboxFields) fields = take_fields (call, sandbox_profile_fields);

  if (fields == NULL)
    return;
  if (person->blocked || sandbox_person_last_in (person) == 0) {
    sandbox_call_fail (call, 400, 230, 0, "OAuthException",
                       "(#230) User consent is required to access user profile");
    return;
  }
  call->answer = sandbox_render_profile (person, fields, call->base);
}

static void
list_media (SandboxCall *call)
{
  g_autoptr (SandboxFields) fields = take_fields (call, sandbox_media_fields);
  JsonArray *data = NULL;

  if (fields == NULL)
    return;
  data = json_array_new ();
  for (guint i = call->state->media->len; i-- > 0;)
    json_array_add_object_element (
      data, sandbox_render_media (call->state, call->state->media->pdata[i], fields));
  call->answer = wrap (data);
}

static void
list_comments (SandboxCall *call, const char *media_id)
{
  g_autoptr (SandboxFields) fields = take_fields (call, sandbox_comment_fields);
  JsonArray *data = NULL;

  if (fields == NULL)
    return;
  data = json_array_new ();
  for (guint i = call->state->comments->len; i-- > 0;) {
    SandboxComment *comment = call->state->comments->pdata[i];

    if (g_str_equal (comment->media_id, media_id) && json_array_get_length (data) < 50)
      json_array_add_object_element (data, sandbox_render_comment (comment, fields));
  }
  call->answer = wrap (data);
}

static gboolean
is_media (SandboxState *state, const char *id)
{
  for (guint i = 0; i < state->media->len; i++) {
    if (g_str_equal (((SandboxMedia *) state->media->pdata[i])->id, id))
      return TRUE;
  }
  return FALSE;
}

static gboolean
refuse_messaging (SandboxCall *call)
{
  const SandboxAccount *account = &call->state->account;

  if (!account->can_message)
    sandbox_call_fail (call, 403, 10, 0, "OAuthException",
                       "(#10) Application does not have permission for this action");
  else if (!account->access)
    sandbox_call_fail (call, 403, 200, 2534041, "IGApiException",
                       "The owner has turned off access to messages");
  else if (!account->eligible)
    sandbox_call_fail (call, 400, 36103, 0, "IGApiException", "The account is not eligible yet");
  return call->answer != NULL;
}

void
sandbox_reads_handle (SandboxCall *call)
{
  SandboxState *state = call->state;
  const char *first = call->path[0] != NULL ? call->path[0] : "";
  const char *second = call->path[0] != NULL ? call->path[1] : NULL;
  gboolean is_us = g_str_equal (first, "me") || g_str_equal (first, state->account.user_id);
  SandboxPerson *person = NULL;
  SandboxMessage *message = NULL;

  if (is_us && second == NULL) {
    g_autoptr (SandboxFields) fields = take_fields (call, sandbox_account_fields);

    if (fields != NULL)
      call->answer = sandbox_render_account (state, fields);
  } else if (is_us && g_strcmp0 (second, "media") == 0) {
    list_media (call);
  } else if (is_media (state, first) && g_strcmp0 (second, "comments") == 0) {
    list_comments (call, first);
  } else if (refuse_messaging (call)) {
    return;
  } else if (is_us && g_strcmp0 (second, "conversations") == 0) {
    list_conversations (call);
  } else if ((person = g_hash_table_lookup (state->by_thread, first)) != NULL) {
    read_thread (call, person);
  } else if ((person = sandbox_state_find_message (state, first, &message)) != NULL) {
    read_message (call, person, message);
  } else if ((person = g_hash_table_lookup (state->by_igsid, first)) != NULL) {
    read_profile (call, person);
  } else {
    sandbox_call_fail (call, 400, 100, 33, "IGApiException",
                       "Unsupported get request. Object does not exist or no permission");
  }
}
