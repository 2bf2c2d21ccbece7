#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-amount.h"
#include "rules/memory/ante-link.h"
#include "rules/memory/ante-reading.h"

#include "model/ante-fact.h"
#include "rules/ante-text.h"

/* We say that we will do something, or that something holds for them. */
static const AntePhrase promises[] = {
  { EN,
    "ill|i will|ll "
    "send|check|ask|call|get|hold|keep|write|make|let|reserve|save|remind|add|include|come",
    0 },
  { EN, "ill send|check|ask|call|get|hold|keep|write|make|let|reserve|save|remind|add|include|come",
    0 },
  { EN, "we|we will|ll|can ~ hold|include|refund|extend|give", 0 },
  { EN, "i promise|guarantee", 0 },
  { EN, "youll get|receive|have", 0 },
  { ES, "te|le mando|envio|aviso|reservo|guardo|escribo|recuerdo", 0 },
  { ES, "te|le ~ voy a", 0 },
  { PT, "te mando|envio|aviso|reservo|guardo|escrevo|lembro", 0 },
  { PT, "vou te|enviar|mandar", 0 },
  { FR, "je vous|te|t envoie|enverrai|garde|reserve|rappelle|tiens", 0 },
  { DE, "ich schicke|schick|melde|reserviere|halte|sende|erinnere", 0 },
};

/* We name what it costs. */
static const AntePhrase prices[] = {
  { EN, "cost|costs|price|its|is|starts|investment|fee|charge|package|from|for|a", 0 },
  { ES, "cuesta|precio|son|vale", 0 },
  { PT, "custa|preco|sao|valor|fica", 0 },
  { FR, "coute|prix|tarif", 0 },
  { DE, "kostet|preis", 0 },
};

/* What we send beside a link: told once, it need not be told again. */
static const AntePhrase contents[] = {
  { EN,
    "guide|recipe|recipes|list|pdf|ebook|freebie|download|video|checklist|article|post|blog|"
    "podcast|playlist|worksheet|channel|episode",
    0 },
  { ES, "guia|receta|lista|video", 0 },
  { PT, "guia|receita|lista|video", 0 },
  { FR, "guide|recette|liste|video", 0 },
  { DE, "anleitung|rezept|liste|video", 0 },
};

static void
keep (AnteReading *reading, const char *type, guint i, AnteSpan span)
{
  ante_reading_add (reading, ANTE_FACT_ALREADY_KNOWS, i, span, 0.8)->type = type;
}

static gboolean
is_question (const AnteLine *line, guint at)
{
  return ante_line_word (line, ante_line_sentence_end (line, at) - 1)->after == '?';
}

static void
read_links (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  gsize start = 0;
  gsize end = 0;

  while (ante_link_find (line->text, end, &start, &end)) {
    AnteMemoryFact *fact = g_new0 (AnteMemoryFact, 1);
    g_autofree char *address = g_strndup (line->text + start, end - start);

    fact->kind = ANTE_FACT_ALREADY_KNOWS;
    fact->type = ANTE_PHRASES_HAVE (reading->talk, line, contents) ? "content" : "link";
    fact->text = ante_text_clean_name (address, ANTE_FACT_MAX_CHARS);
    fact->line = i;
    fact->span_start = (guint) g_utf8_pointer_to_offset (line->text, line->text + start);
    fact->span_end = (guint) g_utf8_pointer_to_offset (line->text, line->text + end);
    fact->confidence = 0.9;
    g_ptr_array_add (reading->memory->facts, fact);
  }
}

/* A sum in a question is asked for, not told. */
static void
read_prices (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteAmount amount = { 0 };

  for (guint at = 0; at < ante_line_n_words (line); at = MAX (amount.span.after, at + 1)) {
    AnteSpan sentence = { 0, 0 };

    if (!ante_amount_read (line, at, &amount)) {
      amount.span.after = at + 1;
      continue;
    }
    sentence = ante_reading_sentence (line, at);
    if (is_question (line, at) || amount.value < 5 ||
        (amount.unit != ANTE_AMOUNT_MONEY &&
         (amount.unit != ANTE_AMOUNT_PLAIN ||
          ante_phrases_find (reading->talk, line, sentence.first, sentence.after, prices,
                             G_N_ELEMENTS (prices), NULL) == NULL)))
      continue;
    keep (reading, "price", i, sentence);
    return;
  }
}

static void
read_promises (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteSpan span = { 0, 0 };

  if (ANTE_PHRASES_FIND (reading->talk, line, promises, &span) != NULL &&
      !is_question (line, span.first) && !ante_answer_is_negated (reading->talk, line, span.first))
    keep (reading, "promise", i, ante_reading_sentence (line, span.first));
}

/**
 * ante_memory_read_told:
 *
 * What the lead has heard from us already: prices, links and what was sent with them, promises. It
 * is the one thing that is read from our own messages.
 */
void
ante_memory_read_told (AnteReading *reading)
{
  for (guint i = 0; i < reading->talk->lines->len; i++) {
    if (ANTE_READING_LINE (reading, i)->from_lead ||
        ante_line_n_words (ANTE_READING_LINE (reading, i)) == 0)
      continue;
    read_links (reading, i);
    read_prices (reading, i);
    read_promises (reading, i);
  }
}
