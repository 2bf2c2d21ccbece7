#pragma once

#include "model/ante-fact.h"
#include "model/ante-message.h"

G_BEGIN_DECLS

/* What is told of what was said since, at most; and the fewest messages for which it is told. */
#define ANTE_CATCH_UP_LINES 3
#define ANTE_CATCH_UP_MESSAGES 3

/**
 * AnteCatchUpLine:
 * @fact: (nullable): what they told of themselves; NULL: they ask, or just say it
 * @asks: it is a question
 * @message: where it stands; of several the first
 * @text: (nullable): its words, where there is no fact that has them; NULL: a message without words
 * @n: of messages without words, how many of the same kind
 *
 * One thing that a lead has said since somebody looked last. It borrows what it points to.
 */
typedef struct {
  const AnteFact *fact;
  gboolean asks;
  const AnteMessage *message;
  const char *text;
  guint n;
} AnteCatchUpLine;

/**
 * ante_catch_up_read:
 * @messages: (element-type AnteMessage): oldest first
 * @facts: (nullable) (element-type AnteFact): of the same lead, in whatever state
 * @since: ms: what was said later is new
 * @until: ms: up to this
 * @n_new: (out): how many messages of the lead are new
 *
 * What has changed, each line with the message that tells it: what they told of themselves first,
 * then what they ask, then the last that they said; in the order in which it was said.
 *
 * Returns: (transfer full) (element-type AnteCatchUpLine): none where too little is new
 */
GArray *ante_catch_up_read (
  GPtrArray *messages, GPtrArray *facts, gint64 since, gint64 until, guint *n_new);

G_END_DECLS
