#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-calendar-import.h"

#include <string.h>

#include "booking/ante-booking-error.h"
#include "booking/ante-booking-match.h"
#include "booking/ante-calendar-feed.h"
#include "booking/ante-ics.h"
#include "engine/ante-calendar-judge.h"
#include "model/ante-lead.h"

/**
 * Import:
 * @body: (nullable): the calendar, once it is there
 *
 * One import under way.
 */
typedef struct {
  char *place;
  AnteIcsRange range;
  GTimeZone *zone;
  GPtrArray *leads;
  GBytes *body;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_free (import->place);
  g_time_zone_unref (import->zone);
  g_clear_pointer (&import->leads, g_ptr_array_unref);
  g_clear_pointer (&import->body, g_bytes_unref);
  g_free (import);
}

static void
row_free (gpointer data)
{
  AnteCalendarRow *row = data;

  ante_calendar_event_free (row->event);
  g_free (row);
}

static void
note_free (gpointer data)
{
  AnteCalendarNote *note = data;

  g_free (note->text);
  g_free (note);
}

void
ante_calendar_import_free (AnteCalendarImport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->notes);
  g_free (self->name);
  g_free (self);
}

/* --- what comes of it ---------------------------------------------------------------------- */

static AnteBookingPeople *
gather_people (GPtrArray *leads)
{
  AnteBookingPeople *people = ante_booking_people_new (NULL, NULL);

  for (guint i = 0; leads != NULL && i < leads->len; i++) {
    const AnteLead *lead = leads->pdata[i];
    AnteBookingCandidate candidate = {
      .lead_id = lead->id,
      .handle = lead->handle,
      .also = lead->also,
      .name = lead->name,
      .email = lead->email,
      .phone = lead->phone,
      .is_closed = lead->not_a_lead != NULL,
    };

    ante_booking_people_add (people, &candidate);
  }
  return people;
}

static void
count (AnteCalendarImport *self, const AnteCalendarRow *row)
{
  if (row->event->status == ANTE_CALENDAR_CANCELLED) {
    self->n_cancelled++;
    return;
  }
  self->n_occurrences++;
  if (row->is_sure)
    self->n_matched++;
  else if (row->by != NULL)
    self->n_doubtful++;
}

static void
add_row (AnteCalendarImport *self, AnteBookingPeople *people, AnteCalendarEvent *event)
{
  g_autoptr (AnteBookingMatch) match = ante_booking_match (people, event);
  AnteCalendarRow *row = g_new0 (AnteCalendarRow, 1);

  row->event = event;
  row->lead_id = match->lead_id;
  row->is_sure = match->is_sure;
  row->by = match->hints->len > 0 ? ante_booking_by_to_nick (match->by) : NULL;
  g_ptr_array_add (self->rows, row);
  count (self, row);
}

static void
add_note (AnteCalendarImport *self, const AnteIcsDamage *damage)
{
  AnteCalendarNote *note = g_new0 (AnteCalendarNote, 1);

  note->line = damage->line;
  note->text = ante_ics_damage_to_text (damage);
  g_ptr_array_add (self->notes, note);
}

static AnteCalendarImport *
make_import (AnteIcs *ics, GPtrArray *leads)
{
  g_autoptr (AnteBookingPeople) people = gather_people (leads);
  AnteCalendarImport *self = g_new0 (AnteCalendarImport, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->notes = g_ptr_array_new_with_free_func (note_free);
  self->n_events = ics->n_events;
  self->n_unreadable = ics->n_lost;
  self->is_whole = ics->is_whole;
  self->is_busy_only = ics->is_busy_only;
  self->name = g_strdup (ics->name);
  for (guint i = 0; i < ics->events->len; i++)
    add_row (self, people, ics->events->pdata[i]);
  g_ptr_array_set_free_func (ics->events, NULL);
  for (guint i = 0; i < ics->damage->len; i++)
    add_note (self, ics->damage->pdata[i]);
  return self;
}

/* --- reading ------------------------------------------------------------------------------- */

static gboolean
load_file (Import *import, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (import->place);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) body = g_byte_array_new ();
  guint8 chunk[64 * 1024];
  gssize n = 0;

  while (stream != NULL && body->len <= ANTE_ICS_MAX_BYTES &&
         (n = g_input_stream_read (G_INPUT_STREAM (stream), chunk, sizeof chunk, cancellable,
                                   error)) > 0)
    g_byte_array_append (body, chunk, (guint) n);
  if (stream == NULL || n < 0)
    return FALSE;
  import->body = g_byte_array_free_to_bytes (g_steal_pointer (&body));
  return TRUE;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  g_autoptr (AnteIcs) ics = NULL;
  GError *error = NULL;

  if (import->body == NULL && !load_file (import, cancellable, &error)) {
    g_task_return_error (task, error);
    return;
  }
  ics = ante_ics_read (import->body, &import->range, import->zone);
  if (g_bytes_get_size (import->body) > ANTE_ICS_MAX_BYTES)
    g_task_return_new_error (task, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_TOO_LARGE,
                             "calendar: too large");
  else if (!ics->is_calendar && ics->n_events == 0)
    g_task_return_new_error (task, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_NO_CALENDAR,
                             "calendar: it has no BEGIN:VCALENDAR");
  else
    g_task_return_pointer (task, make_import (ics, import->leads),
                           (GDestroyNotify) ante_calendar_import_free);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Import *import = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AnteCalendarFeed) feed = ante_calendar_feed_get_finish (result, NULL, &error);

  if (feed == NULL) {
    g_task_return_error (task, error);
    return;
  }
  /* Nobody asked whether it has changed, so that it must be there. */
  if (feed->body == NULL) {
    g_task_return_new_error (task, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_NO_CALENDAR,
                             "calendar: the answer is empty");
    return;
  }
  import->body = g_steal_pointer (&feed->body);
  g_task_run_in_thread (task, read_in_thread);
}

void
ante_calendar_import_read_async (const AnteCalendarAsk *ask,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Import *import = g_new0 (Import, 1);
  g_autofree char *url = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, ante_calendar_import_read_async);
  import->place = g_strdup (ask->place);
  import->range = (AnteIcsRange){ ask->from, ask->to, ask->now };
  import->zone = g_time_zone_ref (ask->zone);
  import->leads = ask->leads != NULL ? g_ptr_array_ref (ask->leads) : NULL;
  g_task_set_task_data (task, import, import_free);
  if (strstr (ask->place, "://") == NULL)
    g_task_run_in_thread (task, read_in_thread);
  else if ((url = ante_calendar_feed_address (ask->place, &error)) == NULL)
    g_task_return_error (task, error);
  else
    ante_calendar_feed_get_async (url, NULL, NULL, cancellable, fetched_cb,
                                  g_steal_pointer (&task));
}

AnteCalendarImport *
ante_calendar_import_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- keeping it ------------------------------------------------------------------------------ */

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AnteCalendarTaken *taken = ante_store_take_calendar_finish (ANTE_STORE (source), result, &error);

  if (taken == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, taken, g_free);
}

typedef struct {
  GPtrArray *events;
  gint64 now;
} Keep;

static void
keep_free (gpointer data)
{
  Keep *keep = data;

  g_ptr_array_unref (keep->events);
  g_free (keep);
}

static void
calendar_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Keep *keep = g_task_get_task_data (task);
  GError *error = NULL;
  AnteCalendarLook look = {
    .calendar_id = ante_store_add_calendar_finish (ANTE_STORE (source), result, &error),
    .events = keep->events,
    .now = keep->now,
    .judge = ante_calendar_judge (),
  };

  if (error != NULL)
    g_task_return_error (task, error);
  else
    ante_store_take_calendar_async (ANTE_STORE (source), &look, g_task_get_cancellable (task),
                                    kept_cb, g_object_ref (task));
}

/* (transfer full): an address has no part that is not a secret but its host. */
static AnteCalendarSource *
name_source (const char *place)
{
  g_autoptr (GUri) uri =
    strstr (place, "://") != NULL ? g_uri_parse (place, G_URI_FLAGS_NONE, NULL) : NULL;
  g_autofree char *base = g_path_get_basename (place);
  g_autofree char *name = g_filename_display_name (base);
  const char *host = uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : "";

  return ante_calendar_source_new ("file", uri != NULL ? host : name, host);
}

void
ante_calendar_import_keep_async (AnteStore *store,
                                 const AnteCalendarImport *import,
                                 const char *place,
                                 gint64 now,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  g_autoptr (AnteCalendarSource) calendar = name_source (place);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  Keep *keep = g_new0 (Keep, 1);

  for (guint i = 0; i < import->rows->len; i++)
    g_ptr_array_add (events, ((AnteCalendarRow *) import->rows->pdata[i])->event);
  keep->events = ante_calendar_judge_prepare (events);
  keep->now = now;
  g_task_set_source_tag (task, ante_calendar_import_keep_async);
  g_task_set_task_data (task, keep, keep_free);
  ante_store_add_calendar_async (store, calendar, now, cancellable, calendar_made_cb,
                                 g_object_ref (task));
}

AnteCalendarTaken *
ante_calendar_import_keep_finish (AnteStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
