#pragma once

#include "model/ante-records.h"
#include "store/ante-db.h"
#include "store/ante-fields.h"

G_BEGIN_DECLS

/* Saved replies, and the words that stand in them, as rows. Private to the store. */

/* (transfer full) (element-type AnteReply): those that are kept, by name; NULL with @error. */
GPtrArray *ante_replies_read (AnteDb *db, GError **error);

/* In the place of reply @id, 0 for a new one; @reply: (nullable): NULL: it is kept no more. */
gboolean ante_replies_keep (
  AnteDb *db, const AnteAct *act, gint64 id, const AnteReply *reply, GError **error);

/* @field: ANTE_FIELD_BOOKING_LINK or ANTE_FIELD_MY_NAME. @value: (nullable) */
gboolean ante_replies_set_words (
  AnteDb *db, const AnteAct *act, const char *field, const char *value, GError **error);

/* Whether @event, which is about no lead, is one of theirs. */
gboolean ante_replies_is_theirs (const AnteEvent *event);
/* Takes back what @event tells; CONFLICT when it was changed again since. The event of that is the
 * caller's matter. */
gboolean ante_replies_flip (AnteDb *db, const AnteEvent *event, GError **error);

G_END_DECLS
