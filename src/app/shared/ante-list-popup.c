#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-list-popup.h"

void
ante_list_popup_fit (GtkScrolledWindow *scroller, GtkListBox *rows, int highest)
{
  int height = 0;

  gtk_widget_measure (GTK_WIDGET (rows), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER,
                                  height > highest ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_scrolled_window_set_min_content_height (scroller, MIN (height, highest));
}

void
ante_list_popup_select (GtkScrolledWindow *scroller, GtkListBox *rows, GtkListBoxRow *row)
{
  graphene_rect_t bounds;

  gtk_list_box_select_row (rows, row);
  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (rows), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (scroller), bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}
