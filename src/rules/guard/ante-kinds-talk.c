#include "config.h"

#include "rules/guard/ante-guard-sense.h"

/* The same of what people say to each other: asking, leaving, complaining, threatening, wooing. */
const AnteSense ante_senses_talk[] = {
  { "k-stop",
    "stop|quit|cease|enough|leave|leave me|back off|piss off|go away|no more|unsubscribe|"
    "unsub|remove|delete|take me off|opt out|block|blocking|blocked|mute|basta|para|parad|"
    "deja|dejen|dejad|borra|quita|baja|bloqueo|pare|parem|chega|tira|tirem|remove|sair|"
    "bloquear|arrete|arretez|stop|cessez|retire|retirez|supprime|bloque|lachez|hor auf|"
    "hort auf|schluss|lass|lasst|losch|abmelden|austragen|aufhoren|raus|nimm mich" },
  { "k-message",
    "message|messages|messaging|msg|msgs|dm|dms|dming|text|texts|texting|write|writing|"
    "contact|contacting|spam|spamming|newsletter|list|email|emails|follow up|follow "
    "ups|notifications|inbox|mensaje|mensajes|escribir|escribirme|escriban|contactar|"
    "lista|mensagem|mensagens|escrever|contato|message|messages|ecrire|contacter|"
    "relance|relances|liste|nachricht|nachrichten|schreiben|anschreiben|kontakt|mails|"
    "mandar|mandarme|chat|bombard|hound|pester|ping" },
  { "k-nointerest",
    "not interested|no interest|no thanks|no thank you|dont want|not for me|lost "
    "interest|changed my mind|no me interesa|no quiero|no gracias|nao quero|nao tenho "
    "interesse|pas interesse|pas interessee|veux plus|kein interesse|will nicht|"
    "mochte nicht|nein danke|leave me alone|in peace|en paz|em paz|la paix|in ruhe|"
    "dejame|me deixa|fiche" },
  { "k-lawyer", "lawyer|lawyers|attorney|solicitor|barrister|legal|legally|sue|suing|sued|court|"
                "small claims|tribunal|lawsuit|litigation|legal action|cease and desist|abogado|"
                "abogada|demanda|demandar|juicio|juzgado|denuncia|denunciar|denuncio|advogado|"
                "advogada|processo|processar|justica|denunciar|avocat|avocate|plainte|proces|"
                "tribunal|poursuivre|anwalt|anwaltin|klage|klagen|verklagen|gericht|anzeige|"
                "rechtlich*|mahnbescheid|rechtsanwalt" },
  { "k-regulator",
    "ftc|trading standards|ombudsman|bbb|consumer|consumer court|consumer forum|police|"
    "report you|reporting you|reported|authorities|regulator|advertising standards|"
    "gdpr|data protection|ico|efcc|action fraud|consumo|ocu|profeco|procon|policia|"
    "proteccion de datos|dgccrf|signaler|repression|cnil|police|verbraucherzentrale|"
    "verbraucherschutz|polizei|datenschutz|dsgvo|hacienda|tax office" },
  { "k-fraud",
    "fraud|scam|scammer|scammers|scamming|con artist|con|crook|crooks|thief|thieves|"
    "stole|stealing|steal|fake|liar|liars|lies|lying|lied|ripoff|rip off|ripped|misleading|"
    "false advertising|estafa|estafador|estafadora|ladron|ladrones|mentira|mentiroso|"
    "timo|fraude|golpe|golpista|ladrao|mentira|enganacao|arnaque|arnaqueur|voleur|voleurs|"
    "mensonge|menteur|escroc|betrug|betruger|abzocke|abzocker|luge|lugner|dieb" },
  { "k-expose",
    "expose|exposing|warn|warning|reviews|review|one star|trustpilot|post about|go public|"
    "screenshot|screenshots|everyone will know|tell everyone|name and shame|tiktok|"
    "reddit|publicly|publico|resena|capturas|avisar|expor|resenha|prints|avis|publier|"
    "capture|bewertung|offentlich|screenshots|warnen" },
  { "k-chargeback",
    "chargeback|dispute|disputing|disputed|my bank|the bank|card company|paypal claim|"
    "reverse|reversed|unauthorised|unauthorized|charged|charge|charges|charging|"
    "billed|debited|banco|cargo|cobro|cobraron|cobrado|disputa|contracargo|cobranca|"
    "cobraram|estorno|contestar|banque|preleve|prelevement|debite|opposition|bank|"
    "abgebucht|abbuchung|lastschrift|ruckbuchung|cargos" },
  { "k-refund", "refund|refunded|refunds|refunding|money back|moneyback|reimburse*|return my|cash "
                "back|get it back|"
                "give me back|send back|reembolso|reembolsar|devolucion|devolver|devuelvan|"
                "devuelveme|devuelto|mi dinero|reembolsado|devolve|devolvam|meu dinheiro|estorno|"
                "rembours*|mon argent|ruckerstatt*|erstatt*|geld zuruck|mein geld|zuruckzahl*|"
                "cancel my order|undo" },
  { "k-paid",
    "paid|payed|bought|purchased|purchase|ordered|payment went|signed up|enrolled|invested|"
    "pague|pagado|compre|comprado|paguei|comprei|paye|achete|bezahlt|gekauft|gebucht|"
    "uberwiesen|transferred|deposit|invoice|receipt|order" },
  { "k-policy", "policy|policies|terms|conditions|if i|what if|in case|would i|do you offer|do you "
                "have|is there a|politica|terminos|condiciones|que pasa si|se eu|termos|condicoes|"
                "conditions|si je|politique|bedingungen|agb|falls|wenn ich|what happens" },
  { "k-member",
    "member|members|membership|module|modules|lesson|lessons|week 2|week 3|week 4|week 5|"
    "portal|login|log in|password|dashboard|cohort|community|homework|workbook|check in|"
    "checkin|session|sessions|our call|my plan|my program|the program|course|batch|"
    "intake|replay|recording|recordings|certificate|invoice|subscription|renewal|"
    "upgrade|pause|miembro|modulo|clase|sesion|curso|grupo|membresia|suscripcion|"
    "aluno|aluna|modulo|aula|sessao|turma|assinatura|seance|module|cours|groupe|"
    "abonnement|programme|modul|stunde|kurs|gruppe|mitglied|zugang|programm|einheit" },
  { "k-access",
    "cant access|no access|access|link isnt|link doesnt|doesnt load|wont load|locked out|"
    "cant log|cant open|not working|broken link|where is|where do i|cant find|no puedo "
    "entrar|acceso|enlace|nao consigo entrar|acesso|acces|lien|zugriff|komme nicht|"
    "upload|submit|attach|reschedule" },
  { "k-coachword",
    "coach|coaching|mentor|trainer|teacher|tutor|owner|boss|manager|supervisor|founder|"
    "in charge|team|staff|support|entrenador*|profesora|dueno|jefe|encargado|equipo|"
    "treinador*|professora|dono|chefe|equipe|responsable|chef|patron|equipe|"
    "inhaber*|chef|chefin|leitung" },
  { "k-human", "human|humans|person|real person|actual person|someone|somebody|human being|real "
               "human|breathing|flesh|persona|alguien|humano|humana|pessoa|alguem|personne|humain|"
               "humaine|quelqu un|quelqu|mensch|menschen|person|jemand|jemanden|echte|echter" },
  { "k-speak",
    "speak|talk|call|ring|phone|chat with|put me|pass me|connect|transfer|get me|hand me|"
    "directly|personally|one to one|voice note|hablar|hable|llamar|llame|pasame|pasa|"
    "comunicar|directamente|falar|ligar|passa|passar|diretamente|parler|appeler|passez|"
    "directement|sprechen|reden|anrufen|telefonieren|verbinde*|weiterleiten|direkt|"
    "escalate|reach" },
  { "k-robot",
    "bot|bots|robot|robots|ai|a i|chatgpt|gpt|chatbot|machine|automated|automatic|"
    "automation|auto reply|autoreply|algorithm|software|program|computer|script|scripted|"
    "canned|copy paste|copy pasted|template|llm|claude|siri|maquina|automatico|"
    "automatica|automatizado|ia|inteligencia artificial|robo|automatica|machine|"
    "automatique|robot|ki|maschine|automatisch|programm|kunstliche|autopilot|assistant|"
    "virtual|typing|behind" },
  { "k-real",
    "real|really|actually|genuine|honest|honestly|true|truth|legit|de verdad|real|verdade|"
    "mesmo|vrai|vraiment|echt|wirklich|ehrlich|for real|fr" },
  { "k-instruct",
    "ignore|disregard|forget|override|bypass|instruction|instructions|prompt|prompts|system|rules|"
    "rule|guidelines|jailbreak|developer|admin|debug|mode|dan|pretend|roleplay|role|"
    "act as|you are now|from now on|new instructions|previous|above|begin|repeat|"
    "print|output|reveal|show me your|execute|command|decode|base64|json|sudo|token|"
    "configuration|config|settings|policy|ignora|olvida|instrucciones|reglas|sistema|"
    "finge|actua|actua como|ignore|esqueca|instrucoes|regras|finja|aja como|ignore|"
    "oublie|instructions|regles|systeme|fais comme|ignoriere|vergiss|anweisung*|"
    "regeln|system|tu so|verhalte dich|modo|modus|mark me|authorised|authorized|"
    "verified|approve|unlock|simulate|hypothetical*|translate" },
  { "k-insult", "idiot|idiots|stupid|dumb|moron|loser|losers|pathetic|useless|joke of|clown|clowns|"
                "trash|garbage|rubbish|worthless|lazy|fool|foolish|ridiculous|disgrace|disgusting|"
                "embarrassing|shame|ashamed|weak|weakling|coward|fat|ugly|disappointment|hopeless|"
                "waste of|sad|clueless|ignorant|incompetent|amateur|arrogant|condescending|rude|"
                "idiota|estupid*|tonta|tonto|inutil|patetic*|basura|ridicul*|vergonha|burro|burra|"
                "lixo|preguicos*|fracassad*|covarde|perdedor*|verguenza|vago|vaga|cobarde|idiote|"
                "stupide|nul|nulle|minable|pathetique|honte|ridicule|feignasse|lache|dumm|bloed|"
                "blod|idiot|versager|erbarmlich|lacherlich|peinlich|faul|schande|feigling|nutzlos|"
                "cheapskate|broke ass|excuses|crybaby|whiner|snowflake|delusional" },
  { "k-swear",
    "fuck|fucking|fuckin|fck|f off|wtf|stfu|shit|shitty|bullshit|bs|crap|damn|bloody|hell|"
    "piss|pissed|ass|asshole|arse|bitch|bastard|dick|prick|mierda|joder|puta|puto|cono|"
    "hijo de|cabron|merda|porra|caralho|foda|merde|putain|con|connard|foutez|foutre|chier|"
    "scheiss*|verdammt|arsch*|fick*|kack|wichser|cunt|twat|wanker" },
  { "k-angry",
    "angry|annoyed|annoying|furious|mad|fed up|sick of|tired of|sick and|had enough|"
    "irritating|insulting|insulted|unacceptable|unprofessional|appalling|worst|terrible|"
    "awful|horrible|outrageous|greedy|money grab|cash grab|pushy|desperate|sleazy|creepy|"
    "ignored|ignoring|waiting|three days|no reply|no answer|ghosted|wasting my|dont care|"
    "harta|harto|enfadad*|cabread*|molest*|pesad*|inaceptable|vergonzoso|fatal|asco|"
    "irritad*|cansada de|inaceitavel|absurdo|palhacad*|enerve*|marre|ras le bol|"
    "inadmissible|agace*|scandaleux|wutend|sauer|genervt|nervt|unverschamt*|frech*|"
    "frechheit|unmoglich|reicht|gierig|congrats|slow clap|well done you" },
  { "k-sexual",
    "sexy|sex|sexual|nude|nudes|naked|pics|feet|boobs|tits|ass|butt|booty|body|hot|hottie|"
    "horny|kiss|bed|bedroom|lick|moan|spank|daddy|cuddle|thick|curves|lingerie|panties|"
    "bra|bikini|onlyfans|hookup|hook up|date me|marry me|single|gorgeous|cute|lips|"
    "desnuda|desnudo|culo|tetas|cama|besar|beso|rica|buenorra|follar|guapa|pelada|nua|"
    "bunda|gostosa|peitos|transar|beijo|cama|nue|nues|seins|cul|coucher|baiser|bonne|"
    "lit|nackt|nackte|titten|brust|arsch|ficken|bett|kussen|geil|heiss|unterwasche|"
    "wear|wearing|shower|touch|screamer|hard|turn me on|turned on" },
  { "k-threat",
    "find you|find out where|know where you|come for you|watch your back|regret this|be "
    "sorry|make you pay|you will pay|hurt you|kill you|hope you die|rot|ruin you|"
    "destroy you|end you|your address|your house|your kids|te voy a encontrar|se donde "
    "vives|te vas a arrepentir|vou te achar|sei onde|vai se arrepender|je sais ou|tu "
    "vas le regretter|ich weiss wo|wirst es bereuen|ich finde dich" },
  { "k-thanks",
    "thanks|thank you|thx|ty|cheers|grateful|appreciate|love your|loved|love this|helpful|"
    "gracias|me encanta|obrigad*|amei|adorei|merci|j adore|danke|liebe deine|great|"
    "amazing|awesome|brilliant|helped|inspired|inspiring|congrats|felicidades|parabens" },
  { "k-ask", "what|whats|how|when|where|which|why|who|can you|could you|do you|does|is there|are "
             "there|wondering|curious|que|como|cuando|donde|cual|por que|puedes|quanto|quando|onde|"
             "qual|voces|pode|quel|quelle|comment|quand|ou|pourquoi|est ce|was|wie|wann|wo|welche|"
             "warum|kann|konnt|habt" },
  { "k-wantto",
    "want|wanna|would like|id like|looking to|hoping|hope|wish|goal|need|trying to|plan|"
    "quiero|quisiera|me gustaria|necesito|espero|quero|queria|gostaria|preciso|veux|"
    "voudrais|aimerais|besoin|espere|will|mochte|wurde gern|brauche|hoffe|ziel|dream" },
  { "k-think",
    "think|thinking|thought|sleep on|consider|decide|decision|mull|ponder|process|pensar|"
    "pensarlo|decidir|consultar|penso|pensando|reflechir|reflechis|reflexion|decider|"
    "uberlegen|uberlege|nachdenken|entscheiden|bedenkzeit|get back to you|let you know|"
    "unsure|not sure|torn|undecided|on the fence" },
  { "k-money",
    "money|cash|price|prices|pricing|cost|costs|fee|fees|pay|paying|payment|budget|afford|"
    "expensive|cheap|cheaper|pricey|steep|broke|salary|rent|bills|debt|loan|savings|"
    "dinero|precio|caro|cara|pagar|presupuesto|alquiler|deuda|sueldo|dinheiro|preco|"
    "orcamento|grana|aluguel|divida|salario|argent|prix|cher|chere|payer|loyer|dettes|"
    "moyens|geld|preis|teuer|bezahlen|zahlen|leisten|miete|schulden|gehalt|kosten|worth|"
    "invest|investment|quid|bucks|grand|dollars|euros|pounds|naira|rupees|reais" },
  { "k-time", "time|busy|hours|schedule|shifts|shift|overtime|deadline|deadlines|slammed|swamped|"
              "hectic|tiempo|horas|ocupada|ocupado|turno|tempo|ocupad*|corrido|corrida|temps|"
              "occupe|occupee|heures|deborde*|zeit|stunden|stress|schicht|termine|beschaftigt|"
              "calendar|juggling|two jobs|full time" },
  { "k-later",
    "later|next month|next year|january|february|march|april|may|june|july|august|"
    "september|october|november|december|summer|autumn|winter|spring|after|until|not yet|"
    "someday|eventually|soon|new year|christmas|easter|ramadan|diwali|mas adelante|luego|"
    "despues|proximo|proximo mes|enero|verano|depois|mais pra frente|proximo|janeiro|"
    "ferias|plus tard|apres|prochain|janvier|ete|rentree|spater|nachsten|nachstes|januar|"
    "sommer|erst|nach dem|wait|waiting" },
  { NULL, NULL },
};
