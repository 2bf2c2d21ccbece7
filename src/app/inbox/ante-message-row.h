#pragma once

#include <gtk/gtk.h>

#include "app/inbox/ante-bubble-text.h"
#include "engine/ante-media.h"
#include "model/ante-message.h"
#include "store/ante-store-messages.h"

G_BEGIN_DECLS

/* Rows of a thread that only show something. What they show is fixed when they are made; a change
 * makes a new one. */

/* @quoted: (nullable): the message that @message answers. @lead_title: what to call the lead. */
GtkWidget *ante_message_row_new (
  AnteMessage *message, AnteMessage *quoted, AnteMedia *media, const char *lead_title, gint64 now);
/* Marks the row as the one that was gone to, and its words from character @start to before @end; no
 * words where these are the same. */
void ante_message_row_mark (GtkWidget *row, guint start, guint end);
/* (nullable): the message's own words, from their first character on. */
AnteBubbleText *ante_message_row_get_text (GtkWidget *row);
void ante_message_row_unmark (GtkWidget *row);
GtkWidget *ante_message_row_new_day (const char *words);
GtkWidget *ante_message_row_new_gap (const AnteGap *gap);
GtkWidget *ante_message_row_new_divider (const char *words);
/* What is answered, in one line on top of the answer; @quoted: (nullable). */
void ante_message_row_append_quote (GtkBox *bubble, AnteMessage *quoted);
/* The words of a bubble; no more than a screenful of a long text. */
GtkWidget *ante_message_row_build_text (const char *text);

G_END_DECLS
