#include "booking/ante-booking-match.h"
#include "booking/ante-booking-news.h"
#include "booking/ante-booking-ref.h"
#include "booking/ante-booking-words.h"

#include <string.h>

#define HOUR (G_GINT64_CONSTANT (3600) * 1000)
#define DAY (24 * HOUR)
#define NOW G_GINT64_CONSTANT (1795176000000)

enum { ANA = 1, BO, BO_TOO, FAY, MERGED };

static const char *const ana_refs[] = { "K7Q2MX", "abcdef", NULL };
static const char *const bo_refs[] = { "ZZZZZ2", NULL };

static const AnteBookingCandidate leads[] = {
  { ANA, "ana.lifts", NULL, "Ana Blanco", "ana@example.org", "+34 600 000 001", ana_refs, FALSE },
  { BO, "bo_strong", NULL, "Bo Berg", "b.berg@gmail.com", NULL, bo_refs, FALSE },
  { BO_TOO, "the.other.bo", NULL, "Bo Berg", NULL, NULL, NULL, FALSE },
  { FAY, "fay", NULL, "Zoë Müller 🎯", NULL, NULL, NULL, FALSE },
  { MERGED, "new_name", "old_name older", "Old Client", NULL, NULL, NULL, TRUE },
};

static AnteBookingPeople *
make_people (void)
{
  static const char *const own[] = { "Mara@example.com", NULL };
  static const char *const questions[] = { "usuario", NULL };
  AnteBookingPeople *people = ante_booking_people_new (own, questions);

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    ante_booking_people_add (people, &leads[i]);
  return people;
}

/**
 * Row:
 * @email: of the one who comes
 * @name: theirs
 * @answer: "question|answer"
 * @leads: whose it would be, for each of the hints
 * @by: (nullable): the strongest reason; %NULL: there is none
 */
typedef struct {
  const char *summary;
  const char *description;
  const char *email;
  const char *name;
  const char *answer;
  const char *ref;
  const char *leads;
  const char *by;
  gboolean is_sure;
  gboolean is_conflict;
} Row;

static const Row rows[] = {
  /* The ref: where each service hands it back. */
  { .ref = "k7q2mx", .leads = "1", .by = "ref", .is_sure = TRUE },
  { .description =
      "Powered by Calendly\nhttps://calendly.com/r/1?utm_source=instagram&utm_content=K7Q2MX&x=1",
    .leads = "1",
    .by = "ref",
    .is_sure = TRUE },
  { .description = "Ref: K7Q2MX", .leads = "1", .by = "ref", .is_sure = TRUE },
  { .answer = "ref|abcdef", .leads = "1", .by = "ref", .is_sure = TRUE },
  { .answer = "Anything else?|ZZZZZ2", .leads = "2", .by = "ref", .is_sure = TRUE },
  /* One that nobody has been given; one that stands there for something else. */
  { .description = "Ref: QQQQQQ" },
  { .description = "room K7Q2MX, second floor" },
  /* The handle. */
  { .answer = "What is your Instagram handle?|@ana.lifts",
    .leads = "1",
    .by = "handle",
    .is_sure = TRUE },
  { .answer = "IG|Ana.Lifts", .leads = "1", .by = "handle", .is_sure = TRUE },
  { .answer = "Tu usuario|bo_strong.", .leads = "2", .by = "handle", .is_sure = TRUE },
  { .answer = "Insta|https://www.instagram.com/ana.lifts/?igsh=1",
    .leads = "1",
    .by = "handle",
    .is_sure = TRUE },
  { .description = "Questions\nYour Instagram handle?\nana.lifts\nGoal?\nfay",
    .leads = "1",
    .by = "handle",
    .is_sure = TRUE },
  { .description = "Instagram: fay", .leads = "4", .by = "handle", .is_sure = TRUE },
  { .summary = "Call with @ana.lifts!", .leads = "1", .by = "handle", .is_sure = TRUE },
  { .description = "seen in instagram.com/stories/fay/1",
    .leads = "4",
    .by = "handle",
    .is_sure = TRUE },
  { .answer = "handle|old_name", .leads = "5", .by = "handle", .is_sure = TRUE },
  /* What only looks like one. */
  { .description = "Write to x@fay.example or at @ 3pm" },
  { .description = "or write to coach@fay, if you like" },
  { .description = "https://medium.example/@fay/why-i-lift" },
  { .description = "see https://instagram.com/p/fay or instagram.com/reel/fay" },
  { .answer = "How did you find me on Instagram?|fay told me about it, I think" },
  { .answer = "What is your goal?|fay" },
  { .answer = "big dreams?|fay" },
  { .description = "Instagram: fayette" },
  /* E-mail. */
  { .email = "Ana@Example.org", .leads = "1", .by = "email", .is_sure = TRUE },
  { .description = "Name: A\nEmail: ana@example.org.",
    .leads = "1",
    .by = "email",
    .is_sure = TRUE },
  { .email = "Mara@example.com" },
  { .email = "ana@example.org.uk" },
  { .email = "bberg+calls@googlemail.com", .leads = "2", .by = "like-email" },
  { .description = "Phone: 0034-600 000 001", .leads = "1", .by = "phone" },
  { .description = "Phone: 600 000" },
  /* Names are never sure. */
  { .name = "ana blanco", .leads = "1", .by = "name" },
  { .summary = "Intro call: Ána BLANCO and Mara", .leads = "1", .by = "name" },
  { .name = "Zoe Müller", .leads = "4", .by = "name" },
  { .name = "Bo Berg", .leads = "23", .by = "name" },
  { .name = "Old Client" },
  { .summary = "Ana" },
  { .name = "" },
  /* Two reasons for one, and for different ones. */
  { .ref = "K7Q2MX", .email = "ana@example.org", .leads = "11", .by = "ref", .is_sure = TRUE },
  { .ref = "K7Q2MX", .answer = "Instagram|@fay", .leads = "14", .by = "ref", .is_conflict = TRUE },
  { .email = "ana@example.org",
    .answer = "Instagram|@fay",
    .leads = "41",
    .by = "handle",
    .is_conflict = TRUE },
  /* A name does not hold against an address. */
  { .email = "ana@example.org", .name = "Bo Berg", .leads = "1", .by = "email", .is_sure = TRUE },
};

static AnteCalendarEvent *
make_event (const Row *row)
{
  AnteCalendarEvent *event = ante_calendar_event_new ();

  event->uid = g_strdup ("x");
  event->summary = g_strdup (row->summary);
  event->description = g_strdup (row->description);
  event->ref = g_strdup (row->ref);
  if (row->email != NULL || row->name != NULL) {
    AnteCalendarPerson *person = ante_calendar_person_new ();

    person->email = row->email != NULL ? g_ascii_strdown (row->email, -1) : NULL;
    person->name = g_strdup (row->name);
    g_ptr_array_add (event->attendees, person);
  }
  if (row->answer != NULL) {
    g_auto (GStrv) halves = g_strsplit (row->answer, "|", 2);

    g_ptr_array_add (event->answers, ante_calendar_answer_new (halves[0], halves[1]));
  }
  return event;
}

static void
test_match (void)
{
  g_autoptr (AnteBookingPeople) people = make_people ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Row *row = &rows[i];
    g_autoptr (AnteCalendarEvent) event = make_event (row);
    g_autoptr (AnteBookingMatch) match = ante_booking_match (people, event);
    g_autoptr (GString) told = g_string_new (NULL);

    for (guint k = 0; k < match->hints->len; k++) {
      const AnteBookingHint *hint = match->hints->pdata[k];

      g_string_append_printf (told, "%d", (int) hint->lead_id);
      g_assert_nonnull (hint->evidence);
    }
    g_test_message ("row %u", i);
    g_assert_cmpstr (told->str, ==, row->leads != NULL ? row->leads : "");
    if (row->by != NULL)
      g_assert_cmpstr (ante_booking_by_to_nick (match->by), ==, row->by);
    g_assert_cmpint (match->is_sure, ==, row->is_sure);
    g_assert_cmpint (match->is_conflict, ==, row->is_conflict);
    /* Nobody is named where there is a choice. */
    g_assert_true (match->lead_id != 0 || !match->is_sure);
    g_assert_true (!match->is_conflict || match->lead_id == 0);
    if (row->leads != NULL && strspn (row->leads, "1") == strlen (row->leads) &&
        *row->leads != '\0')
      g_assert_cmpint (match->lead_id, ==, ANA);
  }
}

static void
test_refs (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 2000; i++) {
    char *ref = ante_booking_ref_new ();
    g_autofree char *normal = ante_booking_ref_normal (ref);

    g_assert_cmpstr (ref, ==, normal);
    g_hash_table_add (seen, ref);
  }
  /* Of 887 million two out of 2,000 are hardly ever the same. */
  g_assert_cmpuint (g_hash_table_size (seen), >=, 1998);
  g_assert_null (ante_booking_ref_normal ("K7Q2M"));
  g_assert_null (ante_booking_ref_normal ("K7Q2MO"));
  g_assert_null (ante_booking_ref_normal ("K7Q2MXX"));
}

static void
test_links (void)
{
  static const char *const links[][2] = {
    { "https://calendly.com/mara/intro",
      "https://calendly.com/mara/intro?utm_source=instagram&utm_medium=dm&utm_content=K7Q2MX" },
    { "https://calendly.com/mara/intro?month=2026-11&utm_content=OLDREF#top",
      "https://calendly.com/mara/"
      "intro?month=2026-11&utm_source=instagram&utm_medium=dm&utm_content=K7Q2MX#top" },
    { "https://cal.com/mara/intro",
      "https://cal.com/mara/intro?ref=K7Q2MX&metadata%5Bref%5D=K7Q2MX" },
    { "https://app.cal.com/mara?x=1&ref=a",
      "https://app.cal.com/mara?x=1&ref=K7Q2MX&metadata%5Bref%5D=K7Q2MX" },
    { "https://mara.as.me/", "https://mara.as.me/?ref=K7Q2MX" },
    { "https://notcalendly.com/x", "https://notcalendly.com/x?ref=K7Q2MX" },
    { "https://calendly.com.evil.example/x", "https://calendly.com.evil.example/x?ref=K7Q2MX" },
    { "https://x.example/a%20b?q=%26&reference=1",
      "https://x.example/a%20b?q=%26&reference=1&ref=K7Q2MX" },
    { "javascript:alert(1)", NULL },
    { "calendly", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    g_autofree char *with = ante_booking_link_add_ref (links[i][0], "K7Q2MX");
    g_autoptr (AnteCalendarEvent) event = ante_calendar_event_new ();
    g_autoptr (GPtrArray) found = NULL;

    g_assert_cmpstr (with, ==, links[i][1]);
    if (with == NULL)
      continue;
    /* And as it comes back with a booking. */
    event->description = g_strdup (with);
    found = ante_booking_ref_find (event);
    g_assert_true (g_ptr_array_find_with_equal_func (found, "K7Q2MX", g_str_equal, NULL));
  }
}

/* --- news ---------------------------------------------------------------------------------- */

static const AnteBookingLook look = { NOW - 14 * DAY, NOW + 60 * DAY, NOW, TRUE };

static AnteBookingKnown *
add_known (GPtrArray *known, const char *uid, gint64 start)
{
  AnteBookingKnown *booking = g_new0 (AnteBookingKnown, 1);

  booking->uid = uid;
  booking->start = start;
  booking->end = start + HOUR;
  g_ptr_array_add (known, booking);
  return booking;
}

static AnteCalendarEvent *
add_seen (GPtrArray *seen, const char *uid, gint64 start)
{
  AnteCalendarEvent *event = ante_calendar_event_new ();

  event->uid = g_strdup (uid);
  event->start = start;
  event->end = start + HOUR;
  g_ptr_array_add (seen, event);
  return event;
}

static char *
tell (GPtrArray *known, GPtrArray *seen, const AnteBookingLook *at, gboolean *must_ask)
{
  g_autoptr (GArray) changes = ante_booking_compare (known, seen, at, must_ask);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++) {
    const AnteBookingChange *change = &g_array_index (changes, AnteBookingChange, i);

    g_string_append_printf (told, "%s%s:%s", i > 0 ? " " : "",
                            change->seen != NULL ? change->seen->uid : change->known->uid,
                            ante_booking_news_to_nick (change->news));
    g_assert_true (change->known == NULL || change->seen == NULL ||
                   change->known->tag == change->seen->sequence || change->known->tag == 0);
  }
  return g_string_free (told, FALSE);
}

static void
test_news (void)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) seen =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_calendar_event_free);
  g_autofree char *told = NULL;
  gboolean must_ask = TRUE;

  add_known (known, "same", NOW + DAY);
  add_seen (seen, "same", NOW + DAY);
  add_seen (seen, "new", NOW + DAY);
  add_known (known, "moved", NOW + DAY);
  add_seen (seen, "moved", NOW + 2 * DAY);
  add_known (known, "longer", NOW + DAY);
  add_seen (seen, "longer", NOW + DAY)->end += HOUR;
  add_known (known, "off", NOW + DAY);
  add_seen (seen, "off", NOW + DAY)->status = ANTE_CALENDAR_CANCELLED;
  add_known (known, "still-off", NOW + DAY)->status = ANTE_CALENDAR_CANCELLED;
  add_seen (seen, "still-off", NOW + DAY)->status = ANTE_CALENDAR_CANCELLED;
  add_known (known, "back", NOW + DAY)->status = ANTE_CALENDAR_CANCELLED;
  add_seen (seen, "back", NOW + DAY);
  add_seen (seen, "never-known", NOW + DAY)->status = ANTE_CALENDAR_CANCELLED;
  add_known (known, "alone", NOW - DAY);
  add_seen (seen, "alone", NOW - DAY)->no_show = TRUE;
  /* An older copy than the one that is known. */
  add_known (known, "old", NOW + DAY)->sequence = 3;
  add_seen (seen, "old", NOW + 5 * DAY)->sequence = 2;

  told = tell (known, seen, &look, &must_ask);
  g_assert_cmpstr (
    told, ==,
    "same:same new:new moved:moved longer:changed off:cancelled still-off:same back:back "
    "never-known:cancelled alone:no-show old:same");
  g_assert_false (must_ask);
}

/* Two bookings of the tool are one that was moved. */
static void
test_replaced (void)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) seen =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_calendar_event_free);
  g_autofree char *told = NULL;
  g_autofree char *again = NULL;
  AnteCalendarEvent *event = NULL;
  gboolean must_ask = FALSE;

  add_known (known, "a", NOW + DAY);
  event = add_seen (seen, "a", NOW + DAY);
  event->status = ANTE_CALENDAR_CANCELLED;
  event->next = g_strdup ("b");
  event = add_seen (seen, "b", NOW + 2 * DAY);
  event->previous = g_strdup ("a");
  told = tell (known, seen, &look, &must_ask);
  g_assert_cmpstr (told, ==, "b:moved");

  /* Once that is noted, there is nothing more to say. */
  g_ptr_array_set_size (known, 0);
  add_known (known, "b", NOW + 2 * DAY);
  again = tell (known, seen, &look, &must_ask);
  g_assert_cmpstr (again, ==, "b:same");
}

static void
test_instances (void)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) seen =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_calendar_event_free);
  g_autofree char *told = NULL;
  gboolean must_ask = FALSE;

  add_known (known, "weekly", NOW + DAY)->recurrence_id = NOW + DAY;
  add_known (known, "weekly", NOW + 8 * DAY)->recurrence_id = NOW + 8 * DAY;
  add_known (known, "once", NOW + DAY);
  add_seen (seen, "weekly", NOW + DAY)->recurrence_id = NOW + DAY;
  add_seen (seen, "weekly", NOW + 9 * DAY)->recurrence_id = NOW + 8 * DAY;
  add_seen (seen, "once", NOW + DAY)->recurrence_id = NOW + DAY;
  add_seen (seen, "once", NOW + 8 * DAY)->recurrence_id = NOW + 8 * DAY;
  told = tell (known, seen, &look, &must_ask);
  g_assert_cmpstr (told, ==, "weekly:same weekly:moved once:same once:new");
}

static void
test_vanished (void)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) seen =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_calendar_event_free);
  AnteBookingLook cut = look;
  g_autofree char *once = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *many = NULL;
  gboolean must_ask = FALSE;

  add_known (known, "first-time", NOW + DAY);
  add_known (known, "second-time", NOW + DAY)->missing = 1;
  add_known (known, "past", NOW - DAY)->missing = 4;
  add_known (known, "not-looked-at", NOW + 90 * DAY)->missing = 1;
  add_known (known, "off-already", NOW + DAY)->status = ANTE_CALENDAR_CANCELLED;
  once = tell (known, seen, &look, &must_ask);
  g_assert_cmpstr (once, ==, "first-time:missing second-time:gone past:missing");
  g_assert_false (must_ask);

  /* A feed that was cut off says nothing about what it lacks. */
  cut.is_whole = FALSE;
  nothing = tell (known, seen, &cut, &must_ask);
  g_assert_cmpstr (nothing, ==, "");

  for (guint i = 0; i < 3; i++)
    add_known (known, "more", NOW + (2 + i) * DAY)->missing = 1;
  many = tell (known, seen, &look, &must_ask);
  g_assert_true (must_ask);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match/leads", test_match);
  g_test_add_func ("/match/refs", test_refs);
  g_test_add_func ("/match/links", test_links);
  g_test_add_func ("/news/all", test_news);
  g_test_add_func ("/news/replaced", test_replaced);
  g_test_add_func ("/news/instances", test_instances);
  g_test_add_func ("/news/vanished", test_vanished);
  return g_test_run ();
}
