#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdio.h>
#include <string.h>

#include "booking/ante-booking-error.h"
#include "engine/ante-calendar-import.h"
#include "rules/ante-text.h"
#include "sandbox/sandbox-json.h"
#include "store/ante-store-leads.h"

#define USAGE "import calendar FILE.ics|URL|--url-stdin [--from DAY] [--to DAY] [--dry-run]"

/* --- what is asked ------------------------------------------------------------------------- */

/* The beginning of a day as it is where this runs; @after: of the one after it. */
static gboolean
read_day (const char *text, gboolean after, GTimeZone *zone, gint64 *ms, GError **error)
{
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) start = NULL;
  int year = 0;
  int month = 0;
  int date = 0;
  int end = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &date, &end) == 3 && text[end] == '\0')
    day = g_date_time_new (zone, year, month, date, 0, 0, 0);
  if (day == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "\"%s\" is no day; write it as 2026-11-20",
                 text);
    return FALSE;
  }
  start = g_date_time_add_days (day, after ? 1 : 0);
  *ms = g_date_time_to_unix (start) * 1000;
  return TRUE;
}

static gboolean
read_range (GPtrArray *args, AnteCalendarAsk *ask, GError **error)
{
  g_autofree char *from = ctl_take_option (args, "--from");
  g_autofree char *to = ctl_take_option (args, "--to");

  if ((from != NULL && !read_day (from, FALSE, ask->zone, &ask->from, error)) ||
      (to != NULL && !read_day (to, TRUE, ask->zone, &ask->to, error)))
    return FALSE;
  if (ask->from < ask->to)
    return TRUE;
  g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "--to is before --from");
  return FALSE;
}

/* An address of a feed is a secret, which need not stand where other programs see it. */
static char *
read_place (Ctl *ctl, GPtrArray *args, GError **error)
{
  gboolean from_stdin = ctl_take_flag (args, "--url-stdin");

  if (!ctl_check_args (args, from_stdin ? 1 : 2, from_stdin ? 1 : 2, USAGE, error))
    return NULL;
  if (!g_str_equal (ctl_arg (args, 0), "calendar")) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "%s cannot be imported; usage: %s",
                 ctl_arg (args, 0), USAGE);
    return NULL;
  }
  return from_stdin ? ctl_read_secret (ctl, "address", error) : g_strdup (ctl_arg (args, 1));
}

/* All of them: whose a booking is may be anybody. */
static GPtrArray *
list_leads (Ctl *ctl, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = NULL;
  GPtrArray *leads = NULL;

  CTL_CALL (result, ante_store_list_leads_async, store, &filter, ANTE_LEAD_ORDER_NEWEST, G_MAXUINT,
            ctl->stop);
  ids = ante_store_list_leads_finish (store, result, &leads, error);
  return ids != NULL ? leads : NULL;
}

/* --- what is told -------------------------------------------------------------------------- */

static const char *
handle_of (GPtrArray *leads, gint64 id)
{
  for (guint i = 0; leads != NULL && id != 0 && i < leads->len; i++) {
    const AnteLead *lead = leads->pdata[i];

    if (lead->id == id)
      return lead->handle;
  }
  return NULL;
}

static JsonObject *
tell_row (const AnteCalendarRow *row, GPtrArray *leads)
{
  JsonObject *object = json_object_new ();
  const AnteCalendarEvent *event = row->event;

  ctl_set_text (object, "uid", event->uid);
  ctl_set_time (object, "start", event->start);
  ctl_set_time (object, "end", event->end);
  ctl_set_text (object, "zone", event->zone);
  json_object_set_boolean_member (object, "all_day", event->all_day);
  ctl_set_text (object, "status", ante_calendar_status_to_nick (event->status));
  ctl_set_text (object, "summary", event->summary);
  ctl_set_text (object, "handle", handle_of (leads, row->lead_id));
  ctl_set_text (object, "by", row->by);
  json_object_set_boolean_member (object, "sure", row->is_sure);
  return object;
}

static JsonNode *
tell (const AnteCalendarImport *import, GPtrArray *leads)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  json_object_set_int_member (object, "events", import->n_events);
  json_object_set_int_member (object, "occurrences", import->n_occurrences);
  json_object_set_int_member (object, "matched", import->n_matched);
  json_object_set_int_member (object, "unmatched", import->n_occurrences - import->n_matched);
  json_object_set_int_member (object, "cancelled", import->n_cancelled);
  json_object_set_int_member (object, "unreadable", import->n_unreadable);
  json_object_set_int_member (object, "doubtful", import->n_doubtful);
  json_object_set_boolean_member (object, "whole", import->is_whole);
  ctl_set_text (object, "calendar", import->name);
  for (guint i = 0; i < import->rows->len; i++)
    json_array_add_object_element (array, tell_row (import->rows->pdata[i], leads));
  json_object_set_array_member (object, "items", array);
  return ctl_object (object);
}

/* By line, so that an editor finds it. */
static void
print_notes (const AnteCalendarImport *import)
{
  for (guint i = 0; i < import->notes->len; i++) {
    const AnteCalendarNote *note = import->notes->pdata[i];

    if (note->line > 0)
      fprintf (stderr, "anteroomctl import: line %u: %s\n", note->line, note->text);
    else
      fprintf (stderr, "anteroomctl import: %s\n", note->text);
  }
  if (!import->is_whole)
    fputs ("anteroomctl import: the calendar is cut off: its end is missing\n", stderr);
  if (import->is_busy_only)
    fputs ("anteroomctl import: the calendar tells when you are busy and nothing else, so that "
           "nobody can be matched; publish it with all details\n",
           stderr);
}

/* About a file there is something else to say than about a feed; the rest has words of its own. */
static void
name_file (const char *place, GError **error)
{
  g_autoptr (GError) cause = g_steal_pointer (error);
  gboolean is_file = strstr (place, "://") == NULL;

  if (g_error_matches (cause, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_ADDRESS))
    g_set_error_literal (error, CTL_ERROR, CTL_ERROR_USAGE,
                         "this is no address of a calendar: copy it from the calendar's settings; "
                         "it begins with https:// or webcal://");
  else if (is_file && g_error_matches (cause, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_NO_CALENDAR))
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "%s is no calendar: it has no BEGIN:VCALENDAR; export it as .ics", place);
  else if (is_file && g_error_matches (cause, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_TOO_LARGE))
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "%s is larger than 20 MB; export a shorter time of the calendar", place);
  else if (cause->domain == ANTE_BOOKING_ERROR ||
           g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    *error = g_steal_pointer (&cause);
  else
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT, "%s cannot be read: %s", place,
                 cause->message);
}

gboolean
ctl_import_reads_alone (GPtrArray *args)
{
  for (guint i = 0; i < args->len; i++) {
    if (g_str_equal (args->pdata[i], "--dry-run"))
      return TRUE;
  }
  return FALSE;
}

static gboolean
keep (
  Ctl *ctl, const AnteCalendarImport *import, const char *place, JsonObject *object, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree AnteCalendarTaken *taken = NULL;
  JsonObject *kept = NULL;

  CTL_CALL (result, ante_calendar_import_keep_async, store, import, place,
            ante_workspace_now (ctl->workspace), ctl->stop);
  if ((taken = ante_calendar_import_keep_finish (store, result, error)) == NULL)
    return FALSE;
  kept = json_object_new ();
  ctl_set_taken (kept, taken);
  json_object_set_object_member (object, "kept", kept);
  return TRUE;
}

static AnteCalendarImport *
read_import (Ctl *ctl, AnteCalendarAsk *ask, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) cause = NULL;
  AnteCalendarImport *import = NULL;

  ask->now =
    ctl->workspace != NULL ? ante_workspace_now (ctl->workspace) : g_get_real_time () / 1000;
  CTL_CALL (result, ante_calendar_import_read_async, ask, ctl->stop);
  import = ante_calendar_import_read_finish (result, &cause);
  if (import != NULL) {
    print_notes (import);
    return import;
  }
  name_file (ask->place, &cause);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

JsonNode *
ctl_import (Ctl *ctl, GPtrArray *args, GError **error)
{
  gboolean dry_run = ctl_take_flag (args, "--dry-run");
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  AnteCalendarAsk ask = { NULL, G_MININT64, G_MAXINT64, 0, zone, NULL };
  g_autofree char *place = NULL;
  g_autoptr (GPtrArray) leads = NULL;
  g_autoptr (AnteCalendarImport) import = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!read_range (args, &ask, error) || (place = read_place (ctl, args, error)) == NULL)
    return NULL;
  if (!dry_run && ctl->workspace == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "there is no data folder yet in which bookings could be kept: connect first, or "
                 "say --dry-run");
    return NULL;
  }
  if (ctl->workspace != NULL && (leads = list_leads (ctl, error)) == NULL)
    return NULL;
  ask.place = place;
  ask.leads = leads;
  if ((import = read_import (ctl, &ask, error)) == NULL)
    return NULL;
  node = tell (import, leads);
  if (!dry_run && !keep (ctl, import, place, json_node_get_object (node), error))
    return NULL;
  return g_steal_pointer (&node);
}

/* --- for people ---------------------------------------------------------------------------- */

static void
print_item (JsonObject *item)
{
  const char *start = sandbox_json_string (item, "start");
  g_autoptr (GDateTime) utc = start != NULL ? g_date_time_new_from_iso8601 (start, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *when =
    local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup ("");
  g_autofree char *what = ante_text_clean_name (sandbox_json_string (item, "summary"), 50);
  const char *handle = sandbox_json_string (item, "handle");
  const char *by = sandbox_json_string (item, "by");
  gboolean off = g_strcmp0 (sandbox_json_string (item, "status"), "cancelled") == 0;

  printf ("  %s  %s%s", when, what, off ? "  (called off)" : "");
  if (by != NULL && handle != NULL)
    printf ("  @%s, by %s%s", handle, by, json_object_get_boolean_member (item, "sure") ? "" : "?");
  else if (by != NULL)
    printf ("  of several, by %s?", by);
  putchar ('\n');
}

void
ctl_print_import (JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);
  JsonArray *items = sandbox_json_array (object, "items");
  JsonObject *kept = NULL;

  for (guint i = 0; i < json_array_get_length (items); i++)
    print_item (json_array_get_object_element (items, i));
  printf ("%d events, %d times: %d of leads, %d to be asked about, %d of nobody known; %d called "
          "off, %d unreadable. ",
          (int) json_object_get_int_member (object, "events"),
          (int) json_object_get_int_member (object, "occurrences"),
          (int) json_object_get_int_member (object, "matched"),
          (int) json_object_get_int_member (object, "doubtful"),
          (int) (json_object_get_int_member (object, "unmatched") -
                 json_object_get_int_member (object, "doubtful")),
          (int) json_object_get_int_member (object, "cancelled"),
          (int) json_object_get_int_member (object, "unreadable"));
  if (!json_object_has_member (object, "kept")) {
    puts ("Nothing was changed.");
    return;
  }
  kept = json_object_get_object_member (object, "kept");
  printf ("Kept: %d new, %d matched, %d to be asked about, %d moved, %d called off.\n",
          (int) json_object_get_int_member (kept, "new"),
          (int) json_object_get_int_member (kept, "matched"),
          (int) json_object_get_int_member (kept, "asked"),
          (int) json_object_get_int_member (kept, "moved"),
          (int) json_object_get_int_member (kept, "cancelled"));
}
