#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/brief/ante-brief-work.h"

#include <glib/gi18n.h>

#include "model/ante-party.h"

/* The way here in five dates. */

#define MOST_DATES 5

/**
 * Date:
 * @weight: how much it tells: of more than five the least go
 */
typedef struct {
  gint64 at;
  int weight;
  const char *name;
  AnteBriefSource source;
  AnteMessage *message;
  const AnteFact *fact;
} Date;

static void
add (GArray *dates, gint64 at, int weight, const char *name, AnteBriefSource source)
{
  Date date = { at, weight, name, source, NULL, NULL };

  if (at > 0)
    g_array_append_val (dates, date);
}

static void
add_messages (const AnteBriefWork *work, GArray *dates)
{
  GPtrArray *messages = work->input->messages;
  AnteMessage *last = NULL;

  for (guint i = 0; messages != NULL && i < messages->len; i++) {
    AnteMessage *message = messages->pdata[i];

    if (!ante_party_is_us (message->author))
      last = message;
  }
  if (messages != NULL && messages->len > 0 && !work->input->lead->has_gap) {
    Date date = { 0, 90, _ ("First message"), ANTE_BRIEF_FROM_MESSAGE, messages->pdata[0], NULL };

    date.at = date.message->at;
    g_array_append_val (dates, date);
  } else {
    add (dates, work->input->lead->first_message_at, 90, _ ("Oldest known"),
         ANTE_BRIEF_FROM_RECORD);
  }
  if (last != NULL && (messages->len > 1 || last != messages->pdata[0])) {
    Date date = { last->at, 80, _ ("Last wrote"), ANTE_BRIEF_FROM_MESSAGE, last, NULL };

    g_array_append_val (dates, date);
  }
}

static void
add_told (const AnteBriefWork *work, GArray *dates, const char *type, const char *name, int weight)
{
  const AnteFact *first = NULL;

  for (guint i = 0; i < work->facts->len && first == NULL; i++) {
    const AnteFact *fact = work->facts->pdata[i];

    if (fact->kind == ANTE_FACT_ALREADY_KNOWS && g_strcmp0 (fact->type, type) == 0 &&
        fact->said_at > 0)
      first = fact;
  }
  if (first != NULL) {
    Date date = { first->said_at, weight, name, ANTE_BRIEF_FROM_MESSAGE, NULL, first };

    g_array_append_val (dates, date);
  }
}

/* When they came into the stages that matter; of the others only the newest tells something. */
static void
add_stages (const AnteBriefWork *work, GArray *dates)
{
  GPtrArray *events = work->input->events;
  gint64 qualified = 0;
  gint64 booked = 0;

  for (guint i = 0; events != NULL && i < events->len; i++) {
    const AnteEvent *event = events->pdata[i];
    AnteStage *stage =
      event->to != NULL ? ante_stage_find_key (work->input->stages, event->to) : NULL;

    if (event->undone || stage == NULL || g_strcmp0 (event->field, "stage") != 0)
      continue;
    if (stage->role == ANTE_STAGE_BOOKED)
      booked = MAX (booked, event->at);
    else if (stage->role == ANTE_STAGE_QUALIFIED)
      qualified = MAX (qualified, event->at);
  }
  add (dates, booked, 85, _ ("Booked"), ANTE_BRIEF_FROM_RECORD);
  add (dates, qualified, 65, _ ("Qualified"), ANTE_BRIEF_FROM_RECORD);
}

/* They came back after a long time. */
static void
add_return (const AnteBriefWork *work, GArray *dates)
{
  GPtrArray *touches = work->input->touches;

  for (guint i = touches != NULL ? touches->len : 0; i-- > 0;) {
    const AnteTouch *touch = touches->pdata[i];

    if (touch->kind != ANTE_SOURCE_REACTIVATION)
      continue;
    add (dates, touch->at, 60, _ ("Came back"), ANTE_BRIEF_FROM_RECORD);
    return;
  }
}

static int
by_weight (gconstpointer a, gconstpointer b)
{
  return ((const Date *) b)->weight - ((const Date *) a)->weight;
}

static int
by_time (gconstpointer a, gconstpointer b)
{
  const Date *one = a;
  const Date *other = b;

  return one->at < other->at ? -1 : one->at > other->at;
}

static void
add_line (AnteBriefWork *work, const Date *date)
{
  /* Those that tell least go first. */
  AnteBriefLine *line =
    ante_brief_add (work, ANTE_BRIEF_DATES, 60 + date->weight / 20, NULL, date->name);

  line->source = date->source;
  if (date->message != NULL) {
    ante_brief_line_set_message (work, line, date->message);
  } else if (date->fact != NULL) {
    line->message_id = date->fact->is_gone ? 0 : date->fact->message_id;
    line->mid = g_strdup (date->fact->is_gone ? NULL : date->fact->mid);
    line->fact_id = date->fact->id;
  }
  ante_brief_line_set_at (work, line, date->at);
}

void
ante_brief_read_dates (AnteBriefWork *work)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (Date));
  const AnteBriefInput *input = work->input;

  add_messages (work, dates);
  add_told (work, dates, "price", _ ("Price told"), 75);
  add_told (work, dates, "link", _ ("Link sent"), 70);
  add_stages (work, dates);
  add_return (work, dates);
  if (input->last_call != NULL)
    add (dates, input->last_call->at, 78, _ ("Last call"), ANTE_BRIEF_FROM_CALENDAR);
  if (input->call != NULL)
    add (dates, input->call->start, 95, _ ("The call"), ANTE_BRIEF_FROM_CALENDAR);

  g_array_sort (dates, by_weight);
  if (dates->len > MOST_DATES)
    g_array_set_size (dates, MOST_DATES);
  g_array_sort (dates, by_time);
  for (guint i = 0; i < dates->len; i++)
    add_line (work, &g_array_index (dates, Date, i));
}
