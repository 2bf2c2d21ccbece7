#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-reading.h"

/* A yes or a no stands among the first words, or it is about something else. */
#define EARLY_WORDS 4

static const AntePhrase yeses[] = {
  { EN,
    "yes|yeah|yep|yup|yea|sure|definitely|absolutely|ok|okay|deal|perfect|please|certainly|totally",
    0 },
  { EN, "of course", 0 },
  { EN, "go ahead|on", 0 },
  { EN, "sounds good|great|perfect|fair|fine|ok|okay|reasonable|doable|right", 0 },
  { EN, "doable|reasonable|fair $", 0 },
  { EN, "send it", 0 },
  { EN, "why not", 0 },
  { EN, "i|he|she|they|we do|am|is|are|can|could|would|will $", 0 },
  { EN, "works|fine|great|good ?for ?me ?with ?too $", 0 },
  { EN, "lets do", 0 },
  { EN, "id love|like", 0 },
  { EN, "that works", 0 },
  { ES, "si|claro|vale|dale|perfecto|venga|genial|supuesto|encantada|encantado", 0 },
  { PT, "sim|claro|topo|pode|perfeito|bora|combinado|quero|aceito|beleza", 0 },
  { FR, "oui|volontiers|parfait|ouais|carrement", 0 },
  { FR, "avec plaisir", 0 },
  { FR, "d accord", 0 },
  { FR, "bien sur", 0 },
  { DE, "ja|gerne|gern|klar|naturlich|sicher|unbedingt|perfekt|passt", 0 },
};

static const AntePhrase noes[] = {
  { EN, "^ no|nope|nah|never", 0 },
  { EN, "not really|yet|interested|now|sure|at", 0 },
  { EN, "no way|thanks|thank", 0 },
  { EN, "i dont|cant|wont", 0 },
  { ES, "^ no", 0 },
  { PT, "^ nao|nem", 0 },
  { FR, "^ non", 0 },
  { FR, "pas vraiment|du", 0 },
  { DE, "^ nein|nee|ne", 0 },
  { DE, "nicht wirklich", 0 },
};

/* An answer that tells nothing. */
static const AntePhrase dodges[] = {
  { EN, "none really", 1 },
  { EN, "^ not really", 0 },
  { EN, "just wanted|want to say", 1 },
  { EN, "^ none|nope|nah|nothing $", 0 },
  { EN, "just here for|to", 1 },
  { EN, "just looking|browsing|curious|liked|like|watching", 1 },
  { EN, "no goal|goals|plans|idea", 1 },
  { EN, "not interested", 1 },
  { EN, "you tell me", 1 },
  { EN, "why do you ask|care", 1 },
  { EN, "good question", 0 },
  { EN, "nothing special|really|much|specific|particular|in", 1 },
  { EN, "depends|depend", 1 },
  { EN, "i dont|dunno really|even know", 0 },
  { EN, "dont know|remember", 0 },
  { EN, "never thought about", 1 },
  { EN, "not sure", 0 },
  { EN, "no clue", 0 },
  { EN, "dunno|idk", 0 },
  { EN, "same here", 1 },
  { EN, "im|i am good|fine", 1 },
  { EN, "none of your", 1 },
  { EN, "rather not say", 1 },
  { ES, "^ nada|ninguno|ninguna $", 0 },
  { ES, "no se|lo", 0 },
  { ES, "ni idea", 1 },
  { ES, "solo miraba|mirando|curioseando", 1 },
  { ES, "depende", 1 },
  { ES, "nada en especial|concreto", 1 },
  { PT, "^ nada|nenhum|nenhuma $", 0 },
  { PT, "nao sei", 0 },
  { PT, "so olhando|curto|curtindo", 1 },
  { PT, "depende", 1 },
  { FR, "^ rien|aucun|aucune $", 0 },
  { FR, "sais pas", 0 },
  { FR, "aucune idee", 1 },
  { FR, "je regarde juste|seulement", 1 },
  { FR, "ca depend", 1 },
  { DE, "^ nichts|keine|keins $", 0 },
  { DE, "keine ahnung", 0 },
  { DE, "weiss nicht", 0 },
  { DE, "schaue|schau nur", 1 },
  { DE, "kommt drauf|darauf", 1 },
};

/* What is only imagined, or taken back in the same breath. */
static const AntePhrase unreal[] = {
  { EN, "if i|we had|were|won|was|could|ever|become|became", 0 },
  { EN, "just|only kidding|joking", 0 },
  { EN, "jk|kidding", 0 },
  { EN, "imagine if|having|being", 0 },
  { EN, "in another|my next life", 0 },
  { EN, "asking for a friend", 0 },
  { ES, "si tuviera|fuera|ganara|pudiera", 0 },
  { ES, "es|era broma", 0 },
  { PT, "se eu tivesse|fosse|ganhasse|pudesse", 0 },
  { PT, "brincadeira|brincando|zoeira", 0 },
  { FR, "si j avais|etais|gagnais", 0 },
  { FR, "je rigole|plaisante|blague", 0 },
  { DE, "wenn ich ~ hatte|ware|konnte", 0 },
  { DE, "hatte ich", 0 },
  { DE, "nur|war ?ein spass|scherz", 0 },
};

static const AntePhrase questions[] = {
  { EN, "^ how much|many|long|does|do|is|can|come", 0 },
  { EN, "^ what|whats|when|where|who|which|why|is|are|does|do|can|could|would|will", 0 },
  { ES, "^ cuanto|cuando|donde|cual|puedes", 0 },
  { PT, "^ quanto|qual|onde", 0 },
  { FR, "^ combien|comment|quel|quelle", 0 },
  { FR, "^ est ce", 0 },
  { DE, "^ wie viel|teuer|lange", 0 },
  { DE, "^ was kostet|ist", 0 },
  { DE, "^ kannst|gibt", 0 },
};

static const AntePhrase negations[] = {
  { EN, "not|no|dont|doesnt|didnt|isnt|wasnt|never|without|arent|wont|cant", 0 },
  { ES, "no|nunca|sin|tampoco", 0 },
  { PT, "nao|nunca|sem|nem", 0 },
  { FR, "pas|ne|n|jamais|sans", 0 },
  { DE, "nicht|kein|keine|keinen|nie|ohne", 0 },
};

/* It may be, and may not. */
static gboolean
is_maybe (const AnteLine *line)
{
  return ante_phrase_find (line, 0, MIN (EARLY_WORDS, ante_line_n_words (line)),
                           "maybe|perhaps|depends|possibly|quiza|quizas|talvez|peut|vielleicht",
                           NULL);
}

gboolean
ante_answer_is_yes (const AnteTalk *talk, const AnteLine *line)
{
  guint n = ante_line_n_words (line);
  gboolean late = n > 0 && ante_word_is (ante_line_word (line, n - 1), "yes|sure|si|sim|oui|ja");

  return (late || ante_phrases_find (talk, line, 0, MIN (EARLY_WORDS, n), yeses,
                                     G_N_ELEMENTS (yeses), NULL) != NULL) &&
         !ante_answer_is_no (talk, line) && !is_maybe (line);
}

gboolean
ante_answer_is_no (const AnteTalk *talk, const AnteLine *line)
{
  guint to = MIN (EARLY_WORDS, ante_line_n_words (line));

  return ante_phrases_find (talk, line, 0, to, noes, G_N_ELEMENTS (noes), NULL) != NULL;
}

/* Whether there is a word between two that is more than small talk. */
gboolean
ante_answer_has_content (const AnteLine *line, guint from, guint to)
{
  for (guint i = from; i < to; i++) {
    if (!ante_word_is (ante_line_word (line, i), "@filler"))
      return TRUE;
  }
  return FALSE;
}

/**
 * ante_answer_is_dodge:
 *
 * Returns: whether a line answers without telling: "dunno", "depends", "just looking"
 */
gboolean
ante_answer_is_dodge (const AnteTalk *talk, const AnteLine *line)
{
  AnteSpan span = { 0, 0 };
  const AntePhrase *phrase = ANTE_PHRASES_FIND (talk, line, dodges, &span);

  if (!ante_answer_has_content (line, 0, ante_line_n_words (line)))
    return TRUE;
  /* "dunno, tone up" does tell. */
  return phrase != NULL && (phrase->value > 0 ||
                            !ante_answer_has_content (line, span.after, ante_line_n_words (line)));
}

/**
 * ante_answer_asks_back:
 *
 * Returns: whether all of a line is a question
 */
gboolean
ante_answer_asks_back (const AnteTalk *talk, const AnteLine *line)
{
  guint n = ante_line_n_words (line);
  AnteSpan span = { 0, 0 };

  if (n == 0)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    const AnteWord *word = ante_line_word (line, i);

    if (ante_word_ends_sentence (word) && word->after != '?' && i + 1 < n)
      return FALSE;
  }
  if (ante_line_word (line, n - 1)->after == '?')
    return TRUE;
  return ante_phrases_find (talk, line, 0, n, questions, G_N_ELEMENTS (questions), &span) != NULL &&
         !ante_answer_has_content (line, 0, span.first);
}

/* Whether what stands at @at was said in play: imagined, or taken back at once. */
gboolean
ante_answer_is_unreal (const AnteTalk *talk, const AnteLine *line, guint at)
{
  guint from = 0;
  guint to = 0;

  if (at >= ante_line_n_words (line))
    return FALSE;
  if (ante_line_word (line, at)->quoted)
    return TRUE;
  from = ante_line_sentence_start (line, at);
  to = ante_line_sentence_end (line, at);
  /* "just kidding" stands behind what it takes back. */
  if (to < ante_line_n_words (line))
    to = ante_line_sentence_end (line, to);
  return ante_phrases_find (talk, line, from, to, unreal, G_N_ELEMENTS (unreal), NULL) != NULL;
}

gboolean
ante_answer_is_negated (const AnteTalk *talk, const AnteLine *line, guint at)
{
  guint from = at;
  guint start = ante_line_sentence_start (line, at);

  while (from > start && at - from < 4 && ante_line_word (line, from - 1)->after == 0)
    from--;
  return ante_phrases_find (talk, line, from, at, negations, G_N_ELEMENTS (negations), NULL) !=
         NULL;
}

/**
 * ante_answer_trim:
 * @span: (inout): words of @line
 *
 * Takes the small talk off both ends.
 *
 * Returns: whether anything is left
 */
gboolean
ante_answer_trim (const AnteLine *line, AnteSpan *span)
{
  static const char small[] =
    "haha|hahaha|hahah|lol|lmao|omg|well|hmm|hm|mmm|oh|ah|um|uh|honestly|tbh|"
    "dunno|idk|yes|yeah|yep|so|ok|okay|jaja|jajaja|kkk|kkkk|bueno|pues|bah|ben|"
    "naja|hi|hey|hello|hola|oi|ola|bonjour|hallo";

  while (span->first < span->after && ante_word_is (ante_line_word (line, span->first), small))
    span->first++;
  while (span->after > span->first && ante_word_is (ante_line_word (line, span->after - 1),
                                                    "lol|haha|hahaha|lmao|tbh|please|pls"))
    span->after--;
  return span->after > span->first;
}

/* They take back what was said before. */
static const AntePhrase corrections[] = {
  { EN, "actually ?no|not", 0 },
  { EN, "i meant|mean", 0 },
  { EN, "sorry i meant|mean", 0 },
  { EN, "no wait", 0 },
  { EN, "correction|scratch", 0 },
  { EN, "changed my mind", 0 },
  { EN, "on second thought", 0 },
  { EN, "rather", 0 },
  { EN, "lets say", 0 },
  { ES, "mejor dicho", 0 },
  { ES, "quise|queria decir", 0 },
  { ES, "en realidad", 0 },
  { ES, "perdon|digo", 0 },
  { PT, "quis dizer", 0 },
  { PT, "na verdade|realidade", 0 },
  { PT, "alias", 0 },
  { FR, "je voulais dire", 0 },
  { FR, "en fait", 0 },
  { FR, "plutot", 0 },
  { DE, "ich meinte", 0 },
  { DE, "eigentlich|besser", 0 },
  { DE, "ich meine", 0 },
};

gboolean
ante_answer_corrects (const AnteTalk *talk, const AnteLine *line, AnteSpan *span)
{
  return ANTE_PHRASES_FIND (talk, line, corrections, span) != NULL;
}
