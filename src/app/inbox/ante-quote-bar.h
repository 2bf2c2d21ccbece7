#pragma once

#include <adwaita.h>

#include "model/ante-message.h"

G_BEGIN_DECLS

/**
 * AnteQuote:
 * @mid: Instagram's id of the message that is answered
 * @line: who said it and what, in one line
 */
typedef struct {
  char *mid;
  char *line;
} AnteQuote;

void ante_quote_free (AnteQuote *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteQuote, ante_quote_free)

#define ANTE_TYPE_QUOTE_BAR (ante_quote_bar_get_type ())
G_DECLARE_FINAL_TYPE (AnteQuoteBar, ante_quote_bar, ANTE, QUOTE_BAR, AdwBin)

/*
 * The message that what is being written answers, over the words; hidden where it answers none.
 * Each lead has its own, as long as the view stands. Signal "step" (int by): the message before or
 * after it is to be taken instead; "menu": what can be done with it is asked for.
 */
GtkWidget *ante_quote_bar_new (void);
/* Which lead is written to, by its row; 0 for none. */
void ante_quote_bar_set_lead (AnteQuoteBar *self, gint64 lead);
/* @who: who said it, in words. */
void ante_quote_bar_quote (AnteQuoteBar *self, AnteMessage *message, const char *who);
void ante_quote_bar_clear (AnteQuoteBar *self);
/* (nullable) (transfer none) */
const char *ante_quote_bar_get_mid (AnteQuoteBar *self);
/* (nullable) (transfer full): what it shows, which is gone then. */
AnteQuote *ante_quote_bar_steal (AnteQuoteBar *self);
/* What did not leave after all; @quote: (nullable) (transfer full). */
void ante_quote_bar_put_back (AnteQuoteBar *self, gint64 lead, AnteQuote *quote);
/* Of the text below it: Escape takes it away, Alt+Up and Alt+Down go to another,
 * Alt+Return asks for its menu. */
gboolean ante_quote_bar_handle_key (AnteQuoteBar *self, guint keyval, GdkModifierType state);

G_END_DECLS
