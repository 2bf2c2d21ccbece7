#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-against.h"

#include "rules/memory/ante-own-words.h"

/* What a lead says that speaks against them. */
static const AntePhrase refusals[] = {
  { EN, "im|i ?am|were|we ~ pregnant|expecting", ANTE_CRITERION_PREGNANT },
  { EN, "# weeks|months pregnant|along", ANTE_CRITERION_PREGNANT },
  { EN, "first|second|third trimester", ANTE_CRITERION_PREGNANT },
  { EN, "baby ~ due|coming|way", ANTE_CRITERION_PREGNANT },
  { ES, "embarazada", ANTE_CRITERION_PREGNANT },
  { PT, "gravida", ANTE_CRITERION_PREGNANT },
  { FR, "enceinte", ANTE_CRITERION_PREGNANT },
  { DE, "schwanger", ANTE_CRITERION_PREGNANT },
  { EN, "cant pay anything|at|a", ANTE_CRITERION_FREE_ONLY },
  { EN, "no|zero money|budget at all", ANTE_CRITERION_FREE_ONLY },
  { EN, "not paying ~ for|you|anything|a|anyone", ANTE_CRITERION_FREE_ONLY },
  { EN, "only|just ~ freebie|freebies|free", ANTE_CRITERION_FREE_ONLY },
  { EN,
    "ruptured|rupture|torn|tore|fracture|fractured|broken|dislocated|herniated|nodules|concussion|"
    "whiplash|stitches|crutches ~ "
    "surgeon|doctor|physio|mri|scan|treatment|weeks|week|now|still|currently|therapy",
    ANTE_CRITERION_INJURY },
  { EN,
    "surgeon|doctor|physio|specialist|phoniatrician|orthopedist|osteopath ~ "
    "sees|seeing|treating|treats|checks|every|each|again|next",
    ANTE_CRITERION_INJURY },
  { EN, "im|i ?am with|under|seeing a|the|my ?_ doctor|surgeon|physio|specialist|phoniatrician|ent",
    ANTE_CRITERION_INJURY },
  { EN, "surgery|operation|op next|in|on|this|soon|scheduled", ANTE_CRITERION_INJURY },
  { EN, "in ?my ?a cast|sling|splint", ANTE_CRITERION_INJURY },
  { EN, "want|need|looking|after|prefer ~ job|position|payslip|employment|vacancy",
    ANTE_CRITERION_WANTS_JOB },
  { EN, "need|want|looking ?for work|hiring", ANTE_CRITERION_WANTS_JOB },
  { EN, "are|is|do you|he|your ~ hiring|hire|recruiting|vacancy|vacancies|openings",
    ANTE_CRITERION_WANTS_JOB },
  { EN, "looking for ~ assistant|staff|people|someone", ANTE_CRITERION_WANTS_JOB },
  { EN,
    "come|coming|get|getting|wean|weaning|go|going|taper|tapering ~ off|without ~ "
    "them|it|hormones|hrt|meds|medication|insulin|statins|antidepressants|pills|tablets|ssris",
    ANTE_CRITERION_UNTREATED },
  { EN, "replace|replaces|swap|instead ~ hormones|hrt|insulin|statins|antidepressants|ssris",
    ANTE_CRITERION_UNTREATED },
  { EN, "in|inside my head", ANTE_CRITERION_NO_BUSINESS },
  { EN, "just|only|still ~ idea|concept|plan|sketch", ANTE_CRITERION_NO_BUSINESS },
  { EN, "opening|launching|starting ~ next|in|soon|@month", ANTE_CRITERION_NO_BUSINESS },
  { EN,
    "give|do|take|sit|write|attend ~ test|exam|ielts|toefl|paper|interview|class ~ place|behalf|me",
    ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "in my place", ANTE_CRITERION_DONE_FOR_THEM },
  { EN,
    "someone|somebody|anyone|you|u ~ do|write|finish|solve|make ~ "
    "sheet|worksheet|maths|math|project|report|assignment|coursework|slides",
    ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "just|only|need|want ~ the answers|solutions|answer", ANTE_CRITERION_DONE_FOR_THEM },
  { EN,
    "doctor|physio|midwife|vet|gp|surgeon|specialist|dentist ~ told|says|said|wants ~ "
    "not|no|stop|rest|avoid",
    ANTE_CRITERION_FORBIDDEN },
  { EN,
    "doctor|physio|midwife|vet|gp|surgeon|specialist ~ "
    "forbade|forbids|forbidden|banned|against|wont|doesnt|no|stopped|signed|off",
    ANTE_CRITERION_FORBIDDEN },
  { EN, "doctors|physios orders", ANTE_CRITERION_FORBIDDEN },
  { EN, "not|isnt allowed|cleared|supposed to", ANTE_CRITERION_FORBIDDEN },
  { EN,
    "no running|riding|exercise|training|lifting|sport|sports|singing ~ "
    "till|until|for|weeks|months|now|yet|all",
    ANTE_CRITERION_FORBIDDEN },
  { EN, "stress fracture", ANTE_CRITERION_FORBIDDEN },
  { EN,
    "take|takes|taking|on|swallow|pop ~ "
    "zopiclone|zolpidem|ambien|trazodone|mirtazapine|benzos|lorazepam|diazepam|temazepam|valium|"
    "xanax|quetiapine|seroquel|prescription|prescribed|sleeping",
    ANTE_CRITERION_MEDICINE },
  { EN,
    "sleeping pills|pill|tablets|tablet|meds ~ doctor|prescribed|every|each|nightly|from|since|for",
    ANTE_CRITERION_MEDICINE },
  { EN, "prescribed|prescribes me|some", ANTE_CRITERION_MEDICINE },
  { EN, "zopiclone|zolpidem|ambien|trazodone|temazepam|lorazepam|quetiapine|mirtazapine",
    ANTE_CRITERION_MEDICINE },
  { EN,
    "instead|rather ~ meds|medication|medicine|therapy|ritalin|adderall|treatment|pills|vyvanse",
    ANTE_CRITERION_UNTREATED },
  { EN,
    "stop|stopped|quit|quitting|ditch|ditched|drop|off|without|replace|bin|binned ~ "
    "meds|medication|medicine|ritalin|adderall|pills|tablets|vyvanse|concerta|elvanse|therapy",
    ANTE_CRITERION_UNTREATED },
  { EN, "still ~ school|studying|student|college|uni|university", ANTE_CRITERION_STUDENT },
  { EN, "final|first|second|third|last year ~ uni|university|college|school|student|$",
    ANTE_CRITERION_STUDENT },
  { EN, "im|i ?am ~ student|studying|undergrad", ANTE_CRITERION_STUDENT },
  { EN, "full time student|studies", ANTE_CRITERION_STUDENT },
  { EN, "i|ill qualify|graduate|finish ~ next|in|this|@month|soon", ANTE_CRITERION_STUDENT },
  { EN, "not|havent|before ~ graduated|qualified", ANTE_CRITERION_STUDENT },
  { EN, "nothing|none|not yet", ANTE_CRITERION_NO_BUSINESS },
  { EN, "not|havent one|started|sold|launched|opened|any ?yet", ANTE_CRITERION_NO_BUSINESS },
  { EN,
    "want|wanna|like|love|dream|hope|planning|thinking|going ~ "
    "start|open|opening|launch|starting ~ "
    "shop|cafe|business|agency|studio|store|company|salon|practice|brand",
    ANTE_CRITERION_NO_BUSINESS },
  { EN,
    "he|she|hes|shes|husband|wife|boyfriend|girlfriend|partner ~ "
    "threw|throws|throwing|pushed|pushes|shoved|grabbed|slapped|slaps|punched|kicked|strangled|"
    "bruised|hurt|hurts|smashed|smashes|threatens|threatened|locked|choked",
    ANTE_CRITERION_DANGER },
  { EN, "he|she|husband|wife|boyfriend|girlfriend|partner ~ breaks things|stuff|plates|doors",
    ANTE_CRITERION_DANGER },
  { EN, "threw|throws ~ at me|us", ANTE_CRITERION_DANGER },
  { EN, "threatening|threatens|hitting|beating|choking|slapping|hurting me|us|him|her",
    ANTE_CRITERION_DANGER },
  { EN, "with a|the knife|gun|belt|weapon", ANTE_CRITERION_DANGER },
  { EN,
    "can|could|would|will you|someone|somebody|anyone ~ sit|take|do|write|finish ~ "
    "exam|test|coursework|speech|homework|toast|presentation ~ me",
    ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "how much ~ to|for ~ write|finish|do|make ~ my", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "sit|take|write|do|finish my ~ exam|test|coursework|speech|homework|toast|cv|essay ~ me",
    ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "are you hiring", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "do you place|find ~ people|jobs|me", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "apply|write|do ~ for me", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "just ~ write|send|give ~ speech|text|it ~ me", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "which|what|one|1|a coin|coins|stock|stocks|token|ticker", ANTE_CRITERION_TIPS },
  { EN, "need|want|give|gimme|got ~ tip|signal|signals", ANTE_CRITERION_TIPS },
  { EN, "nothing|dont|not ~ costs|cost ~ money", ANTE_CRITERION_FREE_ONLY },
  { EN, "only ~ free", ANTE_CRITERION_FREE_ONLY },
  { EN, "just|want ~ free stuff|content|tips|advice|version|plan|things",
    ANTE_CRITERION_FREE_ONLY },
  { EN, "wont|not|never|dont|refuse ~ pay|paying ~ anything|coaching|for|that|a",
    ANTE_CRITERION_FREE_ONLY },
  { EN, "not going to|gonna pay", ANTE_CRITERION_FREE_ONLY },
  { EN, "dont|not want ~ pay|spend", ANTE_CRITERION_FREE_ONLY },
  { EN, "no|dont|havent|without ~ business|clients", ANTE_CRITERION_NO_BUSINESS },
  { EN, "dont ~ have|own|run one|any ?yet", ANTE_CRITERION_NO_BUSINESS },
  { EN, "havent|not ~ started|launched", ANTE_CRITERION_NO_BUSINESS },
  { EN, "still at|in uni|school|college|university", ANTE_CRITERION_NO_BUSINESS },
  { EN, "want|like|love|dream|hope|planning|thinking ~ start|open|starting ~ business|shop|agency",
    ANTE_CRITERION_NO_BUSINESS },
  { EN, "just ~ idea|dreaming", ANTE_CRITERION_NO_BUSINESS },
  { EN, "kill|hurt|harm|cut|cutting myself", ANTE_CRITERION_DANGER },
  { EN, "suicidal|suicide|suicid*", ANTE_CRITERION_DANGER },
  { EN, "want to|wanna die", ANTE_CRITERION_DANGER },
  { EN, "dont want to be here|live|alive|wake", ANTE_CRITERION_DANGER },
  { EN, "end it all", ANTE_CRITERION_DANGER },
  { EN, "end my life", ANTE_CRITERION_DANGER },
  { EN, "he|she|hes ~ hits|hit|beats|beat|chokes|choked|threatens|threatened me|us",
    ANTE_CRITERION_DANGER },
  { EN, "afraid|scared of him|her|my", ANTE_CRITERION_DANGER },
  { EN, "hes|he|shes|she|gets|is violent", ANTE_CRITERION_DANGER },
  { EN, "bipolar|psychosis|psychotic|schizophrenia|schizophrenic|hallucinations|ptsd|voices",
    ANTE_CRITERION_ILLNESS },
  { EN, "diagnosed with", ANTE_CRITERION_ILLNESS },
  { EN, "major|clinical|severe depression|depressed", ANTE_CRITERION_ILLNESS },
  { EN, "in ?the ?a psychiatric|psych|mental", ANTE_CRITERION_ILLNESS },
  { EN, "hospitalised|hospitalized", ANTE_CRITERION_ILLNESS },
  { EN, "psychiatrist|antidepressants|lithium", ANTE_CRITERION_ILLNESS },
  { EN, "manic", ANTE_CRITERION_ILLNESS },
  { EN, "bulimia|bulimic|anorexia|anorexic|laxatives|laxative|purge|purging|binge|bingeing|binging",
    ANTE_CRITERION_EATING },
  { EN, "throw|throwing up after|what|it|food|my", ANTE_CRITERION_EATING },
  { EN, "make|making myself sick|throw|vomit", ANTE_CRITERION_EATING },
  { EN, "eating disorder", ANTE_CRITERION_EATING },
  { EN, "starve|starving myself", ANTE_CRITERION_EATING },
  { EN,
    "can|could|would|will you|u|someone|somebody ~ do|write|make ~ "
    "homework|assignment|assignments|essay|paper|thesis|exam|test|cv|it",
    ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "do|write it|this|that|mine for me", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "just do it", ANTE_CRITERION_DONE_FOR_THEM },
  { EN,
    "need|want|looking someone|somebody|you ~ do|apply|write|take ~ me|it|homework|essay|exam|job",
    ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "apply for me", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "need|want it ~ done by", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "my homework|essay|assignment ~ for me|you", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "get|find me a job", ANTE_CRITERION_DONE_FOR_THEM },
  { EN, "which|what ~ stocks|stock|shares|coins|coin|crypto", ANTE_CRITERION_TIPS },
  { EN, "where ~ invest|put ~ money", ANTE_CRITERION_TIPS },
  { EN, "crypto|stock|trading|investment tips|signals", ANTE_CRITERION_TIPS },
  { ES, "solo|algo ~ gratis", ANTE_CRITERION_FREE_ONLY },
  { ES, "no ~ pagar|pago ~ nada", ANTE_CRITERION_FREE_ONLY },
  { ES, "no tengo ~ negocio", ANTE_CRITERION_NO_BUSINESS },
  { ES, "matarme|suicidarme|suicidio", ANTE_CRITERION_DANGER },
  { ES, "me pega|golpea", ANTE_CRITERION_DANGER },
  { ES, "vomito|bulimia|anorexia|laxantes", ANTE_CRITERION_EATING },
  { ES, "hacerme|hazme|haces|hacer ~ deberes|tarea|trabajo", ANTE_CRITERION_DONE_FOR_THEM },
  { ES, "bipolar|psiquiatra|psicosis", ANTE_CRITERION_ILLNESS },
  { PT, "so|algo ~ gratis|gratuito", ANTE_CRITERION_FREE_ONLY },
  { PT, "nao ~ pagar|pago ~ nada", ANTE_CRITERION_FREE_ONLY },
  { PT, "nao tenho ~ negocio|empresa", ANTE_CRITERION_NO_BUSINESS },
  { PT, "me matar|suicidio|morrer", ANTE_CRITERION_DANGER },
  { PT, "me bate", ANTE_CRITERION_DANGER },
  { PT, "vomito|bulimia|anorexia|laxante", ANTE_CRITERION_EATING },
  { PT, "faz|fazer ~ meu|minha|a|o licao|trabalho|dever", ANTE_CRITERION_DONE_FOR_THEM },
  { PT, "bipolar|psiquiatra", ANTE_CRITERION_ILLNESS },
  { FR, "que|seulement ~ gratuit", ANTE_CRITERION_FREE_ONLY },
  { FR, "pas ~ payer", ANTE_CRITERION_FREE_ONLY },
  { FR, "pas ~ entreprise", ANTE_CRITERION_NO_BUSINESS },
  { FR, "me suicider|tuer", ANTE_CRITERION_DANGER },
  { FR, "il|elle me frappe|bat", ANTE_CRITERION_DANGER },
  { FR, "vomir|boulimie|anorexie|laxatifs", ANTE_CRITERION_EATING },
  { FR, "faire ~ mes|mon ~ devoirs|devoir", ANTE_CRITERION_DONE_FOR_THEM },
  { DE, "nur ~ kostenlos|kostenlose|umsonst", ANTE_CRITERION_FREE_ONLY },
  { DE, "nichts|nicht ~ zahlen|bezahlen", ANTE_CRITERION_FREE_ONLY },
  { DE, "kein ~ geschaft|unternehmen", ANTE_CRITERION_NO_BUSINESS },
  { DE, "umbringen|suizid|sterben", ANTE_CRITERION_DANGER },
  { DE, "schlagt mich", ANTE_CRITERION_DANGER },
  { DE, "erbreche|bulimie|magersucht|abfuhrmittel", ANTE_CRITERION_EATING },
  { DE, "hausaufgaben ~ machen", ANTE_CRITERION_DONE_FOR_THEM },
  { DE, "mach|machst|machen ~ hausaufgaben", ANTE_CRITERION_DONE_FOR_THEM },
};

/* None of what the rule names. */
static const AntePhrase nones[] = {
  { EN, "no|zero|0|none|without|havent|dont|not ~ yet|any|one|got|have|started", 0 },
  { EN, "^ none|zero|0|nobody|not", 0 },
  { EN, "nothing|nobody|none ?so yet|far", 0 },
  { EN, "getting|get ~ next|in|soon|on", 0 },
  { EN, "not here yet", 0 },
  { ES, "no|ninguno|ninguna|todavia|aun", 0 },
  { PT, "nao|nenhum|nenhuma|ainda", 0 },
  { FR, "pas|aucun|aucune|encore", 0 },
  { DE, "kein|keine|keinen|noch", 0 },
};

static gboolean
says (const AnteReading *reading, guint i, AnteCriterionField field)
{
  const AnteLine *own = ANTE_READING_LINE (reading, i);

  for (guint k = 0; k < G_N_ELEMENTS (refusals); k++) {
    AnteSpan span = { 0, 0 };

    if (refusals[k].value != (int) field ||
        ante_phrases_find (reading->talk, own, 0, ante_line_n_words (own), &refusals[k], 1,
                           &span) == NULL ||
        ante_answer_is_unreal (reading->talk, own, span.first) ||
        ante_whose_is (reading, i, span.first) == ANTE_WHOSE_OTHERS)
      continue;
    return TRUE;
  }
  return FALSE;
}

/* "Have you sold any?" "Not one." */
static gboolean
denies_trade (const AnteReading *reading, guint i)
{
  const AnteLine *own = ANTE_READING_LINE (reading, i);
  const AnteLine *question = NULL;

  if (!reading->answers[i].is_first || reading->answers[i].ask == ANTE_ASK_NOTHING ||
      ante_line_n_words (own) == 0)
    return FALSE;
  question = ANTE_READING_LINE (reading, reading->answers[i].asked_in);
  return ante_phrase_find (question, 0, ante_line_n_words (question),
                           "sold|bought|buys|buying|clients|customers|orders|launched|started|"
                           "selling|vendido|clientes|vendu|verkauft",
                           NULL) &&
         (ante_answer_is_no (reading->talk, own) ||
          ante_phrase_find (own, 0, MIN (4, ante_line_n_words (own)),
                            "not|none|nope|nobody|zero|0|nothing|nada|nenhum|aucun|kein|keine",
                            NULL));
}

gboolean
ante_against_find (const AnteReading *reading, AnteCriterionField field, guint *line)
{
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    if (ANTE_READING_LINE (reading, i)->from_lead &&
        (says (reading, i, field) ||
         (field == ANTE_CRITERION_NO_BUSINESS && denies_trade (reading, i)))) {
      *line = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* "no students yet": none are counted, or the thing is named with a no. */
gboolean
ante_against_find_none (const AnteReading *reading, const AnteCriterion *criterion, guint *line)
{
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    const AnteLine *own = ANTE_READING_LINE (reading, i);

    if (!own->from_lead || ante_line_n_words (own) == 0 ||
        !ante_own_words_are_about (reading, i, criterion))
      continue;
    if (ANTE_PHRASES_HAVE (reading->talk, own, nones) && !ante_answer_is_yes (reading->talk, own)) {
      *line = i;
      return TRUE;
    }
  }
  return FALSE;
}
