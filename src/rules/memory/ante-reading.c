#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-reading.h"

#include "model/ante-fact.h"
#include "rules/ante-text.h"

static void
ante_memory_fact_free (AnteMemoryFact *self)
{
  g_free (self->text);
  g_free (self);
}

void
ante_memory_free (AnteMemory *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->met);
  g_ptr_array_unref (self->missing);
  g_free (self->disqualifier);
  g_free (self);
}

static AnteMemory *
ante_memory_new (void)
{
  AnteMemory *self = g_new0 (AnteMemory, 1);

  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_memory_fact_free);
  self->met = g_ptr_array_new_with_free_func (g_free);
  self->missing = g_ptr_array_new_with_free_func (g_free);
  self->source = (AnteMemoryState){ "unknown", -1 };
  self->booking = (AnteMemoryState){ "none", -1 };
  self->next_step = (AnteMemoryState){ "ask_qualifying_question", -1 };
  self->interest = (AnteMemoryState){ "none", -1 };
  self->qualification = (AnteMemoryState){ "needs_more", -1 };
  return self;
}

const AnteMemoryFact *
ante_memory_find (const AnteMemory *self, AnteFactKind kind, const char *type)
{
  for (guint i = 0; i < self->facts->len; i++) {
    const AnteMemoryFact *fact = self->facts->pdata[i];

    if (fact->kind == kind && (type == NULL || g_strcmp0 (fact->type, type) == 0))
      return fact;
  }
  return NULL;
}

AnteSpan
ante_reading_whole (const AnteLine *line)
{
  return (AnteSpan){ 0, ante_line_n_words (line) };
}

AnteSpan
ante_reading_sentence (const AnteLine *line, guint at)
{
  return (AnteSpan){ ante_line_sentence_start (line, at), ante_line_sentence_end (line, at) };
}

static gboolean
ends_part (const AnteWord *word)
{
  return word->after == ',' || word->after == ';';
}

AnteSpan
ante_reading_part (const AnteLine *line, guint at)
{
  AnteSpan part = { at, at + 1 };
  AnteSpan sentence = ante_reading_sentence (line, at);

  while (part.first > sentence.first && !ends_part (ante_line_word (line, part.first - 1)))
    part.first--;
  while (part.after < sentence.after && !ends_part (ante_line_word (line, part.after - 1)))
    part.after++;
  return part;
}

/**
 * ante_reading_add:
 * @line: the message that proves it
 * @span: its words that do, one at least
 *
 * Returns: (transfer none): a new fact, in the lead's own words
 */
AnteMemoryFact *
ante_reading_add (
  AnteReading *reading, AnteFactKind kind, guint line, AnteSpan span, double confidence)
{
  const AnteLine *own = ANTE_READING_LINE (reading, line);
  const AnteWord *first = ante_line_word (own, span.first);
  const AnteWord *last = ante_line_word (own, span.after - 1);
  g_autofree char *words = g_strndup (own->text + first->start, last->end - first->start);
  AnteMemoryFact *fact = g_new0 (AnteMemoryFact, 1);

  fact->kind = kind;
  fact->text = ante_text_clean_name (words, ANTE_FACT_MAX_CHARS);
  fact->line = line;
  fact->span_start = (guint) g_utf8_pointer_to_offset (own->text, own->text + first->start);
  fact->span_end = (guint) g_utf8_pointer_to_offset (own->text, own->text + last->end);
  fact->confidence = confidence;
  g_ptr_array_add (reading->memory->facts, fact);
  return fact;
}

void
ante_reading_drop (AnteReading *reading, AnteFactKind kind)
{
  GPtrArray *facts = reading->memory->facts;

  for (guint i = facts->len; i > 0; i--) {
    if (((AnteMemoryFact *) facts->pdata[i - 1])->kind == kind)
      g_ptr_array_remove_index (facts, i - 1);
  }
}

/**
 * ante_memory_read:
 * @talk: a conversation, its languages found
 * @origin: (nullable): what is known of its first message
 * @criteria: (nullable): what is asked of a lead
 *
 * Reads what a lead has told. It is the lead's words that tell; ours give an answer its meaning.
 * What others want, what is quoted, imagined or said in play is no fact, and where nothing is told
 * there is none.
 *
 * Returns: (transfer full):
 */
AnteMemory *
ante_memory_read (const AnteTalk *talk,
                  const AnteMemoryOrigin *origin,
                  const AnteCriteriaSet *criteria)
{
  static const AnteMemoryOrigin nowhere = { NULL, NULL };
  AnteMemory *memory = ante_memory_new ();
  g_autofree AnteAnswer *answers = ante_ask_read_all (talk);
  AnteReading reading = {
    .talk = talk,
    .origin = origin != NULL ? origin : &nowhere,
    .criteria = criteria,
    .answers = answers,
    .memory = memory,
  };

  ante_memory_read_source (&reading);
  ante_memory_read_booking (&reading);
  ante_memory_read_goal (&reading);
  ante_memory_read_problem (&reading);
  ante_memory_read_bottleneck (&reading);
  ante_memory_read_budget (&reading);
  ante_memory_read_objections (&reading);
  ante_memory_read_timeline (&reading);
  ante_memory_read_signs (&reading);
  ante_memory_read_fit (&reading);
  ante_memory_read_told (&reading);
  ante_memory_qualify (&reading);
  ante_memory_read_interest (&reading);
  ante_memory_read_next_step (&reading);
  return memory;
}
