#pragma once

#include "store/ante-fields.h"
#include "store/ante-rows.h"
#include "store/ante-store-changes.h"

G_BEGIN_DECLS

/* Objections that were answered. Private to the store. */

/* @change: of %ANTE_FIELD_HANDLED. */
gboolean
ante_objections_handle (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error);
/* Takes back what @event tells; CONFLICT where it is otherwise by now. */
gboolean ante_objections_flip (AnteDb *db, const AnteEvent *event, GError **error);

G_END_DECLS
