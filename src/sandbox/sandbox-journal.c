#include <string.h>
#include <unistd.h>

#include "sandbox/sandbox-wire.h"

/*
 * One JSON object a line: what changed since the start, as the command that brings it about again,
 * and when. The first line says when the scenario began and what it was made from, so that times
 * and ids stay what they were.
 */

gboolean
sandbox_journal_begin (const char *file, const char *origin, gint64 *start, GError **error)
{
  g_autofree char *contents = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  g_autoptr (JsonObject) header = NULL;
  g_autoptr (GError) failed = NULL;

  if (g_file_get_contents (file, &contents, NULL, &failed) && *contents != '\0') {
    header = sandbox_json_parse (contents, (gssize) strcspn (contents, "\n"), NULL);
    if (header == NULL || sandbox_json_int (header, "start", 0) == 0 ||
        g_strcmp0 (sandbox_json_string (header, "origin"), origin) != 0) {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   "%s is no state of this scenario or seed; remove it to begin anew", file);
      return FALSE;
    }
    *start = sandbox_json_int (header, "start", 0);
    return TRUE;
  }
  if (failed != NULL && !g_error_matches (failed, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }

  header = json_object_new ();
  json_object_set_int_member (header, "start", *start);
  json_object_set_string_member (header, "origin", origin);
  text = sandbox_json_print (header);
  line = g_strconcat (text, "\n", NULL);
  return g_file_set_contents (file, line, -1, error);
}

void
sandbox_journal_note (SandboxState *state, const char *command, JsonObject *arguments)
{
  g_autoptr (JsonObject) entry = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (state->journal == NULL)
    return;

  entry = json_object_new ();
  json_object_set_string_member (entry, "command", command);
  json_object_set_int_member (entry, "at", sandbox_state_now (state));
  json_object_set_object_member (entry, "arguments", json_object_ref (arguments));
  text = sandbox_json_print (entry);
  line = g_strconcat (text, "\n", NULL);
  if (g_output_stream_write_all (state->journal, line, strlen (line), NULL, NULL, &error))
    return;

  /* A journal with a hole would bring back another state: better none from here on. */
  g_message ("the sandbox no longer keeps its state: %s", error->message);
  g_clear_object (&state->journal);
}

static void
redo (SandboxState *state, const char *line, gsize length)
{
  g_autoptr (JsonObject) entry = sandbox_json_parse (line, (gssize) length, NULL);
  const char *command = sandbox_json_string (entry, "command");
  JsonObject *arguments = sandbox_json_object (entry, "arguments");
  JsonObject *answer = NULL;

  if (command == NULL || arguments == NULL)
    return;

  state->frozen = sandbox_json_int (entry, "at", 0);
  if (!sandbox_change_redo (state, command, arguments) &&
      sandbox_control_handle (state, command, arguments, &answer))
    json_object_unref (answer);
  state->frozen = 0;
}

gboolean
sandbox_journal_open (SandboxState *state, const char *file, GError **error)
{
  g_autoptr (GFile) path = g_file_new_for_path (file);
  g_autofree char *contents = NULL;
  gsize length = 0;
  const char *line = NULL;
  const char *end = NULL;

  if (!g_file_get_contents (file, &contents, &length, error))
    return FALSE;

  for (line = contents; (end = strchr (line, '\n')) != NULL; line = end + 1) {
    if (line != contents)
      redo (state, line, (gsize) (end - line));
  }
  /* The last line may be half written after a crash; the next must not be joined to it. */
  if (*line != '\0' && truncate (file, (off_t) (line - contents)) != 0) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s could not be mended", file);
    return FALSE;
  }
  state->journal = G_OUTPUT_STREAM (g_file_append_to (path, G_FILE_CREATE_PRIVATE, NULL, error));
  return state->journal != NULL;
}
