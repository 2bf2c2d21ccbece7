#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/brief/ante-brief-work.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rules/ante-text.h"

void
ante_brief_line_free (AnteBriefLine *line)
{
  g_free (line->label);
  g_free (line->text);
  g_free (line->mid);
  g_free (line->party);
  g_free (line->when);
  g_free (line);
}

char *
ante_brief_dup_day (const AnteBriefInput *input, gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / 1000);
  g_autoptr (GDateTime) today_utc = g_date_time_new_from_unix_utc (input->now / 1000);
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) today = NULL;

  if (utc == NULL || today_utc == NULL)
    return g_strdup ("");
  day = g_date_time_to_timezone (utc, input->zone);
  today = g_date_time_to_timezone (today_utc, input->zone);
  return g_date_time_format (
    day, g_date_time_get_year (day) == g_date_time_get_year (today) ? "%-d %b" : "%-d %b %Y");
}

AnteBriefLine *
ante_brief_add (
  AnteBriefWork *work, AnteBriefPart part, int priority, const char *label, const char *text)
{
  AnteBriefLine *line = g_new0 (AnteBriefLine, 1);

  line->part = part;
  line->priority = priority;
  line->label = g_strdup (label);
  line->text = ante_text_one_line (text, ANTE_BRIEF_TEXT_CHARS);
  g_ptr_array_add (work->brief->lines, line);
  return line;
}

void
ante_brief_line_set_at (AnteBriefWork *work, AnteBriefLine *line, gint64 at)
{
  if (at <= 0)
    return;
  line->at = at;
  g_free (line->when);
  line->when = ante_brief_dup_day (work->input, at);
}

void
ante_brief_line_set_message (AnteBriefWork *work, AnteBriefLine *line, AnteMessage *message)
{
  line->source = ANTE_BRIEF_FROM_MESSAGE;
  line->message_id = message->id;
  line->mid = g_strdup (message->mid);
  line->party = g_strdup (message->author);
  ante_brief_line_set_at (work, line, message->at);
}

gboolean
ante_brief_fact_is_sure (const AnteFact *fact)
{
  return fact->state == ANTE_FACT_CONFIRMED;
}

static guint
marks_of (const AnteFact *fact)
{
  return (ante_brief_fact_is_sure (fact) ? 0 : ANTE_BRIEF_UNCONFIRMED) |
         (fact->origin == ANTE_FACT_BY_AI ? ANTE_BRIEF_BY_AI : 0);
}

/* A model may have put it in words of its own: those are no quote. */
static gboolean
is_said_in (AnteMessage *message, const char *text)
{
  g_autofree char *whole = ante_text_one_line (message->text, 0);
  g_autofree char *part = ante_text_one_line (text, 0);

  return strstr (whole, part) != NULL;
}

/* Who typed it, be it that the words that proved it were taken back. */
static void
set_typed (AnteBriefWork *work, AnteBriefLine *line, const AnteFact *fact)
{
  line->source = ANTE_BRIEF_FROM_PERSON;
  line->party = g_strdup (fact->party);
  ante_brief_line_set_at (work, line, fact->at);
}

AnteBriefLine *
ante_brief_add_fact (
  AnteBriefWork *work, AnteBriefPart part, int priority, const char *label, const AnteFact *fact)
{
  AnteBriefLine *line = ante_brief_add (work, part, priority, label, NULL);
  AnteMessage *message = g_hash_table_lookup (work->messages, &fact->message_id);

  g_free (line->text);
  line->text = ante_text_one_line (fact->text, ANTE_BRIEF_QUOTE_CHARS);
  line->fact_id = fact->id;
  line->marks = marks_of (fact);
  if (message != NULL) {
    ante_brief_line_set_message (work, line, message);
    line->is_quote = is_said_in (message, fact->text);
  } else if (fact->message_id != 0 && !fact->is_gone) {
    line->source = ANTE_BRIEF_FROM_MESSAGE;
    line->message_id = fact->message_id;
    line->mid = g_strdup (fact->mid);
    line->is_quote = fact->origin != ANTE_FACT_BY_AI;
    ante_brief_line_set_at (work, line, fact->said_at);
  } else {
    set_typed (work, line, fact);
  }
  return line;
}

const AnteFact *
ante_brief_find_fact (const AnteBriefWork *work, AnteFactKind kind, const char *type)
{
  const AnteFact *found = NULL;

  for (guint i = 0; i < work->facts->len; i++) {
    const AnteFact *fact = work->facts->pdata[i];

    if (fact->kind == kind && (type == NULL || g_strcmp0 (fact->type, type) == 0) &&
        (found == NULL || ante_brief_fact_is_sure (fact) || !ante_brief_fact_is_sure (found)))
      found = fact;
  }
  return found;
}
