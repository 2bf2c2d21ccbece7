#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-phrase.h"

/* Words that nearly every line of a language has, and the others have not. */
static const struct {
  AnteTongue tongue;
  const char *words;
} signs[] = {
  { ANTE_TONGUE_EN, "the|i|im|my|you|and|to|it|is|of|for|with|was|what|yes|but|would|have|ive|dont|"
                    "not|that|this|at|"
                    "your|are|just|how|much|want|need|can|about|or|from|week" },
  { ANTE_TONGUE_ES,
    "el|los|las|que|y|mi|con|para|pero|muy|yo|estoy|tengo|quiero|gracias|hola|una|cuando|como|soy|"
    "mas|al|del|hay|puedo|es|lo|si|donde|cuanto|hasta|sin|le|ya|esta|mis" },
  { ANTE_TONGUE_PT, "eu|nao|voce|uma|com|meu|minha|muito|sim|oi|mas|estou|tenho|quero|obrigada|"
                    "obrigado|pra|ao|os|as|"
                    "do|da|na|em|sou|fiz|isso|boa|tambem|ate|vi|seu|e|o|so|mes|topo|queria|ja" },
  { ANTE_TONGUE_FR,
    "je|le|les|des|et|une|pas|pour|avec|mais|mon|ma|suis|est|oui|merci|bonjour|vous|votre|c|j|ai|"
    "dans|sur|au|du|qui|ne|se|il|elle|plus|moi|trop|nous|sans|on" },
  { ANTE_TONGUE_DE,
    "ich|und|der|das|ist|nicht|mit|ein|eine|mir|mich|habe|zu|auf|fur|aber|ja|hallo|danke|bin|wie|"
    "im|"
    "den|dem|mein|meine|noch|auch|sehr|gerne|bis|kann|sie|es|weil|nach|war|wir|von|hab" },
};

static guint
count_signs (const AnteTalk *talk, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < talk->lines->len; i++) {
    const AnteLine *line = ante_talk_line (talk, i);

    /* Who answers in a language is asked in it: our words count a little, for one-word answers. */
    for (guint k = 0; k < ante_line_n_words (line); k++) {
      if (ante_word_is (ante_line_word (line, k), words))
        n += line->from_lead ? 3 : 1;
    }
  }
  return n;
}

/* Fewer signs than this may be chance: "do" is English, too. */
#define FEW_SIGNS 10

/**
 * ante_talk_find_tongues:
 *
 * What the talk is written in: the language with the most of its small words, and any that comes
 * near, since people mix; English where nothing tells.
 */
void
ante_talk_find_tongues (AnteTalk *self)
{
  guint counts[G_N_ELEMENTS (signs)] = { 0 };
  guint most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    counts[i] = count_signs (self, signs[i].words);
    most = MAX (most, counts[i]);
  }
  self->tongues = most < FEW_SIGNS ? ANTE_TONGUE_EN : 0;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    if (most > 0 && counts[i] * 10 >= most * 6)
      self->tongues |= signs[i].tongue;
  }
}
