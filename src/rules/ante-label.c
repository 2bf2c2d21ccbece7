#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-label.h"

#include "rules/ante-text.h"

const char *const ante_label_colours[] = {
  "blue", "green", "yellow", "purple", "orange", "red", "brown", "slate", NULL,
};

/**
 * ante_label_clean:
 * @text: (nullable): what somebody calls a label
 *
 * Returns: (transfer full) (nullable): the name as it is kept: one line, composed, without white
 * space at its ends; %NULL for one that is empty or too long
 */
char *
ante_label_clean (const char *text)
{
  g_autofree char *line = text != NULL ? ante_text_clean_name (text, 0) : NULL;
  g_autofree char *name = line != NULL ? ante_text_for_matching (line) : NULL;

  if (name == NULL || *name == '\0' || g_utf8_strlen (name, -1) > ANTE_LABEL_MAX_CHARS)
    return NULL;
  return g_steal_pointer (&name);
}

/**
 * ante_label_is_same:
 *
 * Returns: whether two names are one label: they differ in small and capital letters at most
 */
gboolean
ante_label_is_same (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_str_equal (folded_a, folded_b);
}

guint
ante_label_n_colours (void)
{
  return G_N_ELEMENTS (ante_label_colours) - 1;
}
