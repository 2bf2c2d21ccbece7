#pragma once

#include "assist/ante-assist-address.h"
#include "assist/ante-provider.h"
#include "assist/ante-wire.h"

G_BEGIN_DECLS

/**
 * AnteRemoteConfig:
 * @base_url: where the provider is
 * @model: (nullable): asked; none is needed to list them
 * @key: (nullable): copied, and cleared at the end
 * @local_only: nothing may leave this machine
 * @flavour: (nullable): whose habits a server has that speaks as OpenAI does: "openai",
 * "openrouter", "groq", "mistral", "plain"; %NULL: by its host
 */
typedef struct {
  const char *base_url;
  const char *model;
  const char *key;
  gboolean local_only;
  const char *flavour;
} AnteRemoteConfig;

/**
 * AnteRemoteTimes:
 * @wire: of one request
 * @retry_ms: before the first repetition; each later one waits twice as long
 * @retry_most_ms: but no longer than this
 * @obey_ms: a wait that is asked for is obeyed up to this
 * @rest_ms: after five failures in a row
 */
typedef struct {
  AnteWireTimes wire;
  guint retry_ms;
  guint retry_most_ms;
  guint obey_ms;
  guint rest_ms;
} AnteRemoteTimes;

#define ANTE_TYPE_REMOTE (ante_remote_get_type ())
G_DECLARE_DERIVABLE_TYPE (AnteRemote, ante_remote, ANTE, REMOTE, AnteProvider)

const char *ante_remote_get_host (AnteRemote *self);
AntePlace ante_remote_get_place (AnteRemote *self);
/* Key and words go there without TLS, for the whole network to read. */
gboolean ante_remote_is_in_clear (AnteRemote *self);
const char *ante_remote_get_model (AnteRemote *self);

void ante_remote_set_model (AnteRemote *self, const char *model);
void ante_remote_set_key (AnteRemote *self, const char *key);
void ante_remote_set_local_only (AnteRemote *self, gboolean local_only);
void ante_remote_set_tariff (AnteRemote *self, const AnteTariff *tariff);
void ante_remote_get_times (AnteRemote *self, AnteRemoteTimes *times);
void ante_remote_set_times (AnteRemote *self, const AnteRemoteTimes *times);
void ante_remote_wake (AnteRemote *self);

char *ante_remote_dup_learnt (AnteRemote *self, const char *model);
void ante_remote_set_learnt (AnteRemote *self, const char *model, const char *text, gint64 now_ms);

G_END_DECLS
