#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/calls/ante-calls-page.h"

#include <glib/gi18n.h>

#include "app/calls/ante-call-outcome.h"
#include "app/calls/ante-call-row.h"
#include "app/calls/ante-call-whose.h"
#include "app/print/ante-lead-print.h"
#include "app/print/ante-print-settings.h"
#include "app/print/ante-print.h"
#include "app/shared/ante-brief-view.h"
#include "app/shared/ante-lead-keys.h"
#include "app/shared/ante-link-button.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-words.h"
#include "engine/ante-brief-day.h"
#include "rules/ante-moment.h"
#include "store/ante-store-bookings.h"

#define MOST_CALLS 200
/* Who is looked at is not read a page of: how much is known of so many to come is said. */
#define MOST_KNOWN 20
/* A call that is late is one to come. */
#define GRACE_MS (G_GINT64_CONSTANT (30) * 60 * 1000)
#define TICK_S 30

struct _AnteCallsPage {
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *call_pane;
  GtkToggleButton *past;
  GtkListBox *list;
  GtkStack *list_stack;
  AdwStatusPage *empty;
  GtkWidget *back;
  GtkStack *call_stack;
  GtkLabel *who;
  GtkLabel *about;
  AnteLinkButton *place;
  GtkWidget *open;
  AnteCallWhose *whose;
  AnteBriefView *brief;
  GtkWidget *outcome_title;
  AnteCallOutcomeForm *outcome;

  AnteWorkspace *workspace;
  GPtrArray *calls;
  GCancellable *cancellable; /* of all that is read */
  GCancellable *reading_brief;
  AnteBooking *call;
  guint known; /* whose knowledge is asked next */
  guint tick;
  gboolean reading;
  gboolean again;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AnteCallsPage, ante_calls_page, ADW_TYPE_BIN)

static void read_calls (AnteCallsPage *self);

/* --- the call in hand ------------------------------------------------------------------------ */

static AnteBriefCall
get_brief_call (const AnteBooking *call)
{
  return (AnteBriefCall){ .start = call->start_at,
                          .end = call->end_at,
                          .zone = call->zone,
                          .title = call->title,
                          .link = call->place };
}

static void
brief_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteCallsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  AnteBrief *brief = ante_brief_make_finish (ANTE_STORE (source), result, &error);

  if (brief != NULL && ante_workspace_has_store (self->workspace, source) && self->call != NULL &&
      self->call->lead_id == brief->lead_id)
    ante_brief_view_take_brief (self->brief, brief);
  else
    ante_brief_free (brief);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ante_toast_error (GTK_WIDGET (self), error);
}

static void
show_brief (AnteCallsPage *self)
{
  AnteBriefCall call = { 0 };
  AnteBriefAsk ask = { .now = ante_workspace_now (self->workspace) };

  g_cancellable_cancel (self->reading_brief);
  g_clear_object (&self->reading_brief);
  if (self->call->lead_id == 0) {
    ante_brief_view_take_brief (self->brief, NULL);
    return;
  }
  call = get_brief_call (self->call);
  ask.call = &call;
  self->reading_brief = g_cancellable_new ();
  ante_brief_make_async (ante_workspace_get_store (self->workspace), self->call->lead_id, &ask,
                         self->reading_brief, brief_cb, g_object_ref (self));
}

/* What came of it is asked once it has begun. */
static void
show_call (AnteCallsPage *self, const AnteBooking *call)
{
  gint64 now = ante_workspace_now (self->workspace);
  gboolean begun = call != NULL && (call->start_at <= now || call->call != NULL);
  g_autofree char *who = call != NULL ? ante_call_words_who (call) : NULL;
  g_autofree char *time = call != NULL ? ante_call_words_time (call, now) : NULL;
  g_autofree char *state = call != NULL ? ante_call_words_state (call, now) : NULL;
  g_autofree char *about = call != NULL ? g_strdup_printf ("%s · %s", time, state) : NULL;

  g_clear_pointer (&self->call, ante_booking_free);
  self->call = call != NULL ? ante_booking_copy (call) : NULL;
  gtk_stack_set_visible_child_name (self->call_stack, call != NULL ? "call" : "none");
  ante_call_outcome_show (self->outcome, self->workspace, call);
  ante_call_whose_show (self->whose, self->workspace, call);
  if (call == NULL) {
    ante_brief_view_take_brief (self->brief, NULL);
    return;
  }
  gtk_label_set_text (self->who, who);
  gtk_label_set_text (self->about, about);
  ante_link_button_set_address (self->place, call->place);
  gtk_widget_set_visible (self->open, call->lead_id != 0);
  gtk_widget_set_visible (self->outcome_title, begun);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), begun);
  show_brief (self);
}

static void
selected_cb (AnteCallsPage *self, GtkListBoxRow *row)
{
  if (!self->filling && row != NULL)
    show_call (self, ante_call_row_get_booking (GTK_WIDGET (row)));
}

static void
activated_cb (AnteCallsPage *self, GtkListBoxRow *row)
{
  selected_cb (self, row);
  adw_leaflet_set_visible_child (self->leaflet, self->call_pane);
}

static void
open_cb (AnteCallsPage *self)
{
  if (self->call != NULL && self->call->lead_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-lead", "x", self->call->lead_id);
}

static void
open_message_cb (AnteCallsPage *self, gint64 message, const char *mid, gint64 at)
{
  if (self->call != NULL && self->call->lead_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-message", "(xsx)", self->call->lead_id,
                                mid, at);
}

/* --- paper ------------------------------------------------------------------------------------ */

static void
print_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteCallsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  AnteBrief *brief = ante_brief_make_finish (ANTE_STORE (source), result, &error);

  if (brief != NULL)
    ante_print_run (GTK_WIDGET (self), ante_lead_print_set (brief));
  else
    ante_toast_error (GTK_WIDGET (self), error);
}

static void
save_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteCallsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  AnteBrief *brief = ante_brief_make_finish (ANTE_STORE (source), result, &error);
  g_autofree char *name = brief != NULL ? ante_lead_print_name_file (brief) : NULL;

  if (brief != NULL)
    ante_print_save_pdf (GTK_WIDGET (self), ante_lead_print_set (brief), name);
  else
    ante_toast_error (GTK_WIDGET (self), error);
}

/* On paper surname and handle may be left out. */
static void
make_for_paper (AnteCallsPage *self, GAsyncReadyCallback callback)
{
  AnteBriefCall call = { 0 };
  AnteBriefAsk ask = { .is_private = ante_print_settings_is_private (),
                       .now = ante_workspace_now (self->workspace) };

  if (self->call == NULL || self->call->lead_id == 0)
    return;
  call = get_brief_call (self->call);
  ask.call = &call;
  ante_brief_make_async (ante_workspace_get_store (self->workspace), self->call->lead_id, &ask,
                         self->cancellable, callback, g_object_ref (self));
}

static void
print_cb (AnteCallsPage *self)
{
  make_for_paper (self, print_made_cb);
}

static void
save_cb (AnteCallsPage *self)
{
  make_for_paper (self, save_made_cb);
}

static void
day_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteCallsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *briefs = ante_brief_day_finish (ANTE_STORE (source), result, &error);

  if (briefs == NULL) {
    ante_toast_error (GTK_WIDGET (self), error);
  } else if (briefs->len == 0) {
    g_ptr_array_unref (briefs);
    ante_toast (GTK_WIDGET (self), _ ("No call is booked for today"));
  } else {
    ante_print_run (GTK_WIDGET (self), ante_sheets_new_briefs (briefs));
  }
}

/* A page each, in their order. */
static void
print_day_cb (AnteCallsPage *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 now = 0;
  AnteMoment moment;

  if (self->workspace == NULL)
    return;
  now = ante_workspace_now (self->workspace);
  moment = ante_moment_at (now, zone, FALSE);
  ante_brief_day_async (ante_workspace_get_store (self->workspace), moment.day_start,
                        moment.day_end, ante_print_settings_is_private (), now, self->cancellable,
                        day_made_cb, g_object_ref (self));
}

/* --- the list --------------------------------------------------------------------------------- */

static void ask_known (AnteCallsPage *self);

static void
known_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteCallsPage) self = user_data;
  g_autoptr (AnteBrief) brief = ante_brief_make_finish (ANTE_STORE (source), result, NULL);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) self->known);

  if (!ante_workspace_has_store (self->workspace, source) || brief == NULL)
    return;
  if (row != NULL && ante_call_row_get_booking (GTK_WIDGET (row))->lead_id == brief->lead_id)
    ante_call_row_set_known (GTK_WIDGET (row), brief->completeness);
  self->known++;
  ask_known (self);
}

/* One after the other: nobody waits for it. */
static void
ask_known (AnteCallsPage *self)
{
  AnteBriefAsk ask = { .now = ante_workspace_now (self->workspace) };
  GtkListBoxRow *row = NULL;

  for (; self->known < MOST_KNOWN &&
         (row = gtk_list_box_get_row_at_index (self->list, (int) self->known)) != NULL;
       self->known++) {
    gint64 lead = ante_call_row_get_booking (GTK_WIDGET (row))->lead_id;

    if (lead == 0)
      continue;
    ante_brief_make_async (ante_workspace_get_store (self->workspace), lead, &ask,
                           self->cancellable, known_cb, g_object_ref (self));
    return;
  }
}

static void
show_empty (AnteCallsPage *self)
{
  gboolean past = gtk_toggle_button_get_active (self->past);

  adw_status_page_set_title (self->empty, past ? _ ("No Calls So Far") : _ ("No Call Is Booked"));
  adw_status_page_set_description (
    self->empty, past ? _ ("What came of each call will stand here.")
                      : _ ("Calls come from your calendar, or are put in from a lead's menu. The "
                           "brief of each stands here by itself."));
}

static gboolean
has_focus (AnteCallsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

/* The rows are others afterwards: the keyboard stays with the list. */
static void
fill (AnteCallsPage *self)
{
  gboolean had_focus = has_focus (self);
  gint64 now = ante_workspace_now (self->workspace);
  gint64 held = self->call != NULL ? self->call->id : 0;
  GtkListBoxRow *row = NULL;
  GtkWidget *child = NULL;
  int place = 0;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->calls->len; i++) {
    const AnteBooking *call = self->calls->pdata[i];

    gtk_list_box_append (self->list, ante_call_row_new (call, now));
    place = call->id == held ? (int) i : place;
  }
  row = gtk_list_box_get_row_at_index (self->list, place);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  if (row != NULL && had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->filling = FALSE;
  show_call (self, row != NULL ? ante_call_row_get_booking (GTK_WIDGET (row)) : NULL);
  show_empty (self);
  gtk_stack_set_visible_child_name (self->list_stack, row != NULL ? "list" : "empty");
  self->known = 0;
  if (!gtk_toggle_button_get_active (self->past))
    ask_known (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteCallsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *calls = ante_store_list_bookings_finish (ANTE_STORE (source), result, &error);

  self->reading = FALSE;
  if (!ante_workspace_has_store (self->workspace, source)) {
    g_clear_pointer (&calls, g_ptr_array_unref);
    return;
  }
  if (calls == NULL) {
    ante_toast_error (GTK_WIDGET (self), error);
  } else {
    g_clear_pointer (&self->calls, g_ptr_array_unref);
    self->calls = calls;
    fill (self);
  }
  if (self->again)
    read_calls (self);
}

static void
read_calls (AnteCallsPage *self)
{
  AnteBookingQuestion question = { .from = G_MININT64, .to = G_MAXINT64, .limit = MOST_CALLS };
  gint64 now = 0;

  self->again = self->reading;
  if (self->reading || self->workspace == NULL)
    return;
  self->reading = TRUE;
  now = ante_workspace_now (self->workspace);
  question.newest_first = gtk_toggle_button_get_active (self->past);
  if (question.newest_first)
    question.to = now;
  else
    question.from = now - GRACE_MS;
  ante_store_list_bookings_async (ante_workspace_get_store (self->workspace), &question,
                                  self->cancellable, listed_cb, g_object_ref (self));
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteCallsPage *self)
{
  if ((topics & ANTE_STORE_BOOKINGS) != 0)
    read_calls (self);
}

/* What is to come becomes what was. */
static gboolean
tick_cb (gpointer data)
{
  AnteCallsPage *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_calls (self);
  return G_SOURCE_CONTINUE;
}

/* --- keys ------------------------------------------------------------------------------------- */

static void
step (AnteCallsPage *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int place = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;

  row = gtk_list_box_get_row_at_index (self->list, MAX (place, 0));
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
back_cb (AnteCallsPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  ante_calls_page_focus (self);
}

static gboolean
set_state (AnteCallsPage *self, AnteBookingState state)
{
  if (self->call == NULL || self->call->start_at > ante_workspace_now (self->workspace))
    return FALSE;
  ante_call_outcome_set_state (self->outcome, state);
  return TRUE;
}

static gboolean
key_cb (AnteCallsPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      ante_lead_keys_is_writing (GTK_WIDGET (self)))
    return FALSE;

  switch (gdk_keyval_to_lower (keyval)) {
  case GDK_KEY_j:
    step (self, 1);
    return TRUE;
  case GDK_KEY_k:
    step (self, -1);
    return TRUE;
  case GDK_KEY_g:
    open_cb (self);
    return TRUE;
  case GDK_KEY_1:
    return set_state (self, ANTE_BOOKING_STATE_HELD);
  case GDK_KEY_2:
    return set_state (self, ANTE_BOOKING_STATE_NO_SHOW);
  case GDK_KEY_3:
    return set_state (self, ANTE_BOOKING_STATE_CANCELLED);
  case GDK_KEY_Escape:
    back_cb (self);
    return TRUE;
  default:
    return FALSE;
  }
}

static void
folded_cb (AnteCallsPage *self)
{
  gtk_widget_set_visible (self->back, adw_leaflet_get_folded (self->leaflet));
}

/* --- the page --------------------------------------------------------------------------------- */

void
ante_calls_page_focus (AnteCallsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
ante_calls_page_set_workspace (AnteCallsPage *self, AnteWorkspace *workspace)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->reading = FALSE;
  g_clear_pointer (&self->calls, g_ptr_array_unref);
  if (self->workspace != NULL)
    show_call (self, NULL);
  g_set_object (&self->workspace, workspace);
  if (workspace == NULL)
    return;
  g_signal_connect_object (ante_workspace_get_store (workspace), "changed", G_CALLBACK (changed_cb),
                           self, 0);
  read_calls (self);
}

static void
ante_calls_page_dispose (GObject *object)
{
  AnteCallsPage *self = ANTE_CALLS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->reading_brief);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_calls_page_parent_class)->dispose (object);
}

static void
ante_calls_page_finalize (GObject *object)
{
  AnteCallsPage *self = ANTE_CALLS_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->reading_brief);
  g_clear_pointer (&self->calls, g_ptr_array_unref);
  g_clear_pointer (&self->call, ante_booking_free);
  G_OBJECT_CLASS (ante_calls_page_parent_class)->finalize (object);
}

static void
ante_calls_page_class_init (AnteCallsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_calls_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_calls_page_finalize;
  g_type_ensure (ANTE_TYPE_CALL_WHOSE);
  g_type_ensure (ANTE_TYPE_CALL_OUTCOME);
  g_type_ensure (ANTE_TYPE_BRIEF_VIEW);
  g_type_ensure (ANTE_TYPE_LINK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/calls/ante-calls-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, call_pane);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, past);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, list);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, back);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, call_stack);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, who);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, about);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, place);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, open);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, whose);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, brief);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, outcome_title);
  gtk_widget_class_bind_template_child (widget_class, AnteCallsPage, outcome);
  gtk_widget_class_bind_template_callback (widget_class, read_calls);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_message_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
ante_calls_page_init (AnteCallsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->tick = g_timeout_add_seconds (TICK_S, tick_cb, self);
}

GtkWidget *
ante_calls_page_new (void)
{
  return g_object_new (ANTE_TYPE_CALLS_PAGE, NULL);
}
