#include "config.h"

#include "rules/ante-working-hours.h"
#include "rules/guard/ante-playbook.h"

#define HOUR_MS G_GINT64_CONSTANT (3600000)

/* "2026-03-27 17:30+01:00" */
static gint64
at (const char *text)
{
  g_autofree char *iso = g_strdup_printf ("%.10sT%.5s:00%s", text, text + 11, text + 16);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  if (time == NULL)
    g_error ("%s is no time", text);
  return g_date_time_to_unix (time) * 1000;
}

/* @json has ' for ", to be easier on the eyes. */
static AnteWorkingHours *
parse (const char *json, GError **error)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (json), "'", '"');

  return ante_working_hours_parse (quoted, -1, error);
}

static AnteWorkingHours *
hours_of (const char *json)
{
  g_autoptr (GError) error = NULL;
  AnteWorkingHours *hours = parse (json, &error);

  g_assert_no_error (error);
  return hours;
}

/* @week in words. */
static AnteWorkingHours *
make (const char *zone_id, const char *week)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_id);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AnteWorkingSpan));
  AnteWorkingHours *hours = NULL;

  g_assert_true (ante_working_hours_read_words (week, spans));
  hours =
    ante_working_hours_new (zone, (AnteWorkingSpan *) (gpointer) spans->data, spans->len, NULL, 0);
  g_assert_nonnull (hours);
  return hours;
}

static void
assert_moment (gint64 ms, const char *expected)
{
  g_autoptr (GDateTime) time = ms >= 0 ? g_date_time_new_from_unix_utc (ms / 1000) : NULL;
  g_autofree char *said = time != NULL ? g_date_time_format (time, "%F %T UTC") : NULL;

  if (ms != at (expected))
    g_error ("%s, not %s", said != NULL ? said : "never", expected);
}

static void
assert_added (const AnteWorkingHours *hours, const char *from, int minutes, const char *expected)
{
  assert_moment (ante_working_hours_add (hours, at (from), minutes), expected);
}

static void
assert_between (const AnteWorkingHours *hours, const char *from, const char *to, double expected)
{
  g_assert_cmpint (ante_working_hours_between (hours, at (from), at (to)), ==,
                   (gint64) (expected * HOUR_MS));
}

static void
test_two_hours_late_in_the_day_end_on_the_next_working_day (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (AnteWorkingHours) hours = ante_working_hours_new_usual (zone);

  assert_added (hours, "2026-11-26 17:30+01:00", 120, "2026-11-27 10:30+01:00");
  assert_added (hours, "2026-11-27 17:30+01:00", 120, "2026-11-30 10:30+01:00");
  assert_added (hours, "2026-11-28 12:00+01:00", 120, "2026-11-30 11:00+01:00");
  assert_between (hours, "2026-11-27 17:30+01:00", "2026-11-30 10:30+01:00", 2);
  g_assert_true (ante_working_hours_is_within (hours, at ("2026-11-27 09:00+01:00")));
  g_assert_false (ante_working_hours_is_within (hours, at ("2026-11-27 09:00+01:00") - 1));
  g_assert_true (ante_working_hours_is_within (hours, at ("2026-11-27 18:00+01:00") - 1));
  g_assert_false (ante_working_hours_is_within (hours, at ("2026-11-27 18:00+01:00")));
  assert_moment (ante_working_hours_next (hours, at ("2026-11-27 18:00+01:00")),
                 "2026-11-30 09:00+01:00");
}

static void
test_what_ends_with_a_span_ends_there (void)
{
  g_autoptr (AnteWorkingHours) hours = make ("Europe/Berlin", "Mon-Fri 9-12, 14-18");

  assert_added (hours, "2026-11-26 11:30+01:00", 60, "2026-11-26 14:30+01:00");
  assert_added (hours, "2026-11-26 11:30+01:00", 30, "2026-11-26 12:00+01:00");
  assert_added (hours, "2026-11-26 12:00+01:00", 0, "2026-11-26 12:00+01:00");
  assert_added (hours, "2026-11-26 12:01+01:00", 0, "2026-11-26 14:00+01:00");
  assert_added (hours, "2026-11-26 17:00+01:00", 60, "2026-11-26 18:00+01:00");
  assert_between (hours, "2026-11-26 00:00+01:00", "2026-11-27 00:00+01:00", 7);
  assert_between (hours, "2026-11-26 11:00+01:00", "2026-11-26 15:00+01:00", 2);
  assert_between (hours, "2026-11-26 12:30+01:00", "2026-11-26 13:30+01:00", 0);
  assert_between (hours, "2026-11-26 15:00+01:00", "2026-11-26 11:00+01:00", 0);
}

static void
test_nobody_works_on_holidays (void)
{
  g_autoptr (AnteWorkingHours) hours = hours_of (
    "{'zone': 'Europe/Berlin', 'holidays': [{'from': '2026-12-24', 'until': '2027-01-03'},"
    " {'from': '2027-01-06'}, {'from': '2027-01-05', 'until': '2027-01-05'}]}");
  guint n = 0;
  const AnteHolidays *holidays = ante_working_hours_get_holidays (hours, &n);

  assert_added (hours, "2026-12-23 17:00+01:00", 120, "2027-01-04 10:00+01:00");
  assert_added (hours, "2027-01-04 17:00+01:00", 120, "2027-01-07 10:00+01:00");
  g_assert_false (ante_working_hours_is_within (hours, at ("2026-12-24 10:00+01:00")));
  assert_between (hours, "2026-12-23 00:00+01:00", "2027-01-05 00:00+01:00", 18);
  /* What follows each other is one. */
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (holidays[1].from, ==, 20270105);
  g_assert_cmpint (holidays[1].until, ==, 20270106);
}

static void
test_night_goes_over_midnight (void)
{
  g_autoptr (AnteWorkingHours) hours = make ("Asia/Kathmandu", "Mon 22-24; Tue 0-2");
  g_autoptr (AnteWorkingHours) always = make ("Asia/Kathmandu", "Mon-Sun 0-24");

  assert_added (hours, "2026-11-23 22:00+05:45", 180, "2026-11-24 01:00+05:45");
  assert_added (hours, "2026-11-23 22:00+05:45", 120, "2026-11-24 00:00+05:45");
  assert_added (hours, "2026-11-24 01:30+05:45", 60, "2026-11-30 22:30+05:45");
  g_assert_true (ante_working_hours_is_within (hours, at ("2026-11-24 00:00+05:45")));
  assert_added (always, "2026-11-24 01:30+05:45", 60 * 24 * 365, "2027-11-24 01:30+05:45");
}

/* --- changes of the clock ------------------------------------------------------------------- */

static void
test_berlin_loses_an_hour_and_gets_it_back (void)
{
  g_autoptr (AnteWorkingHours) hours = make ("Europe/Berlin", "Sun 1-5");
  g_autoptr (AnteWorkingHours) usual = make ("Europe/Berlin", "Mon-Fri 9-18");
  g_autoptr (AnteWorkingHours) gone = make ("Europe/Berlin", "Sun 2:10-2:50");

  assert_added (hours, "2026-03-29 01:00+01:00", 120, "2026-03-29 04:00+02:00");
  assert_added (hours, "2026-03-29 01:00+01:00", 60, "2026-03-29 03:00+02:00");
  assert_between (hours, "2026-03-29 00:00+01:00", "2026-03-29 12:00+02:00", 3);
  assert_added (hours, "2026-10-25 01:00+02:00", 120, "2026-10-25 02:00+01:00");
  assert_added (hours, "2026-10-25 02:30+02:00", 60, "2026-10-25 02:30+01:00");
  assert_between (hours, "2026-10-25 00:00+02:00", "2026-10-25 12:00+01:00", 5);
  assert_added (usual, "2026-03-27 17:30+01:00", 120, "2026-03-30 10:30+02:00");
  assert_added (usual, "2026-10-23 17:30+02:00", 120, "2026-10-26 10:30+01:00");
  /* A span that the clock leaps over is none, one that it shows twice counts twice. */
  assert_moment (ante_working_hours_next (gone, at ("2026-03-28 12:00+01:00")),
                 "2026-04-05 02:10+02:00");
  assert_added (gone, "2026-10-25 02:40+02:00", 20, "2026-10-25 02:20+01:00");
}

static void
test_new_york_loses_an_hour_and_gets_it_back (void)
{
  g_autoptr (AnteWorkingHours) hours = make ("America/New_York", "Sun 0-6");
  g_autoptr (AnteWorkingHours) usual = make ("America/New_York", "Mon-Fri 9-18");

  assert_between (hours, "2026-03-08 00:00-05:00", "2026-03-09 00:00-04:00", 5);
  assert_added (hours, "2026-03-08 01:30-05:00", 60, "2026-03-08 03:30-04:00");
  assert_between (hours, "2026-11-01 00:00-04:00", "2026-11-02 00:00-05:00", 7);
  assert_added (hours, "2026-11-01 01:30-04:00", 60, "2026-11-01 01:30-05:00");
  assert_added (usual, "2026-03-06 17:30-05:00", 120, "2026-03-09 10:30-04:00");
  assert_added (usual, "2026-10-30 17:30-04:00", 120, "2026-11-02 10:30-05:00");
}

static void
test_lord_howe_changes_by_half_an_hour (void)
{
  g_autoptr (AnteWorkingHours) hours = make ("Australia/Lord_Howe", "Sun 1-3");

  assert_between (hours, "2026-04-05 00:00+11:00", "2026-04-05 12:00+10:30", 2.5);
  assert_added (hours, "2026-04-05 01:45+11:00", 30, "2026-04-05 01:45+10:30");
  assert_between (hours, "2026-10-04 00:00+10:30", "2026-10-04 12:00+11:00", 1.5);
  assert_added (hours, "2026-10-04 01:45+10:30", 30, "2026-10-04 02:45+11:00");
}

static void
test_apia_had_no_thirtieth_of_december (void)
{
  g_autoptr (AnteWorkingHours) hours = make ("Pacific/Apia", "Mon-Sun 9-18");
  g_autoptr (AnteWorkingHours) fridays = make ("Pacific/Apia", "Fri 9-18");

  assert_added (hours, "2011-12-29 17:00-10:00", 120, "2011-12-31 10:00+14:00");
  assert_between (hours, "2011-12-29 00:00-10:00", "2012-01-01 00:00+14:00", 18);
  assert_moment (ante_working_hours_next (fridays, at ("2011-12-29 12:00-10:00")),
                 "2012-01-06 09:00+14:00");
}

static void
test_clock_may_change_at_midnight (void)
{
  g_autoptr (AnteWorkingHours) hours = make ("America/Sao_Paulo", "Sat 22-24; Sun 0-2");

  /* Midnight never came, and came twice. */
  assert_between (hours, "2017-10-14 12:00-03:00", "2017-10-15 12:00-02:00", 3);
  assert_added (hours, "2017-10-14 22:00-03:00", 150, "2017-10-15 01:30-02:00");
  assert_between (hours, "2018-02-17 12:00-02:00", "2018-02-18 12:00-03:00", 5);
  assert_added (hours, "2018-02-17 22:00-02:00", 150, "2018-02-17 23:30-03:00");
}

/* --- bounds --------------------------------------------------------------------------------- */

static void
test_what_never_opens_is_never (void)
{
  g_autoptr (AnteWorkingHours) closed = hours_of ("{'zone': 'Europe/Berlin', 'week': {}}");
  g_autoptr (AnteWorkingHours) away = hours_of (
    "{'zone': 'Europe/Berlin', 'holidays': [{'from': '2026-01-01', 'until': '2027-12-31'}]}");
  gint64 start = at ("2026-01-01 00:00+01:00");

  g_assert_cmpint (ante_working_hours_next (closed, start), ==, -1);
  g_assert_cmpint (ante_working_hours_add (closed, start, 1), ==, -1);
  g_assert_cmpint (ante_working_hours_add (closed, start, 0), ==, -1);
  g_assert_cmpint (ante_working_hours_between (closed, start, start + HOUR_MS), ==, 0);
  g_assert_false (ante_working_hours_is_within (closed, start));
  g_assert_cmpint (ante_working_hours_next (away, start), ==, -1);
  g_assert_cmpint (ante_working_hours_add (away, start - 120 * HOUR_MS, 60 * 40), ==, -1);
  /* 3 January 2028, 400 days on and a minute less. */
  assert_moment (ante_working_hours_next (away, at ("2026-11-29 09:00+01:00")),
                 "2028-01-03 09:00+01:00");
  g_assert_cmpint (ante_working_hours_next (away, at ("2026-11-29 09:00+01:00") - 1), ==, -1);
}

static void
test_far_moments_are_refused (void)
{
  g_autoptr (AnteWorkingHours) hours = make ("Europe/Berlin", "Mon 9:00-9:01");
  gint64 start = at ("2026-01-01 00:00+01:00");
  static const gint64 far[] = { -1, G_MININT64, ANTE_WORKING_HOURS_END_MS, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (far); i++) {
    g_assert_false (ante_working_hours_is_within (hours, far[i]));
    g_assert_cmpint (ante_working_hours_next (hours, far[i]), ==, -1);
    g_assert_cmpint (ante_working_hours_add (hours, far[i], 1), ==, -1);
    g_assert_cmpint (ante_working_hours_between (hours, far[i], start), ==, -1);
    g_assert_cmpint (ante_working_hours_between (hours, start, far[i]), ==, -1);
  }
  g_assert_cmpint (ante_working_hours_add (hours, start, 520), >, start);
  /* A minute a week: after more than ten years. */
  g_assert_cmpint (ante_working_hours_add (hours, start, 530), ==, -1);
  g_assert_cmpint (ante_working_hours_add (hours, start, G_MAXINT64), ==, -1);
  g_assert_cmpint (ante_working_hours_add (hours, start, -1), ==, -1);
  g_assert_cmpint (ante_working_hours_add (hours, start, G_MININT64), ==, -1);
  g_assert_cmpint (ante_working_hours_between (hours, 0, start), ==, -1);
  g_assert_cmpint (ante_working_hours_next (hours, 0), ==, 4 * 24 * HOUR_MS + 8 * HOUR_MS);
}

static void
test_holidays_before_1970_are_let_be (void)
{
  g_autoptr (AnteWorkingHours) hours =
    hours_of ("{'zone': 'UTC', 'holidays': [{'from': '1960-01-01'}, {'from': '1969-05-01'}]}");

  g_assert_true (ante_working_hours_is_within (hours, 10 * HOUR_MS));
}

/* --- JSON ----------------------------------------------------------------------------------- */

static void
test_written_hours_are_read_as_the_same (void)
{
  static const char *const cases[] = {
    "{'zone':'Europe/Berlin'}",
    "{'zone':'UTC','week':{}}",
    "{'zone':'Australia/Lord_Howe','week':{'sun':[{'from':'22:15','until':'24:00'},"
    "{'from':'00:00','until':'02:00'}],'mon':[{'from':'09:00','until':'12:00'},"
    "{'from':'12:00','until':'13:00'}]},'holidays':[{'from':'2026-12-24','until':'2027-01-06'},"
    "{'from':'2026-05-01'}]}",
  };
  g_autoptr (AnteWorkingHours) other = make ("Europe/Berlin", "Mon-Fri 9-17:59");
  g_autoptr (AnteWorkingHours) usual = hours_of (cases[0]);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AnteWorkingHours) hours = hours_of (cases[i]);
    g_autofree char *written = ante_working_hours_write (hours);
    g_autoptr (AnteWorkingHours) again = hours_of (written);

    g_assert_true (ante_working_hours_equal (hours, again));
    g_assert_cmpint (ante_working_hours_equal (hours, usual), ==, i == 0);
    g_assert_false (ante_working_hours_equal (hours, other));
  }
}

static void
test_what_is_wrong_is_named_by_its_path (void)
{
  static const struct {
    const char *json;
    const char *problem;
  } cases[] = {
    { "{}", "zone: is missing" },
    { "{'zone':'Mars/Olympus'}", "zone: is no time zone" },
    { "{'zone':'leapseconds'}", "zone: is no time zone" },
    { "{'zone':'../../../etc/passwd'}", "zone: is no time zone" },
    { "{'zone':'CET-1CEST'}", "zone: is no time zone" },
    { "{'zone':'+05:00'}", "zone: is no time zone" },
    { "{'zone':''}", "zone: is no time zone" },
    { "{'zone':7}", "zone: is no text" },
    { "{'zone':'UTC','week':[]}", "week: is no object" },
    { "{'zone':'UTC','week':{'mond':[]}}", "week.mond: is no day" },
    { "{'zone':'UTC','week':{'mon':{}}}", "week.mon: is no list" },
    { "{'zone':'UTC','week':{'mon':[7]}}", "week.mon[0]: is no object" },
    { "{'zone':'UTC','week':{'mon':[{'from':'09:00'}]}}", "week.mon[0].until: is missing" },
    { "{'zone':'UTC','week':{'mon':[{'from':'9','until':'12:00'}]}}",
      "week.mon[0].from: is no time" },
    { "{'zone':'UTC','week':{'mon':[{'from':'09:60','until':'12:00'}]}}",
      "week.mon[0].from: is no time" },
    { "{'zone':'UTC','week':{'mon':[{'from':'09:00','until':'24:01'}]}}",
      "week.mon[0].until: is no time" },
    { "{'zone':'UTC','week':{'mon':[{'from':'22:00','until':'02:00'}]}}",
      "week.mon[0].until: is not after" },
    { "{'zone':'UTC','week':{'tue':[{'from':'09:00','until':'12:00'},"
      "{'from':'11:59','until':'13:00'}]}}",
      "week.tue[1].from: is within another" },
    { "{'zone':'UTC','holidays':[{}]}", "holidays[0].from: is missing" },
    { "{'zone':'UTC','holidays':[{'from':'2026-02-30'}]}", "holidays[0].from: is no day" },
    { "{'zone':'UTC','holidays':[{'from':'0001-02-03'}]}", "holidays[0].from: is no day" },
    { "{'zone':'UTC','holidays':[{'from':'2026-01-02','until':'2026-01-01'}]}",
      "holidays[0].until: is before" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (AnteWorkingHours) hours = parse (cases[i].json, &error);

    g_assert_null (hours);
    g_assert_error (error, ANTE_PLAYBOOK_ERROR, ANTE_PLAYBOOK_ERROR_FIELD);
    if (!g_str_has_prefix (error->message, cases[i].problem))
      g_error ("%s: %s, not %s", cases[i].json, error->message, cases[i].problem);
  }
}

static void
test_what_is_no_document_is_refused (void)
{
  g_autofree char *deep = g_strnfill (10000, '[');
  g_autofree char *spaces = g_strnfill (300 * 1024, ' ');
  g_autofree char *large = g_strconcat ("{\"zone\":\"UTC\"}", spaces, NULL);
  const char *const cases[] = { "", "[]", "{", "7", "\xff", deep, large };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (ante_working_hours_parse (cases[i], -1, &error));
    g_assert_error (error, ANTE_PLAYBOOK_ERROR, ANTE_PLAYBOOK_ERROR_JSON);
  }
}

static void
test_impossible_spans_make_no_hours (void)
{
  static const AnteWorkingSpan bad[] = {
    { 0, 0, 60 }, { 8, 0, 60 }, { 1, -1, 60 }, { 1, 60, 60 }, { 1, 60, 1441 },
  };
  static const AnteWorkingSpan twice[] = { { 3, 60, 120 }, { 3, 0, 61 } };
  static const AnteHolidays backwards = { 20260102, 20260101 };
  static const AnteHolidays no_day = { 20260230, 20260301 };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (ante_working_hours_new (zone, &bad[i], 1, NULL, 0));
  g_assert_null (ante_working_hours_new (zone, twice, 2, NULL, 0));
  g_assert_null (ante_working_hours_new (zone, NULL, 0, &backwards, 1));
  g_assert_null (ante_working_hours_new (zone, NULL, 0, &no_day, 1));
}

/* --- words ---------------------------------------------------------------------------------- */

static void
test_a_week_is_said_and_read_in_words (void)
{
  static const struct {
    const char *typed;
    const char *said;
  } cases[] = {
    { "mon-fri 9-12, 14:00 - 18", "Mon–Fri 9:00–12:00, 14:00–18:00" },
    { "Mon–Fri 9–18; Sat 10–12:30", "Mon–Fri 9:00–18:00; Sat 10:00–12:30" },
    { "saturday, sunday 0-24", "Sat, Sun 0:00–24:00" },
    { "Mon, Wed-Fri 9am-5 pm, Tue 9:30-12", "Mon, Wed–Fri 9:00–17:00; Tue 9:30–12:00" },
    { "fri–tue 22–24", "Mon, Tue, Fri–Sun 22:00–24:00" },
    { "mon 9-12 mon 12-13", "Mon 9:00–13:00" },
    { "Never", "never" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AnteWorkingHours) hours = make ("UTC", cases[i].typed);
    g_autofree char *said = ante_working_hours_to_words (hours);
    g_autoptr (AnteWorkingHours) again = make ("UTC", said);

    g_assert_cmpstr (said, ==, cases[i].said);
    g_assert_true (ante_working_hours_equal (hours, again));
  }
}

static void
test_what_is_no_week_is_not_understood (void)
{
  g_autofree char *long_words = g_strnfill (5000, 'm');
  const char *const cases[] = {
    "",           "mon",         "9-12",          "mon 9",        "mon 12-9",  "mon 9-25",
    "mon 9:7-12", "mon 9:60-12", "mon 13pm-14pm", "someday 9-12", "mon- 9-12", "mon 9-12 %s%n",
    "\xff",       long_words,    "mon 9-99999",   "mon,, 9-12",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AnteWorkingSpan));

    if (ante_working_hours_read_words (cases[i], spans))
      g_error ("understood: %s", cases[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/working-hours/row-48",
                   test_two_hours_late_in_the_day_end_on_the_next_working_day);
  g_test_add_func ("/working-hours/split-days", test_what_ends_with_a_span_ends_there);
  g_test_add_func ("/working-hours/holidays", test_nobody_works_on_holidays);
  g_test_add_func ("/working-hours/midnight", test_night_goes_over_midnight);
  g_test_add_func ("/working-hours/berlin", test_berlin_loses_an_hour_and_gets_it_back);
  g_test_add_func ("/working-hours/new-york", test_new_york_loses_an_hour_and_gets_it_back);
  g_test_add_func ("/working-hours/lord-howe", test_lord_howe_changes_by_half_an_hour);
  g_test_add_func ("/working-hours/apia", test_apia_had_no_thirtieth_of_december);
  g_test_add_func ("/working-hours/change-at-midnight", test_clock_may_change_at_midnight);
  g_test_add_func ("/working-hours/never", test_what_never_opens_is_never);
  g_test_add_func ("/working-hours/far", test_far_moments_are_refused);
  g_test_add_func ("/working-hours/old-holidays", test_holidays_before_1970_are_let_be);
  g_test_add_func ("/working-hours/json", test_written_hours_are_read_as_the_same);
  g_test_add_func ("/working-hours/json-paths", test_what_is_wrong_is_named_by_its_path);
  g_test_add_func ("/working-hours/json-refused", test_what_is_no_document_is_refused);
  g_test_add_func ("/working-hours/impossible", test_impossible_spans_make_no_hours);
  g_test_add_func ("/working-hours/words", test_a_week_is_said_and_read_in_words);
  g_test_add_func ("/working-hours/words-refused", test_what_is_no_week_is_not_understood);
  return g_test_run ();
}
