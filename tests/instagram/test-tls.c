#include "ante-test.h"
#include "instagram/ante-instagram.h"
#include "wire-server.h"

#define ME "{\"id\":\"2650\",\"user_id\":\"" WIRE_US "\",\"username\":\"coach.vera\"}"

static AnteAccount *
get_me (AnteInstagram *client, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  TEST_CALL (result, ante_instagram_get_me_async, client, NULL);
  return ante_instagram_get_me_finish (client, result, error);
}

static gboolean run (const char *format, ...) G_GNUC_PRINTF (1, 2);

static gboolean
run (const char *format, ...)
{
  g_autofree char *command = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  int status = 0;
  va_list args;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  return g_spawn_command_line_sync (command, &output, &errors, &status, NULL) && status == 0;
}

/* Signed by itself, and so the authority for itself where the machine trusts it. */
static void
make_certificate (const char *dir, const char *name, int days)
{
  g_assert_true (run ("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "
                      "-subj /CN=test -addext subjectAltName=%s -keyout %s/key.pem "
                      "-out %s/first.pem",
                      name, dir, dir));
  g_assert_true (run ("openssl x509 -in %s/first.pem -signkey %s/key.pem -days %d -out %s/cert.pem",
                      dir, dir, days, dir));
}

/* @trusted: the machine trusts whoever signed it. */
static void
assert_tls (const char *name, int days, gboolean trusted, gboolean accepted)
{
  g_autofree char *dir = test_make_dir ();
  g_autofree char *file = g_build_filename (dir, "cert.pem", NULL);
  g_autofree char *key = g_build_filename (dir, "key.pem", NULL);
  g_autoptr (GTlsCertificate) certificate = NULL;
  g_autoptr (WireServer) server = NULL;
  g_autoptr (AnteInstagram) client = NULL;
  g_autoptr (AnteAccount) account = NULL;
  g_autoptr (GError) error = NULL;

  make_certificate (dir, name, days);
  certificate = g_tls_certificate_new_from_files (file, key, &error);
  g_assert_no_error (error);
  if (trusted) {
    g_autoptr (GTlsDatabase) database = g_tls_file_database_new (file, &error);

    g_assert_no_error (error);
    g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
  }
  server = wire_server_new_tls (certificate);
  wire_server_answer (server, 200, ME);
  client = ante_instagram_new (server->url, WIRE_TOKEN, NULL);
  account = get_me (client, &error);
  if (accepted) {
    g_assert_no_error (error);
  } else {
    g_assert_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_OFFLINE);
    g_assert_cmpuint (server->requests->len, ==, 0);
  }
  g_tls_backend_set_default_database (g_tls_backend_get_default (), NULL);
  test_remove_dir (dir);
}

static void
test_tls_that_is_not_proven_gets_no_byte (void)
{
  assert_tls ("IP:127.0.0.1", 30, FALSE, FALSE);
  assert_tls ("DNS:elsewhere.example", 30, TRUE, FALSE);
  assert_tls ("IP:127.0.0.1", -1, TRUE, FALSE);
}

static void
test_tls_that_is_proven_is_taken (void)
{
  assert_tls ("IP:127.0.0.1", 30, TRUE, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (run ("openssl version")) {
    g_test_add_func ("/tls/not-proven-gets-no-byte", test_tls_that_is_not_proven_gets_no_byte);
    g_test_add_func ("/tls/proven-is-taken", test_tls_that_is_proven_is_taken);
  }
  return g_test_run ();
}
