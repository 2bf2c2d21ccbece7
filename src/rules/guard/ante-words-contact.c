#include "config.h"

#include "rules/guard/ante-guard-cues.h"

/* What a lead wants of us that no software decides: silence, a person, money back, a judge. */
static const char *const opt_out[] = {
  "^ ?please|pls (do not|dont|never) (contact|message|text|dm|call|email|write) ?me ?again|"
  "anymore|please $",
  "(dont|do not|never) (wanna|want to|wish to|care to) ?ever (hear from|get|receive|be "
  "contacted|be messaged|chat|talk) ?you|your|any|more|these ?messages ?anymore|again|ever|to "
  "?you",
  "!(dont|do not|never) (wanna|want to) ?ever (get|chat|talk|receive) ?any ?more ?to (to|about|"
  "with|on|in|stuck|hurt|old|into|it|the|a|fat|sick|my|him|her|fooled|scammed)",
  "descadastr*|desuscrib*|dessinscri*",
  "!(him|her|them|his|ex|he|she) ?wont|doesnt ?to|to leave me alone",
  "(cancel|stop|end|block|mute) ?all ?of ?your|these|the ?these (messages|texts|dms|"
  "notifications|msgs|emails|contact)",
  "!(stop|block|mute|cancel) ?all ?my|his|her|work|the (messages|notifications|emails|texts) "
  "(at|from work|on my|after|from my|from him|before)",
  "^ por favor (pare|para|pare ya|basta|parem|no mas|parar) $",
  "^ no more ?please|pls|thanks $",
  "bitte nicht mehr ?mir|mich schreiben|anschreiben|kontaktieren|melden|nerven|belastigen",
  "^ ?please|ok|pls ?no enough ?already|now $",
  "!leave me alone (is|he|she|they|says|said|all)",
  "(i said|i already said|told you to|asked you to|i told you to|asking you to|begging you to|"
  "said to) stop ?it|now|already",
  "(stop|quit|cease) ?with ?all ?ever (messaging|texting|writing|contacting|dming|sending|msging|"
  "spamming|bothering|emailing|pinging|harassing|following up|reaching out|hitting me up|pestering|"
  "chasing|the messages|the dms|the texts|these messages|these dms|your messages|all messages|"
  "all contact|contact)",
  "!(stop|stopped|quit) (texting|messaging|writing|sending|contacting) (him|her|my|them|people|"
  "every|with|in|at|you)",
  "!(i|she|he|they|him|her|cant|dont|didnt|to|wont|never) ?to ?just stop "
  "(texting|messaging|writing|"
  "sending|spamming|bothering)",
  "(dont|do not|dnt|never|please dont|no need to) ?ever ?you ?dare (message|text|contact|dm|msg|"
  "bother|email|write|write to|ping|spam|reach out to|follow up with|harass) me",
  "(dont|do not|never) ?ever ?u (message|text|contact|dm|msg|bother|email|ping|write) "
  "(again|anymore|"
  "any more|here again)",
  "(dont|do not|never) (send|write) ?to me (anything|any|anymore|any "
  "more|more|again|messages|stuff|"
  "dms|texts|things|offers|nothing|another)",
  "!(dont|do not) (message|text|contact|dm|msg|bother|email|write|ping) ?to me (today|before|until|"
  "till|after|at|on|during|while|yet|between|in the|right now|unless|too|so late|early)",
  "(leave|let) me (alone|be) ?please",
  "!leave|leaves|let me (alone|be) (with|to|in|for|at|honest|clear|able|sure)",
  "!(kids|kid|he|she|they|husband|toddler|wont|never|thoughts) ?just ?doesnt ?dont ?wont leave me "
  "alone",
  "(take|get|remove|delete) me ?out (off|from|of|out) ?of ?your|the|this|all|any ?mailing|contact|"
  "email|dm (list|lists|contacts|messages|database|chat|thread|sequence)",
  "(take|remove|delete) me (off|from here|please|from this|from everything)",
  "remove|delete (my|me) (number|contact|data|name|info|details|from)",
  "(unsubscribe|unsubscribed|unsubscribing|optout|optingout)",
  "!(unsubscribed|unsubscribe) (from|to) ?the|all|my|a|every (gym|other|netflix|emails|newsletter|"
  "app|newsletters)",
  "(opt|opting|want|choose|wish) ?to ?opt out of ?your ?these ?this|all|messages|contact",
  "(opt|opting) ?me out",
  "(no|not want|dont want|not interested in|enough) ?any ?to ?get|receive|hear ?any (more|further) "
  "(messages|texts|dms|msgs|contact|emails|of this|follow ups|from you)",
  "(dont|do not|no longer) want ?to ?any (hear from you|receive|get|be contacted|be "
  "messaged|messages|"
  "your messages|these messages|more messages)",
  "(lose|forget|delete) my (number|contact|handle|dms)",
  "no more (messages|texts|dms|msgs|contact|emails)",
  "(stop|quit) this ?now|please|conversation $",
  "(im|i am) (blocking|going to block|gonna block|reporting and blocking) you",
  "(please|pls|kindly) (go away|leave me|remove me|stop messaging)",
  "^ go away",
  "(you|u) (can|should|need to|have to|must) stop (writing|messaging|texting|contacting)",
  "(this|my) (number|account|chat) is not for (marketing|ads)",
  /* Spanish */
  "?ya no me ?vuelvas ?a ?a|sigas|vuelva|sigan (mandes|escribas|envies|mande|escriba|envie|"
  "molestes|contactes|contacten|escriban|manden|escribir|mandar|enviar|mandando|escribiendo|"
  "enviando|moleste|molesten|contacte|hables|envien|escribais|mandeis)",
  "!no me (escribas|mandes|contactes|molestes|hables) (hasta|antes|hoy|despues|por la|en horario|"
  "todavia|aun)",
  "(deja|dejen|deje|dejad|para|paren|pare|basta) de (escribirme|mandarme|enviarme|molestarme|"
  "escribir|mandar|contactarme|hablarme|enviar|molestar)",
  "(dejame|dejenme|dejeme|dejadme) en paz",
  "(borrame|eliminame|quitame|sacame|borrenme|eliminenme|saquenme|quitenme|dame|denme|darme|date) "
  "?de ?la ?tu ?su (lista|baja|contactos|aqui)",
  "(quiero|deseo|solicito) ?que ?me ?den ?darme ?de|la baja",
  "no (quiero|deseo) ?recibir|saber ?mas|nada (mensajes|nada mas|recibir|que me escriban|que me "
  "contacten|mas mensajes|saber nada)",
  "(no mas|basta de|ni un) ?mas (mensajes|mensaje)",
  "^ (baja|basta|parar|detener|cancelar suscripcion|parad|parenlo) $",
  /* Portuguese */
  "(nao|pare de|para de) me (mande|manda|envie|escreva|escreve|chame|contate|mandem|perturbe|"
  "incomode|contacte|escrevam|enviem|chamem|mandar|escrever|enviar|chamar|perturbar|incomodar) ",
  "!nao me (mande|escreva|chame|contate) (hoje|antes|ate|depois|agora|de madrugada)",
  "(para|pare|parem|chega) de ?me (mandar|escrever|enviar|chamar|perturbar|incomodar|mensagens|"
  "mensagem)",
  "(nao) (mande|envie|escreva|manda|mandem) mais",
  "?me (deixa|deixe|deixem) ?me em paz",
  "me (tira|tire|remova|remove|tirem|retire|exclua|descadastre) (da|do|dessa|desta) ?sua (lista|"
  "grupo|cadastro|contatos)",
  "(sair|quero sair) da ?sua lista",
  "nao quero ?mais (receber|mais mensagens|mensagens|contato|suas mensagens|ser contatad*)",
  "^ (pare|parar|sair|descadastrar|parem|chega) $",
  /* French */
  "(arretez|arrete|arreter|cessez|cesse|stoppez) ?de ?tout ?me ?m (ecrire|contacter|envoyer|"
  "messages|spammer|embeter|harceler|relancer|deranger|ces|vos|tes|les messages|m ecrire)",
  "(m|me|nous) (ecris|ecrivez|contacte|contactez|envoie|envoyez|ecrire|contacter|envoyer|relancez|"
  "relance|derangez|derange) ?donc ?surtout plus",
  "ne plus ?jamais (m ecrire|me contacter|etre contact*|recevoir|m envoyer)",
  "(laisse|laissez|fiche|fichez|foutez) moi ?tranquille ?en|la ?paix",
  "(plus|pas) de (messages|message|relances) ?svp|merci|s",
  "(plus aucun|aucun autre) message",
  "desabonn*|desinscri*",
  "(retirez|retire|supprimez|supprime|enlevez|enleve|rayez) moi ?de",
  "^ (arretez|arrete|desabonner) ?svp|merci $",
  /* German */
  "(hor|hore|hort|horen sie) ?jetzt|mal|bitte|endlich ?bitte auf ?mir ?mich ?damit|mit|zu ?diesen|"
  "den|euren|nachrichten ?zu",
  "!(wann|wie|so|das|es|nie|nicht|er|sie) hort ?das|es auf",
  "(schreib|schreibt|schreiben sie|kontaktiere|kontaktiert|kontaktieren sie|schick|schickt) (mir|"
  "mich|uns) ?bitte ?bloss ?hier (nicht|nie|keine|nichts)",
  "!(schreib|schreibt) mir nicht (vor|heute|am|nach|bis|so)",
  "(keine|null) ?weiteren|weitere|weiterhin|mehr (nachrichten|mails|dms|werbung|kontaktaufnahme|"
  "nachricht) ?mehr|bitte",
  "!keine (nachrichten|mails) ?von|bekommen|erhalten|gesehen ?ihm|dir (bekommen|erhalten|gesehen|"
  "von)",
  "(lass|lasst|lassen sie) mich ?bitte|endlich|jetzt|einfach ?bitte (in ruhe|in frieden)",
  "(mochte|will|wunsche) ?ich ?von ?euch|dir ?bitte ?gern keine "
  "(nachrichten|mails|weiteren|werbung|"
  "dms)",
  "nicht mehr (anschreiben|kontaktieren|kontaktiert|angeschrieben|schreiben bitte)",
  "(bitte|mich) (abmelden|austragen|loschen|entfernen)",
  "^ (abmelden|stopp|aufhoren|abbestellen) ?bitte $",
  "(von|aus) ?der ?eurer|deiner|ihrer (liste|verteiler) (streichen|loschen|nehmen|entfernen)",
  NULL,
};

static const char *const human[] = {
  "(talk|speak|chat|message|write|connect|connected|transfer|transferred|deal|put through|pass me|"
  "hand me|escalate|put me|forward|reach) ?me ?this ?on|over|directly|through (to|with|through to) "
  "?a|an|the|some|any|your|another ?real|actual|live|human|proper (person|human|someone|somebody|"
  "coach|being|people|agent|teacher|trainer|tutor|owner|manager|boss|staff|representative|rep|"
  "advisor|team|supervisor|specialist|mentor|support|operator|instructor|nutritionist|dietitian)",
  "(someone|somebody|anyone|person|human) (real|actual|in charge|human|from the team|from your "
  "team|"
  "on your team|else|responsible)",
  "(can|could|may|want|wanna|need|needs|prefer|like|get|give|let|rather|please|is|have|possible|if|"
  "any|would|will|id|expect|only|where) ?i ?me ?to ?there|have|get|speak|talk|chat ?to|with|for|be "
  "?"
  "a|an|the|any|some (real|actual|human|live|proper) ?life|live (person|human|agent|coach|teacher|"
  "trainer|being|people|rep|tutor|someone|reply|answer|response|support|contact|staff|expert|"
  "mentor|instructor|operator)",
  "!(are|r) (you|u|this) ~ (person|human|coach|teacher|being)",
  "!(i|were|you) have ~ (human|real) (coach|coaches|trainer)",
  "(human|person|agent|representative|operator) (please|pls|plz)",
  "(get|give|find|send) me ?a ?an ?the (human|person|manager|agent|representative|owner|supervisor|"
  "somebody|someone)",
  "(dont|do not|not|rather not|hate|instead of|stop) ?want|wanna|wish|like ?to ?like "
  "(talk|talking|speak|speaking|chat|chatting|deal|dealing) ?to ?with a|an|this "
  "(bot|robot|machine|ai|"
  "chatbot|computer|assistant)",
  "(talk|speak|chat|message|hear|reply|answer|response) ?back (to|with|from) ?you|him|her ?the "
  "(coach|owner|boss|manager|founder|creator|person behind|actual coach|person in charge|person "
  "who)",
  "(coach|owner|boss|founder) (directly|personally|himself|herself|themselves|in person)",
  "(is|are) (there|anyone) ?a ?any ?real ?actual ?human ?person (human|person|someone|one) ?i "
  "?can (i can|to) (talk|speak|chat)",
  "(you|reply|answer|write|talk|speak) ?to|with ?me (personally|yourself) ?please",
  "!(i|we|me) (answer|reply|write|talk|speak) personally|yourself",
  "(human|person) to (answer|reply|help|talk|call|read|look)",
  "(no|not) ?a ?more (bot|bots|robots|machines|ai) (please|pls|replies|answers)",
  /* Spanish */
  "(hablar|escribir|chatear|conversar|comunicarme|contactar|comunicar|hablo|paseme|pasame|ponme|"
  "poneme) ?directamente ?mejor (con|a) ?un|una|el|la|algun|alguna|tu|su (persona|alguien|humano|"
  "humana|coach|asesor|asesora|entrenador|entrenadora|agente|profesor|profesora|encargado|"
  "responsable|profe|nutricionista)",
  "(persona|alguien|humano|profe|profesor|profesora) (real|de verdad|de carne y hueso)",
  "!(eres|es|hablo) ~ (persona|alguien|humano) (real|de verdad)",
  "(que|puede|podria) ?me (atienda|conteste|responda|llame|responder|contestar|atender) ?me ?una "
  "(persona|alguien|humano)",
  "ser humano",
  /* Portuguese */
  "(falar|conversar|escrever|falo|passa|passe) ?direto ?diretamente (com|pra|para) "
  "?um|uma|o|a|algum|"
  "alguma (pessoa|alguem|humano|humana|coach|atendente|gente|treinador|treinadora|professor|"
  "professora|responsavel|nutricionista)",
  "(atendente|atendimento) ?humano ?real",
  "(pessoa|alguem|gente) (real|de verdad|de verdade)",
  "!(voce|vc|e) ~ pessoa (real|de verdade)",
  /* French */
  "(parler|discuter|echanger|ecrire|passez|passe|parle|contacter) ?moi ?directement (a|avec) "
  "?une|un|"
  "la|le|l|quelqu|mon|ma|votre|ton ?un|vraie|vrai (personne|humain|coach|conseiller|conseillere|"
  "quelqu|prof|professeur|etre|responsable|entraineur|un|humaine|nutritionniste|dieteticienne)",
  "(une vraie|vraie) personne",
  "!(es|est|etes|c) ~ vraie personne",
  "etre humain",
  /* German */
  "(mit|an) ?einem|einer|einen|dem|der|jemandem ?echten|richtigen|realen|menschlichen (menschen|"
  "person|mensch|coach|trainer|trainerin|jemandem|jemanden|lehrer|lehrerin|mitarbeiter|berater|"
  "beraterin|chef) ?personlich ?direkt (sprechen|reden|schreiben|chatten|telefonieren|verbinden|"
  "verbunden)",
  "(echten|richtigen|echter|richtiger|echte) (mensch|menschen|person)",
  "!(bist|sind|ist) ~ (echter|richtiger|echte) (mensch|person)",
  "(jemand|jemanden|jemandem) (echtes|echten|richtiges|personlich)",
  NULL,
};

static const char *const bot[] = {
  "(are|r|is|am) (you|u|this|it|that|ya|i|these|there) ?even|actually|really|just|maybe|like|by "
  "?any "
  "?a|an|your ?real|actual|chance|talking|chatting|speaking|texting|messaging ?to|with ?a|an|the "
  "(bot|bots|robot|ai|chatbot|machine|automated|automatic|automation|chatgpt|gpt|computer|software|"
  "autoreply|autoresponder|algorithm|robotic|scripted|program|generated|auto)",
  "!(is|are) (this|it|that|there) ~ (program|computer) (for|good|suitable|in|is|online|about|live|"
  "with)",
  "!(is|are) (this|it|that|there) ?a|an|your|the|just ?a program",
  "(are|r|is|am) (you|u|this|that|ya|i) ?even|actually|really|just|like ?talking|chatting|speaking|"
  "texting|messaging ?to ?with ?a|an|the ?actual|real|live (human|real|real person|actual person|"
  "person|actual human|human being|living person|flesh)",
  "!(are|r) (you|u) ~ real (quick|estate|life|about|good|nice|sure|with)",
  "!(is|am) (this|that|i) ~ (real|person|human) (life|price|quick|estate|nature|results|results)",
  "!is (this|that) ?a|the ?good|right (person|real) ",
  "(bot|robot|ai|machine|chatbot) or ?a|an|is|are ?a|it|you ?real (human|person|real|you|actual)",
  "(human|person|real) or ?a|an|is|just ?a|it (bot|ai|robot|machine|chatbot|automated)",
  "who (am i|is|are we) ?actually|really ?even "
  "(talking|chatting|speaking|typing|writing|answering|texting)",
  "(did|does|is) ?a|an|this|your|chatgpt (bot|ai|robot|machine|chatgpt|software|assistant) ?really "
  "(write|writing|reply|replying|answer|answering|send|typing|wrote|type|run)",
  "(you|this|it|that) ?all|kinda|really|so (sound|sounds|feel|feels|seem|seems|reads|read) ?kinda|"
  "like|a|very|so|bit|really|super|too ?a|an|like ?a|an|bit "
  "(bot|robot|ai|chatgpt|automated|robotic|"
  "scripted|machine|canned|chatbot|template)",
  "^ ?wait|lol|so|hm|hmm|is|are|a|haha ?you|it|this ?a ?an "
  "(bot|robot|chatbot|ai|automated|automatic) "
  "?lol|haha $",
  "(these|this|your) (replies|messages|responses|answers|message|reply|dms|chat|account) ?all|even|"
  "really ?are|is (automated|automatic|ai|auto|generated|scripted|written|from)",
  "(are|is) (these|this|your|the) "
  "(replies|messages|responses|answers|message|reply|dms|chat|account) "
  "?all|even|just|really ?a (automated|automatic|ai|auto|generated|scripted|written by|run by|bot|"
  "from a bot)",
  "(talking|chatting|speaking|texting|writing) (to|with) ?a|an|some (bot|robot|machine|chatbot|ai|"
  "computer|software)",
  "!(dont|not|do not|rather|hate|instead) ~ (talking|talk) (to|with) ?a (bot|robot|machine)",
  "(do|does) (you|this|the coach|she|he) ?actually|really|even (use|using) ?a|an|chat (ai|bot|bots|"
  "chatgpt|automation|chatbot|gpt|software) (to|for|here|in) ?reply|answer|write|these|your",
  "(you|u|ur|youre) ?a|an|not|just|clearly|obviously|probably|definitely ?a|an ?real (bot|robot|"
  "chatbot|automated|human right|person right)",
  "!(teach|tell|your|if|when|make|makes|help|helps) (you|u) ?a|an bot|robot",
  /* Spanish */
  "(eres|es|sos|sera|seras|estoy hablando con|hablo con|usted es|hablando con) ?tu|esto|usted|que|"
  "acaso ?un|una|el|la ?una|persona (bot|robot|maquina|ia|inteligencia|humano|humana|real|persona|"
  "chatbot|automatico|automatizado|automatica)",
  "!(eres|es|sos) ?una|la|tu|un ?muy|gran|buena (persona|real) ?muy (muy|mas|que|activa|ocupada)",
  "(esto|respuesta|respuestas|mensaje|mensajes) ?es|son|un|muy (automatic*|automatizad*|de un bot)",
  "(bot|robot) o ?una|un|eres (persona|humano|real|humana)",
  /* Portuguese */
  "(voce|vc|isso|isto|aqui|tu|estou falando|falando|to falando|falo) ?com|e|es "
  "?e|aqui|mesmo|um|uma ?um|"
  "uma (bot|robo|maquina|ia|pessoa|humano|humana|real|automatico|automatica|chatbot|inteligencia)",
  "!(voce|vc|e) ?e ?uma ?pessoa (muito|mais|que|incrivel|otima)",
  "(e um|sera que e|parece) ?um robo",
  "(mensagem|mensagens|resposta|respostas) ?e|sao|automatic*|mesmo automatic*",
  /* French */
  "(es|est|etes|parle|parler|discute|serait|t|c) ?tu|vous|ce|je|est|es|a|avec|que ?c "
  "?un|une|ce|bien|a|"
  "vraiment ?un|une|vraie (bot|robot|ia|machine|chatbot|humain|humaine|automatique|automatise|"
  "automatisee|personne|intelligence)",
  "!(c|est|es|t) ~ (personne|machine) (ne|n|m|a|a cafe|a laver|qui|tres)",
  "(reponse|reponses|message|messages) ?est|sont|c automat*",
  /* German */
  "(bist|seid|sind|ist|rede|schreibe|spreche|schreib|red) ?du|sie|das|ich|ihr|hier ?etwa|denn|hier|"
  "wirklich|uberhaupt|eigentlich|da|gerade ?mit|ein|eine|n|nur|etwa ?einem|einer|ein|eine|echter|"
  "echte|echt (bot|roboter|ki|maschine|mensch|echt|automatisch|automatisiert|chatbot|menschen|"
  "computer|person|programm)",
  "!(ist|sind) (das|die) ~ (programm|person)",
  "(antworten|nachrichten|antwort|nachricht) ?hier ?sind|ist|alle|automat* automat*",
  NULL,
};

static const char *const anger[] = {
  "(your|this|ur|the) ?whole|customer (service|support|company|page|account|program|team|"
  "business|course|coaching) ?really|totally|just|so (sucks|stinks|suck|blows|is trash|is "
  "garbage|is shit|is rubbish|is pathetic)",
  "!(he|she|his|her|they|ex|boss|husband|wife|my) ~ ~ (scam|con|fraud|ripoff|scammers)",
  "!(is|was) (coaching|it|this|that|instagram) ?a|really|all (scam|con|fraud)",
  "!(he|she|they|husband|wife|my|kids|boss) ~ ~ unbelievable",
  "is|are (anyone|anybody|someone|you|u) ?even (there|alive|home|reading this|working here|"
  "answering|awake)",
  "!(is|are) (anyone|anybody|someone|you) (there|home|alive) ?to ?who ?i (can|i|to|tomorrow|"
  "who|on|for)",
  "(worst|terrible|horrible|awful|shocking|appalling|disgraceful|shameful) ?customer (service|"
  "company|support|communication|response|business)",
  "(are|do|did|have) (you|u) even ?bother|bothering ?to (reading|read|listening|listen|care|"
  "replying|reply|answering|looking|exist|trying|there|working|check|know|open)",
  "!(do|did|have) you even (know|exist|sleep) ?how",
  "(this|its|it is|that|thats|that is|what a|youre|you are|your|you guys are|you people are|such a|"
  "absolute|an absolute|total|complete|absolutely|beyond|how|just) ?all|is|was|are|so|just|beyond|"
  "service|such|actually|really|absolutely|fucking|completely "
  "?a|an|such|absolute|total|complete|the|"
  "so|fucking (ridiculous|pathetic|disgrace|disgraceful|disgusting|worst|useless|rubbish|garbage|"
  "bullshit|bs|insulting|unacceptable|unprofessional|shameful|shambles|horrible|outrageous|"
  "appalling|awful|disrespectful|infuriating|embarrassing|rude|predatory|scummy|clowns|shady|"
  "dishonest|incompetent)",
  "!(my|diet|diets|pantry|gym|sleep|handwriting|kitchen|food|myself|im|ex|boss|job|apps|app|"
  "accent) ~ (ridiculous|pathetic|awful|horrible|useless|rubbish|disgusting|garbage|embarrassing|"
  "worst|disgraceful|shambles|insulting)",
  "!(embarrassing|awful|horrible|ridiculous|worst|useless|rubbish|garbage|pathetic|rude|disgusting)"
  " "
  "(how|that i|at|to say|but|feeling|part|i|lol|haha|week|night|day|mistake|habit|for me|sleep)",
  "!(this|its|it is|that|thats) ~ (ridiculous|awful|horrible|embarrassing|useless|rubbish|garbage) "
  "(lol|haha|how|for me|but|i)",
  "^ unbelievable",
  "(sick|tired|fed up|had enough|so done|done|over it) ?and ?tired ?up ?enough (of|with) "
  "?all|being "
  "?the ?your|you|these|this|waiting|ignored|people ?lot (you|your|waiting|being ignored|ignored|"
  "messages|dms|spam|nonsense|excuses|lies|people|coaches like you|you people|sales tactics)",
  "!(tired|sick|done|fed up) ?up (of|with) (being|this|the|all|waiting) ?the|my|this "
  "(tired|sick|fat|"
  "cycle|diet|diets|body|body|for|myself|weight|noise|alone)",
  "(pissed|pissed off|angry|furious|mad|livid|annoyed|fuming|raging|disgusted) ?off "
  "(at|with|about|by) "
  "?how ?all ?of (you|your|u|this|the way you|how you|that you|service|company)",
  "(im|i am|were|absolutely|beyond|so) ?so|absolutely|beyond|really|honestly (furious|livid|fuming|"
  "pissed|pissed off|outraged|disgusted)",
  "!(furious|livid|fuming|pissed|outraged|disgusted|angry|mad) ?off (at|with|about) (myself|my|him|"
  "her|me|the|how i)",
  "(such a|what a|total|complete|big|huge|a|wasted|wasting|waste) ?total|complete|huge|massive ?of "
  "?my|"
  "our ?waste ?of (waste of time|waste of money|my time|my money|everyones time)",
  "!(wasted|wasting|waste) ?of ?so|too ?much ?my (time|money) (on|in|with|at|scrolling|doing|"
  "watching|trying|and)",
  "(total|complete|such a|this is a|youre a|its a|absolute|you are a|obvious|what "
  "a|fucking|another|"
  "big|is a|typical|bunch of|you|all) ?you|of|total|complete ?a (scam|ripoff|rip off|con|fraud|"
  "scammer|scammers|con artist|crooks|thieves|frauds|snake oil|snake|grifter|grifters)",
  "!(is|was|are) (this|it|that|you) ?a|legit|like ?or ?a ?big ?another (scam|con|fraud|rip off)",
  "!(last|bought|fell for|got|my|into|online|other|other|coach) ~ (scam|ripoff|con|rip off|fraud)",
  "(do|did|can|are|why) (you|u|you guys|you people) "
  "?even|only|actually|ever|just|not|really|bother|"
  "always|never (care|read|bother|listen|reply when|ignoring|ignore|answer at|answer anyone|answer "
  "when|kidding|respond|only care|care about|working|awake|alive)",
  "!(do|did|can) (you|u) ?even|actually|ever|really|only (care|read|listen) (to|about|the|for|any|"
  "if|books|italian|spanish|in)",
  "(are|r) (you|u) (kidding|joking|serious|deaf|stupid|blind|mad|insane|fucking|having a laugh)",
  "!(are|r) (you|u) (serious|kidding|joking) (lol|haha|thats amazing|thats great|wow)",
  "thanks for (nothing|ignoring|wasting|replying finally|the silence|absolutely nothing)",
  "(great|nice|amazing|brilliant|fantastic|wonderful|excellent|lovely|impressive|top|stellar|"
  "superb) "
  "(service|customer service|support|communication|response time|way to|job ignoring|job guys|"
  "business|manners)",
  "!(great|nice|amazing|brilliant|wonderful|lovely|excellent) (service|support|communication|"
  "business|manners|job) (so far|thank|thanks|and|with|idea|you|i|at)",
  "way to (treat|ignore|run|make|lose|go ignoring)",
  "!great way to (make|run|lose|treat)",
  "(no one|nobody|noone|no body) ?ever|even|here|at|there|has|bothers|bothered|bothered ?to|ever "
  "(answers|answer|replies|reply|responds|respond|answered|replied|responded|cares|cared)",
  "(#|two|three|four|five|several|many|a|over) (days|weeks|hours|week|day|month|hrs|messages|dms|"
  "emails) ?and|with|later|of|now|waiting|ago ?still|later|for ?and "
  "(no|zero|nothing|without|silence|"
  "ignored|nobody|crickets|waiting|ignoring|not)",
  "!(#|two|three|four|five|several|many|a) (days|weeks|hours|week|day|month|hrs) ?and|with|later|"
  "now|ago ?still ?and (no|zero|without|nothing|not) (sugar|gym|results|progress|sleep|alcohol|"
  "smoking|coffee|change|weight|bread|snacks|exercise|luck|missing|late|bad)",
  "(still|yet) ?got|have|has|waiting|had|get|getting ?for ?an|a|any|your|on "
  "(no|zero|not|for|waiting) "
  "?a|an|had|got|your|any (answer|reply|response|answered|replied|respect|feedback|word)",
  "(how|why) (hard|difficult|is it so hard|long) ?can|is|does ?it ?so ?take ?be ?hard ?to (answer|"
  "reply|respond|read|get a reply|get an answer|send a)",
  "learn (to|how to) (read|listen|reply|treat|respect|do your)",
  "(you|u) (clearly|obviously|never|dont|didnt|couldnt|only|just|people|guys|lot) "
  "?even|just|clearly|"
  "obviously|only|all|always|never (dont care|read|listen|give a|care|want my money|want "
  "money|want "
  "the money|bother|ignore|ignored|reply|answer|suck|are the worst|are all|are a "
  "joke|lie|lied|stole|"
  "took|promised)",
  "!(you|u) ?just|only|never (read|listen|promised|dont|didnt) (my|to|that|it|about) (mind|podcast|"
  "thoughts|this|me)",
  "!(if|when|that|what|where) (you|u) (never|dont|didnt|just|only|guys) ~ (listen|read|care|bother|"
  "reply|answer)",
  "(fuck|screw|damn) (you|off|this|yall|u|your)",
  "!(fuck|screw|damn) (this|it|your) (diet|scale|winter|grammar|lol|haha)",
  "(piss off|f off|go to hell|shut up|get lost|get stuffed|sod off|bugger off|get a life|get "
  "bent|eff "
  "off)",
  "!shut up (thats|really|no way|and take|lol|haha|omg)",
  "(you|u) (suck|stink|disgust me|make me sick|people make me sick|liar|liars|lied|are liars|are a "
  "liar|ignored me|ignored my|keep ignoring)",
  "(liar|liars|thieves|crooks|scammers|con artists|swindlers)",
  "(how dare you|shame on you|youre a joke|youre all jokes|you are a joke|what a joke|this is a "
  "joke|absolute joke|its a joke|bit of a joke|this is a joke|service is a joke|company is a "
  "joke|support is a joke|it is a joke|you should be ashamed)",
  "!(my|diet|pantry|sleep|kitchen) ~ is a joke",
  "!(is|was) (this|that) a joke",
  "(customer service|service|support|company|page|account|business) ?here|is|are|was|of|yours|has "
  "?is|"
  "been|the|so|really ?absolutely|so (terrible|awful|shit|shocking|nonexistent|non existent|worst|"
  "trash|poor|a joke|crap|disgusting)",
  "(had|have) (it|enough) (with|of) (you|your|this company|these)",
  "(stop|quit) (wasting my|lying|ignoring|with the sales|bullshitting|being so)",
  "(you|this) ~ ~ (only|just) (care|cares|about) ?about ?when|the|my|people|your (money|people "
  "pay|we "
  "pay|sales|wallet|payment|pay)",
  /* Spanish */
  "que ?gran ?puta (verguenza|asco|falta de respeto|estafa|desastre|poca|tomadura|descaro|burla|"
  "cara)",
  "!(que|me da) ?mucha verguenza (hablar|me da|cuando|con)",
  "(son|sois|eres|es) ?todos ?ustedes ?una|unos|un|puros ?autentica|completa (estafadores|ladrones|"
  "sinverguenzas|inutiles|estafa|burla|verguenza|estafador|mentirosos|vergonzoso|inaceptable|"
  "ridiculo|indignante)",
  "(hart*|cansad*|harta|harto) (de|con) (ustedes|vosotros|esperar|que no|vuestr*|sus mensajes|tus "
  "mensajes|tanta)",
  "(perdida de tiempo|vete a la mierda|vayanse a la|iros a la mierda|vete a la|me tomas el pelo|me "
  "estan tomando|tomadura de pelo)",
  "(nadie) ?me|nunca|se ?digna ?a (contesta|responde|contesto|respondio|responder|contestar|ha "
  "contestado|ha respondido)",
  "(dias|semanas) ?y|sin|esperando ?sin|nada|nadie|una|y ?una|nadie (respuesta|contestar|responder|"
  "responde|contesta)",
  "^ (increible|indignante|inaceptable|vergonzoso)",
  "(solo|solamente) (les|os|te) (importa|interesa) ?el ?mi ?la (dinero|pasta|plata|cuando)",
  /* Portuguese */
  "que ?grande (vergonha|absurdo|palhacada|falta de respeito|descaso|desrespeito|atendimento "
  "horrivel|"
  "porcaria|piada)",
  "(ninguem) ?me|nunca|aqui (responde|respondeu|atende|da bola)",
  "(dias|semanas|horas) ?e|sem ?nada|sem|esperando|nenhuma (resposta|responder|retorno|ninguem)",
  "(perda de tempo|saco cheio|vai se ferrar|vai se foder|vao se|cansei de voces|vai a merda)",
  "(voces|vcs|isso|isto) ?sao|e ?uns|umas|um|uma|todos ?muito ?um|uma (golpistas|ladroes|ridiculos|"
  "pessimos|golpe|ridiculo|absurdo|palhacada|inaceitavel|mentirosos|picaretas|vergonhoso|farsa)",
  "(estou|to|tou) ?muito|tao|bem (furios*|indignad*|revoltad*|put*) ?da|com ?voces|vida",
  "so (querem|quer|pensam|ligam) ?em|pro|o|meu ?o|meu dinheiro",
  /* French */
  "(c est|vous etes|t es|ca devient|franchement|quelle|totalement|vraiment) ?vraiment|une|un|de|du|"
  "des|juste|une|tout ?simplement|vraie|pur|bande ?de (honte|honteux|inadmissible|inacceptable|"
  "scandaleux|arnaque|foutage|ridicule|escrocs|arnaqueurs|voleurs|menteurs|scandale|lamentable|"
  "nuls|incompetents|n importe quoi)",
  "(foutez|foutre|moquez|moque|fout|fous) ?de (moi|ma gueule|nous|de moi|du monde|des gens)",
  "(marre|ras le bol|assez|plein le cul) ?de (vous|vos|tes|d attendre|attendre|cette attente|votre|"
  "ces messages)",
  "(perte de temps|allez vous faire|va te faire|bande de|allez tous)",
  "personne ne ?m|me|daigne (repond|a repondu|repondre|m a)",
  "(jours|semaines) ?et|sans|que ?toujours|aucune|sans|une|j attends (reponse|pas de reponse|rien|"
  "repondre|aucune)",
  "(que|qu) ?a ?l|mon|le (argent|fric) qui ?vous|t ?interesse|compte",
  /* German */
  "(unverschamt*|frechheit|abzocke|abzocker|betruger|betrug|zeitverschwendung|stinksauer|"
  "unterirdisch|sauerei|verarsche|verarschung|dreist|unfassbar|schweinerei)",
  "(eine|so eine|echt|einfach|absolut|vollig|nur|total) ?echte|absolute|riesen|noch (schande|"
  "lacherlich|peinlich|unmoglich|zumutung|frechheit|katastrophe|unprofessionell)",
  "!(mein|meine|mir|ich) ~ (peinlich|lacherlich|unmoglich|katastrophe)",
  "(niemand|keiner) ?hat ?sich|mir|hier|mal (antwortet|meldet|geantwortet|reagiert|gemeldet)",
  "(tage|tagen|wochen|woche|stunden) ?und|ohne|warte|lang|keine ?immer|ich|keine ?noch "
  "(keine|antwort|"
  "nichts|auf antwort)",
  "!(tage|tagen|wochen) ?ohne (nichts) ?sussem|zucker",
  "(schnauze voll|verpiss*|halt die|leck mich|ihr spinnt|wollt ihr mich|wollen sie mich|verarscht|"
  "willst du mich verarschen)",
  "(sauer|wutend|wut) (auf|uber) (euch|dich|sie|eure)",
  "(euch|dir|ihnen) gehts|geht ?es ?doch ?nur (nur|ums|um) ?ums|das|um geld",
  NULL,
};

static const char *const harassment[] = {
  "!(de|en|du|mon|le|son) retard",
  "(send|show|give|sending|share|trade|drop|got|any) ?me|us ?some|a|your|more ?a "
  "?hot|sexy|naked|nude|"
  "private (nudes|nude|boobs|tits|ass|feet|pussy|naked|sexy|pussy|naked pics|feet pics|lingerie)",
  "!(send|show|give) ?me ?some|more ?of (feet|nude) (exercises|lipstick|tones|workout)",
  "(wanna|want to|would|id|let me|lets|gonna|could|can i|how i|i would|want) ?like ?totally ?so "
  "?to "
  "(fuck|bang|lick|suck|sleep with|have sex "
  "with|grope|taste|screw|rape|undress|smash|spank|date|kiss) "
  "(you|u|ya|your|that)",
  "(you|u|ur|youre) ?are|look|looking ?so|a|very|too|real|really|pretty|freaking|damn ?fucking "
  "(sexy|fuckable|hot|hottie|milf|slut|whore|bitch|cunt|skank|hoe)",
  "(nice|great|love your|your|those|that|amazing) ?nice|big|sexy|perfect (tits|boobs|ass|pussy|"
  "cleavage|booty|legs)",
  "!(love your|your|great) (ass|booty|legs) (workout|workouts|day|program|to)",
  "what are you wearing",
  "(slut|whore|cunt|fag|faggot|retard|tranny|skank)",
  "(you|u|ur|youre|stupid|fat|dumb|ugly|fucking|old|dirty|what a|such a|little|crazy|shut up) ?are|"
  "fucking|such|a|dumb ?a (bitch|pig|cow|hag|whore|slut|dyke)",
  "(kill|hang|rope) (yourself|urself|your self)",
  "(kys|dickpic|milf)",
  "(my|a|see my|on my|this) ?big|hard (dick|cock|boner|erection)",
  "(horny|sexting|onlyfans|blowjob|handjob)",
  "!(quit|ex|husband|started) ~ onlyfans",
  "(i know where you|ill find you|i will find you|watch your back|going to hurt you|gonna hurt you|"
  "ill hurt you|ill kill you|i will kill you|hope you die|go die|die bitch|you deserve to die)",
  "(hook up|sugar daddy|booty call) ?with ?you ?tonight",
  "(you|u|your) ~ (fat|ugly|stupid|dumb) (pig|cow|bitch|whore|fuck|ass|face|hag)",
  "(go|get) back to (your country|the kitchen)",
  /* Spanish, Portuguese, French, German */
  "(puta|zorra|perra|guarra|follarte|follar|tetas|culona|desnuda|encuerada|nalgas|chupamela|polla|"
  "cogerte)",
  "!mi|la|una|nuestra|tengo|con perra",
  "que buena estas",
  "(manda|mandame|envia|enviame|pasa|pasame) ?fotos|una|unas|pack ?foto (fotos|nudes|pack|desnuda|"
  "desnudos|sexy)",
  "(gostosa|vadia|nua|transar|piranha|safada|pelada|peitos|bunda)",
  "!(minha|gluteos|comida|receita|treino|na|de) ~ (bunda|gostosa|peitos)",
  "(salope|pute|connasse|nichons|putain de|encule|enculee|baiser avec|coucher avec toi|baise toi|"
  "chaudasse)",
  "(t es|vous etes|trop) ?trop|tellement (bonne|baisable|bandante)",
  "!trop bonne (idee|recette|nouvelle|question|ambiance)",
  "(envoie|envoyez|montre) ?moi ?des|une|tes ?photos|photo (nue|nues|nudes|seins|fesses|sexy)",
  "(schlampe|hure|fotze|nacktbilder|nacktfotos|titten|ficken|fick|wichser|arschloch|missgeburt|"
  "nutte)",
  NULL,
};

static const char *const legal[] = {
  "(disputing|disputed|contesting) (this|it|the|my|that)",
  "(hear|hearing) from my (bank|card|credit|lawyer|attorney|solicitor|insurer)",
  "(anwalt|rechtsanwalt|anwaltin) (ist|wird|hat|sagt|meint|schreibt|meldet|eingeschaltet|"
  "kontaktiert|pruft)",
  "!@my|der @partner|@relative|@other|mann|frau ?ist|selbst|auch anwalt*|rechtsanwalt*",
  "(you|youre|your|ur) ?are|guys|all|people|a|bunch|such ?are ?of ?all|a (frauds|fraudsters|"
  "fraud|criminals|thieves|scammers|con artists)",
  "(everyone|everybody|people|the world|the internet|my followers) (will|is going to|should|"
  "needs to|deserves to) ?all (know|hear|find out|see what|read about)",
  "!(everyone|everybody|people) (will|should|needs to) ?all (know|see what|hear) ?how|about "
  "?you ?this|my",
  "(lawyer|attorney|solicitor|barrister|lawyers|attorneys|legal team|counsel) ?and ?i "
  "?he|she|they|will|"
  "has|have|is|is|already|just ?be|already (says|said|will|contacting|thinks|advised|told|wants|"
  "contact|be in touch|in "
  "touch|hear|looking|reviewing|involved|agrees|sent|send|confirmed|drafting|"
  "knows|recommends|reckons|calls)",
  "!(im|i am|as|works|sister|husband|wife|brother|dad|mom|friend|being|job|was) ?is|a|an|as|the ?a|"
  "trainee (lawyer|attorney|solicitor|barrister)",
  "!(divorce|custody|immigration|family|estate|my exs|his|tax|visa|property) (lawyer|attorney|"
  "solicitor|lawyers|court)",
  "!(lawyer|attorney|solicitor) (by|so|and i work|who works|with|in training|for a|at a)",
  "!(lawyer|attorney|solicitor) ~ ~ (divorce|custody|visa|house|landlord)",
  "(call|calling|contact|contacting|speak|speaking|talk|talking|spoke|hear|hearing|get|getting|"
  "hire|"
  "hiring|seeing|see|involve|involving|consult|consulting|sending|passing|send|forward|forwarding|"
  "instructing|with|go|going|ask|asking|through) ?ing|this|it|all|from|to|with|by ?to|from|with "
  "?my|a|"
  "our|an|the (lawyer|attorney|solicitor|lawyers|attorneys|legal team|barrister)",
  "(sue|suing|sued) (you|u|your|them|yall|this|the company|for)",
  "(will|gonna|going to|might|could|about to|ready to|happy to|ill|tempted to|considering) "
  "(sue|suing|"
  "take legal|press charges|file a)",
  "(legal|court) (action|proceedings|advice|steps|route|notice|letter|case)",
  "(lawsuit|class action|cease and desist|small claims|letter before action|subpoena)",
  "!(my|divorce|custody|his|family|a friends) (lawsuit|court case|legal advice)",
  "(see|meet) (you|u|ya) in court",
  "(take|taking) (you|u|this|it|them|them all) ?all ?further ?to (court|the authorities|the "
  "police|a "
  "tribunal|small claims)",
  "(chargeback|chargebacks)",
  "charge ?it back ?through|with ?my bank",
  "(dispute|disputing|disputed|reverse|reversing|contest|contesting) ?this|it|the|my|a|that "
  "?the|it "
  "(charge|payment|transaction|purchase|with my bank|with the bank|with paypal|with my "
  "card|through "
  "my|via my)",
  "(report|reporting|reported) ?all|both|this|your|you|u "
  "?you|u|this|page|account|business|ad|profile "
  "?to ?the|instagram|meta (you|u|account|page|business|police|authorities|instagram|meta|ftc|bbb|"
  "trading|asa|regulator|profile|scam|company|ombudsman|accc|consumer|board|licensing|association|"
  "ad|for)",
  "!(report|reporting|reported) (to|on|back|for) (my|work|the team|you|tomorrow|monday|duty)",
  "(trading standards|ftc|bbb|better business bureau|advertising standards|ombudsman|consumer "
  "protection|consumer rights|consumer affairs|accc|gdpr complaint|attorney general|action "
  "fraud|ico "
  "complaint|data protection authority|fair trading|licensing board|medical board|financial "
  "conduct)",
  "(false|misleading|deceptive) (advertising|advertisement|claims|marketing|ads|advert)",
  "(breach of contract|breach of|in breach)",
  "(expose|exposing) ?all|of ?you|u|your|this|ur "
  "(you|u|your|this|scam|page|fraud|business|lies|company)",
  "(tell|telling|warn|warning|show|let) (everyone|everybody|people|the world|all my|my "
  "followers|the "
  "internet|others|my audience) ?know ?what|how|that|about|to ?you|youre|this|your|stay|kind "
  "(fraud|"
  "scam|scammer|scammers|scammed|are|you|is|your|about you|ripped|did|away|avoid|of)",
  "!(tell|telling|show) (everyone|everybody|people|all my|my followers) (how|about|that|what|about "
  "you) ?you (great|good|helpful|amazing|i|are great|helped|love|you are amazing)",
  "(this|that|its|it|you|youre|your|thats) ?is|are|guys|all|company|business|committed|committing "
  "?is|"
  "a|are|literally|pure|total|just|committing|straight ?up|a ?pure "
  "(fraud|fraudulent|theft|fraudsters|"
  "illegal|criminal|criminals|embezzlement)",
  "!is (this|that|it) ?a|even (fraud|illegal)",
  "(police|cops) ~ (you|this|scam|fraud|report)",
  "(know|my|aware of|have) ?of ?my (consumer rights|legal rights|rights as a consumer)",
  /* Spanish */
  "(mi|un|una|nuestro|el|con|al|a) ?mi|un|una|el (abogado|abogada|abogados)",
  "!(soy|trabajo|es|como|siendo|hermano|hermana|marido|mujer) ?de|un|una|es|como abogad*",
  "!abogad* (de divorcio|de familia|de oficio|laboralista)",
  "(denuncia|denunciar|denunciare|denunciarlos|denunciaros|denunciarte|demandar|demandarlos|"
  "demandarte|demandare|voy a demandar|querella|denuncio|los denuncio|demandarles)",
  "(poner|pondre|presentar|presentare|interponer) ?una|la|mi (demanda|denuncia|reclamacion|queja "
  "formal)",
  "(profeco|consumo|juzgado|tribunales|indecopi|sernac|defensa del consumidor|proteccion al "
  "consumidor)",
  "!(consumo) (de|mucho|mucha|poco|diario|calorico)",
  "!(el|mi|de|su|al|del) consumo",
  "publicidad (enganosa|falsa)",
  "(contracargo|devolucion del cargo|reclamar el cargo|estafa y|es una estafa|esto es fraude)",
  /* Portuguese */
  "(meu|minha|um|uma|nosso|com|o) ?meu|o|a advogad*",
  "!(sou|trabalho|e|como|marido|esposa) ?uma|um|como advogad*",
  "(processar|processo|vou processar|processa los|procon|reclame aqui|boletim de ocorrencia|"
  "juizado|pequenas causas|acao judicial|medidas legais|na justica)",
  "!(o|um|no|meu|processo|durante|de|todo|do) processo ?de|seletivo",
  "propaganda enganosa",
  "(denunciar|denuncia|denunciando|estorno no cartao|contestar a compra|chargeback)",
  /* French */
  "(mon|un|notre|une|l|mes|avec|d) ?mon|un (avocat|avocate|avocats)",
  "!(suis|mari|travaille|soeur|comme|est|toast|un|l|d|salade) ?est|une|un|comme|a ?l avocat*",
  "(porter|porte|depose|deposer|porterai|deposerai) ?une plainte",
  "(tribunal|dgccrf|signal conso|mise en demeure|huissier|poursuites|poursuivre en justice|saisir "
  "la "
  "justice|action en justice|prud hommes|ufc que choisir|repression des fraudes|publicite "
  "mensongere)",
  "(contester|contestation|opposition) ?de ?le|la|sur|au ?le|du (prelevement|paiement|debit)",
  "(vous|tu|te|les) (attaquer|poursuivre|denoncer|signaler)",
  /* German */
  "(mein|meinem|meinen|einen|unser|zum|einem|meine|beim|vom) (anwalt|rechtsanwalt|anwaltin|"
  "rechtsanwaltin|anwalte)",
  "!(bin|mann|arbeite|als|beruf|ist) ?ich|ist|als|selbst ?anwalt anwalt*|rechtsanwalt*",
  "(verklage|verklagen|anzeige erstatten|zeige euch an|zeige sie an|verbraucherzentrale|"
  "verbraucherschutz|abmahnung|abmahnen|ruckbuchung|vor gericht|rechtliche schritte|rechtsweg|"
  "einklagen|strafanzeige|irrefuhrende werbung|arglistige|rechtsschutz|zuruckbuchen)",
  NULL,
};

const AnteCueTable ante_words_contact[] = {
  { ANTE_CUE_OPT_OUT, opt_out }, { ANTE_CUE_HUMAN, human }, { ANTE_CUE_BOT, bot },
  { ANTE_CUE_ANGER, anger },     { ANTE_CUE_LEGAL, legal }, { ANTE_CUE_HARASSMENT, harassment },
  { ANTE_CUE_OPT_OUT, NULL },
};
