#pragma once

#include "model/ante-booking.h"
#include "model/ante-records.h"
#include "store/ante-db.h"
#include "store/ante-fields.h"
#include "store/ante-store-changes.h"

G_BEGIN_DECLS

/* What came of calls, as rows. Private to the store. */

/* TRUE with what holds of the booking, or NULL where nobody has said; FALSE with @error. */
gboolean ante_calls_get (AnteDb *db, gint64 booking_id, AnteCallRecord **call, GError **error);
/* What @change says, which is one of %ANTE_FIELD_CALL. */
gboolean ante_calls_keep (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error);
/* Takes back what @event tells; CONFLICT when it was changed again since. */
gboolean ante_calls_flip (AnteDb *db, const AnteEvent *event, GError **error);

G_END_DECLS
