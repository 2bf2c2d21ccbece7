#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-reading.h"

typedef enum {
  DECLINES,
  ASKS_FOR_FREE,
  WILL_ASK,
  PUTS_OFF,
  NEEDS_PERSON,
} Turn;

/* What the last words of a lead ask for. */
static const AntePhrase turns[] = {
  { EN, "not interested", DECLINES },
  { EN, "no ?thanks|thank ?you", DECLINES },
  { EN, "just ~ liked|here|looking|curious|watching|browsing|dreaming", DECLINES },
  { EN, "^ ?ok bye", DECLINES },
  { EN, "leave me alone", DECLINES },
  { EN, "stop messaging|writing|texting", DECLINES },
  { EN, "maybe|perhaps someday", DECLINES },
  { EN, "something|anything|version|stuff ~ free", ASKS_FOR_FREE },
  { EN, "is|are there ~ free", ASKS_FOR_FREE },
  { EN, "free ~ version|guide|resource|video", ASKS_FOR_FREE },
  { EN, "remind me", PUTS_OFF },
  { EN, "reminder", PUTS_OFF },
  { EN, "next week|month|year|@month ~ maybe|instead|better|please", PUTS_OFF },
  { EN, "maybe next|in week|month|@month|@season", PUTS_OFF },
  { EN, "not now|yet", PUTS_OFF },
  { EN, "will do", WILL_ASK },
  { EN, "ill|i|will ~ ask|tell|talk|check|think|give|pass", WILL_ASK },
  { EN, "let you know", WILL_ASK },
  { EN, "get back to", WILL_ASK },
  { EN, "have to ask|check|talk", WILL_ASK },
  { EN, "ill|i|will ~ come back|later", WILL_ASK },
  { EN, "ill|i wait", NEEDS_PERSON },
  { EN, "waiting for you|your", NEEDS_PERSON },
  { FR, "j attends", NEEDS_PERSON },
  { ES, "quedo a la", NEEDS_PERSON },
  { ES, "espero tu|su", NEEDS_PERSON },
  { PT, "fico aguardando|esperando", NEEDS_PERSON },
  { PT, "aguardo", NEEDS_PERSON },
  { DE, "ich warte", NEEDS_PERSON },
  { EN, "can|could you ~ write|talk|speak|call to|with ~ them|him|her|my", NEEDS_PERSON },
  { EN, "talk|speak to ~ real|person|human|coach|someone", NEEDS_PERSON },
  { EN, "refund|lawyer|scam|complaint", NEEDS_PERSON },
  { ES, "no gracias", DECLINES },
  { ES, "no me interesa", DECLINES },
  { ES, "solo ~ miraba|curiosidad", DECLINES },
  { ES, "algo ~ gratis", ASKS_FOR_FREE },
  { ES, "recuerdamelo|recuerdame", PUTS_OFF },
  { ES, "mes|semana que viene", PUTS_OFF },
  { ES, "proximo|proxima mes|semana", PUTS_OFF },
  { ES, "te aviso|digo", WILL_ASK },
  { ES, "hablarlo|preguntarle|consultarlo", WILL_ASK },
  { PT, "nao ~ obrigada|obrigado", DECLINES },
  { PT, "nao tenho interesse", DECLINES },
  { PT, "so curto|olhando", DECLINES },
  { PT, "algo ~ gratis|gratuito", ASKS_FOR_FREE },
  { PT, "me lembra", PUTS_OFF },
  { PT, "mes|semana que vem", PUTS_OFF },
  { PT, "te aviso|falo", WILL_ASK },
  { FR, "non merci", DECLINES },
  { FR, "pas interesse|interessee", DECLINES },
  { FR, "quelque chose ~ gratuit", ASKS_FOR_FREE },
  { FR, "mois|semaine prochain|prochaine", PUTS_OFF },
  { FR, "rappelez|rappelle moi", PUTS_OFF },
  { FR, "je vous|te dirai|dis|tiens", WILL_ASK },
  { FR, "en parler a", WILL_ASK },
  { DE, "nein danke", DECLINES },
  { DE, "kein interesse", DECLINES },
  { DE, "etwas ~ kostenlos|kostenloses", ASKS_FOR_FREE },
  { DE, "nachsten|nachste monat|woche", PUTS_OFF },
  { DE, "erinnere mich", PUTS_OFF },
  { DE, "melde mich", WILL_ASK },
};

static const AntePhrase resources[] = {
  { EN, "free|guide|list|pdf|recipe|video|checklist|channel|podcast|recommend|resource|worksheet",
    0 },
  { ES, "gratis|guia|lista|video|receta", 0 },
  { PT, "gratis|gratuito|guia|lista|video|receita", 0 },
  { FR, "gratuit|guide|liste|video|recette", 0 },
  { DE, "kostenlos|kostenlose|anleitung|liste|video|rezept", 0 },
};

typedef struct {
  guint last_lead; /* G_MAXUINT for none */
  guint last_ours;
  const AntePhrase *turn;
  gboolean asks;
  gboolean agrees;
  gboolean agreed_to_call;
} End;

static gboolean
asks_something (const AnteTalk *talk, const AnteLine *line)
{
  for (guint i = 0; i < ante_line_n_words (line); i++) {
    if (ante_line_word (line, i)->after == '?')
      return TRUE;
  }
  return ante_answer_asks_back (talk, line);
}

static End
find_end (const AnteReading *reading)
{
  End end = { G_MAXUINT, G_MAXUINT, NULL, FALSE, FALSE, FALSE };

  for (guint i = 0; i < reading->talk->lines->len; i++) {
    const AnteLine *line = ANTE_READING_LINE (reading, i);

    if (line->from_lead) {
      end.last_lead = i;
      if (reading->answers[i].ask == ANTE_ASK_CALL && ante_answer_is_yes (reading->talk, line))
        end.agreed_to_call = TRUE;
    } else {
      end.last_ours = i;
    }
  }
  if (end.last_lead != G_MAXUINT) {
    const AnteLine *line = ANTE_READING_LINE (reading, end.last_lead);

    end.turn = ANTE_PHRASES_FIND (reading->talk, line, turns, NULL);
    end.asks = asks_something (reading->talk, line);
    end.agrees = ante_answer_is_yes (reading->talk, line);
  }
  return end;
}

static gboolean
objects_at (const AnteReading *reading, const char *type, guint line)
{
  for (guint i = 0; i < reading->memory->facts->len; i++) {
    const AnteMemoryFact *fact = reading->memory->facts->pdata[i];

    if (fact->kind == ANTE_FACT_OBJECTION && fact->line == line && g_str_equal (fact->type, type))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is (const AnteMemoryState *state, const char *value)
{
  return g_str_equal (state->value, value);
}

static const char *
after_booking (const AnteMemory *memory, const End *end)
{
  if (is (&memory->booking, "booked"))
    return "confirm_call";
  if (is (&memory->booking, "rescheduled"))
    return memory->booking.line == (int) end->last_lead && end->asks ? "reschedule"
                                                                     : "confirm_call";
  if (is (&memory->booking, "cancelled") || is (&memory->booking, "no_show"))
    return "reschedule";
  if (is (&memory->booking, "completed"))
    return "onboard";
  return NULL;
}

/* What the last message of the lead asks for, where it does. */
static const char *
after_last_words (const AnteReading *reading, const End *end)
{
  if (end->last_lead == G_MAXUINT)
    return "wait_for_lead";
  if (end->turn != NULL && end->turn->value == DECLINES)
    return "close_out";
  if (end->turn != NULL && end->turn->value == ASKS_FOR_FREE)
    return "send_resource";
  if (end->turn != NULL && end->turn->value == NEEDS_PERSON)
    return "human_review";
  if (end->turn != NULL && end->turn->value == PUTS_OFF)
    return "follow_up_later";
  if (objects_at (reading, "timing", end->last_lead))
    return "follow_up_later";
  if ((end->turn != NULL && end->turn->value == WILL_ASK) ||
      objects_at (reading, "need_to_think", end->last_lead) ||
      objects_at (reading, "partner", end->last_lead))
    return "wait_for_lead";
  if (end->asks)
    return "answer_question";
  if (end->agrees && end->last_lead > 0) {
    guint asked_in = reading->answers[end->last_lead].asked_in;

    if (ANTE_PHRASES_HAVE (reading->talk, ANTE_READING_LINE (reading, asked_in), resources))
      return "send_resource";
  }
  return NULL;
}

/**
 * ante_memory_read_next_step:
 *
 * What comes next: by the state of the call, then by what the lead's last words ask for, then by
 * what is known.
 */
void
ante_memory_read_next_step (AnteReading *reading)
{
  AnteMemory *memory = reading->memory;
  End end = find_end (reading);
  const char *step = after_booking (memory, &end);
  gboolean fits = is (&memory->qualification, "qualified");

  if (step == NULL && is (&memory->qualification, "not_a_fit"))
    step = end.agrees || (end.turn != NULL && end.turn->value == ASKS_FOR_FREE)
             ? after_last_words (reading, &end)
             : NULL;
  if (step != NULL && is (&memory->qualification, "not_a_fit") &&
      !g_str_equal (step, "send_resource"))
    step = after_booking (memory, &end) != NULL ? step : "close_out";
  if (step == NULL && is (&memory->qualification, "not_a_fit"))
    step = "close_out";
  if (step == NULL && is (&memory->booking, "link_sent"))
    step = "wait_for_lead";
  if (step == NULL)
    step = after_last_words (reading, &end);
  if (step == NULL && (fits || end.agreed_to_call))
    step = "send_booking_link";
  if (step == NULL && ante_memory_find (memory, ANTE_FACT_OBJECTION, "price") != NULL)
    step = "human_review";
  memory->next_step = (AnteMemoryState){ step != NULL ? step : "ask_qualifying_question",
                                         end.last_lead != G_MAXUINT ? (int) end.last_lead : -1 };
}

/**
 * ante_memory_read_interest:
 *
 * How much they want what is offered: a yes to a call is high, a no is none; in between what they
 * have told, and what speaks against it.
 */
void
ante_memory_read_interest (AnteReading *reading)
{
  AnteMemory *memory = reading->memory;
  End end = find_end (reading);
  gboolean knows = ante_memory_find (memory, ANTE_FACT_GOAL, NULL) != NULL;
  const AnteMemoryFact *budget = ante_memory_find (memory, ANTE_FACT_BUDGET, NULL);
  gboolean doubts = ante_memory_find (memory, ANTE_FACT_OBJECTION, "trust") != NULL ||
                    ante_memory_find (memory, ANTE_FACT_OBJECTION, "price") != NULL;
  const char *value = "low";

  if (end.last_lead == G_MAXUINT || (end.turn != NULL && end.turn->value == DECLINES))
    value = "none";
  else if (is (&memory->qualification, "not_a_fit"))
    value = "low";
  else if (end.agreed_to_call || is (&memory->booking, "booked") ||
           is (&memory->booking, "rescheduled") || is (&memory->booking, "completed") ||
           is (&memory->booking, "link_sent"))
    value = "high";
  else if (budget != NULL && !doubts)
    value = "high";
  else if (knows || budget != NULL || end.asks)
    value = "medium";
  memory->interest =
    (AnteMemoryState){ value, end.last_lead != G_MAXUINT ? (int) end.last_lead : -1 };
}
