#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-session.h"

#include "engine/ante-demo.h"

#include <errno.h>
#include <glib/gstdio.h>

struct _AnteSession {
  GObject parent_instance;

  char *data_dir;
  char *folder;
  gboolean sandbox;
  AnteSandboxHost *host;
  AnteDemo *demo;
  AnteWorkspace *opening;
  AnteWorkspace *workspace;
  GCancellable *cancellable;
};

enum {
  PROP_0,
  PROP_WORKSPACE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];
static guint failed_signal;

G_DEFINE_FINAL_TYPE (AnteSession, ante_session, G_TYPE_OBJECT)

static void
fail (AnteSession *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, failed_signal, 0, error);
}

static void
show_workspace (AnteSession *self)
{
  g_set_object (&self->workspace, self->opening);
  g_clear_object (&self->opening);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKSPACE]);
}

/* Any step that ends after the session has turned to other data is stale, and its end is of no
 * interest to anyone. */
static gboolean
is_stale (AnteSession *self, gpointer workspace)
{
  return self->opening == NULL || self->opening != workspace;
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSession) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean connected = ante_workspace_connect_finish (ANTE_WORKSPACE (source), result, &error);

  if (is_stale (self, source))
    return;
  if (connected)
    show_workspace (self);
  else
    fail (self, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSession) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean opened = ante_workspace_open_finish (ANTE_WORKSPACE (source), result, &error);

  if (is_stale (self, source))
    return;
  if (!opened)
    fail (self, error);
  else if (self->sandbox)
    ante_workspace_connect_async (self->opening, ante_sandbox_host_get_url (self->host),
                                  ante_sandbox_host_get_token (self->host), ANTE_TOKEN_IN_MEMORY,
                                  self->cancellable, connected_cb, g_object_ref (self));
  else
    show_workspace (self);
}

static void
open_folder (AnteSession *self)
{
  self->opening = ante_workspace_new (self->folder, ANTE_STORE_OWNER);
  if (self->sandbox)
    self->demo = ante_demo_new (self->opening, ante_sandbox_host_get_simulator (self->host));
  ante_workspace_open_async (self->opening, TRUE, self->cancellable, opened_cb,
                             g_object_ref (self));
}

static void
host_started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSession) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean started = ante_sandbox_host_start_finish (ANTE_SANDBOX_HOST (source), result, &error);

  if (self->host != ANTE_SANDBOX_HOST (source))
    return;
  if (started)
    open_folder (self);
  else
    fail (self, error);
}

static void
made_folder_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    fail (self, error);
    return;
  }
  ante_sandbox_host_start_async (self->host, self->cancellable, host_started_cb,
                                 g_object_ref (self));
}

static void
make_folder_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  int code = g_mkdir_with_parents (data, 0700) == 0 ? 0 : errno;

  if (code == 0)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, ANTE_STORE_ERROR,
                             code == ENOSPC ? ANTE_STORE_ERROR_NO_SPACE
                                            : ANTE_STORE_ERROR_READ_ONLY,
                             "making the sandbox's folder: %s", g_strerror (code));
}

static void
open_sandbox (AnteSession *self)
{
  g_autofree char *journal = g_build_filename (self->folder, "instagram.journal", NULL);
  g_autoptr (GTask) task =
    g_task_new (self, self->cancellable, made_folder_cb, g_object_ref (self));

  self->host = ante_sandbox_host_new (journal);
  g_task_set_task_data (task, g_strdup (self->folder), g_free);
  g_task_run_in_thread (task, make_folder_thread);
}

void
ante_session_open (AnteSession *self, gboolean sandbox)
{
  ante_session_close (self);
  self->cancellable = g_cancellable_new ();
  self->sandbox = sandbox;
  g_free (self->folder);
  self->folder =
    sandbox ? g_build_filename (self->data_dir, "sandbox", NULL) : g_strdup (self->data_dir);
  if (sandbox)
    open_sandbox (self);
  else
    open_folder (self);
}

void
ante_session_close (AnteSession *self)
{
  g_autoptr (AnteWorkspace) old = NULL;
  g_autoptr (AnteWorkspace) half = g_steal_pointer (&self->opening);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->demo);
  old = g_steal_pointer (&self->workspace);
  /* Views let go before the store closes under them. */
  if (old != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKSPACE]);
  if (old != NULL)
    ante_workspace_close (old);
  if (half != NULL)
    ante_workspace_close (half);
  if (self->host != NULL)
    ante_sandbox_host_stop (self->host);
  g_clear_object (&self->host);
}

AnteWorkspace *
ante_session_get_workspace (AnteSession *self)
{
  return self->workspace;
}

/**
 * ante_session_get_folder:
 *
 * Returns: (transfer none) (nullable): where the data lies that is open, or was last tried to be
 */
const char *
ante_session_get_folder (AnteSession *self)
{
  return self->folder;
}

gboolean
ante_session_is_sandbox (AnteSession *self)
{
  return self->sandbox;
}

AnteSimulator *
ante_session_get_simulator (AnteSession *self)
{
  return self->host != NULL ? ante_sandbox_host_get_simulator (self->host) : NULL;
}

static void
ante_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AnteSession *self = ANTE_SESSION (object);

  if (id == PROP_WORKSPACE)
    g_value_set_object (value, self->workspace);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ante_session_finalize (GObject *object)
{
  AnteSession *self = ANTE_SESSION (object);

  ante_session_close (self);
  g_free (self->data_dir);
  g_free (self->folder);
  G_OBJECT_CLASS (ante_session_parent_class)->finalize (object);
}

static void
ante_session_class_init (AnteSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ante_session_get_property;
  object_class->finalize = ante_session_finalize;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, ANTE_TYPE_WORKSPACE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  failed_signal = g_signal_new ("failed", ANTE_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ante_session_init (AnteSession *self)
{
}

AnteSession *
ante_session_new (const char *data_dir)
{
  AnteSession *self = g_object_new (ANTE_TYPE_SESSION, NULL);

  self->data_dir = g_strdup (data_dir);
  return self;
}
