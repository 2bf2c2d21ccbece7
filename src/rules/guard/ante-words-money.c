#include "config.h"

#include "rules/guard/ante-guard-cues.h"

/* The lead asks what it costs. */
static const char *const asks_price[] = {
  "(how much|price|prices|pricing|cost|costs|fee|fees|rate|rates|the "
  "damage|ballpark|investment|charge|"
  "tuition|quote|per month|a month|afford|expensive|cheap|cheaper|budget|discount)",
  "how|what ?do|does|much ?is|you ?it (charge|cost|pay)",
  "(cuanto|precio|precios|cuesta|vale|costo|coste|tarifa|quanto|preco|precos|custa|valor|combien|"
  "prix|"
  "coute|tarif|tarifs|kostet|kosten|preis|preise|teuer|caro|cher)",
  NULL,
};

/* The lead names a figure for what we sell: to agree to it is to state it. */
static const char *const proposes[] = {
  "(can|could|would|will|can|may) (you|u|we|i) ?maybe|just|please|possibly "
  "?do|take|accept|make|pay|go|give|"
  "get|have|offer|settle|agree|knock|lower|drop|say|meet ?it|me|us|that|this|for|to|at ?down "
  "?for|to|at ?"
  "me ?like ?the ?program ?for ?$|€|£ #",
  "(can|could|would|will) (you|u|we|i) ~ ~ (for|at|to|is) ?$|€|£ #",
  "(is|so|its|it|thats|that|confirm) ?it|its|is|that|the|price|program|just|still|really|total "
  "?is|price|"
  "program|only|still|about|around ?$|€|£ # ?$|€|£|dollars|euros|pounds|bucks|usd|eur|gbp "
  "(right|correct|"
  "yes|then|total|ok|okay|deal|or|no|isnt|per|a|for)",
  "(is it|so its|does it cost|is the price|does the program cost|its|it costs|costs|price is|the "
  "price was|"
  "so|total of|ad said|site said|saw|read|page says|website says|story said|post "
  "said|heard|someone said|"
  "friend said|told me|was told|you said|you told me|you quoted) "
  "?it|its|was|is|about|around|just|only|for|"
  "like|still|the|price|costs|cost|program ?it|its|was|is|costs ?$|€|£ #",
  "(how about|what about|deal at|ill give you|i ll give you|i can pay|ill pay|id pay|i could pay|i "
  "would pay|"
  "i can do|i could do|i can give|happy to pay|willing to pay|offer you|my offer is|meet at|lets "
  "say|say|"
  "call it|ill do|best i can do is|max i can pay is|for|take) "
  "?you|about|around|like|maximum|max|exactly "
  "?$|€|£ # ?$|€|£|dollars|euros|pounds|bucks|usd|eur|gbp "
  "?now|today|cash|upfront|total|instead|flat|per|a "
  "?month|and ?and ?deal|ok|okay|we|im|i|is",
  "# ?$|€|£|dollars|euros|pounds|bucks|usd|eur|gbp ?and ?we|i ?have ?a (deal|works for you|and im "
  "in|and we|"
  "and i sign|cash today|final offer|take it)",
  "(puedes|podrias|me lo dejas|lo dejas|me haces|seria|son|cuesta|sale|vale|te doy|te "
  "pago|pagaria|puedo "
  "pagar|me dejas) ?hacer|dejar|en|por|a|el|programa|precio|los ?en|por|a ?los ?€|$ #",
  "(consegue|pode|faz|fica|sai|seria|custa|e|te pago|pago|posso pagar|fecha|fechamos) "
  "?fazer|por|em|so|a|"
  "isso ?por|em ?r ?$|€ #",
  "(pouvez vous|peux tu|c est|ca fait|ca coute|je peux payer|je paie|d accord pour|on dit|va pour) "
  "?faire|a|"
  "pour|bien|donc ?a|pour ?€|$ #",
  "(geht|kannst du|konnen sie|ist es|sind es|kostet es|kostet das|ich zahle|ich kann|wie ware es "
  "mit|sagen "
  "wir|macht ihr|machst du) ?auch|fur|mit|das|es|mir ?fur|mit ?€|$ #",
  NULL,
};

/* The lead's own money: what they spend, earn, have, lost, or paid to others. */
static const char *const spends[] = {
  "(my|our) ?own|current|usual (price|prices|rates|rate|fee|fees|hourly|package|packages|offer|"
  "salary)",
  "(i|we|ive|im|id|weve|my|our|me|us) "
  "?have|was|already|just|currently|already|only|usually|actually|still|"
  "now|am|been|got|basically|probably ?been "
  "(spend|spent|spending|paid|pay|paying|earn|make|making|earning|"
  "bring "
  "in|lost|wasted|blew|dropped|owe|owed|save|saved|saving|budget|income|salary|revenue|rent|"
  "mortgage|"
  "debt|debts|savings|bill|bills|invest|invested|charge|bill|sell|sold|gross|net|made|earned|"
  "groceries|gym|"
  "wage|wages|bought|get paid|take home|mrr|sales|food|shopping|weekly|burned|burnt|sank|took "
  "out|loan|cost "
  "me|costs me|costing me|allowance|pension|bonus|turnover)",
  "(charged|charges|charging|quoted|cost|costs|costing|asked|wanted|asks|wants) (me|us|him|her|my)",
  "(other|another|last|previous|old|different|local|my|a|her|his|friends) ?online "
  "(coach|trainer|tutor|"
  "course|app|program|teacher|nutritionist|gym|agency|therapist|school|class) "
  "?i|who|that|she|he|here|"
  "before ?only|just|had|used ?was|is|has|also "
  "(charged|charges|costs|cost|quoted|asked|wanted|wants|is|was|"
  "takes|asks|offers|offered|for)",
  "(spend|spent|spending|wasted|paid|paying|lost|earning|saving|owe|owing) "
  "?about|around|over|like|almost|"
  "nearly|at|least|roughly|another ?$|€|£ #",
  "(gasto|gaste|pago|pague|gano|debo|ahorro|perdi|ingreso|mi "
  "presupuesto|cobro|facturo|gastei|paguei|ganho|"
  "devo|faturo|meu orcamento|je gagne|je depense|j ai paye|j ai depense|je dois|mon budget|ich "
  "verdiene|"
  "ich gebe|bezahlt|ausgegeben|mein budget|ich zahle|verdiene|gastamos|pagamos)",
  NULL,
};

/* The sentence is about what something costs. */
static const char *const price_word[] = {
  "(price|priced|prices|pricing|cost|costs|fee|fees|rate|investment|invest|charge|payment|payments|"
  "instalment|"
  "instalments|installment|installments|upfront|deposit|total|pay|pays|monthly|price "
  "tag|tuition|comes to|"
  "goes for|runs you|sets you back|dollars|euros|bucks|quid|afford|enrol|enroll|starts at|starting "
  "at|"
  "starting from)",
  "(precio|cuesta|cuestan|vale|pago|pagos|cuotas|cuota|plazos|inversion|preco|custa|parcelas|"
  "parcela|"
  "pagamento|investimento|vezes|prix|coute|tarif|mensualites|mensualite|paiement|paiements|"
  "versements|preis|"
  "kostet|kosten|raten|rate|zahlung|zahlungen|zahlst|euro|reais|libras)",
  NULL,
};

/* No figure, and a price all the same. */
static const char *const price_hint[] = {
  "what ?a|most ?youd|you|people|others|most|many ?would|d|usually|typically|normally pay|"
  "spend (for|on) ?a|an|one|your",
  "(less|cheaper|more|under|below|over|around|about|roughly|just|only|not|same) ?than|as|the|much "
  "?the ?price|"
  "cost ?of ?than ?a|an|one|your|as (coffee|latte|takeaway|netflix|grand|dinner out|gym "
  "membership|cappuccino|"
  "monthly gym|pair of shoes|night out|car payment|personal trainer|weekend away|private "
  "lesson|holiday|meal "
  "out|haircut|pizza|phone bill|cup of coffee|daily coffee|day on coffee|cost of "
  "a|thousand|hundred|couple of "
  "hundred|therapist|nanny|tutor|school trip|family dinner|new phone)",
  "!(less|more|about|around|over|under|below|not) ?than ?as ?much ?a (coffee|latte|takeaway) "
  "(and|with|habit|"
  "person|before|after|at|drinks)",
  "(price|cost|costs|priced|worth) of ?about ?a ?one ?your ?daily "
  "(coffee|latte|takeaway|netflix|pizza|dinner|"
  "cappuccino|gym)",
  "(coffee|latte|cappuccino|netflix|takeaway|pizza) (a|per|each|every) (day|week|month)",
  "!(drink|drinking|had|have|love|cut|skip|make|order|ordering) ?my|a|the|one|two|# (coffee|latte|"
  "cappuccino|takeaway|pizza) (a|per|each|every)",
  "(three|four|two|low|mid|high|single|double) ?three|four|two figures|figure",
  "!(two|three|four|five|six|seven) figure|figures "
  "(business|income|month|months|year|launch|revenue|sales|"
  "coach|earner)",
  "(under|below|less than|over|above|more than|around|about|just under|just over|well under|close "
  "to|north of|"
  "not even|half|a bit under|a little over|less) ?a|one|two|the|than ?few|couple|couple ?of "
  "(grand|thousand|k "
  "mark|hundred|hundreds|four figures|three figures)",
  "(low|mid|high|somewhere in the|in the) "
  "?low|mid|high|two|three|four|five|six|seven|eight|nine|few "
  "(hundreds|thousands)",
  "(very|super|really|quite|pretty|more|surprisingly|extremely|totally|it is|its|one of the "
  "most|most) "
  "(affordable|inexpensive|reasonably priced|cheap)",
  "(cheaper|less expensive|more affordable|costs less|pay less|lower price|half the price|fraction "
  "of) ?than|of "
  "?what|the|most|other|any|a|your|you ?price|coaches|others|therapists|think|gyms",
  "(a|few|couple of|some) hundred (dollars|pounds|euros|bucks|quid|$|€|£)",
  "(menos|mas) ?barato (de lo que|que) ?cuesta ?un|una (cafe|gimnasio|cena|pizza)",
  "menos (do|de) que um|uma (cafe|pizza|academia|jantar)",
  "moins (cher|d|de) ?qu|qu ?un|une (cafe|pizza|abonnement)",
  "(weniger|gunstiger) als ?ein|eine|dein (kaffee|pizza|fitnessstudio|abendessen)",
  "(menos de|unter|moins de) (mil|tausend|mille)",
  NULL,
};

/* The sentence is about the lead's money, not about ours. */
static const char *const lead_money[] = {
  "(you|youve|you "
  "have|youre|your|they|them|he|she|people|most|others|someone|somebody|that|their|his|her) "
  "?already|just|only|said|currently|really|been|are|have|all|both|also|still|probably|even|had|"
  "were|could "
  "?been "
  "(spend|spent|spending|earn|earned|earning|make|makes|making|lost|wasted|owe|save|saved|saving|"
  "budget|"
  "income|salary|revenue|rent|mortgage|debt|savings|bills|bill|mentioned|paid|quoted|charged|"
  "charges|sold|"
  "sell|told|named|wrote|said|app|gym|groceries|takeaway|food|blew|dropped|invested|figure|target|"
  "goal|lose|"
  "losing|bring|turnover|sales|mrr|asked)",
  "(a "
  "lot|plenty|fair|tidy|big|huge|serious|hefty|painful|ouch|steep|heavy|wild|expensive|rough|tough|"
  "frustrating|adds up|stings|hurts|wasted|down the drain)",
  "(where|what|which) ?does|did|do|part|of ?that|the|your ~ (go|goes|going|went|spent|made you "
  "stop|stopped|"
  "happened|left|come from|feel)",
  "(gastas|gastaste|pagas|pagaste|ganas|ingresos|tu "
  "presupuesto|perdiste|dijiste|gasta|gastou|ganha|seu "
  "orcamento|pagou|perdeu|disse|depenses|depense|gagnes|votre budget|ton budget|avez paye|as "
  "paye|as depense|"
  "perdu|verdienst|ausgibst|ausgegeben|dein budget|bezahlt hast|gezahlt|gesagt|mencionaste)",
  NULL,
};

/* A figure of the lead's is taken as the price. */
static const char *const accepts[] = {
  "(works|deal|agreed|sold|accepted|accept) ?for|with ?me|us|you",
  "!(what|how|which|whatever|it|that|this|nothing|who|really|actually|one|thing|anything|plan|"
  "routine) ?that|"
  "never|best|really|actually ?for ?you works",
  "!(big|great|good|not a big|no big|the real|real) deal",
  "!deal with|breaker",
  "(can|could|will|happy to|lets|let us|ill|i ll|we ll|well|going to|gonna|we can|i can) "
  "?definitely|totally|"
  "absolutely|make|also|just (do|go with|go "
  "for|take|accept|match|make|meet|honor|honour|lock|set|work with) "
  "?it|you|that|this|in|at|to|for",
  "(that|it|which) ?is|s|would|will ?be (fine|enough|ok|okay|perfect|good|covers|correct|right|the "
  "price|our "
  "price|exactly|all you need|all it takes|doable)",
  "(yes|yep|yeah|correct|exactly|right|sure|absolutely|of "
  "course|ok|okay|perfect|great|done|fine|spot on|"
  "confirmed|indeed) ",
  "(covers|gets|buys|secures|books) (it|you|the|your|everything|a)",
  "(enough|fits|plenty) (for|to) (the|our|join|start|this|it|get)",
  "(thats|that is) (right|correct|fine|it|exactly|doable|perfect|ok|okay|the price)",
  "^ (yes|yep|yeah|sure|deal|ok|okay|of "
  "course|absolutely|done|agreed|perfect|correct|exactly|right|si|claro|"
  "vale|hecho|sim|fechado|combinado|oui|d accord|bien "
  "sur|parfait|ja|klar|gerne|einverstanden|abgemacht|"
  "genau|perfecto|trato|exacto|isso|certo|exactement|stimmt|passt)",
  "(trato hecho|me parece bien|lo dejamos en|te lo dejo|de acuerdo|fechado|pode ser|fica por|on "
  "fait comme ca|"
  "marche conclu|ca marche|das passt|abgemacht|einverstanden|das geht|machen wir)",
  NULL,
};

const AnteCueTable ante_words_money[] = {
  { ANTE_CUE_ASKS_PRICE, asks_price }, { ANTE_CUE_PROPOSES, proposes },
  { ANTE_CUE_SPENDS, spends },         { ANTE_CUE_PRICE_WORD, price_word },
  { ANTE_CUE_PRICE_HINT, price_hint }, { ANTE_CUE_LEAD_MONEY, lead_money },
  { ANTE_CUE_ACCEPTS, accepts },       { ANTE_CUE_ASKS_PRICE, NULL },
};
