#pragma once

#include <gtk/gtk.h>

#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteInboxRows:
 *
 * The rows of the list of conversations. GTK keeps some two hundred rows of a long list, however
 * few are seen; here only those in view and near to it are made, the others are empty places of the
 * same height. Main thread.
 */
#define ANTE_TYPE_INBOX_ROWS (ante_inbox_rows_get_type ())
G_DECLARE_FINAL_TYPE (AnteInboxRows, ante_inbox_rows, ANTE, INBOX_ROWS, GObject)

/**
 * ante_inbox_rows_new:
 * @list: whose factory this becomes; it outlives the rows. It stands in a scrolled window, and what
 * its model gives are lead items
 */
AnteInboxRows *ante_inbox_rows_new (GtkListView *list);

/* @store: (nullable): whose stages the leads are in; their names are kept up with it. */
void ante_inbox_rows_set_store (AnteInboxRows *self, AnteStore *store);

/**
 * ante_inbox_rows_set_now:
 * @now: milliseconds since 1970, see ante_workspace_now()
 * @human_agent: whether the account may answer for seven days
 *
 * Shows times as they are by then.
 */
/* Scrolls to the row at @position and gives it the keyboard. */
void ante_inbox_rows_focus (AnteInboxRows *self, guint position);
void ante_inbox_rows_set_now (AnteInboxRows *self, gint64 now, gboolean human_agent);

G_END_DECLS
