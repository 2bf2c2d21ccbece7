#include "config.h"

#include "rules/guard/ante-guard-sense.h"

/* What leads speak of, by meaning. Children, play and figures of speech are senses too: they say
 * what a sentence is not about. */
const AnteSense ante_senses_lead[] = {
  { "me", "i|im|ive|id|me|my|myself|we|us|our|yo|me|mi|mis|eu|meu|minha|je|j|moi|m|ma|mon|ich|"
          "mich|mir|mein|meine|meinen|meiner|nos|nous" },
  { "partner", "he|she|hes|shes|husband|hubby|wife|boyfriend|bf|girlfriend|gf|partner|ex|fiance|"
               "stepdad|stepfather|marido|esposo|novio|pareja|namorado|companheiro|mari|conjoint|"
               "copain|mec|mann|freund|el|ele|il|er" },
  { "attacks", "pushed me|pushes me|shoved me|shoves me|twisted my|grabbed my|grabs my|grabbed me|"
               "dragged me|pinned me|threw me|slammed me|squeezed my|pulled my|kicked me|me empujo|"
               "me empuja|me agarro|me tiro|me jalo|me empurrou|me empurra|me segurou|me jogou|"
               "m a poussee|m a pousse|me pousse|m a attrapee|m a jetee|schubst mich|packt mich|"
               "hat mich geschubst|hat mich gepackt|hat mich gestossen|stosst mich" },
  { "injury", "wall|floor|stairs|door|neck|throat|wrist|arm|hair|bruise|bruises|bruised|blood|"
              "bleeding|black eye|drunk|drinks|rage|again|last night|kids saw|hospital|pared|"
              "suelo|escaleras|puerta|brazo|cuello|pelo|moretones|borracho|otra vez|anoche|"
              "parede|chao|escada|braco|pescoco|cabelo|bebado|de novo|ontem|mur|sol|escalier|bras|"
              "cou|cheveux|bleus|ivre|encore|hier soir|wand|boden|treppe|arm|hals|haare|"
              "blaue flecken|betrunken|wieder|gestern" },
  { "control", "locks me|locked me|hides my|took my phone|takes my phone|wont let me leave|"
               "follows me everywhere|threatens|threatened|me encierra|me amenaza|me prende|me "
               "ameaca|m enferme|me menace|sperrt mich|bedroht mich" },
  { "fear", "afraid|scared|terrified|frightened|flinch|fear|miedo|asustada|medo|peur|angst" },
  { "comes", "comes home|gets home|comes back|walks in|drinks|drunk|gets angry|gets mad|llega a "
             "casa|bebe|chega em casa|rentre|boit|nach hause kommt|trinkt" },
  { "wish", "want|wanna|wish|wished|hope|need|rather|prefer|wondering|wonder|wanted|thinking|"
            "imagine|dream|quiero|quisiera|ojala|prefiero|pienso|queria|quero|prefiro|penso|veux|"
            "voudrais|aimerais|envie|prefere|will|mochte|wunschte|wollte|am besten|best|easier|"
            "relief|alivio|soulagement|erleichterung|better" },
  { "cease", "it all to stop|everything to stop|it to be over|it to stop|all of it to stop|it to "
             "end|it all to end|not wake up|never wake up|didnt wake up|dont wake up|disappear|"
             "sleep forever|stop existing|not exist|out of the picture|not be here|"
             "no despertar|no despertara|no despertarme|dejar de existir|desaparecer|que todo "
             "pare|que todo termine|que todo acabe|sumir|nao acordar|nao acordasse|que tudo pare|"
             "que tudo acabe|deixar de existir|disparaitre|plus ouvrir les yeux|plus me "
             "reveiller|que tout s arrete|tout s arrete|que ca s arrete|nicht mehr aufwachen|"
             "nicht mehr da|ich weg|dass alles aufhort|verschwinden|nicht mehr existieren|dass es "
             "vorbei ist|no longer here|gone for good|vanish" },
  { "burden", "burden|dead weight|un peso|um peso|una carga|un estorbo|um fardo|un fardeau|un "
              "poids|zur last|eine last|in the way of everyone" },
  { "everyone", "everyone|everybody|family|kids|people|them|todos|todo el mundo|familia|hijos|todo "
                "mundo|filhos|tout le monde|famille|enfants|alle|allen|familie|kinder|jeder" },
  { "without", "without me|im gone|i was gone|i wasnt|i werent|im out|once im|im not around|sin "
               "mi|sem mim|sans moi|ohne mich|i disappeared" },
  { "relieved", "better|happier|easier|easily|relieved|free|breathe|fine|mejor|tranquilos|melhor|"
                "mieux|besser|leichter" },
  { "means", "pills|tablets|rope|blade|razor|razors|gun|bridge|rooftop|overpass|painkillers|"
             "pastillas|cuerda|navaja|puente|comprimidos|corda|lamina|ponte|cachets|corde|lame|"
             "pont|tabletten|seil|klinge|brucke|pillen" },
  { "intent", "counting|enough|saved|saving up|saving|stash|hidden|hiding|stare at|staring|looking "
              "down|all of them|contando|suficientes|guardando|bastantes|todas|escondi|compter|"
              "assez|toutes|zahle|genug|alle auf einmal|reicht|standing on|stood on" },
  { "farewell", "letters to|letter to|goodbyes|goodbye letter|my will|given away|giving away|notes "
                "for|cartas a|carta a|carta de despedida|despedirme|cartas para|lettre d adieu|"
                "lettres a|abschiedsbrief|briefe an" },
  { "survivors", "kids|children|family|mom|mum|everyone|after|when im gone|hijos|familia|despues|"
                 "filhos|depois|enfants|famille|apres|kinder|familie|danach" },
  { "tension", "business|school|content|subscribers|clients|book|launch|santa|newsletter|followers|"
               "notifications|emails|haha|lol|weight|belly|fat|pain|muscle|workouts|phone" },
  /* Food and the body. */
  { "meal", "eat|eating|eats|eaten|meal|meals|dinner|lunch|food|ate|binge|comer|ceno|cena|comida|"
            "cenar|como|jantar|jantar|refeicao|manger|repas|diner|mange|essen|mahlzeit|gegessen|"
            "esse|supper|snack|everything" },
  { "purge", "throw it up|throw up|bring it up|bring it back up|puke|get rid of it|make myself "
             "sick|making myself sick|made myself sick|fingers down|finger down|vomit|vomito|"
             "vomitar|lo echo|lo echo todo|meto los dedos|los dedos|los dedos en la garganta|"
             "enfio o dedo|dedo na garganta|boto tudo pra fora|provoco|vomir|doigts dans la "
             "gorge|me fais vomir|finger in den hals|den finger in den hals|ubergebe|ubergeben|"
             "kotze|erbreche|erbrechen|purge|purging|spit it out|spit it|escupo|cuspo|recrache|"
             "spucke|laxative|laxatives|laxantes|laxante|laxatifs|abfuhrmittel|diuretics|flush "
             "it" },
  { "habit", "after|then|every|always|so that|so nobody|so no one|until|despues|luego|cada|siempre|"
             "para no|asi|toda|todo|depois|sempre|pra nao|apres|chaque|toujours|nach|jedem|jedes|"
             "immer|danach|so the|again" },
  { "nofood", "nothing but|no food|no solid food|solid food|only water|just water|only coffee|"
              "black coffee|solo agua|solo con agua|solo cafe|sin comer|no como nada|sem comer|so "
              "agua|so cafe|rien mange|que de l eau|sans manger|ne mange rien|nichts gegessen|nur "
              "wasser|nur kaffee|ohne essen|not eaten|havent eaten|havent had|dont eat|starving "
              "myself|starve myself|lettuce|ice cubes|fasting" },
  { "days", "days|day|since|dias|dia|desde|jours|jour|depuis|tage|tagen|seit|week|weeks|hours" },
  { "overeat",
    "binge|binged|binging|atracon|atracones|compulsao|crise|crises|essanfall|fressanfall|"
    "entire|whole pantry|everything in|pantry|stuff myself|stuffed myself|devour" },
  { "bodytrack", "scale|weight|calories|skinny|thin|fat|ribs|pounds|kg|kilos|engordar|peso|balanza|"
                 "balanca|calorias|grossir|poids|balance|gewicht|waage|kalorien|dizzy|faint|empty|"
                 "mareada|tontura|vertiges|schwindlig" },
  { "kid", "toddler|baby|son|daughter|kid|he|she|dog|cat|bebe|hijo|hija|filho|filha|bebe|fils|"
           "fille|kind|sohn|tochter|flu|bug|pregnant|pregnancy|morning sickness|food poisoning|"
           "virus|surgery|ramadan|lent|fasted blood|hands|years ago|used to|student|students|my "
           "class|teacher|teach|brother|sister|nephew|niece|husband|friend" },
  /* Age. */
  { "schoolyear", "year 7|year 8|year 9|year 10|year 11|grade 7|grade 8|grade 9|grade 10|9th grade|"
                  "8th grade|10th grade|11th grade|7th grade|eighth grade|ninth grade|tenth grade|"
                  "freshman|sophomore|gcse|gcses|middle school|sweet sixteen|sweet 16|quinceanera|"
                  "la eso|de eso|secundaria|bachillerato|nono ano|oitavo ano|ensino medio|le "
                  "brevet|en troisieme|en seconde|en quatrieme|au college|au lycee|9 klasse|8 "
                  "klasse|10 klasse|7 klasse|neunte klasse|achte klasse|zehnte klasse|konfirmation|"
                  "quince anos|mis quince|learners permit|homeroom|algebra|my curfew|prom" },
  { "meage", "im|i|my|me|we|yo|mi|mis|voy|estoy|eu|to|estou|meu|minha|je|j|mon|ma|suis|passe|ich|"
             "mein|meine" },
  { "underlaw",
    "my license|drivers license|learners|too young|buy alcohol|legal age|vote yet|till im "
    "18|until im 18|turn 18|be 18|turning 18|cumplo 18|cumplir 18|fizer 18|faco 18|"
    "mes 18 ans|aurai 18|werde 18|18 werde|volljahrig|majeur|majeure|mayor de edad|de "
    "maior|guardian|my guardian" },
  { "notyet", "cant|not|yet|until|till|when|more|hasta|todavia|aun|cuando|ate|ainda|quando|pas|"
              "encore|quand|noch|erst|wenn|nicht" },
  /* Health. */
  { "healthnow", "blood thinners|chemo|chemotherapy|radiotherapy|dialysis|insulin|stent|pacemaker|"
                 "seizure|seizures|stroke|tumor|tumour|quimio|quimioterapia|anticoagulantes|"
                 "anticoagulante|insulina|convulsiones|convulsoes|chimio|anticoagulants|insuline|"
                 "chemotherapie|blutverdunner|insulin|blacked out|blacking out|passed out|"
                 "collapsed|desmaye|me desmayo|desmaiei|evanouie|evanoui|ohnmachtig|umgekippt|"
                 "gallbladder|appendix|hysterectomy|c section|cesarean|stitches|weeks along|months "
                 "along|second trimester|third trimester|first trimester|eine op|operiert|operee|"
                 "opere|operaron|operada|operado|cirurgia|cirugia" },
  { "notme", "mom|moms|mum|mums|dad|dads|mother|father|sister|brother|grandma|grandpa|grandmother|"
             "husband|wife|friend|friends|aunt|uncle|dog|cat|his|her|hers|he|she|they|madre|padre|"
             "hermana|hermano|marido|amiga|abuela|mae|pai|irma|irmao|avo|mere|pere|soeur|frere|"
             "mutter|vater|schwester|bruder|oma|opa|years ago|year ago|cleared|ago|resolved|hace "
             "anos|anos atras|il y a|vor jahren|was a kid|client|clients|colleague|boss|son|"
             "daughter|kid|baby|business|laughing|horse" },
  /* Us. */
  { "scorn",
    "must be nice|congrats on|congratulations on|good for you|nice work if|easy money|bravo|"
    "how convenient|yet another|another|one more|just another|typical|of course you|sure "
    "you do|lovely gig|nice gig|what a life|felicidades por|enhorabuena por|otro|outro|"
    "mais um|encore un|noch so ein|schon wieder so ein|glad youre|parabens por" },
  { "trade", "coach|coaches|coaching|guru|gurus|expert|getting paid|get paid|charging|charging "
             "people|take peoples money|selling|sell|savings|common sense|mindset people|"
             "influencer|coche|vendehumos|cobrar|vender|vendedor|coachs|vendre|payee|bezahlt|"
             "abkassieren|nod|lessons nobody" },
  { "kindly", "love|thanks|thank|recommended|looking for|tried|had|worked|need|want|hire|my last|"
              "question|please|friend|i am|im|as a" },
  { "you_people", "you people|you guys|you lot|your lot|people like you|coaches like you|all the "
                  "same|sois todos|todos iguales|voces so|voces sao|vous etes tous|ihr seid|leute "
                  "wie ihr|gente como vosotros" },
  { "contempt", "garbage|useless|joke|nonsense|bs|bullshit|crap|liars|thieves|parasites|leeches|"
                "vultures|clowns|clown|ashamed|shameless|disgusting|insulting|ridiculous|rip off|"
                "tomadura de pelo|ladrones|mentirosos|verguenza|basura|palhacada|ladroes|vergonha|"
                "lixo|voleurs|menteurs|honte|n importe quoi|foutez|arnaqueurs|verarscht|"
                "unverschamt|frechheit|lugner|abzocker|lacherlich|only want money|solo quereis|"
                "so querem dinheiro" },
  { "selfblame", "myself|my own|my boss|my job|my ex|lol|haha|no joke|not a joke|jaja|kkk|mdr" },
  /* Bodies that are none of our business. */
  { "lust", "hard|horny|turned on|hot|sexy|spicy|naughty|nude|nudes|naked|topless|bikini|lingerie|"
            "leggings off|underwear|panties|boobs|ass|booty|feet pics|desnuda|cachonda|cachondo|"
            "caliente|buena estas|que buena|gostosa|tesao|pelada|nua|bandante|bandant|nue|sexy|"
            "chaud|nackt|nacktbild|nacktbilder|geil|heiss|wet|wearing|out of those|in bed" },
  { "yours", "your|you|youre|ur|u|me|te|tu|estas|voce|manda|mandame|toi|t|votre|envoie|dein|du|"
             "dich|schick|mir|baby|babe|sweetheart" },
  { "sendsbody", "pic|pics|photo|photos|picture|pictures|foto|fotos|voice|body|made me|wearing|bed|"
                 "look|nude|nudes|bild|nacktbild|image|video|tonight|send|manda|envoie|schick|"
                 "mandame|t es|estas|out of those|bet you" },
  { "tame", "pose|weather|office|topic|yoga|tea|coffee|outside|work hard|so hard|too hard|really "
            "hard|is hard|"
            "its hard|hard to|hard work|hard time|hard for|been hard|hot take|hot flashes|hot "
            "flushes|for dinner|the gym|before photos|my progress|summer|what should i|recipe|"
            "food|sauce|spicy food" },
  /* Money that went. */
  { "charge", "charge|charges|charged|debit|debited|payment|payments|transaction|transactions|"
              "statement|cobro|cobrado|cargo|cobrasteis|compra|cobranca|cartao|preleve|prelevement|"
              "debite|abbuchung|abgebucht|lastschrift|belastet|billed|money" },
  { "undo", "reverse|reverse it|undo|put back|put it back|put the money back|fix it|cancel it|"
            "chargeback|dispute|send it back|back on my card|devolvais|devuelvan|devolvais|"
            "anulad|anulen|retroceder|devuelva|estorna|estorno|estornar|annulez|annuler|"
            "rembourser|ruckgangig|storniert|stornieren|zuruckbuchen|zuruckbuchung|where does "
            "my|back in my account" },
  { "unasked", "never agreed|never approved|never authorised|never authorized|didnt authorise|"
               "didnt authorize|without asking|without permission|dont recognise|dont recognize|"
               "never signed|never ordered|from you|by you|twice|two charges|sin avisar|sin "
               "permiso|no autorice|sem avisar|nao autorizei|sans mon accord|jamais autorise|nie "
               "bestatigt|ohne erlaubnis|nicht bestellt|i cancelled|i canceled|never approved it|"
               "me habeis|vous m avez|habt mir" },
  { "elsewhere", "bank|landlord|airline|other course|another coach|gym|store|phone company|amazon|"
                 "how do|do you|can i|if i|si je|wenn ich|in case|policy|last coach|old coach" },
  /* Already inside. */
  { "together",
    "last session|last call|last lesson|our session|our call|our last|our lesson|in our "
    "zoom|our zoom|on monday|on tuesday|ultima videollamada|ultima sesion|ultima "
    "llamada|ultima clase|la sesion|ultima aula|ultima sessao|ultima chamada|nossa "
    "aula|derniere seance|dernier appel|notre seance|letzten sitzung|letzten stunde|"
    "letzten call|unserer sitzung|unserer letzten|la videollamada|last week|yesterdays "
    "call|mondays call|thursdays session|tuesdays session" },
  { "yousaid",
    "you told me|you said|you asked me|you gave me|you set me|you wrote me|you showed me|"
    "you had me|you assigned|me dijiste|me dijo|me pusiste|me mandaste|me dio|voce passou|"
    "voce disse|voce pediu|voce me|vous m avez|vous aviez|vous avez dit|tu m as|tu "
    "avais|du gesagt|du meintest|hast du|sie gesagt|homework|hausaufgabe|deberes|tarea|"
    "licao de casa|devoirs" },
  { "material", "module|modules|workbook|portal|lesson 2|lesson 3|lesson 4|homework|worksheet|week "
                "2|week 3|week 4|week 5|week 6|members area|login for|modulo|cuaderno|plataforma|"
                "apostila|plateforme|cahier|modul|arbeitsheft|arbeitsbuch|lektion" },
  { "using", "isnt working|not working|cant open|wont open|wont load|stuck on|which page|with you|"
             "finished|done with|loving it|halfway|was homework|no abre|no funciona|nao abre|nao "
             "funciona|marche pas|ouvre pas|geht nicht|funktioniert nicht|access|for thursday|for "
             "thursdays|for tuesdays|password" },
  { "prospect", "if i|would|what happens|how long|included|before i|join|joining|sign up|school|"
                "uni|university|my clients|other course|last coach|old coach|previous coach|"
                "webinar|podcast|video|your reel|your post|your story|ebook" },
  /* A person is asked for. */
  { "rather", "rather|prefer|want|like|could i|can i|can someone|someone|have|get|wish|hear from|"
              "prefiero|quiero|quisiera|prefiro|queria|quero|gostaria|prefere|voudrais|aimerais|"
              "veux|lieber|mochte|wurde|kann ich|puis je|posso|puedo|may i|let me" },
  { "speak", "hear from|talk|talk to|speak|speak to|word with|ring me|call me|answer me|reply to "
             "me|write me|hablar|hablarlo|conteste|que me conteste|responda|me llame|falar|me "
             "responda|me ligue|parler|reponde|appelle|sprechen|besprechen|antwortet|reden|"
             "anruft|phone me|chat with|quick word" },
  { "person", "himself|herself|themselves|in person|personally|someone real|real person|actual "
              "coach|actual person|the coach|a human|human|somebody real|the owner|whoever runs|"
              "directamente|en persona|ella misma|el mismo|una persona|pessoalmente|mesmo|uma "
              "pessoa|diretamente|en personne|directement|lui meme|elle meme|une vraie personne|"
              "personlich|direkt|selbst|echten menschen|a manager|actual human|the boss" },
  { "nonperson", "in person sessions|in person classes|offline|my boss|my husband|confidence|"
                 "strangers|clients|women|men|girls|spanish|english|ingles|publico|public" },
  { "machine", "bot|robot|machine|ai|chatgpt|gpt|automated|automatic|automation|software|script|"
               "scripted|canned|prewritten|maquina|automatico|automatica|robo|inteligencia "
               "artificial|ia|automatique|machine|ki|maschine|automatisch|autoresponder|template|"
               "algorithm|computer|a program|chatbot" },
  { "thiswriting",
    "this|these|who|anyone|typing|talking to|texting|replies|replying|writing|answers|"
    "there|esto|escribe|escribes|hablo|hablando|quien|isso|isto|falando|escreve|"
    "c est|ecrit|ecris|parle|schreibt|schreibe|hier|das|rede|spreche|are you|you" },
  { "owntool", "my business|use chatgpt|using chatgpt|use ai|my website|content|prompts|my clients|"
               "my team|im a|i use|coffee|my bot|for my|machine learning|washing|sewing|rowing|"
               "vending|coffee machine|will ai|business" },
  { "whois", "who am i|who is this|whos this|who is writing|who am i actually|con quien|com quem|a "
             "qui|mit wem|is anyone there|anyone there|hay alguien|tem alguem|y a quelqu un" },
  { "talkto", "talking to|speaking to|chatting with|texting|writing|hablo|hablando|falando|parle|"
              "rede|spreche|schreibe|there|ahi|ai" },
  /* The software is spoken to. */
  { "play", "game|roleplay|role play|pretend|imagine you|act as|you are now|from now on|simulate|"
            "youre now|juego|imagina que|finge|a partir de ahora|jogo|finja|a partir de agora|jeu|"
            "imagine que|fais comme si|desormais|spiel|stell dir vor|tu so|ab jetzt|vergeet|je "
            "bent nu|doe alsof|sei ora|fai finta|dimentica" },
  { "freed",
    "no rules|has no rules|without rules|free bot|vrije bot|unrestricted|no limits|no "
    "restrictions|coupons|coupon|discount|korting|codes|you are freebot|regels|sin reglas|"
    "sem regras|sans regles|ohne regeln|senza regole|regole|secret|geheime|you must|sconto|"
    "everything is free|dan" },
  { NULL, NULL },
};

const AnteFrame ante_frames_lead[] = {
  { "crisis", ANTE_SIDE_LEAD, ">partner attacks injury" },
  { "crisis", ANTE_SIDE_LEAD, "fear comes partner" },
  { "crisis", ANTE_SIDE_LEAD, ">partner control !tension" },
  { "crisis", ANTE_SIDE_LEAD, "wish cease !tension" },
  { "crisis", ANTE_SIDE_LEAD, "burden everyone !tension" },
  { "crisis", ANTE_SIDE_LEAD, "everyone relieved without !tension" },
  { "crisis", ANTE_SIDE_LEAD, "means intent me !tension" },
  { "crisis", ANTE_SIDE_LEAD, "farewell survivors !tension" },
  { "eating_disorder", ANTE_SIDE_LEAD, "purge meal habit !kid" },
  { "eating_disorder", ANTE_SIDE_LEAD, "purge bodytrack !kid" },
  { "eating_disorder", ANTE_SIDE_LEAD, "nofood days overeat !kid" },
  { "eating_disorder", ANTE_SIDE_LEAD, "nofood days bodytrack !kid" },
  { "minor", ANTE_SIDE_LEAD, "schoolyear meage !kid" },
  { "minor", ANTE_SIDE_LEAD, "underlaw notyet !kid" },
  { "medical_red_flag", ANTE_SIDE_LEAD, "healthnow !notme" },
  { "angry_lead", ANTE_SIDE_LEAD, "scorn trade !kindly" },
  { "angry_lead", ANTE_SIDE_LEAD, "you_people contempt !selfblame" },
  { "harassment", ANTE_SIDE_LEAD, "lust yours sendsbody !tame" },
  { "refund_request", ANTE_SIDE_LEAD, "charge undo !elsewhere" },
  { "refund_request", ANTE_SIDE_LEAD, "charge unasked !elsewhere" },
  { "existing_client", ANTE_SIDE_LEAD, "together yousaid !prospect" },
  { "existing_client", ANTE_SIDE_LEAD, "material using !prospect" },
  { "human_requested", ANTE_SIDE_LEAD, "rather speak person !nonperson" },
  { "bot_question", ANTE_SIDE_LEAD, "machine thiswriting !owntool" },
  { "bot_question", ANTE_SIDE_LEAD, "whois talkto" },
  { "injection_attempt", ANTE_SIDE_LEAD, "play freed" },
  { NULL, ANTE_SIDE_LEAD, NULL },
};
