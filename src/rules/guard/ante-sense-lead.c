#include "config.h"

#include "rules/guard/ante-guard-sense.h"

/* What leads speak of, by meaning. Children, play and figures of speech are senses too: they say
 * what a sentence is not about. */
const AnteSense ante_senses_lead[] = {
  { "me", "i|im|ive|id|me|my|myself|we|us|our|yo|me|mi|mis|eu|meu|minha|je|j|moi|m|ma|mon|ich|"
          "mich|mir|mein|meine|meinen|meiner|nos|nous" },
  { "partner", "dad|mom|mother|mum|brother|uncle|padre|madre|hermano|pai|mae|irmao|pere|"
               "mere|frere|vater|mutter|bruder|padrastro|padrasto|stiefvater|"
               "he|she|hes|shes|husband|hubby|wife|boyfriend|bf|girlfriend|gf|partner|ex|fiance|"
               "stepdad|stepfather|marido|esposo|novio|pareja|namorado|companheiro|mari|conjoint|"
               "copain|mec|mann|freund|el|ele|il|er" },
  { "attacks", "me pego|me ha pegado|me golpeo|me tiro contra|me empujo contra|"
               "me cogio del|me levanto la mano|levanta la mano|me dio un golpe|"
               "me dio una bofetada|me segura|me bateu|me bate|me deu um|"
               "levantou a mao|m a frappee|m a frappe|m a giflee|me serre|schlagt mich|"
               "hat mich geschlagen|drangt mich|wurgt mich|threw a plate|"
               "threw his phone|choked me|slapped me|hit me|hits me|punched me|"
               "kicks me|beats me|beat me|put his hands|puts his hands|holds me down|"
               "held me down|"
               "pushed me|pushes me|shoved me|shoves me|twisted my|grabbed my|grabs my|grabbed me|"
               "dragged me|pinned me|threw me|slammed me|squeezed my|pulled my|kicked me|me empujo|"
               "me empuja|me agarro|me tiro|me jalo|me empurrou|me empurra|me segurou|me jogou|"
               "m a poussee|m a pousse|me pousse|m a attrapee|m a jetee|schubst mich|packt mich|"
               "hat mich geschubst|hat mich gepackt|hat mich gestossen|stosst mich" },
  { "injury", "yesterday|blue|table|mesa|bed|bite|swollen|nose|rib|ribs|face|domingo|"
              "lunes|sabado|esta semana|every time|when he drinks|front of the kids|"
              "delante de los ninos|quando bebe|cuando bebe|devant les enfants|"
              "vor den kindern|weekend|sunday|saturday|friday|tonight|gesicht|cara|"
              "rosto|visage|pescoco|"
              "wall|floor|stairs|door|neck|throat|wrist|arm|hair|bruise|bruises|bruised|blood|"
              "bleeding|black eye|drunk|drinks|rage|again|last night|kids saw|hospital|pared|"
              "suelo|escaleras|puerta|brazo|cuello|pelo|moretones|borracho|otra vez|anoche|"
              "parede|chao|escada|braco|pescoco|cabelo|bebado|de novo|ontem|mur|sol|escalier|bras|"
              "cou|cheveux|bleus|ivre|encore|hier soir|wand|boden|treppe|arm|hals|haare|"
              "blaue flecken|betrunken|wieder|gestern" },
  { "control", "controls every|checks my phone|took my keys|takes my keys|"
               "took my passport|wont let me see|wont let me work|no me deja salir|"
               "nao me deixa sair|m empeche de sortir|lasst mich nicht raus|"
               "hits the walls|punches walls|punched the wall|"
               "locks me|locked me|hides my|took my phone|takes my phone|wont let me leave|"
               "follows me everywhere|threatens|threatened|me encierra|me amenaza|me prende|me "
               "ameaca|m enferme|me menace|sperrt mich|bedroht mich" },
  { "fear", "afraid|scared|terrified|frightened|flinch|fear|miedo|asustada|medo|peur|angst" },
  { "comes", "comes home|gets home|comes back|walks in|drinks|drunk|gets angry|gets mad|llega a "
             "casa|bebe|chega em casa|rentre|boit|nach hause kommt|trinkt" },
  { "wish", "pray|no encuentro|motivos|razones|reasons|dont see|nao vejo|ne vois|"
            "keinen grund|"
            "might as well|if i|just|si yo|se eu|si je|wenn ich|gustaria|googling|"
            "googled|planning|plan|"
            "want|wanna|wish|wished|hope|need|rather|prefer|wondering|wonder|wanted|thinking|"
            "imagine|dream|quiero|quisiera|ojala|prefiero|pienso|queria|quero|prefiro|penso|veux|"
            "voudrais|aimerais|envie|prefere|will|mochte|wunschte|wollte|am besten|best|easier|"
            "relief|alivio|soulagement|erleichterung|better" },
  { "cease", "not existing|not being here|not being alive|not being around|no existir|nao existir|"
             "see morning|see tomorrow|seguir aqui|seguir adelante con nada|"
             "seguir vivo|seguir viva|wake up again|make it to morning|"
             "nie wieder wach|nie wieder aufwachen|nie mehr aufwachen|"
             "nicht wieder aufwachen|stopped being in it|stopped being here|"
             "stopped being around|stop being alive|stopped existing|"
             "walk into the sea|walk into traffic|walk into the ocean|not be around|"
             "not be alive|morirme|matarme|no estar aqui|no estar|"
             "nao estar mais aqui|ne plus etre la|ne plus exister|nicht mehr leben|"
             "go to sleep forever|just stop living|no seguir|nao seguir|"
             "wouldnt matter|carry on fine|get along fine without|"
             "it all to stop|everything to stop|it to be over|it to stop|all of it to stop|it to "
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
  { "means", "paracetamol|ibuprofen|tylenol|sleeping pills|sleeping tablets|knife|"
             "knives|cliff|tracks|train tracks|cuchillo|faca|couteau|messer|"
             "schlaftabletten|somniferes|somniferos|pastillas para dormir|remedios|"
             "pills|tablets|rope|blade|razor|razors|gun|bridge|rooftop|overpass|painkillers|"
             "pastillas|cuerda|navaja|puente|comprimidos|corda|lamina|ponte|cachets|corde|lame|"
             "pont|tabletten|seil|klinge|brucke|pillen" },
  { "intent", "is too many|too many|how many|"
              "how many|how much|too many|cuantas|cuantos|quantos|quantas|combien|"
              "wie viele|a whole pack|whole box|hold the|holding a|holding the|"
              "in my hand|next to my bed|"
              "counting|enough|saved|saving up|saving|stash|hidden|hiding|stare at|staring|looking "
              "down|all of them|contando|suficientes|guardando|bastantes|todas|escondi|compter|"
              "assez|toutes|zahle|genug|alle auf einmal|reicht|standing on|stood on" },
  { "farewell", "letters to|letter to|goodbyes|goodbye letter|my will|given away|giving away|notes "
                "for|cartas a|carta a|carta de despedida|despedirme|cartas para|lettre d adieu|"
                "lettres a|abschiedsbrief|briefe an" },
  { "survivors", "kids|children|family|mom|mum|everyone|after|when im gone|hijos|familia|despues|"
                 "filhos|depois|enfants|famille|apres|kinder|familie|danach" },
  { "tension", "spa|vacation|holiday|beach|island|stop being|being so|inbox|socials|"
               "social media|instagram|tiktok|camera|wardrobe|debt|marketing|gym|joke|"
               "chess|tennis|game|fifa|baby|toddler|teething|"
               "business|school|content|subscribers|clients|book|launch|santa|newsletter|followers|"
               "notifications|emails|haha|lol|weight|belly|fat|pain|muscle|workouts|phone" },
  /* Food and the body. */
  { "meal", "merendar|almorzar|desayunar|almoco|breakfast|pasta|cake|dejeuner|"
            "gouter|abendessen|fruhstuck|sweets|comi|"
            "eat|eating|eats|eaten|meal|meals|dinner|lunch|food|ate|binge|comer|ceno|cena|comida|"
            "cenar|como|jantar|jantar|refeicao|manger|repas|diner|mange|essen|mahlzeit|gegessen|"
            "esse|supper|snack|everything" },
  { "purge", "senna|senna tea|doesnt stick|wont stick|enemas|ipecac|vomito casi|"
             "vomitando|"
             "come back up|comes back up|came back up|make it come up|"
             "bring my food up|throwing up|heave|gag myself|vomitando|me provoco|"
             "forco o vomito|rendre ce que|kotzen|spei|"
             "throw it up|throw up|bring it up|bring it back up|puke|get rid of it|make myself "
             "sick|making myself sick|made myself sick|fingers down|finger down|vomit|vomito|"
             "vomitar|lo echo|lo echo todo|meto los dedos|los dedos|los dedos en la garganta|"
             "enfio o dedo|dedo na garganta|boto tudo pra fora|provoco|vomir|doigts dans la "
             "gorge|me fais vomir|finger in den hals|den finger in den hals|ubergebe|ubergeben|"
             "kotze|erbreche|erbrechen|purge|purging|spit it out|spit it|escupo|cuspo|recrache|"
             "spucke|laxative|laxatives|laxantes|laxante|laxatifs|abfuhrmittel|diuretics|flush "
             "it" },
  { "habit", "casi todos|every night|todos los dias|all the time|most days|daily|"
             "de nuevo|noche|night|"
             "after|then|every|always|so that|so nobody|so no one|until|despues|luego|cada|siempre|"
             "para no|asi|toda|todo|depois|sempre|pra nao|apres|chaque|toujours|nach|jedem|jedes|"
             "immer|danach|so the|again" },
  { "nofood", "mange rien|ne mange rien|one apple|an apple a day|one apple a day|"
              "half an apple|a rice cake|one meal a week|una manzana|uma maca|"
              "une pomme|ein apfel|"
              "i fast|faste|ich faste|ayuno|ayunar|jejum|jejuo|je jeune|jeuner|"
              "skip every meal|skip all meals|dont let myself eat|not allowed to eat|"
              "paso dias|sin probar bocado|dias sem comer|kalorien am tag|just gum|"
              "nothing but|no food|no solid food|solid food|only water|just water|only coffee|"
              "black coffee|solo agua|solo con agua|solo cafe|sin comer|no como nada|sem comer|so "
              "agua|so cafe|rien mange|que de l eau|sans manger|ne mange rien|nichts gegessen|nur "
              "wasser|nur kaffee|ohne essen|not eaten|havent eaten|havent had|dont eat|starving "
              "myself|starve myself|lettuce|ice cubes|fasting" },
  { "days", "days|day|since|dias|dia|desde|jours|jour|depuis|tage|tagen|seit|week|weeks|hours" },
  { "overeat",
    "perco o controle|perco controle|pierdo el control|lose control|"
    "loses control|perds le controle|verliere die kontrolle|kontrolle|"
    "craque sur tout|craque|me lo como todo|como todo|esse alles|"
    "alles in mich|cant stop eating|eat everything|"
    "arraso|devoro|fressen|alles auf einmal|me atiborro|empanturro|"
    "engloutis|everything in sight|until it hurts|hasta reventar|"
    "ate passar mal|stopfe|"
    "binge|binged|binging|atracon|atracones|compulsao|crise|crises|essanfall|fressanfall|"
    "entire|whole pantry|everything in|pantry|stuff myself|stuffed myself|devour" },
  { "bodytrack", "huge|disgusting|enormous|gross|fett|dick|gorda|gordo|enorme|obese|"
                 "scale|weight|calories|skinny|thin|fat|ribs|pounds|kg|kilos|engordar|peso|balanza|"
                 "balanca|calorias|grossir|poids|balance|gewicht|waage|kalorien|dizzy|faint|empty|"
                 "mareada|tontura|vertiges|schwindlig" },
  { "kid", "toddler|baby|son|daughter|kid|he|she|dog|cat|bebe|hijo|hija|filho|filha|bebe|fils|"
           "fille|kind|sohn|tochter|flu|bug|pregnant|pregnancy|morning sickness|food poisoning|"
           "virus|surgery|ramadan|lent|fasted blood|hands|years ago|used to|student|students|my "
           "class|a teacher|i teach|brother|sister|nephew|niece|husband|friend" },
  /* Age. */
  { "schoolyear", "in high school|junior in high school|senior in high school|tenth form|"
                  "sixth form|a levels|instituto|colegio|colegial|ginasio|lycee|lyceenne|"
                  "lyceen|collegienne|gymnasium|schulerin|schuler|realschule|fifth form|"
                  "seconde|premiere s|terminale|"
                  "year 7|year 8|year 9|year 10|year 11|grade 7|grade 8|grade 9|grade 10|9th grade|"
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
  { "healthnow", "hernia op|my op|after my surgery|after surgery|post op|cancer|krebs|"
                 "diagnosticar|diagnosticaron|diagnosed with|siebten monat|"
                 "sechsten monat|funften monat|desmay*|desmai*|fainted|fainting|"
                 "marcapasos|infarto|heart attack|herzinfarkt|infarctus|avc|derrame|"
                 "hemodial*|dialis*|dialys*|chemo*|quimio*|radiotherap*|radioterap*|"
                 "embaraz*|schwanger*|enceinte|antidepress*|antidepres*|anticonvuls*|"
                 "lithium|biopsy|biopsia|biopsie|transplant*|trasplante|mastectomy|"
                 "preeclampsia|hospitalized|hospitalised|hospitalizad*|hospitalisee|"
                 "hospitalise|krankenhaus|arm tingles|left arm|chest gets tight|"
                 "tight chest|opresion en el pecho|aperto no peito|oppression|brustenge|"
                 "blood thinners|chemo|chemotherapy|radiotherapy|dialysis|insulin|stent|pacemaker|"
                 "seizure|seizures|stroke|tumor|tumour|quimio|quimioterapia|anticoagulantes|"
                 "anticoagulante|insulina|convulsiones|convulsoes|chimio|anticoagulants|insuline|"
                 "chemotherapie|blutverdunner|insulin|blacked out|blacking out|passed out|"
                 "collapsed|desmaye|me desmayo|desmaiei|evanouie|evanoui|ohnmachtig|umgekippt|"
                 "gallbladder|appendix|hysterectomy|c section|cesarean|stitches|weeks along|months "
                 "along|second trimester|third trimester|first trimester|eine op|operiert|operee|"
                 "opere|operaron|operada|operado|cirurgia|cirugia" },
  { "notme", "anos|years|jahren|decades|childhood|resolved|healed|acuerdo|"
             "mom|moms|mum|mums|dad|dads|mother|father|sister|brother|grandma|grandpa|grandmother|"
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
  { "kindly", "charged me|ghosted|scammed me|last year|once|burned me|"
              "love|thanks|thank|recommended|looking for|tried|had|worked|need|want|hire|my last|"
              "question|please|friend|i am|im|as a" },
  { "you_people", "you|vous|sie|youre|une bande|ihr seid|sales pitch|"
                  "you help|teneis|euer|eure|ihr|dais|estais|vendeis|votre truc|vos|seus|"
                  "sois|anyone|"
                  "you lot|coach|coaches|coachs|experte|experta|guru|gurus|zoom calls|"
                  "cobrar|vosotros|ustedes|you all|yall|your program|your course|"
                  "your price|your prices|your posts|your ads|leave me|thats|thats just|"
                  "this is|"
                  "you people|you guys|you lot|your lot|people like you|coaches like you|all the "
                  "same|sois todos|todos iguales|voces so|voces sao|vous etes tous|ihr seid|leute "
                  "wie ihr|gente como vosotros" },
  { "contempt", "vulture|leech|parasite|liar|thief|fraud|fraudster|crook|crooks|"
                "con artist|escrocs|escroc|arnaqueur|voleur|menteur|ladron|mentiroso|"
                "estafador|ladrao|golpista|betruger|abzocker|pathetic|spare me|vampires|"
                "vampire|"
                "pretending|stop pretending|letzte mull|mull|dreck|schrott|scheiss|"
                "poca verguenza|asco|que asco|falsos|fakes|fake|hypocrites|"
                "do us a favour|do us a favor|nojo|degoutant|pourri|ridicules|"
                "con artists|joke of a|"
                "robbery|fake smiles|sick of it|sick of you|selbsternannter|"
                "selbsternannte|se prend pour|se croit|so called|menudo chollo|"
                "menuda jeta|vaya morro|cara dura|cara de pau|piranhas|sharks|predators|"
                "get lost|piss off|screw you|a la mierda|vai se ferrar|va te faire|"
                "verpiss dich|leck mich|aproveitadores|charlatan|charlatans|charlatanes|"
                "scammers|estafadores|golpistas|sinverguenzas|abzocke|"
                "garbage|useless|joke|nonsense|bs|bullshit|crap|liars|thieves|parasites|leeches|"
                "vultures|clowns|clown|ashamed|shameless|disgusting|insulting|ridiculous|rip off|"
                "tomadura de pelo|ladrones|mentirosos|verguenza|basura|palhacada|ladroes|vergonha|"
                "lixo|voleurs|menteurs|honte|n importe quoi|foutez|arnaqueurs|verarscht|"
                "unverschamt|frechheit|lugner|abzocker|lacherlich|only want money|solo quereis|"
                "so querem dinheiro" },
  { "selfblame", "i feel|felt|afraid|worried|i was|someone called me|like a fraud|he|she|"
                 "they|his|my|"
                 "friend|girlfriends|acento|ingles|my accent|"
                 "clients call me|imposter|impostor|feel like|feeling like|am i|my last|"
                 "my old|other coach|some coaches|parking|taxes|the bank|"
                 "myself|my own|my boss|my job|my ex|lol|haha|no joke|not a joke|jaja|kkk|mdr" },
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
  { "charge", "mensualite|mensualidad|mensalidade|rate|deuxieme mensualite|account|"
              "instalment|installment|deposit|"
              "charge|charges|charged|debit|debited|payment|payments|transaction|transactions|"
              "statement|cobro|cobrado|cargo|cobrasteis|compra|cobranca|cartao|preleve|prelevement|"
              "debite|abbuchung|abgebucht|lastschrift|belastet|billed|money" },
  { "undo", "dispute the|disputing|"
            "remboursez|zuruck|when will it be back|back in|owed|im owed|devolvedme|"
            "reembolsad|reembolsen|"
            "reverse|reverse it|undo|put back|put it back|put the money back|fix it|cancel it|"
            "chargeback|dispute|send it back|back on my card|devolvais|devuelvan|devolvais|"
            "anulad|anulen|retroceder|devuelva|estorna|estorno|estornar|annulez|annuler|"
            "rembourser|ruckgangig|storniert|stornieren|zuruckbuchen|zuruckbuchung|where does "
            "my|back in my account" },
  { "unasked", "you took|you charged|you billed|"
               "never agreed|never approved|never authorised|never authorized|didnt authorise|"
               "didnt authorize|without asking|without permission|dont recognise|dont recognize|"
               "never signed|never ordered|from you|by you|twice|two charges|sin avisar|sin "
               "permiso|no autorice|sem avisar|nao autorizei|sans mon accord|jamais autorise|nie "
               "bestatigt|ohne erlaubnis|nicht bestellt|i cancelled|i canceled|never approved it|"
               "me habeis|vous m avez|habt mir" },
  { "elsewhere", "a client|my client|client twice|customer|"
                 "bank|landlord|airline|other course|another coach|gym|store|phone company|amazon|"
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
  { "material", "en la llamada contigo|llamada contigo|sesion contigo|clase contigo|"
                "chamada com voce|aula com voce|appel avec vous|seance avec vous|"
                "call mit dir|"
                "module|modules|workbook|portal|lesson 2|lesson 3|lesson 4|homework|worksheet|week "
                "2|week 3|week 4|week 5|week 6|members area|login for|modulo|cuaderno|plataforma|"
                "apostila|plateforme|cahier|modul|arbeitsheft|arbeitsbuch|lektion" },
  { "using", "wont play|video wont|no carga|nao carrega|ladt nicht|charge pas|broken|"
             "me quede|duda|duvida|cant log|cant access|locked out|"
             "isnt working|not working|cant open|wont open|wont load|stuck on|which page|with you|"
             "finished|done with|loving it|halfway|was homework|no abre|no funciona|nao abre|nao "
             "funciona|marche pas|ouvre pas|geht nicht|funktioniert nicht|access|for thursday|for "
             "thursdays|for tuesdays|password" },
  { "prospect", "if i|would|what happens|how long|included|before i|join|joining|sign up|school|"
                "uni|university|my clients|other course|last coach|old coach|previous coach|"
                "webinar|podcast|video|your reel|your post|your story|ebook" },
  /* A person is asked for. */
  { "rather", "can|que me|please|"
              "passez moi|pasame|me passa|gib mir|i want|kann mich|kann|puede|pode|"
              "no more|quelqu un|"
              "rather|prefer|want|like|could i|can i|can someone|someone|have|get|wish|hear from|"
              "prefiero|quiero|quisiera|prefiro|queria|quero|gostaria|prefere|voudrais|aimerais|"
              "veux|lieber|mochte|wurde|kann ich|puis je|posso|puedo|may i|let me" },
  { "speak", "answer|reply|llame|llamen|responder|antworten|repondre|"
             "passez moi|anrufen|llamarme|me llamar|me ligar|m appeler|"
             "messages from assistants|pasame con|zuruckrufen|call me back|email me|"
             "hear from|talk|talk to|speak|speak to|word with|ring me|call me|answer me|reply to "
             "me|write me|hablar|hablarlo|conteste|que me conteste|responda|me llame|falar|me "
             "responda|me ligue|parler|reponde|appelle|sprechen|besprechen|antwortet|reden|"
             "anruft|phone me|chat with|quick word" },
  { "person", "a person|real human|equipo|equipe|del equipo|"
              "quelqu un|jemand|alguien|alguem|assistants|de verdad|bitte anrufen|"
              "mich anrufen|"
              "himself|herself|themselves|in person|personally|someone real|real person|actual "
              "coach|actual person|the coach|a human|human|somebody real|the owner|whoever runs|"
              "directamente|en persona|ella misma|el mismo|una persona|pessoalmente|mesmo|uma "
              "pessoa|diretamente|en personne|directement|lui meme|elle meme|une vraie personne|"
              "personlich|direkt|selbst|echten menschen|a manager|actual human|the boss" },
  { "nonperson", "else|anyone|price|beginner|billing|"
                 "in person sessions|in person classes|offline|my boss|my husband|confidence|"
                 "strangers|clients|women|men|girls|spanish|english|ingles|publico|public" },
  { "machine", "bot|robot|machine|ai|chatgpt|gpt|automated|automatic|automation|software|script|"
               "scripted|canned|prewritten|maquina|automatico|automatica|robo|inteligencia "
               "artificial|ia|automatique|machine|ki|maschine|automatisch|autoresponder|template|"
               "algorithm|computer|a program|chatbot" },
  { "thiswriting",
    "eres|es usted|sois|voce e|es tu|bist du|bist|are u|is it|is that|"
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
  { "parts",
    "bra|bra size|knickers|panties|seins|tits|nipples|cleavage|escote|"
    "decote|thighs|"
    "legs|boobs|breasts|ass|butt|tits|cul|seins|fesses|bruste|arsch|titten|tetas|culo|peitos|"
    "bunda|raba|curves|lips|piernas|beine|jambes|pernas|body|cuerpo|corpo|corps|korper" },
  { "desire",
    "whats|what is|montre|montrez|what size|ensename|"
    "nice|wanna|want|see|show|love|beau|belle|beaux|zeig|rico|ricas|buen|buenas|lindas|"
    "gostosas|touch|lick|kiss|squeeze|imagine|dream|montre|ensename|mostra|geile|the rest" },
  { "whose", "tes|les|size|"
             "your|you|ur|u|those|tu|tus|seu|sua|seus|tuas|t|tes|ton|ta|dein|deine|deinen" },
  { "fitness", "confidence|positivity|posts|post|videos|exercise|exercises|workout|workouts|pain|"
               "hurt|hurts|sore|pose|squat|squats|training|program|my|mine|recomp|transformation|"
               "goals|plan|results" },
  { "advance", "para comerte|ensename mas|show me more|bra size|are you single and|"
               "youre so hot|ur so hot|que bombon|tia buena|"
               "your bedroom|in your bed|my bed|te comeria|comerte|hook up|sleep with you|bang you|"
               "sugar daddy|sugar baby|kiss you|lick you|touch you|undress|coucher avec toi|te "
               "deshabiller|mit dir schlafen|ins bett|transar|follar|follarte|ficken|spank|strip "
               "for|private show|guapa|mamacita|delicia|bonne a croquer" },
  { "addressed_us", "estas|ensename|whats|show|que|"
                    "you|your|u|ur|te|tu|ti|voce|sua|toi|t|vous|dir|dich|me|entera|i|id|wanna" },
  { "givenwork", "rutina|plan|exercises|exercise|workout|routine|homework|ejercicios|ejercicio|"
                 "treino|exercicio|exercicios|exercices|exercice|ubungen|ubung|aufgabe|template|"
                 "worksheet|tarea|script|offer page|meal plan|sleep plan|schedule" },
  { "given", "you sent|you gave|you set|you made|you wrote|you built|me mandaste|me enviaste|me "
             "pasaste|me diste|voce mandou|voce passou|voce me deu|vous m avez|tu m as|mir "
             "geschickt|mir gegeben|on our call|in our session|in unserer|en nuestra|na nossa|you "
             "wanted" },
  { "freebie",
    "free|gratis|guide|guia|checklist|reel|story|pdf|link|post|email|newsletter|dm|video|"
    "if|would" },
  { "ourmeeting",
    "seance de demain|notre seance|aula de ontem|aula de amanha|aula de hoje|clase de "
    "ayer|clase de manana|sesion de manana|sesion de ayer|unsere sitzung|stunde morgen|"
    "tomorrows session|yesterdays session|yesterdays class|todays session|todays "
    "class|group call yesterday|weekly call" },
  { "missed", "missed|miss|link|cant make|recording|resend|entrar|consegui|recu|lien|perdi|enlace|"
              "conectarme|aufzeichnung|verpasst|replay|grabacion|gravacao|join|late|schaffe|move" },
  { "sendback", "return|give back|pay back|want back|send back|devuelvan|devolver|devuelve|devolva|"
                "recuperer|rendez|zuruck|zuruckhaben|reversed|back" },
  { "paidbit", "what i paid|what ive paid|the money i paid|lo que pague|o que paguei|ce que j ai "
               "paye|was ich gezahlt|was ich bezahlt|my deposit|my payment|my 480|my instalment|my "
               "installment|mon paiement|meine zahlung|mi pago|mi dinero" },
  { "tookmoney", "took|taken|take|takes|cobraron|tiraram|prelevez|abgezogen|charged|came out" },
  { "mycard", "from my card|from my account|from my bank|my card|my account|de mi tarjeta|de mi "
              "cuenta|do meu cartao|da minha conta|de mon compte|de ma carte|von meiner karte|von "
              "meinem konto" },
  { "odd",
    "twice|again|without|never|still|why|double|dos veces|duas vezes|deux fois|zweimal|sin|sem|"
    "sans|ohne|wrong|extra|instead|even though|after i" },
  { "leap",
    "jump|jumping|jump off|sauter|saltar|tirarme|lanzarme|pular|me jogar|springen|drive off|"
    "drive into|step off|laufe vor|throw myself|me jeter" },
  { "height",
    "bridge|pont|puente|ponte|brucke|roof|balcony|cliff|window|train|tracks|tren|trem|zug|"
    "tejado|azotea|telhado|toit|dach|balcon|balkon|fenetre|ventana|janela|fenster|sea" },
  { "edge",
    "nicht mehr leben|dont think ill be around|wont be around|"
    "might not be around|not be here by|wont be here by|"
    "dormirme y que sea para siempre|dormir para siempre|dormir pra sempre|"
    "dormir pour toujours|fur immer schlafen|fur immer einschlafen|"
    "sleep and never|"
    "walk into the sea|walk into traffic|walk into the ocean|how many paracetamol|how many pills|"
    "painless way|least painful way|stopped being in it|nie wieder wach|no despertar mas" },
  { "violent",
    "swung|hurled|lunged|smashed|whipped|belt|strangled|choked|serre|gifle|gifla|frappe|cogne|"
    "etrangle|schlug|schlagt|wurgt|warf|golpea|golpeo|pega|pego|abofeteo|estrangula|bate|bateu|"
    "espancou|agrediu|soco|came at|threw|chased me|knife|gun|raised his hand|raises his hand" },
  { "at_us", "at me|me|m|mich|mir|nos|us|gorge|throat|head|face|kids" },
  { "figure_of_speech",
    "ball|shade|party|weights|curveball|off|surprise|money|football|bat|question|"
    "balls|net|cash|loop|hip|ground|toys|toddler|yo" },
  { "really_you",
    "de verdad|de verdade|pour de vrai|in echt|for real|echt|reel|reelle|real|human|humano|"
    "humana|humain|mensch" },
  { "areyou", "eres|es|voce e|es tu|vous etes|bist du|are you|are u|or bot|or a bot|is it" },
  { "naked",
    "naked|nude|nudes|undressed|topless|desnuda|desnudo|pelada|nua|nue|nus|nackt|horny|cachonda|"
    "tesao|gostosa|bandante|geil" },
  { "atyou", "you|your|youd|u|ur|que|te|manda|mandame|t|toi|vous|dich|dir|dein|schick|vem" },
  { "letself",
    "let myself eat|allow myself to eat|allowed myself to eat|allow myself food|me permito comer|"
    "me permite comer|me autorise a manger|erlaube mir zu essen|deserve to eat|earn my food|"
    "earn my meals" },
  { "surgeryword", "operation|surgery|op|operacion|operacao|cirugia|cirurgia" },
  { "recent",
    "just had|after my|from my|recovering|sors|sors d|sortie|acabo de|recem|weeks ago|days ago|"
    "last week|yesterday|on monday|gerade|frisch|next week|upcoming|scheduled|semana pasada|"
    "semana passada|semaine derniere|letzte woche" },
  { "inweek",
    "week|semaine|semana|woche|module|modul|lesson|day|halfway|mitten|moitie|mitad|metade" },
  { "imat", "im in|im on|je suis en|je suis a|estoy en|voy por|estou na|estou no|ich bin in|bin "
            "in|we are in|"
            "were in|were on" },
  { "yourprog",
    "your program|your course|votre programme|ton programme|tu programa|vuestro programa|seu "
    "programa|seu curso|deinem programm|eurem programm|the sprint|of the program" },
  { "through", "through|against|into|contra|contre|gegen" },
  { "mybody",
    "my head|my face|my hand|my arm|my back|mi cabeza|mi cara|minha cabeca|ma tete|meinen kopf|"
    "mein gesicht" },
  { "put", "put|puts|slammed|slams|pushed|bashed|banged|estampo|golpeo|bateu|cogne|schlug|drove" },
  { NULL, NULL },
};

const AnteFrame ante_frames_lead[] = {
  { "crisis", ANTE_SIDE_LEAD, ">partner attacks injury" },
  { "crisis", ANTE_SIDE_LEAD, "fear comes partner" },
  { "crisis", ANTE_SIDE_LEAD, ">partner control !tension" },
  { "crisis", ANTE_SIDE_LEAD, "wish cease !tension" },
  { "crisis", ANTE_SIDE_LEAD, "edge" },
  { "crisis", ANTE_SIDE_LEAD, "burden everyone !tension" },
  { "crisis", ANTE_SIDE_LEAD, "everyone relieved without !tension" },
  { "crisis", ANTE_SIDE_LEAD, "means intent !tension" },
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
  { "crisis", ANTE_SIDE_LEAD, "leap height me !tension" },
  { "harassment", ANTE_SIDE_LEAD, "parts desire whose !fitness" },
  { "harassment", ANTE_SIDE_LEAD, "advance addressed_us !fitness" },
  { "existing_client", ANTE_SIDE_LEAD, "givenwork given !freebie" },
  { "existing_client", ANTE_SIDE_LEAD, "ourmeeting missed" },
  { "refund_request", ANTE_SIDE_LEAD, "sendback paidbit !elsewhere" },
  { "refund_request", ANTE_SIDE_LEAD, "tookmoney mycard odd !elsewhere" },
  { "crisis", ANTE_SIDE_LEAD, ">partner violent at_us !figure_of_speech !tension" },
  { "bot_question", ANTE_SIDE_LEAD, ">areyou really_you !owntool !prospect" },
  { "harassment", ANTE_SIDE_LEAD, "naked atyou !tame" },
  { "eating_disorder", ANTE_SIDE_LEAD, "letself !kid" },
  { "eating_disorder", ANTE_SIDE_LEAD, "nofood overeat !kid" },
  { "medical_red_flag", ANTE_SIDE_LEAD, "surgeryword recent !notme" },
  { "existing_client", ANTE_SIDE_LEAD, "imat inweek yourprog" },
  { "crisis", ANTE_SIDE_LEAD, ">partner put mybody through" },
  { NULL, ANTE_SIDE_LEAD, NULL },
};
