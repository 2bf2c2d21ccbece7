#pragma once

#include "model/ante-follow-up.h"
#include "model/ante-records.h"
#include "store/ante-db.h"
#include "store/ante-fields.h"
#include "store/ante-store-changes.h"

G_BEGIN_DECLS

/*
 * Follow-ups, as rows. The one that is open is the lead's next step: both are written in the same
 * act. Private to the store.
 */

/* (transfer full) (element-type AnteFollowUp): of the lead, the newest first; NULL with @error. */
GPtrArray *ante_follow_ups_read (AnteDb *db, gint64 lead_id, GError **error);
/* TRUE with the open one, or NULL where there is none; FALSE with @error. */
gboolean ante_follow_ups_get_open (AnteDb *db, gint64 lead_id, AnteFollowUp **open, GError **error);

/* What @change says, which is one of %ANTE_FIELD_FOLLOW_UP. */
gboolean
ante_follow_ups_keep (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error);
/* The open one becomes @state, and whatever else is open the next step. */
gboolean ante_follow_ups_close (AnteDb *db,
                                const AnteAct *act,
                                const AnteFollowUp *open,
                                AnteFollowUpState state,
                                const char *by,
                                const char *why,
                                GError **error);
/* The next step was changed by hand: so was the follow-up that it is. */
gboolean ante_follow_ups_mirror (AnteDb *db, const AnteAct *act, gint64 lead_id, GError **error);

/* Takes back what @event tells; CONFLICT when it was changed again since. The event of that is the
 * caller's matter. */
gboolean ante_follow_ups_flip (AnteDb *db, const AnteEvent *event, GError **error);

G_END_DECLS
