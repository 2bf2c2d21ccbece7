#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Says one line at a time over its child, for six seconds; longer under the pointer or with the
 * keyboard in it. A newer line takes the place of the one before it at once, whatever that one was
 * about: what is said is what is true now. It never takes the keyboard.
 */
#define ANTE_TYPE_TOAST_AREA (ante_toast_area_get_type ())
G_DECLARE_FINAL_TYPE (AnteToastArea, ante_toast_area, ANTE, TOAST_AREA, GtkWidget)

GtkWidget *ante_toast_area_new (GtkWidget *child);

/**
 * ante_toast_area_show:
 * @text: plain
 * @about: (nullable) (transfer full): what the line is about; freed by @destroy when it is no
 * longer up
 */
void ante_toast_area_show (AnteToastArea *self,
                           const char *text,
                           gpointer about,
                           GDestroyNotify destroy);

/* To the line that is up: a button. It is gone with the line, and the line with a click on it.
 * @target: (nullable): floating is taken. */
void ante_toast_area_offer (AnteToastArea *self,
                            const char *label,
                            const char *action,
                            GVariant *target);

/* (nullable): the line that is up. */
const char *ante_toast_area_get_text (AnteToastArea *self);
gboolean ante_toast_area_has_focus (AnteToastArea *self);
/* (nullable): of the line that is up. */
gpointer ante_toast_area_get_about (AnteToastArea *self);
/* (transfer full) (nullable): the same, and the line is about nothing any more. */
gpointer ante_toast_area_steal_about (AnteToastArea *self);

G_END_DECLS
