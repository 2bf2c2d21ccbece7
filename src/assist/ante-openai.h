#pragma once

#include "assist/ante-remote.h"

G_BEGIN_DECLS

/* Chat completions, as OpenAI and all who imitate it speak them. */
AnteProvider *ante_openai_new (const AnteRemoteConfig *config, GError **error);

G_END_DECLS
