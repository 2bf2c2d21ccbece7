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
 * "newest-wanted"; "undone" (AnteOutboxItem *item): see AnteOutboxRow.
 */
GtkWidget *ante_thread_list_new (void);
void ante_thread_list_clear (AnteThreadList *self);
/* Goes to the newest message, and stays there. */
void ante_thread_list_show_end (AnteThreadList *self);
/* @items: (element-type AnteOutboxItem): what is not in the thread yet. @seen_at: messages of the
 * lead after it are new, 0 for none. */
void ante_thread_list_show (AnteThreadList *self,
                            AnteWorkspace *workspace,
                            AnteLead *lead,
                            const AnteMessagePage *page,
                            GPtrArray *items,
                            gint64 seen_at);

G_END_DECLS
