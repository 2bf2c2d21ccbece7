#include "config.h"

#include "app/shared/ante-lead-acts.h"
#include "app/shared/ante-toast-area.h"
#include "board-desk.h"

#define N_PRESSES 24

static guint n_freed;
static guint n_undone;

static void
count_freed (gpointer data)
{
  n_freed++;
}

static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_assert_cmpint (g_variant_get_int32 (parameter), ==, 7);
  n_undone++;
}

/* The page of @desk within an area, as the window has it. */
static AnteToastArea *
put_in_area (Desk *desk)
{
  g_autoptr (GtkWidget) page = g_object_ref (desk->page);
  GtkWidget *area = NULL;

  adw_window_set_content (ADW_WINDOW (desk->window), NULL);
  area = ante_toast_area_new (page);
  adw_window_set_content (ADW_WINDOW (desk->window), area);
  return ANTE_TOAST_AREA (area);
}

static void
test_newest_line_stands_alone (Desk *desk, gconstpointer data)
{
  AnteToastArea *area = put_in_area (desk);

  n_freed = 0;
  ante_toast_area_show (area, "Moved", desk, count_freed);
  ante_toast_area_offer (area, "Undo", "test.undo", g_variant_new_int32 (7));
  g_assert_true (ante_toast_area_get_about (area) == desk);
  test_wait_until (desk_find_widget (GTK_WIDGET (area), GTK_TYPE_BUTTON, "Undo") != NULL);

  ante_toast_area_show (area, "Taken back", NULL, NULL);
  g_assert_cmpuint (n_freed, ==, 1);
  g_assert_cmpstr (ante_toast_area_get_text (area), ==, "Taken back");
  g_assert_false (
    gtk_widget_get_visible (desk_find_widget (GTK_WIDGET (area), GTK_TYPE_BUTTON, "Undo")));
}

static void
test_line_goes_with_its_button (Desk *desk, gconstpointer data)
{
  static const GActionEntry entries[] = { { "undo", undo_action, "i", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  AnteToastArea *area = put_in_area (desk);
  GtkWidget *button = NULL;

  n_freed = n_undone = 0;
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, 1, NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (desk->window), "test", G_ACTION_GROUP (actions));
  ante_toast_area_show (area, "Moved", desk, count_freed);
  ante_toast_area_offer (area, "Undo", "test.undo", g_variant_new_int32 (7));
  button = desk_find_widget (GTK_WIDGET (area), GTK_TYPE_BUTTON, "Undo");
  test_wait_until (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_activate (button));
  test_wait_until (n_undone == 1 && n_freed == 1);
  g_assert_null (ante_toast_area_get_text (area));
}

/* As fast as a key repeats, with lines that come while others go. */
/* In which the last letter of what is said follows the one before it: where the sentence ends. */
static PangoDirection
get_direction (AnteToastArea *area)
{
  const char *text = ante_toast_area_get_text (area);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (area), text);
  PangoRectangle first;
  PangoRectangle last;

  pango_layout_index_to_pos (layout, 0, &first);
  pango_layout_index_to_pos (layout, (int) strlen (text), &last);
  return last.x > first.x ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL;
}

/* A name that is read from the right does not turn round what is said of it. */
static void
test_name_leaves_the_sentence_in_order (Desk *desk, gconstpointer data)
{
  AnteToastArea *area = put_in_area (desk);
  const char *text = NULL;

  ante_toast_area_show (area, "\u2068ليلى\u2069 is in Qualifying", NULL, NULL);
  text = ante_toast_area_get_text (area);
  g_assert_nonnull (strstr (text, "ليلى"));
  g_assert_cmpint (get_direction (area), ==, PANGO_DIRECTION_LTR);
  ante_toast_area_show (area, "\u2068Leyla\u2069 في التأهيل", NULL, NULL);
  g_assert_cmpint (get_direction (area), ==, PANGO_DIRECTION_RTL);
  ante_toast_area_show (area, "\u2068Leyla\u2069 is in Qualifying", NULL, NULL);
  g_assert_cmpstr (ante_toast_area_get_text (area), ==, "\u2068Leyla\u2069 is in Qualifying");
}

/* E goes on to the next then, too: who presses it is told why nothing has changed. */
static void
test_nothing_owed_is_said (Desk *desk, gconstpointer data)
{
  AnteToastArea *area = put_in_area (desk);
  gint64 id = desk_lead (desk, 0, 0);
  g_autoptr (GPtrArray) leads = NULL;

  TEST_CALL (desk->base.result, ante_store_get_leads_async, desk->base.store, &id, 1, NULL);
  leads = ante_store_get_leads_finish (desk->base.store, desk->base.result, NULL);
  ((AnteLead *) leads->pdata[0])->owes_reply_since = 0;
  ante_lead_act_done (desk->page, desk->workspace, leads);
  g_assert_nonnull (ante_toast_area_get_text (area));
  g_assert_nonnull (strstr (ante_toast_area_get_text (area), "Nothing is owed to "));
}

static void
test_keys_held_down_say_the_last (Desk *desk, gconstpointer data)
{
  AnteToastArea *area = put_in_area (desk);
  gint64 lead = desk_lead (desk, 0, 0);

  desk_focus (desk, 0, lead);
  for (guint i = 0; i < N_PRESSES; i++) {
    guint column = i % 8 < 4 ? i % 8 + 1 : 7 - i % 8;

    desk_press (desk, i % 8 < 4 ? GDK_KEY_Right : GDK_KEY_Left, GDK_CONTROL_MASK);
    test_wait_until (desk_focused (desk, column) == lead &&
                     ante_board_column_get_stage (desk_column (desk, column))->n_leads ==
                       (column == 0 ? N_LEADS : 1));
  }
  test_wait_until (ante_toast_area_get_text (area) != NULL &&
                   g_str_has_suffix (ante_toast_area_get_text (area), "New inbound"));
}

#define ADD(path, func) g_test_add (path, Desk, NULL, desk_set_up, func, desk_tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/toasts/newest-stands-alone", test_newest_line_stands_alone);
  ADD ("/toasts/goes-with-its-button", test_line_goes_with_its_button);
  ADD ("/toasts/nothing-owed", test_nothing_owed_is_said);
  ADD ("/toasts/keys-held-down", test_keys_held_down_say_the_last);
  ADD ("/toasts/order-of-words", test_name_leaves_the_sentence_in_order);
  return g_test_run ();
}
