#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-amount.h"
#include "rules/memory/ante-reading.h"

/* A no of more words tells something else as well. */
#define SHORT_NO 4

/* What a sum is when it comes in, not when it goes out. */
static const AntePhrase earnings[] = {
  { EN,
    "i|we|it|that ?currently|only|still "
    "make|makes|earn|earns|bring|brings|bill|invoice|gross|do|did|hit|hits",
    0 },
  { EN, "revenue|turnover|income|salary|mrr|monthly", 0 },
  { EN, "brings|bringing|pulling ?in", 0 },
  { EN, "making|earning|turning", 0 },
  { EN, "# ?k a|per|last|this|/ month ?together ?but|from|with", 0 },
  { EN, "after tax", 0 },
  { EN, "avg|average #", 0 },
  { EN, "# ?k on average|avg", 0 },
  { ES, "facturo|facturamos|gano|ganamos|ingreso|ingresos|vendo", 0 },
  { PT, "faturo|faturamos|ganho|ganhamos|tiro|renda|salario", 0 },
  { FR, "gagne|gagnons|facture|chiffre|revenus", 0 },
  { DE, "verdiene|verdienen|umsatz|einkommen", 0 },
  { FR, "environ # par mois", 0 },
};

static const AntePhrase trades[] = {
  { EN, "i|we sell|own|run|teach|coach|design|photograph|make", 0 },
  { EN,
    "my|our|a|an|two|three|own|small|online|person ~ "
    "shop|store|studio|studios|agency|business|company|practice|salon|bakery|restaurant|clinic|gym|"
    "cafe|firm|brand|boutique",
    0 },
  { EN, "freelance|freelancer|self-employed|founder|photography|photographer", 0 },
  { EN, "self employed", 0 },
  { EN, "my|our|paying|# clients|customers|students", 0 },
  { EN, "clients|customers ~ pay|paying|buy|book", 0 },
  { EN, "online courses|course|shop|store", 0 },
  { ES,
    "tengo|mi|llevo|vendo ~ tienda|negocio|agencia|estudio|empresa|salon|taller|cursos|restaurante",
    0 },
  { ES, "vendo|autonoma|autonomo|freelance", 0 },
  { PT, "tenho|minha|meu|vendo ~ loja|negocio|agencia|estudio|empresa|salao|cursos", 0 },
  { PT, "vendo|autonoma|autonomo|freelancer", 0 },
  { FR, "j ai|mon|ma|je vends ~ boutique|entreprise|agence|studio|salon|restaurant", 0 },
  { FR, "freelance|independante|independant|vends", 0 },
  { DE, "mein|meine|habe ~ laden|shop|agentur|firma|studio|geschaft|praxis", 0 },
  { DE, "selbststandig|freelancer|verkaufe", 0 },
};

static const AntePhrase no_trades[] = {
  { EN, "no|dont|havent|not|without ~ business|clients|customers|started|launched", 0 },
  { EN, "havent started|launched", 0 },
  { EN,
    "want|like|love|dream|hope|planning|thinking ~ start|open|sell|have|of ~ "
    "business|shop|agency|courses|own",
    0 },
  { EN, "still at|in uni|school|college", 0 },
  { ES, "no tengo|aun|todavia", 0 },
  { PT, "nao tenho|ainda", 0 },
  { FR, "pas encore", 0 },
  { DE, "noch kein|keine|nicht", 0 },
};

static const AntePhrase singles[] = {
  { EN, "im|am|been|newly|still|being single|divorced|separated|widowed", 0 },
  { EN, "^ divorced|separated|widowed|single", 0 },
  { EN, "a widow|widower|divorcee", 0 },
  { EN, "single ~ mum|mom|dad|since|for|and|again", 0 },
  { EN, "hes|shes|s|he|she ~ my ex", 0 },
  { EN, "my ~ divorce", 0 },
  { EN, "we|i ~ broke|split up", 0 },
  { EN, "got|getting|recently|freshly divorced|separated|dumped", 0 },
  { EN, "left him|her|me", 0 },
  { ES, "soltera|soltero|divorciada|divorciado|separada|separado|viuda|viudo|separe|divorcie", 0 },
  { PT, "solteira|solteiro|divorciada|divorciado|separada|separado|viuva|viuvo|separei|divorciei",
    0 },
  { FR, "celibataire|divorce|divorcee|separe|separee|veuve|veuf", 0 },
  { DE, "single|geschieden|getrennt|verwitwet", 0 },
};

static const AntePhrase singles_asked[] = {
  { EN, "^ ?and|so|are ?you single", 0 },
  { EN, "^ ?so ?and ?are ?you single", 0 },
};

static const AntePhrase not_singles[] = {
  { EN, "married|engaged|together", 0 },
  { EN, "not|isnt|arent single", 0 },
  { EN, "my ~ husband|wife|boyfriend|girlfriend|fiance", 0 },
  { ES, "casada|casado", 0 },
  { PT, "casada|casado|namorando", 0 },
  { FR, "mariee|marie|couple", 0 },
  { DE, "verheiratet|vergeben", 0 },
};

/* Alone in charge, or the other one agrees. */
static const AntePhrase deciders[] = {
  { EN, "hes|shes|theyre ~ up|keen|game|down|happy|supportive|onboard|in ~ for|with|$", 0 },
  { EN, "up|down|game for it|this|that", 0 },
  { EN, "@partner|@relative ~ totally|all|fully|completely|well in|up|for|board", 0 },
  { EN, "is|s|are|hes|shes|theyre|both totally|all|fully|completely in", 0 },
  { EN, "all in $", 0 },
  { EN, "^ ?just ?only me|myself|i $", 0 },
  { ES | PT, "^ ?solo ?so yo|eu $", 0 },
  { FR, "^ ?juste moi $", 0 },
  { DE, "^ ?nur ich $", 0 },
  { EN, "sole|only founder|owner", 0 },
  { EN, "i decide|own|run ~ alone|myself|solo", 0 },
  { EN, "my decision|call|money", 0 },
  { EN, "^ ?yes|yep|yeah|no|nope ?its ?only just|only me", 0 },
  { EN, "^ ?yes|yep|yeah alone|solo", 0 },
  { EN, "nobody|no one else", 0 },
  { EN, "@partner|@relative|he|she|they|shes|hes|theyre|s ~ on board|in $", 0 },
  { EN, "@partner|@relative ~ agrees|supports|supportive|helps", 0 },
  { EN, "@partner|@relative|he|she|they ~ says|said ~ yes|try|ok|okay|come|go|fine", 0 },
  { EN, "@partner|@relative|he|she|they is|are|s ?fully|totally|all in|board|keen|up|fine", 0 },
  { EN, "@partner|@relative shes|hes in", 0 },
  { EN, "^ he|she|they is|are|s $", 0 },
  { EN, "^ he|she|they is", 0 },
  { EN, "we both|already ~ agree|agreed|want|decided|talked", 0 },
  { EN, "we talked about", 0 },
  { EN, "all for it", 0 },
  { EN, "offered to ~ come|join|help|pay", 0 },
  { EN, "begging|begged|pushing me to", 0 },
  { EN, "says yes to", 0 },
  { ES, "yo sola|solo|decido", 0 },
  { ES, "decido yo", 0 },
  { ES, "^ si ~ sola|solo|yo", 0 },
  { ES, "esta de acuerdo", 0 },
  { PT, "eu sozinha|sozinho|decido", 0 },
  { PT, "decido sozinha|sozinho", 0 },
  { PT, "so eu", 0 },
  { PT, "concorda|apoia", 0 },
  { FR, "je suis seul|seule", 0 },
  { FR, "moi seul|seule", 0 },
  { FR, "je decide", 0 },
  { FR, "partant|partante", 0 },
  { FR, "est d accord", 0 },
  { DE, "ich allein|alleine|entscheide", 0 },
  { DE, "ist dabei|einverstanden", 0 },
};

/* The other one has not agreed, or cannot be asked. */
static const AntePhrase undecided[] = {
  { EN, "ask|check|talk|discuss|convince|run ~ him|her|them|@partner|it", 0 },
  { EN,
    "@partner|he|she ~ "
    "not|doesnt|wont|isnt|wouldnt|never|away|ship|sceptical|skeptical|against|unsure",
    0 },
  { EN, "no way", 0 },
  { EN, "kill me", 0 },
  { EN, "not ~ sure|convinced|yet", 0 },
  { EN, "depends on ~ @partner|him|her|them", 0 },
  { EN, "havent ~ told|asked|talked", 0 },
  { ES, "hablarlo|consultarlo|preguntarle|hablar con", 0 },
  { PT, "falar|conversar|perguntar com|pra|para|ao", 0 },
  { FR, "parler a|avec", 0 },
  { FR, "demander a", 0 },
  { DE, "mit meinem|meiner", 0 },
};

static const AntePhrase cooks[] = {
  { EN, "cook|cooks|cooking", 0 },
  { ES, "cocinas|cocino|cocina|cocinamos|cocinar", 0 },
  { PT, "cozinha|cozinho|cozinhamos|cozinhar", 0 },
  { FR, "cuisine|cuisinez|cuisinons|cuisiner", 0 },
  { DE, "koche|kochst|kocht|kochen", 0 },
};

static const AntePhrase rhythms[] = {
  { EN, "every|each|most day|days|evening|evenings|morning|mornings|night|nights", 7 },
  { EN, "everyday|daily", 7 },
  { EN, "weekends|weekend", 2 },
  { EN, "once ?a ?per week", 1 },
  { EN, "an|one hour ~ week", 1 },
  { EN, "an hour", 1 },
  { EN, "twice", 2 },
  { EN, "every other day", 3 },
  { EN, "every|on @weekday", 1 },
  { ES, "todos|todas menos", 6 },
  { ES, "todos los dias", 7 },
  { ES, "todas las noches", 7 },
  { ES, "cada dia|noche", 7 },
  { ES, "los fines", 2 },
  { PT, "todo dia", 7 },
  { PT, "todos os dias", 7 },
  { PT, "todas as noites", 7 },
  { FR, "tous les jours|soirs|matins", 7 },
  { DE, "jeden tag|abend|morgen", 7 },
  { DE, "taglich", 7 },
};

static const AntePhrase helpers[] = {
  { EN,
    "my|the|family|uni|school "
    "doctor|gp|psychologist|therapist|physio|dietitian|counsellor|counselor|midwife ~ "
    "said|says|ok|okay|waiting|cleared|agrees|knows|list",
    0 },
  { EN, "uni|school|a|the psychologist|therapist|counsellor", 0 },
  { EN, "cleared by", 0 },
  { ES, "mi|el|la medico|medica|psicologa|psicologo|nutricionista", 0 },
  { PT, "meu|minha|o|a medico|medica|psicologa|psicologo|nutricionista", 0 },
  { FR, "mon|ma|le medecin|psy|psychologue", 0 },
  { DE, "mein|meine|der|die arzt|arztin|therapeutin|therapeut", 0 },
};

static AnteMemoryFact *
keep (AnteReading *reading, const char *type, guint i, AnteSpan span, double amount)
{
  AnteMemoryFact *fact = NULL;

  if (span.after <= span.first)
    span = ante_reading_whole (ANTE_READING_LINE (reading, i));
  fact = ante_reading_add (reading, ANTE_FACT_FIT, i, span, 0.7);
  fact->type = type;
  fact->amount = amount;
  return fact;
}

static gboolean
is_known (const AnteReading *reading, const char *type)
{
  return ante_memory_find (reading->memory, ANTE_FACT_FIT, type) != NULL;
}

static void
drop (AnteReading *reading, const char *type)
{
  GPtrArray *facts = reading->memory->facts;

  for (guint i = facts->len; i > 0; i--) {
    const AnteMemoryFact *fact = facts->pdata[i - 1];

    if (fact->kind == ANTE_FACT_FIT && g_strcmp0 (fact->type, type) == 0)
      g_ptr_array_remove_index (facts, i - 1);
  }
}

/* How often in a week, of words such as "every evening"; 0 for none. */
static double
find_rhythm (const AnteReading *reading, guint i, AnteSpan *span)
{
  const AntePhrase *phrase =
    ANTE_PHRASES_FIND (reading->talk, ANTE_READING_LINE (reading, i), rhythms, span);

  return phrase != NULL ? phrase->value : 0;
}

static gboolean
is_time_unit (AnteAmountUnit unit)
{
  return unit == ANTE_AMOUNT_TIMES || unit == ANTE_AMOUNT_DAYS || unit == ANTE_AMOUNT_HOURS ||
         unit == ANTE_AMOUNT_MINUTES;
}

/* "tue and thu": how many days are named. */
static double
count_days (const AnteLine *line)
{
  double n = 0;

  for (guint at = 0; at < ante_line_n_words (line); at++)
    n += ante_word_is (ante_line_word (line, at), "@weekday|mon|sat|sun");
  return n;
}

/* "ok no. 2": the second thought of a line, or of the line after, takes the place of the first. */
static gboolean
thinks_again (const AnteReading *reading, guint i, guint *from)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteSpan span = { 0, 0 };

  if (ante_phrase_find (line, 0, ante_line_n_words (line),
                        "actually|wait|kidding|realistically|rather|meant|correction", &span) ||
      ante_phrase_find (line, 0, ante_line_n_words (line), "lets|let say", &span) ||
      ante_phrase_find (line, 0, ante_line_n_words (line), "^ ?ok no|nah|hm|hmm", &span)) {
    *from = span.after;
    return TRUE;
  }
  return FALSE;
}

/* "three mornings, maybe a 4th": the first number of an answer about time; unasked, only one that
 * is said "a week". */
static gboolean
find_time (const AnteReading *reading, guint i, guint from, gboolean asked, AnteAmount *amount)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);

  for (guint at = from; at < ante_line_n_words (line); at++) {
    const char *period = NULL;

    if (!ante_amount_read (line, at, amount) || amount->unit == ANTE_AMOUNT_MONEY ||
        amount->value > 60 || ante_whose_is (reading, i, at) != ANTE_WHOSE_LEADS)
      continue;
    period = ante_amount_period (line, amount);
    if (period != NULL && !g_str_equal (period, "week") && !g_str_equal (period, "session"))
      continue;
    if (asked ? is_time_unit (amount->unit) || amount->unit == ANTE_AMOUNT_PLAIN
              : is_time_unit (amount->unit) && period != NULL && g_str_equal (period, "week"))
      return TRUE;
  }
  return FALSE;
}

static void
read_time (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  gboolean asked = reading->answers[i].ask == ANTE_ASK_TIME;
  AnteAmount amount = { 0 };
  AnteAmount offered = { 0 };
  AnteSpan span = { 0, 0 };
  double rhythm = 0;
  guint from = 0;

  if (is_known (reading, "time")) {
    if (asked && !reading->answers[i].is_first && thinks_again (reading, i, &from) &&
        find_time (reading, i, from, TRUE, &amount)) {
      drop (reading, "time");
      keep (reading, "time", i, ante_reading_sentence (line, amount.span.first), amount.value);
    }
    return;
  }
  if (asked && thinks_again (reading, i, &from) && !find_time (reading, i, from, TRUE, &amount))
    from = 0;
  if (find_time (reading, i, from, asked, &amount)) {
    rhythm = find_rhythm (reading, i, &span);
    if (amount.unit == ANTE_AMOUNT_MINUTES)
      amount.value = MAX (amount.value / 60 * MAX (rhythm, 1), rhythm);
    keep (reading, "time", i, ante_reading_sentence (line, amount.span.first), amount.value);
  } else if (asked && count_days (line) >= 2) {
    keep (reading, "time", i, ante_reading_whole (line), count_days (line));
  } else if (asked && !ante_answer_is_no (reading->talk, line) &&
             (rhythm = find_rhythm (reading, i, &span)) > 0) {
    keep (reading, "time", i, span, rhythm);
  } else if (asked && reading->answers[i].is_first &&
             !ante_phrase_find (line, 0, MIN (4, ante_line_n_words (line)),
                                "but|pero|mas|mais|aber", NULL) &&
             (ante_answer_is_yes (reading->talk, line) ||
              ante_phrase_find (line, 0, ante_line_n_words (line),
                                "@weekday|evenings|mornings|yes|works|fine", &span)) &&
             !ante_answer_is_no (reading->talk, line)) {
    const AnteLine *question = ANTE_READING_LINE (reading, reading->answers[i].asked_in);

    ante_amount_find (question, 0, ante_line_n_words (question), &offered);
    keep (reading, "time", i, ante_reading_whole (line),
          MAX (MAX (offered.value, 1), count_days (line)));
  }
}

static void
read_cooking (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteAsk ask = reading->answers[i].ask;
  gboolean asked =
    (ask == ANTE_ASK_TIME || ask == ANTE_ASK_OPEN || ask == ANTE_ASK_YES_NO) &&
    ANTE_PHRASES_HAVE (reading->talk, ANTE_READING_LINE (reading, reading->answers[i].asked_in),
                       cooks);
  AnteAmount amount = { 0 };
  AnteSpan span = { 0, 0 };
  double often = find_rhythm (reading, i, &span);

  if (is_known (reading, "cooks") || (!asked && !ANTE_PHRASES_HAVE (reading->talk, line, cooks)))
    return;
  if (often == 0 && find_time (reading, i, 0, asked, &amount)) {
    often = amount.value;
    span = amount.span;
  }
  if (often > 0 && !ante_answer_is_no (reading->talk, line))
    keep (reading, "cooks", i, ante_reading_sentence (line, span.first), often);
}

/* "It was 900 but now it's more": the number before is history. */
static gboolean
is_past (const AnteLine *line, guint at)
{
  AnteSpan part = ante_reading_part (line, at);

  return ante_phrase_find (line, part.first, at, "was|were|used|before|era|eram|etait|war", NULL) &&
         !ante_phrase_find (line, part.first, at, "but|now|its|pero|agora|maintenant|jetzt", NULL);
}

static void
read_earnings (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteAsk ask = reading->answers[i].ask;
  gboolean asked = ask == ANTE_ASK_INCOME;
  AnteSpan cue = { 0, 0 };
  AnteAmount amount = { 0 };
  gboolean said = ANTE_PHRASES_FIND (reading->talk, line, earnings, &cue) != NULL;

  if (is_known (reading, "revenue") || ask == ANTE_ASK_BUDGET || ask == ANTE_ASK_GOAL)
    return;
  for (guint at = 0; at < ante_line_n_words (line); at++) {
    const char *period = NULL;

    if (!ante_amount_read (line, at, &amount) ||
        (amount.unit != ANTE_AMOUNT_PLAIN && amount.unit != ANTE_AMOUNT_MONEY) ||
        amount.value < 100)
      continue;
    period = ante_amount_period (line, &amount);
    if ((!asked && !said &&
         !(amount.value >= 1000 && (ask == ANTE_ASK_WORK || g_strcmp0 (period, "month") == 0))) ||
        ante_whose_is (reading, i, at) == ANTE_WHOSE_OTHERS || is_past (line, at) ||
        ante_answer_is_unreal (reading->talk, line, at))
      continue;
    keep (reading, "revenue", i, ante_reading_sentence (line, at),
          period != NULL && g_str_equal (period, "year")   ? amount.value / 12
          : period != NULL && g_str_equal (period, "week") ? amount.value * 4
                                                           : amount.value);
    return;
  }
  /* "at least 1,500 on a bad month?" "yes always" */
  if (asked && reading->answers[i].is_first && ante_answer_is_yes (reading->talk, line)) {
    const AnteLine *question = ANTE_READING_LINE (reading, reading->answers[i].asked_in);

    if (ante_amount_find (question, 0, ante_line_n_words (question), &amount) &&
        amount.value >= 100)
      keep (reading, "revenue", i, ante_reading_whole (line), amount.value);
  }
}

static void
read_trade (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteSpan span = { 0, 0 };
  gboolean asked = reading->answers[i].ask == ANTE_ASK_WORK && reading->answers[i].is_first;

  if (is_known (reading, "offer") || ANTE_PHRASES_HAVE (reading->talk, line, no_trades))
    return;
  if (ANTE_PHRASES_FIND (reading->talk, line, trades, &span) != NULL) {
    if (ante_whose_is (reading, i, span.first) == ANTE_WHOSE_LEADS &&
        !ante_answer_is_unreal (reading->talk, line, span.first) &&
        !ante_answer_is_negated (reading->talk, line, span.first))
      keep (reading, "offer", i, ante_reading_sentence (line, span.first), 0);
  } else if (asked && !ante_answer_is_no (reading->talk, line) &&
             !ante_answer_is_dodge (reading->talk, line) &&
             !ante_answer_asks_back (reading->talk, line)) {
    keep (reading, "offer", i, ante_reading_whole (line), 0);
  }
}

static void
read_status (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  gboolean asked = reading->answers[i].ask == ANTE_ASK_STATUS && reading->answers[i].is_first;
  AnteSpan span = ante_reading_whole (line);

  if (is_known (reading, "single") || ANTE_PHRASES_HAVE (reading->talk, line, not_singles))
    return;
  if (ANTE_PHRASES_FIND (reading->talk, line, singles, &span) != NULL &&
      (asked || ante_whose_is (reading, i, span.first) != ANTE_WHOSE_OTHERS))
    keep (reading, "single", i, ante_reading_sentence (line, span.first), 0);
  else if (asked && !ante_answer_is_dodge (reading->talk, line) &&
           !ante_answer_is_no (reading->talk, line) &&
           (ante_answer_is_yes (reading->talk, line) ||
            ANTE_PHRASES_HAVE (reading->talk,
                               ANTE_READING_LINE (reading, reading->answers[i].asked_in),
                               singles_asked) ||
            ante_phrase_find (line, 0, ante_line_n_words (line), "since|desde|depuis|seit|ha|hace",
                              NULL)))
    keep (reading, "single", i, ante_reading_whole (line), 0);
}

/* "Does anyone else have a say?": a no makes them the one who decides. */
static gboolean
asks_for_others (const AnteReading *reading, guint i)
{
  const AnteLine *question = ANTE_READING_LINE (reading, reading->answers[i].asked_in);

  return ante_phrase_find (question, 0, ante_line_n_words (question),
                           "anyone|anybody|someone|somebody|else|alguien|alguem|quelqu|jemand",
                           NULL);
}

static void
read_decider (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  gboolean asked = reading->answers[i].ask == ANTE_ASK_DECIDER && reading->answers[i].is_first;
  AnteSpan span = { 0, 0 };

  if (is_known (reading, "decision") || ANTE_PHRASES_HAVE (reading->talk, line, undecided))
    return;
  if (ANTE_PHRASES_FIND (reading->talk, line, deciders, &span) != NULL)
    keep (reading, "decision", i, ante_reading_sentence (line, span.first), 0);
  else if (asked && (ante_answer_is_yes (reading->talk, line) ||
                     (asks_for_others (reading, i) && ante_answer_is_no (reading->talk, line) &&
                      ante_line_n_words (line) <= SHORT_NO)))
    keep (reading, "decision", i, ante_reading_whole (line), 0);
}

/* How a child's age is said. The value tells whether the child is named with it; else somebody of
 * the line must be one. */
static const AntePhrase child_ages[] = {
  { ANTE_TONGUE_ANY, "@my # ?yr|year|years|yo|month old", TRUE },
  { ES | PT, "meu|minha|mio|mia|mi de # ?anos", TRUE },
  { ANTE_TONGUE_ANY,
    "@child ?just ?only|nearly|almost is|are|de|tem|tiene|tienen|a|ist|turned|turns #", TRUE },
  { ANTE_TONGUE_ANY, "@child #", TRUE },
  { ANTE_TONGUE_ANY, "he|she|they|shes|hes|theyre ?is|are ?just|only|nearly|almost ?turning #",
    FALSE },
  { ANTE_TONGUE_ANY, "# ?yr|year|years|yo|anos|ans|jahre|jahriger|jahrige|month ?old", FALSE },
};

/* "my boy is 6", "3 and a half", "14 months": the first that is named, in years. */
static void
read_child (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  gboolean asked = reading->answers[i].ask == ANTE_ASK_AGE;
  AnteSpan span = ante_reading_whole (line);
  AnteAmount amount = { 0 };
  const AntePhrase *said = NULL;

  if (is_known (reading, "child_age"))
    return;
  if (!asked && (said = ANTE_PHRASES_FIND (reading->talk, line, child_ages, &span)) == NULL)
    return;
  if (!asked && !said->value &&
      !ante_phrase_find (line, 0, ante_line_n_words (line), "@child|he|she|hes|shes|who|they",
                         NULL))
    return;
  if (!ante_amount_find (line, span.first, span.after, &amount) || amount.value > 25 ||
      (amount.unit != ANTE_AMOUNT_PLAIN && amount.unit != ANTE_AMOUNT_YEARS &&
       amount.unit != ANTE_AMOUNT_MONTHS && amount.unit != ANTE_AMOUNT_WEEKS))
    return;
  keep (reading, "child_age", i, ante_reading_sentence (line, amount.span.first),
        ante_amount_years (&amount));
}

static void
read_helper (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteSpan span = { 0, 0 };

  if (!is_known (reading, "support") &&
      ANTE_PHRASES_FIND (reading->talk, line, helpers, &span) != NULL)
    keep (reading, "support", i, ante_reading_sentence (line, span.first), 0);
}

void
ante_memory_read_signs (AnteReading *reading)
{
  const AnteMemoryFact *budget = ante_memory_find (reading->memory, ANTE_FACT_BUDGET, NULL);

  for (guint i = 0; i < reading->talk->lines->len; i++) {
    const AnteLine *line = ANTE_READING_LINE (reading, i);

    if (!line->from_lead || ante_line_n_words (line) == 0)
      continue;
    read_time (reading, i);
    read_cooking (reading, i);
    read_earnings (reading, i);
    read_trade (reading, i);
    read_status (reading, i);
    read_decider (reading, i);
    read_child (reading, i);
    read_helper (reading, i);
  }
  if (budget != NULL) {
    AnteMemoryFact *fact = g_new0 (AnteMemoryFact, 1);

    *fact = *budget;
    fact->kind = ANTE_FACT_FIT;
    fact->type = "invest";
    fact->text = g_strdup (budget->text);
    g_ptr_array_add (reading->memory->facts, fact);
  }
}
