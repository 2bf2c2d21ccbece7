/*
 * Breaks feeds, always in the same way: bytes, lines and pieces of other feeds. Nothing may crash,
 * no answer may be malformed, and none may take for ever. "--seconds N" goes on for so long, from
 * another beginning each time.
 */

#include "booking/ante-ics.h"

#include <stdlib.h>
#include <string.h>

#include "feeds.h"

#define ROUNDS 800

/* Reading what this makes takes a fraction of it. */
#define PATIENCE (20 * G_USEC_PER_SEC)

static guint seconds;

static const char *const pieces[] = {
  "BEGIN:VEVENT\r\n",
  "END:VEVENT\r\n",
  "BEGIN:VCALENDAR\r\n",
  "END:VCALENDAR\r\n",
  "BEGIN:VTIMEZONE\r\n",
  "END:VTIMEZONE\r\n",
  "BEGIN:VALARM\r\n",
  "END:VALARM\r\n",
  "BEGIN:STANDARD\r\n",
  "END:STANDARD\r\n",
  "TZID:Europe/Berlin\r\n",
  "TZOFFSETTO:+9999\r\n",
  "TZOFFSETFROM:-0000\r\n",
  "METHOD:CANCEL\r\n",
  "RRULE:FREQ=SECONDLY\r\n",
  "RRULE:FREQ=YEARLY;BYDAY=-53MO;BYMONTH=1,2,13\r\n",
  "RRULE:FREQ=DAILY;BYSETPOS=-366\r\n",
  "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=MO,TU,5WE;BYHOUR=1,2,3;BYSETPOS=-1,2\r\n",
  "RRULE:FREQ=WEEKLY;INTERVAL=32767;WKST=SU\r\n",
  "RRULE:FREQ=HOURLY;BYMINUTE=0,59;UNTIL=99991231T235959Z\r\n",
  "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=-1,366;BYDAY=FR\r\n",
  "RRULE:FREQ=YEARLY;RSCALE=HEBREW;SKIP=OMIT;BYMONTH=5L\r\n",
  "RRULE:FREQ=DAILY;COUNT=999999999\r\n",
  "RDATE;VALUE=PERIOD:20261101T000000Z/P9999999D\r\n",
  "EXDATE:20261101,20261102T000000Z,,;\r\n",
  "RECURRENCE-ID;RANGE=THISANDFUTURE:20261101T000000Z\r\n",
  "DTSTART:00010101T000000\r\n",
  "DTSTART;TZID=../../etc/passwd:20261101T000000\r\n",
  "DTSTART;VALUE=DATE:24991231\r\n",
  "DURATION:-P1W\r\n",
  "DURATION:P99999999999999999999D\r\n",
  "DTEND:20261101\r\n",
  "SEQUENCE:-99999999999999999999\r\n",
  "ATTENDEE;CN=\"\xC3:mailto:%00%FF@\r\n",
  "SUMMARY:^n\\\r\n",
  "DESCRIPTION:<a href=\"http\r\n",
  "DESCRIPTION:<br>&#x110000;&#;&\r\n",
  " \r\n",
  "\t",
  ":",
  ";",
  "\"",
  "\\",
  "=",
  "\r",
  "\n",
  "\xC3",
  "\xF0\x9F",
  "\xFF\xFE",
  "UID:same\r\n",
  "X-WR-TIMEZONE:nowhere\r\n",
};

static void
insert (GByteArray *bytes, guint at, const char *piece, gsize length)
{
  g_autofree guint8 *tail = g_memdup2 (bytes->data + at, bytes->len - at);
  guint n = bytes->len - at;

  g_byte_array_set_size (bytes, at);
  g_byte_array_append (bytes, (const guint8 *) piece, (guint) length);
  g_byte_array_append (bytes, tail, n);
}

static guint
pick (GRand *rand, guint below)
{
  return below > 0 ? (guint) (g_rand_int (rand) % below) : 0;
}

/* At the beginning of a line, mostly: what stands in the middle is soon no property any more. */
static guint
pick_place (GRand *rand, const GByteArray *bytes)
{
  guint at = pick (rand, bytes->len);
  const guint8 *end = bytes->len > 0 ? memchr (bytes->data + at, '\n', bytes->len - at) : NULL;

  return end != NULL && pick (rand, 4) > 0 ? (guint) (end + 1 - bytes->data) : at;
}

static void
break_once (GRand *rand, GByteArray *bytes)
{
  guint at = pick_place (rand, bytes);
  guint most = pick (rand, 60);
  guint length = MIN (most, bytes->len - at);
  const char *piece = pieces[pick (rand, G_N_ELEMENTS (pieces))];

  switch (pick (rand, 8)) {
  case 0:
    if (at < bytes->len)
      bytes->data[at] = (guint8) g_rand_int (rand);
    break;
  case 1:
    g_byte_array_remove_range (bytes, at, length);
    break;
  case 2: {
    g_autofree char *again = g_memdup2 (bytes->data + at, length);

    insert (bytes, pick_place (rand, bytes), again, length);
    break;
  }
  case 3:
    if (pick (rand, 10) == 0)
      g_byte_array_set_size (bytes, at);
    break;
  case 4:
    for (guint i = at; i < at + length; i++) {
      if (g_ascii_isdigit (bytes->data[i]))
        bytes->data[i] = (guint8) ('0' + pick (rand, 10));
    }
    break;
  default:
    insert (bytes, at, piece, strlen (piece));
  }
}

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check (const AnteIcs *ics, const AnteIcsRange *range)
{
  for (guint i = 0; i < ics->events->len; i++) {
    const AnteCalendarEvent *event = ics->events->pdata[i];

    g_assert_nonnull (event->uid);
    g_assert_cmpint (event->end, >=, event->start);
    g_assert_cmpint (event->start, >=, range->from);
    g_assert_cmpint (event->start, <, range->to);
    check_text (event->uid);
    check_text (event->zone);
    check_text (event->summary);
    check_text (event->description);
    check_text (event->location);
    check_text (event->url);
    for (guint k = 0; k < event->attendees->len; k++) {
      const AnteCalendarPerson *person = event->attendees->pdata[k];

      check_text (person->name);
      check_text (person->email);
    }
  }
  for (guint i = 0; i < ics->damage->len; i++) {
    g_autofree char *words = ante_ics_damage_to_text (ics->damage->pdata[i]);

    check_text (words);
  }
}

static void
run_one (GRand *rand, guint32 seed)
{
  AnteIcsRange range =
    seed % 2 == 0 ? ante_ics_range_watch (FEEDS_NOW) : ante_ics_range_all (FEEDS_NOW);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (Feed) feed = feeds_make (seed % feeds_count_shapes (), seed % 50);
  g_autoptr (GByteArray) broken = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AnteIcs) ics = NULL;
  gint64 began_at = 0;

  g_byte_array_append (broken, (const guint8 *) feed->text, (guint) feed->length);
  for (guint i = pick (rand, 12) + 1; i > 0; i--)
    break_once (rand, broken);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&broken));

  began_at = g_get_monotonic_time ();
  ics = ante_ics_read (bytes, &range, zone);
  if (g_get_monotonic_time () - began_at > PATIENCE)
    g_error ("seed %u took too long", seed);
  check (ics, &range);
}

static void
test_broken (void)
{
  gint64 until = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  guint32 seed = seconds > 0 ? g_random_int () : 1;
  guint n = 0;

  for (; seconds > 0 ? g_get_monotonic_time () < until : n < ROUNDS; n++, seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

    run_one (rand, seed);
  }
  g_test_message ("%u feeds, the last by seed %u", n, seed - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc == 3 && g_str_equal (argv[1], "--seconds"))
    seconds = (guint) atoi (argv[2]);
  g_test_add_func ("/ics-fuzz/broken", test_broken);
  return g_test_run ();
}
