#pragma once

#include <glib-object.h>

#include "model/ante-outgoing-file.h"
#include "model/ante-receipt.h"
#include "model/ante-types.h"
#include "model/ante-verdict.h"

G_BEGIN_DECLS

/* The least time from now to which an answer can be put off, ms. */
#define ANTE_OUTBOX_ITEM_LATER_MS 60000

#define ANTE_TYPE_OUTBOX_ITEM (ante_outbox_item_get_type ())
G_DECLARE_FINAL_TYPE (AnteOutboxItem, ante_outbox_item, ANTE, OUTBOX_ITEM, GObject)

/**
 * AnteOutboxItem:
 * @id: row id, given out in growing order; the order of sending within a thread
 * @lead_id: row id of the lead
 * @handle: the lead's handle when the snapshot was made
 * @igsid: whom it is for
 * @text: what to send, exactly; "" for a file
 * @file: (nullable): the file to send
 * @author: who says it: see ante-party.h
 * @state: where it stands
 * @reply_to: (nullable): message id that it answers
 * @human_tag: it leaves with the human-agent tag
 * @attempts: how often it was begun
 * @created_at: when it was put in, ms
 * @undo_until: until then it waits and can be taken back, ms; of one that is to leave later, when
 * @not_before: it is not tried before this, ms
 * @started_at: when the last attempt began by Instagram's clock, ms; 0 before the first
 * @error: (nullable): nick of what went wrong, such as "window-closed", "offline", "cannot-receive"
 * @mid: (nullable): Instagram's message id, once known
 * @verdict: what the rules said when it was put in
 * @via: row id of the lead whose conversation it leaves by, where several were merged; 0 for the
 * lead's own
 * @receipt: (nullable): what it is put in with; never read back. Nothing automatic goes in without
 * @receipt_id: row id of the newest one; 0 for none
 * @draft_id: row id of the machine's draft that it comes of; 0 for none
 * @draft_burst_at: up to when that answers the lead, ms; 0 for none
 *
 * One answer on its way. A snapshot: see #AnteStage.
 */
struct _AnteOutboxItem {
  GObject parent_instance;

  gint64 id;
  gint64 lead_id;
  char *handle;
  char *igsid;
  char *text;
  AnteOutgoingFile *file;
  char *author;
  AnteOutboxState state;
  char *reply_to;
  gboolean human_tag;
  guint attempts;
  gint64 created_at;
  gint64 undo_until;
  gint64 not_before;
  gint64 started_at;
  char *error;
  char *mid;
  AnteVerdict *verdict;
  gint64 via;
  AnteReceipt *receipt;
  gint64 receipt_id;
  gint64 draft_id;
  gint64 draft_burst_at;
};

AnteOutboxItem *ante_outbox_item_new (void);
gboolean ante_outbox_item_is_open (AnteOutboxItem *self);
gboolean ante_outbox_item_is_for_later (AnteOutboxItem *self);

G_END_DECLS
