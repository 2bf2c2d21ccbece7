#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-calendar-fetch.h"

#include "booking/ante-calcom.h"
#include "booking/ante-calendar-feed.h"
#include "booking/ante-calendly.h"
#include "booking/ante-ics.h"
#include "engine/ante-calendar-judge.h"
#include "engine/ante-secrets.h"

#include <string.h>

/**
 * Fetch:
 * @body: (nullable): of a feed, once it is there
 * @retry_after_s: what the service asked for, or -1
 */
typedef struct {
  char *kind;
  char *url;
  char *token;
  char *etag;
  char *modified;
  GHashTable *updated;
  AnteIcsRange range;
  GTimeZone *zone;
  GBytes *body;
  AnteCalendarFetched *fetched;
  gint64 retry_after_s;
} Fetch;

static void
fetch_free (gpointer data)
{
  Fetch *self = data;

  g_free (self->kind);
  ante_secrets_clear_text (self->url);
  ante_secrets_clear_text (self->token);
  g_free (self->etag);
  g_free (self->modified);
  g_clear_pointer (&self->updated, g_hash_table_unref);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_time_zone_unref (self->zone);
  ante_calendar_fetched_free (self->fetched);
  g_free (self);
}

void
ante_calendar_fetched_free (AnteCalendarFetched *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->same, g_ptr_array_unref);
  g_clear_pointer (&self->updated, g_hash_table_unref);
  g_free (self->etag);
  g_free (self->modified);
  g_free (self->name);
  g_free (self);
}

static void
finish (GTask *task)
{
  Fetch *self = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&self->fetched),
                         (GDestroyNotify) ante_calendar_fetched_free);
}

/* --- feeds ----------------------------------------------------------------------------------- */

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Fetch *self = data;
  AnteCalendarFetched *fetched = self->fetched;
  g_autoptr (AnteIcs) ics = ante_ics_read (self->body, &self->range, self->zone);

  if (!ics->is_calendar) {
    g_task_return_new_error (task, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_NO_CALENDAR,
                             "calendar: it has no BEGIN:VCALENDAR");
    return;
  }
  fetched->events = ante_calendar_judge_prepare (ics->events);
  fetched->name = g_strdup (ics->name);
  fetched->refresh_s = ics->refresh_s;
  fetched->is_whole = ics->is_whole && ics->n_lost == 0;
  fetched->is_busy_only = ics->is_busy_only;
  finish (task);
}

static void
feed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AnteCalendarFeed) feed =
    ante_calendar_feed_get_finish (result, &self->retry_after_s, &error);

  if (feed == NULL) {
    g_task_return_error (task, error);
    return;
  }
  self->fetched->etag = g_strdup (feed->etag);
  self->fetched->modified = g_strdup (feed->last_modified);
  self->body = g_steal_pointer (&feed->body);
  if (self->body != NULL)
    g_task_run_in_thread (task, read_in_thread);
  else
    finish (task);
}

static void
fetch_feed (Fetch *self, GTask *task)
{
  g_autofree char *url = NULL;
  GError *error = NULL;

  if ((url = ante_calendar_feed_address (self->token, &error)) == NULL)
    g_task_return_error (task, error);
  else
    ante_calendar_feed_get_async (url, self->etag, self->modified, g_task_get_cancellable (task),
                                  feed_cb, g_object_ref (task));
}

/* --- services -------------------------------------------------------------------------------- */

static void
fail (GTask *task, AnteBookingApi *api, GError *error)
{
  Fetch *self = g_task_get_task_data (task);

  self->retry_after_s = ante_booking_api_get_retry_after (api);
  g_task_return_error (task, error);
}

static void
calendly_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *self = g_task_get_task_data (task);
  AnteBookingApi *api = ANTE_BOOKING_API (source);
  GError *error = NULL;
  AnteCalendlyList *list = ante_calendly_list_finish (api, result, &error);

  if (list == NULL) {
    fail (task, api, error);
    return;
  }
  self->fetched->events = ante_calendar_judge_prepare (list->events);
  self->fetched->same = g_ptr_array_ref (list->same);
  self->fetched->updated = g_hash_table_ref (list->updated);
  self->fetched->is_whole = TRUE;
  ante_calendly_list_free (list);
  finish (task);
}

static void
calcom_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *self = g_task_get_task_data (task);
  AnteBookingApi *api = ANTE_BOOKING_API (source);
  GError *error = NULL;
  g_autoptr (GPtrArray) events = ante_calcom_list_finish (api, result, &error);

  if (events == NULL) {
    fail (task, api, error);
    return;
  }
  self->fetched->events = ante_calendar_judge_prepare (events);
  self->fetched->is_whole = TRUE;
  finish (task);
}

static void
fetch_service (Fetch *self, GTask *task)
{
  gboolean is_calendly = g_str_equal (self->kind, "calendly");
  const char *usual = is_calendly ? ANTE_CALENDLY_URL : ANTE_CALCOM_URL;
  g_autoptr (AnteBookingApi) api =
    ante_booking_api_new (self->url != NULL ? self->url : usual, self->token);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (is_calendly)
    ante_calendly_list_async (api, self->range.from, self->range.to, self->updated, cancellable,
                              calendly_cb, g_object_ref (task));
  else
    ante_calcom_list_async (api, self->range.from, self->range.to, cancellable, calcom_cb,
                            g_object_ref (task));
}

/* --- both ------------------------------------------------------------------------------------ */

/* A token and where it is for, each on a line. */
static void
split_secret (const char *secret, char **token, char **url)
{
  const char *end = strchr (secret, '\n');
  gsize length = end != NULL ? (gsize) (end - secret) : strlen (secret);

  *token = g_strstrip (g_strndup (secret, length));
  *url = end != NULL ? g_strstrip (g_strdup (end + 1)) : NULL;
}

void
ante_calendar_fetch_async (const AnteCalendarRequest *request,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Fetch *self = g_new0 (Fetch, 1);

  g_task_set_source_tag (task, ante_calendar_fetch_async);
  self->kind = g_strdup (request->kind);
  split_secret (request->secret, &self->token, &self->url);
  self->etag = g_strdup (request->etag);
  self->modified = g_strdup (request->modified);
  self->updated = request->updated != NULL ? g_hash_table_ref (request->updated) : NULL;
  self->range = ante_ics_range_watch (request->now);
  self->zone = g_time_zone_new_local ();
  self->retry_after_s = -1;
  self->fetched = g_new0 (AnteCalendarFetched, 1);
  self->fetched->from = self->range.from;
  self->fetched->to = self->range.to;
  g_task_set_task_data (task, self, fetch_free);
  if (g_str_equal (self->kind, "feed"))
    fetch_feed (self, task);
  else
    fetch_service (self, task);
}

AnteCalendarFetched *
ante_calendar_fetch_finish (GAsyncResult *result, gint64 *retry_after_s, GError **error)
{
  const Fetch *self = g_task_get_task_data (G_TASK (result));

  *retry_after_s = self->retry_after_s;
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
ante_calendar_fetch_host (const char *kind, const char *secret, GError **error)
{
  gboolean is_feed = g_str_equal (kind, "feed");
  g_autofree char *token = NULL;
  g_autofree char *url = NULL;
  g_autofree char *address = NULL;
  g_autoptr (GUri) uri = NULL;

  split_secret (secret, &token, &url);
  if (is_feed)
    address = ante_calendar_feed_address (token, error);
  else if (url == NULL)
    return g_strdup (g_str_equal (kind, "calendly") ? "api.calendly.com" : "api.cal.com");
  else
    address = ante_calendar_feed_address (url, error);
  ante_secrets_clear_text (g_steal_pointer (&token));
  if (address == NULL)
    return NULL;
  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  return g_uri_get_port (uri) > 0
           ? g_strdup_printf ("%s:%d", g_uri_get_host (uri), g_uri_get_port (uri))
           : g_strdup (g_uri_get_host (uri));
}
