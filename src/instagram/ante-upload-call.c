#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-call.h"
#include "instagram/ante-file-form.h"

/* The largest file over a slow line. */
#define UPLOAD_SECONDS 600

const char *
ante_upload_get_word (AnteMessageKind kind)
{
  switch (kind) {
  case ANTE_MESSAGE_VIDEO:
    return "video";
  case ANTE_MESSAGE_VOICE:
    return "audio";
  case ANTE_MESSAGE_FILE:
    return "file";
  default:
    return "image";
  }
}

/* Reusable, so that it can be sent again when a person decides so. */
static void
build_upload (const AnteCall *call, AnteRequest *request, const char *fields)
{
  g_autofree char *message = g_strdup_printf (
    "{\"attachment\":{\"type\":\"%s\",\"payload\":{\"is_reusable\":true}}}", call->type_word);
  AnteFileForm *form = ante_file_form_new (message, call->path, call->name, call->mime, call->size);
  g_autofree char *type = ante_file_form_dup_content_type (form);

  ante_request_add_segment (request, ANTE_INSTAGRAM_VERSION);
  ante_request_add_segment (request, call->user_id);
  ante_request_add_segment (request, "message_attachments");
  request->seconds = UPLOAD_SECONDS;
  ante_request_take_stream (request, type, G_INPUT_STREAM (form), ante_file_form_get_length (form));
}

static gpointer
decode_upload (const AnteCall *call, JsonObject *answer, GError **error)
{
  return ante_decode_uploaded (answer, error);
}

static const AnteCallType upload_call = {
  .method = "POST",
  .label = "upload",
  .ask = ANTE_ASK_UPLOAD,
  .budget = ante_call_sends,
  .tiers = ANTE_N_TIERS,
  .needs_user_id = TRUE,
  .build = build_upload,
  .decode = decode_upload,
  .free_result = g_free,
};

void
ante_instagram_upload_async (AnteInstagram *self,
                             const char *path,
                             const char *name,
                             AnteMessageKind kind,
                             const char *mime,
                             gint64 size,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AnteCall *call = ante_call_new (&upload_call);

  g_task_set_source_tag (task, ante_instagram_upload_async);
  call->type_word = ante_upload_get_word (kind);
  call->path = g_strdup (path);
  call->name = g_strdup (name);
  call->mime = g_strdup (mime);
  call->size = size;
  ante_call_start (self, call, task);
}

char *
ante_instagram_upload_finish (AnteInstagram *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
