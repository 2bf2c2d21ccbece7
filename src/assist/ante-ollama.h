#pragma once

#include "assist/ante-remote.h"

G_BEGIN_DECLS

/* Ollama's own chat, which alone can say how long a prompt may be. */
AnteProvider *ante_ollama_new (const AnteRemoteConfig *config, GError **error);

G_END_DECLS
