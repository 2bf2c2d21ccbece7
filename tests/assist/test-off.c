/* That nothing is opened while AI is off: every way out of this process is counted. */

#include "assist-fixture.h"

#include "assist/ante-echo.h"
#include "assist/ante-no-provider.h"

#include <dlfcn.h>
#include <netdb.h>
#include <sys/socket.h>

static int n_opened;

/* These stand before the system's, for all that is in this program and its libraries. */
int
socket (int domain, int type, int protocol)
{
  int (*real) (int, int, int) = (int (*) (int, int, int)) dlsym (RTLD_NEXT, "socket");

  g_atomic_int_inc (&n_opened);
  return real (domain, type, protocol);
}

int
connect (int fd, const struct sockaddr *address, socklen_t length)
{
  int (*real) (int, const struct sockaddr *, socklen_t) =
    (int (*) (int, const struct sockaddr *, socklen_t)) dlsym (RTLD_NEXT, "connect");

  g_atomic_int_inc (&n_opened);
  return real (fd, address, length);
}

int
getaddrinfo (const char *restrict name,
             const char *restrict service,
             const struct addrinfo *restrict hints,
             struct addrinfo **restrict found)
{
  int (*real) (const char *, const char *, const struct addrinfo *, struct addrinfo **) =
    (int (*) (const char *, const char *, const struct addrinfo *, struct addrinfo **)) dlsym (
      RTLD_NEXT, "getaddrinfo");

  g_atomic_int_inc (&n_opened);
  return real (name, service, hints, found);
}

static int
take_opened (void)
{
  int n = g_atomic_int_get (&n_opened);

  g_atomic_int_set (&n_opened, 0);
  return n;
}

static void
leaving_cb (const AnteLeaving *leaving, GTask *task, gpointer user_data)
{
  (*(guint *) user_data)++;
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* All that the program would ask of a provider. */
static void
ask_everything (AnteProvider *provider, gboolean works)
{
  for (guint task = ANTE_PROMPT_DRAFT; task <= ANTE_PROMPT_TEST; task++) {
    g_autoptr (AntePrompt) prompt = fixture_make_prompt ((AntePromptTask) task);
    g_autofree char *text = ante_prompt_to_text (prompt);
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (AnteCompletion) completion = NULL;
    g_autoptr (GPtrArray) models = NULL;
    g_autoptr (GError) error = NULL;

    TEST_CALL (result, ante_provider_complete_async, provider, prompt, NULL, NULL);
    completion = ante_provider_complete_finish (provider, result, &error);
    g_assert_true ((completion != NULL) == works);
    if (!works)
      g_assert_error (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_OFF);
    g_clear_error (&error);
    TEST_CALL (result, ante_provider_list_models_async, provider, NULL);
    models = ante_provider_list_models_finish (provider, result, &error);
    g_assert_true ((models != NULL) == works);
  }
}

static void
check_opens_nothing (AnteProvider *provider, gboolean works)
{
  const AnteLedger ledger = { leaving_cb, NULL };
  guint n_leaving = 0;

  ante_provider_set_ledger (provider, &ledger, &n_leaving, NULL);
  take_opened ();
  ask_everything (provider, works);
  g_assert_cmpint (take_opened (), ==, 0);
  g_assert_cmpuint (n_leaving, ==, 0);
  g_assert_finalize_object (provider);
}

static void
test_nothing_is_opened_with_ai_off (void)
{
  check_opens_nothing (ante_no_provider_new (), FALSE);
}

static void
test_echo_opens_nothing (void)
{
  check_opens_nothing (ante_echo_new (), TRUE);
}

/* Setting one up is no reason either. */
static void
test_a_provider_that_is_not_asked_opens_nothing (void)
{
  const AnteRemoteConfig config = { "https://api.openai.com/v1", MODEL, KEY, FALSE, NULL };
  AnteProvider *provider = NULL;

  take_opened ();
  provider = ante_openai_new (&config, NULL);
  g_assert_cmpint (take_opened (), ==, 0);
  g_assert_finalize_object (provider);
}

/* So that the counting is known to count. */
static void
test_one_that_is_asked_is_noticed (void)
{
  Fixture fixture = { 0 };
  g_autoptr (AnteCompletion) completion = NULL;
  g_autofree char *answer = wire_answer (WIRE_OPENAI, GOOD);

  fixture_set_up (&fixture, WIRE_OPENAI, NULL);
  assist_server_say_json (fixture.server, 200, answer);
  take_opened ();
  completion = fixture_complete (&fixture, NULL);
  g_assert_nonnull (completion);
  g_assert_cmpint (take_opened (), >, 0);
  fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/off/nothing-is-opened", test_nothing_is_opened_with_ai_off);
  g_test_add_func ("/off/echo-opens-nothing", test_echo_opens_nothing);
  g_test_add_func ("/off/not-asked-opens-nothing", test_a_provider_that_is_not_asked_opens_nothing);
  g_test_add_func ("/off/asked-is-noticed", test_one_that_is_asked_is_noticed);
  return g_test_run ();
}
