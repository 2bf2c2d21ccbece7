#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-reading.h"

#include <string.h>

/* How many lines back a "she" may have her name. */
#define MEMORY_OF_NAMES 6

#define SELVES                                                                                     \
  "i|im|ive|id|ill|me|my|mine|we|were|weve|us|our|yo|tengo|quiero|eu|tenho|quero|je|j|moi|nous|"   \
  "on|"                                                                                            \
  "ich|mir|mich|wir|nosotros|nos|necesito|preciso|estoy|estou|soy|sou|puedo|posso"
#define PRONOUNS                                                                                   \
  "he|she|they|him|her|hes|shes|theyre|them|his|their|el|ella|ellos|ele|ela|eles|elas|il|elle|"    \
  "ils|"                                                                                           \
  "elles|er|ihm|ihr"

static gboolean
names_person (const AnteWord *word, AnteWhose *whose)
{
  if (ante_word_is (word, "@partner"))
    *whose = ANTE_WHOSE_PARTNERS;
  else if (ante_word_is (word, "@child"))
    *whose = ANTE_WHOSE_CHILDS;
  else if (ante_word_is (word, "@other"))
    *whose = ANTE_WHOSE_OTHERS;
  else
    return FALSE;
  return TRUE;
}

/* Who a pronoun at @at stands for: the person named last. Where nobody was, it stands for whoever
 * the lead talks about: a "they" of their own story. */
static AnteWhose
resolve (const AnteReading *reading, guint line, guint at)
{
  AnteWhose whose = ANTE_WHOSE_LEADS;

  for (guint back = 0; back <= MEMORY_OF_NAMES && back <= line; back++) {
    const AnteLine *earlier = ANTE_READING_LINE (reading, line - back);
    guint n = back == 0 ? at : ante_line_n_words (earlier);

    while (n > 0) {
      if (names_person (ante_line_word (earlier, --n), &whose))
        return whose;
    }
  }
  return ANTE_WHOSE_LEADS;
}

/* A person is the subject where a part of the sentence begins with them; in "for my sister" and
 * "take my mum to Japan" they are not. */
static gboolean
is_subject (const AnteLine *line, guint at)
{
  static const char before[] =
    "my|a|the|our|his|her|this|your|old|best|own|little|big|ex|one|mi|un|una|"
    "la|el|meu|minha|uma|um|o|mon|ma|une|mein|meine|ein|eine|der|die|das|le|"
    "in|law|another|last";
  static const char joints[] =
    "and|but|because|bc|so|that|if|when|while|since|where|cause|as|says|said|"
    "think|thinks|y|pero|porque|que|e|mas|et|mais|parce|und|aber|weil|dass|wenn|"
    "hi|hey|hola|oi|ok|yes|no|actually|then|which|who|lol|haha|now|today|aunque|"
    "si|se|cuando|quando|quand|also|even|does|did|is|was|would|hallo|bonjour";
  guint start = ante_line_sentence_start (line, at);
  guint i = at;

  /* "my sister's wedding" is an event, not a sister. */
  if (g_str_has_suffix (ante_line_word (line, at)->text, "s") &&
      !ante_word_is (ante_line_word (line, at),
                     "boss|mas|mes|kids|parents|friends|daughters|sons|sis") &&
      ante_line_word (line, at)->end - ante_line_word (line, at)->start >
        strlen (ante_line_word (line, at)->text))
    return FALSE;
  while (i > start && ante_word_is (ante_line_word (line, i - 1), before))
    i--;
  return i == start || ante_line_word (line, i - 1)->after != 0 ||
         ante_word_is (ante_line_word (line, i - 1), joints);
}

/**
 * ante_whose_is:
 * @line: a line of the lead
 * @at: a word of it
 *
 * Returns: whom what stands there is about: the subject nearest before it, the lead where there is
 * none
 */
AnteWhose
ante_whose_is (const AnteReading *reading, guint line, guint at)
{
  const AnteLine *own = ANTE_READING_LINE (reading, line);
  AnteWhose whose = ANTE_WHOSE_LEADS;
  guint start = 0;

  if (at >= ante_line_n_words (own))
    return ANTE_WHOSE_LEADS;
  start = ante_line_sentence_start (own, at);
  for (guint i = at + 1; i > start; i--) {
    const AnteWord *word = ante_line_word (own, i - 1);

    if (names_person (word, &whose) && is_subject (own, i - 1))
      return whose;
    if (ante_word_is (word, SELVES) &&
        !(i < at + 1 && ante_word_is (word, "@my") && names_person (word + 1, &whose)))
      return ANTE_WHOSE_LEADS;
    if (ante_word_is (word, PRONOUNS) && !ante_word_is (word, "her|his|their|el|la|ihr"))
      return resolve (reading, line, i - 1);
  }
  return ANTE_WHOSE_LEADS;
}
