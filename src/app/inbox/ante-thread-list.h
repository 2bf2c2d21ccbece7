#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"
#include "model/ante-lead.h"
#include "store/ante-store-messages.h"

G_BEGIN_DECLS

#define ANTE_TYPE_THREAD_LIST (ante_thread_list_get_type ())
G_DECLARE_FINAL_TYPE (AnteThreadList, ante_thread_list, ANTE, THREAD_LIST, AdwBin)

/*
 * The messages of one stretch of a thread (see AnteThreadModel): opens at the newest, asks for the
 * next stretch before one comes to where it stops, and keeps what is in view where it is. Rows that
 * did not change are kept when it is shown anew. Signals: "older-wanted", "newer-wanted",
 * "newest-wanted"; "undone" (AnteOutboxItem *item): see AnteOutboxRow; "noted" (AnteFactKind kind,
 * const char *words, gint64 message, guint start, guint end): words that were selected in a
 * message; "note-edit-wanted", "note-delete-wanted" (const AnteNote *note).
 */
GtkWidget *ante_thread_list_new (void);
void ante_thread_list_clear (AnteThreadList *self);
/* Goes to the newest message, and stays there. */
void ante_thread_list_show_end (AnteThreadList *self);
/* Goes to a message and marks it, with the words from character @start to before @end (none where
 * these are the same); where it is not in the stretch, as soon as that is shown in which it is.
 * Returns: whether it is there. */
gboolean
ante_thread_list_show_message (AnteThreadList *self, const char *mid, guint start, guint end);
/* Asks what the selected words are to be noted as, or all of the message that was gone to; FALSE
 * when there are none. */
gboolean ante_thread_list_ask_words (AnteThreadList *self);
/* Row id of the message in which words are selected, which they are no more then; of the one whose
 * row @at (nullable) is part of; 0 for none. */
gint64 ante_thread_list_take_chosen (AnteThreadList *self);
gint64 ante_thread_list_find_message (AnteThreadList *self, GtkWidget *at);
/* @items: (element-type AnteOutboxItem): what is not in the thread yet. @notes: (element-type
 * AnteNote): each stands at its time. @seen_at: messages of the lead after it are new, 0 for none.
 */
void ante_thread_list_show (AnteThreadList *self,
                            AnteWorkspace *workspace,
                            AnteLead *lead,
                            const AnteMessagePage *page,
                            GPtrArray *items,
                            GPtrArray *notes,
                            gint64 seen_at);

G_END_DECLS
