#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/brief/ante-brief-work.h"

#include <glib/gi18n.h>

#include "model/ante-party.h"
#include "rules/ante-plain-words.h"
#include "rules/ante-text.h"

/* Who they are, where they came from, and how it stands with them. */

static void
add_source (AnteBriefWork *work)
{
  GPtrArray *touches = work->input->touches;
  const AnteTouch *first = touches != NULL && touches->len > 0 ? touches->pdata[0] : NULL;
  AnteSourceKind kind = first != NULL ? first->kind : work->input->lead->source;
  const char *detail = first != NULL ? first->detail : work->input->lead->source_detail;
  g_autofree char *text = ante_plain_words_touch (kind, detail);
  AnteBriefLine *line = ante_brief_add (work, ANTE_BRIEF_WHO, 95, _ ("From"), text);

  if (kind == ANTE_SOURCE_UNKNOWN)
    return;
  line->source = ANTE_BRIEF_FROM_RECORD;
  if (first == NULL)
    return;
  ante_brief_line_set_at (work, line, first->at);
  if (g_strcmp0 (first->origin, ante_fact_origin_to_nick (ANTE_FACT_BY_PERSON)) == 0)
    line->source = ANTE_BRIEF_FROM_PERSON;
  else if (first->evidence != NULL) {
    line->source = ANTE_BRIEF_FROM_MESSAGE;
    line->mid = g_strdup (first->evidence);
  }
}

/* The newest time that they came back, or came by another way. */
static void
add_return (AnteBriefWork *work)
{
  GPtrArray *touches = work->input->touches;
  const AnteTouch *last =
    touches != NULL && touches->len > 1 ? touches->pdata[touches->len - 1] : NULL;
  g_autofree char *text = NULL;
  AnteBriefLine *line = NULL;

  if (last == NULL)
    return;
  text = ante_plain_words_touch (last->kind, last->detail);
  line = ante_brief_add (work, ANTE_BRIEF_WHO, 45, _ ("Again"), text);
  line->source = ANTE_BRIEF_FROM_RECORD;
  line->mid = g_strdup (last->evidence);
  ante_brief_line_set_at (work, line, last->at);
}

static void
add_standing (AnteBriefWork *work)
{
  AnteLead *lead = work->input->lead;
  AnteStage *stage = ante_stage_find (work->input->stages, lead->stage_id);
  g_autofree char *owner = ante_plain_words_party (lead->owner);
  g_autofree char *text = NULL;
  AnteBriefLine *line = NULL;

  if (stage != NULL)
    /* Translators: a stage of the board, then who is responsible: "Qualified, led by Coach". */
    text = g_strdup_printf (_ ("%s, led by %s"), stage->name, owner);
  else
    text = g_strdup_printf (_ ("led by %s"), owner);
  line = ante_brief_add (work, ANTE_BRIEF_WHO, 85, _ ("Now"), text);
  line->source = ANTE_BRIEF_FROM_RECORD;
  ante_brief_line_set_at (work, line, lead->stage_since);
}

static void
add_next_step (AnteBriefWork *work)
{
  AnteLead *lead = work->input->lead;
  const AnteFact *fact = ante_brief_find_fact (work, ANTE_FACT_NEXT_STEP, NULL);
  AnteBriefLine *line = NULL;

  if (ante_lead_has_next_step (lead) && lead->next_action != NULL) {
    line = ante_brief_add (work, ANTE_BRIEF_WHO, 65, _ ("Next step"), lead->next_action);
    line->source = ANTE_BRIEF_FROM_RECORD;
    ante_brief_line_set_at (work, line, lead->next_due);
  } else if (fact != NULL) {
    ante_brief_add_fact (work, ANTE_BRIEF_WHO, 65, _ ("Next step"), fact);
  }
}

/* What Instagram did not give is said. */
static void
add_gap (AnteBriefWork *work)
{
  if (work->input->lead->has_gap)
    ante_brief_add (work, ANTE_BRIEF_WHO, 80, _ ("Missing"),
                    _ ("Older messages that Instagram no longer gives"))
      ->source = ANTE_BRIEF_FROM_RECORD;
}

void
ante_brief_read_who (AnteBriefWork *work)
{
  add_source (work);
  add_return (work);
  add_standing (work);
  add_next_step (work);
  add_gap (work);
}

void
ante_brief_read_last_call (AnteBriefWork *work)
{
  const AnteBriefPastCall *call = work->input->last_call;
  AnteBriefLine *line = NULL;

  if (call == NULL)
    return;
  if (call->outcome != NULL) {
    line = ante_brief_add (work, ANTE_BRIEF_LAST_CALL, 76, _ ("Outcome"), call->outcome);
    line->source = ANTE_BRIEF_FROM_PERSON;
    ante_brief_line_set_at (work, line, call->at);
  }
  if (call->notes != NULL) {
    line = ante_brief_add (work, ANTE_BRIEF_LAST_CALL, 60, _ ("Notes"), NULL);
    g_free (line->text);
    line->text = ante_text_one_line (call->notes, ANTE_BRIEF_WHY_CHARS);
    line->source = ANTE_BRIEF_FROM_PERSON;
    ante_brief_line_set_at (work, line, call->at);
  }
}
