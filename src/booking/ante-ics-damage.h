#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteIcsTrouble:
 * @ANTE_ICS_NO_CALENDAR: there is no BEGIN:VCALENDAR
 * @ANTE_ICS_TOO_LARGE: more bytes than are read
 * @ANTE_ICS_TOO_MANY: more events than are read; the rest is left out
 * @ANTE_ICS_LONG_LINE: a line is cut
 * @ANTE_ICS_STRAY_LINE: a line that says nothing
 * @ANTE_ICS_NOT_ENDED: an event without its end; what stands there is read
 * @ANTE_ICS_NO_START: an event without a time that can be read; it is lost
 * @ANTE_ICS_TIME: a time that cannot be read
 * @ANTE_ICS_END_FIRST: an event that would end before it begins
 * @ANTE_ICS_ZONE: a zone that nobody knows; the given one is taken
 * @ANTE_ICS_RULE: a repetition that cannot be read; the event stands once
 * @ANTE_ICS_RULE_HARD: a repetition that never comes, or takes too long to follow; the event
 *   stands once
 * @ANTE_ICS_OFTEN: more instances than are read
 *
 * What is wrong with a calendar file.
 */
typedef enum {
  ANTE_ICS_NO_CALENDAR,
  ANTE_ICS_TOO_LARGE,
  ANTE_ICS_TOO_MANY,
  ANTE_ICS_LONG_LINE,
  ANTE_ICS_STRAY_LINE,
  ANTE_ICS_NOT_ENDED,
  ANTE_ICS_NO_START,
  ANTE_ICS_TIME,
  ANTE_ICS_END_FIRST,
  ANTE_ICS_ZONE,
  ANTE_ICS_RULE,
  ANTE_ICS_RULE_HARD,
  ANTE_ICS_OFTEN,
} AnteIcsTrouble;

/**
 * AnteIcsDamage:
 * @line: where it stands, from 1; 0: it is about the whole
 * @detail: (nullable): a property or a zone, cleaned and short
 *
 * One thing that is wrong, and where.
 */
typedef struct {
  AnteIcsTrouble trouble;
  guint line;
  char *detail;
} AnteIcsDamage;

/* To @list (element-type AnteIcsDamage), unless that is so long that nobody reads on. */
void ante_ics_damage_add (GPtrArray *list, AnteIcsTrouble trouble, guint line, const char *detail);
void ante_ics_damage_free (AnteIcsDamage *self);
/* Whether something was lost, and not only mended or cut. */
gboolean ante_ics_damage_is_loss (const AnteIcsDamage *self);
/* One line for a person: what is wrong, and what was made of it. */
char *ante_ics_damage_to_text (const AnteIcsDamage *self);

G_END_DECLS
