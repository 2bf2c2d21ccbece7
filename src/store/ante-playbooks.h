#pragma once

#include "model/ante-receipt.h"
#include "store/ante-fields.h"
#include "store/ante-rows.h"

G_BEGIN_DECLS

/* The versions of the playbook. Private to the store. */

/* (nullable): version @id, 0 for the one that holds; NULL without an error where there is none. */
AntePlaybookVersion *ante_playbooks_get (AnteDb *db, gint64 id, GError **error);
GPtrArray *ante_playbooks_list (AnteDb *db, GError **error);
/* @replace: it takes the number of the newest one, where nothing was decided by that. */
gboolean ante_playbooks_keep (AnteDb *db,
                              const AnteAct *act,
                              const char *document,
                              const char *note,
                              gboolean replace,
                              GError **error);
gboolean ante_playbooks_is_theirs (const AnteEvent *event);
gboolean ante_playbooks_flip (AnteDb *db, const AnteEvent *event, GError **error);

G_END_DECLS
