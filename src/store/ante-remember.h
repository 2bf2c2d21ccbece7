#pragma once

#include "store/ante-db.h"

G_BEGIN_DECLS

/* What the machine finds in a conversation, kept beside what a person says. Private to the store.
 */

/*
 * Reads the conversation of a lead as it is by now, and brings what the machine found in it into
 * line with that: what is new is suggested, what a newer one replaces is superseded, what the words
 * do not show any more is withdrawn. What a person said, or said yes or no to, stays as it is.
 */
gboolean ante_remember_lead (AnteDb *db, gint64 lead_id, gint64 now, GError **error);

G_END_DECLS
