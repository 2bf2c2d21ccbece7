#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include <glib/gi18n.h>

#include "app/board/ante-board-page-private.h"
#include "app/shared/ante-toasts.h"
#include "store/ante-store-as-of.h"

/* Asked for, and not yet there. */
typedef struct {
  AnteBoardPage *page;
  gint64 at;
  guint wish; /* which one of the page's */
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->page);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static guint
count (GHashTable *stages)
{
  GHashTableIter iter;
  gpointer leads = NULL;
  guint n = 0;

  g_hash_table_iter_init (&iter, stages);
  while (g_hash_table_iter_next (&iter, NULL, &leads))
    n += ((GArray *) leads)->len;
  return n;
}

/* What was pressed to come here is hidden with its bar. */
static void
take_focus (AnteBoardPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->past_bar)) ||
                        gtk_widget_is_ancestor (focus, self->tools)))
    gtk_root_set_focus (root, NULL);
}

static void
set_past (AnteBoardPage *self, gint64 at, GHashTable *stages)
{
  ante_board_cancel_lift (self);
  ante_card_selection_clear (self->selection);
  self->past_at = at;
  self->focused = 0;
  ante_board_grid_set_past (self->grid, at, stages);
  take_focus (self);
  gtk_revealer_set_reveal_child (self->past_bar, at != 0);
  ante_board_show_tools (self, TRUE);
  ante_board_page_focus (self);
}

static void
past_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  AnteBoardPage *self = look->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) stages = ante_store_list_as_of_finish (ANTE_STORE (store), result, &error);
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *date = NULL;
  g_autofree char *words = NULL;

  if (self->workspace == NULL || !ante_workspace_has_store (self->workspace, store) ||
      look->wish != self->past_wish)
    return;
  if (stages == NULL) {
    ante_toast_error (GTK_WIDGET (self), error);
    return;
  }
  set_past (self, look->at, stages);
  day = g_date_time_new_from_unix_local (look->at / 1000);
  date = g_date_time_format (day, _ ("%A, %-d %B %Y"));
  words = g_strdup_printf (g_dngettext (NULL, "As it was at the end of %s: %u lead",
                                        "As it was at the end of %s: %u leads", count (stages)),
                           date, count (stages));
  gtk_label_set_text (self->past_words, words);
}

void
ante_board_show_past (AnteBoardPage *self, gint64 at)
{
  Look *look = g_new0 (Look, 1);

  look->page = g_object_ref (self);
  look->at = at;
  look->wish = ++self->past_wish;
  ante_store_list_as_of_async (ante_workspace_get_store (self->workspace), at, NULL, past_cb, look);
}

void
ante_board_leave_past (AnteBoardPage *self)
{
  self->past_wish++;
  if (self->past_at == 0)
    return;
  set_past (self, 0, NULL);
  ante_board_update_lanes (self);
}

/* --- which date --- */

/* (transfer full): the last moment of the day that is chosen. */
static GDateTime *
get_end_of_day (GtkCalendar *calendar)
{
  g_autoptr (GDateTime) chosen = gtk_calendar_get_date (calendar);
  g_autoptr (GDateTime) start =
    g_date_time_new_local (g_date_time_get_year (chosen), g_date_time_get_month (chosen),
                           g_date_time_get_day_of_month (chosen), 0, 0, 0);
  g_autoptr (GDateTime) next = g_date_time_add_days (start, 1);

  return g_date_time_add (next, -G_TIME_SPAN_MILLISECOND);
}

static gint64
to_ms (GDateTime *time)
{
  return g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000;
}

static void
chosen_cb (GtkCalendar *calendar, AdwMessageDialog *dialog)
{
  AnteBoardPage *self = g_object_get_data (G_OBJECT (dialog), "page");
  g_autoptr (GDateTime) end = get_end_of_day (calendar);

  /* The day is over: what it was like is known. */
  adw_message_dialog_set_response_enabled (
    dialog, "show", self->workspace != NULL && to_ms (end) < ante_workspace_now (self->workspace));
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, AnteBoardPage *self)
{
  GtkCalendar *calendar = GTK_CALENDAR (adw_message_dialog_get_extra_child (dialog));
  g_autoptr (GDateTime) end = get_end_of_day (calendar);

  if (g_str_equal (response, "show") && self->workspace != NULL)
    ante_board_show_past (self, to_ms (end));
}

void
ante_board_ask_past (AnteBoardPage *self)
{
  GtkWidget *dialog = NULL;
  GtkWidget *calendar = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) yesterday = NULL;

  if (self->workspace == NULL)
    return;
  dialog = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("The Board as It Was"),
    _ ("Where each lead stood at the end of a day, from the history. It can be looked at, not "
       "changed."));
  calendar = gtk_calendar_new ();
  now = g_date_time_new_from_unix_local (ante_workspace_now (self->workspace) / 1000);
  yesterday = g_date_time_add_days (now, -1);

  g_object_set_data_full (G_OBJECT (dialog), "page", g_object_ref (self), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Date"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), calendar);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "show",
                                    _ ("_Show Board"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "show",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "show");
  g_signal_connect (calendar, "day-selected", G_CALLBACK (chosen_cb), dialog);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), yesterday);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
