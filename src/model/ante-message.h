#pragma once

#include <glib-object.h>

#include "model/ante-types.h"

G_BEGIN_DECLS

/**
 * AnteAttachment:
 * @kind: what it is
 * @mime: (nullable): media type as Instagram said
 * @url: (nullable): expiring address
 * @preview_url: (nullable): expiring address of a smaller picture
 * @title: (nullable): file name, or name of what was shared; foreign text
 * @width: pixels, 0 when not known
 * @height: pixels, 0 when not known
 *
 * Something that came with a message.
 */
typedef struct {
  AnteMessageKind kind;
  char *mime;
  char *url;
  char *preview_url;
  char *title;
  int width;
  int height;
} AnteAttachment;

AnteAttachment *ante_attachment_new (AnteMessageKind kind);
void ante_attachment_free (AnteAttachment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteAttachment, ante_attachment_free)

#define ANTE_TYPE_MESSAGE (ante_message_get_type ())
G_DECLARE_FINAL_TYPE (AnteMessage, ante_message, ANTE, MESSAGE, GObject)

/**
 * AnteMessage:
 * @id: row id, 0 while it is only decoded
 * @lead_id: row id of the lead, 0 while it is only decoded
 * @mid: Instagram's message id
 * @at: when it was sent by Instagram's clock, ms
 * @author: who wrote it: see ante-party.h. Decoded from the wire it is "lead" or "elsewhere"
 * @kind: text, or what else it is
 * @text: (nullable): the words, cleaned; %NULL when it has none
 * @reply_to: (nullable): message id that it answers
 * @story_id: (nullable): id of the story that it answers or that mentions us
 * @story_url: (nullable): expiring address of that story
 * @reactions: (nullable): "❤ lead;🔥 coach": an emoji and a party each
 * @unsent: taken back by its author; text and attachments are gone
 * @attachments: (nullable) (element-type AnteAttachment): what came with it
 *
 * One message of a thread. A snapshot: see #AnteStage.
 */
struct _AnteMessage {
  GObject parent_instance;

  gint64 id;
  gint64 lead_id;
  char *mid;
  gint64 at;
  char *author;
  AnteMessageKind kind;
  char *text;
  char *reply_to;
  char *story_id;
  char *story_url;
  char *reactions;
  gboolean unsent;
  gboolean at_guessed; /* the answer gave no time, and a known one is the better */
  GPtrArray *attachments;
};

AnteMessage *ante_message_new (void);
void ante_message_take_attachment (AnteMessage *self, AnteAttachment *attachment);

G_END_DECLS
