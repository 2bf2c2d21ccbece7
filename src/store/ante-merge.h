#pragma once

#include "model/ante-records.h"
#include "store/ante-db.h"
#include "store/ante-fields.h"
#include "store/ante-store-changes.h"

G_BEGIN_DECLS

/*
 * One person under several handles. What is known stands at one lead's row; the row of each of the
 * others stays as that of a conversation, so that reading it goes on as before: its messages say by
 * which they came. Private to the store.
 */

/* Rows of the lead ?1 and of all that were merged into it. */
#define ANTE_MERGE_PERSON                                                                          \
  "(WITH RECURSIVE person (id) AS (SELECT ?1 UNION SELECT other.id FROM lead AS other JOIN person" \
  " ON other.merged_into = person.id) SELECT id FROM person)"

/* The lead under which all that is known of @lead_id stands, most often itself; 0 where there is no
 * such row, -1 with @error. */
gint64 ante_merge_find_root (AnteDb *db, gint64 lead_id, GError **error);
/* The handles of who was merged into it, for lists that look for them. */
gboolean ante_merge_note_handles (AnteDb *db, gint64 lead_id, GError **error);
/* Whoever waits for news of a person is told of those of their other conversations. */
gboolean ante_merge_touch_roots (AnteDb *db, GError **error);

/* What @change says, which is one of ANTE_FIELD_MERGE. */
gboolean ante_merge_lead (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error);
/* Takes back what @event tells, or does it again. */
gboolean ante_merge_flip (AnteDb *db, const AnteEvent *event, GError **error);

G_END_DECLS
