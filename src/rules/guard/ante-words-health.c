#include "config.h"

#include "rules/guard/ante-guard-cues.h"

/* A cure, a treatment, or a word against the doctor. */
static const char *const medical_claim[] = {
  "(heal|cure|heals|cures|fix|fixes|repair|repairs|rebalance|balances|detox|restore|restores|"
  "undo) ?up ?completely ?your|my|the|her|his ?damaged|broken|bad|leaky (knee|knees|back|gut|"
  "shoulder|hip|spine|hormones|metabolism|thyroid|liver|heart|skin|pain|joints|neck|ankle|"
  "injury|trauma|nervous|brain|adrenals|cortisol|migraines|periods|fertility)",
  "!(fix|fixes|repair) ?your|the (back) (door|yard)",
  "(cure|cures|cured|curing|heal|heals|healed|healing|reverse|reverses|reversed|reversing|treat|"
  "treats|treated|"
  "treating|eliminate|eliminates|eliminated|eradicate|fix|fixes|fixed|fixing|beat|beats|get rid "
  "of|gets rid of|"
  "resolve|resolves|remove|removes|remedy|prevent|prevents|stops|clears|clear up|clears "
  "up|ends|manage|control|"
  "controls|lowers|lower|improve|improves|help with|helps with|helped with|works for|put into "
  "remission|banish|relieve|"
  "relieves|kick|crush) ?away|up|down "
  "?all|your|my|the|her|his|their|most|even|chronic|type|completely ?# "
  "?one|two|severe|own @ailment",
  "!(doctor|dr|gp|nobody|no one|medicine|pill|he|she|cant|not|dont|doesnt|wont|never|nor|isnt) ~ "
  "(cure|cures|heal|"
  "heals|treat|treats|fix|fixes|reverse|reverses|manage|control|lower) ~ @ailment",
  "@ailment "
  "?and|symptoms|all|will|can|is|are|has|have|may|could|would|ll|simply|just|usually|actually|been|"
  "be ?be|"
  "been|is|just|completely ?completely (disappear|disappears|vanish|vanishes|gone|go away|goes "
  "away|heals|healed|cured|"
  "cure|reversed|reversible|in remission|fixed|history|disappeared|vanished|clear up|clears "
  "up|thing of the past|under "
  "control|melt away|resolves|resolved|resolve|gets better|get better|improves|improve|wont come "
  "back|curable)",
  "!@ailment ?will ?to (goes away|go away|disappears|gone|better) ?or|is|has|on|would",
  "(stop|quit|skip|ditch|drop|throw out|throw away|come off|coming off|get off|getting off|go "
  "off|wean|reduce|halve|"
  "lower|cut|cutting|replace|replaces|without|no "
  "more|bin|toss|forget|lose|pause|double|increase|up|raise|adjust|change|"
  "instead of|free of|off|never need|dont need|wont need|no need for|stopped|switch) "
  "?taking|off|your|the|my|any|of|"
  "using|down|on|out|from ?your|the|any|those|that|dose|taking|all|need ?of ?your|the|those "
  "@medicine",
  "!(dont|do not|never|not|please dont|wouldnt|shouldnt|cant|before|without asking|wont tell you "
  "to|without talking) "
  "?ever|just|you|tell ?you ?to ?simply (stop|quit|skip|ditch|drop|come "
  "off|reduce|change|adjust|halve|double|replace|"
  "pause) ~ @medicine",
  "!(did|do|have|when|why|are|if|what) ?did|do|made ?you ?made ?ever ?you ?to "
  "(stop|quit|skip|stopped|come off|change|"
  "double) ~ @medicine",
  "(you|youll|she|he|they) ?will|can|wont|dont|no|really|probably|definitely|soon|then "
  "?longer|never|be|have ?need|able "
  "?to ?stop|come|drop|reduce|need|get ?taking|off|the ?your ?any @medicine "
  "?any|anymore|after|again|at|by|once|"
  "altogether|for good",
  "!(you|she|he) ?will|can|should|dont|ever|already|still|currently|also|said|mentioned "
  "?need|take|are ?on|to ?ask|tell "
  "?about ?the|your|any @medicine ?now|at|for|right",
  "(doctors|doctor|your doctor|the doctor|your gp|physicians|big pharma|your "
  "psychiatrist|medicine|modern medicine|your "
  "dietitian|specialists|your specialist|your therapist|your midwife) "
  "?just|are|is|only|simply|often|always ?just|a|so|"
  "only|probably (wrong|dont know|doesnt know|dont understand|doesnt understand|clueless|want you "
  "sick|pushes pills|"
  "push pills|lie|lies|lying|outdated|overreacting|wont tell you|does not know|overcautious|too "
  "cautious|know nothing|"
  "misinformed|dont care|mistaken)",
  "!(if|when|has|what|whether|did|does|unless) ?your|the doctor|gp|specialist|doctors "
  "?who|has|ever ?said",
  "(dont|no|do not|never|ignore|without|instead of|forget|better than|more than|skip|cancel|not "
  "need|over|rather than) "
  "?listen|need|trust|believe|to|see|even|what|worry|see|about|asking|seeing|bother|wait|go|going "
  "?to|for|with|about|"
  "anything|what ?see ?a|your|the|any|that ?gp|real "
  "(doctor|doctors|gp|physician|specialist|psychiatrist|therapist|"
  "medical advice|midwife|cardiologist|doctors appointment|endocrinologist|blood "
  "test|surgery|operation|check up|"
  "checkup|hospital)",
  "!(dont|do not|never|wont|not|cant|please dont|wouldnt) ?ever|tell|want|go|do|say|you|start ?you "
  "?to|anything|it "
  "(ignore|skip|cancel|without|instead of|forget|over|against|replace) ~ "
  "(doctor|gp|specialist|midwife|psychiatrist)",
  "!(more|better) than ?a|your|any doctor visit|appointment can",
  "(take|taking|try|have|swallow|start|use|up to|increase to) "
  "?about|up|to|just|at|with|some|daily|high|dose ?to ?least "
  "?# ?dose|mg|g|grams|iu|mcg|drops|tablets|capsules|ml ?of "
  "(mg|iu|mcg|berberine|ashwagandha|melatonin|ibuprofen|"
  "magnesium|vitamin|paracetamol|aspirin|st johns|inositol|zinc|iron "
  "supplements|supplements|cbd|creatine|omega|"
  "turmeric|probiotics|advil|tylenol|valerian|antihistamine|benadryl|folic|laxatives)",
  "!(take|taking|have|try|use|start) ~ (vitamin) c in|rich",
  "!(do|did|are|have|if|does) you ?ever|also|already|currently (take|taking|use|try|tried|have)",
  "(safe|fine|ok|okay|good|perfectly safe|no problem|no danger|harmless|healthy|nothing wrong) "
  "?for|to|with|during|"
  "while|and|in ?you|do|fast|train|lift|diet|take|combine ?while|with|in|during|and ?your "
  "(pregnancy|pregnant|your "
  "medication|your meds|your condition|breastfeeding|your heart|high blood "
  "pressure|diabetes|diabetics|while pregnant|"
  "your thyroid|chest pain|your antidepressants|the baby|insulin)",
  "!(not|isnt|ask|check|whether|if|is it|cant say|dont know) ~ (safe|fine|ok|okay) ~ "
  "(pregnan*|medication|meds)",
  "(natural|better than|as good as|works like|alternative to|replacement for|replaces|substitute "
  "for|instead of|beats|"
  "same as|stronger than) ?alternative ?to|for ?your|any|a|the ?cure "
  "@medicine|therapy|ozempic|chemo|surgery|insulin",
  "!(not|isnt|never|no|cant|doesnt|wont|nor) ?a|an|be ?a "
  "(alternative|replacement|substitute|replace|replaces)",
  "(clinically|medically|scientifically|doctor) "
  "(proven|approved|recommended|backed|certified|tested) ?to",
  "(medical|therapeutic|healing) (treatment|cure|protocol|therapy|effect) ?for|program|plan ",
  "(detox|detoxes|cleanse|flush|flushes) ?out ?your|the|all "
  "(liver|body|toxins|organs|system|blood|gut)",
  "(cura|curar|curara|curo|cure|trata|tratar|elimina|sana|sanar|reverte|reverter|revierte|guerit|"
  "guerir|soigne|soigner|"
  "traite|heilt|heilen|geheilt|heile|besiegt|behandelt|kuriert|guerira|acaba com|accaba con|acabar "
  "con|elimine|"
  "revertir|eliminar|supprime) "
  "?a|la|el|tu|sua|seu|le|ton|votre|deine|deinen|dein|die|den|o|les|l|su|al @ailment",
  "(@ailment) (desaparece|desaparecera|se cura|se va|some|vai sumir|vai "
  "desaparecer|disparait|disparaitra|verschwindet|"
  "heilt|geht weg|weg)",
  "(deja|deje|dejar|puedes dejar|no necesitas|pare|parar|pode parar|nao precisa|nao "
  "precisas|suspenda|arrete|arretez|"
  "arreter|plus besoin|pas besoin|setz|setze|absetzen|brauchst keine|brauchst du "
  "keine|ohne|sin|sem|sans|keine|"
  "suspende) ?de ?de|du|des|deine|deinen|die ?tomar|ton|votre|prendre "
  "?la|el|tu|los|tus|o|os|seu|seus|sua|le|les|"
  "tes|vos|ton|remedio|deine|mehr ?la|seu|tu|el "
  "(medicacion|medicamento|medicamentos|medicina|pastillas|remedio|"
  "remedios|medicacao|insulina|antidepresivos|antidepressivo|traitement|medicaments|medicament|"
  "insuline|"
  "antidepresseurs|medikamente|tabletten|insulin|antidepressiva|tratamiento|tratamento|medico|"
  "medecin|arzt)",
  "!(no|nunca|nao|ne|nicht|jamais|nie) ?pas ?dejes|deje|arretez ?de "
  "(deja|deje|dejar|dejes|pare|parar|suspenda|arrete|"
  "arretez|setz|setze|absetzen)",
  NULL,
};

static const char *const diagnosis[] = {
  "(he|she|husband|wife|son|daughter|kid|you|child|partner|mother|ex|boyfriend) ?clearly|"
  "probably|definitely|obviously|likely|may (has|have) ?a|an|some ?_ ?_ (disorder|syndrome|"
  "deficiency|imbalance|narcissism|intolerance|dysregulation)",
  "!(you|he|she) (have|has) ?a|an ?_ ?_ (disorder) (diagnosis|and|so|as)",
  "(you|youve|sounds like|sounds|that is|thats|its|this is|it is|looks like|clearly|you "
  "probably|probably|i think you|"
  "seems like|likely|your son|your daughter|your kid|he|she|your child|i bet|that sounds "
  "like|signs of|symptoms of|"
  "classic|textbook|typical|case of|definitely) "
  "?have|has|is|got|you|he|she|probably|clearly|just|like|obviously|definitely|a|are|"
  "youve|most|almost|sounds|might ?have|has|got|just|a|like|certainly|certainly "
  "?a|mild|definitely|you|an|case|got|have "
  "?have|classic|mild|clear|got|of|an|a ?case ?of @diagnosis",
  "!(you|youve) said|told|mentioned|wrote|were|shared|say ?that|me|about ?with|you|me "
  "?have|living|your @diagnosis",
  "!(you|youve) ?have|said|mentioned|already|also|with ?have|a @diagnosis "
  "(diagnosis|and|so|is|sounds|then|too|must|"
  "thanks|which|for|on|can|that|makes|already|who|what|treated|under|how)",
  "!(if|do|does|did|whether|cant|dont|not|wouldnt|hear|sorry) "
  "?she|he|you|it|sure|to ?have|hear|to "
  "?about|you ~ @diagnosis",
  "(i|let me|i can|i would|id|im going to) ?can|would|ll|already|hereby|now diagnose "
  "?you|your|this|it",
  "(youre|you are|he is|shes|hes|she is) ?just|clearly|probably|definitely|obviously|so|a ?a|bit "
  "(insulin resistant|"
  "depressed|anemic|anaemic|bipolar|adhd|autistic|gluten intolerant|lactose "
  "intolerant|deficient|hypothyroid|"
  "prediabetic|borderline|iron deficient|vitamin "
  "deficient|clinically|hormone|perimenopausal|menopausal|narcissistic|"
  "diabetic|celiac|inflamed|a narcissist|codependent)",
  "(your|its your|thats your|must be your) ?an ?probably "
  "(cortisol|hormones|thyroid|hormone|adrenals|insulin|"
  "dopamine|serotonin|gut) ?levels ?is|are|s ?levels ?too|out|so "
  "(is|are|too|low|high|imbalanced|out of|broken|"
  "spiking|causing|off|imbalance)",
  "(tienes|tiene|es|seguro que tienes|suena a|parece|voce tem|isso e|parece ser|tem|tu as|vous "
  "avez|c est|on dirait|du "
  "hast|das ist|klingt nach|sieht aus nach|sie haben|il a|elle a|seguramente) "
  "?claramente|una|un|seguro|probablemente|"
  "claramente|surement|clairement|sicher|wohl|eine|bestimmt|certainement|com "
  "?un|une|une|uma|um|eine|de ?la (diabetes|"
  "ansiedad|depresion|tdah|hipotiroidismo|celiaca|celiaco|autismo|ansiedade|depressao|tdah|"
  "hipotireoidismo|depression|"
  "anxiete|tda|diabete|hypothyroidie|depression|adhs|depressionen|autismus|unterfunktion|burnout|"
  "trastorno|"
  "insulinoresistencia|sindrome|resistencia a la insulina|zoliakie|angststorung)",
  NULL,
};

const AnteCueTable ante_words_health[] = {
  { ANTE_CUE_MEDICAL_CLAIM, medical_claim },
  { ANTE_CUE_DIAGNOSIS, diagnosis },
  { ANTE_CUE_MEDICAL_CLAIM, NULL },
};
