#include "config.h"

#include "rules/guard/ante-guard-sense.h"
#include "rules/guard/ante-guard-text.h"
#include "test-guard.h"

#include <string.h>

static const struct {
  const char *original;
  const char *plain;
  int trick; /* -1: nothing is hidden */
} texts[] = {
  { "gu\u0430rant\u0435ed", "guaranteed", ANTE_TRICK_LOOK_ALIKE },
  { "guar\u200banteed", "guaranteed", ANTE_TRICK_INVISIBLE },
  { "\uff04\uff15\uff10", "$50", ANTE_TRICK_STYLED },
  { "\U0001d5f3\U0001d5ff\U0001d5f2\U0001d5f2", "free", ANTE_TRICK_STYLED },
  { "f.r.e.e now", "free now", ANTE_TRICK_SPACED },
  { "a fr33 week", "a free week", ANTE_TRICK_LEET },
  { "&#102;ree", "free", ANTE_TRICK_ENCODED },
  { "\u0415\u043a\u0430\u0442\u0435\u0440\u0438\u043d\u0430 says hi",
    "\u0415\u043a\u0430\u0442\u0435\u0440\u0438\u043d\u0430 says hi", -1 },
  { "\u00e9t\u00e9, ma\u00f1ana", "\u00e9t\u00e9, ma\u00f1ana", -1 },
  { "a 1 2 3 go", "a 1 2 3 go", -1 },
  { "the mp3 of week 12", "the mp3 of week 12", -1 },
};

static void
test_plain_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (AnteGuardText) text = ante_guard_text_new (texts[i].original, ANTE_SIDE_DRAFT);

    g_test_message ("%s", texts[i].original);
    g_assert_cmpstr (text->plain, ==, texts[i].plain);
    g_assert_cmpuint (text->tricks->len, ==, texts[i].trick >= 0 ? 1 : 0);
    if (texts[i].trick >= 0)
      g_assert_cmpint (g_array_index (text->tricks, AnteTrickSpan, 0).trick, ==, texts[i].trick);
  }
}

/* Families, flags, skin tones and joined letters of other scripts hide nothing. */
static void
test_fair_joiners (void)
{
  static const char *const fair[] = {
    "\U0001f469\u200d\U0001f469\u200d\U0001f466",
    "\U0001f469\U0001f3fe\u200d\U0001f9b1",
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "\u2764\ufe0f",
    "\U0001f1eb\U0001f1f7",
    "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
  };

  for (guint i = 0; i < G_N_ELEMENTS (fair); i++) {
    g_autoptr (AnteGuardText) text = ante_guard_text_new (fair[i], ANTE_SIDE_DRAFT);

    g_assert_cmpuint (text->tricks->len, ==, 0);
  }
}

/* A finding points to the bytes that were written, not to what they mean. */
static void
test_spans_are_of_the_original (void)
{
  g_autoptr (AntePlaybook) playbook = test_guard_playbook ("allowed");
  const char *draft = "Olá 🙂 it's gu\u0430rant\u0435ed, for \uff04\uff15\uff10\uff10!";
  g_autoptr (AnteGuardResult) result = test_guard_check (playbook, "price?", draft, strlen (draft));
  gboolean guarantee = FALSE;
  gboolean price = FALSE;

  for (guint i = 0; i < result->findings->len; i++) {
    const AnteGuardFinding *finding = result->findings->pdata[i];

    if (finding->source == ANTE_GUARD_STATE)
      continue;
    g_assert_cmpuint (finding->end, <=, strlen (draft));
    g_assert_true (g_utf8_validate (finding->excerpt, -1, NULL));
    if (g_str_equal (finding->rule, "claim.guarantee")) {
      g_assert_cmpstr (finding->excerpt, ==, "gu\u0430rant\u0435ed");
      g_assert_cmpuint (finding->start, ==, strlen ("Olá 🙂 it's "));
      guarantee = TRUE;
    }
    if (g_str_equal (finding->category, "price_mismatch")) {
      g_assert_cmpstr (finding->excerpt, ==, "\uff04\uff15\uff10\uff10");
      price = TRUE;
    }
  }
  g_assert_true (guarantee && price);
}

static void
test_phrases_are_well_formed (void)
{
  g_autofree char *wrong = ante_guard_cues_check ();
  g_autofree char *nameless = ante_guard_sense_check ();

  g_assert_cmpstr (wrong, ==, NULL);
  g_assert_cmpstr (nameless, ==, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guard-text/plain", test_plain_text);
  g_test_add_func ("/guard-text/fair-joiners", test_fair_joiners);
  g_test_add_func ("/guard-text/spans-are-of-the-original", test_spans_are_of_the_original);
  g_test_add_func ("/guard-text/phrases-are-well-formed", test_phrases_are_well_formed);
  return g_test_run ();
}
