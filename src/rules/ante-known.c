#include "config.h"

#include "rules/ante-known.h"

const AnteFactKind ante_known_wanted[ANTE_KNOWN_WANTED] = {
  ANTE_FACT_GOAL,   ANTE_FACT_PROBLEM,  ANTE_FACT_BOTTLENECK, ANTE_FACT_OFFER,
  ANTE_FACT_BUDGET, ANTE_FACT_TIMELINE, ANTE_FACT_FIT,
};

gboolean
ante_known_has (GPtrArray *facts, AnteFactKind kind)
{
  for (guint i = 0; i < facts->len; i++) {
    const AnteFact *fact = facts->pdata[i];

    if (fact->kind == kind &&
        (fact->state == ANTE_FACT_CONFIRMED || fact->state == ANTE_FACT_SUGGESTED))
      return TRUE;
  }
  return FALSE;
}

guint
ante_known_count (GPtrArray *facts, GArray *missing)
{
  guint n = 0;

  for (guint i = 0; i < ANTE_KNOWN_WANTED; i++) {
    if (ante_known_has (facts, ante_known_wanted[i]))
      n++;
    else
      g_array_append_val (missing, ante_known_wanted[i]);
  }
  return n;
}
