#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/brief/ante-brief-work.h"

#include <glib/gi18n.h>

#include "model/ante-party.h"
#include "rules/ante-known.h"
#include "rules/ante-plain-words.h"
#include "rules/ante-text.h"

/* --- what it is made of --------------------------------------------------------------------- */

/* What nobody stands behind goes with the words that proved it. */
static gboolean
holds (const AnteFact *fact)
{
  if (fact->state != ANTE_FACT_CONFIRMED && fact->state != ANTE_FACT_SUGGESTED)
    return FALSE;
  return !fact->is_gone || fact->party != NULL;
}

static void
collect (AnteBriefWork *work)
{
  GPtrArray *messages = work->input->messages;
  GPtrArray *facts = work->input->facts;

  for (guint i = 0; messages != NULL && i < messages->len; i++) {
    AnteMessage *message = messages->pdata[i];

    if (message->text != NULL && !message->unsent)
      g_hash_table_insert (work->messages, &message->id, message);
  }
  for (guint i = 0; facts != NULL && i < facts->len; i++) {
    if (holds (facts->pdata[i]))
      g_ptr_array_add (work->facts, facts->pdata[i]);
  }
}

/* What the playbook asks of a lead, held against the conversation. */
static void
qualify (AnteBriefWork *work)
{
  GPtrArray *messages = work->input->messages;
  g_autoptr (AnteCriteriaSet) criteria = NULL;
  g_autoptr (AnteTalk) talk = NULL;

  if (work->input->plan == NULL || work->input->plan->criteria->len == 0)
    return;
  criteria = ante_plan_build_criteria (work->input->plan);
  talk = ante_talk_new ();
  for (guint i = 0; messages != NULL && i < messages->len; i++) {
    AnteMessage *message = messages->pdata[i];

    if (message->unsent || message->text == NULL)
      continue;
    ante_talk_add (talk, !ante_party_is_us (message->author), message->text);
    g_ptr_array_add (work->lines, message);
  }
  ante_talk_find_tongues (talk);
  work->memory = ante_memory_read (talk, NULL, criteria);
}

/* --- the head of it ------------------------------------------------------------------------- */

static char *
dup_name (AnteLead *lead)
{
  g_autofree char *name = ante_text_one_line (lead->name, ANTE_BRIEF_NAME_CHARS);
  g_autofree char *handle = ante_text_one_line (lead->handle, ANTE_BRIEF_NAME_CHARS);

  if (*name != '\0')
    return g_steal_pointer (&name);
  return *handle != '\0' ? g_strconcat ("@", handle, NULL) : g_strdup (_ ("A lead without a name"));
}

static char *
dup_handle (AnteLead *lead)
{
  g_autofree char *name = ante_text_one_line (lead->name, 0);
  g_autofree char *handle = ante_text_one_line (lead->handle, ANTE_BRIEF_NAME_CHARS);

  return *handle != '\0' && *name != '\0' ? g_strconcat ("@", handle, NULL) : NULL;
}

static GDateTime *
in_zone (gint64 at, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / 1000);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/* (transfer full) (nullable): the hour where the lead is, when that is another. */
static char *
dup_their_hour (const AnteBriefInput *input, GDateTime *ours)
{
  const char *name = input->call->zone != NULL ? input->call->zone : input->lead->time_zone;
  g_autoptr (GTimeZone) zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;
  g_autoptr (GDateTime) theirs = zone != NULL ? in_zone (input->call->start, zone) : NULL;
  g_autofree char *hour = NULL;

  if (theirs == NULL || g_date_time_get_utc_offset (theirs) == g_date_time_get_utc_offset (ours))
    return NULL;
  hour = g_date_time_format (theirs, "%H:%M");
  /* Translators: what time it is where the lead is: "18:00 for them". */
  return g_strdup_printf (_ ("%s for them"), hour);
}

/* (transfer full) (nullable): "Thu 19 Nov, 19:00 to 19:30 (18:00 for them)". */
static char *
dup_call (const AnteBriefInput *input)
{
  g_autoptr (GDateTime) start =
    input->call != NULL ? in_zone (input->call->start, input->zone) : NULL;
  g_autoptr (GDateTime) end =
    start != NULL && input->call->end > 0 ? in_zone (input->call->end, input->zone) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *their_hour = NULL;
  GString *text = NULL;

  if (start == NULL)
    return NULL;
  day = g_date_time_format (start, "%a %-d %b, %H:%M");
  text = g_string_new (day);
  if (end != NULL) {
    g_autofree char *hour = g_date_time_format (end, "%H:%M");

    /* Translators: from an hour to another: "19:00 to 19:30". */
    g_string_append_printf (text, _ (" to %s"), hour);
  }
  if ((their_hour = dup_their_hour (input, start)) != NULL)
    g_string_append_printf (text, " (%s)", their_hour);
  return g_string_free (text, FALSE);
}

/* What is told of a booking where no calendar says more. */
static gboolean
is_booked (const AnteBriefWork *work)
{
  const AnteFact *booking = ante_brief_find_fact (work, ANTE_FACT_BOOKING, NULL);
  AnteStage *stage = ante_stage_find (work->input->stages, work->input->lead->stage_id);

  if (work->input->call != NULL || (stage != NULL && (stage->role == ANTE_STAGE_BOOKED ||
                                                      stage->role == ANTE_STAGE_NO_SHOW_RISK)))
    return TRUE;
  return booking != NULL && (g_strcmp0 (booking->type, "booked") == 0 ||
                             g_strcmp0 (booking->type, "rescheduled") == 0);
}

/* (transfer full): "budget", or "goal, budget". */
static char *
dup_missing (const AnteBrief *brief)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < brief->missing->len; i++) {
    AnteFactKind kind = g_array_index (brief->missing, AnteFactKind, i);

    g_ptr_array_add (names, g_utf8_strdown (ante_plain_words_fact (kind), -1));
  }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* The same seven as the ring beside a conversation counts: two numbers that disagree help nobody.
 */
static void
count_known (AnteBriefWork *work)
{
  AnteBrief *brief = work->brief;
  g_autofree char *missing = NULL;

  brief->n_wanted = ANTE_KNOWN_WANTED;
  brief->n_known = ante_known_count (work->facts, brief->missing);
  missing = dup_missing (brief);
  if (brief->missing->len == 0)
    brief->completeness =
      g_strdup_printf (_ ("%u of %u, nothing missing"), brief->n_known, brief->n_wanted);
  else if (brief->missing->len == 1)
    /* Translators: "6 of 7, budget missing". */
    brief->completeness =
      g_strdup_printf (_ ("%u of %u, %s missing"), brief->n_known, brief->n_wanted, missing);
  else
    /* Translators: "5 of 7, missing: budget, timeline". */
    brief->completeness =
      g_strdup_printf (_ ("%u of %u, missing: %s"), brief->n_known, brief->n_wanted, missing);
}

static void
read_head (AnteBriefWork *work)
{
  const AnteBriefInput *input = work->input;
  AnteBrief *brief = work->brief;

  brief->lead_id = input->lead->id;
  brief->now = input->now;
  brief->name = dup_name (input->lead);
  brief->handle = dup_handle (input->lead);
  brief->call = dup_call (input);
  if (input->call != NULL && input->call->link != NULL)
    brief->call_link = ante_text_one_line (input->call->link, ANTE_BRIEF_TEXT_CHARS);
  brief->is_booked = is_booked (work);
  count_known (work);
}

/* --- how much of it ------------------------------------------------------------------------- */

/* The sort keeps what was added first before what came later. */
static int
by_priority (gconstpointer a, gconstpointer b, gpointer data)
{
  const AnteBriefLine *one = *(AnteBriefLine *const *) a;
  const AnteBriefLine *other = *(AnteBriefLine *const *) b;

  return other->priority - one->priority;
}

/* As many as the limit lets in; there may be thousands. */
static guint
find_shown (const AnteBrief *brief)
{
  guint most = brief->lines->len;
  guint least = brief->least;

  while (least < most) {
    guint middle = least + (most - least + 1) / 2;

    if (ante_brief_count_words (brief, middle) <= ANTE_BRIEF_MAX_WORDS)
      least = middle;
    else
      most = middle - 1;
  }
  return least;
}

static void
rank_lines (AnteBrief *brief)
{
  g_autoptr (GPtrArray) ranked = g_ptr_array_copy (brief->lines, NULL, NULL);

  g_ptr_array_set_free_func (ranked, NULL);
  g_ptr_array_sort_with_data (ranked, by_priority, NULL);
  for (guint i = 0; i < ranked->len; i++) {
    AnteBriefLine *line = ranked->pdata[i];

    line->rank = i + 1;
    if (line->priority >= ANTE_BRIEF_ALWAYS)
      brief->least = i + 1;
  }
  brief->shown = find_shown (brief);
}

/**
 * ante_brief_compose:
 *
 * Makes the brief of one lead from what is known of them. It is the same for the same input, asks
 * nothing of a model or of the world, and is at home with nothing at all.
 *
 * Returns: (transfer full): the brief
 */
AnteBrief *
ante_brief_compose (const AnteBriefInput *input)
{
  AnteBrief *brief = g_new0 (AnteBrief, 1);
  AnteBriefWork work = { .input = input, .brief = brief };

  brief->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_brief_line_free);
  brief->missing = g_array_new (FALSE, FALSE, sizeof (AnteFactKind));
  work.messages = g_hash_table_new (g_int64_hash, g_int64_equal);
  work.facts = g_ptr_array_new ();
  work.lines = g_ptr_array_new ();

  collect (&work);
  qualify (&work);
  read_head (&work);
  ante_brief_read_why (&work);
  ante_brief_read_who (&work);
  ante_brief_read_wants (&work);
  ante_brief_read_fit (&work);
  ante_brief_read_objections (&work);
  ante_brief_read_told (&work);
  ante_brief_read_last_call (&work);
  ante_brief_read_opening (&work);
  ante_brief_read_dates (&work);
  if (input->is_private)
    ante_brief_hide_names (brief, input->lead);
  rank_lines (brief);

  g_clear_pointer (&work.memory, ante_memory_free);
  g_hash_table_unref (work.messages);
  g_ptr_array_unref (work.facts);
  g_ptr_array_unref (work.lines);
  return brief;
}
