#include "feeds.h"

#include <string.h>

typedef enum {
  ZONE_OLSON,         /* TZID=Europe/Berlin with its VTIMEZONE */
  ZONE_OLSON_ALONE,   /* without */
  ZONE_PREFIXED,      /* TZID=/mozilla.org/20050126_1/Europe/Berlin */
  ZONE_WINDOWS,       /* TZID="W. Europe Standard Time" with its VTIMEZONE */
  ZONE_WINDOWS_ALONE, /* without */
  ZONE_MADE_UP,       /* TZID=Customized Time Zone with its VTIMEZONE */
  ZONE_UTC,
  ZONE_FLOATING, /* with X-WR-TIMEZONE */
} ZoneStyle;

typedef enum {
  END_DTEND,
  END_DURATION,
} EndStyle;

/**
 * Shape:
 * @fold: bytes a line, 0 for all in one
 * @characters: a fold may not stand inside of a character
 * @head: lines after VERSION
 * @event: lines of every event
 * @description: of every event, escaped
 */
typedef struct {
  const char *name;
  const char *newline;
  guint fold;
  gboolean characters;
  gboolean bom;
  gboolean latin1;
  ZoneStyle zone;
  EndStyle end;
  const char *head;
  const char *event;
  const char *description;
} Shape;

#define ANSWERS                                                                                    \
  "What is your Instagram handle?: @ana.lifts\\nNeed to move it? "                                 \
  "https://calendly.example/r/1?utm_content=K7Q2MX"
#define HTML                                                                                       \
  "<b>Answers</b><br>Instagram: @ana.lifts<br><a href=\"https://cal.example/x\">change</a>"
#define LONG_TEXT                                                                                                 \
  "Zoë möchte über Kraft\\, Schlaf und Ernährung reden — 日本語も少し話せます。Ja\\; wirklich! " \
  "🎯🎯 und noch viel mehr\\n\\n"                                                                             \
  "________________________________________________________________________________\\n"
#define ALARM                                                                                      \
  "BEGIN:VALARM\nUID:ring\nACTION:DISPLAY\nDESCRIPTION:ring\nTRIGGER:-PT10M\nEND:VALARM\n"

static const Shape shapes[] = {
  { "Google", "\r\n", 75, FALSE, FALSE, FALSE, ZONE_UTC, END_DTEND,
    "METHOD:PUBLISH\nCALSCALE:GREGORIAN\nX-WR-CALNAME:coach@example.com\nX-WR-TIMEZONE:Europe/"
    "Berlin\n",
    "CLASS:PUBLIC\nTRANSP:OPAQUE\nCREATED:20261001T000000Z\nX-GOOGLE-CONFERENCE:https://"
    "meet.example/abc\n",
    HTML },
  { "Google with zones", "\r\n", 75, FALSE, FALSE, FALSE, ZONE_OLSON, END_DTEND,
    "X-WR-TIMEZONE:Europe/Berlin\n", "TRANSP:OPAQUE\n" ALARM, HTML },
  { "Outlook", "\r\n", 74, FALSE, FALSE, FALSE, ZONE_WINDOWS, END_DTEND,
    "METHOD:PUBLISH\nX-MS-OLK-FORCEINSPECTOROPEN:TRUE\n",
    "PRIORITY:5\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY\nX-MICROSOFT-CDO-IMPORTANCE:1\nX-ALT-DESC;FMTTYPE="
    "text/html:<html><body>hi</body></html>\n" ALARM,
    LONG_TEXT },
  { "Exchange", "\r\n", 75, FALSE, FALSE, FALSE, ZONE_WINDOWS_ALONE, END_DTEND, "METHOD:PUBLISH\n",
    "X-MICROSOFT-CDO-APPT-SEQUENCE:0\nX-MICROSOFT-DISALLOW-COUNTER:FALSE\nX-MICROSOFT-LOCATIONS:[]"
    "\n",
    LONG_TEXT },
  { "Exchange, own rules", "\r\n", 75, FALSE, FALSE, FALSE, ZONE_MADE_UP, END_DTEND, "",
    "CLASS:PUBLIC\n", ANSWERS },
  { "Apple", "\r\n", 75, TRUE, FALSE, FALSE, ZONE_OLSON, END_DTEND,
    "X-APPLE-CALENDAR-COLOR:#FF2968\nX-WR-CALNAME:Zuhause\n",
    "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC\nX-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE="
    "\"Gym: main\":geo:1,2\n" ALARM,
    LONG_TEXT },
  { "Fastmail", "\r\n", 75, TRUE, FALSE, FALSE, ZONE_OLSON, END_DURATION,
    "X-WR-TIMEZONE:Europe/Berlin\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\n",
    "X-JMAP-ID:x\nPRIORITY:0\n", ANSWERS },
  { "Nextcloud", "\r\n", 0, FALSE, FALSE, FALSE, ZONE_OLSON, END_DTEND,
    "X-PUBLISHED-TTL:PT4H\nX-APPLE-CALENDAR-COLOR:#0082c9\n", "", ANSWERS },
  { "Thunderbird", "\r\n", 75, TRUE, FALSE, FALSE, ZONE_PREFIXED, END_DTEND, "",
    "X-MOZ-GENERATION:3\nX-MOZ-LASTACK:20261001T000000Z\n" ALARM, LONG_TEXT },
  { "Evolution", "\n", 75, TRUE, FALSE, FALSE, ZONE_PREFIXED, END_DURATION, "",
    "X-EVOLUTION-CALDAV-ETAG:1\n", ANSWERS },
  { "Calendly", "\r\n", 0, FALSE, FALSE, FALSE, ZONE_UTC, END_DTEND, "METHOD:REQUEST\n",
    "CATEGORIES:Intro\n", ANSWERS },
  { "Cal.com", "\r\n", 75, FALSE, FALSE, FALSE, ZONE_UTC, END_DURATION,
    "METHOD:REQUEST\nX-PUBLISHED-TTL:PT1H\n", "", ANSWERS },
  { "Acuity", "\r\n", 70, FALSE, FALSE, FALSE, ZONE_OLSON_ALONE, END_DTEND, "METHOD:PUBLISH\n",
    "X-ACUITY:1\n", HTML },
  { "Zoom", "\n", 0, FALSE, FALSE, FALSE, ZONE_OLSON_ALONE, END_DTEND,
    "METHOD:REQUEST\nCLASS:PUBLIC\n", "", LONG_TEXT },
  { "Teams", "\r\n", 75, FALSE, FALSE, FALSE, ZONE_WINDOWS, END_DTEND, "METHOD:REQUEST\n",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.example/1\n", LONG_TEXT },
  { "TidyCal", "\n", 60, FALSE, FALSE, FALSE, ZONE_UTC, END_DTEND, "", "", ANSWERS },
  { "Acuity, old Windows", "\r\n", 75, FALSE, FALSE, TRUE, ZONE_WINDOWS_ALONE, END_DTEND, "", "",
    ANSWERS },
  { "Notepad", "\r\n", 0, FALSE, TRUE, FALSE, ZONE_FLOATING, END_DTEND,
    "X-WR-TIMEZONE:Europe/Berlin\n", "", ANSWERS },
  { "Old Mac", "\r", 40, FALSE, FALSE, FALSE, ZONE_FLOATING, END_DURATION,
    "X-WR-TIMEZONE:Europe/Berlin\n", "", LONG_TEXT },
  { "Phone", "\n", 20, FALSE, FALSE, FALSE, ZONE_OLSON_ALONE, END_DURATION, "", "", LONG_TEXT },
  { "Yahoo", "\r\n", 75, FALSE, FALSE, FALSE, ZONE_OLSON, END_DURATION, "X-WR-CALNAME:me\n",
    "X-YAHOO-YID:me\nCLASS:PRIVATE\n", HTML },
};

typedef struct {
  const char *olson;
  const char *windows;
  const char *rules;
} Zone;

#define SPELL(name, start, from, to, rule)                                                         \
  "BEGIN:" name "\nDTSTART:" start "\nTZOFFSETFROM:" from "\nTZOFFSETTO:" to "\n" rule "END:" name \
  "\n"

static const Zone zones[] = {
  { "Europe/Berlin", "W. Europe Standard Time",
    SPELL (
      "STANDARD", "16011028T030000", "+0200", "+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\n")
      SPELL ("DAYLIGHT",
             "16010325T020000",
             "+0100",
             "+0200",
             "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\n") },
  { "America/New_York", "Eastern Standard Time",
    SPELL (
      "DAYLIGHT", "20070311T020000", "-0500", "-0400", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\n")
      SPELL ("STANDARD",
             "20071104T020000",
             "-0400",
             "-0500",
             "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\n") },
  { "Asia/Kolkata", "India Standard Time",
    SPELL ("STANDARD", "19700101T000000", "+0530", "+0530", "TZNAME:IST\n") },
  { "Australia/Sydney", "AUS Eastern Standard Time",
    SPELL (
      "STANDARD", "20080406T030000", "+1100", "+1000", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU\n")
      SPELL ("DAYLIGHT",
             "20081005T020000",
             "+1000",
             "+1100",
             "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU\n") },
};

/**
 * Making:
 * @zone: in which this feed's coach lives; where it does not say so, Berlin
 * @whole: the last calendar of the feed calls something off
 *
 * A feed that is being made.
 */
typedef struct {
  const Shape *shape;
  const Zone *zone;
  GTimeZone *time_zone;
  GTimeZone *days;
  GRand *rand;
  GString *body;
  GString *notices;
  Feed *feed;
  guint n;
} Making;

/* --- lines --------------------------------------------------------------------------------- */

static gboolean
is_inside_character (const char *p)
{
  return (*p & 0xC0) == 0x80;
}

static void
append_folded (GString *out, const Shape *shape, const char *line, gsize length)
{
  gsize room = shape->fold;

  while (shape->fold > 0 && length > room) {
    gsize cut = room;

    while (shape->characters && cut > 1 && is_inside_character (line + cut))
      cut--;
    g_string_append_len (out, line, (gssize) cut);
    g_string_append (out, shape->newline);
    g_string_append_c (out, ' ');
    line += cut;
    length -= cut;
    room = shape->fold - 1;
  }
  g_string_append_len (out, line, (gssize) length);
  g_string_append (out, shape->newline);
}

/* As the shape has it: line ends, folds, bytes. */
static void
wrap (Making *self)
{
  g_autoptr (GString) out = g_string_new (self->shape->bom ? "\xEF\xBB\xBF" : NULL);
  g_autofree char *old = NULL;
  const char *text = self->body->str;
  gsize length = self->body->len;

  if (self->shape->latin1) {
    old = g_convert_with_fallback (text, (gssize) length, "WINDOWS-1252", "UTF-8", "?", NULL,
                                   &length, NULL);
    g_assert_nonnull (old);
    text = old;
  }
  for (const char *p = text; p < text + length;) {
    const char *end = memchr (p, '\n', (gsize) (text + length - p));

    append_folded (out, self->shape, p, (gsize) (end - p));
    p = end + 1;
  }
  self->feed->length = out->len;
  self->feed->text = g_string_free (g_steal_pointer (&out), FALSE);
}

/* --- times --------------------------------------------------------------------------------- */

static const char *
tzid_of (const Making *self)
{
  switch (self->shape->zone) {
  case ZONE_WINDOWS:
  case ZONE_WINDOWS_ALONE:
    return self->zone->windows;
  case ZONE_MADE_UP:
    return "Customized Time Zone";
  default:
    return self->zone->olson;
  }
}

/* "NAME;TZID=…:value", or however else the shape writes times. */
static char *
time_line (const Making *self, const char *name, GDateTime *time, gboolean all_day)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (time);
  g_autofree char *day = g_date_time_format (time, "%Y%m%d");
  g_autofree char *local = g_date_time_format (time, "%Y%m%dT%H%M%S");
  g_autofree char *zulu = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");
  gboolean quoted = self->shape->zone == ZONE_WINDOWS_ALONE;

  if (all_day)
    return g_strdup_printf ("%s;VALUE=DATE:%s\n", name, day);
  if (self->shape->zone == ZONE_UTC)
    return g_strdup_printf ("%s:%s\n", name, zulu);
  if (self->shape->zone == ZONE_FLOATING)
    return g_strdup_printf ("%s:%s\n", name, local);
  return g_strdup_printf ("%s;TZID=%s%s%s%s:%s\n", name, quoted ? "\"" : "",
                          self->shape->zone == ZONE_PREFIXED ? "/mozilla.org/20050126_1/" : "",
                          tzid_of (self), quoted ? "\"" : "", local);
}

static GDateTime *
pick_time (Making *self, gboolean all_day)
{
  g_autoptr (GDateTime) first =
    all_day ? g_date_time_new (self->days, 2026, 10, 1, 0, 0, 0)
            : g_date_time_new (self->time_zone, 2026, 10, 1, g_rand_int_range (self->rand, 8, 20),
                               g_rand_int_range (self->rand, 0, 4) * 15, 0);

  return g_date_time_add_days (first, g_rand_int_range (self->rand, 0, 80));
}

/* --- events -------------------------------------------------------------------------------- */

typedef struct {
  char *uid;
  char *summary;
  char *email;
  GDateTime *start;
  gboolean all_day;
  guint minutes;
} Call;

static Call *
pick_call (Making *self, gboolean all_day)
{
  static const char *const people[] = { "Zoë Müller", "Ana B", "José, Ñandú", "Fay; coach",
                                        "O'Neil \\ Co" };
  static const char *const people_of_all[] = { "日本 太郎", "Łukasz", "مريم", "🎯 Bo", "Ана" };
  guint i = (guint) g_rand_int_range (self->rand, 0, 5);
  Call *call = g_new0 (Call, 1);

  call->uid = g_strdup_printf ("%u-%08x@example.com", self->n++, g_rand_int (self->rand));
  call->summary = g_strdup_printf (
    "Intro call: %s",
    !self->shape->latin1 && g_rand_boolean (self->rand) ? people_of_all[i] : people[i]);
  call->email = g_strdup_printf ("lead%u@example.org", self->n);
  call->all_day = all_day;
  call->start = pick_time (self, all_day);
  call->minutes = (guint) g_rand_int_range (self->rand, 1, 7) * 15;
  self->feed->n_events++;
  return call;
}

static void
call_free (Call *call)
{
  g_free (call->uid);
  g_free (call->summary);
  g_free (call->email);
  g_date_time_unref (call->start);
  g_free (call);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static GDateTime *
end_of (const Call *call, GDateTime *start)
{
  return call->all_day ? g_date_time_add_days (start, 1)
                       : g_date_time_add_minutes (start, (int) call->minutes);
}

static void
expect (Making *self, const Call *call, GDateTime *start, gboolean cancelled)
{
  g_autoptr (GDateTime) end = end_of (call, start);
  g_autofree char *one_line = g_strdup (call->summary);

  g_ptr_array_add (self->feed->expected,
                   g_strdup_printf ("%s%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %s",
                                    cancelled ? "-" : "", call->uid, g_date_time_to_unix (start),
                                    g_date_time_to_unix (end), one_line, call->email));
}

static char *
escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++) {
    if (strchr (",;\\", *p) != NULL)
      g_string_append_c (escaped, '\\');
    g_string_append_c (escaped, *p);
  }
  return g_string_free (escaped, FALSE);
}

/* @extra: lines of this event alone. */
static void
write_event (Making *self, GString *out, const Call *call, GDateTime *start, const char *extra)
{
  g_autoptr (GDateTime) end = end_of (call, start);
  g_autofree char *from = time_line (self, "DTSTART", start, call->all_day);
  g_autofree char *to = time_line (self, "DTEND", end, call->all_day);
  g_autofree char *summary = escape (call->summary);

  if (self->shape->end == END_DURATION) {
    g_free (to);
    to = call->all_day ? g_strdup ("DURATION:P1D\n")
                       : g_strdup_printf ("DURATION:PT%uM\n", call->minutes);
  }
  g_string_append_printf (out, "BEGIN:VEVENT\nUID:%s\n%s%s%s", call->uid, from, to, extra);
  g_string_append_printf (out, "SUMMARY:%s\nDESCRIPTION:%s\n", summary, self->shape->description);
  g_string_append_printf (out,
                          "ORGANIZER;CN=\"Mara: coach\":mailto:mara@example.com\n"
                          "ATTENDEE;CN=lead;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:MAILTO:%s\n",
                          call->email);
  g_string_append_printf (out, "%sEND:VEVENT\n", self->shape->event);
}

static void
add_single (Making *self)
{
  g_autoptr (Call) call = pick_call (self, g_rand_int_range (self->rand, 0, 4) == 0);
  gboolean cancelled = g_rand_int_range (self->rand, 0, 5) == 0;

  write_event (self, self->body, call, call->start,
               cancelled ? "STATUS:CANCELLED\n" : "STATUS:CONFIRMED\n");
  expect (self, call, call->start, cancelled);
}

/* Two versions in one file, in either order. */
static void
add_versions (Making *self)
{
  g_autoptr (Call) call = pick_call (self, FALSE);
  g_autoptr (GDateTime) later = g_date_time_add_days (call->start, 3);
  gboolean by_stamp = g_rand_boolean (self->rand);
  const char *old = by_stamp ? "DTSTAMP:20261001T000000Z\n" : "SEQUENCE:1\n";
  const char *new = by_stamp ? "DTSTAMP:20261002T000000Z\n" : "SEQUENCE:2\n";

  if (g_rand_boolean (self->rand)) {
    write_event (self, self->body, call, call->start, old);
    write_event (self, self->body, call, later, new);
  } else {
    write_event (self, self->body, call, later, new);
    write_event (self, self->body, call, call->start, old);
  }
  expect (self, call, later, FALSE);
}

/* The n-th instance of what repeats. */
static GDateTime *
nth (const Call *call, const char *freq, int n)
{
  if (g_str_equal (freq, "DAILY"))
    return g_date_time_add_days (call->start, n);
  if (g_str_equal (freq, "WEEKLY"))
    return g_date_time_add_weeks (call->start, n);
  return g_date_time_add_weeks (call->start, 2 * n);
}

static char *
rule_line (Making *self, const Call *call, const char *freq, int n)
{
  gboolean fortnight = g_str_equal (freq, "FORTNIGHTLY");
  g_autoptr (GDateTime) last = nth (call, freq, n - 1);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (last);
  g_autofree char *until =
    g_date_time_format (call->all_day ? last : utc, call->all_day ? "%Y%m%d" : "%Y%m%dT%H%M%SZ");

  if (g_rand_boolean (self->rand))
    return g_strdup_printf ("RRULE:FREQ=%s;INTERVAL=%d;UNTIL=%s\n", fortnight ? "WEEKLY" : freq,
                            fortnight ? 2 : 1, until);
  return g_strdup_printf ("RRULE:FREQ=%s;%sCOUNT=%d;WKST=MO\n", fortnight ? "WEEKLY" : freq,
                          fortnight ? "INTERVAL=2;" : "", n);
}

static void
add_repeating (Making *self)
{
  static const char *const freqs[] = { "DAILY", "WEEKLY", "FORTNIGHTLY" };
  /* In UTC ten o'clock does not stay ten o'clock; there the rule is tried on days alone. */
  gboolean all_day = self->shape->zone == ZONE_UTC || g_rand_int_range (self->rand, 0, 5) == 0;
  g_autoptr (Call) call = pick_call (self, all_day);
  const char *freq = freqs[g_rand_int_range (self->rand, 0, 3)];
  int count = g_rand_int_range (self->rand, 4, 9);
  int left_out = g_rand_int_range (self->rand, 1, count);
  int moved = g_rand_int_range (self->rand, 1, count);
  int called_off = g_rand_int_range (self->rand, 1, count);
  g_autoptr (GString) extra = g_string_new (NULL);
  g_autofree char *rule = rule_line (self, call, freq, count);
  g_autoptr (GString) changes = g_string_new (NULL);

  g_string_append (extra, rule);
  for (int i = 0; i < count; i++) {
    g_autoptr (GDateTime) at = nth (call, freq, i);
    g_autofree char *except = time_line (self, "EXDATE", at, all_day);
    g_autofree char *id = time_line (self, "RECURRENCE-ID", at, all_day);
    g_autofree char *off = g_strconcat (id, "STATUS:CANCELLED\n", NULL);
    g_autoptr (GDateTime) elsewhere = g_date_time_add_days (at, 1);

    if (i == left_out) {
      g_string_append (extra, except);
    } else if (i == moved) {
      write_event (self, changes, call, elsewhere, id);
      expect (self, call, elsewhere, FALSE);
    } else if (i == called_off) {
      write_event (self, changes, call, at, off);
      expect (self, call, at, TRUE);
    } else {
      expect (self, call, at, FALSE);
    }
  }
  if (g_rand_boolean (self->rand))
    g_string_append (self->body, changes->str);
  write_event (self, self->body, call, call->start, extra->str);
  if (strstr (self->body->str, changes->str) == NULL || changes->len == 0)
    g_string_append (self->body, changes->str);
}

/* Called off by a notice that comes after the calendar. */
static void
add_noticed (Making *self)
{
  g_autoptr (Call) call = pick_call (self, FALSE);

  write_event (self, self->body, call, call->start, "SEQUENCE:0\n");
  write_event (self, self->notices, call, call->start, "SEQUENCE:1\n");
  expect (self, call, call->start, TRUE);
}

/* --- a feed -------------------------------------------------------------------------------- */

static void
begin_calendar (Making *self, const char *more)
{
  gboolean has_zone = self->shape->zone == ZONE_OLSON || self->shape->zone == ZONE_WINDOWS ||
                      self->shape->zone == ZONE_MADE_UP || self->shape->zone == ZONE_PREFIXED;

  g_string_append_printf (self->body, "BEGIN:VCALENDAR\nPRODID:-//%s//EN\nVERSION:2.0\n%s",
                          self->shape->name, more);
  if (has_zone)
    g_string_append_printf (self->body, "BEGIN:VTIMEZONE\nTZID:%s%s\n%sEND:VTIMEZONE\n",
                            self->shape->zone == ZONE_PREFIXED ? "/mozilla.org/20050126_1/" : "",
                            tzid_of (self), self->zone->rules);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

guint
feeds_count_shapes (void)
{
  return G_N_ELEMENTS (shapes);
}

Feed *
feeds_make (guint shape, guint32 seed)
{
  static void (*const kinds[]) (Making *) = { add_single, add_single, add_versions, add_repeating,
                                              add_noticed };
  Making self = { .shape = &shapes[shape], .feed = g_new0 (Feed, 1) };
  guint n = 0;

  self.rand = g_rand_new_with_seed (seed * 1000 + shape);
  self.zone = &zones[self.shape->zone == ZONE_FLOATING || self.shape->zone == ZONE_UTC
                       ? 0
                       : seed % G_N_ELEMENTS (zones)];
  self.time_zone = g_time_zone_new_identifier (self.zone->olson);
  self.days = g_time_zone_new_identifier ("Europe/Berlin");
  self.body = g_string_new (NULL);
  self.notices = g_string_new (NULL);
  self.feed->shape = self.shape->name;
  self.feed->expected = g_ptr_array_new_with_free_func (g_free);

  begin_calendar (&self, self.shape->head);
  n = (guint) g_rand_int_range (self.rand, 5, 15);
  for (guint i = 0; i < n; i++)
    kinds[g_rand_int_range (self.rand, 0, G_N_ELEMENTS (kinds))](&self);
  g_string_append (self.body, "END:VCALENDAR\n");
  if (self.notices->len > 0) {
    begin_calendar (&self, "METHOD:CANCEL\n");
    g_string_append_printf (self.body, "%sEND:VCALENDAR\n", self.notices->str);
  }
  wrap (&self);
  g_ptr_array_sort (self.feed->expected, compare_lines);

  g_rand_free (self.rand);
  g_time_zone_unref (self.time_zone);
  g_time_zone_unref (self.days);
  g_string_free (self.body, TRUE);
  g_string_free (self.notices, TRUE);
  return self.feed;
}

void
feed_free (Feed *self)
{
  g_free (self->text);
  g_ptr_array_unref (self->expected);
  g_free (self);
}
