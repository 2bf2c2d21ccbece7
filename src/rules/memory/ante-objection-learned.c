#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-objection-learned.h"

#include "rules/learned/ante-learned.h"

/* Fewer words than this say too little to be judged by. */
#define FEWEST_WORDS 3

/**
 * ante_objections_learned:
 * @found: (out caller-allocates): what it objects
 *
 * Returns: how many objections a line of the lead holds, by what was learned from the examples
 */
guint
ante_objections_learned (const AnteLine *line, AnteLearnedObjection found[N_ANTE_OBJECTIONS])
{
  AnteLearnedFinding findings[ANTE_LEARNED_MOST];
  g_autofree AnteMeanings *meanings = NULL;
  AnteLearnedText text = { line, NULL, NULL };
  guint n_labels = 0;
  guint n = 0;

  if (ante_line_n_words (line) < FEWEST_WORDS)
    return 0;
  text.meanings = meanings = ante_meanings_read (line);
  n_labels = ante_learned_judge (ANTE_LEARNED_OBJECTION, &text, findings);
  for (guint k = 0; k < n_labels; k++) {
    for (guint type = 0; findings[k].grade >= ANTE_LEARNED_SURE && type < N_ANTE_OBJECTIONS;
         type++) {
      if (g_str_equal (findings[k].label, ante_objection_name (type)) && n < N_ANTE_OBJECTIONS)
        found[n++] = (AnteLearnedObjection){ type, { findings[k].first, findings[k].after } };
    }
  }
  return n;
}
