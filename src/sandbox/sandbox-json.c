#include "sandbox/sandbox-json.h"

#include <gio/gio.h>
#include <string.h>

#define MAX_BYTES (16 * 1024 * 1024)
#define MAX_DEPTH 64

static JsonNode *
value_of (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type
           ? node
           : NULL;
}

const char *
sandbox_json_string (JsonObject *object, const char *name)
{
  JsonNode *node = value_of (object, name, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : NULL;
}

JsonObject *
sandbox_json_object (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
sandbox_json_array (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

gint64
sandbox_json_int (JsonObject *object, const char *name, gint64 fallback)
{
  JsonNode *node = value_of (object, name, G_TYPE_INT64);

  return node != NULL ? json_node_get_int (node) : fallback;
}

gboolean
sandbox_json_boolean (JsonObject *object, const char *name, gboolean fallback)
{
  JsonNode *node = value_of (object, name, G_TYPE_BOOLEAN);

  return node != NULL ? json_node_get_boolean (node) : fallback;
}

void
sandbox_json_set (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
}

JsonObject *
sandbox_json_wrap (JsonArray *data)
{
  JsonObject *object = json_object_new ();

  json_object_set_array_member (object, "data", data);
  return object;
}

char *
sandbox_json_print (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

static gboolean
is_flat_enough (const char *text, gsize length)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++) {
    if (in_string && text[i] == '\\')
      i++;
    else if (text[i] == '"')
      in_string = !in_string;
    else if (!in_string && (text[i] == '{' || text[i] == '['))
      depth++;
    else if (!in_string && (text[i] == '}' || text[i] == ']') && depth > 0)
      depth--;
    if (depth > MAX_DEPTH)
      return FALSE;
  }
  return TRUE;
}

JsonObject *
sandbox_json_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  JsonNode *root = NULL;

  if (size > MAX_BYTES || !g_utf8_validate (text, (gssize) size, NULL) ||
      !is_flat_enough (text, size)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not a JSON text of bearable shape");
    return NULL;
  }
  if (!json_parser_load_from_data (parser, text, (gssize) size, error))
    return NULL;

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not a JSON object");
    return NULL;
  }
  return json_object_ref (json_node_get_object (root));
}
