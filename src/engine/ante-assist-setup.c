#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-assist-setup.h"

#include "assist/ante-anthropic.h"
#include "assist/ante-echo.h"
#include "assist/ante-no-provider.h"
#include "assist/ante-ollama.h"
#include "assist/ante-openai.h"

static const struct {
  const char *nick;
  const char *url;
  AnteProvider *(*make) (const AnteRemoteConfig *config, GError **error);
} kinds[] = {
  { "openai", "https://api.openai.com/v1", ante_openai_new },
  { "anthropic", "https://api.anthropic.com", ante_anthropic_new },
  { "ollama", "http://127.0.0.1:11434", ante_ollama_new },
  { "echo", NULL, NULL },
};

static int
find_kind (const char *provider)
{
  for (guint i = 0; provider != NULL && i < G_N_ELEMENTS (kinds); i++) {
    if (g_str_equal (provider, kinds[i].nick))
      return (int) i;
  }
  return -1;
}

gboolean
ante_assist_setup_knows (const char *provider)
{
  return find_kind (provider) >= 0;
}

const char *
ante_assist_setup_default_url (const char *provider)
{
  int kind = find_kind (provider);

  return kind >= 0 ? kinds[kind].url : NULL;
}

/**
 * ante_assist_setup_make:
 *
 * Opens nothing. What is made lets nothing out before it has a ledger.
 *
 * Returns: (transfer full): one to ask, which says %ANTE_ASSIST_ERROR_OFF while AI is off; or %NULL
 * with %ANTE_ASSIST_ERROR_ADDRESS
 */
AnteProvider *
ante_assist_setup_make (const AnteAssistSetup *setup, GError **error)
{
  int kind = find_kind (setup->provider);
  AnteRemoteConfig config = {
    .model = setup->model,
    .key = setup->key,
    .local_only = setup->local_only,
    .flavour = setup->flavour,
  };

  if (kind < 0)
    return ante_no_provider_new ();
  if (kinds[kind].make == NULL)
    return ante_echo_new ();
  config.base_url = setup->api_url != NULL ? setup->api_url : kinds[kind].url;
  return kinds[kind].make (&config, error);
}

const char *
ante_assist_setup_get_host (AnteProvider *provider)
{
  return ANTE_IS_REMOTE (provider) ? ante_remote_get_host (ANTE_REMOTE (provider)) : NULL;
}

gboolean
ante_assist_setup_is_in_clear (AnteProvider *provider)
{
  return ANTE_IS_REMOTE (provider) && ante_remote_is_in_clear (ANTE_REMOTE (provider));
}
