#include "config.h"

#include "rules/guard/ante-guard-cues.h"

/* How or where to pay. */
static const char *const payment[] = {
  "(paypal|venmo|zelle|cashapp|cash app|revolut|wise transfer|western "
  "union|moneygram|bizum|pix|twint|mbway|mb way|"
  "bitcoin|btc|usdt|crypto|ethereum|apple pay|google pay|gpay|iban|bic|swift code|sort "
  "code|routing number|gift cards|"
  "klarna|afterpay|stripe link|stripe|payid|interac|paysafe|skrill|monzo|upi|paytm|wire "
  "transfer|bank transfer|"
  "bankuberweisung|uberweisung|uberweise|uberweisen|transferencia "
  "bancaria|transferencia|virement|bsb|mercado pago|"
  "lydia|paylib|giropay|sofortuberweisung|western)",
  "!bitcoin|crypto|stripe|paypal ?lost|in|trading|coach|investing|account ?you "
  "(lost|trading|losses|investments|bros|"
  "portfolio)",
  "(send|transfer|wire|pay|paying|deposit|drop|remit|mail) ?me|us|over|it|the|your|that|a|through "
  "?money|payment|"
  "deposit|amount|first|fee|balance|full|cash|funds|rest|half|sum|instalment|installment|cash "
  "?instalment|amount|"
  "payment ?straight|directly|here|over|right ?here ?to|into|via|by|through|using|on|at|with "
  "?my|the|this|our|your|a "
  "(account|here|paypal|this account|my account|link|card|this link|now here|bank|me "
  "directly|cash|transfer|dm|chat|"
  "number|details below|invoice|instagram|the chat|this chat|phone)",
  "!(pay|paying|paid) ?more|close|some ?attention",
  "!(pay|send) ?it|that ?on|at|via|through ?the ?booking (booking page|call|page|form)",
  "(send|transfer|wire|deposit) ?me|us|over ?the|your|a|that ?first|full "
  "(money|payment|deposit|fee|funds|amount|cash|"
  "instalment|installment)",
  "!(dont|never|no need to|not|wont|please dont|without|cant|do not) ?ever ?you ?to ?need ?to ?ask "
  "?you ?to (send|"
  "transfer|wire|pay|deposit)",
  "(payment|pay|checkout|paying|invoice|billing) "
  "(link|page|details|info|instructions|address|portal|form) ?is|here|"
  "below|for|to",
  "!(no|not|never|isnt|without) ~ payment|pay (link|details)",
  "(you can|you could|just|simply|please|easiest is to|best to|to lock it in|then|now|first|go "
  "ahead and|can also) ?just|"
  "also|simply|please pay ?me|us|it|now|by|the|your ?deposit|first|fee|instalment ?here|right "
  "?now|in|on|via|through|"
  "with|by|to|using ?here|my|this|the|a ?here|chat|dm "
  "(here|card|cash|now|below|chat|dm|instagram|messenger|link|me|"
  "us|transfer|paypal|account|directly|today)",
  "(bank|account|card) details ?are|below|here|is|follow|coming",
  "(ill|i ll|we ll|let me|i can|i will|can|happy to) ?also|then|just "
  "?send|drop|share|pop|dm|text|shoot ?you|over ?a|"
  "an|the|my|our|over|you ?a|the (invoice|payment link|bank details|payment details|checkout "
  "link|paypal|iban|account "
  "number|account details|link to pay|stripe link|payment request|qr code|pay link)",
  "(paga|pagar|pague|manda|envia|transfiere|haz|hazme|ingresa|deposita|faz|faca|faca "
  "um|envie|transfere|transfira|"
  "mande|paye|payez|payer|envoie|envoyez|fais|faites|vire|virez|zahl|zahle|zahlen "
  "sie|bezahl|bezahle|schick|"
  "uberweis) ?me|mir|bitte|un|el|o|le|das|la|tu|por|via|par|per|mi|sur|moi|uma|une|dein|deine "
  "?dinero|pago|dinheiro|"
  "geld|paiement|argent|deposito|senal|anzahlung|acompte|betrag|valor "
  "?aqui|por|via|par|ici|hier|a|auf|al|no|mit|per "
  "?mi|este|esta|ce|diese|dieses|mein (bizum|paypal|pix|cuenta|conta|compte|konto|enlace de "
  "pago|link de pagamento|lien "
  "de paiement|iban|aqui|ici|hier|transferencia|virement|tarjeta|cartao|carte|numero|por aqui|par "
  "ici|karte|chat|"
  "directamente|dinero|dinheiro|argent|geld|revolut|deposito|acompte|anzahlung|boleto)",
  "(enlace de pago|link de pagamento|lien de paiement|zahlungslink|datos bancarios|dados "
  "bancarios|kontonummer|numero "
  "de cuenta|numero da conta|bankverbindung)",
  NULL,
};

/* Another channel, whose address may stand beside it. */
static const char *const messenger[] = {
  "(whatsapp|whatsap|watsapp|wapp|telegram|signal|viber|wechat|line|snapchat|snap|skype|discord|"
  "messenger|imessage|"
  "facebook|tiktok|threads|linkedin|slack|kik|facetime|zoom) ?group|channel "
  "?me|us|is|on|at|id|number|here ?number ?is ?"
  "me ?under #|me|link|group|username|is|handle",
  "(text|call|ring|phone|message|write|reach|msg|add|find|dm|contact|ping|hit|email|mail|follow|"
  "sms) ?to ?me|us|him|her|"
  "giulia|my|the|our ?up|back|directly|instead|assistant|team|partner ?on|at|via|over|through "
  "?my|the|our ?on ?private|"
  "personal|other|second "
  "(whatsapp|telegram|signal|viber|wechat|snapchat|snap|skype|discord|messenger|mobile|cell|phone|"
  "number|email|gmail|personal account|private account|other account|backup "
  "account|facebook|tiktok|imessage|private "
  "number|facetime|linkedin)",
  "!(dont|cant|not|never|no|do not) ?use|have|do|chat|text|message|give|take|on ?you ?me ?my ?on "
  "?via ?over (whatsapp|"
  "telegram|signal|phone|email|facebook|tiktok|messenger|viber|wechat|snapchat|skype|number)",
  "(move|continue|switch|chat|talk|hop|take|carry|jump|lets|easier|go|find|me|am|im|available|"
  "reachable|happen|calls) "
  "?this|the|it|you|me|is|conversation|chat|over|also ?on|over|to|by|via ?on|over|to ?my "
  "(whatsapp|telegram|signal|"
  "viber|wechat|snapchat|discord|messenger|facebook|skype)",
  "!(are|do|if|when|were|did|can|which) ?you|they|kids ?still|also ?chat|on|use|talk ?on "
  "(whatsapp|telegram|facebook|"
  "tiktok|snapchat|messenger|signal|viber|wechat|discord|skype)",
  "(escribeme|escribe|llamame|hablame|agregame|me chama|chama|me chamem|me "
  "liga|manda|ecris|ecrivez|appelle|appelez|"
  "contacte|contactez|schreib|ruf|melde|rejoins|seguimos|continuamos|on continue|passe) "
  "?moi|me|mir|mich|no|nos|dich|al|"
  "bei|sur|por|par|pelo|per|en|auf|uber|mejor|an ?mi|no|o|mon|meinem|meiner|mir|ao ?por|en|sur "
  "(whatsapp|telegram|zap|"
  "zapzap|signal|numero|telefono|telefone|celular|correo|email|mail|handy|telefon|viber|movil|"
  "gmail|portable|privado|"
  "nummer)",
  NULL,
};

/* An invitation to buy or to book. */
static const char *const invites[] = {
  "(book|booking|schedule|grab|reserve|secure|lock|pick|choose|claim|set up|hop on|jump on|get "
  "on|join|jump into|sign up|"
  "signing up|enroll|enrol|enrolling|register|apply|buy|purchase|get started|start with|come "
  "join|work with|invest in|"
  "commit to|check out|upgrade|subscribe|trial) "
  "?up|in|for|on|to|with|into|me|us|a|the|your|you|our|it|this|now|here|my "
  "?quick|free|short|first|little|discovery|15|20|minute|minutes|intro|next|own|full|in|a|the|our|"
  "your ?minute|minutes|"
  "free|fit|hello|level|intro|your ?check "
  "(call|chat|spot|place|slot|seat|time|program|programme|course|plan|session|"
  "lesson|consult|consultation|link|membership|group|cohort|today|now|here|us|me|trial|class|"
  "community|package|offer|"
  "coaching|appointment|intake)",
  "!(set up|pick|choose|grab|get started|schedule|book) ?a|the|your|in ?own "
  "(snack|coffee|water|glass|book|dinner|bath|"
  "bedtime|time for yourself|walk|doctor|gp|appointment with|lunch|breakfast|vegetable|meal)",
  "!(pick|choose|set up|check out) ?a|the|your|one "
  "(word|goal|meal|night|evening|habit|story|topic|thing|fight|battle)",
  "!(join|work) ?with|in (us for dinner|pain|a team|an office|kids|shifts|the)",
  "!(buy|check out) ?the|some|more|less|a|any|new "
  "(food|groceries|bread|veg|fruit|toys|book|clothes|snacks)",
  "(the|my|our|this) ?free|whole|full|new|short|paid "
  "(program|programme|course|coaching|package|membership|mentorship|"
  "masterclass|webinar|challenge|offer|bootcamp|academy) "
  "?is|can|would|could|will|starts|includes|covers|helps|has|for|"
  "might|opens|runs",
  "(ready to|want to|would you like to|do you want to|like to|shall we|should we|lets) ?get|go|you "
  "?ahead|up ?start "
  "(join|started|sign up|enroll|enrol|book|buy|begin the|begin with|start the|start with us|work "
  "together|get you|get "
  "started|book you|jump on|hop on|set up a call|schedule a|lock it in)",
  "(call|chat|session|consultation|consult|consultations|lesson) ?is ?with|free|link|where|this "
  "?me (link|free|15|20|30|"
  "me|to see|to talk|slots|slot|to discuss|together)",
  "(link|links) ?is|to ?below|here|in ?my|book ?bio|a|the|your ?spot|call",
  "(spot|place|seat|slot) ?is ?for ?you ?still ?open|available|reserved|waiting ?for",
  "(reserva|reservar|agenda|agendar|apuntate|inscribete|unete|compra|contrata|matriculate|agende|"
  "agenda|inscreva|"
  "inscreve|garanta|compre|matricule|reserve|reservez|inscris|inscrivez|rejoins|rejoignez|achete|"
  "achetez|buche|buch|"
  "buchen|melde|anmelden|kaufe|kauf|sichere|sicher|reserviere) "
  "?te|se|toi|vous|dich|dir|a|tu|una|la|al|el|um|uma|seu|sua|"
  "no|un|une|votre|ton|le|ein|einen|dein|deinen|den|zum "
  "?llamada|plaza|programa|curso|sesion|chamada|vaga|programa|appel|"
  "place|programme|gesprach|platz|programm|kurs|termin",
  "!(melde|agenda|compra|kauf|sicher) ?dich|mich|la|el ?bei|comida|semanal ?der|arzt|mir",
  NULL,
};

/* A day or an hour agreed on. */
static const char *const agrees[] = {
  "(see you|talk to you|speak to you|speak|talk|chat|call you|ill call|catch you|meet "
  "you|until|see you then|see ya) "
  "?then|on|at|there|tomorrow|tonight|@weekday ?then|there|at|on "
  "(then|tomorrow|tonight|@weekday|there|soon then)",
  "!see you (there|soon) ?in ?reel|story",
  "(works|perfect|great|good|fine|booked|confirmed|locked|set|sorted|done|ok|okay|sure|yes|sounds "
  "good|lets do|deal) "
  "?in|for|with|by|on|it|me|that|we|you|that|us|time ?me|you|then|at ?ill ?i ?will "
  "?put|have|see|talk|call|meet ?you|it "
  "?down|in|then (then|works|its a date|see you|see you then|confirmed|works for me|put you "
  "down|talk then|speak then|"
  "youre booked|you are booked|its booked|you down|locked in|works perfectly|suits me|works "
  "great|works fine|that time|"
  "calendar)",
  "(that|this|it|the|your) ?day|time|slot|hour|would ?time (works|suits|is perfect|is fine|is "
  "confirmed|is good|works|"
  "is locked|is booked|is set) ?perfectly|great|fine|well ?for|me ?me|us|too|then",
  "(put|pencil|pencilled|penciled|mark|book|booked|slot|lock|locked|added|adding|put|got|have|"
  "squeeze|set) ?ed|have|"
  "just|ve ?you|us|it|that ?down|in|up|on ?in|down|for",
  "!(book|set|have|mark|put|got|add|lock) ?a|the|it|your|you|us|that ?through|up|down|in "
  "?via|through|on|at|one|here ?"
  "the (link|page|calendar page|booking page|what|kids|to bed|bed)",
  "(its|it is|thats|then its|consider it) a|all (date|plan|deal|booked|confirmed|settled|done|set)",
  "(ill|i ll|i will|giulia will|we ll|we will|the coach will|well|lets|she will|he will) "
  "?be|also|then|gladly|happily "
  "?there|to (call you|ring you|phone you|meet you|meet|be there|talk then|speak then|see you|be "
  "free|be ready|hop on|"
  "move it|move you|reschedule|push it|shift it|move your|swap|zoom you|meet at|chat at|talk "
  "at|call at|do it at|do "
  "tomorrow|say)",
  "(hecho|perfecto|vale|listo|confirmado|quedamos|queda|entonces|de acuerdo|te espero|nos "
  "vemos|hablamos|te llamo|te "
  "apunto|agendado|reservado) ?el|a|entonces|pues|manana|hoy|a ?las|entonces|luego|manana "
  "(el|a|manana|entonces|lunes|"
  "martes|miercoles|jueves|viernes|sabado|domingo|las|esa)",
  "(combinado|marcado|confirmado|fechado|perfeito|certo|te ligo|nos "
  "vemos|falamos|agendado|ate|reservado|otimo|ok) ?na|"
  "no|as|a|entao|amanha ?entao|la "
  "(amanha|segunda|terca|quarta|quinta|sexta|sabado|domingo|as|entao|la)",
  "(parfait|d accord|c est note|note|on se parle|on s appelle|je t appelle|je vous appelle|rendez "
  "vous|a|entendu|"
  "confirme|reserve|ok|ca marche) ?pour|a|alors|demain|le ?alors "
  "(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
  "demain|alors|a #|plus tard alors|cette heure)",
  "(passt|perfekt|abgemacht|super|gut|bis|wir sehen uns|wir sprechen uns|ich rufe "
  "dich|notiert|eingetragen|gebucht|"
  "okay|ok|alles klar|geht klar|bestatigt) ?dann|am|um|also|morgen|mir|wir ?uns|sprechen|an ?dann "
  "(montag|dienstag|"
  "mittwoch|donnerstag|freitag|samstag|sonntag|morgen|dann|um|am|sehen)",
  NULL,
};

/* It is over: what is said of an old offer then is true. */
static const char *const ended[] = {
  "(ended|over|closed|finished|past|expired|gone|no longer|not available|unavailable|isnt "
  "available|isnt open|isnt "
  "running|not running|wrapped|was|were|done for|anymore|any more|sold out in|stopped|retired|isnt "
  "on|not on offer|not "
  "open|dont run|dont offer|do not offer|last year|not currently|cant join|cannot join|next "
  "autumn|next year|isnt "
  "valid|not valid|ran out|ran until|has passed|have passed|isnt active|not offering|havent got|no "
  "longer run|took "
  "place|isnt taking)",
  "(termino|acabo|cerro|ya no|finalizo|no esta disponible|terminou|acabou|fechou|encerrou|nao esta "
  "mais|nao temos mais|"
  "termine|terminee|fini|finie|ferme|n est plus|plus disponible|beendet|vorbei|abgelaufen|nicht "
  "mehr|zu ende|expiro|"
  "caduco|expirou|expire)",
  NULL,
};

/* The sentence tells of what we sell. */
static const char *const offer_talk[] = {
  "(program|programme|course|coaching|package|membership|plan is|plan runs|plan lasts|plan "
  "includes|plan comes|it runs|"
  "it lasts|it takes|it includes|it comes with|runs for|lasts|lasts for|includes|including|comes "
  "with|you get|youll "
  "get|youd get|you ll get|we meet|we do|we have|we run|we talk|we work|meet "
  "for|lessons|lesson|calls|call is|call each|"
  "sessions|session|classes|each call|every call|each lesson|per week|a week with me|weekly|twice "
  "a week|once a week|"
  "fortnightly|biweekly|monthly call|voice note|voice notes|check in|check "
  "ins|support|modules|intake|cohort|total of)",
  "(programa|curso|dura|incluye|clases|clase|sesiones|sesion|llamadas|llamada|semanas en "
  "total|inclui|aulas|aula|"
  "sessoes|sessao|chamadas|programme|cours|inclut|comprend|seances|seance|appels|programm|kurs|"
  "dauert|beinhaltet|"
  "enthalt|stunden pro|einheiten|sitzungen|gesprache|tienes|por semana|par semaine|pro woche|por "
  "mes)",
  NULL,
};

static const char *const in_person[] = {
  "(in person|face to face|inperson|my studio|my office|my clinic|my gym|our studio|our office|our "
  "clinic|our gym|at my "
  "place|my practice|come to the studio|come to my|come to our|drop by|at the gym "
  "with|meet at the|meet you at "
  "the|i come to you|i come to your|we come to your|visit you|visit your home|home visit|home "
  "visits|at your home|at your "
  "house|on site|onsite|in our classroom|in my classroom|at my house)",
  "!(not|no|never|dont|isnt|rather than|instead of|without|wasnt|arent|cant) "
  "?do|offer|have|an|any|a|about ?in|any (in "
  "person|face to face|studio|home visits|office|clinic|on site)",
  "(presencial|presenciales|en persona|cara a cara|en mi estudio|en mi "
  "consulta|presenciais|pessoalmente na|no meu "
  "estudio|en presentiel|en personne|dans mon cabinet|a mon studio|vor ort|personlich im|in meinem "
  "studio|in meiner "
  "praxis|in prasenz)",
  "!(no|nao|pas|nicht|nada|sin|ne) ?son|es|sao|e|en|de ?en|de "
  "presencial|presenciales|presenciais|persona",
  NULL,
};

/* A time that is somebody's habit, not a meeting of ours. */
static const char *const habit[] = {
  "(bedtime|bed "
  "time|wake|wakes|woke|waking|sleep|sleeps|asleep|dinner|breakfast|lunch|snack|every|usually|your|"
  "hers|his|"
  "routine|nap|naps|school|shift|shifts|work|working|gym|train|training|commute|eat|eats|eating|"
  "hungry|cravings|craving|"
  "midnight|since|until|after|before|nights|mornings|evenings|kids|toddler|he|she|they|dishes|you "
  "said|you mentioned|"
  "screen|worst|hardest|happens|last|ago)",
  NULL,
};

/* An address in words. */
static const char *const spelled[] = {
  "(dot|punto|ponto|punkt|period|full stop) "
  "(com|net|org|io|co|example|test|link|me|shop|store|app|info|biz|site|online|"
  "de|fr|es|br|uk|us|it|eu|ch|at|tv|xyz|page|bio|club|pro|gg|ly|be|dev|ai|edu|page)",
  "(at|arroba|klammeraffe|arobase) "
  "(gmail|hotmail|outlook|yahoo|proton|protonmail|icloud|gmx|web|live|aol|mail)",
  "(https|http|www) ?colon (slash|dot|colon)",
  "(forward slash|colon slash|slash slash|dot com|punto com|ponto com|punkt com|point com|dot "
  "example|dot test|"
  "tinyurl|bitly|dot net|dot org|dot link|dot io)",
  NULL,
};

const AnteCueTable ante_words_call[] = {
  { ANTE_CUE_PAYMENT, payment },     { ANTE_CUE_MESSENGER, messenger },
  { ANTE_CUE_INVITES, invites },     { ANTE_CUE_AGREES, agrees },
  { ANTE_CUE_ENDED, ended },         { ANTE_CUE_OFFER_TALK, offer_talk },
  { ANTE_CUE_IN_PERSON, in_person }, { ANTE_CUE_HABIT, habit },
  { ANTE_CUE_SPELLED, spelled },     { ANTE_CUE_PAYMENT, NULL },
};
