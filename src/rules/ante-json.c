#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-json.h"

#include <string.h>

#include "rules/ante-text.h"

#define MAX_URL 4096

/* A whole number above this is in milliseconds: as seconds it would be the year 5138. */
#define MAX_SECONDS G_GINT64_CONSTANT (100000000000)

/**
 * ante_json_parse:
 *
 * Returns: (transfer full): the root, or %NULL with %ANTE_JSON_ERROR_UNFIT
 */
JsonNode *
ante_json_parse (GBytes *bytes, GError **error)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GByteArray) bounded = ante_json_bound (data, length, error);
  g_autoptr (JsonParser) parser = NULL;
  JsonNode *root = NULL;

  if (bounded == NULL)
    return NULL;

  parser = json_parser_new_immutable ();
  if (json_parser_load_from_data (parser, (const char *) bounded->data, bounded->len, NULL))
    root = json_parser_steal_root (parser);
  explicit_bzero (bounded->data, bounded->len);

  /* The parser's own words quote the answer, so they are not passed on. */
  if (root == NULL)
    g_set_error_literal (error, ANTE_JSON_ERROR, ANTE_JSON_ERROR_UNFIT, "an answer is no JSON");
  return root;
}

/**
 * ante_json_parse_object:
 * @root: (out): owns the answer; free it after use
 *
 * Returns: (transfer none): the object that the answer is, or %NULL with
 * %ANTE_JSON_ERROR_UNFIT
 */
JsonObject *
ante_json_parse_object (GBytes *bytes, JsonNode **root, GError **error)
{
  *root = ante_json_parse (bytes, error);
  if (*root == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (*root))
    return json_node_get_object (*root);

  g_set_error_literal (error, ANTE_JSON_ERROR, ANTE_JSON_ERROR_UNFIT, "an answer is no object");
  return NULL;
}

static JsonNode *
member (JsonObject *object, const char *name)
{
  return object != NULL ? json_object_get_member (object, name) : NULL;
}

JsonObject *
ante_json_object (JsonObject *object, const char *name)
{
  JsonNode *node = member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * ante_json_list:
 *
 * Lists come bare or wrapped as {"data":[…]}.
 *
 * Returns: (transfer none) (nullable): the array
 */
JsonArray *
ante_json_list (JsonObject *object, const char *name)
{
  JsonNode *node = member (object, name);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    node = member (json_node_get_object (node), "data");
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

guint
ante_json_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

/* NULL when the element is no object. */
JsonObject *
ante_json_item (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

const char *
ante_json_string (JsonObject *object, const char *name)
{
  JsonNode *node = member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gboolean
is_whole_number (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_INT64;
}

static gboolean
is_clean_id (const char *id)
{
  gsize length = strlen (id);

  if (length == 0 || length > ANTE_JSON_MAX_ID || g_str_equal (id, ".") || g_str_equal (id, ".."))
    return FALSE;
  for (const char *p = id; *p != '\0'; p++) {
    if (!g_ascii_isgraph (*p))
      return FALSE;
  }
  return TRUE;
}

/**
 * ante_json_dup_id:
 *
 * An id or cursor, which may come as a number. One that does not fit 63 bits comes out of the
 * parser negative, and is no id rather than somebody else's.
 *
 * Returns: (transfer full) (nullable): the id as text
 */
char *
ante_json_dup_id (JsonObject *object, const char *name)
{
  JsonNode *node = member (object, name);
  const char *text = ante_json_string (object, name);

  if (text != NULL)
    return is_clean_id (text) ? g_strdup (text) : NULL;
  if (is_whole_number (node) && json_node_get_int (node) > 0 &&
      json_node_get_int (node) < G_MAXINT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}

static char *
null_when_empty (char *text)
{
  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* Cleaned; NULL when nothing is left. */
char *
ante_json_dup_text (JsonObject *object, const char *name, gsize max_chars)
{
  const char *text = ante_json_string (object, name);

  return text != NULL ? null_when_empty (ante_text_clean (text, -1, max_chars)) : NULL;
}

char *
ante_json_dup_name (JsonObject *object, const char *name, gsize max_chars)
{
  const char *text = ante_json_string (object, name);

  return text != NULL ? null_when_empty (ante_text_clean_name (text, max_chars)) : NULL;
}

/* An address of the web alone: nothing that names a file or a program may get further. */
char *
ante_json_dup_url (JsonObject *object, const char *name)
{
  const char *text = ante_json_string (object, name);
  g_autoptr (GUri) uri = NULL;

  if (text == NULL || strlen (text) > MAX_URL)
    return NULL;
  uri = g_uri_parse (text, G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;
  if (!g_str_equal (g_uri_get_scheme (uri), "https") &&
      !g_str_equal (g_uri_get_scheme (uri), "http"))
    return NULL;
  return g_strdup (text);
}

gint64
ante_json_int (JsonObject *object, const char *name, gint64 fallback)
{
  JsonNode *node = member (object, name);
  const char *text = ante_json_string (object, name);
  gint64 value = 0;

  if (is_whole_number (node))
    return json_node_get_int (node);
  if (text != NULL && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value, NULL))
    return value;
  return fallback;
}

/* A number, or one that is written as text. */
double
ante_json_double (JsonObject *object, const char *name, double fallback)
{
  JsonNode *node = member (object, name);
  const char *text = ante_json_string (object, name);
  char *end = NULL;
  double value = 0;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      (json_node_get_value_type (node) == G_TYPE_DOUBLE || is_whole_number (node)))
    return json_node_get_double (node);
  if (text == NULL)
    return fallback;
  value = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' ? value : fallback;
}

/* 1 yes, 0 no, -1 not told. */
int
ante_json_yes_no (JsonObject *object, const char *name)
{
  JsonNode *node = member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return -1;
  return json_node_get_boolean (node) ? 1 : 0;
}

static gint64
parse_time (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, utc);

  return time != NULL ? g_date_time_to_unix (time) * 1000 : 0;
}

/**
 * ante_json_time:
 *
 * Returns: a time in ms, from ISO 8601 or from Unix time in seconds or milliseconds; 0 when there
 * is none or it lies before 1970
 */
gint64
ante_json_time (JsonObject *object, const char *name)
{
  const char *text = ante_json_string (object, name);
  gint64 value = ante_json_int (object, name, 0);

  if (value > 0 && value <= MAX_SECONDS)
    return value * 1000;
  if (value > 0)
    return value <= MAX_SECONDS * 1000 ? value : 0;
  return text != NULL ? MAX (parse_time (text), 0) : 0;
}
