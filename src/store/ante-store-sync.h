#pragma once

#include "model/ante-thread.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteThreadState:
 * @known: the thread is stored
 * @updated_at: "updated_time" last processed, ms
 * @newest_mid: (nullable): newest stored message that came from Instagram and stands there yet
 * @newest_at: its time, ms
 * @lead_id: row id of its lead
 */
typedef struct {
  gboolean known;
  gint64 updated_at;
  char *newest_mid;
  gint64 newest_at;
  gint64 lead_id;
} AnteThreadState;

void ante_thread_state_free (AnteThreadState *self);

/* States of threads by Instagram's conversation ids: (element-type AnteThreadState), in the order
 * asked. */
void ante_store_thread_states_async (AnteStore *self,
                                     const char *const *thread_ids,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *ante_store_thread_states_finish (AnteStore *self, GAsyncResult *result, GError **error);

/**
 * AnteIngest:
 * @threads: (element-type AnteThread): what was read, any order
 * @now: the time by Instagram's clock, ms
 * @set_cursor: write @cursor (may be %NULL) as the place where the pass goes on
 * @cursor: (nullable): see @set_cursor
 * @high_water: new high-water mark, ms; 0 to leave it
 * @pass_done: the pass reached its stop: last-synced is @now
 * @first_done: the first pass has read the whole list
 */
typedef struct {
  GPtrArray *threads;
  gint64 now;
  gboolean set_cursor;
  const char *cursor;
  gint64 high_water;
  gboolean pass_done;
  gboolean first_done;
} AnteIngest;

/**
 * AnteIngestResult:
 * @messages_new: messages stored for the first time
 * @messages_known: messages that were there already (changed text or reactions are written over)
 * @leads_new: leads seen for the first time
 * @unsent: messages found to have been taken back: their content is gone
 * @gaps: threads with an open hole, in all, after this
 */
typedef struct {
  guint messages_new;
  guint messages_known;
  guint leads_new;
  guint unsent;
  guint gaps;
} AnteIngestResult;

/*
 * Stores a page in one transaction together with its cursor: messages (unique by their id), leads
 * (new ones in "new inbound", owned by the coach), source of the first touch, reactivation as a
 * later touch, window, owes-a-reply, unread, gaps, unsent messages (a stored one that Instagram had
 * given, missing while an older one is there). A message of ours that no outbox item explains has
 * author "elsewhere". Returns FALSE with nothing written on error.
 */
void ante_store_ingest_async (AnteStore *self,
                              const AnteIngest *ingest,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean ante_store_ingest_finish (AnteStore *self,
                                   GAsyncResult *result,
                                   AnteIngestResult *counts,
                                   GError **error);

/* Writes a profile (or that Instagram refuses it) and when it was read. */
void ante_store_set_profile_async (AnteStore *self,
                                   const AnteProfile *profile,
                                   gint64 now,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean ante_store_set_profile_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* Instagram ids of leads whose profile was never read or is older than @before, most recently
 * active first: a GStrv. */
void ante_store_profiles_due_async (AnteStore *self,
                                    gint64 before,
                                    guint limit,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GStrv ante_store_profiles_due_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* Instagram said that this person cannot or will not receive: stop for this contact, or go on
 * again. */
void ante_store_set_cannot_receive_async (AnteStore *self,
                                          gint64 lead_id,
                                          gboolean cannot_receive,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean
ante_store_set_cannot_receive_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
