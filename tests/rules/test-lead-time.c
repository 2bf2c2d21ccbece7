#include "config.h"

#include "rules/ante-lead-time.h"
#include "rules/ante-zone.h"

static gint64
at (const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time) * 1000;
}

static void
assert_words (const char *moment, const char *zone, const char *expected)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  AnteLeadTime time = ante_lead_time_at (at (moment), zone, berlin);
  g_autofree char *said = ante_lead_time_to_words (&time);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_moment_is_said_as_the_lead_has_it (void)
{
  assert_words ("2026-11-26T10:05:00+01:00", "Europe/London", "9:05 for them");
  assert_words ("2026-11-26T20:00:00+01:00", "Asia/Kathmandu", "Fri 0:45 for them");
  assert_words ("2026-11-26T02:00:00+01:00", "America/New_York", "Wed 20:00 for them");
  assert_words ("2026-11-26T10:05:00+01:00", "Europe/Vienna", NULL);
  assert_words ("2026-11-26T10:05:00+01:00", "Mars/Olympus", NULL);
  assert_words ("2026-11-26T10:05:00+01:00", NULL, NULL);
}

static void
test_moment_has_the_leads_day_and_clock (void)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  AnteLeadTime time =
    ante_lead_time_at (at ("2026-12-31T20:00:00+01:00"), "Pacific/Auckland", berlin);

  g_assert_true (time.known);
  g_assert_cmpint (time.weekday, ==, 5);
  g_assert_cmpint (time.minutes, ==, 8 * 60);
  g_assert_cmpint (time.days, ==, 1);
  g_assert_cmpint (time.ahead_minutes, ==, 12 * 60);
  g_assert_false (time.is_polite);

  time = ante_lead_time_at (at ("2026-12-31T20:00:00+01:00"), "America/New_York", berlin);
  g_assert_cmpint (time.ahead_minutes, ==, -6 * 60);
  g_assert_cmpint (time.days, ==, 0);
  g_assert_true (time.is_polite);

  time = ante_lead_time_at (G_MAXINT64, "America/New_York", berlin);
  g_assert_false (time.known);
}

static void
assert_polite (const char *planned, const char *zone, const char *expected)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  g_assert_cmpint (ante_lead_time_polite (at (planned), zone, berlin), ==, at (expected));
}

static void
test_plan_is_pushed_into_a_polite_hour (void)
{
  assert_polite ("2026-11-26T14:00:00+01:00", "America/New_York", "2026-11-26T09:00:00-05:00");
  assert_polite ("2026-11-26T15:00:00+01:00", "America/New_York", "2026-11-26T09:00:00-05:00");
  assert_polite ("2026-11-26T15:01:00+01:00", "America/New_York", "2026-11-26T09:01:00-05:00");
  assert_polite ("2026-11-26T19:59:00+13:00", "Pacific/Auckland", "2026-11-26T19:59:00+13:00");
  assert_polite ("2026-11-26T20:00:00+13:00", "Pacific/Auckland", "2026-11-27T09:00:00+13:00");
  /* Over a change of the clock, and over a day that never was. */
  assert_polite ("2026-03-28T21:00:00+01:00", "Europe/Vienna", "2026-03-29T09:00:00+02:00");
  assert_polite ("2011-12-29T21:00:00-10:00", "Pacific/Apia", "2011-12-31T09:00:00+14:00");
  /* Whose zone is not known is where the coach is. */
  assert_polite ("2026-11-26T06:00:00+01:00", NULL, "2026-11-26T09:00:00+01:00");
  assert_polite ("2026-11-26T06:00:00+01:00", "Mars/Olympus", "2026-11-26T09:00:00+01:00");
  assert_polite ("2200-01-01T03:00:00+01:00", NULL, "2200-01-01T03:00:00+01:00");
}

static void
test_zones_are_found_by_their_names_alone (void)
{
  static const char *const good[] = { "Europe/Berlin", "America/Argentina/Buenos_Aires",
                                      "Etc/GMT+5", "UTC", "America/Port-au-Prince" };
  static const char *const bad[] = { NULL,
                                     "",
                                     "leapseconds",
                                     "zone.tab",
                                     "Europe",
                                     "/etc/hosts",
                                     "A/../../etc/passwd",
                                     "EST5EDT4,M3",
                                     "+01:00",
                                     "Europe/Berlin\n",
                                     "Zürich",
                                     "localtime" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GTimeZone) zone = ante_zone_find (good[i]);

    g_assert_nonnull (zone);
    g_assert_cmpstr (g_time_zone_get_identifier (zone), ==, good[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (ante_zone_find (bad[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lead-time/words", test_moment_is_said_as_the_lead_has_it);
  g_test_add_func ("/lead-time/moment", test_moment_has_the_leads_day_and_clock);
  g_test_add_func ("/lead-time/polite", test_plan_is_pushed_into_a_polite_hour);
  g_test_add_func ("/lead-time/zones", test_zones_are_found_by_their_names_alone);
  return g_test_run ();
}
