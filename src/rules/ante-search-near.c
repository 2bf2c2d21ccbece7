#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-search-near.h"

#include <string.h>

#define LONGEST 12

static const struct {
  const char *name;
  AnteSearchOperator op;
} others[] = {
  { "author", ANTE_SEARCH_FROM },  { "by", ANTE_SEARCH_FROM },      { "sender", ANTE_SEARCH_FROM },
  { "tag", ANTE_SEARCH_LABEL },    { "status", ANTE_SEARCH_STAGE }, { "column", ANTE_SEARCH_STAGE },
  { "since", ANTE_SEARCH_AFTER },  { "until", ANTE_SEARCH_BEFORE }, { "with", ANTE_SEARCH_HAS },
  { "setter", ANTE_SEARCH_OWNER }, { "via", ANTE_SEARCH_SOURCE },   { "says", ANTE_SEARCH_SAID },
};

/* How many letters are wrong, missing, too many, or in each other's place. */
static guint
count_slips (const char *one, const char *other)
{
  guint rows[LONGEST + 1][LONGEST + 1] = { { 0 } };
  gsize n = strlen (one);
  gsize m = strlen (other);

  for (gsize i = 0; i <= n; i++) {
    for (gsize j = 0; j <= m; j++) {
      guint best = 0;

      if (i == 0 || j == 0) {
        rows[i][j] = (guint) (i + j);
        continue;
      }
      best = rows[i - 1][j - 1] + (one[i - 1] != other[j - 1] ? 1 : 0);
      best = MIN (best, MIN (rows[i - 1][j], rows[i][j - 1]) + 1);
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
        best = MIN (best, rows[i - 2][j - 2] + 1);
      rows[i][j] = best;
    }
  }
  return rows[n][m];
}

gboolean
ante_search_near (const char *name, AnteSearchOperator *op)
{
  g_autofree char *small = g_ascii_strdown (name, -1);
  guint fewest = strlen (small) > 3 ? 3 : 2; /* so many are another word */
  gboolean found = FALSE;

  if (strlen (small) > LONGEST)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    if (g_str_equal (small, others[i].name)) {
      *op = others[i].op;
      return TRUE;
    }
  }
  for (guint i = 0; i < ANTE_SEARCH_N_OPERATORS; i++) {
    guint slips = count_slips (small, ante_search_operator_get_name (i));

    if (slips < fewest) {
      fewest = slips;
      *op = i;
      found = TRUE;
    }
  }
  return found;
}
