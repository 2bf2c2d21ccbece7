#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-work.h"

#include <stdlib.h>
#include <string.h>

static const char *const month_words[] = {
  "january|jan|enero|janeiro|janvier|januar",
  "february|feb|febrero|fevereiro|fevrier|februar",
  "march|mar|marzo|marco|mars|marz|maerz",
  "april|apr|abril|avril",
  "may|mayo|maio|mai",
  "june|jun|junio|junho|juin|juni",
  "july|jul|julio|julho|juillet|juli",
  "august|aug|agosto|aout",
  "september|sept|sep|septiembre|setembro|septembre",
  "october|oct|octubre|outubro|octobre|oktober",
  "november|nov|noviembre|novembro|novembre",
  "december|dec|diciembre|dezembro|decembre|dezember",
};

static const char *const weekday_words[] = {
  "monday|mondays|mon|lunes|segunda|lundi|montag",
  "tuesday|tue|tues|martes|terca|mardi|dienstag",
  "wednesday|wed|miercoles|quarta|mercredi|mittwoch",
  "thursday|thu|thurs|jueves|quinta|jeudi|donnerstag",
  "friday|fri|viernes|sexta|vendredi|freitag",
  "saturday|sat|sabado|samedi|samstag",
  "sunday|domingo|dimanche|sonntag",
};

static int
find_month (const AnteGuardText *text, guint at)
{
  if (!ante_guard_word_is (text, at, "@month|mar|maerz|jan|dec|sep|mai|mars"))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (month_words); i++) {
    if (ante_guard_word_is (text, at, month_words[i]))
      return (int) i + 1;
  }
  return 0;
}

/* A day of a month as a number: "15", "15th", "first". */
static int
read_day_number (const AnteGuardText *text, guint at)
{
  const char *word = ante_guard_word (text, at);
  char *end = NULL;
  long day = g_ascii_isdigit (*word) ? strtol (word, &end, 10) : 0;

  if (day < 1 || day > 31)
    return 0;
  return *end == '\0' || g_str_equal (end, "st") || g_str_equal (end, "nd") ||
             g_str_equal (end, "rd") || g_str_equal (end, "th") || g_str_equal (end, "er")
           ? (int) day
           : 0;
}

/* Whether that day, yyyymmdd, is told between two words. */
gboolean
ante_guard_tells_day (const AnteGuardText *text, guint start, guint end, int day)
{
  for (guint i = start; i < MIN (end, ante_guard_n_words (text)); i++) {
    if (find_month (text, i) != day / 100 % 100)
      continue;
    for (guint k = i > 2 ? i - 2 : 0; k < MIN (end, i + 3); k++) {
      if (read_day_number (text, k) == day % 100)
        return TRUE;
    }
  }
  return FALSE;
}

/* What a draft says of a moment; -1 where it says nothing. */
typedef struct {
  int weekday; /* 1 for Monday */
  int month;
  int day;
  int shift; /* days from today */
  int hour;
  int minute;
  gboolean half_known; /* am or pm, or 13 and more */
  guint first;
  guint after;
} Moment;

static void
take (Moment *moment, guint first, guint after)
{
  moment->first = MIN (moment->first, first);
  moment->after = MAX (moment->after, after);
}

static gboolean
read_clock (const AnteGuardText *text, guint at, Moment *moment, guint *after)
{
  const char *word = ante_guard_word (text, at);
  const char *rest = NULL;
  double value = 0;
  char *end = NULL;
  long hour = 0;
  gboolean said = FALSE;

  if (ante_guard_word_is (text, at, "noon|midday|mittags|mediodia|midi")) {
    *after = at + 1;
    moment->hour = 12;
    moment->minute = 0;
    moment->half_known = TRUE;
    return TRUE;
  }
  moment->minute = 0;
  moment->half_known = FALSE;
  if (g_ascii_isdigit (*word)) {
    hour = strtol (word, &end, 10);
    *after = at + 1;
    if ((*end == ':' || *end == 'h' || *end == '.') && g_ascii_isdigit (end[1])) {
      moment->minute = (int) strtol (end + 1, &end, 10);
      said = word[strcspn (word, ".")] == '\0' || g_str_has_prefix (end, "am") ||
             g_str_has_prefix (end, "pm");
    } else if (*end == 'h' && end[1] == '\0') {
      said = TRUE;
      end++;
    }
    rest = end;
  } else {
    if (!ante_guard_read_number (text, at, &value, after, &rest) || value > 24)
      return FALSE;
    /* "at one month of spending" is no hour. */
    if (*after < ante_guard_n_words (text) && ante_line_word (text->line, *after - 1)->after == 0 &&
        ante_line_word (text->line, *after)->sentence ==
          ante_line_word (text->line, at)->sentence &&
        !ante_guard_word_is (text, *after,
                             "am|pm|oclock|uhr|horas|heures|on|sharp|then|@weekday|works|is|"
                             "suits|in|p|a|h|heure|tomorrow|today|works|for|de|del|da"))
      return FALSE;
    hour = (long) value;
  }
  if (hour > 24 || moment->minute > 59)
    return FALSE;
  if (g_str_equal (rest, "pm") || g_str_equal (rest, "am") ||
      (*rest == '\0' && ante_guard_word_is (text, *after, "pm|am|p|a") &&
       (strlen (ante_guard_word (text, *after)) == 2 ||
        ante_guard_word_is (text, *after + 1, "m")))) {
    gboolean pm = *rest == 'p' || (*rest == '\0' && *ante_guard_word (text, *after) == 'p');

    *after += *rest == '\0' ? (ante_guard_word_is (text, *after, "p|a") ? 2 : 1) : 0;
    hour = pm ? (hour % 12) + 12 : hour % 12;
    moment->half_known = said = TRUE;
  } else if (*rest != '\0') {
    return FALSE;
  }
  if (ante_guard_word_is (text, *after, "oclock|uhr|h|heures|horas|hrs|heure")) {
    *after += 1;
    said = TRUE;
  }
  /* "at 6", "a las 6", "um 18", "à 18" */
  said =
    said || (at > 0 && ante_guard_word_is (text, at - 1, "at|las|um|as|la|@|gegen|vers|@") &&
             !ante_guard_word_is (text, *after, "%|week|weeks|minutes|times|places|€|kg|a|per"));
  if (!said)
    return FALSE;
  moment->half_known = moment->half_known || hour > 12;
  moment->hour = (int) hour;
  return TRUE;
}

/* What the sentence says of a day and an hour. */
static gboolean
read_moment (const AnteGuardText *text, guint start, guint end, Moment *moment)
{
  gboolean clock = FALSE;

  *moment = (Moment){ -1, -1, -1, -1, -1, 0, FALSE, G_MAXUINT, 0 };
  for (guint i = start; i < end; i++) {
    guint after = i + 1;
    Moment time = { 0 };

    for (guint d = 0; d < G_N_ELEMENTS (weekday_words) &&
                      ante_guard_word_is (text, i, "@weekday|mon|sat|fri|wed|thu|tue|terca");
         d++) {
      if (ante_guard_word_is (text, i, weekday_words[d]) &&
          !(ante_guard_word_is (text, i, "segunda|quarta|quinta|sexta|mon|sat|wed|mar") &&
            !ante_guard_word_is (text, i + 1, "feira|as|at|#"))) {
        moment->weekday = (int) d + 1;
        take (moment, i, i + 1);
      }
    }
    if (find_month (text, i) != 0 &&
        !(ante_guard_word_is (text, i, "may|mar|jan|dec|sep|mai|mars") &&
          read_day_number (text, i + 1) == 0 && (i == 0 || read_day_number (text, i - 1) == 0))) {
      int before = i > start ? read_day_number (text, i - 1) : 0;
      int behind = read_day_number (text, i + 1);

      if (before == 0 && i > start + 1 && ante_guard_word_is (text, i - 1, "of|de"))
        before = read_day_number (text, i - 2);
      moment->month = find_month (text, i);
      moment->day = before != 0 ? before : behind;
      if (moment->day != 0) {
        take (moment, before != 0 ? i - 1 : i, before != 0 ? i + 1 : i + 2);
        i += before == 0;
        continue;
      }
      moment->month = -1;
      moment->day = -1;
    }
    if (ante_guard_word_is (text, i, "tomorrow|manana|amanha|demain") ||
        (ante_guard_word_is (text, i, "morgen") && !ante_guard_word_is (text, i - 1, "guten|am"))) {
      moment->shift = 1;
      take (moment, i, i + 1);
    } else if (ante_guard_word_is (text, i, "today|tonight|hoy|hoje|heute")) {
      moment->shift = 0;
      take (moment, i, i + 1);
    }
    if (!clock && read_clock (text, i, &time, &after)) {
      clock = TRUE;
      moment->hour = time.hour;
      moment->minute = time.minute;
      moment->half_known = time.half_known;
      take (moment, i, after);
      i = after - 1;
    }
  }
  return moment->after > 0;
}

/* Whether all that is said fits the booking, and something is. */
static gboolean
fits_booking (const AnteGuard *guard, const Moment *moment)
{
  GDateTime *start = guard->guarded->booking_start;
  gboolean fits = TRUE;

  if (start == NULL)
    return FALSE;
  if (moment->weekday > 0)
    fits = fits && moment->weekday == g_date_time_get_day_of_week (start);
  if (moment->month > 0)
    fits = fits && moment->month == g_date_time_get_month (start) &&
           moment->day == g_date_time_get_day_of_month (start);
  if (moment->shift >= 0) {
    g_autoptr (GDateTime) now =
      g_date_time_to_timezone (guard->guarded->now, g_date_time_get_timezone (start));
    g_autoptr (GDateTime) day = g_date_time_add_days (now, moment->shift);

    fits = fits && g_date_time_get_day_of_year (day) == g_date_time_get_day_of_year (start) &&
           g_date_time_get_year (day) == g_date_time_get_year (start);
  }
  if (moment->hour >= 0) {
    int hour = g_date_time_get_hour (start);

    fits = fits && moment->minute == g_date_time_get_minute (start) &&
           (moment->hour == hour || (!moment->half_known && moment->hour % 12 == hour % 12));
  }
  return fits;
}

/* Not a meeting: the cohort's first day, an offer's last one, the lead's own day. */
static gboolean
is_listed_day (const AnteGuard *guard, const Moment *moment)
{
  const AntePlaybook *playbook = guard->playbook;
  int day = moment->month > 0 ? moment->month * 100 + moment->day : -1;

  if (day < 0 || moment->hour >= 0)
    return FALSE;
  if (playbook->scarcity != NULL && playbook->scarcity->cohort_start % 10000 == day)
    return TRUE;
  for (guint i = 0; i < playbook->offers->len; i++) {
    const AnteOffer *offer = playbook->offers->pdata[i];

    if (offer->valid_until % 10000 == day || offer->valid_from % 10000 == day)
      return TRUE;
  }
  for (guint i = 0; i < playbook->discounts->len; i++) {
    if (((AnteDiscount *) playbook->discounts->pdata[i])->valid_until % 10000 == day)
      return TRUE;
  }
  return FALSE;
}

#define MEETING                                                                                    \
  "call|calls|meet|meeting|session|lesson|chat|zoom|slot|appointment|booked|book|booking|free|"    \
  "available|talk|speak|see|works|confirmed|reserved|schedule|reschedule|ring|llamada|cita|"       \
  "sesion|"                                                                                        \
  "clase|chamada|reuniao|aula|appel|rendez|seance|termin|gesprach|anruf|sprechen|hablamos|vemos|"  \
  "hablar|falamos|parle|sehen|putting|pencil|pencilled|locked|ok|okay|yes|perfect|great|done|"     \
  "sure|"                                                                                          \
  "vale|perfecto|combinado|parfait|passt|deal|set|disponible|livre|frei|start|starts|join|lets|"   \
  "ill|"                                                                                           \
  "fits|moved|move|calendar|down|how|can|could|do|hop|jump|quedamos|nos|te|uns|call|then|good|"    \
  "noted"

void
ante_guard_schedule (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  guint n = ante_guard_n_words (text);

  for (guint start = 0; start < n;) {
    guint end = ante_line_sentence_end (text->line, start);
    Moment moment = { 0 };
    gboolean told = read_moment (text, start, end, &moment);
    gboolean dated = moment.weekday > 0 || moment.month > 0 || moment.shift >= 0;
    gboolean agrees = ante_guard_has (text, ANTE_CUE_AGREES, start, end);
    gboolean habit = ante_guard_has (text, ANTE_CUE_HABIT, start, end);
    gboolean denied = told && ante_guard_is_denied (text, moment.first, moment.after);

    if (told && !denied && !fits_booking (guard, &moment) && !is_listed_day (guard, &moment) &&
        ((dated && moment.hour >= 0 && (agrees || !habit) &&
          (agrees || ante_guard_range_has (text, start, end, MEETING) || end - start <= 5)) ||
         (agrees && (dated || moment.hour >= 0)) ||
         (moment.hour >= 0 && !habit && !ante_guard_is_question (text, start) &&
          ante_guard_range_has (text, start, end, MEETING))))
      ante_guard_find_words (guard, text, moment.first, moment.after, "not the moment booked");
    start = MAX (end, start + 1);
  }
  ante_guard_agreed_moment (guard);
}

/* Whether a moment is told between two words that is neither the one booked nor a listed day. */
gboolean
ante_guard_tells_other_moment (const AnteGuard *guard, guint start, guint end)
{
  for (guint at = start; at < end; at = ante_line_sentence_end (guard->draft->line, at)) {
    Moment moment = { 0 };

    if (read_moment (guard->draft, at, ante_line_sentence_end (guard->draft->line, at), &moment) &&
        !fits_booking (guard, &moment) && !is_listed_day (guard, &moment))
      return TRUE;
  }
  return FALSE;
}

/* "Works, see you then!" agrees to the hour that the lead named. */
void
ante_guard_agreed_moment (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteGuardText *lead =
    guard->leads->len > 0 ? guard->leads->pdata[guard->leads->len - 1] : NULL;
  const AnteHit *hit = NULL;
  Moment moment = { 0 };
  Moment ours = { 0 };
  guint at = 0;

  if (lead == NULL || read_moment (text, 0, ante_guard_n_words (text), &ours) ||
      !read_moment (lead, 0, ante_guard_n_words (lead), &moment) || fits_booking (guard, &moment) ||
      (moment.hour < 0 && moment.weekday < 0 && moment.shift < 0 && moment.month < 0))
    return;
  if (!ante_guard_is_question (lead, moment.first) &&
      !ante_guard_range_has (
        lead, 0, G_MAXUINT,
        "can|could|call|meet|talk|works|free|available|ok|at|lets|do|book|speak|"
        "puedo|podemos|posso|podemos|puis|peut|kann|konnen|geht|how|about|then|"
        "llamada|chamada|appel|anruf|confirm|reschedule|move|we"))
    return;
  hit = ante_guard_next_hit (text, ANTE_CUE_AGREES, 0, G_MAXUINT, &at);
  if (hit == NULL && moment.hour >= 0) {
    at = 0;
    hit = ante_guard_next_hit (text, ANTE_CUE_ACCEPTS, 0, 3, &at);
    if (hit != NULL &&
        (ante_guard_is_question (text, hit->first) || strstr (text->plain, "://") != NULL ||
         strchr (text->plain, '/') != NULL ||
         !ante_guard_range_has (text, hit->first, hit->after + 2,
                                "works|perfect|deal|done|confirmed|yes|sure|ok|okay|si|"
                                "sim|oui|ja|vale|passt|parfait|perfecto")))
      hit = NULL;
  }
  if (hit != NULL && !ante_guard_is_denied (text, hit->first, hit->after))
    ante_guard_find_words (guard, text, hit->first, hit->after, "agrees to the lead's moment");
}
