#include "config.h"

#include "store-fixture.h"

#include "store/ante-store-bookings.h"
#include "store/ante-store-calendars.h"

#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static gint64
apply (Fixture *fixture, AnteChange *change, GError **error)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);

  g_ptr_array_add (changes, change);
  TEST_CALL (fixture->result, ante_store_apply_async, fixture->store, changes, "coach", NULL, T0,
             NULL);
  return ante_store_apply_finish (fixture->store, fixture->result, error);
}

static AnteUndone *
undo (Fixture *fixture, GError **error)
{
  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, 0, "coach", T0 + 1, NULL);
  return ante_store_undo_finish (fixture->store, fixture->result, error);
}

static AnteLead *
hear (Fixture *fixture, const char *igsid, const char *author, gint64 at, const char *text)
{
  g_autofree char *mid = g_strdup_printf ("m-%s-%" G_GINT64_FORMAT, igsid, at);

  fixture_ingest (fixture, make_thread (igsid, make_message (mid, author, at, text), NULL), at);
  return fixture_lead (fixture, igsid);
}

static gint64
book (Fixture *fixture, gint64 lead, gint64 start, gint64 end, GError **error)
{
  AnteChange *change = ante_change_new (lead, ANTE_FIELD_BOOKING, NULL, NULL);

  change->booking = ante_booking_new (start, end, "Call");
  return apply (fixture, change, error);
}

static GPtrArray *
list (Fixture *fixture, gint64 lead)
{
  AnteBookingQuestion question = { .lead_id = lead };
  g_autoptr (GError) error = NULL;
  GPtrArray *found = NULL;

  TEST_CALL (fixture->result, ante_store_list_bookings_async, fixture->store, &question, NULL);
  found = ante_store_list_bookings_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return found;
}

/* Each as "start state matched_by lead", by hours from T0, with a bar between. */
static void
assert_bookings (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) found = list (fixture, 0);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++) {
    const AnteBooking *one = found->pdata[i];

    g_string_append_printf (said, "%s%d %s %s %s", i > 0 ? "|" : "",
                            (int) ((one->start_at - T0) / HOUR),
                            ante_booking_state_to_nick (one->state), one->matched_by,
                            one->lead_handle != NULL ? one->lead_handle : one->candidates);
  }
  g_assert_cmpstr (said->str, ==, expected);
}

static void
assert_mark (Fixture *fixture, const char *igsid, AnteBookingMark mark, gint64 at)
{
  g_autoptr (AnteLead) lead = fixture_lead (fixture, igsid);

  g_assert_cmpint (lead->booking, ==, mark);
  g_assert_cmpint (lead->booking_at, ==, at);
}

static void
assert_refused (Fixture *fixture, AnteChange *change, AnteStoreError code)
{
  g_autoptr (GError) error = NULL;

  apply (fixture, change, &error);
  g_assert_error (error, ANTE_STORE_ERROR, (int) code);
}

/* --- by hand -------------------------------------------------------------------------------- */

static void
test_a_card_shows_where_the_call_stands (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  g_autoptr (AnteLead) sent = NULL;
  g_autoptr (AnteUndone) undone = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) found = NULL;

  fixture_change (fixture, lead->id, ANTE_FIELD_BOOKING_LINK, "https://www.cal.test/me/intro/",
                  NULL);
  assert_mark (fixture, "1", ANTE_BOOKING_NONE, 0);
  sent =
    hear (fixture, "1", "coach", T0 + MINUTE, "Take one: HTTPS://cal.test/me/intro?ref=ABC234");
  assert_mark (fixture, "1", ANTE_BOOKING_LINK_SENT, T0 + MINUTE);
  book (fixture, lead->id, T0 + DAY, T0 + DAY + HOUR, NULL);
  assert_mark (fixture, "1", ANTE_BOOKING_BOOKED, T0 + DAY);
  /* Of two that are ahead the first. */
  book (fixture, lead->id, T0 + 3 * DAY, T0 + 3 * DAY + HOUR, NULL);
  assert_mark (fixture, "1", ANTE_BOOKING_BOOKED, T0 + DAY);
  found = list (fixture, lead->id);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, ((AnteBooking *) found->pdata[0])->id);
  apply (fixture, ante_change_new (lead->id, ANTE_FIELD_BOOKING_STATE, "held", id), NULL);
  assert_mark (fixture, "1", ANTE_BOOKING_BOOKED, T0 + 3 * DAY);
  for (guint i = 0; i < 3; i++) {
    g_clear_pointer (&undone, ante_undone_free);
    undone = undo (fixture, NULL);
  }
  g_assert_cmpstr (undone->field, ==, ANTE_FIELD_BOOKING);
  assert_bookings (fixture, "");
  assert_mark (fixture, "1", ANTE_BOOKING_LINK_SENT, T0 + MINUTE);
}

static void
test_no_call_without_a_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  g_autoptr (GError) never = NULL;
  g_autoptr (GError) backwards = NULL;
  g_autoptr (GError) endless = NULL;

  book (fixture, lead->id, 0, HOUR, &never);
  g_assert_error (never, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  book (fixture, lead->id, T0 + DAY, T0 + DAY, &backwards);
  g_assert_error (backwards, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  book (fixture, lead->id, T0, T0 + 2 * DAY, &endless);
  g_assert_error (endless, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  assert_refused (fixture, ante_change_new (lead->id, ANTE_FIELD_BOOKING_STATE, "held", "7"),
                  ANTE_STORE_ERROR_CONFLICT);
  assert_bookings (fixture, "");
}

static AnteChange *
call_of (const AnteBooking *booking, AnteCallOutcome outcome, const char *why)
{
  AnteChange *change = ante_change_new (booking->lead_id, ANTE_FIELD_CALL, NULL, NULL);

  change->call = ante_call_record_new (booking->id);
  change->call->outcome = outcome;
  g_free (change->call->decision);
  change->call->decision = g_strdup (why);
  return change;
}

static void
test_what_came_of_it_replaces_what_was_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) said = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (AnteUndone) undone = NULL;
  const AnteBooking *booking = NULL;

  book (fixture, lead->id, T0 - DAY, T0 - DAY + HOUR, NULL);
  found = list (fixture, lead->id);
  booking = found->pdata[0];
  assert_refused (fixture, call_of (booking, ANTE_CALL_WON, " \n"), ANTE_STORE_ERROR_INVALID);
  apply (fixture, call_of (booking, ANTE_CALL_NO_SHOW, ""), NULL);
  assert_mark (fixture, "1", ANTE_BOOKING_NO_SHOW, T0 - DAY);
  /* They came late. */
  apply (fixture, call_of (booking, ANTE_CALL_LOST, "Too dear"), NULL);
  g_assert_cmpint (apply (fixture, call_of (booking, ANTE_CALL_LOST, "Too dear"), NULL), ==, 0);
  assert_mark (fixture, "1", ANTE_BOOKING_HELD, T0 - DAY);
  said = list (fixture, lead->id);
  g_assert_cmpstr (((AnteBooking *) said->pdata[0])->call->decision, ==, "Too dear");
  undone = undo (fixture, NULL);
  assert_mark (fixture, "1", ANTE_BOOKING_NO_SHOW, T0 - DAY);
  before = list (fixture, lead->id);
  g_assert_cmpint (((AnteBooking *) before->pdata[0])->call->outcome, ==, ANTE_CALL_NO_SHOW);
}

/* --- calendars ------------------------------------------------------------------------------ */

/* Everything is new that is not known, and of whoever its title names by a row id. */
static GPtrArray *
compare (const AnteCalendarLook *look, GPtrArray *known, gboolean *must_ask)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_calendar_news_free);

  *must_ask = FALSE;
  for (guint i = 0; i < look->events->len; i++) {
    const AnteCalendarEvent *event = look->events->pdata[i];
    AnteCalendarNews *news = ante_calendar_news_new (ANTE_CALENDAR_WORD_NEW);

    for (guint k = 0; k < known->len; k++) {
      AnteCalendarKnown *one = known->pdata[k];

      if (g_str_equal (one->uid, event->uid))
        news->known = one;
    }
    if (news->known != NULL)
      news->word =
        news->known->start_at != event->start ? ANTE_CALENDAR_WORD_MOVED : ANTE_CALENDAR_WORD_SAME;
    news->event = event;
    news->seen = ante_booking_new (event->start, event->end, event->summary);
    g_free (news->seen->uid);
    news->seen->uid = g_strdup (event->uid);
    news->is_call = TRUE;
    g_ptr_array_add (all, news);
  }
  return all;
}

static void
match (GPtrArray *all, GPtrArray *leads)
{
  for (guint i = 0; i < all->len; i++) {
    AnteCalendarNews *news = all->pdata[i];

    for (guint k = 0; k < leads->len; k++) {
      const AnteCalendarLead *lead = leads->pdata[k];

      if (g_strcmp0 (lead->handle, news->event->summary) != 0)
        continue;
      news->lead_id = lead->id;
      news->by = "handle";
    }
    if (g_str_has_prefix (news->event->summary, "?"))
      news->candidates = g_strdup (news->event->summary + 1);
  }
}

static gint64
add_calendar (Fixture *fixture, const char *kind)
{
  g_autoptr (AnteCalendarSource) calendar = ante_calendar_source_new (kind, "Calls", "a.test");

  TEST_CALL (fixture->result, ante_store_add_calendar_async, fixture->store, calendar, T0, NULL);
  return ante_store_add_calendar_finish (fixture->store, fixture->result, NULL);
}

static AnteCalendarTaken *
look (Fixture *fixture, gint64 calendar, const char *uid, gint64 start, const char *title)
{
  g_autoptr (GPtrArray) events =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_calendar_event_free);
  AnteCalendarEvent *event = ante_calendar_event_new ();
  AnteCalendarLook look = {
    .calendar_id = calendar, .events = events, .now = T0, .judge = { compare, match }
  };
  g_autoptr (GError) error = NULL;
  AnteCalendarTaken *taken = NULL;

  event->uid = g_strdup (uid);
  event->start = start;
  event->end = start + HOUR;
  event->summary = g_strdup (title);
  g_ptr_array_add (events, event);
  TEST_CALL (fixture->result, ante_store_take_calendar_async, fixture->store, &look, NULL);
  taken = ante_store_take_calendar_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return taken;
}

static void
test_a_match_that_is_taken_back_is_a_question (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  gint64 calendar = add_calendar (fixture, "feed");
  g_autofree AnteCalendarTaken *first = NULL;
  g_autofree AnteCalendarTaken *moved = NULL;
  g_autofree char *question = NULL;
  g_autoptr (GPtrArray) events = NULL;
  gint64 act = 0;

  first = look (fixture, calendar, "a", T0 + DAY, lead->handle);
  g_assert_cmpuint (first->n_matched, ==, 1);
  assert_bookings (fixture, "24 booked handle handle_1");
  moved = look (fixture, calendar, "a", T0 + 2 * DAY, lead->handle);
  g_assert_cmpuint (moved->n_moved, ==, 1);
  assert_mark (fixture, "1", ANTE_BOOKING_BOOKED, T0 + 2 * DAY);

  TEST_CALL (fixture->result, ante_store_list_events_async, fixture->store, lead->id, 50, NULL);
  events = ante_store_list_events_finish (fixture->store, fixture->result, NULL);
  for (guint i = 0; i < events->len; i++) {
    AnteEvent *event = events->pdata[i];

    if (g_str_equal (event->field, ANTE_FIELD_BOOKING_LEAD))
      act = event->group;
  }
  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, act, "coach", T0 + 1, NULL);
  ante_undone_free (ante_store_undo_finish (fixture->store, fixture->result, NULL));
  g_free (look (fixture, calendar, "a", T0 + 2 * DAY, lead->handle));
  question = g_strdup_printf ("48 booked  %" G_GINT64_FORMAT, lead->id);
  assert_bookings (fixture, question);
}

static void
test_an_event_is_one_in_all_calendars (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) lead = hear (fixture, "1", "lead", T0, "Hi");
  gint64 file = add_calendar (fixture, "file");
  gint64 feed = add_calendar (fixture, "feed");
  gint64 other = add_calendar (fixture, "feed");

  g_assert_cmpint (add_calendar (fixture, "file"), ==, file);
  g_free (look (fixture, file, "a", T0 + DAY, lead->handle));
  g_free (look (fixture, feed, "a", T0 + 2 * DAY, lead->handle));
  assert_bookings (fixture, "48 booked handle handle_1");
  /* What is watched in one is not moved by another, nor by an older file. */
  g_free (look (fixture, other, "a", T0 + 5 * DAY, lead->handle));
  g_free (look (fixture, file, "a", T0 + DAY, lead->handle));
  assert_bookings (fixture, "48 booked handle handle_1");
  TEST_CALL (fixture->result, ante_store_remove_calendar_async, fixture->store, feed, NULL);
  g_assert_true (ante_store_remove_calendar_finish (fixture->store, fixture->result, NULL));
  g_free (look (fixture, other, "a", T0 + 5 * DAY, lead->handle));
  assert_bookings (fixture, "120 booked handle handle_1");
}

static void
test_two_handles_of_one_have_one_call (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AnteLead) one = hear (fixture, "1", "lead", T0, "Hi");
  g_autoptr (AnteLead) other = hear (fixture, "2", "lead", T0, "Hello");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, other->id);
  g_autofree char *asked = g_strdup_printf ("?%" G_GINT64_FORMAT, other->id);
  gint64 calendar = add_calendar (fixture, "feed");
  g_autoptr (AnteUndone) undone = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *booking = NULL;

  book (fixture, other->id, T0 + DAY, T0 + DAY + HOUR, NULL);
  g_free (look (fixture, calendar, "a", T0 + 2 * DAY, asked));
  fixture_change (fixture, one->id, ANTE_FIELD_MERGE, id, NULL);
  assert_mark (fixture, "1", ANTE_BOOKING_BOOKED, T0 + DAY);
  /* Given to the handle that is no lead of its own any more, it is the person's. */
  found = list (fixture, 0);
  booking = g_strdup_printf ("%" G_GINT64_FORMAT, ((AnteBooking *) found->pdata[1])->id);
  apply (fixture, ante_change_new (other->id, ANTE_FIELD_BOOKING_LEAD, NULL, booking), NULL);
  assert_bookings (fixture, "24 booked hand handle_1|48 booked hand handle_1");
  undone = undo (fixture, NULL);
  g_clear_pointer (&undone, ante_undone_free);
  undone = undo (fixture, NULL);
  g_assert_cmpstr (undone->field, ==, ANTE_FIELD_MERGE);
  assert_mark (fixture, "2", ANTE_BOOKING_BOOKED, T0 + DAY);
  assert_mark (fixture, "1", ANTE_BOOKING_NONE, 0);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/bookings/card", test_a_card_shows_where_the_call_stands);
  ADD ("/store/bookings/time", test_no_call_without_a_time);
  ADD ("/store/bookings/outcome", test_what_came_of_it_replaces_what_was_said);
  ADD ("/store/bookings/taken-back", test_a_match_that_is_taken_back_is_a_question);
  ADD ("/store/bookings/calendars", test_an_event_is_one_in_all_calendars);
  ADD ("/store/bookings/merged", test_two_handles_of_one_have_one_call);
  return g_test_run ();
}
