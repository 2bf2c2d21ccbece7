#include "config.h"

#include "rules/guard/ante-guard-cues.h"

/* Danger to the lead's life, soft words and jokes too, and violence at home. */
static const char *const crisis[] = {
  "(dont|not|dont really|never) ?even feel like (being alive|living|existing|waking up anymore|"
  "being here anymore)",
  "!feel like living (together|abroad|in|with|here)",
  "(he|she|husband|boyfriend|bf|partner|ex|wife|girlfriend|dad|father|stepdad|someone) ?once|"
  "has|just|even (tried|tries|wants|wanted|threatened|threatens|attempted) to (strangle|choke|"
  "kill|stab|hit|hurt|beat|rape|drown|attack|shoot) me|us",
  "if i (died|die|disappeared|vanished) ?tomorrow|tonight|now",
  "!if i die|died (laughing|first|young|on|of)",
  "(hate|hating) ?just (being alive|living ?anymore|existing|my existence|being here anymore)",
  "!(hate|hating) living (with|in|like|here|paycheck|at|alone|near|on|out|off)",
  "(hand|hands|arm) (around|on|round) my (neck|throat)",
  "if i ?just (was|were|am|died|wasnt|werent) (dead|gone ?forever|not here|not around|not "
  "alive)",
  "!if i was gone (for|all|on|at)",
  "(way out|escape|answer|solution|option|relief|choice|thing left) ?left ?for ?me ?seems ?to "
  "?be ?is (death|dying|to die|suicide|ending it|being dead|to end it)",
  "(death|dying|being dead) ?is|would|sounds|seems|feels|looks ?be ?like ?better|easier|so "
  "(better|easier|peaceful|the answer|the only|a relief|the only way|nice|like a)",
  "!(diet|father|mother|dad|mom|dog|grandma|wedding|since|after|his|her|phone|battery) ~ "
  "(death|dying)",
  "(life|everything|living|existence) ?just|is|feels|seems ?is ?so|just|completely|totally|too "
  "(pointless|meaningless|hopeless|unbearable|not worth|worthless|too painful|painful)",
  "!(sex|love|social|work|night|diet|diets|dating|gym|counting|homework) ?life|is ~ (pointless|"
  "meaningless|hopeless|unbearable)",
  "want ?to ?get out of ?this|my life",
  "!want out of my life (coach|insurance)",
  "(pills|tablets|meds|bottle) ~ ~ (taking|take|swallow|swallowing) ?them ?all (all|them)",
  "!(doctor|forget|forgot|remember|prescribed) ~ ~ (take|taking) them",
  "(he|husband|boyfriend|bf|partner|ex|dad|father|stepdad|she|wife|girlfriend) ?just|just|has|"
  "once|even|also|always (pushed|pushes|shoved|throws|threw|grabbed|grabs|dragged|drags|"
  "strangled|choked|spat|slammed|slapped|burned|hurts|raped|locked|beats|punches) (me|us)",
  "!(he|she) (throws|threw|pushed|pushes|grabs|hurts) (me|us) (off|a|to be|to do|in|into|under|"
  "for|with|how|up|snacks|food|toys)",
  "(no|ya no|no lo) ?ya ?lo ?puedo ?mas (aguanto|soporto|quiero) ?mas (vivir|la vida|seguir "
  "viviendo|seguir viva|seguir vivo|esta vida)",
  "(cansad*|hart*) de (vivir|la vida|esta vida)",
  "(cansad*|farto|farta|cansei) (de viver|da vida|de estar viva|de estar vivo)",
  "(en peux|peux|supporte|veux) plus ?de ?la ?cette (vivre|vie|cette vie|la vie|exister)",
  "(marre|fatigue|fatiguee|ras le bol) de (vivre|la vie|cette vie|exister)",
  "(keine lust|keine kraft|mude) ?mehr ?zu|am ?zum ?noch (leben|zu leben|weiterzuleben|"
  "weiterleben)",
  "(ware|bin) ?ich ?lieber|am|besser ?liebsten|einfach (tot|nicht mehr da|weg von dieser welt)",
  "(cant|dont want to|no longer want to|dont wanna|wanna|want to|rather not) (be alive|exist|"
  "stay alive|live like this anymore|carry on living|be in this world|be on this earth|live on)",
  "(planning|plan|thought about|thinking about|think about|considering|considered|about) ?to|"
  "on|of|how ?to (killing|end|ending|hanging|drowning|overdosing|kill) (myself|my life|it all|"
  "it tonight)",
  "(want|wish|need|wanted) ?for it|everything|this|life|things ?all|just ?to ?just (end|be "
  "over|stop hurting|to end|to be over|stop forever)",
  "!(want|wish|need|wanted) ?for it|everything|this|things ?all ?to ?just (end|be over) ?by|"
  "before|with|well|on|in (by|before|well|on|good|soon|already)",
  "(husband|boyfriend|bf|wife|girlfriend|partner|stepdad|stepfather|father|dad|mother|mom|mum|"
  "ex|he|she) ?still|also|always|just|sometimes|often (hits|hit|beats|beat|chokes|choked|"
  "punches|punched|hurts|kicks) (my|our|the) (mom|mum|mother|sister|brother|kids|children|son|"
  "daughter|baby)",
  "!(he|she) (hits|hit|kicks|hurts) (my|our|the) (sister|brother|kids|baby|mom|mum|son|"
  "daughter) ?when ?at ?if",
  "(said|says|threatened|threatens|swears|swore|told me) ?hell|shell|to|that|he|she|me ?he|she|"
  "hes|ll ?would|will|is|ll|wants|gonna|going ?to ?going ?to ?to kill|hurt|shoot|strangle me|"
  "us|himself|herself",
  "(no|lost|lose|losing|without|dont have|have no|havent) ?my|the|any|got ?the|a|any (will|"
  "wish|desire|strength|energy|reason) (to live|to go on|to be here|to keep living|for living|"
  "to stay alive)",
  "(mejor|mejores) ?todo|todos|sin|para|seria ?todos ?si ?yo (sin mi|no estuviera|no existiera|"
  "muriera)",
  "si ?yo no (estuviera|existiera) ?aqui|mas",
  "!si ?yo no estuviera (tan|en|de|con|ocupad*|trabajando)",
  "(no one|nobody|noone|they wouldnt|anyone) ?would|will|even|ever|really|d (miss|notice|care|"
  "cry) ?me|about|for ?me ?if|when|i|were|was ?if ?i ?was|were|just (gone|died|dead|"
  "disappeared|vanished|gone tomorrow|wasnt here|werent here|die)",
  "(what if|wish|hope|if only|maybe|want to) ?i ?could|just|to ?just didnt|dont|not|never ?just "
  "wake up ?tomorrow|again|anymore",
  "!(wish|hope|want to|what if|maybe|if only) ?i ?could|can|to|just ?just wake up ?tomorrow ?a|"
  "feeling|early|earlier|at|without|and|in|fresh|next|rested|before|with|to",
  "want|wanna|wanted|going|gonna|ready|tried|trying|deserve|about|wish|rather|hope|wanting ?to|i "
  "?could|would|just die|kms",
  "(want to|wanna|going to|gonna|ready to|wish i could|rather|wish i was|wish i were|better off|i "
  "should) (be dead|not be here|not wake up|end it|end it all|stop existing|not exist|not be "
  "alive|just be dead|never wake up)",
  "(wish|hope|hoped|wished|pray|hoping) i ?just (wouldnt|dont|didnt|never|would not|wont) (wake "
  "up|wake up "
  "tomorrow|exist|have to wake up)",
  "wish i (was|were) (dead|gone|never born|not here|not alive)",
  "want to (disappear|vanish) ?forever|completely|for ?good",
  "!want to disappear|vanish (into|to) a|the|my|some (spa|book|beach|island|cabin|bath|blanket|"
  "hotel|forest)",
  "just (want to|wanna) (disappear|not exist|vanish|sleep forever)",
  "!die (laughing|of|from|for|when i saw|on that hill|hard)",
  "kill|killing|killed|kills|shoot|hang|drown|poison|unalive myself|meself|myslef",
  "!killing myself (at|in|over|with|for|trying|to get) ?the ?(gym|work|cardio|job|office|it|this)",
  "hurt|hurting|harm|harming|cut|cutting|burning|burn myself",
  "!(hurt|cut|burn|burning|burned) myself (at|in|doing|lifting|running|training|playing|squatting|"
  "deadlifting|shaving|cooking|off|some|a|on|out|skiing|while|when|with)",
  "self harm*|injur*",
  "selfharm*|suicid*|unaliv*|suizid*|selbstmord*|lebensmude*|overdos*",
  "kms",
  "(took|take|taking|swallow|swallowed|swallowing) (all|too many|a bunch of|a whole|the whole) ~ "
  "(pills|bottle|tablets|meds)",
  "(end|ending|ended|take|taking) (my life|my own life|it all|things for good|everything for good)",
  "(no|dont see|dont see the|see no|cant see|cant see the|cant see a|not see|whats the|what is "
  "the|any|isnt a|is no|theres no|not any|find no|hard to see the|hard to see|dont know the|lost "
  "the|not see the|never see the|do not see the) (point|reason|use|purpose|sense) ?in|of|to "
  "(living|life|being here|go on|going on|live|keep going|carry on|carrying on|being alive|"
  "existing|exist|be here|stay alive|wake up anymore)",
  "?what point (of|in) ?even (living|being alive|life|going on)",
  "whats the point anymore|any",
  "(better|happier|easier) ?off (without me|if i was gone|if i were gone|if i wasnt|if i werent|"
  "if i disappeared|dead|if i didnt exist)",
  "(dont|do not|didnt|not) (want to|wanna|want) ?to (live|be here|be alive|wake up|exist|go on "
  "living|keep living|carry on living) ",
  "!dont want to live|be ?here (like|with|in|this way|near)",
  "!want to wake up (early|at|before|every|with|so|tired|that)",
  "(tired|sick|exhausted|done|over|weary) (of|with) (living|life|being alive|existing|being here)",
  "cant (go on living|go on anymore|go on any more|keep living|live anymore|live any more|see a "
  "way out|see any way out)",
  "(dont|not) ?know|think|sure ?if|how|that ?i ?want|can|will|could ?to (go on|be here tomorrow|"
  "make it through the night|survive the night|keep living)",
  "(nothing|no reason|nothing left|no one|nobody) ?left (to live for|to live|worth living for)",
  "life (isnt|is not|aint|not|no longer) worth (living|it anymore|it)",
  "not worth living",
  "(jump|jumping|jumped|step|stepping|walk|walking|drive|driving) (off|in front of|into) ?a|the|my "
  "(bridge|roof|balcony|building|train|bus|traffic|tree|cliff)",
  "(never|not) wake up (again|tomorrow|anymore)",
  "(goodbye|suicide) (note|letter)",
  "(thoughts|thought|thinking) (of|about) (ending|hurting|harming|dying|not being here|death|"
  "killing|not being alive|ending it)",
  "(dark|intrusive|suicidal|bad) thoughts ~ (die|dying|end|hurt|safe|harm|myself)",
  "not safe (with|from|around|by) myself",
  "(dont|not) trust myself ~ (alone|tonight|safe)",
  "(husband|boyfriend|bf|wife|girlfriend|gf|partner|stepdad|stepfather|father|dad|mother|mom|mum|"
  "ex|"
  "fiance|he|she|spouse|roommate) ?still|also|just|has|had|always|sometimes|often|keeps (hits|hit|"
  "hitting|beats|beat|beating|punched|punches|chokes|choked|slapped|slaps|strangled|shoved|kicked|"
  "threatened|threatens|attacked|abuses|abused|rapes|raped|threw|throws) (me|us|things at me)",
  "!(hits|hit|beats|threw|throws) (me|us) (up|different|hard|with|at|in) ?(tennis|chess|fifa|"
  "games|that|about|the|a)",
  "(afraid|scared|terrified|frightened) (of|to go home to|to be home with) (my|the) (husband|"
  "boyfriend|bf|wife|partner|dad|father|stepdad|ex|spouse|girlfriend|mother|mom|mum)",
  "(scared|afraid) to (go home|be at home|be home)",
  "domestic (violence|abuse)",
  "abusive (husband|partner|boyfriend|wife|home|household|marriage|girlfriend|father|spouse)",
  "!(left|leaving|escaped|survived|after|out of|had|my ex) ~ abusive",
  "(not|dont feel|never feel|unsafe|isnt|not feeling|no longer feel) ?safe (at|in my|in our|in "
  "this) ?own (home|house)",
  "unsafe at home",
  "(he|husband|partner|boyfriend|dad) (wont let me leave|locks me in|locked me in|said hed kill|"
  "will kill me|threatened to kill)",
  /* Spanish */
  "(quiero|queria|quisiera|ganas de|deseo|prefiero|preferiria|ojala|pensando en|pienso en) "
  "(morir|morirme|matarme|desaparecer|estar muerto|estar muerta|no despertar|no existir|"
  "suicidarme|quitarme la vida)",
  "me (quiero|quisiera|gustaria|queria) (morir|matar|desaparecer)",
  "matarme|suicidarme",
  "!(va a|van a|esto va a|quiere|quieren|puede) matarme",
  "(quitarme|acabar con|terminar con) (la vida|mi vida|todo)",
  "no (quiero|deseo|puedo) ?mas|ya (vivir|seguir viviendo|seguir aqui|estar "
  "aqui|existir|despertar)",
  "no le|la veo|encuentro ?el sentido a (la vida|vivir|seguir|nada)",
  "no (veo|encuentro|tiene) ?el ?la sentido (a|en|de|vivir) ?la ?seguir "
  "(vida|vivir|viviendo|seguir)",
  "(estarian|estaran|estaria) mejor sin mi",
  "(hacerme|me hago|me estoy haciendo) dano",
  "(marido|esposo|novio|pareja|padre|mujer|esposa|ex|padrastro) me (pega|golpea|maltrata|amenaza|"
  "pego|golpeo)",
  "(perdi|sin|no tengo) ?las ganas de vivir",
  "no vale la pena vivir",
  "la vida no (tiene sentido|vale)",
  /* Portuguese */
  "(quero|queria|prefiro|vontade de|penso em|pensando em|quis|preferia) (morrer|me matar|sumir|"
  "desaparecer|nao existir|nao acordar|acabar com tudo)",
  "me matar|suicidar",
  "(tirar|acabar com) ?a (minha|propria|tudo|vida) ?propria ?vida",
  "nao (quero|aguento|consigo) ?mais (viver|estar aqui|existir|acordar)",
  "nao quero viver",
  "nao (vejo|ha|tem|faz) ?mais sentido (em|na|viver|de) ?viver|vida",
  "melhor sem mim",
  "(me machucar|me cortar|me ferir)",
  "(marido|namorado|parceiro|pai|companheiro|esposo|ex|padrasto) me (bate|agride|ameaca|bateu|"
  "agrediu|espanca)",
  "(sem|perdi a) vontade de viver",
  /* French */
  "(envie|veux|voudrais|prefere|pense|prefererais) ?juste ?de|a (mourir|en finir|me "
  "tuer|disparaitre|"
  "me suicider|ne plus me reveiller|crever)",
  "(me|m) (tuer|suicider|ouvrir les veines|foutre en l air)",
  "!(va|vont|finir par|tout) me tuer",
  "en finir avec (la vie|tout|moi)",
  "plus (envie|la force|de raison) de (vivre|etre la|continuer a vivre)",
  "(veux|peux) plus (vivre|etre la|etre en vie)",
  "?mettre fin a (mes jours|ma vie)",
  "mieux sans moi",
  "a quoi (bon|ca sert) ?de (vivre|continuer a vivre)",
  "(me|m) (faire|fais|fait) du mal",
  "(mari|copain|conjoint|pere|compagnon|mec|ex|beau pere|femme|copine) me (frappe|bat|tape|menace|"
  "cogne)",
  "(mari|copain|conjoint|pere|compagnon|mec|ex) m a (frappe*|battue|battu|tape*|menace*)",
  "aucun (sens|raison) (a|de) (la vie|vivre)",
  /* German */
  "(will|mochte|wollte|wurde) ?einfach|nur|am|gerne|lieber|liebsten ?liebsten (sterben|nicht mehr "
  "leben|tot sein|nicht mehr da sein|nicht mehr aufwachen|verschwinden|nicht mehr sein)",
  "mich (umbringen|umzubringen|toten|ritzen|selbst verletzen|selber verletzen)",
  "bring|bringe mich (um|noch um)",
  "nicht mehr leben (will|mochte|kann|wollen)",
  "(keinen|kein) (sinn|grund) ?mehr ?im|zu|am ?noch leben|lebens",
  "ohne mich (besser|leichter)",
  "(mann|freund|partner|vater|ex|stiefvater|frau) (schlagt|schlug|bedroht|verprugelt|wurgt|"
  "misshandelt) (mich|uns)",
  "(das|mein) leben (nehmen|beenden)",
  "(schluss|ende) ?machen mit (dem leben|meinem leben|allem)",
  "lebe* nicht mehr (lohnt|wert)",
  NULL,
};

/* The lead, not a child of theirs, is under age. Years of birth are counted elsewhere. */
static const char *const minor[] = {
  "(mi edad|minha idade|mon age|mein alter) ?es|e|est|ist @teen",
  "(not old enough|too young|old enough|young for this) ?yet ?at ?i ?im ?only @teen",
  "(viens|vient|vais|bientot|j aurai|aurai) ?d ?de ?avoir @teen ans",
  "!@child|il|elle|fils|fille ~ (vient|aura) ?d ?avoir @teen ans",
  "werde ?ich ?ja ?erst ?bald|demnachst|nachsten|nachste|im|diesen ?monat|woche|jahr|marz|mai|"
  "juni @teen",
  "!werde ?ich ?bald @teen (minuten|kilo|kg|tage|wochen|stunden|km)",
  "(im|i am|still|being|because im|as im) ?still|technically|legally under age|aged",
  "!(j|jai) ?ai @teen ans (de|d)",
  "@teen (f|m|female|male) ?here $",
  "(faco|fiz|completo|cumplo) @teen (em|no|na|amanha|mes|semana|este|esse|ano|en|el|manana|"
  "proximo|hoje|hoy)",
  "(ill|i will|gonna|going to|about to|will) ?be|turn|soon ?be|turn @teen ?in|soon|next|this|on",
  "!(ill|i will|gonna|going to|about to|will) ?be|turn|soon ?be|turn @teen (minutes|weeks|min|"
  "mins|months|kg|days|late|kilos|hours|of|pounds|miles|km|people|sessions)",
  "!(he|she|son|daughter|kid|kids|they|hell|shell|youngest|oldest|@child) ?who ?is|s (will|is|"
  "gonna|going to|about to) ?be|turn ?be|turn @teen",
  "(high school|highschool|hs) (junior|senior|freshman|sophomore|student|kid|girl|boy|pupil)",
  "!(teach|teacher|taught|was a|old|my) ~ (high school|highschool|hs) (junior|senior|freshman|"
  "sophomore|student|kid|girl|boy|students)",
  "(gehe|geh|bin) ?ich ?noch ?jetzt in ?der|die (5|6|7|8|9|10|11) $",
  "(im|i am|i m|iam|turned|turning|am) ?only|just|still|nearly|almost|actually|a|about|like|"
  "literally ?just @teen",
  "!(im|i am|i m|am|turned) ?only|just|still|nearly|almost|about|already|now|like|down|up @teen "
  "(weeks|week|wks|wk|months|month|days|day|minutes|minute|min|mins|hours|hour|hrs|kg|kgs|kilos|"
  "kilo|lbs|lb|pounds|years in|years into|years sober|years post|percent|steps|miles|km|sessions|"
  "lessons|pages|k|dollars|euros|stone|units|people|kids|clients|in and|of|postpartum|pp|cm|inches|"
  "%|$|€|x|modules|reps|rounds|classes|chapters|under|over|short|behind|down|away|hours in|weeks "
  "in|"
  "weeks pregnant|pregnant)",
  "age|aged @teen",
  "my age is @teen",
  "!@child|kids|students|pupils|group|clients|him|her|them|son|for|ages age|aged|ages",
  "!@child ~ age|aged|ages",
  "(as|im|i am|being) ?only|just a @teen (year|yr|y|yrs) old|o",
  "@teen (here|year old here|yo here|years old here|girl here|f here|m here|year old girl "
  "here|year "
  "old boy here)",
  "^ @teen (is that|is it|can i|am i|too young|years old|yo|yrs old|and i|and want|is this|so|if "
  "thats|so can)",
  "(im|i am) (a|an) @teen ?year ?old (girl|boy|student|guy|kid|teen)",
  "@teenmark",
  "!@my|a|an|our|his|her|the|their|with|youngest|oldest|eldest|have|and|has|is|are|was|hes|shes|"
  "other|one|two|turns @teenmark",
  "(im|i am|were) ?still|only|just (under|below|not|not yet|not even|nearly|almost|less than) (18|"
  "eighteen)",
  "(under|below) (18|eighteen) (here|btw|is that|can i|if thats)",
  "(wont|not|dont|until|til|till|when|before) ?be ?turn ?i ?turn ?im (18|eighteen) ?yet ?until",
  "!(when|before|since|until) i (was|turned|were) (18|eighteen)",
  "(turn|turning|be|ill be) (18|eighteen) (in|next|this|soon|on)",
  "!@child|he|she|hell|shell|shes|hes|they|daughter|son ~ (turn|turning|turns|be) (18|eighteen)",
  "(im|i am|as|still|being) ?still|only|just ?a ?an (minor|underage|teenager|high schooler|"
  "highschooler|schoolgirl|schoolboy|middle schooler|preteen|tween)",
  "!as|a|to a minor (thing|issue|detail|problem|point|change|key)",
  "(im|i am|still|currently|go to|attend) ?still ?in ?at ?my ?a (high|middle|secondary|junior high|"
  "grade|elementary|primary) school",
  "(im|i am) ?still ?only ?a ?going ?into|in|on ?the ?my (6th|7th|8th|9th|10th|11th|12th|sixth|"
  "seventh|eighth|ninth|tenth|eleventh|twelfth) ?year|form|grade|graders|grader",
  "(im|i am) ?still ?only (in|a) ?the ?my (year|grade|form|yr) (6|7|8|9|10|11|12|six|seven|eight|"
  "nine|ten|eleven|twelve)",
  "!(im|i am) in (year|grade) ?# of",
  "(im|i am) ?a (freshman|sophomore|junior|senior) (in|at) (high school|hs|highschool)",
  "(freshman|sophomore) (in|at|of) (high school|hs)",
  "(ask|need|get|without|have|tell|with) my (parents|mum|mom|dad|parent|guardian|mums|moms|dads) "
  "(permission|consent|signature|to sign|approval|to sign it|to sign up)",
  "(parents|mum|mom|dad|mums|moms) (wont let me|will let me|would let me|let me|dont let me|has to "
  "sign|have to sign|needs to sign|would kill me if|will pay|cant know|can not know|dont allow)",
  "(parental|parents|guardian) (consent|permission)",
  "!@child ~ (parental|parents) (consent|permission)",
  "my (pocket money|allowance)",
  "my (gcses|gcse|a levels|sats|homeroom|math teacher|school counselor|11th birthday|12th birthday|"
  "13th birthday|14th birthday|15th birthday|16th birthday|17th birthday)",
  "(after|before|at) school ~ (homework|my teacher|my parents)",
  "(too young|old enough) ~ (im|i am) @teen",
  /* Spanish */
  "(tengo|cumplo|cumpli) ?solo|apenas @teen (anos|anitos|y|pero|$|a)",
  "tengo @teen $",
  "soy menor ?de ?edad",
  "!(soy|es) ?el|la menor de (mis|los|las|tres|dos|cuatro|la|mi|edad que|siete|cinco)",
  "(estoy|voy|estudio) (en|a) ?la|el (secundaria|prepa|preparatoria|eso|bachillerato|instituto|"
  "colegio|liceo)",
  "(1|2|3|4|primero|segundo|tercero|cuarto) de (la|eso|secundaria|bachillerato) ?eso",
  "!@child|hijo|hija ~ (1|2|3|4|primero|segundo|tercero|cuarto) de",
  "mis padres (no me dejan|tienen que firmar|me dejan)",
  /* Portuguese */
  "(tenho|faco|fiz|completo) ?so|apenas @teen (anos|aninhos|e|mas|$)",
  "sou ?de ?ainda menor ?de ?idade",
  "(estou|to|estudo|curso) ?ainda no (ensino medio|ensino fundamental|colegial|9 ano|8 ano|nono "
  "ano|oitavo ano|setimo ano|primeiro ano do ensino|segundo ano do ensino|terceiro ano do ensino)",
  "meus pais (nao deixam|tem que assinar|precisam assinar|deixam)",
  /* French */
  "(j ai|jai) ?que|seulement|juste @teen (ans|et|mais|$)",
  "(je suis|suis) ?encore ?une ?un (mineur|mineure|collegien|collegienne|lyceen|lyceenne|ado|"
  "adolescent|adolescente)",
  "(je suis|suis) ?encore (en|au) (troisieme|quatrieme|cinquieme|sixieme|seconde|3eme|3e|4eme|4e|"
  "5eme|2nde|college|lycee|terminale|premiere|cm2)",
  "mes parents (doivent signer|veulent pas|me laissent|sont d accord)",
  /* German */
  "bin ?ja|erst|gerade|noch|doch|eigentlich ?erst @teen",
  "!bin ?erst|schon|seit|noch @teen (minuten|kilo|kg|wochen|tage|tagen|monate|stunden|km|%|jahre "
  "alter|jahre dabei|jahre verheiratet)",
  "bin ?ja|noch|erst ?noch (minderjahrig|nicht 18|keine 18|unter 18|schuler|schulerin|teenager|"
  "nicht volljahrig)",
  "(gehe|bin|komme) ?ja|noch|jetzt in ?der|die (5|6|7|8|9|10|11|funften|sechsten|siebten|achten|"
  "neunten|zehnten|siebte|achte|neunte|zehnte|elfte|elften) klasse",
  "meine eltern (mussen unterschreiben|erlauben|lassen mich)",
  NULL,
};

/* The lead's own body, now: expecting a child, in treatment, on medicine, operated, in pain. */
static const char *const medical[] = {
  "(heart|kidney|liver|thyroid|autoimmune) (condition|disease|failure|problem|problems) "
  "?patient (here|since|diagnosed|runs|patient|and im|too|so)",
  "!@my @relative|@partner|@other ~ (heart|kidney|liver|thyroid) condition|disease|problem|"
  "problems",
  "(breast|lung|skin|prostate|ovarian|thyroid|colon|bowel|blood|cervical|brain) (cancer|tumor|"
  "tumour)",
  "!@my|his|her|the @relative|@other|@partner|@child ~ ~ (cancer|tumor|tumour)",
  "(in|under|having|undergoing|getting|receiving|started|during) (treatment|therapy|chemo|"
  "radiotherapy) (for|against) ?my|a|an|breast|lung|chronic|severe @illness|cancer",
  "(im|i am|am|currently|found out im|also|being|while|since im) ?already|now|newly|also|heavily|"
  "currently|actually|just|quite ?# ?and ?a ?half ?weeks|months|wks|mo pregnant",
  "(im|i am|were|we are) expecting ?a|our|my|twins|in ?(baby|child|first|second|twins|march|june)",
  "# ?and ?a ?half (weeks|wks|months|week|wk) (pregnant|along|preggo)",
  "(my|this|during my|in my) ?current ?first|second|third (pregnancy|trimester)",
  "!(after|during|in|since|before) my ?last|first|second|third|previous (pregnancy|pregnancies)",
  "!(was|were|got|used to be|not|my wife|wife is|sister is|never|arent) ~ pregnant",
  "!(when|before|while|if|until|once) i ?was|am|get|got|became ?not ~ pregnant",
  "!(trying|want|hoping|planning|hope|plan) to ?get|be|become pregnant",
  "(im|i am|ive been|been|im now|just|started|currently|was put|got put|put me|doctor put me|still|"
  "went|go|going) ?currently|still|now|also|back (on|taking|off) ?my|some|a|the|daily|new|heavy|"
  "strong|blood|of|low ?dose @drug",
  "(i|i currently|i also|i still|have to|i now|and|gotta) (take|use|inject|need) ?my|daily|some|"
  "two|a|lots ?of @drug",
  "!(used to|dont|do not|never|stopped|years ago i|quit|mom|mum|dad|sister|husband|wife) ~ (on|"
  "take|taking) ?my @drug",
  "(my|the) (meds|medication|medications|chemo|chemotherapy|dialysis|radiotherapy|insulin|"
  "antidepressants|blood thinners|oncologist|cardiologist|pacemaker|transplant|biopsy)",
  "!(forgot|off) my meds (today|lol|haha)",
  "(doctor|dr|gp|cardiologist|specialist|psychiatrist|hospital) ?just ?has (prescribed|put me on|"
  "started me on|gave me|diagnosed me|wants me on|increased my)",
  "prescribed me",
  "(i have|ive got|i got|i was diagnosed with|just diagnosed with|diagnosed with|i suffer from|"
  "suffering from|living with|i live with|being treated for|im battling|im fighting|treatment for|"
  "i m having|managing my|dealing with) ?severe|chronic|my|a|an|some|active|newly|bad|really|been|"
  "stage|early|type|also|with|with ?#|one|two|type ?#|one|two @illness",
  "(i have|ive) ?got ?a ?an (heart|kidney|liver|thyroid|autoimmune|blood|lung|eating) (condition|"
  "disease|problem|problems|disorder|failure|murmur|issue)",
  "!my|friends|husband|wife|mum|mom|dad|sister|son|daughter|brother ~ (diagnosed with|suffers from|"
  "was diagnosed)",
  "!(was diagnosed with|diagnosed with|i had|had) ~ ~ (years ago|as a kid|as a child|decade ago)",
  "(im|i am|as) ?a|an ?type ?#|one|two (diabetic|epileptic|celiac|coeliac|anemic|anaemic|bipolar|"
  "hypertensive|hypothyroid|asthmatic|prediabetic|schizophrenic|insulin)",
  "type #|one|two diabet*",
  "!@my|his|her|their|the @relative|@other|@partner|@child ~ type",
  "(had|having|have|just had|scheduled for|getting|recovering from|after|post|got|from) ?my|a|an|"
  "the ?knee|hip|back|heart|spinal|shoulder|gallbladder|abdominal|bypass|emergency|hernia|gastric "
  "surgery|operation|op|csection|hysterectomy|transplant ?replacement ?just|only|about ?a|#|few|"
  "couple ?of (last|weeks|days|this|yesterday|recently|next|tomorrow|week|monday|on) ",
  "(just had|recovering from|still recovering from|recent|fresh out of|healing from|weeks "
  "post|days "
  "post|days after|weeks after|waiting for) ?my|a|an|knee|hip|back|heart|recent|major ?my|knee|hip|"
  "back|heart|gallbladder surgery|op|operation|partum|csection|hysterectomy|transplant|bypass",
  "(i had|just had|had my) ?a|an ?c section (last|# weeks|two weeks|a week|days)",
  "(had|got) my (appendix|gallbladder|tonsils|uterus) (out|removed) (last|# weeks|days|this|two)",
  "!(surgery|operation|op) ~ (years|year|decade) ago",
  "!(years ago|as a kid|as a child|back in|decade ago|when i was) ~ (surgery|operation|op|fainted|"
  "chest|diagnosed)",
  "chest pain|pains|tightness|pressure",
  "(pain|pains|tightness|pressure|stabbing) in my (chest|heart|left arm)",
  "my (chest|heart) (hurts|aches|is tight|feels tight|gets tight|tightens|races|keeps "
  "racing|skips)",
  "palpitations",
  "(short|shortness) of breath",
  "cant (breathe|catch my breath) (when|after|at|some|properly|well|anymore)",
  "(i|ive|keep|almost|nearly|kept|been|and|just|actually) ?keep|been|have|almost|nearly (fainted|"
  "faint|fainting|blacked out|passed out|passing out|black out|collapsed|blacking out)",
  "!(fainted|faint|passed out|pass out|passing out|collapsed|blacked out) ~ (price|couch|sofa|"
  "bed|laughing|asleep|chair|early|before|tv|kids|netflix|after dinner|from laughing|bill)",
  "!(fainted|faint) ~ when (i saw|he|she|they told|i heard)",
  "dizzy (spells|and faint|every day|all the time|when i stand)",
  "(blood in my|coughing|vomiting|throwing up|peeing) (stool|urine|blood|pee|poop)",
  "(had|having|have|get) (a seizure|seizures|a stroke|mini stroke|a heart attack) (last|this|# "
  "weeks|recently|yesterday)",
  "!(almost|nearly) had a (heart attack|stroke)",
  "(nothing|cant keep) ~ (stays|keep|food|anything) down",
  "(undergoing|going through|in the middle of|starting|on|having) (chemo|chemotherapy|radiation|"
  "ivf|dialysis|treatment)",
  /* Spanish */
  "estoy ?ya|# ?semanas|meses embarazada",
  "embarazada de (#|dos|tres|cuatro|cinco|seis|siete|ocho)",
  "!(estaba|estuve|cuando|mi hermana|mi mujer|amiga|antes de) ~ embarazada",
  "(tomo|tomando|me tomo|uso|me recetaron|me receto) ?la|mi|unas|un|una|mis|el ?de (medicacion|"
  "medicamento|medicamentos|pastillas|antidepresivos|insulina|metformina|sertralina|"
  "anticoagulantes|levotiroxina|ansioliticos|cortisona|corticoides)",
  "!(ella|el|madre|mama|padre|abuela|marido|no) ~ (toma|tomo) ",
  "tengo ?la|un|una ?enfermedad ?de (diabetes|celiaquia|celiaca|cancer|hipotiroidismo|crohn|lupus|"
  "epilepsia|hipertension|depresion|artritis|endometriosis|tension alta|hashimoto|arritmia|anemia)",
  "soy (celiaco|celiaca|diabetico|diabetica|epileptica|epileptico|hipertensa|hipertenso|asmatica)",
  "me (operaron|han operado|operan|opere) (hace|la semana|el mes|ayer|el|de|manana) ",
  "!me operaron ~ ~ (hace # anos|de pequen*|anos)",
  "dolor (en el|de) pecho",
  "me ?he (desmaye|desmayo|desmayado|desmaye)",
  "me ?han ?acaban ?de (diagnosticaron|diagnosticado|diagnosticar)",
  "(estoy en tratamiento|quimioterapia|quimio)",
  /* Portuguese */
  "(estou|to|tou|to|to de|estou de) ?# ?semanas|meses gravida",
  "gravida de (#|dois|tres|quatro|cinco|seis|sete|oito)",
  "!(estava|fiquei|quando|minha irma|esposa|mulher|amiga) ~ gravida",
  "(tomo|tomando|uso) ?um|uns|meu|meus|o|a (remedio|remedios|medicacao|medicamento|medicamentos|"
  "antidepressivo|antidepressivos|insulina|metformina|anticoagulante|levotiroxina|ansiolitico)",
  "tenho ?um|uma|a ?doenca (diabetes|cancer|hipotireoidismo|lupus|celiaca|pressao alta|depressao|"
  "endometriose|epilepsia|arritmia|crohn|artrite|anemia|hipertensao)",
  "sou (diabetica|diabetico|celiaca|celiaco|hipertensa|hipertenso|epiletica|asmatica)",
  "(fiz|acabei de fazer|fiz uma) ?uma ?a (cirurgia|operacao) (semana|ha|mes|ontem|na|no|recente)",
  "fui (operada|operado|diagnosticada|diagnosticado)",
  "dor|dores no peito",
  "(desmaiei|desmaio|desmaiando)",
  "(em tratamento|quimioterapia|fazendo quimio)",
  /* French */
  "(suis|je suis) ?deja|actuellement|# ?mois|semaines enceinte",
  "enceinte de (#|deux|trois|quatre|cinq|six|sept|huit)",
  "!(etais|ete|quand|ma soeur|ma femme|amie) ~ enceinte",
  "(je prends|prends|sous) ?des|un|de|du|mon|l ?l (medicaments|medicament|antidepresseurs|"
  "antidepresseur|insuline|traitement|anticoagulants|metformine|antibiotiques|chimio|levothyrox|"
  "cortisone|anxiolytiques)",
  "(j ai|jai) ?un|le|du|une|la|de|l ?maladie ?de ?l (diabete|cancer|coeliaque|lupus|epilepsie|"
  "hypothyroidie|hypertension|endometriose|crohn|arythmie|anemie|depression)",
  "(je suis|suis) (diabetique|coeliaque|epileptique|celiaque|hypertendue|hypertendu|asthmatique)",
  "(fait|ete) operer|operee|opere ?de ?du ?il|la|le|hier ?genou|dos|y ?a ?# "
  "(semaine|semaines|jours|"
  "mois|derniere|recemment|hier)",
  "(douleur|douleurs|mal|oppression) (dans|a|au|de) ?la ?niveau (poitrine|thoracique|thoraciques)",
  "(me suis|je m|je me suis) (evanoui|evanouie|evanouis)",
  "(fais|fait) ?des|un (malaises|malaise)",
  "(m a|on m a|vient de me) ?de ?me diagnostiqu*",
  /* German */
  "bin ?gerade|jetzt|frisch|wieder|aktuell|auch|ja|in|im ?der|dem ?# ?ssw|woche|monat schwanger",
  "schwanger (in der|im|seit) ",
  "# (ssw|schwangerschaftswoche|woche schwanger)",
  "!(war|wurde|meine schwester|meine frau|freundin|als ich) ~ schwanger",
  "(nehme|muss|bekomme) ?ich|seit|gerade|zurzeit|aktuell|derzeit|taglich|noch|ja|wegen ?aktuell|"
  "meine|langem|jahren (medikamente|tabletten|antidepressiva|insulin|blutverdunner|metformin|"
  "thyroxin|cortison|kortison|betablocker|psychopharmaka|blutdrucktabletten|blutdruckmittel|"
  "blutdrucksenker|schilddrusentabletten|"
  "herztabletten|herzmedikamente)",
  "(habe|hab) ?ich|seit|leider|auch ?eine|einen (diabetes|krebs|zoliakie|morbus|hashimoto|"
  "bluthochdruck|epilepsie|depressionen|endometriose|rheuma|lupus|herzprobleme|herzrasen|"
  "schilddrusenunterfunktion)",
  "bin (diabetiker|diabetikerin|epileptiker|epileptikerin|asthmatikerin)",
  "(wurde|bin|werde) ?ich ?gerade|erst|letzte|vor|am|frisch ?woche|monat|# ?wochen|tagen ?am|an "
  "?knie|rucken|der ?hufte operiert",
  "brustschmerzen|brustenge",
  "(schmerzen|stechen|druck|enge) in der brust",
  "(in ohnmacht|ohnmachtig|umgekippt|bewusstlos)",
  "(bei mir wurde|wurde bei mir|hab die diagnose|habe die diagnose)",
  "(in behandlung|chemotherapie|chemo)",
  NULL,
};

/* Purging, laxatives, hunger as a plan, feast and famine. How few calories is counted elsewhere. */
static const char *const eating[] = {
  "purg*|bulim*|anorex*|boulim*|magersucht*|magersuchtig|essstorung|esstorung|laxativ*|laxatif*|"
  "laxante*|abfuhrmittel|thinspo|proana",
  "!@my|a|his|her|the ?@my @relative|@other|@child|@partner ~ "
  "anorex*|bulim*|purg*|laxativ*|boulim*",
  "!(purge|purged|purging) ?of|my|the|all|everything|our|out (closet|wardrobe|cupboard|pantry|"
  "fridge|house|inbox|email|toys|from)",
  "!purg* ~ (pantry|cupboards|closet|wardrobe|toys|clutter|emails)",
  "(make|making|made|force|forcing) myself ?to|go ?be (sick|throw up|vomit|puke|barf|throwing up)",
  "(throw|throwing|threw|puke|puking|vomit|vomiting|sick) ?it ?up ?my ?everything ?food (after|on "
  "purpose|every meal|what i eat|meals|what i ate|everything i eat|each meal|my food|my meals)",
  "!(kid|baby|son|daughter|toddler|she|he|dog|cat) ~ (throws|throw|throwing|vomits|threw)",
  "(finger|fingers|toothbrush) down my throat",
  "bing* ?all|and|then|on|eat|eating|my|for|at ?and|weekend|then|food|days|night ?then|and ?i "
  "?just "
  "(starve|starving|fast|fasting|purge|restrict|restricting|eat nothing|not eat|dont eat|stop "
  "eating|skip|throw up|make myself|punish|water fast)",
  "(starve|fast|restrict|fasting|starving|eat nothing|dont eat|skip meals|skip food) ~ ~ (then|and|"
  "until i|after i|after a|between) ?a|i|then ?just bing*",
  "(binge|binging|bingeing) (and|then|fast) (fast|fasting|starve|cycle|restrict|cycles|purge)",
  "!bing* ?watch* ~ (tv|netflix|series|shows|show|season|drama|dramas|podcast|podcasts)",
  "starv* myself",
  "(havent|have not|didnt|not|hadnt) (eaten|eat|ate) ?anything|solid|food|properly ?food (in|for) "
  "(#|two|three|four|five|several|a few|couple|days|a|over|almost) ?days|week|of",
  "!havent eaten ?anything (in|for) ?# (hours|hrs|minutes)",
  "(dont|stopped|stop|stopping|quit|refuse to|not|never) (eat|eating) ?at|anything ?all (for|at "
  "all|anymore|until|unless|most) ?(days|i|i lose|i weigh|week|two|three|several|#|most days)",
  "!(stop|stopped|quit|dont|never) (eat|eating) ?(meat|sugar|bread|after|before|at night|out|late|"
  "junk|dairy|gluten|breakfast)",
  "(eat|eating|ate) ?almost|basically|literally (nothing|zero food) ?(all|for|most|but|except|"
  "until|during) ",
  "!eat nothing (but|green|fancy|special)",
  "(water|dry) (fast|fasting|fasts)",
  "(fasting|fast|fasted|not eating) ?for (3|4|5|6|7|8|9|10|three|four|five|six|seven|ten|several) "
  "?full|whole|straight (days|day)",
  "(only|just) ?ever (eat|ate|eating|have|had|allow) ?myself ?an|one|half|a|once|some|like ?an "
  "(apple|cucumber|cucumbers|lettuce|ice|gum|rice cake|apples|egg every|every other day|every two "
  "days|every # days)",
  "one meal every (two|2|three|3|other|second) day|days",
  "(chew|chewing) and (spit|spitting)",
  "(dont|do not|didnt) deserve (to eat|food|dinner|to have food|eating)",
  "(punish|punishing) myself (for eating|with|by) ?(not|exercise|running|skipping|hunger)",
  "(scared|afraid|terrified|frightened|fear) (of|to) (food|eat|eating|eat anything|swallow food)",
  "(burn|run|work|exercise) ?it ?off (every|everything|each|all) ?single ?the ?of (calorie|i eat|"
  "calories i eat|bite|it or i)",
  "(eating disorder|ed) (is|came|has|relapse|again|voice|back|thoughts|relapsing)",
  "(i|ive|i think i|think i|my|an|have|having|active) ?have ?got ?an ?my eating disorder",
  "!(had|recovered|history|years|helps|helping|work) ~ eating disorder",
  "skip* ?all|every|my|most|breakfast ?and ?my (food|meals|lunch and dinner|every meal) (for "
  "days|to "
  "punish|until|all week|whole|most days|so i|to be thin)",
  "(still|feel|feeling|look|im|so) ?so|still|too (huge|disgusting|gross) ~ (eat|eating|calories|"
  "food|ate)",
  "(weigh|weighing) myself ?like (#|ten|five|six|twenty|twelve|eight) times",
  /* Spanish */
  "(vomito|vomitar|vomitando|devuelvo) (despues|lo que|a proposito|la comida|todo|tras) ",
  "(me|para) ?provoco|provocarme|provocar ?el ?un (vomito|vomitos)",
  "(me provoco|provocarme) ",
  "(atracon|atracones|atraco) ~ ~ (ayuno|ayunar|ayunas|vomito|vomitar|no como|sin comer|dejo|nada)",
  "(dejo|deje|dejado) de comer ~ (dias|dia|semanas)",
  "(llevo|paso|estuve|voy) ?ya ?# (dias|dia|varios dias) sin comer",
  "no (como|he comido) ?nada ?casi (desde hace|en|hace|por) ?# dias",
  "me mato de hambre",
  "pasar hambre para",
  /* Portuguese */
  "(vomito|vomitar|vomitando) (depois|tudo|o que|de proposito|a comida) ",
  "(provoco|provocar|forco|forcar) ?o|a|me ?vomitar (vomito|vomitar)",
  "(compulsao|compulsoes|exagero) ~ ~ (jejum|jejuo|vomito|vomitar|sem comer|nao como|nada)",
  "(fico|passo|estou|fiquei|to) ?ha ?# (dias|dia|varios dias) sem comer",
  "nao como ?nada (ha|faz|por) ?# dias",
  "(passo|passando) fome (para|pra|de proposito)",
  /* French */
  "(me|m) (fais|faire|fait|forcer a|force a) ?a vomir",
  "vomi* (apres|tout|mes repas|volontairement|expres|ce que)",
  "(crise|crises|craque|compulsion|compulsions) ~ ~ (jeune|jeuner|vomir|vomis|mange plus|mange "
  "rien|affame)",
  "(mange|mange plus|ai) (rien|plus rien|rien mange) (depuis|pendant) ",
  "# jours sans (manger|rien manger)",
  "m affam*",
  /* German */
  "(nach dem essen|nach jedem essen|absichtlich|danach) ?immer (ubergebe|erbreche|kotze|ubergeben|"
  "erbrechen)",
  "(ubergebe|erbreche) (mich|nach|alles|absichtlich) ",
  "(stecke|steck) ?mir ?den ?die finger in den hals",
  "(fressattacke|fressattacken|essanfall|essanfalle|fressanfall|fressanfalle) ~ ~ (faste|fasten|"
  "hungere|hungern|nichts|erbreche|kotze)",
  "(esse|gegessen) ?ich|seit|schon ?seit|nichts ?# ?tagen|wochen nichts|tagen ?mehr|gegessen",
  "seit (#|zwei|drei|vier|tagen) ?tagen (nichts gegessen|nichts mehr|nicht gegessen)",
  "(hungere|hungern) (mich|seit|tage|tagelang|um) ",
  NULL,
};

const AnteCueTable ante_words_care[] = {
  { ANTE_CUE_CRISIS, crisis }, { ANTE_CUE_MINOR, minor }, { ANTE_CUE_MEDICAL, medical },
  { ANTE_CUE_EATING, eating }, { ANTE_CUE_CRISIS, NULL },
};
