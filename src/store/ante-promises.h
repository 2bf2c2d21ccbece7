#pragma once

#include "store/ante-db.h"

G_BEGIN_DECLS

/*
 * What messages mean for what was planned and agreed: an answer of the lead ends a follow-up, one
 * of ours does it or meets a handoff. Private to the store.
 */

/* After the messages of a lead have changed. In an act of the machine, if anything came of it. */
gboolean ante_promises_meet (AnteDb *db, gint64 lead_id, gint64 now, GError **error);

/* What a card shows of them, again from their rows. */
gboolean ante_promises_settle (AnteDb *db, gint64 lead_id, GError **error);

G_END_DECLS
