#include <stdio.h>
#include <string.h>

#include "sandbox/sandbox-wire.h"

#define MAX_DAYS 3650

/*
 * Where people stand with the account, as its own people would have noted it in a program of
 * theirs. The wire cannot carry this and does not: it is told on the control address alone, so that
 * a demo can begin in the middle of a business.
 *
 * An entry of "acts" is [WHEN, WHAT, VALUE, DETAIL], in the order of time:
 *
 *  - "stage", its key, the reason
 *  - "owner", "coach", "setter:NAME" or "none", the reason. Who owns does what follows
 *  - "next", what is to be done (null for nothing), DUE
 *  - "touch", the kind of source, its detail
 *  - "read" and "done": all that they wrote so far
 *  - "not-a-lead", what they are instead
 *
 * WHEN is as in a scenario, and not after the start. DUE is "today 3h", so many hours after the
 * start but on its day, "-2d 17:00", days from the day of the start and the time of day by the
 * clock on the wall, or "fri 15:00", the first such after the start; without one there is no date.
 */

void
sandbox_standing_free (gpointer data)
{
  SandboxStanding *standing = data;

  g_free (standing->actor);
  g_free (standing->what);
  g_free (standing->value);
  g_free (standing->detail);
  g_free (standing);
}

static const char *
get_string (JsonArray *entry, guint i)
{
  JsonNode *node = i < json_array_get_length (entry) ? json_array_get_element (entry, i) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
             json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static gint64
at_time_of_day (GDateTime *day, int hour, int minute)
{
  g_autoptr (GDateTime) time =
    g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                           g_date_time_get_day_of_month (day), hour, minute, 0);

  return time != NULL ? g_date_time_to_unix (time) * 1000 : 0;
}

static gint64
find_weekday (GDateTime *start, const char *name, int hour, int minute)
{
  static const char *const names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  gint64 now = g_date_time_to_unix (start) * 1000;

  for (int i = 0; i <= 7; i++) {
    g_autoptr (GDateTime) day = g_date_time_add_days (start, i);
    gint64 at = at_time_of_day (day, hour, minute);

    if (g_str_equal (names[g_date_time_get_day_of_week (day) - 1], name) && at > now)
      return at;
  }
  return 0;
}

/* 0 when it was not understood. */
static gint64
parse_due (const char *text, gint64 start)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (start / 1000);
  g_autoptr (GDateTime) day = NULL;
  char name[4] = "";
  int days = 0;
  int hour = 0;
  int minute = 0;
  int end = 0;

  if (sscanf (text, "today %2dh%n", &hour, &end) == 1 && end > 0)
    return text[end] == '\0'
             ? MIN (start + hour * G_GINT64_CONSTANT (3600000), at_time_of_day (now, 23, 59))
             : 0;
  if (sscanf (text, "%3[a-z] %2d:%2d%n", name, &hour, &minute, &end) == 3)
    return text[end] == '\0' ? find_weekday (now, name, hour, minute) : 0;
  if (sscanf (text, "%5dd %2d:%2d%n", &days, &hour, &minute, &end) != 3 || text[end] != '\0' ||
      ABS (days) > MAX_DAYS)
    return 0;
  day = g_date_time_add_days (now, days);
  return at_time_of_day (day, hour, minute);
}

static SandboxStanding *
standing_new (SandboxState *state, SandboxPerson *person, gint64 at, const char *actor)
{
  SandboxStanding *standing = g_new0 (SandboxStanding, 1);

  standing->person = person;
  standing->at = at;
  standing->actor = g_strdup (actor);
  g_ptr_array_add (state->standing, standing);
  return standing;
}

static const char *
fill (SandboxStanding *standing, JsonArray *entry, gint64 start)
{
  static const char *const words[] = { "stage", "owner",      "next", "touch",
                                       "read",  "not-a-lead", "done", NULL };
  static const char *const bare[] = { "next", "read", "done", NULL };
  const char *what = get_string (entry, 1);
  const char *more = get_string (entry, 3);

  if (what == NULL || !g_strv_contains (words, what))
    return "there is no such thing to do";
  standing->what = g_strdup (what);
  standing->value = g_strdup (get_string (entry, 2));
  if (standing->value == NULL && !g_strv_contains (bare, what))
    return "a value is missing";
  if (!g_str_equal (what, "next"))
    standing->detail = g_strdup (more);
  else if (more != NULL && (standing->due = parse_due (more, start)) == 0)
    return "a due time was not understood";
  return NULL;
}

gboolean
sandbox_standing_load (SandboxState *state,
                       SandboxPerson *person,
                       JsonArray *acts,
                       const char **why)
{
  guint n = acts != NULL ? json_array_get_length (acts) : 0;
  const char *actor = "coach";
  gint64 last = 0;

  /* Whom nobody has done anything about is there all the same. */
  if (n == 0)
    standing_new (state, person, state->start, actor);

  for (guint i = 0; i < n; i++) {
    JsonNode *node = json_array_get_element (acts, i);
    JsonArray *entry = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
    const char *when = entry != NULL ? get_string (entry, 0) : NULL;
    gint64 at = when != NULL ? sandbox_scenario_parse_when (when, state->start, last) : 0;
    SandboxStanding *standing = NULL;

    *why = "an act has no time, or one before the act that it follows, or after the start";
    if (at == 0 || at < last || at > state->start)
      return FALSE;
    last = at;
    standing = standing_new (state, person, at, actor);
    if ((*why = fill (standing, entry, state->start)) != NULL)
      return FALSE;
    if (g_str_equal (standing->what, "owner"))
      actor = g_str_equal (standing->value, "none") ? "coach" : standing->value;
  }
  return TRUE;
}

JsonObject *
sandbox_standing_list (SandboxState *state)
{
  JsonObject *answer = json_object_new ();
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < state->standing->len; i++) {
    SandboxStanding *standing = state->standing->pdata[i];
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "igsid", standing->person->igsid);
    json_object_set_string_member (object, "handle", standing->person->handle);
    json_object_set_int_member (object, "at", standing->at);
    json_object_set_string_member (object, "actor", standing->actor);
    sandbox_json_set (object, "what", standing->what);
    sandbox_json_set (object, "value", standing->value);
    sandbox_json_set (object, "detail", standing->detail);
    if (standing->due != 0)
      json_object_set_int_member (object, "due", standing->due);
    json_array_add_object_element (list, object);
  }
  json_object_set_int_member (answer, "count", (gint64) state->standing->len);
  json_object_set_array_member (answer, "standing", list);
  return answer;
}
