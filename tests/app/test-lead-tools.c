#include "config.h"

#include "app/shared/ante-label-popover.h"
#include "app/shared/ante-lead-actions.h"
#include "app/shared/ante-wrap-layout.h"
#include "board-desk.h"
#include "store/ante-store-labels.h"

static GPtrArray *
get_leads (Desk *desk)
{
  gint64 id = desk_lead (desk, 0, 0);

  TEST_CALL (desk->base.result, ante_store_get_leads_async, desk->base.store, &id, 1, NULL);
  return ante_store_get_leads_finish (desk->base.store, desk->base.result, NULL);
}

static void
begin_label (Desk *desk, const char *name)
{
  const char *const add[] = { name, NULL };
  gint64 id = desk_lead (desk, 0, 0);
  g_autoptr (GError) error = NULL;

  TEST_CALL (desk->base.result, ante_command_label_async, desk->workspace, &id, 1, add, NULL);
  ante_command_finish (desk->workspace, desk->base.result, &error);
  g_assert_no_error (error);
}

static GtkWidget *
open_labels (Desk *desk, GPtrArray *leads)
{
  GtkWidget *popover = ante_label_popover_new (desk->page, desk->workspace, leads);

  gtk_widget_set_parent (popover, desk->page);
  gtk_popover_popup (GTK_POPOVER (popover));
  return popover;
}

static GtkListBox *
label_rows (GtkWidget *popover)
{
  return GTK_LIST_BOX (desk_find_widget (popover, GTK_TYPE_LIST_BOX, NULL));
}

static void
test_no_label_is_begun_before_all_are_known (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) leads = get_leads (desk);
  GtkWidget *popover = open_labels (desk, leads);
  GtkWidget *entry = desk_find_widget (popover, GTK_TYPE_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), "new");
  g_assert_null (gtk_list_box_get_row_at_index (label_rows (popover), 0));
  test_wait_until (test_shows_text (popover, "Create"));
  gtk_widget_unparent (popover);
}

/* Each Enter reads all again: some of them come while that goes on. */
static void
test_enter_ticks_the_row_that_is_seen (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) leads = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  GtkWidget *popover = NULL;
  GtkWidget *entry = NULL;

  begin_label (desk, "hot");
  leads = get_leads (desk);
  popover = open_labels (desk, leads);
  entry = desk_find_widget (popover, GTK_TYPE_ENTRY, NULL);
  test_wait_until (test_shows_text (popover, "hot"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "ho");
  gtk_list_box_select_row (label_rows (popover),
                           gtk_list_box_get_row_at_index (label_rows (popover), 0));
  for (guint i = 0; i < 40; i++) {
    test_iterate ();
    if (*gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
      gtk_editable_set_text (GTK_EDITABLE (entry), "ho");
    test_iterate ();
    g_signal_emit_by_name (entry, "activate");
  }
  TEST_CALL (desk->base.result, ante_store_list_labels_async, desk->base.store, NULL);
  labels = ante_store_list_labels_finish (desk->base.store, desk->base.result, NULL);
  g_assert_cmpuint (labels->len, ==, 1);
  gtk_widget_unparent (popover);
}

static GtkWidget *
find_message_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (ADW_IS_MESSAGE_DIALOG (window))
      return window;
  }
  return NULL;
}

static void
test_day_picked_after_the_data_were_closed_puts_nobody_off (Desk *desk, gconstpointer data)
{
  g_autoptr (AnteLeadActions) actions = ante_lead_actions_new (desk->page);
  g_autoptr (GPtrArray) leads = get_leads (desk);
  g_autoptr (GPtrArray) after = NULL;
  GtkWidget *dialog = NULL;

  ante_lead_actions_set_workspace (actions, desk->workspace);
  ante_lead_actions_set_leads (actions, leads);
  g_action_group_activate_action (ante_lead_actions_get_group (actions), "snooze-pick", NULL);
  dialog = find_message_dialog ();
  gtk_editable_set_text (GTK_EDITABLE (desk_find_widget (dialog, GTK_TYPE_ENTRY, NULL)),
                         "in 2 weeks");
  ante_lead_actions_set_workspace (actions, NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "snooze");
  after = get_leads (desk);
  g_assert_cmpint (((AnteLead *) after->pdata[0])->snoozed_until, ==, 0);
}

static int
measure_height (GtkWidget *box, int width)
{
  int height = 0;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
test_lines_have_no_room_for_what_is_not_shown (Desk *desk, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *children[3] = { NULL };

  gtk_widget_set_layout_manager (box, ante_wrap_layout_new ());
  for (guint i = 0; i < G_N_ELEMENTS (children); i++) {
    children[i] = gtk_label_new (NULL);
    gtk_widget_set_size_request (children[i], 100, 40);
    gtk_box_append (GTK_BOX (box), children[i]);
  }
  adw_window_set_content (ADW_WINDOW (desk->window), box);
  g_assert_cmpint (measure_height (box, 210), ==, 2 * 40 + 6);
  gtk_widget_set_visible (children[1], FALSE);
  g_assert_cmpint (measure_height (box, 210), ==, 40);
  gtk_widget_set_visible (children[2], FALSE);
  g_assert_cmpint (measure_height (box, 100), ==, 40);
  gtk_widget_set_visible (children[0], FALSE);
  g_assert_cmpint (measure_height (box, 100), ==, 0);
}

#define ADD(path, func) g_test_add (path, Desk, NULL, desk_set_up, func, desk_tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/lead-tools/labels-unread", test_no_label_is_begun_before_all_are_known);
  ADD ("/lead-tools/enter-ticks", test_enter_ticks_the_row_that_is_seen);
  ADD ("/lead-tools/data-closed", test_day_picked_after_the_data_were_closed_puts_nobody_off);
  ADD ("/lead-tools/wrap", test_lines_have_no_room_for_what_is_not_shown);
  return g_test_run ();
}
