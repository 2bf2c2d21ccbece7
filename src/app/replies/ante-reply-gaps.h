#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is still to be filled in, within a text that is being written: see ante-saved-reply.h. */

/* Marks all of them. */
void ante_reply_gaps_mark (GtkTextBuffer *buffer);
/* (transfer full) (nullable): "Fill in {booking_link} first"; NULL when nothing is left. */
char *ante_reply_gaps_describe (GtkTextBuffer *buffer);
/* The first one after the byte @from of the text, so that what is typed stands in its place. */
gboolean ante_reply_gaps_select (GtkTextBuffer *buffer, gsize from);

G_END_DECLS
