#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-outbox-item.h"

#include "model/ante-party.h"

G_DEFINE_FINAL_TYPE (AnteOutboxItem, ante_outbox_item, G_TYPE_OBJECT)

static void
ante_outbox_item_finalize (GObject *object)
{
  AnteOutboxItem *self = ANTE_OUTBOX_ITEM (object);

  g_free (self->handle);
  g_free (self->igsid);
  g_free (self->text);
  g_clear_pointer (&self->file, ante_outgoing_file_free);
  g_free (self->author);
  g_free (self->reply_to);
  g_free (self->error);
  g_free (self->mid);
  g_clear_pointer (&self->verdict, ante_verdict_free);
  g_clear_pointer (&self->receipt, ante_receipt_free);
  G_OBJECT_CLASS (ante_outbox_item_parent_class)->finalize (object);
}

static void
ante_outbox_item_class_init (AnteOutboxItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_outbox_item_finalize;
}

static void
ante_outbox_item_init (AnteOutboxItem *self)
{
}

/**
 * ante_outbox_item_new:
 *
 * Returns: (transfer full): an empty item, to be filled by its maker before anyone else sees it
 */
AnteOutboxItem *
ante_outbox_item_new (void)
{
  return g_object_new (ANTE_TYPE_OUTBOX_ITEM, NULL);
}

/**
 * ante_outbox_item_is_open:
 *
 * Returns: whether something is still to happen: neither sent nor cancelled
 */
gboolean
ante_outbox_item_is_open (AnteOutboxItem *self)
{
  g_return_val_if_fail (ANTE_IS_OUTBOX_ITEM (self), FALSE);

  return self->state != ANTE_OUTBOX_SENT && self->state != ANTE_OUTBOX_CANCELLED;
}

/**
 * ante_outbox_item_is_for_later:
 *
 * Returns: whether a person chose the time at which it leaves, in place of the moments in which
 * anything can be taken back
 */
gboolean
ante_outbox_item_is_for_later (AnteOutboxItem *self)
{
  return !ante_party_is_automatic (self->author) &&
         self->undo_until - self->created_at >= ANTE_OUTBOX_ITEM_LATER_MS;
}
