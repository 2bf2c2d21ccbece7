#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-sandbox-host.h"

#include <string.h>

struct _AnteSandboxHost {
  GObject parent_instance;

  char *state_file;
  GSubprocess *process;
  GDataInputStream *output;
  char *url;
  char *token;
  AnteSimulator *simulator;
};

G_DEFINE_FINAL_TYPE (AnteSandboxHost, ante_sandbox_host, G_TYPE_OBJECT)

/* Beside this program, in the other folder of the build tree, where it is installed, or on PATH. */
static char *
find_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *dir = self != NULL ? g_path_get_dirname (self) : g_strdup (".");
  char *const places[] = {
    g_build_filename (dir, "anteroomctl", NULL),
    g_build_filename (dir, "..", "ctl", "anteroomctl", NULL),
    g_build_filename (ANTE_BIN_DIR, "anteroomctl", NULL),
    g_find_program_in_path ("anteroomctl"),
  };
  char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    if (found == NULL && places[i] != NULL && g_file_test (places[i], G_FILE_TEST_IS_EXECUTABLE))
      found = g_strdup (places[i]);
    g_free (places[i]);
  }
  return found;
}

static char *
take_value (const char *line, const char *name)
{
  g_autofree char *key = g_strdup_printf ("\"%s\":\"", name);
  const char *start = strstr (line, key);
  const char *end = start != NULL ? strchr (start + strlen (key), '"') : NULL;

  return end != NULL ? g_strndup (start + strlen (key), (gsize) (end - start - (long) strlen (key)))
                     : NULL;
}

static void
line_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteSandboxHost *self = g_task_get_source_object (task);
  g_autofree char *line =
    g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, NULL);
  g_autofree char *control = NULL;

  /* Our own program's one line of three addresses, none of which can hold a quote. */
  if (line != NULL) {
    self->url = take_value (line, "url");
    self->token = take_value (line, "token");
    control = take_value (line, "control");
  }
  if (self->url == NULL || self->token == NULL || control == NULL) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "the sandbox did not start");
    return;
  }
  self->simulator = ante_simulator_new (control);
  g_task_return_boolean (task, TRUE);
}

void
ante_sandbox_host_start_async (AnteSandboxHost *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *program = find_program ();
  GError *error = NULL;

  if (program == NULL) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "anteroomctl was not found");
    return;
  }

  self->process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "sandbox",
                      "--die-with-parent", "--fresh-token", "--state", self->state_file, NULL);
  if (self->process == NULL) {
    g_task_return_error (task, error);
    return;
  }
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  g_data_input_stream_read_line_async (self->output, G_PRIORITY_DEFAULT, cancellable, line_cb,
                                       g_object_ref (task));
}

gboolean
ante_sandbox_host_start_finish (AnteSandboxHost *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ante_sandbox_host_stop (AnteSandboxHost *self)
{
  if (self->process != NULL)
    g_subprocess_send_signal (self->process, 15);
  g_clear_object (&self->process);
}

const char *
ante_sandbox_host_get_url (AnteSandboxHost *self)
{
  return self->url;
}

const char *
ante_sandbox_host_get_token (AnteSandboxHost *self)
{
  return self->token;
}

AnteSimulator *
ante_sandbox_host_get_simulator (AnteSandboxHost *self)
{
  return self->simulator;
}

static void
ante_sandbox_host_finalize (GObject *object)
{
  AnteSandboxHost *self = ANTE_SANDBOX_HOST (object);

  ante_sandbox_host_stop (self);
  g_clear_object (&self->output);
  g_clear_object (&self->simulator);
  g_free (self->state_file);
  g_free (self->url);
  g_free (self->token);
  G_OBJECT_CLASS (ante_sandbox_host_parent_class)->finalize (object);
}

static void
ante_sandbox_host_class_init (AnteSandboxHostClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_sandbox_host_finalize;
}

static void
ante_sandbox_host_init (AnteSandboxHost *self)
{
}

AnteSandboxHost *
ante_sandbox_host_new (const char *state_file)
{
  AnteSandboxHost *self = g_object_new (ANTE_TYPE_SANDBOX_HOST, NULL);

  self->state_file = g_strdup (state_file);
  return self;
}
