#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rules/ante-day-words.h"
#include "rules/ante-working-hours.h"

#define LONGEST 2000
#define DASH "–"

/* "9:00–12:00, 14:00–18:00" */
static char *
say_spans (const AnteWorkingHours *self, int weekday)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_spans = 0;
  const AnteWorkingSpan *spans = ante_working_hours_get_spans (self, weekday, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    g_string_append_printf (words, "%s%d:%02d" DASH "%d:%02d", i > 0 ? ", " : "",
                            spans[i].from / 60, spans[i].from % 60, spans[i].until / 60,
                            spans[i].until % 60);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
say_day (int weekday)
{
  /* 1 January 2024 was a Monday. */
  g_autoptr (GDateTime) sample = g_date_time_new_utc (2024, 1, weekday, 0, 0, 0);

  return g_date_time_format (sample, "%a");
}

/* "Mon–Wed, Fri": the days in @has, 1 is Monday. */
static char *
say_days (const gboolean has[9])
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (int day = 1; day <= 7; day++) {
    gboolean is_middle = has[day] && has[day - 1] && has[day + 1];
    gboolean closes_run = has[day] && day > 2 && has[day - 1] && has[day - 2];
    g_autofree char *name = say_day (day);

    if (has[day] && !is_middle)
      g_string_append_printf (words, "%s%s", closes_run ? DASH : (words->len > 0 ? ", " : ""),
                              name);
  }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * ante_working_hours_to_words:
 *
 * Returns: (transfer full): the week, in the reader's language: "Mon–Fri 9:00–12:00, 14:00–18:00;
 * Sat 10:00–12:00"
 */
char *
ante_working_hours_to_words (const AnteWorkingHours *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  char *spans[8] = { NULL };
  gboolean said[9] = { FALSE };

  for (int day = 1; day <= 7; day++)
    spans[day] = say_spans (self, day);
  for (int day = 1; day <= 7; day++) {
    gboolean same[9] = { FALSE };
    g_autofree char *days = NULL;

    if (said[day] || *spans[day] == '\0')
      continue;
    for (int other = day; other <= 7; other++)
      said[other] |= same[other] = g_str_equal (spans[day], spans[other]);
    days = say_days (same);
    g_string_append_printf (words, "%s%s %s", words->len > 0 ? "; " : "", days, spans[day]);
  }
  for (int day = 1; day <= 7; day++)
    g_free (spans[day]);
  if (words->len == 0)
    g_string_append (words, _ ("never"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* --- reading -------------------------------------------------------------------------------- */

static void
skip_spaces (const char **p)
{
  while (g_unichar_isspace (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
}

static gboolean
take (const char **p, const char *sign)
{
  skip_spaces (p);
  if (!g_str_has_prefix (*p, sign))
    return FALSE;
  *p += strlen (sign);
  return TRUE;
}

static gboolean
take_dash (const char **p)
{
  return take (p, DASH) || take (p, "-") || take (p, "—");
}

/* Some languages have days of one letter. */
static int
find_day (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (int day = 1; day <= 7; day++) {
    g_autofree char *own = say_day (day);
    g_autofree char *own_folded = g_utf8_casefold (g_strdelimit (own, ".", ' '), -1);

    if (g_str_equal (g_strstrip (own_folded), folded))
      return day;
  }
  return ante_day_words_find_weekday (word);
}

/* 0: what stands there is no day. */
static int
take_day (const char **p)
{
  const char *begin = NULL;
  g_autofree char *word = NULL;

  skip_spaces (p);
  begin = *p;
  while (g_unichar_isalpha (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
  word = g_strndup (begin, (gsize) (*p - begin));
  take (p, ".");
  return *word != '\0' ? find_day (word) : 0;
}

/* "9", "9:00", "9am", "24:00" as minutes of the day; -1: it is none. */
static int
take_clock (const char **p)
{
  gboolean pm = FALSE;
  int hour = 0;
  int minute = 0;

  skip_spaces (p);
  hour = ante_day_words_take_number (*p, p);
  if (hour < 0)
    return -1;
  if (**p == ':') {
    const char *before = ++*p;

    minute = ante_day_words_take_number (*p, p);
    if (minute < 0 || minute > 59 || *p - before != 2)
      return -1;
  }
  pm = take (p, "pm");
  if (pm || take (p, "am")) {
    if (hour < 1 || hour > 12)
      return -1;
    hour = hour % 12 + (pm ? 12 : 0);
  }
  return hour * 60 + minute <= 24 * 60 ? hour * 60 + minute : -1;
}

/* "Mon–Wed, Fri", up to @has. */
static gboolean
take_days (const char **p, gboolean has[9])
{
  do {
    int first = take_day (p);
    int last = take_dash (p) ? take_day (p) : first;

    if (first == 0 || last == 0)
      return FALSE;
    for (int day = first; day != last; day = day % 7 + 1)
      has[day] = TRUE;
    has[last] = TRUE;
  } while (take (p, ","));
  return TRUE;
}

/* "9–12, 14–18", for each of the days in @has. What follows a comma may also be a day. */
static gboolean
take_spans (const char **p, const gboolean has[9], GArray *spans)
{
  do {
    int from = take_clock (p);
    int until = from >= 0 && take_dash (p) ? take_clock (p) : -1;

    if (until <= from)
      return FALSE;
    for (int day = 1; day <= 7; day++) {
      AnteWorkingSpan span = { day, from, until };

      if (has[day])
        g_array_append_val (spans, span);
    }
    if (!take (p, ","))
      return TRUE;
    skip_spaces (p);
  } while (g_ascii_isdigit (**p));
  return TRUE;
}

static gboolean
is_never (const char *words)
{
  g_autofree char *own = g_utf8_strdown (_ ("never"), -1);

  return g_str_equal (words, "never") || g_str_equal (words, own);
}

/**
 * ante_working_hours_read_words:
 * @words: a week as a person types it, or as ante_working_hours_to_words() says it
 * @spans: (element-type AnteWorkingSpan): gets what was understood, even where that is not all
 *
 * Days are English or in the reader's own language.
 *
 * Returns: whether all of it was understood; that no span lies upon another is not looked at, but
 * by ante_working_hours_new()
 */
gboolean
ante_working_hours_read_words (const char *words, GArray *spans)
{
  g_autofree char *small = NULL;
  const char *p = NULL;

  if (strlen (words) > LONGEST || !g_utf8_validate (words, -1, NULL))
    return FALSE;
  small = g_utf8_strdown (words, -1);
  g_strstrip (small);
  if (is_never (small))
    return TRUE;

  p = small;
  do {
    gboolean has[9] = { FALSE };

    if (!take_days (&p, has) || !take_spans (&p, has, spans))
      return FALSE;
    while (take (&p, ";"))
      continue;
  } while (*p != '\0');
  return TRUE;
}
