#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

/*
 * Our reaction to a message, "" for none: it is shown at once, and kept as a wish until Instagram
 * has it. A newer one takes the place of an older. INVALID for what is no emoji, NOT_FOUND where
 * the message is gone or was taken back.
 */
void ante_store_react_async (AnteStore *self,
                             gint64 message_id,
                             const char *emoji,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean ante_store_react_finish (AnteStore *self, GAsyncResult *result, GError **error);

/**
 * AnteReactionWish:
 * @message_id: row id of the message
 * @mid: Instagram's id of it
 * @igsid: whose conversation it is in
 * @emoji: "" to take it off
 */
typedef struct {
  gint64 message_id;
  char *mid;
  char *igsid;
  char *emoji;
} AnteReactionWish;

void ante_reaction_wish_free (AnteReactionWish *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteReactionWish, ante_reaction_wish_free)

/* The oldest of them; %NULL without @error when there is none. */
void ante_store_next_reaction_async (AnteStore *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
AnteReactionWish *
ante_store_next_reaction_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* Instagram has it, or refused: then the message has what it had before. A wish that has changed
 * meanwhile stays. */
void ante_store_settle_reaction_async (AnteStore *self,
                                       const AnteReactionWish *wish,
                                       gboolean is_done,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean ante_store_settle_reaction_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
