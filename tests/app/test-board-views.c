#include "config.h"

#include "app/board/ante-filter-chip.h"
#include "app/shared/ante-toast-area.h"
#include "app/shared/ante-view-dialogs.h"
#include "board-desk.h"

static guint n_saved;

static void
saved_cb (GtkWidget *from, gint64 id)
{
  n_saved++;
}

static GtkWidget *
find_dialog (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (g_strcmp0 (gtk_window_get_title (window), title) == 0)
      return GTK_WIDGET (window);
  }
  return NULL;
}

static void
test_view_is_saved_once_however_often_enter_is_pressed (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (GtkWidget) page = g_object_ref (desk->page);
  GtkWidget *toasts = ante_toast_area_new (NULL);
  GtkWidget *dialog = NULL;
  GtkWidget *name = NULL;

  n_saved = 0;
  adw_window_set_content (ADW_WINDOW (desk->window), NULL);
  g_object_set (toasts, "child", desk->page, NULL);
  adw_window_set_content (ADW_WINDOW (desk->window), toasts);
  ante_view_dialog_save (desk->page, desk->workspace, ANTE_VIEW_BOARD, "owner:coach", saved_cb);
  dialog = find_dialog ("Save This View");
  name = desk_find_widget (dialog, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (name), "Mine");
  g_signal_emit_by_name (name, "activate");
  g_signal_emit_by_name (name, "activate");
  g_assert_false (gtk_widget_has_css_class (name, "error"));
  test_wait_until (n_saved > 0);
  /* What is read comes after all that was written before. */
  TEST_CALL (desk->base.result, ante_store_list_views_async, desk->base.store, ANTE_VIEW_BOARD,
             NULL);
  views = ante_store_list_views_finish (desk->base.store, desk->base.result, NULL);
  g_assert_cmpuint (views->len, ==, 1);
  g_assert_cmpuint (n_saved, ==, 1);
  g_assert_null (find_dialog ("Save This View"));
  g_assert_null (ante_toast_area_get_text (ANTE_TOAST_AREA (toasts)));
}

static void
test_view_can_be_named_again_after_a_name_that_is_taken (Desk *desk, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  GtkWidget *name = NULL;

  n_saved = 0;
  for (guint i = 0; i < 2; i++) {
    ante_view_dialog_save (desk->page, desk->workspace, ANTE_VIEW_BOARD, "owner:coach", saved_cb);
    dialog = find_dialog ("Save This View");
    name = desk_find_widget (dialog, GTK_TYPE_ENTRY, NULL);
    gtk_editable_set_text (GTK_EDITABLE (name), "Mine");
    g_signal_emit_by_name (name, "activate");
    if (i == 0)
      test_wait_until (n_saved == 1);
  }
  test_wait_until (gtk_widget_has_css_class (name, "error"));
  gtk_editable_set_text (GTK_EDITABLE (name), "Yours");
  g_signal_emit_by_name (name, "activate");
  test_wait_until (n_saved == 2);
}

static void
facet_free (gpointer data)
{
  AnteFacet *facet = data;

  g_free (facet->value);
  g_free (facet);
}

static GPtrArray *
make_facets (const char *first, ...)
{
  GPtrArray *facets = g_ptr_array_new_with_free_func (facet_free);
  va_list values;

  va_start (values, first);
  for (const char *value = first; value != NULL; value = va_arg (values, const char *)) {
    AnteFacet *facet = g_new0 (AnteFacet, 1);

    facet->value = g_strdup (value);
    facet->n_leads = 1;
    g_ptr_array_add (facets, facet);
  }
  va_end (values);
  return facets;
}

static void
test_choices_stay_while_somebody_chooses (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) before = make_facets ("hot", "warm", NULL);
  g_autoptr (GPtrArray) after = make_facets ("cold", "hot", "warm", NULL);
  GtkWidget *chip = ante_filter_chip_new (ANTE_FILTER_LABEL);
  GtkMenuButton *button = NULL;
  GtkWidget *popover = NULL;
  GtkWidget *check = NULL;

  adw_window_set_content (ADW_WINDOW (desk->window), chip);
  button = GTK_MENU_BUTTON (desk_find_widget (chip, GTK_TYPE_MENU_BUTTON, NULL));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  ante_filter_chip_set_choices (ANTE_FILTER_CHIP (chip), before);
  gtk_menu_button_popup (button);
  test_wait_until (gtk_widget_get_mapped (popover));
  check = desk_find_widget (popover, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_widget_grab_focus (check);

  ante_filter_chip_set_choices (ANTE_FILTER_CHIP (chip), after);
  g_assert_true (desk_find_widget (popover, GTK_TYPE_CHECK_BUTTON, NULL) == check);
  g_assert_true (gtk_window_get_focus (desk->window) == check);

  gtk_menu_button_popdown (button);
  test_wait_until (!gtk_widget_get_mapped (popover));
  gtk_menu_button_popup (button);
  test_wait_until (test_shows_text (popover, "cold"));
}

#define ADD(path, func) g_test_add (path, Desk, NULL, desk_set_up, func, desk_tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/board-views/enter-twice", test_view_is_saved_once_however_often_enter_is_pressed);
  ADD ("/board-views/name-taken", test_view_can_be_named_again_after_a_name_that_is_taken);
  ADD ("/board-views/choices-stay", test_choices_stay_while_somebody_chooses);
  return g_test_run ();
}
