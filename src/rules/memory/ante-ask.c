#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-amount.h"
#include "rules/memory/ante-reading.h"

/* A line without a question mark asks only if it is as short as "budget". */
#define SHORT_QUESTION 3
/* A bare number from this on is a price, and a question of so few words offers it. */
#define LEAST_PRICE 20
#define SHORT_OFFER 6

/* The first that fits wins: what is narrow stands before what is wide. */
static const AntePhrase asks[] = {
  { EN, "would|do|could you want|like a plan|programme|program", ANTE_ASK_YES_NO },
  { EN, "know before", ANTE_ASK_YES_NO },

  { EN, "budget|invest|investing|investment|afford", ANTE_ASK_BUDGET },
  { EN, "set|put|setting|putting something|anything|some|money ?money aside", ANTE_ASK_BUDGET },
  { EN, "set|put|setting|putting aside", ANTE_ASK_BUDGET },
  { EN, "money|cost|price wise", ANTE_ASK_BUDGET },
  { EN, "price range", ANTE_ASK_BUDGET },
  { EN, "^ ?and ?so ?what ?about ?the money|price|cost|payment $", ANTE_ASK_BUDGET },
  { EN, "and|how about money|price|cost", ANTE_ASK_BUDGET },
  { EN, "put ~ into|towards|toward", ANTE_ASK_BUDGET },
  { EN, "could you put ?in", ANTE_ASK_BUDGET },
  { EN, "would|could|can|will|to|you|happy ~ spend|pay|paying|spending", ANTE_ASK_BUDGET },
  { EN, "how much ~ spend|pay|put", ANTE_ASK_BUDGET },
  { EN, "number|figure in mind", ANTE_ASK_BUDGET },
  { EN,
    "# ?euros|dollars|pounds|bucks|quid a|per|each month|session|week ~ "
    "work|ok|okay|something|realistic|doable|possible|manage|fine",
    ANTE_ASK_BUDGET },
  { EN, "worth to you", ANTE_ASK_BUDGET },
  { EN, "put ~ money|cash|something in|towards", ANTE_ASK_BUDGET },
  { EN, "budget|money|price|cash wise", ANTE_ASK_BUDGET },
  { EN, "money|cash ~ set|put|aside|for|there|available", ANTE_ASK_BUDGET },
  { EN, "an|any|some|the amount|sum|figure ~ for", ANTE_ASK_BUDGET },
  { EN, "^ ?and|so|ok money|price|cost $", ANTE_ASK_BUDGET },
  { EN, "your|the ceiling|limit|maximum|max ~ month|this|money $", ANTE_ASK_BUDGET },
  { EN, "what|how ~ manage|spare a|per|each|every month", ANTE_ASK_BUDGET },
  { EN,
    "what|which price|amount|sum|number|figure ~ feels|feel|work|works|comfortable|realistic|ok",
    ANTE_ASK_BUDGET },
  { EN, "pay for", ANTE_ASK_BUDGET },
  { EN, "would|could|can you pay|spend", ANTE_ASK_BUDGET },
  { EN, "what ~ comfortable ~ month|week|session", ANTE_ASK_BUDGET },
  { EN, "# ?euros|dollars|pounds|bucks a|per month|week|session", ANTE_ASK_BUDGET },
  { EN, "financially|affordable", ANTE_ASK_BUDGET },
  { EN, "is there ~ money|budget", ANTE_ASK_BUDGET },
  { EN, "what|roughly|about ~ per|a month $", ANTE_ASK_BUDGET },
  { EN, "what|how ~ ok|okay|right|possible|fair|comfortable|good ~ per|a|each month|session|week",
    ANTE_ASK_BUDGET },
  { ES, "cuanto tiempo", ANTE_ASK_TIME },
  { ES, "tienes|tendrias ~ tiempo|hora|horas", ANTE_ASK_TIME },
  { ES, "cuanto ~ poner|puedes|podrias|destinar", ANTE_ASK_BUDGET },
  { ES, "y de dinero", ANTE_ASK_BUDGET },
  { ES,
    "presupuesto|invertir|pagarlo|permitirte|invertirias|pagar|pagarias|gastar|gastarias|dinero",
    ANTE_ASK_BUDGET },
  { PT, "quanto tempo", ANTE_ASK_TIME },
  { PT, "tens|tem|teria|terias ~ tempo|hora|horas", ANTE_ASK_TIME },
  { PT, "quanto ~ podes|pode|poderia|consegue", ANTE_ASK_BUDGET },
  { PT, "valor ~ mes|mensal", ANTE_ASK_BUDGET },
  { PT,
    "orcamento|investir|investirias|pagarias|investiria|pagar|pagaria|gastar|dinheiro|investimento",
    ANTE_ASK_BUDGET },
  { FR, "budget|investir|payer|depenser|investiriez", ANTE_ASK_BUDGET },
  { FR, "combien ~ fois|heures|jours|temps|seances", ANTE_ASK_TIME },
  { FR, "combien ~ mettre|pouvez|pourriez|investir", ANTE_ASK_BUDGET },
  { FR, "cote|niveau argent|prix|budget|financier", ANTE_ASK_BUDGET },
  { DE, "wie viele|viel ~ stunden|tage|zeit|male", ANTE_ASK_TIME },
  { DE, "wie viel|viele ~ geld|euro|monatlich|konntest", ANTE_ASK_BUDGET },
  { DE, "dir|ihnen ~ wert", ANTE_ASK_BUDGET },
  { DE, "auszugeben|ausgibst|ausgebt", ANTE_ASK_BUDGET },
  { DE, "budget|investieren|investierst|ausgeben|bezahlen|zahlen|leisten|kosten", ANTE_ASK_BUDGET },

  { EN, "how often", ANTE_ASK_TIME },
  { EN, "how much time", ANTE_ASK_TIME },
  { EN,
    "how much do|can|could you "
    "play|practise|practice|train|run|ride|climb|study|sing|write|paint|swim|lift|rehearse|"
    "exercise",
    ANTE_ASK_TIME },
  { EN, "how many ~ days|hours|sessions|mornings|evenings|times|nights", ANTE_ASK_TIME },
  { EN, "how many ~ a|per week", ANTE_ASK_TIME },
  { EN, "hour|hours|call|calls|session|sessions|it|this ~ a|per|every|each|once week",
    ANTE_ASK_TIME },
  { EN, "weekly", ANTE_ASK_TIME },
  { EN, "how|what much|long|time ~ give|spare|practise|practice|train|commit", ANTE_ASK_TIME },
  { EN, "days|hours|time ~ can|could you ~ give|train|do|make", ANTE_ASK_TIME },
  { EN, "do|have|find|make|got you|time|an ?an hour|time|evening", ANTE_ASK_TIME },
  { EN, "make|find|have|got time", ANTE_ASK_TIME },
  { EN, "which|what slots|times ~ you", ANTE_ASK_TIME },
  { EN, "when ~ would|could|can you ~ practise|practice|train|do|study|fit", ANTE_ASK_TIME },
  { ES, "cuantos dias", ANTE_ASK_TIME },
  { ES, "cuantas horas|veces|sesiones", ANTE_ASK_TIME },
  { ES, "cuanto tiempo", ANTE_ASK_TIME },
  { ES, "hora ~ semana", ANTE_ASK_TIME },
  { PT, "quantos dias", ANTE_ASK_TIME },
  { PT, "quantas horas|vezes|sessoes", ANTE_ASK_TIME },
  { PT, "quanto tempo", ANTE_ASK_TIME },
  { PT, "hora ~ semana", ANTE_ASK_TIME },
  { FR, "combien ~ heures|jours|fois|temps|seances", ANTE_ASK_TIME },
  { FR, "heure ~ semaine", ANTE_ASK_TIME },
  { DE, "wie oft", ANTE_ASK_TIME },
  { DE, "wie viele|viel ~ stunden|tage|zeit", ANTE_ASK_TIME },
  { DE, "stunde ~ woche", ANTE_ASK_TIME },

  { EN, "^ ?and|so|ok when do|would|will|could|can you ~ start|begin|have|be|need", ANTE_ASK_WHEN },
  { EN, "who|what|where ~ want|like ~ talk|speak|say|chat|tell", ANTE_ASK_GOAL },
  { EN, "shall|should|can|may|could i|we ~ send|talk|book|schedule|set|speak|jump|hop",
    ANTE_ASK_CALL },
  { EN, "want|like ~ link|form|call|chat|slot", ANTE_ASK_CALL },
  { EN, "want|like|ready to talk|chat|speak|book|hop|jump", ANTE_ASK_CALL },
  { EN, "want me to send", ANTE_ASK_CALL },
  { EN, "^ ?the ?a ?booking link|call|times|slots|chat $", ANTE_ASK_CALL },
  { EN, "book|grab|pick|find|schedule ~ call|time|slot|spot", ANTE_ASK_CALL },
  { EN, "up|down|open|free|time|hop|jump|get|have ~ call|chat", ANTE_ASK_CALL },
  { EN, "could|can|would you do ~ call|chat", ANTE_ASK_CALL },
  { EN, "talk|speak|call|chat on|this|next|tomorrow", ANTE_ASK_CALL },
  { EN, "does ~ @weekday", ANTE_ASK_CALL },
  { EN, "how about|is @weekday", ANTE_ASK_CALL },
  { EN, "ready to start|go", ANTE_ASK_CALL },
  { EN, "bring|join ~ to|on the call", ANTE_ASK_CALL },
  { EN, "call|talk ?this ?next @weekday|week|tomorrow", ANTE_ASK_CALL },
  { EN, "i have|ve ?a ?slot ?free @weekday", ANTE_ASK_CALL },
  { EN, "ready|want ~ to ~ sign|start|begin", ANTE_ASK_CALL },
  { ES, "te mando|envio|paso|dejo", ANTE_ASK_CALL },
  { ES, "agendamos|reservamos|hablamos|llamada|enlace|link", ANTE_ASK_CALL },
  { PT, "te mando|envio|passo", ANTE_ASK_CALL },
  { PT, "marcamos|agendamos|mando|envio|link|conversamos|ligacao|chamada", ANTE_ASK_CALL },
  { FR, "envoie|lien|appel|reserver|rendez", ANTE_ASK_CALL },
  { FR, "en parle", ANTE_ASK_CALL },
  { FR, "propose|proposer ~ @weekday", ANTE_ASK_CALL },
  { DE, "link|schicken|schicke|telefonieren|termin|termine|anruf|telefonat", ANTE_ASK_CALL },
  { DE, "gesprach ~ vereinbaren|ausmachen|buchen", ANTE_ASK_CALL },

  { EN, "how old", ANTE_ASK_AGE },
  { EN, "what age", ANTE_ASK_AGE },
  { ES, "que edad", ANTE_ASK_AGE },
  { ES, "cuantos anos tiene|tienes|tienen", ANTE_ASK_AGE },
  { PT, "que|qual ?a idade", ANTE_ASK_AGE },
  { PT, "quantos anos", ANTE_ASK_AGE },
  { FR, "quel age", ANTE_ASK_AGE },
  { DE, "wie alt", ANTE_ASK_AGE },

  { EN, "^ ?and|so|are single", ANTE_ASK_STATUS },
  { EN, "are|you ~ single|married|seeing|dating|divorced|separated", ANTE_ASK_STATUS },
  { EN, "are you with him|her|someone|anyone|them", ANTE_ASK_STATUS },
  { EN, "how long ~ single|apart|alone|since", ANTE_ASK_STATUS },
  { ES | PT, "soltera|soltero|solteira|solteiro|casada|casado", ANTE_ASK_STATUS },
  { FR, "celibataire|marie|mariee", ANTE_ASK_STATUS },
  { DE, "single|verheiratet|vergeben", ANTE_ASK_STATUS },

  { EN, "decide|deciding|decision|decisions", ANTE_ASK_DECIDER },
  { EN, "only|sole owner", ANTE_ASK_DECIDER },
  { EN, "on board", ANTE_ASK_DECIDER },
  { EN, "check|discuss ~ with", ANTE_ASK_DECIDER },
  { EN, "run it by", ANTE_ASK_DECIDER },
  { EN, "^ ?and|so|are ?you alone|solo", ANTE_ASK_DECIDER },
  { EN, "alone in", ANTE_ASK_DECIDER },
  { EN, "just you", ANTE_ASK_DECIDER },
  { EN, "anyone with|else", ANTE_ASK_DECIDER },
  { EN,
    "@partner|he|she|they|dad|mum|mom ~ "
    "in|join|open|along|willing|agree|part|okay|support|supportive",
    ANTE_ASK_DECIDER },
  { EN, "he|she|they ~ knows|know|knowing about", ANTE_ASK_DECIDER },
  { EN, "who ~ has|have a say", ANTE_ASK_DECIDER },
  { EN, "who ~ decides|else|pays|involved", ANTE_ASK_DECIDER },
  { EN,
    "what|does|is|would|will|how ?about ?does ?would @partner|he|she|your|the ?other "
    "?@partner|parent|dad|mum|mom ~ say|think|know|feel|help|want|agree",
    ANTE_ASK_DECIDER },
  { EN, "is @partner in", ANTE_ASK_DECIDER },
  { EN, "is|would|will|does|do he|she|they ~ up|in|willing|keen|open|join|come|okay|ok|happy|mind",
    ANTE_ASK_DECIDER },
  { EN, "@partner ~ with you|us|it|this", ANTE_ASK_DECIDER },
  { EN, "anybody|anyone|somebody|someone ~ help|helping|helps|involved", ANTE_ASK_DECIDER },
  { EN, "your|the @partner|other parent|in|know|ok|okay|on $", ANTE_ASK_DECIDER },
  { ES, "decides|decision|acuerdo|socia|socio", ANTE_ASK_DECIDER },
  { PT, "decide|decisao|acordo|sozinha|sozinho", ANTE_ASK_DECIDER },
  { FR, "decidez|decides|accord|seul|seule", ANTE_ASK_DECIDER },
  { DE, "entscheidest|entscheiden|allein|einverstanden|dabei", ANTE_ASK_DECIDER },

  { EN, "when ~ worst|hardest|bad|worse", ANTE_ASK_BLOCK },
  { EN, "where|when would ~ training|practice|it|this|study ~ fit|live|go", ANTE_ASK_TIME },
  { EN, "by|until when", ANTE_ASK_WHEN },
  { EN, "how soon", ANTE_ASK_WHEN },
  { EN, "what date", ANTE_ASK_WHEN },
  { EN, "deadline|timeframe|timeline", ANTE_ASK_WHEN },
  { EN, "time frame", ANTE_ASK_WHEN },
  { EN, "^ ?and|so|ok when|whens $", ANTE_ASK_WHEN },
  { EN, "^ ?and|so|ok when|whens is|s|would|do|are|should|does|will|the", ANTE_ASK_WHEN },
  { EN, "s the date|day", ANTE_ASK_WHEN },
  { ES, "^ ?y ?para cuando", ANTE_ASK_WHEN },
  { ES, "fecha|plazo", ANTE_ASK_WHEN },
  { PT, "^ ?e ?para ?pra quando", ANTE_ASK_WHEN },
  { PT, "prazo", ANTE_ASK_WHEN },
  { FR, "^ ?pour quand", ANTE_ASK_WHEN },
  { FR, "quelle date", ANTE_ASK_WHEN },
  { DE, "wann|datum", ANTE_ASK_WHEN },

  { EN, "date|time|day|month|year in mind", ANTE_ASK_WHEN },
  { EN, "^ ?and|so|ok when|whens ?is|s that|it|this", ANTE_ASK_WHEN },
  { EN, "^ ?and|so|ok when do|would|will|should you need|want|like|have|be", ANTE_ASK_WHEN },
  { EN, "is there|any ?a date|rush|hurry|deadline", ANTE_ASK_WHEN },
  { FR, "^ ?et ?pour ?c ?est quand", ANTE_ASK_WHEN },

  { EN, "tried", ANTE_ASK_TRIED },
  { EN, "have you done", ANTE_ASK_TRIED },
  { EN, "done about", ANTE_ASK_TRIED },
  { EN, "have|did|had you ?ever ~ before|already|past", ANTE_ASK_TRIED },
  { EN, "ever had|done|tried|worked|hired|used", ANTE_ASK_TRIED },
  { ES, "probado|intentado", ANTE_ASK_TRIED },
  { PT, "tentou|tentado", ANTE_ASK_TRIED },
  { PT, "ja fez", ANTE_ASK_TRIED },
  { FR, "essaye|tente", ANTE_ASK_TRIED },
  { DE, "probiert|versucht|ausprobiert", ANTE_ASK_TRIED },

  { EN, "what do you do|run|sell|offer|teach $", ANTE_ASK_WORK },
  { EN,
    "^ ?and ?but ?so ?what ?happens ?about ?then if ?it|that|this ~ "
    "worked|solved|gone|fixed|better|easy|different|sorted|changed",
    ANTE_ASK_GOAL },
  { EN, "if ~ magic|wand", ANTE_ASK_GOAL },
  { EN, "what|how ~ changes|different|change ~ if|when|once", ANTE_ASK_GOAL },
  { EN, "imagine|picture", ANTE_ASK_GOAL },
  { EN, "why|whats|what ?is ?s ?the ?your @tongue ~ for", ANTE_ASK_GOAL },
  { EN, "dreaming|dream|dreams|hoping|longing|wishing ?of|for", ANTE_ASK_GOAL },
  { EN, "?would|youd|d rather ~ be|do|have|feel|see|spend", ANTE_ASK_GOAL },
  { EN, "^ ?and|so|ok into|towards what", ANTE_ASK_GOAL },
  { EN, "^ ?and|so|ok ideally|instead", ANTE_ASK_GOAL },
  { EN, "what|which role|job|distance|race|level|weight|size|career ?$", ANTE_ASK_GOAL },
  { EN, "if ?it ~ up to you", ANTE_ASK_GOAL },
  { EN,
    "what|which|whats ~ practising|practicing|preparing|saving|learning|studying|training|aiming|"
    "rehearsing ~ for",
    ANTE_ASK_GOAL },
  { EN, "imagining|picturing|envision|envisioning|visualise|visualize", ANTE_ASK_GOAL },
  { EN, "whats|what ?is ?s next", ANTE_ASK_GOAL },
  { EN, "chasing|striving|pursuing|shooting|heading ?for ?to ?towards", ANTE_ASK_GOAL },
  { EN, "^ ?and|so|ok ?what ?is ?s the|your plan|goal|dream|aim|wish|target $", ANTE_ASK_GOAL },
  { EN, "what|who ~ you ~ wish|long|hope for", ANTE_ASK_GOAL },
  { EN, "what|which number|figure|result|score|grade ~ after|want|need|aim", ANTE_ASK_GOAL },
  { EN, "what ~ be|is a win|dream|success", ANTE_ASK_GOAL },
  { EN, "if you ~ your way|pick|choose|choice|wish", ANTE_ASK_GOAL },
  { EN, "whats|what ?is ?s the|your project|mission|plan|vision|target", ANTE_ASK_GOAL },
  { EN, "why @tongue", ANTE_ASK_GOAL },
  { EN, "what ?do ?would ?you ?need|want ?is|s ?it ?@tongue for", ANTE_ASK_GOAL },
  { EN,
    "what|whats ?do ?would ?does ?is ?the ?a ?your ?you ?bigger ?big "
    "win|enough|better|perfect|dream|ideal|miss|plan|success|aim|hope",
    ANTE_ASK_GOAL },
  { EN, "what would|does ~ good|great|better|perfect|ideal|dream|next|new|after ~ look|be",
    ANTE_ASK_GOAL },
  { EN, "what should|ought", ANTE_ASK_GOAL },
  { EN, "how would|should ~ good|perfect|ideal|great|normal ~ look|be", ANTE_ASK_GOAL },
  { EN, "what ~ do|spend ~ with ~ time|money|energy|evenings|weekends", ANTE_ASK_GOAL },
  { EN, "how ~ should|would|want|like ~ be|feel|look|go", ANTE_ASK_GOAL },
  { EN, "what ~ should ~ happen|be|feel", ANTE_ASK_GOAL },
  { EN, "what ~ want|need|like ~ to ~ say|do|be|hear|feel|see|wear|eat|play|talk", ANTE_ASK_GOAL },
  { EN, "who ~ want ~ talk|speak|be", ANTE_ASK_GOAL },
  { EN, "what ~ enough", ANTE_ASK_GOAL },
  { EN, "what|whats happened ~ ago|year|last|then", ANTE_ASK_OPEN },
  { EN,
    "what|whats|how ~ look|looks|looking|sound|sounds like ?at ?the ?right ?these "
    "now|moment|today|lately|days|currently|$",
    ANTE_ASK_PROBLEM },
  { EN, "snag|catch|hitch|rub|trouble|pickle|itch|meh|gripe", ANTE_ASK_PROBLEM },
  { EN, "^ and|so today|now|currently|lately|nowadays $", ANTE_ASK_PROBLEM },
  { EN, "bugging|bugs|annoying|annoys|bothering|bothers|hurts|hurt", ANTE_ASK_PROBLEM },
  { EN, "between you and", ANTE_ASK_BLOCK },
  { EN, "gets|get|comes|got in between", ANTE_ASK_BLOCK },
  { EN, "made|makes|making ~ hard|harder|difficult|tough|tricky|slow|impossible", ANTE_ASK_BLOCK },
  { EN, "worst part|bit|thing", ANTE_ASK_BLOCK },
  { EN, "off track|balance|course", ANTE_ASK_BLOCK },
  { EN, "why do you think|reckon|suppose", ANTE_ASK_BLOCK },
  { EN, "stopping|stops|stop|stopped|holding|holds|keeps|keeping|kept|blocks|blocking|prevents",
    ANTE_ASK_BLOCK },
  { EN, "in the|your way", ANTE_ASK_BLOCK },
  { EN, "what|whats makes|made it", ANTE_ASK_BLOCK },
  { EN, "what makes|causes|takes|triggers|ruins|derails|breaks|slows", ANTE_ASK_BLOCK },
  { EN, "what do|did you do|say|feel|eat|think", ANTE_ASK_BLOCK },
  { EN, "what ~ happens", ANTE_ASK_BLOCK },
  { EN, "trips|trip you up", ANTE_ASK_BLOCK },
  { EN, "what ~ eats|breaks|fails|collapses|kills|blocks|worries|scares", ANTE_ASK_BLOCK },
  { EN, "when|where does|do it|that|things ~ go|fall|break|fail|stop|slip", ANTE_ASK_BLOCK },
  { EN, "how do you ~ react|respond|handle|deal|answer", ANTE_ASK_BLOCK },
  { EN, "what ~ usually|normally|typically", ANTE_ASK_BLOCK },
  { EN, "goes|going through your", ANTE_ASK_BLOCK },
  { EN, "what ~ tell yourself", ANTE_ASK_BLOCK },
  { EN, "who does|handles|writes|cooks|looks", ANTE_ASK_BLOCK },
  { EN, "which part is|feels", ANTE_ASK_BLOCK },
  { EN, "what ~ goes|went|is|s wrong|missing|hardest|hard|difficult|trickiest|tricky|toughest",
    ANTE_ASK_BLOCK },
  { EN, "where does it|that ~ pinch|hurt", ANTE_ASK_PROBLEM },
  { EN, "hardest|trickiest|toughest|sticking|obstacle|missing|afraid|fear|scared|bottleneck",
    ANTE_ASK_BLOCK },
  { EN, "^ ?and|but|so|ok why|whys", ANTE_ASK_BLOCK },
  { EN, "why do|does|is|are|did", ANTE_ASK_BLOCK },
  { EN, "how come", ANTE_ASK_BLOCK },
  { EN, "where does|do|did ~ go|break|fail|stuck|fall|stop", ANTE_ASK_BLOCK },
  { EN, "how do you ~ now|currently|today|moment", ANTE_ASK_BLOCK },
  { EN, "what do you have now", ANTE_ASK_BLOCK },
  { ES, "impide|frena|detiene|falta|dificil|cuesta|obstaculo|haces|cuando", ANTE_ASK_BLOCK },
  { ES, "por que", ANTE_ASK_BLOCK },
  { ES, "pasa|pasas|haces cuando", ANTE_ASK_BLOCK },
  { PT, "impede|atrapalha|trava|falta|dificil|dificulta|obstaculo|porque", ANTE_ASK_BLOCK },
  { PT, "por que", ANTE_ASK_BLOCK },
  { PT, "te fez|faz|impede", ANTE_ASK_BLOCK },
  { PT, "o que ?voce faz|fazes", ANTE_ASK_BLOCK },
  { PT, "acontece quando", ANTE_ASK_BLOCK },
  { PT, "o que acontece|aconteceu a|no|na|de", ANTE_ASK_BLOCK },
  { FR, "bloque|empeche|pourquoi|freine|difficile|manque|retient|obstacle|dur", ANTE_ASK_BLOCK },
  { FR, "que faites|fais", ANTE_ASK_BLOCK },
  { FR, "passe quand", ANTE_ASK_BLOCK },
  { DE, "warum|wieso|woran|halt|abhalt|hindert|fehlt|schwer|schwierig|schwersten|scheitert|hurde",
    ANTE_ASK_BLOCK },
  { DE, "was machst|tust|machen du|sie|ihr dann|wenn|dagegen|danach", ANTE_ASK_BLOCK },
  { DE, "was passiert", ANTE_ASK_BLOCK },

  { EN, "what|whats|which|where ~ want|wish|goal|hoping|dream|aim|aiming|rather|ideal|ideally",
    ANTE_ASK_GOAL },
  { EN, "what|where|how|which would|ll|should|d", ANTE_ASK_GOAL },
  { EN, "what are you ~ after|training|trying|working|looking", ANTE_ASK_GOAL },
  { EN, "what ~ looking for", ANTE_ASK_GOAL },
  { EN, "what ~ working towards|on", ANTE_ASK_GOAL },
  { EN, "what ~ hope|like|love to", ANTE_ASK_GOAL },
  { EN, "what ~ change first", ANTE_ASK_GOAL },
  { EN, "what|how ~ success ~ look|mean|be", ANTE_ASK_GOAL },
  { EN, "where do you ~ see|be", ANTE_ASK_GOAL },
  { EN, "goal|goals|dream|hoping", ANTE_ASK_GOAL },
  { ES, "seria|serian", ANTE_ASK_GOAL },
  { ES,
    "quieres|gustaria|querrias|buscas|objetivo|meta|conseguir|lograr|quisieras|querias|suena|ideal|"
    "sonado",
    ANTE_ASK_GOAL },
  { ES, "para que", ANTE_ASK_GOAL },
  { ES, "si ~ funcionara|resolviera|cambiara", ANTE_ASK_GOAL },
  { PT,
    "quer|queria|querias|gostaria|gostarias|objetivo|meta|busca|procura|queres|gostava|gostavas|"
    "sonho|deseja|mudar|seria|ideal",
    ANTE_ASK_GOAL },
  { PT, "para que|pra", ANTE_ASK_GOAL },
  { PT, "se ~ funcionasse|resolvesse|mudasse", ANTE_ASK_GOAL },
  { FR, "ressemblerait|ressembleraient", ANTE_ASK_GOAL },
  { FR, "si ~ marchait|changeait|regle", ANTE_ASK_GOAL },
  { FR, "pour quoi", ANTE_ASK_GOAL },
  { FR,
    "voudriez|serait|idealement|souhaitez|voulez|aimeriez|veux|voudriez|objectif|aimerais|"
    "souhaites|reve|cherchez|but",
    ANTE_ASK_GOAL },
  { DE, "wenn ~ funktionieren|klappt|klappen|gelost|anders", ANTE_ASK_GOAL },
  { DE, "wofur|wozu", ANTE_ASK_GOAL },
  { DE, "was soll|sollte", ANTE_ASK_GOAL },
  { DE, "wie ware|sahe", ANTE_ASK_GOAL },
  { DE,
    "wunschst|wunschen|ware|gern|willst|wollen|mochtest|mochten|ziel|wunsch|traum|erreichen|"
    "schaffen|lieber|suchst",
    ANTE_ASK_GOAL },

  { ES, "traba|trabando|trabado|frenando|parando", ANTE_ASK_BLOCK },
  { PT, "travando|segurando|segura|prende", ANTE_ASK_BLOCK },
  { FR, "coince|arrete|complique|plus dur", ANTE_ASK_BLOCK },
  { FR, "voudrais|voudriez|aimerais|souhaiterais|souhaiteriez|apprends|apprenez", ANTE_ASK_GOAL },
  { DE, "bremst|blockiert|schwersten|schwerste|dazwischen", ANTE_ASK_BLOCK },

  { EN, "going on", ANTE_ASK_PROBLEM },
  { EN, "what|whats ?has ?s changed|happened|happening|stuck|up", ANTE_ASK_PROBLEM },
  { EN,
    "hows|how ?is|s|are|was|did ?the|your|it|that|things|everything ~ "
    "going|now|doing|otherwise|been|$",
    ANTE_ASK_PROBLEM },
  { EN, "how can|could|may|might i help", ANTE_ASK_PROBLEM },
  { EN, "in what way", ANTE_ASK_PROBLEM },
  { EN, "going|not wrong|right|working", ANTE_ASK_PROBLEM },
  { ES, "viene|anda|va|van|paso|pasando", ANTE_ASK_PROBLEM },
  { PT, "pegando|andam|anda|vai|vao|rolando", ANTE_ASK_PROBLEM },
  { FR, "comment ~ va|vont|passe|depense", ANTE_ASK_PROBLEM },
  { FR, "va|marche pas|mal", ANTE_ASK_PROBLEM },
  { DE, "lauft|klappt|geht|passiert|druckt", ANTE_ASK_PROBLEM },
  { EN, "wrong|matter|problem|issue|headache|struggle|struggling|trouble|worry|bothering|challenge",
    ANTE_ASK_PROBLEM },
  { EN, "brings|brought|made|got you", ANTE_ASK_PROBLEM },
  { EN, "tell me ?a ?bit ?little more|about", ANTE_ASK_PROBLEM },
  { EN, "what|whats ?is up|behind", ANTE_ASK_PROBLEM },
  { EN, "which part|bit|line|one", ANTE_ASK_PROBLEM },
  { EN, "caught|resonated|spoke|hit ~ you|eye|home|with", ANTE_ASK_PROBLEM },
  { EN, "resonated|bugging|bugs|annoys|bothers|upsets|hurts", ANTE_ASK_PROBLEM },
  { EN, "what happened", ANTE_ASK_PROBLEM },
  { EN, "since when", ANTE_ASK_PROBLEM },
  { EN, "how long", ANTE_ASK_PROBLEM },
  { EN, "why now", ANTE_ASK_PROBLEM },
  { EN, "where are you ~ now|at|today", ANTE_ASK_PROBLEM },
  { EN, "what|whats|how ~ now|moment|today|lately|days $", ANTE_ASK_PROBLEM },
  { EN, "what ~ day|week|evening|morning|night ~ look", ANTE_ASK_PROBLEM },
  { EN, "what|how ~ like $", ANTE_ASK_PROBLEM },
  { EN, "what does it|that look", ANTE_ASK_PROBLEM },
  { EN, "how are things|you", ANTE_ASK_PROBLEM },
  { EN, "what ~ happening|isnt", ANTE_ASK_PROBLEM },
  { EN, "what do|are|does ~ keep|putting|avoiding", ANTE_ASK_PROBLEM },
  { ES, "pasa|ocurre|preocupa|problema|trae|cuentame|molesta", ANTE_ASK_PROBLEM },
  { PT, "acontecendo|problema|houve|incomoda|passa|trouxe|preocupa|conta|acontece|custa",
    ANTE_ASK_PROBLEM },
  { FR, "passe|probleme|souci|arrive|preoccupe|amene|parle|derange|gene", ANTE_ASK_PROBLEM },
  { DE, "los|problem|beschaftigt|stort|fuhrt|sorge|plagt", ANTE_ASK_PROBLEM },

  { EN, "lands|land ~ account", ANTE_ASK_INCOME },
  { EN, "income|revenue|turnover|earn|earning|sales|salary", ANTE_ASK_INCOME },
  { EN, "turn|turning over", ANTE_ASK_INCOME },
  { EN, "what ~ add|adds up to", ANTE_ASK_INCOME },
  { EN, "bring|bringing|pull|pulling|coming|comes in", ANTE_ASK_INCOME },
  { EN, "how much ~ make|making", ANTE_ASK_INCOME },
  { EN, "how many ~ a|per|each year|month", ANTE_ASK_INCOME },
  { ES | PT, "entra|entran|entram", ANTE_ASK_INCOME },
  { FR, "rentre|rapporte", ANTE_ASK_INCOME },
  { DE, "kommt ~ rein|herein", ANTE_ASK_INCOME },
  { ES, "facturas|ingresos|ganas|facturacion", ANTE_ASK_INCOME },
  { PT, "fatura|renda|ganha|faturamento|faturas|salario", ANTE_ASK_INCOME },
  { FR, "gagnez|revenus|revenu|chiffre|gagnes", ANTE_ASK_INCOME },
  { DE, "verdienst|verdienen|umsatz|einkommen", ANTE_ASK_INCOME },

  { EN, "what do you do|run|sell|offer|teach", ANTE_ASK_WORK },
  { EN, "your|a business|niche|shop|company", ANTE_ASK_WORK },
  { EN, "have ~ clients|customers", ANTE_ASK_WORK },
  { ES, "te dedicas", ANTE_ASK_WORK },
  { ES, "vendes|negocio", ANTE_ASK_WORK },
  { PT, "vende|negocio", ANTE_ASK_WORK },
  { FR, "vendez|entreprise|compte|activite", ANTE_ASK_WORK },
  { DE, "verkaufst|beruflich|geschaft", ANTE_ASK_WORK },
  { DE, "was machst|machen du|sie $", ANTE_ASK_WORK },

  { EN, "what|whats|which|how|where|who|when", ANTE_ASK_OPEN },
  { ES, "que|como|cual|donde|quien", ANTE_ASK_OPEN },
  { PT, "que|como|qual|onde|quem", ANTE_ASK_OPEN },
  { FR, "que|quoi|comment|quel|quelle", ANTE_ASK_OPEN },
  { DE, "was|wie|welche|wo|wer", ANTE_ASK_OPEN },
};

/* "Tell me …" asks without a question mark. */
static const AntePhrase invitations[] = {
  { EN, "tell me|share|let me know|curious", 0 },
  { ES, "cuentame|dime", 0 },
  { PT, "conta|diz", 0 },
  { FR, "dites|raconte|racontez|dis moi", 0 },
  { DE, "erzahl|sag", 0 },
};

/* The last sentence that ends with a question mark; the whole line where it asks otherwise. */
static gboolean
find_question (const AnteTalk *talk, const AnteLine *line, AnteSpan *span)
{
  guint n = ante_line_n_words (line);

  for (guint i = n; i > 0; i--) {
    if (ante_line_word (line, i - 1)->after == '?') {
      span->first = ante_line_sentence_start (line, i - 1);
      span->after = i;
      return TRUE;
    }
  }
  *span = (AnteSpan){ 0, n };
  return n > 0 && (n <= SHORT_QUESTION || ANTE_PHRASES_HAVE (talk, line, invitations));
}

/* "The course is 240 all in": whoever names a price wants to know whether it will do. */
static gboolean
names_price (const AnteLine *line)
{
  AnteAmount amount = { 0 };

  for (guint at = 0; at < ante_line_n_words (line); at++) {
    if (!ante_amount_read (line, at, &amount) || amount.value < 10)
      continue;
    if (amount.unit == ANTE_AMOUNT_MONEY ||
        (amount.unit == ANTE_AMOUNT_PLAIN && *ante_line_word (line, at)->text != '\0' &&
         g_ascii_isdigit (*ante_line_word (line, at)->text) &&
         ante_phrase_find (line, at, MIN (at + 5, ante_line_n_words (line)),
                           "# ?euros ?all|a|per|the|each|por|par|pro|im|al|ao "
                           "in|month|session|week|hour|lesson|mes|mois|monat|semaine|semana|once|"
                           "stunde|hora|heure|aula|sitzung",
                           NULL)))
      return TRUE;
  }
  /* "300 for two months?", "would 30 be ok?" */
  for (guint at = 0; at < ante_line_n_words (line); at++) {
    if (ante_amount_read (line, at, &amount) && amount.unit == ANTE_AMOUNT_PLAIN &&
        amount.value >= LEAST_PRICE && g_ascii_isdigit (*ante_line_word (line, at)->text) &&
        ante_line_word (line, ante_line_sentence_end (line, at) - 1)->after == '?' &&
        (ante_line_sentence_end (line, at) - ante_line_sentence_start (line, at) <= SHORT_OFFER ||
         ante_phrase_find (line, 0, ante_line_n_words (line),
                           "ok|okay|work|fine|possible|doable|manageable|suit|bien|bem|va|passt",
                           NULL)))
      return TRUE;
  }
  return ante_phrase_find (line, 0, ante_line_n_words (line),
                           "price|program|programme|thing|version|course|mentoring|package|plan|"
                           "formula|formule|it ~ is|for|s|at|costs #",
                           NULL) ||
         ante_phrase_find (line, 0, ante_line_n_words (line), "^ its|thats #", NULL);
}

/**
 * ante_ask_read:
 * @line: one of ours
 *
 * Returns: what it asks last
 */
AnteAsk
ante_ask_read (const AnteTalk *talk, const AnteLine *line)
{
  AnteSpan question = { 0, 0 };
  const AntePhrase *phrase = NULL;

  if (!find_question (talk, line, &question))
    return names_price (line) ? ANTE_ASK_BUDGET : ANTE_ASK_NOTHING;
  phrase =
    ante_phrases_find (talk, line, question.first, question.after, asks, G_N_ELEMENTS (asks), NULL);
  if ((phrase == NULL || phrase->value == ANTE_ASK_OPEN) && names_price (line))
    return ANTE_ASK_BUDGET;
  if (phrase != NULL)
    return phrase->value;
  return ante_line_n_words (line) > 0 && ante_line_word (line, question.after - 1)->after == '?'
           ? ANTE_ASK_YES_NO
           : ANTE_ASK_NOTHING;
}

/**
 * ante_ask_read_all:
 *
 * Returns: (transfer full) (array): for each line of the lead what it answers; several lines of
 * ours in a row ask what the last one of them that asks does
 */
AnteAnswer *
ante_ask_read_all (const AnteTalk *talk)
{
  AnteAnswer *answers = g_new0 (AnteAnswer, talk->lines->len + 1);
  AnteAnswer open = { ANTE_ASK_NOTHING, 0, FALSE };

  for (guint i = 0; i < talk->lines->len; i++) {
    const AnteLine *line = ante_talk_line (talk, i);

    if (line->from_lead) {
      answers[i] = open;
      open.is_first = FALSE;
    } else {
      AnteAsk ask = ante_ask_read (talk, line);
      gboolean goes_on = i > 0 && !ante_talk_line (talk, i - 1)->from_lead;

      /* What we tell them because they asked leaves our own question open. */
      if (ask == ANTE_ASK_NOTHING && open.ask != ANTE_ASK_NOTHING && !goes_on && i > 0 &&
          ante_line_n_words (ante_talk_line (talk, i - 1)) > 0 &&
          ante_answer_asks_back (talk, ante_talk_line (talk, i - 1)))
        open.is_first = TRUE;
      else if (ask != ANTE_ASK_NOTHING || !goes_on)
        open = (AnteAnswer){ ask, i, TRUE };
    }
  }
  return answers;
}
