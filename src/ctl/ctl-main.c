#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl-commands.h"

#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/ante-advice.h"
#include "sandbox/sandbox-server.h"

/* A keyring that is open answers at once; after this long it surely asks a person. */
#define KEYRING_PATIENCE_S 2

static void
print_command (const char *usage, const char *help)
{
  printf ("  %s\n      %s\n", usage, help);
}

static void
print_help (void)
{
  puts ("Usage: anteroomctl [--data DIR] [--json] COMMAND ...\n\n"
        "Anteroom without a display, for scripts, cron and tests.\n\nCommands:");
  for (guint i = 0; ctl_commands[i].name != NULL; i++)
    print_command (ctl_commands[i].usage, ctl_commands[i].help);
  puts ("\nOptions:\n"
        "  --help, -h   this; after a command, what that one does\n"
        "  --data DIR   another data folder (or ANTEROOM_DATA)\n"
        "  --json       one JSON object, or one a line\n"
        "  --version    say the version\n\n"
        "Exit: 0 done, 1 the answer is no, 2 bad use, 3 could not.");
}

static const CtlCommand *
find_command (const char *name)
{
  for (guint i = 0; ctl_commands[i].name != NULL; i++) {
    if (g_str_equal (ctl_commands[i].name, name))
      return &ctl_commands[i];
  }
  return NULL;
}

static int
print_help_for (const char *name)
{
  const CtlCommand *command = find_command (name);

  if (command == NULL) {
    fprintf (stderr, "anteroomctl: there is no command %s; see anteroomctl --help\n", name);
    return 2;
  }
  printf ("Usage: anteroomctl %s\n\n%s\n", command->usage, command->help);
  return 0;
}

/* "-h" in a later place may be what is to be sent or found. */
static gboolean
asks_for_help (GPtrArray *args)
{
  return g_strcmp0 (ctl_arg (args, 0), "-h") == 0 ||
         g_ptr_array_find_with_equal_func (args, "--help", g_str_equal, NULL);
}

static int
exit_code_for (const GError *error)
{
  if (error->domain == CTL_ERROR)
    return error->code == CTL_ERROR_USAGE ? 2 : error->code == CTL_ERROR_NO ? 1 : 3;
  if (error->domain == ANTE_STORE_ERROR &&
      (error->code == ANTE_STORE_ERROR_NOT_FOUND || error->code == ANTE_STORE_ERROR_CONFLICT ||
       error->code == ANTE_STORE_ERROR_EXISTS || error->code == ANTE_STORE_ERROR_INCOMPLETE ||
       error->code == ANTE_STORE_ERROR_NEEDED || error->code == ANTE_STORE_ERROR_TOO_MANY))
    return 1;
  if (error->domain == ANTE_STORE_ERROR && error->code == ANTE_STORE_ERROR_INVALID)
    return 2;
  return 3;
}

/* What happened, what to do, and the trace for whoever looks into it: one line. */
static char *
describe_error (const GError *error)
{
  AnteAdvice advice = { NULL, NULL };

  if (error->domain == CTL_ERROR)
    return g_strdup (error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup ("it was stopped before it was done");
  advice = ante_advice_for_error (error);
  return g_strdup_printf ("%s. %s (%s)", advice.title, advice.body, error->message);
}

/* A script must not take for sent what was refused, or what may or may not have left. What waits
 * was taken. */
static int
exit_code_for_sent (JsonObject *object)
{
  const char *state = json_object_get_string_member (object, "state");

  if (json_object_get_int_member (object, "outbox_id") == 0 ||
      g_str_equal (state, ante_outbox_state_to_nick (ANTE_OUTBOX_FAILED)) ||
      g_str_equal (state, ante_outbox_state_to_nick (ANTE_OUTBOX_CANCELLED)))
    return 1;
  if (g_str_equal (state, ante_outbox_state_to_nick (ANTE_OUTBOX_UNCERTAIN)) ||
      g_str_equal (state, ante_outbox_state_to_nick (ANTE_OUTBOX_SENDING)))
    return 3;
  return 0;
}

/* A "no" of the rules or of the doctor is an answer, and also an exit code. */
static int
exit_code_for_answer (const CtlCommand *command, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object == NULL)
    return 0;
  if (command->func == ctl_doctor ||
      (command->func == ctl_assist && json_object_has_member (object, "ok")))
    return json_object_get_boolean_member (object, "ok") ? 0 : 1;
  if (command->func == ctl_send)
    return exit_code_for_sent (object);
  if (command->func == ctl_playbook && json_object_has_member (object, "ok"))
    return json_object_get_boolean_member (object, "ok") ? 0 : 1;
  return 0;
}

static void
print_answer (Ctl *ctl, const CtlCommand *command, JsonNode *node)
{
  g_auto (GStrv) columns = command->columns != NULL ? g_strsplit (command->columns, ",", -1) : NULL;

  if (!ctl->json && command->print != NULL && (columns == NULL || JSON_NODE_HOLDS_OBJECT (node))) {
    command->print (node);
    return;
  }
  if (!ctl->json) {
    ctl_print_table (node, (const char *const *) columns);
    return;
  }
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);

    for (guint i = 0; i < json_array_get_length (array); i++) {
      g_autofree char *text = ctl_print_json (json_array_get_element (array, i));

      puts (text);
    }
    return;
  }
  {
    g_autofree char *text = ctl_print_json (node);

    puts (text);
  }
}

static gboolean
keyring_notice_cb (gpointer data)
{
  ((Ctl *) data)->notice = 0;
  fputs ("anteroomctl: waiting for the keyring; unlock it where it asks, or stop with Ctrl+C\n",
         stderr);
  return G_SOURCE_REMOVE;
}

static void
at_keyring_cb (AnteWorkspace *workspace, GParamSpec *pspec, Ctl *ctl)
{
  g_clear_handle_id (&ctl->notice, g_source_remove);
  if (ante_workspace_is_at_keyring (workspace))
    ctl->notice = g_timeout_add_seconds (KEYRING_PATIENCE_S, keyring_notice_cb, ctl);
}

static gboolean
has_backups (const char *data_dir)
{
  g_autofree char *backups = g_build_filename (data_dir, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) != NULL;
}

/* A mistyped folder is not begun anew by a command that wants what is in it. */
static gboolean
check_folder (Ctl *ctl, gboolean begins, GError **error)
{
  const char *dir = ctl->data_dir;

  if (g_file_test (dir, G_FILE_TEST_EXISTS) && !g_file_test (dir, G_FILE_TEST_IS_DIR))
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "%s is a file; --data takes a folder", dir);
  else if (begins || ante_store_exists (dir))
    return TRUE;
  else if (has_backups (dir))
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "the database in %s is gone, but there are backups of it; put one in its place "
                 "with: anteroomctl restore FILE",
                 dir);
  else
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "there is no Anteroom data in %s: no account is connected yet. Check the name of "
                 "the folder, or begin there with: anteroomctl connect --token-stdin",
                 dir);
  return FALSE;
}

/* Or has no use for one. */
static gboolean
begins_folder (const CtlCommand *command, GPtrArray *args)
{
  if (command->func == ctl_playbook)
    return !ctl_playbook_needs_folder (args);
  return command->func == ctl_connect || command->func == ctl_restore ||
         command->func == ctl_memory || command->func == ctl_guard || command->func == ctl_bench ||
         (command->func == ctl_assist && !ctl_assist_is_setup (args)) ||
         command->func == ctl_import;
}

static gboolean
open_workspace (Ctl *ctl, AnteStoreMode mode, gboolean live, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ctl->workspace = ante_workspace_new (ctl->data_dir, mode);
  g_signal_connect (ctl->workspace, "notify::at-keyring", G_CALLBACK (at_keyring_cb), ctl);
  CTL_CALL (result, ante_workspace_open_async, ctl->workspace, live, ctl->stop);
  if (ante_workspace_open_finish (ctl->workspace, result, error))
    return TRUE;
  g_clear_object (&ctl->workspace);
  return FALSE;
}

/* What a command needs may depend on whether it is asked to change something. */
static CtlNeeds
needs_of (Ctl *ctl, const CtlCommand *command, GPtrArray *args)
{
  if (command->func == ctl_assist && ctl_assist_is_setup (args))
    return ctl_assist_reads_alone (args) ? CTL_NEEDS_READING : CTL_NEEDS_OWNING;
  /* What leaves is written down where there is a folder to write it into. */
  if (command->func == ctl_assist)
    return ante_store_exists (ctl->data_dir) ? CTL_NEEDS_OWNING : CTL_NEEDS_NOTHING;
  if (command->func == ctl_import && !ante_store_exists (ctl->data_dir))
    return CTL_NEEDS_NOTHING;
  if ((command->func == ctl_outbox && (args->len == 0 || *(char *) args->pdata[0] == '-')) ||
      ((command->func == ctl_account || command->func == ctl_stages) && args->len == 0) ||
      (command->func == ctl_source && args->len == 1) ||
      ((command->func == ctl_label || command->func == ctl_fact) && args->len == 1))
    return CTL_NEEDS_READING;
  if ((command->func == ctl_calendars && args->len == 0) ||
      (command->func == ctl_booking && args->len == 1) ||
      (command->func == ctl_import && ctl_import_reads_alone (args)))
    return CTL_NEEDS_READING;
  if (command->func == ctl_drafts && ctl_drafts_reads_alone (args))
    return CTL_NEEDS_READING;
  if (command->func == ctl_playbook)
    return !ctl_playbook_needs_folder (args) ? CTL_NEEDS_NOTHING
           : ctl_playbook_reads_alone (args) ? CTL_NEEDS_READING
                                             : CTL_NEEDS_OWNING;
  return command->needs;
}

/* A command that only reads works beside a program that holds the folder. */
static gboolean
open_for (Ctl *ctl, CtlNeeds needs, GError **error)
{
  GError *owner_error = NULL;

  if (needs == CTL_NEEDS_NOTHING)
    return TRUE;
  if (open_workspace (ctl, ANTE_STORE_OWNER, FALSE, &owner_error))
    return TRUE;
  if (needs == CTL_NEEDS_READING &&
      (g_error_matches (owner_error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_LOCKED) ||
       g_error_matches (owner_error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_READ_ONLY))) {
    g_error_free (owner_error);
    return open_workspace (ctl, ANTE_STORE_READER, FALSE, error);
  }
  g_propagate_error (error, owner_error);
  return FALSE;
}

static gboolean
quit_cb (gpointer data)
{
  Ctl *ctl = data;

  ctl->quit = TRUE;
  g_cancellable_cancel (ctl->stop);
  return G_SOURCE_CONTINUE;
}

/* From when there is something to end with care. It starts a thread, which who only asks for help
 * need not wait for. */
static void
watch_signals (Ctl *ctl)
{
  g_unix_signal_add (SIGTERM, quit_cb, ctl);
  g_unix_signal_add (SIGINT, quit_cb, ctl);
}

static gboolean
prepare (Ctl *ctl, gboolean begins, GError **error)
{
  if (!check_folder (ctl, begins, error))
    return FALSE;
  watch_signals (ctl);
  return TRUE;
}

static int
run_once (Ctl *ctl, const CtlCommand *command, GPtrArray *args)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (prepare (ctl, begins_folder (command, args), &error) &&
      open_for (ctl, needs_of (ctl, command, args), &error))
    node = command->func (ctl, args, &error);
  if (ctl->workspace != NULL)
    ante_workspace_close (ctl->workspace);

  if (node == NULL) {
    g_autofree char *words =
      error != NULL ? describe_error (error) : g_strdup ("there is no such thing");

    fprintf (stderr, "anteroomctl %s: %s\n", command->name, words);
    return error != NULL ? exit_code_for (error) : 1;
  }
  print_answer (ctl, command, node);
  return exit_code_for_answer (command, node);
}

static JsonObject *
tell_command (const char *usage, const char *help)
{
  JsonObject *object = json_object_new ();

  ctl_set_text (object, "usage", usage);
  ctl_set_text (object, "help", help);
  return object;
}

static JsonNode *
tell_commands (void)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; ctl_commands[i].name != NULL; i++) {
    if (ctl_commands[i].needs != CTL_NEEDS_NOTHING)
      json_array_add_object_element (array,
                                     tell_command (ctl_commands[i].usage, ctl_commands[i].help));
  }
  json_array_add_object_element (array, tell_command ("help", "this list"));
  json_array_add_object_element (array, tell_command ("quit", "ends the shell; so does exit"));
  return ctl_array (array);
}

/* What is asked of the shell itself; NULL for a command. */
static JsonNode *
answer_own_word (Ctl *ctl, const char *word)
{
  JsonObject *object = NULL;

  if (g_str_equal (word, "help") || g_str_equal (word, "--help"))
    return tell_commands ();
  if (!g_str_equal (word, "quit") && !g_str_equal (word, "exit"))
    return NULL;

  ctl->quit = TRUE;
  object = json_object_new ();
  json_object_set_boolean_member (object, "quit", TRUE);
  return ctl_object (object);
}

static JsonNode *
answer_line (Ctl *ctl, const char *line)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  const CtlCommand *command = NULL;
  JsonNode *node = NULL;

  if (g_utf8_validate (line, -1, NULL) && g_shell_parse_argv (line, NULL, &words, NULL)) {
    for (guint i = 1; words[i] != NULL; i++)
      g_ptr_array_add (args, g_strdup (words[i]));
    command = find_command (words[0]);
    node = answer_own_word (ctl, words[0]);
  }

  if (node == NULL && (command == NULL || command->needs == CTL_NEEDS_NOTHING))
    g_set_error (&error, CTL_ERROR, CTL_ERROR_USAGE,
                 "this command is not known here; help lists those that are");
  else if (node == NULL && asks_for_help (args))
    node = ctl_object (tell_command (command->usage, command->help));
  else if (node == NULL)
    node = command->func (ctl, args, &error);

  if (node == NULL) {
    JsonObject *object = json_object_new ();
    g_autofree char *words_of =
      error != NULL ? describe_error (error) : g_strdup ("there is no such thing");

    ctl_set_text (object, "error", words_of);
    return ctl_object (object);
  }
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonObject *object = json_object_new ();

    json_object_set_array_member (object, "items", json_node_dup_array (node));
    json_node_unref (node);
    return ctl_object (object);
  }
  return node;
}

/* Every command is answered by exactly one line. */
static int
run_shell (Ctl *ctl)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (0, FALSE);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  g_autoptr (GError) error = NULL;

  ctl->in_shell = TRUE;
  ctl->json = TRUE;
  if (!prepare (ctl, FALSE, &error) || !open_workspace (ctl, ANTE_STORE_OWNER, TRUE, &error)) {
    g_autofree char *words = describe_error (error);

    fprintf (stderr, "anteroomctl shell: %s\n", words);
    return exit_code_for (error);
  }

  if (isatty (STDIN_FILENO))
    fputs ("One command a line; help lists them, quit ends.\n", stderr);
  while (!ctl->quit) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autofree char *line = NULL;
    g_autoptr (JsonNode) node = NULL;
    g_autofree char *text = NULL;

    g_data_input_stream_read_line_async (lines, G_PRIORITY_DEFAULT, NULL, ctl_keep_result, &result);
    while (result == NULL && !ctl->quit)
      g_main_context_iteration (NULL, TRUE);
    if (result == NULL ||
        (line = g_data_input_stream_read_line_finish (lines, result, NULL, NULL)) == NULL)
      break;
    if (*g_strstrip (line) == '\0')
      continue;

    node = answer_line (ctl, line);
    text = ctl_print_json (node);
    puts (text);
    fflush (stdout);
  }
  ante_workspace_close (ctl->workspace);
  return 0;
}

static char *
default_data_dir (void)
{
  const char *named = g_getenv ("ANTEROOM_DATA");

  return named != NULL && *named != '\0'
           ? g_strdup (named)
           : g_build_filename (g_get_user_data_dir (), "anteroom", NULL);
}

/* FALSE where --data stands without a folder. */
static gboolean
take_data_dir (Ctl *ctl, GPtrArray *args)
{
  guint index = 0;
  const char *dir = NULL;

  if (!g_ptr_array_find_with_equal_func (args, "--data", g_str_equal, &index)) {
    ctl->data_dir = default_data_dir ();
    return TRUE;
  }
  dir = ctl_arg (args, index + 1);
  if (dir == NULL || *dir == '\0' || g_str_has_prefix (dir, "--")) {
    fputs ("anteroomctl: --data needs a folder: anteroomctl --data DIR COMMAND\n", stderr);
    return FALSE;
  }
  ctl->data_dir = g_strdup (dir);
  g_ptr_array_remove_range (args, index, 2);
  return TRUE;
}

static int
run (Ctl *ctl, GPtrArray *args)
{
  g_autofree char *name = NULL;
  const CtlCommand *command = NULL;

  if (args->len == 0) {
    print_help ();
    return 2;
  }
  name = g_strdup (args->pdata[0]);
  g_ptr_array_remove_index (args, 0);

  if (g_str_equal (name, "help") && args->len > 0)
    return print_help_for (ctl_arg (args, 0));
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help")) {
    print_help ();
    return 0;
  }
  if (g_str_equal (name, "--version")) {
    puts ("anteroomctl " ANTE_VERSION);
    return 0;
  }

  command = find_command (name);
  if (command != NULL && asks_for_help (args))
    return print_help_for (name);
  if (command != NULL && g_str_equal (name, "shell"))
    return run_shell (ctl);
  if (command != NULL && command->func == NULL) {
    fprintf (stderr, "anteroomctl: nothing may stand before %s\n", name);
    return 2;
  }
  if (command == NULL) {
    fprintf (stderr, "anteroomctl: there is no %s %s; see anteroomctl --help\n",
             *name == '-' ? "option" : "command", name);
    return 2;
  }
  return run_once (ctl, command, args);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new_with_free_func (g_free);
  Ctl ctl = { 0 };
  int code = 0;

  setlocale (LC_ALL, "");
  umask (077);
  if (argc > 1 && g_str_equal (argv[1], "sandbox")) {
    g_set_prgname ("anteroomctl sandbox"); /* as its help calls it */
    return sandbox_main (argc - 1, argv + 1);
  }
  g_set_prgname ("anteroomctl");

  /* HTTP/1.1, before there are threads that read the environment. */
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);

  /* A token passes through this process: no core file and no other program of the user reads its
   * memory. */
  prctl (PR_SET_DUMPABLE, 0);
  for (int i = 1; i < argc; i++)
    g_ptr_array_add (args, g_strdup (argv[i]));
  if (!take_data_dir (&ctl, args))
    return 2;
  ctl.json = ctl_take_flag (args, "--json");
  ctl.stop = g_cancellable_new ();

  code = run (&ctl, args);
  g_clear_handle_id (&ctl.notice, g_source_remove);
  g_clear_object (&ctl.workspace);
  g_clear_object (&ctl.stop);
  g_free (ctl.data_dir);
  return code;
}
