#pragma once

#include "assist/ante-remote.h"

G_BEGIN_DECLS

/* Anthropic's Messages. */
AnteProvider *ante_anthropic_new (const AnteRemoteConfig *config, GError **error);

G_END_DECLS
