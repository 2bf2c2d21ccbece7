#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-marks.h"

#include "rules/guard/ante-guard-work.h"

/**
 * ante_guard_marks:
 *
 * Returns: (transfer full) (element-type AnteMark): what the tables of phrases find in a text, each
 * told from itself denied, for what is learned
 */
GArray *
ante_guard_marks (const AnteGuardText *text)
{
  GArray *marks = g_array_sized_new (FALSE, FALSE, sizeof (AnteMark), text->hits->len);

  for (guint i = 0; i < text->hits->len; i++) {
    const AnteHit *hit = &g_array_index (text->hits, AnteHit, i);
    gboolean denied = !hit->firm && ante_guard_is_denied (text, hit->first, hit->after);
    AnteMark mark = { (guint) hit->cue * 2 + (denied ? 1 : 0), hit->first, hit->after };

    g_array_append_val (marks, mark);
  }
  return marks;
}
