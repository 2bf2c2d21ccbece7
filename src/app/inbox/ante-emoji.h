#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @button offers every emoji, and puts what is picked where the cursor of @view is. */
void ante_emoji_offer (GtkMenuButton *button, GtkTextView *view);

G_END_DECLS
