#include "config.h"

#include "rules/ante-label.h"
#include "rules/ante-when.h"

/* In Berlin, on a Wednesday. */
static gint64
at (int day, int hour, int minute)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) time = g_date_time_new (zone, 2026, 3, day, hour, minute, 0);

  return g_date_time_to_unix (time) * 1000;
}

static char *
say (gint64 ms)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (ms / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return ms > 0 ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup ("");
}

static void
assert_parsed (const char *text, gint64 now, const char *expected)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autofree char *said = say (ante_when_parse (text, now, zone));

  if (!g_str_equal (said, expected))
    g_error ("%s: %s, not %s", text, said, expected);
}

static void
assert_chosen (AnteWhen when, gint64 now, const char *expected)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autofree char *said = say (ante_when_choose (when, now, zone));

  g_assert_cmpstr (said, ==, expected);
}

static void
test_typed_words_are_times (void)
{
  gint64 now = at (4, 11, 20);

  assert_parsed ("fri 4pm", now, "2026-03-06 16:00");
  assert_parsed ("Friday, 4:30 pm", now, "2026-03-06 16:30");
  assert_parsed ("wed 4pm", now, "2026-03-04 16:00");
  assert_parsed ("wed 9am", now, "2026-03-11 09:00");
  assert_parsed ("wednesday", now, "2026-03-11 09:00");
  assert_parsed ("tomorrow 9", now, "2026-03-05 09:00");
  assert_parsed ("tomorrow afternoon", now, "2026-03-05 14:00");
  assert_parsed ("16:30", now, "2026-03-04 16:30");
  assert_parsed ("9:00", now, "2026-03-05 09:00");
  assert_parsed ("in 3 hours", now, "2026-03-04 14:20");
  assert_parsed ("90 min", now, "2026-03-04 12:50");
  assert_parsed ("in 2 weeks", now, "2026-03-18 09:00");
  assert_parsed ("in a week", now, "2026-03-11 09:00");
  assert_parsed ("next month", now, "2026-04-04 09:00");
  assert_parsed ("in april", now, "2026-04-01 09:00");
  assert_parsed ("in march", now, "2027-03-01 09:00");
  assert_parsed ("4 apr 18:00", now, "2026-04-04 18:00");
  assert_parsed ("april 4th", now, "2026-04-04 09:00");
  assert_parsed ("12.3. 14:00", now, "2026-03-12 14:00");
  assert_parsed ("1.2.2027", now, "2027-02-01 09:00");
  assert_parsed ("2026-05-01", now, "2026-05-01 09:00");
  assert_parsed ("today", now, "2026-03-04 15:00");
  assert_parsed ("tonight", now, "2026-03-04 20:00");
}

static void
test_what_is_no_time_to_come_is_none (void)
{
  gint64 now = at (4, 11, 20);

  assert_parsed ("", now, "");
  assert_parsed ("   ", now, "");
  assert_parsed (NULL, now, "");
  assert_parsed ("soon", now, "");
  assert_parsed ("25:00", now, "");
  assert_parsed ("13pm", now, "");
  assert_parsed ("30 feb", now, "");
  assert_parsed ("2025-01-01", now, "");
  assert_parsed ("today 9:00", now, "");
  assert_parsed ("in 0 days", now, "");
  assert_parsed ("99999999999999999999", now, "");
  assert_parsed ("2199-01-01", now, "");
  assert_parsed ("in 3 hours tomorrow", now, "");
  assert_parsed ("a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g", now, "");
  assert_parsed ("\xff", now, "");
}

/* The clock goes forward in the night to 29 March. */
static void
test_hours_are_those_of_the_wall (void)
{
  assert_parsed ("tomorrow 9", at (28, 22, 0), "2026-03-29 09:00");
  assert_chosen (ANTE_WHEN_MONDAY, at (28, 22, 0), "2026-03-30 09:00");
}

static void
test_choices (void)
{
  gint64 now = at (4, 11, 20);

  assert_chosen (ANTE_WHEN_LATER_TODAY, now, "2026-03-04 15:00");
  assert_chosen (ANTE_WHEN_LATER_TODAY, at (4, 19, 10), "2026-03-04 21:00");
  assert_chosen (ANTE_WHEN_LATER_TODAY, at (4, 21, 30), "2026-03-04 23:00");
  assert_chosen (ANTE_WHEN_LATER_TODAY, at (4, 23, 10), "");
  assert_chosen (ANTE_WHEN_TOMORROW, now, "2026-03-05 09:00");
  assert_chosen (ANTE_WHEN_MONDAY, now, "2026-03-09 09:00");
  assert_chosen (ANTE_WHEN_MONDAY, at (9, 8, 0), "2026-03-16 09:00");
  assert_chosen (ANTE_WHEN_TWO_WEEKS, now, "2026-03-18 09:00");
  assert_chosen (ANTE_WHEN_NEXT_MONTH, at (31, 8, 0), "2026-04-30 09:00");
}

static void
test_names_of_labels (void)
{
  g_autofree char *spaced = ante_label_clean ("  very\n hot\t lead ");
  g_autofree char *longest = ante_label_clean ("äääääääääääääääääääääääääääääää");
  g_autofree char *most = ante_label_clean ("ääääääääääääääääääääääääääääää");

  g_assert_cmpstr (spaced, ==, "very hot lead");
  g_assert_null (longest);
  g_assert_cmpint (g_utf8_strlen (most, -1), ==, ANTE_LABEL_MAX_CHARS);
  g_assert_null (ante_label_clean (" \n "));
  g_assert_null (ante_label_clean (NULL));
  g_assert_true (ante_label_is_same ("ÜBER", "über"));
  g_assert_false (ante_label_is_same ("uber", "über"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when/typed-words", test_typed_words_are_times);
  g_test_add_func ("/when/no-time", test_what_is_no_time_to_come_is_none);
  g_test_add_func ("/when/hours-of-the-wall", test_hours_are_those_of_the_wall);
  g_test_add_func ("/when/choices", test_choices);
  g_test_add_func ("/label/names", test_names_of_labels);
  return g_test_run ();
}
