#pragma once

#include "app/shared/ante-lead-menus.h"

G_BEGIN_DECLS

/*
 * Opens @popover over @over, pointing at @at: not over the card or row that it is about, which may
 * be used for another lead or go meanwhile. When it has closed it goes, the keyboard is where it
 * was, and @closed is called for @owner.
 */
void ante_lead_popup_open (GtkWidget *popover,
                           GtkWidget *over,
                           const GdkRectangle *at,
                           void (*closed) (gpointer owner),
                           GObject *owner);
/* A letter or a number chooses an entry of @menu, which @popover shows. */
void ante_lead_popup_choose_by_key (GtkPopover *popover, AnteLeadMenus *menus, AnteLeadMenu menu);

G_END_DECLS
