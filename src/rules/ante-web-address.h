#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ante_web_address_read:
 * @words: an address as it stands in a message
 * @host: (out) (optional) (transfer full): where it leads
 *
 * What may be opened: https alone, to a name and not a number, with nothing before the name that
 * looks like another. An address without a scheme is taken for https.
 *
 * Returns: (transfer full) (nullable): the whole address; %NULL: it is left alone
 */
char *ante_web_address_read (const char *words, char **host);

G_END_DECLS
