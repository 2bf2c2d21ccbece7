#include "sandbox/sandbox-render.h"

static JsonObject *
list_of (const char *name, JsonArray *array)
{
  JsonObject *answer = json_object_new ();

  json_object_set_int_member (answer, "count", json_array_get_length (array));
  json_object_set_array_member (answer, name, array);
  return answer;
}

static void
add_time (JsonObject *object, const char *name, gint64 ms)
{
  g_autofree char *time = sandbox_render_time (ms);

  json_object_set_string_member (object, name, time);
}

JsonObject *
sandbox_ledger_list_people (SandboxState *state)
{
  JsonArray *people = json_array_new ();

  for (guint i = 0; i < state->people->len; i++) {
    SandboxPerson *person = state->people->pdata[i];
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "igsid", person->igsid);
    json_object_set_string_member (object, "handle", person->handle);
    sandbox_json_set (object, "name", person->name);
    json_object_set_string_member (object, "conversation_id", person->thread_id);
    json_object_set_int_member (object, "messages", sandbox_thread_length (person));
    if (person->wrote_at > 0)
      add_time (object, "wrote_at", person->wrote_at);
    if (person->blocked)
      json_object_set_boolean_member (object, "blocked", TRUE);
    json_array_add_object_element (people, object);
  }
  return list_of ("people", people);
}

/* Of a file that we had uploaded. */
static void
add_upload (JsonObject *object, SandboxState *state, SandboxMessage *message)
{
  const SandboxUpload *upload = message != NULL && message->link != NULL
                                  ? g_hash_table_lookup (state->uploads, message->link)
                                  : NULL;
  g_autofree char *sum = NULL;

  if (upload == NULL || upload->bytes == NULL)
    return;
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, upload->bytes);
  sandbox_json_set (object, "mime", upload->mime);
  sandbox_json_set (object, "name", upload->name);
  sandbox_json_set (object, "sha256", sum);
  json_object_set_int_member (object, "size", (gint64) g_bytes_get_size (upload->bytes));
}

JsonObject *
sandbox_ledger_list_sent (SandboxState *state)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < state->sent->len; i++) {
    SandboxSent *sent = state->sent->pdata[i];
    g_autoptr (SandboxMessage) message = sandbox_thread_find (state, sent->mid, NULL);
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "message_id", sent->mid);
    json_object_set_string_member (object, "igsid", sent->person->igsid);
    json_object_set_string_member (object, "handle", sent->person->handle);
    json_object_set_string_member (object, "kind", sandbox_kind_to_nick (sent->kind));
    json_object_set_string_member (object, "text", sent->text != NULL ? sent->text : "");
    add_upload (object, state, message);
    sandbox_json_set (object, "tag", sent->tag);
    sandbox_json_set (object, "comment_id", sent->comment_id);
    sandbox_json_set (object, "reply_to", message != NULL ? message->reply_to : NULL);
    add_time (object, "at", sent->at);
    json_array_add_object_element (list, object);
  }
  return list_of ("sent", list);
}

JsonObject *
sandbox_ledger_list_requests (SandboxState *state)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < state->requests->len; i++) {
    SandboxRequest *request = state->requests->pdata[i];
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "method", request->method);
    json_object_set_string_member (object, "path", request->path);
    json_object_set_int_member (object, "status", request->status);
    add_time (object, "at", request->at);
    json_array_add_object_element (list, object);
  }
  return list_of ("requests", list);
}

void
sandbox_ledger_note_request (SandboxCall *call)
{
  SandboxRequest *request = g_new0 (SandboxRequest, 1);

  request->method = g_strdup (call->method);
  request->path = g_strjoinv ("/", call->path);
  request->at = sandbox_state_now (call->state);
  request->status = call->status;
  g_ptr_array_add (call->state->requests, request);
}
