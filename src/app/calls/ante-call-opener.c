#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/calls/ante-call-opener.h"

#include <glib/gi18n.h>

#include "app/calls/ante-call-row.h"
#include "app/print/ante-brief-window.h"
#include "store/ante-store-bookings.h"
#include "store/ante-store-leads.h"

#define BEFORE_MS (G_GINT64_CONSTANT (15) * 60 * 1000)
#define LOOK_S 20
#define MOST 5

struct _AnteCallOpener {
  GObject parent_instance;

  GtkApplication *application; /* borrowed: it owns us */
  AnteSession *session;
  AnteBooking *call; /* whose brief is being opened */
  guint tick;
  gboolean looking;
};

G_DEFINE_FINAL_TYPE (AnteCallOpener, ante_call_opener, G_TYPE_OBJECT)

static void
tell (AnteCallOpener *self, const AnteBooking *call)
{
  g_autofree char *title = g_strdup_printf (
    _ ("A call with %s is near"), call->lead_title != NULL ? call->lead_title : _ ("somebody"));
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, _ ("The brief is in Calls."));
  g_notification_set_default_action_and_target (notification, "app.open-lead", "x", call->lead_id);
  g_application_send_notification (G_APPLICATION (self->application), "call", notification);
}

static void
lead_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteCallOpener) self = user_data;
  AnteWorkspace *workspace = ante_session_get_workspace (self->session);
  GtkWindow *window = gtk_application_get_active_window (self->application);
  g_autoptr (GPtrArray) leads = ante_store_get_leads_finish (ANTE_STORE (source), result, NULL);

  if (leads == NULL || leads->len == 0 || !ante_workspace_has_store (workspace, source))
    return;
  /* Whoever is in the middle of something else is told, and not covered. */
  if (window != NULL && gtk_window_is_active (window) && !gtk_window_get_modal (window))
    ante_brief_window_present (GTK_WIDGET (window), workspace, leads->pdata[0]);
  else if (self->call != NULL)
    tell (self, self->call);
}

static void
open_brief (AnteCallOpener *self, const AnteBooking *call)
{
  AnteWorkspace *workspace = ante_session_get_workspace (self->session);
  AnteStore *store = ante_workspace_get_store (workspace);

  g_clear_pointer (&self->call, ante_booking_free);
  self->call = ante_booking_copy (call);
  ante_store_note_brief_async (store, call->id, NULL, ante_workspace_now (workspace), NULL, NULL,
                               NULL);
  ante_store_get_leads_async (store, &call->lead_id, 1, NULL, lead_cb, g_object_ref (self));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteCallOpener) self = user_data;
  AnteWorkspace *workspace = ante_session_get_workspace (self->session);
  g_autoptr (GPtrArray) calls = ante_store_list_bookings_finish (ANTE_STORE (source), result, NULL);

  self->looking = FALSE;
  if (calls == NULL || !ante_workspace_has_store (workspace, source))
    return;
  for (guint i = 0; i < calls->len; i++) {
    const AnteBooking *call = calls->pdata[i];

    if (call->lead_id != 0 && call->brief_opened_at == 0 && !call->all_day &&
        call->state == ANTE_BOOKING_STATE_BOOKED) {
      open_brief (self, call);
      return;
    }
  }
}

static gboolean
tick_cb (gpointer data)
{
  AnteCallOpener *self = data;
  AnteWorkspace *workspace = ante_session_get_workspace (self->session);
  AnteBookingQuestion question = { .limit = MOST };

  if (workspace == NULL || self->looking)
    return G_SOURCE_CONTINUE;
  self->looking = TRUE;
  question.from = ante_workspace_now (workspace);
  question.to = question.from + BEFORE_MS;
  ante_store_list_bookings_async (ante_workspace_get_store (workspace), &question, NULL, listed_cb,
                                  g_object_ref (self));
  return G_SOURCE_CONTINUE;
}

static void
ante_call_opener_dispose (GObject *object)
{
  AnteCallOpener *self = ANTE_CALL_OPENER (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->call, ante_booking_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ante_call_opener_parent_class)->dispose (object);
}

static void
ante_call_opener_class_init (AnteCallOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_call_opener_dispose;
}

static void
ante_call_opener_init (AnteCallOpener *self)
{
}

AnteCallOpener *
ante_call_opener_new (GtkApplication *application, AnteSession *session)
{
  AnteCallOpener *self = g_object_new (ANTE_TYPE_CALL_OPENER, NULL);

  self->application = application;
  self->session = g_object_ref (session);
  self->tick = g_timeout_add_seconds (LOOK_S, tick_cb, self);
  return self;
}
