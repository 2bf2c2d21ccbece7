#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-message.h"

G_DEFINE_FINAL_TYPE (AnteMessage, ante_message, G_TYPE_OBJECT)

AnteAttachment *
ante_attachment_new (AnteMessageKind kind)
{
  AnteAttachment *self = g_new0 (AnteAttachment, 1);

  self->kind = kind;
  return self;
}

void
ante_attachment_free (AnteAttachment *self)
{
  if (self == NULL)
    return;

  g_free (self->mime);
  g_free (self->url);
  g_free (self->preview_url);
  g_free (self->title);
  g_free (self);
}

static void
ante_message_finalize (GObject *object)
{
  AnteMessage *self = ANTE_MESSAGE (object);

  g_free (self->mid);
  g_free (self->author);
  g_free (self->text);
  g_free (self->reply_to);
  g_free (self->story_id);
  g_free (self->story_url);
  g_free (self->reactions);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_message_parent_class)->finalize (object);
}

static void
ante_message_class_init (AnteMessageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_message_finalize;
}

static void
ante_message_init (AnteMessage *self)
{
}

/**
 * ante_message_new:
 *
 * Returns: (transfer full): an empty message, to be filled by its maker before anyone else sees it
 */
AnteMessage *
ante_message_new (void)
{
  return g_object_new (ANTE_TYPE_MESSAGE, NULL);
}

/**
 * ante_message_take_attachment:
 * @attachment: (transfer full): what came with the message
 *
 * For the maker of the message only.
 */
void
ante_message_take_attachment (AnteMessage *self, AnteAttachment *attachment)
{
  g_return_if_fail (ANTE_IS_MESSAGE (self));

  if (self->attachments == NULL)
    self->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_attachment_free);
  g_ptr_array_add (self->attachments, attachment);
}
