#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-calendar-judge.h"

#include "booking/ante-booking-match.h"
#include "booking/ante-booking-news.h"
#include "booking/ante-booking-ref.h"
#include "rules/ante-text.h"

#include <string.h>

#define MAX_TITLE_CHARS 200
#define MAX_PLACE_CHARS 500
#define MAX_NAME_CHARS 100
#define MAX_ANSWERS_CHARS 2000
#define MOST_CANDIDATES 5

static const AnteCalendarWord words[] = {
  [ANTE_BOOKING_NEWS_SAME] = ANTE_CALENDAR_WORD_SAME,
  [ANTE_BOOKING_NEWS_NEW] = ANTE_CALENDAR_WORD_NEW,
  [ANTE_BOOKING_NEWS_MOVED] = ANTE_CALENDAR_WORD_MOVED,
  [ANTE_BOOKING_NEWS_CHANGED] = ANTE_CALENDAR_WORD_CHANGED,
  [ANTE_BOOKING_NEWS_CANCELLED] = ANTE_CALENDAR_WORD_CANCELLED,
  [ANTE_BOOKING_NEWS_BACK] = ANTE_CALENDAR_WORD_BACK,
  [ANTE_BOOKING_NEWS_NO_SHOW] = ANTE_CALENDAR_WORD_NO_SHOW,
  [ANTE_BOOKING_NEWS_MISSING] = ANTE_CALENDAR_WORD_MISSING,
  [ANTE_BOOKING_NEWS_GONE] = ANTE_CALENDAR_WORD_GONE,
};

/* --- an event as a booking ------------------------------------------------------------------- */

static const AnteCalendarPerson *
find_guest (const AnteCalendarEvent *event)
{
  const char *own = event->organizer != NULL ? event->organizer->email : NULL;

  for (guint i = 0; i < event->attendees->len; i++) {
    const AnteCalendarPerson *person = event->attendees->pdata[i];

    if (!person->is_thing && (own == NULL || g_strcmp0 (person->email, own) != 0))
      return person;
  }
  return NULL;
}

static char *
join_answers (const AnteCalendarEvent *event)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < event->answers->len; i++) {
    const AnteCalendarAnswer *answer = event->answers->pdata[i];

    g_string_append_printf (all, "%s%s: %s", i > 0 ? "\n" : "", answer->question, answer->answer);
  }
  return all->len > 0 ? ante_text_clean (all->str, -1, MAX_ANSWERS_CHARS) : NULL;
}

static AnteBooking *
make_booking (const AnteCalendarEvent *event)
{
  const AnteCalendarPerson *guest = find_guest (event);
  g_autofree char *title =
    ante_text_one_line (event->summary != NULL ? event->summary : "", MAX_TITLE_CHARS);
  AnteBooking *booking = ante_booking_new (event->start, event->end, title);
  const char *place = event->location != NULL ? event->location : event->url;

  g_free (booking->uid);
  booking->uid = g_strdup (event->uid);
  if (event->recurrence_id != 0) {
    g_free (booking->occurrence);
    booking->occurrence = g_strdup_printf ("%" G_GINT64_FORMAT, event->recurrence_id);
  }
  booking->zone = g_strdup (event->zone);
  booking->all_day = event->all_day;
  booking->place = place != NULL ? ante_text_one_line (place, MAX_PLACE_CHARS) : NULL;
  if (guest != NULL && guest->name != NULL)
    booking->who_name = ante_text_one_line (guest->name, MAX_NAME_CHARS);
  booking->who_email = g_strdup (guest != NULL ? guest->email : NULL);
  booking->answers = join_answers (event);
  return booking;
}

/* What nobody else comes to and nobody has booked is the coach's own, unless it names a lead. */
static gboolean
is_call (const AnteCalendarEvent *event)
{
  return find_guest (event) != NULL || event->answers->len > 0 || event->ref != NULL;
}

GPtrArray *
ante_calendar_judge_prepare (GPtrArray *events)
{
  GPtrArray *copies = g_ptr_array_new_full (events->len, (GDestroyNotify) ante_calendar_event_free);

  for (guint i = 0; i < events->len; i++) {
    AnteCalendarEvent *copy = ante_calendar_event_copy (events->pdata[i]);

    if (copy->status == ANTE_CALENDAR_TENTATIVE)
      copy->status = ANTE_CALENDAR_CONFIRMED;
    g_ptr_array_add (copies, copy);
  }
  return copies;
}

/* --- what is new ----------------------------------------------------------------------------- */

static AnteBookingKnown *
make_known (const AnteCalendarKnown *known, guint index)
{
  AnteBookingKnown *made = g_new0 (AnteBookingKnown, 1);
  gboolean is_off = g_str_equal (known->says, "cancelled") || g_str_equal (known->says, "gone");

  made->uid = known->uid;
  made->recurrence_id = known->occurrence;
  made->sequence = known->sequence;
  made->start = known->start_at;
  made->end = known->end_at;
  made->status = is_off ? ANTE_CALENDAR_CANCELLED : ANTE_CALENDAR_CONFIRMED;
  made->no_show = g_str_equal (known->says, "no-show");
  made->summary = known->title;
  made->location = known->place;
  /* Only its own calendar can miss it. */
  made->missing = known->is_own ? known->missing : 0;
  made->tag = index;
  return made;
}

/* Words are compared as they are kept. */
static gboolean
is_same_after_all (const AnteCalendarNews *news)
{
  return news->word == ANTE_CALENDAR_WORD_CHANGED && news->seen->end_at == news->known->end_at &&
         news->event->no_show == g_str_equal (news->known->says, "no-show") &&
         (news->known->is_hidden || (g_strcmp0 (news->seen->title, news->known->title) == 0 &&
                                     g_strcmp0 (news->seen->place, news->known->place) == 0));
}

static AnteCalendarNews *
make_news (const AnteBookingChange *change, GPtrArray *known)
{
  AnteCalendarNews *news = ante_calendar_news_new (words[change->news]);

  if (change->known != NULL)
    news->known = known->pdata[change->known->tag];
  if (change->seen != NULL) {
    news->event = change->seen;
    news->seen = make_booking (change->seen);
    news->is_call = is_call (change->seen);
  }
  if (news->known != NULL && news->seen != NULL && is_same_after_all (news))
    news->word = ANTE_CALENDAR_WORD_SAME;
  return news;
}

static GPtrArray *
compare (const AnteCalendarLook *look, GPtrArray *known, gboolean *must_ask)
{
  AnteBookingLook range = { look->from, look->to, look->now, look->is_whole };
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_calendar_news_free);
  g_autoptr (GArray) changes = NULL;

  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (before, make_known (known->pdata[i], i));
  changes = ante_booking_compare (before, look->events, &range, must_ask);
  for (guint i = 0; i < changes->len; i++)
    g_ptr_array_add (all, make_news (&g_array_index (changes, AnteBookingChange, i), known));
  return all;
}

/* --- whose it is ----------------------------------------------------------------------------- */

/* (transfer full): what a link of somebody's own hands back. */
static char **
find_refs (const char *link)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *query = link != NULL ? strchr (link, '?') : NULL;
  g_autoptr (GHashTable) params =
    query != NULL ? g_uri_parse_params (query + 1, -1, "&", G_URI_PARAMS_NONE, NULL) : NULL;
  GHashTableIter iter;
  gpointer value = NULL;

  if (params != NULL) {
    g_hash_table_iter_init (&iter, params);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
      g_autofree char *ref = ante_booking_ref_normal (value);

      if (ref != NULL)
        g_strv_builder_add (builder, ref);
    }
  }
  return g_strv_builder_end (builder);
}

static AnteBookingPeople *
gather_people (GPtrArray *leads)
{
  AnteBookingPeople *people = ante_booking_people_new (NULL, NULL);

  for (guint i = 0; i < leads->len; i++) {
    const AnteCalendarLead *lead = leads->pdata[i];
    g_auto (GStrv) refs = find_refs (lead->booking_link);
    AnteBookingCandidate candidate = {
      .lead_id = lead->id,
      .handle = lead->handle,
      .also = lead->also,
      .name = lead->name,
      .email = lead->email,
      .phone = lead->phone,
      .refs = (const char *const *) refs,
      .is_closed = lead->is_closed,
    };

    ante_booking_people_add (people, &candidate);
  }
  return people;
}

/* Each once, the likeliest first. */
static char *
join_candidates (const AnteBookingMatch *match)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < match->hints->len; i++) {
    AnteBookingHint *hint = match->hints->pdata[i];

    if (g_hash_table_size (known) < MOST_CANDIDATES && g_hash_table_add (known, &hint->lead_id))
      g_string_append_printf (all, "%s%" G_GINT64_FORMAT, all->len > 0 ? " " : "", hint->lead_id);
  }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
match_all (GPtrArray *all, GPtrArray *leads)
{
  g_autoptr (AnteBookingPeople) people = gather_people (leads);

  for (guint i = 0; i < all->len; i++) {
    AnteCalendarNews *news = all->pdata[i];
    g_autoptr (AnteBookingMatch) match = ante_booking_match (people, news->event);

    if (match->is_sure) {
      news->lead_id = match->lead_id;
      news->by = ante_booking_by_to_nick (match->by);
    } else if (match->hints->len > 0) {
      news->candidates = join_candidates (match);
    }
  }
}

AnteCalendarJudge
ante_calendar_judge (void)
{
  return (AnteCalendarJudge){ compare, match_all };
}
