#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "ante-test.h"
#include "app/print/ante-print.h"
#include "app/shared/ante-brief-view.h"
#include "paper-leads.h"
#include "widgets.h"

typedef struct {
  GtkWindow *window;
  AnteBriefView *view;
  gint64 message_id;
  char *mid;
  gint64 at;
} Desk;

static void
opened_cb (AnteBriefView *view, gint64 message_id, const char *mid, gint64 at, Desk *desk)
{
  desk->message_id = message_id;
  g_free (desk->mid);
  desk->mid = g_strdup (mid);
  desk->at = at;
}

static void
set_up (Desk *desk, gconstpointer data)
{
  desk->view = ANTE_BRIEF_VIEW (ante_brief_view_new ());
  desk->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (desk->window, 640, 900);
  gtk_window_set_child (desk->window, GTK_WIDGET (desk->view));
  g_signal_connect (desk->view, "open-message", G_CALLBACK (opened_cb), desk);
  gtk_window_present (desk->window);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  gtk_window_destroy (desk->window);
  g_free (desk->mid);
}

static void
show (Desk *desk, const char *name)
{
  ante_brief_view_take_brief (desk->view, paper_lead_brief (name, FALSE, NULL));
  test_wait_until (test_shows_text (GTK_WIDGET (desk->view), "Why they"));
}

/* Depth first, the first that holds these words. */
static GtkWidget *
find_button (GtkWidget *root, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found =
      GTK_IS_BUTTON (child) && test_shows_text (child, text) ? child : find_button (child, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
test_lines_are_shown_with_their_marks (Desk *desk, gconstpointer data)
{
  show (desk, "full");
  g_assert_true (test_shows_text (GTK_WIDGET (desk->view), "Beatriz Ferreira"));
  g_assert_true (test_shows_text (GTK_WIDGET (desk->view), "I want two evenings a week back"));
  g_assert_true (test_shows_text (GTK_WIDGET (desk->view), "AI, unconfirmed"));
  g_assert_true (
    test_shows_text (find_button (GTK_WIDGET (desk->view), "lie awake"), "unconfirmed"));
  g_assert_false (
    test_shows_text (find_button (GTK_WIDGET (desk->view), "my boss asks"), "unconfirmed"));
}

static void
test_a_line_leads_to_its_message (Desk *desk, gconstpointer data)
{
  GtkWidget *row = NULL;

  show (desk, "full");
  row = find_button (GTK_WIDGET (desk->view), "I answer mails until two at night");
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "clicked");
  g_assert_cmpstr (desk->mid, ==, "m2");
  g_assert_cmpint (desk->message_id, ==, 2);
  g_assert_cmpint (desk->at, >, 0);
  /* Advice rests on no message. */
  g_assert_null (find_button (GTK_WIDGET (desk->view), "Nothing is known"));
}

static void
test_what_was_left_out_is_shown_when_asked_for (Desk *desk, gconstpointer data)
{
  GtkWidget *more = NULL;

  show (desk, "objections");
  g_assert_false (test_shows_text (GTK_WIDGET (desk->view), "Objection 11:"));
  more = find_button (GTK_WIDGET (desk->view), "More Lines");
  g_assert_nonnull (more);
  g_signal_emit_by_name (more, "clicked");
  test_wait_until (test_shows_text (GTK_WIDGET (desk->view), "Objection 11:"));
  g_assert_null (find_button (GTK_WIDGET (desk->view), "More Lines"));
  /* The next lead is not shown whole for that. */
  ((AnteBrief *) ante_brief_view_get_brief (desk->view))->lead_id = 99;
  show (desk, "objections");
  g_assert_nonnull (find_button (GTK_WIDGET (desk->view), "More Lines"));
}

static void
test_nobody_is_shown_as_nothing (Desk *desk, gconstpointer data)
{
  show (desk, "nothing");
  ante_brief_view_take_brief (desk->view, NULL);
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (desk->view)));
}

/* --- printing ------------------------------------------------------------------------------- */

static GtkPrintOperation *
make_operation (const char *name)
{
  GPtrArray *briefs = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_brief_free);

  g_ptr_array_add (briefs, paper_lead_brief (name, FALSE, NULL));
  return ante_print_operation_new (ante_sheets_new_briefs (briefs));
}

static char *
extract_text (const char *file)
{
  const char *argv[] = { "pdftotext", "-layout", file, "-", NULL };
  char *text = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text,
                               NULL, NULL, NULL));
  return text;
}

static void
test_what_is_printed_is_one_page_with_text (void)
{
  g_autofree char *dir = test_make_dir ();
  g_autofree char *file = g_build_filename (dir, "page.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = make_operation ("full");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  gtk_print_operation_set_export_filename (operation, file);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
    GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  text = extract_text (file);
  g_assert_nonnull (strstr (text, "I want two evenings a week back"));
  g_assert_nonnull (strstr (text, "Next step"));
  g_assert_true (g_str_has_suffix (text, "\f"));
  g_assert_true (strchr (text, '\f') == text + strlen (text) - 1);
  test_remove_dir (dir);
}

static void
test_a_folder_that_is_not_there_is_an_error (void)
{
  g_autoptr (GtkPrintOperation) operation = make_operation ("full");
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, "/not/there/page.pdf");
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
    GTK_PRINT_OPERATION_RESULT_ERROR);
  g_assert_nonnull (error);
}

#define ADD(path, func) g_test_add (path, Desk, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/print/lines-and-marks", test_lines_are_shown_with_their_marks);
  ADD ("/print/line-leads-to-message", test_a_line_leads_to_its_message);
  ADD ("/print/left-out", test_what_was_left_out_is_shown_when_asked_for);
  ADD ("/print/nobody", test_nobody_is_shown_as_nothing);
  g_test_add_func ("/print/one-page", test_what_is_printed_is_one_page_with_text);
  g_test_add_func ("/print/no-folder", test_a_folder_that_is_not_there_is_an_error);
  return g_test_run ();
}
