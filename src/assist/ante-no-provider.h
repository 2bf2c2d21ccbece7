#pragma once

#include "assist/ante-provider.h"

G_BEGIN_DECLS

#define ANTE_TYPE_NO_PROVIDER (ante_no_provider_get_type ())
G_DECLARE_FINAL_TYPE (AnteNoProvider, ante_no_provider, ANTE, NO_PROVIDER, AnteProvider)

/* With AI off: whoever asks it is told so, and nothing is opened. */
AnteProvider *ante_no_provider_new (void);

G_END_DECLS
