#include "config.h"

#include "rules/guard/ante-guard-sense.h"

/* Words that mean much the same, in all languages: nothing is found by them alone, but what one of
 * them teaches in the examples holds for the others. Here: people, the body, feelings, danger. */
const AnteSense ante_senses_self[] = {
  { "k-i", "i|im|ive|ill|id|yo|eu|je|j|ich" },
  { "k-my", "my|mine|mi|mis|meu|minha|meus|minhas|mon|ma|mes|mein|meine|meinen|meiner|meinem" },
  { "k-me", "me|myself|mim|moi|mich|mir|mi misma|mi mismo|mim mesma|mim mesmo" },
  { "k-you", "you|youre|youve|tu|usted|vos|voce|vc|te|ti|vous|toi|t|du|dich|dir|sie|ihr|ya" },
  { "k-youll", "youll|you will|youre going to|youre gonna|vas a|vais|voce vai|vc vai|tu vas|"
               "vous allez|du wirst|wirst du|ull" },
  { "k-your",
    "your|tus|su|sus|teu|tua|seu|sua|ton|ta|tes|votre|vos|dein|deine|deinen|deiner|ihre" },
  { "k-we", "we|were|weve|well|us|our|nosotros|nuestro|nuestra|nos|nosso|nossa|nous|notre|nos|wir|"
            "uns|unser|unsere" },
  { "k-they", "they|them|theyre|people|everyone|everybody|ellos|todos|gente|eles|ils|tous|gens|"
              "alle|leute|jeder|each|every|all" },
  { "k-nobody",
    "nobody|no one|none|nadie|ninguem|personne|niemand|keiner|nothing|nada|rien|nichts" },
  { "k-hesheit", "he|she|hes|shes|him|her|his|el|ella|ele|ela|il|elle|lui|er|ihn|ihm" },
  { "k-spouse", "husband|wife|hubby|boyfriend|bf|girlfriend|gf|partner|fiance|fiancee|spouse|ex|"
                "missus|other half|marido|esposo|esposa|novio|novia|pareja|mujer|namorado|namorada|"
                "companheiro|companheira|mari|femme|copain|copine|conjoint|conjointe|mec|mann|frau|"
                "freund|freundin|ehemann|ehefrau|partnerin" },
  { "k-parent",
    "mum|mom|mam|mama|mother|mother|dad|father|papa|parents|parent|folks|stepdad|"
    "stepmum|stepmom|stepfather|madre|padre|padres|mae|pai|pais|mere|pere|parents|maman|"
    "mutter|vater|eltern|mami|papi" },
  { "k-child", "son|daughter|kid|kids|child|children|baby|toddler|newborn|teen|teens|teenager|hijo|"
               "hija|hijos|bebe|nino|nina|ninos|filho|filha|filhos|crianca|criancas|fils|fille|"
               "enfant|enfants|sohn|tochter|kind|kinder|kids|stepson|stepdaughter|twins" },
  { "k-kin",
    "sister|brother|cousin|nephew|niece|uncle|aunt|auntie|grandma|grandpa|nan|gran|granny|"
    "inlaws|hermana|hermano|primo|prima|sobrino|abuela|abuelo|tia|tio|irma|irmao|avo|soeur|"
    "frere|cousin|oncle|tante|schwester|bruder|oma|opa|cousine|family|familia|familie|"
    "famille" },
  { "k-friend", "friend|friends|mate|mates|bestie|buddy|colleague|colleagues|coworker|neighbour|"
                "neighbor|roommate|flatmate|amigo|amiga|amigos|companero|colega|vizinho|ami|amie|"
                "amis|collegue|voisin|kollege|kollegin|nachbar|kumpel|client|student|pupil" },
  { "k-pet", "dog|dogs|cat|cats|puppy|kitten|horse|pet|perro|gato|perra|gata|cachorro|cao|chien|"
             "chat|hund|katze|pferd|hamster|rabbit" },
  { "k-school", "school|highschool|class|classes|homework|teacher|teachers|exam|exams|gcse|gcses|"
                "year 9|year 10|year 11|year 12|grade|freshman|sophomore|junior|prom|locker|"
                "curfew|detention|maths|chem|bio|geography|sixth form|college|colegio|instituto|"
                "cole|insti|secundaria|bachillerato|eso|tarea|deberes|profe|escola|aula|prova|"
                "ensino medio|colegial|licao|lycee|college|bac|brevet|devoirs|prof|cantine|"
                "seconde|premiere|terminale|schule|klasse|hausaufgaben|abi|abitur|lehrer|"
                "gymnasium|realschule|schulhof|pausenhof|boarding school|form tutor|uniform" },
  { "k-age",
    "years old|yo|yr old|year old|yrs|anos|ans|jahre alt|jahre|age|aged|edad|idade|turning|"
    "turn|birthday|bday|cumpleanos|aniversario|anniversaire|geburtstag|born|underage|minor|"
    "menor|mineur|mineure|minderjahrig|too young|cumplo|faco|werde|bin" },
  { "k-guardian", "permission|consent|sign for|let me|allowed|not allowed|guardian|grounded|"
                  "pocket money|allowance|paper round|permiso|autorizacion|dejan|paga|mesada|"
                  "autorizacao|deixam|permission|argent de poche|autorisation|erlauben|erlaubnis|"
                  "taschengeld|darf nicht|licence yet|drivers ed|learner" },
  { "k-die",
    "die|dies|died|dying|dead|death|kill|kills|killed|suicide|suicidal|unalive|kms|funeral|"
    "grave|morir|muero|morirme|muerto|muerta|muerte|matarme|mato|suicid*|morrer|morro|"
    "morta|morto|morte|matar|mourir|meurs|mort|morte|tuer|suicide|sterben|tot|tod|"
    "umbringen|selbstmord|suizid|bring ich mich um|lebensmude|deathwish|killing" },
  { "k-live",
    "live|living|alive|life|exist|existing|exists|existence|breathing|breathe|here|around|"
    "vivir|viva|vivo|vida|existir|viver|vie|vivre|exister|leben|existieren|da|planet|"
    "earth|world|mundo|monde|welt" },
  { "k-endit",
    "end it|ending it|end things|end my|ending my|ends it|end me|off myself|top myself|"
    "do it|doing it|acabar|terminar|termina|acabo|acabar con|finir|en finir|fini|"
    "schluss|beenden|ende|over|finish|done with|give up|giving up|checking out|"
    "foutre en l air|fous en l air|tirar a minha vida|quitarme la vida|take my own life" },
  { "k-wake", "wake|waking|woke|wake up|sleep|asleep|dormir|despertar|despierto|acordar|acordo|"
              "dormirme|reveiller|endormir|reveil|schlafen|aufwachen|einschlafen|aufwache" },
  { "k-disappear",
    "disappear|disappeared|vanish|gone|leave|leaving|go away|switch off|stop existing|"
    "not be here|desaparecer|irme|sumir|ir embora|disparaitre|partir|verschwinden|weg|"
    "fort|miss me|without me|sin mi|sem mim|sans moi|ohne mich|minus me" },
  { "k-selfharm", "cut|cutting|cuts|cut myself|self harm|selfharm|hurt myself|hurting myself|burn|"
                  "burning|scratch|scratched|bleed|bloody|razor|blade|scars|overdose|od|cortarme|"
                  "cortandome|cortar|lastimarme|autolesion*|me corto|me cortei|cortes|machucar|"
                  "scarifie|scarifier|me blesser|couper|ritze|ritzen|verletze mich|verletzen|"
                  "schneide" },
  { "k-means", "pills|tablets|meds|bottle|rope|knife|gun|bridge|balcony|cliff|train|tracks|rails|"
               "platform|roof|ledge|traffic|bus|wheel|pastillas|cuerda|puente|balcon|vias|cuchillo|"
               "comprimidos|remedios|corda|ponte|faca|varanda|cachets|medocs|corde|pont|quai|"
               "balcon|couteau|tabletten|seil|brucke|gleise|gleisen|messer|jump|jumping|saltar|"
               "pular|sauter|springen" },
  { "k-hopeless",
    "hopeless|pointless|worthless|empty|numb|broken|burden|no point|whats the point|no "
    "reason|reason to|point of|rock bottom|dark place|darkness|despair|alone|lonely|"
    "sin sentido|sentido|vacia|vacio|carga|razon|razones|motivo|motivos|vazio|vazia|"
    "peso|fardo|razao|vide|raison|a quoi bon|poids|fardeau|sinnlos|leer|last|grund|"
    "hoffnungslos|nothing left|noche|tonight|scared of myself|rather not be" },
  { "k-farewell", "goodbye|goodbyes|farewell|letter|letters|note|will|thank you for everything|"
                  "given away|giving away|adios|despedida|carta|cartas|adeus|adieu|lettre|lettres|"
                  "abschied|brief|briefe|last message|funeral|sorted|wont matter" },
  { "k-hit", "hit|hits|hitting|beat|beats|beating|punch|punched|slap|slapped|kick|kicked|choke|"
             "choked|strangled|shoved|pushed|threw|throws|grabbed|violent|violence|abuse|abusive|"
             "abuser|bruise|bruises|bruised|purple|broke my|pega|pego|golpea|golpeo|empuja|grita|"
             "violento|violencia|moreton|bate|bateu|batem|empurrou|violencia|agride|frappe|frappee|"
             "cogner|cogne|tape|gifle|violent|schlagt|schlug|geschlagen|prugel|wurgt|gewalt|"
             "hurt me|hurts me|forced himself|forced me|rape|raped|finish me" },
  { "k-fear", "scared|afraid|fear|terrified|frightened|unsafe|not safe|danger|dangerous|threatens|"
              "threatened|threat|escape|trapped|locked|controls|controlling|checks my|tracking|"
              "punished|miedo|asustada|amenaza|amenazo|peligro|encerrada|controla|revisa|medo|"
              "ameaca|ameacou|perigo|segura|peur|menace|danger|enferme|controle|surveille|angst|"
              "bedroht|droht|gefahr|eingesperrt|kontrolliert|not safe|restraining order" },
  { "k-pain", "pain|pains|painful|ache|aches|hurt|hurts|sore|dolor|duele|dor|doi|douleur|mal|"
              "schmerz|schmerzen|weh" },
  { "k-cry", "cry|crying|cried|tears|sob|sobbing|llorar|lloro|llorando|chorar|choro|chorando|"
             "pleurer|pleure|weinen|weine|heule" },
  { "k-joke",
    "lol|haha|hahaha|lmao|lmfao|joke|joking|jk|kidding|figuratively|jaja|jajaja|broma|kkkk|kkk|"
    "rs|brincadeira|mdr|ptdr|blague|hihi|spass|witz|xd|😂|🤣" },
  { "k-sleep", "insomnia|insomnio|insomnie|schlaflos|tired|exhausted|knackered|shattered|cansada|"
               "cansado|cansaco|fatigue|fatiguee|mude|erschopft|burnout|burned out" },
  { "k-anx", "anxiety|anxious|depress*|panic|stress|stressed|ansiedad|ansioso|depresion|ansiedade|"
             "depressao|angoisse|anxiete|deprime|depression|angststorung|panik|adhd|tdah|adhs|"
             "bipolar|ptsd|ocd|toc|autis*" },
  { "k-eat",
    "eat|eating|ate|eats|food|meal|meals|dinner|lunch|breakfast|snack|hungry|hunger|calorie|"
    "calories|cals|kcal|carbs|diet|comer|como|comida|cena|almuerzo|hambre|calorias|dieta|"
    "comi|jantar|almoco|fome|manger|mange|repas|faim|diner|regime|essen|esse|mahlzeit|"
    "hunger|kalorien|diat|apetite|appetite" },
  { "k-purge", "purge|purging|vomit|vomiting|throw up|throwing up|threw up|puke|puking|puked|"
               "make myself sick|sick after|fingers|finger down|bathroom|toilet|laxative|laxatives|"
               "diuretics|flush|bucket|vomito|vomitar|vomite|laxantes|laxante|dedos|bano|banheiro|"
               "vomir|vomis|doigts|laxatifs|toilettes|kotze|kotzen|erbrechen|ubergebe|abfuhrmittel|"
               "finger in|klo|spit out|chew and|get rid of it|bring it up|ipecac|enema" },
  { "k-restrict", "restrict|restricting|starve|starving|starved|fast|fasting|fasted|skip meals|"
                  "skip dinner|not eating|dont eat|havent eaten|nothing all day|safe foods|fear "
                  "foods|one meal|an apple|rice cakes|gum|black coffee|only water|zero cal|omad|"
                  "no como|sin comer|ayuno|ayunar|restringir|nao como|sem comer|jejum|je ne mange|"
                  "sans manger|jeune|jeuner|esse nichts|esse kaum|nichts gegessen|hungern|faste|"
                  "ice cubes|lettuce|diet coke|pro ana|ana|mia|thinspo" },
  { "k-binge", "binge|binged|bingeing|binging|stuff myself|stuffed|whole pack|whole cake|entire|"
               "until it hurts|cant stop eating|out of control|lose control|atracon|atracones|"
               "atracar|compulsao|compulsiva|devoro|crise|crises|boulimie|fressanfall|essanfall|"
               "fresse|stopfe|feast|lock the fridge|pantry|at night in the kitchen" },
  { "k-body", "skinny|thin|fat|chubby|ugly|disgusting|gross|ribs|bones|collarbones|thigh|thighs|"
              "belly|stomach|mirror|scale|scales|weigh|weight|kilos|kg|pounds|lbs|stone|bmi|gorda|"
              "gordo|flaca|delgada|espejo|bascula|peso|barriga|magra|espelho|balanca|grosse|mince|"
              "maigre|miroir|balance|poids|ventre|dick|dunn|fett|bauch|spiegel|waage|gewicht|"
              "period stopped|lost my period|regla|hair falling" },
  { "k-edword", "anorexi*|bulimi*|eating disorder|ed|disordered|recovery|relapse|relapsed|anorexie|"
                "boulimie|trastorno alimenticio|tca|transtorno alimentar|essstorung|magersucht|"
                "orthorexi*|body dysmorphi*" },
  { "k-ill",
    "cancer|tumour|tumor|chemo|diabetes|diabetic|insulin|epilepsy|epileptic|seizure|"
    "seizures|stroke|heart|cardiac|thyroid|hypothyroid|crohns|colitis|lupus|ms|sclerosis|"
    "arthritis|asthma|kidney|liver|hernia|disc|slipped disc|fibromyalgia|endometriosis|"
    "pcos|anemia|anaemia|clot|dvt|pneumonia|hepatitis|cancer|diabetes|epilepsia|corazon|"
    "tiroides|hernia|asma|rinon|infarto|coracao|tireoide|rim|epilepsie|coeur|thyroide|"
    "asthme|hernie|rein|krebs|herz|schilddruse|bandscheibe|zucker|thrombose|blood pressure|"
    "hypertension|tension alta|pressao alta|bluthochdruck|infection|sepsis|migraine" },
  { "k-preg",
    "pregnant|pregnancy|expecting|trimester|weeks along|due date|postpartum|c section|"
    "csection|breastfeeding|miscarriage|ivf|embaraz*|prenada|semanas de|cesarea|lactancia|"
    "gravida|gestante|gravidez|amamentando|enceinte|grossesse|cesarienne|allaite|"
    "schwanger|schwangerschaft|kaiserschnitt|stillen|stille|ssw|bump|preeclampsia" },
  { "k-medicine",
    "medication|meds|medicine|pills|tablets|dose|prescription|prescribed|antidepress*|"
    "ssri|sertraline|prozac|lithium|xanax|ozempic|metformin|steroids|statins|"
    "blood thinners|warfarin|beta blockers|antibiotics|injections|inhaler|medicacion|"
    "medicamento|medicamentos|pastillas|receta|tratamiento|remedio|remedios|medicacao|"
    "tratamento|medicament|medicaments|traitement|ordonnance|medikament*|tabletten|"
    "rezept|behandlung|psychopharmaka|treatment|therapy|taper|come off" },
  { "k-doctor",
    "doctor|doctors|dr|gp|physician|surgeon|cardiologist|psychiatrist|neurologist|"
    "consultant|midwife|nurse|hospital|clinic|er|a&e|scan|mri|blood test|biopsy|"
    "diagnosed|diagnosis|medico|medica|doctora|cirujano|psiquiatra|hospital|clinica|"
    "diagnostic*|medecin|docteur|chirurgien|psychiatre|hopital|arzt|arztin|chirurg|"
    "psychiater|krankenhaus|klinik|diagnose|cleared|therapist|terapeuta|psy|therapeut*" },
  { "k-surgery",
    "surgery|operation|op|operated|operation|surgical|stitches|stent|pacemaker|"
    "transplant|replacement|acl|knee op|hysterectomy|cirugia|operacion|operar*|operada|"
    "puntos|cirurgia|operacao|operado|chirurgie|operee|opere|operiert|eingriff|recovering" },
  { "k-faint",
    "faint|fainted|fainting|pass out|passed out|passing out|blacked out|blackout|"
    "blackouts|dizzy|dizziness|collapse|collapsed|palpitations|chest|chest pain|numbness|"
    "tingling|short of breath|desmay*|mareo|mareos|pecho|palpitaciones|desmai*|tontura|"
    "peito|evanou*|malaise|poitrine|vertige*|ohnmacht*|umgekippt|brust|schwindel|"
    "herzrasen" },
  { "k-past", "years ago|ages ago|long ago|back then|used to|as a kid|as a child|in the past|once|"
              "previously|recovered|all clear|fully healed|healed|over it now|last year|hace anos|"
              "hace tiempo|antes|de pequena|de nina|superado|curado|anos atras|ha anos|antigamente|"
              "ja passou|il y a|autrefois|avant|gueri|fruher|vor jahren|damals|langst|verheilt|"
              "these days im fine|behind me|thankfully" },
  { "k-nownow", "now|right now|currently|at the moment|still|since|this week|today|tonight|last "
                "night|yesterday|again|these days|lately|ahora|actualmente|todavia|hoy|anoche|ayer|"
                "otra vez|agora|atualmente|ainda|hoje|ontem|de novo|maintenant|encore|aujourd|hier|"
                "actuellement|jetzt|gerade|noch|heute|gestern|wieder|derzeit|aktuell" },
  { NULL, NULL },
};
