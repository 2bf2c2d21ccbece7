#include "sandbox/sandbox-wire.h"

#include <string.h>

#define DAY_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)
#define MAX_TEXT_BYTES 1000

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
             json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static JsonObject *
get_object (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
accept (SandboxCall *call, SandboxPerson *person, SandboxKind kind, const char *text)
{
  SandboxState *state = call->state;
  SandboxMessage *message =
    sandbox_state_add_message (state, person, sandbox_state_now (state), TRUE, kind, text);
  SandboxSent *sent = g_new0 (SandboxSent, 1);
  JsonObject *note = json_object_new ();

  message->reply_to = g_strdup (get_string (get_object (call->body, "reply_to"), "mid"));
  if (call->late > 0)
    message->visible_at = message->at + call->late;

  sent->mid = g_strdup (message->mid);
  sent->igsid = g_strdup (person->igsid);
  sent->handle = g_strdup (person->handle);
  sent->text = g_strdup (text);
  sent->tag = g_strdup (get_string (call->body, "tag"));
  sent->at = message->at;
  g_ptr_array_add (state->sent, sent);

  json_object_set_string_member (note, "to", person->igsid);
  json_object_set_string_member (note, "text", text != NULL ? text : "");
  json_object_set_int_member (note, "at", message->at);
  json_object_set_boolean_member (note, "sent", TRUE);
  sandbox_journal_note (state, "elsewhere", note);
  json_object_unref (note);

  sandbox_players_sent (state, person, text);
  call->answer = json_object_new ();
  json_object_set_string_member (call->answer, "recipient_id", person->igsid);
  json_object_set_string_member (call->answer, "message_id", message->mid);
}

static gboolean
check_window (SandboxCall *call, SandboxPerson *person)
{
  gint64 last = sandbox_person_last_in (person);
  gint64 age = sandbox_state_now (call->state) - last;
  const char *tag = get_string (call->body, "tag");

  if (last > 0 && age < DAY_MS)
    return TRUE;
  if (g_strcmp0 (tag, "HUMAN_AGENT") == 0 && !call->state->account.human_agent) {
    sandbox_call_fail (call, 403, 10, 0, "IGApiException",
                       "(#10) This app does not have the Human Agent feature");
    return FALSE;
  }
  if (g_strcmp0 (tag, "HUMAN_AGENT") == 0 && last > 0 && age < 7 * DAY_MS)
    return TRUE;

  sandbox_call_fail (call, 403, 10, 2534022, "IGApiException",
                     "Diese Nachricht wird außerhalb des zulässigen Zeitfensters gesendet.");
  return FALSE;
}

static SandboxPerson *
find_recipient (SandboxCall *call)
{
  const char *id = get_string (get_object (call->body, "recipient"), "id");
  SandboxPerson *person = id != NULL ? g_hash_table_lookup (call->state->by_igsid, id) : NULL;

  if (person == NULL)
    sandbox_call_fail (call, 400, 100, 2534014, "IGApiException",
                       "The requested user cannot be found");
  else if (person->blocked)
    sandbox_call_fail (call, 400, 551, 1545041, "OAuthException",
                       "This person isn't available right now");
  return call->answer == NULL ? person : NULL;
}

static void
send_text (SandboxCall *call, SandboxPerson *person, JsonObject *message)
{
  const char *text = get_string (message, "text");

  if (text != NULL && (strlen (text) > MAX_TEXT_BYTES || *text == '\0')) {
    sandbox_call_fail (call, 400, 100, 2534015, "IGApiException", "(#100) Invalid message data");
    return;
  }
  if (text == NULL && get_object (message, "attachment") == NULL) {
    sandbox_call_fail (call, 400, 100, 2534015, "IGApiException", "(#100) Invalid message data");
    return;
  }
  if (check_window (call, person))
    accept (call, person, text != NULL ? SANDBOX_TEXT : SANDBOX_IMAGE, text);
}

static void
react (SandboxCall *call, const char *action)
{
  JsonObject *payload = get_object (call->body, "payload");
  SandboxMessage *message = NULL;
  const char *mid = get_string (payload, "message_id");

  if (mid == NULL || sandbox_state_find_message (call->state, mid, &message) == NULL) {
    sandbox_call_fail (call, 400, 100, 33, "IGApiException", "The message does not exist");
    return;
  }
  g_free (message->reaction);
  message->reaction =
    g_str_equal (action, "react") ? g_strdup (get_string (payload, "reaction")) : NULL;
  message->reaction_by_us = TRUE;
  call->answer = json_object_new ();
  json_object_set_string_member (call->answer, "recipient_id", mid);
}

/* One private reply to a comment, ever, and within seven days. */
static void
reply_privately (SandboxCall *call, const char *comment_id)
{
  SandboxState *state = call->state;
  const char *text = get_string (get_object (call->body, "message"), "text");

  for (guint i = 0; i < state->comments->len; i++) {
    SandboxComment *comment = state->comments->pdata[i];

    if (!g_str_equal (comment->id, comment_id))
      continue;
    if (comment->answered || text == NULL || strlen (text) > MAX_TEXT_BYTES ||
        sandbox_state_now (state) - comment->at > 7 * DAY_MS)
      break;
    comment->answered = TRUE;
    accept (call, g_hash_table_lookup (state->by_igsid, comment->igsid), SANDBOX_TEXT, text);
    return;
  }
  sandbox_call_fail (call, 400, 100, 2534025, "IGApiException",
                     "The comment is not valid for a private reply");
}

static void
handle_messages (SandboxCall *call)
{
  const char *action = get_string (call->body, "sender_action");
  JsonObject *message = get_object (call->body, "message");
  const char *comment_id = get_string (get_object (call->body, "recipient"), "comment_id");
  SandboxPerson *person = NULL;

  call->is_send = message != NULL;
  if (action != NULL && message != NULL)
    sandbox_call_fail (call, 400, 100, 2018014, "OAuthException",
                       "A message and an action in one request");
  else if (g_strcmp0 (action, "react") == 0 || g_strcmp0 (action, "unreact") == 0)
    react (call, action);
  else if (comment_id != NULL)
    reply_privately (call, comment_id);
  else if ((person = find_recipient (call)) == NULL)
    return;
  else if (action != NULL) {
    call->answer = json_object_new ();
    json_object_set_string_member (call->answer, "recipient_id", person->igsid);
  } else
    send_text (call, person, message);
}

static void
upload (SandboxCall *call)
{
  g_autofree char *id = g_strdup_printf ("9001002%08u", g_random_int_range (0, 100000000));

  call->answer = json_object_new ();
  json_object_set_string_member (call->answer, "attachment_id", id);
}

static void
answer_comment (SandboxCall *call)
{
  g_autofree char *id =
    g_strdup_printf ("1790000%010u", (guint) g_random_int_range (0, G_MAXINT32));

  call->answer = json_object_new ();
  json_object_set_string_member (call->answer, "id", id);
}

void
sandbox_sends_handle (SandboxCall *call)
{
  const SandboxAccount *account = &call->state->account;
  const char *first = call->path[0] != NULL ? call->path[0] : "";
  const char *second = call->path[0] != NULL ? call->path[1] : NULL;
  gboolean is_us = g_str_equal (first, "me") || g_str_equal (first, account->user_id);

  if (is_us && !account->can_message)
    sandbox_call_fail (call, 403, 10, 0, "OAuthException",
                       "(#10) Application does not have permission for this action");
  else if (is_us && !account->access)
    sandbox_call_fail (call, 403, 200, 2534041, "IGApiException",
                       "The owner has turned off access to messages");
  else if (is_us && g_strcmp0 (second, "messages") == 0 && call->body != NULL)
    handle_messages (call);
  else if (is_us && g_strcmp0 (second, "message_attachments") == 0)
    upload (call);
  else if (g_strcmp0 (second, "replies") == 0)
    answer_comment (call);
  else
    sandbox_call_fail (call, 400, 100, 33, "IGApiException", "Unsupported post request");
}
