#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/brief/ante-brief-work.h"

#include <glib/gi18n.h>

#include "rules/ante-plain-words.h"
#include "rules/ante-text.h"

/* What they want, what holds them back, and what we told them. */

/* What stands in the first line is not read twice. */
static gboolean
is_in_first_line (const AnteBriefWork *work, const AnteFact *fact)
{
  const AnteBriefLine *first = work->brief->lines->pdata[0];
  g_autofree char *text = ante_text_one_line (fact->text, 0);

  return fact == work->why && g_str_equal (first->text, text);
}

static void
add_wish (AnteBriefWork *work, AnteFactKind kind, int priority)
{
  const AnteFact *fact = ante_brief_find_fact (work, kind, NULL);
  AnteBriefLine *line = NULL;

  if (fact == NULL)
    return;
  line = ante_brief_add_fact (work, ANTE_BRIEF_WANTS, priority, ante_plain_words_fact (kind), fact);
  if (!is_in_first_line (work, fact))
    return;
  g_free (line->text);
  line->text = g_strdup (_ ("as in the first line"));
  line->is_quote = FALSE;
}

static void
add_free (AnteBriefWork *work)
{
  int priority = 25;

  for (guint i = work->facts->len; i-- > 0 && priority > 20;) {
    const AnteFact *fact = work->facts->pdata[i];

    if (fact->kind == ANTE_FACT_FREE)
      ante_brief_add_fact (work, ANTE_BRIEF_WANTS, priority--, _ ("Noted"), fact);
  }
}

void
ante_brief_read_wants (AnteBriefWork *work)
{
  add_wish (work, ANTE_FACT_GOAL, 92);
  add_wish (work, ANTE_FACT_PROBLEM, 91);
  add_wish (work, ANTE_FACT_BOTTLENECK, 90);
  add_wish (work, ANTE_FACT_TIMELINE, 64);
  add_wish (work, ANTE_FACT_OFFER, 63);
  if (ante_brief_find_fact (work, ANTE_FACT_GOAL, NULL) == NULL &&
      ante_brief_find_fact (work, ANTE_FACT_PROBLEM, NULL) == NULL &&
      ante_brief_find_fact (work, ANTE_FACT_BOTTLENECK, NULL) == NULL)
    ante_brief_add (work, ANTE_BRIEF_WANTS, 79, NULL, _ ("Nothing is noted yet"));
  add_free (work);
}

/* --- what holds them back ------------------------------------------------------------------- */

static void
add_objection (AnteBriefWork *work, const AnteFact *fact, int priority)
{
  const char *state = fact->handled_at > 0 ? _ ("Answered") : _ ("Open");
  const char *type = ante_plain_words_fact_type (ANTE_FACT_OBJECTION, fact->type);
  /* Translators: whether it was answered, then what it is about: "Open: price". */
  g_autofree char *label =
    type != NULL ? g_strdup_printf (_ ("%s: %s"), state, type) : g_strdup (state);

  ante_brief_add_fact (work, ANTE_BRIEF_OBJECTIONS, priority, label, fact);
}

/* The newest first: what stands open, then what was answered. */
static guint
add_objections (AnteBriefWork *work, gboolean answered, int priority)
{
  guint n = 0;

  for (guint i = work->facts->len; i-- > 0;) {
    const AnteFact *fact = work->facts->pdata[i];

    if (fact->kind != ANTE_FACT_OBJECTION || (fact->handled_at > 0) != answered)
      continue;
    add_objection (work, fact, n == 0 ? priority : 58 - (int) MIN (n, 20) - (answered ? 20 : 0));
    n++;
  }
  return n;
}

void
ante_brief_read_objections (AnteBriefWork *work)
{
  guint n = add_objections (work, FALSE, 88) + add_objections (work, TRUE, 55);

  if (n == 0)
    ante_brief_add (work, ANTE_BRIEF_OBJECTIONS, 79, NULL, _ ("None was heard so far"));
}

/* --- what they know already ----------------------------------------------------------------- */

static guint
add_told (AnteBriefWork *work, const char *type, const char *label, int priority)
{
  gboolean is_address = g_strcmp0 (type, "link") == 0 || g_strcmp0 (type, "content") == 0;
  AnteBriefLine *line = NULL;
  guint n = 0;

  for (guint i = work->facts->len; i-- > 0;) {
    const AnteFact *fact = work->facts->pdata[i];

    if (fact->kind != ANTE_FACT_ALREADY_KNOWS || g_strcmp0 (fact->type, type) != 0)
      continue;
    line = ante_brief_add_fact (work, ANTE_BRIEF_TOLD, n == 0 ? priority : 50 - (int) MIN (n, 30),
                                label, fact);
    line->is_quote = line->is_quote && !is_address;
    n++;
  }
  return n;
}

void
ante_brief_read_told (AnteBriefWork *work)
{
  guint n = add_told (work, "price", _ ("Price"), 87);

  n += add_told (work, "promise", _ ("Promise"), 86);
  n += add_told (work, "link", _ ("Link"), 78);
  n += add_told (work, "content", _ ("Sent"), 48);
  n += add_told (work, NULL, _ ("Told"), 62);
  if (n == 0)
    ante_brief_add (work, ANTE_BRIEF_TOLD, 79, NULL,
                    _ ("No price, no promise and no link, as far as Anteroom knows"));
}
