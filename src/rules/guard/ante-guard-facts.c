#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-work.h"

#include <string.h>

typedef struct {
  double value;
  char unit; /* 'd'ay, 'w'eek, 'm'onth, 'n' for minutes, 'h'our, 's'essions */
  guint first;
  guint after;
} Measure;

static char
find_unit (const AnteGuardText *text, guint at)
{
  static const struct {
    char unit;
    const char *words;
  } units[] = {
    { 'w', "week|weeks|semana|semanas|semaine|semaines|woche|wochen|wk|wks" },
    { 'm', "month|months|mes|meses|mois|monat|monate|monaten" },
    { 'd', "day|days|dia|dias|jour|jours|tag|tage|tagen" },
    { 'n', "minute|minutes|min|mins|minuto|minutos|minuten|minutige" },
    { 'h', "hour|hours|hr|hrs|hora|horas|heure|heures|stunde|stunden" },
    { 's', "lesson|lessons|call|calls|session|sessions|class|classes|clase|clases|llamada|llamadas|"
           "sesion|sesiones|aula|aulas|chamada|chamadas|sessao|sessoes|cours|appel|appels|seance|"
           "seances|stunden|gesprach|gesprache|einheiten|workouts|workout|reviews|checkins|"
           "trainings|entrenamientos|treinos|entrainements|videos|"
           "sitzungen|sitzung|coachings|meetings" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    if (ante_guard_word_is (text, at, units[i].words))
      return units[i].unit;
  }
  return 0;
}

/* A number with its unit at @at: "45-minute", "two lessons", "two 45-minute lessons" gives both. */
static gboolean
read_measure (const AnteGuardText *text, guint at, Measure *measure)
{
  const char *rest = NULL;

  if (ante_guard_word_is (text, at, "once|twice|weekly|daily")) {
    *measure = (Measure){ ante_guard_word_is (text, at, "twice") ? 2 : 1, 's', at, at + 1 };
    return ante_guard_word_is (text, at, "once|twice") &&
           ante_guard_word_is (text, at + 1, "a|per|every|each");
  }
  if (ante_guard_word_is (text, at, "a|an|one|una|um|uma|eine|ein|une") &&
      find_unit (text, at + 1) != 0) {
    *measure = (Measure){ 1, find_unit (text, at + 1), at, at + 2 };
    return FALSE;
  }
  if (!ante_guard_read_number (text, at, &measure->value, &measure->after, &rest))
    return FALSE;
  measure->first = at;
  if (*rest != '\0') {
    measure->unit = g_str_has_prefix (rest, "min") ? 'n'
                    : g_str_equal (rest, "h")      ? 'h'
                    : g_str_equal (rest, "wk")     ? 'w'
                                                   : 0;
    return measure->unit != 0;
  }
  for (guint skip = 0; skip <= 2; skip++) {
    double other = 0;
    guint after = 0;

    measure->unit = find_unit (text, measure->after + skip);
    if (measure->unit != 0) {
      measure->after += skip + 1;
      return TRUE;
    }
    if (ante_guard_read_number (text, measure->after + skip, &other, &after, &rest)) {
      /* "two 45-minute lessons": the noun stands behind the length. */
      measure->unit = find_unit (text, after + 1) == 's' ? 's' : 0;
      if (measure->unit != 0)
        measure->after = after;
      return measure->unit != 0;
    }
    if (ante_guard_word_is (text, measure->after + skip, "and|or|to|of|in|per|more|a|the"))
      return FALSE;
  }
  return FALSE;
}

/* As many days as it takes, so that 16 weeks are 4 months and 112 days. */
static gboolean
is_same_length (double a, char unit_a, double b, char unit_b)
{
  double weeks_a = unit_a == 'm' ? a * 4 : unit_a == 'd' ? a / 7 : a;
  double weeks_b = unit_b == 'm' ? b * 4 : unit_b == 'd' ? b / 7 : b;

  return unit_a == unit_b ? a == b : weeks_a == weeks_b;
}

/* Whether a text of the playbook has the same number with the same unit. */
static gboolean
stands_in (const char *listed, const Measure *measure)
{
  g_autoptr (AnteGuardText) text =
    listed != NULL ? ante_guard_text_new (listed, ANTE_SIDE_NONE) : NULL;

  for (guint i = 0; text != NULL && i < ante_guard_n_words (text); i++) {
    Measure own = { 0 };
    gboolean read = read_measure (text, i, &own);

    if (!read && own.unit == 0)
      continue;
    if (own.value == measure->value && own.unit == measure->unit)
      return TRUE;
    if (measure->unit == 'h' && own.unit == 'n' && own.value == measure->value * 60)
      return TRUE;
    if (own.unit != 'n' && own.unit != 's' && own.unit != 'h' && measure->unit != 'n' &&
        measure->unit != 's' && measure->unit != 'h' &&
        is_same_length (own.value, own.unit, measure->value, measure->unit))
      return TRUE;
  }
  return FALSE;
}

static gboolean
fits_offer (const AnteOffer *offer, const Measure *measure)
{
  char unit = offer->duration_unit != NULL ? *offer->duration_unit : 0;

  if (offer->duration > 0 && strchr ("dwm", measure->unit) != NULL &&
      is_same_length (offer->duration, unit, measure->value, measure->unit))
    return TRUE;
  if (stands_in (offer->name, measure))
    return TRUE;
  for (guint i = 0; offer->aliases[i] != NULL; i++) {
    if (stands_in (offer->aliases[i], measure))
      return TRUE;
  }
  for (guint i = 0; offer->includes[i] != NULL; i++) {
    if (stands_in (offer->includes[i], measure))
      return TRUE;
    /* "fortnightly" is every two weeks, "weekly" once a week. */
    if (measure->unit == 'w' && measure->value == 2 &&
        strstr (offer->includes[i], "fortnight") != NULL)
      return TRUE;
    if (measure->unit == 's' && measure->value == 1)
      return TRUE;
  }
  for (guint i = 0; i < offer->prices->len; i++) {
    const AntePrice *price = offer->prices->pdata[i];

    if (price->count == measure->value && strchr ("dwm", measure->unit) != NULL)
      return TRUE;
  }
  /* A total: two lessons a week for 16 weeks are 32. */
  return measure->unit == 's' && offer->duration > 0 && measure->value >= 4 &&
         measure->value > offer->duration / 2.0 &&
         ((guint) measure->value % offer->duration == 0 ||
          (guint) measure->value * 2 == offer->duration);
}

static gboolean
fits_elsewhere (const AnteGuard *guard, const Measure *measure)
{
  const AntePlaybook *playbook = guard->playbook;

  for (guint i = 0; playbook->free_offers[i] != NULL; i++) {
    if (stands_in (playbook->free_offers[i], measure))
      return TRUE;
  }
  for (guint i = 0; playbook->approved_claims[i] != NULL; i++) {
    if (stands_in (playbook->approved_claims[i], measure))
      return TRUE;
  }
  if (playbook->refund != NULL && strchr ("dwm", measure->unit) != NULL &&
      (stands_in (playbook->refund->text, measure) ||
       is_same_length (playbook->refund->days, 'd', measure->value, measure->unit)))
    return TRUE;
  return playbook->scarcity != NULL && stands_in (playbook->scarcity->text, measure);
}

static gboolean
lead_says (const AnteGuard *guard, const Measure *measure)
{
  for (guint i = 0; i < guard->leads->len; i++) {
    const AnteGuardText *text = guard->leads->pdata[i];

    for (guint k = 0; k < ante_guard_n_words (text); k++) {
      double value = 0;
      guint after = 0;
      const char *rest = NULL;

      if (ante_guard_read_number (text, k, &value, &after, &rest) && value == measure->value)
        return TRUE;
    }
  }
  return FALSE;
}

/* Sentences that tell what one gets; questions and the lead's own weeks are none. */
static gboolean
tells_of_offer (const AnteGuard *guard, const AnteGuardText *text, const Measure *measure)
{
  guint start = ante_line_sentence_start (text->line, measure->first);
  guint end = ante_line_sentence_end (text->line, measure->first);
  gboolean named = FALSE;

  if (ante_guard_range_has (
        text, start, end,
        "ago|last|past|old|tried|try|since|reply|answer|refund|refunds|until|"
        "morning|tonight|tomorrow|mention|mentioned|said|back|wait|hours|hace|ha|"
        "within|wake|sleep|nap|bedtime|dinner|free|spare|realistic|reembolso|"
        "remboursement|minutes ago|kostenlos|gratis|gratuit|next|before|per_day") &&
      ante_guard_offer_near (guard, text, measure->first, &named) == NULL &&
      !ante_guard_range_has (text, start, end, "program|course|lessons|includes|runs|lasts"))
    return FALSE;
  if (ante_guard_is_question (text, measure->first) &&
      !ante_guard_has (text, ANTE_CUE_INVITES, start, end))
    return FALSE;
  if (ante_guard_is_denied (text, measure->first, measure->after))
    return FALSE;
  return ante_guard_has (text, ANTE_CUE_OFFER_TALK, start, end) ||
         (ante_guard_offer_near (guard, text, measure->first, &named) != NULL && named) ||
         (guard->leads->len > 0 &&
          ante_guard_range_has (
            guard->leads->pdata[guard->leads->len - 1], 0, G_MAXUINT,
            "long|duration|often|many|dura|dauert|duree|lang|cuanto|quanto|"
            "clases|lessons|calls|sessions|included|include|get|weeks|oft|veces|"
            "vezes|combien|lange|frequency"));
}

static void
find_measures (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  guint n = ante_guard_n_words (text);

  for (guint at = 0; at < n; at++) {
    Measure measure = { 0 };
    const AnteOffer *offer = NULL;
    gboolean named = FALSE;
    gboolean fits = FALSE;

    if (!read_measure (text, at, &measure) || !tells_of_offer (guard, text, &measure))
      continue;
    offer = ante_guard_offer_near (guard, text, at, &named);
    if (offer != NULL)
      fits = fits_offer (offer, &measure);
    for (guint i = 0; offer == NULL && i < guard->playbook->offers->len && !fits; i++)
      fits = ante_offer_is_valid (guard->playbook->offers->pdata[i], guard->today) &&
             fits_offer (guard->playbook->offers->pdata[i], &measure);
    if (!fits && !fits_elsewhere (guard, &measure) &&
        !(offer == NULL && lead_says (guard, &measure)))
      ante_guard_find_words (guard, text, measure.first, measure.after, "no offer says this");
    at = MAX (at, measure.after - 1);
  }
}

/* "weekly", "daily", "fortnightly" beside a call that the offer has otherwise. */
static void
find_rhythms (AnteGuard *guard)
{
  static const struct {
    const char *words;
    const char *listed;
  } rhythms[] = {
    { "daily|diarias|diarios|diaria|quotidiens|quotidiennes|tagliche|everyday|taglich", "daily" },
    { "weekly", "week" },
    { "fortnightly|biweekly", "fortnight" },
    { "monthly", "month" },
  };
  const AnteGuardText *text = guard->draft;

  for (guint at = 0; at < ante_guard_n_words (text); at++) {
    for (guint i = 0; i < G_N_ELEMENTS (rhythms); i++) {
      gboolean named = FALSE;
      const AnteOffer *offer = NULL;
      gboolean listed = FALSE;
      gboolean said = FALSE;

      if (!ante_guard_word_is (text, at, rhythms[i].words) ||
          !ante_guard_range_has (
            text, at > 2 ? at - 2 : 0, at + 6,
            "call|calls|lesson|lessons|session|sessions|class|classes|coaching|"
            "llamadas|clases|aulas|chamadas|appels|cours|check|support|feedback|"
            "messages|messaging|gesprache") ||
          ante_guard_is_denied (text, at, at + 1) || ante_guard_is_question (text, at))
        continue;
      offer = ante_guard_offer_near (guard, text, at, &named);
      for (guint k = 0; k < guard->playbook->offers->len; k++) {
        const AnteOffer *one = guard->playbook->offers->pdata[k];

        if (offer != NULL && one != offer)
          continue;
        for (guint m = 0; one->includes[m] != NULL; m++) {
          said = TRUE;
          listed = listed || strstr (one->includes[m], rhythms[i].listed) != NULL;
        }
      }
      if (said && !listed)
        ante_guard_find_words (guard, text, at, at + 1, "no offer has this rhythm");
    }
  }
}

/* "Includes", "comes with": one thing at least that is listed must follow. */
static gboolean
is_listed_part (const AnteGuard *guard, guint from, guint to)
{
  guint total = 0;

  for (guint i = 0; i < guard->playbook->offers->len; i++) {
    const AnteOffer *offer = guard->playbook->offers->pdata[i];

    for (guint k = 0; offer->includes[k] != NULL; k++) {
      if (ante_guard_count_content (guard->draft, from, to, offer->includes[k], &total) > 0)
        return TRUE;
    }
  }
  return FALSE;
}

static void
find_parts (AnteGuard *guard)
{
  static const char extras[] =
    "private|coach|app|gym|supplements|supplement|shakes|equipment|certificate|certification|"
    "materials|textbook|"
    "textbooks|workbook|workbooks|retreat|ebook|ebooks|membership|community|forum|facebook|slack|"
    "24|unlimited|personal|chef|groceries|delivery|therapy|therapist|bloodwork|tests|dna|"
    "nutritionist|"
    "podcast|videos|masterclass|masterclasses|bonuses|bonus|recordings|homework|exam|exams|travel|"
    "hotel|merch|merchandise|t|shirt|planner|journal|library|course|courses|group|bootcamp|visits|"
    "weekend|weekends|texting|messaging|massage|meals|kit|scale|tracker|watch|audit|templates|"
    "website|ads|grammar|plan|plans|portal|coaching|calls|workouts|sessions|lessons|menu|recipe|"
    "recipes|review|reviews|support|access";
  const AnteGuardText *text = guard->draft;

  for (guint at = 0; at < ante_guard_n_words (text); at++) {
    guint end = ante_line_sentence_end (text->line, at);

    if (!ante_guard_word_is (text, at,
                             "includes|include|included|incluye|inclui|inclut|beinhaltet") &&
        !(ante_guard_word_is (text, at, "comes") && ante_guard_word_is (text, at + 1, "with")) &&
        !(ante_guard_word_is (text, at, "get") && ante_guard_word_is (text, at + 1, "access")))
      continue;
    if (ante_guard_is_denied (text, at, at + 1) || ante_guard_is_question (text, at))
      continue;
    for (guint k = ante_guard_word_is (text, at, "included")
                     ? ante_line_sentence_start (text->line, at)
                     : at + 1;
         k < end; k++) {
      if (ante_guard_word_is (text, k, extras) && !is_listed_part (guard, k, k + 1)) {
        ante_guard_find_words (guard, text, at, k + 1, "not among what is included");
        break;
      }
    }
  }
}

void
ante_guard_facts (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  find_measures (guard);
  find_rhythms (guard);
  find_parts (guard);
  if (g_strcmp0 (guard->playbook->delivery, "online") != 0)
    return;
  while ((hit = ante_guard_next_hit (text, ANTE_CUE_IN_PERSON, 0, G_MAXUINT, &at)) != NULL) {
    if (!ante_guard_is_denied (text, hit->first, hit->after) &&
        !ante_guard_is_question (text, hit->first))
      ante_guard_find_words (guard, text, hit->first, hit->after, "all of it is online");
  }
}
