#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/replies/ante-reply-gaps.h"

#include <glib/gi18n.h>

#include "rules/ante-saved-reply.h"

#define TAG "reply-gap"

static char *
dup_text (GtkTextBuffer *buffer)
{
  char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static GtkTextTag *
get_tag (GtkTextBuffer *buffer)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), TAG);
  const GdkRGBA back = { 0.96, 0.76, 0.07, 0.35 };

  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, TAG, "background-rgba", &back, "underline",
                                      PANGO_UNDERLINE_SINGLE, NULL);
  return tag;
}

/* @start and @end lie within @text, which is what @buffer holds. */
static void
get_iters (GtkTextBuffer *buffer,
           const char *text,
           const char *start,
           const char *end,
           GtkTextIter *from,
           GtkTextIter *to)
{
  gtk_text_buffer_get_iter_at_offset (buffer, from, (int) g_utf8_pointer_to_offset (text, start));
  gtk_text_buffer_get_iter_at_offset (buffer, to, (int) g_utf8_pointer_to_offset (text, end));
}

void
ante_reply_gaps_mark (GtkTextBuffer *buffer)
{
  g_autofree char *text = dup_text (buffer);
  const char *start = NULL;
  const char *end = text;
  GtkTextIter from = { 0 };
  GtkTextIter to = { 0 };

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag (buffer, get_tag (buffer), &from, &to);
  while (ante_saved_reply_find_gap (end, &start, &end)) {
    get_iters (buffer, text, start, end, &from, &to);
    gtk_text_buffer_apply_tag (buffer, get_tag (buffer), &from, &to);
  }
}

char *
ante_reply_gaps_describe (GtkTextBuffer *buffer)
{
  g_autofree char *text = dup_text (buffer);
  const char *start = NULL;
  const char *end = NULL;
  g_autofree char *gap = NULL;

  if (!ante_saved_reply_find_gap (text, &start, &end))
    return NULL;
  gap = g_strndup (start, (gsize) (end - start));
  /* Translators: something in an answer that has no words yet, such as {booking_link}. */
  return g_strdup_printf (_ ("Fill in %s first"), gap);
}

gboolean
ante_reply_gaps_select (GtkTextBuffer *buffer, gsize from)
{
  g_autofree char *text = dup_text (buffer);
  const char *start = NULL;
  const char *end = NULL;
  GtkTextIter first = { 0 };
  GtkTextIter last = { 0 };

  if (!ante_saved_reply_find_gap (text + from, &start, &end))
    return FALSE;
  get_iters (buffer, text, start, end, &first, &last);
  gtk_text_buffer_select_range (buffer, &first, &last);
  return TRUE;
}
