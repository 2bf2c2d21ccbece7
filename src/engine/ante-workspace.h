#pragma once

#include "engine/ante-booking-watch.h"
#include "engine/ante-drafting.h"
#include "engine/ante-follow-through.h"
#include "engine/ante-media.h"
#include "engine/ante-outbox.h"
#include "engine/ante-reactions.h"
#include "engine/ante-sync.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteTokenKeeping:
 * @ANTE_TOKEN_KEPT_OR_SESSION: where ante-secrets.h says, or in memory where that cannot be
 * @ANTE_TOKEN_IN_MEMORY: as long as the program runs
 * @ANTE_TOKEN_KEPT: where ante-secrets.h says; where that cannot be, nothing is connected
 */
typedef enum {
  ANTE_TOKEN_KEPT_OR_SESSION,
  ANTE_TOKEN_IN_MEMORY,
  ANTE_TOKEN_KEPT,
} AnteTokenKeeping;

#define ANTE_TYPE_WORKSPACE (ante_workspace_get_type ())
G_DECLARE_FINAL_TYPE (AnteWorkspace, ante_workspace, ANTE, WORKSPACE, GObject)

/*
 * One open data folder with what happens by itself in it: the store, the account's client, sync and
 * outbox, joined and otherwise left to themselves. Thin on purpose: each part has its own file, and
 * views go to the part.
 *
 * Properties (notify): "account" (boxed AnteAccount, NULL before one is connected),
 * "sign-in-needed" (the token is gone or refused), "at-keyring" (the keyring was asked for the
 * token or to keep it, and has not answered: it may wait for a person).
 */
AnteWorkspace *ante_workspace_new (const char *data_dir, AnteStoreMode mode);

/* Opens the store, settles what a crash left, loads account and token, and starts sync and outbox
 * when @live. A missing token is no error. */
void ante_workspace_open_async (AnteWorkspace *self,
                                gboolean live,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean ante_workspace_open_finish (AnteWorkspace *self, GAsyncResult *result, GError **error);
/* Stops what runs, waits for queued writes. */
void ante_workspace_close (AnteWorkspace *self);

/*
 * Checks @token against GET /me and one look at the conversations, keeps it as @keeping says and
 * writes the account. Errors are ANTE_INSTAGRAM_ERROR, each with its own advice
 * (ante_advice_for_error()); INVALID when the folder belongs to another account; NOT_KEPT of
 * ante-secrets.h, and then nothing was written.
 */
void ante_workspace_connect_async (AnteWorkspace *self,
                                   const char *api_url,
                                   const char *token,
                                   AnteTokenKeeping keeping,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean ante_workspace_connect_finish (AnteWorkspace *self, GAsyncResult *result, GError **error);

/* All may be NULL only before open. */
/* Whether @store is that of @self (nullable): an answer of any other is about data that have been
 * closed since they were asked. */
gboolean ante_workspace_has_store (AnteWorkspace *self, gpointer store);
AnteStore *ante_workspace_get_store (AnteWorkspace *self);
AnteSync *ante_workspace_get_sync (AnteWorkspace *self);
/* Renews the token where it is time. It is looked after every few hours; whoever moves the
 * sandbox's clock by weeks cannot wait. */
void ante_workspace_check_token (AnteWorkspace *self);
AnteOutbox *ante_workspace_get_outbox (AnteWorkspace *self);
AnteDrafting *ante_workspace_get_drafting (AnteWorkspace *self);
AnteFollowThrough *ante_workspace_get_follow_through (AnteWorkspace *self);
AnteBookingWatch *ante_workspace_get_booking_watch (AnteWorkspace *self);
AnteMedia *ante_workspace_get_media (AnteWorkspace *self);
AnteReactions *ante_workspace_get_reactions (AnteWorkspace *self);
/* (nullable): as last read. */
const AnteAccount *ante_workspace_get_account (AnteWorkspace *self);
gboolean ante_workspace_get_sign_in_needed (AnteWorkspace *self);
gboolean ante_workspace_is_at_keyring (AnteWorkspace *self);
/* Whether there is a token at all, be it good or refused. */
gboolean ante_workspace_has_token (AnteWorkspace *self);

/* The time by Instagram's clock, ms: what windows, due times and orders are reckoned with. */
gint64 ante_workspace_now (AnteWorkspace *self);

void ante_workspace_set_human_agent_async (AnteWorkspace *self,
                                           gboolean human_agent,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean
ante_workspace_set_human_agent_finish (AnteWorkspace *self, GAsyncResult *result, GError **error);

G_END_DECLS
