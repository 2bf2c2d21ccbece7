#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteForgetPreview:
 * @n_messages: messages of both sides, those that were taken back too
 * @n_facts: what is known of the person
 * @n_notes: notes about them
 * @n_waiting: answers to them that have not left
 * @has_draft: something stands unsent in the composer, or unsaved in the note box
 * @has_picture: their picture is kept
 *
 * What goes when a person is forgotten.
 */
typedef struct {
  guint n_messages;
  guint n_facts;
  guint n_notes;
  guint n_waiting;
  gboolean has_draft;
  gboolean has_picture;
} AnteForgetPreview;

void ante_store_forget_preview_async (AnteStore *self,
                                      gint64 lead_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* (transfer full): g_free() it. */
AnteForgetPreview *
ante_store_forget_preview_finish (AnteStore *self, GAsyncResult *result, GError **error);

/*
 * All that is known of a person goes, their history too, so that nothing brings them back; what
 * stays is that somebody was forgotten, and when, and a salted hash by which what Instagram still
 * lists of them is left out. What they write later begins a new lead. CONFLICT while something is
 * being sent to them.
 */
void ante_store_forget_async (AnteStore *self,
                              gint64 lead_id,
                              const char *actor,
                              gint64 now,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean ante_store_forget_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* After that: their words out of free pages, the index and the log, and their files. What fails is
 * tried again at the next start. Rewrites the whole database: seconds for a large one. */
void ante_store_wipe_async (AnteStore *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean ante_store_wipe_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* (element-type gint64): when somebody was forgotten, ms, the latest first. */
void ante_store_list_forgotten_async (AnteStore *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GArray *ante_store_list_forgotten_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
