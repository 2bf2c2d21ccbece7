#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-instagram-sign-in.h"

#include <string.h>

#include "instagram/ante-errors.h"
#include "rules/ante-json.h"
#include "instagram/ante-token.h"
#include "instagram/ante-transport.h"

#define DEFAULT_CONSENT_URL "https://www.instagram.com"
#define DEFAULT_OAUTH_URL "https://api.instagram.com"
#define FORM "application/x-www-form-urlencoded"
#define SCOPES                                                                                     \
  "instagram_business_basic,instagram_business_manage_messages,instagram_business_manage_comments"

/**
 * SignIn:
 * @transport: how
 * @api_url: where the short-lived token is changed for a long-lived one
 * @app_secret: for this one exchange
 *
 * One exchange under way.
 */
typedef struct {
  AnteTransport *transport;
  char *api_url;
  char *app_secret;
} SignIn;

static void
sign_in_free (SignIn *sign_in)
{
  if (sign_in->app_secret != NULL)
    explicit_bzero (sign_in->app_secret, strlen (sign_in->app_secret));
  g_free (sign_in->app_secret);
  g_free (sign_in->api_url);
  g_clear_object (&sign_in->transport);
  g_free (sign_in);
}

char *
ante_instagram_sign_in_url (const char *oauth_url,
                            const char *app_id,
                            const char *redirect_uri,
                            const char *state)
{
  g_autoptr (AnteRequest) request =
    ante_request_new ("GET", "consent", oauth_url != NULL ? oauth_url : DEFAULT_CONSENT_URL);

  ante_request_add_segment (request, "oauth");
  ante_request_add_segment (request, "authorize");
  ante_request_add_query (request, "client_id", app_id);
  ante_request_add_query (request, "redirect_uri", redirect_uri);
  ante_request_add_query (request, "response_type", "code");
  ante_request_add_query (request, "scope", SCOPES);
  ante_request_add_query (request, "state", state);
  return g_strdup (request->address->str);
}

/* Browsers hide the scheme, and so some addresses come without it. */
static GHashTable *
parse_pasted (const char *pasted)
{
  g_autofree char *text = g_strstrip (g_strdup (pasted));
  g_autofree char *whole =
    strstr (text, "://") != NULL ? g_strdup (text) : g_strconcat ("https://", text, NULL);
  g_autoptr (GUri) uri = g_uri_parse (whole, G_URI_FLAGS_ENCODED_QUERY, NULL);

  if (uri == NULL || g_uri_get_query (uri) == NULL)
    return NULL;
  return g_uri_parse_params (g_uri_get_query (uri), -1, "&", G_URI_PARAMS_WWW_FORM, NULL);
}

static gboolean
has_value (GHashTable *params, const char *name)
{
  const char *value = g_hash_table_lookup (params, name);

  return value != NULL && *value != '\0';
}

/* The "#_" at the end of the address is its fragment and so drops out by itself. */
char *
ante_instagram_sign_in_parse (const char *pasted, const char *state, GError **error)
{
  g_autoptr (GHashTable) params = parse_pasted (pasted);

  if (params != NULL && has_value (params, "error")) {
    g_set_error_literal (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_DENIED,
                         "sign-in: consent was denied");
  } else if (params == NULL || !has_value (params, "code") || !has_value (params, "state")) {
    g_set_error_literal (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_NO_ANSWER,
                         "sign-in: no address with code and state in it");
  } else if (g_strcmp0 (g_hash_table_lookup (params, "state"), state) != 0) {
    g_set_error_literal (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_OTHER_SIGN_IN,
                         "sign-in: the answer belongs to another sign-in");
  } else {
    return g_strdup (g_hash_table_lookup (params, "code"));
  }
  return NULL;
}

/* This endpoint tells its reasons in words alone, which may change or be translated: what is not
 * known is a plain refusal, whose advice names all that can be wrong. */
static AnteInstagramError
refusal_of (const char *words)
{
  static const struct {
    const char *word;
    AnteInstagramError code;
  } known[] = {
    { "redirect", ANTE_INSTAGRAM_ERROR_REDIRECT },
    { "platform app", ANTE_INSTAGRAM_ERROR_APP_REFUSED },
    { "client", ANTE_INSTAGRAM_ERROR_APP_REFUSED },
    { "secret", ANTE_INSTAGRAM_ERROR_APP_REFUSED },
    { "code", ANTE_INSTAGRAM_ERROR_CODE_ENDED },
  };
  g_autofree char *lower = g_ascii_strdown (words != NULL ? words : "", -1);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    if (strstr (lower, known[i].word) != NULL)
      return known[i].code;
  }
  return ANTE_INSTAGRAM_ERROR_NO_SIGN_IN;
}

/* This endpoint has an error shape of its own: {"error_type","code","error_message"}. */
static AnteToken *
understand (const AnteAnswer *answer, const char *label, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  AnteRefusal refusal;
  JsonObject *object = ante_json_parse_object (answer->body, &root, NULL);

  ante_refusal_read (&refusal, object);
  if (ante_json_string (object, "error_type") != NULL) {
    g_set_error (error, ANTE_INSTAGRAM_ERROR,
                 (int) refusal_of (ante_json_string (object, "error_message")),
                 "%s: code %" G_GINT64_FORMAT, label, ante_json_int (object, "code", 0));
    return NULL;
  }
  if (!ante_errors_check (&refusal, answer->status, ANTE_ASK_READ, label, error))
    return NULL;
  return ante_token_decode (object, error);
}

static AnteToken *
finish_step (GObject *source, GAsyncResult *result, const char *label, GError **error)
{
  g_autoptr (AnteAnswer) answer =
    ante_transport_send_finish (ANTE_TRANSPORT (source), result, error);

  return answer != NULL ? understand (answer, label, error) : NULL;
}

static void
long_lived_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AnteToken *token = finish_step (source, result, "long-lived token", &error);

  if (token != NULL)
    g_task_return_pointer (task, token, (GDestroyNotify) ante_token_free);
  else
    g_task_return_error (task, error);
}

static void
short_lived_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *sign_in = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AnteToken) token = finish_step (source, result, "code exchange", &error);
  AnteRequest *request = NULL;

  if (token == NULL) {
    g_task_return_error (task, error);
    return;
  }

  request = ante_request_new ("GET", "long-lived token", sign_in->api_url);
  ante_request_add_segment (request, "access_token");
  ante_request_add_query (request, "grant_type", "ig_exchange_token");
  ante_request_add_query (request, "client_secret", sign_in->app_secret);
  ante_request_add_query (request, "access_token", token->token);
  ante_transport_send_async (sign_in->transport, request, NULL, g_task_get_cancellable (task),
                             long_lived_cb, g_object_ref (task));
}

static AnteRequest *
make_exchange (const char *oauth_url,
               const char *app_id,
               const char *app_secret,
               const char *redirect_uri,
               const char *code)
{
  AnteRequest *request = ante_request_new ("POST", "code exchange", oauth_url);
  g_autoptr (AnteRequest) form = ante_request_new ("POST", "form", "?");

  ante_request_add_query (form, "client_id", app_id);
  ante_request_add_query (form, "client_secret", app_secret);
  ante_request_add_query (form, "grant_type", "authorization_code");
  ante_request_add_query (form, "redirect_uri", redirect_uri);
  ante_request_add_query (form, "code", code);

  ante_request_add_segment (request, "oauth");
  ante_request_add_segment (request, "access_token");
  ante_request_take_body (request, FORM, g_strdup (form->address->str + strlen ("?&")));
  return request;
}

void
ante_instagram_sign_in_async (const char *oauth_url,
                              const char *api_url,
                              const char *app_id,
                              const char *app_secret,
                              const char *redirect_uri,
                              const char *code,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  SignIn *sign_in = g_new0 (SignIn, 1);
  g_autofree char *oauth = NULL;
  gboolean is_loopback = FALSE;
  GError *error = NULL;

  g_task_set_source_tag (task, ante_instagram_sign_in_async);
  g_task_set_task_data (task, sign_in, (GDestroyNotify) sign_in_free);

  oauth = ante_transport_check_url (oauth_url != NULL ? oauth_url : DEFAULT_OAUTH_URL, &is_loopback,
                                    &error);
  if (oauth != NULL)
    sign_in->api_url = ante_transport_check_url (
      api_url != NULL ? api_url : ANTE_INSTAGRAM_DEFAULT_URL, NULL, &error);
  if (sign_in->api_url == NULL) {
    g_task_return_error (task, error);
    return;
  }

  sign_in->app_secret = g_strdup (app_secret);
  sign_in->transport = ante_transport_new (is_loopback);
  ante_transport_send_async (sign_in->transport,
                             make_exchange (oauth, app_id, app_secret, redirect_uri, code), NULL,
                             cancellable, short_lived_cb, g_object_ref (task));
}

AnteToken *
ante_instagram_sign_in_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
