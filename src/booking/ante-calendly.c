#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-calendly.h"

#include <string.h>

#include "rules/ante-json.h"

#define MAX_TEXT 8000
#define MAX_NAME 500
#define MOST_ANSWERS 100

/**
 * Scheduled:
 * @uuid: what Calendly calls it
 * @event: what everybody who booked it has in common
 *
 * An event whose bookings are still to be read.
 */
typedef struct {
  char *uuid;
  AnteCalendarEvent *event;
} Scheduled;

/**
 * Listing:
 * @user: (nullable): address of the token's owner, once it is known
 * @has_events: all events are known, and who booked them is read
 * @page: (nullable): where the next page is
 * @n_pages: of the list that is being read
 * @waiting: (element-type Scheduled): to be read
 *
 * One list under way.
 */
typedef struct {
  gint64 from;
  gint64 to;
  GHashTable *known;
  char *user;
  gboolean has_events;
  AnteCalendarPerson *owner;
  char *page;
  guint n_pages;
  GQueue waiting;
  Scheduled *reading;
  AnteCalendlyList *list;
} Listing;

static void
scheduled_free (gpointer data)
{
  Scheduled *scheduled = data;

  if (scheduled == NULL)
    return;
  g_free (scheduled->uuid);
  ante_calendar_event_free (scheduled->event);
  g_free (scheduled);
}

void
ante_calendly_list_free (AnteCalendlyList *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->events);
  g_hash_table_unref (self->updated);
  g_ptr_array_unref (self->same);
  g_free (self);
}

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_clear_pointer (&listing->known, g_hash_table_unref);
  g_free (listing->user);
  ante_calendar_person_free (listing->owner);
  g_free (listing->page);
  g_queue_clear_full (&listing->waiting, scheduled_free);
  scheduled_free (listing->reading);
  ante_calendly_list_free (listing->list);
  g_free (listing);
}

/* --- reading ------------------------------------------------------------------------------- */

/* The last part of an address is the only one that means something. */
static char *
dup_uuid (JsonObject *object, const char *name)
{
  g_autofree char *uri = ante_json_dup_id (object, name);
  const char *slash = uri != NULL ? strrchr (uri, '/') : NULL;

  if (slash == NULL || slash[1] == '\0' || strpbrk (slash + 1, "?#%") != NULL)
    return NULL;
  return g_strdup (slash + 1);
}

/* "event/invitee", of the address of an invitee. */
static char *
dup_booking_id (JsonObject *object, const char *name)
{
  g_autofree char *uri = ante_json_dup_id (object, name);
  g_auto (GStrv) parts = g_strsplit (uri != NULL ? uri : "", "/", -1);
  guint n = g_strv_length (parts);

  if (n < 3 || !g_str_equal (parts[n - 2], "invitees") || *parts[n - 3] == '\0' ||
      *parts[n - 1] == '\0')
    return NULL;
  return g_strdup_printf ("%s/%s", parts[n - 3], parts[n - 1]);
}

static AnteCalendarPerson *
read_person (JsonObject *object)
{
  AnteCalendarPerson *person = ante_calendar_person_new ();
  g_autofree char *email = ante_json_dup_name (object, "email", 254);

  person->name = ante_json_dup_name (object, "name", MAX_NAME);
  person->email = email != NULL ? g_utf8_strdown (email, -1) : NULL;
  return person;
}

/* A link, an address, a telephone number, or nothing but its type. */
static void
read_location (AnteCalendarEvent *event, JsonObject *object)
{
  event->url = ante_json_dup_url (object, "join_url");
  event->location = ante_json_dup_name (object, "location", 1000);
  if (event->location == NULL && event->url != NULL)
    event->location = g_strdup (event->url);
}

static void
read_cancellation (AnteCalendarEvent *event, JsonObject *object)
{
  if (object == NULL)
    return;
  g_free (event->cancelled_by);
  g_free (event->cancel_reason);
  event->cancelled_by = ante_json_dup_name (object, "canceled_by", MAX_NAME);
  event->cancel_reason = ante_json_dup_text (object, "reason", MAX_TEXT);
}

static AnteCalendarStatus
read_status (JsonObject *object)
{
  const char *status = ante_json_string (object, "status");

  return g_strcmp0 (status, "canceled") == 0 || g_strcmp0 (status, "cancelled") == 0
           ? ANTE_CALENDAR_CANCELLED
           : ANTE_CALENDAR_CONFIRMED;
}

/* NULL for what has no time. */
static AnteCalendarEvent *
read_event (JsonObject *object, const Listing *listing)
{
  g_autoptr (AnteCalendarEvent) event = ante_calendar_event_new ();

  event->start = ante_json_time (object, "start_time");
  event->end = MAX (ante_json_time (object, "end_time"), event->start);
  if (event->start == 0)
    return NULL;
  event->summary = ante_json_dup_name (object, "name", MAX_NAME);
  event->status = read_status (object);
  event->last_modified = ante_json_time (object, "updated_at");
  event->organizer = ante_calendar_person_copy (listing->owner);
  read_location (event, ante_json_object (object, "location"));
  read_cancellation (event, ante_json_object (object, "cancellation"));
  return g_steal_pointer (&event);
}

static void
read_answers (AnteCalendarEvent *event, JsonArray *array)
{
  for (guint i = 0; i < MIN (ante_json_length (array), MOST_ANSWERS); i++) {
    JsonObject *object = ante_json_item (array, i);
    g_autofree char *question = ante_json_dup_name (object, "question", 1000);
    g_autofree char *answer = ante_json_dup_text (object, "answer", MAX_TEXT);

    if (answer != NULL)
      g_ptr_array_add (event->answers, ante_calendar_answer_new (question, answer));
  }
}

/* Each who booked an event has a booking of their own. */
static void
read_invitee (Listing *listing, JsonObject *object)
{
  AnteCalendarEvent *event = NULL;
  char *uid = dup_booking_id (object, "uri");
  AnteCalendarPerson *person = NULL;

  if (uid == NULL)
    return;
  event = ante_calendar_event_copy (listing->reading->event);
  event->uid = uid;
  event->zone = ante_json_dup_name (object, "timezone", 100);
  if (read_status (object) == ANTE_CALENDAR_CANCELLED)
    event->status = ANTE_CALENDAR_CANCELLED;
  event->last_modified = MAX (event->last_modified, ante_json_time (object, "updated_at"));
  event->no_show = ante_json_object (object, "no_show") != NULL;
  event->previous = dup_booking_id (object, "old_invitee");
  event->next = dup_booking_id (object, "new_invitee");
  event->ref = ante_json_dup_name (ante_json_object (object, "tracking"), "utm_content", 100);
  read_cancellation (event, ante_json_object (object, "cancellation"));
  read_answers (event, ante_json_list (object, "questions_and_answers"));

  person = read_person (object);
  person->phone = ante_json_dup_name (object, "text_reminder_number", 40);
  g_ptr_array_add (event->attendees, person);
  g_ptr_array_add (listing->list->events, event);
}

/* --- pages --------------------------------------------------------------------------------- */

static void ask_next (GTask *task);

/* FALSE where the next page cannot be found. */
static gboolean
turn_page (Listing *listing, JsonObject *root)
{
  JsonObject *pagination = ante_json_object (root, "pagination");

  if (!ante_booking_api_read_cursor (pagination, "next_page_token", &listing->page))
    return FALSE;
  listing->n_pages = listing->page != NULL ? listing->n_pages + 1 : 0;
  return TRUE;
}

static void
fail_shape (GTask *task)
{
  g_task_return_new_error (task, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_BAD_ANSWER,
                           "calendly: the answer lacks what it should have");
}

static void
invitees_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Listing *listing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JsonNode) root =
    ante_booking_api_get_finish (ANTE_BOOKING_API (source), result, NULL, &error);
  JsonArray *array = NULL;

  /* One that is deleted meanwhile is no reason to know nothing of the others. */
  if (root == NULL && !g_error_matches (error, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_GONE)) {
    g_task_return_error (task, error);
    return;
  }
  g_clear_error (&error);
  if (root == NULL) {
    g_clear_pointer (&listing->page, g_free);
    listing->n_pages = 0;
  } else {
    array = ante_json_list (json_node_get_object (root), "collection");
    if (array == NULL || !turn_page (listing, json_node_get_object (root))) {
      fail_shape (task);
      return;
    }
  }
  for (guint i = 0; i < ante_json_length (array); i++) {
    if (ante_json_item (array, i) != NULL)
      read_invitee (listing, ante_json_item (array, i));
  }
  if (root == NULL || listing->page == NULL)
    g_clear_pointer (&listing->reading, scheduled_free);
  ask_next (g_steal_pointer (&task));
}

static void
take_event (Listing *listing, JsonObject *object)
{
  g_autofree char *uuid = dup_uuid (object, "uri");
  AnteCalendarEvent *event = uuid != NULL ? read_event (object, listing) : NULL;
  const gint64 *known = NULL;
  Scheduled *scheduled = NULL;

  if (event == NULL || event->start < listing->from || event->start >= listing->to) {
    ante_calendar_event_free (event);
    return;
  }
  known = listing->known != NULL ? g_hash_table_lookup (listing->known, uuid) : NULL;
  if (event->last_modified != 0)
    g_hash_table_insert (listing->list->updated, g_strdup (uuid),
                         g_memdup2 (&event->last_modified, sizeof event->last_modified));
  if (known != NULL && *known == event->last_modified) {
    g_ptr_array_add (listing->list->same, g_steal_pointer (&uuid));
    ante_calendar_event_free (event);
    return;
  }
  scheduled = g_new0 (Scheduled, 1);
  scheduled->uuid = g_steal_pointer (&uuid);
  scheduled->event = event;
  g_queue_push_tail (&listing->waiting, scheduled);
}

static void
events_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Listing *listing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JsonNode) root =
    ante_booking_api_get_finish (ANTE_BOOKING_API (source), result, NULL, &error);
  JsonArray *array = NULL;

  if (root == NULL) {
    g_task_return_error (task, error);
    return;
  }
  array = ante_json_list (json_node_get_object (root), "collection");
  if (array == NULL || !turn_page (listing, json_node_get_object (root))) {
    fail_shape (task);
    return;
  }
  for (guint i = 0; i < ante_json_length (array); i++) {
    if (ante_json_item (array, i) != NULL)
      take_event (listing, ante_json_item (array, i));
  }
  listing->has_events = listing->page == NULL;
  ask_next (g_steal_pointer (&task));
}

static void
user_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Listing *listing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JsonNode) root =
    ante_booking_api_get_finish (ANTE_BOOKING_API (source), result, NULL, &error);
  JsonObject *resource = NULL;

  if (root == NULL) {
    g_task_return_error (task, error);
    return;
  }
  resource = ante_json_object (json_node_get_object (root), "resource");
  listing->user = ante_json_dup_id (resource, "uri");
  if (listing->user == NULL) {
    fail_shape (task);
    return;
  }
  listing->owner = read_person (resource);
  ask_next (g_steal_pointer (&task));
}

static char *
events_path (const Listing *listing)
{
  g_autofree char *from = ante_booking_api_time (listing->from);
  g_autofree char *to = ante_booking_api_time (listing->to);
  g_autofree char *user = g_uri_escape_string (listing->user, NULL, FALSE);
  g_autofree char *page =
    listing->page != NULL ? g_uri_escape_string (listing->page, NULL, FALSE) : NULL;

  return g_strdup_printf ("/scheduled_events?user=%s&min_start_time=%s&max_start_time=%s"
                          "&sort=start_time:asc&count=100%s%s",
                          user, from, to, page != NULL ? "&page_token=" : "",
                          page != NULL ? page : "");
}

static char *
invitees_path (const Listing *listing)
{
  g_autofree char *page =
    listing->page != NULL ? g_uri_escape_string (listing->page, NULL, FALSE) : NULL;

  return g_strdup_printf ("/scheduled_events/%s/invitees?count=100%s%s", listing->reading->uuid,
                          page != NULL ? "&page_token=" : "", page != NULL ? page : "");
}

static void
end (GTask *task)
{
  Listing *listing = g_task_get_task_data (task);

  g_ptr_array_sort (listing->list->events, ante_calendar_event_compare);
  g_task_return_pointer (task, g_steal_pointer (&listing->list),
                         (GDestroyNotify) ante_calendly_list_free);
}

/* First whose they are, then all pages of events, then who booked each of them. Takes @task. */
static void
ask_next (GTask *task)
{
  AnteBookingApi *api = g_task_get_source_object (task);
  Listing *listing = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autofree char *path = NULL;

  if (listing->user == NULL) {
    ante_booking_api_get_async (api, "/users/me", NULL, NULL, cancellable, user_cb, task);
    return;
  }
  /* Part of a list must not be taken for all of it: what it lacks would count as called off. */
  if (listing->n_pages >= ANTE_BOOKING_MAX_PAGES) {
    g_task_return_new_error (task, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_TOO_LARGE,
                             "calendly: too many pages");
    g_object_unref (task);
    return;
  }
  if (!listing->has_events) {
    path = events_path (listing);
    ante_booking_api_get_async (api, path, NULL, NULL, cancellable, events_cb, task);
    return;
  }
  if (listing->reading == NULL)
    listing->reading = g_queue_pop_head (&listing->waiting);
  if (listing->reading == NULL) {
    end (task);
    g_object_unref (task);
    return;
  }
  path = invitees_path (listing);
  ante_booking_api_get_async (api, path, NULL, NULL, cancellable, invitees_cb, task);
}

void
ante_calendly_list_async (AnteBookingApi *api,
                          gint64 from,
                          gint64 to,
                          GHashTable *known,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (api, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  g_task_set_source_tag (task, ante_calendly_list_async);
  listing->from = from;
  listing->to = to;
  listing->known = known != NULL ? g_hash_table_ref (known) : NULL;
  g_queue_init (&listing->waiting);
  listing->list = g_new0 (AnteCalendlyList, 1);
  listing->list->events =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_calendar_event_free);
  listing->list->updated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  listing->list->same = g_ptr_array_new_with_free_func (g_free);
  g_task_set_task_data (task, listing, listing_free);
  ask_next (task);
}

AnteCalendlyList *
ante_calendly_list_finish (AnteBookingApi *api, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, api), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
