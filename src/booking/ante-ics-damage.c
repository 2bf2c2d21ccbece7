#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-ics-damage.h"

#include "rules/ante-text.h"

#define LONGEST_DETAIL 60
#define MOST_DAMAGE 1000

/* %s is the detail. */
static const char *const words[] = {
  [ANTE_ICS_NO_CALENDAR] = "this is no calendar: it has no BEGIN:VCALENDAR",
  [ANTE_ICS_TOO_LARGE] = "the calendar is larger than 20 MB, and was not read",
  [ANTE_ICS_TOO_MANY] = "there are more than 50,000 events; those from here on were left out",
  [ANTE_ICS_LONG_LINE] = "a line of more than 256 KB was cut",
  [ANTE_ICS_STRAY_LINE] = "this line says nothing that a calendar can say, and was passed over",
  [ANTE_ICS_NOT_ENDED] = "an event begins here and never ends; what stands there was read",
  [ANTE_ICS_NO_START] = "an event has no time that can be read, and was left out",
  [ANTE_ICS_TIME] = "%s is no time that can be read, and was passed over",
  [ANTE_ICS_END_FIRST] = "an event ends before it begins; only its beginning was taken",
  [ANTE_ICS_ZONE] = "the time zone \"%s\" is not known; the one of this computer was taken",
  [ANTE_ICS_RULE] = "%s is no repetition that can be read; the event stands once",
  [ANTE_ICS_RULE_HARD] = "this repetition cannot be followed; the event stands once",
  [ANTE_ICS_OFTEN] = "the event repeats more often than 500 times; the rest was left out",
};

void
ante_ics_damage_add (GPtrArray *list, AnteIcsTrouble trouble, guint line, const char *detail)
{
  AnteIcsDamage *self = NULL;

  if (list->len >= MOST_DAMAGE)
    return;
  self = g_new0 (AnteIcsDamage, 1);
  self->trouble = trouble;
  self->line = line;
  self->detail = detail != NULL ? ante_text_clean_name (detail, LONGEST_DETAIL) : NULL;
  g_ptr_array_add (list, self);
}

void
ante_ics_damage_free (AnteIcsDamage *self)
{
  if (self == NULL)
    return;

  g_free (self->detail);
  g_free (self);
}

gboolean
ante_ics_damage_is_loss (const AnteIcsDamage *self)
{
  return self->trouble == ANTE_ICS_NO_START || self->trouble == ANTE_ICS_NO_CALENDAR ||
         self->trouble == ANTE_ICS_TOO_LARGE || self->trouble == ANTE_ICS_TOO_MANY;
}

char *
ante_ics_damage_to_text (const AnteIcsDamage *self)
{
  g_auto (GStrv) halves = g_strsplit (words[self->trouble], "%s", 2);

  if (halves[1] == NULL)
    return g_strdup (halves[0]);
  return g_strconcat (halves[0], self->detail != NULL ? self->detail : "it", halves[1], NULL);
}
