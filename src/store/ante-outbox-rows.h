#pragma once

#include "model/ante-outbox-item.h"
#include "store/ante-db.h"

G_BEGIN_DECLS

/* Private to the store: puts @item in as queued, with its receipt; one by a person cancels what an
 * automaton has not said yet, and withdraws what it proposes. */
gboolean ante_outbox_rows_add (AnteDb *db, AnteOutboxItem *item, gint64 *id, GError **error);

/* Takes back what an automaton has queued for a lead. */
gboolean
ante_outbox_rows_withdraw (AnteDb *db, gint64 lead_id, const char *why, gint64 at, GError **error);

G_END_DECLS
