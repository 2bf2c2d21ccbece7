#include "sandbox/sandbox-server.h"

#include <glib-unix.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>

#include "sandbox/sandbox-faults.h"

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

static void
print_addresses (SandboxServer *server)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *text = NULL;

  json_object_set_string_member (object, "url", sandbox_server_get_url (server));
  json_object_set_string_member (object, "token", sandbox_server_get_token (server));
  json_object_set_string_member (object, "control", sandbox_server_get_control_url (server));
  json_node_take_object (node, object);
  text = json_to_string (node, FALSE);
  puts (text);
  fflush (stdout);
}

int
sandbox_main (int argc, char **argv)
{
  int port = 0;
  int seed = 1;
  int leads = 0;
  int messages = 0;
  double rate = 2;
  gboolean die_with_parent = FALSE;
  gboolean fresh_token = FALSE;
  g_autofree char *scenario = NULL;
  g_autofree char *faults = NULL;
  g_autofree char *state_file = NULL;
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &port, "Port; any when left out", "N" },
    { "scenario", 0, 0, G_OPTION_ARG_FILENAME, &scenario,
      "People of this file instead of the built-in ones", "FILE" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Seed of what is generated and of the faults", "N" },
    { "leads", 0, 0, G_OPTION_ARG_INT, &leads, "Generate so many people", "N" },
    { "messages", 0, 0, G_OPTION_ARG_INT, &messages, "and so many messages over all", "N" },
    { "faults", 0, 0, G_OPTION_ARG_STRING, &faults, "Misbehave", "SPEC" },
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &state_file,
      "Keep what changes in this file over restarts", "FILE" },
    { "rate", 0, 0, G_OPTION_ARG_DOUBLE, &rate, "Calls a second before the rate limit; 0 for none",
      "N" },
    { "die-with-parent", 0, 0, G_OPTION_ARG_NONE, &die_with_parent,
      "End when the program that started it ends", NULL },
    { "fresh-token", 0, 0, G_OPTION_ARG_NONE, &fresh_token,
      "Begin with a new token's sixty days, wherever the kept clock stands", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- a local Instagram");
  g_autoptr (SandboxServer) server = NULL;
  g_autoptr (GMainLoop) loop = NULL;
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_description (context, sandbox_faults_help);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    fprintf (stderr, "anteroomctl sandbox: %s\n", error->message);
    return 2;
  }
  if (port < 0 || port > 65535 || leads < 0 || messages < 0) {
    fprintf (stderr, "anteroomctl sandbox: a port or number is out of range\n");
    return 2;
  }
  if (die_with_parent)
    prctl (PR_SET_PDEATHSIG, SIGTERM);

  server = sandbox_server_new (&(SandboxOptions){ (guint16) port, scenario, (guint32) seed,
                                                  (guint) leads, (guint) MAX (messages, leads),
                                                  faults, state_file, rate, fresh_token },
                               &error);
  if (server == NULL || !sandbox_server_start (server, &error)) {
    fprintf (stderr, "anteroomctl sandbox: %s\n", error->message);
    return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT) ? 2 : 3;
  }

  print_addresses (server);
  loop = g_main_loop_new (NULL, FALSE);
  g_unix_signal_add (SIGTERM, quit_cb, loop);
  g_unix_signal_add (SIGINT, quit_cb, loop);
  g_main_loop_run (loop);
  return 0;
}
