#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-connect.h"

#include "engine/ante-clock.h"

/* A desktop program may be closed for weeks: it renews long before the sixty days are over. */
#define RENEW_AFTER_MS (G_GINT64_CONSTANT (7) * 24 * 3600 * 1000)
/* Of a token that was pasted nobody knows how old it is. A day later it is old enough to be
 * renewed, and might have no more than that. */
#define FIRST_RENEWAL_AFTER_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)

#define SANDBOX_CALLS_PER_SECOND 50

AnteInstagram *
ante_connect_make_client (const char *api_url, const char *token, GError **error)
{
  AnteInstagram *client = ante_instagram_new (api_url, token, error);

  if (client != NULL && g_str_has_prefix (ante_instagram_get_api_url (client), "http://"))
    ante_instagram_set_budget (client, SANDBOX_CALLS_PER_SECOND, SANDBOX_CALLS_PER_SECOND);
  return client;
}

gboolean
ante_connect_is_hurried (AnteInstagram *client)
{
  return g_strcmp0 (g_getenv ("ANTEROOM_TEST_FAST"), "1") == 0 &&
         g_str_has_prefix (ante_instagram_get_api_url (client), "http://");
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (AnteThreadPage) page =
    ante_instagram_list_threads_finish (ANTE_INSTAGRAM (source), result, &error);

  if (page == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, ante_account_copy (g_task_get_task_data (task)),
                           (GDestroyNotify) ante_account_free);
}

static void
me_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AnteAccount *account = ante_instagram_get_me_finish (ANTE_INSTAGRAM (source), result, &error);

  if (account == NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_task_set_task_data (task, account, (GDestroyNotify) ante_account_free);
  ante_instagram_list_threads_async (ANTE_INSTAGRAM (source), NULL, 1, 0,
                                     g_task_get_cancellable (task), looked_cb, g_object_ref (task));
}

void
ante_connect_check_async (AnteInstagram *client,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (client, cancellable, callback, user_data);

  ante_instagram_get_me_async (client, cancellable, me_cb, task);
}

AnteAccount *
ante_connect_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
renewal_tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const AnteToken *token = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AnteAccount) account =
    ante_instagram_get_me_finish (ANTE_INSTAGRAM (source), result, &error);
  AnteToken *good = NULL;

  if (account == NULL) {
    g_task_return_error (task, error);
    return;
  }
  good = g_new0 (AnteToken, 1);
  good->token = g_strdup (token->token);
  good->expires_at = token->expires_at;
  g_task_return_pointer (task, good, (GDestroyNotify) ante_token_free);
}

static void
renewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AnteToken *token = ante_instagram_renew_token_finish (ANTE_INSTAGRAM (source), result, &error);
  g_autoptr (AnteInstagram) client = NULL;

  if (token == NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_task_set_task_data (task, token, (GDestroyNotify) ante_token_free);
  client = ante_connect_make_client (ante_instagram_get_api_url (ANTE_INSTAGRAM (source)),
                                     token->token, &error);
  if (client == NULL)
    g_task_return_error (task, error);
  else
    ante_instagram_get_me_async (client, g_task_get_cancellable (task), renewal_tried_cb,
                                 g_object_ref (task));
}

void
ante_connect_renew_async (AnteInstagram *client,
                          const AnteAccount *account,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (client, cancellable, callback, user_data);
  gint64 wait = account->token_expires_at == 0 ? FIRST_RENEWAL_AFTER_MS : RENEW_AFTER_MS;

  if (ante_clock_now (client) - account->token_given_at < wait) {
    g_task_return_pointer (task, NULL, NULL);
    return;
  }
  ante_instagram_renew_token_async (client, cancellable, renewed_cb, g_object_ref (task));
}

AnteToken *
ante_connect_renew_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
