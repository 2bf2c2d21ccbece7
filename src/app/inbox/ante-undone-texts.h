#pragma once

#include "model/ante-outbox-item.h"

G_BEGIN_DECLS

/* Answers that were taken back and stand where they were written: (element-type AnteOutboxItem). */

/* (transfer full): @present with the words of @item in it, which is noted: pieces of one text stand
 * in their order, whichever was taken back first. */
char *ante_undone_texts_put_back (GPtrArray *undone, AnteOutboxItem *item, const char *present);
/* What stood there for the lead has left again: nothing is put beside it. */
void ante_undone_texts_forget (GPtrArray *undone, gint64 lead_id);

G_END_DECLS
