#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdio.h>

#include "rules/ante-text.h"

#define WIDEST 48
/* One value a line has more room than one column of many. */
#define WIDEST_ALONE 400

/* A cell is one line of cleaned text, so that nothing foreign moves the terminal's cursor. */
static char *
cell (JsonNode *node, guint widest)
{
  g_autofree char *text = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return ante_text_clean_name (json_node_get_string (node), widest);
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "yes" : "no");
  text = json_to_string (node, FALSE);
  return ante_text_clean_name (text, widest);
}

static void
print_object (JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next) {
    g_autofree char *text = cell (json_object_get_member (object, l->data), WIDEST_ALONE);

    printf ("%-18s %s\n", (char *) l->data, text);
  }
}

static void
print_row (char **cells, const guint *widths, guint n)
{
  for (guint i = 0; i < n; i++) {
    glong pad = (glong) widths[i] - g_utf8_strlen (cells[i], -1);

    printf ("%s%*s", cells[i], i + 1 < n ? (int) MAX (pad, 0) + 2 : 0, "");
  }
  putchar ('\n');
}

void
ctl_print_table (JsonNode *node, const char *const *columns)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree guint *widths = NULL;
  guint n = 0;
  JsonArray *array = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node)) {
    print_object (json_node_get_object (node));
    return;
  }

  array = json_node_get_array (node);
  n = g_strv_length ((char **) columns);
  widths = g_new0 (guint, n);
  g_ptr_array_add (rows, g_strdupv ((char **) columns));
  for (guint i = 0; i < json_array_get_length (array); i++) {
    char **cells = g_new0 (char *, n + 1);

    for (guint k = 0; k < n; k++)
      cells[k] = cell (
        json_object_get_member (json_array_get_object_element (array, i), columns[k]), WIDEST);
    g_ptr_array_add (rows, cells);
  }

  for (guint i = 0; i < rows->len; i++) {
    for (guint k = 0; k < n; k++)
      widths[k] = MAX (widths[k], (guint) g_utf8_strlen (((char **) rows->pdata[i])[k], -1));
  }
  for (guint i = 0; i < rows->len; i++)
    print_row (rows->pdata[i], widths, n);
}
