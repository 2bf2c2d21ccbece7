#pragma once

#include <gio/gio.h>

#include "instagram/ante-instagram-error.h"
#include "model/ante-records.h"
#include "model/ante-thread.h"

G_BEGIN_DECLS

#define ANTE_INSTAGRAM_DEFAULT_URL "https://graph.instagram.com"

#define ANTE_TYPE_INSTAGRAM (ante_instagram_get_type ())
G_DECLARE_FINAL_TYPE (AnteInstagram, ante_instagram, ANTE, INSTAGRAM, GObject)

/*
 * A client of one account. Used on the main thread; JSON is parsed on a worker. It holds the token
 * in memory (never in an address, but where renewal demands it), keeps the rate budget of the
 * Conversations API (one call a second with a burst of two; calls wait their turn, oldest first;
 * while throttled they fail with THROTTLED at once, those that wait too) and bounds every answer
 * before it is parsed. HTTP/1.1, no redirects, no cookies, cache, sniffer or auth manager.
 */

/* NULL with ADDRESS unless @api_url is https or http on loopback. */
AnteInstagram *ante_instagram_new (const char *api_url, const char *token, GError **error);
void ante_instagram_set_token (AnteInstagram *self, const char *token);
/* Our own side's id: needed to tell direction. Set by ante_instagram_get_me_finish() too. */
void ante_instagram_set_user_id (AnteInstagram *self, const char *user_id);
const char *ante_instagram_get_api_url (AnteInstagram *self);

/* Only for tests and benches on the sandbox: another rate than one call a second with a burst of
 * two. Held to what Instagram allows, two and two, unless the API is on loopback. */
void ante_instagram_set_budget (AnteInstagram *self, double per_second, guint burst);

/* Instagram's clock minus ours, ms, from the Date of answers; 0 before the first. More than a few
 * seconds is believed when two answers in a row say so, and more than a month never, unless the API
 * is on loopback. */
gint64 ante_instagram_get_clock_skew (AnteInstagram *self);
/* Requests sent so far, all kinds. */
guint64 ante_instagram_get_n_requests (AnteInstagram *self);
/* Highest usage that a header told lately, percent. */
guint ante_instagram_get_usage (AnteInstagram *self);
/* Until when nothing may leave, ms by our monotonic-safe real clock; 0 when free. */
gint64 ante_instagram_get_retry_at (AnteInstagram *self);

/* GET /me. */
void ante_instagram_get_me_async (AnteInstagram *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
AnteAccount *
ante_instagram_get_me_finish (AnteInstagram *self, GAsyncResult *result, GError **error);

/*
 * GET /me/conversations. @limit rows from cursor @after (NULL: first page), with the @depth newest
 * messages nested (0: thin). Halving @limit when Instagram answers BUSY is the caller's part.
 * Optional fields that this API version refuses are dropped by tiers and remembered.
 */
void ante_instagram_list_threads_async (AnteInstagram *self,
                                        const char *after,
                                        guint limit,
                                        guint depth,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
AnteThreadPage *
ante_instagram_list_threads_finish (AnteInstagram *self, GAsyncResult *result, GError **error);

/* GET /{conversation-id}: its 20 newest messages. @igsid: whose thread it is, to fill the answer's.
 */
void ante_instagram_read_thread_async (AnteInstagram *self,
                                       const char *thread_id,
                                       const char *igsid,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* GET /me/conversations?user_id=: the same by person, for reading back an uncertain send. GONE when
 * there is no thread. */
void ante_instagram_read_person_thread_async (AnteInstagram *self,
                                              const char *igsid,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
AnteThread *
ante_instagram_read_thread_finish (AnteInstagram *self, GAsyncResult *result, GError **error);

/* GET /{message-id}: one message, with addresses of its media that are good again. GONE when it is
 * not among the newest 20 of its thread any more, or was taken back. _finish: (transfer full). */
void ante_instagram_read_message_async (AnteInstagram *self,
                                        const char *mid,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
AnteMessage *
ante_instagram_read_message_finish (AnteInstagram *self, GAsyncResult *result, GError **error);

/* Ids and times alone, newest first, until @stop_mid (not given itself) is met or @max ids were
 * seen: messages with mid and at only. For counting a hole. */
void ante_instagram_list_message_ids_async (AnteInstagram *self,
                                            const char *thread_id,
                                            const char *stop_mid,
                                            guint max,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
GPtrArray *
ante_instagram_list_message_ids_finish (AnteInstagram *self, GAsyncResult *result, GError **error);

/* GET /{IGSID}. NO_CONSENT as the API says. */
void ante_instagram_get_profile_async (AnteInstagram *self,
                                       const char *igsid,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
AnteProfile *
ante_instagram_get_profile_finish (AnteInstagram *self, GAsyncResult *result, GError **error);

/*
 * POST /{user_id}/messages with a text of at most 1000 bytes. _finish gives the message id. Every
 * error but UNKNOWN_OUTCOME means: surely not sent. @reply_to and @human_agent as the outbox item
 * says.
 */
void ante_instagram_send_text_async (AnteInstagram *self,
                                     const char *igsid,
                                     const char *text,
                                     const char *reply_to,
                                     gboolean human_agent,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* The same with a file that ante_instagram_upload_async() has given an id. */
void ante_instagram_send_file_async (AnteInstagram *self,
                                     const char *igsid,
                                     AnteMessageKind kind,
                                     const char *attachment_id,
                                     const char *reply_to,
                                     gboolean human_agent,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* For both. */
char *ante_instagram_send_finish (AnteInstagram *self, GAsyncResult *result, GError **error);

/*
 * POST /{user_id}/message_attachments with the file at @path, which is read bit by bit while it
 * leaves. It sends nothing to anybody, so that it may be done again, and be cancelled. @name: what
 * the file is called. @size: what it must have. _finish gives the id to send it by. FILE_REFUSED:
 * not this file; UPLOAD_REFUSED: no file at all.
 */
void ante_instagram_upload_async (AnteInstagram *self,
                                  const char *path,
                                  const char *name,
                                  AnteMessageKind kind,
                                  const char *mime,
                                  gint64 size,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
char *ante_instagram_upload_finish (AnteInstagram *self, GAsyncResult *result, GError **error);

/* The same with a reaction to one message; @emoji "" takes it off. It may be done again: the last
 * one holds. */
void ante_instagram_react_async (AnteInstagram *self,
                                 const char *igsid,
                                 const char *mid,
                                 const char *emoji,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean ante_instagram_react_finish (AnteInstagram *self, GAsyncResult *result, GError **error);

/**
 * AnteToken:
 * @token: the secret; cleared from memory when freed
 * @expires_at: ms; 0 when not told
 */
typedef struct {
  char *token;
  gint64 expires_at;
} AnteToken;

void ante_token_free (AnteToken *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteToken, ante_token_free)

/* GET /refresh_access_token: sixty more days; the one in use goes on being used until set_token. */
void ante_instagram_renew_token_async (AnteInstagram *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
AnteToken *
ante_instagram_renew_token_finish (AnteInstagram *self, GAsyncResult *result, GError **error);

G_END_DECLS
