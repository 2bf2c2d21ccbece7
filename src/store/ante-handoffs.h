#pragma once

#include "model/ante-handoff.h"
#include "model/ante-records.h"
#include "store/ante-db.h"
#include "store/ante-fields.h"
#include "store/ante-store-changes.h"

G_BEGIN_DECLS

/* Handoffs, as rows. Of those of a lead at most one runs. Private to the store. */

/* (transfer full) (element-type AnteHandoff): of the lead, the newest first; NULL with @error. */
GPtrArray *ante_handoffs_read (AnteDb *db, gint64 lead_id, GError **error);
/* (transfer full) (element-type AnteHandoff): those that run and are due by @now. */
GPtrArray *ante_handoffs_read_due (AnteDb *db, gint64 now, GError **error);
/* TRUE with the one that runs, or NULL where there is none; FALSE with @error. */
gboolean
ante_handoffs_get_running (AnteDb *db, gint64 lead_id, AnteHandoff **running, GError **error);

/* What @change says, which is one of %ANTE_FIELD_HANDOFF: the lead gets its owner, and its next
 * action as the next step where no follow-up is planned. */
gboolean
ante_handoffs_keep (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error);
gboolean ante_handoffs_close (AnteDb *db,
                              const AnteAct *act,
                              const AnteHandoff *running,
                              AnteHandoffState state,
                              const char *why,
                              GError **error);
/* The owner was changed: what was agreed with another ends. */
gboolean ante_handoffs_mirror (AnteDb *db, const AnteAct *act, gint64 lead_id, GError **error);

/* Takes back what @event tells; CONFLICT when it was changed again since. The event of that is the
 * caller's matter. */
gboolean ante_handoffs_flip (AnteDb *db, const AnteEvent *event, GError **error);

G_END_DECLS
