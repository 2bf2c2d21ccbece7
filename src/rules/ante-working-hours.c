#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-working-hours.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define DAY_MS (24 * 60 * MINUTE_MS)
#define NEVER_MS (ANTE_WORKING_HOURS_NEVER_DAYS * DAY_MS)
#define MOST_MS (ANTE_WORKING_HOURS_MOST_DAYS * DAY_MS)
/* The day of a GDate on which time begins; it was a Thursday. */
#define FIRST_DAY 719163

struct _AnteWorkingHours {
  GTimeZone *zone;
  GArray *days[7];  /* (element-type AnteWorkingSpan): in their order; none touches the next */
  GArray *holidays; /* (element-type AnteHolidays): in their order; none touches the next */
  GArray *closed;   /* (element-type Closed): the same, to compute with */
};

/* Days since time began. */
typedef struct {
  gint64 from;
  gint64 until;
} Closed;

/**
 * Piece:
 * @from: ms
 * @until: ms
 * @midnight: when @day began, had it had the same offset from its beginning, ms
 * @day: days since time began where the hours are kept
 *
 * A stretch of time within one day, in which the clock on the wall goes evenly.
 */
typedef struct {
  gint64 from;
  gint64 until;
  gint64 midnight;
  gint64 day;
} Piece;

G_DEFINE_BOXED_TYPE (AnteWorkingHours,
                     ante_working_hours,
                     ante_working_hours_ref,
                     ante_working_hours_unref)

/* --- the value ------------------------------------------------------------------------------ */

static void
clear (gpointer data)
{
  AnteWorkingHours *self = data;

  g_clear_pointer (&self->zone, g_time_zone_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    g_clear_pointer (&self->days[i], g_array_unref);
  g_clear_pointer (&self->holidays, g_array_unref);
  g_clear_pointer (&self->closed, g_array_unref);
}

AnteWorkingHours *
ante_working_hours_ref (const AnteWorkingHours *self)
{
  return g_atomic_rc_box_acquire ((gpointer) self);
}

void
ante_working_hours_unref (AnteWorkingHours *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  return ((const AnteWorkingSpan *) a)->from - ((const AnteWorkingSpan *) b)->from;
}

/* FALSE when two are in each other's way; what touches becomes one. */
static gboolean
settle_spans (GArray *spans)
{
  g_array_sort (spans, compare_spans);
  for (guint i = 1; i < spans->len;) {
    AnteWorkingSpan *before = &g_array_index (spans, AnteWorkingSpan, i - 1);
    const AnteWorkingSpan *span = &g_array_index (spans, AnteWorkingSpan, i);

    if (span->from < before->until)
      return FALSE;
    if (span->from > before->until) {
      i++;
      continue;
    }
    before->until = span->until;
    g_array_remove_index (spans, i);
  }
  return TRUE;
}

static gboolean
take_spans (AnteWorkingHours *self, const AnteWorkingSpan *spans, guint n_spans)
{
  for (guint i = 0; i < n_spans; i++) {
    if (spans[i].weekday < 1 || spans[i].weekday > 7 || spans[i].from < 0 ||
        spans[i].until <= spans[i].from || spans[i].until > 24 * 60)
      return FALSE;
    g_array_append_val (self->days[spans[i].weekday - 1], spans[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++) {
    if (!settle_spans (self->days[i]))
      return FALSE;
  }
  return TRUE;
}

/* Days since time began, up to @count; FALSE: there is no such day. */
static gboolean
count_days (int day, gint64 *count)
{
  GDate date = { 0 };

  if (day < 10000101 || day > 99991231 ||
      !g_date_valid_dmy ((GDateDay) (day % 100), (GDateMonth) (day / 100 % 100),
                         (GDateYear) (day / 10000)))
    return FALSE;
  g_date_set_dmy (&date, (GDateDay) (day % 100), (GDateMonth) (day / 100 % 100),
                  (GDateYear) (day / 10000));
  *count = (gint64) g_date_get_julian (&date) - FIRST_DAY;
  return TRUE;
}

static int
compare_holidays (gconstpointer a, gconstpointer b)
{
  return ((const AnteHolidays *) a)->from - ((const AnteHolidays *) b)->from;
}

static gboolean
take_holidays (AnteWorkingHours *self, const AnteHolidays *holidays, guint n_holidays)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (AnteHolidays));

  g_array_append_vals (sorted, holidays, n_holidays);
  g_array_sort (sorted, compare_holidays);
  for (guint i = 0; i < sorted->len; i++) {
    const AnteHolidays *stretch = &g_array_index (sorted, AnteHolidays, i);
    Closed closed = { 0 };
    Closed *last =
      self->closed->len > 0 ? &g_array_index (self->closed, Closed, self->closed->len - 1) : NULL;

    if (!count_days (stretch->from, &closed.from) || !count_days (stretch->until, &closed.until) ||
        closed.until < closed.from)
      return FALSE;
    if (last == NULL || closed.from > last->until + 1) {
      g_array_append_val (self->closed, closed);
      g_array_append_vals (self->holidays, stretch, 1);
    } else if (closed.until > last->until) {
      last->until = closed.until;
      g_array_index (self->holidays, AnteHolidays, self->holidays->len - 1).until = stretch->until;
    }
  }
  return TRUE;
}

/**
 * ante_working_hours_new:
 * @spans: of all days, in any order
 * @holidays: in any order
 *
 * Returns: (transfer full) (nullable): %NULL when a span has no length or lies upon another, or
 * when a holiday is no day or ends before it begins
 */
AnteWorkingHours *
ante_working_hours_new (GTimeZone *zone,
                        const AnteWorkingSpan *spans,
                        guint n_spans,
                        const AnteHolidays *holidays,
                        guint n_holidays)
{
  g_autoptr (AnteWorkingHours) self = g_atomic_rc_box_new0 (AnteWorkingHours);

  self->zone = g_time_zone_ref (zone);
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    self->days[i] = g_array_new (FALSE, FALSE, sizeof (AnteWorkingSpan));
  self->holidays = g_array_new (FALSE, FALSE, sizeof (AnteHolidays));
  self->closed = g_array_new (FALSE, FALSE, sizeof (Closed));
  if (!take_spans (self, spans, n_spans) || !take_holidays (self, holidays, n_holidays))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ante_working_hours_new_usual:
 *
 * Returns: (transfer full): what is meant by who said nothing: Monday to Friday, nine to six
 */
AnteWorkingHours *
ante_working_hours_new_usual (GTimeZone *zone)
{
  AnteWorkingSpan spans[5];

  for (int i = 0; i < 5; i++)
    spans[i] = (AnteWorkingSpan){ i + 1, 9 * 60, 18 * 60 };
  return ante_working_hours_new (zone, spans, G_N_ELEMENTS (spans), NULL, 0);
}

static gboolean
has_same_spans (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++) {
    const AnteWorkingSpan *one = &g_array_index (a, AnteWorkingSpan, i);
    const AnteWorkingSpan *other = &g_array_index (b, AnteWorkingSpan, i);

    if (one->from != other->from || one->until != other->until)
      return FALSE;
  }
  return TRUE;
}

gboolean
ante_working_hours_equal (const AnteWorkingHours *self, const AnteWorkingHours *other)
{
  if (g_strcmp0 (g_time_zone_get_identifier (self->zone),
                 g_time_zone_get_identifier (other->zone)) != 0 ||
      self->holidays->len != other->holidays->len)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++) {
    if (!has_same_spans (self->days[i], other->days[i]))
      return FALSE;
  }
  for (guint i = 0; i < self->holidays->len; i++) {
    const AnteHolidays *one = &g_array_index (self->holidays, AnteHolidays, i);
    const AnteHolidays *two = &g_array_index (other->holidays, AnteHolidays, i);

    if (one->from != two->from || one->until != two->until)
      return FALSE;
  }
  return TRUE;
}

GTimeZone *
ante_working_hours_get_zone (const AnteWorkingHours *self)
{
  return self->zone;
}

/**
 * ante_working_hours_get_spans:
 * @weekday: 1 is Monday
 *
 * Returns: (array length=n_spans): those of that day, in their order; what touched is one
 */
const AnteWorkingSpan *
ante_working_hours_get_spans (const AnteWorkingHours *self, int weekday, guint *n_spans)
{
  const GArray *spans = NULL;

  g_return_val_if_fail (weekday >= 1 && weekday <= 7, NULL);

  spans = self->days[weekday - 1];
  *n_spans = spans->len;
  return (const AnteWorkingSpan *) (gpointer) spans->data;
}

const AnteHolidays *
ante_working_hours_get_holidays (const AnteWorkingHours *self, guint *n_holidays)
{
  *n_holidays = self->holidays->len;
  return (const AnteHolidays *) (gpointer) self->holidays->data;
}

/* --- days and the clock on the wall --------------------------------------------------------- */

static gboolean
is_known (gint64 at)
{
  return at >= 0 && at < ANTE_WORKING_HOURS_END_MS;
}

static int
find_interval (const AnteWorkingHours *self, gint64 second)
{
  return g_time_zone_find_interval (self->zone, G_TIME_TYPE_UNIVERSAL, second);
}

/* GLib tells in which stretch between two changes of the clock a second is, but not when it ends:
 * that is searched for. @until is known to be in another one. */
static gint64
find_change (const AnteWorkingHours *self, gint64 at, gint64 until)
{
  gint64 before = at / 1000;
  gint64 after = until / 1000;
  int interval = find_interval (self, before);

  while (after - before > 1) {
    gint64 middle = before + (after - before) / 2;

    if (find_interval (self, middle) == interval)
      before = middle;
    else
      after = middle;
  }
  return after * 1000;
}

static Piece
find_piece (const AnteWorkingHours *self, gint64 at)
{
  int interval = find_interval (self, at / 1000);
  gint64 offset = g_time_zone_get_offset (self->zone, interval) * G_GINT64_CONSTANT (1000);
  Piece piece = { .from = at };

  /* On the first day of all it may still be the day before. */
  piece.day = (at + offset + DAY_MS) / DAY_MS - 1;
  piece.midnight = piece.day * DAY_MS - offset;
  piece.until = piece.midnight + DAY_MS;
  if (find_interval (self, piece.until / 1000) != interval)
    piece.until = find_change (self, at, piece.until);
  return piece;
}

static gboolean
is_holiday (const AnteWorkingHours *self, gint64 day)
{
  guint low = 0;
  guint high = self->closed->len;

  while (low < high) {
    guint middle = (low + high) / 2;
    const Closed *closed = &g_array_index (self->closed, Closed, middle);

    if (day >= closed->from && day <= closed->until)
      return TRUE;
    if (day < closed->from)
      high = middle;
    else
      low = middle + 1;
  }
  return FALSE;
}

/* The first stretch of working time within @piece, up to @from and @until. */
static gboolean
find_in_piece (const AnteWorkingHours *self, const Piece *piece, gint64 *from, gint64 *until)
{
  const GArray *spans = self->days[(piece->day + 7 + 3) % 7];

  if (spans->len == 0 || is_holiday (self, piece->day))
    return FALSE;
  for (guint i = 0; i < spans->len; i++) {
    const AnteWorkingSpan *span = &g_array_index (spans, AnteWorkingSpan, i);

    *from = MAX (piece->midnight + span->from * MINUTE_MS, piece->from);
    *until = MIN (piece->midnight + span->until * MINUTE_MS, piece->until);
    if (*from < *until)
      return TRUE;
  }
  return FALSE;
}

/* The first stretch of working time that goes on after @at and begins by @limit. */
static gboolean
find_stretch (const AnteWorkingHours *self, gint64 at, gint64 limit, gint64 *from, gint64 *until)
{
  while (at <= limit && at < ANTE_WORKING_HOURS_END_MS) {
    Piece piece = find_piece (self, at);

    if (find_in_piece (self, &piece, from, until))
      return *from <= limit;
    at = piece.until;
  }
  return FALSE;
}

/* --- arithmetic ----------------------------------------------------------------------------- */

gboolean
ante_working_hours_is_within (const AnteWorkingHours *self, gint64 at)
{
  gint64 from = 0;
  gint64 until = 0;

  return is_known (at) && find_stretch (self, at, at, &from, &until);
}

/**
 * ante_working_hours_next:
 *
 * Returns: the first moment within from @at on, ms; -1 where there is none for
 * %ANTE_WORKING_HOURS_NEVER_DAYS
 */
gint64
ante_working_hours_next (const AnteWorkingHours *self, gint64 at)
{
  gint64 from = 0;
  gint64 until = 0;

  return is_known (at) && find_stretch (self, at, at + NEVER_MS, &from, &until) ? from : -1;
}

/**
 * ante_working_hours_add:
 * @from: ms
 * @minutes: of work
 *
 * Returns: the first moment at which so much working time has passed since @from, ms: the end of a
 * span rather than the beginning of the next. For no minutes, it is @from, or the next moment
 * within. -1 where it never comes.
 */
gint64
ante_working_hours_add (const AnteWorkingHours *self, gint64 from, gint64 minutes)
{
  return minutes >= 0 && minutes <= MOST_MS / MINUTE_MS
           ? ante_working_hours_add_ms (self, from, minutes * MINUTE_MS)
           : -1;
}

gint64
ante_working_hours_add_ms (const AnteWorkingHours *self, gint64 from, gint64 ms)
{
  gint64 at = from;
  gint64 begin = 0;
  gint64 end = 0;

  if (!is_known (from) || ms < 0 || ms > MOST_MS)
    return -1;
  if (ms == 0)
    return from > 0 && ante_working_hours_is_within (self, from - 1)
             ? from
             : ante_working_hours_next (self, from);

  while (find_stretch (self, at, at + NEVER_MS, &begin, &end)) {
    if (end - begin >= ms) {
      at = begin + ms;
      return is_known (at) && at - from <= MOST_MS ? at : -1;
    }
    ms -= end - begin;
    at = end;
    if (at - from > MOST_MS)
      return -1;
  }
  return -1;
}

/**
 * ante_working_hours_between:
 *
 * Returns: how much working time lies between @from and @to, ms; 0 when @to is not after @from, -1
 * when they are too far from each other
 */
gint64
ante_working_hours_between (const AnteWorkingHours *self, gint64 from, gint64 to)
{
  gint64 sum = 0;
  gint64 begin = 0;
  gint64 end = 0;

  if (!is_known (from) || !is_known (to) || to - from > MOST_MS)
    return -1;
  while (from < to && find_stretch (self, from, to, &begin, &end)) {
    sum += MAX (MIN (end, to) - begin, 0);
    from = end;
  }
  return sum;
}
