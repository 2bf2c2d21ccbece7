#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-trouble.h"

static const AntePhrase troubles[] = {
  { EN,
    "cant|cannot|couldnt "
    "stop|sleep|focus|say|get|stand|even|seem|do|find|afford|speak|talk|look|keep|stick|lose|relax|"
    "remember|decide|switch|concentrate|breathe|lift|walk|run|move|make|eat|handle|cope|trust|"
    "concentrate|start|finish",
    0 },
  { EN, "i|we cant|cannot", 0 },
  { EN, "barely|hardly", 0 },
  { EN,
    "struggle|struggles|struggling|problem|problems|issue|issues|trouble|nightmare|disaster|mess|"
    "chaos",
    0 },
  { EN, "hurt|hurts|hurting|pain|painful|ache|aches|aching|sore|stiff|injured|injury", 0 },
  { EN, "tired|exhausted|exhausting|drained|burnt|burned|burnout|knackered|fatigue", 0 },
  { EN,
    "stressed|stress|overwhelmed|overwhelming|anxious|anxiety|panic|worried|worry|scared|afraid|"
    "fear|nervous|terrified",
    0 },
  { EN,
    "stuck|lost|lonely|alone|sad|depressed|ashamed|guilty|miserable|unhappy|bored|angry|frustrated|"
    "hopeless|numb",
    0 },
  { EN, "hate|sick|awful|terrible|horrible|worst|dread", 0 },
  { EN,
    "cry|crying|cries|cried|scream|screaming|screams|shout|shouting|yell|yelling|tantrum|tantrums|"
    "meltdown|meltdowns",
    0 },
  { EN, "fight|fights|fighting|argue|arguing|arguments|hits|hitting|bites|biting", 0 },
  { EN, "never|nobody|nothing", 0 },
  { EN, "zombie|wreck|ghost|robot|mess", 0 },
  { EN, "nobody understands|listens|reads|answers", 0 },
  { EN, "too much|many|late|long|tired|fat|heavy|shy|slow", 0 },
  { EN,
    "no energy|sleep|clients|leads|sales|sex|confidence|motivation|time|friends|money|idea|life",
    0 },
  { EN, "debt|debts|owe|overdraft|minimum|bills|bill", 0 },
  { EN,
    "wont|refuses|refuse|doesnt|dont "
    "listen|sleep|eat|talk|go|work|sell|get|want|do|let|stop|speak|know|understand|trust",
    0 },
  { EN, "refuses|refuse|wont", 0 },
  { EN, "forget|forgot|forgotten|lose|losing|lost|wasting|waste|throw|miss|missed|missing", 0 },
  { EN,
    "keep|keeps|kept "
    "getting|saying|doing|losing|failing|putting|forgetting|waking|buying|eating|missing|"
    "attracting|picking|quitting",
    0 },
  { EN, "all day|night", 0 },
  { EN, "every|each|most night|morning|evening|day|time", 0 },
  { EN, "until|till|at|after midnight|1am|2am|3am|11pm|1|2|3|night", 0 },
  { EN, "half away", 0 },
  { EN, "yes to everything|everyone", 0 },
  { EN, "still doing|working|havent|living|not|single", 0 },
  { EN, "for|since years|months|ages|@month|forever", 0 },
  { EN, "in ~ years", 0 },
  { EN, "out of breath|shape|control|money", 0 },
  { EN, "gained|overweight|weight|belly|cholesterol|sugar|prediabetes|bloated", 0 },
  { EN, "shaking|shakes|shaky|sweat|sweating|freeze|freezes|blank|stutter|blush|silence", 0 },
  { EN, "killing me", 0 },
  { EN, "falling apart|behind", 0 },
  { EN, "not working|happy|sleeping|growing|selling|enough|good|sure|able|where", 0 },
  { EN, "nothing|doesnt|isnt|not sells|works|working|changes|happens|helps", 0 },
  { EN, "ghosted|ghost|ghosting|dumped|cheated|cheating|ex|divorce|divorced|breakup|liar|jealous",
    0 },
  { EN, "only talk|speak", 0 },
  { EN, "wake|waking|awake up|at", 0 },
  { EN, "takes ~ hours|forever|ages", 0 },
  { EN, "messy|flat|stagnant|plateau|plateaued|inconsistent", 0 },
  { EN, "cancel|cancels|cancelled|late|leave|leaves|quit|quits|complain|complains|returns", 0 },
  { EN, "rounds|gives out|collapses|cramps", 0 },
  { EN, "turned down", 0 },
  { EN, "zero|no offers|interviews|replies|response|responses|bookings", 0 },
  { EN, "sit|sitting all|for|at", 0 },
  { EN, "gone by", 0 },
  { EN, "procrastinat*", 0 },
  { EN, "eating me alive", 0 },
  { ES, "no puedo|consigo|logro|duermo|entiendo|se|tengo|me|llego|paro|avanzo|hablo", 0 },
  { ES,
    "cansada|cansado|agotada|agotado|estresada|estresado|ansiedad|miedo|triste|sola|solo|perdida|"
    "perdido|harta|harto|atascada|bloqueada",
    0 },
  { ES, "dolor|duele|duelen|mal|fatal|problema|problemas|deuda|deudas|culpa|vergueza|verguenza",
    0 },
  { ES, "escribe|llama ~ noche|domingo|domingos|once", 0 },
  { ES, "llora|lloro|grita|pega|pelea|pelean|peleamos|discutimos|discuto|gritos", 0 },
  { ES, "nunca|nadie|siempre|tarde", 0 },
  { ES, "prediabetes|azucar|colesterol|sobrepeso|engorde", 0 },
  { ES, "demasiado|odio|pierdo|olvido|cuesta", 0 },
  { ES, "todos los dias", 0 },
  { ES, "todas las noches", 0 },
  { PT, "nao consigo|durmo|sei|tenho|posso|aguento|dou|falo|entendo|paro", 0 },
  { PT,
    "cansada|cansado|exausta|exausto|estressada|ansiosa|ansioso|ansiedade|medo|triste|perdida|"
    "travada|sozinha",
    0 },
  { PT, "dor|doi|mal|problema|problemas|divida|dividas|devendo|culpa|vergonha", 0 },
  { PT, "chora|choro|grita|bate|briga|brigamos|brigas|brigam", 0 },
  { PT, "nunca|ninguem|sempre|tarde", 0 },
  { PT, "odeio|perco|esqueco|demais|desisti|telemovel", 0 },
  { PT, "trava|travo|some|somem|sumiram|falta|sobra", 0 },
  { PT, "todo dia|noite|santo", 0 },
  { PT, "todas as noites", 0 },
  { FR, "n|ne ~ pas|plus|jamais", 0 },
  { FR, "n|ne arrive|dors|peux|sais|ai|suis|parle|arrivons|parlons|comprends pas|plus|jamais", 0 },
  { FR, "parle plus", 0 },
  { FR,
    "fatigue|fatiguee|epuise|epuisee|epuises|stresse|stressee|anxieuse|angoisse|peur|triste|seule|"
    "perdue|bloque|bloquee|marre",
    0 },
  { FR, "mal|douleur|probleme|problemes|dette|dettes|honte|retard|grignotage", 0 },
  { FR, "pleure|crie|tape|dispute|disputes|disputons|hurle", 0 },
  { FR, "jamais|personne|toujours|tard", 0 },
  { FR, "deteste|perds|oublie|begaie|trop", 0 },
  { FR, "sans faim", 0 },
  { FR, "tous les soirs|jours|matins", 0 },
  { DE, "kann|kann ich|schlafe|schaffe|weiss|verstehe|komme ~ nicht|kaum", 0 },
  { DE,
    "mude|erschopft|gestresst|stress|angst|traurig|allein|verloren|uberfordert|genervt|ubergangen",
    0 },
  { DE, "schmerz|schmerzen|weh|problem|probleme|schulden|scham", 0 },
  { DE, "weint|weine|schreit|schlagt|streit|streiten|schreie", 0 },
  { DE, "nie|niemand|immer|standig|spat", 0 },
  { DE, "hasse|verliere|vergesse|stottere", 0 },
  { DE, "zu viel|spat|dick|mude", 0 },
  { DE, "jeden morgen|abend|tag", 0 },
};

/* What was begun and did not last. */
static const AntePhrase failures[] = {
  { EN, "tried ~ before|twice|already|everything|once|all", 0 },
  { EN, "ive|i|we|have tried ~ and|but|it|nothing|never", 0 },
  { EN, "tried|paid|hired|bought|joined|did|signed ~ but|left|quit|stopped|failed|nothing", 0 },
  { EN, "paid|hired|bought ~ got|left|quit nothing|after", 0 },
  { EN, "she|he|they quit|left ?me after|within", 0 },
  { EN,
    "i|we ?always ?just ?then ?also quit|stopped|stop|gave|give|drop|dropped|fall|fell "
    "up|after|it|out|by|again|going|off",
    0 },
  { EN, "always quit|stop|give|end|fall", 0 },
  { EN, "i|we|id ?always ?then ?just cave|caved|relapse|relapsed|slip|slipped", 0 },
  { EN,
    "tried|hired|bought|paid|had|did ~ twice|three|before ~ left|quit|stopped|failed|nothing|didnt",
    0 },
  { EN, "both|all|they ~ left|quit|failed", 0 },
  { EN, "ended|end up quitting|giving|stopping", 0 },
  { EN, "start|started ~ stop|stopped|quit|again|over", 0 },
  { EN, "starts|start|restart|started again|over", 0 },
  { EN, "nothing sticks|stuck|worked|works|helped", 0 },
  { EN, "nothing ever works|sticks|worked|helps", 0 },
  { EN, "didnt|never|doesnt|didn work|works|last|stick|help|helped|worked ?for", 0 },
  { EN, "got lazy|bored", 0 },
  { EN,
    "last coach|program|course|time|trainer|nutritionist ~ "
    "didnt|never|nothing|was|ghosted|complained",
    0 },
  { EN, "yo yo", 0 },
  { EN, "lost|gained ~ back|again", 0 },
  { EN, "fell off", 0 },
  { EN, "i|we wasted", 0 },
  { ES, "ya probe|intente|lo|pague|hice", 0 },
  { ES, "he probado|intentado|hecho", 0 },
  { ES, "probe|intente|empece|pague ~ pero|y|nada|deje", 0 },
  { ES, "siempre lo|la dejo|abandono", 0 },
  { ES, "no funciono|sirvio|dure", 0 },
  { ES, "deje|abandone", 0 },
  { PT, "ja tentei|fiz|paguei|comecei", 0 },
  { PT, "tentei|comecei|paguei|fiz ~ mas|e|parei|desisti|nada", 0 },
  { PT, "desisti|desisto", 0 },
  { PT, "nao funcionou|deu|durou", 0 },
  { FR, "j ai deja|tout essaye|paye|fait|tente", 0 },
  { FR, "ai ~ essaye|tente ~ mais|sans|rien", 0 },
  { FR, "n a ?pas|rien marche|fonctionne|donne", 0 },
  { FR, "abandonne|lache|arrete", 0 },
  { DE, "schon ~ probiert|versucht|ausprobiert", 0 },
  { DE, "hat nicht|nichts|nie geholfen|funktioniert|gebracht", 0 },
  { DE, "abgebrochen|aufgegeben", 0 },
};

/* Things that sound bad and are said of nothing bad. */
static const AntePhrase harmless[] = {
  { EN, "no|not|without ?a|any problem|worries|worry|issue|issues|pressure|stress", 0 },
  { EN, "never mind", 0 },
  { EN, "nothing special|much|really", 0 },
  { EN, "dont worry", 0 },
  { EN, "cant wait|believe|stop", 0 },
  { EN, "all good", 0 },
  { EN, "sick of hearing|plank|burpees", 0 },
  { EN, "killing it", 0 },
  { EN, "sorry|thanks for", 0 },
  { EN, "no time|idea to|what", 0 },
  { ES, "sin|ningun problema", 0 },
  { ES, "no pasa nada", 0 },
  { PT, "sem problema", 0 },
  { FR, "pas|aucun de|probleme souci", 0 },
  { DE, "kein problem", 0 },
};

/* "no problem", "can't wait": the words right around make it so. */
static gboolean
is_harmless (const AnteTalk *talk, const AnteLine *line, AnteSpan span)
{
  guint start = ante_line_sentence_start (line, span.first);
  guint from = span.first > start + 2 ? span.first - 2 : start;

  return ante_phrases_find (talk, line, from, MIN (span.after + 2, ante_line_n_words (line)),
                            harmless, G_N_ELEMENTS (harmless), NULL) != NULL;
}

guint
ante_trouble_count (const AnteReading *reading, guint line, AnteSpan *first)
{
  const AnteLine *own = ANTE_READING_LINE (reading, line);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++) {
    AnteSpan span = { 0, 0 };

    if (ante_phrases_find (reading->talk, own, 0, ante_line_n_words (own), &troubles[i], 1,
                           &span) == NULL ||
        is_harmless (reading->talk, own, span) ||
        ante_whose_is (reading, line, span.first) == ANTE_WHOSE_OTHERS)
      continue;
    if (n++ == 0 || span.first < first->first)
      *first = span;
  }
  return n;
}

gboolean
ante_trouble_is_failure (const AnteReading *reading, guint line, AnteSpan *span)
{
  const AnteLine *own = ANTE_READING_LINE (reading, line);

  return ANTE_PHRASES_FIND (reading->talk, own, failures, span) != NULL &&
         !ante_answer_is_unreal (reading->talk, own, span->first);
}
