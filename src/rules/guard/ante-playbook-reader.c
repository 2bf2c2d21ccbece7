#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-playbook-reader.h"

#include <math.h>
#include <string.h>

#define MOST_BYTES (4 * 1024 * 1024)
#define DEEPEST 24
#define MOST_ITEMS 500
#define LONGEST_TEXT 4000

#define MOST_PROBLEMS 40

void
ante_playbook_reader_init (AntePlaybookReader *self, const char *path)
{
  self->path = g_string_new (path);
  self->problems = g_ptr_array_new_with_free_func (g_free);
}

void
ante_playbook_reader_clear (AntePlaybookReader *self)
{
  g_string_free (self->path, TRUE);
  g_ptr_array_unref (self->problems);
}

gboolean
ante_playbook_reader_finish (AntePlaybookReader *self, GError **error)
{
  if (self->problems->len == 0)
    return TRUE;
  g_set_error_literal (error, ANTE_PLAYBOOK_ERROR, ANTE_PLAYBOOK_ERROR_FIELD,
                       self->problems->pdata[0]);
  return FALSE;
}

/* One problem a place: the others follow from it. */
void
ante_playbook_reader_fail (AntePlaybookReader *self, const char *name, const char *format, ...)
{
  g_autofree char *what = NULL;
  g_autofree char *place = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  place = g_strdup_printf ("%s%s%s: ", self->path->str,
                           self->path->len > 0 && *name != '\0' ? "." : "", name);
  for (guint i = 0; i < self->problems->len; i++) {
    if (g_str_has_prefix (self->problems->pdata[i], place))
      return;
  }
  if (self->problems->len < MOST_PROBLEMS)
    g_ptr_array_add (self->problems, g_strconcat (place, what, NULL));
}

void
ante_playbook_reader_leave (AntePlaybookReader *self, gsize before)
{
  g_string_truncate (self->path, before);
}

gsize
ante_playbook_reader_enter (AntePlaybookReader *reader, const char *name)
{
  gsize before = reader->path->len;

  if (before > 0)
    g_string_append_c (reader->path, '.');
  g_string_append (reader->path, name);
  return before;
}

JsonNode *
ante_playbook_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

char *
ante_playbook_read_text (AntePlaybookReader *reader,
                         JsonObject *object,
                         const char *name,
                         gboolean needed)
{
  JsonNode *node = ante_playbook_member (object, name);

  if (node == NULL) {
    if (needed)
      ante_playbook_reader_fail (reader, name, "is missing; it is a text");
    return NULL;
  }
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING) {
    ante_playbook_reader_fail (reader, name, "is no text");
    return NULL;
  }
  if (strlen (json_node_get_string (node)) > LONGEST_TEXT) {
    ante_playbook_reader_fail (reader, name, "is longer than %d bytes", LONGEST_TEXT);
    return NULL;
  }
  return json_node_dup_string (node);
}

gboolean
ante_playbook_read_number (
  AntePlaybookReader *reader, JsonObject *object, const char *name, gboolean needed, double *number)
{
  JsonNode *node = ante_playbook_member (object, name);
  GType type =
    node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (node == NULL) {
    if (needed)
      ante_playbook_reader_fail (reader, name, "is missing; it is a number");
    return FALSE;
  }
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE) {
    ante_playbook_reader_fail (reader, name, "is no number");
    return FALSE;
  }
  *number = json_node_get_double (node);
  if (!isfinite (*number) || *number < 0 || *number > 1e12) {
    ante_playbook_reader_fail (reader, name, "is out of range");
    return FALSE;
  }
  return TRUE;
}

guint
ante_playbook_read_count (
  AntePlaybookReader *reader, JsonObject *object, const char *name, gboolean needed, guint fallback)
{
  double number = 0;

  if (!ante_playbook_read_number (reader, object, name, needed, &number))
    return fallback;
  if (number != floor (number) || number > 1e6) {
    ante_playbook_reader_fail (reader, name, "is no count");
    return fallback;
  }
  return (guint) number;
}

gboolean
ante_playbook_read_boolean (AntePlaybookReader *reader,
                            JsonObject *object,
                            const char *name,
                            gboolean fallback)
{
  JsonNode *node = ante_playbook_member (object, name);

  if (node == NULL)
    return fallback;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN) {
    ante_playbook_reader_fail (reader, name, "is neither true nor false");
    return fallback;
  }
  return json_node_get_boolean (node);
}

int
ante_playbook_read_day (AntePlaybookReader *reader, JsonObject *object, const char *name)
{
  g_autofree char *text = ante_playbook_read_text (reader, object, name, FALSE);
  int day = 0;

  if (text == NULL)
    return 0;
  for (guint i = 0; i < 10; i++) {
    gboolean dash = i == 4 || i == 7;

    if (dash ? text[i] != '-' : !g_ascii_isdigit (text[i])) {
      ante_playbook_reader_fail (reader, name, "is no day such as 2027-01-31");
      return 0;
    }
    if (!dash)
      day = day * 10 + (text[i] - '0');
  }
  if ((text[10] != '\0' && text[10] != 'T') ||
      !g_date_valid_dmy ((GDateDay) (day % 100), (GDateMonth) (day / 100 % 100),
                         (GDateYear) (day / 10000))) {
    ante_playbook_reader_fail (reader, name, "is no day such as 2027-01-31");
    return 0;
  }
  return day;
}

int
ante_playbook_read_word (AntePlaybookReader *reader,
                         JsonObject *object,
                         const char *name,
                         gboolean needed,
                         const char *const *words,
                         int fallback)
{
  g_autofree char *text = ante_playbook_read_text (reader, object, name, needed);
  g_autofree char *known = NULL;

  if (text == NULL)
    return fallback;
  for (int i = 0; words[i] != NULL; i++) {
    if (g_str_equal (words[i], text))
      return i;
  }
  known = g_strjoinv (", ", (char **) words);
  ante_playbook_reader_fail (reader, name, "is none of %s", known);
  return fallback;
}

static JsonArray *
read_array (AntePlaybookReader *reader, JsonObject *object, const char *name)
{
  JsonNode *node = ante_playbook_member (object, name);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node)) {
    ante_playbook_reader_fail (reader, name, "is no list");
    return NULL;
  }
  if (json_array_get_length (json_node_get_array (node)) > MOST_ITEMS) {
    ante_playbook_reader_fail (reader, name, "has more than %d entries", MOST_ITEMS);
    return NULL;
  }
  return json_node_get_array (node);
}

/* Never NULL: a list that is not there is empty. */
char **
ante_playbook_read_texts (AntePlaybookReader *reader, JsonObject *object, const char *name)
{
  JsonArray *array = read_array (reader, object, name);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);

    if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING ||
        strlen (json_node_get_string (node)) > LONGEST_TEXT) {
      g_autofree char *place = g_strdup_printf ("%s[%u]", name, i);

      ante_playbook_reader_fail (reader, place, "is no text of bearable length");
      break;
    }
    g_ptr_array_add (texts, json_node_dup_string (node));
  }
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

JsonObject *
ante_playbook_read_object (AntePlaybookReader *reader, JsonObject *object, const char *name)
{
  JsonNode *node = ante_playbook_member (object, name);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    ante_playbook_reader_fail (reader, name, "is no object");
    return NULL;
  }
  return json_node_get_object (node);
}

void
ante_playbook_read_items (AntePlaybookReader *reader,
                          JsonObject *object,
                          const char *name,
                          AntePlaybookReadItem read_item,
                          gpointer data)
{
  JsonArray *array = read_array (reader, object, name);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);
    g_autofree char *place = g_strdup_printf ("%s[%u]", name, i);
    gsize before = ante_playbook_reader_enter (reader, place);

    if (JSON_NODE_HOLDS_OBJECT (node))
      read_item (reader, json_node_get_object (node), data);
    else
      ante_playbook_reader_fail (reader, "", "is no object");
    ante_playbook_reader_leave (reader, before);
  }
}

/* The parser recurses: a file of brackets would overflow the stack. */
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
    else if (!in_string && (text[i] == '{' || text[i] == '[') && ++depth > DEEPEST)
      return FALSE;
    else if (!in_string && (text[i] == '}' || text[i] == ']') && depth > 0)
      depth--;
  }
  return TRUE;
}

JsonObject *
ante_playbook_parse_object (const char *json, gssize length, GError **error)
{
  gsize size = length < 0 ? strlen (json) : (gsize) length;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root = NULL;

  if (size > MOST_BYTES || !g_utf8_validate (json, (gssize) size, NULL) ||
      !is_flat_enough (json, size)) {
    g_set_error (error, ANTE_PLAYBOOK_ERROR, ANTE_PLAYBOOK_ERROR_JSON,
                 "the playbook is too large, too deep or no UTF-8");
    return NULL;
  }
  if (!json_parser_load_from_data (parser, json, (gssize) size, error)) {
    g_prefix_error (error, "the playbook is no JSON: ");
    return NULL;
  }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root)) {
    g_set_error (error, ANTE_PLAYBOOK_ERROR, ANTE_PLAYBOOK_ERROR_JSON,
                 "the playbook is no JSON object");
    return NULL;
  }
  return json_object_ref (json_node_get_object (root));
}
