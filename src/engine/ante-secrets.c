#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-secrets.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <libsecret/secret.h>
#include <string.h>

G_DEFINE_QUARK (ante - secrets - error - quark, ante_secrets_error)

static const SecretSchema *
get_schema (void)
{
  static const SecretSchema schema = {
    ANTE_APP_ID ".Token",
    SECRET_SCHEMA_NONE,
    {
      { "user_id", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "api", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
    },
  };

  return &schema;
}

void
ante_secrets_clear_text (char *secret)
{
  if (secret == NULL)
    return;

  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

static gboolean
is_loopback (const char *api_url)
{
  g_autoptr (GUri) uri = g_uri_parse (api_url, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  return g_strcmp0 (host, "127.0.0.1") == 0 || g_strcmp0 (host, "localhost") == 0 ||
         g_strcmp0 (host, "::1") == 0;
}

static gboolean
uses_file (const char *api_url)
{
  return g_strcmp0 (g_getenv ("ANTEROOM_SECRETS"), "file") == 0 && is_loopback (api_url);
}

static char *
build_file (const char *data_dir, const char *user_id)
{
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, user_id, -1);

  return g_build_filename (data_dir, "secrets", name, NULL);
}

typedef struct {
  char *file;
  char *token;
} FileJob;

static void
file_job_free (gpointer data)
{
  FileJob *job = data;

  g_free (job->file);
  ante_secrets_clear_text (job->token);
  g_free (job);
}

static void
read_file_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const FileJob *job = task_data;
  char *token = NULL;

  if (g_file_get_contents (job->file, &token, NULL, NULL))
    g_strchomp (token);
  g_task_return_pointer (task, token, (GDestroyNotify) ante_secrets_clear_text);
}

static void
write_file_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const FileJob *job = task_data;
  g_autofree char *dir = g_path_get_dirname (job->file);
  GError *error = NULL;

  if (job->token == NULL) {
    g_unlink (job->file);
    g_task_return_boolean (task, TRUE);
  } else if (g_mkdir_with_parents (dir, 0700) != 0) {
    g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (errno),
                             "making the secrets folder: %s", g_strerror (errno));
  } else if (!g_file_set_contents_full (job->file, job->token, -1, G_FILE_SET_CONTENTS_CONSISTENT,
                                        0600, &error)) {
    g_task_return_error (task, error);
  } else {
    g_task_return_boolean (task, TRUE);
  }
}

static void
start_file_job (
  GTask *task, const char *data_dir, const char *user_id, const char *token, GTaskThreadFunc func)
{
  FileJob *job = g_new0 (FileJob, 1);

  job->file = build_file (data_dir, user_id);
  job->token = g_strdup (token);
  g_task_set_task_data (task, job, file_job_free);
  g_task_run_in_thread (task, func);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *secret = secret_password_lookup_finish (result, &error);

  if (error != NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_task_return_pointer (task, g_strdup (secret), (GDestroyNotify) ante_secrets_clear_text);
  secret_password_free (secret);
}

void
ante_secrets_lookup_async (const char *data_dir,
                           const char *api_url,
                           const char *user_id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  if (uses_file (api_url))
    start_file_job (task, data_dir, user_id, NULL, read_file_job);
  else
    secret_password_lookup (get_schema (), cancellable, looked_up_cb, g_object_ref (task),
                            "user_id", user_id, "api", api_url, NULL);
}

char *
ante_secrets_lookup_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
start_store (GTask *task,
             const char *label,
             const char *data_dir,
             const char *api_url,
             const char *user_id,
             const char *secret)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (uses_file (api_url))
    start_file_job (task, data_dir, user_id, secret, write_file_job);
  else if (secret != NULL)
    secret_password_store (get_schema (), SECRET_COLLECTION_DEFAULT, label, secret, cancellable,
                           stored_cb, g_object_ref (task), "user_id", user_id, "api", api_url,
                           NULL);
  else
    secret_password_clear (get_schema (), cancellable, cleared_cb, g_object_ref (task), "user_id",
                           user_id, "api", api_url, NULL);
}

void
ante_secrets_store_async (const char *data_dir,
                          const char *api_url,
                          const char *user_id,
                          const char *token,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  start_store (task, "Anteroom: Instagram access token", data_dir, api_url, user_id, token);
}

gboolean
ante_secrets_store_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* One for each provider at each address: no account of Instagram is called so. */
static char *
name_key (const char *provider, const char *api_url)
{
  return g_strdup_printf ("ai:%s %s", provider, api_url);
}

void
ante_secrets_lookup_key_async (const char *data_dir,
                               const char *provider,
                               const char *api_url,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autofree char *name = name_key (provider, api_url);

  ante_secrets_lookup_async (data_dir, api_url, name, cancellable, callback, user_data);
}

void
ante_secrets_store_key_async (const char *data_dir,
                              const char *provider,
                              const char *api_url,
                              const char *key,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *name = name_key (provider, api_url);

  start_store (task, "Anteroom: key of an AI provider", data_dir, api_url, name, key);
}

/* Two folders have calendars of the same number. */
static char *
name_calendar (const char *data_dir, gint64 id)
{
  return g_strdup_printf ("calendar:%" G_GINT64_FORMAT " %s", id, data_dir);
}

void
ante_secrets_lookup_calendar_async (const char *data_dir,
                                    const char *host,
                                    gint64 id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autofree char *name = name_calendar (data_dir, id);
  g_autofree char *api = g_strconcat ("calendar://", host, NULL);

  ante_secrets_lookup_async (data_dir, api, name, cancellable, callback, user_data);
}

void
ante_secrets_store_calendar_async (const char *data_dir,
                                   const char *host,
                                   gint64 id,
                                   const char *secret,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *name = name_calendar (data_dir, id);
  g_autofree char *api = g_strconcat ("calendar://", host, NULL);

  start_store (task, "Anteroom: a calendar", data_dir, api, name, secret);
}
