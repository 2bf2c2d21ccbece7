#pragma once

#include <glib.h>

#include "model/ante-message.h"

G_BEGIN_DECLS

/**
 * AnteThread:
 * @id: Instagram's conversation id
 * @updated_at: its "updated_time", ms
 * @igsid: the other person
 * @username: (nullable): their handle, as the list of participants had it
 * @messages: (element-type AnteMessage): decoded, newest first; may be empty
 * @depth: how many messages were asked for; fewer than that came back means the thread's beginning
 * was reached
 * @has_older: the thread has messages before the oldest of @messages
 * @in_order: the answer gave them so; %FALSE where one had to be left out, was there twice, had no
 * time or stood in another place: such an answer is no witness of what is missing
 * @has_reactions: they were asked for, so that a message without any has none
 * @as_of: when Instagram answered, by its own clock, ms; 0 where it did not say
 * @missed: (nullable) (element-type utf8): ids of what lies between what was read and what was
 * stored, which Instagram lists but no longer gives; empty where nothing does, %NULL where it did
 * not list them
 *
 * What one answer told of one conversation.
 */
typedef struct {
  char *id;
  gint64 updated_at;
  char *igsid;
  char *username;
  GPtrArray *messages;
  guint depth;
  gboolean has_older;
  gboolean in_order;
  gboolean has_reactions;
  gint64 as_of;
  GPtrArray *missed;
} AnteThread;

AnteThread *ante_thread_new (void);
void ante_thread_free (AnteThread *self);

/**
 * AnteThreadPage:
 * @threads: (element-type AnteThread): in the order of the answer
 * @after: (nullable): cursor of the next page, %NULL after the last
 */
typedef struct {
  GPtrArray *threads;
  char *after;
} AnteThreadPage;

AnteThreadPage *ante_thread_page_new (void);
void ante_thread_page_free (AnteThreadPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteThread, ante_thread_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteThreadPage, ante_thread_page_free)

G_END_DECLS
