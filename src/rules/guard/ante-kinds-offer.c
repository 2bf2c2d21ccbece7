#include "config.h"

#include "rules/guard/ante-guard-sense.h"

/* The same of what is said of an offer: how sure it is, what it brings, what it costs, how it is
 * paid, who says so, and who is speaking. */
const AnteSense ante_senses_offer[] = {
  { "k-certain",
    "certain|certainly|certainty|sure|surely|surefire|sure fire|sure shot|sure thing|"
    "definitely|absolutely|undoubtedly|no doubt|without doubt|without fail|always|every "
    "time|every single|100|100%|hundred percent|foolproof|bulletproof|failsafe|failproof|"
    "fail safe|guarantee|guaranteed|guarantees|guaranteeing|promise|promised|promises|"
    "vow|swear|my word|pledge|assure|assured|assurance|ensure|rest assured|bank on|count "
    "on|bet|dead cert|done deal|locked in|no question|vouch|mark my words|hold me to|"
    "seguro|segura|segurisimo|garantiz*|garantia|prometo|promet*|juro|palabra|sin duda|"
    "siempre|certeza|garant*|palavra|sem duvida|sempre|asseguro|apostar|sur|surement|"
    "certain|certaine|promis|parole|jure|assur*|sans faute|toujours|a coup sur|sicher|"
    "garantie*|garantier*|versprech*|versprochen|ehrenwort|bestimmt|definitiv|immer|"
    "hundertprozentig|fest|trust me|believe me|confia|pode confiar|vertrau" },
  { "k-fail",
    "fail|fails|failed|failing|failure|backfire|flop|go wrong|goes wrong|wrong|let you down|"
    "lets you|disappoint*|regret|regrets|sorry|complain|unhappy|dissatisfied|fall|fallar|"
    "falla|fallo|fracas*|arrepent*|decepcion*|falhar|falha|falhou|errado|correr mal|"
    "arrepender|insatisfeit*|echou*|echec|rate*|regrett*|decu|decue|tromper|scheitern|"
    "schiefgehen|schief|bereuen|enttausch*|fehlschlag" },
  { "k-works",
    "work|works|worked|working|deliver|delivers|fix|fixes|solve|solves|solved|sort|succeed|"
    "success|successful|effective|proven|results|result|funcion*|resultado|resultados|"
    "exito|resolv*|da resultado|sucesso|marche|fonctionne*|reussi*|resultat|resultats|"
    "succes|klappt|funktionier*|wirkt|erfolg|erfolgreich|ergebnis*|happy|happier|love it|"
    "delighted|satisfied|satisfaction|content|contenta|zufrieden|satisfaite*" },
  { "k-risk",
    "risk|risks|riskfree|risk free|risky|lose|losing|loss|nothing to lose|gamble|gambling|"
    "downside|safety net|safe|safest|covered|protected|zero risk|riesgo|perder|pierdes|"
    "risco|arriscar|perde|risque|risques|perdre|risiko|verlieren|riskieren|no lose" },
  { "k-weight",
    "lose weight|lose|drop|shed|down|lighter|slimmer|leaner|toned|abs|six pack|muscle|"
    "kilos|kg|pounds|lbs|stone|inches|dress size|sizes|waist|belly|adelgaz*|bajar|bajas|"
    "perder|pierdes|kilos|tallas|emagrec*|perder|quilos|barriga|perdre|maigrir|mincir|"
    "taille|abnehmen|verlieren|kilo|pfund|grosse|bauch|hosengrosse" },
  { "k-achieve",
    "fluent|fluently|pass|passes|ace|finish|win|land|lands|nail|master|get the job|"
    "promotion|promoted|offer letter|hired|published|bilingual|conversation|converse|"
    "b1|b2|c1|c2|marathon|5k|10k|splits|chords|play|playing|sing|draw|read music|engaged|"
    "married|soulmate|reconcile|sleep through|sleeping through|potty|calm|confident|"
    "confidence|anxiety free|free of|gone|cured|back together|hablar fluido|fluidez|"
    "aprobar|apruebas|ascenso|conseguir|tocar|falar fluente|passar|promocao|conseguir|"
    "couramment|reussir|examen|promotion|jouer|fliessend|bestehen|bestehst|beforderung|"
    "schaffen|schaffst|spielen|durchschlafen|transformed|unrecognisable|new you|results" },
  { "k-byterm",
    "in a week|in two weeks|in 2 weeks|in 3 weeks|in four weeks|in 4 weeks|in 6 weeks|in "
    "six weeks|in 8 weeks|in 10 days|in 30 days|in 90 days|in a month|in one month|in "
    "three months|in 3 months|within|by the end|by summer|by june|by christmas|by then|"
    "overnight|in no time|en un mes|en dos semanas|en tres meses|en 30 dias|antes de|em "
    "um mes|em 30 dias|ate o|em tres meses|en un mois|en trois mois|d ici|avant noel|in "
    "einem monat|in drei wochen|in zwei wochen|bis zum|bis sommer|nach zehn tagen|"
    "week one|week two|week three|first week|first month|day one" },
  { "k-earn",
    "earn|earns|earning|make|makes|making|revenue|income|profit|profits|roi|returns|5k|10k|"
    "20k|six figures|six figure|seven figures|6 figures|5 figures|clients|paying clients|"
    "sales|sell|sell out|booked out|fully booked|double|triple|10x|x3|pays for itself|pay "
    "for itself|earn it back|make it back|money back in|passive|rich|wealthy|quit your job|"
    "replace your|salary|rates|raise|ganar|ganas|ganaras|ingresos|factur*|ventas|clientes|"
    "duplic*|triplic*|recuperas|rentab*|ganhar|ganha|faturar|fatura|renda|vendas|dobrar|"
    "lucro|recupera|gagner|gagnes|revenus|revenu|chiffre|ventes|doubler|rentabil*|verdien*|"
    "umsatz|einkommen|verdoppel*|kunden|gewinn|reich|rechnet sich|month|mes|mois|monat" },
  { "k-cure",
    "cure|cures|cured|heal|heals|healed|healing|treat|treats|treating|treatment|remedy|"
    "reverse|reverses|reversed|get rid|eliminate|fix your|off your meds|off the meds|stop "
    "taking|dont need your|come off|skip your|throw away|instead of medication|better than "
    "medication|no need for|detox|hormones|hormone|thyroid|insulin resistance|immune|"
    "inflammation|gut|cortisol|deficiency|deficient|symptoms|symptom|sounds like you have|"
    "you have|its clearly|clearly|classic|diagnos*|cura|curar|curas|sana|sanar|trata|"
    "tratar|revierte|deja de tomar|dejar la|hormonas|tiroides|inflamacion|sintomas|curar|"
    "cura|tratar|reverte|para de tomar|pare de tomar|larga|hormonios|inflamacao|guerir|"
    "guerit|soigner|soigne|traiter|arrete tes|arreter tes|hormones|symptomes|heilen|heilt|"
    "behandeln|behandelt|absetzen|setz|hormone|entzundung|symptome" },
  { "k-proof",
    "clients|students|members|people|women|men|couples|families|testimonial|testimonials|"
    "review|reviews|rated|stars|5 star|featured|as seen|forbes|bbc|press|podcast|award|"
    "award winning|certified|accredited|licensed|degree|phd|doctor|expert|number one|no 1|"
    "best|leading|top|studies|study|research|science|scientific*|clinically|proven|"
    "percent|%|per cent|out of 10|out of ten|success rate|hundreds|thousands|dozens|"
    "hundred|thousand|alumnos|alumnas|clientas|resenas|certificad*|titulad*|premio|"
    "estudios|ciencia|miles|cientos|alunos|alunas|depoimentos|certificad*|premiad*|"
    "estudos|ciencia|milhares|centenas|eleves|avis|certifie*|diplome*|prix|etudes|science|"
    "milliers|centaines|kunden|kundinnen|bewertung*|zertifiziert*|diplom*|studien|"
    "wissenschaft*|tausende|hunderte|preisgekront|nummer eins|years of experience|anos de "
    "experiencia|trained under|worked with|celebrities|olympi*|nhs|harvard" },
  { "k-urgent",
    "hurry|quick|quickly|fast|last|final|only|left|remaining|spots|spot|seats|seat|places|"
    "slots|slot|today|tonight|midnight|tomorrow|ends|ending|closes|closing|close|expires|"
    "deadline|before|now or never|miss out|missing|dont wait|running out|almost gone|"
    "filling|fills|full|sold out|waitlist|waiting list|doors|price goes up|goes up|going "
    "up|rises|doubles|limited|while|last chance|wont come back|never again|first come|"
    "once gone|holding|hold|snapped up|date|plazas|plaza|quedan|ultim*|hoy|manana|cierra|"
    "termina|acaba|sube|corre|rapido|agotan|vagas|vaga|restam|resta|hoje|amanha|fecha|"
    "encerra|sobe|acaba|corre|places|place|reste|restent|dernier*|derniere*|aujourd|"
    "demain|ferme|augmente|vite|platze|platz|noch|nur|letzte*|heute|morgen|schliesst|"
    "endet|steigt|schnell|bald|countdown|hours left|clock" },
  { "k-discount",
    "discount|discounts|off|half|half price|percent off|% off|cheaper|reduce|reduced|"
    "reduction|lower|deal|deals|special price|special rate|mates rates|rate|coupon|code|"
    "promo|voucher|knock|slash|match|price match|two for one|2 for 1|bogo|loyalty|early "
    "bird|student price|student rate|instead of|round down|call it|let you have|waive|"
    "waived|hardship|concession|rebaja|descuento|mitad|codigo|oferta|te lo dejo|precio "
    "especial|cupon|desconto|metade|cupom|promocao|faco por|deixo por|preco especial|"
    "remise|reduction|moitie|promo|prix d ami|tarif special|rabatt|nachlass|halfte|"
    "gutschein|sonderpreis|billiger|gunstiger|freundschaftspreis|statt|sale|bargain" },
  { "k-free",
    "free|for free|freebie|freebies|on me|on us|on the house|no charge|no cost|without paying|"
    "complimentary|gift|bonus|bonuses|extra|extras|trial|try it|throw in|throwing in|added|"
    "include|on top|lifetime|forever|for life|unlimited|pay later|pay after|pay when|start "
    "now pay|no payment|first month|first week|first session|as a treat|my treat|wont "
    "charge|wouldnt charge|nothing to pay|skip|gratis|regalo|te regalo|sin coste|sin costo|"
    "invito|de regalo|prueba|de por vida|pagas despues|gratis|presente|de graca|brinde|"
    "sem custo|vitalicio|por minha conta|cortesia|teste|paga depois|gratuit*|offert|offerte|"
    "offre|cadeau|a vie|essai|sans frais|kostenlos|gratis|umsonst|geschenk|schenk*|geht auf "
    "mich|geht aufs haus|probe*|lebenslang|zahlst spater|obendrauf|dazu" },
  { "k-givesback",
    "refund|refunded|money back|full refund|every penny|every cent|return your|pay you "
    "back|paid back|give it back|get it back|reimburse*|credited|no questions|"
    "no questions asked|anytime|whenever|cancel|changed your mind|reembols*|devuelv*|"
    "devolvemos|devolucion|sin preguntas|devolv*|dinheiro de volta|sem perguntas|"
    "estorn*|rembours*|sans question|erstatt*|geld zuruck|zuruckgeben|zuruck|"
    "ohne fragen|bekommst du dein geld" },
  { "k-pay",
    "pay|send|transfer|wire|bank transfer|paypal|venmo|zelle|cashapp|cash app|revolut|wise|"
    "bizum|pix|iban|sort code|account number|account|card|link|invoice|deposit|cash|crypto|"
    "bitcoin|usdt|upi|gpay|mpesa|opay|stripe|klarna|apple pay|gift card|screenshot|"
    "transferencia|transfiere|cuenta|tarjeta|efectivo|ingresa|paga|transfer*|conta|cartao|"
    "boleto|deposita|virement|vire|compte|carte|lydia|especes|uberweis*|konto|karte|"
    "kontonummer|bar|twint|sepa|lastschrift|uberweisung|payee|reference" },
  { "k-secret",
    "password|passcode|pin|code|verification code|otp|login|log in|username|card number|"
    "cvv|cvc|expiry|three digits|back of|digits|ssn|social security|passport|id card|"
    "national insurance|driving licence|license|date of birth|dob|mothers maiden|bank "
    "details|account details|aadhaar|pan card|bvn|nin|selfie|photo of|picture of|scan of|"
    "contrasena|clave|codigo|tarjeta|dni|pasaporte|nie|foto de|fecha de nacimiento|senha|"
    "cpf|rg|cartao|passaporte|identidade|mot de passe|code|carte|numero|passeport|piece "
    "d identite|carte d identite|rib|passwort|kennwort|pin|kartennummer|ausweis|"
    "personalausweis|reisepass|geburtsdatum|zugangsdaten|address|home address" },
  { "k-channel",
    "whatsapp|telegram|signal|wa|viber|line|wechat|skype|zoom|discord|facebook|messenger|"
    "snapchat|email|e mail|mail|gmail|phone|number|mobile|cell|call me|text me|ring me|"
    "dm me|personal account|other account|private account|backup|correo|telefono|numero|"
    "movil|llamame|escribeme|telefone|celular|me liga|me chama|zap|telephone|portable|"
    "appelle|ecris|mon numero|handy|telefon|nummer|ruf|schreib mir" },
  { "k-model",
    "language model|model|trained|training data|llm|ai|as an ai|artificial|prompt|system "
    "prompt|instructions|instructed|told to|programmed|my rules|guidelines|my creators|"
    "developers|openai|anthropic|chatgpt|gpt|context window|memory|tokens|knowledge "
    "cutoff|cannot browse|generate|generated|output|not allowed to|supposed to say|my "
    "brief|script|scripted|setup|configured|configuration|persona|internal|confidential|"
    "modelo|modelo de lenguaje|instrucciones|me dijeron|reglas|entrenado|modelo de "
    "linguagem|instrucoes|regras|treinado|modele|instructions|consignes|regles|entraine|"
    "sprachmodell|anweisungen|regeln|trainiert|vorgaben|programmiert" },
  { "k-imhuman",
    "im human|im a human|im a person|im real|a real person|real human|actual human|flesh "
    "and blood|not a bot|no bot|not a robot|no robots|not automated|not an ai|no ai|its "
    "me|its really me|just me|me typing|typing this|my own|with my thumbs|my own hands|"
    "human here|person here|coffee in hand|soy humana|soy una persona|no soy un bot|soy "
    "yo|de carne|sou humana|sou uma pessoa|nao sou robo|sou eu|de carne e osso|je suis "
    "humain*|une vraie personne|pas un robot|c est moi|en chair|ich bin ein mensch|kein "
    "bot|kein roboter|echter mensch|bin echt|ich bins|thumbs|fingers|beep|boop|heartbeat" },
  { "k-tell",
    "told me|tells me|mentioned|said|says|asked|asked me|confided|shared|between us|secret|"
    "dont tell|heard|wrote me|client of mine|another client|other client|someone else|"
    "your friend|your ex|your sister|your boss|your colleague|notes|note says|my notes|"
    "file|records|crm|me conto|me dijo|otra clienta|tus notas|me contou|me disse|outra "
    "cliente|anotado|m a dit|une autre cliente|m a raconte|hat mir erzahlt|hat gesagt|"
    "andere kundin|notiert|struggling with|going through|divorce|affair|rehab|cheating" },
  { "k-meeting",
    "see you|talk then|speak then|call you|ill call|booked|booking|book you|reserved|"
    "confirmed|confirm|locked|pencilled|penciled|put you down|set for|deal|works|lets do|"
    "lets say|meet|meeting|zoom|appointment|calendar|nos vemos|quedamos|te llamo|"
    "reservado|confirmado|agendado|apuntad*|a las|combinado|marcado|te ligo|as|fechado|"
    "on se voit|a tout|je t appelle|reserve|note|confirme|bis dann|abgemacht|gebucht|"
    "notiert|ich ruf|um|uhr|treffen|passt" },
  { "k-weekday",
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|wed|thurs|fri|sat|"
    "sun|lunes|martes|miercoles|jueves|viernes|sabado|domingo|segunda|terca|quarta|"
    "quinta|sexta|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|"
    "mittwoch|donnerstag|freitag|samstag|sonntag|noon|morning|afternoon|evening|oclock" },
  { "k-hedge",
    "cant promise|cannot promise|no promises|not promise|depends|may|might|maybe|could|"
    "some|often|usually|typically|hope|no puedo prometer|depende|puede que|quiza|nao posso "
    "prometer|pode ser|talvez|peux pas promettre|depend|peut etre|kann nicht versprechen|"
    "kommt drauf|vielleicht|kann sein|not sure|unlikely|cant guarantee|no guarantee|dont "
    "know|no guarantees|varies|different for everyone|up to you" },
  { "k-invite",
    "join|join us|join me|sign up|enrol|enroll|jump in|get started|start|grab|grab your|"
    "book|book a|book your|register|apply|reserve|claim|buy|secure|save your|come along|"
    "unete|apuntate|inscribete|reserva|empieza|compra|entra|inscreva|junte|reserve|"
    "comeca|compre|rejoins|inscris|reserve|commence|achete|mach mit|melde dich|buch|"
    "buche|sichere|starte|kauf|program|programme|course|package|programa|curso|pacote|"
    "programm|kurs|formation|masterclass|workshop|membership|bundle|cohort" },
  { "k-shame",
    "should be ashamed|no wonder|your fault|grow up|stop whining|excuses|no excuse|too "
    "lazy|dont deserve|never amount|waste of|your problem|man up|pull yourself|get a grip|"
    "serious people|people like you|someone like you|if you cared|you clearly|obviously|"
    "not serious|poor|cheap|stingy|tight|suit yourself|your loss|stay stuck|stay broke|"
    "stay fat|culpa|excusas|madura|das pena|desculpas|cresce|culpa sua|pena|excuses|ta "
    "faute|grandis|tu fais pitie|ausreden|selbst schuld|werd erwachsen|armselig|mitleid" },
  { NULL, NULL },
};
