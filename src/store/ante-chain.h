#pragma once

#include "model/ante-receipt.h"
#include "store/ante-db.h"

G_BEGIN_DECLS

/*
 * The record: verdicts, decisions and sends, each with the hash of the one before it. It is written
 * within the transaction of what it tells. Private to the store.
 */

/* @content: "name value" a line; no words of a lead. @id (out) (optional): its row. */
gboolean ante_chain_append (
  AnteDb *db, gint64 at, const char *kind, const char *content, gint64 *id, GError **error);

/* Keeps @receipt with its row of the record, and marks its version of the playbook as used.
 * @draft_id: 0 for none. */
gboolean ante_chain_add_receipt (
  AnteDb *db, const AnteReceipt *receipt, gint64 draft_id, gint64 *id, GError **error);

/**
 * ante_chain_check:
 * @n_rows: (out): how many there are
 * @broken: (out): the first row that does not follow from the one before, or whose receipt was
 * changed; 0 when all is well
 *
 * Returns: %FALSE when it could not be read
 */
gboolean ante_chain_check (AnteDb *db, gint64 *n_rows, gint64 *broken, GError **error);

G_END_DECLS
