#include "sandbox/sandbox-wire.h"

#include <string.h>

/*
 * One JSON object a line: what changed since the start, as the command that would bring it about
 * again. The first line says when the scenario began, so that its times stay where they were.
 */

void
sandbox_journal_note (SandboxState *state, const char *command, JsonObject *arguments)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  JsonObject *entry = NULL;

  if (state->journal == NULL)
    return;

  entry = json_object_new ();
  json_object_set_string_member (entry, "command", command);
  json_object_set_int_member (entry, "at", sandbox_state_now (state));
  json_object_set_object_member (entry, "arguments", json_object_ref (arguments));
  json_node_take_object (node, entry);
  text = json_to_string (node, FALSE);
  line = g_strconcat (text, "\n", NULL);
  g_output_stream_write_all (state->journal, line, strlen (line), NULL, NULL, NULL);
}

static void
replay (SandboxState *state, const char *line)
{
  g_autoptr (JsonNode) node = json_from_string (line, NULL);
  JsonObject *entry =
    node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *arguments = NULL;
  JsonObject *answer = NULL;
  const char *command = NULL;

  /* The last line may be half written after a crash. */
  if (entry == NULL || !json_object_has_member (entry, "arguments"))
    return;

  command = json_object_get_string_member (entry, "command");
  arguments = json_object_get_object_member (entry, "arguments");
  if (!json_object_has_member (arguments, "at"))
    json_object_set_int_member (arguments, "at", json_object_get_int_member (entry, "at"));
  if (sandbox_control_handle (state, command, arguments, &answer))
    json_object_unref (answer);
}

gboolean
sandbox_journal_open (SandboxState *state, const char *file, GError **error)
{
  g_autoptr (GFile) path = g_file_new_for_path (file);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (g_file_get_contents (file, &contents, NULL, NULL)) {
    lines = g_strsplit (contents, "\n", -1);
    for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
      replay (state, lines[i]);
  }
  state->journal = G_OUTPUT_STREAM (g_file_append_to (path, G_FILE_CREATE_PRIVATE, NULL, error));
  return state->journal != NULL;
}
