#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-booking-watch.h"

#include <glib/gi18n.h>

#include "booking/ante-calendar-feed.h"
#include "engine/ante-alarm.h"
#include "engine/ante-booking-advice.h"
#include "engine/ante-calendar-fetch.h"
#include "engine/ante-calendar-judge.h"
#include "engine/ante-secrets.h"

/* What repeats is followed some weeks ahead: a calendar that does not change is read anew all the
 * same. */
#define READ_ANEW_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

#define TOO_MANY_GONE                                                                              \
  N_ ("Many calls are gone from this calendar at once. Nothing was cancelled: see whether it is "  \
      "the right one.")
#define BUSY_ONLY                                                                                  \
  N_ ("This calendar tells when you are busy and nothing else, so that no call can be found in "   \
      "it. Publish it with all details.")
#define NO_SECRET                                                                                  \
  N_ ("What leads to this calendar is not in the keyring. Unlock it, or add the calendar anew.")

/**
 * Memory:
 * @read_at: when it was last read whole, ms
 * @updated: (nullable): of the last list of Calendly
 *
 * What is known of a calendar while the program runs.
 */
typedef struct {
  gint64 read_at;
  GHashTable *updated;
} Memory;

struct _AnteBookingWatch {
  GObject parent_instance;

  AnteStore *store;
  char *data_dir;
  AnteAlarm *alarm;
  GHashTable *memories; /* by row id of the calendar */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteBookingWatch, ante_booking_watch, G_TYPE_OBJECT)

static void
memory_free (gpointer data)
{
  Memory *memory = data;

  g_clear_pointer (&memory->updated, g_hash_table_unref);
  g_free (memory);
}

static Memory *
remember (AnteBookingWatch *self, gint64 calendar)
{
  Memory *memory = g_hash_table_lookup (self->memories, &calendar);

  if (memory == NULL) {
    memory = g_new0 (Memory, 1);
    g_hash_table_insert (self->memories, g_memdup2 (&calendar, sizeof calendar), memory);
  }
  return memory;
}

/* --- asking one ------------------------------------------------------------------------------ */

/**
 * Poll:
 * @calendar: as it was, then as it is written
 * @failure: (nullable): what the caller is told, once that is written
 */
typedef struct {
  AnteCalendarSource *calendar;
  gint64 now;
  gint64 retry_after_s;
  AnteCalendarFetched *fetched;
  AnteCalendarTaken *taken;
  GError *failure;
} Poll;

static void
poll_free (gpointer data)
{
  Poll *poll = data;

  ante_calendar_source_free (poll->calendar);
  ante_calendar_fetched_free (poll->fetched);
  g_free (poll->taken);
  g_clear_error (&poll->failure);
  g_free (poll);
}

static void
polled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Poll *poll = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_store_set_polled_finish (ANTE_STORE (source), result, &error))
    g_task_return_error (task, error);
  else if (poll->failure != NULL)
    g_task_return_error (task, g_steal_pointer (&poll->failure));
  else
    g_task_return_pointer (task, g_steal_pointer (&poll->taken), g_free);
}

/* @error: (nullable): what is to be read at the calendar. @refresh_s: what it wishes, or 0. */
static void
write_polled (GTask *task, const char *error, guint n_counted, gint64 refresh_s)
{
  AnteBookingWatch *self = g_task_get_source_object (task);
  Poll *poll = g_task_get_task_data (task);
  gint64 wait =
    ante_calendar_feed_wait (n_counted, refresh_s, poll->retry_after_s, g_random_double ());

  g_free (poll->calendar->error);
  poll->calendar->error = g_strdup (error);
  poll->calendar->next_at = wait >= 0 ? poll->now + wait * 1000 : 0;
  ante_store_set_polled_async (self->store, poll->calendar, NULL, polled_cb, g_object_ref (task));
}

/* What passes by itself is tried for as long as it lasts. */
static gboolean
passes (const GError *failure)
{
  if (failure->domain != ANTE_BOOKING_ERROR)
    return TRUE;
  switch ((AnteBookingError) failure->code) {
  case ANTE_BOOKING_ERROR_OFFLINE:
  case ANTE_BOOKING_ERROR_TIMEOUT:
  case ANTE_BOOKING_ERROR_RATE:
  case ANTE_BOOKING_ERROR_SERVER:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Takes @failure. @words: (nullable): instead of those for its code. */
static void
fail (GTask *task, GError *failure, const char *words)
{
  Poll *poll = g_task_get_task_data (task);
  guint n_counted = 0;

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_task_return_error (task, failure);
    return;
  }
  poll->failure = failure;
  poll->calendar->failures++;
  n_counted = poll->calendar->failures;
  if (passes (failure))
    n_counted = MIN (n_counted, ANTE_CALENDAR_FEED_MAY_FAIL - 1);
  if (words == NULL && failure->domain == ANTE_BOOKING_ERROR)
    words = ante_booking_advice_for ((AnteBookingError) failure->code).title;
  write_polled (task, words != NULL ? words : failure->message, n_counted, 0);
}

static void
succeed (GTask *task, const char *error)
{
  Poll *poll = g_task_get_task_data (task);

  if (poll->taken == NULL)
    poll->taken = g_new0 (AnteCalendarTaken, 1);
  poll->calendar->failures = 0;
  poll->calendar->polled_at = poll->now;
  if (poll->fetched->name != NULL) {
    g_free (poll->calendar->name);
    poll->calendar->name = g_strdup (poll->fetched->name);
  }
  write_polled (task, error, 0, poll->fetched->refresh_s);
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteBookingWatch *self = g_task_get_source_object (task);
  Poll *poll = g_task_get_task_data (task);
  Memory *memory = remember (self, poll->calendar->id);
  GError *error = NULL;

  poll->taken = ante_store_take_calendar_finish (ANTE_STORE (source), result, &error);
  if (poll->taken == NULL) {
    g_task_return_error (task, error);
    return;
  }
  memory->read_at = poll->now;
  g_clear_pointer (&memory->updated, g_hash_table_unref);
  memory->updated = g_steal_pointer (&poll->fetched->updated);
  g_free (poll->calendar->etag);
  poll->calendar->etag = g_strdup (poll->fetched->etag);
  g_free (poll->calendar->modified);
  poll->calendar->modified = g_strdup (poll->fetched->modified);
  succeed (task, poll->taken->must_ask ? TOO_MANY_GONE : NULL);
}

static void
take (AnteBookingWatch *self, GTask *task)
{
  Poll *poll = g_task_get_task_data (task);
  AnteCalendarLook look = {
    .calendar_id = poll->calendar->id,
    .events = poll->fetched->events,
    .same = poll->fetched->same,
    .from = poll->fetched->from,
    .to = poll->fetched->to,
    .now = poll->now,
    .is_whole = poll->fetched->is_whole,
    .judge = ante_calendar_judge (),
  };

  ante_store_take_calendar_async (self->store, &look, NULL, taken_cb, g_object_ref (task));
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteBookingWatch *self = g_task_get_source_object (task);
  Poll *poll = g_task_get_task_data (task);
  GError *error = NULL;

  poll->fetched = ante_calendar_fetch_finish (result, &poll->retry_after_s, &error);
  if (poll->fetched == NULL)
    fail (task, error, NULL);
  else if (poll->fetched->is_busy_only)
    succeed (task, BUSY_ONLY);
  else if (poll->fetched->events == NULL)
    succeed (task, poll->calendar->error);
  else
    take (self, task);
}

static void
secret_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteBookingWatch *self = g_task_get_source_object (task);
  Poll *poll = g_task_get_task_data (task);
  Memory *memory = remember (self, poll->calendar->id);
  gboolean anew = poll->now - memory->read_at >= READ_ANEW_MS || poll->now < memory->read_at;
  GError *error = NULL;
  char *secret = ante_secrets_lookup_finish (result, &error);
  AnteCalendarRequest request = {
    .kind = poll->calendar->kind,
    .secret = secret,
    .etag = anew ? NULL : poll->calendar->etag,
    .modified = anew ? NULL : poll->calendar->modified,
    .updated = anew ? NULL : memory->updated,
    .now = poll->now,
  };

  if (secret != NULL)
    ante_calendar_fetch_async (&request, g_task_get_cancellable (task), fetched_cb,
                               g_object_ref (task));
  else
    fail (task,
          error != NULL ? error
                        : g_error_new_literal (ANTE_SECRETS_ERROR, ANTE_SECRETS_ERROR_NOT_KEPT,
                                               "calendar: there is no secret of it"),
          NO_SECRET);
  ante_secrets_clear_text (secret);
}

void
ante_booking_watch_poll_async (AnteBookingWatch *self,
                               const AnteCalendarSource *calendar,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Poll *poll = g_new0 (Poll, 1);

  poll->calendar = ante_calendar_source_copy (calendar);
  poll->now = ante_alarm_now (self->alarm);
  poll->retry_after_s = -1;
  g_task_set_source_tag (task, ante_booking_watch_poll_async);
  g_task_set_task_data (task, poll, poll_free);
  ante_secrets_lookup_calendar_async (self->data_dir, calendar->host, calendar->id, cancellable,
                                      secret_cb, g_object_ref (task));
}

AnteCalendarTaken *
ante_booking_watch_poll_finish (AnteBookingWatch *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- adding and removing --------------------------------------------------------------------- */

typedef struct {
  AnteCalendarSource *calendar;
  char *secret;
  GError *failure;
} Add;

static void
add_free (gpointer data)
{
  Add *add = data;

  ante_calendar_source_free (add->calendar);
  ante_secrets_clear_text (add->secret);
  g_clear_error (&add->failure);
  g_free (add);
}

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteBookingWatch *self = ANTE_BOOKING_WATCH (source);
  Add *add = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!ante_booking_watch_remove_finish (self, result, &error))
    g_message ("a calendar that was not added could not be taken back: %s", error->message);
  g_task_return_error (task, g_steal_pointer (&add->failure));
}

/* Takes @failure: the calendar is as though it had not been added. */
static void
take_back (GTask *task, GError *failure)
{
  AnteBookingWatch *self = g_task_get_source_object (task);
  Add *add = g_task_get_task_data (task);

  add->failure = failure;
  ante_booking_watch_remove_async (self, add->calendar, taken_back_cb, g_object_ref (task));
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Add *add = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree AnteCalendarTaken *taken =
    ante_booking_watch_poll_finish (ANTE_BOOKING_WATCH (source), result, &error);

  if (taken != NULL)
    g_task_return_int (task, add->calendar->id);
  else
    take_back (task, error);
}

static void
secret_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteBookingWatch *self = g_task_get_source_object (task);
  Add *add = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ante_secrets_store_finish (result, &error))
    ante_booking_watch_poll_async (self, add->calendar, g_task_get_cancellable (task), tried_cb,
                                   g_object_ref (task));
  else
    take_back (task, g_error_new (ANTE_SECRETS_ERROR, ANTE_SECRETS_ERROR_NOT_KEPT,
                                  "keeping what leads to a calendar: %s", error->message));
}

static void
row_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteBookingWatch *self = g_task_get_source_object (task);
  Add *add = g_task_get_task_data (task);
  GError *error = NULL;

  add->calendar->id = ante_store_add_calendar_finish (ANTE_STORE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    ante_secrets_store_calendar_async (self->data_dir, add->calendar->host, add->calendar->id,
                                       add->secret, g_task_get_cancellable (task), secret_kept_cb,
                                       g_object_ref (task));
}

void
ante_booking_watch_add_async (AnteBookingWatch *self,
                              const char *kind,
                              const char *secret,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Add *add = g_new0 (Add, 1);
  GError *error = NULL;
  g_autofree char *host = ante_calendar_fetch_host (kind, secret, &error);

  g_task_set_source_tag (task, ante_booking_watch_add_async);
  g_task_set_task_data (task, add, add_free);
  if (host == NULL) {
    g_task_return_error (task, error);
    return;
  }
  add->secret = g_strdup (secret);
  add->calendar = ante_calendar_source_new (kind, host, host);
  ante_store_add_calendar_async (self->store, add->calendar, ante_alarm_now (self->alarm),
                                 cancellable, row_made_cb, g_object_ref (task));
}

gint64
ante_booking_watch_add_finish (AnteBookingWatch *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

/* Without its row nothing asks for it any more. */
static void
secret_cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!ante_secrets_store_finish (result, &error))
    g_debug ("what leads to a calendar could not be taken out of the keyring: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteBookingWatch *self = g_task_get_source_object (task);
  const AnteCalendarSource *calendar = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_store_remove_calendar_finish (ANTE_STORE (source), result, &error)) {
    g_task_return_error (task, error);
    return;
  }
  g_hash_table_remove (self->memories, &calendar->id);
  if (g_str_equal (calendar->kind, "file"))
    g_task_return_boolean (task, TRUE);
  else
    ante_secrets_store_calendar_async (self->data_dir, calendar->host, calendar->id, NULL, NULL,
                                       secret_cleared_cb, g_object_ref (task));
}

void
ante_booking_watch_remove_async (AnteBookingWatch *self,
                                 const AnteCalendarSource *calendar,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, ante_booking_watch_remove_async);
  g_task_set_task_data (task, ante_calendar_source_copy (calendar),
                        (GDestroyNotify) ante_calendar_source_free);
  ante_store_remove_calendar_async (self->store, calendar->id, NULL, removed_cb,
                                    g_object_ref (task));
}

gboolean
ante_booking_watch_remove_finish (AnteBookingWatch *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- by itself ------------------------------------------------------------------------------- */

static void ask_store (gpointer data);

static void
due_polled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteBookingWatch *self = ANTE_BOOKING_WATCH (source);
  g_autoptr (GError) error = NULL;
  g_autofree AnteCalendarTaken *taken = ante_booking_watch_poll_finish (self, result, &error);

  /* What a calendar did wrong stands there, with the time of the next try; the store's trouble is
   * the alarm's. */
  if (taken == NULL && error->domain == ANTE_STORE_ERROR && self->alarm != NULL)
    ante_alarm_answer (self->alarm, 0, error);
  else if (self->alarm != NULL)
    ask_store (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteBookingWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) calendars =
    ante_store_list_calendars_finish (ANTE_STORE (source), result, &error);
  const AnteCalendarSource *due = NULL;
  gint64 next = 0;

  if (self->alarm == NULL)
    return;
  for (guint i = 0; calendars != NULL && i < calendars->len; i++) {
    const AnteCalendarSource *calendar = calendars->pdata[i];

    if (calendar->next_at > 0 && (due == NULL || calendar->next_at < due->next_at))
      due = calendar;
  }
  next = due != NULL ? due->next_at : 0;
  if (due != NULL && next <= ante_alarm_now (self->alarm) &&
      !g_cancellable_is_cancelled (self->cancellable))
    ante_booking_watch_poll_async (self, due, self->cancellable, due_polled_cb, NULL);
  else
    ante_alarm_answer (self->alarm, next, error);
}

static void
ask_store (gpointer data)
{
  AnteBookingWatch *self = data;

  ante_store_list_calendars_async (self->store, NULL, listed_cb, g_object_ref (self));
}

void
ante_booking_watch_set_client (AnteBookingWatch *self, AnteInstagram *client)
{
  ante_alarm_set_client (self->alarm, client);
}

void
ante_booking_watch_start (AnteBookingWatch *self)
{
  ante_alarm_start (self->alarm);
}

void
ante_booking_watch_stop (AnteBookingWatch *self)
{
  if (self->alarm != NULL)
    ante_alarm_stop (self->alarm);
  g_cancellable_cancel (self->cancellable);
}

static void
ante_booking_watch_dispose (GObject *object)
{
  AnteBookingWatch *self = ANTE_BOOKING_WATCH (object);

  ante_booking_watch_stop (self);
  g_clear_pointer (&self->alarm, ante_alarm_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ante_booking_watch_parent_class)->dispose (object);
}

static void
ante_booking_watch_finalize (GObject *object)
{
  AnteBookingWatch *self = ANTE_BOOKING_WATCH (object);

  g_hash_table_unref (self->memories);
  g_clear_object (&self->cancellable);
  g_free (self->data_dir);
  G_OBJECT_CLASS (ante_booking_watch_parent_class)->finalize (object);
}

static void
ante_booking_watch_class_init (AnteBookingWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ante_booking_watch_dispose;
  object_class->finalize = ante_booking_watch_finalize;
}

static void
ante_booking_watch_init (AnteBookingWatch *self)
{
  self->cancellable = g_cancellable_new ();
  self->memories = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, memory_free);
}

AnteBookingWatch *
ante_booking_watch_new (AnteStore *store, AnteSync *sync, const char *data_dir)
{
  AnteBookingWatch *self = g_object_new (ANTE_TYPE_BOOKING_WATCH, NULL);

  self->store = g_object_ref (store);
  self->data_dir = g_strdup (data_dir);
  self->alarm =
    ante_alarm_new (store, sync, ANTE_STORE_BOOKINGS, "calendars cannot be asked", ask_store, self);
  return self;
}
