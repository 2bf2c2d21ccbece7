#include "booking/ante-ics.h"

#include <string.h>

#include "booking/ante-ics-windows-zones.h"
#include "booking/ante-plain-text.h"

#define NL "\r\n"
#define HEAD "BEGIN:VCALENDAR" NL "VERSION:2.0" NL "PRODID:-//test//EN" NL
#define TAIL "END:VCALENDAR" NL
#define EVENT(uid, lines) "BEGIN:VEVENT" NL "UID:" uid NL lines "END:VEVENT" NL

/* 2026-11-20 12:00 UTC */
#define NOW G_GINT64_CONSTANT (1795176000000)

static AnteIcs *
read_from (const char *text, gssize length, const AnteIcsRange *range)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Madrid");

  return ante_ics_read (bytes, range, zone);
}

static AnteIcs *
read_text (const char *text)
{
  AnteIcsRange range = ante_ics_range_all (NOW);

  return read_from (text, -1, &range);
}

static char *
time_of (gint64 ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (ms / 1000);

  return g_date_time_format (time, "%Y%m%dT%H%M");
}

/* "start/end start/end …" of all that is not cancelled, those with a "-" before them. */
static char *
tell (const AnteIcs *ics)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < ics->events->len; i++) {
    const AnteCalendarEvent *event = ics->events->pdata[i];
    g_autofree char *start = time_of (event->start);
    g_autofree char *end = time_of (event->end);

    g_string_append_printf (told, "%s%s%s/%s", i > 0 ? " " : "",
                            event->status == ANTE_CALENDAR_CANCELLED ? "-" : "", start, end + 9);
  }
  return g_string_free (told, FALSE);
}

static void
expect (const char *lines, const char *expected)
{
  g_autofree char *text = g_strconcat (HEAD, lines, TAIL, NULL);
  g_autoptr (AnteIcs) ics = read_text (text);
  g_autofree char *told = tell (ics);

  g_assert_cmpstr (told, ==, expected);
  g_assert_true (ics->is_whole);
}

/* Of one damage alone. */
static void
expect_damage (const AnteIcs *ics, AnteIcsTrouble trouble, guint line)
{
  g_autofree char *words = NULL;
  const AnteIcsDamage *damage = NULL;

  g_assert_cmpuint (ics->damage->len, ==, 1);
  damage = ics->damage->pdata[0];
  words = ante_ics_damage_to_text (damage);
  g_assert_cmpint (damage->trouble, ==, trouble);
  g_assert_cmpuint (damage->line, ==, line);
  g_assert_null (strstr (words, "%"));
}

static void
test_times (void)
{
  expect (EVENT ("1", "DTSTART:20261103T100000Z" NL "DTEND:20261103T103000Z" NL),
          "20261103T1000/1030");
  expect (EVENT ("1", "DTSTART;TZID=America/New_York:20261103T100000" NL "DURATION:PT45M" NL),
          "20261103T1500/1545");
  expect (EVENT ("1", "DTSTART;TZID=\"Eastern Standard Time\":20260703T100000" NL
                      "DTEND;TZID=\"Eastern Standard Time\":20260703T110000" NL),
          "20260703T1400/1500");
  expect (
    EVENT ("1", "DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Tokyo:20261103T090000" NL),
    "20261103T0000/0000");
  expect (EVENT ("1", "DTSTART;TZID=UTC+2:20261103T100000" NL), "20261103T0800/0800");
  expect (EVENT ("1", "DTSTART;TZID=GMT-0330:20261103T100000" NL), "20261103T1330/1330");
  expect (EVENT ("1", "DTSTART;TZID=tzone://Microsoft/Utc:20261103T100000" NL),
          "20261103T1000/1000");
  expect (EVENT ("1", "DTSTART;TZID=EST5EDT;X-WHY=http://x.example/a:20261103T100000" NL),
          "20261103T1500/1500");
  /* A day of the coach's, an instant, a day without an end, a week over the change of clocks. */
  expect (EVENT ("1", "DTSTART;VALUE=DATE:20261103" NL "DTEND;VALUE=DATE:20261104" NL),
          "20261102T2300/2300");
  expect (EVENT ("1", "DTSTART;VALUE=DATE:20260703" NL), "20260702T2200/2200");
  expect (EVENT ("1", "DTSTART;VALUE=DATE:20261024" NL "DURATION:P3D" NL), "20261023T2200/2300");
  /* Without a zone: that of the calendar, else the coach's. */
  expect ("X-WR-TIMEZONE:America/Los_Angeles" NL EVENT ("1", "DTSTART:20261103T100000" NL),
          "20261103T1800/1800");
  expect (EVENT ("1", "DTSTART:20261103T100000" NL), "20261103T0900/0900");
  expect (EVENT ("1", "DTSTART:20261103T1000Z" NL), "20261103T1000/1000");
  /* The hour that comes twice is the first one; the one that never comes keeps its offset. */
  expect (EVENT ("1", "DTSTART;TZID=Europe/Berlin:20261025T023000" NL), "20261025T0030/0030");
  expect (EVENT ("1", "DTSTART;TZID=Europe/Berlin:20260329T023000" NL), "20260329T0130/0130");
  expect (EVENT ("1", "DTSTART;TZID=America/New_York:20260308T023000" NL), "20260308T0730/0730");
}

static void
test_flags (void)
{
  g_autoptr (AnteIcs) ics = read_text (
    HEAD "X-WR-CALNAME:Calls\\, mine" NL "X-PUBLISHED-TTL:PT12H" NL EVENT (
      "a", "DTSTART:20261103T100000" NL "TRANSP:TRANSPARENT" NL "CLASS:PRIVATE" NL "SEQUENCE:7" NL
           "LAST-MODIFIED:20261101T000000Z" NL)
      EVENT ("b", "DTSTART;VALUE=DATE:20261104" NL "STATUS:TENTATIVE" NL)
        EVENT ("c", "DTSTART;TZID=W. Europe Standard Time:20261105T100000" NL "STATUS:CANCELLED" NL)
          TAIL);
  const AnteCalendarEvent *a = ics->events->pdata[0];
  const AnteCalendarEvent *b = ics->events->pdata[1];
  const AnteCalendarEvent *c = ics->events->pdata[2];

  g_assert_cmpstr (ics->name, ==, "Calls, mine");
  g_assert_cmpint (ics->refresh_s, ==, 12 * 3600);
  g_assert_cmpuint (ics->damage->len, ==, 0);
  g_assert_true (a->floating && a->is_free && a->is_private && !a->all_day);
  g_assert_cmpint (a->sequence, ==, 7);
  g_assert_cmpint (a->last_modified, ==, G_GINT64_CONSTANT (1793491200000));
  g_assert_cmpstr (a->zone, ==, "Europe/Madrid");
  g_assert_true (b->all_day && !b->floating);
  g_assert_cmpint (b->status, ==, ANTE_CALENDAR_TENTATIVE);
  g_assert_cmpint (c->status, ==, ANTE_CALENDAR_CANCELLED);
  g_assert_cmpstr (c->zone, ==, "Europe/Berlin");
}

static void
test_words (void)
{
  g_autoptr (AnteIcs) ics = read_text (HEAD EVENT (
    "x@y", "DTSTART:20261103T100000Z" NL "SUMMARY;LANGUAGE=en:Intro\\, call\\; you" NL
           "DESCRIPTION:<p>Instagram: @ana.lifts</p><a "
           "href=\"https://cal.example/?utm_content=K7Q2MX&am" NL
           " p;b=1\">move it</a>&nbsp;&#8211; bye" NL "LOCATION:Zoom\\nroom" NL
           "URL:javascript:alert(1)" NL "URL:https://meet.example/x" NL
           "ORGANIZER;CN=\"Mara: the coach\":MAILTO:Mara@Example.com" NL
           "ATTENDEE;CN=Ana B;PARTSTAT=ACCEPTED;X-NUM-GUESTS=0:mailto:ana@example.org" NL
           "ATTENDEE;CUTYPE=ROOM;CN=Room 1:mailto:room@example.com" NL
           "ATTENDEE;EMAIL=bo@example.org;CN=Bo:urn:uuid:1" NL "ATTENDEE:invalid:nomail" NL
           "BEGIN:VALARM" NL "UID:alarm" NL "DESCRIPTION:ring" NL "TRIGGER:-PT5M" NL
           "END:VALARM" NL) TAIL);
  const AnteCalendarEvent *event = ics->events->pdata[0];
  const AnteCalendarPerson *person = NULL;

  g_assert_cmpstr (event->uid, ==, "x@y");
  g_assert_cmpstr (event->summary, ==, "Intro, call; you");
  g_assert_cmpstr (event->description, ==,
                   "Instagram: @ana.lifts\n"
                   "move it (https://cal.example/?utm_content=K7Q2MX&b=1) – bye");
  g_assert_cmpstr (event->location, ==, "Zoom room");
  g_assert_cmpstr (event->url, ==, "https://meet.example/x");
  g_assert_cmpstr (event->organizer->email, ==, "mara@example.com");
  g_assert_cmpstr (event->organizer->name, ==, "Mara: the coach");
  g_assert_cmpuint (event->attendees->len, ==, 3);
  person = event->attendees->pdata[0];
  g_assert_cmpstr (person->name, ==, "Ana B");
  g_assert_cmpint (person->reply, ==, ANTE_CALENDAR_REPLY_ACCEPTED);
  g_assert_true (((AnteCalendarPerson *) event->attendees->pdata[1])->is_thing);
  g_assert_cmpstr (((AnteCalendarPerson *) event->attendees->pdata[2])->email, ==,
                   "bo@example.org");
}

static void
test_plain_text (void)
{
  static const char *const rows[][2] = {
    { "a < b and 3 > 2", "a < b and 3 > 2" },
    { "<br>one<br/>two", "one\ntwo" },
    { "<style>p{}</style><p>x &amp; y &unknown; &#x41;</p>", "x & y &unknown; A" },
    { "<a href='https://x.example'>https://x.example</a>", "https://x.example" },
    { "<a href=\"javascript:x\">y</a>", "y" },
    { "<a href=https://x.example/1>y", "y (https://x.example/1)" },
    { "<b>bold</b", "bold</b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *plain = ante_plain_text (rows[i][0], 1000);

    g_assert_cmpstr (plain, ==, rows[i][1]);
  }
}

static void
test_repeats (void)
{
#define WEEKLY                                                                                     \
  "DTSTART;TZID=Europe/Berlin:20261012T100000" NL "DURATION:PT30M" NL "RRULE:FREQ=WEEKLY;"

  /* Ten o'clock stays ten o'clock when the clocks change. */
  expect (EVENT ("1", WEEKLY "COUNT=3" NL),
          "20261012T0800/0830 20261019T0800/0830 20261026T0900/0930");
  expect (EVENT ("1", WEEKLY "UNTIL=20261026T090000Z" NL),
          "20261012T0800/0830 20261019T0800/0830 20261026T0900/0930");
  expect (EVENT ("1", WEEKLY "UNTIL=20261026T085959Z" NL), "20261012T0800/0830 20261019T0800/0830");
  expect (EVENT ("1", WEEKLY "UNTIL=20261019" NL), "20261012T0800/0830 20261019T0800/0830");
  /* Written carelessly. */
  expect (EVENT ("1", WEEKLY " COUNT=2;" NL), "20261012T0800/0830 20261019T0800/0830");
  expect (EVENT ("1", WEEKLY "count=2;wkst=;X-OWN=1" NL), "20261012T0800/0830 20261019T0800/0830");
  expect (EVENT ("1", WEEKLY "UNTIL=20261019T0800Z;COUNT=9" NL),
          "20261012T0800/0830 20261019T0800/0830");
  /* Left out: in its own zone, in UTC, by its day. */
  expect (EVENT ("1", WEEKLY "COUNT=5" NL "EXDATE;TZID=Europe/Berlin:20261019T100000" NL
                             "EXDATE:20261026T090000Z" NL "EXDATE;VALUE=DATE:20261102" NL),
          "20261012T0800/0830 20261109T0900/0930");
  expect (EVENT ("1", WEEKLY "COUNT=2" NL "RDATE;TZID=Europe/Berlin:20261014T100000" NL
                             "RDATE;VALUE=PERIOD:20261015T080000Z/PT1H" NL),
          "20261012T0800/0830 20261014T0800/0830 20261015T0800/0900 20261019T0800/0830");
  expect (EVENT ("1", "DTSTART;VALUE=DATE:20261023" NL "RRULE:FREQ=DAILY;COUNT=4" NL
                      "EXDATE:20261024T000000Z" NL),
          "20261022T2200/2200 20261024T2200/2300 20261025T2300/2300");
  expect (EVENT ("1", "DTSTART:20260131T100000Z" NL "RRULE:FREQ=MONTHLY;COUNT=3" NL),
          "20260131T1000/1000 20260331T1000/1000 20260531T1000/1000");
  expect (EVENT ("1", "DTSTART:20261102T100000Z" NL "RRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=2" NL),
          "20261102T1000/1000 20261207T1000/1000");
  /* Every other week since long ago is still that week; one that is over is no damage. */
  {
    AnteIcsRange range = ante_ics_range_watch (NOW);
    g_autoptr (AnteIcs) ics = read_from (
      HEAD EVENT ("1", "DTSTART;TZID=Europe/Berlin:19991201T100000" NL
                       "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20261120T000000Z" NL)
        EVENT ("2", "DTSTART:20010101T100000Z" NL "RRULE:FREQ=DAILY;UNTIL=20100101T000000Z" NL)
          EVENT ("3", "DTSTART:20010101T100000Z" NL "RRULE:FREQ=DAILY;INTERVAL=30" NL) TAIL,
      -1, &range);
    g_autofree char *told = tell (ics);

    g_assert_cmpstr (told, ==,
                     "20261109T0900/0900 20261111T0900/0900 20261116T1000/1000 20261216T1000/1000 "
                     "20270115T1000/1000");
    g_assert_cmpuint (ics->damage->len, ==, 0);
    g_assert_cmpuint (ics->n_events, ==, 3);
  }
  /* Without an end: from two weeks back to sixty days ahead. */
  {
    g_autoptr (AnteIcs) ics =
      read_text (HEAD EVENT ("1", "DTSTART:20150105T100000Z" NL "RRULE:FREQ=WEEKLY" NL) TAIL);

    g_assert_cmpuint (ics->n_events, ==, 1);
    g_assert_cmpuint (ics->events->len, ==, 11);
    g_assert_cmpuint (ics->damage->len, ==, 0);
  }
}

static void
test_changed_instances (void)
{
#define MASTER EVENT ("1", WEEKLY "COUNT=4" NL "SUMMARY:Call" NL)
#define MOVED(id, start, more)                                                                     \
  EVENT ("1", "RECURRENCE-ID" id NL "DTSTART:" start NL "DURATION:PT1H" NL more)

  expect (MASTER MOVED (":20261019T080000Z", "20261020T120000Z", ""),
          "20261012T0800/0830 20261020T1200/1300 20261026T0900/0930 20261102T0900/0930");
  /* The change may stand before what it changes, in another zone, or name its day alone. */
  expect (MOVED (";TZID=America/New_York:20261019T040000", "20261020T120000Z", "") MASTER,
          "20261012T0800/0830 20261020T1200/1300 20261026T0900/0930 20261102T0900/0930");
  expect (MASTER MOVED (";VALUE=DATE:20261019", "20261020T120000Z", ""),
          "20261012T0800/0830 20261020T1200/1300 20261026T0900/0930 20261102T0900/0930");
  expect (MASTER MOVED (":20261019T080000Z", "20261019T080000Z", "STATUS:CANCELLED" NL),
          "20261012T0800/0830 -20261019T0800/0900 20261026T0900/0930 20261102T0900/0930");
  expect (MASTER MOVED (";RANGE=THISANDFUTURE:20261019T080000Z", "20261019T100000Z", ""),
          "20261012T0800/0830 20261019T1000/1100 20261026T1100/1200 20261102T1100/1200");
  /* Of two changes of one instance the newer one holds. */
  expect (MASTER MOVED (":20261019T080000Z", "20261020T120000Z", "SEQUENCE:3" NL)
            MOVED (":20261019T080000Z", "20261021T120000Z", "SEQUENCE:2" NL),
          "20261012T0800/0830 20261020T1200/1300 20261026T0900/0930 20261102T0900/0930");
  /* What it changes is not in the file. */
  expect (MOVED (":20261019T080000Z", "20261020T120000Z", ""), "20261020T1200/1300");
  {
    AnteIcsRange range = { G_GINT64_CONSTANT (1792533600000), G_GINT64_CONSTANT (1792620000000),
                           NOW };
    const char *in = HEAD MASTER MOVED (":20261019T080000Z", "20261020T230000Z", "") TAIL;
    g_autoptr (AnteIcs) ics = read_from (in, -1, &range);
    g_autofree char *told = tell (ics);

    /* Moved into the range from outside of it, and known by when it was first to be. */
    g_assert_cmpstr (told, ==, "20261020T2300/0000");
    g_assert_cmpint (((AnteCalendarEvent *) ics->events->pdata[0])->recurrence_id, ==,
                     G_GINT64_CONSTANT (1792396800000));
  }
}

static void
test_versions (void)
{
#define AT(start, more) EVENT ("1", "DTSTART:" start NL "SUMMARY:S" NL more)

  expect (AT ("20261103T100000Z", "SEQUENCE:2" NL) AT ("20261104T100000Z", "SEQUENCE:1" NL),
          "20261103T1000/1000");
  expect (AT ("20261103T100000Z", "DTSTAMP:20261001T000000Z" NL)
            AT ("20261104T100000Z", "DTSTAMP:20261002T000000Z" NL),
          "20261104T1000/1000");
  expect (AT ("20261103T100000Z", "LAST-MODIFIED:20261003T000000Z" NL)
            AT ("20261104T100000Z", "LAST-MODIFIED:20261002T000000Z" NL),
          "20261103T1000/1000");
  expect (AT ("20261103T100000Z", "") AT ("20261103T100000Z", ""), "20261103T1000/1000");
  /* One name for two events: both stay. */
  expect (AT ("20261103T100000Z", "") EVENT ("1", "DTSTART:20261104T100000Z" NL "SUMMARY:T" NL),
          "20261103T1000/1000 20261104T1000/1000");
  /* Without a name, twice the same is once. */
  expect ("BEGIN:VEVENT" NL "DTSTART:20261103T100000Z" NL "SUMMARY:S" NL "END:VEVENT" NL
          "BEGIN:VEVENT" NL "DTSTART:20261103T100000Z" NL "SUMMARY:S" NL "END:VEVENT" NL
          "BEGIN:VEVENT" NL "DTSTART:20261103T100000Z" NL "SUMMARY:T" NL "END:VEVENT" NL,
          "20261103T1000/1000 20261103T1000/1000");
}

static void
test_called_off (void)
{
#define CANCEL TAIL HEAD "METHOD:CANCEL" NL

  expect (AT ("20261103T100000Z", "") CANCEL AT ("20261103T100000Z", "SEQUENCE:1" NL),
          "-20261103T1000/1000");
  expect (AT ("20261103T100000Z", "") CANCEL AT ("20261103T100000Z", ""), "-20261103T1000/1000");
  /* Whichever comes first. */
  expect ("METHOD:CANCEL" NL AT ("20261103T100000Z", "") TAIL HEAD AT ("20261103T100000Z", ""),
          "-20261103T1000/1000");
  /* A notice about an older version does not call off the newer one. */
  expect (AT ("20261103T100000Z", "SEQUENCE:5" NL) CANCEL AT ("20261103T100000Z", "SEQUENCE:1" NL),
          "20261103T1000/1000");
  /* Of one instance, which need not say its time. */
  expect (MASTER CANCEL EVENT ("1", "RECURRENCE-ID:20261019T080000Z" NL),
          "20261012T0800/0830 -20261019T0800/0800 20261026T0900/0930 20261102T0900/0930");
  expect (MASTER CANCEL EVENT ("1", "SEQUENCE:1" NL WEEKLY "COUNT=2" NL),
          "-20261012T0800/0830 -20261019T0800/0830");
}

static void
test_own_zones (void)
{
#define HALF_PAST                                                                                  \
  "BEGIN:VTIMEZONE" NL "TZID:Coach Time" NL "BEGIN:STANDARD" NL "DTSTART:19701101T020000" NL       \
  "TZOFFSETFROM:+0630" NL "TZOFFSETTO:+0530" NL "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU" NL        \
  "END:STANDARD" NL "BEGIN:DAYLIGHT" NL "DTSTART:19700405T020000" NL "TZOFFSETFROM:+0530" NL       \
  "TZOFFSETTO:+0630" NL "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU" NL "END:DAYLIGHT" NL               \
  "END:VTIMEZONE" NL
#define THERE(time) EVENT ("1", "DTSTART;TZID=Coach Time:" time NL)

  expect (HALF_PAST THERE ("20260703T100000"), "20260703T0330/0330");
  expect (HALF_PAST THERE ("20261203T100000"), "20261203T0430/0430");
  /* It may stand behind the event. */
  expect (THERE ("20260703T100000") HALF_PAST, "20260703T0330/0330");
  /* And behind one whose alarm never ends. */
  expect (EVENT ("1", "DTSTART;TZID=Coach Time:20260703T100000" NL "BEGIN:VALARM" NL) HALF_PAST,
          "20260703T0330/0330");
  /* Under a name of Windows it holds against the table. */
  expect ("BEGIN:VTIMEZONE" NL "TZID:Eastern Standard Time" NL "BEGIN:STANDARD" NL
          "DTSTART:16010101T000000" NL "TZOFFSETFROM:+0300" NL "TZOFFSETTO:+0300" NL
          "END:STANDARD" NL
          "END:VTIMEZONE" NL EVENT ("1", "DTSTART;TZID=Eastern Standard Time:20260703T100000" NL),
          "20260703T0700/0700");
  /* One that would never be done with. */
  expect ("BEGIN:VTIMEZONE" NL "TZID:Bomb" NL "BEGIN:STANDARD" NL "DTSTART:16010101T000000" NL
          "TZOFFSETFROM:+0300" NL "TZOFFSETTO:+0300" NL "RRULE:FREQ=SECONDLY" NL "END:STANDARD" NL
          "END:VTIMEZONE" NL EVENT ("1", "DTSTART;TZID=Bomb:20260703T100000" NL),
          "20260703T0700/0700");
  {
    g_autoptr (AnteIcs) ics =
      read_text (HEAD EVENT ("1", "DTSTART;TZID=Nowhere/Land:20260703T100000" NL)
                   EVENT ("2", "DTSTART;TZID=Nowhere/Land:20260704T100000" NL) TAIL);
    g_autofree char *told = tell (ics);

    g_assert_cmpstr (told, ==, "20260703T0800/0800 20260704T0800/0800");
    expect_damage (ics, ANTE_ICS_ZONE, 6);
  }
  {
    /* No rule of POSIX is made of a name. */
    g_autoptr (AnteIcs) ics =
      read_text (HEAD EVENT ("1", "DTSTART;TZID=Room3:20260703T100000" NL) TAIL);
    g_autofree char *told = tell (ics);

    g_assert_cmpstr (told, ==, "20260703T0800/0800");
    expect_damage (ics, ANTE_ICS_ZONE, 6);
  }
}

static void
test_windows_names (void)
{
  static const char *const names[] = { "AUS Central Standard Time", "Eastern Standard Time",
                                       "GMT Standard Time", "Yukon Standard Time",
                                       "w. europe standard time" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *olson = ante_ics_windows_zone (names[i]);
    g_autoptr (GTimeZone) zone = NULL;

    g_assert_nonnull (olson);
    zone = g_time_zone_new_identifier (olson);
    g_assert_nonnull (zone);
  }
  g_assert_null (ante_ics_windows_zone ("Middle Earth Standard Time"));
}

/* What a byte or a line's end may look like. */
static void
test_bytes (void)
{
  AnteIcsRange range = ante_ics_range_all (NOW);
  static const struct {
    const char *text;
    const char *summary;
  } rows[] = {
    { "\xEF\xBB\xBF"
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261103T100000Z\nSUMMARY:M\xC3\xBCller\nEND:"
      "VEVENT\nEND:VCALENDAR\n",
      "Müller" },
    { "BEGIN:VCALENDAR\rBEGIN:VEVENT\rDTSTART:20261103T100000Z\rSUMMARY:old "
      "Mac\rEND:VEVENT\rEND:VCALENDAR\r",
      "old Mac" },
    /* The fold is inside of a character. */
    { "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261103T100000Z\r\nSUMMARY:M\xC3\r\n "
      "\xBCller\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      "Müller" },
    { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261103\n "
      "T100000Z\nSUMMARY:Ca\n\tll\nEND:VEVENT\nEND:VCALENDAR",
      "Call" },
    { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261103T100000Z\nSUMMARY:M\xFCller "
      "\x80\nEND:VEVENT\nEND:VCALENDAR\n",
      "Müller €" },
    /* Both in one line, where a good part must not be spoilt. */
    { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261103T100000Z\nSUMMARY:M\xC3\xBC\xFC\nEND:"
      "VEVENT\nEND:VCALENDAR\n",
      "Müü" },
    { "begin:vcalendar\nbegin:vevent\ndtstart:20261103T100000Z\nsummary:small\nend:vevent\nend:"
      "vcalendar\n",
      "small" },
    { "\n\n  \nBEGIN:VCALENDAR \n\nBEGIN:VEVENT\n\nDTSTART:20261103T100000Z \nSUMMARY: gaps "
      "\nEND:VEVENT\nEND:VCALENDAR\n",
      "gaps" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AnteIcs) ics = read_text (rows[i].text);
    const AnteCalendarEvent *event = NULL;

    g_assert_cmpuint (ics->events->len, ==, 1);
    g_assert_cmpuint (ics->damage->len, ==, 0);
    event = ics->events->pdata[0];
    g_assert_cmpstr (event->summary, ==, rows[i].summary);
    g_assert_cmpint (event->start, ==, G_GINT64_CONSTANT (1793700000000));
  }
  {
    static const char text[] = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261103T100000Z\nSUM\0MARY:"
                               "nul\0\nEND:VEVENT\nEND:VCALENDAR\n";
    g_autoptr (AnteIcs) ics = read_from (text, sizeof text - 1, &range);

    g_assert_cmpstr (((AnteCalendarEvent *) ics->events->pdata[0])->summary, ==, "nul");
  }
  {
    gsize length = 0;
    g_autofree char *wide = g_convert (rows[0].text, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
    g_autoptr (AnteIcs) ics = read_from (wide, (gssize) length, &range);

    g_assert_cmpstr (((AnteCalendarEvent *) ics->events->pdata[0])->summary, ==, "Müller");
  }
}

#define GOOD(uid) EVENT (uid, "DTSTART:20261103T100000Z" NL)

/* What is damaged is named by its line; what stands beside it is read. */
static void
test_damage (void)
{
  static const struct {
    const char *text;
    AnteIcsTrouble trouble;
    guint line;
    guint n_events;
    guint n_lost;
  } rows[] = {
    { HEAD GOOD ("1") "BEGIN:VEVENT" NL "UID:2" NL "DTSTART:soon" NL "END:VEVENT" NL GOOD ("3")
        TAIL,
      ANTE_ICS_TIME, 10, 2, 1 },
    { HEAD GOOD ("1") "BEGIN:VEVENT" NL "UID:2" NL "SUMMARY:x" NL "END:VEVENT" NL GOOD ("3") TAIL,
      ANTE_ICS_NO_START, 8, 2, 1 },
    { HEAD "BEGIN:VEVENT" NL "UID:2" NL "DTSTART:20261103T100000Z" NL GOOD ("3") TAIL,
      ANTE_ICS_NOT_ENDED, 4, 2, 0 },
    { HEAD "BEGIN:VEVENT" NL "UID:2" NL "DTSTART:20261103T100000Z" NL "BEGIN:VALARM" NL GOOD ("3")
        TAIL,
      ANTE_ICS_NOT_ENDED, 4, 2, 0 },
    { HEAD GOOD ("1") "END:VEVENT" NL GOOD ("3") TAIL, ANTE_ICS_STRAY_LINE, 8, 2, 0 },
    { HEAD "BEGIN:VEVENT" NL "UID:2" NL "what is this" NL "DTSTART:20261103T100000Z" NL
           "END:VEVENT" NL GOOD ("3") TAIL,
      ANTE_ICS_STRAY_LINE, 6, 2, 0 },
    { HEAD EVENT ("2", "DTSTART:20261103T100000Z" NL "DTEND:20261103T090000Z" NL) GOOD ("3") TAIL,
      ANTE_ICS_END_FIRST, 7, 2, 0 },
    { HEAD EVENT ("2", "DTSTART:20261103T100000Z" NL "DTEND:20261399T090000Z" NL) GOOD ("3") TAIL,
      ANTE_ICS_TIME, 7, 2, 0 },
    { HEAD EVENT ("2", "DTSTART:20261103T100000Z" NL "RRULE:FREQ=SOMETIMES" NL) GOOD ("3") TAIL,
      ANTE_ICS_RULE, 7, 2, 0 },
    { HEAD EVENT ("2", "DTSTART:20261103T100000Z" NL "EXDATE:never" NL) GOOD ("3") TAIL,
      ANTE_ICS_TIME, 7, 2, 0 },
    { HEAD EVENT ("2", "DTSTART:20261103T100000Z" NL
                       "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9" NL) GOOD ("3") TAIL,
      ANTE_ICS_RULE_HARD, 7, 2, 0 },
    { HEAD EVENT ("2", "DTSTART:20150103T100000Z" NL "RRULE:FREQ=SECONDLY" NL) GOOD ("3") TAIL,
      ANTE_ICS_OFTEN, 7, 2, 0 },
    { HEAD EVENT ("2", "DTSTART:20150103T100000Z" NL "RRULE:FREQ=DAILY;COUNT=900" NL) GOOD ("3")
        TAIL,
      ANTE_ICS_OFTEN, 7, 2, 0 },
    { "<html><body>sign in</body></html>", ANTE_ICS_NO_CALENDAR, 0, 0, 0 },
    { "", ANTE_ICS_NO_CALENDAR, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AnteIcs) ics = read_text (rows[i].text);
    gboolean lost_too = rows[i].trouble == ANTE_ICS_TIME && rows[i].n_lost > 0;

    g_test_message ("row %u", i);
    g_assert_cmpuint (ics->n_events, ==, rows[i].n_events);
    g_assert_cmpuint (ics->n_lost, ==, rows[i].n_lost);
    g_assert_cmpint (ics->is_calendar, ==, rows[i].trouble != ANTE_ICS_NO_CALENDAR);
    if (lost_too)
      g_ptr_array_remove_index (ics->damage, 0);
    expect_damage (ics, rows[i].trouble, rows[i].line);
  }
}

static void
test_cut_off (void)
{
  g_autoptr (AnteIcs) ics =
    read_text (HEAD GOOD ("1") "BEGIN:VEVENT" NL "UID:2" NL "DTSTART:20261103T1");

  g_assert_cmpuint (ics->n_events, ==, 1);
  g_assert_false (ics->is_whole);
  g_assert_true (ics->is_calendar);
}

static void
test_large (void)
{
  AnteIcsRange range = ante_ics_range_all (NOW);
  g_autoptr (GString) text =
    g_string_new (HEAD "BEGIN:VEVENT" NL "DTSTART:20261103T100000Z" NL "DESCRIPTION:");
  g_autoptr (AnteIcs) ics = NULL;
  g_autofree char *huge = NULL;

  for (guint i = 0; i < 40000; i++)
    g_string_append (text, "much ado ");
  g_string_append (text, NL "END:VEVENT" NL TAIL);
  ics = read_text (text->str);
  expect_damage (ics, ANTE_ICS_LONG_LINE, 6);
  g_assert_cmpuint (g_utf8_strlen (((AnteCalendarEvent *) ics->events->pdata[0])->description, -1),
                    <=, 8000);

  g_clear_pointer (&ics, ante_ics_free);
  huge = g_malloc0 (ANTE_ICS_MAX_BYTES + 1);
  ics = read_from (huge, ANTE_ICS_MAX_BYTES + 1, &range);
  expect_damage (ics, ANTE_ICS_TOO_LARGE, 0);
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (AnteIcs) ics = NULL;

  for (guint i = 0; i < ANTE_ICS_MAX_EVENTS + 5; i++)
    g_string_append_printf (text, EVENT ("%u", "DTSTART:20261103T100000Z" NL), i);
  g_string_append (text, TAIL);
  ics = read_text (text->str);
  g_assert_cmpuint (ics->n_events, ==, ANTE_ICS_MAX_EVENTS);
  expect_damage (ics, ANTE_ICS_TOO_MANY, 4 + 4 * ANTE_ICS_MAX_EVENTS);
}

/* A form that was put into a description without folding it is still read. */
static void
test_broken_description (void)
{
  g_autoptr (AnteIcs) ics =
    read_text (HEAD "BEGIN:VEVENT" NL "UID:1" NL "DTSTART:20261103T100000Z" NL
                    "DESCRIPTION:Answers" NL "Instagram: @ana.lifts" NL "Location: at home" NL
                    "no colon here" NL "LOCATION:Zoom" NL "END:VEVENT" NL TAIL);
  const AnteCalendarEvent *event = ics->events->pdata[0];

  g_assert_cmpuint (ics->damage->len, ==, 0);
  g_assert_cmpstr (event->description, ==,
                   "Answers\nInstagram: @ana.lifts\nLocation: at home\nno colon here");
  g_assert_cmpstr (event->location, ==, "Zoom");
}

static void
test_busy_only (void)
{
  g_autoptr (AnteIcs) busy =
    read_text (HEAD EVENT ("1", "DTSTART:20261103T100000Z" NL "SUMMARY:Busy" NL) TAIL);
  g_autoptr (AnteIcs) told =
    read_text (HEAD EVENT ("1", "DTSTART:20261103T100000Z" NL "SUMMARY:Busy" NL)
                 EVENT ("2", "DTSTART:20261103T100000Z" NL "SUMMARY:Ana" NL) TAIL);

  g_assert_true (busy->is_busy_only);
  g_assert_false (told->is_busy_only);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ics/times", test_times);
  g_test_add_func ("/ics/flags", test_flags);
  g_test_add_func ("/ics/words", test_words);
  g_test_add_func ("/ics/plain-text", test_plain_text);
  g_test_add_func ("/ics/repeats", test_repeats);
  g_test_add_func ("/ics/changed-instances", test_changed_instances);
  g_test_add_func ("/ics/versions", test_versions);
  g_test_add_func ("/ics/called-off", test_called_off);
  g_test_add_func ("/ics/own-zones", test_own_zones);
  g_test_add_func ("/ics/windows-names", test_windows_names);
  g_test_add_func ("/ics/bytes", test_bytes);
  g_test_add_func ("/ics/damage", test_damage);
  g_test_add_func ("/ics/cut-off", test_cut_off);
  g_test_add_func ("/ics/large", test_large);
  g_test_add_func ("/ics/many", test_many);
  g_test_add_func ("/ics/broken-description", test_broken_description);
  g_test_add_func ("/ics/busy-only", test_busy_only);
  return g_test_run ();
}
