#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Underlines the words in @view that no dictionary of the system knows, as long as it is there; its
 * menu offers others, and to add the word. What is no word is left alone: links, numbers, handles,
 * names in capitals, the word that is being written, and a paragraph in a language of which there
 * is no dictionary.
 */
void ante_spelling_watch (GtkTextView *view);

G_END_DECLS
