#include "sandbox/sandbox-wire.h"

#include <string.h>

#define DAY_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)
#define HOUR_MS (G_GINT64_CONSTANT (3600) * 1000)
#define TOKEN_DAYS 60
#define CODE "sandbox-code"

static gboolean
is_ours (SandboxAccount *account, const char *token)
{
  return token != NULL &&
         (g_str_equal (token, account->token) || g_strcmp0 (token, account->old_token) == 0);
}

static int
dead_subcode (SandboxState *state)
{
  static const struct {
    const char *state;
    int subcode;
  } subcodes[] = {
    { "expired", 463 },    { "password", 460 },    { "removed", 458 },
    { "checkpoint", 459 }, { "unconfirmed", 464 }, { "invalid", 467 },
  };
  SandboxAccount *account = &state->account;

  for (guint i = 0; i < G_N_ELEMENTS (subcodes); i++) {
    if (g_str_equal (subcodes[i].state, account->token_state))
      return subcodes[i].subcode;
  }
  return sandbox_state_now (state) - account->token_since > TOKEN_DAYS * DAY_MS ? 463 : 0;
}

gboolean
sandbox_tokens_check (SandboxCall *call, const char *authorization)
{
  SandboxAccount *account = &call->state->account;
  const char *token = authorization != NULL && g_str_has_prefix (authorization, "Bearer ")
                        ? authorization + strlen ("Bearer ")
                        : sandbox_call_get (call, "access_token");
  int subcode = dead_subcode (call->state);

  if (!is_ours (account, token))
    sandbox_call_fail (call, 190, 0, NULL);
  else if (subcode != 0)
    sandbox_call_fail (call, 190, subcode, NULL);
  else if (!account->role) {
    g_autofree char *method = g_ascii_strdown (call->method, -1);
    g_autofree char *text = g_strconcat ("Unsupported request - method type: ", method, NULL);

    sandbox_call_fail (call, 100, 0, text);
    json_object_set_string_member (json_object_get_object_member (call->answer, "error"), "type",
                                   "IGApiException");
  } else
    return TRUE;
  return FALSE;
}

static void
answer_token (SandboxCall *call, const char *token, gint64 seconds)
{
  call->answer = json_object_new ();
  json_object_set_string_member (call->answer, "access_token", token);
  json_object_set_string_member (call->answer, "token_type", "bearer");
  json_object_set_int_member (call->answer, "expires_in", seconds);
}

static void
renew (SandboxState *state, const char *what)
{
  g_autoptr (JsonObject) change = json_object_new ();

  json_object_set_string_member (change, "what", what);
  json_object_unref (sandbox_change_apply (state, "token", change));
}

/* A token less than a day old cannot be renewed. The one before it stays good. */
static void
refresh (SandboxCall *call)
{
  SandboxAccount *account = &call->state->account;
  int subcode = dead_subcode (call->state);

  if (g_strcmp0 (sandbox_call_get (call, "grant_type"), "ig_refresh_token") != 0)
    sandbox_call_fail (call, 100, 0, "(#100) The parameter grant_type is required");
  else if (!is_ours (account, sandbox_call_get (call, "access_token")))
    sandbox_call_fail (call, 190, 0, NULL);
  else if (subcode != 0)
    sandbox_call_fail (call, 190, subcode, NULL);
  else if (sandbox_state_now (call->state) - account->token_since < DAY_MS)
    sandbox_call_fail (call, 100, 0, "(#100) The token is too new to be renewed");
  else {
    renew (call->state, "renewed");
    answer_token (call, account->token, TOKEN_DAYS * DAY_MS / 1000);
    json_object_set_string_member (call->answer, "permissions",
                                   "instagram_business_basic,instagram_business_manage_messages,"
                                   "instagram_business_manage_comments");
  }
}

static void
exchange_token (SandboxCall *call)
{
  SandboxAccount *account = &call->state->account;
  const char *token = sandbox_call_get (call, "access_token");

  if (g_strcmp0 (sandbox_call_get (call, "grant_type"), "ig_exchange_token") != 0 ||
      sandbox_call_get (call, "client_secret") == NULL)
    sandbox_call_fail (call, 100, 0, "(#100) The parameter client_secret is required");
  else if (token == NULL || g_strcmp0 (token, account->short_token) != 0)
    sandbox_call_fail (call, 190, 0, NULL);
  else {
    renew (call->state, "exchanged");
    answer_token (call, account->token, 5183944);
  }
}

static void
refuse_code (SandboxCall *call, const char *text)
{
  call->status = 400;
  call->answer = json_object_new ();
  json_object_set_string_member (call->answer, "error_type", "OAuthException");
  json_object_set_int_member (call->answer, "code", 400);
  json_object_set_string_member (call->answer, "error_message", text);
}

/* An Instagram app id is a number; nothing else is known of the app. */
static gboolean
is_app (const char *id)
{
  return id != NULL && *id != '\0' && strspn (id, "0123456789") == strlen (id);
}

/* The one endpoint with an error shape of its own. A code works once, for an hour, and with the
 * redirect address that it was given to. */
static void
exchange_code (SandboxCall *call)
{
  SandboxAccount *account = &call->state->account;

  if (!is_app (sandbox_call_get (call, "client_id")) ||
      sandbox_call_get (call, "client_secret") == NULL)
    refuse_code (call, "Invalid platform app");
  else if (g_strcmp0 (sandbox_call_get (call, "code"), CODE) != 0 || account->code_used)
    refuse_code (call, "Matching code was not found or was already used");
  else if (account->code_at != 0 && sandbox_state_now (call->state) - account->code_at > HOUR_MS)
    refuse_code (call, "This authorization code has expired");
  else if (account->code_redirect != NULL &&
           g_strcmp0 (account->code_redirect, sandbox_call_get (call, "redirect_uri")) != 0)
    refuse_code (call, "Error validating verification code. Please make sure your redirect_uri is "
                       "identical to the one you used in the OAuth dialog request");
  else {
    renew (call->state, "code");
    call->answer = json_object_new ();
    json_object_set_string_member (call->answer, "access_token", account->short_token);
    json_object_set_int_member (call->answer, "user_id",
                                g_ascii_strtoll (account->app_id, NULL, 10));
  }
}

static void
note_consent (SandboxState *state, const char *redirect)
{
  g_autoptr (JsonObject) change = json_object_new ();

  json_object_set_string_member (change, "what", "consent");
  json_object_set_string_member (change, "redirect", redirect);
  json_object_unref (sandbox_change_apply (state, "token", change));
}

/* The consent page, with a person who says yes, or no, at once. */
static void
authorize (SandboxCall *call)
{
  const char *redirect = sandbox_call_get (call, "redirect_uri");
  const char *state = sandbox_call_get (call, "state");
  const char *answer = "error=access_denied&error_reason=user_denied"
                       "&error_description=The+user+denied+your+request.";
  g_autofree char *escaped = NULL;

  if (redirect == NULL || sandbox_call_get (call, "client_id") == NULL ||
      g_strcmp0 (sandbox_call_get (call, "response_type"), "code") != 0) {
    refuse_code (call, "Invalid request");
    return;
  }
  if (call->state->account.consents) {
    note_consent (call->state, redirect);
    answer = "code=" CODE;
  }
  escaped = state != NULL ? g_uri_escape_string (state, NULL, FALSE) : NULL;
  call->location =
    g_strconcat (redirect, strchr (redirect, '?') != NULL ? "&" : "?", answer,
                 escaped != NULL ? "&state=" : "", escaped != NULL ? escaped : "", "#_", NULL);
  call->status = 302;
  call->answer = json_object_new ();
}

gboolean
sandbox_tokens_handle (SandboxCall *call)
{
  const char *first = call->path[0] != NULL ? call->path[0] : "";
  gboolean is_get = g_str_equal (call->method, "GET");

  if (g_str_equal (first, "refresh_access_token") && is_get)
    refresh (call);
  else if (g_str_equal (first, "access_token") && is_get)
    exchange_token (call);
  else if (g_str_equal (first, "oauth") && g_strcmp0 (call->path[1], "access_token") == 0 &&
           !is_get)
    exchange_code (call);
  else if (g_str_equal (first, "oauth") && g_strcmp0 (call->path[1], "authorize") == 0 && is_get)
    authorize (call);
  else
    return FALSE;
  return TRUE;
}
