#pragma once

#include "engine/ante-outbox.h"
#include "store/ante-store-reactions.h"

G_BEGIN_DECLS

#define ANTE_TYPE_REACTIONS (ante_reactions_get_type ())
G_DECLARE_FINAL_TYPE (AnteReactions, ante_reactions, ANTE, REACTIONS, GObject)

/*
 * Brings our reactions to Instagram, one after the other, after a restart too. To react is
 * idempotent there: what got no answer is done again. It waits while the outbox may not send.
 *
 * Signal "failed" (const GError *error): Instagram refused one, and the message has again what it
 * had before.
 */
AnteReactions *ante_reactions_new (AnteStore *store, AnteOutbox *outbox);
/* @client: (nullable) */
void ante_reactions_set_client (AnteReactions *self, AnteInstagram *client);
void ante_reactions_start (AnteReactions *self);
void ante_reactions_stop (AnteReactions *self);

/* See ante_store_react_async(): @emoji "" takes it off. */
void ante_reactions_react_async (AnteReactions *self,
                                 gint64 message,
                                 const char *emoji,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean ante_reactions_react_finish (AnteReactions *self, GAsyncResult *result, GError **error);

G_END_DECLS
