#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ANTE_TYPE_MEDIA_SIGHT (ante_media_sight_get_type ())
G_DECLARE_FINAL_TYPE (AnteMediaSight, ante_media_sight, ANTE, MEDIA_SIGHT, GObject)

/*
 * Whether somebody can see a widget: it is shown, and stands in the visible part of what scrolls
 * it, and has for a moment, so that what flies past does not count. Property "in-sight" (notify,
 * the first time either way). Holds no reference to the widget, which owns it.
 */
AnteMediaSight *ante_media_sight_new (GtkWidget *widget);
gboolean ante_media_sight_get (AnteMediaSight *self);

G_END_DECLS
