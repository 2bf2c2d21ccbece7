#pragma once

#include "model/ante-records.h"
#include "store/ante-db.h"
#include "store/ante-fields.h"
#include "store/ante-store-changes.h"

G_BEGIN_DECLS

/* Notes about leads, as rows. Private to the store. */

/* (transfer full) (element-type AnteNote): of the lead, oldest first; NULL with @error. */
GPtrArray *ante_notes_read (AnteDb *db, gint64 lead_id, GError **error);

/* What @change says, which is one of ANTE_FIELD_NOTE. */
gboolean ante_notes_keep (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error);

/* Takes back what @event tells; CONFLICT when it was changed again since. The event of that is the
 * caller's matter. */
gboolean ante_notes_flip (AnteDb *db, const AnteEvent *event, GError **error);

G_END_DECLS
