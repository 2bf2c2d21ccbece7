#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-brief-day.h"

#include "store/ante-store-bookings.h"

/* As many as anybody holds in a day. */
#define MOST 50

typedef struct {
  AnteBriefAsk ask;
  AnteBriefCall call;
  GPtrArray *calls;
  GPtrArray *briefs;
  guint at;
} Day;

static void
day_free (gpointer data)
{
  Day *day = data;

  g_clear_pointer (&day->calls, g_ptr_array_unref);
  g_clear_pointer (&day->briefs, g_ptr_array_unref);
  g_free (day);
}

static void make_next (GTask *task);

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Day *day = g_task_get_task_data (task);
  GError *error = NULL;
  AnteBrief *brief = ante_brief_make_finish (ANTE_STORE (source), result, &error);

  if (brief == NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_ptr_array_add (day->briefs, brief);
  make_next (task);
}

static void
make_next (GTask *task)
{
  Day *day = g_task_get_task_data (task);

  for (; day->at < day->calls->len; day->at++) {
    const AnteBooking *call = day->calls->pdata[day->at];

    if (call->lead_id == 0 || call->state != ANTE_BOOKING_STATE_BOOKED)
      continue;
    day->call = (AnteBriefCall){ .start = call->start_at,
                                 .end = call->end_at,
                                 .zone = call->zone,
                                 .title = call->title,
                                 .link = call->place };
    day->ask.call = &day->call;
    day->at++;
    ante_brief_make_async (g_task_get_source_object (task), call->lead_id, &day->ask,
                           g_task_get_cancellable (task), made_cb, g_object_ref (task));
    return;
  }
  g_task_return_pointer (task, g_ptr_array_ref (day->briefs), (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Day *day = g_task_get_task_data (task);
  GError *error = NULL;

  day->calls = ante_store_list_bookings_finish (ANTE_STORE (source), result, &error);
  if (day->calls == NULL)
    g_task_return_error (task, error);
  else
    make_next (task);
}

void
ante_brief_day_async (AnteStore *store,
                      gint64 from,
                      gint64 to,
                      gboolean is_private,
                      gint64 now,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  AnteBookingQuestion question = { .from = from, .to = to, .limit = MOST };
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Day *day = g_new0 (Day, 1);

  day->ask.is_private = is_private;
  day->ask.now = now;
  day->briefs = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_brief_free);
  g_task_set_task_data (task, day, day_free);
  ante_store_list_bookings_async (store, &question, cancellable, listed_cb, task);
}

GPtrArray *
ante_brief_day_finish (AnteStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
