#include "config.h"

#include <adwaita.h>

#include "app/ante-window-state.h"

static void
test_size_and_place_are_there_next_time (void)
{
  GtkWindow *before = GTK_WINDOW (gtk_window_new ());
  GtkWindow *after = GTK_WINDOW (gtk_window_new ());
  g_autofree char *place = NULL;
  int width = 0;
  int height = 0;

  gtk_window_set_default_size (before, 900, 700);
  ante_window_state_save (before, "board");
  place = ante_window_state_restore (after);
  gtk_window_get_default_size (after, &width, &height);
  g_assert_cmpstr (place, ==, "board");
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 700);
  gtk_window_destroy (before);
  gtk_window_destroy (after);
}

static void
test_nothing_is_remembered_where_nothing_is_installed (void)
{
  GtkWindow *window = NULL;
  int width = 0;
  int height = 0;

  if (!g_test_subprocess ()) {
    g_test_trap_subprocess (NULL, 0, 0);
    g_test_trap_assert_passed ();
    return;
  }
  window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (window, 900, 700);
  ante_window_state_save (window, "board");
  gtk_window_set_default_size (window, 800, 700);
  g_assert_null (ante_window_state_restore (window));
  gtk_window_get_default_size (window, &width, &height);
  g_assert_cmpint (width, ==, 800);
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (g_test_subprocess ()) /* before anything looks for schemas */
    g_unsetenv ("GSETTINGS_SCHEMA_DIR");
  adw_init ();
  g_test_add_func ("/window-state/next-time", test_size_and_place_are_there_next_time);
  g_test_add_func ("/window-state/not-installed",
                   test_nothing_is_remembered_where_nothing_is_installed);
  return g_test_run ();
}
