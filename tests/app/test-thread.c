#include "config.h"

#include <adwaita.h>

#include "app/inbox/ante-bubble-text.h"
#include "app/inbox/ante-thread-view.h"
#include "app/shared/ante-toast-area.h"
#include "store-fixture.h"
#include "widgets.h"

/* Far more than a list can show with ease. */
#define N_MESSAGES 600
#define MOST_ROWS 260

typedef struct {
  Fixture base;
  AnteWorkspace *workspace;
  GtkWidget *view;
  GtkWidget *scroller;
  GtkAdjustment *place;
  GtkWindow *window;
  gint64 lead;
} Reading;

static AnteMessage *
make_numbered (int i)
{
  g_autofree char *mid = g_strdup_printf ("m%d", i);
  g_autofree char *text = g_strdup_printf ("message %d", i);

  return make_message (mid, "lead", T0 + i * MINUTE, text);
}

static void
write_messages (Reading *reading, int from, int n)
{
  AnteThread *thread = make_thread ("1", make_numbered (from), NULL);

  for (int i = from + 1; i < from + n; i++)
    g_ptr_array_insert (thread->messages, 0, make_numbered (i));
  thread->updated_at = T0 + (from + n - 1) * MINUTE;
  fixture_ingest (&reading->base, thread, T0 + (from + n) * MINUTE);
}

static GtkWidget *
find_text (GtkWidget *root, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found =
      g_strcmp0 (test_get_words (child), text) == 0 ? child : find_text (child, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkWidget *
find_message (Reading *reading, int i)
{
  g_autofree char *text = g_strdup_printf ("message %d", i);

  return find_text (reading->view, text);
}

/* Where its top is drawn, from the top of the list's view. */
static double
top_of (Reading *reading, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, reading->scroller, &bounds));
  return bounds.origin.y;
}

static gboolean
is_in_view (Reading *reading, int i)
{
  GtkWidget *message = find_message (reading, i);

  return message != NULL && gtk_widget_get_height (message) > 0 && top_of (reading, message) >= 0 &&
         top_of (reading, message) + gtk_widget_get_height (message) <=
           gtk_adjustment_get_page_size (reading->place);
}

static int
first_in_view (Reading *reading, int n)
{
  for (int i = 0; i < n; i++) {
    if (is_in_view (reading, i))
      return i;
  }
  return -1;
}

static guint
count_rows (Reading *reading)
{
  GtkWidget *rows = gtk_widget_get_first_child (test_find_widget (reading->scroller, "AdwClamp"));
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

/* Long enough for whatever would still move. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 5;

  while (g_get_monotonic_time () < end)
    test_iterate ();
}

static void
set_up (Reading *reading, gconstpointer data)
{
  Fixture *base = &reading->base;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GError) error = NULL;

  base->dir = test_make_dir ();
  reading->workspace = ante_workspace_new (base->dir, ANTE_STORE_OWNER);
  TEST_CALL (base->result, ante_workspace_open_async, reading->workspace, FALSE, NULL);
  g_assert_true (ante_workspace_open_finish (reading->workspace, base->result, &error));
  base->store = g_object_ref (ante_workspace_get_store (reading->workspace));
  write_messages (reading, 0, N_MESSAGES);
  lead = fixture_lead (base, "1");
  reading->lead = lead->id;

  reading->view = ante_thread_view_new ();
  reading->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (reading->window, 500, 700);
  gtk_window_set_child (reading->window, reading->view);
  gtk_window_present (reading->window);
  ante_thread_view_set_workspace (ANTE_THREAD_VIEW (reading->view), reading->workspace);
  ante_thread_view_set_lead (ANTE_THREAD_VIEW (reading->view), lead->id);
  reading->scroller =
    test_find_widget (test_find_widget (reading->view, "AnteThreadList"), "GtkScrolledWindow");
  reading->place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (reading->scroller));
  test_wait_until (find_message (reading, N_MESSAGES - 1) != NULL);
}

static void
tear_down (Reading *reading, gconstpointer data)
{
  gtk_window_destroy (reading->window);
  ante_workspace_close (reading->workspace);
  g_clear_object (&reading->workspace);
  g_clear_object (&reading->base.store);
  g_clear_object (&reading->base.result);
  test_remove_dir (reading->base.dir);
  g_free (reading->base.dir);
}

static void
test_opens_at_the_newest (Reading *reading, gconstpointer data)
{
  test_wait_until (is_in_view (reading, N_MESSAGES - 1));
  g_assert_null (find_message (reading, N_MESSAGES - 200));
  settle ();
  g_assert_true (is_in_view (reading, N_MESSAGES - 1));
}

/* Goes up to the first message. What is in view never jumps, and the list never grows without end.
 */
static void
test_reads_back_to_the_first_without_a_jump (Reading *reading, gconstpointer data)
{
  GtkWidget *to_end = NULL;

  test_wait_until (is_in_view (reading, N_MESSAGES - 1));
  while (find_message (reading, 0) == NULL) {
    GtkWidget *oldest = NULL;
    GtkWidget *seen = NULL;
    double before = 0;
    int i = 0;

    settle ();
    gtk_adjustment_set_value (reading->place, 30);
    while (find_message (reading, i) == NULL)
      i++;
    oldest = find_message (reading, i);
    test_wait_until (is_in_view (reading, i + 2));
    seen = find_message (reading, i + 2);
    before = top_of (reading, seen);

    test_wait_until (find_message (reading, i - 1) != NULL);
    settle ();
    g_assert_true (oldest == find_message (reading, i));
    g_assert_cmpfloat_with_epsilon (top_of (reading, seen), before, 1);
    g_assert_cmpuint (count_rows (reading), <, MOST_ROWS);
  }

  to_end = gtk_widget_get_ancestor (find_message (reading, 0), GTK_TYPE_OVERLAY);
  to_end = test_find_widget (to_end, "GtkButton");
  test_wait_until (gtk_widget_get_mapped (to_end));
  g_signal_emit_by_name (to_end, "clicked");
  test_wait_until (is_in_view (reading, N_MESSAGES - 1));
  test_wait_until (!gtk_widget_get_mapped (to_end));
}

/* And down again, by the scrollbar alone. */
static void
test_reads_on_to_the_newest (Reading *reading, gconstpointer data)
{
  test_wait_until (is_in_view (reading, N_MESSAGES - 1));
  while (find_message (reading, 0) == NULL) {
    gtk_adjustment_set_value (reading->place, 0);
    settle ();
  }
  g_assert_null (find_message (reading, N_MESSAGES - 1));

  for (int last = 0; !is_in_view (reading, N_MESSAGES - 1);) {
    int first = 0;

    gtk_adjustment_set_value (reading->place, gtk_adjustment_get_upper (reading->place));
    settle ();
    first = first_in_view (reading, N_MESSAGES);
    g_assert_cmpint (first, >=, last);
    last = first;
  }
}

static void
test_new_message_moves_only_who_is_at_the_end (Reading *reading, gconstpointer data)
{
  GtkWidget *seen = NULL;
  double before = 0;
  int first = 0;

  test_wait_until (is_in_view (reading, N_MESSAGES - 1));
  write_messages (reading, N_MESSAGES, 1);
  test_wait_until (is_in_view (reading, N_MESSAGES));

  gtk_adjustment_set_value (reading->place, gtk_adjustment_get_value (reading->place) - 300);
  settle ();
  first = first_in_view (reading, N_MESSAGES);
  seen = find_message (reading, first);
  before = top_of (reading, seen);
  write_messages (reading, N_MESSAGES + 1, 1);
  test_wait_until (find_message (reading, N_MESSAGES + 1) != NULL);
  settle ();
  g_assert_cmpfloat_with_epsilon (top_of (reading, seen), before, 1);
  g_assert_false (is_in_view (reading, N_MESSAGES + 1));
}

/* Where the first reading does not fill the window, nobody can scroll to ask for more. No screen of
 * a test is high enough, so the rows are made low. */
static void
test_high_window_is_filled (Reading *reading, gconstpointer data)
{
  g_autoptr (GtkCssProvider) low = gtk_css_provider_new ();
  GdkDisplay *display = gtk_widget_get_display (reading->view);

  gtk_css_provider_load_from_data (
    low, ".message * { font-size: 2px; padding: 0; margin: 0; min-height: 0; }", -1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (low), G_MAXUINT);
  ante_thread_view_set_lead (ANTE_THREAD_VIEW (reading->view), 0);
  ante_thread_view_set_lead (ANTE_THREAD_VIEW (reading->view), reading->lead);
  test_wait_until (find_message (reading, N_MESSAGES - 1) != NULL &&
                   find_message (reading, N_MESSAGES - 20) != NULL);
  settle ();
  g_assert_cmpfloat (gtk_adjustment_get_upper (reading->place), >,
                     gtk_adjustment_get_page_size (reading->place));
  g_assert_true (is_in_view (reading, N_MESSAGES - 1));
  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (low));
}

static gboolean
is_marked (Reading *reading, int i)
{
  GtkWidget *row = find_message (reading, i);

  while (row != NULL && !gtk_widget_has_css_class (row, "message"))
    row = gtk_widget_get_parent (row);
  return row != NULL && gtk_widget_has_css_class (row, "found");
}

static gboolean
stands_out (Reading *reading, int i, guint start, guint end)
{
  PangoAttrList *attributes =
    ante_bubble_text_get_attributes (ANTE_BUBBLE_TEXT (find_message (reading, i)));
  g_autoptr (GSList) list = attributes != NULL ? pango_attr_list_get_attributes (attributes) : NULL;
  gboolean found = list != NULL;

  for (GSList *l = list; l != NULL; l = l->next) {
    PangoAttribute *attribute = l->data;

    found = found && attribute->start_index == start && attribute->end_index == end;
    pango_attribute_destroy (attribute);
  }
  return found;
}

/* From the newest to one that is far out of the stretch, to the very first, and to one in view. */
static void
test_goes_to_a_message_and_marks_its_words (Reading *reading, gconstpointer data)
{
  static const int places[] = { 123, 0, 2, N_MESSAGES - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    int n = places[i];
    g_autofree char *mid = g_strdup_printf ("m%d", n);

    ante_thread_view_show_message (ANTE_THREAD_VIEW (reading->view), mid, T0 + n * MINUTE, 0, 7);
    test_wait_until (is_in_view (reading, n));
    settle ();
    g_assert_true (is_in_view (reading, n));
    g_assert_true (is_marked (reading, n));
    g_assert_true (stands_out (reading, n, 0, 7));
    g_assert_cmpuint (count_rows (reading), <, MOST_ROWS);
    if (i > 0 && find_message (reading, places[i - 1]) != NULL)
      g_assert_false (is_marked (reading, places[i - 1]));
  }
}

/* The composer takes the keyboard at once, the thread comes a moment later. */
/* What is said over the window for a while lies where the newest would be. */
static void
test_newest_makes_room_for_what_is_said (Reading *reading, gconstpointer data)
{
  g_autoptr (GtkWidget) view = g_object_ref (reading->view);
  GtkWidget *area = NULL;
  GtkWidget *last = NULL;

  gtk_window_set_child (reading->window, NULL);
  area = ante_toast_area_new (view);
  gtk_window_set_child (reading->window, area);
  last = find_message (reading, N_MESSAGES - 1);
  test_wait_until (is_in_view (reading, N_MESSAGES - 1));
  ante_toast_area_show (ANTE_TOAST_AREA (area), "Done", NULL, NULL);
  test_wait_until (top_of (reading, last) + gtk_widget_get_height (last) <
                   gtk_widget_get_height (reading->scroller) - 60);
  g_assert_true (is_in_view (reading, N_MESSAGES - 1));
}

static void
test_words_typed_while_it_is_read_stay (Reading *reading, gconstpointer data)
{
  AnteThreadView *view = ANTE_THREAD_VIEW (reading->view);
  gint64 lead = ante_thread_view_get_lead (view);
  GtkTextBuffer *words =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (test_find_widget (reading->view, "GtkTextView")));
  g_autofree char *kept = NULL;

  ante_thread_view_set_lead (view, 0);
  ante_thread_view_set_lead (view, lead);
  gtk_text_buffer_set_text (words, "typed at once", -1);
  test_wait_until (is_in_view (reading, N_MESSAGES - 1));
  settle ();
  g_object_get (words, "text", &kept, NULL);
  g_assert_cmpstr (kept, ==, "typed at once");
}

static void
write_note (Reading *reading, gint64 at, const char *text)
{
  Fixture *base = &reading->base;
  g_autoptr (AnteLead) lead = fixture_lead (base, "1");
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (changes, ante_change_new (lead->id, ANTE_FIELD_NOTE, NULL, text));
  TEST_CALL (base->result, ante_store_apply_async, base->store, changes, "coach", NULL, at, NULL);
  g_assert_cmpint (ante_store_apply_finish (base->store, base->result, &error), >, 0);
  g_assert_no_error (error);
}

/* Of a long thread only those show that stand among the messages that do. */
static void
test_notes_stand_at_their_time (Reading *reading, gconstpointer data)
{
  GtkWidget *note = NULL;

  test_wait_until (is_in_view (reading, N_MESSAGES - 1));
  write_note (reading, T0 + 1, "of long ago");
  write_note (reading, T0 + (N_MESSAGES - 3) * MINUTE + 1, "in between");
  write_note (reading, T0 + 2 * N_MESSAGES * MINUTE, "after all");
  test_wait_until ((note = find_text (reading->view, "after all")) != NULL);
  settle ();
  g_assert_cmpfloat (top_of (reading, note), >,
                     top_of (reading, find_message (reading, N_MESSAGES - 1)));
  note = find_text (reading->view, "in between");
  g_assert_nonnull (note);
  g_assert_cmpfloat (top_of (reading, note), >,
                     top_of (reading, find_message (reading, N_MESSAGES - 3)));
  g_assert_cmpfloat (top_of (reading, note), <,
                     top_of (reading, find_message (reading, N_MESSAGES - 2)));
  g_assert_null (find_text (reading->view, "of long ago"));

  while (find_message (reading, 0) == NULL) {
    settle ();
    gtk_adjustment_set_value (reading->place, 30);
  }
  settle ();
  note = find_text (reading->view, "of long ago");
  g_assert_nonnull (note);
  g_assert_cmpfloat (top_of (reading, note), >, top_of (reading, find_message (reading, 0)));
  g_assert_cmpfloat (top_of (reading, note), <, top_of (reading, find_message (reading, 1)));
  g_assert_null (find_text (reading->view, "after all"));
}

#define ADD(path, func) g_test_add (path, Reading, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/thread/opens-at-the-newest", test_opens_at_the_newest);
  ADD ("/thread/back-to-the-first", test_reads_back_to_the_first_without_a_jump);
  ADD ("/thread/on-to-the-newest", test_reads_on_to_the_newest);
  ADD ("/thread/high-window", test_high_window_is_filled);
  ADD ("/thread/goes-to-message", test_goes_to_a_message_and_marks_its_words);
  ADD ("/thread/typed-while-it-is-read", test_words_typed_while_it_is_read_stay);
  ADD ("/thread/room-for-what-is-said", test_newest_makes_room_for_what_is_said);
  ADD ("/thread/new-message", test_new_message_moves_only_who_is_at_the_end);
  ADD ("/thread/notes", test_notes_stand_at_their_time);
  return g_test_run ();
}
