#include "sandbox/sandbox-spoil.h"

#include <string.h>

void
sandbox_spoil_page (JsonObject *answer, SandboxFault fault)
{
  JsonArray *data =
    json_object_has_member (answer, "data") ? json_object_get_array_member (answer, "data") : NULL;
  guint length = data != NULL ? json_array_get_length (data) : 0;

  if (length < 2)
    return;
  if (fault == SANDBOX_FAULT_DUP_PAGE) {
    json_array_add_element (data, json_node_copy (json_array_get_element (data, 0)));
    return;
  }
  for (guint i = 0; i < length / 2; i++) {
    JsonNode *node = json_node_copy (json_array_get_element (data, i));

    json_array_remove_element (data, i);
    json_array_add_element (data, node);
  }
}

/* The answer as bytes, spoilt as the fault asks. */
GBytes *
sandbox_spoil_answer (SandboxFault fault, char *text)
{
  g_autofree char *given = text;
  GString *out = NULL;

  switch (fault) {
  case SANDBOX_FAULT_TRUNCATE:
    return g_bytes_new (given, strlen (given) / 2);
  case SANDBOX_FAULT_HUGE:
    out = g_string_new ("{\"data\":[\"");
    for (guint i = 0; i < 10 * 1024 * 1024; i++)
      g_string_append_c (out, 'x');
    g_string_append (out, "\"]}");
    return g_string_free_to_bytes (out);
  case SANDBOX_FAULT_DEEP:
    out = g_string_sized_new (400000);
    for (guint i = 0; i < 200000; i++)
      g_string_append_c (out, '[');
    return g_string_free_to_bytes (out);
  case SANDBOX_FAULT_HTML200:
    return g_bytes_new_static ("<html><body>Welcome to the hotel Wi-Fi</body></html>", 52);
  case SANDBOX_FAULT_WRONGJSON:
    return g_bytes_new_static ("{\"data\":42}", 11);
  case SANDBOX_FAULT_BADUTF8:
    return g_bytes_new_static ("{\"data\":[{\"id\":\"\xff\xfe\"}]}", 22);
  case SANDBOX_FAULT_NO_ID:
    return g_bytes_new_static ("{\"recipient_id\":\"1\"}", 20);
  default:
    return g_bytes_new_take (g_steal_pointer (&given), strlen (text));
  }
}
