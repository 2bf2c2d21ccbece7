#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-sign-in.h"

#include <sys/random.h>

#include "engine/ante-secrets.h"
#include "instagram/ante-instagram-sign-in.h"

#define STATE_BYTES 16

struct _AnteSignIn {
  GObject parent_instance;

  AnteWorkspace *workspace;
  char *app_id;
  char *redirect_uri;
  char *state;
  char *code;
  char *token; /* what @code was changed for: it works only once */
};

G_DEFINE_FINAL_TYPE (AnteSignIn, ante_sign_in, G_TYPE_OBJECT)

static gboolean
is_loopback (const char *address)
{
  static const char *const hosts[] = { "127.0.0.1", "::1", "localhost", NULL };
  g_autoptr (GUri) uri = address != NULL ? g_uri_parse (address, G_URI_FLAGS_NONE, NULL) : NULL;

  return uri != NULL && g_uri_get_userinfo (uri) == NULL && g_uri_get_host (uri) != NULL &&
         g_str_equal (g_uri_get_scheme (uri), "http") &&
         g_strv_contains (hosts, g_uri_get_host (uri));
}

static const char *
get_sandbox_url (void)
{
  const char *address = g_getenv ("ANTEROOM_API");

  return is_loopback (address) ? address : NULL;
}

const char *
ante_sign_in_get_api_url (void)
{
  const char *sandbox = get_sandbox_url ();

  return sandbox != NULL ? sandbox : ANTE_INSTAGRAM_DEFAULT_URL;
}

static void
forget (AnteSignIn *self)
{
  g_clear_pointer (&self->app_id, g_free);
  g_clear_pointer (&self->redirect_uri, g_free);
  g_clear_pointer (&self->state, g_free);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->token, ante_secrets_clear_text);
}

/* Nobody may guess it: an answer with it in it is an answer to us. */
static char *
make_state (void)
{
  guint8 bytes[STATE_BYTES] = { 0 };
  GString *text = g_string_new (NULL);

  if (getrandom (bytes, sizeof bytes, 0) != sizeof bytes)
    g_error ("the system gives no random bytes");
  for (gsize i = 0; i < sizeof bytes; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  return g_string_free (text, FALSE);
}

/**
 * ante_sign_in_begin:
 * @app_id: the Instagram app id
 * @redirect_uri: as it is registered in the app's dashboard
 *
 * Returns: (transfer full): the address of the consent page, for the browser, or %NULL with
 * %ANTE_INSTAGRAM_ERROR_REDIRECT
 */
char *
ante_sign_in_begin (AnteSignIn *self, const char *app_id, const char *redirect_uri, GError **error)
{
  g_autofree char *redirect = g_strstrip (g_strdup (redirect_uri));
  g_autoptr (GUri) uri = g_uri_parse (redirect, G_URI_FLAGS_ENCODED, NULL);

  forget (self);
  if (uri == NULL || !g_str_equal (g_uri_get_scheme (uri), "https") ||
      g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0') {
    g_set_error_literal (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_REDIRECT,
                         "sign-in: the redirect address is not an https address");
    return NULL;
  }
  self->app_id = g_strstrip (g_strdup (app_id));
  self->redirect_uri = g_steal_pointer (&redirect);
  self->state = make_state ();
  return ante_instagram_sign_in_url (get_sandbox_url (), self->app_id, self->redirect_uri,
                                     self->state);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteSignIn *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!ante_workspace_connect_finish (ANTE_WORKSPACE (source), result, &error)) {
    g_task_return_error (task, error);
    return;
  }
  forget (self);
  g_task_return_boolean (task, TRUE);
}

static void
connect_account (GTask *task)
{
  AnteSignIn *self = g_task_get_source_object (task);

  ante_workspace_connect_async (self->workspace, ante_sign_in_get_api_url (), self->token,
                                ANTE_TOKEN_KEPT_OR_SESSION, g_task_get_cancellable (task),
                                connected_cb, g_object_ref (task));
}

static void
exchanged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteSignIn *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (AnteToken) token = ante_instagram_sign_in_finish (result, &error);

  if (token == NULL) {
    g_task_return_error (task, error);
    return;
  }
  if (g_strcmp0 (self->code, g_task_get_task_data (task)) != 0) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "another sign-in was begun");
    return;
  }
  self->token = g_strdup (token->token);
  connect_account (task);
}

/**
 * ante_sign_in_check_async:
 * @app_secret: the Instagram app secret, for this one exchange
 * @pasted: the address that the browser landed on
 *
 * A code works once. So where only the look at the account failed, as without a network, the same
 * address can be checked again.
 */
void
ante_sign_in_check_async (AnteSignIn *self,
                          const char *app_secret,
                          const char *pasted,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  g_autofree char *code = ante_instagram_sign_in_parse (pasted, self->state, &error);

  g_task_set_source_tag (task, ante_sign_in_check_async);
  if (code == NULL) {
    g_task_return_error (task, error);
    return;
  }
  if (self->token != NULL && g_strcmp0 (code, self->code) == 0) {
    connect_account (task);
    return;
  }
  g_clear_pointer (&self->token, ante_secrets_clear_text);
  g_free (self->code);
  self->code = g_strdup (code);
  g_task_set_task_data (task, g_steal_pointer (&code), g_free);
  ante_instagram_sign_in_async (get_sandbox_url (), get_sandbox_url (), self->app_id, app_secret,
                                self->redirect_uri, self->code, cancellable, exchanged_cb,
                                g_object_ref (task));
}

gboolean
ante_sign_in_check_finish (AnteSignIn *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
ante_sign_in_finalize (GObject *object)
{
  AnteSignIn *self = ANTE_SIGN_IN (object);

  forget (self);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_sign_in_parent_class)->finalize (object);
}

static void
ante_sign_in_class_init (AnteSignInClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_sign_in_finalize;
}

static void
ante_sign_in_init (AnteSignIn *self)
{
}

AnteSignIn *
ante_sign_in_new (AnteWorkspace *workspace)
{
  AnteSignIn *self = g_object_new (ANTE_TYPE_SIGN_IN, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}
