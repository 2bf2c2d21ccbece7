#pragma once

#include "model/ante-outgoing-file.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/* Files that are put to what is being written to a lead, and those on their way. All changes tell
 * of %ANTE_STORE_DRAFT_FILES or %ANTE_STORE_OUTBOX. */

/* _finish: its row id, -1 on error. The copy must be there. */
void ante_store_add_draft_file_async (AnteStore *self,
                                      gint64 lead_id,
                                      const AnteOutgoingFile *file,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gint64 ante_store_add_draft_file_finish (AnteStore *self, GAsyncResult *result, GError **error);
/* @id: its row; gone already is no error. */
void ante_store_remove_draft_file_async (AnteStore *self,
                                         gint64 lead_id,
                                         gint64 id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean
ante_store_remove_draft_file_finish (AnteStore *self, GAsyncResult *result, GError **error);
/* In the order in which they came: (element-type AnteOutgoingFile). */
void ante_store_list_draft_files_async (AnteStore *self,
                                        gint64 lead_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *
ante_store_list_draft_files_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* The names of all copies that are still needed: a set. */
void ante_store_list_outgoing_async (AnteStore *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GHashTable *ante_store_list_outgoing_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* The file of outbox item @outbox_id is with Instagram, which calls it @upload_id. */
void ante_store_set_upload_async (AnteStore *self,
                                  gint64 outbox_id,
                                  const char *upload_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean ante_store_set_upload_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
