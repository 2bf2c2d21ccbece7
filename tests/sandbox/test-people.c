#include <glib/gstdio.h>
#include <string.h>

#include "ante-test.h"
#include "sandbox-fixture.h"

/* People who play by themselves, in a scenario of the test's own. */

static const char scenario[] =
  "{\"account\": {\"username\": \"coach.test\"},"
  " \"media\": [{\"id\": \"17950000000000042\", \"kind\": \"REELS\", \"when\": \"-3d\"}],"
  " \"people\": ["
  "  {\"handle\": \"ann\", \"thread\": [[\"-2h\", \"in\", \"hi\"], [\"+3m\", \"in\", \"you "
  "there?\"]],"
  "   \"replies\": [{\"after\": 60, \"match\": \"PRICE|cost\", \"text\": \"too much\"},"
  "                 {\"after\": 600, \"text\": \"ok\"}]},"
  "  {\"handle\": \"bob\", \"thread\": [[\"-1h\", \"in\", \"one\"], [\">30m\", \"in\", "
  "\"two\"]]}],"
  " \"standing\": [{\"handle\": \"bob\", \"acts\": []}, {\"handle\": \"ann\", \"acts\": ["
  "  [\"-2d\", \"owner\", \"setter:Zoe\", \"more time\"], [\"+1h\", \"touch\", \"referral\", "
  "\"Bob\"],"
  "  [\"-3h\", \"next\", \"call\", \"+2d 10:30\"], [\"-2h\", \"next\", \"call\", \"fri 15:00\"],"
  "  [\"-1h\", \"next\", \"call\", \"today 2h\"], [\"-1h\", \"owner\", \"none\"], [\"-1m\", "
  "\"done\"]]}]}";

typedef struct {
  Fixture fixture;
  char *dir;
  char *file;
} People;

static void
set_up (People *people, gconstpointer data)
{
  SandboxOptions options = { .seed = 1 };
  g_autoptr (GError) error = NULL;

  people->dir = test_make_dir ();
  people->file = g_build_filename (people->dir, "people.json", NULL);
  g_file_set_contents (people->file, scenario, -1, &error);
  g_assert_no_error (error);
  options.scenario = people->file;
  fixture_start (&people->fixture, &options);
}

static void
tear_down (People *people, gconstpointer data)
{
  fixture_tear_down (&people->fixture, NULL);
  test_remove_dir (people->dir);
  g_free (people->dir);
  g_free (people->file);
}

/* The newest text in the thread of @handle. */
static char *
newest_of (Fixture *fixture, const char *handle)
{
  guint i = 0;

  fixture_control (fixture, "people", "{}");
  for (i = 0; i < fixture_length (fixture, "people"); i++) {
    g_autofree char *where = g_strdup_printf ("people.%u.handle", i);

    if (g_str_equal (fixture_string (fixture, where), handle))
      break;
  }
  {
    g_autofree char *where = g_strdup_printf ("people.%u.conversation_id", i);
    g_autofree char *path = g_strdup_printf ("/v25.0/%s/messages?limit=1&fields=message",
                                             fixture_string (fixture, where));

    fixture_get (fixture, path);
    fixture_assert_ok (fixture);
  }
  return g_strdup (fixture_string (fixture, "data.0.message"));
}

static char *
id_of (Fixture *fixture, const char *handle)
{
  fixture_control (fixture, "message", "{\"from\": \"%s\", \"text\": \"hm\"}", handle);
  return g_strdup (fixture_string (fixture, "igsid"));
}

static void
advance (Fixture *fixture, int seconds)
{
  fixture_control (fixture, "clock", "{\"advance_seconds\": %d}", seconds);
}

static void
test_they_answer_what_they_are_sent_once (People *people, gconstpointer data)
{
  Fixture *fixture = &people->fixture;
  g_autofree char *ann = id_of (fixture, "ann");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *other = NULL;

  fixture_send (fixture, ann, "the price is 900", FALSE);
  advance (fixture, 30);
  before = newest_of (fixture, "ann");
  g_assert_cmpstr (before, ==, "the price is 900");
  advance (fixture, 40);
  after = newest_of (fixture, "ann");
  g_assert_cmpstr (after, ==, "too much");

  /* The fitting answer is used up, so the other one comes. */
  fixture_send (fixture, ann, "the price is 800", FALSE);
  advance (fixture, 700);
  other = newest_of (fixture, "ann");
  g_assert_cmpstr (other, ==, "ok");
}

static void
test_nobody_plays_when_told_so (People *people, gconstpointer data)
{
  Fixture *fixture = &people->fixture;
  g_autofree char *ann = id_of (fixture, "ann");
  g_autofree char *newest = NULL;
  g_autofree char *held = NULL;

  fixture_control (fixture, "autoplay", "{\"on\": false}");
  fixture_send (fixture, ann, "the price is 900", FALSE);
  advance (fixture, 3600);
  newest = newest_of (fixture, "ann");
  g_assert_cmpstr (newest, ==, "the price is 900");
  held = newest_of (fixture, "bob");
  g_assert_cmpstr (held, ==, "one");
}

static void
test_some_write_by_themselves (People *people, gconstpointer data)
{
  Fixture *fixture = &people->fixture;
  g_autofree char *before = newest_of (fixture, "bob");
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "one");
  advance (fixture, 1900);
  after = newest_of (fixture, "bob");
  g_assert_cmpstr (after, ==, "two");
}

static void
test_without_a_clock_that_jumps_they_answer_too (People *people, gconstpointer data)
{
  Fixture *fixture = &people->fixture;
  g_autofree char *ann = id_of (fixture, "ann");
  g_autofree char *newest = NULL;

  fixture_send (fixture, ann, "what does it cost you?", FALSE);
  advance (fixture, 58);
  /* Two seconds are left, which pass as they do. */
  do {
    g_free (newest);
    newest = newest_of (fixture, "ann");
    test_iterate ();
  } while (!g_str_equal (newest, "too much"));
}

static void
test_what_the_coach_types_elsewhere_is_ours (People *people, gconstpointer data)
{
  Fixture *fixture = &people->fixture;
  g_autofree char *path = NULL;

  fixture_control (fixture, "elsewhere", "{\"to\": \"ann\", \"text\": \"from my phone\"}");
  path = g_strdup_printf ("/v25.0/%s?fields=from,message", fixture_string (fixture, "message_id"));
  fixture_get (fixture, path);
  g_assert_cmpstr (fixture_string (fixture, "from.username"), ==, "coach.test");
  g_assert_cmpuint (fixture_count_sent (fixture), ==, 0);
}

static GDateTime *
due_of (Fixture *fixture, guint i)
{
  g_autofree char *where = g_strdup_printf ("standing.%u.due", i);

  return g_date_time_new_from_unix_local (fixture_int (fixture, where) / 1000);
}

static void
test_where_they_stand_has_its_times_and_actors (People *people, gconstpointer data)
{
  static const char *const actors[] = { "coach",      "coach",      "setter:Zoe", "setter:Zoe",
                                        "setter:Zoe", "setter:Zoe", "setter:Zoe", "coach" };
  Fixture *fixture = &people->fixture;
  g_autoptr (GDateTime) now =
    g_date_time_new_from_unix_local (sandbox_server_get_state (fixture->server)->start / 1000);
  g_autoptr (GDateTime) in_two_days = g_date_time_add_days (now, 2);
  g_autoptr (GDateTime) first = NULL;
  g_autoptr (GDateTime) friday = NULL;
  g_autoptr (GDateTime) today = NULL;

  fixture_control (fixture, "standing", "{}");
  g_assert_cmpuint (fixture_length (fixture, "standing"), ==, G_N_ELEMENTS (actors));
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++) {
    g_autofree char *where = g_strdup_printf ("standing.%u.actor", i);

    g_assert_cmpstr (fixture_string (fixture, where), ==, actors[i]);
  }

  /* Of whom nothing was done there is only that they are there. */
  g_assert_cmpstr (fixture_string (fixture, "standing.0.handle"), ==, "bob");
  g_assert_null (fixture_look (fixture, "standing.0.what"));
  g_assert_cmpstr (fixture_string (fixture, "standing.1.detail"), ==, "more time");
  g_assert_cmpint (fixture_int (fixture, "standing.2.at") - fixture_int (fixture, "standing.1.at"),
                   ==, 3600 * 1000);
  g_assert_cmpstr (fixture_string (fixture, "standing.2.value"), ==, "referral");
  g_assert_cmpint (fixture_int (fixture, "standing.2.due"), ==, -1);

  first = due_of (fixture, 3);
  g_assert_cmpint (g_date_time_get_day_of_year (first), ==,
                   g_date_time_get_day_of_year (in_two_days));
  g_assert_cmpint (g_date_time_get_hour (first), ==, 10);
  g_assert_cmpint (g_date_time_get_minute (first), ==, 30);
  friday = due_of (fixture, 4);
  g_assert_cmpint (g_date_time_get_day_of_week (friday), ==, 5);
  g_assert_cmpint (g_date_time_get_hour (friday), ==, 15);
  g_assert_cmpint (g_date_time_compare (friday, now), >, 0);
  g_assert_cmpint (g_date_time_difference (friday, now), <=,
                   7 * G_TIME_SPAN_DAY + G_TIME_SPAN_HOUR);
  today = due_of (fixture, 5);
  g_assert_cmpint (g_date_time_get_day_of_year (today), ==, g_date_time_get_day_of_year (now));
}

#define ADD(path, function) g_test_add (path, People, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/people/they-answer-what-they-are-sent-once", test_they_answer_what_they_are_sent_once);
  ADD ("/people/nobody-plays-when-told-so", test_nobody_plays_when_told_so);
  ADD ("/people/some-write-by-themselves", test_some_write_by_themselves);
  ADD ("/people/without-a-clock-that-jumps-they-answer-too",
       test_without_a_clock_that_jumps_they_answer_too);
  ADD ("/people/what-the-coach-types-elsewhere-is-ours",
       test_what_the_coach_types_elsewhere_is_ours);
  ADD ("/people/where-they-stand-has-its-times-and-actors",
       test_where_they_stand_has_its_times_and_actors);
  return g_test_run ();
}
