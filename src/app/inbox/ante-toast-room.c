#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-toast-room.h"

#include "app/shared/ante-toast-area.h"

#define MARGIN 12
/* The line and a little air; it lies just over where one writes. */
#define ROOM 60

static void
telling_cb (GtkWidget *rows, GParamSpec *pspec, AnteToastArea *area)
{
  gtk_widget_set_margin_bottom (rows,
                                MARGIN + (ante_toast_area_get_text (area) != NULL ? ROOM : 0));
}

static void
map_cb (GtkWidget *rows)
{
  GtkWidget *area = gtk_widget_get_ancestor (rows, ANTE_TYPE_TOAST_AREA);

  if (area == NULL)
    return;
  g_signal_handlers_disconnect_by_func (area, telling_cb, rows); /* it may have been here before */
  g_signal_connect_object (area, "notify::telling", G_CALLBACK (telling_cb), rows,
                           G_CONNECT_SWAPPED);
  telling_cb (rows, NULL, ANTE_TOAST_AREA (area));
}

void
ante_toast_room_keep (GtkWidget *rows)
{
  g_signal_connect (rows, "map", G_CALLBACK (map_cb), NULL);
}
