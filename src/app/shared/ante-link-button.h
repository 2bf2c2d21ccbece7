#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says where an address leads, and opens it in the browser after asking. Nothing is fetched by
 * itself. */

#define ANTE_TYPE_LINK_BUTTON (ante_link_button_get_type ())
G_DECLARE_FINAL_TYPE (AnteLinkButton, ante_link_button, ANTE, LINK_BUTTON, GtkButton)

/* @words: (nullable): the address, as somebody wrote it; without one, or for what is not opened,
 * the button is hidden. */
void ante_link_button_set_address (AnteLinkButton *self, const char *words);
/* (nullable) (transfer floating): the buttons of the addresses in @text, one below the other. */
GtkWidget *ante_link_buttons_new (const char *text);

G_END_DECLS
