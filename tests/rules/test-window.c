#include "config.h"

#include "rules/ante-window.h"

#define T0 G_GINT64_CONSTANT (1772648527000)

static void
test_nobody_may_write_to_who_never_wrote (void)
{
  AnteWindow window = ante_window_compute (0, 0, TRUE, T0);

  g_assert_cmpint (window.state, ==, ANTE_WINDOW_NONE);
  g_assert_cmpint (window.automation_until, ==, 0);
  g_assert_cmpint (window.human_until, ==, 0);
}

static void
test_window_closes_to_the_millisecond_after_24_hours (void)
{
  g_assert_cmpint (ante_window_compute (T0, 0, FALSE, T0 + ANTE_DAY_MS - 1).state, ==,
                   ANTE_WINDOW_OPEN);
  g_assert_cmpint (ante_window_compute (T0, 0, FALSE, T0 + ANTE_DAY_MS).state, ==,
                   ANTE_WINDOW_CLOSED);
}

static void
test_person_has_seven_days_only_with_the_tag (void)
{
  g_assert_cmpint (ante_window_compute (T0, 0, TRUE, T0 + ANTE_DAY_MS).state, ==,
                   ANTE_WINDOW_HUMAN);
  g_assert_cmpint (ante_window_compute (T0, 0, TRUE, T0 + 7 * ANTE_DAY_MS - 1).state, ==,
                   ANTE_WINDOW_HUMAN);
  g_assert_cmpint (ante_window_compute (T0, 0, TRUE, T0 + 7 * ANTE_DAY_MS).state, ==,
                   ANTE_WINDOW_CLOSED);
}

static void
test_ad_window_counts_from_the_first_message (void)
{
  AnteWindow window = ante_window_compute (T0 + 3 * ANTE_DAY_MS, T0, FALSE, T0 + 5 * ANTE_DAY_MS);

  g_assert_cmpint (window.state, ==, ANTE_WINDOW_OPEN);
  g_assert_true (window.by_ad);
  g_assert_cmpint (window.automation_until, ==, T0 + 7 * ANTE_DAY_MS);

  /* Past the ad's seven days a later message opens the plain 24 hours again. */
  window = ante_window_compute (T0 + 10 * ANTE_DAY_MS, T0, FALSE, T0 + 10 * ANTE_DAY_MS + 1);
  g_assert_false (window.by_ad);
  g_assert_cmpint (window.automation_until, ==, T0 + 11 * ANTE_DAY_MS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/nobody-may-write-to-who-never-wrote",
                   test_nobody_may_write_to_who_never_wrote);
  g_test_add_func ("/window/closes-to-the-millisecond",
                   test_window_closes_to_the_millisecond_after_24_hours);
  g_test_add_func ("/window/person-has-seven-days-with-the-tag",
                   test_person_has_seven_days_only_with_the_tag);
  g_test_add_func ("/window/ad-counts-from-the-first-message",
                   test_ad_window_counts_from_the_first_message);
  return g_test_run ();
}
