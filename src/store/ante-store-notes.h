#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

/* What is noted about a lead, oldest first: (element-type AnteNote). Notes are written, changed and
 * deleted by %ANTE_FIELD_NOTE. */
void ante_store_list_notes_async (AnteStore *self,
                                  gint64 lead_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *ante_store_list_notes_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* What stands unsaved in a lead's note box; "" clears it. @note_id: the note that is being changed,
 * 0 for a new one. No act: it is told to nobody. */
void ante_store_set_note_draft_async (AnteStore *self,
                                      gint64 lead_id,
                                      gint64 note_id,
                                      const char *text,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean ante_store_set_note_draft_finish (AnteStore *self, GAsyncResult *result, GError **error);
/* Returns: (transfer full): @id and @text of it alone; "" when there is none. */
void ante_store_get_note_draft_async (AnteStore *self,
                                      gint64 lead_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
AnteNote *ante_store_get_note_draft_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
