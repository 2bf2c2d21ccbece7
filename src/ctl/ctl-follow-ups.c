#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include "engine/ante-follow-up-commands.h"
#include "model/ante-party.h"
#include "rules/ante-when.h"
#include "rules/ante-zone.h"
#include "store/ante-store-follow-ups.h"
#include "store/ante-store-today.h"

/* Who is to be written to again, and what today asks for. */

#define USAGE                                                                                      \
  "follow-up HANDLE [WHEN --why W [--led-by coach|setter:NAME|ai] [--keep] | done | skip]"
#define TODAY_USAGE "today [--owner coach|ai|setter:NAME|setter] [--limit N]"
#define ROWS 50
#define MOST_ROWS 1000

static JsonObject *
json_follow_up (const AnteFollowUp *follow_up)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "follow_up_id", follow_up->id);
  ctl_set_text (object, "state", ante_follow_up_state_to_nick (follow_up->state));
  ctl_set_time (object, "due", follow_up->due_at);
  ctl_set_text (object, "why", follow_up->reason);
  ctl_set_text (object, "led_by", follow_up->led_by);
  json_object_set_int_member (object, "touch", follow_up->touch);
  ctl_set_text (object, "sequence", follow_up->sequence);
  json_object_set_int_member (object, "step", follow_up->step);
  json_object_set_boolean_member (object, "keep", follow_up->keeps);
  ctl_set_time (object, "made_at", follow_up->made_at);
  ctl_set_text (object, "made_by", follow_up->made_by);
  ctl_set_time (object, "closed_at", follow_up->closed_at);
  ctl_set_text (object, "closed_by", follow_up->closed_by);
  ctl_set_text (object, "closed_why", follow_up->closed_why);
  json_object_set_boolean_member (object, "late", ante_follow_up_was_late (follow_up));
  return object;
}

static GPtrArray *
list_follow_ups (Ctl *ctl, gint64 lead, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;

  CTL_CALL (result, ante_store_list_follow_ups_async, store, lead, NULL);
  return ante_store_list_follow_ups_finish (store, result, error);
}

static JsonNode *
tell_follow_ups (Ctl *ctl, gint64 lead, GError **error)
{
  g_autoptr (GPtrArray) found = list_follow_ups (ctl, lead, error);
  JsonArray *array = NULL;

  if (found == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < found->len; i++)
    json_array_add_object_element (array, json_follow_up (found->pdata[i]));
  return ctl_array (array);
}

static JsonNode *
close_open (Ctl *ctl, AnteLead *lead, AnteFollowUpState state, GError **error)
{
  g_autoptr (GPtrArray) found = list_follow_ups (ctl, lead->id, error);
  g_autoptr (GAsyncResult) result = NULL;
  const AnteFollowUp *open = NULL;

  if (found == NULL)
    return NULL;
  open = found->len > 0 ? found->pdata[0] : NULL;
  if (open == NULL || open->state != ANTE_FOLLOW_UP_OPEN) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO, "no follow-up of @%s is open", lead->handle);
    return NULL;
  }
  CTL_CALL (result, ante_command_close_follow_up_async, ctl->workspace, open, state);
  return ctl_tell_act (ctl, result, lead->id, error);
}

/* By the lead's own clock, where it is known. */
static gint64
read_due (Ctl *ctl, AnteLead *lead, const char *words, GError **error)
{
  g_autoptr (GTimeZone) zone = lead->time_zone != NULL ? ante_zone_find (lead->time_zone) : NULL;
  gint64 due = 0;

  if (zone == NULL)
    zone = g_time_zone_new_local ();
  due = ante_when_parse (words, ante_workspace_now (ctl->workspace), zone);
  if (due == 0)
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "%s is no time to come; say for instance \"fri 4pm\" or \"in 2 weeks\"", words);
  return due;
}

static JsonNode *
plan (Ctl *ctl,
      AnteLead *lead,
      const char *when,
      const char *why,
      const char *led_by,
      gboolean keep,
      GError **error)
{
  g_autofree char *leader = led_by != NULL ? ctl_parse_owner (led_by) : g_strdup ("coach");
  g_autoptr (AnteFollowUp) follow_up = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gint64 due = read_due (ctl, lead, when, error);

  if (due == 0)
    return NULL;
  if (!ante_party_is_owner (leader)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "%s cannot lead it; say coach, setter:NAME or ai", led_by);
    return NULL;
  }
  if (why == NULL || *why == '\0') {
    g_set_error_literal (error, CTL_ERROR, CTL_ERROR_USAGE,
                         "a follow-up needs a reason, which whoever does it will read; nothing was "
                         "planned. Say it with --why");
    return NULL;
  }
  follow_up = ante_follow_up_new (why, due, leader);
  follow_up->keeps = keep;
  CTL_CALL (result, ante_command_follow_up_async, ctl->workspace, lead->id, 0, follow_up);
  return ctl_tell_act (ctl, result, lead->id, error);
}

JsonNode *
ctl_follow_up (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autofree char *why = ctl_take_option (args, "--why");
  g_autofree char *led_by = ctl_take_option (args, "--led-by");
  gboolean keep = ctl_take_flag (args, "--keep");
  const char *what = ctl_arg (args, 1);
  g_autoptr (AnteLead) lead = NULL;

  if (!ctl_check_args (args, 1, 2, USAGE, error) ||
      (lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL)
    return NULL;
  if (what == NULL)
    return tell_follow_ups (ctl, lead->id, error);
  if (g_str_equal (what, "done"))
    return close_open (ctl, lead, ANTE_FOLLOW_UP_DONE, error);
  if (g_str_equal (what, "skip"))
    return close_open (ctl, lead, ANTE_FOLLOW_UP_SKIPPED, error);
  return plan (ctl, lead, what, why, led_by, keep, error);
}

/* --- today ---------------------------------------------------------------------------------- */

static JsonObject *
json_row (AnteTodayGroup group, const AnteTodayRow *row, GPtrArray *stages)
{
  JsonObject *object = json_object_new ();
  AnteLead *lead = row->lead;

  ctl_set_text (object, "group", ante_today_group_to_nick (group));
  ctl_set_text (object, "id", lead->igsid);
  ctl_set_text (object, "handle", lead->handle);
  ctl_set_text (object, "name", lead->name);
  ctl_set_text (object, "why", row->follow_up != NULL ? row->follow_up->reason : lead->next_action);
  ctl_set_time (object, "at", row->at);
  for (guint i = 0; i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];

    if (stage->id == lead->stage_id)
      ctl_set_text (object, "stage", stage->key);
  }
  ctl_set_text (object, "led_by", lead->next_owner != NULL ? lead->next_owner : lead->owner);
  json_object_set_int_member (object, "touch", lead->touch_n);
  return object;
}

static JsonNode *
tell_today (const AnteToday *today, GPtrArray *stages)
{
  JsonArray *array = json_array_new ();

  for (guint group = 0; group < ANTE_TODAY_N_GROUPS; group++) {
    for (guint i = 0; i < today->rows[group]->len; i++)
      json_array_add_object_element (
        array, json_row ((AnteTodayGroup) group, today->rows[group]->pdata[i], stages));
  }
  return ctl_array (array);
}

static gboolean
read_limit (const char *text, guint *limit, GError **error)
{
  guint64 number = ROWS;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, MOST_ROWS, &number, NULL)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "--limit is a number from 1 to %d", MOST_ROWS);
    return FALSE;
  }
  *limit = (guint) number;
  return TRUE;
}

JsonNode *
ctl_today (Ctl *ctl, GPtrArray *args, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autofree char *owner = ctl_take_option (args, "--owner");
  g_autofree char *limit = ctl_take_option (args, "--limit");
  g_autofree char *party = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const AnteAccount *account = ante_workspace_get_account (ctl->workspace);
  AnteTodayQuestion question = { .quiet_ms = ANTE_TODAY_QUIET_MS };
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AnteToday) today = NULL;

  if (!ctl_check_args (args, 0, 0, TODAY_USAGE, error) ||
      !read_limit (limit, &question.limit, error))
    return NULL;
  if (owner != NULL && g_str_equal (owner, "setter"))
    party = g_strdup (ANTE_PARTY_SETTER_PREFIX);
  else if (owner != NULL && (party = ctl_parse_owner (owner)) == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "%s owns nothing; say coach, ai, setter:NAME or setter for all of them", owner);
    return NULL;
  }
  question.moment = ante_moment_at (ante_workspace_now (ctl->workspace), zone,
                                    account != NULL && account->human_agent);
  question.owner = party;
  if ((stages = ctl_list_stages (ctl, error)) == NULL)
    return NULL;
  CTL_CALL (result, ante_store_read_today_async, store, &question, NULL);
  today = ante_store_read_today_finish (store, result, error);
  return today != NULL ? tell_today (today, stages) : NULL;
}
