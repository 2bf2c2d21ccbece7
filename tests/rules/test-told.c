#include "config.h"

#include "rules/memory/ante-told.h"

static void
told (GPtrArray *facts, const char *type, const char *text)
{
  AnteFact *fact = ante_fact_new ();

  fact->id = facts->len + 1;
  fact->kind = ANTE_FACT_ALREADY_KNOWS;
  fact->state = ANTE_FACT_CONFIRMED;
  fact->type = g_strdup (type);
  fact->text = g_strdup (text);
  g_ptr_array_add (facts, fact);
}

static GPtrArray *
make_ledger (void)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_fact_free);

  told (facts, "price", "The twelve weeks are $1,450");
  told (facts, "link", "https://cal.example/vera");
  told (facts, "promise", "I will send you the meal plan on Monday");
  return facts;
}

/* Which one @text tells again; 0: none. */
static gint64
find (GPtrArray *facts, const char *text)
{
  const AnteFact *fact = ante_told_find (text, facts);

  return fact != NULL ? fact->id : 0;
}

static void
test_what_is_told_again_is_found (void)
{
  g_autoptr (GPtrArray) facts = make_ledger ();

  g_assert_cmpint (find (facts, "It costs $1450 all in."), ==, 1);
  g_assert_cmpint (find (facts, "Here it is: cal.example/vera/"), ==, 2);
  g_assert_cmpint (find (facts, "I'll send you the meal plan Monday!"), ==, 3);
}

static void
test_what_is_new_is_not (void)
{
  static const char *const fresh[] = {
    "It costs $990 all in.",      "Here it is: cal.example/other",
    "I'll call your sister soon", "Was it $1450 that you paid there?",
    "Good morning, how are you?", "",
  };
  g_autoptr (GPtrArray) facts = make_ledger ();

  for (guint i = 0; i < G_N_ELEMENTS (fresh); i++) {
    g_test_message ("%s", fresh[i]);
    g_assert_cmpint (find (facts, fresh[i]), ==, 0);
  }
}

static void
test_what_was_taken_back_was_not_told (void)
{
  g_autoptr (GPtrArray) facts = make_ledger ();
  AnteFact *price = facts->pdata[0];
  AnteFact *link = facts->pdata[1];

  price->is_gone = TRUE;
  link->state = ANTE_FACT_WITHDRAWN;
  g_assert_cmpint (find (facts, "It costs $1450 all in."), ==, 0);
  g_assert_cmpint (find (facts, "Here it is: cal.example/vera"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/told/again", test_what_is_told_again_is_found);
  g_test_add_func ("/told/new", test_what_is_new_is_not);
  g_test_add_func ("/told/taken-back", test_what_was_taken_back_was_not_told);
  return g_test_run ();
}
