#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include <string.h>

#include "rules/ante-working-hours.h"
#include "rules/ante-zone.h"
#include "rules/guard/ante-playbook-reader.h"

#define MOST_BYTES (256 * 1024)

static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* What is being read; the spans of one day are looked at together. */
typedef struct {
  GArray *spans;
  GArray *holidays;
  int weekday;
  guint day_begins;
} Draft;

/* "21:30" as minutes of the day; -1 with a problem. */
static int
read_clock (AntePlaybookReader *reader, JsonObject *object, const char *name)
{
  g_autofree char *text = ante_playbook_read_text (reader, object, name, TRUE);
  int minutes = 0;

  if (text == NULL)
    return -1;
  if (strlen (text) == 5 && text[2] == ':' && g_ascii_isdigit (text[0]) &&
      g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[3]) && g_ascii_isdigit (text[4])) {
    minutes = ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';
    if (text[3] < '6' && minutes <= 24 * 60)
      return minutes;
  }
  ante_playbook_reader_fail (reader, name, "is no time of the day such as 09:30, or 24:00");
  return -1;
}

static void
read_span (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  Draft *draft = data;
  AnteWorkingSpan span = { draft->weekday, read_clock (reader, item, "from"),
                           read_clock (reader, item, "until") };

  if (span.from < 0 || span.until < 0)
    return;
  if (span.until <= span.from) {
    ante_playbook_reader_fail (reader, "until",
                               "is not after \"from\"; a night is two spans, one until 24:00 and "
                               "one from 00:00 on the next day");
    return;
  }
  for (guint i = draft->day_begins; i < draft->spans->len; i++) {
    const AnteWorkingSpan *other = &g_array_index (draft->spans, AnteWorkingSpan, i);

    if (span.from < other->until && other->from < span.until) {
      ante_playbook_reader_fail (reader, "from", "is within another span of that day");
      return;
    }
  }
  g_array_append_val (draft->spans, span);
}

static int
find_day (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    if (g_str_equal (days[i], name))
      return (int) i + 1;
  }
  return 0;
}

/* A day that is misspelt would be one without work, so it is not let be. */
static void
check_days (AntePlaybookReader *reader, JsonObject *week)
{
  g_autoptr (GList) names = json_object_get_members (week);

  for (GList *link = names; link != NULL; link = link->next) {
    g_autofree char *shown = NULL;

    if (find_day (link->data) != 0)
      continue;
    shown = g_strndup (link->data, 40);
    ante_playbook_reader_fail (reader, g_utf8_validate (shown, -1, NULL) ? shown : "",
                               "is no day; days are mon, tue, wed, thu, fri, sat, sun");
  }
}

static void
read_week (AntePlaybookReader *reader, JsonObject *object, Draft *draft)
{
  JsonObject *week = ante_playbook_read_object (reader, object, "week");
  gsize before = 0;

  if (ante_playbook_member (object, "week") == NULL) {
    for (int i = 1; i <= 5; i++) {
      AnteWorkingSpan span = { i, 9 * 60, 18 * 60 };

      g_array_append_val (draft->spans, span);
    }
  }
  if (week == NULL)
    return;

  before = ante_playbook_reader_enter (reader, "week");
  check_days (reader, week);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    draft->weekday = (int) i + 1;
    draft->day_begins = draft->spans->len;
    ante_playbook_read_items (reader, week, days[i], read_span, draft);
  }
  ante_playbook_reader_leave (reader, before);
}

static void
read_holidays (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  Draft *draft = data;
  AnteHolidays holidays = { ante_playbook_read_day (reader, item, "from"),
                            ante_playbook_read_day (reader, item, "until") };

  if (ante_playbook_member (item, "from") == NULL)
    ante_playbook_reader_fail (reader, "from", "is missing; it is a day such as 2027-01-31");
  if (ante_playbook_member (item, "until") == NULL)
    holidays.until = holidays.from;
  if (holidays.from == 0 || holidays.until == 0)
    return;
  if (holidays.from < 10000101)
    ante_playbook_reader_fail (reader, "from", "is no day such as 2027-01-31");
  else if (holidays.until < holidays.from)
    ante_playbook_reader_fail (reader, "until", "is before \"from\"");
  else
    g_array_append_val (draft->holidays, holidays);
}

static GTimeZone *
read_zone (AntePlaybookReader *reader, JsonObject *object)
{
  g_autofree char *id = ante_playbook_read_text (reader, object, "zone", TRUE);
  GTimeZone *zone = ante_zone_find (id);

  if (zone == NULL && id != NULL)
    ante_playbook_reader_fail (reader, "zone", "is no time zone such as Europe/Vienna");
  return zone;
}

static JsonObject *
parse_object (const char *json, gssize length, GError **error)
{
  gsize size = length < 0 ? strlen (json) : (gsize) length;
  JsonObject *object =
    size <= MOST_BYTES ? ante_playbook_parse_object (json, (gssize) size, NULL) : NULL;

  if (object == NULL)
    g_set_error_literal (error, ANTE_PLAYBOOK_ERROR, ANTE_PLAYBOOK_ERROR_JSON,
                         "the working hours are no JSON object of bearable size");
  return object;
}

/**
 * ante_working_hours_parse:
 * @json: {"zone": "Europe/Vienna", "week": {"mon": [{"from": "09:00", "until": "12:00"}]},
 * "holidays": [{"from": "2026-12-24", "until": "2027-01-06"}, {"from": "2027-05-01"}]}. Without
 * "week", it is the usual one; a day that is not in it is one without work
 * @length: its bytes, or -1
 *
 * Returns: (transfer full) (nullable): what stands in it; the error is of %ANTE_PLAYBOOK_ERROR and
 * names the member by its path
 */
AnteWorkingHours *
ante_working_hours_parse (const char *json, gssize length, GError **error)
{
  g_autoptr (JsonObject) object = parse_object (json, length, error);
  g_auto (AntePlaybookReader) reader = { 0 };
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AnteWorkingSpan));
  g_autoptr (GArray) holidays = g_array_new (FALSE, FALSE, sizeof (AnteHolidays));
  g_autoptr (GTimeZone) zone = NULL;
  Draft draft = { spans, holidays, 0, 0 };

  ante_playbook_reader_init (&reader, "");
  if (object == NULL)
    return NULL;
  zone = read_zone (&reader, object);
  read_week (&reader, object, &draft);
  ante_playbook_read_items (&reader, object, "holidays", read_holidays, &draft);
  if (!ante_playbook_reader_finish (&reader, error))
    return NULL;
  return ante_working_hours_new (zone, (const AnteWorkingSpan *) (gpointer) spans->data, spans->len,
                                 (const AnteHolidays *) (gpointer) holidays->data, holidays->len);
}

/* --- writing -------------------------------------------------------------------------------- */

static void
add_clock (JsonBuilder *builder, const char *name, int minutes)
{
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_day (JsonBuilder *builder, const char *name, int day)
{
  g_autofree char *text =
    g_strdup_printf ("%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_week (JsonBuilder *builder, const AnteWorkingHours *self)
{
  json_builder_set_member_name (builder, "week");
  json_builder_begin_object (builder);
  for (guint day = 0; day < G_N_ELEMENTS (days); day++) {
    guint n_spans = 0;
    const AnteWorkingSpan *spans = ante_working_hours_get_spans (self, (int) day + 1, &n_spans);

    if (n_spans == 0)
      continue;
    json_builder_set_member_name (builder, days[day]);
    json_builder_begin_array (builder);
    for (guint i = 0; i < n_spans; i++) {
      json_builder_begin_object (builder);
      add_clock (builder, "from", spans[i].from);
      add_clock (builder, "until", spans[i].until);
      json_builder_end_object (builder);
    }
    json_builder_end_array (builder);
  }
  json_builder_end_object (builder);
}

/**
 * ante_working_hours_write:
 *
 * Returns: (transfer full): what ante_working_hours_parse() reads as the same
 */
char *
ante_working_hours_write (const AnteWorkingHours *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  guint n_holidays = 0;
  const AnteHolidays *holidays = ante_working_hours_get_holidays (self, &n_holidays);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "zone");
  json_builder_add_string_value (builder,
                                 g_time_zone_get_identifier (ante_working_hours_get_zone (self)));
  add_week (builder, self);
  if (n_holidays > 0) {
    json_builder_set_member_name (builder, "holidays");
    json_builder_begin_array (builder);
    for (guint i = 0; i < n_holidays; i++) {
      json_builder_begin_object (builder);
      add_day (builder, "from", holidays[i].from);
      if (holidays[i].until != holidays[i].from)
        add_day (builder, "until", holidays[i].until);
      json_builder_end_object (builder);
    }
    json_builder_end_array (builder);
  }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
