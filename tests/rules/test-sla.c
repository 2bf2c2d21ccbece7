#include "config.h"

#include "rules/ante-sla.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define HOUR_MS (60 * MINUTE_MS)

static AnteWorkingHours *
usual (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  return ante_working_hours_new_usual (zone);
}

/* A day of November 2026 in Berlin; the 26th is a Thursday. */
static gint64
at (int day, int hour, int minute)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) time = g_date_time_new (zone, 2026, 11, day, hour, minute, 0);

  return g_date_time_to_unix (time) * 1000;
}

static void
assert_sla (gint64 now, AnteSlaState state, gint64 left, gint64 rests_until, const char *words)
{
  g_autoptr (AnteWorkingHours) hours = usual ();
  AnteSla sla = ante_sla_at (at (26, 17, 30), 120, hours, now);
  g_autofree char *said = ante_sla_to_words (&sla, now);

  g_assert_cmpstr (said, ==, words);
  g_assert_cmpint (sla.state, ==, state);
  g_assert_cmpint (sla.left_minutes, ==, left);
  g_assert_cmpint (sla.rests_until, ==, rests_until);
  g_assert_cmpint (sla.risk_at, ==, at (27, 10, 0));
  g_assert_cmpint (sla.due_at, ==, at (27, 10, 30));
  g_assert_true (sla.by_hours);
}

static void
test_clock_runs_in_working_time (void)
{
  gint64 morning = at (27, 9, 0);

  assert_sla (at (26, 17, 30), ANTE_SLA_RUNNING, 120, 0, "2 h left of working time");
  assert_sla (at (26, 17, 50) + 1, ANTE_SLA_RUNNING, 100, 0, "1 h 40 min left of working time");
  assert_sla (at (26, 18, 0), ANTE_SLA_RUNNING, 90, morning, "1 h 30 min left of working time");
  assert_sla (at (27, 3, 0), ANTE_SLA_RUNNING, 90, morning, "1 h 30 min left of working time");
  assert_sla (at (27, 10, 0) - 1, ANTE_SLA_RUNNING, 31, 0, "31 min left of working time");
  assert_sla (at (27, 10, 0), ANTE_SLA_AT_RISK, 30, 0, "30 min left of working time");
  assert_sla (at (27, 10, 30) - 1, ANTE_SLA_AT_RISK, 1, 0, "1 min left of working time");
  assert_sla (at (27, 10, 30), ANTE_SLA_BREACHED, 0, 0, "breached just now");
  assert_sla (at (27, 11, 10), ANTE_SLA_BREACHED, 0, 0, "breached 40 min ago");
  assert_sla (at (27, 12, 40), ANTE_SLA_BREACHED, 0, 0, "breached 2 h 10 min ago");
  assert_sla (at (30, 10, 29), ANTE_SLA_BREACHED, 0, 0, "breached 2 days ago");
  /* Where the clocks of two computers differ, it has not begun. */
  assert_sla (at (26, 17, 20), ANTE_SLA_RUNNING, 120, 0, "2 h left of working time");
}

static void
test_long_windows_are_counted_in_hours_of_work (void)
{
  g_autoptr (AnteWorkingHours) hours = usual ();
  AnteSla sla = ante_sla_at (at (2, 9, 0), 60 * 60, hours, at (2, 9, 0));
  g_autofree char *said = ante_sla_to_words (&sla, at (2, 9, 0));

  g_assert_cmpstr (said, ==, "60 h left of working time");
}

static void
test_clock_without_hours_always_runs (void)
{
  gint64 start = at (28, 3, 0);
  AnteSla sla = ante_sla_at (start, 60 * 72, NULL, start + 24 * HOUR_MS);
  g_autofree char *said = ante_sla_to_words (&sla, start + 24 * HOUR_MS);

  g_assert_cmpint (sla.due_at, ==, start + 72 * HOUR_MS);
  g_assert_cmpint (sla.risk_at, ==, start + 54 * HOUR_MS);
  g_assert_cmpint (sla.rests_until, ==, 0);
  g_assert_false (sla.by_hours);
  g_assert_cmpstr (said, ==, "2 days left");
}

static void
test_risk_of_a_minute_is_counted_in_seconds (void)
{
  gint64 start = at (26, 10, 0);
  AnteSla sla = ante_sla_at (start, 1, NULL, start + 44999);

  g_assert_cmpint (sla.state, ==, ANTE_SLA_RUNNING);
  g_assert_cmpint (sla.risk_at, ==, start + 45000);
}

static void
test_hours_that_never_come_do_not_stop_the_clock (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (AnteWorkingHours) never = ante_working_hours_new (zone, NULL, 0, NULL, 0);
  AnteSla sla = ante_sla_at (at (26, 10, 0), 120, never, at (26, 12, 0));

  g_assert_cmpint (sla.state, ==, ANTE_SLA_BREACHED);
  g_assert_cmpint (sla.due_at, ==, at (26, 12, 0));
  g_assert_false (sla.by_hours);
}

static void
test_without_a_promise_there_is_no_clock (void)
{
  static const struct {
    gint64 started_at;
    gint64 window;
  } cases[] = { { 0, 120 },   { -5, 120 },         { 1000, 0 },
                { 1000, -1 }, { G_MAXINT64, 120 }, { 1000, G_MAXINT64 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AnteWorkingHours) hours = usual ();
    AnteSla sla = ante_sla_at (cases[i].started_at, cases[i].window, hours, at (26, 10, 0));

    g_assert_cmpint (sla.state, ==, ANTE_SLA_NONE);
    g_assert_cmpint (sla.due_at, ==, 0);
    g_assert_null (ante_sla_to_words (&sla, at (26, 10, 0)));
  }
}

static void
test_states_have_nicks (void)
{
  AnteSlaState state = ANTE_SLA_NONE;

  for (int i = 0; i < ANTE_SLA_N_STATES; i++) {
    g_assert_true (ante_sla_state_from_nick (ante_sla_state_to_nick ((AnteSlaState) i), &state));
    g_assert_cmpint (state, ==, i);
  }
  g_assert_false (ante_sla_state_from_nick ("late", &state));
  g_assert_false (ante_sla_state_from_nick (NULL, &state));
  g_assert_cmpint (state, ==, ANTE_SLA_BREACHED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sla/working-time", test_clock_runs_in_working_time);
  g_test_add_func ("/sla/long-windows", test_long_windows_are_counted_in_hours_of_work);
  g_test_add_func ("/sla/always", test_clock_without_hours_always_runs);
  g_test_add_func ("/sla/a-minute", test_risk_of_a_minute_is_counted_in_seconds);
  g_test_add_func ("/sla/never-open", test_hours_that_never_come_do_not_stop_the_clock);
  g_test_add_func ("/sla/none", test_without_a_promise_there_is_no_clock);
  g_test_add_func ("/sla/nicks", test_states_have_nicks);
  return g_test_run ();
}
