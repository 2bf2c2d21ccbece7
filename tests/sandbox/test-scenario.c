#include <string.h>

#include "ante-test.h"
#include "sandbox-fixture.h"

#define ALL                                                                                        \
  "/v25.0/me/conversations?platform=instagram&limit=100&fields=id,updated_time,participants,"      \
  "messages.limit(20)%7Bid,created_time,message,from,attachments,story,reactions,is_unsupported,"  \
  "shares%7Blink%7D%7D"

static guint
count_in (const char *text, const char *what)
{
  guint n = 0;

  for (const char *p = strstr (text, what); p != NULL; p = strstr (p + 1, what))
    n++;
  return n;
}

static void
test_the_built_in_people_are_many_and_mixed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  guint n = 0;
  guint longest = 0;

  fixture_control (fixture, "people", "{}");
  n = fixture_length (fixture, "people");
  g_assert_cmpuint (n, >=, 60);
  for (guint i = 0; i < n; i++) {
    g_autofree char *where = g_strdup_printf ("people.%u.messages", i);

    longest = MAX (longest, (guint) fixture_int (fixture, where));
  }
  g_assert_cmpuint (longest, >=, 70);

  fixture_get (fixture, ALL);
  fixture_assert_ok (fixture);
  text = json_to_string (fixture->answer, FALSE);
  g_assert_cmpuint (count_in (text, "\"image_data\""), >, 1);
  g_assert_cmpuint (count_in (text, "\"video_data\""), >, 0);
  g_assert_cmpuint (count_in (text, "audio/wav"), >, 1);
  g_assert_cmpuint (count_in (text, "\"shares\""), >, 1);
  g_assert_cmpuint (count_in (text, "\"reply_to\":{\"link\""), >, 2);
  g_assert_cmpuint (count_in (text, "\"mention\""), >, 0);
  g_assert_cmpuint (count_in (text, "\"reactions\""), >, 2);
  g_assert_cmpuint (count_in (text, "\"is_unsupported\""), >, 0);
}

static void
test_where_they_stand_is_told_beside_the_wire (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wire = NULL;
  g_autofree char *beside = NULL;
  guint n = 0;

  fixture_get (fixture, ALL);
  wire = json_to_string (fixture->answer, FALSE);
  fixture_control (fixture, "standing", "{}");
  beside = json_to_string (fixture->answer, FALSE);
  n = fixture_length (fixture, "standing");
  g_assert_cmpuint (n, >, 200);
  g_assert_cmpint (fixture_int (fixture, "count"), ==, n);
  g_assert_cmpuint (count_in (beside, "setter:Maya"), >, 10);
  g_assert_cmpuint (count_in (wire, "Maya"), ==, 0);
  fixture_get (fixture, "/v25.0/me/standing");
  g_assert_cmpuint (fixture->status, ==, 400);
}

static void
refuse (const char *text)
{
  g_autofree char *dir = test_make_dir ();
  g_autofree char *file = g_build_filename (dir, "bad.json", NULL);
  SandboxOptions options = { .scenario = file };
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, text, -1, NULL);
  g_test_message ("%s", text);
  g_assert_null (sandbox_server_new (&options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_nonnull (strstr (error->message, "bad.json"));
  test_remove_dir (dir);
}

static void
refuse_act (const char *acts)
{
  g_autofree char *text = g_strdup_printf (
    "{\"people\": [{\"handle\": \"a\"}], \"standing\": [{\"handle\": \"a\", \"acts\": [%s]}]}",
    acts);

  refuse (text);
}

static void
test_a_scenario_with_a_mistake_is_refused_by_name (void)
{
  refuse ("");
  refuse ("[]");
  refuse ("{\"people\": [4]}");
  refuse ("{\"people\": [{\"name\": \"no handle\"}]}");
  refuse ("{\"people\": [{\"handle\": \"a\"}, {\"handle\": \"a\"}]}");
  refuse ("{\"people\": [{\"handle\": \"a\", \"thread\": [[\"-1x\", \"in\", \"hi\"]]}]}");
  refuse ("{\"people\": [{\"handle\": \"a\", \"thread\": [[\"-1h\", \"up\", \"hi\"]]}]}");
  refuse ("{\"people\": [{\"handle\": \"a\", \"thread\": [[\"-1h\", \"in\"]]}]}");
  refuse ("{\"people\": [{\"handle\": \"a\", \"thread\": [[\"-1h\", \"in\", \"hi\", \"song\"]]}]}");
  refuse ("{\"people\": [{\"handle\": \"a\", \"thread\": [[\"-1h\", \"in\", \"b\"],"
          " [\"-2h\", \"in\", \"a\"]]}]}");
  refuse ("{\"people\": [{\"handle\": \"a\", \"thread\": [[\">1h\", \"out\", \"hi\"]]}]}");
  refuse ("{\"people\": [{\"handle\": \"a\", \"comments\": [[\"-1h\", \"1\", \"hi\"]]}]}");
  refuse ("{\"people\": [{\"handle\": \"a\", \"replies\": [{\"after\": 3}]}]}");
  refuse ("{\"standing\": [{\"handle\": \"nobody\", \"acts\": []}]}");
  refuse_act ("[\"1h\", \"stage\", \"active\"]");
  refuse_act ("[\">1h\", \"stage\", \"active\"]");
  refuse_act ("[\"-1h\", \"stage\", \"active\"], [\"-2h\", \"stage\", \"booked\"]");
  refuse_act ("[\"-1h\", \"dance\", \"slowly\"]");
  refuse_act ("[\"-1h\", \"stage\"]");
  refuse_act ("[\"-1h\", \"next\", \"call\", \"soon\"]");
  refuse_act ("[\"-1h\", \"next\", \"call\", \"+1d 25:00\"]");
  refuse_act ("[\"-1h\", \"next\", \"call\", \"xyz 10:00\"]");
  refuse_act ("[\"-1h\", \"next\", \"call\", \"today 3h and more\"]");
  refuse ("{\"media\": [{\"id\": \"1\", \"kind\": \"REELS\", \"when\": \"-1d\"}]}");
}

static void
test_a_scenario_that_is_not_there_is_told (void)
{
  SandboxOptions options = { .scenario = "/nonexistent/scenario.json" };
  g_autoptr (GError) error = NULL;

  g_assert_null (sandbox_server_new (&options, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_faults_that_are_not_understood_keep_it_from_starting (void)
{
  SandboxOptions options = { .faults = "explode" };
  g_autoptr (GError) error = NULL;

  g_assert_null (sandbox_server_new (&options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_a_port_that_is_taken_is_told (Fixture *fixture, gconstpointer data)
{
  SandboxOptions options = { .leads = 1 };
  g_autoptr (SandboxServer) server = NULL;
  g_autoptr (GError) error = NULL;

  options.port = (guint16) g_ascii_strtoull (
    strrchr (sandbox_server_get_url (fixture->server), ':') + 1, NULL, 10);
  server = sandbox_server_new (&options, &error);
  g_assert_no_error (error);
  g_assert_false (sandbox_server_start (server, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
}

static void
test_the_control_address_cannot_be_guessed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = g_strdup (sandbox_server_get_control_url (fixture->server));
  g_autofree char *guess = NULL;

  *strrchr (base, '/') = '\0';
  guess = g_strconcat (base, "/control/people", NULL);
  fixture_call (fixture, "GET", guess, NULL, NULL, FALSE);
  g_assert_cmpuint (fixture->status, ==, 404);
  fixture_get (fixture, "/people");
  fixture_assert_error (fixture, 400, 100, 33);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/scenario/the-built-in-people-are-many-and-mixed",
       test_the_built_in_people_are_many_and_mixed);
  ADD ("/scenario/where-they-stand-is-told-beside-the-wire",
       test_where_they_stand_is_told_beside_the_wire);
  g_test_add_func ("/scenario/a-mistake-is-refused-by-name",
                   test_a_scenario_with_a_mistake_is_refused_by_name);
  g_test_add_func ("/scenario/one-that-is-not-there-is-told",
                   test_a_scenario_that_is_not_there_is_told);
  g_test_add_func ("/scenario/faults-that-are-not-understood-keep-it-from-starting",
                   test_faults_that_are_not_understood_keep_it_from_starting);
  ADD ("/scenario/a-port-that-is-taken-is-told", test_a_port_that_is_taken_is_told);
  ADD ("/scenario/the-control-address-cannot-be-guessed",
       test_the_control_address_cannot_be_guessed);
  return g_test_run ();
}
