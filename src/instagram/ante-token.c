#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-token.h"

#include "instagram/ante-call.h"
#include "rules/ante-json.h"

/* No token lives longer than this, s; what says so is not believed. */
#define LONGEST_LIFE (400 * 24 * 60 * 60)

/**
 * ante_token_decode:
 *
 * {"access_token","expires_in"}, bare or as the first of {"data":[…]}.
 */
AnteToken *
ante_token_decode (JsonObject *answer, GError **error)
{
  JsonArray *data = ante_json_list (answer, "data");
  AnteToken *token = NULL;
  gint64 life = 0;

  if (ante_json_length (data) > 0)
    answer = ante_json_item (data, 0);
  if (ante_json_string (answer, "access_token") == NULL) {
    g_set_error_literal (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER,
                         "an answer holds no token");
    return NULL;
  }

  token = g_new0 (AnteToken, 1);
  token->token = g_strdup (ante_json_string (answer, "access_token"));
  life = ante_json_int (answer, "expires_in", 0);
  if (life > 0 && life <= LONGEST_LIFE)
    token->expires_at = g_get_real_time () / 1000 + life * 1000;
  return token;
}

static void
build_renewal (const AnteCall *call, AnteRequest *request, const char *fields)
{
  ante_request_add_segment (request, "refresh_access_token");
  ante_request_add_query (request, "grant_type", "ig_refresh_token");
}

static gpointer
decode_renewal (const AnteCall *call, JsonObject *answer, GError **error)
{
  return ante_token_decode (answer, error);
}

static const AnteCallType renewal_call = {
  .method = "GET",
  .label = "token renewal",
  .ask = ANTE_ASK_READ,
  .tiers = ANTE_N_TIERS,
  .token_in_address = TRUE,
  .build = build_renewal,
  .decode = decode_renewal,
  .free_result = (GDestroyNotify) ante_token_free,
};

void
ante_instagram_renew_token_async (AnteInstagram *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ante_instagram_renew_token_async);
  ante_call_start (self, ante_call_new (&renewal_call), task);
}

AnteToken *
ante_instagram_renew_token_finish (AnteInstagram *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
