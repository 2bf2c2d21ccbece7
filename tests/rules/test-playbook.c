#include "config.h"

#include "test-guard.h"

#include <string.h>

static void
test_members_are_read (void)
{
  g_autoptr (AntePlaybook) playbook = test_guard_playbook ("after_qualified");
  const AnteOffer *offer = playbook->offers->pdata[0];
  const AntePrice *plan = offer->prices->pdata[1];

  g_assert_cmpint (playbook->disclosure, ==, ANTE_DISCLOSE_AFTER_QUALIFIED);
  g_assert_cmpint (plan->minor, ==, 12000);
  g_assert_cmpuint (plan->count, ==, 3);
  g_assert_true (ante_offer_is_valid (offer, 20261120));
  g_assert_false (ante_offer_is_valid (offer, 20251231));
  g_assert_true (ante_playbook_escalates (playbook, "crisis"));
}

/* What was written, and what the refusal must name. */
static const struct {
  const char *from;
  const char *to;
  const char *path;
} breaks[] = {
  { "\"amount\": 120", "\"amount\": \"x\"", "offers[0].prices[1].amount: is no number" },
  { "\"count\": 3", "\"count\": 1", "offers[0].prices[1].count" },
  { "\"currency\": \"EUR\", \"delivery\"", "\"currency\": \"euro\", \"delivery\"",
    "currency: is no currency" },
  { "2026-01-01", "2026-02-31", "offers[0].valid_from: is no day" },
  { "[\"en\", \"es\"]", "[]", "languages: is missing" },
  { "\"kind\": \"full\"", "\"kind\": \"lump\"", "offers[0].prices[0].kind" },
  { "[\"muddy buddy\"]", "[7]", "voice.banned_phrases[0]" },
  { "\"days\": 9", "\"days\": -1", "refund_policy.days: is out of range" },
  { "\"allowed\"", "\"sometimes\"", "price_disclosure: is none of" },
};

static void
test_errors_name_the_path (void)
{
  g_autofree char *good = g_strdup_printf (TEST_PLAYBOOK, "allowed");

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++) {
    const char *found = strstr (good, breaks[i].from);
    g_autofree char *broken = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_nonnull (found);
    broken = g_strdup_printf ("%.*s%s%s", (int) (found - good), good, breaks[i].to,
                              found + strlen (breaks[i].from));
    g_assert_null (ante_playbook_parse (broken, -1, &error));
    g_assert_error (error, ANTE_PLAYBOOK_ERROR, ANTE_PLAYBOOK_ERROR_FIELD);
    g_test_message ("%s", error->message);
    g_assert_nonnull (strstr (error->message, breaks[i].path));
  }
}

static void
test_hostile_files_are_refused (void)
{
  g_autofree char *brackets = g_strnfill (200000, '[');
  static const char *const files[] = { "", "7", "{", "[]", "\xff" };

  g_assert_null (ante_playbook_parse (brackets, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_assert_null (ante_playbook_parse (files[i], -1, NULL));
}

static void
test_one_broken_profile_spoils_no_other (void)
{
  g_autofree char *good = g_strdup_printf (TEST_PLAYBOOK, "allowed");
  g_autofree char *json =
    g_strdup_printf ("{\"profiles\": {\"a\": %s, \"b\": {\"version\": 1}}}", good);
  g_autoptr (GHashTable) broken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) all = ante_playbook_parse_all (json, -1, broken, NULL);

  g_assert_nonnull (g_hash_table_lookup (all, "a"));
  g_assert_nonnull (strstr (g_hash_table_lookup (broken, "b"), "profiles.b.languages"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/playbook/members-are-read", test_members_are_read);
  g_test_add_func ("/playbook/errors-name-the-path", test_errors_name_the_path);
  g_test_add_func ("/playbook/hostile-files-are-refused", test_hostile_files_are_refused);
  g_test_add_func ("/playbook/one-broken-profile-spoils-no-other",
                   test_one_broken_profile_spoils_no_other);
  return g_test_run ();
}
