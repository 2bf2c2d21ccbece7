#pragma once

#include "model/ante-message.h"
#include "store/ante-db.h"

G_BEGIN_DECLS

/*
 * What a card shows is kept in the lead's own row, so that a card is one row read. This is the one
 * place that reckons it from the messages. Private to the store.
 */

/* Again from the newest messages: last line, last of the lead, owes a reply, unread. */
gboolean ante_projection_update (AnteDb *db, gint64 lead_id, GError **error);

/* A message of the lead's own has come in that was not known: one of @at. */
gboolean ante_projection_note_heard (AnteDb *db, gint64 lead_id, gint64 at, GError **error);
/* (transfer full): one line that stands for @message in a row. */
char *ante_projection_describe (AnteMessage *message);
/* The same, of who was put off: they have written, so they are back. Before the projection. */
gboolean ante_projection_wake (AnteDb *db, gint64 lead_id, gint64 at, gint64 now, GError **error);

G_END_DECLS
