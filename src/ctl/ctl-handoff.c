#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include "engine/ante-follow-up-commands.h"
#include "model/ante-party.h"
#include "rules/ante-sla.h"
#include "rules/ante-zone.h"
#include "store/ante-store-account.h"
#include "store/ante-store-follow-ups.h"

/* Agreements about leads, and the hours that their clocks run in. */

#define USAGE "handoff HANDLE [OWNER --within TIME --next TEXT [--note TEXT]]"
#define HOURS_USAGE "hours [WEEK|always] [--zone ZONE]"

static JsonObject *
json_handoff (const AnteHandoff *handoff)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "handoff_id", handoff->id);
  ctl_set_text (object, "state", ante_handoff_state_to_nick (handoff->state));
  ctl_set_text (object, "owner", handoff->owner);
  ctl_set_time (object, "at", handoff->at);
  json_object_set_int_member (object, "minutes", handoff->minutes);
  ctl_set_time (object, "at_risk", handoff->risk_at);
  ctl_set_time (object, "due", handoff->due_at);
  ctl_set_text (object, "next_action", handoff->next_action);
  ctl_set_text (object, "note", handoff->note);
  ctl_set_text (object, "given_by", handoff->given_by);
  ctl_set_time (object, "closed_at", handoff->closed_at);
  return object;
}

static JsonNode *
tell_handoffs (Ctl *ctl, gint64 lead, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;
  JsonArray *array = NULL;

  CTL_CALL (result, ante_store_list_handoffs_async, store, lead, NULL);
  found = ante_store_list_handoffs_finish (store, result, error);
  if (found == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < found->len; i++)
    json_array_add_object_element (array, json_handoff (found->pdata[i]));
  return ctl_array (array);
}

/* "90", "45m", "2h", "3d": minutes of working time; a day of it has as many hours as a day has. */
static guint
read_minutes (const char *text, GError **error)
{
  char *unit = NULL;
  guint64 number = text != NULL ? g_ascii_strtoull (text, &unit, 10) : 0;
  guint64 minutes = number;

  if (unit != NULL && g_str_equal (unit, "h"))
    minutes = number * 60;
  else if (unit != NULL && g_str_equal (unit, "d"))
    minutes = number * 24 * 60;
  else if (unit != NULL && *unit != '\0' && !g_str_equal (unit, "m"))
    minutes = 0;
  if (number == 0 || number > ANTE_HANDOFF_MAX_MINUTES || minutes == 0 ||
      minutes > ANTE_HANDOFF_MAX_MINUTES) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "%s is no response window; say for instance --within 2h, 45m or 1d",
                 text != NULL ? text : "nothing");
    return 0;
  }
  return (guint) minutes;
}

JsonNode *
ctl_handoff (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autofree char *within = ctl_take_option (args, "--within");
  g_autofree char *next = ctl_take_option (args, "--next");
  g_autofree char *note = ctl_take_option (args, "--note");
  g_autofree char *owner = NULL;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  guint minutes = 0;

  if (!ctl_check_args (args, 1, 2, USAGE, error) ||
      (lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL)
    return NULL;
  if (args->len == 1)
    return tell_handoffs (ctl, lead->id, error);
  owner = ctl_parse_owner (ctl_arg (args, 1));
  if (!ante_party_is_owner (owner)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "%s cannot have a lead; say coach, setter:NAME or ai", ctl_arg (args, 1));
    return NULL;
  }
  if (next == NULL || *next == '\0') {
    g_set_error_literal (error, CTL_ERROR, CTL_ERROR_USAGE,
                         "a handoff needs a next action, or nobody knows what to do; nothing was "
                         "changed. Say it with --next");
    return NULL;
  }
  if ((minutes = read_minutes (within, error)) == 0)
    return NULL;
  CTL_CALL (result, ante_command_hand_off_async, ctl->workspace, lead->id, owner, minutes, next,
            note);
  return ctl_tell_act (ctl, result, lead->id, error);
}

/* --- hours ---------------------------------------------------------------------------------- */

static JsonNode *
tell_hours (Ctl *ctl, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *json = NULL;
  g_autoptr (AnteWorkingHours) hours = NULL;
  g_autofree char *words = NULL;
  JsonObject *object = NULL;
  GError *read_error = NULL;

  CTL_CALL (result, ante_store_get_setting_async, store, ANTE_SETTING_HOURS, NULL);
  json = ante_store_get_setting_finish (store, result, &read_error);
  if (json != NULL)
    hours = ante_working_hours_parse (json, -1, &read_error);
  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return NULL;
  }
  words = hours != NULL ? ante_working_hours_to_words (hours) : g_strdup ("always");
  object = json_object_new ();
  ctl_set_text (object, "hours", words);
  ctl_set_text (object, "zone",
                hours != NULL ? g_time_zone_get_identifier (ante_working_hours_get_zone (hours))
                              : NULL);
  return ctl_object (object);
}

/* (transfer full): as JSON; NULL with @error. */
static char *
read_hours (const char *week, const char *zone_name, GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AnteWorkingSpan));
  g_autoptr (GTimeZone) zone =
    zone_name != NULL ? ante_zone_find (zone_name) : g_time_zone_new_local ();
  g_autoptr (AnteWorkingHours) hours = NULL;

  if (zone == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "%s is no time zone; say for instance %s",
                 zone_name, "Europe/Berlin");
    return NULL;
  }
  if (ante_working_hours_read_words (week, spans))
    hours =
      ante_working_hours_new (zone, (const AnteWorkingSpan *) spans->data, spans->len, NULL, 0);
  if (hours == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "%s is not understood; say for instance \"Mon-Fri 9:00-12:00, 14:00-18:00\", or "
                 "always",
                 week);
    return NULL;
  }
  return ante_working_hours_write (hours);
}

JsonNode *
ctl_hours (Ctl *ctl, GPtrArray *args, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autofree char *zone = ctl_take_option (args, "--zone");
  g_autofree char *json = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  const char *week = ctl_arg (args, 0);

  if (!ctl_check_args (args, 0, 1, HOURS_USAGE, error))
    return NULL;
  if (week != NULL) {
    if (!g_str_equal (week, "always") && (json = read_hours (week, zone, error)) == NULL)
      return NULL;
    CTL_CALL (result, ante_store_set_setting_async, store, ANTE_SETTING_HOURS, json, NULL);
    if (!ante_store_set_setting_finish (store, result, error))
      return NULL;
  }
  return tell_hours (ctl, error);
}
