#pragma once

#include "model/ante-outbox-item.h"
#include "store/ante-db.h"

G_BEGIN_DECLS

/* The rows of files that are sent. Each is part of a transaction of its caller's. Private to the
 * store. */

/* @file goes with the outbox item, and no longer with what is being written. */
gboolean ante_outgoing_put_in (
  AnteDb *db, gint64 outbox_id, gint64 lead_id, const AnteOutgoingFile *file, GError **error);
/* The sending of an item begins: if its outcome stays open, it is none of the messages of now. */
gboolean ante_outgoing_note_begun (AnteDb *db, gint64 outbox_id, GError **error);
/* What was taken back stands with what is being written again; what a person tries again is
 * uploaded anew. */
gboolean ante_outgoing_note_settled (
  AnteDb *db, AnteOutboxItem *item, AnteOutboxState from, AnteOutboxState to, GError **error);
/* @file is what the message @message_id brings. */
gboolean
ante_outgoing_attach (AnteDb *db, gint64 message_id, const AnteOutgoingFile *file, GError **error);
/* Our own copy is shown with the message; where that cannot be, it is fetched like any other. */
void ante_outgoing_keep (const char *data_dir, const AnteOutgoingFile *file, const char *mid);

G_END_DECLS
