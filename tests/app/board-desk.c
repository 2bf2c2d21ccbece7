#include "config.h"

#include "board-desk.h"

static AnteThread *
make_person (guint n, gint64 now)
{
  g_autofree char *igsid = g_strdup_printf ("%u", n);
  AnteThread *thread =
    make_thread (igsid, make_message (igsid, "lead", now - n * MINUTE, "hello"), NULL);

  g_free (thread->username);
  thread->username = g_strdup_printf (n % 4 == 0 ? "anna_%u" : "bert_%u", n);
  return thread;
}

static void
fill (Desk *desk)
{
  g_autoptr (GPtrArray) threads =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_thread_free);
  gint64 now = ante_workspace_now (desk->workspace);
  AnteIngest ingest = { .threads = threads, .now = now };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_LEADS; i++)
    g_ptr_array_add (threads, make_person (i, now));
  TEST_CALL (desk->base.result, ante_store_ingest_async, desk->base.store, &ingest, NULL);
  ante_store_ingest_finish (desk->base.store, desk->base.result, NULL, &error);
  g_assert_no_error (error);
}

/* Depth first: the first widget of @type under @root for which @name is NULL or its label. */
GtkWidget *
desk_find_widget (GtkWidget *root, GType type, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = NULL;

    if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) &&
        (label == NULL || (GTK_IS_BUTTON (child) &&
                           g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0)))
      return child;
    found = desk_find_widget (child, type, label);
    if (found != NULL)
      return found;
  }
  return NULL;
}

AnteBoardColumn *
desk_column (Desk *desk, guint n)
{
  GtkWidget *column = desk_find_widget (desk->page, ANTE_TYPE_BOARD_COLUMN, NULL);

  for (guint i = 0; column != NULL && i < n; i++)
    column = gtk_widget_get_next_sibling (column);
  return column != NULL ? ANTE_BOARD_COLUMN (column) : NULL;
}

guint
desk_count (Desk *desk, guint column)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (ante_board_column_get_model (desk_column (desk, column))));
}

gint64
desk_lead (Desk *desk, guint column, guint position)
{
  return ante_lead_model_get_id (ante_board_column_get_model (desk_column (desk, column)),
                                 position);
}

gint64
desk_focused (Desk *desk, guint column)
{
  return ante_board_column_get_focused (desk_column (desk, column));
}

void
desk_focus (Desk *desk, guint column, gint64 lead)
{
  ante_card_column_focus_lead (ante_board_column_get_cards (desk_column (desk, column)), lead);
  test_wait_until (desk_focused (desk, column) == lead);
}

GtkWidget *
desk_filter (Desk *desk)
{
  return desk_find_widget (desk->page, GTK_TYPE_SEARCH_ENTRY, NULL);
}

void
desk_type_filter (Desk *desk, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (desk_filter (desk)), words);
}

void
desk_set_up (Desk *desk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  desk->base.dir = test_make_dir ();
  desk->workspace = ante_workspace_new (desk->base.dir, ANTE_STORE_OWNER);
  TEST_CALL (desk->base.result, ante_workspace_open_async, desk->workspace, FALSE, NULL);
  g_assert_true (ante_workspace_open_finish (desk->workspace, desk->base.result, &error));
  desk->base.store = ante_workspace_get_store (desk->workspace);
  fill (desk);

  desk->page = ante_board_page_new ();
  desk->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (desk->window, 900, 700);
  adw_window_set_content (ADW_WINDOW (desk->window), desk->page);
  ante_board_page_set_workspace (ANTE_BOARD_PAGE (desk->page), desk->workspace);
  gtk_window_present (desk->window);
  test_wait_until (desk_column (desk, 8) != NULL && desk_count (desk, 0) == N_LEADS);
  test_wait_until (test_shows_text (desk->page, "anna_0"));
  /* Cards are there before the board has a size. */
  test_wait_until (
    gtk_widget_get_height (GTK_WIDGET (ante_board_column_get_cards (desk_column (desk, 0)))) > 0);
}

void
desk_tear_down (Desk *desk, gconstpointer data)
{
  gtk_window_destroy (desk->window);
  ante_workspace_close (desk->workspace);
  g_clear_object (&desk->base.result);
  g_clear_object (&desk->workspace);
  test_remove_dir (desk->base.dir);
  g_free (desk->base.dir);
}

GtkWidget *
desk_scroller (Desk *desk)
{
  return GTK_WIDGET (gtk_widget_get_template_child (desk->page, ANTE_TYPE_BOARD_PAGE, "scroller"));
}

GtkAdjustment *
desk_sideways (Desk *desk)
{
  return gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (desk_scroller (desk)));
}

void
desk_drop (Desk *desk, guint column, gint64 lead)
{
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (leads, lead);
  g_signal_emit_by_name (ante_board_column_get_cards (desk_column (desk, column)), "dropped", leads,
                         (gint64) 0);
}

/* A screen reader reads the line when it changes. */
gboolean
desk_announces (Desk *desk, const char *words)
{
  GtkWidget *status =
    GTK_WIDGET (gtk_widget_get_template_child (desk->page, ANTE_TYPE_BOARD_PAGE, "status"));

  return strstr (gtk_label_get_text (GTK_LABEL (status)), words) != NULL;
}

static gboolean
offer_key (GtkWidget *widget, GtkPropagationPhase phase, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
        gtk_event_controller_get_propagation_phase (controller) == phase)
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
  }
  return handled;
}

/* As a key goes: down to the widget that has the focus, for who listens early, and up again. */
void
desk_press (Desk *desk, guint keyval, GdkModifierType state)
{
  g_autoptr (GPtrArray) way = g_ptr_array_new ();
  gboolean handled = FALSE;

  for (GtkWidget *widget = gtk_window_get_focus (desk->window); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    g_ptr_array_add (way, widget);
  for (guint i = way->len; i > 0 && !handled; i--)
    handled = offer_key (way->pdata[i - 1], GTK_PHASE_CAPTURE, keyval, state);
  for (guint i = 0; i < way->len && !handled; i++)
    handled = offer_key (way->pdata[i], GTK_PHASE_BUBBLE, keyval, state);
  g_assert_true (handled);
}
