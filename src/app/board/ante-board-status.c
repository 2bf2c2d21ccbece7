#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-board-page-private.h"
#include "app/shared/ante-words.h"

/* Long enough to read a line. */
#define FADE_S 6

static void
show (AnteBoardPage *self, const char *words, gboolean is_seen)
{
  g_autofree char *ordered = ante_words_in_order (words);

  /* A screen reader reads the label when it changes. */
  gtk_label_set_text (self->status, ordered);
  if (is_seen)
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "silent");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "silent");
}

/* What the keys do to a card in hand is to be read as long as it is there. */
static gboolean
fade_cb (gpointer data)
{
  AnteBoardPage *self = data;

  if (ante_board_lift_is_on (&self->lift))
    return G_SOURCE_CONTINUE;
  self->fading = 0;
  show (self, "", FALSE);
  return G_SOURCE_REMOVE;
}

static void
say (AnteBoardPage *self, const char *words, gboolean is_seen)
{
  g_clear_handle_id (&self->fading, g_source_remove);
  if (*words != '\0')
    self->fading = g_timeout_add_seconds (FADE_S, fade_cb, self);
  show (self, words, is_seen && *words != '\0');
}

void
ante_board_say (AnteBoardPage *self, const char *words)
{
  say (self, words, TRUE);
}

void
ante_board_tell (AnteBoardPage *self, const char *words)
{
  say (self, words, FALSE);
}
