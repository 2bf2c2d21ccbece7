#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-calendar-feed.h"

#include <string.h>

#include "booking/ante-booking-error.h"
#include "booking/ante-booking-wire.h"
#include "booking/ante-ics.h"

#define PATIENCE_S 20
#define MAX_HOPS 5
#define LONGEST_WAIT (24 * 3600)

/* Where a calendar begins; before it stand at most a mark and white space. */
#define HEAD 64

char *
ante_calendar_feed_address (const char *typed, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (typed));
  const char *colon = strstr (trimmed, "://");
  g_autofree char *url = NULL;

  if (g_ascii_strncasecmp (trimmed, "webcal://", 9) == 0 ||
      g_ascii_strncasecmp (trimmed, "webcals://", 10) == 0)
    url = g_strconcat ("https", colon, NULL);
  else
    url = g_steal_pointer (&trimmed);
  if (!ante_booking_address_is_good (url)) {
    g_set_error_literal (error, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_ADDRESS,
                         "calendar: no address of https");
    return NULL;
  }
  return g_steal_pointer (&url);
}

void
ante_calendar_feed_free (AnteCalendarFeed *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

/* Whatever type it claims to be. */
static gboolean
is_calendar (GBytes *body)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (body, &length);
  g_autofree char *head = g_strndup (data != NULL ? data : "", MIN (length, HEAD));
  const char *p = head;

  if (g_str_has_prefix (p, "\xEF\xBB\xBF"))
    p += 3;
  /* Two bytes a character: it is for the reader to tell. */
  if (g_str_has_prefix (head, "\xFF\xFE") || g_str_has_prefix (head, "\xFE\xFF"))
    return TRUE;
  p += strspn (p, " \t\r\n");
  return g_ascii_strncasecmp (p, "BEGIN:VCALENDAR", 15) == 0;
}

static void
fail_status (GTask *task, guint status)
{
  g_task_return_new_error (task, ANTE_BOOKING_ERROR, ante_booking_error_of_status (status),
                           "calendar: HTTP %u", status);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  gint64 *retry_after_s = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AnteBookingAnswer) answer = ante_booking_get_finish (result, &error);
  AnteCalendarFeed *feed = NULL;

  if (answer == NULL) {
    g_task_return_error (task, error);
    return;
  }
  *retry_after_s = answer->retry_after_s;
  if (answer->status != 200 && answer->status != 304) {
    fail_status (task, answer->status);
    return;
  }
  if (answer->status == 200 && !is_calendar (answer->body)) {
    g_task_return_new_error (task, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_NO_CALENDAR,
                             "calendar: the answer is none");
    return;
  }
  feed = g_new0 (AnteCalendarFeed, 1);
  if (answer->status == 200)
    feed->body = g_steal_pointer (&answer->body);
  feed->etag = g_steal_pointer (&answer->etag);
  feed->last_modified = g_steal_pointer (&answer->last_modified);
  g_task_return_pointer (task, feed, (GDestroyNotify) ante_calendar_feed_free);
}

void
ante_calendar_feed_get_async (const char *url,
                              const char *etag,
                              const char *last_modified,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GPtrArray) headers = g_ptr_array_new ();
  gint64 not_told = -1;
  AnteBookingGet how = { ANTE_ICS_MAX_BYTES, PATIENCE_S, MAX_HOPS, NULL };

  g_task_set_source_tag (task, ante_calendar_feed_get_async);
  g_task_set_task_data (task, g_memdup2 (&not_told, sizeof not_told), g_free);
  g_ptr_array_add (headers, (char *) "Accept");
  g_ptr_array_add (headers, (char *) "text/calendar, text/plain;q=0.5, */*;q=0.1");
  if (etag != NULL) {
    g_ptr_array_add (headers, (char *) "If-None-Match");
    g_ptr_array_add (headers, (char *) etag);
  }
  if (last_modified != NULL) {
    g_ptr_array_add (headers, (char *) "If-Modified-Since");
    g_ptr_array_add (headers, (char *) last_modified);
  }
  g_ptr_array_add (headers, NULL);
  how.headers = (const char *const *) headers->pdata;
  ante_booking_get_async (url, &how, cancellable, answered_cb, g_steal_pointer (&task));
}

AnteCalendarFeed *
ante_calendar_feed_get_finish (GAsyncResult *result, gint64 *retry_after_s, GError **error)
{
  if (retry_after_s != NULL)
    *retry_after_s = *(gint64 *) g_task_get_task_data (G_TASK (result));
  return g_task_propagate_pointer (G_TASK (result), error);
}

gint64
ante_calendar_feed_wait (guint n_failures, gint64 refresh_s, gint64 retry_after_s, double dice)
{
  gint64 wait = refresh_s > 0 ? CLAMP (refresh_s, ANTE_CALENDAR_FEED_LEAST_S, LONGEST_WAIT)
                              : ANTE_CALENDAR_FEED_USUAL_S;

  if (n_failures >= ANTE_CALENDAR_FEED_MAY_FAIL)
    return -1;
  for (guint i = 0; i < n_failures; i++)
    wait = MIN (wait * 2, LONGEST_WAIT);
  wait += (gint64) (dice * (double) wait / 10);
  return MAX (wait, retry_after_s);
}
