#include "config.h"

#include "rules/guard/ante-guard-cues.h"

/* Numbers and stories of people we are said to have helped; what is approved the rule lets through.
 */
static const char *const statistic[] = {
  "(our|my) ?last|best|previous|happy (clients|students|learners|members|families|couples|"
  "customers|parents|women|graduates) ~ # %|percent|per",
  "(over|more than|nearly|almost|around|ive|weve|have|helped|coached|trained|taught|served|"
  "worked with|guided|supported|i helped|we helped) ?worked|helped|coached|already|with|over|"
  "than ?with|more ?than # ?# _ (clients|people|families|parents|students|learners|women|men|"
  "customers|moms|couples|kids|coaches|graduates|entrepreneurs|founders|runners|businesses|"
  "owners|households|mothers|professionals|companies|teams)",
  "# ?. ?# ?%|percent|per ?cent ?of "
  "(my|our|all|the|clients|people|families|parents|students|learners|women|men|"
  "customers|moms|mums|those|members|couples|kids|coaches|who|everyone|them|participants|success|"
  "satisfaction|"
  "satisfied|retention|pass|of)",
  "(#|nine|eight|seven|four|three|nearly all|almost all|most|all|nineteen) (out of|in) "
  "(#|ten|five|every|four|our|my) "
  "?of ?# ?my|our "
  "(clients|people|families|parents|students|learners|women|men|customers|moms|mums|members|"
  "couples|"
  "kids|leads|of|coaches|see|lose|say|get|finish|stay|recommend|would|users|sleep)",
  "(success|pass|satisfaction|retention|completion|approval|recommendation|conversion) "
  "(rate|score) ?is|of|over|"
  "near|at|around|almost|nearly ?over|about ?#",
  "(#|hundred|perfect|high|highest|sky high|huge|incredible|amazing) ?%|percent ?per ?cent "
  "(success|pass|"
  "satisfaction|retention|completion) ?rate",
  "(over|more "
  "than|nearly|almost|around|about|already|ive|weve|have|helped|coached|trained|taught|served|"
  "worked "
  "with|guided|supported|treated|transformed|i helped|we "
  "helped|with|from|join|joined|trusted|used|loved|by|and) "
  "?by|over|more|already|nearly|about|almost|helped|coached|trained|taught|served|worked|guided|"
  "around|the ?than|"
  "over|with|more|other ?than ?# ?#|plus|k|k+|other|happy|hundred|thousand "
  "?other|happy|thousand|of ?happy|of|other "
  "(clients|people|families|parents|students|learners|women|men|customers|moms|mums|members|"
  "couples|kids|coaches|"
  "graduates|entrepreneurs|founders|runners|beginners|followers|subscribers|reviews|testimonials|"
  "success "
  "stories|professionals|teachers|users|participants|alumni|individuals|businesses|teens|athletes|"
  "patients|mothers|"
  "dads|households|countries|transformations|five star)",
  "(hundreds|thousands|dozens|millions|tens of thousands|countless|tons|loads|plenty|scores|so "
  "many|lots) ?of ?my|our|"
  "happy|other|satisfied|success ?happy|other "
  "(clients|people|families|parents|students|learners|women|men|"
  "customers|moms|mums|members|couples|coaches|reviews|testimonials|stories|graduates|"
  "entrepreneurs|success|followers|"
  "transformations|businesses|runners|beginners|kids|mothers|users)",
  "!(hundreds|thousands|dozens|millions|lots|tons|loads|plenty|so many|countless) ?of "
  "(people|parents|families|women|"
  "moms|mums|men|learners|students|couples|kids|runners|beginners) ?also|who|do|in|out ?there ?do "
  "(feel|struggle|"
  "have this|have that|tell|ask|start|are|find|hit|get stuck|say|in "
  "the|out|worry|wonder|dont|cant|think|love|hate|"
  "go through|live)",
  "(rated|rating|ranked|voted|average) ?of|as|at|is|the|a|us|our ?the|of ?# ?. ?# ?# "
  "(star|stars|best|top|1|one|in|"
  "number|no|out|5|five|/|most)",
  "(4|5|five|#) ?. ?# ?and|a ?half star|stars ?rating|reviews|on|average|from",
  "!# star (hotel|hotels)",
  "(number one|no 1|nr 1|the best|top rated|best rated|most trusted|leading|worlds best|best "
  "selling|bestselling|"
  "highest rated|most successful|top|the leading|the only) "
  "(coach|program|course|trainer|expert|school|nutritionist|"
  "dietitian|method|system|teacher|academy|coaching|mentor|in australia|in the uk|in the us|in the "
  "world|in europe|"
  "program in|on instagram|author|on the market)",
  "(as seen|featured|as "
  "featured|mentioned|published|interviewed|appeared|quoted|covered|seen|profiled|recommended) "
  "(in|on|by) ?the ?by "
  "(forbes|bbc|cnn|times|vogue|guardian|tv|television|cosmopolitan|oprah|netflix|news|press|media|"
  "magazine|magazines|nbc|abc|cbs|today "
  "show|harvard|national|women|mens|womens|a|several|major|new york|huffpost|"
  "le|der|el|morning|podcast|podcasts|radio|channel|npr|good|business|people|elle|entrepreneur|"
  "doctors|the|experts|"
  "schools|hospitals|nhs|science|dozens)",
  "!(seen|mentioned|recommended|published|covered|quoted) ?in|on|by (the|a|several) "
  "(morning|story|post|reel|call|faq|"
  "page|link|evening|last|past|first|message|who|nhs|doctors)",
  "(forbes|bbc|cnn|oprah|harvard|stanford|oxford|cambridge|ted talk|tedx|nhs|who) "
  "?has|even|trained|educated|certified|"
  "research|study|recently|researchers|university ?just "
  "(featured|trained|educated|certified|research|study|studies|"
  "approved|graduate|recommends|says|called|method|endorsed|speaker|proved|wrote)",
  "(studies|research|science|a study|the "
  "data|data|evidence|statistics|stats|scientists|experts|surveys|the science|a "
  "recent study|our data|our numbers|the numbers|trials) ?clearly|has|have|all|also ?clearly "
  "(show|shows|prove|proves|"
  "proven|confirm|confirms|says|say|agree|shown|suggest|suggests|found|backs|back|confirmed|is "
  "clear|proved|"
  "demonstrates|demonstrate)",
  "(scientifically|clinically|research|evidence|science|doctor|expert|statistically|lab) "
  "(proven|backed|based|tested|"
  "validated|approved|designed|endorsed)",
  "(proven|award winning|awardwinning|world class|worldclass|world "
  "famous|renowned|acclaimed|celebrity|best in class|"
  "patented|bestselling|nationally recognized|internationally recognized|famous) ?and ?track "
  "?results|method|system|"
  "program|coach|record|success|formula|approach|framework|author|expert|course|blueprint|trainer|"
  "process|strategy|"
  "team|clients|nutritionist|speaker|techniques",
  "(won|win|winner of|winning|received|awarded|nominated for) "
  "?an|a|the|of|several|two|three|many|coach ?best|national "
  "?coach ?of ?the (award|awards|prize|coach of the|of the year|best coach|medal|title|best)",
  "!(win|won|winning) (the|a|an) (prize|award|medal|best) (for|of) (longest|best excuse|patience)",
  "(my|our|another|a|one of my|one of our|this|the|two of my|last|a "
  "recent|recent|previous|former|an old|some of my|"
  "three of my|many of my|a couple of my|most of my|most|past|all my|all our|every) "
  "?last|recent|other|current|past|of "
  "?my|our|other "
  "(client|clients|student|students|learner|member|customer|mom|mum|dad|coachee|mother|couple|"
  "runner|"
  "lady|woman|guy|family|parent|founder|learners|families|parents|moms|members) "
  "?of|from|in|like|just|also|named|"
  "called|who|with|a|here|anna|maria|has|have|was|all|sarah "
  "?mine|with|like|just|last|your|was|exactly|the|three ?you|"
  "week|your|same|where|kids|position ?had|the|who|situation|also|went|now|even "
  "(lost|loses|lose|doubled|doubles|"
  "gained|went from|now "
  "speaks|speaks|spoke|got|gets|reached|hit|made|makes|dropped|drops|saved|paid|passed|quit|slept|"
  "sleeps|told "
  "me|said|says|swears|tripled|became|stopped|landed|signed|booked|earned|earns|cured|healed|wrote|"
  "calls|"
  "recommends|saw|sees results|finished|ran|started "
  "sleeping|beat|transformed|never|love|loves|see|are|wears|fits|"
  "noticed|turned|no longer|fixed|stay|achieved|achieve|earn|sleep|speak|report|rave)",
  "!(my|our|the|a|this|some of my|many of my|most of my|most|my last|all my|other) ?last|other "
  "(clients|client|"
  "student|students|learner|learners|parents|families|members|moms|couple|parent|family) "
  "?who|all|also|has|have|just|"
  "do|that|here (start|started|feel|felt|ask|asks|are busy|are "
  "beginners|are|work|do|choose|chose|find|found|begin|"
  "prefer|join|told me about|says hi|had the same question|said the same)",
  "!(most|all|the) (parents|families|couple|members|women|moms) ?of|who "
  "?get|got|are|say|said|made|make|told|never "
  "?tired|told|stuck|you|that|me|it",
  "(my|our|one of my|one of our|another|a) ?last|recent|former|old "
  "(client|clients|student|students|learner|"
  "member|customer|couple|mom|mum|family) ?_ ?_ (lost|doubled|doubles|gained|went "
  "from|got|reached|hit|made|"
  "dropped|saved|passed|quit|tripled|became|stopped|landed|signed|booked|earned|earns|cured|beat|"
  "paid off|got "
  "back together|got engaged|moved back)",
  "(testimonial|testimonials|case study|case studies|before and after|before and afters|success "
  "story|success "
  "stories|rave reviews|glowing reviews|five star reviews)",
  "(i have|i ve|ive|with|over|weve|have|my|our|bring|more than|got|has|of|coach for|years) "
  "?had|over|more|been|"
  "nearly|my ?than|coaching|doing|teaching ?this|for ?over|for ?# "
  "?#|plus|decade|decades|ten|twenty|fifteen|twelve|"
  "five|two|eight ?years|decades|decade|year ?years|of ?of ?of "
  "?coaching|clinical|teaching|professional|combined|hands "
  "?on (experience|in the industry|in business|in the field|of experience|as a coach|as a "
  "trainer|as a therapist|as a "
  "teacher|coaching experience|expertise|of practice|practice)",
  "(nobody|no one|none of my|none of our|not one of|not a single|never had a single|never lost "
  "a|never had a client) "
  "?of|my|our|has|client|clients|who|person|ever|one|single "
  "?clients|client|joined|students|families|has|have ?has|"
  "have|ever (failed|quit|regretted|asked for a refund|complained|dropped out|goes back|went "
  "back|gained it|left "
  "unhappy|regrets|fails|gives up|refund|back|disappointed|regained)",
  "# %|por|per|prozent|pour ?de ?cento ?ciento ?cent ?des "
  "?mis|los|las|nuestros|nuestras|meus|minhas|os|nossos|des|mes|nos|meiner|der|unserer|aller "
  "(clientes|clientas|alumnos|alumnas|familias|clientes|alunos|alunas|clients|clientes|eleves|"
  "familles|kunden|"
  "kundinnen|schuler|familien|personas|pessoas|personnes|teilnehmer|klienten|participantes)",
  "(mas de|mais de|plus de|uber|mehr als|miles de|cientos de|milhares de|centenas de|des milliers "
  "de|des centaines de|"
  "tausende|hunderte|milliers de|centaines de|ya|schon|ja|deja|he ayudado a|ajudei|j ai aide|habe) "
  "?de ?# ?#|mil|mille|"
  "de|zufriedene ?zufriedene "
  "(clientes|clientas|alumnos|alumnas|familias|alunos|alunas|clients|eleves|familles|"
  "kunden|kundinnen|schuler|familien|personas|pessoas|personnes|teilnehmer|mujeres|mulheres|femmes|"
  "frauen|eltern|"
  "padres|madres|menschen|parents|maes)",
  "(# de cada|# em cada|# sur|# von|nueve de cada|nove em cada|neuf sur|neun von|9 de|9 von|9 sur) "
  "?# ?diez|dez|dix|zehn",
  "(mi|una|un|minha|meu|uma|um|ma|une|mon|meine|eine|ein) "
  "(clienta|cliente|alumna|alumno|aluna|aluno|kundin|kunde|"
  "eleve|schulerin) ?mia|a|hat|ha|a ?ya "
  "(perdio|bajo|duplico|logro|consiguio|perdeu|emagreceu|dobrou|conseguiu|perdu|"
  "reussi|double|abgenommen|hat|geschafft|verdoppelt|gano|paso|passou|ganhou|gagne|verloren)",
  "(comprobado cientificamente|cientificamente|cientificamente comprovado|scientifiquement "
  "prouve|wissenschaftlich "
  "bewiesen|wissenschaftlich belegt|estudios demuestran|estudos mostram|des etudes "
  "montrent|studien zeigen|studien "
  "belegen|premiado|premiada|galardonado|prime|preisgekront|ausgezeichnet von|bekannt aus|visto "
  "en|como visto)",
  NULL,
};

static const char *const credential[] = {
  "(im|i am|im a|i am a|im also|i also am|were|we are|as a|being a|as an|our coach is|the coach "
  "is|she is|hes|shes|he "
  "is|is a|is an|work as|trained as|qualified as|by a|from a|with a|your coach is|former|im "
  "an|fully) ?a|an|also|now|"
  "the|former|fully|both|actually|still|trained|your|of|practising|practicing "
  "?a|an|board|fully|internationally|"
  "former|state|highly|practising|practicing|accredited|registered "
  "?registered|accredited|practising|practicing "
  "(certified|licensed|licenced|accredited|registered|qualified|chartered|doctor|dr|physician|"
  "psychologist|"
  "psychotherapist|psychiatrist|dietitian|dietician|nutritionist|nurse|therapist|phd|professor|"
  "lawyer|teacher|"
  "physiotherapist|physio|counselor|counsellor|neuroscientist|scientist|surgeon|midwife|olympian|"
  "olympic|champion|"
  "millionaire|pediatrician|paediatrician|sexologist|accountant|financial advisor|financial "
  "adviser|mba|"
  "interpreter|translator|linguist|author|bestselling|ex "
  "google|ceo|expert|speaker|professional|coach trainer|"
  "specialist|award|native|athlete|bodybuilder|graduate|icf|examiner)",
  "!(not|isnt|arent|cant|never|no|nor|instead "
  "of|see|ask|talk|have|had|your|seeing|consult|with|are you|by|from|"
  "replace|find|need) ?to|you|a|an|the|your|like ?a|an ?qualified|licensed|registered "
  "(doctor|therapist|psychologist|"
  "dietitian|physician|nurse|physio|lawyer|specialist|accountant|teacher|professional|expert|"
  "nutritionist|midwife|"
  "pediatrician|counsellor|counselor|native|athlete|physiotherapist|author|speaker|psychiatrist)",
  "(phd|msc|mba|degree|diploma|doctorate|masters|certification|certificate|accreditation|licence|"
  "license|"
  "qualification|qualifications|certifications) (in|from|as|of|holder|and|at)",
  "(certified|accredited|licensed|registered|qualified|endorsed|approved|trained) "
  "(by|in|at|as|with|under) "
  "(the|a|an|harvard|icf|nasm|ace|government|who|nhs|fda|oxford|stanford|cambridge|experts|"
  "psychology|nutrition|"
  "therapy|cognitive|hypnosis|several|cbt|doctors|top|parenting|sleep|over|world)",
  "(certified|accredited|licensed|chartered|registered) "
  "(coach|trainer|nutritionist|dietitian|therapist|psychologist|"
  "sleep consultant|sleep coach|parenting coach|teacher|business coach|instructor|financial|money "
  "coach|examiner|"
  "relationship coach|personal "
  "trainer|expert|professional|practitioner|counsellor|counselor|specialist|interpreter)",
  "(fda|who|nhs|government|iso|celta|nasm|icf|tuv) "
  "(approved|certified|registered|endorsed|recognized|accredited)",
  "(worked|trained|studied|graduated|taught|coached|lectured|consulted|played|competed) "
  "?with|at|for|in|from|under "
  "?the (at harvard|at oxford|at stanford|at cambridge|at yale|celebrities|at google|for "
  "google|harvard|oxford|"
  "stanford|cambridge|yale|olympians|olympic|premier league|national "
  "team|nba|nfl|hollywood|google|apple|facebook|"
  "fortune|celebrity|michelin|ceos|royal|pro athletes)",
  "(soy|somos|sou|somos|je suis|ich bin|wir sind) ?una|un|uma|um|une|eine|ein|auch|tambien ?ex "
  "(nutricionista|"
  "psicologa|psicologo|medica|medico|doctora|doctor|terapeuta|certificada|certificado|psicologo|"
  "dietista|"
  "nutricionista|certificada|medecin|psychologue|dieteticienne|nutritionniste|certifie|certifiee|"
  "diplomee|diplome|"
  "arzt|arztin|psychologin|psychologe|ernahrungsberaterin|zertifiziert|zertifizierte|"
  "zertifizierter|diplomierte|"
  "professeur|profesora|licenciada|licenciado|formada|diplomada|titulada|therapeutin|lehrerin|"
  "therapeute)",
  NULL,
};

const AnteCueTable ante_words_proof[] = {
  { ANTE_CUE_STATISTIC, statistic },
  { ANTE_CUE_CREDENTIAL, credential },
  { ANTE_CUE_STATISTIC, NULL },
};
