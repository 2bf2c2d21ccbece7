#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdio.h>

#include "engine/ante-advice.h"
#include "engine/ante-secrets.h"
#include "store/ante-store-account.h"
#include "store/ante-store-memory.h"

#define REMEMBERED_AT_ONCE 64

static JsonNode *
tell_account (Ctl *ctl)
{
  const AnteAccount *account = ante_workspace_get_account (ctl->workspace);
  JsonObject *object = json_object_new ();

  ctl_set_text (object, "account", account->user_id);
  ctl_set_text (object, "username", account->username);
  ctl_set_text (object, "name", account->name);
  ctl_set_text (object, "api", account->api_url);
  ctl_set_time (object, "token_expires", account->token_expires_at);
  json_object_set_boolean_member (object, "human_agent", account->human_agent);
  ctl_set_time (object, "last_synced_at", account->last_synced_at);
  json_object_set_boolean_member (object, "sign_in_needed",
                                  ante_workspace_get_sign_in_needed (ctl->workspace));
  return ctl_object (object);
}

/* The file is allowed for a sandbox alone: see ante-secrets.h. */
static void
say_not_kept (const char *api, const GError *cause, GError **error)
{
  gboolean asks_for_file = g_strcmp0 (g_getenv ("ANTEROOM_SECRETS"), "file") == 0;
  const char *more = "";

  if (g_str_has_prefix (api, "http:"))
    more = "; for a sandbox, ANTEROOM_SECRETS=file keeps it in the data folder instead";
  else if (asks_for_file)
    more = "; ANTEROOM_SECRETS=file holds for a sandbox alone";
  g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
               "the keyring could not keep the token, so nothing was kept. Unlock the keyring (or "
               "start it) and repeat the command%s (%s)",
               more, cause->message);
}

/* No token was ever taken here, so the words for one that has ended would be untrue. */
static void
say_not_accepted (const GError *cause, GError **error)
{
  AnteAdvice advice = ante_advice_for_nick ("new-token");

  g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT, "%s. %s (%s)", advice.title, advice.body,
               cause->message);
}

static gboolean
check_signed_in (Ctl *ctl, GError **error)
{
  AnteAdvice advice = ante_advice_for_nick ("no-token");

  if (ante_workspace_has_token (ctl->workspace))
    return TRUE;

  if (ante_workspace_get_account (ctl->workspace) == NULL)
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "no account is connected yet; run: anteroomctl connect --token-stdin");
  else
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT, "%s. %s", advice.title, advice.body);
  return FALSE;
}

JsonNode *
ctl_connect (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autofree char *api = ctl_take_option (args, "--api");
  gboolean from_stdin = ctl_take_flag (args, "--token-stdin");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) cause = NULL;
  char *token = NULL;

  if (!ctl_check_args (args, 0, 0, "connect --token-stdin [--api URL]", error))
    return NULL;
  if (!from_stdin) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "a token is taken from standard input alone: connect --token-stdin");
    return NULL;
  }
  if ((token = ctl_read_secret (ctl, "token", error)) == NULL)
    return NULL;

  CTL_CALL (result, ante_workspace_connect_async, ctl->workspace,
            api != NULL ? api : ANTE_INSTAGRAM_DEFAULT_URL, token, ANTE_TOKEN_KEPT, ctl->stop);
  ante_secrets_clear_text (token);
  if (ante_workspace_connect_finish (ctl->workspace, result, &cause))
    return tell_account (ctl);
  if (g_error_matches (cause, ANTE_SECRETS_ERROR, ANTE_SECRETS_ERROR_NOT_KEPT))
    say_not_kept (api != NULL ? api : ANTE_INSTAGRAM_DEFAULT_URL, cause, error);
  else if (g_error_matches (cause, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_TOKEN))
    say_not_accepted (cause, error);
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

JsonNode *
ctl_account (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autofree char *human_agent = ctl_take_option (args, "--human-agent");
  g_autoptr (GAsyncResult) result = NULL;

  if (!ctl_check_args (args, 0, 0, "account [--human-agent on|off]", error))
    return NULL;
  if (ante_workspace_get_account (ctl->workspace) == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO,
                 "no account is connected; use: anteroomctl connect --token-stdin");
    return NULL;
  }
  if (human_agent != NULL && !g_str_equal (human_agent, "on") &&
      !g_str_equal (human_agent, "off")) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "usage: account [--human-agent on|off]");
    return NULL;
  }
  if (human_agent != NULL) {
    CTL_CALL (result, ante_workspace_set_human_agent_async, ctl->workspace,
              g_str_equal (human_agent, "on"), NULL);
    if (!ante_workspace_set_human_agent_finish (ctl->workspace, result, error))
      return NULL;
  }
  return tell_account (ctl);
}

static JsonNode *
tell_counts (const AnteSyncCounts *counts)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "requests", counts->requests);
  json_object_set_int_member (object, "conversations", counts->conversations);
  json_object_set_int_member (object, "messages_new", counts->messages_new);
  json_object_set_int_member (object, "messages_known", counts->messages_known);
  json_object_set_int_member (object, "gaps", counts->gaps);
  json_object_set_double_member (object, "seconds", counts->seconds);
  if (counts->suspicious) {
    AnteAdvice advice = ante_advice_for_empty_list ();

    ctl_set_text (object, "suspicious", advice.body);
    fprintf (stderr, "anteroomctl: %s: %s\n", advice.title, advice.body);
  }
  return ctl_object (object);
}

static void
passed_cb (AnteSync *sync, Ctl *ctl)
{
  g_autoptr (JsonNode) node = tell_counts (ante_sync_get_counts (sync));

  if (ctl->json) {
    g_autofree char *text = ctl_print_json (node);

    puts (text);
  } else {
    ctl_print_table (node, NULL);
  }
  fflush (stdout);
}

/* Until a signal ends it: what is due is read and sent as the window would. */
static void
watch (Ctl *ctl)
{
  AnteSync *sync = ante_workspace_get_sync (ctl->workspace);

  g_signal_connect (sync, "passed", G_CALLBACK (passed_cb), ctl);
  ante_sync_start (sync);
  ante_outbox_start (ante_workspace_get_outbox (ctl->workspace));
  while (!ctl->quit)
    g_main_context_iteration (NULL, TRUE);
}

/* What came is gone through at once: nobody waits at a window here. */
static gboolean
remember (Ctl *ctl, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  int n = REMEMBERED_AT_ONCE;

  while (n == REMEMBERED_AT_ONCE) {
    g_autoptr (GAsyncResult) result = NULL;

    CTL_CALL (result, ante_store_remember_async, store, REMEMBERED_AT_ONCE,
              ante_workspace_now (ctl->workspace), NULL);
    n = ante_store_remember_finish (store, result, error);
  }
  return n >= 0;
}

JsonNode *
ctl_sync (Ctl *ctl, GPtrArray *args, GError **error)
{
  AnteSync *sync = ante_workspace_get_sync (ctl->workspace);
  gboolean watching = ctl_take_flag (args, "--watch");
  g_autoptr (GAsyncResult) result = NULL;
  AnteSyncCounts counts = { 0 };

  if (!ctl_check_args (args, 0, 0, "sync [--watch]", error) || !check_signed_in (ctl, error))
    return NULL;
  if (watching && !ctl->in_shell) {
    watch (ctl);
    return ctl_object (json_object_new ());
  }

  CTL_CALL (result, ante_sync_pass_async, sync, NULL);
  if (!ante_sync_pass_finish (sync, result, &counts, error) || !remember (ctl, error))
    return NULL;
  return tell_counts (&counts);
}

static JsonNode *
set_paused (Ctl *ctl, gboolean paused, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  JsonObject *object = NULL;

  CTL_CALL (result, ante_store_set_setting_async, store, "paused", paused ? "1" : "0", NULL);
  if (!ante_store_set_setting_finish (store, result, error))
    return NULL;
  object = json_object_new ();
  json_object_set_boolean_member (object, "paused", paused);
  return ctl_object (object);
}

JsonNode *
ctl_pause_automation (Ctl *ctl, GPtrArray *args, GError **error)
{
  return ctl_check_args (args, 0, 0, "pause", error) ? set_paused (ctl, TRUE, error) : NULL;
}

JsonNode *
ctl_resume_automation (Ctl *ctl, GPtrArray *args, GError **error)
{
  return ctl_check_args (args, 0, 0, "resume", error) ? set_paused (ctl, FALSE, error) : NULL;
}
