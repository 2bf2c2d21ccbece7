#pragma once

#include <gtk/gtk.h>

#include "model/ante-draft.h"
#include "rules/ante-window.h"
#include "store/ante-store-drafts.h"

G_BEGIN_DECLS

/* One draft of the queue: whose, what they are after, why a person looks, for how long it waits,
 * and how long the reply window is still open. @window: of the lead. */
GtkWidget *ante_draft_row_new (AnteDraft *draft, const AnteWindow *window, gint64 now);
AnteDraft *ante_draft_row_get_draft (GtkWidget *row);

/* "Asks the price" */
const char *ante_draft_words_intent (AnteIntent intent);
/* "Asks the price · from the playbook, 3 min ago · 20 h left" */
char *ante_draft_words_about (AnteDraft *draft, const AnteWindow *window, gint64 now);
/* "3 waiting, the oldest 12 min · today 8 approved (80 %), 40 s each" */
char *ante_draft_words_figures (const AnteDraftFigures *figures, gint64 now);

G_END_DECLS
