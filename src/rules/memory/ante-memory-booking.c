#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-link.h"
#include "rules/memory/ante-reading.h"

/* How many lines a proposed time stays open for a yes. */
#define PROPOSAL_LASTS 2

typedef enum {
  NONE,
  LINK_SENT,
  BOOKED,
  RESCHEDULED,
  CANCELLED,
  NO_SHOW,
  COMPLETED,
} Status;

static const char *const names[] = {
  "none", "link_sent", "booked", "rescheduled", "cancelled", "no_show", "completed",
};

/* What a line of the lead does to the call. */
static const AntePhrase theirs[] = {
  { EN, "fell|fallen|was|i asleep ~ sorry|through|missed", NO_SHOW },
  { EN, "just off|finished|left ?of ?the ?our call|session|meeting", COMPLETED },
  { EN, "thanks|thank|thankyou ?you ?so ?much ?for ~ today|yesterday|earlier", COMPLETED },
  { EN, "missed ~ call|session|appointment|meeting|it", NO_SHOW },
  { EN, "forgot ~ our|the|about call|session|appointment", NO_SHOW },
  { EN, "didnt|couldnt make it|show|join ~ call|yesterday|today|time|session", NO_SHOW },
  { EN, "overslept|slept ~ call|through", NO_SHOW },
  { EN,
    "thanks|loved|enjoyed|great|you ?for the|our|your ~ call|session|chat ~ "
    "yesterday|today|earlier|was|this|on|now",
    COMPLETED },
  { EN, "thanks|thank ?you for the|our|your call|session|time|chat", COMPLETED },
  { EN, "the|our call|session was|went ~ great|good|amazing|helpful|lovely|so", COMPLETED },
  { EN,
    "cancel|cancelling|canceling ~ "
    "call|session|appointment|tomorrow|today|it|booking|@weekday|slot",
    CANCELLED },
  { EN, "need|have|had|want|going to cancel", CANCELLED },
  { EN, "call off|it ?the ?call off", CANCELLED },
  { EN, "cant|wont|not ~ make ~ call|@weekday|it|tomorrow ?anymore ?after ?all", CANCELLED },
  { EN, "cancelled|canceled ~ call|booking|it", CANCELLED },
  { EN,
    "move|push|change|shift|switch ~ it|call|time|slot|appointment|us ~ "
    "to|@weekday|back|week|later|another",
    RESCHEDULED },
  { EN, "reschedule|rescheduled|postpone|rebook|rebooked", RESCHEDULED },
  { EN, "another|different|new|other time|day|slot", RESCHEDULED },
  { EN, "later in|that week|day|time", RESCHEDULED },
  { EN, "moved ~ it|call|to", RESCHEDULED },
  { EN, "booked|scheduled ~ a|it|call|slot|for|the|in|@weekday", BOOKED },
  { EN, "^ ?just ?all booked|scheduled", BOOKED },
  { EN, "booked $", BOOKED },
  { EN, "im|i ?am in|down for ~ @weekday", BOOKED },
  { EN, "took|taken|grabbed|picked|snagged|nabbed|got ~ @weekday", BOOKED },
  { EN, "@weekday ~ works|suits|its|is ~ in|booked|confirmed", BOOKED },
  { EN, "got|took|grabbed|picked|chose|reserved|found ~ slot|spot|time|@weekday", BOOKED },
  { EN, "see you|u|ya ?on @weekday|then|there|at", BOOKED },
  { EN, "in|on the|your|my calendar", BOOKED },
  { EN, "confirmation|confirmed ~ email|@weekday|call|came|got", BOOKED },
  { EN, "^ ?all done ~ @weekday|booked|slot|call", BOOKED },
  { EN, "signed up for ~ @weekday|call|slot", BOOKED },
  { ES, "perdi|falte|olvide ~ llamada|cita|sesion", NO_SHOW },
  { ES, "cancelar|anular|cancelo", CANCELLED },
  { ES,
    "cambiarla|cambiar|moverla|mover|aplazar|reprogramar|otro ~ "
    "dia|hora|lunes|martes|miercoles|jueves|viernes|llamada|cita",
    RESCHEDULED },
  { ES, "gracias por la|nuestra llamada|sesion", COMPLETED },
  { ES, "cambiado|cambiada|movido|movida $", RESCHEDULED },
  { ES, "reserve|reservado|reservada|agende|agendado|agendada|apunte", BOOKED },
  { ES, "ya tengo ~ cita|hora", BOOKED },
  { ES, "nos vemos ?el @weekday", BOOKED },
  { PT, "perdi|esqueci|faltei ~ chamada|sessao|reuniao|call", NO_SHOW },
  { PT, "cancelar|desmarcar", CANCELLED },
  { PT, "remarcar|reagendar|adiar", RESCHEDULED },
  { PT, "mudar ~ para|pra @weekday", RESCHEDULED },
  { PT, "obrigada|obrigado pela sessao|chamada|conversa", COMPLETED },
  { PT, "marquei|agendei|reservei|marcado|agendado|reservado", BOOKED },
  { PT, "ate @weekday", BOOKED },
  { FR, "rate|oublie|manque ~ appel|rendez|rdv|seance", NO_SHOW },
  { FR, "annuler|annule", CANCELLED },
  { FR, "reporter|decaler|deplacer|repousser", RESCHEDULED },
  { FR, "merci pour l|la|notre appel|seance", COMPLETED },
  { FR, "reserve|reservee|inscrite|inscrit", BOOKED },
  { FR, "pris ~ rdv|rendez|creneau", BOOKED },
  { FR, "a @weekday $", BOOKED },
  { DE, "verpasst|vergessen|verschlafen ~ termin|gesprach|call", NO_SHOW },
  { DE, "termin|gesprach|call ~ verpasst|vergessen|verschlafen", NO_SHOW },
  { DE, "absagen|stornieren", CANCELLED },
  { DE, "verschieben|verlegen", RESCHEDULED },
  { DE, "danke fur das|unser gesprach", COMPLETED },
  { DE, "gebucht|eingetragen|reserviert", BOOKED },
  { DE, "bis @weekday $", BOOKED },
};

/* What a line of ours says of it. */
static const AntePhrase ours[] = {
  { EN,
    "waited|sat|waiting|was|were|am|im ~ in|on ?the room|zoom|meet|meeting|line ~ #|alone|you|at",
    NO_SHOW },
  { EN, "didnt|couldnt|dont|cant see|find|spot you", NO_SHOW },
  { EN, "where are|were you", NO_SHOW },
  { EN, "waited ~ minutes|mins|you", NO_SHOW },
  { ES, "te esperaba|espere|esperamos|esperando", NO_SHOW },
  { PT, "te esperei|esperando|esperamos", NO_SHOW },
  { FR, "attendu|attendais", NO_SHOW },
  { DE, "gewartet", NO_SHOW },
  { EN, "missed you ~ call|today|yesterday|earlier|at", NO_SHOW },
  { EN, "you ~ didnt|werent|couldnt ~ show|make|join|there|call", NO_SHOW },
  { EN, "waited|waiting for you ~ call|zoom|today|yesterday", NO_SHOW },
  { EN, "thanks|thank for ~ call|session|today|yesterday|talking", COMPLETED },
  { EN,
    "great|lovely|good|nice ~ talking|speaking|chatting|meeting|call ~ today|yesterday|earlier|you",
    COMPLETED },
  { EN, "after|since|from our|the|your call|session", COMPLETED },
  { EN, "how ?did|was you|it|find ~ todays|yesterdays|our call|session", COMPLETED },
  { EN, "moved|rescheduled ~ to|you|it|for", RESCHEDULED },
  { EN, "new time ~ is|@weekday", RESCHEDULED },
  { EN, "cancelled|canceled ~ call|it|booking", CANCELLED },
  { EN, "you|youre|are booked|confirmed|in|down ~ for|calendar|@weekday", BOOKED },
  { EN, "got|have you down", BOOKED },
  { EN, "youre|are all ?set|booked|confirmed|in", BOOKED },
  { EN, "see you|u ?on @weekday|then|there", BOOKED },
  { EN, "see|saw you|u ~ booked|grabbed|picked", BOOKED },
  { EN, "talk|speak to you|u ?on @weekday", BOOKED },
  { EN, "booked ~ you|for @weekday", BOOKED },
  { ES, "te he movido|cambiado", RESCHEDULED },
  { ES, "nos vemos|hablamos ?el @weekday", BOOKED },
  { ES, "reservado|agendado|confirmado", BOOKED },
  { PT, "remarcado|reagendado", RESCHEDULED },
  { PT, "marcado|agendado|confirmado", BOOKED },
  { PT, "ate @weekday", BOOKED },
  { FR, "reporte|decale", RESCHEDULED },
  { FR, "c est note|confirme|reserve", BOOKED },
  { FR, "a @weekday $", BOOKED },
  { DE, "verschoben", RESCHEDULED },
  { DE, "eingetragen|gebucht|bestatigt", BOOKED },
  { DE, "bis @weekday", BOOKED },
};

/* Another day or hour for a call that stands, however it is put. */
static const AntePhrase moves[] = {
  { EN, "can|could|may|shall|would ?we|you|i|it|that ~ @weekday|# ~ instead|rather|$", 0 },
  { EN, "@weekday|# ~ instead|rather", 0 },
  { EN, "instead ?of ~ @weekday|#", 0 },
  { ES, "lo|la pasamos|movemos|cambiamos|dejamos ~ @weekday|#", 0 },
  { ES, "podemos|podriamos|puede ser ~ @weekday|#", 0 },
  { PT, "da|podemos|pode|consegue|passar|mudar|trocar ~ @weekday|#", 0 },
  { FR, "on peut|pourrait|pouvons ~ @weekday|#", 0 },
  { FR, "plutot @weekday", 0 },
  { DE, "konnen|konnten|geht|lieber ~ @weekday|#", 0 },
};

/* They do not move a call, whatever they sound like. */
static const AntePhrase not_theirs[] = {
  { EN, "can|could|may i|you ~ cancel anytime|any|whenever|later|membership|subscription|if", 0 },
  { EN, "what if i", 0 },
  { EN, "not|havent|hadnt|didnt|never|almost|before ~ booked|book|scheduled", 0 },
  { EN, "fully|booked out|solid|up", 0 },
  { EN, "im|we booked out|solid|until", 0 },
  { EN, "booked ~ holiday|trip|flight|flights|hotel|vacation|wedding|venue|clients|jobs", 0 },
  { EN, "cancel ~ membership|subscription|gym|netflix|class|anytime", 0 },
  { EN, "clients|students|teachers|patients|customers|people ~ cancel|reschedule|miss|missed", 0 },
  { EN, "if i ~ cancel|miss|reschedule", 0 },
  { EN, "missed it|the|your ~ story|live|webinar|sale|post", 0 },
  { ES, "aun|todavia no", 0 },
  { PT, "ainda nao", 0 },
  { FR, "pas encore", 0 },
  { DE, "noch nicht", 0 },
};

/* We name a day or an hour for a call. */
static const AntePhrase proposals[] = {
  { EN, "@weekday ~ #|am|pm|noon|work|works|ok|suit|call|talk", 0 },
  { EN, "talk|call|speak|meet|chat ~ @weekday", 0 },
  { EN, "how ~ @weekday", 0 },
  { EN, "# ?am|pm on @weekday", 0 },
  { EN, "how about|is @weekday|#", 0 },
  { EN, "slot|spot|time|opening ~ @weekday", 0 },
  { EN, "@weekday ~ noon|morning|evening|afternoon", 0 },
  { ES, "@weekday ~ #|bien|va", 0 },
  { ES, "hablamos|llamada|quedamos ~ @weekday", 0 },
  { PT, "@weekday ~ #|pode|da|bem", 0 },
  { PT, "falamos|conversamos|chamada ~ @weekday", 0 },
  { FR, "@weekday ~ #|va|convient", 0 },
  { FR, "parle ~ @weekday", 0 },
  { DE, "@weekday ~ #|um|passt", 0 },
  { DE, "telefonieren|sprechen ~ @weekday", 0 },
};

/* A link that is for reading, not for booking. */
static const AntePhrase readings[] = {
  { EN,
    "guide|recipe|recipes|list|pdf|ebook|freebie|download|video|checklist|article|post|blog|"
    "podcast|plan|playlist|worksheet|resource|channel|episode",
    0 },
  { ES, "guia|receta|lista|video|gratis", 0 },
  { PT, "guia|receita|lista|video|gratis", 0 },
  { FR, "guide|recette|liste|video", 0 },
  { DE, "anleitung|rezept|liste|video", 0 },
};

static const AntePhrase bookings[] = {
  { EN, "link|calendar|calendly|slot|slots|book|booking|schedule", 0 },
  { EN, "pick|choose|grab|find|take a|any|your time|day|slot|spot|seat|place", 0 },
  { ES, "enlace|link|calendario|agenda|reserva|reservar", 0 },
  { PT, "link|calendario|agenda|reserva|marcar|agendar", 0 },
  { FR, "lien|calendrier|agenda|reserver|reservation", 0 },
  { DE, "link|kalender|buchen|termin|buchung", 0 },
};

static void
set (AnteReading *reading, Status status, guint line)
{
  reading->memory->booking = (AnteMemoryState){ names[status], (int) line };
}

static Status
get (const AnteReading *reading)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_str_equal (reading->memory->booking.value, names[i]))
      return i;
  }
  return NONE;
}

/* An address alone is for booking where that was just talked of. */
static gboolean
sends_booking_link (const AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  gboolean address = ante_link_find (line->text, 0, NULL, NULL);
  gboolean says = ANTE_PHRASES_HAVE (reading->talk, line, bookings);

  if (ANTE_PHRASES_HAVE (reading->talk, line, readings) && !says)
    return FALSE;
  if (address &&
      (says || (i > 0 && ANTE_READING_LINE (reading, i - 1)->from_lead &&
                ANTE_PHRASES_HAVE (reading->talk, ANTE_READING_LINE (reading, i - 1), bookings))))
    return TRUE;
  for (guint back = 1; back <= 3 && back <= i; back++) {
    const AnteLine *earlier = ANTE_READING_LINE (reading, i - back);

    if (!earlier->from_lead && (address || says))
      return ante_ask_read (reading->talk, earlier) == ANTE_ASK_CALL &&
             !ANTE_PHRASES_HAVE (reading->talk, earlier, readings);
  }
  return FALSE;
}

static gboolean
proposes (const AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);

  return !line->from_lead && ANTE_PHRASES_HAVE (reading->talk, line, proposals);
}

static gboolean
is_open_proposal (const AnteReading *reading, guint i)
{
  for (guint back = 1; back <= PROPOSAL_LASTS && back <= i; back++) {
    const AnteLine *earlier = ANTE_READING_LINE (reading, i - back);

    if (!earlier->from_lead)
      return proposes (reading, i - back);
  }
  return FALSE;
}

/* "monday 8am": a day and an hour, and no question. */
static gboolean
names_time (const AnteLine *line)
{
  AnteSpan day = { 0, 0 };

  return ante_phrase_find (line, 0, ante_line_n_words (line),
                           "@weekday ~ #|noon|morning|evening|afternoon", &day) &&
         ante_line_word (line, ante_line_sentence_end (line, day.first) - 1)->after != '?';
}

/* "We can't do Monday", and no other day. */
static gboolean
calls_off (const AnteReading *reading, const AnteLine *line)
{
  AnteSpan day = { 0, 0 };

  return ante_phrase_find (line, 0, ante_line_n_words (line),
                           "cant|wont ?be ?able ?to ?do ?make ?come ?join ?on ?it "
                           "@weekday|today|tomorrow|anymore",
                           &day) &&
         !ante_phrase_find (line, day.after, ante_line_n_words (line), "@weekday|#", NULL) &&
         !ANTE_PHRASES_HAVE (reading->talk, line, moves);
}

static void
read_theirs (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteSpan span = { 0, 0 };
  const AntePhrase *phrase = ANTE_PHRASES_FIND (reading->talk, line, theirs, &span);
  Status now = get (reading);

  if (phrase != NULL && (ANTE_PHRASES_HAVE (reading->talk, line, not_theirs) ||
                         ante_answer_is_unreal (reading->talk, line, span.first) ||
                         ante_whose_is (reading, i, span.first) == ANTE_WHOSE_OTHERS))
    phrase = NULL;
  if (phrase != NULL && phrase->value == RESCHEDULED && now != BOOKED && now != RESCHEDULED)
    phrase = NULL;
  if (phrase != NULL && phrase->value == CANCELLED && now < LINK_SENT &&
      !ante_phrase_find (line, 0, ante_line_n_words (line),
                         "call|session|appointment|meeting|@weekday|llamada|cita|"
                         "rendez|termin|chamada|sessao",
                         NULL))
    phrase = NULL;
  /* Who says sorry for a call that was missed has not booked another one by it. */
  if (phrase != NULL && phrase->value == BOOKED && now == NO_SHOW &&
      ante_phrase_find (line, 0, ante_line_n_words (line),
                        "sorry|forgot|asleep|omg|perdon|desculpa", NULL))
    phrase = NULL;
  if (phrase == NULL && (now == BOOKED || now == RESCHEDULED) && calls_off (reading, line)) {
    set (reading, CANCELLED, i);
    return;
  }
  if (phrase == NULL && (now == BOOKED || now == RESCHEDULED) &&
      ANTE_PHRASES_HAVE (reading->talk, line, moves) &&
      !ANTE_PHRASES_HAVE (reading->talk, line, not_theirs)) {
    set (reading, RESCHEDULED, i);
    return;
  }
  if (phrase != NULL)
    set (reading, phrase->value == BOOKED && now == CANCELLED ? RESCHEDULED : phrase->value, i);
  else if (now == LINK_SENT && names_time (line) && !ante_answer_is_no (reading->talk, line))
    set (reading, BOOKED, i);
  else if ((is_open_proposal (reading, i) &&
            (ante_answer_is_yes (reading->talk, line) || names_time (line))) ||
           (reading->answers[i].ask == ANTE_ASK_CALL && names_time (line) &&
            !ante_answer_is_no (reading->talk, line)))
    set (reading, now == CANCELLED || now == NO_SHOW || now == RESCHEDULED ? RESCHEDULED : BOOKED,
         i);
}

static void
read_ours (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  const AntePhrase *phrase = ANTE_PHRASES_FIND (reading->talk, line, ours, NULL);
  Status now = get (reading);

  if (phrase != NULL && phrase->value == RESCHEDULED && now == NONE)
    phrase = NULL;
  /* "Where are you?" asks for a place, unless they should be in a call. */
  if (phrase != NULL && phrase->value == NO_SHOW && now < LINK_SENT &&
      !ante_phrase_find (line, 0, ante_line_n_words (line),
                         "call|session|appointment|zoom|today|yesterday|missed|llamada|cita|"
                         "chamada|sessao|appel|rdv|termin|gesprach",
                         NULL))
    phrase = NULL;
  if (phrase != NULL && phrase->value == BOOKED && (now >= BOOKED || i == 0))
    phrase = NULL;
  if (phrase != NULL)
    set (reading, phrase->value, i);
  else if (now <= LINK_SENT && sends_booking_link (reading, i))
    set (reading, LINK_SENT, i);
}

/**
 * ante_memory_read_booking:
 *
 * How far the call has come, by the latest word on it.
 */
void
ante_memory_read_booking (AnteReading *reading)
{
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    if (ANTE_READING_LINE (reading, i)->from_lead)
      read_theirs (reading, i);
    else
      read_ours (reading, i);
  }
}
