#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* For main(): the toolkit, and the program's own style. */
void test_app_init (int *argc, char ***argv);
/* Depth first: the first widget of @type that @root holds. */
GtkWidget *test_find_widget (GtkWidget *root, const char *type);
/* (nullable): the words of a label, or of a bubble. */
const char *test_get_words (GtkWidget *widget);
/* Whether a label within @root is on the screen and holds @text. */
gboolean test_shows_text (GtkWidget *root, const char *text);

G_END_DECLS
