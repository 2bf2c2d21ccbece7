#pragma once

#include "store/ante-db.h"
#include "store/ante-store-outbox.h"

G_BEGIN_DECLS

/* What the rules of sending ask of the database. Private to the store. */

AnteSendFacts *ante_send_facts_read (AnteDb *db, gint64 lead_id, GError **error);

G_END_DECLS
