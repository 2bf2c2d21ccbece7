#pragma once

#include "model/ante-message.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteGap:
 * @after_at: the hole lies after the message of this time, ms
 * @before_at: and before the one of this time, ms
 * @missing: how many messages are known to be missing; 0 when not known
 *
 * A hole in a thread that Instagram no longer gives.
 */
typedef struct {
  gint64 after_at;
  gint64 before_at;
  guint missing;
} AnteGap;

/**
 * AnteMessagePage:
 * @messages: (element-type AnteMessage): oldest first
 * @gaps: (element-type AnteGap): holes that lie within or just before the page
 * @more_before: older messages are stored
 * @more_after: newer messages are stored
 */
typedef struct {
  GPtrArray *messages;
  GArray *gaps;
  gboolean more_before;
  gboolean more_after;
} AnteMessagePage;

void ante_message_page_free (AnteMessagePage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteMessagePage, ante_message_page_free)

/* The @limit newest messages of a lead that are older than message (@before_at, @before_id); 0, 0
 * for the newest of all. */
void ante_store_list_messages_async (AnteStore *self,
                                     gint64 lead_id,
                                     gint64 before_at,
                                     gint64 before_id,
                                     guint limit,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* The @limit oldest messages of a lead that are not older than message (@from_at, @from_id). Its
 * _finish is the one below. */
void ante_store_list_messages_from_async (AnteStore *self,
                                          gint64 lead_id,
                                          gint64 from_at,
                                          gint64 from_id,
                                          guint limit,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
AnteMessagePage *
ante_store_list_messages_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* Nobody has to look at this lead's messages any more. Clears "unread", never "owes a reply". No
 * event, no undo. */
void ante_store_mark_read_async (AnteStore *self,
                                 gint64 lead_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean ante_store_mark_read_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* What stands unsent in a lead's composer; %NULL or "" clears it. Survives restarts. */
void ante_store_set_draft_async (AnteStore *self,
                                 gint64 lead_id,
                                 const char *text,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean ante_store_set_draft_finish (AnteStore *self, GAsyncResult *result, GError **error);
/*
 * What could not be sent, or was taken back, into the lead's draft: in the place of @sent
 * (nullable) if the draft still reads so, else above what was written since. _finish: (transfer
 * full): the draft.
 */
void ante_store_return_draft_async (AnteStore *self,
                                    gint64 lead_id,
                                    const char *sent,
                                    const char *text,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
char *ante_store_return_draft_finish (AnteStore *self, GAsyncResult *result, GError **error);
/*
 * Begins an answer where none is begun, and tells of %ANTE_STORE_DRAFTS. _finish: %FALSE with
 * CONFLICT where one stands, which is left as it is.
 */
void ante_store_begin_draft_async (AnteStore *self,
                                   gint64 lead_id,
                                   const char *text,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean ante_store_begin_draft_finish (AnteStore *self, GAsyncResult *result, GError **error);
/* Returns: (transfer full): "" when there is none. */
void ante_store_get_draft_async (AnteStore *self,
                                 gint64 lead_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
char *ante_store_get_draft_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
