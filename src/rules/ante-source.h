#pragma once

#include "model/ante-message.h"
#include "model/ante-types.h"

G_BEGIN_DECLS

/* A lead that was silent for this long and writes again has come back. */
#define ANTE_REACTIVATION_DAYS 60

AnteSourceKind
ante_source_of_first (AnteMessage *first, gboolean is_beginning, const char **detail);
gboolean ante_source_is_reactivation (gint64 previous_at, gint64 lead_message_at);

G_END_DECLS
