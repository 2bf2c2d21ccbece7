#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From where files come to be sent. @sources (element-type GFile or GInputStream), in order. */
typedef void (*AnteAttachFunc) (GSList *sources, gpointer user_data);

/* Lets a person choose some; @owner is handed to @func and must be in a window. */
void ante_attach_sources_choose (GtkWidget *owner, AnteAttachFunc func);
/* What is dropped on @widget. */
void ante_attach_sources_watch_drops (GtkWidget *owner, GtkWidget *widget, AnteAttachFunc func);
/* What is pasted into @view and is no text: files, or a picture as it stands on the clipboard,
 * which is not decoded. */
void ante_attach_sources_watch_pastes (GtkWidget *owner, GtkTextView *view, AnteAttachFunc func);

G_END_DECLS
