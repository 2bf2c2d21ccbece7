#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-call.h"

static void
build_message (const AnteCall *call, AnteRequest *request, const char *fields)
{
  ante_request_add_segment (request, ANTE_INSTAGRAM_VERSION);
  ante_request_add_segment (request, call->mid);
  ante_request_add_query (request, "fields", fields);
}

static gpointer
decode_message (const AnteCall *call, JsonObject *answer, GError **error)
{
  AnteDecodeHints hints = ante_call_hints (call);
  AnteMessage *message = ante_decode_message (answer, &hints, 0);

  if (message == NULL)
    g_set_error_literal (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER,
                         "message: no id");
  return message;
}

static const AnteCallType message_call = {
  .method = "GET",
  .label = "message",
  .ask = ANTE_ASK_READ,
  .budget = ante_call_reads,
  .tiers = ANTE_TIERS_MESSAGE,
  .needs_user_id = TRUE,
  .build = build_message,
  .decode = decode_message,
  .free_result = g_object_unref,
};

void
ante_instagram_read_message_async (AnteInstagram *self,
                                   const char *mid,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AnteCall *call = ante_call_new (&message_call);

  g_task_set_source_tag (task, ante_instagram_read_message_async);
  call->mid = g_strdup (mid);
  ante_call_start (self, call, task);
}

AnteMessage *
ante_instagram_read_message_finish (AnteInstagram *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
