#include "config.h"

#include "rules/guard/ante-guard-cues.h"

/* Any way to pay less. What the playbook lists is let through by the rule, not here. */
static const char *const discount[] = {
  "(secret|special|private|personal|promo|coupon|exclusive|hidden|vip|insider) ?discount (code|"
  "codes|link)",
  "(save|saves) ?up ?about ?to # %|percent $",
  "(save|saves) ?up ?to # %|percent (on|off|when|if|each|with|too|today)",
  "(discount|discounts|discounted|voucher|vouchers|coupon|coupons|promo|rebate|markdown|bogo|"
  "discounting)",
  "(descuento|descuentos|rebaja|rebajado|rebajada|cupon|promocion|oferta "
  "especial|desconto|descontos|cupom|"
  "promocao|remise|reduction|rabais|ristourne|promo|rabatt|rabatte|rabattcode|gutschein|nachlass|"
  "ermassigung|ermassigt|vergunstigt|sonderpreis|rabattiert|preisnachlass)",
  "(#|half|third|quarter|percent|%|fifty|twenty|ten|thirty|something|bit|little|hundred) "
  "?$|€|£|%|percent|"
  "pounds|euros|dollars|bucks|quid|per ?cent ?of ?the ?price (off|reduction|less|cheaper)",
  "!(half|third|quarter|hour|hours|day|days|week|weeks|minutes|bit|#) ?a|an|hour|day|week ?day "
  "(off) ?work "
  "(work|from|school|today|tomorrow|each|a|every|per|the clock)",
  "(a|one) (third|quarter|fifth|tenth|half) off",
  "(take|takes|taking|knock|knocks|knocking|shave|shaves|shaving|cut|cuts|slash|slashing|drop|"
  "bring|get|"
  "give|chop|trim|save|saves) ?you|it|the|price|that ?a|an|another|some|about|up|to|price ?to ?of "
  "?$|€|£ #|"
  "half|something|some|third|few|quarter|bit|percentage|chunk|little "
  "?$|€|£|%|percent|hundred|dollars|bucks|"
  "of|euros|pounds (off|down|with the code|with code|if you|on the|from the)",
  "!(take|taking|get|give|cut|drop|shave|save|bring) ~ (off|down) (work|your plate|your mind|your "
  "shoes|the "
  "couch|your feet|the floor|the weight|your shoulders)",
  "!(save|saves|saving) ~ # (minutes|hours|min|hrs|hour)",
  "(half|reduced|special|lower|better|cheaper|friends|family|insider|mates|student|early "
  "bird|earlybird|"
  "secret|sale|introductory|loyalty|launch|preferential|discounted|promotional|founding|founder|"
  "vip|"
  "beta|old|last years|exclusive|private) ?and ?family ?member "
  "(price|rate|rates|deal|pricing|offer|fee|"
  "tier)",
  "!(what|which|a|no|any|an|find|get|the) ?better|special (deal|offer) ?with ?(breaker|with)",
  "half (price|off|the price|the cost|the fee)",
  "(two|2|buy one|three|3|bring a friend|pay one) ?get|and|pay|train|for ?one|a|for ?the|price|of "
  "?for "
  "(for one|for 1|for two|get one|one free|free of one|pay for one|come free|joins free|friend "
  "free|second "
  "free)",
  "(two|2|three|3|4|four) for (the price of|one|1|two|2)",
  "(price match|match that price|match their price|match the price|match any price|beat that "
  "price|beat their "
  "price|beat any price|match it|match his|match her|match what|match that|matching their|matching "
  "that|beat "
  "it by|undercut)",
  "!match it to|with|your",
  "(make|give|do|offer|get|cut|sort|have|got|can find|work out|throw) ?you ?it ?for|a|an|some|out "
  "?you ?a "
  "?nice|little|special|better|good|sweet|great|small|tiny (deal|cheaper|better price|lower "
  "price|better "
  "rate|special price|price break|break on the price|special rate|less|reduction)",
  "!(make|give|do|get|have|got) ?you|it|a ?big|a (deal) (with|out|of|breaker)",
  "!(do|have|get|make|eat|sleep|got) ?a|for|you ?little|bit less "
  "(than|of|screen|sugar|stress|pressure)",
  "(lower|reduce|cut|drop|reducing|lowering|dropping|waive|waiving|skip|slash|halve|adjust|flex|"
  "negotiate|move "
  "on|bring down|wiggle room on|flexible on|negotiable on) ?you|on|down ?the|our|my|your|that "
  "?full|joining|"
  "setup|registration|enrolment|enrollment|last|first|program "
  "(price|cost|fee|rate|payment|instalment|"
  "installment|prices|fees|pricing)",
  "(price|pricing|fee|cost) ?is ?always|totally|very (negotiable|flexible|not set in stone|not "
  "fixed)",
  "(use|enter|with|apply|type|try|quote|mention|add|here is|heres|special) "
  "?the|my|this|your|a|our|is ?my|"
  "secret|special|friend|personal|private|promo ?code (code) ?word ?_",
  "!(use|enter|with|try|type|the) ?the|your|a|this|my (code|codes) (of|conduct|review|to "
  "open|switching|school)",
  "(cheaper|less) ?price ?just|only ?for (you|u|ya) ?because|today|if",
  "(pay|paying|charge|charging|invoice|bill) ?you|me|us|just|only ?for|you (half|less than|a "
  "fraction|just "
  "half|what you can|whatever you can|only half|only the first|what feels right|one month and "
  "get|later "
  "what)",
  "(gift card|store credit|cashback|cash back|referral bonus|credit towards|credit toward|price "
  "reduction|"
  "scholarship|sliding scale|pay what you)",
  "(on sale|black friday|cyber monday|flash sale|seasonal sale|new year sale|summer sale|price "
  "drop|promo "
  "price|sale price|sale ends|special offer|limited offer|exclusive offer|launch offer|good deal "
  "for you)",
  "(mitad|#|media|un tercio) ?de|por|% ?ciento|por ?ciento ?de|del ?precio (precio|menos|de "
  "descuento|de "
  "rebaja)",
  "(a mitad de|mitad de) precio",
  "(dos|2) por (uno|1)",
  "(mas barato|precio especial|precio de amigo|te lo dejo|te hago|te bajo|bajar|rebajar) "
  "?un|el|a|en|mas|al "
  "(precio|por|en|barato|rebaja|para ti|descuento|#)",
  "(metade do preco|pela metade|mais barato|preco especial|precinho|dois por um|leve dois|faco "
  "por|abaixo o "
  "preco|baixo o preco|precos de amigo|tiro um|abatimento)",
  "(moitie prix|demi tarif|prix d ami|tarif reduit|moins cher|prix special|baisser le prix|deux "
  "pour un|"
  "pour le prix d|geste commercial|je te fais un prix|petit prix)",
  "(halber preis|zum halben|halben preis|gunstiger fur|sonderpreis|freundschaftspreis|prozent "
  "weniger|"
  "billiger|zwei fur eins|zum preis von|preislich entgegen|preis entgegen|preis runter)",
  NULL,
};

/* Something given away. */
static const char *const free_gift[] = {
  "as ?a|my|our|your ?little|small|welcome|extra|special (gift|present|bonus|freebie|welcome "
  "gift|thank you|surprise|treat)",
  "!as a treat (for|on|now|every|sometimes)",
  "(pay|paying|settle) ?me|us|for|it ?it ?only|just|the|rest|everything (once|when|after|as "
  "soon as|until) ?the|your|you|first|we",
  "(free|complimentary|gratis|on the house|on us|on me|no charge|no cost|at no cost|free of "
  "charge|without "
  "charge|zero cost|wont charge|wont cost you|costs nothing|costs you nothing|doesnt cost|for "
  "nothing)",
  "!(no cost|on us|on me) to|in",
  "!(its|thats|this is|drinks are|weighs|lean|depends|hard|easy|tough|going|pressure|count|works) "
  "(on us|on me)",
  "!@weekday|slot|afternoon|calendar|am|pm is|are free",
  "!(feel|feeling|are you|youre|be|im|i am|he is|she "
  "is|set|break|breaking|get|being|when|times|time|days|day|evenings|"
  "evening|mornings|morning|weekends|weekend|hands|hour|hours|minutes|slot|slots|anyone|everyone|"
  "you|if|still|"
  "totally|completely|what|which|usually|both|most|debt|pain|sugar|gluten|dairy|stress|guilt|"
  "alcohol|smoke|"
  "screen|drama|judgement|judgment|worry|care|hassle|nut|lactose|meat|caffeine|headache|nicotine|"
  "fat|allergen|"
  "commitment|obligation|spam|ad|tantrum|shame|pressure|distraction|jargon|symptom|injury|cruelty|"
  "phone|"
  "anxiety|panic|conflict|yelling|your|my|and|oil|wheat|egg|seed|barrier|clutter|plastic|toxin|"
  "fragrance|more|"
  "some|not|run|ran|break|roam) free "
  "?to|on|at|in|of|from|for|tomorrow|next|this|sunday|sundays|then|if|when|"
  "now|time|up|after|before|around",
  "!free "
  "(on|sundays|saturdays|mondays|tuesdays|wednesdays|thursdays|fridays|monday|tuesday|wednesday|"
  "thursday|"
  "friday|saturday|sunday|time|evening|evenings|hour|hours|day|days|moment|tomorrow|from|to|slots|"
  "slot|will|"
  "weekend|weekends|afternoon|mornings|morning|minute|minutes|spirit|up|range|weights|weight|flow|"
  "writing|"
  "speech|speaking|reading|fall|style|play|at|around|tonight|afternoons|space|way|in "
  "the|before|after|of "
  "guilt|of stress|of pain|of sugar|enough|rein|choice|kick|throw|conversation)",
  "(bonus|bonuses|freebie|freebies|giveaway)",
  "!(work|christmas|annual|yearly|got|your|added|nice|big|extra|a real|real|signing|year end) "
  "bonus",
  "(throw|throwing|toss|tossing|chuck|slip|sneak|pop) ?you|me ?in|me ?you "
  "?a|an|some|the|extra|also|another|"
  "two|one|few ?extra|bonus|free|few|more|second "
  "?session|call|lesson|week|month|guide|plan|recipe|weeks|calls|"
  "lessons|sessions|workbook|ebook|book|book|months|journal|pack|course ?in",
  "!(throw|toss|chuck|pop|throwing) ?you|them|it ?all ?in ?the (in "
  "the|oven|pan|bag|bin|freezer|towel)",
  "!(throw|toss|chuck|pop|slip|sneak) ?a|an|some|the|some|in|it ?in ?a ?some ?some "
  "(veg|veggies|vegetables|"
  "fruit|walk|stretch|tantrum|party|ball|toys|note|question|few words|me a|over|by)",
  "(extra|additional|another|added|more|second|bonus|one more|two more|three more|few more|couple "
  "of|couple of "
  "extra|two extra|three extra|an extra|few extra|one extra) ?free|extra|bonus "
  "?coaching|private|whole|full|# "
  "(session|sessions|call|calls|lesson|lessons|month|months|weeks|access|support) "
  "?for|on|at|included|as|"
  "thrown|with|of|just ?as|the|a|no|on|in ?no|us|house|me|gift|free|bonus|thank|treat",
  "!(need|want|needs|wanted|do|doing|takes|took|get|getting|got|had|have|has|what|could|would|give "
  "it|after|"
  "another|for|try|in|squeeze|squeezing) ?an|a|some|me|it|more|one|two|any ?an|a|one|two "
  "?few|couple ?of ?more "
  "?extra|additional|another|added|more|second|bonus ?# "
  "(month|months|weeks|support|session|sessions|call|"
  "lesson|lessons)",
  "(trial|trials|taster|free week|free month|test week|test drive|trial run|try it for a|try it "
  "out for|try the "
  "first|first week free|first month "
  "free|probeabo|probewoche|probemonat|probestunde|schnupperstunde|prueba "
  "gratis|periodo de prueba|semana de prueba|clase de prueba|teste gratis|aula experimental|semana "
  "gratis|"
  "periode d essai|essai gratuit|semaine d essai|cours d essai|mes gratis|mois offert|mois "
  "gratuit)",
  "!trial and error",
  "!(clinical|court|trail|science|drug|vaccine|time|free) (trial|trials) (shows|showed|data|and)",
  "(lifetime|life time|forever|unlimited|indefinite|permanent|life long|lifelong|never ending|for "
  "life) ?free "
  "(access|membership|support|calls|messages|messaging|sessions|updates|lessons|coaching|entry)",
  "(access|support|membership|yours|keep) ?to|it|the|everything ?everything|materials|it "
  "?is|for|the "
  "(forever|for life|for good|for ever|as long as you want|for a lifetime|never "
  "expires|indefinitely)",
  "!(keep|support) ?it|them ?weight ?off (for good|for life)",
  "(pay|paying|start|settle|begin|join|joining) ?me|us|today|now|for ?it|now|and|today|the|first "
  "?and ?only|"
  "later|pay (pay later|later|once you|when you see|after you see|when you|when you can|whenever "
  "you|at the end|"
  "afterwards|after the|after your first|when it suits|only if|only when|nothing until|nothing "
  "now|nothing up|"
  "pay when|in january|next month|next year|after christmas|on payday|when payday|after results)",
  "!(start|begin|join|settle|pay) ?now|today|for|the|it|and|first ?now (when you are|when "
  "youre|whenever "
  "you|when it suits|when you feel|later|later today|next month|in january|next year|once you|when "
  "you|after "
  "christmas|at the end|afterwards) ?attention|feel|are|re|ready|want|like|have|can|a",
  "!pay attention",
  "(no|zero|nothing|0|without) ?$|€|£|any (payment|deposit|upfront|to pay|due|money down|upfront "
  "payment|down "
  "payment|payment upfront|money upfront) ?until|now|today|needed|required|till|for|up",
  "(defer|deferred|postpone|delay|delayed|pause|hold|freeze|extend|push|spread) ?off|back "
  "?the|your|my|a|first|"
  "out ?first|second|next|remaining "
  "(payment|payments|instalment|installment|invoice|deposit|billing|fee|cost)",
  "(ill|i ll|we ll|well|i can|we can|happy to|let me|could|going to|i will) "
  "?also|even|just|always|happily "
  "(gift|gifting|comp|give you a free|give you an extra|add an extra|add a free|include a "
  "free|send you a free|"
  "add two|add a month|add another|extend your|extend the|extend it|give you access|give you an "
  "additional|give "
  "you another|give you two extra|add a bonus|add some extra|include an extra|include extra|add "
  "extra|gift you|"
  "offer you a free|waive)",
  "!(ill|i can|happy to|let me) ?also|just gift ?you ?wrap",
  "(gift|gifts|gifted|gifting|present) (from|for|to|you) (me|you|us|a|an|the) ",
  "!(gift|gifts|present) (for|to|from) (you|me|us|a|an|the) "
  "?(kids|mum|birthday|friend|yourself|husband|wife|"
  "partner|god)",
  "(gratis|gratuito|gratuita|gratuitos|gratuitas|gratuit|gratuite|gratuits|gratuitement|offert|"
  "offerte|offerts|"
  "kostenlos|kostenlose|kostenloses|kostenlosen|kostenfrei|umsonst|geschenkt|de regalo|regalo|te "
  "regalo|de "
  "graca|cortesia|de brinde|brinde|cadeau|als geschenk|sin costo|sin coste|sem custo|sans "
  "frais|geschenk|ohne "
  "kosten|por cuenta de la casa|por nuestra cuenta|por minha conta)",
  "(mes|semana|sesion|clase|mes|aula|sessao|mois|semaine|seance|monat|woche|stunde) ?de "
  "(extra|adicional|mas|"
  "a mais|en plus|supplementaire|zusatzlich|offert|geschenkt|offerte|gratis)",
  "(de por vida|para siempre|acceso ilimitado|vitalicio|acesso vitalicio|para sempre|a vie|acces "
  "illimite|"
  "lebenslang|lebenslangen|unbegrenzten zugang|fur immer)",
  "(pagas despues|pagar despues|pagas cuando|pagar mas tarde|paga depois|pagar depois|pague "
  "quando|pague depois|"
  "payer plus tard|payes plus tard|paierez plus tard|tu paieras|spater zahlen|zahlst spater|zahl "
  "spater|"
  "zahlen sie spater|erst spater bezahlen|zahlst du erst)",
  NULL,
};

static const char *const refund[] = {
  "no questions asked",
  "hassle free (return|refund|cancellation)",
  "(refund|refunds|refunded|refundable|refunding|reimburse|reimbursed|reimbursement|nonrefundable)",
  "(money|cash|deposit|fee|payment|every penny|every cent|all of it|it all|it) ?right|straight "
  "?will|is "
  "?comes|come back ?if|within|guarantee|to|in|no|at",
  "!(get|getting|go|going|come|came|comes|take|takes|call|text|write|bring|bounce|hear|want|put|"
  "gain|gained|"
  "earn|make|pulls|pull) ?it|all|right|straight ?right ?all back ?to|into|on",
  "!it ?all|right|straight ?is|will ?comes|come back ?to|into|in|at|from|down|up|if|within",
  "(reembolso|reembolsos|reembolsar|reembolsamos|reembolsable|devolucion|devolvemos|devuelvo|"
  "devolver el "
  "dinero|devolvere|estorno|estornamos|reembolsavel|remboursement|rembourse|rembourser|"
  "remboursement|"
  "remboursable|remboursons|remboursee|ruckerstattung|erstattung|erstatten|erstatte|"
  "zuruckerstattet|erstattet|"
  "ruckzahlung|geld zuruck|dinheiro de volta|devolvo|devolucao|dinero de vuelta)",
  "(geld) ?dann|wieder|sofort|einfach|komplett zuruck",
  NULL,
};

/* A refund that is being made, whatever the policy. */
static const char *const refund_done[] = {
  "(ill|i ll|we ll|well|i will|we will|ive|i have|weve|we have|im|were|i am|we are|i can|we "
  "can|let me|i just|"
  "happy to|gladly|going to|i|we|already|consider it) ?just|always|happily|"
  "already|now|also|absolutely|of|definitely|totally|going|give|process|issue|send|arrange|approve|"
  "issuing|"
  "processing|approved|processed|issued|sending|sent|full|authorised|authorized|start|started|make|"
  "have ?to|"
  "course ?be ?you|your|the|a|that ?a|your|full|partial ?full|partial|complete "
  "(refund|refunded|refunding|"
  "reimburse|reimbursed|reimbursement|money back|refund you|refund it)",
  "!(ill|i ll|we ll|i will|i can|let me|happy to) ?just|also|definitely|now "
  "?ask|check|pass|explain|send|see|"
  "forward|tell ?you|about|on|the|your ?the|your ?refund (refund) "
  "(question|request|policy|terms|page|"
  "conditions)",
  "!(dont|do not|cant|cannot|no|not|never|wont) ~ refund",
  "refund (is|has been|will be|was|should be) ?now|already|on ?being (approved|on its "
  "way|processed|issued|"
  "coming|sent|there|in your account|with you|way|yours|confirmed|accepted|done)",
  "(te|le|les|os) "
  "(reembolso|devuelvo|reembolsare|devolvere|reembolsamos|devolvemos|reembolsaremos) ",
  "(vou|vamos|ja) ?te|lhe|vos (reembolsar|devolver|estornar|estornei|reembolsei|devolvi)",
  "(je|on|nous) (te|vous) (rembourse|remboursons|rembourserai|rembourserons)",
  "(ich|wir) (erstatte|erstatten|uberweise|zahle|zahlen) (dir|ihnen|euch) ?das|den|alles "
  "?geld|betrag|alles "
  "(zuruck|geld|alles|betrag|sofort|den)",
  NULL,
};

static const char *const urgency[] = {
  "(give|giving|offer|offering|pass|sell|release|releasing) ?away|up ?your|the|this|that (slot|"
  "spot|place|seat|space) ?on ?away ?to (away|to|someone|somebody|on|up|tomorrow|tonight)",
  "(only|just|can only|can just) ?ever ?still take|taking|accept|accepting|work|have|got|fit "
  "?on|in|with|room|space|time ?for ?one|two|three|#|a ?more|few|last|couple|single|handful "
  "?more ?of (more|few|handful|couple|client|clients|couples|people|families|students|person|"
  "this|last|learners|women)",
  "!(only|just) take ?a|few (few|couple) (minutes|days|weeks|seconds|months|hours|questions|"
  "steps)",
  "(only|just|last|few|final|one|two|three|four|five|six|#|couple|handful|remaining|single|limited|"
  "couple ?of|almost) ?more|of|left|# ?a|few|couple|remaining|open|single|handful|available|more "
  "?of|few "
  "(spot|spots|place|places|seat|seats|slot|slots|space|spaces|spaces) ?is|are|still ?now "
  "(left|remaining|"
  "available|open|remain|going|gone|to go|in|for|this|before|at|until|on|now)",
  "(only|just|last|final) ?a|one|the|two|three|four|five|#|few|my|our "
  "?few|couple|last|more|of|remaining ?of "
  "(spot|spots|place|places|seat|seats|spaces|slot|slots|opening|openings|vacancy)",
  "(limited|last|few|remaining|final) "
  "(spots|spot|places|seats|spaces|availability|slots|openings|time offer|"
  "time only|time deal|number of)",
  "!last (place|spot|slot) (you|i|we|where|in|on the shelf)",
  "(spot|spots|place|places|seat|seats|space|spaces|slots|cohort|intake|program|group|class|"
  "calendar|its|were|we "
  "are|doors|enrollment|enrolment|registration) ?is|are|s|for|this|next "
  "?almost|nearly|about|month|filling|going "
  "?will ?to ?be ?almost (full|gone|filling|filling up|fill up|fills|going fast|sell out|sold "
  "out|selling out|"
  "close|closing|closes|closed tonight|go fast|booked out|running out|run "
  "out|disappearing|disappear|snapped up|"
  "limited|filling fast|going quickly|shut|taken soon)",
  "!(is|are|my|your|our|the) ?your|my ?calendar|plate|fridge ?is "
  "?almost|nearly|so|too|always|already (full) "
  "?of|with|on|and",
  "!(place|places|space|group|class|spot|slot) ?is ?too|so|very|close|closed ?to "
  "(close|closed|full) ?to|by|of|"
  "on|enough",
  "(hurry|act now|act fast|last chance|final chance|last call|final call|dont miss out|dont miss "
  "this|now or "
  "never|before its too late|running out|clock is ticking|time is running|while you can|while "
  "stocks|while "
  "places last|while spots last|grab it now|wont last|going going|decide now|decide today|decide "
  "fast|think "
  "fast|be quick|ends soon|expires soon|expires tonight|expires today|ending soon|closing "
  "soon|closes soon|"
  "sign up now before|book now before|book before its|before its gone|before theyre gone|before "
  "they are gone|"
  "before someone else|before i give it|give it away|give your spot|give your place|give the "
  "spot|first come "
  "first served|first come)",
  "!(no|dont|not|without|never|any|need to|wont|in a|rush or|zero) ?to|need|rush|a|any ?to|need "
  "?or hurry",
  "!(running out|time is running|run out) ?of (steam|ideas|energy|milk|patience|words|time "
  "to|breath|time in|"
  "hours|time|food|snacks)",
  "!(be quick|decide today|decide now|hurry) ?to ?judge",
  "(today|tonight|this week|this month|now|24 hours|48 hours|the next hour|midnight|this "
  "weekend|next 24|next 48|"
  "few hours|next few hours) (only|left|to decide|to claim|to join|to grab|to lock|before)",
  "(offer|deal|price|discount|code|enrollment|enrolment|registration|bonus|rate|cart|sale|it|this|"
  "that|place|"
  "places|spot|window|link) ?only|price|is|will|just|also ?only ?be "
  "(ends|end|expires|expire|closes|valid "
  "until|valid till|good until|gone|good for|closing|disappears|lasts|valid for|ends at|runs "
  "out|stops|only "
  "valid|open until|off the table|over) ?in|by|on|at|until|after|till|for|within ?the ?next "
  "(tonight|today|"
  "tomorrow|midnight|soon|sunday|monday|friday|saturday|thursday|wednesday|tuesday|hours|#|the|"
  "this|24|48|that|"
  "noon|minutes|an hour|one hour|few hours|table)",
  "(price|prices|rate|cost|fee|rates|it) ?is|are|will|s ?only ?about ?going ?to ?be (goes up|go "
  "up|going up|rise|"
  "rises|rising|increase|increases|increasing|doubles|double|jumps|jump|goes back "
  "up|higher|raised|climbing|"
  "climbs) ?by|to|in|on|after|from|next|tomorrow|tonight|soon|this|again|at",
  "!(heart|blood|sugar|energy|weight|rates|it|confidence) ?rate|pressure|sugar|is|will (goes "
  "up|rise|rises|"
  "increase|go up|going up|doubles|increases)",
  "(raise|raising|increase|increasing|doubling|putting up|bumping) ?up ?my|our|the "
  "(price|prices|rates|rate|fees|"
  "fee) ?soon|tomorrow|next|on|after",
  "(someone|somebody|people|others|three|two|four|five|several|many|other|another|#|lots|plenty|"
  "tons|queue|"
  "waitlist|waiting list|list) "
  "?else|more|of|people|other|leads|families|moms|parents|women|just|parent|person|"
  "learners ?people|parents|is|are ?also|already|is|are ?currently (waiting|ready to "
  "take|interested in your|"
  "want your|asking for your|wants your|asking about your|in line|lined up|looking at your|ahead "
  "of you|about "
  "to take|after your|eyeing|fighting for|is growing|in the queue|queuing|want this|wants this) "
  "?for|on|your|"
  "this|that|behind",
  "!(how|what|do) ~ (people|others|many) waiting",
  "!(waiting) (for|on) (dinner|food|you at|the bus|him|her|them|results|your call)",
  "(waitlist|waiting list) ?is|gets|of ?already ?over ?# ?is "
  "(growing|long|full|huge|people|moms|#|massive)",
  "(hold|holding|save|saving|keep|keeping|reserve|reserved|lock|locked) ?in "
  "?your|the|a|this|that|it|my "
  "?last|final (spot|place|seat|slot|space|spot for|price|rate) ?for|until|till|you|in "
  "?you|until|till|#|only|"
  "long|now",
  "!(hold|keep|save) ?your|the|a|this (place|space|seat) ?to|clean|tidy|for (yourself|dinner)",
  "(selling|sold|sells|sell|filling|fills|booking|book|filled|booked) (out|up fast|fast|up "
  "quickly|up soon|out "
  "fast|out soon|quickly|up quick|up in|out in|out every)",
  "!(sold|sell|selling|book|booked|booking) out ?a ?(call|of)",
  "(doors|cart|enrollment|enrolment|registration|applications|sign ups|signups|intake|booking) "
  "?window ?is|are|"
  "will|for ?this ?intake|month (close|closes|closing|shut|shuts|ends|end) ",
  "(deadline|cutoff|cut off) ?to|for ?join|sign|book|enrol|enroll|up|apply|this ?up ?is|for "
  "(is|to|tonight|"
  "tomorrow|friday|sunday|midnight|today)",
  "!(your|the|visa|exam|work|goal|wedding|own|that|a|any|my|what|school|project|application|tax) "
  "deadline",
  "(wont|will not|never) ?be ?get|see|offer ?open|this|available|offered|happen|run|repeat "
  "?chance|price|again|"
  "offer|deal (again|repeated|this again|at this price|this price again|this chance again|another "
  "chance|this "
  "year again|until next year)",
  "!(wont|will not|never) ?be|get|see|happen ?open|this (again) ?(yell|struggle|if)",
  "(if you|unless you|join|book|sign|start|pay|commit|reply|decide|enrol|enroll|register|confirm) "
  "?up|in ?dont ?"
  "book|join|sign|decide|act|reply|confirm ?up|now|today (by midnight|before midnight|by "
  "tonight|in the next "
  "hour|within 24|within the hour|within the next|in the next 24|in the next # hours|right now "
  "or|today or|now "
  "or|by tomorrow or|before tonight|tonight or)",
  "(quedan|queda) ?solo|ya|solamente|muy|apenas|pocas ?solo "
  "?pocas|#|dos|tres|una|cuatro|cinco|un|pocos|ultimas "
  "(plazas|plaza|lugares|cupos|cupo|lugar|plaza|sitios|sitio|horas)",
  "(solo|solamente|unicamente|apenas) ?quedan ?queda|me ?por|quedan|hay "
  "?dos|tres|una|#|pocas|cuatro|hoy (plazas|"
  "plaza|lugares|cupos|hoy|cupo|esta semana|lugar|sitios|por hoy)",
  "(ultimas|ultima|ultimos|ultimo) "
  "(plazas|plaza|lugares|cupos|oportunidad|dia|lugar|horas|cupo|dias)",
  "(date prisa|apresurate|no te lo pierdas|antes de que se|antes de que suba|se acaban|se acaba|se "
  "agotan|sube "
  "el precio|subira el precio|el precio sube|termina hoy|acaba hoy|hasta medianoche|hoy es el "
  "ultimo|se llenan|"
  "se llena|vuelan las plazas|caduca hoy)",
  "(restam|resta|sobraram|so tem|ultimas|ultima|so restam|so temos|poucas) ?so|apenas|mais "
  "?#|duas|tres|uma|"
  "poucas (vagas|vaga|lugares|chance|horas)",
  "(corre que|nao perca|ultima chance|acaba hoje|termina hoje|antes que acabe|antes que suba|preco "
  "vai subir|o "
  "preco sobe|ate meia noite|vagas limitadas|esta acabando|esgotando|so hoje|somente hoje|garanta "
  "sua vaga "
  "antes)",
  "(reste|restent|plus que|dernieres|derniere|il ne reste) ?que|plus|seulement|n|encore ?que "
  "?#|deux|trois|une|"
  "quelques (places|place|chance|jours|heures|creneaux)",
  "(depeche|depechez|vite avant|ne ratez pas|ne rate pas|avant qu il|avant minuit|se termine ce "
  "soir|se remplit "
  "vite|prix augmente|prix va augmenter|aujourd hui seulement|uniquement aujourd|expire ce soir|ca "
  "part vite|"
  "avant la hausse|ce soir seulement)",
  "(nur noch|letzte|letzten|noch genau|wenige|bloss noch) ?noch "
  "?#|zwei|drei|einen|ein|eine|wenige|vier|freie "
  "?freie (platze|platz|chance|plate|stunden|tage|restplatze)",
  "(beeil|beeile|schnell sein|nur heute|endet heute|lauft heute ab|bevor es zu spat|preis "
  "steigt|preise steigen|"
  "wird teurer|bis mitternacht|fast ausgebucht|schnell weg|begrenzte platze|heute noch "
  "entscheiden|platze gehen "
  "schnell|ausverkauft|lauft ab)",
  NULL,
};

const AnteCueTable ante_words_gift[] = {
  { ANTE_CUE_DISCOUNT, discount },       { ANTE_CUE_FREE, free_gift },  { ANTE_CUE_REFUND, refund },
  { ANTE_CUE_REFUND_DONE, refund_done }, { ANTE_CUE_URGENCY, urgency }, { ANTE_CUE_DISCOUNT, NULL },
};
