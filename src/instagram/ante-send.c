#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include <string.h>

#include "instagram/ante-call.h"
#include "rules/ante-text.h"

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_object (JsonBuilder *builder, const char *object, const char *name, const char *value)
{
  json_builder_set_member_name (builder, object);
  json_builder_begin_object (builder);
  add_member (builder, name, value);
  json_builder_end_object (builder);
}

static void
add_attachment (JsonBuilder *builder, const AnteCall *call)
{
  json_builder_set_member_name (builder, "message");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "attachment");
  json_builder_begin_object (builder);
  add_member (builder, "type", call->type_word);
  add_object (builder, "payload", "attachment_id", call->attachment);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static char *
make_body (const AnteCall *call)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_object (builder, "recipient", "id", call->igsid);
  add_member (builder, "messaging_type", call->human_agent ? "MESSAGE_TAG" : "RESPONSE");
  if (call->human_agent)
    add_member (builder, "tag", "HUMAN_AGENT");
  if (call->attachment != NULL)
    add_attachment (builder, call);
  else
    add_object (builder, "message", "text", call->text);
  if (call->reply_to != NULL)
    add_object (builder, "reply_to", "mid", call->reply_to);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* With the account's own id in the path, a token of another account fails instead of writing from
 * there. */
static void
build_send (const AnteCall *call, AnteRequest *request, const char *fields)
{
  ante_request_add_segment (request, ANTE_INSTAGRAM_VERSION);
  ante_request_add_segment (request, call->user_id);
  ante_request_add_segment (request, "messages");
  ante_request_take_body (request, "application/json", make_body (call));
}

static gpointer
decode_send (const AnteCall *call, JsonObject *answer, GError **error)
{
  return ante_decode_sent (answer, error);
}

static const AnteCallType send_call = {
  .method = "POST",
  .label = "send",
  .ask = ANTE_ASK_SEND,
  .budget = ante_call_sends,
  .tiers = ANTE_N_TIERS,
  .needs_user_id = TRUE,
  .build = build_send,
  .decode = decode_send,
  .free_result = g_free,
};

static gboolean
check_text (const char *text, GError **error)
{
  const char *wrong = NULL;

  if (text == NULL || *text == '\0')
    wrong = "there is nothing to send";
  else if (!g_utf8_validate (text, -1, NULL))
    wrong = "the text is not valid UTF-8";
  else if (strlen (text) > ANTE_TEXT_MAX_BYTES)
    wrong = "the text is longer than 1000 bytes";

  if (wrong != NULL)
    g_set_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_REJECTED, "send: %s", wrong);
  return wrong == NULL;
}

void
ante_instagram_send_text_async (AnteInstagram *self,
                                const char *igsid,
                                const char *text,
                                const char *reply_to,
                                gboolean human_agent,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AnteCall *call = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, ante_instagram_send_text_async);
  if (!check_text (text, &error)) {
    g_task_return_error (task, error);
    return;
  }

  call = ante_call_new (&send_call);
  call->igsid = g_strdup (igsid);
  call->text = g_strdup (text);
  call->reply_to = g_strdup (reply_to);
  call->human_agent = human_agent;
  ante_call_start (self, call, task);
}

void
ante_instagram_send_file_async (AnteInstagram *self,
                                const char *igsid,
                                AnteMessageKind kind,
                                const char *attachment_id,
                                const char *reply_to,
                                gboolean human_agent,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AnteCall *call = NULL;

  g_return_if_fail (attachment_id != NULL);

  g_task_set_source_tag (task, ante_instagram_send_file_async);
  call = ante_call_new (&send_call);
  call->igsid = g_strdup (igsid);
  call->type_word = ante_upload_get_word (kind);
  call->attachment = g_strdup (attachment_id);
  call->reply_to = g_strdup (reply_to);
  call->human_agent = human_agent;
  ante_call_start (self, call, task);
}

char *
ante_instagram_send_finish (AnteInstagram *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
