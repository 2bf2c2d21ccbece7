#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/playbook/ante-playbook-tree.h"

#include <string.h>

/* A text that is longer is not shown whole on both sides of an arrow. */
#define LONGEST_SHOWN 60

/* How the entries of a list are called. */
static const struct {
  const char *list;
  const char *noun;
} nouns[] = {
  { "offers", "Offer" },
  { "discounts", "Discount" },
  { "allowed_urls", "Allowed link" },
  { "criteria", "Criterion" },
  { "disqualifiers", "Disqualifier" },
  { "escalation_triggers", "Escalation trigger" },
  { "human_review", "Review rule" },
  { "narrow", "Narrower permission" },
  { "disclosure", "Disclosure" },
  { "openers", "Opener" },
  { "saved_replies", "Saved reply" },
  { "follow_ups", "Follow-ups" },
  { "steps", "step" },
};

typedef struct {
  GPtrArray *lines;
  const char *section;
} Diff;

static void
line_free (AntePlaybookDiffLine *self)
{
  g_free (self->section);
  g_free (self->path);
  g_free (self->text);
  g_free (self);
}

static void
add_line (Diff *diff, const char *path, const char *label, const char *what)
{
  AntePlaybookDiffLine *line = g_new0 (AntePlaybookDiffLine, 1);

  line->section = g_strdup (diff->section);
  line->path = g_strdup (path);
  line->text = g_strdup_printf ("%s: %s", label, what);
  g_ptr_array_add (diff->lines, line);
}

/* --- values as people read them ------------------------------------------------------------- */

static char *
tell_name (const char *name)
{
  char *told = g_strdup (name);

  return g_strdelimit (told, "_", ' ');
}

static char *
tell_text (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');

  if (g_utf8_strlen (line, -1) > LONGEST_SHOWN) {
    g_autofree char *cut = g_utf8_substring (line, 0, LONGEST_SHOWN - 1);

    return g_strdup_printf ("“%s…”", cut);
  }
  return g_strdup_printf ("“%s”", line);
}

static char *
tell_value (JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("nothing");
  if (JSON_NODE_HOLDS_VALUE (node)) {
    GType type = json_node_get_value_type (node);

    if (type == G_TYPE_STRING)
      return tell_text (json_node_get_string (node));
    if (type == G_TYPE_BOOLEAN)
      return g_strdup (json_node_get_boolean (node) ? "yes" : "no");
    return ante_playbook_write_number (json_node_get_double (node));
  }
  {
    g_autofree char *text = json_to_string (node, FALSE);

    return tell_text (text);
  }
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
             json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static double
get_number (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
             json_node_get_value_type (node) != G_TYPE_STRING
           ? json_node_get_double (node)
           : 0;
}

static char *
tell_money (double amount, const char *currency)
{
  static const struct {
    const char *code;
    const char *sign;
  } signs[] = { { "EUR", "€" }, { "USD", "$" }, { "GBP", "£" } };
  g_autofree char *number = ante_playbook_write_number (amount);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    if (g_strcmp0 (currency, signs[i].code) == 0)
      return g_strdup_printf ("%s %s", number, signs[i].sign);
  }
  return g_strdup_printf ("%s %s", number, currency != NULL ? currency : "");
}

static gboolean
is_plan (JsonObject *price)
{
  return g_strcmp0 (get_text (price, "kind"), "installments") == 0;
}

static char *
tell_price (JsonObject *price)
{
  g_autofree char *money = tell_money (get_number (price, "amount"), get_text (price, "currency"));
  const char *period = get_text (price, "period");

  if (!is_plan (price))
    return g_steal_pointer (&money);
  return g_strdup_printf ("%u × %s%s%s", (guint) get_number (price, "count"), money,
                          period != NULL ? " a " : "", period != NULL ? period : "");
}

/* --- lists ---------------------------------------------------------------------------------- */

static const char *
find_noun (const char *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++) {
    if (g_str_equal (nouns[i].list, list))
      return nouns[i].noun;
  }
  return NULL;
}

/* By what an entry is known again in another version. */
static const char *
find_key (JsonNode *node)
{
  static const char *const keys[] = { "id", "code", "host", "region", "stage", "name" };

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    const char *text = get_text (json_node_get_object (node), keys[i]);

    if (text != NULL)
      return text;
  }
  return NULL;
}

static char *
tell_entry (const char *list, JsonNode *node, guint place)
{
  const char *noun = find_noun (list);
  const char *name =
    JSON_NODE_HOLDS_OBJECT (node) ? get_text (json_node_get_object (node), "name") : NULL;
  g_autofree char *told = noun == NULL ? tell_name (list) : g_strdup (noun);

  if (name == NULL)
    name = find_key (node);
  return name != NULL ? g_strdup_printf ("%s %s", told, name)
                      : g_strdup_printf ("%s %u", told, place + 1);
}

static JsonNode *
find_entry (JsonArray *array, JsonNode *like, guint place, guint *found)
{
  const char *key = find_key (like);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);

    if (key != NULL ? g_strcmp0 (find_key (node), key) == 0 : i == place) {
      *found = i;
      return node;
    }
  }
  return NULL;
}

static void diff_nodes (Diff *diff,
                        const char *path,
                        const char *label,
                        const char *name,
                        JsonNode *before,
                        JsonNode *after);

static gboolean
holds_text (JsonArray *array, const char *text)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);

    if (JSON_NODE_HOLDS_VALUE (node) && g_strcmp0 (json_node_get_string (node), text) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
holds_objects (JsonArray *array)
{
  return array != NULL && json_array_get_length (array) > 0 &&
         JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, 0));
}

/* @sign: what is said of a text of @array that the other has not. */
static void
tell_texts (Diff *diff,
            const char *path,
            const char *label,
            const char *sign,
            JsonArray *array,
            JsonArray *other)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);
    g_autofree char *told = tell_value (node);
    g_autofree char *what = g_strdup_printf ("%s %s", sign, told);

    if (!JSON_NODE_HOLDS_VALUE (node) || !holds_text (other, json_node_get_string (node)))
      add_line (diff, path, label, what);
  }
}

/* Whole prices and plans, each as one thing. */
static void
diff_prices (Diff *diff, const char *path, const char *label, JsonArray *before, JsonArray *after)
{
  guint n_before = before != NULL ? json_array_get_length (before) : 0;
  guint n_after = after != NULL ? json_array_get_length (after) : 0;

  for (guint i = 0; i < MAX (n_before, n_after); i++) {
    JsonNode *old_node = i < n_before ? json_array_get_element (before, i) : NULL;
    JsonNode *new_node = i < n_after ? json_array_get_element (after, i) : NULL;
    JsonObject *old = old_node != NULL && JSON_NODE_HOLDS_OBJECT (old_node)
                        ? json_node_get_object (old_node)
                        : NULL;
    JsonObject *new =
      new_node != NULL &&JSON_NODE_HOLDS_OBJECT (new_node) ? json_node_get_object (new_node) : NULL;
    g_autofree char *from = old != NULL ? tell_price (old) : g_strdup ("nothing");
    g_autofree char *to = new != NULL ? tell_price (new) : g_strdup ("nothing");
    JsonObject *either = new != NULL ? new : old;
    g_autofree char *place = g_strdup_printf ("%s[%u]", path, i);
    g_autofree char *what = NULL;

    if (g_str_equal (from, to) || either == NULL)
      continue;
    what = g_strdup_printf ("%s %s → %s", is_plan (either) ? "instalments" : "price", from, to);
    add_line (diff, place, label, what);
  }
}

static void
diff_entries (Diff *diff,
              const char *path,
              const char *label,
              const char *name,
              JsonArray *before,
              JsonArray *after)
{
  gboolean nested = g_str_equal (name, "steps");

  for (guint i = 0; after != NULL && i < json_array_get_length (after); i++) {
    JsonNode *node = json_array_get_element (after, i);
    guint found = 0;
    JsonNode *old = find_entry (before, node, i, &found);
    g_autofree char *place = g_strdup_printf ("%s[%u]", path, i);
    g_autofree char *entry = tell_entry (name, node, i);
    g_autofree char *told = nested ? g_strdup_printf ("%s, %s", label, entry) : g_strdup (entry);

    if (old == NULL)
      add_line (diff, place, told, "added");
    else
      diff_nodes (diff, place, told, "", old, node);
  }
  for (guint i = 0; before != NULL && i < json_array_get_length (before); i++) {
    JsonNode *node = json_array_get_element (before, i);
    guint found = 0;
    g_autofree char *place = g_strdup_printf ("%s[%u]", path, i);
    g_autofree char *entry = tell_entry (name, node, i);
    g_autofree char *told = nested ? g_strdup_printf ("%s, %s", label, entry) : g_strdup (entry);

    if (find_entry (after, node, i, &found) == NULL)
      add_line (diff, place, told, "removed");
  }
}

static void
diff_lists (Diff *diff,
            const char *path,
            const char *label,
            const char *name,
            JsonArray *before,
            JsonArray *after)
{
  g_autofree char *told = NULL;

  if (g_str_equal (name, "prices")) {
    diff_prices (diff, path, label, before, after);
    return;
  }
  if (holds_objects (before) || holds_objects (after)) {
    diff_entries (diff, path, label, name, before, after);
    return;
  }
  told = tell_name (name);
  {
    g_autofree char *added = g_strdup_printf ("%s now with", told);
    g_autofree char *gone = g_strdup_printf ("%s no longer with", told);

    tell_texts (diff, path, label, added, after, before);
    tell_texts (diff, path, label, gone, before, after);
  }
}

/* --- trees ---------------------------------------------------------------------------------- */

static void
diff_objects (
  Diff *diff, const char *path, const char *label, JsonObject *before, JsonObject *after)
{
  g_autoptr (GPtrArray) names = ante_playbook_sort_names (after);
  g_autoptr (GPtrArray) old_names = ante_playbook_sort_names (before);

  for (guint i = 0; i < old_names->len; i++) {
    if (!json_object_has_member (after, old_names->pdata[i]))
      g_ptr_array_add (names, old_names->pdata[i]);
  }
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    g_autofree char *place = g_strconcat (path, ".", name, NULL);

    diff_nodes (diff, place, label, name, json_object_get_member (before, name),
                json_object_get_member (after, name));
  }
}

static gboolean
holds (JsonNode *node, JsonNodeType type)
{
  return node == NULL || JSON_NODE_HOLDS_NULL (node) || json_node_get_node_type (node) == type;
}

static JsonArray *
get_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static void
diff_nodes (Diff *diff,
            const char *path,
            const char *label,
            const char *name,
            JsonNode *before,
            JsonNode *after)
{
  g_autoptr (JsonObject) nothing = json_object_new ();
  JsonNode *either = after != NULL && !JSON_NODE_HOLDS_NULL (after) ? after : before;

  if (either == NULL || JSON_NODE_HOLDS_NULL (either))
    return;
  if (JSON_NODE_HOLDS_OBJECT (either) && holds (before, JSON_NODE_OBJECT) &&
      holds (after, JSON_NODE_OBJECT)) {
    g_autofree char *inner = *name != '\0' ? tell_name (name) : NULL;
    g_autofree char *told =
      inner != NULL ? g_strdup_printf ("%s, %s", label, inner) : g_strdup (label);

    diff_objects (
      diff, path, told,
      before != NULL && JSON_NODE_HOLDS_OBJECT (before) ? json_node_get_object (before) : nothing,
      after != NULL && JSON_NODE_HOLDS_OBJECT (after) ? json_node_get_object (after) : nothing);
  } else if (JSON_NODE_HOLDS_ARRAY (either) && holds (before, JSON_NODE_ARRAY) &&
             holds (after, JSON_NODE_ARRAY)) {
    diff_lists (diff, path, label, name, get_array (before), get_array (after));
  } else {
    g_autofree char *told = tell_name (name);
    g_autofree char *from = tell_value (before);
    g_autofree char *to = tell_value (after);
    g_autofree char *what =
      g_strdup_printf ("%s%s%s → %s", told, *told != '\0' ? " " : "", from, to);

    if (!g_str_equal (from, to) ||
        (before != NULL && after != NULL && !json_node_equal (before, after)))
      add_line (diff, path, label, what);
  }
}

/* A member of the whole, under its own heading. */
static void
diff_section (Diff *diff, const char *name, JsonNode *before, JsonNode *after)
{
  JsonNode *either = after != NULL && !JSON_NODE_HOLDS_NULL (after) ? after : before;
  g_autofree char *told = tell_name (name);

  *told = g_ascii_toupper (*told);
  diff->section = name;
  if (either != NULL && JSON_NODE_HOLDS_ARRAY (either) && !holds_objects (get_array (before)) &&
      !holds_objects (get_array (after))) {
    tell_texts (diff, name, told, "now with", get_array (after), get_array (before));
    tell_texts (diff, name, told, "no longer with", get_array (before), get_array (after));
  } else {
    diff_nodes (diff, name, told, either != NULL && JSON_NODE_HOLDS_ARRAY (either) ? name : "",
                before, after);
  }
}

/**
 * ante_playbook_doc_diff:
 *
 * Entries of lists are known again by their id, or by what else names them; where they stand does
 * not count. The number of the version is no change.
 */
GPtrArray *
ante_playbook_doc_diff (const AntePlaybookDoc *before, const AntePlaybookDoc *after)
{
  Diff diff = { g_ptr_array_new_with_free_func ((GDestroyNotify) line_free), "" };
  g_autoptr (GPtrArray) names = ante_playbook_sort_names (after->root);
  g_autoptr (GPtrArray) old_names = ante_playbook_sort_names (before->root);

  for (guint i = 0; i < old_names->len; i++) {
    if (!json_object_has_member (after->root, old_names->pdata[i]))
      g_ptr_array_add (names, old_names->pdata[i]);
  }
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];

    if (!g_str_equal (name, "version"))
      diff_section (&diff, name, json_object_get_member (before->root, name),
                    json_object_get_member (after->root, name));
  }
  return diff.lines;
}
