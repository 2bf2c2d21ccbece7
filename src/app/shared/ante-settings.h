#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* To the next lead, once one is through with a lead (boolean). */
#define ANTE_SETTING_ADVANCE "advance"

/* (transfer full) (nullable): what this person has set on this machine; %NULL where the schema is
 * not installed or older than @keys, which ends with %NULL: asking it would end the program. */
GSettings *ante_settings_open (const char *const *keys);

gboolean ante_settings_advances (void);

G_END_DECLS
