#pragma once

#include "model/ante-fact.h"
#include "store/ante-db.h"
#include "store/ante-fields.h"
#include "store/ante-store-changes.h"

G_BEGIN_DECLS

/* What is known about leads, as rows. Private to the store. */

/* (transfer full) (element-type AnteFact): of the lead, oldest first; NULL with @error. */
GPtrArray *ante_facts_read (AnteDb *db, gint64 lead_id, gboolean only_confirmed, GError **error);

/* A fact that somebody says: @change has its kind as value and its words as detail, and where they
 * stand, if they do. */
gboolean ante_facts_say (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error);

/* A fact that a model proposes, with the words that prove it; nobody stands behind it yet. One that
 * is known in whatever state, or whose words are not there, is left out. @is_new: (out). */
gboolean ante_facts_suggest (
  AnteDb *db, gint64 lead_id, const AnteFact *fact, gint64 now, gboolean *is_new, GError **error);

/* A person's yes or no to a fact: @change has the state as value and the row id as detail. Of a
 * kind of which one holds, the one that held is superseded. */
gboolean
ante_facts_answer (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error);
/* Takes back what @event, one of %ANTE_FIELD_FACT_STATE, tells; CONFLICT where it was answered
 * otherwise since. */
gboolean ante_facts_flip_state (AnteDb *db, const AnteEvent *event, GError **error);

/* Takes back what @event, one of ANTE_FIELD_FACT, tells; CONFLICT where a newer fact holds by now.
 * The event of that is the caller's matter. */
gboolean ante_facts_flip (AnteDb *db, const AnteEvent *event, GError **error);

G_END_DECLS
