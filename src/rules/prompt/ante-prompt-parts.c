#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/prompt/ante-prompt-parts.h"

#include <string.h>

#include "rules/ante-json.h"

#define MOST_DEPTH 8

/* In this order, whatever that of the document: the same playbook is the same text. */
static const struct {
  const char *title;
  const char *members[8];
} sections[] = {
  { "Business", { "niche", "coach", "delivery", "languages", NULL } },
  { "Voice", { "voice", NULL } },
  { "Offers", { "currency", "offers", "free_offers", "discounts", "price_disclosure", NULL } },
  { "Refunds and guarantees", { "refund_policy", "guarantee", "scarcity", NULL } },
  { "Claims that may be made", { "approved_claims", NULL } },
  { "Links and contacts that may be given",
    { "allowed_urls", "allowed_contacts", "booking", "payment_in_dm", NULL } },
  { "What is asked of a lead", { "qualification", NULL } },
  { "Answers that the coach gives", { "openers", "saved_replies", NULL } },
};

/* Numbers of rows and what only the program reads. */
static const char *const unsaid[] = { "id", "example", "weight", "field", "comparison", NULL };

static gboolean is_empty (JsonNode *node, guint depth);
static void append_node (GString *text, JsonNode *node, guint depth);

static void
append_indent (GString *text, guint depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "  ");
}

/* So deep as is told. */
static gboolean
holds_nothing (JsonObject *object, guint depth)
{
  g_autoptr (GList) nodes = json_object_get_values (object);

  for (GList *l = nodes; l != NULL; l = l->next) {
    if (depth > MOST_DEPTH || !is_empty (l->data, depth + 1))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_empty (JsonNode *node, guint depth)
{
  return JSON_NODE_HOLDS_NULL (node) ||
         (JSON_NODE_HOLDS_OBJECT (node) && holds_nothing (json_node_get_object (node), depth)) ||
         (JSON_NODE_HOLDS_ARRAY (node) &&
          json_array_get_length (json_node_get_array (node)) == 0) ||
         (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
          *json_node_get_string (node) == '\0');
}

static void
append_member (GString *text, const char *name, JsonNode *node, guint depth)
{
  g_autofree char *words = g_strdelimit (g_strdup (name), "_", ' ');

  append_indent (text, depth);
  g_string_append_printf (text, "%s:", words);
  if (is_empty (node, 0)) {
    g_string_append (text, " none\n");
  } else if (JSON_NODE_HOLDS_VALUE (node)) {
    g_string_append_c (text, ' ');
    append_node (text, node, depth);
  } else {
    g_string_append_c (text, '\n');
    append_node (text, node, depth + 1);
  }
}

static void
append_value (GString *text, JsonNode *node)
{
  GType type = json_node_get_value_type (node);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (type == G_TYPE_STRING)
    g_string_append_printf (text, "%s\n", json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (text, json_node_get_boolean (node) ? "yes\n" : "no\n");
  else
    g_string_append_printf (
      text, "%s\n", g_ascii_formatd (number, sizeof number, "%.10g", json_node_get_double (node)));
}

static void
append_list (GString *text, JsonArray *array, guint depth)
{
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);

    if (is_empty (node, 0))
      continue;
    append_indent (text, depth);
    g_string_append (text, JSON_NODE_HOLDS_VALUE (node) ? "- " : "-\n");
    append_node (text, node, depth + 1);
  }
}

static void
append_node (GString *text, JsonNode *node, guint depth)
{
  JsonObject *object = NULL;
  g_autoptr (GList) names = NULL;

  if (depth > MOST_DEPTH)
    return;
  if (JSON_NODE_HOLDS_VALUE (node)) {
    append_value (text, node);
    return;
  }
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    append_list (text, json_node_get_array (node), depth);
    return;
  }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  object = json_node_get_object (node);
  names = json_object_get_members (object);
  for (GList *l = names; l != NULL; l = l->next) {
    if (!g_strv_contains (unsaid, l->data) &&
        !is_empty (json_object_get_member (object, l->data), 0))
      append_member (text, l->data, json_object_get_member (object, l->data), depth);
  }
}

/* (transfer full): NULL where nothing of it is told. What is empty is said to be: that there is no
 * guarantee is worth knowing. */
static char *
write_section (JsonObject *object, const char *const *members)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; members[i] != NULL; i++) {
    JsonNode *node = json_object_get_member (object, members[i]);

    if (node != NULL)
      append_member (text, members[i], node, 0);
  }
  return text->len > 0 ? g_strchomp (g_strdup (text->str)) : NULL;
}

AntePromptParts *
ante_prompt_parts_new (const char *document, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (document, strlen (document));
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = ante_json_parse_object (bytes, &root, error);
  AntePromptParts *self = NULL;

  if (object == NULL)
    return NULL;
  self = g_new0 (AntePromptParts, 1);
  self->parts = g_new0 (AntePromptPart, G_N_ELEMENTS (sections));
  self->texts = g_new0 (char *, G_N_ELEMENTS (sections) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    char *text = write_section (object, sections[i].members);

    if (text == NULL)
      continue;
    self->texts[self->n_parts] = text;
    self->parts[self->n_parts++] = (AntePromptPart){ sections[i].title, text };
  }
  return self;
}

void
ante_prompt_parts_free (AntePromptParts *self)
{
  if (self == NULL)
    return;

  g_free (self->parts);
  g_strfreev (self->texts);
  g_free (self);
}
