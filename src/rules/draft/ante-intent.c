#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/draft/ante-intent.h"

#include "rules/memory/ante-reading.h"

#define SURE 0.9
#define LIKELY 0.7
#define GUESSED 0.4
/* A thank-you with more words than these says something else, too. */
#define SHORT_THANKS 8
#define SHORT_GREETING 7

/* Asked with these words, "how much" is no price. */
static const AntePhrase not_prices[] = {
  { EN, "how much time|sleep|water|protein|weight|longer|experience|food|work|of", 0 },
  { EN, "how much ~ do you|i ~ need|eat|weigh|train|lose", 0 },
  { ES, "cuanto tiempo", 0 },
  { PT, "quanto tempo", 0 },
  { FR, "combien de", 0 },
  { DE, "wie viel|viele zeit|stunden|wochen|kilo", 0 },
};

static const AntePhrase prices[] = {
  { EN, "how much", 0 },
  { EN, "price|prices|pricing|cost|costs|rates|fee|fees", 0 },
  { EN, "what do|does ~ charge", 0 },
  { EN, "do you ~ charge", 0 },
  { EN, "payment plan|plans", 0 },
  { EN, "pay in instalments|installments", 0 },
  { ES, "cuanto ~ cuesta|vale|cobras|seria|es|sale", 0 },
  { ES, "precio|precios|tarifa|tarifas", 0 },
  { PT, "quanto ~ custa|fica|cobra|e|sai", 0 },
  { PT, "preco|precos|valor|valores", 0 },
  { FR, "combien", 0 },
  { FR, "prix|tarif|tarifs", 0 },
  { DE, "was|wieviel ~ kostet|kosten", 0 },
  { DE, "wie viel|teuer", 0 },
  { DE, "preis|preise|preisliste|kosten", 0 },
};

static const AntePhrase bookings[] = {
  { EN, "book|schedule|arrange ~ call|session|chat|slot|appointment|time", 0 },
  { EN, "how|where ~ i|we ~ book|sign|start|join", 0 },
  { EN, "i|id|im|lets ~ sign|signing up", 0 },
  { EN, "ready to|for start|begin|book|go|join", 0 },
  { EN, "send|share ~ link|calendar", 0 },
  { EN, "booking|calendar|calendly link", 0 },
  { EN, "hop|jump|get on a|the call", 0 },
  { EN, "want|like to book|join|enrol|enroll", 0 },
  { EN, "count me in|im in", 0 },
  { ES, "agendar|reservar|apuntarme|inscribirme", 0 },
  { ES, "pasame|mandame|enviame ~ enlace|link", 0 },
  { PT, "marcar|agendar|inscrever|reservar", 0 },
  { PT, "manda|envia|passa ~ link", 0 },
  { FR, "reserver|inscrire|prendre ~ rendez", 0 },
  { FR, "envoie|envoyez ~ lien", 0 },
  { DE, "buchen|anmelden|termin ~ ausmachen|vereinbaren|buchen", 0 },
  { DE, "schick|schicken ~ link", 0 },
};

static const AntePhrase infos[] = {
  { EN, "more info|information|details|about", 0 },
  { EN, "tell me ~ more|about", 0 },
  { EN, "how does ~ work", 0 },
  { EN, "what|which ~ offer|do|provide|include|included|get", 0 },
  { EN, "interested in", 0 },
  { EN, "im|i|am interested", 0 },
  { EN, "learn|know|hear more", 0 },
  { ES, "mas informacion|info|detalles", 0 },
  { ES, "como funciona", 0 },
  { ES, "me interesa|interesada|interesado", 0 },
  { PT, "mais informacoes|informacao|info|detalhes", 0 },
  { PT, "como funciona", 0 },
  { PT, "interesse|interessada|interessado", 0 },
  { FR, "plus d|de informations|infos|details", 0 },
  { FR, "comment ~ marche|fonctionne", 0 },
  { FR, "interesse|interessee", 0 },
  { DE, "mehr infos|informationen|details|daruber", 0 },
  { DE, "wie ~ funktioniert|lauft|ablauf", 0 },
  { DE, "interesse|interessiert", 0 },
};

static const AntePhrase greetings[] = {
  { EN, "^ hi|hey|hello|heya|hiya|yo|heyy|hii|morning|evening", 0 },
  { EN, "good morning|evening|afternoon|day", 0 },
  { ES, "^ hola|buenas|buenos", 0 },
  { PT, "^ oi|ola|bom|boa", 0 },
  { FR, "^ salut|bonjour|bonsoir|coucou", 0 },
  { DE, "^ hallo|hi|moin|servus|guten", 0 },
};

static const AntePhrase thanks[] = {
  { EN, "thanks|thank|thx|ty|appreciate|appreciated|cheers", 0 },
  { EN, "^ ok|okay|great|perfect|cool|awesome|nice|noted|alright|amazing|lovely", 0 },
  { EN, "got it", 0 },
  { EN, "will do|think|let|check|see", 0 },
  { EN, "ill|i will ~ think|check|see|let|look|read|ask", 0 },
  { EN, "have a good|great|nice|lovely", 0 },
  { EN, "see|talk|speak you|soon|then|later", 0 },
  { EN, "no ?worries ?problem ?thanks ?thank", 0 },
  { EN, "not interested", 0 },
  { ES, "gracias|vale|perfecto|genial|entendido", 0 },
  { ES, "te aviso|digo", 0 },
  { PT, "obrigada|obrigado|valeu|perfeito|combinado|beleza", 0 },
  { FR, "merci|parfait|super|d accord", 0 },
  { DE, "danke|danken|super|perfekt|alles klar|verstanden", 0 },
};

typedef struct {
  const AnteTalk *talk;
  guint first;
  const AnteMemory *memory;
} Burst;

static gboolean
has (const Burst *burst, const AntePhrase *phrases, guint n)
{
  for (guint i = burst->first; i < burst->talk->lines->len; i++) {
    const AnteLine *line = ante_talk_line (burst->talk, i);

    if (ante_phrases_find (burst->talk, line, 0, ante_line_n_words (line), phrases, n, NULL) !=
        NULL)
      return TRUE;
  }
  return FALSE;
}

#define HAS(burst, phrases) has (burst, phrases, G_N_ELEMENTS (phrases))

static guint
count_words (const Burst *burst)
{
  guint n = 0;

  for (guint i = burst->first; i < burst->talk->lines->len; i++)
    n += ante_line_n_words (ante_talk_line (burst->talk, i));
  return n;
}

static gboolean
line_asks (const AnteTalk *talk, const AnteLine *line)
{
  for (guint i = 0; i < ante_line_n_words (line); i++) {
    if (ante_line_word (line, i)->after == '?')
      return TRUE;
  }
  return ante_answer_asks_back (talk, line);
}

static gboolean
asks (const Burst *burst)
{
  for (guint i = burst->first; i < burst->talk->lines->len; i++) {
    if (line_asks (burst->talk, ante_talk_line (burst->talk, i)))
      return TRUE;
  }
  return FALSE;
}

/* An objection that stands in the burst itself. */
static gboolean
objects (const Burst *burst)
{
  for (guint i = 0; i < burst->memory->facts->len; i++) {
    const AnteMemoryFact *fact = burst->memory->facts->pdata[i];

    if (fact->kind == ANTE_FACT_OBJECTION && fact->line >= burst->first)
      return TRUE;
  }
  return FALSE;
}

/* What we said last before the burst, and whether that was a question. */
static gboolean
was_asked (const Burst *burst, AnteAsk *ask)
{
  *ask = ANTE_ASK_NOTHING;
  for (guint i = burst->first; i-- > 0;) {
    const AnteLine *line = ante_talk_line (burst->talk, i);

    if (line->from_lead)
      return FALSE;
    *ask = ante_ask_read (burst->talk, line);
    if (*ask != ANTE_ASK_NOTHING || line_asks (burst->talk, line))
      return TRUE;
  }
  return FALSE;
}

static gboolean
says_yes (const Burst *burst)
{
  return ante_answer_is_yes (burst->talk, ante_talk_line (burst->talk, burst->first));
}

AnteIntentReading
ante_intent_read (const AnteTalk *talk, guint first, const AnteMemory *memory)
{
  Burst burst = { talk, first, memory };
  guint n = count_words (&burst);
  AnteAsk ask = ANTE_ASK_NOTHING;
  gboolean asked = was_asked (&burst, &ask);
  gboolean questions = asks (&burst);

  if (asked && ask == ANTE_ASK_CALL && says_yes (&burst))
    return (AnteIntentReading){ ANTE_INTENT_BOOKING, SURE };
  if (HAS (&burst, prices) && !HAS (&burst, not_prices) && (questions || !objects (&burst)) &&
      !(asked && ask == ANTE_ASK_BUDGET && !questions))
    return (AnteIntentReading){ ANTE_INTENT_PRICE, SURE };
  if (HAS (&burst, bookings))
    return (AnteIntentReading){ ANTE_INTENT_BOOKING, SURE };
  if (objects (&burst))
    return (AnteIntentReading){ ANTE_INTENT_OBJECTION, LIKELY };
  if (HAS (&burst, infos) && !asked)
    return (AnteIntentReading){ ANTE_INTENT_INFO, LIKELY };
  if (questions)
    return (AnteIntentReading){ ANTE_INTENT_QUESTION, LIKELY };
  if (HAS (&burst, thanks) && n <= SHORT_THANKS && !(asked && says_yes (&burst)))
    return (AnteIntentReading){ ANTE_INTENT_THANKS, SURE };
  if (asked)
    return (AnteIntentReading){ ANTE_INTENT_ANSWER, LIKELY };
  if (HAS (&burst, infos))
    return (AnteIntentReading){ ANTE_INTENT_INFO, LIKELY };
  if (HAS (&burst, greetings) && n <= SHORT_GREETING)
    return (AnteIntentReading){ ANTE_INTENT_GREETING, SURE };
  if (n == 0)
    return (AnteIntentReading){ ANTE_INTENT_THANKS, LIKELY };
  return (AnteIntentReading){ ANTE_INTENT_ANSWER, GUESSED };
}
