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
    "companheiro|companheira|mari|femme|copain|copine|conjoint|conjointe|compagnon|mann|frau|"
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
    "spring|summer|autumn|winter|xmas|christmas|easter|halloween|thanksgiving|ramadan|verano|"
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
    "mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|lunes|martes|miercoles|jueves|"
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
  { "number", "two|three|four|five|six|seven|eight|nine|ten|twelve|dos|tres|cuatro|cinco|dois|duas|"
              "quatro|deux|"
              "trois|quatre|cinq|zwei|drei|vier|funf" },
  { "tongue", "spanish|english|french|german|italian|portuguese|japanese|korean|dutch|polish|"
              "swedish|greek|turkish|"
              "arabic|russian|mandarin|chinese|danish|norwegian|finnish|czech|hebrew|hindi|welsh|"
              "irish|catalan" },
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
