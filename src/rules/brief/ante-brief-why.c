#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/brief/ante-brief-work.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/ante-party.h"
#include "rules/ante-text.h"

/* The first line: why they booked, in their own words. */

/* So many words say what a few cannot. */
#define TELLING_WORDS 12

static AnteMessage *
find_message (const AnteBriefWork *work, const AnteFact *fact)
{
  return g_hash_table_lookup (work->messages, &fact->message_id);
}

static guint
count_words (const char *text)
{
  guint n = 0;
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gboolean is_letter = g_unichar_isalnum (g_utf8_get_char (p));

    n += is_letter && !inside ? 1 : 0;
    inside = is_letter;
  }
  return n;
}

/* A person's yes before all, then what they want before what is wrong; of a few words not even
 * that is clear. */
static int
weigh (const AnteBriefWork *work, const AnteFact *fact)
{
  int kind = fact->kind == ANTE_FACT_GOAL         ? 6
             : fact->kind == ANTE_FACT_PROBLEM    ? 5
             : fact->kind == ANTE_FACT_BOTTLENECK ? 2
                                                  : -1;
  AnteMessage *message = find_message (work, fact);

  if (kind < 0 || message == NULL || message->text == NULL || ante_party_is_us (message->author))
    return -1;
  return (ante_brief_fact_is_sure (fact) ? 1000 : 0) + kind +
         (int) MIN (count_words (message->text), TELLING_WORDS);
}

static const AnteFact *
find_fact (const AnteBriefWork *work)
{
  const AnteFact *best = NULL;
  int most = -1;

  for (guint i = 0; i < work->facts->len; i++) {
    int weight = weigh (work, work->facts->pdata[i]);

    if (weight >= most && weight >= 0) {
      most = weight;
      best = work->facts->pdata[i];
    }
  }
  return best;
}

/* --- the words around it -------------------------------------------------------------------- */

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == '\n' || c == 0x3002 || c == 0xFF01 ||
         c == 0xFF1F || c == 0x061F || c == 0x06D4 || c == 0x0964;
}

/* Of a long message: from the sentence that the words stand in on, as much as there is room for. */
static char *
quote_around (const char *text, guint span_start)
{
  gsize length = (gsize) g_utf8_strlen (text, -1);
  const char *at = g_utf8_offset_to_pointer (text, (glong) MIN (span_start, length));
  g_autofree char *one_line = NULL;

  if (length <= ANTE_BRIEF_WHY_CHARS)
    return ante_text_one_line (text, 0);
  while (at > text) {
    const char *before = g_utf8_prev_char (at);

    if (ends_sentence (g_utf8_get_char (before)))
      break;
    at = before;
  }
  one_line = ante_text_one_line (at, ANTE_BRIEF_WHY_CHARS);
  return at > text ? g_strconcat ("… ", one_line, NULL) : g_steal_pointer (&one_line);
}

/* --- where nothing was found ---------------------------------------------------------------- */

/* The longest of what the lead wrote; nobody has a link to tell why. */
static AnteMessage *
find_longest (const AnteBriefWork *work)
{
  GPtrArray *messages = work->input->messages;
  AnteMessage *longest = NULL;
  glong most = 0;

  for (guint i = 0; messages != NULL && i < messages->len; i++) {
    AnteMessage *message = messages->pdata[i];
    glong length = message->text != NULL ? g_utf8_strlen (message->text, -1) : 0;

    if (message->unsent || ante_party_is_us (message->author) || length <= most ||
        count_words (message->text) == 0 || strstr (message->text, "://") != NULL)
      continue;
    most = length;
    longest = message;
  }
  return longest;
}

static void
add_typed (AnteBriefWork *work)
{
  const AnteFact *fact = ante_brief_find_fact (work, ANTE_FACT_GOAL, NULL);

  if (fact == NULL)
    fact = ante_brief_find_fact (work, ANTE_FACT_PROBLEM, NULL);
  if (fact != NULL) {
    ante_brief_add_fact (work, ANTE_BRIEF_WHY, 100, NULL, fact);
    work->why = fact;
    return;
  }
  ante_brief_add (work, ANTE_BRIEF_WHY, 100, NULL,
                  _ ("They have not said why, as far as Anteroom knows. Ask that first."));
}

static AnteBriefLine *
add_quote (AnteBriefWork *work, AnteMessage *message, guint span_start)
{
  AnteBriefLine *line = ante_brief_add (work, ANTE_BRIEF_WHY, 100, NULL, NULL);

  g_free (line->text);
  line->text = quote_around (message->text, span_start);
  line->is_quote = TRUE;
  ante_brief_line_set_message (work, line, message);
  return line;
}

/**
 * ante_brief_read_why:
 *
 * The words of the lead that tell best why they want to talk, with the day on which they were
 * written. Where nobody has noted any, the longest that they wrote, marked as nobody's word.
 */
void
ante_brief_read_why (AnteBriefWork *work)
{
  const AnteFact *fact = find_fact (work);
  AnteMessage *message = fact != NULL ? find_message (work, fact) : find_longest (work);
  AnteBriefLine *line = NULL;

  if (message == NULL) {
    add_typed (work);
    return;
  }
  line = add_quote (work, message, fact != NULL ? fact->span_start : 0);
  line->marks = ANTE_BRIEF_UNCONFIRMED;
  if (fact == NULL)
    return;
  line->fact_id = fact->id;
  line->marks = (ante_brief_fact_is_sure (fact) ? 0 : ANTE_BRIEF_UNCONFIRMED) |
                (fact->origin == ANTE_FACT_BY_AI ? ANTE_BRIEF_BY_AI : 0);
  work->why = fact;
}
