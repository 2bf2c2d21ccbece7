#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-calendar-event.h"

#include <string.h>

static const char *const statuses[] = { "confirmed", "tentative", "cancelled" };
static const char *const replies[] = { "none", "accepted", "declined", "tentative", "delegated" };

const char *
ante_calendar_status_to_nick (AnteCalendarStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (statuses), NULL);

  return statuses[status];
}

gboolean
ante_calendar_status_from_nick (const char *nick, AnteCalendarStatus *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++) {
    if (g_strcmp0 (nick, statuses[i]) == 0) {
      *status = i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
ante_calendar_reply_to_nick (AnteCalendarReply reply)
{
  g_return_val_if_fail ((guint) reply < G_N_ELEMENTS (replies), NULL);

  return replies[reply];
}

AnteCalendarPerson *
ante_calendar_person_new (void)
{
  return g_new0 (AnteCalendarPerson, 1);
}

AnteCalendarPerson *
ante_calendar_person_copy (const AnteCalendarPerson *self)
{
  AnteCalendarPerson *copy = NULL;

  if (self == NULL)
    return NULL;

  copy = g_memdup2 (self, sizeof *self);
  copy->name = g_strdup (self->name);
  copy->email = g_strdup (self->email);
  copy->phone = g_strdup (self->phone);
  return copy;
}

void
ante_calendar_person_free (AnteCalendarPerson *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->email);
  g_free (self->phone);
  g_free (self);
}

AnteCalendarAnswer *
ante_calendar_answer_new (const char *question, const char *answer)
{
  AnteCalendarAnswer *self = g_new0 (AnteCalendarAnswer, 1);

  self->question = g_strdup (question != NULL ? question : "");
  self->answer = g_strdup (answer != NULL ? answer : "");
  return self;
}

AnteCalendarAnswer *
ante_calendar_answer_copy (const AnteCalendarAnswer *self)
{
  return ante_calendar_answer_new (self->question, self->answer);
}

void
ante_calendar_answer_free (AnteCalendarAnswer *self)
{
  if (self == NULL)
    return;

  g_free (self->question);
  g_free (self->answer);
  g_free (self);
}

static GPtrArray *
new_attendees (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ante_calendar_person_free);
}

static GPtrArray *
new_answers (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ante_calendar_answer_free);
}

AnteCalendarEvent *
ante_calendar_event_new (void)
{
  AnteCalendarEvent *self = g_new0 (AnteCalendarEvent, 1);

  self->attendees = new_attendees ();
  self->answers = new_answers ();
  return self;
}

static void
copy_texts (AnteCalendarEvent *copy, const AnteCalendarEvent *self)
{
  copy->uid = g_strdup (self->uid);
  copy->zone = g_strdup (self->zone);
  copy->previous = g_strdup (self->previous);
  copy->next = g_strdup (self->next);
  copy->summary = g_strdup (self->summary);
  copy->description = g_strdup (self->description);
  copy->location = g_strdup (self->location);
  copy->url = g_strdup (self->url);
  copy->cancelled_by = g_strdup (self->cancelled_by);
  copy->cancel_reason = g_strdup (self->cancel_reason);
  copy->ics_uid = g_strdup (self->ics_uid);
  copy->ref = g_strdup (self->ref);
}

AnteCalendarEvent *
ante_calendar_event_copy (const AnteCalendarEvent *self)
{
  AnteCalendarEvent *copy = g_memdup2 (self, sizeof *self);

  copy_texts (copy, self);
  copy->organizer = ante_calendar_person_copy (self->organizer);
  copy->attendees = new_attendees ();
  for (guint i = 0; i < self->attendees->len; i++)
    g_ptr_array_add (copy->attendees, ante_calendar_person_copy (self->attendees->pdata[i]));
  copy->answers = new_answers ();
  for (guint i = 0; i < self->answers->len; i++)
    g_ptr_array_add (copy->answers, ante_calendar_answer_copy (self->answers->pdata[i]));
  return copy;
}

void
ante_calendar_event_free (AnteCalendarEvent *self)
{
  if (self == NULL)
    return;

  g_free (self->uid);
  g_free (self->zone);
  g_free (self->previous);
  g_free (self->next);
  g_free (self->summary);
  g_free (self->description);
  g_free (self->location);
  g_free (self->url);
  g_free (self->cancelled_by);
  g_free (self->cancel_reason);
  g_free (self->ics_uid);
  g_free (self->ref);
  ante_calendar_person_free (self->organizer);
  g_ptr_array_unref (self->attendees);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

int
ante_calendar_event_compare (gconstpointer a, gconstpointer b)
{
  const AnteCalendarEvent *one = *(const AnteCalendarEvent *const *) a;
  const AnteCalendarEvent *other = *(const AnteCalendarEvent *const *) b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->recurrence_id != other->recurrence_id)
    return one->recurrence_id < other->recurrence_id ? -1 : 1;
  return g_strcmp0 (one->uid, other->uid);
}
