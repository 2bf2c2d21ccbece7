#pragma once

#include "assist/ante-provider.h"

G_BEGIN_DECLS

/**
 * AnteAssistSetup:
 * @provider: (nullable): "openai", "anthropic", "ollama" or "echo"; %NULL or "off": AI is off
 * @api_url: (nullable): %NULL: the provider's own address
 * @model: (nullable): asked
 * @key: (nullable): copied by what is made
 * @flavour: (nullable): see AnteRemoteConfig
 * @local_only: nothing may leave this machine
 *
 * Which provider is asked, as a person chose it.
 */
typedef struct {
  const char *provider;
  const char *api_url;
  const char *model;
  const char *key;
  const char *flavour;
  gboolean local_only;
} AnteAssistSetup;

gboolean ante_assist_setup_knows (const char *provider);
/* (nullable): the provider's own address; %NULL for one without a network. */
const char *ante_assist_setup_default_url (const char *provider);
AnteProvider *ante_assist_setup_make (const AnteAssistSetup *setup, GError **error);
/* To whom it speaks; %NULL where that is nobody. */
const char *ante_assist_setup_get_host (AnteProvider *provider);

/* Key and words go there for the whole network to read: a person should be warned. */
gboolean ante_assist_setup_is_in_clear (AnteProvider *provider);

G_END_DECLS
