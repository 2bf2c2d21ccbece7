#include "config.h"

#include "test-memory.h"

/* All types that were found, in the order of the talk, with a space between. */
static char *
list (const AnteMemory *memory)
{
  g_autoptr (GString) types = g_string_new (NULL);

  for (guint i = 0; i < memory->facts->len; i++) {
    const AnteMemoryFact *fact = memory->facts->pdata[i];

    if (fact->kind == ANTE_FACT_OBJECTION)
      g_string_append_printf (types, "%s%s", types->len > 0 ? " " : "", fact->type);
  }
  return g_strdup (types->str);
}

static const struct {
  const char *line;
  const char *types;
} lines[] = {
  { "< that's too expensive for me", "price" },
  { "< I can't afford that right now, sorry", "price" },
  { "< is there something free first?", "price" },
  { "< I have to talk to my husband first", "partner" },
  { "< my wife thinks it's a waste of money", "partner" },
  { "< is this a scam?", "trust" },
  { "< how do I know you're real", "trust" },
  { "< not this month, we're moving", "timing" },
  { "< I don't have time for calls", "time" },
  { "< let me think about it", "need_to_think" },
  { "< is there a long contract?", "commitment" },
  { "< I hate zoom", "format" },
  { "< what about the time zone?", "schedule" },
  { "< my english is not very good", "language" },
  { "< I tried two coaches and nothing worked", "past_failure" },
  { "< 90? hm. less if possible", "price" },
  { "< not til after the summer I guess", "timing" },
  { "< maybe next year", "timing" },
  { "< do you have any reviews?", "trust" },
  { "< I can't promise three times a week", "commitment" },
  { "< es demasiado caro", "price" },
  { "< hay alguna garantía?", "trust" },
  { "< erst im April wieder", "timing" },
  { "< tengo que hablarlo con mi marido", "partner" },
  { "< lo tengo que pensar", "need_to_think" },
  { "< agora não tenho tempo para isso", "time" },
  { "< preciso falar com meu marido", "partner" },
  { "< c'est trop cher pour moi", "price" },
  { "< je dois en parler à ma femme", "partner" },
  { "< das ist mir zu teuer", "price" },
  { "< ich muss es mir noch überlegen", "need_to_think" },

  { "< it's not too expensive at all", "" },
  { "< I text too much and then I panic", "" },
  { "< my husband is on board", "" },
  { "< my sister says it's too expensive", "" },
  { "< if I were broke it would be too expensive haha", "" },
  { "< I never said \"too expensive\" in my life", "" },
  { "< lovely, thank you!", "" },
  { "< no doubt you're great", "" },
};

static void
test_what_speaks_against_it (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (AnteMemory) memory = test_memory_read ("< hi there", "> hello! tell me more",
                                                      "< sure", "> ok", lines[i].line, NULL);
    g_autofree char *types = list (memory);

    g_test_message ("%s", lines[i].line);
    g_assert_cmpstr (types, ==, lines[i].types);
  }
}

static void
test_each_is_proven_by_its_message (void)
{
  g_autoptr (AnteMemory) memory = test_memory_read (
    "< hey", "> would you do a weekly call?", "< it's too expensive. and I don't have time!", NULL);
  const AnteMemoryFact *price = ante_memory_find (memory, ANTE_FACT_OBJECTION, "price");
  const AnteMemoryFact *time = ante_memory_find (memory, ANTE_FACT_OBJECTION, "time");

  g_assert_cmpstr (price->text, ==, "it's too expensive");
  g_assert_cmpuint (price->line, ==, 2);
  g_assert_cmpstr (time->text, ==, "and I don't have time");
  g_assert_cmpuint (time->span_start, ==, 20);
}

/* The other one was asked about, and it is a no. */
static void
test_no_of_the_partner (void)
{
  g_autoptr (AnteMemory) memory = test_memory_read ("< hey", "> would he join a session with you?",
                                                    "< no way, never in his life", NULL);
  g_autofree char *types = list (memory);

  g_assert_cmpstr (types, ==, "partner");
}

static void
test_price_asked_late_is_one (void)
{
  g_autoptr (AnteMemory) late =
    test_memory_read ("< hi", "> what would you want?", "< to sleep",
                      "> shall I send you the plan?", "< how much is it?", NULL);
  g_autoptr (AnteMemory) first = test_memory_read ("< how much is it?", "> it depends!", NULL);
  g_autofree char *late_types = list (late);
  g_autofree char *first_types = list (first);

  g_assert_cmpstr (late_types, ==, "price");
  g_assert_cmpstr (first_types, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory-objections/lines", test_what_speaks_against_it);
  g_test_add_func ("/memory-objections/proof", test_each_is_proven_by_its_message);
  g_test_add_func ("/memory-objections/partner", test_no_of_the_partner);
  g_test_add_func ("/memory-objections/price", test_price_asked_late_is_one);
  return g_test_run ();
}
