#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include "engine/ante-booking-watch.h"
#include "engine/ante-secrets.h"

#define USAGE                                                                                      \
  "calendars [add feed --url-stdin | add calendly|cal.com --token-stdin [--api URL] | remove ID "  \
  "| poll]"

static JsonObject *
tell_calendar (const AnteCalendarSource *calendar)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "calendar_id", calendar->id);
  ctl_set_text (object, "kind", calendar->kind);
  ctl_set_text (object, "name", calendar->name);
  ctl_set_text (object, "host", *calendar->host != '\0' ? calendar->host : NULL);
  ctl_set_time (object, "polled_at", calendar->polled_at);
  ctl_set_time (object, "next_at", calendar->next_at);
  json_object_set_int_member (object, "failures", calendar->failures);
  ctl_set_text (object, "error", calendar->error);
  return object;
}

static GPtrArray *
list_calendars (Ctl *ctl, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;

  CTL_CALL (result, ante_store_list_calendars_async, store, NULL);
  return ante_store_list_calendars_finish (store, result, error);
}

static const AnteCalendarSource *
find_calendar (GPtrArray *calendars, gint64 id)
{
  for (guint i = 0; i < calendars->len; i++) {
    const AnteCalendarSource *calendar = calendars->pdata[i];

    if (calendar->id == id)
      return calendar;
  }
  return NULL;
}

static JsonNode *
tell_all (Ctl *ctl, GError **error)
{
  g_autoptr (GPtrArray) calendars = list_calendars (ctl, error);
  JsonArray *array = NULL;

  if (calendars == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < calendars->len; i++)
    json_array_add_object_element (array, tell_calendar (calendars->pdata[i]));
  return ctl_array (array);
}

/* --- adding and removing --------------------------------------------------------------------- */

/* (transfer full): see AnteCalendarRequest; NULL with @error. */
static char *
read_secret (Ctl *ctl, const char *kind, const char *api, GError **error)
{
  gboolean is_feed = g_str_equal (kind, "feed");
  char *secret = ctl_read_secret (ctl, is_feed ? "address" : "token", error);
  char *whole = NULL;

  if (secret == NULL || api == NULL)
    return secret;
  whole = g_strdup_printf ("%s\n%s", secret, api);
  ante_secrets_clear_text (secret);
  return whole;
}

static JsonNode *
tell_added (Ctl *ctl, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) calendars = list_calendars (ctl, error);
  const AnteCalendarSource *calendar = calendars != NULL ? find_calendar (calendars, id) : NULL;

  if (calendar == NULL && calendars != NULL)
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT, "the calendar was removed meanwhile");
  return calendar != NULL ? ctl_object (tell_calendar (calendar)) : NULL;
}

static JsonNode *
add (Ctl *ctl, const char *kind, const char *api, GError **error)
{
  AnteBookingWatch *watch = ante_workspace_get_booking_watch (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) cause = NULL;
  char *secret = read_secret (ctl, kind, api, error);
  gint64 id = 0;

  if (secret == NULL)
    return NULL;
  CTL_CALL (result, ante_booking_watch_add_async, watch, kind, secret, ctl->stop);
  id = ante_booking_watch_add_finish (watch, result, &cause);
  ante_secrets_clear_text (secret);
  if (cause == NULL)
    return tell_added (ctl, id, error);
  if (cause->domain == ANTE_SECRETS_ERROR)
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "the keyring could not keep what leads to the calendar, so it was not added. "
                 "Unlock the keyring (or start it) and repeat the command; what is on this "
                 "computer alone is kept in the data folder with ANTEROOM_SECRETS=file (%s)",
                 cause->message);
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

static JsonNode *
remove_one (Ctl *ctl, const char *text, GError **error)
{
  AnteBookingWatch *watch = ante_workspace_get_booking_watch (ctl->workspace);
  g_autoptr (GPtrArray) calendars = list_calendars (ctl, error);
  const AnteCalendarSource *calendar = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (calendars == NULL)
    return NULL;
  if ((calendar = find_calendar (calendars, g_ascii_strtoll (text, NULL, 10))) == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO, "there is no calendar %s", text);
    return NULL;
  }
  CTL_CALL (result, ante_booking_watch_remove_async, watch, calendar);
  return ante_booking_watch_remove_finish (watch, result, error) ? tell_all (ctl, error) : NULL;
}

/* --- asking ---------------------------------------------------------------------------------- */

void
ctl_set_taken (JsonObject *object, const AnteCalendarTaken *taken)
{
  json_object_set_int_member (object, "new", taken->n_new);
  json_object_set_int_member (object, "matched", taken->n_matched);
  json_object_set_int_member (object, "asked", taken->n_asked);
  json_object_set_int_member (object, "moved", taken->n_moved);
  json_object_set_int_member (object, "changed", taken->n_changed);
  json_object_set_int_member (object, "cancelled", taken->n_cancelled);
  json_object_set_int_member (object, "no_shows", taken->n_no_shows);
}

/* What went wrong stands at the calendar, as it does when it is asked by itself. */
static gboolean
poll_one (Ctl *ctl, const AnteCalendarSource *calendar, JsonArray *array, GError **error)
{
  AnteBookingWatch *watch = ante_workspace_get_booking_watch (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree AnteCalendarTaken *taken = NULL;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GPtrArray) after = NULL;
  JsonObject *object = NULL;

  CTL_CALL (result, ante_booking_watch_poll_async, watch, calendar, ctl->stop);
  taken = ante_booking_watch_poll_finish (watch, result, &cause);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      (cause != NULL && cause->domain == ANTE_STORE_ERROR)) {
    g_propagate_error (error, g_steal_pointer (&cause));
    return FALSE;
  }
  if ((after = list_calendars (ctl, error)) == NULL)
    return FALSE;
  if (find_calendar (after, calendar->id) == NULL)
    return TRUE;
  object = tell_calendar (find_calendar (after, calendar->id));
  if (taken != NULL)
    ctl_set_taken (object, taken);
  json_array_add_object_element (array, object);
  return TRUE;
}

static JsonNode *
poll_all (Ctl *ctl, GError **error)
{
  g_autoptr (GPtrArray) calendars = list_calendars (ctl, error);
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; calendars != NULL && i < calendars->len; i++) {
    const AnteCalendarSource *calendar = calendars->pdata[i];

    if (!g_str_equal (calendar->kind, "file") && !poll_one (ctl, calendar, array, error))
      return NULL;
  }
  return calendars != NULL ? ctl_array (g_steal_pointer (&array)) : NULL;
}

JsonNode *
ctl_calendars (Ctl *ctl, GPtrArray *args, GError **error)
{
  gboolean has_token = ctl_take_flag (args, "--token-stdin");
  gboolean has_url = ctl_take_flag (args, "--url-stdin");
  g_autofree char *api = ctl_take_option (args, "--api");
  const char *what = ctl_arg (args, 0);
  const char *which = ctl_arg (args, 1);
  gboolean is_feed = g_strcmp0 (which, "feed") == 0;
  gboolean is_service = g_strcmp0 (which, "calendly") == 0 || g_strcmp0 (which, "cal.com") == 0;

  if (what == NULL)
    return tell_all (ctl, error);
  if (args->len == 2 && g_str_equal (what, "remove"))
    return remove_one (ctl, which, error);
  if (args->len == 1 && g_str_equal (what, "poll"))
    return poll_all (ctl, error);
  if (args->len == 2 && g_str_equal (what, "add") &&
      ((is_feed && has_url && api == NULL) || (is_service && has_token)))
    return add (ctl, which, api, error);
  g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "usage: %s", USAGE);
  return NULL;
}
