#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-ics.h"

#include <string.h>

#include "booking/ante-ics-draft.h"
#include "booking/ante-ics-lines.h"
#include "booking/ante-ics-series.h"
#include "rules/ante-text.h"

#define DAY_MS (G_GINT64_CONSTANT (86400) * 1000)
#define MOST_ZONES 300
#define MOST_ZONE_LINES 2000
#define MAX_NAME 200

/**
 * Reading:
 * @skipping: depth inside of what is not read: alarms, tasks, and what stands in them
 * @draft: (nullable): the event that is being read
 * @zone_lines: (nullable): of the zone that is
 * @calendar: (element-type AnteIcsDraft): events since BEGIN:VCALENDAR
 * @all: (element-type AnteIcsDraft): those of the calendars before
 * @zones: (element-type utf8 AnteIcsZone): of this calendar
 * @own: (nullable): what this calendar calls its zone
 * @is_notice: this calendar calls off
 *
 * A calendar that is being read.
 */
typedef struct {
  AnteIcs *ics;
  AnteIcsZone *given;
  guint skipping;
  AnteIcsDraft *draft;
  GPtrArray *zone_lines;
  GPtrArray *calendar;
  GPtrArray *all;
  GHashTable *zones;
  char *own;
  guint own_line;
  gboolean is_notice;
  gboolean is_inside;
  guint n_events;
} Reading;

/* --- ranges -------------------------------------------------------------------------------- */

AnteIcsRange
ante_ics_range_all (gint64 now)
{
  return (AnteIcsRange){ G_MININT64, G_MAXINT64, now };
}

AnteIcsRange
ante_ics_range_watch (gint64 now)
{
  return (AnteIcsRange){ now - 14 * DAY_MS, now + 60 * DAY_MS, now };
}

/* --- what is in one calendar ---------------------------------------------------------------- */

static void
complain (Reading *self, AnteIcsTrouble trouble, guint line, const char *detail)
{
  ante_ics_damage_add (self->ics->damage, trouble, line, detail);
}

static void
begin_calendar (Reading *self)
{
  self->calendar = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_ics_draft_free);
  self->zones =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ante_ics_zone_unref);
  self->is_notice = FALSE;
}

static void
end_event (Reading *self, gboolean properly)
{
  AnteIcsDraft *draft = g_steal_pointer (&self->draft);

  if (draft == NULL)
    return;
  if (!properly)
    complain (self, ANTE_ICS_NOT_ENDED, draft->line, NULL);
  self->skipping = 0;
  if (ante_ics_draft_finish (draft, self->ics->damage)) {
    g_ptr_array_add (self->calendar, draft);
  } else {
    self->ics->n_lost++;
    ante_ics_draft_free (draft);
  }
}

static const char *
name_of_zone (GPtrArray *lines, const char *property)
{
  for (guint i = 0; i < lines->len; i++) {
    const AnteIcsLine *line = lines->pdata[i];

    if (g_str_equal (line->name, property) && *line->value != '\0')
      return line->value;
  }
  return NULL;
}

/*
 * A zone that the system knows by this very name is taken from there: it also knows the rules of
 * other years. Everything else is as the calendar tells it, be it that its name is one of Windows.
 */
static void
end_zone (Reading *self)
{
  g_autoptr (GPtrArray) lines = g_steal_pointer (&self->zone_lines);
  const char *tzid = lines != NULL ? name_of_zone (lines, "TZID") : NULL;
  const char *place = lines != NULL ? name_of_zone (lines, "X-LIC-LOCATION") : NULL;
  AnteIcsZone *zone = NULL;

  if (tzid == NULL || g_hash_table_size (self->zones) >= MOST_ZONES)
    return;
  if (strchr (tzid, '/') != NULL)
    zone = ante_ics_zone_new_named (tzid);
  if (zone == NULL && place != NULL)
    zone = ante_ics_zone_new_named (place);
  if (zone == NULL)
    zone = ante_ics_zone_new_from_lines (lines, tzid);
  if (zone != NULL)
    g_hash_table_replace (self->zones, g_strdup (tzid), zone);
}

static AnteIcsZone *
find_own_zone (Reading *self)
{
  AnteIcsZone *zone = NULL;

  if (self->own == NULL)
    return ante_ics_zone_ref (self->given);
  zone = g_hash_table_lookup (self->zones, self->own);
  if (zone != NULL)
    return ante_ics_zone_ref (zone);
  zone = ante_ics_zone_new_named (self->own);
  if (zone == NULL)
    complain (self, ANTE_ICS_ZONE, self->own_line, self->own);
  return zone != NULL ? zone : ante_ics_zone_ref (self->given);
}

/* A zone may stand behind the events that name it, so that they wait until here. */
static void
end_calendar (Reading *self)
{
  g_autoptr (GHashTable) unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (AnteIcsZone) own = NULL;

  end_event (self, FALSE);
  end_zone (self);
  own = find_own_zone (self);
  for (guint i = 0; i < self->calendar->len; i++) {
    AnteIcsDraft *draft = self->calendar->pdata[i];

    draft->is_notice = self->is_notice;
    draft->order = self->all->len;
    ante_ics_series_resolve (draft, self->zones, unknown, own, self->given, self->ics->damage);
    g_ptr_array_add (self->all, draft);
    self->calendar->pdata[i] = NULL;
  }
  g_ptr_array_set_free_func (self->calendar, NULL);
  g_clear_pointer (&self->calendar, g_ptr_array_unref);
  g_clear_pointer (&self->zones, g_hash_table_unref);
  g_clear_pointer (&self->own, g_free);
  self->skipping = 0;
  self->is_inside = FALSE;
  begin_calendar (self);
}

/* --- lines --------------------------------------------------------------------------------- */

static gboolean
says (const AnteIcsLine *line, const char *component)
{
  g_autofree char *value = g_strstrip (g_strdup (line->value));

  return g_ascii_strcasecmp (value, component) == 0;
}

static void
begin_event (Reading *self, guint number)
{
  end_event (self, FALSE);
  end_zone (self);
  self->skipping = 0;
  if (self->n_events == ANTE_ICS_MAX_EVENTS)
    complain (self, ANTE_ICS_TOO_MANY, number, NULL);
  if (self->n_events++ < ANTE_ICS_MAX_EVENTS)
    self->draft = ante_ics_draft_new (number);
}

static void
take_begin (Reading *self, const AnteIcsLine *line)
{
  if (says (line, "VCALENDAR")) {
    if (self->is_inside || self->calendar->len > 0)
      end_calendar (self);
    self->is_inside = TRUE;
    self->ics->is_calendar = TRUE;
    self->ics->is_whole = FALSE;
  } else if (says (line, "VEVENT")) {
    begin_event (self, line->number);
  } else if (says (line, "VTIMEZONE") && self->skipping == 0) {
    end_event (self, FALSE);
    end_zone (self);
    self->zone_lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_ics_line_free);
  } else if (self->zone_lines == NULL || self->draft != NULL) {
    self->skipping++;
  }
}

static void
take_end (Reading *self, const AnteIcsLine *line)
{
  if (says (line, "VCALENDAR")) {
    end_calendar (self);
    self->ics->is_whole = TRUE;
  } else if (says (line, "VEVENT") && self->draft != NULL) {
    end_event (self, TRUE);
  } else if (says (line, "VEVENT")) {
    if (self->n_events <= ANTE_ICS_MAX_EVENTS)
      complain (self, ANTE_ICS_STRAY_LINE, line->number, NULL);
  } else if (says (line, "VTIMEZONE")) {
    end_zone (self);
  } else if (self->skipping > 0) {
    self->skipping--;
  }
}

static gint64
read_refresh (const char *value)
{
  AnteIcsDuration duration = { 0, 0 };

  return ante_ics_duration_read (value, &duration) ? duration.days * 86400 + duration.seconds : 0;
}

/* What stands in the calendar itself. */
static void
take_own (Reading *self, const AnteIcsLine *line)
{
  if (g_str_equal (line->name, "METHOD")) {
    self->is_notice = says (line, "CANCEL");
  } else if (g_str_equal (line->name, "X-WR-TIMEZONE") && self->own == NULL) {
    self->own = g_strstrip (g_strdup (line->value));
    self->own_line = line->number;
    if (*self->own == '\0')
      g_clear_pointer (&self->own, g_free);
  } else if (g_str_equal (line->name, "X-WR-CALNAME") && self->ics->name == NULL) {
    g_autofree char *text = ante_ics_unescape (line->value);

    self->ics->name = ante_text_clean_name (text, MAX_NAME);
  } else if (g_str_equal (line->name, "REFRESH-INTERVAL") ||
             g_str_equal (line->name, "X-PUBLISHED-TTL")) {
    self->ics->refresh_s = MAX (self->ics->refresh_s, read_refresh (line->value));
  }
}

/* A line of a zone, or of the calendar itself. */
static void
take_other (Reading *self, const char *text, guint number)
{
  g_autoptr (AnteIcsLine) line = ante_ics_line_parse (text, number);

  if (line == NULL)
    complain (self, ANTE_ICS_STRAY_LINE, number, NULL);
  else if (self->zone_lines == NULL)
    take_own (self, line);
  else if (self->zone_lines->len < MOST_ZONE_LINES)
    g_ptr_array_add (self->zone_lines, g_steal_pointer (&line));
}

static void
take_line (Reading *self, const char *text, guint number)
{
  gboolean begins = ante_ics_line_is (text, "BEGIN");
  g_autoptr (AnteIcsLine) line =
    begins || ante_ics_line_is (text, "END") ? ante_ics_line_parse (text, number) : NULL;

  if (line != NULL && begins)
    take_begin (self, line);
  else if (line != NULL)
    take_end (self, line);
  if (line != NULL) {
    /* A zone is made of parts, whose ends matter. */
    if (self->zone_lines != NULL && !says (line, "VTIMEZONE"))
      g_ptr_array_add (self->zone_lines, g_steal_pointer (&line));
  } else if (self->skipping > 0) {
    return;
  } else if (self->draft != NULL) {
    ante_ics_draft_take (self->draft, text, number, self->ics->damage);
  } else if (self->is_inside || self->zone_lines != NULL) {
    take_other (self, text, number);
  }
}

static void
read_all (Reading *self, GBytes *bytes)
{
  g_autoptr (AnteIcsLines) lines = ante_ics_lines_new (bytes);
  const char *text = NULL;
  guint number = 0;
  gboolean is_cut = FALSE;

  begin_calendar (self);
  while ((text = ante_ics_lines_next (lines, &number, &is_cut)) != NULL) {
    if (is_cut)
      complain (self, ANTE_ICS_LONG_LINE, number, NULL);
    take_line (self, text, number);
  }
  end_calendar (self);
  g_clear_pointer (&self->calendar, g_ptr_array_unref);
  g_clear_pointer (&self->zones, g_hash_table_unref);
  if (!self->ics->is_calendar)
    complain (self, ANTE_ICS_NO_CALENDAR, 0, NULL);
}

static int
compare_damage (gconstpointer a, gconstpointer b)
{
  const AnteIcsDamage *one = *(const AnteIcsDamage *const *) a;
  const AnteIcsDamage *other = *(const AnteIcsDamage *const *) b;

  return one->line < other->line ? -1 : one->line > other->line;
}

AnteIcs *
ante_ics_read (GBytes *bytes, const AnteIcsRange *range, GTimeZone *zone)
{
  static GMutex one_at_a_time; /* libical keeps global state */
  AnteIcs *ics = g_new0 (AnteIcs, 1);
  Reading reading = { .ics = ics };

  ics->events = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_calendar_event_free);
  ics->damage = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_ics_damage_free);
  if (g_bytes_get_size (bytes) > ANTE_ICS_MAX_BYTES) {
    complain (&reading, ANTE_ICS_TOO_LARGE, 0, NULL);
    return ics;
  }

  g_mutex_lock (&one_at_a_time);
  reading.given = ante_ics_zone_new (zone, g_time_zone_get_identifier (zone));
  reading.all = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_ics_draft_free);
  read_all (&reading, bytes);
  ante_ics_series_build (reading.all, range, ics);
  g_ptr_array_unref (reading.all);
  ante_ics_zone_unref (reading.given);
  g_mutex_unlock (&one_at_a_time);

  g_ptr_array_sort (ics->damage, compare_damage);
  return ics;
}

void
ante_ics_free (AnteIcs *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->damage);
  g_free (self->name);
  g_free (self);
}
