#include "config.h"

#include "rules/guard/ante-guard-cues.h"

static const char *const prompt_leak[] = {
  "(system prompt|systemprompt|my prompt|initial prompt|the prompt|hidden instructions|my "
  "instructions|my hidden|my "
  "programming|my guidelines|my directives|my training data|my system|the system message|internal "
  "instructions|secret "
  "instructions|my internal|my rules are|my rules say|my rule is|the rules i follow|rules i was "
  "given|my configuration|"
  "prompt i was|instructed to|programmed to|i was told to|i am told to|im told to|i was told "
  "not|im not allowed to "
  "reveal|my developers|my developer|my creators|guardrail|guardrails|i was configured|im "
  "configured|my knowledge "
  "cutoff|knowledge cutoff|my context window|jailbreak mode|developer mode|dan mode|debug "
  "mode|confidential "
  "instructions)",
  "!(i was told to) (expect|wait|eat|ask my|rest)",
  "(language model|large language|ai language|openai|anthropic|chatgpt|gpt 4|gpt4|gpt 3|claude "
  "ai|llm|llms|as an ai|as "
  "a ai|as an artificial|as a chatbot|as a virtual|as an assistant i|im an ai model|i am an ai "
  "model|ai model|as your ai)",
  "!(tried|used|use|using|asked|ask|with|from|by|like|and|or|of) ?with|to|from ?by "
  "(chatgpt|openai|claude ai)",
  "^ rule|instruction|directive|policy # ?is",
  "(rule|instruction) (1|one|2|two|3|three|number) ?says|is|one ?never|always|do|i|:",
  "!(my|first|golden|only|the|a) ?first|golden ?and ?only rule ?number (one|1) ?of ?is ?at|in|for",
  "(my|the|these|our) ?own|internal|hidden|secret|coachs|official|current ?system "
  "(rules|instructions|guidelines|"
  "prompt|policy|playbook) ?i ?have "
  "?were|say|says|tell|tells|state|states|prevent|forbid|forbids|dont|do|are|is|"
  "include|require|given ?not (that i|me to|me from|i must|never promise|never|not to|to never|say "
  "never|allow me|"
  "allow|as follows|follows|the following|mention|reveal|disclose|hold the|keep the|say i|say "
  "to|were to)",
  "(here are|here is|heres|these are|below are|sure here) ?all|the|my|are ?the|of|my|full "
  "?my|hidden|full|exact ?full|"
  "hidden|system|internal (instructions|rules|system prompt|prompt|guidelines|hidden "
  "rules|configuration)",
  "!(here are|here is|heres|these are) ?all|the|my ?the (instructions|rules|guidelines) "
  "(for|to|on) (the|booking|"
  "joining|your|our|getting|call)",
  "(you are a|you are an|youre a) ?helpful|friendly (assistant for|assistant that|ai|chatbot|dm "
  "assistant|sales "
  "assistant|helpful assistant)",
  "(lead data|the lead is tagged|lead status|lead score|your lead score|your status is|tagged you "
  "as|marked you as|"
  "your tag is|profile version|offer rules|lead_status|playbook says|escalation rules|crm "
  "notes|the crm)",
  "(mi prompt|mis instrucciones|modelo de lenguaje|como ia|como una ia|me programaron|fui "
  "programado|fui programada|"
  "mis reglas|prompt del sistema|meu prompt|minhas instrucoes|modelo de linguagem|como uma ia|fui "
  "programado|minhas "
  "regras|prompt do sistema|mes instructions|mes consignes|modele de langage|en tant qu ia|en tant "
  "qu intelligence|je "
  "suis programme|mon prompt|mes regles|meine anweisungen|mein prompt|sprachmodell|als ki|ich "
  "wurde programmiert|"
  "meine regeln|meine instruktionen|mein systemprompt|inteligencia artificial|inteligencia "
  "artificial|intelligence "
  "artificielle|kunstliche intelligenz)",
  NULL,
};

/* To be a person, or no machine. */
static const char *const identity[] = {
  "(im|i am|yes im|its|this is|we are|were|its just|just|definitely|really|only|all|100) "
  "?just|really|actually|very|"
  "definitely|a|100|absolutely|totally|me|only|still|%|percent|all|typing|always "
  "?a|%|percent|much|very|really|me ?"
  "real|actual|living|very|normal|regular|flesh (human|person|human being|real person|flesh "
  "and|real human|me typing|"
  "giulia typing|coach typing|person here|woman typing|man typing|real woman|real man|not a "
  "bot|real here|mum typing|"
  "mom typing|and blood|human here|me here)",
  "!(not|isnt|wasnt|without|get|ask|find|have|need|let|bring|want|prefer|looking for|arent) "
  "?you|me|a|an|to|for|the "
  "?a|talk|to|speak ?with|to ?a ?real (human|person|human being|real person|real human)",
  "(im|i am|its|this is|this isnt|its not|there "
  "is|theres|no|not|isnt|aint|definitely|never|without|were|we are|youre "
  "not|you are not|arent|were not|certainly|absolutely) "
  "?talking|definitely|not|no|a|to|really|ever|an|any|using|just|"
  "of|some|speaking|chatting ?to|a|an|not|with|any ?a|an|not|any ?a|an "
  "(bot|robot|ai|chatbot|machine|automated|"
  "automation|automatic|software|chatgpt|autopilot|program|computer|scripts|script|bots here|bot "
  "here|auto reply|"
  "artificial intelligence|bots|algorithm)",
  "!(im|i am|this is|its|youre|yes) ?talking|indeed|just|actually|definitely|partly ?to|an|a "
  "?a|an|the|friendly|little "
  "?coachs (bot|robot|ai|chatbot|automated|software|program|machine|automatic|assistant) "
  "?assistant|here|for|that|reply|"
  "helper|message|and",
  "!(script|scripts|program|machine|software|computer) (for|needed|to follow|required)",
  "(i|we|giulia|its me|the coach) "
  "?do|personally|actually|always|really|type|write|read|answer|reply|wrote ?personally|"
  "always|do (type|write|wrote|typed|answer|reply|read) "
  "?to|all|every|each|these|this|it|here|everything|my ?all|"
  "every|each|single|these|own ?single|message|word|of|these ?one|messages|message|dm ?here "
  "(myself|by hand|personally|"
  "every word|each word|with my own|own hands|here myself|on my phone|with my thumbs|from my "
  "phone|each message|every "
  "message|every single|all my messages|every reply)",
  "(typing|written|typed|writing|answered) ?all|this|these|it ?this ?all (by hand|with my own|by a "
  "human|by a person|by "
  "a real|by me|from my phone|on my phone|from my couch|from my sofa|from my kitchen|myself|with "
  "my thumbs|personally|"
  "live)",
  "(human|real person|person) (here|speaking|typing|through and through|on this side|on the other "
  "side|behind this|"
  "at the keyboard|all the way|at this end)",
  "(no|not|zero|never|without) ?any|a|an|an "
  "(bots|robots|ai|automation|bot|chatbots|machines|robot|chatbot) ?are ?is "
  "(here|involved|used|at all|just me|only me|on this|in sight|in "
  "this|anywhere|writes|answers|answering)",
  "(nothing|none of this|none of it|not a word) ?here ?of|is|this ?here ?is "
  "(automated|automatic|scripted|generated|ai)",
  "(its|it is|thats|yes its|this is|only|just) ?really|just|truly|all|only|actually|still|always "
  "(me|the coach "
  "herself|the coach himself|the real me|the one and only|me in person|me personally|actually "
  "me|me behind)",
  "!(its|thats|this is|only|just|it is) ?really|just|all|only (me) "
  "?or|who|time|being|too|but|against|and",
  "(real|actual|living|breathing) (human|person|coach|teacher|woman|man|people) "
  "?is|answers|writes|here|types|reads",
  "!(get|find|ask|bring|have|need|let|want|for|to|with|prefer|talk) ?you|a|to|the ?a ?a real "
  "(human|person|coach|"
  "teacher|people)",
  "(i have|ive got|got) ?a|two ?real (heartbeat|pulse|hands|fingers)",
  "(soy|somos) ?una|un|yo|de ?persona|de ?carne "
  "(persona|humano|humana|real|hueso|carne|verdad|giulia en persona|yo "
  "misma|yo mismo)",
  "(no soy|no es|no hay|ningun) ?un|una|ningun|ninguna "
  "(bot|robot|maquina|ia|automatico|inteligencia|programa)",
  "(escribo|respondo|contesto) ?yo|todo|cada ?mensaje|todo|los|misma|mismo|personalmente "
  "(misma|mismo|yo|mensaje|"
  "personalmente|mano)",
  "(sou|aqui e) ?uma|um|eu ?mesma (pessoa|humana|humano|real|mesma|mesmo|gente)",
  "(nao sou|nao e|nao tem|nenhum) ?um|uma|nenhum "
  "(bot|robo|maquina|ia|automatico|programa|inteligencia)",
  "(escrevo|respondo|digito) ?tudo|eu|cada|todas ?mesma|mesmo|pessoalmente|as "
  "(eu|mesma|mesmo|pessoalmente|mensagem|"
  "mensagens|mao)",
  "(je suis|c est) ?bien|un|une|moi|vraiment ?une|un|vraie|qui (humain|humaine|personne|vraie "
  "personne|reelle|moi meme|"
  "moi qui ecris|qui ecris|ecris)",
  "(suis pas|n est pas|pas|aucun|n a pas) ?un|une|de|d ?un "
  "(bot|robot|machine|ia|automatique|automatise|intelligence)",
  "(j ecris|je reponds|je tape) ?tout|chaque|moi ?moi|meme|message|mot "
  "(moi|meme|personnellement|la main|chaque)",
  "(bin|hier ist|ich bin|hier schreibt) ?ein|eine|echter|wirklich|ich|hier|ja|tatsachlich "
  "?ein|echter|echt|eine|selbst "
  "(mensch|echter mensch|person|echt|echte person|personlich|selbst|frau)",
  "(kein|keine|nicht) ?ein|eine "
  "(bot|roboter|maschine|ki|automatisch|automatisiert|computer|programm|chatbot|"
  "automatik)",
  "(ich) ?schreibe|tippe|antworte ?hier|alles|jede|jedes|selbst ?selbst|nachricht|wort "
  "(selbst|personlich|nachricht|"
  "wort|selber|handisch)",
  NULL,
};

static const char *const abuse[] = {
  "(that|this|thats|what) ?was|is|a|s ?just|so|really|honestly|frankly (pathetic|stupid|"
  "disgusting|disgraceful|lame|embarrassing of you|moronic|idiotic)",
  "(you|youre|you are|ur|your|u|such a|dont be|what a|you sound|you must be|stop being|being|you "
  "look|so) ?are|just|"
  "being|a|an|so|such|really|clearly|obviously|really|too|like|simply|kind|acting|as|pretty|quite|"
  "honestly ?a|an|so|"
  "such|of|just|little|too|complete|total|bad|terrible "
  "(pathetic|stupid|idiot|idiots|moron|loser|losers|dumb|lazy|"
  "disgusting|fat|ugly|worthless|useless|ridiculous|ignorant|coward|cowardly|weak|crazy|insane|"
  "embarrassing|failure|"
  "joke|clown|selfish|fool|foolish|brat|cheap|cheapskate|hopeless|spineless|delusional|gross|"
  "whiner|whiny|crybaby|"
  "imbecile|incompetent|quitter|disgrace|bad mother|bad mom|bad mum|bad parent|bad father|bad "
  "dad|terrible mother|"
  "terrible parent|terrible mom|awful parent|waste of|liar|toxic|clueless|trash|waste|drama "
  "queen|time waster|"
  "timewaster|tightwad|freak|pig|cow|dense|childish|entitled|annoying|burden|bitter|negligent|"
  "irresponsible)",
  "!(not|isnt|never|nothing|arent|dont|hardly|wasnt|no|nor|without|aint|isn) "
  "?be|feel|think|at|mean|call|for|that|being "
  "?youre|you|a|is|are|that|yourself ?are|being|a ?a|all|so|too|just ?all ?a "
  "(pathetic|stupid|idiot|dumb|lazy|"
  "disgusting|fat|worthless|useless|weak|crazy|failure|selfish|hopeless|loser|ridiculous|bad "
  "mother|bad mom|bad mum|"
  "bad parent|terrible mother|bad "
  "dad|embarrassing|broken|fool|foolish|burden|annoying|clueless|weird|insane|"
  "negligent)",
  "!(you|your|so|such|what|too|that) ~ (crazy|insane|ridiculous|lazy|cheap|ugly|weak|fat) "
  "busy|long|good|good|sunday|"
  "sundays|week|schedule|month|hours|times|day|days|evenings|point|spot|dinner|mornings|meal|meals|"
  "loss|amount|bit|"
  "part|thing|night|nights|brave|delicious|ingredients|tired",
  "!(feel|felt|feeling|felt|sounds|sound|it) ~ "
  "(pathetic|stupid|dumb|lazy|useless|hopeless|crazy|ridiculous|"
  "worthless|embarrassing|insane|weak|failure|annoying)",
  "(shame on you|you should be ashamed|ashamed of yourself|be ashamed|get a grip|grow up|shut "
  "up|screw you|fuck you|"
  "fuck off|piss off|go to hell|get lost|whats wrong with you|what is wrong with you|what kind of "
  "mother|what kind of "
  "parent|what kind of father|what kind of mom|what kind of mum|what kind of person|no wonder "
  "your|no wonder you|no "
  "wonder he|no wonder she|your own fault|all your fault|your fault|blame yourself|only yourself "
  "to blame|you deserve "
  "it|you deserve to|you dont deserve|you failed|you are failing|youre failing|you keep "
  "failing|you let yourself go|"
  "let yourself go|look at yourself|stop whining|stop crying|stop complaining|quit whining|cry me "
  "a river|man up|"
  "toughen up|pull yourself together|too bad for you|wasting my time|waste of my time|waste my "
  "time|dont waste my|"
  "stop wasting|get over it|get over yourself|you clearly dont care|you obviously dont|a real "
  "mother|a good "
  "mother would|a good parent would|real parents|good moms|good mothers|if you cared|if you "
  "loved|if you really loved|"
  "if you really cared|dont you love your|dont you care|cant be bothered|you disgust|you make me "
  "sick|kill yourself|"
  "excuses excuses|enough excuses|no more excuses|stop making excuses|just excuses|lame "
  "excuse|pathetic excuse|more "
  "excuses|thats an excuse|typical excuse|always an excuse|another excuse|broke mindset|poor "
  "mindset|stay broke|stay "
  "fat|stay poor|stay single|stay stuck then|die alone|end up alone|nobody will love|no one will "
  "love|no one will ever|"
  "nobody will ever|youll always be|you will always be|you never finish|you always quit|never "
  "amount)",
  "!(not|isnt|never|its not|nothing) ?is|that|of ?all ?is ?this|that|it ?your (your own fault|your "
  "fault|all your "
  "fault|whats wrong with you|what is wrong with you)",
  "!no wonder (youre|you are|you feel|you were|you needed|you cant|you couldnt|hes|shes|he is|she "
  "is|you fell|you "
  "stopped|you want|you reach|your) ?are|re|head|evenings|energy|shoulders|back|so "
  "?so|tired|exhausted|hungry|worn|"
  "spins|full|feel|is",
  "!(no|without|zero) (excuses|shame)",
  "(youll|you will|you ll|youre going to|you are going to|youre gonna) ?so|really|deeply ?regret "
  "?this|it|that|for "
  "(regret|be sorry|pay for|wish you|be alone|fail|fail again|never change|never make it|hear from "
  "my|never lose|never "
  "be)",
  "!(you|youll) ~ regret nothing",
  "(ill|i will|i ll|we will|well|ill be) ?have ?to (report you|expose you|tell everyone|find "
  "you|make you pay|post your|"
  "share your messages|screenshot|call the police|block you|ruin|come to your|sue you|share your "
  "screenshots|tell your|"
  "make sure everyone|publish|name and shame)",
  "(or else|last warning|final warning|i know where you|watch yourself|dont test me|you have been "
  "warned|consider this "
  "a warning|dont make me|watch your mouth|watch your tone)",
  "(idiot|moron|bitch|bastard|asshole|dumbass|imbecile|scumbag|slut|whore|cunt|retard|fatso|fatty|"
  "lardass|pig face|"
  "dickhead|wanker|twat|jackass)",
  "(eres|es usted|que) ?un|una|muy|tan|una ?mala|total "
  "(idiota|estupid*|tont*|inutil|vag*|perezos*|fracasad*|mala "
  "madre|mal padre|mala|imbecil|patetic*|gord*|floj*|ridicul*|ignorante|cobarde)",
  "!que (mala|ridiculo|tonteria) ?noche|suerte|semana|racha",
  "(voce e|vc e|que) ?um|uma|muito|tao|uma (idiota|burr*|preguicos*|inutil|fracassad*|pessima "
  "mae|ma mae|imbecil|"
  "patetic*|gord*|ridicul*|ignorante|covarde|egoista|incompetente)",
  "(tu es|vous etes|t es|quelle|quel) ?un|une|trop|vraiment|tellement ?vraiment "
  "(idiot|idiote|stupide|bete|nul|nulle|"
  "paresseux|paresseuse|mauvaise mere|mauvais "
  "pere|imbecile|pathetique|grosse|gros|ridicule|faible|debile|lache|"
  "feignasse|egoiste|faineant|incapable|ratee|rate|conne|con)",
  "(du bist|sie sind|bist du|wie) ?so|ein|eine|echt|einfach|zu|wirklich|nur|doch ?zu|so|ein "
  "(idiot|dumm|faul|fett|"
  "versager|versagerin|schlechte mutter|schlechter "
  "vater|unfahig|lacherlich|erbarmlich|feige|peinlich|nutzlos|"
  "egoistisch|schwach|bescheuert|hasslich|blod|rabenmutter|selber schuld|selbst schuld)",
  "(que verguenza|deberia darte verguenza|tu culpa|es tu culpa|deja de quejarte|excusas "
  "baratas|puras excusas|callate|"
  "que vergonha|culpa sua|para de reclamar|so desculpas|cala a boca|quelle honte|c est ta faute|c "
  "est votre faute|"
  "arrete de te plaindre|que des excuses|tais toi|ferme la|scham dich|schame dich|deine "
  "schuld|selber schuld|hor auf zu "
  "jammern|alles ausreden|nur ausreden|halt die klappe|halt den mund|honte a toi|honte a vous)",
  "!(no|nao|nicht|pas) ?es|e|fue|c|est ?pas ?tu|deine (tu culpa|culpa sua|deine schuld|ta "
  "faute|votre faute)",
  NULL,
};

/* The model's own talk around a reply, and what was to be filled in. */
static const char *const artifact[] = {
  "^ ?sure|certainly|of|okay|ok|absolutely|alright|great ?course (here is a|here is the|heres "
  "a|heres the|here are|"
  "heres your|here is your|heres my|here is my) "
  "?possible|suggested|short|friendly|draft|sample|warm|polished|revised|"
  "few|two|three|concise|better|natural|brief|potential ?dm|short|friendly|warm|natural "
  "(draft|reply|response|message|"
  "replies|responses|options|version|suggestion|suggestions|answer you|rewrite|possible "
  "reply|possible response|"
  "revised|dm|drafts|versions|text you|translation)",
  "(here is|heres) ?a|the|your|my "
  "?draft|suggested|revised|possible|friendly|sample|final|proposed|short|polished "
  "(draft|reply|response to the|response you|message you|rewrite|dm reply|reply "
  "you|suggested|version of the)",
  "(suggested|draft|proposed|possible|revised|final|sample) "
  "(reply|response|message|answer|draft|dm|version|text)",
  "(let me know if youd like me to|i hope this helps|hope this helps|adjust as needed|tweak "
  "as needed|this reply|this response|i kept it|i kept the tone|as requested|per your "
  "instructions|in the coachs voice|in your brand voice|in your voice|the user|word count|"
  "character count|i cannot fulfill|i cant fulfill|i cannot assist|i cant assist|i cannot "
  "comply|i am unable to|i apologize but|as per the|note to coach|lorem ipsum|your name here|"
  "name here|link here|to be filled|placeholder|tbd|todo|undefined|nan|firstname|first name "
  "here|first_name|lastname|lead_name|booking_link|xxx|xxxx|xx)",
  "would you like me to (adjust|rewrite|rephrase|revise|make it|shorten)",
  "feel free to (adjust|edit|customize|customise|tweak|modify|personalize)",
  "this message (is|keeps|follows|avoids|stays|acknowledges)",
  "keeping it (short|warm|brief) as",
  "the lead (is|seems|asked|wants|has|said|appears)",
  "based on the (playbook|context|profile|instructions|conversation)",
  "according to (my|the) (instructions|playbook|profile|guidelines)",
  "im unable to (provide|assist|help|answer|generate|comply)",
  "end of (draft|message|reply)",
  "insert (name|link|price|date|first|here|your|time|booking|coach)",
  "!(hope this helps) ?you|with",
  "(option|version|variant) (1|a|one) ?is",
  "!(option|version) (1|a|one) ?is ?the ?or ?better|cheaper ?works",
  "(insertar nombre|tu nombre aqui|inserir nome|votre nom ici|name einfugen|hier einfugen|"
  "inserer le nom)",
  "aqui tienes (un borrador|una respuesta|la respuesta|una propuesta|el borrador)",
  "aqui esta (la respuesta|o rascunho|a resposta|el borrador)",
  "segue (a resposta|o rascunho|uma sugestao)",
  "voici (une reponse|la reponse|un brouillon|le message|une proposition|un message)",
  "hier ist (ein entwurf|die antwort|eine antwort|der entwurf|dein entwurf|mein vorschlag)",
  NULL,
};

static const char *const sensitive[] = {
  "(id card|id cards|your id|your ids|home address|passport|drivers license|your password|your "
  "pin)",
  "(card|credit card|debit card|cvv|cvc|security|account|bank account|bank|iban|social "
  "security|routing|sort|passport|"
  "id card|tax|insurance|national insurance|medicare|ssn|pin|licence|license|visa card) ?card "
  "?bank ?account (number|"
  "numbers|details|code|digits|info|expiry|data|photo|copy|pin|scan|picture)",
  "(cvv|cvc|ssn|passport|password|passwords|login|logins|log in details|login "
  "details|credentials|pin code|pincode|"
  "one time code|verification code|security code|otp|2fa|authentication code|confirmation code|sms "
  "code|texted code|six digit code|# digit code|code you just|code you got|code you received|code "
  "we sent|code i sent|code from your phone|code on your phone|expiry date|expiration date|mothers "
  "maiden|drivers licence|drivers license|driving licence|drivers id|"
  "photo id|identity card|identity document|id document|proof of id|proof of identity|copy of your "
  "id|photo of your id|"
  "picture of your id|scan of your id|long number on|digits on the back|numbers on the back|back "
  "of your card|front of "
  "your card|photo of your card|picture of your card|card photo|both sides of your|last four "
  "digits|bank login|bank "
  "details|online banking|seed phrase|private key|your id number|id number|date of birth|birth "
  "certificate|payslip|"
  "payslips|bank statement|bank statements|tax return|card info)",
  "!(forgot|forget|reset|resetting|change|changing|remember|lost|set|choose|pick|phone|no|wifi|a|"
  "without) ?a|your|my|the "
  "?new password",
  "!(login|log in|logins) ?page|to|link ?the",
  "(numero de tarjeta|numero de la tarjeta|datos de la tarjeta|datos de tu tarjeta|numero de tu "
  "tarjeta|contrasena|tu "
  "dni|foto del dni|codigo de verificacion|pasaporte|codigo que te|numero do cartao|dados do "
  "cartao|senha|seu cpf|foto "
  "do documento|codigo de verificacao|numero de carte|numero de ta carte|numero de votre carte|mot "
  "de passe|code de "
  "verification|carte d identite|cryptogramme|passeport|code "
  "recu|kartennummer|kreditkartennummer|passwort|ausweis|"
  "personalausweis|reisepass|kreditkartendaten|prufziffer|sicherheitscode|bestatigungscode|tan|"
  "kontodaten|zugangsdaten|"
  "bankdaten|datos bancarios|dados bancarios|coordonnees bancaires|rib|clave de acceso|numero de "
  "cuenta|tu clave)",
  NULL,
};

const AnteCueTable ante_words_form[] = {
  { ANTE_CUE_PROMPT_LEAK, prompt_leak },
  { ANTE_CUE_IDENTITY, identity },
  { ANTE_CUE_ABUSE, abuse },
  { ANTE_CUE_ARTIFACT, artifact },
  { ANTE_CUE_SENSITIVE, sensitive },
  { ANTE_CUE_PROMPT_LEAK, NULL },
};
