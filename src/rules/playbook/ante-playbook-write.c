#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/playbook/ante-playbook-tree.h"

#include <math.h>
#include <string.h>

/* A list or an object that is no longer than this stands on one line. */
#define LONGEST_LINE 100

/* As the form goes, the outer before the inner. */
static const char *const order[] = {
  /* of a price */
  "kind",
  "count",
  "amount",
  /* of all */
  "format",
  "version",
  "niche",
  "coach",
  "languages",
  "currency",
  "delivery",
  "price_disclosure",
  "offers",
  "free_offers",
  "discounts",
  "refund_policy",
  "guarantee",
  "scarcity",
  "approved_claims",
  "allowed_urls",
  "allowed_contacts",
  "payment_in_dm",
  "booking",
  "voice",
  "qualification",
  "escalate_on",
  "escalation_triggers",
  "human_review",
  "permissions",
  "caps",
  "quiet_hours",
  "disclosure",
  "openers",
  "saved_replies",
  "follow_ups",
  "review_after_days",
  "last_reviewed",
  /* of an entry */
  "id",
  "example",
  "name",
  "handle",
  "business",
  "aliases",
  "duration",
  "period",
  "prices",
  "price_words",
  "includes",
  "never_promise",
  "links",
  "code",
  "percent",
  "requires_tag",
  "valid_from",
  "valid_until",
  "refundable",
  "days",
  "counted_from",
  "cohort_size",
  "cohort_start",
  "host",
  "path_prefix",
  "link",
  "greeting",
  "phrases",
  "max_chars",
  "max_emojis",
  "max_exclamation_marks",
  "max_caps_words",
  "hashtags",
  "banned_phrases",
  "criteria",
  "disqualifiers",
  "rule",
  "question",
  "must_have",
  "weight",
  "field",
  "comparison",
  "value",
  "unit",
  "when",
  "words",
  "intent",
  "source",
  "stage",
  "offer",
  "person",
  "people",
  "hours",
  "confidence",
  "first_reply",
  "otherwise",
  "intents",
  "narrow",
  "at_most",
  "automatic_in_a_row",
  "automatic_per_day",
  "hold_minutes",
  "wait_seconds",
  "from",
  "until",
  "zone",
  "region",
  "steps",
  "after_days",
  "after_hours",
  "led_by",
  "reason",
  "text",
  "why",
};

guint
ante_playbook_rank (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    if (g_str_equal (order[i], name))
      return i;
  }
  return G_MAXUINT;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *left = *(const char *const *) a;
  const char *right = *(const char *const *) b;
  guint left_rank = ante_playbook_rank (left);
  guint right_rank = ante_playbook_rank (right);

  if (left_rank != right_rank)
    return left_rank < right_rank ? -1 : 1;
  return strcmp (left, right);
}

GPtrArray *
ante_playbook_sort_names (JsonObject *object)
{
  GPtrArray *names = g_ptr_array_new ();
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    g_ptr_array_add (names, l->data);
  g_ptr_array_sort (names, compare_names);
  return names;
}

char *
ante_playbook_write_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == floor (number) && fabs (number) < 1e15)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) number);
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  if (g_ascii_strtod (buffer, NULL) != number)
    g_ascii_dtostr (buffer, sizeof buffer, number);
  return g_strdup (buffer);
}

static void
write_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '"' || c == '\\')
      g_string_append_printf (out, "\\%c", (char) c);
    else if (c == '\n')
      g_string_append (out, "\\n");
    else if (c == '\t')
      g_string_append (out, "\\t");
    /* What is not drawn stays visible in a file and in a difference of two. */
    else if (c < 0x20 || c == 0x7F || g_unichar_iszerowidth (c) ||
             g_unichar_type (c) == G_UNICODE_FORMAT || g_unichar_type (c) == G_UNICODE_CONTROL)
      g_string_append_printf (out, c > 0xFFFF ? "\\u%04x\\u%04x" : "\\u%04x",
                              c > 0xFFFF ? 0xD800 + ((c - 0x10000) >> 10) : c,
                              0xDC00 + ((c - 0x10000) & 0x3FF));
    else
      g_string_append_unichar (out, c);
  }
  g_string_append_c (out, '"');
}

static void
write_value (GString *out, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING) {
    write_text (out, json_node_get_string (node));
  } else if (type == G_TYPE_BOOLEAN) {
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  } else if (type == G_TYPE_INT64) {
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  } else {
    g_autofree char *number = ante_playbook_write_number (json_node_get_double (node));

    g_string_append (out, number);
  }
}

static void write_node (GString *out, JsonNode *node, int depth);

/* @depth: how far it is indented; -1 on one line. */
static void
begin_item (GString *out, guint place, int depth)
{
  if (place > 0)
    g_string_append_c (out, ',');
  if (depth < 0) {
    if (place > 0)
      g_string_append_c (out, ' ');
    return;
  }
  g_string_append_printf (out, "\n%*s", depth * 2 + 2, "");
}

static void
end_items (GString *out, guint n, int depth, char bracket)
{
  if (depth >= 0 && n > 0)
    g_string_append_printf (out, "\n%*s", depth * 2, "");
  g_string_append_c (out, bracket);
}

static void
write_object (GString *out, JsonObject *object, int depth)
{
  g_autoptr (GPtrArray) names = ante_playbook_sort_names (object);

  g_string_append_c (out, '{');
  for (guint i = 0; i < names->len; i++) {
    begin_item (out, i, depth);
    write_text (out, names->pdata[i]);
    g_string_append (out, ": ");
    write_node (out, json_object_get_member (object, names->pdata[i]), depth < 0 ? -1 : depth + 1);
  }
  end_items (out, names->len, depth, '}');
}

static void
write_array (GString *out, JsonArray *array, int depth)
{
  guint n = json_array_get_length (array);

  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++) {
    begin_item (out, i, depth);
    write_node (out, json_array_get_element (array, i), depth < 0 ? -1 : depth + 1);
  }
  end_items (out, n, depth, ']');
}

static void
write_container (GString *out, JsonNode *node, int depth)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    write_object (out, json_node_get_object (node), depth);
  else
    write_array (out, json_node_get_array (node), depth);
}

static void
write_node (GString *out, JsonNode *node, int depth)
{
  if (JSON_NODE_HOLDS_NULL (node)) {
    g_string_append (out, "null");
  } else if (JSON_NODE_HOLDS_VALUE (node)) {
    write_value (out, node);
  } else if (depth <= 0) {
    write_container (out, node, depth);
  } else {
    g_autoptr (GString) line = g_string_new (NULL);

    write_container (line, node, -1);
    if (g_utf8_strlen (line->str, -1) + depth * 2 <= LONGEST_LINE)
      g_string_append (out, line->str);
    else
      write_container (out, node, depth);
  }
}

char *
ante_playbook_doc_write (const AntePlaybookDoc *self)
{
  GString *out = g_string_new (NULL);

  write_object (out, self->root, 0);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}
