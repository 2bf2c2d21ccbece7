#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-objection-frames.h"
#include "rules/memory/ante-trouble.h"

typedef enum {
  PRICE,
  PARTNER,
  TRUST,
  TIMING,
  TIME,
  PAST_FAILURE,
  NEED_TO_THINK,
  COMMITMENT,
  FORMAT,
  SCHEDULE,
  LANGUAGE,
  FAMILY,
  N_TYPES,
} Type;

static const char *const names[N_TYPES] = {
  "price",         "partner",    "trust",  "timing",   "time",     "past_failure",
  "need_to_think", "commitment", "format", "schedule", "language", "family",
};

static const AntePhrase objections[] = {
  { EN, "a lot ~ for me|us|a|now|money", PRICE },
  { EN, "its|it|thats|is|things|moneys|pretty|bit|kinda|really|super tight $", PRICE },
  { EN, "its|it|thats|is|things|pretty|bit ~ tight ~ now|month|moment|lately", PRICE },
  { EN, "money|moneys|cash|cashs|budget|budgets|funds ~ tight|short|low", PRICE },
  { EN, "only ~ want|wanted|looking|here ~ free", PRICE },
  { EN, "not paying|gonna pay|going to pay", PRICE },
  { EN, "another ~ guru|scam|scammer|coach|hustler|salesman", TRUST },
  { EN,
    "im|i ?am|so|bit|little|kinda|yeah ?a ?bit ?little ?very ?super wary|cautious|hesitant|"
    "sceptical|skeptical",
    TRUST },
  { EN, "ripped|ripping me|people|off ?off", TRUST },
  { EN, "trust issues", TRUST },
  { EN,
    "group|groups|zoom|video|online|calls|camera ?just ?really "
    "aint|isnt|arent|dont|doesnt|not|never|stresses|terrifies|scares ~ "
    "for|my|me|work|thing|suit",
    FORMAT },
  { EN, "is|do|are|can you|there|i|we ~ 1:1|private|individual", FORMAT },
  { EN, "one on|to one", FORMAT },
  { EN, "thats|is ~ # ?am|pm ~ for me|here|my", SCHEDULE },
  { EN, "am|pm|night|midnight ~ here|my time", SCHEDULE },
  { EN, "can only|just ?do ?make ~ mornings|evenings|weekends|afternoons|nights|@weekday|lunch",
    SCHEDULE },
  { EN, "cant ?do ?make|never ~ mornings|evenings|weekends|afternoons|@weekday", SCHEDULE },
  { EN, "or some|an|is|just|the|your ?_ ai|bot|robot|machine|assistant|intern", TRUST },
  { EN, "not ~ rebooking|rescheduling|just now", TIMING },
  { EN, "someday|sometime|eventually", TIMING },
  { EN, "not before my|our|the|i|we", TIMING },
  { EN,
    "the|my|our last|previous|old|first coach|trainer|course|program|programme|tutor|app|"
    "dietitian|nutritionist|therapist|teacher ~ "
    "just|only|never|didnt|nothing|waste|ghosted|useless|wasnt|was|read|nodded|gave",
    PAST_FAILURE },
  { EN, "total|complete|big|absolute|such ?a waste", PAST_FAILURE },
  { DE, "irgendwann", TIMING },
  { EN, "too|so|pretty|bit|very|quite|super|really expensive|pricey|steep|dear", PRICE },
  { EN, "too|so|that|this much money|cash", PRICE },
  { EN, "thats|its|is|was|sounds|bit|way|honestly too much $", PRICE },
  { EN, "too|bit much for me|us|my", PRICE },
  { EN, "too much right|at|just now|moment", PRICE },
  { EN, "less|lower if possible", PRICE },
  { EN, "could|can|would you do|go|take ~ less|lower|cheaper|#", PRICE },
  { EN, "any|a chance ~ less|cheaper|discount|deal", PRICE },
  { EN, "dont|cant|wont|not ~ have that|this kind|sort|much of money|cash", PRICE },
  { EN,
    "not til|till|until ~ @month|@season|year|term|payday|christmas|summer|spring|autumn|january",
    TIMING },
  { EN, "after ~ @month|@season|christmas|holidays|exams|wedding|move|new year", TIMING },
  { EN, "maybe|perhaps|probably|rather|better ~ next|new month|year|term", TIMING },
  { EN, "next|new year|month|term ~ maybe|perhaps|instead|better", TIMING },
  { EN, "once ~ is|are|am|have|has ~ over|done|finished|settled|sorted", TIMING },
  { EN, "guarantee|refund|legit|proof|reviews|testimonials", TRUST },
  { EN, "how do i know", TRUST },
  { EN, "cant|cannot|wont|not promise|commit", COMMITMENT },
  { EN, "dont want to commit", COMMITMENT },
  { EN, "packed|jacked it in", PAST_FAILURE },
  { EN,
    "did|had|tried|paid ~ coach|trainer|course|program|programme|lessons|app ~ and|but ~ "
    "nothing|quit|stopped|worse|waste",
    PAST_FAILURE },
  { EN, "expensive|pricey", PRICE },
  { EN, "cant|couldnt|not ~ afford|pay", PRICE },
  { EN, "no|dont ~ money|budget|cash", PRICE },
  { EN, "out of my|our ?price budget|range|league", PRICE },
  { EN, "money|things|budget|finances|cash is|are|s ?a ?bit ?really|so tight|low", PRICE },
  { EN, "tight with|on", PRICE },
  { EN, "tight month|budget", PRICE },
  { EN, "im|am|were|so|totally|kinda|currently broke", PRICE },
  { EN, "something|anything|version|option ~ free|cheaper", PRICE },
  { EN, "for free", PRICE },
  { EN, "is|are it|this|that|there free", PRICE },
  { EN, "nothing|not ~ costs ~ money", PRICE },
  { EN, "discount|cheaper|student", PRICE },
  { EN, "payment plan", PRICE },
  { EN, "pay in|by installments|instalments|parts", PRICE },
  { EN, "more than i|we ~ spend|pay|thought|expected|have", PRICE },
  { EN, "nothing over #", PRICE },
  { EN, "not more $", PRICE },
  { EN, "is all there is", PRICE },
  { EN, "all i ?have ?got ?ve ?can|could ?afford|spare|pay|do|have|manage $", PRICE },
  { EN, "rather ~ save|keep|spend|put ~ it|that|my|the", PRICE },
  { EN, "not a cent|penny|euro|dollar more", PRICE },
  { EN, "nothing this month", PRICE },
  { EN, "its what there is", PRICE },
  { EN, "that ?is ?s all i|we have", PRICE },
  { EN, "a lot ?of ?money $", PRICE },
  { EN, "on benefits", PRICE },
  { EN, "not ~ in ~ budget", PRICE },
  { EN, "cost|costs|price ~ worry|worries|worried|stress|scares|scary", PRICE },
  { EN, "saving|save for", PRICE },
  { EN, "@partner ?also ?just wouldnt|hates|handles|controls|decides", PARTNER },
  { EN,
    "@partner|he|she ?also ?just ?always ?already says|said|thinks|think|reckons|calls ~ "
    "waste|scam|scams|nonsense|expensive|no|not|too|stupid|silly|money|coach|coaches|coaching|"
    "trainers|this|horoscopes|nuts|mad|crazy|cult|dont|bullshit|bs|rubbish|first|never|should",
    PARTNER },
  { EN,
    "@partner ~ doesnt|wont|isnt|not ~ want|believe|agree|like|see|let|into|sure|convinced|happy",
    PARTNER },
  { EN, "ask|check|talk|discuss|speak|run ~ @partner", PARTNER },
  { EN, "@partner ~ kill me", PARTNER },
  { EN, "ask|convince him|her|them first", PARTNER },
  { EN, "have|need|got to ask|check|talk|discuss|run ~ him|her|@partner|it", PARTNER },
  { EN, "he|she thinks|says|said ~ waste|scam|stupid|money|nonsense|silly|stronger", PARTNER },
  { EN,
    "if|unless|until|when|once he|she|they|@partner ~ "
    "agrees|agree|ok|okay|says|say|wants|lets|allows",
    PARTNER },
  { EN,
    "he|she|@partner|brother|sister|mother|mum|mom|dad ~ "
    "allergic|against|hates|refuses|laughs|laughed|rolls|skeptical|sceptical|suspicious",
    PARTNER },
  { EN, "scam|scams|scammed|legit|sketchy|dodgy|pyramid", TRUST },
  { EN, "too good to be true", TRUST },
  { EN,
    "i|im|still|bit|little|kinda|honestly ?a ?bit ?little ?very "
    "sceptical|skeptical|suspicious|doubtful",
    TRUST },
  { EN, "i ?have doubt|doubts", TRUST },
  { EN, "@partner ~ sceptical|skeptical|suspicious", TRUST },
  { EN, "cofounder|founder|owner ~ sceptical|skeptical|against|not", PARTNER },
  { EN, "ill|i|have|need ?to ask him|her|them", PARTNER },
  { EN, "not in the evening|evenings|morning|mornings|weekend|weekends", SCHEDULE },
  { EN, "how do i know", TRUST },
  { EN, "judge|judged|judging|judgmental|embarrassed|ashamed", TRUST },
  { EN, "does|will|would this|it really|actually|even work", TRUST },
  { EN, "^ does|will|would this|it work $", TRUST },
  { EN, "is|are it|this|you|that ~ real|awkward|bot|robot|weird|embarrassing|confidential|private",
    TRUST },
  { EN, "dont|not ~ trust ~ coaches|coaching|online|people|this", TRUST },
  { EN, "are|do you ~ qualified|certified|certification|licensed|certificate", TRUST },
  { EN, "machine|robot|ai|bot does|or|answers|reads", TRUST },
  { EN, "or|just a machine|robot|bot|ai", TRUST },
  { EN, "any|have proof|reviews|testimonials|results|guarantee", TRUST },
  { EN, "burned|burnt before", TRUST },
  { EN, "never heard of", TRUST },
  { EN, "who ~ will see|sees|reads", TRUST },
  { EN, "not this|right week|month|now|moment|time", TIMING },
  { EN, "not now|yet|today", TIMING },
  { EN, "not before|until @month|the|next|i", TIMING },
  { EN, "bad|wrong time|timing|moment", TIMING },
  { EN, "this|next week|month|@season is|s ~ crazy|busy|full|packed|bad|mad|insane|hectic|nuts",
    TIMING },
  { EN, "crazy|busy|full|packed|hectic this|next ~ week|month", TIMING },
  { EN, "away|gone|travelling|traveling|abroad ~ until|till|this|next", TIMING },
  { EN, "ping|text|message|write|ask|remind me ~ after|in|later|again|next|when", TIMING },
  { EN, "after|once|when ~ @season|holidays|exams|move|@month|launch ~ instead|better|start|back",
    TIMING },
  { EN, "after the|my wedding|exams|exam|holidays|holiday|move|launch|summer|baby|vacation",
    TIMING },
  { EN, "maybe|more|rather|start ~ next|in @season|@month|year|month", TIMING },
  { EN, "come|try|ask ?me ?back ?again later|in", TIMING },
  { EN, "remind me|reminder", TIMING },
  { EN, "ask me again|later", TIMING },
  { EN, "no|dont|havent|not ?have ?got ?really ?enough|much|any|the time", TIME },
  { EN, "too busy", TIME },
  { EN, "# hour|hours week|weeks ~ already", TIME },
  { EN, "how|too much|long time ~ take|takes|need", TIME },
  { EN, "time ?is ~ problem|issue|tight|limited", TIME },
  { EN, "if|keep its|it|is short", TIME },
  { EN, "my schedule|job|work is ~ full|packed|nuts|insane|crazy|mad", TIME },
  { EN, "travel|work ?nonstop|70|60|80 nonstop|constantly|hours|week", TIME },
  { EN, "think about it|this", NEED_TO_THINK },
  { EN, "think it ?all over", NEED_TO_THINK },
  { EN, "let me ?just think", NEED_TO_THINK },
  { EN, "need|have|want|gonna|going|will|ill|got ?to think", NEED_TO_THINK },
  { EN, "sleep on it", NEED_TO_THINK },
  { EN, "ill|let me|i|will ~ get|come back to you", NEED_TO_THINK },
  { EN, "not sure yet|if", NEED_TO_THINK },
  { EN, "mull ~ over", NEED_TO_THINK },
  { EN, "need a ~ days|day|moment|week ?to", NEED_TO_THINK },
  { EN, "lock|locked|tied in|into", COMMITMENT },
  { EN, "long|year|yearly|term|annual|month contract|commitment", COMMITMENT },
  { EN, "contract|commit|commitment|commitments|commiting|committing", COMMITMENT },
  { EN, "can i cancel|stop|leave|quit|pause", COMMITMENT },
  { EN, "what|happens if i ~ stop|cancel|quit|miss", COMMITMENT },
  { EN, "cant|dont|not do ~ online|zoom|group|groups|video", FORMAT },
  { EN, "hate|hates|dont|not|no ~ zoom|video|online|groups|group|camera", FORMAT },
  { EN, "prefer|rather ?do ?meet ?talk ?be ?in person|face|text|texting|online|chat", FORMAT },
  { EN, "only in person", FORMAT },
  { EN, "is it ?all|only online|group|zoom|video|recorded", FORMAT },
  { EN, "in person only|or", FORMAT },
  { EN, "shy|uncomfortable|nervous on|with|about ~ camera|calls|group|groups|video", FORMAT },
  { EN, "instead of ~ calls|zoom|video", FORMAT },
  { EN, "time zone|zones|difference", SCHEDULE },
  { EN, "timezone|timezones", SCHEDULE },
  { EN, "only|cant ~ evenings|weekends|mornings|after|before|do ~ #", SCHEDULE },
  { EN, "i|im|we ?also ?only ?always work|working|do ?rotating ?long nights|shifts|shift|weekends",
    SCHEDULE },
  { EN, "my ~ english is|isnt ~ bad|good|poor|great|perfect|weak", LANGUAGE },
  { EN, "my english", LANGUAGE },
  { EN,
    "speak|in|do you|have ~ spanish|portuguese|french|german|italian|polish|arabic|hindi ?$ ~ "
    "too|instead|as",
    LANGUAGE },
  { EN, "bad|poor|broken|little english", LANGUAGE },
  { EN, "nobody|no|one|who ~ watch|watches|look ~ kids|baby|children", FAMILY },
  { EN, "kids|baby|children|toddler|newborn|family ~ first|always|around|sick|comes|come|wake",
    FAMILY },
  { EN, "have a|two|three|four newborn|baby|toddler|kids ~ hard|no|cant|never", FAMILY },
  { EN, "my mother|mum|mom|father|dad|parents ~ sick|ill|hospital|care", FAMILY },
  { EN, "take|taking|takes care of", FAMILY },
  { EN, "caring|care for my", FAMILY },
  { ES, "caro|cara|carisimo", PRICE },
  { ES, "no tengo|puedo|hay|me ~ dinero|pagar|presupuesto|permitir|alcanza", PRICE },
  { ES, "no mas|puedo mas", PRICE },
  { ES, "justa|justo de dinero", PRICE },
  { ES, "algo gratis", PRICE },
  { ES, "gratis|descuento|plazos", PRICE },
  { ES, "mi|con ~ marido|mujer|esposa|esposo|pareja|novio|novia ~ dice|cree|piensa|no|lleva|tiene",
    PARTNER },
  { ES, "hablarlo|consultarlo|hablar|preguntar|preguntarle|consultar ~ con|a mi", PARTNER },
  { ES, "estafa|fiable|desconfio|timo|garantia|garantias", TRUST },
  { ES, "mas barato|economico", PRICE },
  { ES, "no hasta|antes ~ @month|@season|ano|verano", TIMING },
  { ES, "funciona esto|de", TRUST },
  { ES, "ahora ?mismo no puedo|quiero", TIMING },
  { ES, "ahora ?mismo no $", TIMING },
  { ES, "no es|ahora|este ~ momento|mes", TIMING },
  { ES, "mas adelante|tarde", TIMING },
  { ES, "despues de|del ~ @season|vacaciones", TIMING },
  { ES, "no tengo|hay|me ~ tiempo", TIME },
  { ES, "pensarlo|pensar|pensare|pensarmelo", NEED_TO_THINK },
  { ES, "permanencia|contrato|compromiso", COMMITMENT },
  { ES, "presencial|camara|videollamada", FORMAT },
  { PT, "caro|cara", PRICE },
  { PT, "nao|sem ~ dinheiro|pagar|orcamento|grana", PRICE },
  { PT, "nao mais", PRICE },
  { PT, "apertada|apertado", PRICE },
  { PT, "gratis|gratuito|desconto", PRICE },
  { PT, "meu|minha ~ marido|esposa|namorado|namorada|mulher ~ acha|diz|nao|precisa", PARTNER },
  { PT, "falar|conversar|perguntar|ver|combinar ~ com|pra|ao ~ @partner|mulher", PARTNER },
  { PT, "golpe|confiavel|desconfio|desconfiada|garantia", TRUST },
  { PT, "mais barato|em conta", PRICE },
  { PT, "so em|depois ~ @month", TIMING },
  { PT, "@month ~ melhor", TIMING },
  { PT, "funciona mesmo", TRUST },
  { PT, "agora nao da|posso|quero|consigo", TIMING },
  { PT, "agora nao $", TIMING },
  { PT, "mes que vem", TIMING },
  { PT, "mais pra|tarde frente", TIMING },
  { PT, "depois do|das|de ~ @season|ferias", TIMING },
  { PT, "nao tenho|sem ~ tempo", TIME },
  { PT, "vou|preciso|quero|deixa|tenho ?que ?de pensar", NEED_TO_THINK },
  { PT, "contrato|fidelidade|compromisso", COMMITMENT },
  { PT, "presencial", FORMAT },
  { FR, "cher|chere", PRICE },
  { FR, "pas ~ argent|moyens|budget|payer", PRICE },
  { FR, "pas plus", PRICE },
  { FR, "gratuit|gratuitement|remise|reduction", PRICE },
  { FR, "mon|ma mari|femme|copain|copine|conjoint ~ dit|pense|n|ne|veut", PARTNER },
  { FR, "parler|demander|voir|discuter ~ a|avec ma|mon ~ femme|mari|copain|copine|conjoint",
    PARTNER },
  { FR, "arnaque|mefie|mefiante|sceptique", TRUST },
  { FR, "marche vraiment", TRUST },
  { FR, "pas maintenant", TIMING },
  { FR, "pas ?pour ce mois", TIMING },
  { FR, "pas tout de suite", TIMING },
  { FR, "pas le bon moment", TIMING },
  { FR, "pas en ce moment", TIMING },
  { FR, "plus tard", TIMING },
  { FR, "apres l|les|le ~ @season|vacances", TIMING },
  { FR, "pas|plus ~ temps", TIME },
  { FR, "reflechir|reflechis", NEED_TO_THINK },
  { FR, "engagement|contrat", COMMITMENT },
  { FR, "garantie|garanties|rembourse", TRUST },
  { FR, "moins cher", PRICE },
  { FR, "pas avant ~ @month|@season|mois|rentree|annee", TIMING },
  { FR, "presentiel|visio", FORMAT },
  { DE, "teuer", PRICE },
  { DE, "kein|nicht ~ geld|leisten|budget", PRICE },
  { DE, "knapp bei", PRICE },
  { DE, "geld ~ knapp", PRICE },
  { DE, "kostenlos|kostenloses|gratis|umsonst|rabatt", PRICE },
  { DE, "mein|meine mann|frau|freund|freundin|partner ~ sagt|meint|findet|glaubt|will", PARTNER },
  { DE, "mit meinem|meiner mann|frau|freund|freundin|partner ~ sprechen|reden|besprechen|klaren",
    PARTNER },
  { DE, "serios|abzocke|betrug|skeptisch", TRUST },
  { DE, "gerade|jetzt nicht|schlecht|ungunstig", TIMING },
  { DE, "nach dem|den|der @season|urlaub|ferien", TIMING },
  { DE, "erst ab|im|nach|in|wenn|mitte|ende|anfang", TIMING },
  { DE, "garantie|geld zuruck", TRUST },
  { DE, "zu viel geld", PRICE },
  { DE, "gunstiger|billiger|weniger ~ geht|moglich|machbar", PRICE },
  { DE, "spater vielleicht|lieber", TIMING },
  { DE, "keine zeit", TIME },
  { DE, "uberlegen|nachdenken", NEED_TO_THINK },
  { DE, "vertrag|laufzeit|bindung", COMMITMENT },
  { DE, "vor ort|kamera", FORMAT },
};

/* What only sounds like one. */
static const AntePhrase no_objections[] = {
  { EN, "not|isnt|never|no ~ expensive|scam|problem|issue|worry", 0 },
  { EN, "no doubt|problem|worries", 0 },
  { EN, "@partner ~ on board|fine|agrees|supportive|happy|in", 0 },
  { EN, "@partner ~ says|said ~ yes|ok|okay|fine|try|go", 0 },
  { EN, "he|she ~ said|says ~ yes|try|ok", 0 },
  { EN, "i found my", 0 },
  { EN, "does this|it work if|for|with", 0 },
  { EN, "only talk|speak", 0 },
  { ES, "no es ~ caro|estafa", 0 },
  { PT, "nao e|esta ~ caro", 0 },
  { FR, "pas ~ cher|arnaque", 0 },
  { DE, "nicht ~ teuer", 0 },
};

/* Asked about money, they tell how hard it is instead. */
static const AntePhrase hardships[] = {
  { EN,
    "tight|broke|rent|bills|debt|debts|mortgage|benefits|unemployed|redundant|laid|loan|overdraft|"
    "ironic|hard|difficult|tricky|complicated|expensive|stretched|struggling|skint|saving",
    0 },
  { ES, "complicado|justo|justa|paro|alquiler|hipoteca|deudas|dificil", 0 },
  { PT, "complicado|apertado|apertada|desempregado|desempregada|aluguel|dividas|dificil", 0 },
  { FR, "complique|rsa|chomage|loyer|serre|difficile|dettes|juste", 0 },
  { DE, "knapp|schwierig|arbeitslos|miete|schulden|eng|burgergeld", 0 },
};

/* What was tried and came to nothing, where we asked for it. */
static const AntePhrase came_to_nothing[] = {
  { EN,
    "quit|quitted|stopped|gave|waste|wasted|didnt|nothing|never|useless|dropped|bored|binned|"
    "packed|ghosted|failed|rubbish|pointless|hated|back|lasted|disappointing|disappointed",
    0 },
  { ES, "deje|abandone|nada|nunca|no", 0 },
  { PT, "parei|desisti|nada|nunca|nao", 0 },
  { FR, "arrete|abandonne|rien|jamais|pas", 0 },
  { DE, "aufgehort|abgebrochen|nichts|nie|nicht", 0 },
};

/* Asked late, with nothing agreed, what it costs is what stands between. */
static const AntePhrase price_questions[] = {
  { EN, "how much", 0 },
  { EN, "what ~ cost|price|charge|rates|cost", 0 },
  { EN, "whats the price|cost", 0 },
  { EN, "prices|pricing|price $", 0 },
  { ES, "cuanto|precio|cuesta|vale $", 0 },
  { ES, "cuanto cuesta|vale|sale|seria", 0 },
  { PT, "quanto custa|e|fica|sai|seria", 0 },
  { PT, "quanto|preco|valor $", 0 },
  { FR, "combien|prix|tarif|tarifs", 0 },
  { DE, "was kostet", 0 },
  { DE, "wie viel|teuer", 0 },
  { DE, "preis|preise", 0 },
};

static gboolean
is_known (const AnteReading *reading, Type type)
{
  return ante_memory_find (reading->memory, ANTE_FACT_OBJECTION, names[type]) != NULL;
}

static gboolean
is_refused (const AnteReading *reading, guint line, Type type)
{
  const GArray *refused = reading->origin->refused;

  for (guint i = 0; refused != NULL && i < refused->len; i++) {
    const AnteMemoryRefusal *refusal = &g_array_index (refused, AnteMemoryRefusal, i);

    if (refusal->line == line && g_strcmp0 (refusal->type, names[type]) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
keep (AnteReading *reading, guint i, AnteSpan span, Type type, double confidence)
{
  AnteSpan sentence = ante_reading_sentence (ANTE_READING_LINE (reading, i), span.first);

  if (is_known (reading, type) || is_refused (reading, i, type))
    return;
  ante_answer_trim (ANTE_READING_LINE (reading, i), &sentence);
  if (sentence.after <= sentence.first)
    sentence = span;
  ante_reading_add (reading, ANTE_FACT_OBJECTION, i, sentence, confidence)->type = names[type];
}

/* The first message tells why they come, not yet what keeps them from it; a format or a language
 * may stand in the way from the start. */
static gboolean
may_be_said_first (Type type)
{
  return type == FORMAT || type == LANGUAGE || type == TRUST || type == PAST_FAILURE ||
         type == PRICE;
}

/* What is wrong in their life, and what they do, is told of them, not of what we offer. */
static gboolean
is_of_offer (const AnteReading *reading, guint i, Type type)
{
  AnteAsk ask = reading->answers[i].ask;
  gboolean of_life = ask == ANTE_ASK_GOAL || ask == ANTE_ASK_PROBLEM || ask == ANTE_ASK_BLOCK ||
                     ask == ANTE_ASK_WORK || ask == ANTE_ASK_INCOME || ask == ANTE_ASK_AGE ||
                     ask == ANTE_ASK_STATUS;

  if (type == FAMILY && ask == ANTE_ASK_TIME)
    return FALSE;
  /* Another day for one call is no trouble with the hours of all of them. */
  if (type == SCHEDULE && i > 0 && !ANTE_READING_LINE (reading, i - 1)->from_lead &&
      ante_phrase_find (ANTE_READING_LINE (reading, i), 0,
                        ante_line_n_words (ANTE_READING_LINE (reading, i)),
                        "cant ?do ?make @weekday", NULL))
    return FALSE;
  if (!of_life || !reading->answers[i].is_first)
    return TRUE;
  return type == PAST_FAILURE || type == LANGUAGE || type == NEED_TO_THINK ||
         (type == TIME && ask == ANTE_ASK_BLOCK);
}

/* "Ask her": somebody must have been named who could be asked. */
static gboolean
names_partner (const AnteReading *reading, guint i)
{
  for (guint k = 0; k <= i; k++) {
    const AnteLine *line = ANTE_READING_LINE (reading, k);

    if (ante_phrase_find (line, 0, ante_line_n_words (line),
                          "@partner|@relative|@child|owner|founder|boss|board|company|family",
                          NULL))
      return TRUE;
  }
  return FALSE;
}

/* "isn't expensive" is none, but "how do I know this isn't a scam" is. */
static gboolean
is_taken_back (const AnteReading *reading, const AnteLine *line, AnteSpan sentence)
{
  return ante_phrases_find (reading->talk, line, sentence.first, sentence.after, no_objections,
                            G_N_ELEMENTS (no_objections), NULL) != NULL &&
         !ante_phrase_find (line, sentence.first, sentence.after, "how|sure|prove|proof|whether",
                            NULL);
}

static void
read_phrase (AnteReading *reading, guint i, const AntePhrase *phrase, AnteSpan span)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteWhose whose = ante_whose_is (reading, i, span.first);
  Type type = phrase->value;

  /* A past coach is somebody else, and still it is the lead's experience. */
  if ((i == 0 && !may_be_said_first (type)) || !is_of_offer (reading, i, type) ||
      is_taken_back (reading, line, ante_reading_sentence (line, span.first)) ||
      ante_answer_is_unreal (reading->talk, line, span.first) ||
      (whose == ANTE_WHOSE_OTHERS && type != PAST_FAILURE))
    return;
  /* What the partner doubts is theirs: it stands between as the partner's word. */
  if (whose == ANTE_WHOSE_PARTNERS && (type == TRUST || type == PRICE))
    type = PARTNER;
  if (type == PARTNER && !names_partner (reading, i))
    return;
  keep (reading, i, span, type, 0.7);
}

static void
read_phrases (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);

  for (guint k = 0; k < G_N_ELEMENTS (objections); k++) {
    AnteSpan span = { 0, 0 };

    if (ante_phrases_find (reading->talk, line, 0, ante_line_n_words (line), &objections[k], 1,
                           &span) != NULL)
      read_phrase (reading, i, &objections[k], span);
  }
}

static void
read_failure (AnteReading *reading, guint i)
{
  AnteAsk ask = reading->answers[i].ask;
  AnteSpan span = { 0, 0 };

  if (!ante_trouble_is_failure (reading, i, &span) ||
      ante_phrase_find (ANTE_READING_LINE (reading, i),
                        ante_line_sentence_start (ANTE_READING_LINE (reading, i), span.first),
                        span.first, "if|si|se|wenn", NULL) ||
      ante_whose_is (reading, i, span.first) == ANTE_WHOSE_OTHERS || ask == ANTE_ASK_GOAL)
    return;
  keep (reading, i, span, PAST_FAILURE, 0.6);
}

static void
read_frames (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  const char *types[ANTE_OBJECTION_FRAMES_MOST] = { NULL };

  if (i == 0 || ante_line_n_words (line) == 0 || ante_whose_is (reading, i, 0) == ANTE_WHOSE_OTHERS)
    return;
  ante_objection_frames_find (reading, i, types);
  for (guint k = 0; types[k] != NULL; k++) {
    for (guint type = 0; type < N_TYPES; type++) {
      if (g_str_equal (names[type], types[k]) && is_of_offer (reading, i, type))
        keep (reading, i, ante_reading_whole (line), type, 0.6);
    }
  }
}

/* "no", "he thinks it's a scam": said of the one who would have to come along. */
static void
read_answers (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteAnswer answer = reading->answers[i];
  AnteSpan span = ante_reading_whole (line);
  const AnteMemoryFact *budget = ante_memory_find (reading->memory, ANTE_FACT_BUDGET, NULL);

  if (!answer.is_first || span.after == 0)
    return;
  if (answer.ask == ANTE_ASK_BUDGET && ante_answer_is_no (reading->talk, line) &&
      ante_memory_find (reading->memory, ANTE_FACT_BUDGET, NULL) == NULL &&
      !ante_answer_is_yes (reading->talk, line) && !is_known (reading, TRUST))
    keep (reading, i, span, PRICE, 0.6);
  if (answer.ask == ANTE_ASK_BUDGET && (budget == NULL || budget->line != i) &&
      ANTE_PHRASES_HAVE (reading->talk, line, hardships))
    keep (reading, i, span, PRICE, 0.6);
  if (answer.ask == ANTE_ASK_TRIED && !ante_answer_is_dodge (reading->talk, line) &&
      ante_line_n_words (line) > 3 && ANTE_PHRASES_HAVE (reading->talk, line, came_to_nothing) &&
      ante_whose_is (reading, i, 0) != ANTE_WHOSE_OTHERS)
    keep (reading, i, span, PAST_FAILURE, 0.6);
  if (answer.ask == ANTE_ASK_DECIDER && ante_answer_is_no (reading->talk, line) &&
      ante_phrase_find (line, 0, ante_line_n_words (line), "@partner|@relative", NULL) &&
      !ante_phrase_find (line, 0, ante_line_n_words (line),
                         "board|agrees|fine|ok|okay|in|up|yes|supportive|happy|keen|both", NULL))
    keep (reading, i, span, PARTNER, 0.6);
  if (answer.ask == ANTE_ASK_DECIDER && ante_answer_is_no (reading->talk, line) &&
      ante_phrase_find (ANTE_READING_LINE (reading, answer.asked_in), 0,
                        ante_line_n_words (ANTE_READING_LINE (reading, answer.asked_in)),
                        "@partner|he|she|they|el|ella|ele|ela|il|elle|er|sie", NULL))
    keep (reading, i, span, PARTNER, 0.6);
}

static void
read_price_question (AnteReading *reading)
{
  guint last = reading->talk->lines->len;
  AnteSpan span = { 0, 0 };

  while (last > 0 && !ANTE_READING_LINE (reading, last - 1)->from_lead)
    last--;
  if (last < 3)
    return;
  if (ANTE_PHRASES_FIND (reading->talk, ANTE_READING_LINE (reading, last - 1), price_questions,
                         &span) != NULL)
    keep (reading, last - 1, span, PRICE, 0.5);
}

void
ante_memory_read_objections (AnteReading *reading)
{
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    if (!ANTE_READING_LINE (reading, i)->from_lead)
      continue;
    read_phrases (reading, i);
    read_failure (reading, i);
    read_frames (reading, i);
    read_answers (reading, i);
  }
  read_price_question (reading);
}
