#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/brief/ante-brief-work.h"

#include <glib/gi18n.h>

#include "rules/ante-text.h"

/* How to begin: one question, which asks for what is missing or stands open, and one thing that is
 * better not said. Nothing here tells anything of the lead that is not written above. */

/* What a call cannot do without, in the order in which it is asked for. */
static const struct {
  AnteFactKind kind;
  const char *question;
} first_of_all[] = {
  { ANTE_FACT_GOAL, N_ ("What would have to be different in three months?") },
  { ANTE_FACT_PROBLEM, N_ ("What is the hardest part of it right now?") },
};

static const struct {
  AnteFactKind kind;
  const char *question;
} then_of_all[] = {
  { ANTE_FACT_BOTTLENECK, N_ ("What has stopped you so far?") },
  { ANTE_FACT_TIMELINE, N_ ("By when do you want this to be different?") },
  { ANTE_FACT_BUDGET, N_ ("If this is right for you, what could you put into it?") },
};

static gboolean
is_missing (const AnteBriefWork *work, AnteFactKind kind)
{
  for (guint i = 0; i < work->brief->missing->len; i++) {
    if (g_array_index (work->brief->missing, AnteFactKind, i) == kind)
      return TRUE;
  }
  return FALSE;
}

static AnteBriefLine *
add_question (AnteBriefWork *work, const char *text)
{
  AnteBriefLine *line = ante_brief_add (work, ANTE_BRIEF_OPENING, 94, _ ("Ask first"), text);

  line->source = ANTE_BRIEF_FROM_RULE;
  return line;
}

/* The playbook's own words for what it asks of everybody, where that is not known. */
static gboolean
ask_playbook (AnteBriefWork *work)
{
  const AntePlan *plan = work->input->plan;

  for (guint i = 0; work->memory != NULL && i < plan->criteria->len; i++) {
    const AntePlanCriterion *criterion = plan->criteria->pdata[i];

    if (!criterion->must_have || criterion->question == NULL || *criterion->question == '\0' ||
        g_ptr_array_find_with_equal_func (work->memory->met, criterion->id, g_str_equal, NULL))
      continue;
    add_question (work, criterion->question)->source = ANTE_BRIEF_FROM_PLAYBOOK;
    return TRUE;
  }
  return FALSE;
}

static const AnteFact *
find_open_objection (const AnteBriefWork *work)
{
  const AnteFact *open = NULL;

  for (guint i = 0; i < work->facts->len; i++) {
    const AnteFact *fact = work->facts->pdata[i];

    if (fact->kind == ANTE_FACT_OBJECTION && fact->handled_at == 0)
      open = fact;
  }
  return open;
}

/* It rests on the same as their words do. */
static void
ask_about (AnteBriefWork *work, const AnteFact *objection)
{
  g_autofree char *words = ante_text_one_line (objection->text, 60);
  g_autofree char *isolated = ante_text_isolate (words);
  AnteBriefLine *line =
    ante_brief_add_fact (work, ANTE_BRIEF_OPENING, 94, _ ("Ask first"), objection);

  line->is_quote = FALSE;
  g_free (line->text);
  /* Translators: what they objected to, in their words. */
  line->text = g_strdup_printf (_ ("You wrote “%s”. What would have to be true for that to be no "
                                   "reason?"),
                                isolated);
}

static void
read_question (AnteBriefWork *work)
{
  const AnteFact *open = find_open_objection (work);

  for (guint i = 0; i < G_N_ELEMENTS (first_of_all); i++) {
    if (is_missing (work, first_of_all[i].kind)) {
      add_question (work, _ (first_of_all[i].question));
      return;
    }
  }
  if (ask_playbook (work))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (then_of_all); i++) {
    if (is_missing (work, then_of_all[i].kind)) {
      add_question (work, _ (then_of_all[i].question));
      return;
    }
  }
  if (open != NULL)
    ask_about (work, open);
  else
    add_question (work, _ ("What has changed since you wrote?"));
}

/* --- and what not to say -------------------------------------------------------------------- */

static const struct {
  const char *type;
  const char *advice;
} objections[] = {
  { "price", N_ ("The price, before they have said what it would be worth to them") },
  { "partner", N_ ("That they should decide today: they have to ask somebody") },
  { "trust", N_ ("Anything that sounds like a promise of results") },
  { "timing", N_ ("That now is the best time: they said that it is not") },
  { "time", N_ ("That it takes no time: they said that they have none") },
  { "past_failure", N_ ("That this one is different, before you know what failed") },
  { "need_to_think", N_ ("That they should decide today: they want to think") },
  { "commitment", N_ ("How long it takes, before they have said what holds them") },
  { "format", N_ ("That the format does not matter") },
  { "schedule", N_ ("That any time will do: theirs are not free") },
  { "language", N_ ("Anything fast: they are unsure of the language") },
  { "family", N_ ("That family is no reason") },
};

static AnteBriefLine *
add_advice (AnteBriefWork *work, const char *text, const AnteFact *fact)
{
  AnteBriefLine *line = ante_brief_add (work, ANTE_BRIEF_OPENING, 93, _ ("Do not say"), text);

  line->source = ANTE_BRIEF_FROM_RULE;
  if (fact == NULL)
    return line;
  line->fact_id = fact->id;
  line->message_id = fact->is_gone ? 0 : fact->message_id;
  line->mid = g_strdup (fact->is_gone ? NULL : fact->mid);
  line->at = fact->is_gone ? 0 : fact->said_at;
  line->marks = (ante_brief_fact_is_sure (fact) ? 0 : ANTE_BRIEF_UNCONFIRMED) |
                (fact->origin == ANTE_FACT_BY_AI ? ANTE_BRIEF_BY_AI : 0);
  return line;
}

static gboolean
warn_of_objection (AnteBriefWork *work)
{
  const AnteFact *open = find_open_objection (work);

  for (guint i = 0; open != NULL && i < G_N_ELEMENTS (objections); i++) {
    if (g_strcmp0 (objections[i].type, open->type) == 0) {
      add_advice (work, _ (objections[i].advice), open);
      return TRUE;
    }
  }
  return FALSE;
}

/* What the coach has forbidden to say of the offer that they ask about. */
static gboolean
warn_of_promise (AnteBriefWork *work)
{
  const AnteFact *fact = ante_brief_find_fact (work, ANTE_FACT_OFFER, NULL);
  GPtrArray *offers = work->input->plan != NULL ? work->input->plan->profile->offers : NULL;
  g_autofree char *text = fact != NULL ? g_utf8_casefold (fact->text, -1) : NULL;

  for (guint i = 0; text != NULL && offers != NULL && i < offers->len; i++) {
    const AnteOffer *offer = offers->pdata[i];
    g_autofree char *name = offer->name != NULL ? g_utf8_casefold (offer->name, -1) : NULL;

    if (name == NULL || *name == '\0' || g_strstr_len (text, -1, name) == NULL ||
        offer->never_promise == NULL || offer->never_promise[0] == NULL)
      continue;
    add_advice (work, offer->never_promise[0], fact)->source = ANTE_BRIEF_FROM_PLAYBOOK;
    return TRUE;
  }
  return FALSE;
}

static void
read_advice (AnteBriefWork *work)
{
  const AnteFact *price = ante_brief_find_fact (work, ANTE_FACT_ALREADY_KNOWS, "price");
  const AnteFact *goal = ante_brief_find_fact (work, ANTE_FACT_GOAL, NULL);

  if (warn_of_objection (work) || warn_of_promise (work))
    return;
  if (price != NULL)
    add_advice (work, _ ("The price as if it were new: they were told"), price);
  else if (goal != NULL)
    add_advice (work, _ ("“So what are you looking for?”: they have told you"), goal);
  else
    add_advice (work, _ ("A price, before you know what they want"), NULL);
}

void
ante_brief_read_opening (AnteBriefWork *work)
{
  read_question (work);
  read_advice (work);
}
