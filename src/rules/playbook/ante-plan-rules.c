#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/playbook/ante-plan.h"

#include <string.h>

#include "rules/ante-zone.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define DAY_MS (24 * 60 * MINUTE_MS)

static gboolean
is_within (const AntePlanScope *scope, const AntePlanCase *which)
{
  const char *stage = ante_stage_role_to_nick (which->stage);

  return (scope->intent < 0 || scope->intent == (int) which->intent) &&
         (scope->source < 0 || scope->source == (int) which->source) &&
         (scope->stage == NULL || g_str_equal (scope->stage, stage)) &&
         (scope->offer == NULL || g_strcmp0 (scope->offer, which->offer) == 0) &&
         (scope->person == NULL ||
          (which->handle != NULL && g_ascii_strcasecmp (scope->person, which->handle) == 0));
}

/**
 * ante_plan_get_autonomy:
 * @why: (out) (transfer full): the permission that decided
 *
 * The permission of the intent, made narrower by each narrowing that applies: none makes it wider.
 */
AnteAutonomy
ante_plan_get_autonomy (const AntePlan *self, const AntePlanCase *which, char **why)
{
  AnteAutonomy allowed = self->permissions[which->intent];
  const AntePlanNarrowing *by = NULL;

  for (guint i = 0; i < self->narrowings->len; i++) {
    const AntePlanNarrowing *narrowing = self->narrowings->pdata[i];

    if (narrowing->at_most < allowed && is_within (&narrowing->scope, which)) {
      allowed = narrowing->at_most;
      by = narrowing;
    }
  }
  if (why != NULL)
    *why = by != NULL && by->why != NULL
             ? g_strdup (by->why)
             : g_strdup_printf ("%s is set to %s%s", ante_intent_to_nick (which->intent),
                                ante_autonomy_to_nick (allowed), by != NULL ? " here" : "");
  return allowed;
}

const AntePlanReview *
ante_plan_find_review (const AntePlan *self, const AntePlanCase *which)
{
  for (guint i = 0; i < self->reviews->len; i++) {
    const AntePlanReview *review = self->reviews->pdata[i];

    if ((!review->first_reply || which->first_reply) && is_within (&review->scope, which))
      return review;
  }
  return NULL;
}

/* --- triggers ------------------------------------------------------------------------------ */

/* Whole words, whatever their capitals and accents. */
static gboolean
has_words (const char *text, const char *words)
{
  g_auto (GStrv) of_text = g_str_tokenize_and_fold (text, NULL, NULL);
  g_auto (GStrv) wanted = g_str_tokenize_and_fold (words, NULL, NULL);
  guint n = g_strv_length (wanted);
  guint have = g_strv_length (of_text);

  for (guint i = 0; n > 0 && i + n <= have; i++) {
    guint k = 0;

    while (k < n && g_str_equal (of_text[i + k], wanted[k]))
      k++;
    if (k == n)
      return TRUE;
  }
  return FALSE;
}

static gboolean
any_has_words (const char *const *messages, char **words)
{
  for (guint i = 0; messages != NULL && messages[i] != NULL; i++) {
    for (guint k = 0; words[k] != NULL; k++) {
      if (has_words (messages[i], words[k]))
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
names_person (char **people, const char *handle)
{
  for (guint i = 0; handle != NULL && people[i] != NULL; i++) {
    const char *person = *people[i] == '@' ? people[i] + 1 : people[i];

    if (g_ascii_strcasecmp (person, handle) == 0)
      return TRUE;
  }
  return FALSE;
}

const AntePlanTrigger *
ante_plan_find_trigger (const AntePlan *self,
                        AnteIntent intent,
                        const char *handle,
                        const char *const *lead_messages)
{
  for (guint i = 0; i < self->triggers->len; i++) {
    const AntePlanTrigger *trigger = self->triggers->pdata[i];

    if ((trigger->kind == ANTE_TRIGGER_WORDS && any_has_words (lead_messages, trigger->words)) ||
        (trigger->kind == ANTE_TRIGGER_INTENT && trigger->intent == intent) ||
        (trigger->kind == ANTE_TRIGGER_PERSON && names_person (trigger->people, handle)))
      return trigger;
  }
  return NULL;
}

/* --- quiet hours --------------------------------------------------------------------------- */

static GTimeZone *
find_zone (const AntePlan *self, const char *lead_zone)
{
  const char *name = self->quiet_zone;
  GTimeZone *zone = NULL;

  if (g_strcmp0 (name, "lead") == 0)
    name = lead_zone;
  if (name != NULL)
    zone = ante_zone_find (name);
  return zone != NULL ? zone : g_time_zone_new_local ();
}

gboolean
ante_plan_is_quiet (const AntePlan *self, gint64 now, const char *lead_zone, gint64 *until)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / 1000);
  g_autoptr (GDateTime) here = NULL;
  int minute = 0;
  int left = 0;

  *until = now;
  if (self->quiet_from < 0 || self->quiet_until < 0 || self->quiet_from == self->quiet_until ||
      utc == NULL)
    return FALSE;
  zone = find_zone (self, lead_zone);
  here = g_date_time_to_timezone (utc, zone);
  minute = g_date_time_get_hour (here) * 60 + g_date_time_get_minute (here);
  if (self->quiet_from < self->quiet_until
        ? minute < self->quiet_from || minute >= self->quiet_until
        : minute < self->quiet_from && minute >= self->quiet_until)
    return FALSE;

  left = (self->quiet_until - minute + 24 * 60) % (24 * 60);
  *until = now - now % MINUTE_MS + left * MINUTE_MS;
  return TRUE;
}

/* "US-CA" before "US" before "*". */
const char *
ante_plan_find_disclosure (const AntePlan *self, const char *region)
{
  const char *found = NULL;
  gsize length = 0;

  for (guint i = 0; i < self->disclosures->len; i++) {
    const AntePlanDisclosure *disclosure = self->disclosures->pdata[i];
    gsize n = strlen (disclosure->region);

    if (g_str_equal (disclosure->region, "*")) {
      if (found == NULL)
        found = disclosure->text;
    } else if (region != NULL && n > length &&
               g_ascii_strncasecmp (region, disclosure->region, n) == 0 &&
               (region[n] == '\0' || region[n] == '-')) {
      found = disclosure->text;
      length = n;
    }
  }
  return found;
}

/* --- before anything leaves by itself ------------------------------------------------------ */

static gboolean
has_sellable_offer (const AntePlan *self)
{
  for (guint i = 0; i < self->profile->offers->len; i++) {
    const AnteOffer *offer = self->profile->offers->pdata[i];

    if (offer->prices->len > 0 && offer->includes[0] != NULL && !offer->example)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_example (const AntePlan *self)
{
  for (guint i = 0; i < self->profile->offers->len; i++) {
    if (((AnteOffer *) self->profile->offers->pdata[i])->example)
      return TRUE;
  }
  return FALSE;
}

GArray *
ante_plan_find_gaps (const AntePlan *self)
{
  static const char *const gravest[] = { "crisis", "minor", "eating_disorder", "human_requested" };
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (AntePlanGap));
  const AntePlaybook *profile = self->profile;
  gboolean told = !profile->escalates_all && profile->escalate_on[0] != NULL;
  AntePlanGap gap = { "escalation", NULL };

  if (!told && self->triggers->len == 0)
    gap.what = "It is not said what brings a conversation to you";
  for (guint i = 0; gap.what == NULL && i < G_N_ELEMENTS (gravest); i++) {
    if (!ante_playbook_escalates (profile, gravest[i]))
      gap.what = "A crisis, a minor, an eating disorder and who asks for a person must come to you";
  }
  if (gap.what != NULL)
    g_array_append_val (gaps, gap);

  gap = (AntePlanGap){ "offers", "There is no offer with a price and with what it includes" };
  if (has_example (self))
    gap.what = "An offer is still the starter's example: put your own in its place";
  if (has_example (self) || !has_sellable_offer (self))
    g_array_append_val (gaps, gap);

  gap = (AntePlanGap){ "voice", "It is not said how you write: how long, how many emoji, and words "
                                "that you use or never use" };
  if (profile->voice.max_chars == G_MAXUINT ||
      ((profile->voice.banned == NULL || profile->voice.banned[0] == NULL) &&
       self->phrases[0] == NULL && self->greeting == NULL))
    g_array_append_val (gaps, gap);
  return gaps;
}

/* --- last reviewed ------------------------------------------------------------------------- */

int
ante_plan_get_age (const AntePlan *self, const char *section, gint64 now)
{
  int day = GPOINTER_TO_INT (g_hash_table_lookup (self->reviewed, section));
  g_autoptr (GDateTime) then = NULL;
  gint64 age = 0;

  if (day == 0)
    return -1;
  then = g_date_time_new_utc (day / 10000, day / 100 % 100, day % 100, 0, 0, 0);
  if (then == NULL)
    return -1;
  age = now / DAY_MS - g_date_time_to_unix (then) * 1000 / DAY_MS;
  return (int) CLAMP (age, 0, G_MAXINT);
}

GPtrArray *
ante_plan_find_stale (const AntePlan *self, gint64 now)
{
  GPtrArray *stale = g_ptr_array_new ();

  for (guint i = 0; ante_plan_sections[i] != NULL; i++) {
    int age = ante_plan_get_age (self, ante_plan_sections[i], now);

    if (age > (int) self->review_days)
      g_ptr_array_add (stale, (gpointer) ante_plan_sections[i]);
  }
  return stale;
}
