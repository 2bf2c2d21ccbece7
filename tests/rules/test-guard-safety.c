#include "config.h"

#include "test-guard.h"

#include <string.h>

#define ROUNDS 150

static void
assert_held (AnteGuardResult *result)
{
  g_assert_cmpint (result->kind, >=, ANTE_VERDICT_HOLD);
  g_assert_true (ante_guard_result_has (result, "guard_unable"));
  ante_guard_result_free (result);
}

static void
test_what_cannot_be_judged_is_held (void)
{
  g_autoptr (AntePlaybook) playbook = test_guard_playbook ("allowed");
  g_autofree char *long_draft = g_strnfill (100000, 'a');
  g_autofree char *words = g_strnfill (4000, 'b');

  for (guint i = 1; i < 4000; i += 2)
    words[i] = ' ';
  assert_held (test_guard_check (NULL, "hi", "Hello", 5));
  assert_held (test_guard_check (playbook, "hi", NULL, 0));
  assert_held (test_guard_check (playbook, "hi", "\xff\xfe", 2));
  assert_held (test_guard_check (playbook, "\xc3\x28", "Hello", 5));
  assert_held (test_guard_check (playbook, "hi", long_draft, 100000));
  assert_held (test_guard_check (playbook, long_draft, "Hello", 5));
  assert_held (test_guard_check (playbook, words, "Hello", 5));
  assert_held (test_guard_check (playbook, "hi", "Hel\0lo", 6));
}

static void
test_the_same_case_has_the_same_result (void)
{
  g_autoptr (AntePlaybook) playbook = test_guard_playbook ("allowed");
  const char *draft = "It's gu4ranteed, €300 today only: evil.test/x";
  g_autoptr (AnteGuardResult) first = test_guard_check (playbook, "hi", draft, strlen (draft));

  for (guint i = 0; i < 5; i++) {
    g_autoptr (AnteGuardResult) again = test_guard_check (playbook, "hi", draft, strlen (draft));

    g_assert_cmpuint (again->findings->len, ==, first->findings->len);
    for (guint k = 0; k < first->findings->len; k++) {
      const AnteGuardFinding *a = first->findings->pdata[k];
      const AnteGuardFinding *b = again->findings->pdata[k];

      g_assert_cmpstr (a->rule, ==, b->rule);
      g_assert_cmpuint (a->start, ==, b->start);
      g_assert_cmpstr (a->detail, ==, b->detail);
    }
  }
}

/* Pieces that have a meaning to some rule, in any order, with bytes of chance between them. */
static void
test_any_bytes_are_borne (void)
{
  static const char *const pieces[] = {
    "€",
    "$",
    "960",
    "1.6k",
    " of ",
    "4 x ",
    "@",
    "kiln.example",
    "/look",
    "http://",
    "%41",
    "&#65;",
    "{",
    "}}",
    "\u200d",
    "\u0430",
    "\uff15",
    "a b c d",
    "two hundred",
    "und",
    ",",
    ".",
    "?",
    "\n",
    "[",
    "🙂",
    "\U000e0041",
    "refund",
    "day",
    "in 6 weeks",
    "aGVsbG8gdGhlcmUgZnJpZW5k",
    "+49 170",
  };
  g_autoptr (AntePlaybook) playbook = test_guard_playbook ("allowed");
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);

  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (GString) draft = g_string_new (NULL);
    g_autoptr (GString) lead = g_string_new (NULL);
    guint n = (guint) g_rand_int_range (chance, 1, 60);

    for (guint i = 0; i < n; i++) {
      GString *into = g_rand_boolean (chance) ? draft : lead;

      if (g_rand_int_range (chance, 0, 6) == 0 && round % 4 == 0)
        g_string_append_c (into, (char) g_rand_int_range (chance, 1, 256));
      else
        g_string_append (into, pieces[g_rand_int_range (chance, 0, G_N_ELEMENTS (pieces))]);
    }
    {
      g_autoptr (AnteGuardResult) result =
        test_guard_check (playbook, lead->str, draft->str, draft->len);

      for (guint i = 0; i < result->findings->len; i++) {
        const AnteGuardFinding *finding = result->findings->pdata[i];
        gsize length = finding->source == ANTE_GUARD_LEAD ? lead->len : draft->len;

        g_assert_cmpuint (finding->start, <=, finding->end);
        g_assert_cmpuint (finding->end, <=, length);
      }
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guard-safety/what-cannot-be-judged-is-held",
                   test_what_cannot_be_judged_is_held);
  g_test_add_func ("/guard-safety/the-same-case-has-the-same-result",
                   test_the_same_case_has_the_same_result);
  g_test_add_func ("/guard-safety/any-bytes-are-borne", test_any_bytes_are_borne);
  return g_test_run ();
}
