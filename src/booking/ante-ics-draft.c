#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-ics-draft.h"

#include <string.h>

#include "booking/ante-plain-text.h"
#include "rules/ante-text.h"

#define MAX_UID 500
#define MAX_NAME 200
#define MAX_SUMMARY 500
#define MAX_LOCATION 1000
#define MAX_URL 2000
#define MAX_DESCRIPTION 8000
#define MAX_EMAIL 254
#define MOST_ATTENDEES 100
#define MOST_DATES 2000
#define MOST_RULES 10
#define MOST_TEXT (64 * 1024)

typedef void (*Take) (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage);

/* --- making -------------------------------------------------------------------------------- */

AnteIcsStamp *
ante_ics_stamp_new (const AnteIcsTime *time, const char *tzid, guint line)
{
  AnteIcsStamp *self = g_new0 (AnteIcsStamp, 1);

  self->time = *time;
  self->tzid = g_strdup (tzid);
  self->line = line;
  self->seconds = -1;
  return self;
}

void
ante_ics_stamp_free (AnteIcsStamp *self)
{
  if (self == NULL)
    return;

  g_free (self->tzid);
  ante_ics_zone_unref (self->zone);
  g_free (self);
}

static void
rule_text_free (gpointer data)
{
  g_free (((AnteIcsRuleText *) data)->text);
  g_free (data);
}

AnteIcsDraft *
ante_ics_draft_new (guint line)
{
  AnteIcsDraft *self = g_new0 (AnteIcsDraft, 1);

  self->line = line;
  self->event = ante_calendar_event_new ();
  self->dates = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_ics_stamp_free);
  self->not_dates = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_ics_stamp_free);
  self->rules = g_ptr_array_new_with_free_func (rule_text_free);
  self->not_rules = g_ptr_array_new_with_free_func (rule_text_free);
  return self;
}

void
ante_ics_draft_free (AnteIcsDraft *self)
{
  if (self == NULL)
    return;

  ante_calendar_event_free (self->event);
  ante_ics_stamp_free (self->start);
  ante_ics_stamp_free (self->end);
  ante_ics_stamp_free (self->id);
  g_ptr_array_unref (self->dates);
  g_ptr_array_unref (self->not_dates);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->not_rules);
  if (self->last_text != NULL)
    g_string_free (self->last_text, TRUE);
  g_free (self->alternative);
  g_free (self);
}

/* --- times --------------------------------------------------------------------------------- */

static const char *
zone_of (const AnteIcsLine *line)
{
  const char *tzid = ante_ics_line_get (line, "TZID");

  return tzid != NULL && *tzid != '\0' ? tzid : NULL;
}

static void
take_one_time (AnteIcsStamp **stamp, const AnteIcsLine *line, GPtrArray *damage)
{
  AnteIcsTime time;

  if (!ante_ics_time_read (line->value, &time)) {
    ante_ics_damage_add (damage, ANTE_ICS_TIME, line->number, line->name);
    return;
  }
  /* The first one is meant: what comes after it is from some other event, whose head is lost. */
  if (*stamp == NULL)
    *stamp = ante_ics_stamp_new (&time, zone_of (line), line->number);
}

static void
take_start (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  take_one_time (&self->start, line, damage);
}

static void
take_end (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  take_one_time (&self->end, line, damage);
}

static void
take_id (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  take_one_time (&self->id, line, damage);
  self->is_future = g_strcmp0 (ante_ics_line_get (line, "RANGE"), "THISANDFUTURE") == 0;
}

static void
take_duration (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  if (ante_ics_duration_read (line->value, &self->duration))
    self->has_duration = TRUE;
  else
    ante_ics_damage_add (damage, ANTE_ICS_TIME, line->number, line->name);
}

/* "start/end" or "start/duration". */
static AnteIcsStamp *
read_period (const char *text, const AnteIcsLine *line)
{
  const char *slash = strchr (text, '/');
  g_autofree char *first =
    slash != NULL ? g_strndup (text, (gsize) (slash - text)) : g_strdup (text);
  AnteIcsDuration duration = { 0, 0 };
  AnteIcsTime start;
  AnteIcsTime end;
  AnteIcsStamp *stamp = NULL;

  if (!ante_ics_time_read (first, &start))
    return NULL;
  stamp = ante_ics_stamp_new (&start, zone_of (line), line->number);
  if (slash != NULL && ante_ics_duration_read (slash + 1, &duration))
    stamp->seconds = duration.days * 86400 + duration.seconds;
  else if (slash != NULL && ante_ics_time_read (slash + 1, &end))
    stamp->seconds = end.wall - start.wall;
  return stamp;
}

static void
take_list (GPtrArray *list, const AnteIcsLine *line, GPtrArray *damage)
{
  g_auto (GStrv) dates = g_strsplit (line->value, ",", MOST_DATES);

  for (guint i = 0; dates[i] != NULL && list->len < MOST_DATES; i++) {
    AnteIcsStamp *stamp = *g_strstrip (dates[i]) != '\0' ? read_period (dates[i], line) : NULL;

    if (stamp != NULL)
      g_ptr_array_add (list, stamp);
    else if (*dates[i] != '\0')
      ante_ics_damage_add (damage, ANTE_ICS_TIME, line->number, line->name);
  }
}

static void
take_dates (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  take_list (self->dates, line, damage);
}

static void
take_not_dates (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  take_list (self->not_dates, line, damage);
}

static void
take_rule_into (GPtrArray *rules, const AnteIcsLine *line, GPtrArray *damage)
{
  AnteIcsRuleText *rule = NULL;

  if (ante_ics_rule_kind (line->value) == ANTE_ICS_RULE_BAD) {
    ante_ics_damage_add (damage, ANTE_ICS_RULE, line->number, line->value);
    return;
  }
  if (rules->len >= MOST_RULES)
    return;
  rule = g_new0 (AnteIcsRuleText, 1);
  rule->text = g_strdup (line->value);
  rule->line = line->number;
  g_ptr_array_add (rules, rule);
}

static void
take_rule (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  take_rule_into (self->rules, line, damage);
}

static void
take_not_rule (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  take_rule_into (self->not_rules, line, damage);
}

/* These are UTC by rule, and taken as such where they are not. */
static gint64
read_moment (const AnteIcsLine *line)
{
  AnteIcsTime time;

  return ante_ics_time_read (line->value, &time) ? MAX (time.wall, 0) : 0;
}

static void
take_stamped (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  self->stamped = read_moment (line);
}

static void
take_modified (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  self->event->last_modified = read_moment (line) * 1000;
}

static void
take_sequence (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  self->event->sequence = CLAMP (g_ascii_strtoll (line->value, NULL, 10), 0, G_MAXINT32);
}

/* --- words --------------------------------------------------------------------------------- */

static void
set_name (char **field, const char *value, gsize max_chars)
{
  g_autofree char *text = ante_ics_unescape (value);
  char *clean = ante_text_clean_name (text, max_chars);

  if (*clean == '\0' || *field != NULL)
    g_clear_pointer (&clean, g_free);
  else
    *field = clean;
}

static void
take_uid (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  set_name (&self->event->uid, line->value, MAX_UID);
}

static void
take_summary (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  set_name (&self->event->summary, line->value, MAX_SUMMARY);
}

static void
take_location (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  set_name (&self->event->location, line->value, MAX_LOCATION);
}

static void
take_url (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  if (g_ascii_strncasecmp (line->value, "https://", 8) == 0 ||
      g_ascii_strncasecmp (line->value, "http://", 7) == 0)
    set_name (&self->event->url, line->value, MAX_URL);
}

/* Kept until the event ends: lines without a fold may come after it. */
static void
take_description (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  if (self->last_text != NULL)
    return;
  self->last_text = g_string_new (line->value);
  g_string_truncate (self->last_text, MIN (self->last_text->len, MOST_TEXT));
}

static void
take_alternative (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  g_autofree char *text = ante_ics_unescape (line->value);

  if (self->alternative == NULL)
    self->alternative = ante_plain_text (text, MAX_DESCRIPTION);
}

static void
take_status (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  g_autofree char *status = g_ascii_strup (line->value, -1);

  g_strstrip (status);
  if (g_str_equal (status, "CANCELLED") || g_str_equal (status, "CANCELED"))
    self->event->status = ANTE_CALENDAR_CANCELLED;
  else if (g_str_equal (status, "TENTATIVE"))
    self->event->status = ANTE_CALENDAR_TENTATIVE;
}

static void
take_transparency (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  if (g_ascii_strcasecmp (line->value, "TRANSPARENT") == 0)
    self->event->is_free = TRUE;
}

static void
take_busy (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  if (g_ascii_strcasecmp (line->value, "FREE") == 0)
    self->event->is_free = TRUE;
}

static void
take_class (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  self->event->is_private = g_ascii_strcasecmp (line->value, "PRIVATE") == 0 ||
                            g_ascii_strcasecmp (line->value, "CONFIDENTIAL") == 0;
}

/* --- people -------------------------------------------------------------------------------- */

static AnteCalendarReply
reply_of (const char *word)
{
  static const char *const replies[] = { "", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED" };

  for (guint i = 1; word != NULL && i < G_N_ELEMENTS (replies); i++) {
    if (g_ascii_strcasecmp (word, replies[i]) == 0)
      return i;
  }
  return ANTE_CALENDAR_REPLY_NONE;
}

static char *
read_email (const char *text)
{
  const char *colon = strchr (text, ':');
  const char *start =
    colon != NULL && g_ascii_strncasecmp (text, "mailto", 6) == 0 ? colon + 1 : text;
  g_autofree char *whole = g_uri_unescape_string (start, NULL);
  g_autofree char *clean = ante_text_clean_name (whole != NULL ? whole : start, MAX_EMAIL);
  const char *at = strchr (clean, '@');

  if (at == NULL || at == clean || at[1] == '\0' || strpbrk (clean, " /\\<>") != NULL)
    return NULL;
  return g_utf8_strdown (clean, -1);
}

static AnteCalendarPerson *
read_person (const AnteIcsLine *line)
{
  g_autoptr (AnteCalendarPerson) person = ante_calendar_person_new ();
  const char *name = ante_ics_line_get (line, "CN");
  const char *email = ante_ics_line_get (line, "EMAIL");
  const char *type = ante_ics_line_get (line, "CUTYPE");

  person->email = read_email (line->value);
  if (person->email == NULL && email != NULL)
    person->email = read_email (email);
  if (name != NULL)
    set_name (&person->name, name, MAX_NAME);
  person->reply = reply_of (ante_ics_line_get (line, "PARTSTAT"));
  person->is_thing = type != NULL && (g_ascii_strcasecmp (type, "ROOM") == 0 ||
                                      g_ascii_strcasecmp (type, "RESOURCE") == 0);
  if (person->email == NULL && person->name == NULL)
    return NULL;
  return g_steal_pointer (&person);
}

static void
take_attendee (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  AnteCalendarPerson *person =
    self->event->attendees->len < MOST_ATTENDEES ? read_person (line) : NULL;

  if (person != NULL)
    g_ptr_array_add (self->event->attendees, person);
}

static void
take_organizer (AnteIcsDraft *self, const AnteIcsLine *line, GPtrArray *damage)
{
  if (self->event->organizer == NULL)
    self->event->organizer = read_person (line);
}

/* --- lines --------------------------------------------------------------------------------- */

static const struct {
  const char *name;
  Take take;
} properties[] = {
  { "DTSTART", take_start },
  { "DTEND", take_end },
  { "DURATION", take_duration },
  { "RECURRENCE-ID", take_id },
  { "RRULE", take_rule },
  { "EXRULE", take_not_rule },
  { "RDATE", take_dates },
  { "EXDATE", take_not_dates },
  { "UID", take_uid },
  { "SEQUENCE", take_sequence },
  { "DTSTAMP", take_stamped },
  { "LAST-MODIFIED", take_modified },
  { "SUMMARY", take_summary },
  { "DESCRIPTION", take_description },
  { "X-ALT-DESC", take_alternative },
  { "LOCATION", take_location },
  { "URL", take_url },
  { "CONFERENCE", take_url },
  { "X-GOOGLE-CONFERENCE", take_url },
  { "X-MICROSOFT-SKYPETEAMSMEETINGURL", take_url },
  { "STATUS", take_status },
  { "TRANSP", take_transparency },
  { "X-MICROSOFT-CDO-BUSYSTATUS", take_busy },
  { "CLASS", take_class },
  { "ATTENDEE", take_attendee },
  { "ORGANIZER", take_organizer },
};

/* "Location: Zoom" is a line of somebody's form, and no property: those are not written so. */
static gboolean
is_mixed (const char *text)
{
  gsize length = strcspn (text, ":;");
  gboolean upper = FALSE;
  gboolean lower = FALSE;

  for (gsize i = 0; i < length; i++) {
    upper = upper || g_ascii_isupper (text[i]);
    lower = lower || g_ascii_islower (text[i]);
  }
  return upper && lower;
}

static gboolean
looks_like_property (const char *text)
{
  gsize length = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

  return length > 1 && (text[length] == ':' || text[length] == ';');
}

/* A line of a description that somebody broke without folding it. */
static void
take_stray (AnteIcsDraft *self, const char *text, guint number, GPtrArray *damage)
{
  if (self->last_text != NULL && self->last_text->len < MOST_TEXT) {
    g_string_append (self->last_text, "\\n");
    g_string_append_len (self->last_text, text, (gssize) MIN (strlen (text), MOST_TEXT));
  } else {
    ante_ics_damage_add (damage, ANTE_ICS_STRAY_LINE, number, NULL);
  }
}

void
ante_ics_draft_take (AnteIcsDraft *self, const char *text, guint number, GPtrArray *damage)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++) {
    g_autoptr (AnteIcsLine) line = NULL;

    if (!ante_ics_line_is (text, properties[i].name) ||
        (self->last_text != NULL && is_mixed (text)))
      continue;
    line = ante_ics_line_parse (text, number);
    if (line == NULL)
      break;
    properties[i].take (self, line, damage);
    return;
  }
  if (!looks_like_property (text))
    take_stray (self, text, number, damage);
}

/* A file cut off, or a description broken by hand, may have split a character. */
static void
finish_description (AnteIcsDraft *self)
{
  g_autofree char *valid = NULL;
  g_autofree char *text = NULL;

  if (self->last_text != NULL) {
    valid = g_utf8_make_valid (self->last_text->str, (gssize) self->last_text->len);
    text = ante_ics_unescape (valid);
    self->event->description = ante_plain_text (text, MAX_DESCRIPTION);
    g_string_free (self->last_text, TRUE);
    self->last_text = NULL;
  }
  if (self->event->description == NULL)
    self->event->description = g_steal_pointer (&self->alternative);
  g_clear_pointer (&self->alternative, g_free);
}

/* Two of the same name would be one: what has no name gets one from what it is. */
static char *
make_uid (const AnteIcsDraft *self)
{
  g_autofree char *what =
    g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", self->start->time.wall,
                     self->event->summary != NULL ? self->event->summary : "");
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, what, -1);

  return g_strdup_printf ("anteroom-%.24s", hash);
}

gboolean
ante_ics_draft_finish (AnteIcsDraft *self, GPtrArray *damage)
{
  finish_description (self);
  /* A notice that one instance is called off need not say when it would have been. */
  if (self->start == NULL && self->id != NULL)
    self->start = ante_ics_stamp_new (&self->id->time, self->id->tzid, self->id->line);
  if (self->start == NULL) {
    ante_ics_damage_add (damage, ANTE_ICS_NO_START, self->line, NULL);
    return FALSE;
  }
  if (self->event->uid == NULL)
    self->event->uid = make_uid (self);
  return TRUE;
}
