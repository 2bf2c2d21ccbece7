#include "config.h"

#include "rules/ante-catch-up.h"

typedef struct {
  GPtrArray *messages;
  GPtrArray *facts;
} Thread;

static void
set_up (Thread *thread, gconstpointer data)
{
  thread->messages = g_ptr_array_new_with_free_func (g_object_unref);
  thread->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_fact_free);
}

static void
tear_down (Thread *thread, gconstpointer data)
{
  g_ptr_array_unref (thread->messages);
  g_ptr_array_unref (thread->facts);
}

static void
say (Thread *thread, const char *author, const char *text)
{
  AnteMessage *message = ante_message_new ();

  message->id = thread->messages->len + 1;
  message->mid = g_strdup_printf ("m%u", thread->messages->len + 1);
  message->at = 1000 * (gint64) (thread->messages->len + 1);
  message->author = g_strdup (author);
  message->text = g_strdup (text);
  g_ptr_array_add (thread->messages, message);
}

static AnteFact *
note (Thread *thread, const char *mid, AnteFactKind kind, AnteFactState state)
{
  AnteFact *fact = ante_fact_new ();

  fact->mid = g_strdup (mid);
  fact->kind = kind;
  fact->state = state;
  fact->text = g_strdup ("words");
  g_ptr_array_add (thread->facts, fact);
  return fact;
}

/* "m2 fact, m4 asks, m5": the lines as they stand, for what is new since the first message. */
static char *
list_lines (Thread *thread, guint *n_new)
{
  g_autoptr (GArray) lines =
    ante_catch_up_read (thread->messages, thread->facts, 1000, G_MAXINT64, n_new);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const AnteCatchUpLine *line = &g_array_index (lines, AnteCatchUpLine, i);

    g_string_append_printf (told, "%s%s%s", i > 0 ? ", " : "", line->message->mid,
                            line->fact != NULL ? " fact"
                            : line->asks       ? " asks"
                                               : "");
  }
  return g_string_free (told, FALSE);
}

static void
test_facts_come_before_questions_before_the_rest (Thread *thread, gconstpointer data)
{
  guint n_new = 0;
  g_autofree char *told = NULL;

  say (thread, "lead", "seen already?");
  say (thread, "lead", "it is too expensive for me");
  say (thread, "coach", "I see. What would fit?");
  say (thread, "lead", "do you have something smaller?");
  say (thread, "lead", "hm");
  say (thread, "lead", "thanks");
  note (thread, "m2", ANTE_FACT_OBJECTION, ANTE_FACT_SUGGESTED);
  told = list_lines (thread, &n_new);
  g_assert_cmpuint (n_new, ==, 4);
  g_assert_cmpstr (told, ==, "m2 fact, m4 asks, m6");
}

static void
test_what_does_not_hold_is_no_news (Thread *thread, gconstpointer data)
{
  guint n_new = 0;
  g_autofree char *told = NULL;

  say (thread, "lead", "hi");
  say (thread, "lead", "one");
  say (thread, "lead", "two");
  say (thread, "lead",
       "\xc2\xbf"
       "cuanto cuesta");
  say (thread, "lead", "four");
  note (thread, "m2", ANTE_FACT_GOAL, ANTE_FACT_REJECTED);
  note (thread, "m3", ANTE_FACT_ALREADY_KNOWS, ANTE_FACT_CONFIRMED);
  told = list_lines (thread, &n_new);
  g_assert_cmpstr (told, ==, "m3, m4 asks, m5");
}

static void
test_one_message_needs_no_telling (Thread *thread, gconstpointer data)
{
  guint n_new = 0;
  g_autofree char *told = NULL;

  say (thread, "lead", "hi");
  say (thread, "coach", "hello");
  say (thread, "lead", "a picture");
  say (thread, "lead", "taken back");
  ((AnteMessage *) thread->messages->pdata[3])->unsent = TRUE;
  told = list_lines (thread, &n_new);
  g_assert_cmpuint (n_new, ==, 1);
  g_assert_cmpstr (told, ==, "");
}

static void
show_picture (Thread *thread)
{
  say (thread, "lead", NULL);
  ((AnteMessage *) thread->messages->pdata[thread->messages->len - 1])->kind = ANTE_MESSAGE_IMAGE;
}

static void
test_pictures_are_one_line (Thread *thread, gconstpointer data)
{
  guint n_new = 0;
  g_autofree char *told = NULL;
  g_autoptr (GArray) lines = NULL;

  say (thread, "lead", "hi");
  show_picture (thread);
  show_picture (thread);
  show_picture (thread);
  say (thread, "lead", "so that is how it looks");
  say (thread, "lead", "and that is all");
  told = list_lines (thread, &n_new);
  g_assert_cmpstr (told, ==, "m2, m5, m6");
  lines = ante_catch_up_read (thread->messages, thread->facts, 1000, G_MAXINT64, &n_new);
  g_assert_cmpuint (g_array_index (lines, AnteCatchUpLine, 0).n, ==, 3);
  g_assert_cmpuint (g_array_index (lines, AnteCatchUpLine, 1).n, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/rules/catch-up/" name, Thread, NULL, set_up, function, tear_down)
  ADD ("order", test_facts_come_before_questions_before_the_rest);
  ADD ("no-news", test_what_does_not_hold_is_no_news);
  ADD ("pictures", test_pictures_are_one_line);
  ADD ("one", test_one_message_needs_no_telling);
#undef ADD
  return g_test_run ();
}
