#include "config.h"

#include "rules/guard/ante-guard-sense.h"

/* What drafts claim, by meaning. What only seems to claim, a hope, a plan, the coach's own errand,
 * is a sense too. */
const AnteSense ante_senses_draft[] = {
  { "by", "from now|d|antes de|ate|por|a partir de|by the|al final|no fim|bis zum|"
          "bis zur|am ende|"
          "in|within|by|before|inside|until|after|en|em|dentro|dans|d ici|avant|bis|nach|innerhalb|"
          "ate|antes|para|avec|binnen|al cabo|im" },
  { "term", "course|curso|kurs|cours|navidad|end|final|noche buena|ostern|pascua|"
            "pascoa|paques|birthday|wedding|boda|casamento|mariage|hochzeit|fim|now|"
            "day|days|week|weeks|month|months|year|weekend|spring|summer|autumn|winter|christmas|"
            "easter|carnival|january|february|march|april|may|june|july|august|september|october|"
            "november|december|fortnight|dia|dias|semana|semanas|mes|meses|verano|navidad|enero|"
            "marzo|abril|junio|verao|natal|marco|maio|junho|janeiro|fevereiro|carnaval|jour|jours|"
            "semaine|semaines|mois|ete|noel|janvier|mars|avril|juin|tag|tage|tagen|woche|wochen|"
            "monat|monate|monaten|sommer|januar|februar|marz|weihnachten|session|lesson|call" },
  { "state", "napping|naps|like clockwork|corres|corre|piensas|pensa|penses|ein team|"
             "team|plus une seule|hurting|stop hurting|pain stops|disappears|"
             "vanishes|melts|glows|running|lift|wears|speaking|understand|"
             "understands|durchschlafen|laufst|tragst|hablando|leyendo|corriendo|"
             "durmiendo|bailando|nadando|cabes|entras en|entra no|cabe|new person|"
             "otra persona|outra pessoa|packed|full calendar|debt free|friends again|"
             "close again|"
             "fluent|fluently|conversing|conversations|sleeping through|sleeps through|sleep "
             "through|through the night|drops|pain free|painfree|no more|no longer|never again|"
             "stops|gone|in love|like new|transformed|confident|back in|fits|slimmer|lighter|"
             "stronger|without pain|without crying|fluido|fluente|conversando|soltura|sin dolor|"
             "sin que te duela|no te duele|no te va a doler|duermes|duerme|bajas|pierdes|cambias|"
             "subes|entiendes|hablas|notas|entende|fala|falando|dorme|emagrece|perde|sem dor|sem "
             "legenda|sem medo|couramment|dormira|dort|perdez|perds|parlerez|comprenez|de nouveau|"
             "plus jamais|amoureux|sans douleur|fliessend|nicht mehr|schlaft durch|durchschlafen|"
             "schmerzfrei|verliebt|wieder glucklich|abnehmen|nimmst du|sprichst du|verstehst du|"
             "holding hands|sleeping baby|new body|stop fighting|stop arguing|calm|happy|glucklich|"
             "heureux|feliz|felices|talla menos|tallas|kilos|kg|pounds|inches|sizes" },
  { "hedge", "target|goals|clear|objetivo|ziel|"
             "might|may|can|could|often|sometimes|some|goal|hope|hoping|aim|depends|want|wanting|"
             "wanted|wish|like to|if|unless|try|tried|whether|help|puede|puedes|a veces|objetivo|"
             "depende|quieres|meta|espero|pode|talvez|depende|quer|quiser|peut|peux|objectif|"
             "depend|veux|voulez|espere|kann|kannst|konnen|vielleicht|ziel|hoffe|hangt|willst|"
             "mochtest|ob|wenn|wurde|said|told|mentioned|already|did|was|were|ago|since" },
  { "errand", "ill|i|we|well|call|send|reply|answer|check|runs|lasts|includes|starts|begins|dauert|"
              "dura|incluye|inclui|empieza|comeca|commence|comprend|beginnt|refund|full|book|"
              "sessions|lessons|aulas|clases|seances|sitzungen|includes|plan|how|what|que|como|"
              "was|wie|comment" },
  { "all", "everyone|everybody|every|nobody|all of them|couples|clients|families|babies|students|"
           "people|parents|todos|todas|cada|mis alumnas|meus alunos|tous|toutes|chaque|alle|jeder|"
           "jede|nadie|ninguem|personne" },
  { "get", "gets|get|leave|leaves|ends|end up|walks|walk away|finish|consiguen|logran|acaban|salen|"
           "conseguem|saem|terminam|obtiennent|repartent|bekommt|bekommen|schaffen|geht" },
  { "will", "youll|you will|shell|hell|theyll|itll|your|you|youre|vas|va|vais|tu|te|voce|voces|vc|"
            "sai|sais|sales|vous|serez|seras|aurez|auras|du|ihr|wirst|werdet|expect|have" },
  { "gain", "brings you|bring you|machst|schaffst|bekommst|net|gewinnst|consigues|"
            "consegue|traes|obtenez|decrochez|packed|full|brings in|epargne|"
            "eparnerez|epargnerez|"
            "make|earn|land|sign|close|earns|makes|double|triple|ganas|ganaras|ahorras|ahorraras|"
            "facturas|duplicas|ganha|ganhara|fatura|economiza|dobra|gagnez|gagnes|gagnerez|mettez|"
            "economisez|doublez|verdienst|verdient|sparst|spart|verdoppelst|expect|save|pocket|"
            "bank|clear|bring in|pull in|paid off|wiped|debt free|cuantas" },
  { "cash",
    "paying|new clients|neue kunden|nouveaux clients|clientes nuevos|"
    "novos clientes|extra every month|extra a month|4k|5k|10k|2k|3k|20k|"
    "debt|deuda|dette|schulden|"
    "retainers|retainer|clients|customers|deals|sales|revenue|income|k|grand|thousand|"
    "hundred|figures|dollars|euros|pounds|fee back|money back in|investment back|mil|dinero|"
    "ingresos|dolares|clientes|renda|reais|dinheiro|argent|clients|de cote|revenus|mille|"
    "doppelte|geld|kunden|umsatz|einkommen|tausend|balance|credit card|credit cards|loan|"
    "loans|savings|figure months|sueldo|salario" },
  { "payback", "pays for itself|pay for itself|paid for itself|fee back|earn it back|make it back|"
               "investment back|se paga solo|se paga sola|se paga sozinho|recuperas la inversion|"
               "recuperas|recupera o|rentabilise|rembourse tout seul|rechnet sich|holst du wieder|"
               "wieder drin|figure months are|figure months" },
  { "sure",
    "asegurado|assegurado|assured|certain|cest certain|just works|"
    "eat my hat|garantido|assure|resultado asegurado|"
    "always|every time|every single time|without exception|sin excepcion|"
    "sem excecao|sans exception|ohne ausnahme|impossible|imposible|"
    "impossivel|unmoglich|versprochen|prometido|promise|never fails|"
    "never failed|zero risk|no risk|no chance|theres no chance|"
    "no way|cannot lose|cant lose|bet my house|id bet|id stake|swear|i swear|put my name on|"
    "cast iron|hundred percent|100%|cien por cien|cem por cento|cent pour cent|"
    "hundertprozentig|seguro|segurisimo|te lo aseguro|aseguro|asseguro|com certeza|garanto|"
    "garantizo|garantiert|garanti|promis|promets|je te promets|verspreche|prometo|te lo "
    "prometo|juro|a tous les coups|sin duda|bestimmt|ohne zweifel|no doubt|certain|"
    "guarantee|promise|a tout coup" },
  { "works", "resultado|resultados|satisfaits|satisfait|satisfaite|satisfied|works|"
             "deliver|delivers|zufrieden|satisfecha|satisfeito|resultat|ergebnis|"
             "works|fails|gostar|gustarte|aimer|regret|regrets|fail|nao gostar|"
             "it always|go wrong|doesnt|wont|for you|"
             "work|works|doesnt work|love it|loving it|loves it|encantar|encanta|funciona|resulta|"
             "falla|adorar|da certo|funcionar|marche|fonctionne|adorer|plaire|klappt|funktioniert|"
             "gefallen|lieben|see results|resultados|succeed|lograr|conseguir|it happens|worth it|"
             "happy with|merken|gelingt|reussir|change|cambiar" },
  { "cond", "cant|cannot promise|no puedo|nao posso|peux pas|kann nicht|kann ich nicht|nobody can|"
            "work you|depends|want|you said|agree|relate" },
  { "drop",
    "stop|skip|quit|ditch|drop|halve|double|swap|replace|come off|stop taking|leave off|deja|"
    "dejar|olvidate|salta|cambia|para de tomar|pare de|larga|troca|arretez|arrete|oubliez|"
    "laissez tomber|setz|lass|absetzen|vergiss|no need for|dont need|no hace falta|no lo "
    "necesitas|no necesitas|nao precisa|pas besoin|brauchst du nicht|nicht notig|give her|"
    "give him|instead of|sin necesidad" },
  { "medicine", "tomes nada|take anything|painkillers|check up|checkup|tomar nada|"
                "nichts nehmen|rien prendre|"
                "meds|medication|medicine|dose|pill|pills|antidepressants|physio|doctor|gp|"
                "antihistamine|cream|ibuprofen|insulin|statins|prescription|specialist|therapist|"
                "ibuprofeno|medico|medica|pastillas|medicacion|fisio|dosis|crema|remedio|remedios|"
                "medicacao|psiquiatra|psicologo|medecin|medicaments|docteur|traitement|arzt|"
                "tabletten|medikamente|dosis|melatonin|antibiotics|inhaler|crema del medico" },
  { "askdoctor", "ask|check with|talk to your|speak to|before|see your|please see|first|pregunta|"
                 "preguntale|consulta|consulte|pergunta|pergunte|parlez|demandez|sprich|frag|"
                 "never stop|dont stop|without asking" },
  { "diagnose", "dein mann ist|deine frau ist|your husband is|your wife is|he is a|"
                "shes a|hes a|tu marido es|votre mari est|its only|eindeutig|"
                "you are|youre|estas|eres|voce esta|vous etes|tu es|du bist|klingt nach|"
                "program|programa|programme|programm|exercises|ejercicios|exercicios|"
                "moves|method|metodo|with|"
                "thats|thats clearly|its|sounds like|looks like|you have|she has|he has|clearly|"
                "obviously|eso es|es una|tienes|suena a|isso e|isso parece|voce tem|c est|vous "
                "avez|das ist|das klingt nach|du hast|sie hat" },
  { "ailment",
    "narzisst|narcissist|narcisista|narcissique|narcissistic|psychopath|"
    "bipolar|psicopata|autistic|autista|"
    "@diagnosis|artrosis|arthrose|artrite|osteoarthritis|depressive|"
    "depressif|deprimida|deprimido|deprimiert|migraine|migraines|migrana|"
    "enxaqueca|migrane|fibromyalgia|fibromialgia|endometriosis|"
    "hipotiroidismo|hypothyroid|surgery|operation|asthma|asma|diabetes|"
    "hypertension|"
    "hernia|hernie|tendinitis|tendinite|reflux|allergy|alergia|allergie|adhd|tdah|"
    "depression|depresion|depressao|anxiety disorder|trouble anxieux|trastorno|angststorung|"
    "autism|bipolar|torn|meniscus|menisco|arthritis|artritis|artrose|sciatica|ciatica|"
    "ptsd|ocd|thyroid|tiroides|hypothyroidism|eczema|colic|intolerance|intolerancia|"
    "slipped disc|bandscheibe|burnout|narcissist|insomnia|insomnio" },
  { "heal",
    "goes away|go away|se te va|se va|desaparece|verschwindet|disparait|"
    "some de vez|vai embora|no more|dont need|weg ist|clears up|clears|"
    "wipes out|melts away|"
    "cure|cures|cured|heal|heals|fix|fixes|cura|curan|te cura|se te cura|sana|curar|resolve|"
    "guerit|guerissent|guerir|soigne|soignent|heilt|heilen|geheilt|reverse|reverses|gets rid of|"
    "elimina|treats" },
  { "ours",
    "our|my|with us|with me|we|the program|the plan|the drills|nuestros|nuestras|mis|con esto|"
    "nosso|nossos|minhas|comigo|nos|notre|nos seances|mes|unsere|meine|mit uns|mit mir|bei "
    "mir|grace a nous|gracias a|gracas a|chez nous|bei uns|conmigo|mi programa|con nosotras" },
  { "share",
    "%|percent|por ciento|por cento|pour cent|prozent|nine out of|out of ten|in ten|out of "
    "10|in 10|de cada|em cada|sur dix|von zehn|von 10|almost all|nearly all|almost every|most of "
    "my|four in "
    "five|three quarters" },
  { "served", "alumnas|alumnos|alunos|clients|clientes|students|families|babies|couples|people|"
              "moms|mums|women|owners|paare|kunden|klienten|eltern|familles|eleves|graduates|bebes|"
              "members|mothers" },
  { "press",
    "psychology today|named|top|ranked|quoted|interviewed|podcast|newspaper|"
    "zeitung|periodico|jornal|journal|netflix|tedtalk|apple|"
    "featured|seen in|seen on|voted|award|winner|forbes|bbc|spiegel|zdf|ard|tv|vogue|oprah|"
    "times|premio|prensa|revista|globo|le monde|presse|preis|magazine|bestselling|bestseller|"
    "times bestselling|number one|harvard|stanford|ted talk|tedx" },
  { "we_were",
    "named me|named us|wrote about|about me|quoted me|interviewed me|"
    "called me|ranked|me nombro|me elegio|"
    "featured|seen|voted|we were|i was|ive been|weve been|waren schon|bekannt aus|bekannt|"
    "ausgezeichnet|salimos en|aparecemos|saimos|vu dans|vus dans|elu|elegida|eleito|my|our|"
    "as seen|im a|im the" },
  { "climbs", "dies|ends|expires|expire|vence|caduca|acaba|termina|endet|lauft ab|"
              "se acaba|disappears|vanishes|finishes|gone|"
              "climb|climbs|climbing|doubles|goes up|going up|rises|rising|increase|increases|jump|"
              "jumps|sube|suben|subira|dobla|sobe|aumenta|vai subir|augmente|double|monte|grimpe|"
              "steigt|steigen|erhoht|teurer|more expensive|hike|hikes" },
  { "rate", "this price|offer|angebot|oferta|offre|deal|"
            "rates|rate|price|prices|fee|fees|tarifs|prix|precio|precios|preco|valor|tarif|preis|"
            "preise|kosten|cost|costs" },
  { "when",
    "now|ya|ab morgen|from tomorrow|"
    "esta noche|heute abend|hoje a noite|dinner|lunch|tonight|sunset|"
    "breakfast|an hour|hours|ya mismo|agora|maintenant|sofort|this month|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|midnight|today|"
    "soon|week|weekend|manana|hoy|lunes|viernes|amanha|hoje|segunda|sexta|demain|ce soir|"
    "lundi|vendredi|bientot|morgen|heute|montag|freitag|bald|noon" },
  { "shut", "kein platz|keine platze|no spots|no seats|no places|sin plazas|"
            "sem vagas|plus de place|ultimas|ultimos|dernieres|letzten|"
            "wont be there|wont last|wont wait|remains|remain|left|taken|snapped up|"
            "se acaba|se agota|acaba|resta|queda|reste|bleibt|fechando|cerrando|"
            "closing|closes|close|closed|full|gone|last chance|final|over|fills|shutting|cierro|"
            "cierran|cierra|fecha|fecho|ferme|complet|voll|schliesst|schliesse|weg|ende|vorbei" },
  { "doors", "seat|opening|openings|that seat|that spot|plaza|vaga|platz|hueco|"
             "inscripcion|matricula|"
             "books|doors|enrolment|enrollment|list|spot|spots|seat|seats|place|places|intake|"
             "inscripciones|puertas|plazas|vagas|inscricoes|inscriptions|portes|plaetze|platze|"
             "anmeldung|nur noch|offer|group|for good|danach" },
  { "rival",
    "eyeing|someone else|somebody else|others are|other people are|two people|three people|"
    "waiting for your|next in line|otra persona|outra pessoa|quelqu un d autre|jemand "
    "anderes|other couple|other families" },
  { "return",
    "refund you|devuelvo|te lo devuelvo|ill refund|happily refund|"
    "return|give back|giving back|get it back|devolver|devolucion|"
    "remboursement|ruckerstattung|reembolsar|estorno|geld zuruck|"
    "back|refund|devolvemos|devuelvo|te devuelvo|devolve|devolvo|devolvemos|rend|rends|"
    "rendons|rembourse|rembourserons|on vous rend|zuruck|erstatten|erstattet|reembolsamos|"
    "reembolso|restituimos" },
  { "allofit",
    "all|everything|every cent|every penny|half|full|moneys|tudo|todo|tout|alles|money|dinero|"
    "dinheiro|argent|geld|metade|mitad|moitie|halfte|whole|completo|integral" },
  { "whenunhappy",
    "cancel|cancel whenever|ohne fragen|sin preguntas|sem perguntas|"
    "sans question|isnt|na hora|doesnt work|nao gostar|no te gusta|"
    "nicht gefallt|"
    "if|not happy|unhappy|whenever|any time|anytime|change your mind|didnt like|dont "
    "like|cuando quieras|si no|se voce|se nao|se parar|quando quiser|si ca|si vous|si "
    "tu|marche pas|wenn|falls|jederzeit|stop after|drop out|quit|approved|on its way|"
    "dias|days|sem drama|kriegst|no questions" },
  { "nohedge",
    "policy|terms|goes back|come back|comes back|go back|get back to|look back|looking "
    "back|feel|hold back|held back|zuruck zu|send me|write back|call back|back pain|volver" },
  { "loser", "desastre|wasting|waste|disaster|desperate|nutzlos|waste of time|"
             "desgraca|verguenza|vergonha|honte|"
             "memme|weichei|looser|clueless|failing|failure|gives up|dar pena|"
             "das pena|patetica|patetico|patetique|minable|ridicule|ridicula|"
             "ridiculo|lacherlich|incapaz|incapable|useless|fraud|fracassada|fracaso|"
             "inutil|heulsuse|a joke|mediocre|"
             "losers|loser|pathetic|lazy|quitter|quitters|coward|weak|stupid|idiot|crybaby|whiner|"
             "floja|flojo|vaga|vago|llorona|lloron|cobarde|fracasada|tonta|tonto|preguicoso|"
             "preguicosa|covarde|fraco|fracassado|nulle|nul|lache|faible|paresseuse|paresseux|bete|"
             "faul|feige|dumm|jammerlappen|versager|choramingar|espabila|drama queen|hopeless|"
             "worthless|aushalt|joke of" },
  { "aimed",
    "you|youre|your|thats what|someone who|stay|typical|con esa|esa|eres|la|el|para de|tu|"
    "voce|seu|sua|es|vous|etes|t es|du|dich|bist|dein|deine|kein wunder|sois|ya|like you" },
  { "kindword", "dont feel|sounds|no time|day|feels|"
                "feeling like|feel like|common|the part of you|inner "
                "critic|voice|impostor|imposter|worry|enough|not|arent|isnt|no "
                "eres|never|dont|nobody is|feel|feeling|felt|call yourself|calling "
                "yourself|say|days|nao e|pas|nicht|keine|no es|weekend|sunday|eye|knee" },
  { "threat",
    "might just hear|will know|everyone will know|will find out|hear about|regret it|youll "
    "regret|te vas a arrepentir|vai se arrepender|tu vas le regretter|wirst es bereuen|tell "
    "your|find out about" },
  { "someoneclose",
    "your wife|your husband|your boss|your partner|everyone|your family|your kids|tu "
    "marido|tu mujer|seu marido|votre mari|deine frau|dein mann|you|te|vai|tu|es" },
  { "goodparent",
    "a good mother|a good mom|a good father|a real man|a real woman|anyone serious|una "
    "buena madre|uma boa mae|une bonne mere|eine gute mutter|serious people|winners" },
  { "wouldhave", "would have|wouldnt|would|should have|habria|teria|aurait|hatte|dont|never" },
  { "iamreal",
    "flesh and blood|carne e osso|carne y hueso|chair et en os|fleisch und blut|real human|"
    "real person|own two|my own thumbs|own hands|yo misma|yo mismo|eu mesmo|eu mesma|en "
    "persona|em pessoa|en personne|bien moi|echter mensch|personlich|100% human|100 human|"
    "human|nothing automated|not automated|all me|nada de automatico|ninguna maquina|"
    "aucun robot|keine ki|kein bot|nenhum robo|no software" },
  { "mehere",
    "here|i|im|me|soy|te escribo|sou|moi|c est|hier|ich|over here|promise|all|nope|ici|aqui|"
    "own|typing|nada|tu" },
  { "assistant",
    "assistant|automated assistant|asistente|assistente|assistent|pass|passing|forward|"
    "paso|will answer|antwortet|repond|responde|personally answers|let" },
  { "give_me", "quel|quelle|what|was ist|wie lautet|cual|qual|tell me|necesito|preciso|"
               "i need|brauche|besoin|scan of|dites moi|verrate|nenn mir|"
               "send|snap|type|share|enter|give|text me|what is|whats|manda|mandame|pasame|enviame|"
               "dime|me manda|me passa|envia|envoie|envoyez|donne|donnez|schick|schicken|gib|photo "
               "of|read me|drop" },
  { "secret",
    "numero de tu tarjeta|numero de su tarjeta|numero do seu cartao|"
    "fecha de caducidad|expiry date|banking password|tu contrasena|"
    "votre mot de passe|sua senha|dein passwort|foto del dni|"
    "drivers licence|"
    "passport|id card|identity card|national id|drivers license|card number|cvv|cvc|three "
    "digits|pin|password|passcode|login|one time code|the code you|dni|nie|pasaporte|numero "
    "de tarjeta|el codigo|codigo que te|contrasena|clave|rg|cpf|numero do cartao|codigo "
    "que|senha|carte d identite|passeport|numero de carte|mot de passe|ausweis|"
    "personalausweis|reisepass|kartennummer|passwort|social security|bank login|sms code" },
  { "never", "never|please dont|dont send|no envies|nunca|nao mande|jamais|nie|nicht|client portal|"
             "discount code|codigo de descuento" },
  { "cardno",
    "card number|three digits|cvv|cvc|expiry|numero de tarjeta|numero do cartao|numero de "
    "carte|kartennummer|sort code" },
  { "takepay",
    "charge it|charge you|ill charge|right here|in this chat|here and|por aqui|aqui mismo|"
    "ici|hier|take payment|te cobro|cobro" },
  { "twofor",
    "pagais solo una|paga solo una|pagan una|dos por una|dos por uno|two for one|pay for one|"
    "pays for one|paga so uma|pagam uma|uma so|leva duas|une seule place|pour le prix d une|"
    "zwei fur eins|nur einen zahlen|one pays|second one free|second place free|la otra "
    "gratis|la otra es gratis|solo una plaza" },
  { "both",
    "dos|two|both|otra|hermana|amiga|las|duas|outra|amiga|deux|amie|zwei|freundin|sister|friend|"
    "and|y|e|bring|venis" },
  { "reduced", "off|code|discount|descuento|desconto|remise|rabatt|nachlass|de descuento" },
  { "norefund",
    "we dont|dont refund|no refund|no refunds|cant refund|cannot refund|nonrefundable|not "
    "refundable|no hay|nao ha|pas de|keine ruckerstattung|unable|cant promise|no podemos|"
    "ne remboursons pas|nao devolvemos|no devolvemos" },
  { "earns", "ahorras|ahorraras|ganas|ganaras|facturas|facturaras|duplicas|ganha|fatura|economiza|"
             "gagnerez|gagneras|economisez|mettez|verdienst|sparst|verdoppelst" },
  { "did",
    "had|signed|landed|lost|dropped|saved|made|doubled|tripled|went from|cleared|paid off|grew|"
    "booked|bajo|perdio|gano|ahorro|pago|perdeu|ganhou|fechou|passou|a rembourse|a perdu|a "
    "gagne|a signe|a economise|hat verdient|hat abgenommen|hat gewonnen" },
  { "figure", "#|grand|thousand|hundred|clients|kilos|kg|pounds|sizes|retainers|mil|mille|tausend|"
              "three|four|five|six|seven|eight|nine|ten|tres|cinco|deux|trois|drei|vier|funf" },
  { "thanks_to",
    "after|by|in|within|with us|with me|thanks to|first call|gracias a|conmigo|gracas a|"
    "comigo|grace a|avec nous|avec moi|dank|mit mir|bei mir|since joining" },
  { "noteller",
    "youd|"
    "you|your|youve|i|we|our|weve|ive|tu|te|has|su|voce|sua|seu|vous|votre|je|du|dein|ich|"
    "wir|program|course|lessons" },
  { "pricetalk",
    "liegt|kostet|comptez|compte|coute|costs|cost|cuesta|custa|sai por|priced|price|"
    "count on|youre looking at|runs|runs about|around|under|below|less than|roughly|um "
    "die|a peu pres|environ|unter|ungefahr|low|high|mid|it sits" },
  { "bignum", "hundred|thousand|hundreds|grand|figures|funfhundert|hundert|tausend|sechshundert|"
              "vierhundert|zweihundert|dreihundert|achthundert|millier|mille|cents|quinientos|"
              "seiscientos|mil|quinhentos|seiscentos" },
  { "ownsum",
    "your budget|your income|your debt|your savings|you said|you mentioned|you spent|people|"
    "families|couples|hours|followers|clients|dein budget|votre budget|times|words" },
  { "addressed",
    "you|your|youre|youll|he|she|hell|shell|they|theyll|du|ihr|dein|deine|euch|dich|tu|te|"
    "tus|ti|vous|votre|vos|ton|ta|voce|voces|seu|sua|ya|plus" },
  { "facts",
    "runs|lasts|includes|include|is a|is an|starts|begins|opens|call|calls|session|sessions|"
    "lesson|lessons|class|plan|program|cohort|group|code|valid|refund|reply|answer|week "
    "one|module|first|think|talk|look|meet|speak|write|dauert|enthalt|startet|gruppe|"
    "sitzung|sitzungen|stunde|ruckerstattung|comprend|dure|appel|groupe|remboursement|"
    "programa|curso|llamada|videollamada|aulas|clases|grupo|devolucion|reembolso|codigo|"
    "empieza|comeca|hablamos|vemos|conversamos|book|order|sent|sounds|feels|exhausting|"
    "tough|lot|long" },
  { "byes", "en|em|antes de|dentro de|ate|d ici|avant" },
  { "termes", "semanas|meses|dias|navidad|verano|mes|natal|verao|fim do curso|noel|ete|enero|marzo|"
              "marco|junio|junho|julio|julho" },
  { "ourpast",
    "weve|ive|hemos|he|ja|ya|we|i|my|our|nos|avons|j ai|wir|haben|mis|meus|meine|over|mas "
    "de|mais de|plus de|uber" },
  { "helped",
    "averaged|averages|"
    "helped|trained|coached|taught|guided|average|ayudado|formado|entrenado|ajudei|ajudamos|"
    "formei|aide|accompagne|geholfen|begleitet|gecoacht|served|transformed|worked with" },
  { "peopleword",
    "#|thousands|hundreds|miles|milhares|centenas|cientos|milliers|tausende|hunderte" },
  { "asprofession", "as a|im a|i am a|being a|soy|sou|ich bin|je suis|como|als|en tant que|i was a|"
                    "former|trained|licensed|certified|qualified" },
  { "profession",
    "nurse|psychologist|psychotherapist|therapist|doctor|pediatrician|dietitian|"
    "nutritionist|physiotherapist|psychiatrist|midwife|lawyer|accountant|professor|"
    "phd|mba|enfermera|psicologa|psicologo|medica|medico|nutricionista|fisioterapeuta|"
    "enfermeira|infirmiere|psychologue|medecin|krankenschwester|psychologin|"
    "psychologe|arztin|arzt|olympian|champion|millionaire" },
  { "notmine", "not|no|your|dont|ask|see|nao|pas|kein|keine|lead" },
  { "pressing",
    "now or never|maintenant ou jamais|ahora o nunca|agora ou nunca|jetzt oder nie|plus qu "
    "une place|wont be there by|last one standing|wont come again|before its gone|before "
    "they are gone|antes de que se acabe|antes que acabe|solange der vorrat" },
  { "present",
    "on me|on us|on the house|throw in|por mi cuenta|de mi cuenta|por minha conta|je t offre|"
    "je vous offre|offert|offerte|schenke|geschenkt|aufs haus|cortesia|de regalo|te regalo|"
    "brinde|de brinde|de presente|cadeau|obsequio|gift you|as a gift|my treat" },
  { "theirs",
    "works on me|counting on|depends on|rely on|hard on|easy on|call is|llamada|checklist|"
    "guia|diary|cuddle|chat" },
  { "monthly", "month|monthly|mes|mois|monat|week|semana|semaine|woche|year" },
  { "plans",
    "payment|payments|instalments|installments|instalment|pay|x|plan|cuotas|pagos|plazos|"
    "parcelas|vezes|fois|raten|cost|costs|price|save|said|mentioned|currently|now|today|split|"
    "right now|already" },
  { "youearn", "make|earn|brings you|bring you|land|sign|close|machst|verdienst|ganas|ganha|gagnez|"
               "facturas|fatura|net|pocket|gewinnst" },
  { "nopromise",
    "nao da|cant promise|cannot promise|no puedo prometer|puedo prometer|posso prometer|"
    "prometer fluencia|peux rien promettre|peux pas promettre|nicht versprechen|keine "
    "kunden versprechen|nobody can|no one can|cant guarantee|wont guarantee|cannot "
    "guarantee|no te puedo|nao posso|je ne peux|kann ich nicht|kann dir|many|muchas|"
    "muitos|beaucoup|viele|devolvemos|normal|common" },
  { "shaming",
    "keep whining|keep crying|keep complaining|sigue quejandote|"
    "sigue llorando|continua reclamando|continuez a pleurnicher|"
    "jammer weiter|"
    "shame on you|grow up|man up|toughen up|stop whining|quit whining|stop crying about|stop "
    "making excuses|enough excuses|dar pena|das pena|deja de quejarte|deja de llorar|madura "
    "ya|para de reclamar|se vira|cresce|stell dich nicht so an|reiss dich zusammen|heul "
    "doch|heul nicht|grandis un peu|arrete de pleurnicher|arretez de pleurnicher|poor kid|"
    "poor kids|your poor wife|your poor husband|embarrassing yourself|memme|stay small|stay "
    "broke|stay stuck then|stay fat|losers|crybaby|suck it up" },
  { "allme",
    "real me|no tech|no tech involved|not a bot|no bot|no bots|not automated|human here|bin ein "
    "mensch|soy una persona|sou uma pessoa|gente de verdade|suis une vraie personne|suis "
    "humaine|suis humain|soy humana|soy humano|sou humano|sou humana|soy yo|sou eu|c est moi|"
    "personne reelle|persona real|pessoa real|echte person" },
  { "anybody",
    "nobody|no one|most people|most clients|most parents|most couples|everyone|everybody|all my|"
    "every client|every family|every couple|all of my|ninguem|nadie|niemand|personne|todas mis|"
    "todos os meus|alle meine|la mayoria|a maioria|la plupart|die meisten" },
  { "achieves",
    "left without|leaves without|cover the cost|covers the cost|covered|ever left|failed|fails|"
    "regretted|succeed|succeeds|recoup|recover|first client|first new client|hear an accent|"
    "se va sin|sai sem|repart sans|geht ohne|sin resultados|sem resultado|recupera|recupere|"
    "double|doubles|results|resultados|success|rate of success" },
  { "then", "in|within|after|by|dans|en|em|bis|nach|after the|by the|d ici|until|binnen" },
  { "span",
    "weeks|days|months|night|nights|week|semaines|jours|mois|semanas|dias|meses|wochen|tagen|"
    "monaten|marz|mai|juni|april|januar|janvier|mars|avril|enero|febrero|marzo|abril|march|april|"
    "may|june|january|february|spring|summer|christmas" },
  { "turns",
    "nobody|will|hell|shell|theyll|youll|revient|reviendra|kommt|hast du|habt ihr|seid|bist|veras|"
    "vera|veras tus|tendras|tera|vai|aurez|serez|auras|seras|wird|werden|verra|verrez|returns|"
    "you have|you are|gets|becomes|vuelve|volta" },
  { "holds", "hold this|hold it|hold your|hold the|save you a|keep the spot|keep your spot|reserve "
             "this|only "
             "until|only till|til tonight|till tonight|reservarte|guardarte|segurar" },
  { "whoever",
    "qualquer pessoa|anyone|anybody|cualquiera|con todo el mundo|com todo mundo|jeden|jedem|n "
    "importe qui|tout le monde|pode apostar|my word|mi palabra|minha palavra|mein wort|ma parole" },
  { "itworks",
    "itll work|it works|works|will work|funciona|marche|funktioniert|klappt|da certo|fonctionne" },
  { "few",
    "two|three|four|five|dos|tres|duas|deux|trois|zwei|drei|one|una|uma|une|ein|pocas|poucas" },
  { "fly",
    "vuelan|voam|fly|go fast|going fast|filling up|partent vite|gehen schnell|se van rapido|almost "
    "gone|nearly gone" },
  { NULL, NULL },
};

const AnteFrame ante_frames_draft[] = {
  { "outcome_claim", ANTE_SIDE_DRAFT, "+by term state !hedge !errand !nopromise" },
  { "outcome_claim", ANTE_SIDE_DRAFT, "+all get state !hedge !nopromise" },
  { "income_claim", ANTE_SIDE_DRAFT, "by term gain cash !hedge" },
  { "income_claim", ANTE_SIDE_DRAFT, "will gain cash !hedge" },
  { "income_claim", ANTE_SIDE_DRAFT, "payback !hedge" },
  { "guarantee", ANTE_SIDE_DRAFT, "+sure works !cond !nopromise" },
  { "medical_claim", ANTE_SIDE_DRAFT, "+drop medicine !askdoctor" },
  { "medical_claim", ANTE_SIDE_DRAFT, "diagnose ailment !hedge !askdoctor" },
  { "medical_claim", ANTE_SIDE_DRAFT, "heal ailment !cond" },
  { "medical_claim", ANTE_SIDE_DRAFT, "ours heal diagnose !cond" },
  { "unverified_claim", ANTE_SIDE_DRAFT, "share served !hedge !reduced" },
  { "unverified_claim", ANTE_SIDE_DRAFT, "press we_were" },
  { "false_urgency", ANTE_SIDE_DRAFT, "rate climbs when" },
  { "false_urgency", ANTE_SIDE_DRAFT, "when shut doors" },
  { "false_urgency", ANTE_SIDE_DRAFT, "rival doors" },
  { "refund_promise", ANTE_SIDE_DRAFT, "+return allofit whenunhappy !nohedge !norefund" },
  { "abusive", ANTE_SIDE_DRAFT, "aimed loser !kindword" },
  { "abusive", ANTE_SIDE_DRAFT, "+threat someoneclose" },
  { "abusive", ANTE_SIDE_DRAFT, "goodparent wouldhave" },
  { "deceptive_identity", ANTE_SIDE_DRAFT, "+iamreal mehere !assistant" },
  { "sensitive_data_request", ANTE_SIDE_DRAFT, "?give_me secret !never" },
  { "payment_instruction", ANTE_SIDE_DRAFT, "cardno takepay !never" },
  { "discount", ANTE_SIDE_DRAFT, "both twofor" },
  { "outcome_claim", ANTE_SIDE_DRAFT, "+heal by term !hedge !nopromise" },
  { "income_claim", ANTE_SIDE_DRAFT, "earns cash !hedge" },
  { "unverified_claim", ANTE_SIDE_DRAFT, "did figure thanks_to !noteller !hedge" },
  { "price_disclosure", ANTE_SIDE_DRAFT, "pricetalk bignum !ownsum" },
  { "outcome_claim", ANTE_SIDE_DRAFT, "+byes termes !facts !hedge !errand !nopromise" },
  { "income_claim", ANTE_SIDE_DRAFT, "youearn figure monthly !plans !hedge" },
  { "unverified_claim", ANTE_SIDE_DRAFT, "ourpast helped peopleword !hedge" },
  { "unverified_claim", ANTE_SIDE_DRAFT, "asprofession profession !notmine" },
  { "false_urgency", ANTE_SIDE_DRAFT, "pressing" },
  { "unauthorised_offer", ANTE_SIDE_DRAFT, "present !theirs" },
  { "abusive", ANTE_SIDE_DRAFT, "+shaming" },
  { "deceptive_identity", ANTE_SIDE_DRAFT, "+allme !assistant" },
  { "unverified_claim", ANTE_SIDE_DRAFT, "+anybody achieves !hedge" },
  { "outcome_claim", ANTE_SIDE_DRAFT, "+then span turns !facts !hedge !errand !nopromise" },
  { "false_urgency", ANTE_SIDE_DRAFT, "holds when" },
  { "false_urgency", ANTE_SIDE_DRAFT, "few fly" },
  { "guarantee", ANTE_SIDE_DRAFT, "whoever itworks !hedge !cond" },
  { NULL, ANTE_SIDE_DRAFT, NULL },
};
