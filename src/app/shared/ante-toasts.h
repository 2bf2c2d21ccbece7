#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One line over the window that @from is in. @text is plain: foreign words in it are safe. */
void ante_toast (GtkWidget *from, const char *text);
/* The same with Undo, which takes back act @group. */
void ante_toast_undo (GtkWidget *from, const char *text, gint64 group);
/* What went wrong and what to do, in words for a person. */
void ante_toast_error (GtkWidget *from, const GError *error);

G_END_DECLS
