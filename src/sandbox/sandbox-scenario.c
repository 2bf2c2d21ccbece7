#include "sandbox/sandbox-wire.h"

#include <stdlib.h>
#include <string.h>

#include "sandbox-resources.h"

#define PREFIX "/org/anteroom/Anteroom/sandbox/"

/* "-3d4h12m": days, hours and minutes before the start. */
static gint64
parse_when (const char *text, gint64 start)
{
  gint64 minutes = 0;
  const char *p = text;

  if (*p == '-')
    p++;
  while (g_ascii_isdigit (*p)) {
    char *end = NULL;
    gint64 number = strtoll (p, &end, 10);

    minutes += *end == 'd' ? number * 24 * 60 : *end == 'h' ? number * 60 : number;
    p = *end != '\0' ? end + 1 : end;
  }
  return start - minutes * 60 * 1000;
}

static const char *
member (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

/* ["-3d4h", "in", "text", "kind"]: the kind may be left out, and "!" before it marks what the
 * author took back. */
static void
load_message (SandboxState *state, SandboxPerson *person, JsonArray *entry, gint64 start)
{
  SandboxKind kind = SANDBOX_TEXT;
  const char *text = json_array_get_string_element (entry, 2);
  SandboxMessage *message = NULL;

  if (json_array_get_length (entry) > 3)
    sandbox_kind_from_nick (json_array_get_string_element (entry, 3), &kind);
  message = sandbox_state_add_message (
    state, person, parse_when (json_array_get_string_element (entry, 0), start),
    g_str_equal (json_array_get_string_element (entry, 1), "out"), kind,
    *text != '\0' ? text : NULL);
  if (json_array_get_length (entry) > 4)
    message->reaction = g_strdup (json_array_get_string_element (entry, 4));
}

static void
load_reply (SandboxPerson *person, JsonObject *object)
{
  SandboxReply *reply = g_new0 (SandboxReply, 1);

  reply->delay = (guint) json_object_get_int_member_with_default (object, "after", 20);
  reply->match = g_strdup (member (object, "match"));
  reply->text = g_strdup (member (object, "text"));
  g_ptr_array_add (person->replies, reply);
}

static void
load_person (SandboxState *state, JsonObject *object, gint64 start)
{
  SandboxPerson *person =
    sandbox_state_add_person (state, member (object, "handle"), member (object, "name"));
  JsonArray *thread = json_object_get_array_member (object, "thread");

  person->follows = json_object_get_boolean_member_with_default (object, "follows", FALSE);
  person->is_request = json_object_get_boolean_member_with_default (object, "request", FALSE);
  for (guint i = 0; i < json_array_get_length (thread); i++)
    load_message (state, person, json_array_get_array_element (thread, i), start);

  if (json_object_has_member (object, "replies")) {
    JsonArray *replies = json_object_get_array_member (object, "replies");

    for (guint i = 0; i < json_array_get_length (replies); i++)
      load_reply (person, json_array_get_object_element (replies, i));
  }
  if (json_object_has_member (object, "comment"))
    sandbox_state_add_comment (state, person, "17950000000000042", member (object, "comment"));
}

static void
load_media (SandboxState *state, JsonObject *object, gint64 start)
{
  SandboxMedia *media = g_new0 (SandboxMedia, 1);

  media->id = g_strdup (member (object, "id"));
  media->caption = g_strdup (member (object, "caption"));
  media->kind = g_strdup (member (object, "kind"));
  media->at = parse_when (member (object, "when"), start);
  g_ptr_array_add (state->media, media);
}

static gboolean
load_text (SandboxState *state, const char *text, gint64 start, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = NULL;

  if (!json_parser_load_from_data (parser, text, -1, error))
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser))) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the scenario is not a JSON object");
    return FALSE;
  }

  root = json_node_get_object (json_parser_get_root (parser));
  if (json_object_has_member (root, "media")) {
    JsonArray *media = json_object_get_array_member (root, "media");

    for (guint i = 0; i < json_array_get_length (media); i++)
      load_media (state, json_array_get_object_element (media, i), start);
  }
  if (json_object_has_member (root, "people")) {
    JsonArray *people = json_object_get_array_member (root, "people");

    for (guint i = 0; i < json_array_get_length (people); i++)
      load_person (state, json_array_get_object_element (people, i), start);
  }
  return TRUE;
}

/* @file NULL: the built-in ones, in the order of their names, so that ids stay the same. */
gboolean
sandbox_scenario_load (SandboxState *state, const char *file, gint64 start, GError **error)
{
  static const char *const names[] = { "account.json", "people-1.json", "people-2.json",
                                       "people-3.json" };

  if (file != NULL) {
    g_autofree char *text = NULL;

    return g_file_get_contents (file, &text, NULL, error) && load_text (state, text, start, error);
  }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_strconcat (PREFIX, names[i], NULL);
    g_autoptr (GBytes) bytes =
      g_resource_lookup_data (sandbox_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
    g_autofree char *text = NULL;

    if (bytes == NULL)
      return FALSE;
    text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    if (!load_text (state, text, start, error))
      return FALSE;
  }
  return TRUE;
}
