#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reactions to a message as they are kept: "EMOJI PARTY", with a semicolon between. Pure. */

/* (transfer full): the one of our side, "" for none; @reactions: (nullable). */
char *ante_reaction_list_dup_own (const char *reactions);
/* (transfer full) (nullable): with @emoji as the one of our side, "" for none; NULL where there are
 * none at all. */
char *ante_reaction_list_set_own (const char *reactions, const char *emoji);
/* Whether it can be kept as one: short, and without the signs that divide the list. */
gboolean ante_reaction_list_is_emoji (const char *emoji);

G_END_DECLS
