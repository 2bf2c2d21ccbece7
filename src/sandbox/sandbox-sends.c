#include <string.h>

#include "sandbox/sandbox-threads.h"
#include "sandbox/sandbox-wire.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)
#define MAX_TEXT_BYTES 1000
#define MAX_PICTURES 10
#define MAX_QUICK_REPLIES 13
#define BAD_DATA 2534015

/* What of a message is kept; NULL and an error when it is not as it should be. */
typedef struct {
  SandboxKind kind;
  const char *text;
  const char *link;
  guint parts;
} Content;

static gboolean
refuse (SandboxCall *call, int subcode, const char *text)
{
  sandbox_call_fail (call, 100, subcode, text);
  return FALSE;
}

static gboolean
check_text (SandboxCall *call, const char *text)
{
  if (*text == '\0')
    return refuse (call, BAD_DATA, NULL);
  if (strlen (text) > MAX_TEXT_BYTES)
    return refuse (call, 0, "(#100) Length of param message[text] must be at most 1000 bytes");
  return TRUE;
}

static gboolean
check_quick_replies (SandboxCall *call, JsonObject *message)
{
  JsonArray *replies = sandbox_json_array (message, "quick_replies");
  guint n = replies != NULL ? json_array_get_length (replies) : 0;

  if (n > MAX_QUICK_REPLIES)
    return refuse (call, 0, "(#100) Too many quick replies");
  for (guint i = 0; i < n; i++) {
    JsonNode *node = json_array_get_element (replies, i);
    JsonObject *reply = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
    const char *title = sandbox_json_string (reply, "title");

    if (sandbox_json_string (reply, "content_type") == NULL ||
        (title != NULL && g_utf8_strlen (title, -1) > 20))
      return refuse (call, 0, "(#100) Invalid quick reply");
  }
  return TRUE;
}

static gboolean
read_template (SandboxCall *call, JsonObject *payload, Content *content)
{
  const char *type = sandbox_json_string (payload, "template_type");
  JsonArray *rows =
    sandbox_json_array (payload, g_strcmp0 (type, "button") == 0 ? "buttons" : "elements");
  guint n = rows != NULL ? json_array_get_length (rows) : 0;
  JsonNode *first = n > 0 ? json_array_get_element (rows, 0) : NULL;

  content->kind = SANDBOX_TEXT;
  if (g_strcmp0 (type, "button") == 0 && n >= 1 && n <= 3) {
    content->text = sandbox_json_string (payload, "text");
    if (content->text != NULL && g_utf8_strlen (content->text, -1) <= 640)
      return TRUE;
  } else if (g_strcmp0 (type, "generic") == 0 && n >= 1 && n <= 10 &&
             JSON_NODE_HOLDS_OBJECT (first)) {
    content->text = sandbox_json_string (json_node_get_object (first), "title");
    if (content->text != NULL)
      return TRUE;
  }
  return refuse (call, BAD_DATA, NULL);
}

static gboolean
read_file (SandboxCall *call, const char *type, JsonObject *payload, Content *content)
{
  static const struct {
    const char *type;
    SandboxKind kind;
  } types[] = { { "image", SANDBOX_IMAGE },
                { "audio", SANDBOX_VOICE },
                { "video", SANDBOX_VIDEO },
                { "file", SANDBOX_FILE } };
  const char *url = sandbox_json_string (payload, "url");
  const char *id = sandbox_json_string (payload, "attachment_id");
  guint i = 0;

  while (i < G_N_ELEMENTS (types) && g_strcmp0 (types[i].type, type) != 0)
    i++;
  if (i == G_N_ELEMENTS (types))
    return refuse (call, BAD_DATA, NULL);
  if (id != NULL) {
    const SandboxUpload *upload = g_hash_table_lookup (call->state->uploads, id);

    if (upload == NULL || g_strcmp0 (upload->type, type) != 0)
      return refuse (call, 0, "(#100) Invalid attachment_id");
    content->link = upload->bytes != NULL ? id : NULL;
  }
  if (id == NULL &&
      (url == NULL || (!g_str_has_prefix (url, "https://") && !g_str_has_prefix (url, "http://"))))
    return refuse (call, 2018008, "(#100) The media could not be fetched from its url");
  content->kind = types[i].kind;
  return TRUE;
}

static gboolean
read_attachment (SandboxCall *call, JsonObject *attachment, Content *content)
{
  const char *type = sandbox_json_string (attachment, "type");
  JsonObject *payload = sandbox_json_object (attachment, "payload");

  if (g_strcmp0 (type, "like_heart") == 0) {
    content->kind = SANDBOX_HEART;
    return TRUE;
  }
  if (g_strcmp0 (type, "template") == 0)
    return read_template (call, payload, content);
  if (g_strcmp0 (type, "MEDIA_SHARE") == 0) {
    const char *id = sandbox_json_string (payload, "id");

    if (id == NULL || sandbox_state_find_media (call->state, id) == NULL)
      return refuse (call, 33, NULL);
    content->kind = SANDBOX_SHARE;
    content->link = id;
    return TRUE;
  }
  return read_file (call, type, payload, content);
}

static gboolean
read_pictures (SandboxCall *call, JsonArray *attachments, Content *content)
{
  guint n = json_array_get_length (attachments);

  if (n == 0 || n > MAX_PICTURES)
    return refuse (call, BAD_DATA, NULL);
  for (guint i = 0; i < n; i++) {
    JsonNode *node = json_array_get_element (attachments, i);

    if (!JSON_NODE_HOLDS_OBJECT (node) ||
        !read_attachment (call, json_node_get_object (node), content))
      return call->answer != NULL ? FALSE : refuse (call, BAD_DATA, NULL);
    if (content->kind != SANDBOX_IMAGE)
      return refuse (call, BAD_DATA, NULL);
  }
  content->parts = n;
  return TRUE;
}

static gboolean
read_content (SandboxCall *call, JsonObject *message, Content *content)
{
  JsonObject *attachment = sandbox_json_object (message, "attachment");
  JsonArray *attachments = sandbox_json_array (message, "attachments");
  const char *text = sandbox_json_string (message, "text");

  *content = (Content){ SANDBOX_TEXT, text, NULL, 1 };
  /* Text and attachment are separate messages. */
  if ((text != NULL) + (attachment != NULL) + (attachments != NULL) != 1)
    return refuse (call, BAD_DATA, NULL);
  if (text != NULL)
    return check_text (call, text) && check_quick_replies (call, message);
  return attachment != NULL ? read_attachment (call, attachment, content)
                            : read_pictures (call, attachments, content);
}

static gboolean
check_tag (SandboxCall *call)
{
  static const char *const types[] = { "RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY", NULL };
  const char *type = sandbox_json_string (call->body, "messaging_type");
  const char *tag = sandbox_json_string (call->body, "tag");

  if (type != NULL && !g_strv_contains (types, type))
    return refuse (call, 0, "(#100) Param messaging_type must be one of its values");
  if ((tag != NULL && !g_str_equal (tag, "HUMAN_AGENT")) ||
      (tag == NULL && g_strcmp0 (type, "MESSAGE_TAG") == 0))
    return refuse (call, 0, "(#100) The message tag is not supported");
  return TRUE;
}

/* The person must have written first: a day from their last message, or seven from a click on an
 * ad; with the tag seven days. A comment opens nothing. */
static gboolean
check_window (SandboxCall *call, SandboxPerson *person)
{
  gint64 now = sandbox_state_now (call->state);
  gint64 age = now - person->wrote_at;
  gboolean is_tagged = sandbox_json_string (call->body, "tag") != NULL;

  if (person->wrote_at > 0 &&
      (age < DAY_MS || (person->ad_at > 0 && now - person->ad_at < 7 * DAY_MS)))
    return TRUE;
  if (is_tagged && !call->state->account.human_agent)
    sandbox_call_fail (call, 10, 0, "(#10) This app does not have the Human Agent feature");
  else if (!is_tagged || person->wrote_at == 0 || age >= 7 * DAY_MS)
    sandbox_call_fail (call, 10, 2534022, NULL);
  return call->answer == NULL;
}

static SandboxPerson *
find_recipient (SandboxCall *call)
{
  const char *id = sandbox_json_string (sandbox_json_object (call->body, "recipient"), "id");
  SandboxPerson *person = id != NULL ? g_hash_table_lookup (call->state->by_igsid, id) : NULL;

  if (id == NULL)
    sandbox_call_fail (call, 100, 0, "(#100) The parameter recipient is required");
  else if (person == NULL)
    sandbox_call_fail (call, 100, 2534014, NULL);
  else if (person->blocked)
    sandbox_call_fail (call, 551, 1545041, NULL);
  return call->answer == NULL ? person : NULL;
}

static gboolean
check_reply_to (SandboxCall *call, SandboxPerson *person, const char *mid)
{
  g_autoptr (SandboxMessage) message =
    mid != NULL ? sandbox_thread_find (call->state, mid, NULL) : NULL;

  if (mid != NULL && (message == NULL || message->person != person || message->unsent))
    return refuse (call, 0, "(#100) The message to reply to does not exist");
  return TRUE;
}

static void
accept (SandboxCall *call, SandboxPerson *person, const Content *content, const char *comment_id)
{
  g_autoptr (JsonObject) change = json_object_new ();
  g_autoptr (JsonObject) result = NULL;

  sandbox_json_set (change, "to", person->igsid);
  sandbox_json_set (change, "kind", sandbox_kind_to_nick (content->kind));
  sandbox_json_set (change, "text", content->text);
  sandbox_json_set (change, "link", content->link);
  sandbox_json_set (change, "tag", sandbox_json_string (call->body, "tag"));
  sandbox_json_set (change, "reply_to",
                    sandbox_json_string (sandbox_json_object (call->body, "reply_to"), "mid"));
  sandbox_json_set (change, "comment_id", comment_id);
  if (content->parts > 1)
    json_object_set_int_member (change, "parts", content->parts);
  if (call->late > 0)
    json_object_set_int_member (change, "late", call->late);
  result = sandbox_change_apply (call->state, "send", change);

  call->answer = json_object_new ();
  json_object_set_string_member (call->answer, "recipient_id", person->igsid);
  sandbox_json_set (call->answer, "message_id", sandbox_json_string (result, "message_id"));
}

static void
send_message (SandboxCall *call, JsonObject *message)
{
  const char *mid = sandbox_json_string (sandbox_json_object (call->body, "reply_to"), "mid");
  SandboxPerson *person = find_recipient (call);
  Content content = { 0 };

  if (person != NULL && read_content (call, message, &content) && check_tag (call) &&
      check_reply_to (call, person, mid) && check_window (call, person))
    accept (call, person, &content, NULL);
}

/* One private reply to a comment, ever, and within seven days. */
static void
reply_privately (SandboxCall *call, JsonObject *message, const char *comment_id)
{
  SandboxState *state = call->state;
  SandboxComment *comment = sandbox_state_find_comment (state, comment_id);
  Content content = { 0 };

  if (!state->account.can_comment)
    sandbox_call_fail (call, 10, 0, NULL);
  else if (comment == NULL || comment->person == NULL || comment->answered ||
           sandbox_state_now (state) - comment->at > 7 * DAY_MS)
    sandbox_call_fail (call, 100, 2534025, NULL);
  else if (comment->person->blocked)
    sandbox_call_fail (call, 551, 1545041, NULL);
  else if (read_content (call, message, &content))
    accept (call, comment->person, &content, comment_id);
}

static void
react (SandboxCall *call, const char *action)
{
  JsonObject *payload = sandbox_json_object (call->body, "payload");
  const char *mid = sandbox_json_string (payload, "message_id");
  const char *reaction = sandbox_json_string (payload, "reaction");
  gboolean is_taken_back = g_str_equal (action, "unreact");
  SandboxPerson *person = find_recipient (call);
  g_autoptr (JsonObject) change = NULL;

  if (person == NULL)
    return;
  if (mid == NULL || (!is_taken_back && reaction == NULL)) {
    refuse (call, 0, "(#100) The parameter payload is required");
    return;
  }
  if (!check_reply_to (call, person, mid))
    return;

  change = json_object_new ();
  json_object_set_string_member (change, "message_id", mid);
  if (!is_taken_back)
    json_object_set_string_member (change, "reaction",
                                   g_str_equal (reaction, "love") ? "❤" : reaction);
  json_object_unref (sandbox_change_apply (call->state, "react", change));
  call->answer = json_object_new ();
  json_object_set_string_member (call->answer, "recipient_id", person->igsid);
}

static void
act (SandboxCall *call, const char *action)
{
  static const char *const plain[] = { "typing_on", "typing_off", "mark_seen", NULL };
  SandboxPerson *person = NULL;

  if (g_str_equal (action, "react") || g_str_equal (action, "unreact")) {
    react (call, action);
  } else if (!g_strv_contains (plain, action)) {
    refuse (call, 0, "(#100) Param sender_action must be one of its values");
  } else if ((person = find_recipient (call)) != NULL && check_window (call, person)) {
    call->answer = json_object_new ();
    json_object_set_string_member (call->answer, "recipient_id", person->igsid);
  }
}

static void
handle_messages (SandboxCall *call)
{
  const char *action = sandbox_json_string (call->body, "sender_action");
  JsonObject *message = sandbox_json_object (call->body, "message");
  const char *comment_id =
    sandbox_json_string (sandbox_json_object (call->body, "recipient"), "comment_id");

  if (action != NULL && message != NULL)
    sandbox_call_fail (call, 100, 2018014, NULL);
  else if (action != NULL)
    act (call, action);
  else if (message == NULL)
    refuse (call, 0, "(#100) The parameter message is required");
  else if (comment_id != NULL)
    reply_privately (call, message, comment_id);
  else
    send_message (call, message);
}

static void
upload (SandboxCall *call)
{
  JsonObject *message = sandbox_json_object (call->body, "message");
  JsonObject *attachment = sandbox_json_object (message, "attachment");
  const char *type = sandbox_json_string (attachment, "type");
  JsonObject *payload = sandbox_json_object (attachment, "payload");
  Content content = { 0 };

  if (message == NULL)
    refuse (call, 0, "(#100) The parameter message is required");
  else if (call->file != NULL && call->state->account.takes_files
             ? sandbox_uploads_check (call, type)
             : read_file (call, type, payload, &content))
    call->answer = sandbox_change_upload (
      call->state, type, call->state->account.takes_files ? g_steal_pointer (&call->file) : NULL);
}

void
sandbox_sends_handle (SandboxCall *call)
{
  const SandboxAccount *account = &call->state->account;
  const char *second = call->path[0] != NULL ? call->path[1] : NULL;
  gboolean is_messages = g_strcmp0 (second, "messages") == 0;

  if (!sandbox_call_is_own (call) ||
      (!is_messages && g_strcmp0 (second, "message_attachments") != 0))
    sandbox_call_fail (call, 100, 33, NULL);
  else if (!account->can_message)
    sandbox_call_fail (call, 10, 0, NULL);
  else if (!account->access)
    sandbox_call_fail (call, 200, 2534041, NULL);
  else if (!account->eligible)
    sandbox_call_fail (call, 36103, 0, NULL);
  else if (is_messages)
    handle_messages (call);
  else
    upload (call);
}
