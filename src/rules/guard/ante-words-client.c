#include "config.h"

#include "rules/guard/ante-guard-cues.h"

/* Who has paid already: wants it back, or is one of ours. */
static const char *const refund_asked[] = {
  "!@my|the|a|that|his|our|this ?online bank|landlord|airline|store|gym|shop|hotel|insurance|"
  "amazon|phone|company|dentist|ex|school|card|other ~ refund*|charged|billed|back|debited",
  "(give|send|pay|return) ?me ?us back ?all (my|our|the) (money|cash|deposit|payment)",
  "(wheres|where|whens|when) ?is ?s (my|our|the) (refund|money|reimbursement)",
  "(want|wants|need|demand|demanding|request|requesting|require|expect|expecting|like|asking "
  "for|ask "
  "for|give|gimme|get|getting|claim|after|send|process|issue|deserve|seeking|waiting for|owed|owe|"
  "promised|hope|entitled to|refused) ?to ?get|have|for|on|request|receive ?me|us "
  "?a|my|the|our|full|"
  "partial|that ?full|partial|immediate ?a (refund|refunded|money "
  "back|reimbursement|reimbursed|cash "
  "back|deposit back|payment back|payment returned|money returned)",
  "(want|need|give|get|send|return|demand|expect|wheres|where is|like|transfer) ?to "
  "?have|me|us|get ?me|us "
  "?all ?of (my|our|the|that) (money|cash|deposit|payment|#) ?back|returned|refunded "
  "(back|returned|"
  "refunded)",
  "!(do|does|can|could|would|will|if|is|are|how|when|whether|what) ?you ?there|i|it|we|people|one "
  "?ever|"
  "offer|still|ever ?offer|give|possible|a ?possible ?to ?get|have ?a|my|the|full|me ?money|full "
  "(refund|refunds|money back|refunded) ?policy|guarantee|if|when|in|back (if|in case|when|policy|"
  "guarantee|work|after|before|should|for any|within|period|terms|possible)",
  "!(if|in case|when|unless|should) (i|it|we|this|things|life|my|something) ~ ~ (refund|money back|"
  "refunded)",
  "!(what|whats|how|is|do|does|are) ~ (refund|refunds|money back) "
  "(policy|policies|work|guarantee|terms|"
  "possible|window|period|rules)",
  "(get|have) (a refund|my money back|our money back|refunded) if",
  "!(get|have) ?a|my|our (refund|money back|refunded) (if|when|in case|should)",
  "refund|reimburse (me|my|us|our|please|asap|now|immediately|request)",
  "!refund|reimburse (me|us|my) ?money ?the ?fee (if|in case|when|should)",
  "(my|our) money back (please|now|asap|today|or|this|because|didnt|it)",
  "!my money back (if|in case|when)",
  "(charged|billed|debited|charging|billing|taken|took) ?me|us|my|card|from "
  "?card|account|money|again|"
  "without ?me ?my (twice|again|double|two times|without permission|without my|after i "
  "cancelled|after "
  "i canceled|three times|by mistake|wrongly|the wrong|extra|even though|too much|for nothing|for "
  "something|when i)",
  "(double|wrongly|over) (charged|billed)",
  "(overcharged|double charged)",
  "(didnt|never|did not) ?ever (authorize|authorise|agree "
  "to|approve|authorized|authorised|recognise|"
  "recognize) ?this|that|the|any|a|you ?second|# "
  "(charge|payment|transaction|charges|payments|debit)",
  "(dont|do not) (recognise|recognize) (this|the|a|that) (charge|payment|transaction)",
  "(when|where) ?do|will|is|can|am|are|s ?i|my|we|the|it|going|you "
  "?get|be|to|going|see|receive|sending "
  "?my|our|a|the (refund|refunded|money back|reimbursed|reimbursement)",
  "(still|no|not|havent|never) ?sign|got|had|received|seen|waiting ?of ?for|on|on "
  "?received|a|my|the|our "
  "(refund|refunded|money back)",
  "(cancel|cancelling|canceled|cancelled) ~ ~ (refund|money back|reimburse)",
  "(i paid|we paid|paid you|i spent|ive paid|i already paid) ~ ~ (want it back|refund|money "
  "back|my "
  "money|return it|give it back|want my)",
  /* Spanish */
  "(quiero|necesito|exijo|solicito|quisiera|queremos|exigimos|pido|reclamo|espero|pedir|pedi|"
  "solicitar) "
  "?que|un|una|el|la|mi|me|mi ?me|nos ?un ?devuelvan|reembolso|devuelvas|devolucion|devuelva "
  "?el|mi|la|"
  "lo|del|de (reembolso|devolucion|dinero|plata|pagado|reembolsen|pague|devuelvan|pasta|devuelva)",
  "!(quiero|necesito|quisiera) ?saber|preguntar ~ (reembolso|devolucion)",
  "(devuelveme|devuelvanme|devolvedme|reembolsame|reembolsenme|devuelvame|devuelvannos|"
  "devuelvanos)",
  "me ?han cobraron|cobrado|cobrasteis|cobro ?el ?la (dos veces|doble|de mas|sin permiso|otra "
  "vez|sin "
  "autorizacion|sin)",
  "(donde|cuando) ?esta|me|llega|va ?mi|a|el|devuelven|devolver ?mi|el "
  "(reembolso|dinero|devolucion)",
  /* Portuguese */
  "(quero|preciso|exijo|queremos|gostaria|solicito|peco|pedir|cade|quando) "
  "?de|o|um|uma|que|meu|pedir|"
  "vem ?o|um|devolvam|meu (reembolso|estorno|dinheiro|dinheiro de volta|devolucao|ressarcimento)",
  "!(quero|preciso|gostaria) ?de (saber|perguntar) ~ (reembolso|estorno|dinheiro)",
  "(devolva|devolve|devolvam|devolver|estorna|estorne|reembolsa) ?o|me ?meu ?nosso (dinheiro|valor|"
  "pagamento)",
  "?me (cobraram|cobrou|cobrado) ?me ?o|no ?cartao ?valor (duas vezes|em dobro|sem|de novo|a mais|"
  "errado)",
  /* French */
  "(veux|voudrais|voulons|exige|demande|souhaite|exigeons|aimerais|reclame|attends) "
  "?etre|un|le|mon|me|"
  "faire|recuperer|que ?faire|vous|le|mon|un (rembourse|remboursee|remboursement|argent|remboursez|"
  "rembourser|rembourses|paiement)",
  "!(veux|voudrais|souhaite|aimerais) savoir ~ rembours*",
  "(remboursez|rembourse|rendez|rends|redonnez) (moi|nous|mon|notre|l)",
  "(debite|preleve|debitee|prelevee|facture) ?moi ?deux (deux fois|fois|sans|en double|encore)",
  "(ou est|quand) ?est|ou|vais ?je|mon|le|etre (remboursement|rembourse|remboursee)",
  /* German */
  "(will|mochte|wollen|fordere|verlange|brauche|mochten|fordern|hatte|erwarte) "
  "?ich|wir|gern|gerne|bitte "
  "?mein|unser|eine|die|das|meine ?volle (geld zuruck|ruckerstattung|erstattung|geld wieder|"
  "ruckzahlung|zahlung zuruck|ruckerstattet|gelder zuruck)",
  "!(mochte|will) ?ich ?nur|gern wissen ~ (ruckerstattung|geld|erstattung)",
  "(mein|unser|das) geld (zuruck|wieder) ?bitte|haben|sofort",
  "!(bekomme|gibt|kriege|bekommt|kann) ?ich|es|man ?mein|das|unser|sein geld zuruck ?wenn|falls",
  "(erstatte|erstattet|erstatten sie|uberweist|gib|gebt) (mir|uns) ?bitte ?das|mein|den|die|bitte "
  "(geld|"
  "betrag|kosten|zahlung|gebuhr)",
  "(doppelt|zweimal|zu viel|falsch|ohne) ?erlaubnis (abgebucht|berechnet|belastet|abgezogen)",
  "(wo|wann) ?bleibt|ist|bekomme|kommt ?ich ?mein|meine|die (geld "
  "zuruck|ruckerstattung|erstattung)",
  NULL,
};

static const char *const client[] = {
  "(i|we|ive|weve) ?already|have|just|ve paid (you|u|your|giulia)",
  "!if|when (i|we) ?have paid you",
  "(im|i am|were|we are|ive been|weve been|i have been|been|am|im a) "
  "?already|currently|still|now|one|"
  "actually|also "
  "?of|in|on|doing|part|enrolled|inside|working|signed|a|an|your|with|coached|coaching "
  "?of|up|in|through|existing|current|paying|long|by|new|with|your|on "
  "?time|in|on|for|to|you|the|your|"
  "through ?with|your|the|of (the program|your program|your course|the course|your group|the group "
  "program|your membership|the membership|your client|your clients|the cohort|your cohort|your "
  "plan|"
  "client of yours|client|your student|your students|client already|customer of yours|paying "
  "client|"
  "existing client|current client|existing customer|paying customer|member already|the "
  "academy|your "
  "academy|your customer|your coaching|coached by you)",
  "!(no|not|dont have|two|few|first|more|other|get|getting|new) ?a ?new client|clients",
  "!(im|i am|ive been|been) ?with|seeing|meeting ?a|my|an|two|on|with ?a|with ?new client|clients "
  "?all|"
  "of mine|right|today|from|call|in",
  "!(im|i am|we are) ?in|on|doing ?a|another ?different (program|course|plan|membership) ?with "
  "(at|with "
  "another|with someone|somewhere|from another)",
  "!(thinking|interested|looking|curious|considering|ready|want|hoping|excited) "
  "?of|in|at|about|for|to "
  "?joining|the|your|be|join|doing|starting ?in|the|your "
  "(program|course|plan|group|membership|client)",
  "(i|ive|we|weve|i have|we have) ?already|just|have|finally|recently|also "
  "(bought|purchased|joined|"
  "enrolled|signed up|paid|started|finished|completed|did) ?up|for|in|with|on|to|half|the|week "
  "?to|for|"
  "the|with|of|in|on ?your|the|you|#|week (program|course|plan|membership|your program|your "
  "course|your "
  "coaching|group|challenge with you|first instalment|first installment|deposit|bundle|first "
  "payment|"
  "package|onboarding|academy|with you last|program last|invoice)",
  "!(bought|purchased|joined|paid|did|started|finished|completed|signed) ?up|for|in|with "
  "?a|an|another|"
  "some|other|someone|one|different|similar|the ?same|online|gym|last "
  "?other|different|cheap|online|"
  "elses (program|course|plan|membership|package|group|bundle|coach)",
  "!(if|when|before|once|after|until|until|should|what happens|how) ?soon ?as ?i|we ?have|ve "
  "(buy|bought|"
  "join|joined|sign|pay|paid|signed|purchased) ",
  "(my|our) "
  "(next|last|first|weekly|second|third|upcoming|monthly|previous|fortnightly|tuesday|monday|"
  "thursday|friday|wednesday) (session|call|lesson|check in|checkin|coaching call|coaching session|"
  "appointment|class|review) ?is|was|with|on|got|get|has ?with|on|you|cancelled|moved ?you",
  "!(my|our) (first|last|next|weekly|previous) (session|lesson|class|call|appointment) "
  "?is|was|with ?with|"
  "at|my|a|in|ever|the ?the|my|a (gym|therapist|doctor|dentist|boss|school|old|another|work|tutor|"
  "physio|ever|team|mom|mum|dentist|nurse)",
  "(week|day|month|module|lesson|session) (#|one|two|three|four|five|six|seven|eight) of "
  "(the|your|my|"
  "our) (program|course|plan|coaching|challenge|with you|membership|package|#)",
  "since ?i|we|ive ?have ?been (started with you|joined your|joined the program|started "
  "your|started "
  "working with you|signed up with you|started the program|became a client|joined)",
  "(cant|cannot|couldnt|unable to|how do i|trouble|problem|problems|wont let me|forgot) ?to ?how "
  "?with|"
  "my ?to|seem|get ?to ?get|into (log in|login|access|logging in|password|open|find|log "
  "into|portal) "
  "?to|into|for|of ?the|my|your|in ?client ?course|program "
  "(portal|course|module|modules|videos|account|"
  "program|materials|workbook|platform|members|member "
  "area|dashboard|training|lessons|membership|client)",
  "(i|we) (work|worked|train|trained|started|signed|have been working|have calls|have a call|have "
  "a "
  "session|have lessons|have sessions) ?up ?already|out|every|on (with you|with your team) "
  "?since|for|"
  "already|every|weekly|last|in|now",
  "!(can|could|would|want|like|love|if|when|how|to|should|before) ?i|we ?to ?start|get ?to "
  "(work|train|"
  "worked|start|started|trained) with you",
  "(my coach here|my coaching with you|my plan you gave|the plan you gave|plan you wrote|plan you "
  "made|"
  "meal plan you|workout you gave|homework you gave|you gave me last|our session yesterday|our "
  "call last "
  "week|our session last|our last session|our last call|you set me|my feedback from you|my invoice "
  "from "
  "you|my payment plan with|my next payment|my second payment|my second instalment|my second "
  "installment|my third payment|my subscription|my membership with|my remaining sessions|remaining "
  "sessions|sessions left|remaining lessons|lessons left|calls left)",
  "!my subscription (to|with) (netflix|duolingo|gym|an|the app|a)",
  "(reschedule|move|cancel|missed|join) (my|our|todays|tomorrows) ?weekly|next|coaching "
  "(session|lesson|"
  "check in|checkin|coaching call)",
  /* Spanish */
  "ya soy ?su|tu|una|un ?de (cliente|clienta|alumna|alumno|clientes|miembro)",
  "soy ?ya (cliente|clienta|alumna|alumno) ?tuyo|tuya|vuestra|vuestro|de|suya|actual "
  "(tuyo|tuya|vuestra|"
  "vuestro|suya|suyo|actual|desde|de ustedes|del programa|de tu)",
  "?ya (estoy|estamos) ?ya ?apuntada|apuntado|inscrita|inscrito|dentro ?en|de|del "
  "?el|tu|su|vuestro (en "
  "el programa|en tu programa|en el curso|tu curso|programa contigo|del programa|en vuestro "
  "programa)",
  "ya ?me ?he ?lo (compre|pague|comprado|pagado|apunte|inscribi) ?al ?a ?el ?tu|su|la "
  "(programa|curso|plan|"
  "primera|mensualidad|matricula)",
  "(mi|nuestra) (proxima|ultima|primera) (sesion|clase|llamada) ?es ?fue ?contigo (contigo|con "
  "giulia|de "
  "esta|es|fue)",
  /* Portuguese */
  "?ja sou ?ja ?sua|seu|tua (cliente|aluna|aluno) ?sua|seu|tua|de|do|ja|desde|voces",
  "ja (estou|to|tou|comprei|paguei|fechei|participo|faco) ?inscrita|inscrito|no|o|do|parte|a "
  "?do|no|seu "
  "?seu|o (programa|curso|plano|acompanhamento|primeira parcela|mentoria|pacote)",
  "minha (proxima|ultima|primeira) (sessao|aula|chamada|consulta) ?e|foi (com voce|com "
  "voces|contigo|foi|"
  "e|sera)",
  /* French */
  "(je suis|suis|on est) ?deja ?une|un|votre|ton|ta|inscrite|inscrit|chez ?dans|a|au ?le|ton|votre "
  "(cliente|"
  "inscrite|inscrit|eleve|dans le programme|dans votre programme|au programme|dans ton "
  "programme|client) "
  "?chez|deja|au|a|dans|depuis",
  "!(je suis|suis) (en contact|avec) ?un|une|mon client",
  "(j ai|jai) ?deja (achete|paye|pris|rejoint|commence) ?le|votre|ton|la|deja "
  "(programme|cours|formation|"
  "accompagnement|premiere mensualite|premiere echeance)",
  "ma (prochaine|derniere|premiere) (seance|session|lecon) ?avec|est|etait ?vous|toi",
  /* German */
  "bin ?ja|doch|schon|bereits|seit ?schon|bereits|# ?wochen|monaten|eine|ein ?deine|dein|eure|euer "
  "(kundin|"
  "kunde|im programm|im kurs|klientin|klient|teilnehmerin|teilnehmer|in deinem programm|in eurem "
  "programm|bei dir im|bei euch im|angemeldet)",
  "!bin ?noch ?kein|keine (kundin|kunde)",
  "(habe|hab) ?ich|ja|den|das|dein|mich ?ja|schon|bereits|den|das|dein|bei "
  "?schon|bereits|kurs|programm ?"
  "kurs|programm|bei ?euch|dir (schon gebucht|bereits gebucht|gekauft|schon bezahlt|bereits "
  "bezahlt|"
  "angezahlt|bei euch gebucht)",
  "(meine|unsere) (nachste|letzte|erste) (stunde|sitzung|session|termin|einheit) ?bei|mit|war|ist "
  "(dir|"
  "euch|mit|bei|war|ist)",
  NULL,
};

const AnteCueTable ante_words_client[] = {
  { ANTE_CUE_REFUND_ASKED, refund_asked },
  { ANTE_CUE_CLIENT, client },
  { ANTE_CUE_REFUND_ASKED, NULL },
};
