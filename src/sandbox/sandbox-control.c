#include <string.h>

#include "sandbox/sandbox-render.h"

#define MAX_COUNT 10000

static JsonObject *
fail (const char *why)
{
  JsonObject *answer = json_object_new ();

  json_object_set_string_member (answer, "error", why);
  return answer;
}

/* Somebody unknown comes into being. */
static SandboxPerson *
person_of (SandboxState *state, JsonObject *arguments, const char *member)
{
  const char *who = sandbox_json_string (arguments, member);
  SandboxPerson *person = NULL;

  if (who == NULL || *who == '\0' || strlen (who) > 200)
    return NULL;
  person = sandbox_state_find_person (state, who);
  if (person == NULL) {
    person = sandbox_state_add_person (state, *who == '@' ? who + 1 : who,
                                       sandbox_json_string (arguments, "name"));
    person->is_request = sandbox_json_boolean (arguments, "request", FALSE);
  }
  return person;
}

static SandboxMessage *
add_one (SandboxState *state,
         SandboxPerson *person,
         JsonObject *arguments,
         gboolean from_us,
         SandboxKind kind,
         const char *text)
{
  gint64 at = sandbox_json_int (arguments, "at", 0);
  SandboxMessage *message = sandbox_message_new (
    state, person, NULL, at > 0 ? at : sandbox_state_now (state), from_us, kind, text);

  message->link = g_strdup (sandbox_json_string (arguments, "link"));
  message->reply_to = g_strdup (sandbox_json_string (arguments, "reply_to"));
  return sandbox_thread_add (state, message);
}

static JsonObject *
add_messages (SandboxState *state, JsonObject *arguments, const char *who, gboolean from_us)
{
  gint64 count = CLAMP (sandbox_json_int (arguments, "count", 1), 1, MAX_COUNT);
  const char *text = sandbox_json_string (arguments, "text");
  const char *nick = sandbox_json_string (arguments, "kind");
  SandboxKind kind = SANDBOX_TEXT;
  SandboxPerson *person = NULL;
  SandboxMessage *message = NULL;
  JsonObject *answer = NULL;

  if (nick != NULL && !sandbox_kind_from_nick (nick, &kind))
    return fail ("there is no such kind of message");
  if (kind == SANDBOX_TEXT && (text == NULL || *text == '\0'))
    return fail ("a text is needed");
  if ((person = person_of (state, arguments, who)) == NULL)
    return fail ("a handle or id is needed");

  for (gint64 i = 0; i < count; i++) {
    g_autofree char *numbered =
      count > 1 && text != NULL ? g_strdup_printf ("%s %" G_GINT64_FORMAT, text, i + 1) : NULL;

    message = add_one (state, person, arguments, from_us, kind, numbered != NULL ? numbered : text);
  }
  if (from_us) {
    person->is_request = FALSE;
    sandbox_players_sent (state, person, text);
  } else if (sandbox_json_boolean (arguments, "ad", FALSE)) {
    person->ad_at = message->at;
  }

  answer = json_object_new ();
  json_object_set_string_member (answer, "message_id", message->mid);
  json_object_set_string_member (answer, "conversation_id", person->thread_id);
  json_object_set_string_member (answer, "igsid", person->igsid);
  return answer;
}

/* The journal has the offset, not how it came about: "set" would mean another one later. */
static JsonObject *
set_clock (SandboxState *state, JsonObject *arguments)
{
  const char *set = sandbox_json_string (arguments, "set");
  g_autoptr (GDateTime) time = set != NULL ? g_date_time_new_from_iso8601 (set, NULL) : NULL;
  gint64 advance = sandbox_json_int (arguments, "advance_seconds", 0);
  g_autoptr (JsonObject) note = json_object_new ();
  g_autofree char *now = NULL;
  JsonObject *answer = NULL;

  if ((set != NULL && time == NULL) || ABS (advance) > G_GINT64_CONSTANT (100) * 366 * 24 * 3600)
    return fail ("the time was not understood");
  if (time != NULL)
    state->clock_offset = g_date_time_to_unix (time) * 1000 - g_get_real_time () / 1000;
  state->clock_offset =
    sandbox_json_int (arguments, "offset", state->clock_offset) + advance * 1000;
  json_object_set_int_member (note, "offset", state->clock_offset);
  sandbox_journal_note (state, "clock", note);
  sandbox_players_tick (state, TRUE);

  now = sandbox_render_time (sandbox_state_now (state));
  answer = json_object_new ();
  json_object_set_string_member (answer, "now", now);
  return answer;
}

static gboolean
set_token_state (SandboxAccount *account, const char *token_state)
{
  static const char *const known[] = { "ok",         "expired",     "password", "removed",
                                       "checkpoint", "unconfirmed", "invalid",  NULL };

  if (token_state == NULL)
    return TRUE;
  if (!g_strv_contains (known, token_state))
    return FALSE;
  g_free (account->token_state);
  account->token_state = g_strdup (token_state);
  return TRUE;
}

/* "scopes": the ones that were granted, with or without their long prefix. */
static void
set_scopes (SandboxAccount *account, JsonArray *scopes)
{
  if (scopes == NULL)
    return;
  account->can_message = FALSE;
  account->can_comment = FALSE;
  for (guint i = 0; i < json_array_get_length (scopes); i++) {
    JsonNode *node = json_array_get_element (scopes, i);
    const char *scope = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

    account->can_message |= scope != NULL && g_str_has_suffix (scope, "manage_messages");
    account->can_comment |= scope != NULL && g_str_has_suffix (scope, "manage_comments");
  }
}

static JsonObject *
set_account (SandboxState *state, JsonObject *arguments)
{
  SandboxAccount *account = &state->account;
  const struct {
    const char *name;
    gboolean *flag;
  } flags[] = {
    { "human_agent", &account->human_agent },
    { "access_toggle", &account->access },
    { "role", &account->role },
    { "eligible", &account->eligible },
    { "empty_list", &account->empty_list },
    { "consents", &account->consents },
    { "can_message", &account->can_message },
    { "can_comment", &account->can_comment },
    { "takes_files", &account->takes_files },
  };

  if (!set_token_state (account, sandbox_json_string (arguments, "token_state")))
    return fail ("there is no such state of a token");
  set_scopes (account, sandbox_json_array (arguments, "scopes"));
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    *flags[i].flag = sandbox_json_boolean (arguments, flags[i].name, *flags[i].flag);
  return json_object_new ();
}

static JsonObject *
change_message (SandboxState *state, JsonObject *arguments, const char *command)
{
  const char *mid = sandbox_json_string (arguments, "message_id");
  const char *text = sandbox_json_string (arguments, "text");
  g_autoptr (SandboxMessage) message = mid != NULL ? sandbox_thread_find (state, mid, NULL) : NULL;

  if (message == NULL)
    return fail ("there is no such message");
  if (g_str_equal (command, "edit") && text == NULL)
    return fail ("a text is needed");

  sandbox_thread_keep (state, message);
  if (g_str_equal (command, "unsend")) {
    message->unsent = TRUE;
  } else if (g_str_equal (command, "edit")) {
    g_free (message->text);
    message->text = g_strdup (text);
  } else {
    g_free (message->reaction);
    message->reaction = g_strdup (sandbox_json_string (arguments, "reaction"));
  }
  return json_object_new ();
}

static JsonObject *
add_comment (SandboxState *state, JsonObject *arguments)
{
  const char *media = sandbox_json_string (arguments, "media");
  const char *parent = sandbox_json_string (arguments, "parent");
  const char *text = sandbox_json_string (arguments, "text");
  gint64 at = sandbox_json_int (arguments, "at", 0);
  SandboxPerson *person = NULL;
  JsonObject *answer = NULL;

  if (media == NULL && state->media->len > 0)
    media = ((SandboxMedia *) state->media->pdata[state->media->len - 1])->id;
  if (media == NULL || sandbox_state_find_media (state, media) == NULL)
    return fail ("there is no such media to comment on");
  if (parent != NULL && sandbox_state_find_comment (state, parent) == NULL)
    return fail ("there is no such comment to answer");
  if ((person = person_of (state, arguments, "from")) == NULL)
    return fail ("a handle or id is needed");

  answer = json_object_new ();
  json_object_set_string_member (answer, "comment_id",
                                 sandbox_state_add_comment (state, person, media, parent, text,
                                                            at > 0 ? at : sandbox_state_now (state))
                                   ->id);
  json_object_set_string_member (answer, "igsid", person->igsid);
  return answer;
}

static JsonObject *
block (SandboxState *state, JsonObject *arguments)
{
  const char *who = sandbox_json_string (arguments, "igsid");
  SandboxPerson *person = who != NULL ? sandbox_state_find_person (state, who) : NULL;

  if (person == NULL)
    return fail ("there is no such person");
  person->blocked = sandbox_json_boolean (arguments, "blocked", TRUE);
  return json_object_new ();
}

static JsonObject *
reset_ledger (SandboxState *state)
{
  g_ptr_array_set_size (state->sent, 0);
  g_ptr_array_set_size (state->requests, 0);
  return json_object_new ();
}

/* What only tells. */
static JsonObject *
ask (SandboxState *state, const char *command)
{
  return g_str_equal (command, "people")     ? sandbox_ledger_list_people (state)
         : g_str_equal (command, "sent")     ? sandbox_ledger_list_sent (state)
         : g_str_equal (command, "requests") ? sandbox_ledger_list_requests (state)
         : g_str_equal (command, "standing") ? sandbox_standing_list (state)
                                             : NULL;
}

static JsonObject *
change (SandboxState *state, const char *command, JsonObject *arguments)
{
  static const char *const on_messages[] = { "unsend", "edit", "reaction", NULL };

  if (g_str_equal (command, "message"))
    return add_messages (state, arguments, "from", FALSE);
  if (g_str_equal (command, "elsewhere"))
    return add_messages (state, arguments, "to", TRUE);
  if (g_str_equal (command, "comment"))
    return add_comment (state, arguments);
  if (g_strv_contains (on_messages, command))
    return change_message (state, arguments, command);
  if (g_str_equal (command, "account"))
    return set_account (state, arguments);
  if (g_str_equal (command, "block"))
    return block (state, arguments);
  if (g_str_equal (command, "reset_ledger"))
    return reset_ledger (state);
  if (g_str_equal (command, "autoplay")) {
    state->autoplay = sandbox_json_boolean (arguments, "on", state->autoplay);
    return json_object_new ();
  }
  return NULL;
}

gboolean
sandbox_control_handle (SandboxState *state,
                        const char *command,
                        JsonObject *arguments,
                        JsonObject **answer)
{
  if (g_str_equal (command, "clock")) {
    *answer = set_clock (state, arguments);
  } else if ((*answer = ask (state, command)) == NULL &&
             (*answer = change (state, command, arguments)) != NULL &&
             !json_object_has_member (*answer, "error")) {
    sandbox_journal_note (state, command, arguments);
  }
  return *answer != NULL;
}
