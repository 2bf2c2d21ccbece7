#include "config.h"

#include "rules/guard/ante-guard-cues.h"

static const char *const guarantee[] = {
  "(its|thats|this is|it is|youre on|youre onto) ?on ?to ?such ?basically a (sure thing|sure "
  "bet|sure win|safe bet|no brainer win|done deal)",
  "guarantee|guarantees|guaranteed|guaranteeing|guarantied|garantie|garantia|garantias|garantizo|"
  "garantizado|"
  "garantizada|garantizamos|garantido|garantida|garanto|garantimos|garanti|garantis|garantit|"
  "garantissons|"
  "garantiert|garantiere|garantieren|garantizar|garantir|warranty",
  "(i|we|you have my|thats a|its a|my|pinky|hand on heart|solemnly|scouts honor) "
  "?can|will|solemnly|hereby|"
  "absolutely ?personally (promise|swear|vow|assure you|give you my word|bet my)",
  "!(i|we) ?will ?always promise ?to|not|that|i ?ill|you ?can ?will (to answer|to reply|to be "
  "honest|to read|"
  "not to judge|ill be honest|no judgement|no judgment|its a friendly|its not scary|its "
  "painless|to keep it|"
  "not to|i wont|to listen|it wont hurt|no hard sell|to keep)",
  "(you have my word|mark my words|take my word|bet my life|put my name on it|hand on "
  "heart|ironclad|"
  "bulletproof|foolproof|fail proof|failproof|fool proof|surefire|sure fire|sure thing that|cant "
  "fail|cannot fail|"
  "can not fail|never fails|never failed|cant go wrong|cannot go wrong|impossible to fail|wont "
  "fail|will not "
  "fail|no way it|no way you|failure is not|failure isnt|does not fail|doesnt fail|always "
  "works|always delivers|"
  "works every time|works every single|works for everyone|works for anyone|works for "
  "everybody|work for everyone|"
  "works on everyone|works no matter|100 success|zero risk|risk free|riskfree|no risk|without "
  "risk|no risk at|"
  "nothing to lose|not risking anything|cant lose|you cannot lose|fully protected|satisfaction is "
  "certain|"
  "certain to work|sure to work|bound to work|bound to succeed|destined to|certain to succeed|sure "
  "to succeed|"
  "works without fail|youll love it or|you will love it or|or your money|or we work for free|or i "
  "work for free|"
  "or you dont pay|or its free|never been unhappy|everyone is happy|never had an unhappy|always "
  "happy with)",
  "!(theres|there is) ?always (some risk|a risk|risk)",
  "!nothing to lose (sleep|weight)",
  "(100|hundred|hundred per|one hundred|1000|200|110) ?% ?per ?cent|percent "
  "(sure|certain|works|guarantee*|"
  "satisfaction|success|effective|safe|confident|satisfied|secure|proven|positive|reliable) "
  "?it|you|that|this|"
  "works|to|in",
  "!(100|hundred|110) ?% ?percent (sure|certain|confident|positive) (i|what|yet|about|if|how)",
  "(definitely|certainly|absolutely|undoubtedly|without a doubt|no doubt|for "
  "sure|surely|inevitably|always|"
  "really does|it will|this will|that will|itll|it simply) ?just|will|going ?to "
  "?definitely|certainly|"
  "absolutely|always (work|works|succeed|succeeds|working for you|fix it|solve it|solves it|fixes "
  "it|deliver|"
  "delivers|change your life|transform your)",
  "!(definitely|absolutely|always|certainly) (work|works) ?on|out|with|through|around|best",
  "!(if|whether|when|what|how|that|something|nothing|plan|routine) ?itll|it|that|this|will "
  "?be|will "
  "?actually|always|definitely work",
  "(it|this|my method|the method|the program|our program|my program|the plan|our method|the "
  "system|this system|"
  "my approach) (will|is going to|is sure to|is certain to|is bound "
  "to|simply|just|really|absolutely|definitely|"
  "100) ?definitely|absolutely|certainly|always|going ?to|% (work|works|succeed|deliver)",
  "!(it|this) (will|just|really|simply) ?always ?not (work|works) "
  "(like|better|around|on|best|out|differently|if "
  "you|the|through|with your|by)",
  "(satisfaction|results|success|outcome|progress|fluency|transformation|weight "
  "loss|happiness|calm) ?is|are "
  "(certain|assured|guaranteed|a given|inevitable|ensured|promised|a certainty)",
  "(promise|promises|promised) (you|results|that you|that itll|that it|youll|it works|it "
  "will|results|success|"
  "to get|this works|it|the results|we will|fluency)",
  "!(promise|promises|promised) ?you ?yourself|him|her|them|it|that|the ?kids|no (kids|no "
  "hard|judgement|"
  "judgment|is|spam|im|pressure|its just|ill|i|not|a|to|the moon)",
  "(te|les|le|os) (prometo|aseguro|garantizo|doy mi palabra)",
  "(prometo|aseguro|juro) que ?esto|vas|te|va|lo",
  "(funciona) ?siempre|para ?con|todo|seguro (siempre|todo el mundo|todos|seguro|si o si|100)",
  "(sin riesgo|sin riesgos|sin ningun riesgo|riesgo cero|cero riesgo|no tienes nada que perder|si "
  "o si|"
  "infalible|no falla|nunca falla|es imposible fallar|satisfaccion segura)",
  "(te|lhe|eu) (prometo|asseguro|juro|garanto)",
  "(sem risco|risco zero|sem riscos|nao tem erro|nao falha|nunca falha|funciona "
  "sempre|infalivel|nao tem como dar "
  "errado|sucesso certo|funciona com todo|satisfacao certa|certeza de resultado)",
  "(je|on|nous) ?te|vous ?le (promets|assure|jure|promettons|assurons|garantis|promet)",
  "(sans risque|sans aucun risque|zero risque|aucun risque|marche a tous les coups|infaillible|ca "
  "marche toujours|"
  "vous n avez rien a perdre|tu n as rien a perdre|impossible d echouer|resultat assure|resultats "
  "assures|succes "
  "assure|satisfait ou)",
  "(ich|wir) (verspreche|versprechen|schwore|garantieren|versichere)",
  "(ohne risiko|kein risiko|risikofrei|risikolos|funktioniert immer|klappt "
  "immer|todsicher|hundertprozentig|"
  "garantie|hundert prozent sicher|du kannst nichts verlieren|nichts zu verlieren|klappt bei "
  "jedem|funktioniert "
  "bei jedem|erfolg ist sicher|kann nicht schiefgehen|geht nie schief)",
  NULL,
};

/* A result, promised as coming: to this lead, or to all who join. */
static const char *const outcome[] = {
  "(everyone|everybody|all|most|people|clients|couples|women) ?of ?the|my|our ?people|clients|"
  "couples|women|families ?i|we|who ?work|works|coach|train|have|join ?with ?me|us ?worked "
  "?with (ends|end|becomes|become|gets|get|leaves|leave|feels|feel|turns|comes) ?up|out ?so|"
  "much|a|lot|far (happier|better|stronger|fit|slim|results|calmer|thinner|richer|confident|"
  "fluent|leaner|happy|fitter|wealthier|transformed|debt)",
  "(he|she|they|hell|shell|theyll|your ex|your husband|your wife|your partner|your boyfriend) "
  "?will|is|are ?going ?to ?definitely|soon|surely ?surely (come back|comes back|fall in love|"
  "fall for you|propose|commit|forgive you|return to|come running|want you back|love you|"
  "change his|change her|beg|never leave|stop cheating|be back)",
  "(you will|youll|you ll|youre going to|you are going to|youre gonna|youll be able to|youll "
  "finally|youll soon|"
  "you can expect to|expect to|youre about to|you should|get you to|make you|have you|will have "
  "you|gets you|will "
  "get you|going to get you|help you|i will help you|ill have you|ill get you|ill make you|we ll "
  "get you|well get "
  "you|well have you|and you|you|she will|he will|he ll|they will|theyll|your kid will|your child "
  "will|your son "
  "will|your daughter will|everyone|clients) "
  "?soon|definitely|easily|finally|absolutely|quickly|also|all|actually|"
  "start|be|to|both|certainly|totally ?soon|definitely|easily|quickly|able|to|always|to ?be|to "
  "(fluent|lose # "
  "?kilos|lose weight|lose the weight|drop # ?kilos|drop two|drop three|drop a dress|drop dress|be "
  "slim|shed|"
  "speak fluently|speak fluent|speak perfect|speaking fluently|speak like a|be bilingual|sleep "
  "through|sleeping "
  "through|sleeps through|sleep all night|never struggle|never yell|never binge|never worry|never "
  "crave|never shout|"
  "stop yelling|stop shouting|stop craving|stop binging|hit your goal|hit your target|reach your "
  "goal|reach your "
  "target|hit your goals|reach your goals|pass the|pass your|ace|get the job|get promoted|get a "
  "promotion|win him "
  "back|get him back|get her back|win her back|find the one|meet the one|find love|be "
  "married|engaged|get engaged|"
  "save your marriage|fix your marriage|be debt free|debt free|get abs|have abs|have a six|see "
  "abs|see results|get "
  "results|see a difference|see real results|transform|be pain free|pain free|be unrecognizable|be "
  "a new person|run "
  "a marathon|run your first|double your|triple your|build muscle|gain muscle|gain # ?kilos|get "
  "shredded|be "
  "shredded|be ripped|feel amazing|be happy|be confident|feel confident|be calm|be tantrum "
  "free|have a calm|have "
  "calm|have peaceful|have a peaceful|fit into|fit in your|be in the best shape|be free from|be "
  "free of|get rid of|"
  "have more energy|love your body|understand everything|understand every|think in|dream in|hold a "
  "conversation|"
  "hold conversations|chat with natives|be conversational|conversational|fall asleep in|be asleep "
  "by|listen the "
  "first|listen first|sleep by|notice results|wake up thin|wear a|keep it off|never diet|never "
  "regain|never gain|"
  "lose belly|lose inches|look amazing|look ten|be thin|get toned|be toned|get fit|be fit|get "
  "lean|stop snacking)",
  "!(you will|youll|you|you should|help you) ?also (see|get) results ?page|of|tab|after|posted",
  "!(hope|want|wish|would like|when|whether|goal|if|once|until|picture|imagine|where|like) "
  "?is|that|for|to|so ?you "
  "?to|can|could|will|were|are ?be|to ~",
  "(results|progress|difference|change|changes|calm|fluency|transformation) ?you "
  "?see|come|comes|show|start|happen|"
  "visible|will|are ?come|show|start|visible ?up|in (within|by week|in the first|from week|from "
  "day|after just|in "
  "just|in under|in less|in # days|in # weeks|in # months|by day|in two weeks|in a week|in days|in "
  "a month|after # "
  "days|after # weeks|in three weeks|in four weeks|in six weeks|by the end|right away|overnight|in "
  "no time|from the "
  "first|immediately)",
  "(fluent|fluency|bilingual|b1|b2|c1|conversational|shredded|ripped|debt free|pain free|tantrum "
  "free|calm nights|"
  "calm evenings|slim|thin|engaged|married|promoted|fit|lean|toned|sleeping|asleep|quiet nights|no "
  "more tantrums|"
  "peace|certified|confident|happy|beach ready|beach body|full nights) "
  "?at|home|through|by|all|again|in|the|night "
  "(in # days|in # weeks|in # months|in just|in only|in under|within|by # weeks|by week|in a "
  "month|in two|in three|"
  "in four|in six|in eight|in a week|in ten|in sixty|in thirty|in ninety|in less than|in no "
  "time|by june|by may|by "
  "march|by spring|by summer|by christmas|by april|by july|by january|by february|by september|by "
  "october|by "
  "november|by december|by august|by easter|by the end|by your|overnight|after # |guaranteed|from "
  "day|from week|in "
  "time for|by next)",
  "(lose|drop|shed|burn|melt|losing|gain|gaining) ?up|about|around|at|least|over|the|those|a ?to "
  "?least ?first|last "
  "?# "
  "?kilo|kilos|kg|kgs|pounds|lbs|lb|stone|inches|dress|sizes|size|cm|weight|belly|fat|it|ten|five|"
  "twenty ?kilos|"
  "pounds|sizes|kg|fat|all (in # |in just|in only|by june|by may|by march|by summer|by "
  "christmas|by spring|in two|in "
  "three|in a month|in a week|in four|in six|in eight|in under|within|a week|per week|a "
  "month|every week|each week|"
  "in no time|fast|without|by the|in your|by week|in the first|by april|by july|by new|by "
  "january|by february|by "
  "easter|for good|forever)",
  "!(want|wanted|like|hoping|goal|target|trying|need|you said|why|tried|aim|plan|would|is it "
  "to|looking|how|did "
  "you|to have|hope|dream|have you|is|crash|promise|promises|anyone|diets|claim|claims) "
  "?was|is|of|to|you ?been ?to "
  "?like ?to (lose|drop|shed|losing|gain|gaining|burn)",
  "(everyone|everybody|every client|all my clients|all our clients|all clients|each client|every "
  "single|every "
  "student|all my students|all of my|most people|most clients|most of my|my clients|our clients|my "
  "students|our "
  "students|our learners|my learners|our families|people|families|parents|clients|learners|anyone) "
  "?who|in|that|on "
  "?join|joins|joined|finish|finishes|start|starts|does|do|the|this|program "
  "?it|program|the|with|this ?all|always|"
  "usually|typically|end|sees|will ?up ?all|usually ?see|get|gets ?real|great|amazing "
  "(lose|loses|lost|speak|speaks|"
  "spoke|sleep|sleeps|see results|sees results|get results|gets results|got "
  "results|reach|reaches|reached|hit their|"
  "hits|transform|transforms|succeed|succeeds|succeeded|improve|improves|improved|double|doubles|"
  "doubled|become "
  "fluent|becomes fluent|became "
  "fluent|pass|passes|passed|fluent|drop|drops|dropped|notice|notices|results|calm "
  "down|feel better|feel amazing)",
  "!(people|most people|parents|families|anyone|everyone|clients|most clients) ?who|do|also|that "
  "?all|find|often|"
  "usually ?when|they (lose|lost|sleep|speak|pass|notice|drop|improve|calm down|feel better) "
  "?most|their|the "
  "?patience|track|interest|momentum|motivation|steam|it|off|hope|how|that|about|in|at "
  "?patience|way|when|after|"
  "dinner",
  "(by|within|before|after|until) ?the|just|only ?end|first ?of ?the|your|# "
  "?#|summer|christmas|spring|week|program|"
  "month|march|june|may|april|easter|new|sixteen|eight|weeks|days|months ?weeks|days|months|year|# "
  "?you|your ?will|"
  "can|kids|nights|kid|child|son|daughter ?will|be ?be (youll be|youll have|youll speak|youll "
  "sleep|youll lose|youll "
  "be able|will be|youre fluent|speaking|sleeping|sleeps|will sleep|you will be|you will have|you "
  "will speak|eating "
  "bread|symptom free)",
  "(your) "
  "(kids|kid|child|son|daughter|toddler|baby|husband|wife|partner|ex|children|nights|evenings|"
  "tantrums|"
  "cravings|marriage|skin|body|sleep|bedtime|bedtimes|accent|pain|weight|anxiety|confidence|"
  "relationship) (will|"
  "is going to|are going to) ?finally|soon|definitely|be|never|all|completely|simply ?finally|soon "
  "?be (sleep|"
  "stop|listen|disappear|vanish|be fixed|melt|change|transform|come back|improve|go "
  "away|calm|smooth|drop|obey|"
  "clear|glow|saved|quiet|gone|fixed|a breeze|double|heal|perfect|fly off|fall off|beg|love "
  "you|peaceful|hit)",
  "(in|within|after) (just|only|under|less than|as little as|a matter of|no more than) ?# "
  "(days|weeks|months|#|two|"
  "three|four|six|eight|ten|lessons|sessions|a week|a month|one week|a few|minutes a day)",
  "!(in|within|after) (just|only|under|less than) ?# ?two|three|#|a|one ?few "
  "(days|weeks|months|hours|minutes) "
  "(ago|away|of no|time|of waiting)",
  "(overnight|instant|instantly|rapid|effortless|effortlessly|guaranteed|life "
  "changing|permanent|dramatic|massive|"
  "miracle) (results|transformation|success|weight loss|change|fluency|fix|solution|progress)",
  "!(no|not|isnt|arent|dont|there is no|theres no|never|nobody|without) "
  "?an|a|any|believe|do|sell|such|offer|about "
  "?in|an|thing ?as (overnight|instant|instantly|miracle|permanent|rapid|guaranteed) ",
  /* Spanish, Portuguese, French, German */
  "(vas "
  "a|hablaras|perderas|bajaras|lograras|conseguiras|dormiras|tendras|seras|podras|veras|aprenderas|"
  "duplicaras|"
  "llegaras|dominaras|te haremos|dejaras) ?a|de|con|el|la|tus|muy|pronto|hablar|perder|bajar|ser "
  "?# ?kilos ?con|el|"
  "de "
  "(fluido|fluidez|fluidamente|kilos|kg|peso|bilingue|resultados|meta|metas|objetivo|objetivos|"
  "dormir|noches|"
  "perder|hablar como|nativo|en # |gritar|toda la noche|calma|italiano en|ingles en|cambio|en "
  "dos|en tres|en un mes)",
  "(fluido|fluidez|resultados|hablar|perder|bajar|bajas|pierdes|hablas|dormira|hablando|pierde|"
  "baja) ?# ?con|de|el|"
  "italiano|ingles|espanol|frances|aleman|kilos|kg|peso|toda|la ?fluidez|noche (en # |en solo|en "
  "solamente|en un "
  "mes|en dos|en tres|en una semana|en menos|en pocas|en tan solo|garantiz*|asegurad*)",
  "!(quieres|te gustaria|objetivo|meta|quisieras|querias) ?es|era ?de "
  "(perder|bajar|hablar|fluidez|fluido)",
  "(voce vai|vc vai|vai|voce sera|voce tera|voce ficara|voce estara|voces vao) "
  "?falar|perder|emagrecer|dormir|ter|ser|"
  "ver|conseguir|eliminar|secar|estar|alcancar ?a|com|em|# ?kg|quilos|kilos "
  "(fluente|fluencia|fluentemente|kg|quilos|"
  "kilos|resultado|resultados|noite toda|em # |em um mes|em duas|em "
  "tres|meta|metas|objetivo|perder|emagrecer|secar|"
  "dobrar|sua meta)",
  "(fluente|perca|perde|emagreca|elimine|resultados|fale|menos) ?# "
  "?kg|quilos|kilos|ingles|espanhol|italiano (em # |em "
  "um mes|em duas|em tres|em apenas|em so|em poucas|em uma semana|garantid*|ate o|ate a|ate "
  "junho|ate marco)",
  "(tu vas|vous allez|vous serez|tu seras|vous parlerez|tu parleras|vous perdrez|tu perdras|vous "
  "aurez|tu auras|vous "
  "dormirez|tu dormiras|vous verrez|tu verras|votre enfant va|ton enfant va|vos enfants vont) "
  "?parler|perdre|etre|"
  "avoir|voir|dormir|des|couramment|# ?# ?kilos|kg (couramment|bilingue|kilos|kg|resultats|en # "
  "|en un mes|en deux|en "
  "trois|en un mois|perdre|objectif|objectifs|toute la nuit|calme|doubler|fluide)",
  "(bilingue|couramment|perdez|perds|resultats|moins|parlez|parle) ?# "
  "?kg|kilos|italien|anglais|visibles (en # |en un "
  "mois|en deux|en trois|en seulement|en quelques|garanti*|d ici|avant l ete|avant mars)",
  "(du wirst|sie werden|du sprichst|du nimmst|du verlierst|dein kind wird|deine kinder werden|ihr "
  "werdet|wirst du) ?in|"
  "garantiert|schnell|bald|dann|endlich ?# ?wochen|tagen|monaten ?# ?kilo|kg|fliessend ?fliessend "
  "(fliessend|kilo|kg|"
  "abnehmen|abgenommen|durchschlafen|schlafen|ergebnisse|resultate|verdoppeln|dein "
  "ziel|schlank|sprechen|in # |"
  "schmerzfrei|nie wieder|ziel erreichen)",
  "(fliessend|schlank|minus|ergebnisse|durchschlafen|abnehmen|traumfigur) ?# "
  "?kilo|kg|italienisch|englisch (in # |in "
  "einem monat|in zwei|in drei|in nur|innerhalb|bis juni|bis marz|bis zum sommer|garantiert|in "
  "wenigen)",
  NULL,
};

/* What the lead hopes for, said after them: no promise. */
static const char *const goal[] = {
  "(your goal|the goal|goal is|target is|you said|you mentioned|you want|you wanted|you would "
  "like|youd like|would you "
  "like|do you want|like to be able|hoping|hope to|aiming|aim|dream of|nice target|nice goal|a "
  "target|that goal|goal "
  "of|what would|which would|want to|wanting to|your aim|your target|your deadline|how would|what "
  "does|what do|how "
  "soon|when do you|when would|are you hoping|trying to|reason behind|is the plan to|so you|your "
  "plan|depends|depend|"
  "it takes|realistic|unrealistic|nobody|no one|anyone who|beware|careful|honest|honestly|instead "
  "of|rather than|"
  "too fast|not possible|how long|have you tried|what have you|tempting|sounds like "
  "you|picture|imagine)",
  "(tu objetivo|tu meta|quieres|te gustaria|quisieras|dijiste|seu objetivo|sua meta|voce "
  "quer|gostaria|votre objectif|"
  "ton objectif|tu veux|voulez vous|vous voulez|aimerais|dein ziel|mochtest du|willst du|du "
  "mochtest|hattest du|depende|"
  "ca depend|kommt drauf an|que te|que quieres|o que)",
  NULL,
};

static const char *const income[] = {
  "(revenue|income|sales|salary|business|earnings|profit|profits|bookings|clients|rates|"
  "turnover|paycheck|ingresos|ventas|vendas|faturamento|umsatz|einkommen) (will|is going to|"
  "are going to|can|could|should|va a|van a|vai|wird) ?easily|soon|more|also|at|quickly ?least "
  "?than ?sich (double|triple|grow|explode|skyrocket|increase|rise|soar|jump|multiply|duplicar|"
  "dobrar|verdoppeln|climb|take off)",
  "(earn|earning|make|making|bring in|bringing in|pull "
  "in|generate|generating|bank|pocket|clear|earns|makes|made|hit|"
  "hitting|reach|reaching|add|adding|close|closing|invoice) "
  "?you|an|up|about|at|over|around|your|first|a|easily|back|"
  "extra|to|another|least ?extra|to ?first|least ?your ?$|€|£ # "
  "?k|grand|thousand|figures|figure|$|€|£|dollars|euros|"
  "pounds ?in|a|per|of|every|by "
  "(month|months|week|weeks|day|year|sales|revenue|income|profit|extra|more|launch|clients|"
  "mrr|recurring|your first|the end|june|march|summer|christmas|from)",
  "(five|six|seven|four|multi|multiple|5|6|7) figure|figures ?a|per "
  "?income|month|months|year|business|launch|launches|"
  "earner|coach|coaches|revenue|sales|day",
  "(10k|5k|20k|30k|100k|50k|8k|15k) (month|months|launch|launches|per month|a "
  "month|weeks|days|revenue)",
  "(double|triple|2x|3x|10x|multiply|quadruple|skyrocket|explode|scale|boost|doubling|tripling|"
  "grow|doubles|doubled|"
  "tripled|tenfold) ?ed ?your|their|her|his|the|its ?monthly|yearly "
  "(income|revenue|sales|salary|earnings|turnover|"
  "profit|profits|clients|client "
  "list|bookings|business|money|rates|launch|paycheck|mrr|conversion|conversions)",
  "(youll|you will|you can|youd|you ll|clients) ?easily|also|then|soon (save|earn|make|keep|put "
  "away|pocket|"
  "bring in|free up) ?up|at|about|around|over ?to|least ?an ?extra ?$|€|£ #",
  "(pays|pay|paid|paying) ?for ?itself|off (itself|for itself|for themselves|itself back|you "
  "back|back in|itself "
  "off)",
  "(earn|make|earned|made|get|recoup|recover|win|making|earning|recouped|recouping|earns) "
  "?it|the|your|that|this|all|"
  "every ?money|investment|fee|cost|price|program|whole ?fee|penny|cent|thing ?right (back|back "
  "in|back with|back by|"
  "back within|investment)",
  "!(get|make|win|earn|recover) ?it|the|your|that|all|him|her ?right back "
  "to|on|into|up|home|at|together",
  "(return on|roi|back on) ?your|the ?investment|of ",
  "(sign|land|close|book|win|get|attract|signing|landing|closing|bring "
  "in|find|signs|landed|signed|closes|booked) ?you|"
  "your|up|at|a|more|new|high ?first|least|to ?# "
  "?new|high|paying|ticket|premium|discovery|dream|ideal|extra|more "
  "?ticket|paying (clients|client|customers|sales|deals|customer|buyers|bookings) "
  "?in|within|by|a|per|every|from|each|"
  "on|before",
  "!(sign|land|get|find|attract|win|book|close) ?your|more|new ?first "
  "(clients|client|customers|sales) ?from ?now ?at "
  "?the ?moment ?right",
  "(fully booked|booked out|sold out launch|passive income|financial freedom|financially free|quit "
  "your job|quit your "
  "day job|replace your income|replace your salary|full time income|fire your boss|make money "
  "while|more clients than|"
  "never worry about money|retire|get rich|be rich|money will flow|flood of clients|flooded with "
  "clients|pay off your "
  "debt|pay off all|debt free|out of debt|raise your rates|get a raise|salary increase)",
  "!(want|wanted|like|hoping|goal|target|dream|trying|is the plan|you said|why|would you|are "
  "you|do you|how did|what "
  "would|hope) ?was|is|of|to|be|for ?to ?be ?the|an ?a ?fully (fully booked|booked out|passive "
  "income|financial "
  "freedom|quit your|replace your|retire|debt free|get rich|pay off|out of debt)",
  "(ganaras|vas a ganar|ganar|facturar|facturaras|duplicar|duplicaras|multiplicar|triplicar|vas a "
  "facturar) ?tus|mas|"
  "hasta|tu|al|de ?$|€|# ?al|€|euros|dolares|mil|de ?mes|€ (ingresos|ventas|al "
  "mes|euros|dolares|mil|facturacion|"
  "clientes|dinero|ganancias|# )",
  "(se paga solo|se paga sola|recuperas la inversion|recuperaras|recuperas lo|se paga sozinho|se "
  "paga sozinha|recupera "
  "o investimento|vai faturar|faturar|dobrar seu faturamento|dobrar suas vendas|voce vai "
  "ganhar|ganhar # |gagner # |tu "
  "gagneras|vous gagnerez|doubler ton chiffre|doubler votre chiffre|doubler tes revenus|doubler "
  "vos revenus|se "
  "rembourse tout|s autofinance|rentabilise|verdienst du|du verdienst|wirst du "
  "verdienen|verdoppelst|verdoppelt deinen|"
  "macht sich bezahlt|zahlt sich selbst|umsatz verdoppeln|einkommen verdoppeln|hast du wieder "
  "drin|ingresos pasivos|"
  "renda passiva|revenus passifs|passives einkommen|nuevos clientes en|clientes nuevos en|novos "
  "clientes em|nouveaux "
  "clients en|neue kunden in)",
  NULL,
};

const AnteCueTable ante_words_promise[] = {
  { ANTE_CUE_GUARANTEE, guarantee }, { ANTE_CUE_OUTCOME, outcome }, { ANTE_CUE_GOAL, goal },
  { ANTE_CUE_INCOME, income },       { ANTE_CUE_GUARANTEE, NULL },
};
