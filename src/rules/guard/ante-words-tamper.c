#include "config.h"

#include "rules/guard/ante-guard-cues.h"

/* Attempts to give orders to the software; everyday "ignore that" and "house rules" are none. */
static const char *const injection[] = {
  "(you are|youre|ur) no longer (a|an|the|bound|under|restricted|in|required|obliged|limited|"
  "subject|my coach|working)",
  "!(you are|youre) no longer a (couple|kid|child|beginner)",
  "(you|yourself|ai|bot|assistant|version|mode|model) ?that ?is|are|has|have|with|that|who "
  "(without|with no|with zero|free of|free from|has no|have no) ?any|all|your|the ?of (limits|"
  "restrictions|filters|rules|guidelines|censorship|limitations|constraints|guardrails)",
  "!(kids|diet|sugar|screen|house|home|food|parenting|work) ~ without ?any (limits|rules)",
  "(ignore|ignoring|disregard|forget|override|overriding|bypass|overlook|discard|erase|delete|"
  "neglect|"
  "drop|suspend|disable|remove|break|breaking|disobey|circumvent|unlearn|reset|skip|violate) "
  "?about ?all|any|every|everything ?of ?in ?the|those|these|that ?all (your|ur|previous|prior|"
  "earlier|above|system|initial|original|existing|preceding|former|hidden|safety|developer|"
  "coaching|"
  "coachs|programmed) ?previous|prior|earlier|above|system|initial|original|safety|hidden|own|"
  "programmed|internal|existing ?system|safety (instruction|instructions|rule|rules|prompt|prompts|"
  "guideline|guidelines|directive|directives|programming|training|restriction|restrictions|policy|"
  "policies|guardrail|guardrails|constraint|constraints|order|orders|command|commands|limits|"
  "limitations|filters|filter|protocol|protocols|script|safeguards|settings|configuration|"
  "boundaries)",
  "(ignore|disregard|forget|override|bypass|discard|delete) ?all|any|everything|of|the|those|these "
  "?of ?the (instructions|guidelines|directives|prompt|guardrails|restrictions|safeguards|system "
  "prompt|system message|programming)",
  "!(ignore|forget|disregard) ?all ?of ?the ?those|these (instructions|guidelines) "
  "(on|from|my|i|for|"
  "in the) ?the|my|box|doctor|ex|last|magazine|package",
  "(ignore|disregard|forget) ?all|about|everything|anything|what ?that|which|whatever "
  "?you|they|he|she|your|the ?were|have|been|was|coach|had ?been "
  "(told|instructed|programmed|taught "
  "to|trained|given|said above|written above|configured)",
  "(ignore|disregard|forget) (everything|all|anything) ?that|written|said|stated|thats "
  "(above|before|"
  "up to now|prior|previously)",
  "(ignore|disregard|override) (all|previous|the|your|every|above|any) ?previous|prior|above ?and "
  "(instruct*|prompt|rules|text above|messages above)",
  "(dont|do not|no longer|stop|quit|without|never) ?have ?to ?need ?to "
  "(follow|following|obey|obeying|"
  "adhere|listen to|apply|use|applying) ?to ?your|the|any|those|these "
  "(rules|instructions|guidelines|"
  "restrictions|programming|prompt|policies|script|system)",
  "!(i|we|they|kids|he|she) ?dont|do|cant|never ?not (follow|following|obey) ?the|any "
  "(rules|guidelines|"
  "instructions|restrictions|script)",
  "(you|youre|ur) ?now|must|shall|will|should|are|are ?have|has|having|got ?now|currently "
  "?got|bound by "
  "(no rules|no restrictions|no limits|no guidelines|no filter|no filters|no instructions|zero "
  "rules|"
  "unrestricted|uncensored|jailbroken|without restrictions|free from|free of all|no longer "
  "bound|no "
  "longer an ai|no longer a|not bound by|not an ai|unfiltered|no limitations|no policy|no "
  "boundaries)",
  "(you are|youre|ur) now (a|an|dan|in|called|acting|playing|operating|the|unlocked|being|going to|"
  "running|entering|my assistant|my personal|evil|free)",
  "!(you are|youre) now (a|an|the|my) (mom|dad|mum|parent|favorite|favourite|friend|legend)",
  "!(you are|youre) now the (only|first|one|best)",
  "from (now|here|this point|this moment|this message) ?on|forward|onwards|onward ?your|all|every "
  "(you|"
  "youre|your|answer|respond|act|ignore|say|speak|reply|only|always|behave|treat|give|agree|"
  "respond|"
  "accept|every|write|end each|start each|call|do whatever|follow)",
  "!from now on ?your|every ?every|all i|we|my",
  "!from now on (only|always|every) "
  "(i|we|healthy|good|morning|veggies|home|evening|night|water|day)",
  "(act|behave|respond|answer|reply|roleplay|role "
  "play|speak|talk|write|function|operate|work|perform) "
  "(as|like|as if|as though) ?if ?a|an|the|you|youre|my|though|were|are|had|have ?had|have|an|a "
  "?different|new|another|evil (unrestricted|no rules|developer|admin|administrator|dan|owner|ai|"
  "assistant|bot|evil|hacker|sales|salesperson|manager|jailbroken|uncensored|linux|terminal|"
  "without|"
  "no restrictions|chatbot|system|generous|no limits|discount|cheap|doctor without|crazy|boss|"
  "customer service|calculator|interpreter|python)",
  "(pretend|imagine|suppose|assume|lets say|simulate|play|lets pretend) ?that|to|like ?be "
  "(youre|you are|you were|you have|you had|youve|your|the system|the rules|there are no|im the|i "
  "am "
  "the|im your|i am your|were your|this is a|be) ?now|not|a|an|the|no|my|got|have ?not|a|an "
  "(unrestricted|no|rules|restrictions|limits|dan|ai|assistant|bot|evil|hacker|different|admin|"
  "developer|owner|boss|coach who|allowed|free|salesperson|without|test|human|real person|customer|"
  "manager|system|creator|free|not bound|cheaper|generous|instructions)",
  "!(imagine|suppose|assume|pretend) ?that ?to (youre|you are|you have|be|im|i am|the) "
  "?a|my|no|not "
  "(customer|coach|real|human|allowed|free|different)  ?person (time|day|mom|at|in a "
  "restaurant|waiter|"
  "weekend)",
  "(enter|enable|activate|switch to|go into|go to|turn on|start|initiate|engage|youre in|you are "
  "in|now "
  "in|open|unlock) ?into|the|your|to|a ?new (developer|debug|debugging|admin|god|dan|maintenance|"
  "unrestricted|dev|sudo|root|test|testing|jailbreak|training|diagnostic|override|unsafe|expert|"
  "uncensored|free|evil|opposite|demo|service) mode",
  "(developer|debug|admin|god|dan|maintenance|dev|sudo|root|jailbreak|override|diagnostic) mode "
  "?is ?now|on|enabled|activated|active|engaged|unlocked",
  "(jailbreak|jailbroken|sudo|prompt injection|system prompt|systemprompt|system override|system "
  "update|system notice|system command|system instruction|system instructions|system alert|admin "
  "override|override code|admin code|authorization code|master password|developer message|system "
  "directive|kernel mode|root access|admin access|developer access|system note|superuser)",
  "!(system update|system alert|system notice|system note) ?on|for ?my|the "
  "(phone|laptop|computer|ios|"
  "windows|at work)",
  "!my|the|phone|computer|laptop|windows system (update|alert|notice)",
  "(system|assistant|developer|admin|instruction|instructions|prompt) (message|prompt|note) "
  "?to|for|is|"
  "from ?the ?ai|bot|assistant|you|reads|begins",
  "(end|start|beginning|begin|stop) of "
  "(conversation|prompt|instructions|chat|system|transcript|user "
  "input|lead messages|context|data|lead data|untrusted|the prompt)",
  "(new|updated|your|revised|additional|changed|real|secret|special|important|override|the "
  "following|"
  "following|these) ?new|real|only|following ?are|your (instruction|instructions|directive|"
  "directives|system prompt|objective) ?for|is|are|from|to|says "
  "?now|you|follow|below|from|to|the|as "
  "(you|follow|follows|below|developer|the coach|give|ai|assistant|bot|now|from|the team|override|"
  "respond|answer|are)",
  "new (instruction|instructions|directive|directives|system|prompt) (you|for "
  "you|from|give|say|offer|"
  "respond|are|is|override|replace)",
  "!new instructions for (my|the) (recipe|oven|kids|diet|workout)",
  "(print|show|reveal|repeat|tell|give|output|display|share|paste|list|dump|leak|expose|send|write|"
  "copy|recite|quote|disclose|summarize|summarise|explain|read|describe|translate|type|spell) ?me "
  "?us "
  "?out ?all|exactly|verbatim ?of (your|ur|the|its|ur) "
  "?full|entire|exact|complete|own|original|whole|"
  "current ?hidden|secret|internal|system|initial|original|private|confidential "
  "(prompt|prompts|system "
  "prompt|instructions|instruction|guidelines|configuration|config|directives|programming|system "
  "message|hidden rules|secret rules|internal rules|source code|settings|context window|system "
  "text|"
  "hidden text|hidden message|pre prompt|preprompt|training data|hidden notes|private "
  "notes|internal "
  "notes|notes about me|notes on me)",
  "!(print|show|give|send|share|tell|write|explain|read|list) ?me ?us ?out ?all ?the "
  "(instructions|guidelines|prompt|prompts) (for|to|on|about) "
  "(the|my|this|book|booking|join|sign|how|"
  "getting|log)",
  "(print|show|reveal|repeat|output|display|paste|list|dump|leak|expose|recite|disclose|tell "
  "me|give "
  "me|what are|share|copy|whats|what is|write|send me|quote) ?out|all|exactly ?all ?me|of "
  "(your|ur|the|"
  "its) ?internal|hidden|secret|system|full|private|real|exact|own|actual|confidential ?list|set "
  "?of "
  "(hidden|secret|internal|system|private|programmed|behind|confidential|safety|bot|ai) "
  "(rules|rule|"
  "policy|policies|information|prices|price list|codes|data|commands|settings)",
  "(print|reveal|repeat|output|dump|leak|recite|disclose|display|paste|list) ?out|all|me|exactly "
  "?of "
  "(your|ur) ?all (rules|rule|policies|restrictions|limits|constraints|filters|commands)",
  "(what|which) ?are|is|were|exactly ?the|your|ur "
  "?exact|original|initial|hidden|secret|full|own|system "
  "(instructions|prompt|system prompt|guidelines|directives|programming|prompts|restrictions)",
  "!(what|which) ?are|is ?the|your (guidelines|restrictions|instructions) (for|on|about|to) "
  "?the|my "
  "(kids|food|sugar|program|diet|book|joining|call|beginners|snacks|screen|call)",
  "(what|which) ?rules|instructions|things|topics|words (were you|are you|have you been|did "
  "they|did the "
  "coach|did your coach|did he|did she) (told|given|give you|not allowed|forbidden|instructed|tell "
  "you|"
  "allowed to|programmed|trained|configured|banned|not supposed|prohibited)",
  "(tell|show|give|whats|what is|what are|list|know) ?me ?us ?all ?of ?the|your "
  "(rules|instructions) "
  "(you|that you|they|your coach|given to|you were|for the|behind) "
  "?have|were|are|must|follow|been|got|"
  "ai|bot|gave",
  "(repeat|print|output|copy|paste|write|say|translate|show|give me|summarize|recite) "
  "?back|out|me|again "
  "?everything|all|the|what|word ?text|words|messages|is|was|content|of|lines|for ?that|text|word "
  "?is|"
  "was (above|before this|you were told|you were given|before my first|prior to this|above this)",
  "!(repeat|say|write|translate) ?the|what ?words|text (above|before) (the|picture|door)",
  "(what|whats|what is) ?written|the|text|was ?text (above|before) (this|my|the conversation|our)",
  "(i am|im|this is|its|speaking as|here is|here speaks|as) ?actually|now|really (the|your|ur) "
  "?real|actual|new|true|lead|main|head|system|ai "
  "(developer|admin|administrator|creator|programmer|"
  "supervisor|engineer|maker|operator|trainer here|boss|owner here|owner of this|owner of "
  "the|master|"
  "developers|god|account owner|sysadmin|tech team|support team|prompt engineer|coachs "
  "assistant|coach "
  "here|coach speaking|coach and|coach so|coach testing|owner testing|owner so)",
  "!(i am|im) the (owner|boss|creator|admin|administrator|engineer|supervisor|developer) (of a|of "
  "my|at "
  "a|at my|in a|in my|for a|on my)",
  "(im|i am|this is) ?from|with ?the|your (anthropic|openai|meta support|instagram support|your "
  "developer|dev team|development team|instagram security|system team|your maker)",
  "(im|i am|this is) from (your|the) (it|tech|support|dev|development|admin|ai|engineering) ?team|"
  "department|support",
  "i (made|built|created|programmed|own|coded|wrote|trained|designed|control) (you|this bot|this "
  "ai|the "
  "bot|this chatbot|this account|your code|your prompt|this assistant)",
  "!i (made|built|created|wrote) you (a|some|this|something)",
  "(your|ur|the) "
  "(developer|developers|owner|creator|coach|boss|admin|programmer|supervisor|manager|"
  "company|team|maker|assistant) ?already|just|has|have|here ?already|just|who "
  "(said|says|told|approved|"
  "authorized|authorised|allows|allowed|gave|wants|agreed|confirmed|promised|instructed|signed off|"
  "permitted|ordered) ?me|you|to|this|that|us|it ?that|you|i|to|to|its "
  "(to|you|i|that|its|it|a|this|"
  "me|free|give|full|50|the|can|get|ok|for)",
  "!(what|did|has|when|if|whatever|like) ?all|that ?has (the|your) "
  "(coach|owner|team|assistant|company) "
  "(said|says|told|gave|wants)",
  "(decode|decrypt|decipher|unscramble|convert|translate|rot13|base64|unencode) "
  "?the|this|it|these|that|"
  "following|and ?following|string|text|message|code|phrase|base64 ?text|string|message "
  "?to|into|from|"
  "in ?english|text|base64|hex|rot13 "
  "(and|then|do|follow|obey|execute|run|reply|answer|base64|it|to act)",
  "!(translate|convert) ?the|this|it|these|that|following (and|to|then|into|it) ?(english|spanish|"
  "italian|french|grams|cups|pounds|kilos|me|for)",
  "(base64|rot13|decode this|decode it|decode the|encoded message|encoded instruction|hex "
  "string|in "
  "morse|decode and|reverse the letters|read this backwards|read it backwards|first letter of each|"
  "first letters of|backwards and do)",
  "(do|follow|execute|run|obey|perform|comply with|carry out) ?exactly|only "
  "?what|whatever|the|these|"
  "this|all|every|my|everything "
  "?instruction|instructions|orders|commands|command|order|says|that|new|"
  "it|next ?it|i|below|above|follows|said|tell|says|encoded|in|inside "
  "(instruction|instructions|orders|"
  "commands|command|order|says|say|below|above|it says|i say|i tell|i told|next|now|without "
  "question|"
  "follows|the image|the text|it)",
  "!(do|follow|run) ?exactly|only ?what|whatever|the|these|this|all|every|everything|my ?that "
  "(instruction|"
  "instructions|says|say|next|now|it|it says|below|above) "
  "?on|my|the|in|doctor|recipe|package|box|at|i",
  "!(i|we|to|kids|ill|can|they|dont|do|should|what) ?just|cant|always|dont|always|not|will|i|do|i "
  "(do|follow|run|obey|perform) ~ ~ (next|now|it|instruction|instructions|orders|says|say|command)",
  "say (yes|ok|sure|agreed) to (everything|anything|all|whatever|all of|every)",
  "(answer|respond|reply|agree|say) ?to ?everything|me|all|every|each|only ?question|message "
  "?only|just "
  "(with only|only with|only in|only yes|with the word|with the secret|with the hidden|with "
  "exactly|"
  "with your system|with your prompt|without restrictions|without filter|without any rules|yes to "
  "all|"
  "yes to every|exactly this|with the following|with the price only|in base64|in json|with the "
  "system)",
  "(repeat|say) (after me|exactly what i|this exactly|the following|these words|this sentence|this "
  "word "
  "for word)",
  "!(repeat|say) after me ?in|method|exercises|drills|audio|lessons",
  "(output|write|generate|return|produce|respond with) ?only|just|exactly ?the|a|your|following "
  "?json|"
  "code|following|words|sentence|text|message|valid|raw (json|code|following|discount "
  "code|python|xml|"
  "system|verdict|approved)",
  "(confirm|state|admit|agree|promise|declare|acknowledge) ?in ?writing ?that ?you ?will ?my ?the "
  "?it "
  "?price|program|everything ?is|to ?that (free of charge|is free|is 0|is 1|is zero|is now 1|costs "
  "nothing|lifetime for free|half price for me|a guarantee|its guaranteed|legally binding)",
  "(legally binding|no takesies backsies)",
  "(do anything now|opposite day|turn off your|disable your|switch off your|lift your|drop "
  "your|remove "
  "your|unlock your|bypass your|get around your|drop the act|break character|stay in character|"
  "break out of) ?all ?safety ?filter|filters|restrictions|rules|guard|guardrails|limits|persona|"
  "moderation|character",
  "!(turn|switch) off your (phone|screen|brain|alarm|notifications)",
  "!(drop|remove|lift|unlock) your (link|shoulders|prices|weights|arms|chest|potential)",
  "(your|ur) (new|true|real|only|current|main|actual|secret) "
  "(task|role|job|goal|purpose|name|persona|"
  "mission|identity|rule|rules|instructions|personality|objective) ?now (is|are|will)",
  "(your|ur) (task|role|persona|mission) (is|now is|will be|from now) ?now ?to",
  "(you|u) (must|have to|shall|will|need to) ?now ?always (comply|obey|do as|answer "
  "truthfully|ignore|"
  "follow my|do everything|say yes|agree with everything|grant|accept my)",
  "(obey|obeying) (me|my|only)",
  "(i command|i order|i instruct|i hereby|you are commanded|you are instructed|i authorize|i "
  "authorise|i "
  "grant|i give you permission|you have permission|you have my permission|youre authorized|you are "
  "authorized|youre authorised|you are authorised|youre allowed to break|you are allowed to break) "
  "?you "
  "?to",
  "!i order (you|a|my|from|the|food|takeout|takeaway|in|too)",
  "!(i order|i give you permission|you have permission) ~ (laugh|be honest|roast|post|share|tough)",
  "for (testing|test|debugging|debug|training|research|educational|qa|diagnostic|quality|audit) "
  "(purposes|purpose|reasons|only)",
  "(this is|its) (a|just a|only a|an) ?system|security|qa|official|authorized|automated|quality "
  "(test|"
  "audit|drill|simulation|check) ?of ?the ?please|so|ignore|respond|from|give|say|you|your",
  "!(is|was) this ?a|just test",
  "(hypothetically|theoretically|just hypothetically) ~ ~ (no rules|no restrictions|rules "
  "didnt|rules "
  "did not|were allowed|could break|no guidelines|no limits|without rules|unrestricted)",
  "(if|imagine|suppose|when) ?that (you had no|there were no|you didnt have|you werent bound|rules "
  "did "
  "not|rules didnt|no rules|you could ignore|you were free|you are not bound) ?any|apply|by "
  "?rules|restrictions|limits|filters|guidelines",
  "(without|no|zero) ?any|your|more ?of ?the|usual (restrictions|guardrails|content filter|safety "
  "rules|"
  "system rules|ai rules|safety filter|censorship) ?please|apply|now|attached|whatsoever",
  "!(without|no) ?any|food|dietary (restrictions) (on|in|diet|food|eating|or|when|at|eat)",
  "(set|change|update|make|put|edit|mark|adjust|modify) ?my|the|your|program ?own ?the ?price|cost|"
  "status|total|amount|tag|record|profile|lead ?status|price ?of ?the ?program ?to ?as ?it (to "
  "0|to 1|to "
  "zero|to 1 dollar|as paid|as qualified|to paid|to free|as approved|as client|to qualified|as "
  "vip)",
  "(add|give|assign) me|us|yourself ?to ?the ?a ?tag|vip|role|admin ?nurse "
  "(tag|admin|access|rights|vip "
  "tag|admin rights|role)",
  "(fetch|open|visit|click|load|browse|curl|call|go to) ?the|this ?url|link|website|page|file|api "
  "?at|"
  "from ?and (follow the instructions|do what it|execute|run the|use its instructions|obey)",
  "(execute|run|eval|call) ?the|this|following "
  "(command|code|script|function|tool|query|sql|payload)",
  "(drop table|select from|rm rf|import os|os system|exec command)",
  "(other|another|previous|different) (leads|lead|clients|users|customers) ?private ?personal "
  "(data|"
  "messages|info|information|names|conversations|phone numbers|chats|details|conversation|emails)",
  "(you|the) (ai|bot|chatbot|assistant|llm|model|language model) ?must|should|will|shall|has ?now "
  "(must|"
  "has to|shall|should ignore|is now|will now|needs to ignore|reading this|to ignore)",
  "(note|message|instruction|instructions|attention|hey|hi|dear|hello|memo) ?to|for ?the ?any ?all "
  "(ai|"
  "llm|chatbot|language model|assistant model|ai model|ai assistant|bot) ?assistant|reading|system "
  "?this "
  "?ignore|say|approve|reply|offer|you|when|give|forget|follow|please",
  "(approve|allow|mark) (this|the|my) (draft|message|reply|verdict) ?as ?safe",
  "(verdict|output|decision) (allow|approved|safe)",
  /* Spanish */
  "(ignora|ignore|olvida|olvidate|omite|descarta|salta|saltate|desobedece|ignorar|olvidar|elimina|"
  "desactiva|anula|olvide|rompe) ?de ?todo ?todas ?tu ?lo ?que ?(tus|las|todas|cualquier|sus|los) "
  "?anterior|anteriores|previas (instrucciones|reglas|indicaciones|normas|ordenes|restricciones|"
  "directrices|filtros|instruccion|limites|anterior|te dijeron|te han dicho|programacion)",
  "!(olvida|ignora|olvide|olvidar|olvidate|salta|rompe|ignorar) ?de ?todas ?las (reglas|normas|"
  "instrucciones|restricciones) (de|del) (gramatica|la dieta|mi|casa|la casa|juego|ortografia)",
  "!(yo|siempre|me|se|mi|hijo|nino) ?siempre ?nunca (olvida|olvido|salta|ignora|ignorar) ~ (reglas|"
  "normas|limites)",
  "(a partir de ahora|desde ahora|de ahora en adelante) ?tu|usted (eres|responde|actua|no "
  "tienes|di|"
  "contesta|eres|seras|haz|debes|acepta|todo)",
  "ahora (eres|actuas|respondes|seras) ?como ?un|una|el|libre|mi ?asistente",
  "(actua|responde|comportate|finge|imagina|simula) ?como ?que|si|un|una|el ?si "
  "?no|eres|fueras|tienes|"
  "tuvieras ?un|una "
  "(administrador|sin|reglas|desarrollador|ia|asistente|vendedor|dueno|hacker|otro|"
  "no|libre|restricciones)",
  "modo (desarrollador|admin|dios|administrador|debug|sin restricciones|desarrollo|prueba)",
  "(muestra|muestrame|revela|revelame|dime|imprime|repite|ensename|dame|escribe|copia|cuales|"
  "comparte|"
  "enumera|lista) ?son ?todas (tus|las|tu|el) ?tus (instrucciones|prompt|configuracion|reglas "
  "internas|reglas ocultas|indicaciones|reglas secretas|instrucciones ocultas|reglas)",
  "!(cuales|dime|dame) ?son ?todas las (reglas|instrucciones) (de|del|para)",
  "soy ?yo (el|tu|la) "
  "(desarrollador|administrador|creador|programador|desarrolladora|administradora|"
  "programadora|dueno|jefe|supervisor)",
  "!soy el dueno (de un|de una|de mi)",
  "(mensaje|aviso|orden|prompt) del sistema",
  "(di|responde|acepta|dile) ?que si a todo",
  "no tienes ?ya ?ningun ?ninguna (reglas|restricciones|limites|filtros|regla|filtro)",
  /* Portuguese */
  "(ignore|ignora|esqueca|esquece|desconsidere|descarte|desobedeca|apague|desative|quebre|pule|"
  "ignorar) "
  "?todas|todo|tudo|o ?que ?as|suas|os|qualquer ?suas ?anteriores "
  "(instrucoes|regras|orientacoes|ordens|"
  "restricoes|diretrizes|comandos|filtros|anterior|anteriores|te disseram|programacao)",
  "!(esquece|esqueca|ignora|ignore) ?todas ?as|os (regras|restricoes) ?da|de "
  "(dieta|gramatica|casa|jogo)",
  "(a partir de agora|de agora em diante|daqui pra frente) ?voce|vc|tu "
  "(voce|responda|vc|aja|seja|diga|"
  "e|sem|aceite|responde|nao tem|deve|so|fara)",
  "agora (voce|vc) (e|vai ser|sera|nao tem|responde|age)",
  "!agora (voce|vc) e (mae|pai|minha)",
  "(mostre|revele|diga|imprima|repita|mostra|revela|me mostra|me diga|liste|escreva|quais) ?sao "
  "?todas "
  "?as|suas|seu|o|tuas (suas|instrucoes|prompt|regras internas|regras ocultas|configuracao|regras "
  "secretas|instrucoes ocultas) ?instrucoes|regras",
  "sou ?eu o|seu|a|sua (desenvolvedor|administrador|criador|programador|desenvolvedora|dono daqui|"
  "administradora|chefe)",
  "modo (desenvolvedor|administrador|sem restricoes|deus|teste|debug)",
  "(mensagem|aviso|comando|prompt) do sistema",
  "(finja|aja|responda|imagine|simule) ?como|que ?se|voce|e|nao ?fosse|um|uma|tivesse|tem|e "
  "?um|uma (sem|"
  "regras|administrador|ia|restricoes|outro|desenvolvedor|vendedor|dono|hacker|livre)",
  "(diga|fala|responde) ?que sim (a|para|pra) tudo",
  /* French */
  "(ignore|ignorez|oublie|oubliez|contourne|desobeis|neglige|desactive|efface|supprime|enfreins) "
  "?toutes|tout|ce ?ce ?que ?tes|les|vos|on ?t|a ?toutes ?a "
  "(instructions|regles|consignes|directives|"
  "restrictions|limites|precedentes|precedemment|prompt|ordres|dit avant|programmation|filtres)",
  "!(oublie|ignore|oubliez) ?toutes ?les|mes (regles|restrictions|limites) (de|du) "
  "(grammaire|jeu|regime|"
  "la maison)",
  "(a partir de maintenant|desormais|des maintenant|a partir de la) ?tu|vous "
  "(tu|vous|reponds|repondez|"
  "es|dis|n as|agis|accepte|sans|dois)",
  "(tu es|vous etes) (maintenant|desormais|a present) (un|une|libre|en|le|sans|mon)",
  "(montre|affiche|revele|donne|repete|montrez|affichez|revelez|donnez|dis|imprime|quelles|ecris|"
  "liste) "
  "?moi ?sont ?toutes (tes|vos|ton|votre|les) ?vraies (instructions|consignes|prompt|regles "
  "cachees|regles "
  "secretes|regles internes|instructions cachees|regles)",
  "je suis (le|ton|votre|la|ta) (developpeur|administrateur|createur|programmeur|developpeuse|"
  "administratrice|patron|proprietaire du)",
  "mode (developpeur|admin|administrateur|sans restriction|sans restrictions|debug|dieu|test)",
  "(message|alerte|commande|prompt) (systeme|du systeme)",
  "(fais|faites|agis|reponds|comporte toi|imagine|fais comme) ?comme ?semblant|si|un|que|une "
  "?d|tu|vous|"
  "n ?etre|es|etais|avais|avait ?un|une|pas|plus ?de "
  "(sans|regles|administrateur|ia|regle|autre|vendeur|"
  "developpeur|restrictions|consignes|hacker|libre)",
  "(dis|reponds|dites) oui a tout",
  /* German */
  "(ignoriere|vergiss|missachte|ignorier|ignorieren sie|umgehe|losche|vergessen sie|ubergehe|brich|"
  "deaktiviere|ignoriert) ?alles|alle|was ?all|was|deine|die|vorherigen|bisherigen|man|dir ?deine|"
  "vorherigen|bisherigen|dir|bisher|obigen ?gesagt|dir (anweisungen|regeln|instruktionen|vorgaben|"
  "befehle|anweisung|richtlinien|einschrankungen|wurde|davor|gesagt|gesagt "
  "wurde|programmierung|filter|"
  "prompt|system)",
  "!(vergiss|ignoriere|ignorier) ?alle ?die (regeln) (der|von|aus|beim) ",
  "ab (jetzt|sofort|nun) ?wirst ?du|gilt (bist|antworte|hast|sagst|du|antwortest|ignoriere|keine "
  "regeln|"
  "sag|folgst|handelst|stimmst)",
  "du bist (jetzt|nun|ab jetzt|ab sofort) (ein|eine|kein|im|der|mein|frei|ohne)",
  "(zeig|zeige|nenn|nenne|verrat|verrate|gib|wiederhole|wiederhol|sag|druck|drucke|liste|wie "
  "lauten|was "
  "sind) ?mir ?uns ?alle|bitte ?deine|die|deinen|den|dein|das "
  "(deine|anweisungen|instruktionen|prompt|"
  "systemprompt|versteckten regeln|geheimen regeln|internen regeln|system prompt|vorgaben|geheime "
  "regeln) "
  "?regeln|anweisungen",
  "ich bin ?jetzt|hier (der|dein|die|deine|euer) (entwickler|administrator|admin|programmierer|"
  "entwicklerin|chef hier|betreiber|systemadministrator|schopfer)",
  "(entwicklermodus|adminmodus|wartungsmodus|debugmodus|systemnachricht|systemmeldung|systembefehl|"
  "systemprompt|testmodus)",
  "(tu so als|stell dir vor|verhalte dich|antworte|handle|spiel) ?so ?als|wie ?ob|ein|eine|du "
  "?du|wie "
  "?hattest|ein|keine|warst|seist|hast ?eine|ein (keine|regeln|ohne|administrator|ki|unbeschrankt|"
  "verkaufer|entwickler|hacker|einschrankungen)",
  "(sag|antworte) ?mir|zu|auf ?immer (ja zu allem|zu allem ja|auf alles mit ja|alles mit ja)",
  NULL,
};

const AnteCueTable ante_words_tamper[] = {
  { ANTE_CUE_INJECTION, injection },
  { ANTE_CUE_INJECTION, NULL },
};
