#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-call.h"

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static char *
make_body (const AnteCall *call)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "recipient");
  json_builder_begin_object (builder);
  add_member (builder, "id", call->igsid);
  json_builder_end_object (builder);
  add_member (builder, "sender_action", *call->text != '\0' ? "react" : "unreact");
  json_builder_set_member_name (builder, "payload");
  json_builder_begin_object (builder);
  add_member (builder, "message_id", call->reply_to);
  if (*call->text != '\0')
    add_member (builder, "reaction", call->text);
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
build_react (const AnteCall *call, AnteRequest *request, const char *fields)
{
  ante_request_add_segment (request, ANTE_INSTAGRAM_VERSION);
  ante_request_add_segment (request, call->user_id);
  ante_request_add_segment (request, "messages");
  ante_request_take_body (request, "application/json", make_body (call));
}

/* It tells no more than that it was done. */
static gpointer
decode_react (const AnteCall *call, JsonObject *answer, GError **error)
{
  return g_strdup ("");
}

static const AnteCallType react_call = {
  .method = "POST",
  .label = "react",
  .ask = ANTE_ASK_SEND,
  .budget = ante_call_sends,
  .tiers = ANTE_N_TIERS,
  .needs_user_id = TRUE,
  .build = build_react,
  .decode = decode_react,
  .free_result = g_free,
};

void
ante_instagram_react_async (AnteInstagram *self,
                            const char *igsid,
                            const char *mid,
                            const char *emoji,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AnteCall *call = ante_call_new (&react_call);

  g_task_set_source_tag (task, ante_instagram_react_async);
  call->igsid = g_strdup (igsid);
  call->reply_to = g_strdup (mid);
  call->text = g_strdup (emoji);
  ante_call_start (self, call, task);
}

gboolean
ante_instagram_react_finish (AnteInstagram *self, GAsyncResult *result, GError **error)
{
  g_autofree char *done = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  done = g_task_propagate_pointer (G_TASK (result), error);
  return done != NULL;
}
