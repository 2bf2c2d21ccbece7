#include "sandbox/sandbox-wire.h"

#include <string.h>

#include "sandbox/sandbox-render.h"

static const char *
text_of (JsonObject *arguments, const char *name)
{
  return arguments != NULL && json_object_has_member (arguments, name)
           ? json_object_get_string_member_with_default (arguments, name, NULL)
           : NULL;
}

static JsonObject *
fail (const char *why)
{
  JsonObject *answer = json_object_new ();

  json_object_set_string_member (answer, "error", why);
  return answer;
}

static SandboxPerson *
person_of (SandboxState *state, JsonObject *arguments, const char *name)
{
  const char *who = text_of (arguments, name);
  SandboxPerson *person = NULL;

  if (who == NULL || *who == '\0')
    return NULL;
  person = sandbox_state_find_person (state, who);
  if (person == NULL)
    person = sandbox_state_add_person (state, who, text_of (arguments, "name"));
  return person;
}

static gint64
time_of (SandboxState *state, JsonObject *arguments)
{
  gint64 at = json_object_get_int_member_with_default (arguments, "at", 0);

  return at != 0 ? at : sandbox_state_now (state);
}

static JsonObject *
add_messages (SandboxState *state, JsonObject *arguments, const char *who, gboolean from_us)
{
  SandboxPerson *person = person_of (state, arguments, who);
  SandboxKind kind = SANDBOX_TEXT;
  gint64 count = json_object_get_int_member_with_default (arguments, "count", 1);
  SandboxMessage *message = NULL;
  JsonObject *answer = NULL;

  if (person == NULL)
    return fail ("a handle or id is needed");
  if (text_of (arguments, "kind") != NULL &&
      !sandbox_kind_from_nick (text_of (arguments, "kind"), &kind))
    return fail ("there is no such kind of message");

  for (gint64 i = 0; i < CLAMP (count, 1, 10000); i++) {
    g_autofree char *numbered =
      count > 1 ? g_strdup_printf ("%s %" G_GINT64_FORMAT, text_of (arguments, "text"), i + 1)
                : NULL;

    message = sandbox_state_add_message (state, person, time_of (state, arguments), from_us, kind,
                                         numbered != NULL ? numbered : text_of (arguments, "text"));
  }

  answer = json_object_new ();
  json_object_set_string_member (answer, "message_id", message->mid);
  json_object_set_string_member (answer, "conversation_id", person->thread_id);
  json_object_set_string_member (answer, "igsid", person->igsid);
  return answer;
}

static JsonObject *
set_clock (SandboxState *state, JsonObject *arguments)
{
  JsonObject *answer = json_object_new ();
  g_autofree char *now = NULL;

  state->clock_offset +=
    json_object_get_int_member_with_default (arguments, "advance_seconds", 0) * 1000;
  if (text_of (arguments, "set") != NULL) {
    g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text_of (arguments, "set"), NULL);

    if (time != NULL)
      state->clock_offset = g_date_time_to_unix (time) * 1000 - g_get_real_time () / 1000;
  }
  sandbox_players_tick (state);
  now = sandbox_render_time (sandbox_state_now (state));
  json_object_set_string_member (answer, "now", now);
  return answer;
}

static void
set_flag (JsonObject *arguments, const char *name, gboolean *flag)
{
  if (json_object_has_member (arguments, name))
    *flag = json_object_get_boolean_member (arguments, name);
}

static JsonObject *
set_account (SandboxState *state, JsonObject *arguments)
{
  SandboxAccount *account = &state->account;

  set_flag (arguments, "human_agent", &account->human_agent);
  set_flag (arguments, "access_toggle", &account->access);
  set_flag (arguments, "role", &account->role);
  set_flag (arguments, "eligible", &account->eligible);
  set_flag (arguments, "empty_list", &account->empty_list);
  set_flag (arguments, "can_message", &account->can_message);
  if (text_of (arguments, "token_state") != NULL) {
    g_free (account->token_state);
    account->token_state = g_strdup (text_of (arguments, "token_state"));
  }
  return json_object_new ();
}

static JsonObject *
list_people (SandboxState *state)
{
  JsonArray *people = json_array_new ();
  JsonObject *answer = json_object_new ();

  for (guint i = 0; i < state->people->len; i++) {
    SandboxPerson *person = state->people->pdata[i];
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "igsid", person->igsid);
    json_object_set_string_member (object, "handle", person->handle);
    if (person->name != NULL)
      json_object_set_string_member (object, "name", person->name);
    json_object_set_int_member (object, "messages", person->messages->len);
    json_array_add_object_element (people, object);
  }
  json_object_set_array_member (answer, "people", people);
  return answer;
}

static JsonObject *
list_sent (SandboxState *state)
{
  JsonArray *list = json_array_new ();
  JsonObject *answer = json_object_new ();

  for (guint i = 0; i < state->sent->len; i++) {
    SandboxSent *sent = state->sent->pdata[i];
    JsonObject *object = json_object_new ();
    g_autofree char *at = sandbox_render_time (sent->at);

    json_object_set_string_member (object, "message_id", sent->mid);
    json_object_set_string_member (object, "igsid", sent->igsid);
    json_object_set_string_member (object, "handle", sent->handle);
    json_object_set_string_member (object, "text", sent->text != NULL ? sent->text : "");
    if (sent->tag != NULL)
      json_object_set_string_member (object, "tag", sent->tag);
    json_object_set_string_member (object, "at", at);
    json_array_add_object_element (list, object);
  }
  json_object_set_array_member (answer, "sent", list);
  return answer;
}

static JsonObject *
list_requests (SandboxState *state)
{
  JsonArray *list = json_array_new ();
  JsonObject *answer = json_object_new ();

  for (guint i = 0; i < state->requests->len; i++) {
    SandboxRequest *request = state->requests->pdata[i];
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "method", request->method);
    json_object_set_string_member (object, "path", request->path);
    json_object_set_int_member (object, "status", request->status);
    json_object_set_int_member (object, "at", request->at);
    json_array_add_object_element (list, object);
  }
  json_object_set_array_member (answer, "requests", list);
  json_object_set_int_member (answer, "count", state->requests->len);
  return answer;
}

static JsonObject *
on_message (SandboxState *state, JsonObject *arguments, const char *command)
{
  SandboxMessage *message = NULL;
  SandboxPerson *person =
    text_of (arguments, "message_id") != NULL
      ? sandbox_state_find_message (state, text_of (arguments, "message_id"), &message)
      : NULL;

  if (person == NULL)
    return fail ("there is no such message");
  if (g_str_equal (command, "unsend")) {
    sandbox_state_unsend (state, person, message);
  } else if (g_str_equal (command, "edit")) {
    g_free (message->text);
    message->text = g_strdup (text_of (arguments, "text"));
  } else {
    g_free (message->reaction);
    message->reaction = g_strdup (text_of (arguments, "reaction"));
    message->reaction_by_us = FALSE;
  }
  return json_object_new ();
}

static JsonObject *
add_comment (SandboxState *state, JsonObject *arguments)
{
  SandboxPerson *person = person_of (state, arguments, "from");
  const char *media = text_of (arguments, "media");
  JsonObject *answer = NULL;

  if (person == NULL)
    return fail ("a handle or id is needed");
  if (media == NULL && state->media->len > 0)
    media = ((SandboxMedia *) state->media->pdata[state->media->len - 1])->id;
  if (media == NULL)
    return fail ("there is no media to comment on");

  answer = json_object_new ();
  json_object_set_string_member (
    answer, "comment_id",
    sandbox_state_add_comment (state, person, media, text_of (arguments, "text"))->id);
  return answer;
}

gboolean
sandbox_control_handle (SandboxState *state,
                        const char *command,
                        JsonObject *arguments,
                        JsonObject **answer)
{
  static const char *const on_messages[] = { "unsend", "edit", "reaction", NULL };

  if (g_str_equal (command, "message"))
    *answer = add_messages (state, arguments, "from", FALSE);
  else if (g_str_equal (command, "elsewhere"))
    *answer = add_messages (state, arguments, "to", TRUE);
  else if (g_str_equal (command, "comment"))
    *answer = add_comment (state, arguments);
  else if (g_strv_contains (on_messages, command))
    *answer = on_message (state, arguments, command);
  else if (g_str_equal (command, "clock"))
    *answer = set_clock (state, arguments);
  else if (g_str_equal (command, "account"))
    *answer = set_account (state, arguments);
  else if (g_str_equal (command, "people"))
    *answer = list_people (state);
  else if (g_str_equal (command, "sent"))
    *answer = list_sent (state);
  else if (g_str_equal (command, "requests"))
    *answer = list_requests (state);
  else if (g_str_equal (command, "reset_ledger")) {
    g_ptr_array_set_size (state->sent, 0);
    g_ptr_array_set_size (state->requests, 0);
    *answer = json_object_new ();
  } else if (g_str_equal (command, "block")) {
    SandboxPerson *person = person_of (state, arguments, "igsid");

    if (person != NULL)
      person->blocked = TRUE;
    *answer = person != NULL ? json_object_new () : fail ("a handle or id is needed");
  } else if (g_str_equal (command, "autoplay")) {
    set_flag (arguments, "on", &state->autoplay);
    *answer = json_object_new ();
  } else
    return FALSE;

  return TRUE;
}
