#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-ics-zone.h"

#include <string.h>

#include "booking/ante-ics-value.h"
#include "booking/ante-ics-windows-zones.h"

#define DAY 86400
#define MICROSOFT_UTC "tzone://Microsoft/Utc"
#define MOST_CHANGES 4000
#define MOST_OF_RULE 1000

/* Until when the zones of a calendar are worked out. */
#define LAST_YEAR 2200

/**
 * Change:
 * @at: from when on, Unix time
 * @offset: seconds east of Greenwich
 */
typedef struct {
  gint64 at;
  int offset;
} Change;

/**
 * Spell:
 * @start: when it first begins, by the clock that was right before
 * @from: the offset before it
 *
 * What STANDARD and DAYLIGHT say while they are read.
 */
typedef struct {
  AnteIcsTime start;
  gboolean has_start;
  int from;
  int to;
  gboolean has_from;
  gboolean has_to;
  char *rule;
  GArray *dates;
} Spell;

struct _AnteIcsZone {
  char *name;
  GTimeZone *zone;
  GArray *changes;
  int first_offset;
};

AnteIcsZone *
ante_ics_zone_new (GTimeZone *zone, const char *name)
{
  AnteIcsZone *self = g_rc_box_new0 (AnteIcsZone);

  self->zone = g_time_zone_ref (zone);
  self->name = g_strdup (name);
  return self;
}

static void
zone_clear (gpointer data)
{
  AnteIcsZone *self = data;

  g_free (self->name);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->changes, g_array_unref);
}

AnteIcsZone *
ante_ics_zone_ref (AnteIcsZone *self)
{
  return g_rc_box_acquire (self);
}

void
ante_ics_zone_unref (AnteIcsZone *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, zone_clear);
}

const char *
ante_ics_zone_get_name (const AnteIcsZone *self)
{
  return self->name;
}

/* --- by name ------------------------------------------------------------------------------- */

/* What is looked up in a folder of the system must not lead out of it. */
static gboolean
is_olson (const char *name)
{
  if (!g_ascii_isalpha (*name) || strlen (name) > 60 || strstr (name, "..") != NULL)
    return FALSE;
  for (const char *p = name; *p != '\0'; p++) {
    if (!g_ascii_isalnum (*p) && strchr ("/_+-", *p) == NULL)
      return FALSE;
  }
  return TRUE;
}

/* Of a name with digits GLib would make a rule of POSIX where there is no such zone, by which
 * "Room3" lies three hours west. */
static gboolean
is_rule (const char *name)
{
  static const char *const zones[] = { "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "GMT0", NULL };

  return strchr (name, '/') == NULL && strpbrk (name, "0123456789") != NULL &&
         !g_strv_contains (zones, name);
}

static AnteIcsZone *
find_olson (const char *name)
{
  g_autoptr (GTimeZone) zone =
    is_olson (name) && !is_rule (name) ? g_time_zone_new_identifier (name) : NULL;

  return zone != NULL ? ante_ics_zone_new (zone, name) : NULL;
}

/* "UTC+2", "GMT-0330": east is more, as people write it and POSIX does not. */
static AnteIcsZone *
find_offset (const char *name)
{
  const char *sign = name + 3;
  g_autofree char *offset = NULL;
  g_autoptr (GTimeZone) zone = NULL;

  if ((g_ascii_strncasecmp (name, "UTC", 3) != 0 && g_ascii_strncasecmp (name, "GMT", 3) != 0) ||
      (*sign != '+' && *sign != '-') || !g_ascii_isdigit (sign[1]))
    return NULL;
  offset = sign[2] == '\0' ? g_strdup_printf ("%c0%c", *sign, sign[1]) : g_strdup (sign);
  zone = g_time_zone_new_identifier (offset);
  return zone != NULL ? ante_ics_zone_new (zone, name) : NULL;
}

/* "/freeassociation.sourceforge.net/Europe/Berlin" and others put their own before the name. */
static AnteIcsZone *
find_at_end (const char *name)
{
  const char *slash = NULL;

  for (slash = strchr (name, '/'); slash != NULL; slash = strchr (slash + 1, '/')) {
    AnteIcsZone *zone = strchr (slash + 1, '/') != NULL ? find_olson (slash + 1) : NULL;

    if (zone != NULL)
      return zone;
  }
  return NULL;
}

AnteIcsZone *
ante_ics_zone_new_named (const char *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  const char *windows = ante_ics_windows_zone (trimmed);
  AnteIcsZone *zone = NULL;

  if (g_ascii_strcasecmp (trimmed, "Z") == 0 || g_ascii_strcasecmp (trimmed, MICROSOFT_UTC) == 0)
    return find_olson ("UTC");
  if ((zone = find_offset (trimmed)) != NULL)
    return zone;
  zone = windows != NULL ? find_olson (windows) : find_olson (trimmed);
  return zone != NULL ? zone : find_at_end (trimmed);
}

/* --- as a calendar tells it ---------------------------------------------------------------- */

static void
spell_clear (Spell *spell)
{
  g_clear_pointer (&spell->rule, g_free);
  g_clear_pointer (&spell->dates, g_array_unref);
  memset (spell, 0, sizeof *spell);
}

/* "+0530", "-0800", "+053015". */
static gboolean
read_offset (const char *text, int *offset)
{
  int sign = *text == '-' ? -1 : 1;
  const char *digits = *text == '-' || *text == '+' ? text + 1 : text;
  gsize length = strspn (digits, "0123456789");
  int number = length <= 6 ? (int) g_ascii_strtoll (digits, NULL, 10) : 0;

  if (length != 4 && length != 6)
    return FALSE;
  if (length == 4)
    number *= 100;
  *offset = sign * (number / 10000 * 3600 + number / 100 % 100 * 60 + number % 100);
  return ABS (*offset) < DAY;
}

static void
add_change (GArray *changes, gint64 wall, const Spell *spell, gboolean is_utc)
{
  Change change = { is_utc ? wall : wall - spell->from, spell->to };

  if (changes->len < MOST_CHANGES)
    g_array_append_val (changes, change);
}

static gint64
wall_with_offset (gconstpointer spell, gint64 unix_s)
{
  return unix_s + ((const Spell *) spell)->from;
}

static void
end_spell (GArray *changes, Spell *spell)
{
  g_autoptr (GArray) walls = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean is_cut = FALSE;

  if (spell->has_start && spell->has_to) {
    AnteIcsSpan span = { spell->start, spell->start.wall, ante_ics_wall (LAST_YEAR, 1, 1, 0, 0, 0),
                         MOST_OF_RULE, wall_with_offset,  spell };

    span.start.is_date = FALSE;
    if (!spell->has_from)
      spell->from = spell->to;
    add_change (changes, spell->start.wall, spell, spell->start.is_utc);
    /* Once a year is what zones do; anything else would be no zone but an attack. */
    if (spell->rule != NULL && strstr (spell->rule, "YEARLY") != NULL)
      ante_ics_rule_expand (spell->rule, &span, walls, &is_cut);
    for (guint i = 0; i < walls->len; i++)
      add_change (changes, g_array_index (walls, gint64, i), spell, FALSE);
    for (guint i = 0; spell->dates != NULL && i < spell->dates->len; i++) {
      const AnteIcsTime *date = &g_array_index (spell->dates, AnteIcsTime, i);

      add_change (changes, date->wall, spell, date->is_utc);
    }
  }
  spell_clear (spell);
}

static void
read_dates (Spell *spell, const char *value)
{
  g_auto (GStrv) dates = g_strsplit (value, ",", MOST_OF_RULE);

  if (spell->dates == NULL)
    spell->dates = g_array_new (FALSE, FALSE, sizeof (AnteIcsTime));
  for (guint i = 0; dates[i] != NULL; i++) {
    AnteIcsTime time;

    if (ante_ics_time_read (dates[i], &time))
      g_array_append_val (spell->dates, time);
  }
}

static void
read_line (Spell *spell, const AnteIcsLine *line)
{
  if (g_str_equal (line->name, "DTSTART"))
    spell->has_start = ante_ics_time_read (line->value, &spell->start);
  else if (g_str_equal (line->name, "TZOFFSETFROM"))
    spell->has_from = read_offset (line->value, &spell->from);
  else if (g_str_equal (line->name, "TZOFFSETTO"))
    spell->has_to = read_offset (line->value, &spell->to);
  else if (g_str_equal (line->name, "RDATE"))
    read_dates (spell, line->value);
  else if (g_str_equal (line->name, "RRULE")) {
    g_free (spell->rule);
    spell->rule = g_ascii_strup (line->value, -1);
  }
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *one = a;
  const Change *other = b;

  return one->at < other->at ? -1 : one->at > other->at;
}

AnteIcsZone *
ante_ics_zone_new_from_lines (GPtrArray *lines, const char *name)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  Spell spell = { 0 };
  gint64 earliest = G_MAXINT64;
  int first_offset = 0;
  AnteIcsZone *self = NULL;

  for (guint i = 0; i < lines->len; i++) {
    const AnteIcsLine *line = lines->pdata[i];

    if (!g_str_equal (line->name, "END") && !g_str_equal (line->name, "BEGIN")) {
      read_line (&spell, line);
      continue;
    }
    if (spell.has_start && spell.start.wall < earliest) {
      earliest = spell.start.wall;
      first_offset = spell.has_from ? spell.from : spell.to;
    }
    end_spell (changes, &spell);
  }
  end_spell (changes, &spell);
  if (changes->len == 0)
    return NULL;

  g_array_sort (changes, compare_changes);
  self = g_rc_box_new0 (AnteIcsZone);
  self->name = g_strdup (name);
  self->first_offset = first_offset;
  self->changes = g_steal_pointer (&changes);
  return self;
}

/* --- offsets ------------------------------------------------------------------------------- */

static int
offset_by_changes (const AnteIcsZone *self, gint64 unix_s)
{
  guint low = 0;
  guint high = self->changes->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (g_array_index (self->changes, Change, middle).at <= unix_s)
      low = middle + 1;
    else
      high = middle;
  }
  return low > 0 ? g_array_index (self->changes, Change, low - 1).offset : self->first_offset;
}

static int
offset_at (const AnteIcsZone *self, gint64 unix_s)
{
  if (self->changes != NULL)
    return offset_by_changes (self, unix_s);
  return g_time_zone_get_offset (
    self->zone, g_time_zone_find_interval (self->zone, G_TIME_TYPE_UNIVERSAL, unix_s));
}

gint64
ante_ics_zone_to_wall (const AnteIcsZone *self, gint64 unix_s)
{
  return unix_s + offset_at (self, unix_s);
}

gint64
ante_ics_zone_to_unix (const AnteIcsZone *self, gint64 wall)
{
  int before = offset_at (self, wall - DAY);
  int after = offset_at (self, wall + DAY);

  if (offset_at (self, wall - before) == before || offset_at (self, wall - after) != after)
    return wall - before;
  return wall - after;
}
