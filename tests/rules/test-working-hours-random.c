#include "config.h"

#include "rules/ante-working-hours.h"

/*
 * Random hours at random moments, against an oracle that walks from minute to minute and asks what
 * the clock on the wall shows.
 */

#define N_CASES 10000
#define SEED 20261128
#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define DAY_MS (1440 * MINUTE_MS)
#define FIRST_MS (G_GINT64_CONSTANT (631152000) * 1000) /* 1990 */
#define LAST_MS (G_GINT64_CONSTANT (2208988800) * 1000) /* 2040 */
#define MOST_HOLIDAYS 4

static const char *const zone_ids[] = {
  "Africa/Cairo",
  "Africa/Casablanca",
  "Africa/Johannesburg",
  "Africa/Windhoek",
  "America/Argentina/Buenos_Aires",
  "America/Caracas",
  "America/Chicago",
  "America/Havana",
  "America/Los_Angeles",
  "America/New_York",
  "America/Nuuk",
  "America/Phoenix",
  "America/Santiago",
  "America/Sao_Paulo",
  "America/St_Johns",
  "Antarctica/Troll",
  "Asia/Amman",
  "Asia/Beirut",
  "Asia/Gaza",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Pyongyang",
  "Asia/Tehran",
  "Asia/Tokyo",
  "Atlantic/Azores",
  "Australia/Adelaide",
  "Australia/Lord_Howe",
  "Australia/Sydney",
  "Europe/Berlin",
  "Europe/Dublin",
  "Europe/Istanbul",
  "Europe/London",
  "Europe/Moscow",
  "Pacific/Apia",
  "Pacific/Auckland",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "Pacific/Kwajalein",
  "Pacific/Tongatapu",
  "UTC",
};

G_STATIC_ASSERT (G_N_ELEMENTS (zone_ids) == 40);

/* What the oracle knows, apart from the hours that are tested. */
typedef struct {
  GRand *random;
  GTimeZone *zone;
  gboolean works[8][1440];
  AnteHolidays holidays[MOST_HOLIDAYS];
  guint n_holidays;
  gint64 known_day;
  int weekday;
  gboolean is_holiday;
  gint64 from;
  guint64 n_minutes;
  guint32 seed;
  int number;
  AnteWorkingHours *hours;
} Case;

static int
below (Case *self, int end)
{
  return g_rand_int_range (self->random, 0, end);
}

static int
offset_at (GTimeZone *zone, gint64 second)
{
  return g_time_zone_get_offset (zone,
                                 g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, second));
}

/* --- the oracle ----------------------------------------------------------------------------- */

static void
learn_day (Case *self, gint64 local_second)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (local_second);
  int day = g_date_time_get_year (date) * 10000 + g_date_time_get_month (date) * 100 +
            g_date_time_get_day_of_month (date);

  self->weekday = g_date_time_get_day_of_week (date);
  self->is_holiday = FALSE;
  for (guint i = 0; i < self->n_holidays; i++)
    self->is_holiday |= day >= self->holidays[i].from && day <= self->holidays[i].until;
}

/* @minute: since 1970, and so are those below. */
static gboolean
works_in (Case *self, gint64 minute)
{
  gint64 local = minute + offset_at (self->zone, minute * 60) / 60;

  self->n_minutes++;
  if (local / 1440 != self->known_day) {
    self->known_day = local / 1440;
    learn_day (self, local * 60);
  }
  return !self->is_holiday && self->works[self->weekday][local % 1440];
}

static gint64
walk_between (Case *self, gint64 from, gint64 to)
{
  gint64 sum = 0;

  for (gint64 minute = from / MINUTE_MS; minute * MINUTE_MS < to; minute++) {
    if (works_in (self, minute))
      sum += MIN ((minute + 1) * MINUTE_MS, to) - MAX (minute * MINUTE_MS, from);
  }
  return sum;
}

/* -1: not by @to. */
static gint64
walk_add (Case *self, gint64 from, gint64 ms, gint64 to)
{
  for (gint64 minute = from / MINUTE_MS; minute * MINUTE_MS < to; minute++) {
    gint64 begin = MAX (minute * MINUTE_MS, from);
    gint64 there = works_in (self, minute) ? (minute + 1) * MINUTE_MS - begin : 0;

    if (there > 0 && there >= ms)
      return begin + ms;
    ms -= there;
  }
  return -1;
}

/* --- cases ---------------------------------------------------------------------------------- */

/* A change of the clock after @at, or @at where there is none for long. */
static gint64
find_change (GTimeZone *zone, gint64 at)
{
  for (int days = 0; days < 400; days++, at += DAY_MS) {
    int offset = offset_at (zone, at / 1000);
    gint64 before = at / 1000;
    gint64 after = before + 86400;

    if (offset_at (zone, after) == offset)
      continue;
    while (after - before > 1) {
      gint64 middle = (before + after) / 2;

      if (offset_at (zone, middle) == offset)
        before = middle;
      else
        after = middle;
    }
    return after * 1000;
  }
  return at;
}

static gint64
choose_moment (Case *self)
{
  gint64 at = FIRST_MS + (gint64) (g_rand_double (self->random) * (double) (LAST_MS - FIRST_MS));

  if (below (self, 2) == 0)
    at = find_change (self->zone, at) - below (self, 2880) * MINUTE_MS;
  if (below (self, 2) == 0)
    at -= at % MINUTE_MS;
  return CLAMP (at, FIRST_MS, LAST_MS);
}

static void
choose_holidays (Case *self)
{
  self->n_holidays = (guint) below (self, 2) * (guint) below (self, MOST_HOLIDAYS + 1);
  for (guint i = 0; i < self->n_holidays; i++) {
    gint64 first = self->from / 1000 + (below (self, 12) - 2) * 86400;
    g_autoptr (GDateTime) from = g_date_time_new_from_unix_utc (first);
    g_autoptr (GDateTime) until = g_date_time_add_days (from, below (self, 2) * below (self, 5));

    self->holidays[i] = (AnteHolidays){
      g_date_time_get_year (from) * 10000 + g_date_time_get_month (from) * 100 +
        g_date_time_get_day_of_month (from),
      g_date_time_get_year (until) * 10000 + g_date_time_get_month (until) * 100 +
        g_date_time_get_day_of_month (until),
    };
  }
}

/* Up to four spans of one day, most of them where clocks change. */
static void
choose_day (Case *self, int weekday, GArray *spans)
{
  static const int steps[] = { 1, 5, 30, 60 };
  int step = steps[below (self, G_N_ELEMENTS (steps))];
  int at = below (self, 3) == 0 ? 0 : below (self, 720) / step * step;
  int n = below (self, 5);

  for (int i = 0; i < n && at < 1440; i++) {
    int length = (1 + below (self, below (self, 4) == 0 ? 1440 : 240)) / step * step;
    AnteWorkingSpan span = { weekday, at, MIN (at + length, 1440) };

    if (length == 0)
      continue;
    g_array_append_val (spans, span);
    for (int minute = span.from; minute < span.until; minute++)
      self->works[weekday][minute] = TRUE;
    at = span.until + below (self, 120) / step * step;
  }
}

static AnteWorkingHours *
choose (Case *self)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AnteWorkingSpan));
  AnteWorkingHours *hours = NULL;

  for (int weekday = 1; weekday <= 7; weekday++) {
    if (below (self, 5) > 0)
      choose_day (self, weekday, spans);
  }
  choose_holidays (self);
  hours = ante_working_hours_new (self->zone, (AnteWorkingSpan *) (gpointer) spans->data,
                                  spans->len, self->holidays, self->n_holidays);
  g_assert_nonnull (hours);
  return hours;
}

/* --- what holds ----------------------------------------------------------------------------- */

static void
hold (Case *self, const char *law, gint64 got, gint64 expected)
{
  g_autofree char *written = NULL;

  if (got == expected)
    return;
  written = ante_working_hours_write (self->hours);
  g_error ("%s: %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT " from %" G_GINT64_FORMAT
           " on with %s; ANTEROOM_TEST_SEED=%u, case %d",
           law, got, expected, self->from, written, self->seed, self->number);
}

/* No more than @total, which lies before @to; often so much that it ends with a span. */
static gint64
choose_work (Case *self, gint64 total, gint64 to)
{
  if (total == 0)
    return 0;
  if (below (self, 2) == 0)
    return g_rand_int_range (self->random, 0, (int) total) + 1;
  return walk_between (self, self->from,
                       self->from + g_rand_int_range (self->random, 0, (int) (to - self->from)));
}

static void
check_against_oracle (Case *self, gint64 to)
{
  const AnteWorkingHours *hours = self->hours;
  gint64 total = walk_between (self, self->from, to);
  gint64 ms = choose_work (self, total, to);
  gint64 first = walk_add (self, self->from, 0, to);
  gint64 next = ante_working_hours_next (hours, self->from);

  hold (self, "between", ante_working_hours_between (hours, self->from, to), total);
  hold (self, "within", ante_working_hours_is_within (hours, self->from),
        works_in (self, self->from / MINUTE_MS));
  if (first >= 0)
    hold (self, "next", next, first);
  else
    hold (self, "next is not before its time", next == -1 || next >= to, TRUE);
  if (ms > 0)
    hold (self, "add", ante_working_hours_add_ms (hours, self->from, ms),
          walk_add (self, self->from, ms, to));
}

static void
check_laws (Case *self)
{
  const AnteWorkingHours *hours = self->hours;
  int a = below (self, 900);
  int b = below (self, 900);
  gint64 later = self->from + below (self, 3000) * MINUTE_MS + below (self, 60000);
  gint64 end = later + below (self, 20000) * MINUTE_MS;
  gint64 first = ante_working_hours_add (hours, self->from, a);
  gint64 both = ante_working_hours_add (hours, self->from, a + b);

  hold (self, "between adds up",
        ante_working_hours_between (hours, self->from, later) +
          ante_working_hours_between (hours, later, end),
        ante_working_hours_between (hours, self->from, end));
  if (first < 0) {
    hold (self, "never stays never", both, -1);
    return;
  }
  hold (self, "add lands in working time",
        ante_working_hours_is_within (hours, first) ||
          ante_working_hours_is_within (hours, first - 1),
        TRUE);
  hold (self, "nothing more is nothing more", ante_working_hours_add (hours, first, 0), first);
  hold (self, "add goes on", first >= self->from && both >= first, TRUE);
  hold (self, "later is not earlier", ante_working_hours_add (hours, later, a) >= first, TRUE);
  hold (self, "add adds up", ante_working_hours_add (hours, first, b), both);
  hold (self, "between undoes add", ante_working_hours_between (hours, self->from, first),
        a * MINUTE_MS);
  hold (self, "between tells the rest", ante_working_hours_between (hours, first, both),
        b * MINUTE_MS);
}

static void
check_case (Case *self)
{
  const char *id = zone_ids[below (self, G_N_ELEMENTS (zone_ids))];
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (id);
  g_autoptr (AnteWorkingHours) hours = NULL;
  int window = 0;

  g_assert_nonnull (zone);
  self->zone = zone;
  self->from = choose_moment (self);
  self->hours = hours = choose (self);
  /* Now and then more than a week, mostly some hours. */
  window = below (self, 50) == 0 ? below (self, 12000) : 60 + below (self, 600);
  check_against_oracle (self, self->from + window * MINUTE_MS + below (self, 60000));
  check_laws (self);
}

static void
test_random_hours_agree_with_the_clock_on_the_wall (void)
{
  const char *wanted = g_getenv ("ANTEROOM_TEST_SEED");
  guint32 seed = wanted != NULL ? (guint32) g_ascii_strtoull (wanted, NULL, 10) : SEED;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint64 n_minutes = 0;

  g_test_message ("ANTEROOM_TEST_SEED=%u", seed);
  for (int i = 0; i < N_CASES; i++) {
    Case self = { .random = random, .known_day = -1, .seed = seed, .number = i };

    check_case (&self);
    n_minutes += self.n_minutes;
  }
  g_test_message ("%" G_GUINT64_FORMAT " minutes were walked", n_minutes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/working-hours/random", test_random_hours_agree_with_the_clock_on_the_wall);
  return g_test_run ();
}
