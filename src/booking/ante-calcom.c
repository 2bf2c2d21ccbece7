#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-calcom.h"

#include <string.h>

#include "booking/ante-plain-text.h"
#include "model/ante-calendar-event.h"
#include "rules/ante-json.h"
#include "rules/ante-text.h"

#define VERSION_HEADER "cal-api-version"
#define BY_CURSOR "2026-05-01"
#define BY_NUMBER "2024-08-13"

#define PAGE 100
#define MAX_TEXT 8000
#define MAX_NAME 500
#define MOST_ANSWERS 100
#define MOST_ATTENDEES 100

/**
 * Listing:
 * @by_number: the older form of the list is read
 * @cursor: (nullable): where the next page of the newer one is
 * @skip: where that of the older one is
 *
 * One list under way.
 */
typedef struct {
  gint64 from;
  gint64 to;
  gboolean by_number;
  char *cursor;
  guint skip;
  guint n_pages;
  GPtrArray *events;
} Listing;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_free (listing->cursor);
  g_clear_pointer (&listing->events, g_ptr_array_unref);
  g_free (listing);
}

/* --- reading ------------------------------------------------------------------------------- */

static AnteCalendarStatus
read_status (JsonObject *object)
{
  const char *status = ante_json_string (object, "status");

  if (g_strcmp0 (status, "cancelled") == 0 || g_strcmp0 (status, "canceled") == 0 ||
      g_strcmp0 (status, "rejected") == 0)
    return ANTE_CALENDAR_CANCELLED;
  return g_strcmp0 (status, "pending") == 0 ? ANTE_CALENDAR_TENTATIVE : ANTE_CALENDAR_CONFIRMED;
}

static AnteCalendarPerson *
read_person (JsonObject *object)
{
  AnteCalendarPerson *person = ante_calendar_person_new ();
  g_autofree char *shown = ante_json_dup_name (object, "displayEmail", 254);
  g_autofree char *email = shown != NULL ? NULL : ante_json_dup_name (object, "email", 254);

  if (shown != NULL || email != NULL)
    person->email = g_utf8_strdown (shown != NULL ? shown : email, -1);
  person->name = ante_json_dup_name (object, "name", MAX_NAME);
  person->phone = ante_json_dup_name (object, "phoneNumber", 40);
  return person;
}

/* An answer is a text, a number, a list of texts, or an object that has a value. */
static char *
dup_answer (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonNode *value = json_object_get_member (json_node_get_object (node), "value");

    return value != NULL && !JSON_NODE_HOLDS_OBJECT (value) ? dup_answer (value) : NULL;
  }
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);
    g_autoptr (GString) all = g_string_new (NULL);

    for (guint i = 0; i < MIN (json_array_get_length (array), MOST_ANSWERS); i++) {
      JsonNode *item = json_array_get_element (array, i);
      g_autofree char *one = JSON_NODE_HOLDS_VALUE (item) ? dup_answer (item) : NULL;

      if (one != NULL)
        g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", one);
    }
    return all->len > 0 ? ante_text_clean (all->str, -1, MAX_TEXT) : NULL;
  }
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING) {
    char *text = ante_text_clean (json_node_get_string (node), -1, MAX_TEXT);

    if (*text == '\0')
      g_clear_pointer (&text, g_free);
    return text;
  }
  return json_node_get_value_type (node) == G_TYPE_INT64
           ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node))
           : NULL;
}

static void
read_answers (AnteCalendarEvent *event, JsonObject *object)
{
  g_autoptr (GList) names = object != NULL ? json_object_get_members (object) : NULL;

  for (GList *l = names; l != NULL && event->answers->len < MOST_ANSWERS; l = l->next) {
    g_autofree char *question = ante_text_clean_name (l->data, 1000);
    g_autofree char *answer = dup_answer (json_object_get_member (object, l->data));

    if (answer == NULL)
      continue;
    if (g_str_equal (question, "ref") && event->ref == NULL)
      event->ref = ante_text_clean_name (answer, 100);
    g_ptr_array_add (event->answers, ante_calendar_answer_new (question, answer));
  }
}

/* Seats and repetitions may come without anybody. */
static void
read_people (AnteCalendarEvent *event, JsonObject *object)
{
  JsonArray *attendees = ante_json_list (object, "attendees");
  JsonArray *hosts = ante_json_list (object, "hosts");

  for (guint i = 0; i < MIN (ante_json_length (attendees), MOST_ATTENDEES); i++) {
    JsonObject *attendee = ante_json_item (attendees, i);

    if (attendee == NULL)
      continue;
    if (event->attendees->len == 0) {
      event->no_show = ante_json_yes_no (attendee, "absent") == 1;
      event->zone = ante_json_dup_name (attendee, "timeZone", 100);
    }
    read_answers (event, ante_json_object (attendee, "bookingFieldsResponses"));
    g_ptr_array_add (event->attendees, read_person (attendee));
  }
  if (ante_json_length (hosts) > 0 && ante_json_item (hosts, 0) != NULL)
    event->organizer = read_person (ante_json_item (hosts, 0));
}

static void
read_words (AnteCalendarEvent *event, JsonObject *object)
{
  const char *description = ante_json_string (object, "description");

  event->summary = ante_json_dup_name (object, "title", MAX_NAME);
  event->description = description != NULL ? ante_plain_text (description, MAX_TEXT) : NULL;
  event->location = ante_json_dup_name (object, "location", 1000);
  event->url = ante_json_dup_url (object, "location");
  if (event->url == NULL)
    event->url = ante_json_dup_url (object, "meetingUrl");
  event->cancelled_by = ante_json_dup_name (object, "cancelledByEmail", MAX_NAME);
  event->cancel_reason = ante_json_dup_text (object, "cancellationReason", MAX_TEXT);
}

/* NULL for what has no name or no time. */
static AnteCalendarEvent *
read_booking (JsonObject *object)
{
  g_autoptr (AnteCalendarEvent) event = ante_calendar_event_new ();

  event->uid = ante_json_dup_id (object, "uid");
  event->start = ante_json_time (object, "start");
  event->end = MAX (ante_json_time (object, "end"), event->start);
  if (event->uid == NULL || event->start == 0)
    return NULL;
  event->status = read_status (object);
  event->last_modified = ante_json_time (object, "updatedAt");
  event->previous = ante_json_dup_id (object, "rescheduledFromUid");
  event->next = ante_json_dup_id (object, "rescheduledToUid");
  event->ics_uid = ante_json_dup_id (object, "icsUid");
  event->ref = ante_json_dup_name (ante_json_object (object, "metadata"), "ref", 100);
  read_words (event, object);
  read_people (event, object);
  read_answers (event, ante_json_object (object, "bookingFieldsResponses"));
  return g_steal_pointer (&event);
}

/* --- pages --------------------------------------------------------------------------------- */

static void ask_next (GTask *task);

/* FALSE where the next page cannot be found; @more: there is one. */
static gboolean
turn_page (Listing *listing, JsonObject *root, guint n, gboolean *more)
{
  JsonObject *pagination = ante_json_object (root, "pagination");

  listing->n_pages++;
  listing->skip += n;
  if (listing->by_number) {
    *more = n > 0 && ante_json_yes_no (pagination, "hasNextPage") == 1;
    return TRUE;
  }
  if (!ante_booking_api_read_cursor (pagination, "nextCursor", &listing->cursor))
    return FALSE;
  *more = listing->cursor != NULL && ante_json_yes_no (pagination, "hasMore") != 0;
  return TRUE;
}

static void
take_bookings (Listing *listing, JsonArray *array)
{
  for (guint i = 0; i < ante_json_length (array); i++) {
    JsonObject *object = ante_json_item (array, i);
    AnteCalendarEvent *event = object != NULL ? read_booking (object) : NULL;

    if (event != NULL && event->start >= listing->from && event->start < listing->to)
      g_ptr_array_add (listing->events, event);
    else
      ante_calendar_event_free (event);
  }
}

/* The newer form may be unknown to an instance of one's own, or not take what it is asked with. */
static gboolean
fall_back (Listing *listing, guint status)
{
  if (listing->by_number || listing->n_pages > 0 || (status != 404 && status != 400))
    return FALSE;
  listing->by_number = TRUE;
  return TRUE;
}

static void
take_page (GTask *task, JsonObject *object)
{
  Listing *listing = g_task_get_task_data (task);
  JsonNode *data = json_object_get_member (object, "data");
  gboolean more = FALSE;

  if (data == NULL || !JSON_NODE_HOLDS_ARRAY (data) ||
      g_strcmp0 (ante_json_string (object, "status"), "error") == 0 ||
      !turn_page (listing, object, json_array_get_length (json_node_get_array (data)), &more)) {
    g_task_return_new_error (task, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_BAD_ANSWER,
                             "cal.com: the answer lacks what it should have");
    return;
  }
  take_bookings (listing, json_node_get_array (data));
  if (more) {
    ask_next (g_object_ref (task));
    return;
  }
  g_ptr_array_sort (listing->events, ante_calendar_event_compare);
  g_task_return_pointer (task, g_steal_pointer (&listing->events),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
bookings_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  guint status = 0;
  GError *error = NULL;
  g_autoptr (JsonNode) root =
    ante_booking_api_get_finish (ANTE_BOOKING_API (source), result, &status, &error);

  if (root != NULL) {
    take_page (task, json_node_get_object (root));
  } else if (fall_back (g_task_get_task_data (task), status)) {
    g_error_free (error);
    ask_next (g_steal_pointer (&task));
  } else {
    g_task_return_error (task, error);
  }
}

/* Takes @task. */
static void
ask_next (GTask *task)
{
  Listing *listing = g_task_get_task_data (task);
  g_autofree char *from = ante_booking_api_time (listing->from);
  g_autofree char *to = ante_booking_api_time (listing->to);
  g_autofree char *cursor =
    listing->cursor != NULL ? g_uri_escape_string (listing->cursor, NULL, FALSE) : NULL;
  g_autofree char *path = NULL;

  /* Part of a list must not be taken for all of it: what it lacks would count as called off. */
  if (listing->n_pages >= ANTE_BOOKING_MAX_PAGES) {
    g_task_return_new_error (task, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_TOO_LARGE,
                             "cal.com: too many pages");
    g_object_unref (task);
    return;
  }
  if (listing->by_number)
    path = g_strdup_printf ("/bookings?status=upcoming,recurring,past,cancelled,unconfirmed"
                            "&afterStart=%s&beforeEnd=%s&sortStart=asc&take=%d&skip=%u",
                            from, to, PAGE, listing->skip);
  else
    path = g_strdup_printf ("/bookings?afterStart=%s&beforeEnd=%s%s%s", from, to,
                            cursor != NULL ? "&cursor=" : "", cursor != NULL ? cursor : "");
  ante_booking_api_get_async (g_task_get_source_object (task), path, VERSION_HEADER,
                              listing->by_number ? BY_NUMBER : BY_CURSOR,
                              g_task_get_cancellable (task), bookings_cb, task);
}

void
ante_calcom_list_async (AnteBookingApi *api,
                        gint64 from,
                        gint64 to,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (api, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  g_task_set_source_tag (task, ante_calcom_list_async);
  listing->from = from;
  listing->to = to;
  listing->events = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_calendar_event_free);
  g_task_set_task_data (task, listing, listing_free);
  ask_next (task);
}

GPtrArray *
ante_calcom_list_finish (AnteBookingApi *api, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, api), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
