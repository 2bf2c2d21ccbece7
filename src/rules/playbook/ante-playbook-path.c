#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/playbook/ante-playbook-tree.h"

#include <string.h>

#define MOST_ENTRIES 500

/* One step of a path: a member, or an entry of a list. */
typedef struct {
  char name[64];
  gboolean is_entry;
  guint entry;
} Step;

/* What stands at the beginning of *@path, which goes on after it. */
static gboolean
take_step (const char **path, Step *step)
{
  const char *p = *path;
  gsize n = 0;

  step->is_entry = *p == '[';
  if (step->is_entry) {
    char *end = NULL;
    guint64 entry = g_ascii_strtoull (p + 1, &end, 10);

    if (!g_ascii_isdigit (p[1]) || *end != ']' || entry >= MOST_ENTRIES)
      return FALSE;
    step->entry = (guint) entry;
    *path = end + 1;
    return TRUE;
  }
  if (*p == '.')
    p++;
  n = strcspn (p, ".[");
  if (n == 0 || n >= sizeof step->name)
    return FALSE;
  memcpy (step->name, p, n);
  step->name[n] = '\0';
  *path = p + n;
  return TRUE;
}

static JsonNode *
get_child (JsonNode *node, const Step *step)
{
  if (node == NULL)
    return NULL;
  if (!step->is_entry)
    return JSON_NODE_HOLDS_OBJECT (node)
             ? json_object_get_member (json_node_get_object (node), step->name)
             : NULL;
  return JSON_NODE_HOLDS_ARRAY (node) &&
             step->entry < json_array_get_length (json_node_get_array (node))
           ? json_array_get_element (json_node_get_array (node), step->entry)
           : NULL;
}

static JsonNode *
wrap_root (const AntePlaybookDoc *self)
{
  return json_node_init_object (json_node_alloc (), self->root);
}

/* Walks @path from @root; the last step of it is left over in @last where that is wanted. */
static JsonNode *
walk (JsonNode *root, const char *path, Step *last)
{
  JsonNode *node = root;
  Step step = { 0 };

  while (*path != '\0' && node != NULL) {
    if (!take_step (&path, &step))
      return NULL;
    if (last != NULL && *path == '\0') {
      *last = step;
      return node;
    }
    node = get_child (node, &step);
  }
  return last != NULL ? NULL : node;
}

JsonNode *
ante_playbook_find_node (const AntePlaybookDoc *self, const char *path)
{
  g_autoptr (JsonNode) root = wrap_root (self);
  JsonNode *found = walk (root, path, NULL);

  return found == root ? NULL : found;
}

static AnteDocType
type_of (JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return ANTE_DOC_NOTHING;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return ANTE_DOC_LIST;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return ANTE_DOC_OBJECT;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return ANTE_DOC_TEXT;
  return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? ANTE_DOC_FLAG : ANTE_DOC_NUMBER;
}

AnteDocType
ante_playbook_doc_get_type (const AntePlaybookDoc *self, const char *path)
{
  return *path == '\0' ? ANTE_DOC_OBJECT : type_of (ante_playbook_find_node (self, path));
}

char *
ante_playbook_doc_dup_text (const AntePlaybookDoc *self, const char *path)
{
  JsonNode *node = ante_playbook_find_node (self, path);

  return type_of (node) == ANTE_DOC_TEXT ? json_node_dup_string (node) : NULL;
}

double
ante_playbook_doc_get_number (const AntePlaybookDoc *self, const char *path, double fallback)
{
  JsonNode *node = ante_playbook_find_node (self, path);

  return type_of (node) == ANTE_DOC_NUMBER ? json_node_get_double (node) : fallback;
}

gboolean
ante_playbook_doc_get_flag (const AntePlaybookDoc *self, const char *path, gboolean fallback)
{
  JsonNode *node = ante_playbook_find_node (self, path);

  return type_of (node) == ANTE_DOC_FLAG ? json_node_get_boolean (node) : fallback;
}

guint
ante_playbook_doc_count (const AntePlaybookDoc *self, const char *path)
{
  JsonNode *node = ante_playbook_find_node (self, path);

  return type_of (node) == ANTE_DOC_LIST ? json_array_get_length (json_node_get_array (node)) : 0;
}

char **
ante_playbook_doc_list_names (const AntePlaybookDoc *self, const char *path)
{
  JsonNode *node = *path != '\0' ? ante_playbook_find_node (self, path) : NULL;
  JsonObject *object = *path == '\0'                       ? self->root
                       : type_of (node) == ANTE_DOC_OBJECT ? json_node_get_object (node)
                                                           : NULL;
  g_autoptr (GPtrArray) names = object != NULL ? ante_playbook_sort_names (object) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; names != NULL && i < names->len; i++)
    g_strv_builder_add (builder, names->pdata[i]);
  return g_strv_builder_end (builder);
}

char **
ante_playbook_doc_dup_texts (const AntePlaybookDoc *self, const char *path)
{
  JsonNode *node = ante_playbook_find_node (self, path);
  JsonArray *array = type_of (node) == ANTE_DOC_LIST ? json_node_get_array (node) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *entry = json_array_get_element (array, i);

    if (type_of (entry) == ANTE_DOC_TEXT)
      g_strv_builder_add (builder, json_node_get_string (entry));
  }
  return g_strv_builder_end (builder);
}

/* --- changing ------------------------------------------------------------------------------- */

/* Takes @child. */
static gboolean
put_child (JsonNode *node, const Step *step, JsonNode *child)
{
  if (step->is_entry && JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);
    guint n = json_array_get_length (array);

    if (step->entry < n) {
      g_autoptr (GPtrArray) after = g_ptr_array_new ();

      /* json-glib cannot put one in the place of another. */
      for (guint i = step->entry + 1; i < n; i++)
        g_ptr_array_add (after, json_node_copy (json_array_get_element (array, i)));
      while (json_array_get_length (array) > step->entry)
        json_array_remove_element (array, json_array_get_length (array) - 1);
      json_array_add_element (array, child);
      for (guint i = 0; i < after->len; i++)
        json_array_add_element (array, after->pdata[i]);
      return TRUE;
    }
    if (step->entry == n) {
      json_array_add_element (array, child);
      return TRUE;
    }
  } else if (!step->is_entry && JSON_NODE_HOLDS_OBJECT (node)) {
    json_object_set_member (json_node_get_object (node), step->name, child);
    return TRUE;
  }
  json_node_unref (child);
  return FALSE;
}

/* What a step leads into, made where it is missing. */
static JsonNode *
get_or_make (JsonNode *node, const Step *step, gboolean list)
{
  JsonNode *child = get_child (node, step);

  if (type_of (child) != ANTE_DOC_NOTHING)
    return child;
  child = json_node_alloc ();
  if (list)
    json_node_take_array (json_node_init (child, JSON_NODE_ARRAY), json_array_new ());
  else
    json_node_take_object (json_node_init (child, JSON_NODE_OBJECT), json_object_new ());
  return put_child (node, step, child) ? get_child (node, step) : NULL;
}

/* Takes @value. */
static gboolean
set_node (AntePlaybookDoc *self, const char *path, JsonNode *value)
{
  g_autoptr (JsonNode) root = wrap_root (self);
  JsonNode *node = root;
  Step step = { 0 };

  while (node != NULL && take_step (&path, &step)) {
    if (*path == '\0')
      return put_child (node, &step, value);
    node = get_or_make (node, &step, *path == '[');
  }
  json_node_unref (value);
  return FALSE;
}

static JsonNode *
new_value (void)
{
  return json_node_init (json_node_alloc (), JSON_NODE_VALUE);
}

gboolean
ante_playbook_doc_set_text (AntePlaybookDoc *self, const char *path, const char *text)
{
  JsonNode *node = NULL;

  if (text == NULL) {
    ante_playbook_doc_remove (self, path);
    return TRUE;
  }
  node = new_value ();
  json_node_set_string (node, text);
  return set_node (self, path, node);
}

gboolean
ante_playbook_doc_set_number (AntePlaybookDoc *self, const char *path, double value)
{
  JsonNode *node = new_value ();

  if (value == (double) (gint64) value)
    json_node_set_int (node, (gint64) value);
  else
    json_node_set_double (node, value);
  return set_node (self, path, node);
}

gboolean
ante_playbook_doc_set_flag (AntePlaybookDoc *self, const char *path, gboolean flag)
{
  JsonNode *node = new_value ();

  json_node_set_boolean (node, flag);
  return set_node (self, path, node);
}

gboolean
ante_playbook_doc_set_texts (AntePlaybookDoc *self, const char *path, const char *const *texts)
{
  JsonNode *node = json_node_init (json_node_alloc (), JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  json_node_take_array (node, array);
  return set_node (self, path, node);
}

gboolean
ante_playbook_doc_remove (AntePlaybookDoc *self, const char *path)
{
  g_autoptr (JsonNode) root = wrap_root (self);
  Step step = { 0 };
  JsonNode *node = walk (root, path, &step);

  if (node == NULL || get_child (node, &step) == NULL)
    return FALSE;
  if (step.is_entry)
    json_array_remove_element (json_node_get_array (node), step.entry);
  else
    json_object_remove_member (json_node_get_object (node), step.name);
  return TRUE;
}

gboolean
ante_playbook_doc_move (AntePlaybookDoc *self, const char *path, guint from, guint to)
{
  JsonNode *node = ante_playbook_find_node (self, path);
  JsonArray *array = type_of (node) == ANTE_DOC_LIST ? json_node_get_array (node) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  gpointer moved = NULL;

  if (from >= n || to >= n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (entries, json_array_dup_element (array, i));
  while (json_array_get_length (array) > 0)
    json_array_remove_element (array, json_array_get_length (array) - 1);
  moved = g_ptr_array_steal_index (entries, from);
  g_ptr_array_insert (entries, (int) to, moved);
  for (guint i = 0; i < n; i++)
    json_array_add_element (array, entries->pdata[i]);
  return TRUE;
}
