#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-phrase.h"

#include <string.h>

/*
 * The classes of words that phrases name with "@". A class holds words of all languages: it stands
 * in a phrase, and the phrase has one.
 */
static const struct {
  const char *name;
  const char *words;
} classes[] = {
  /* Who decides, pays or suffers with the lead. */
  { "partner",
    "husband|wife|boyfriend|girlfriend|bf|gf|hubby|wifey|partner|fiance|fiancee|spouse|husbands|"
    "wifes|marido|esposa|esposo|mujer|novio|novia|pareja|namorado|namorada|parceiro|parceira|"
    "companheiro|companheira|socio|socia|cofounder|associe|associee|mari|femme|copain|copine|"
    "conjoint|conjointe|compagnon|mann|frau|"
    "partnerin|ehemann|ehefrau|verlobter|verlobte" },
  { "child",
    "son|sons|daughter|daughters|kid|kids|child|children|baby|toddler|boy|boys|girl|girls|twins|"
    "teen|teenager|youngest|eldest|oldest|hijo|hija|hijos|hijas|nino|nina|bebe|peque|filho|filha|"
    "filhos|filhas|crianca|menino|menina|fils|fille|enfant|enfants|petit|petite|sohn|tochter|kind|"
    "kinder|kleiner|kleine" },
  /* Whose facts are their own. */
  { "other",
    "sister|sisters|brother|brothers|sis|bro|friend|friends|bestie|mate|client|customer|colleague|"
    "coworker|cousin|neighbor|neighbour|roommate|flatmate|boss|aunt|uncle|grandma|grandpa|nephew|"
    "niece|coach|trainer|therapist|teacher|hermana|hermano|amiga|amigo|prima|primo|clienta|cliente|"
    "companera|companero|vecina|vecino|irma|irmao|colega|chefe|jefe|jefa|soeur|frere|ami|amie|"
    "collegue|cousine|voisin|voisine|schwester|bruder|freundin|freund|kollege|kollegin|kunde|"
    "kundin|nachbar|nachbarin|chef|mom|mum|mother|dad|father|madre|padre|mae|pai|mere|pere|mutter|"
    "vater|mama|papa|parents" },
  { "relative",
    "mom|mum|mother|dad|father|grandma|grandpa|nan|nanny|sister|brother|parents|madre|padre|abuela|"
    "abuelo|mae|pai|avo|mere|pere|mamie|mutter|vater|oma|opa|mama|papa|inlaws|law" },
  { "my",
    "my|our|mi|mis|meu|minha|meus|minhas|mon|ma|mes|notre|nuestro|nuestra|nosso|nossa|mein|meine|"
    "meinen|meinem|meiner|meines|unser|unsere" },
  { "month",
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|"
    "apr|jun|jul|aug|sept|sep|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|"
    "septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|"
    "outubro|novembro|dezembro|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|"
    "novembre|decembre|januar|februar|marz|maerz|juni|juli|oktober|dezember" },
  { "season",
    "spring|summer|autumn|winter|q1|q2|q3|q4|nye|xmas|christmas|easter|halloween|thanksgiving|"
    "ramadan|verano|"
    "primavera|otono|invierno|navidad|verao|outono|inverno|natal|pascoa|ete|printemps|automne|"
    "hiver|"
    "noel|paques|sommer|herbst|fruhling|fruhjahr|weihnachten|ostern" },
  { "event",
    "wedding|birthday|holiday|holidays|vacation|trip|exam|exams|race|marathon|competition|meet|"
    "concert|interview|launch|season|show|reunion|op|surgery|move|baby|due|semester|term|"
    "graduation|"
    "conference|school|honeymoon|anniversary|deadline|boda|cumpleanos|vacaciones|examen|viaje|"
    "entrevista|casamento|aniversario|ferias|prova|viagem|mariage|anniversaire|vacances|examens|"
    "voyage|entretien|rentree|hochzeit|geburtstag|urlaub|prufung|umzug" },
  { "weekday",
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|tue|tues|wed|thu|thurs|fri|"
    "weds|thur|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|lunes|martes|"
    "miercoles|jueves|"
    "viernes|sabado|domingo|sabados|domingos|segunda|terca|quarta|quinta|sexta|lundi|mardi|"
    "mercredi|"
    "jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|"
    "montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|tomorrow|tonight|today|"
    "manana|hoy|amanha|hoje|demain|morgen|heute" },
  { "unit",
    "day|days|week|weeks|wk|wks|month|months|year|years|dia|dias|semana|semanas|mes|meses|ano|anos|"
    "jour|jours|semaine|semaines|mois|an|ans|annee|tag|tage|tagen|woche|wochen|monat|monate|"
    "monaten|"
    "jahr|jahre|jahren" },
  /* Small talk around an answer; none of it tells anything. */
  { "filler",
    "haha|hahaha|hahah|lol|lmao|omg|ok|okay|well|hmm|hm|mmm|oh|ah|aw|um|uh|honestly|tbh|so|and|"
    "dunno|"
    "idk|yes|yeah|yep|yup|ya|no|nah|nope|hi|hey|hello|thanks|thx|ty|thank|you|please|pls|plz|sure|"
    "just|true|really|maybe|actually|good|great|nice|cool|perfect|wow|ugh|oof|fine|jaja|jajaja|"
    "jeje|"
    "hola|si|gracias|pues|bueno|vale|claro|por|favor|oi|ola|sim|nao|obrigada|obrigado|kkk|kkkk|"
    "rsrs|"
    "bonjour|salut|oui|non|merci|bah|ben|alors|hallo|hi|ja|nein|danke|naja|also|gerne|na|the|a|an|"
    "it|its|is|that|thats|this|to|of|in|at|on|for|too|very|same|here|np|yw|bye" },
  { "number", "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
              "fifteen|twenty|thirty|forty|fifty|"
              "sixty|ninety|dos|tres|cuatro|cinco|dois|duas|"
              "quatro|deux|"
              "trois|quatre|cinq|zwei|drei|vier|funf" },
  { "tongue", "spanish|english|french|german|italian|portuguese|japanese|korean|dutch|polish|"
              "swedish|greek|turkish|"
              "arabic|russian|mandarin|chinese|danish|norwegian|finnish|czech|hebrew|hindi|welsh|"
              "irish|catalan" },
  /* Under age, as a number or a word, and glued to what says whose age it is. */
  { "teen", "9|10|11|12|13|14|15|16|17|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
            "seventeen|9yo|10yo|11yo|12yo|13yo|14yo|15yo|16yo|17yo|once|doce|trece|catorce|quince|"
            "dieciseis|diecisiete|onze|doze|treze|quatorze|catorze|quinze|dezesseis|dezassete|"
            "dezessete|douze|treize|seize|elf|zwolf|dreizehn|vierzehn|funfzehn|sechzehn|siebzehn" },
  { "teenmark", "12yo|13yo|14yo|15yo|16yo|17yo|13f|14f|15f|16f|17f|13m|14m|15m|16m|17m|f13|f14|f15|"
                "f16|f17|m13|m14|m15|m16|m17|14y|15y|16y|17y|15yrs|16yrs|17yrs|14yrs" },
  { "drug",
    "medication|medications|meds|medicine|antidepressants|antidepressant|ssri|ssris|snri|metformin|"
    "insulin|ozempic|wegovy|mounjaro|semaglutide|tirzepatide|statins|statin|warfarin|thinners|"
    "blockers|lithium|steroids|prednisone|prednisolone|thyroxine|levothyroxine|synthroid|"
    "sertraline|zoloft|prozac|fluoxetine|lexapro|escitalopram|citalopram|effexor|wellbutrin|xanax|"
    "valium|adderall|ritalin|concerta|vyvanse|chemo|antibiotics|opioids|methotrexate|hrt|accutane|"
    "roaccutane|lisinopril|ramipril|amlodipine|gabapentin|immunosuppressants|biologics|humira|"
    "antipsychotics|seroquel|anticoagulants|eliquis|clomid|letrozole|tamoxifen|pills|tablets" },
  { "illness",
    "diabetes|celiac|coeliac|crohns|colitis|pcos|endometriosis|cancer|lupus|epilepsy|hashimotos|"
    "hashimoto|hypothyroidism|hyperthyroidism|arthritis|fibromyalgia|anemia|anaemia|asthma|gerd|"
    "gastritis|ulcer|ulcers|hypertension|pots|ms|sclerosis|parkinsons|bipolar|schizophrenia|"
    "depression|gastroparesis|sciatica|gallstones|gout|osteoporosis|diverticulitis|ibd|cirrhosis|"
    "hepatitis|hiv|leukemia|lymphoma|tumor|tumour|copd|psoriasis|prediabetes|preeclampsia|"
    "cfs|tuberculosis|ptsd|psychosis|angina|arrhythmia|afib|cardiomyopathy|thrombosis|lyme" },
  { "ailment",
    "diabetes|celiac|coeliac|crohns|colitis|pcos|endometriosis|cancer|lupus|epilepsy|hashimotos|"
    "hypothyroidism|hyperthyroidism|arthritis|fibromyalgia|anemia|anaemia|asthma|gerd|gastritis|"
    "ulcers|hypertension|bipolar|depression|anxiety|adhd|autism|ocd|ptsd|insomnia|migraine|"
    "migraines|ibs|ibd|eczema|psoriasis|acne|allergies|infertility|thyroid|cholesterol|pressure|"
    "inflammation|disease|diseases|illness|illnesses|sciatica|diabetic|reflux|gout|osteoporosis|"
    "candida|sibo|leaky|hormones|hormonal|menopause|perimenopause|arrhythmia|addiction|alcoholism|"
    "dementia|alzheimers|trauma|panic|apnea|apnoea|syndrome|disorder|disorders|condition|"
    "conditions|resistance|intolerance|celiaca|celiaquia|ansiedad|depresion|insomnio|migrana|"
    "migranas|tiroides|hipotiroidismo|cancro|ansiedade|depressao|insonia|enxaqueca|tireoide|"
    "hipotireoidismo|diabete|coeliaque|anxiete|insomnie|migraine|thyroide|krebs|zoliakie|angst|"
    "angste|schlaflosigkeit|migrane|depressionen|schilddruse|rheuma|bluthochdruck|hipertension|"
    "hipertensao|reizdarm|colon|intestino|neurodermitis|asma|asthme|artritis|artrite|arthrose|"
    "tdah|adhs|burnout|enfermedad|doenca|maladie|krankheit|krankheiten" },
  { "medicine",
    "medication|medications|meds|medicine|medicines|antidepressants|antidepressant|ssri|ssris|"
    "metformin|insulin|ozempic|wegovy|statins|statin|steroids|thyroxine|levothyroxine|sertraline|"
    "zoloft|prozac|pills|pill|tablets|prescription|prescriptions|inhaler|chemo|antibiotics|"
    "painkillers|ritalin|adderall|xanax|hrt|treatment|drugs|dose|dosage|injections|thinners|"
    "blockers|inhalers|vaccines|contraception|melatonin" },
  { "diagnosis",
    "adhd|autism|autistic|ocd|ptsd|depression|anxiety|bipolar|diabetes|prediabetes|celiac|coeliac|"
    "ibs|ibd|crohns|pcos|endometriosis|hashimotos|hypothyroidism|anemia|anaemia|sibo|candida|lupus|"
    "fibromyalgia|eczema|insomnia|gerd|reflux|arthritis|sciatica|dyslexia|odd|bpd|narcissism|"
    "perimenopause|menopause|hypertension|concussion|tendonitis|burnout|gastritis|dysmorphia|"
    "apnea|intolerance|deficiency|imbalance|disorder|syndrome|resistance|fatigue|gallstones|"
    "infection|parasites|osteoporosis|asthma|appendicitis|preeclampsia|trauma" },
  { "past",
    "was|were|had|did|paid|spent|charged|cost|tried|lost|bought|hired|wasted|pague|gaste|pagaba|"
    "paguei|gastei|paye|depense|bezahlt|ausgegeben" },
};

const char *
ante_phrase_class (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++) {
    if (strlen (classes[i].name) == length && strncmp (classes[i].name, name, length) == 0)
      return classes[i].words;
  }
  return NULL;
}
