#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-objection-frames.h"

/*
 * An objection is mostly two things in one sentence: what it is about, and what speaks against it.
 * In which order and with what between is everyone's own.
 */
static const struct {
  const char *type;
  const char *about;
  const char *against;
} frames[] = {
  { "format",
    "camera|cameras|zoom|video|videos|group|groups|calls|online|live|webcam|recordings|recording|"
    "camara|camera|grupo|grupos|groupe|kamera|gruppe|gruppen|visio",
    "hate|hates|freak|freaks|scare|scares|scared|stress|stresses|awkward|shy|uncomfortable|cringe|"
    "nervous|anxious|rather|instead|prefer|weird|allergic|dread|terrifies|odio|prefiero|prefiro|"
    "deteste|prefere|hasse|lieber|unangenehm" },
  { "trust",
    "pyramid|mlm|cult|guru|gurus|fishy|shady|sketchy|scammy|snake|estafa|golpe|arnaque|abzocke",
    "thing|like|sounds|another|looks|feels|seems|bit|of|oil|no|not|is|pero|mais|mas|aber|parece|"
    "suena|isnt|just|these|those|all" },
  { "partner", "clear|check|run|discuss|okay|sign",
    "husband|wife|boyfriend|girlfriend|partner|him|her|boss|accountant|marido|mujer|mari|femme|"
    "mann|"
    "frau" },
};

/* Said to the length of what we offer. */
#define LENGTHS                                                                                    \
  "months|month|year|years|weeks|contract|program|programme|commitment|commit|meses|mes|ano|mois|" \
  "an|monate|jahr|vertrag"
#define BINDS                                                                                      \
  "long|stuck|trapped|locked|tied|scary|leave|quit|stop|cancel|pause|forever|bail|commit|"         \
  "commitment|contract|largo|longo|long|lang|kundigen|vertrag|contrato|contrat|engagement"

/* Said to a price, without taking it. */
static const AntePhrase price_doubts[] = {
  { EN,
    "split|instalments|installments|cheaper|lower|discount|steep|ouch|yikes|expensive|pricey|"
    "afford|payday|broke|sliding|scholarship",
    0 },
  { EN, "in parts|two|three|chunks", 0 },
  { EN, "not|cant|dont ~ in one go|once", 0 },
  { EN, "now no|not|cant", 0 },
  { EN, "more than i|we", 0 },
  { EN, "if|when|once|until ~ bonus|refund|payday|paid|salary|raise", 0 },
  { ES, "plazos|descuento|caro|barato|puedo ahora", 0 },
  { PT, "parcelar|parcelas|desconto|caro|barato", 0 },
  { FR, "plusieurs fois|cher|reduction", 0 },
  { DE, "raten|teuer|gunstiger|rabatt", 0 },
};

static const AntePhrase delays[] = {
  { EN,
    "let me|ill|need|gotta|want|going|must ?to ?just look|check|see|consider|count|calculate|"
    "crunch|figure|read ~ first|later|tonight|tomorrow|@weekday|numbers|account|everything",
    0 },
  { EN,
    "ill|i ?will ?then tell|let|text|message|write ?to you ~ "
    "@weekday|later|tomorrow|know|soon|when",
    0 },
  { EN, "not|havent ~ finished|done|made thinking|deciding|mind", 0 },
  { ES, "te|lo digo|confirmo|pienso ~ @weekday|luego|manana", 0 },
  { PT, "te|vou aviso|avisar|confirmo|ver ~ @weekday|depois|amanha", 0 },
  { FR, "je te|vous dis|redis|recontacte", 0 },
  { DE, "ich melde|sag|gebe ~ @weekday|bescheid|spater|morgen", 0 },
};

/* Somebody else has to be asked, whoever it is. */
static const AntePhrase askings[] = {
  { EN, "clear|run|check|discuss|okay ?it|this ?first with|by|past _", 0 },
  { EN, "its|is his|her|their|our joint|card|money|account|decision", 0 },
  { EN, "have|need|got|id|must|should ?have ?to ask|convince|persuade _", 0 },
};

static gboolean
has (const AnteLine *line, AnteSpan part, const char *words)
{
  return ante_phrase_find (line, part.first, part.after, words, NULL);
}

static gboolean
finds (const AnteReading *reading, guint i, const AntePhrase *phrases, guint n, AnteSpan *span)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);

  return ante_phrases_find (reading->talk, line, 0, ante_line_n_words (line), phrases, n, span) !=
         NULL;
}

/* Whether our line before speaks of how long it takes. */
static gboolean
answers_length (const AnteReading *reading, guint i)
{
  const AnteLine *ours = i > 0 ? ANTE_READING_LINE (reading, i - 1) : NULL;

  return ours != NULL && !ours->from_lead &&
         ante_phrase_find (ours, 0, ante_line_n_words (ours), LENGTHS, NULL);
}

static gboolean
is_to_offer (const AnteReading *reading, guint i)
{
  AnteAsk ask = reading->answers[i].ask;

  return ask == ANTE_ASK_BUDGET || ask == ANTE_ASK_CALL || ask == ANTE_ASK_DECIDER ||
         ask == ANTE_ASK_YES_NO;
}

/**
 * ante_objection_frames_find:
 * @i: a line of the lead
 * @types: (out caller-allocates): what it objects, NULL at the end
 *
 * Reads objections by what they are about and what speaks against it, where the line answers an
 * offer.
 */
void
ante_objection_frames_find (const AnteReading *reading,
                            guint i,
                            const char *types[ANTE_OBJECTION_FRAMES_MOST])
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  guint n = 0;
  guint at = 0;
  AnteSpan span = { 0, 0 };

  while (at < ante_line_n_words (line)) {
    AnteSpan sentence = ante_reading_sentence (line, at);

    for (guint k = 0; k < G_N_ELEMENTS (frames) && n + 4 < ANTE_OBJECTION_FRAMES_MOST; k++) {
      if (has (line, sentence, frames[k].about) && has (line, sentence, frames[k].against))
        types[n++] = frames[k].type;
    }
    if (answers_length (reading, i) && has (line, sentence, LENGTHS) &&
        has (line, sentence, BINDS) && n + 4 < ANTE_OBJECTION_FRAMES_MOST)
      types[n++] = "commitment";
    at = sentence.after;
  }
  if (is_to_offer (reading, i)) {
    if (finds (reading, i, askings, G_N_ELEMENTS (askings), &span) &&
        !ante_word_is (ante_line_word (line, span.after - 1), "you|if|about|a|how|what|it|them"))
      types[n++] = "partner";
    else if (finds (reading, i, delays, G_N_ELEMENTS (delays), &span))
      types[n++] = "need_to_think";
    if (reading->answers[i].ask == ANTE_ASK_BUDGET &&
        finds (reading, i, price_doubts, G_N_ELEMENTS (price_doubts), &span))
      types[n++] = "price";
  }
  types[n] = NULL;
}
