#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The words of a bubble. They wrap anywhere and are laid out once, where a label would do it a
 * dozen times; a label, in which they can be selected, takes their place when the pointer comes or
 * somebody selects. */

#define ANTE_TYPE_BUBBLE_TEXT (ante_bubble_text_get_type ())
G_DECLARE_FINAL_TYPE (AnteBubbleText, ante_bubble_text, ANTE, BUBBLE_TEXT, GtkWidget)

GtkWidget *ante_bubble_text_new (const char *text);
const char *ante_bubble_text_get_text (AnteBubbleText *self);
/* (nullable) */
PangoAttrList *ante_bubble_text_get_attributes (AnteBubbleText *self);
/* @attributes: (nullable): shown in place of those before. */
void ante_bubble_text_set_attributes (AnteBubbleText *self, PangoAttrList *attributes);

/* From character @start to before @end; -1: all of them, 0 and 0: none. */
void ante_bubble_text_select (AnteBubbleText *self, int start, int end);
/* FALSE: nothing is selected. */
gboolean ante_bubble_text_get_selection (AnteBubbleText *self, int *start, int *end);
/* Makes ready for a pointer that has no way of coming near before it presses. */
void ante_bubble_text_make_selectable (AnteBubbleText *self);

G_END_DECLS
