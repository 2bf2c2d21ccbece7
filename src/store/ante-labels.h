#pragma once

#include "store/ante-fields.h"
#include "store/ante-store-changes.h"

G_BEGIN_DECLS

/* Puts one label on a lead or takes it off, in an act. Private to the store. */
gboolean
ante_labels_change (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error);

/* (transfer full): the names of both, as a lead's row has them. */
char *ante_labels_unite (const char *labels, const char *others);

G_END_DECLS
