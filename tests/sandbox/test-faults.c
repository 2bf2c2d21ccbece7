#include <stdio.h>
#include <string.h>

#include "ante-test.h"
#include "sandbox-fixture.h"
#include "sandbox/sandbox-faults.h"

#define LIST "/v25.0/me/conversations?platform=instagram&fields=id&limit=5"

static void
set_faults (Fixture *fixture, const char *spec)
{
  fixture_control (fixture, "faults", "{\"spec\": \"%s\"}", spec);
}

static void
test_a_cut_before_has_no_effect_and_one_after_has (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *spec;
    guint sent;
  } cuts[] = { { "drop-before@sendsx1", 0 }, { "resetx1", 0 }, { "drop-after@sendsx1", 1 } };
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++) {
    set_faults (fixture, cuts[i].spec);
    fixture_send (fixture, igsid, "once", FALSE);
    g_assert_nonnull (fixture->error);
    g_assert_cmpuint (fixture_count_sent (fixture), ==, cuts[i].sent);
  }
  fixture_send (fixture, igsid, "again", FALSE);
  fixture_assert_ok (fixture);
}

static void
test_a_late_effect_is_seen_only_later (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");
  g_autofree char *path = g_strdup_printf ("/v25.0/me/conversations?platform=instagram&user_id=%s"
                                           "&fields=messages%%7Bid,message%%7D",
                                           igsid);
  g_autofree char *mid = NULL;

  set_faults (fixture, "accept-late=600@sends");
  fixture_send (fixture, igsid, "slow boat", FALSE);
  g_assert_nonnull (fixture->error);
  fixture_get (fixture, path);
  g_assert_cmpuint (fixture_length (fixture, "data.0.messages.data"), ==, 1);
  fixture_control (fixture, "sent", "{}");
  mid = g_strdup (fixture_string (fixture, "sent.0.message_id"));

  fixture_control (fixture, "clock", "{\"advance_seconds\": 601}");
  fixture_get (fixture, path);
  g_assert_cmpuint (fixture_length (fixture, "data.0.messages.data"), ==, 2);
  g_assert_cmpstr (fixture_string (fixture, "data.0.messages.data.0.id"), ==, mid);
}

static void
test_errors_come_in_place_of_the_effect (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *spec;
    guint status;
    int code;
    int subcode;
  } errors[] = {
    { "e429", 429, 4, 0 },
    { "e613", 400, 613, 2534040 },
    { "e500", 500, 1, 0 },
    { "code2", 500, 2, 0 },
    { "e190", 401, 190, 463 },
    { "c368", 400, 368, 0 },
    { "c10/1893063", 403, 10, 1893063 },
    { "c613/2018338", 400, 613, 2018338 },
    { "c80006", 400, 80006, 0 },
    { "c-2/2534084", 500, -2, 2534084 },
    { "c2534001", 400, 2534001, 0 },
  };
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++) {
    set_faults (fixture, errors[i].spec);
    fixture_send (fixture, igsid, "x", FALSE);
    fixture_assert_error (fixture, errors[i].status, errors[i].code, errors[i].subcode);
  }
  g_assert_cmpuint (fixture_count_sent (fixture), ==, 0);
}

static void
test_spoilt_answers_come_after_the_effect (Fixture *fixture, gconstpointer data)
{
  static const char *const specs[] = { "truncate",  "huge",    "deep", "html200",
                                       "wrongjson", "badutf8", "noid" };
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++) {
    set_faults (fixture, specs[i]);
    fixture_send (fixture, igsid, "x", FALSE);
    g_assert_no_error (fixture->error);
    g_assert_cmpuint (fixture->status, ==, 200);
    g_assert_null (fixture_look (fixture, "message_id"));
    if (g_str_equal (specs[i], "huge"))
      g_assert_cmpuint (g_bytes_get_size (fixture->body), >, 10000000);
    g_assert_cmpuint (fixture_count_sent (fixture), ==, i + 1);
  }
}

static void
test_pages_can_repeat_and_disorder_their_rows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  fixture_get (fixture, LIST);
  first = g_strdup (fixture_string (fixture, "data.0.id"));
  set_faults (fixture, "dup-page");
  fixture_get (fixture, LIST);
  g_assert_cmpuint (fixture_length (fixture, "data"), ==, 6);
  g_assert_cmpstr (fixture_string (fixture, "data.5.id"), ==, first);
  set_faults (fixture, "reorder");
  fixture_get (fixture, LIST);
  g_assert_cmpuint (fixture_length (fixture, "data"), ==, 5);
  g_assert_cmpstr (fixture_string (fixture, "data.0.id"), !=, first);
}

static gint64
read_date (Fixture *fixture)
{
  g_autoptr (GDateTime) date =
    soup_date_time_new_from_http_string (fixture_header (fixture, "Date"));

  return g_date_time_to_unix (date);
}

static void
test_the_date_follows_the_clock_and_its_skew (Fixture *fixture, gconstpointer data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  fixture_get (fixture, "/v25.0/me");
  g_assert_cmpint (ABS (read_date (fixture) - now), <, 30);
  set_faults (fixture, "skew=-3600");
  fixture_get (fixture, "/v25.0/me");
  fixture_assert_ok (fixture);
  g_assert_cmpint (ABS (read_date (fixture) - now + 3600), <, 30);
  set_faults (fixture, "");
  fixture_control (fixture, "clock", "{\"set\": \"2031-05-06T07:08:09Z\"}");
  fixture_get (fixture, "/v25.0/me");
  g_assert_true (g_str_has_prefix (fixture_header (fixture, "Date"), "Tue, 06 May 2031 07:0"));
  g_assert_true (fixture_is_refused (fixture, "clock", "{\"set\": \"soon\"}"));
}

static void
test_a_slow_answer_is_whole_in_the_end (Fixture *fixture, gconstpointer data)
{
  set_faults (fixture, "slowx1");
  fixture_get (fixture, LIST);
  fixture_assert_ok (fixture);
  g_assert_cmpuint (fixture_length (fixture, "data"), ==, 5);
}

static void
test_a_client_may_leave_what_does_not_answer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *igsid = fixture_hear (fixture, "new.person", "hi");

  set_faults (fixture, "timeout-after@sendsx1,timeout-before@sends");
  soup_session_set_timeout (fixture->session, 1);
  fixture_send (fixture, igsid, "x", FALSE);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  fixture_send (fixture, igsid, "x", FALSE);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_cmpuint (fixture_count_sent (fixture), ==, 1);
}

static guint
count_faults (const char *spec, guint n, guint32 seed, gboolean is_send)
{
  SandboxFaults *faults = sandbox_faults_new (spec, seed);
  guint hits = 0;

  g_assert_nonnull (faults);
  for (guint i = 0; i < n; i++)
    hits +=
      sandbox_faults_draw (faults, is_send ? SANDBOX_FAULTS_SEND : SANDBOX_FAULTS_READ).fault !=
      SANDBOX_FAULT_NONE;
  sandbox_faults_free (faults);
  return hits;
}

static void
test_scope_count_and_probability_hold (void)
{
  SandboxFaults *faults = sandbox_faults_new ("e500@sends#3", 1);

  for (guint i = 1; i <= 5; i++)
    g_assert_true (
      (sandbox_faults_draw (faults, SANDBOX_FAULTS_SEND).fault != SANDBOX_FAULT_NONE) == (i == 3));
  sandbox_faults_free (faults);

  g_assert_cmpuint (count_faults ("e500x3", 10, 1, TRUE), ==, 3);
  g_assert_cmpuint (count_faults ("e500@reads", 10, 1, TRUE), ==, 0);
  g_assert_cmpuint (count_faults ("e500@reads", 10, 1, FALSE), ==, 10);
  g_assert_cmpuint (count_faults ("e500=0", 10, 1, TRUE), ==, 0);
  g_assert_cmpuint (count_faults ("e500=0.25", 10000, 1, TRUE), >, 2300);
  g_assert_cmpuint (count_faults ("e500=0.25", 10000, 1, TRUE), <, 2700);
  g_assert_cmpuint (count_faults ("e500=0.25", 10000, 5, TRUE), ==,
                    count_faults ("e500=0.25", 10000, 5, TRUE));
  g_assert_cmpuint (count_faults (" slow=0.1 , e613=0.1@reads ", 0, 1, TRUE), ==, 0);
}

static void
test_a_spec_that_is_not_understood_is_refused (void)
{
  static const char *const specs[] = { "explode",  "e500@nobody", "e500=",  "e500=x", "e500=7",
                                       "c",        "cx",          "c10/x",  "slow=y", "e500#",
                                       "skew=nan", "=1",          "@sends", "c368=5" };

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++) {
    g_test_message ("%s", specs[i]);
    g_assert_null (sandbox_faults_new (specs[i], 1));
  }
}

#ifdef __linux__
static guint
count_descriptors (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_connections_that_end_leave_no_descriptor (Fixture *fixture, gconstpointer data)
{
  guint before = 0;

  fixture_get (fixture, "/v25.0/me");
  before = count_descriptors ();
  for (guint i = 0; i < 40; i++) {
    g_clear_object (&fixture->message);
    g_clear_object (&fixture->session);
    fixture->session = soup_session_new ();
    fixture_get (fixture, "/v25.0/me");
    fixture_assert_ok (fixture);
  }
  test_wait_until (count_descriptors () < before + 8);
}
#endif

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/faults/a-cut-before-has-no-effect-and-one-after-has",
       test_a_cut_before_has_no_effect_and_one_after_has);
  ADD ("/faults/a-late-effect-is-seen-only-later", test_a_late_effect_is_seen_only_later);
  ADD ("/faults/errors-come-in-place-of-the-effect", test_errors_come_in_place_of_the_effect);
  ADD ("/faults/spoilt-answers-come-after-the-effect", test_spoilt_answers_come_after_the_effect);
  ADD ("/faults/pages-can-repeat-and-disorder-their-rows",
       test_pages_can_repeat_and_disorder_their_rows);
  ADD ("/faults/the-date-follows-the-clock-and-its-skew",
       test_the_date_follows_the_clock_and_its_skew);
  ADD ("/faults/a-slow-answer-is-whole-in-the-end", test_a_slow_answer_is_whole_in_the_end);
  ADD ("/faults/a-client-may-leave-what-does-not-answer",
       test_a_client_may_leave_what_does_not_answer);
  g_test_add_func ("/faults/scope-count-and-probability-hold",
                   test_scope_count_and_probability_hold);
  g_test_add_func ("/faults/a-spec-that-is-not-understood-is-refused",
                   test_a_spec_that_is_not_understood_is_refused);
#ifdef __linux__
  ADD ("/faults/connections-that-end-leave-no-descriptor",
       test_connections_that_end_leave_no_descriptor);
#endif
  return g_test_run ();
}
