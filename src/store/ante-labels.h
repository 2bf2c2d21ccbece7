#pragma once

#include "store/ante-fields.h"
#include "store/ante-store-changes.h"

G_BEGIN_DECLS

/* Puts one label on a lead or takes it off, in an act. Private to the store. */
gboolean
ante_labels_change (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error);

G_END_DECLS
