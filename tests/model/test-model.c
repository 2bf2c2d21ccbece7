#include "config.h"

#include "model/ante-lead.h"
#include "model/ante-party.h"
#include "model/ante-types.h"
#include "model/ante-verdict.h"

static void
test_every_nick_reads_back (void)
{
  for (int i = ANTE_STAGE_NEW_INBOUND; i <= ANTE_STAGE_CLIENT; i++) {
    AnteStageRole role = ANTE_STAGE_NEW_INBOUND;

    g_assert_true (ante_stage_role_from_nick (ante_stage_role_to_nick ((AnteStageRole) i), &role));
    g_assert_cmpint (role, ==, i);
  }
  for (int i = ANTE_SOURCE_UNKNOWN; i <= ANTE_SOURCE_ORGANIC; i++) {
    AnteSourceKind kind = ANTE_SOURCE_UNKNOWN;

    g_assert_true (
      ante_source_kind_from_nick (ante_source_kind_to_nick ((AnteSourceKind) i), &kind));
    g_assert_cmpint (kind, ==, i);
  }
}

static void
test_unknown_nick_changes_nothing (void)
{
  AnteOutboxState state = ANTE_OUTBOX_UNCERTAIN;

  g_assert_false (ante_outbox_state_from_nick ("Sent", &state));
  g_assert_false (ante_outbox_state_from_nick (NULL, &state));
  g_assert_cmpint (state, ==, ANTE_OUTBOX_UNCERTAIN);
}

static void
test_owner_is_understood_as_typed (void)
{
  const struct {
    const char *typed;
    const char *owner;
  } cases[] = {
    { "coach", "coach" },
    { " Me ", "coach" },
    { "AI", "ai" },
    { "Mia", "setter:Mia" },
    { "setter: Mia ", "setter:Mia" },
    { "Zoë Ångström", "setter:Zoë Ångström" },
    { "", NULL },
    { "   ", NULL },
    { "setter:", NULL },
    { "two\nlines", NULL },
    { "a:b", NULL },
    { "\xff\xfe", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *owner = ante_party_parse_owner (cases[i].typed);

    g_assert_cmpstr (owner, ==, cases[i].owner);
  }
}

static void
test_owner_is_never_the_lead (void)
{
  g_assert_true (ante_party_is_owner ("setter:Mia"));
  g_assert_false (ante_party_is_owner ("setter:"));
  g_assert_false (ante_party_is_owner (ANTE_PARTY_LEAD));
  g_assert_false (ante_party_is_owner (ANTE_PARTY_ELSEWHERE));
  g_assert_false (ante_party_is_owner (NULL));
}

static void
test_lead_without_name_is_called_by_handle (void)
{
  g_autoptr (AnteLead) lead = ante_lead_new ();

  lead->igsid = g_strdup ("1020304050607080");
  g_assert_cmpstr (ante_lead_get_title (lead), ==, "1020304050607080");
  lead->handle = g_strdup ("runner_tom");
  g_assert_cmpstr (ante_lead_get_title (lead), ==, "runner_tom");
  lead->name = g_strdup ("");
  g_assert_cmpstr (ante_lead_get_title (lead), ==, "runner_tom");
  g_free (lead->name);
  lead->name = g_strdup ("Tom");
  g_assert_cmpstr (ante_lead_get_title (lead), ==, "Tom");
}

static void
test_verdict_takes_the_strictest_finding_and_reads_back (void)
{
  g_autoptr (AnteVerdict) verdict = ante_verdict_new ();
  g_autoptr (AnteVerdict) read = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (verdict->kind, ==, ANTE_VERDICT_ALLOW);
  ante_verdict_add (verdict, ANTE_VERDICT_BLOCK, "window_closed", "The window is closed");
  ante_verdict_add (verdict, ANTE_VERDICT_HOLD, "human_owner", "A person owns this lead");
  g_assert_cmpint (verdict->kind, ==, ANTE_VERDICT_BLOCK);

  text = ante_verdict_to_text (verdict);
  read = ante_verdict_from_text (text);
  g_assert_cmpint (read->kind, ==, ANTE_VERDICT_BLOCK);
  g_assert_cmpuint (read->findings->len, ==, 2);
  g_assert_true (ante_verdict_has (read, "human_owner"));
  g_assert_cmpstr (((AnteFinding *) read->findings->pdata[0])->why, ==, "The window is closed");
}

static void
test_unreadable_verdict_blocks (void)
{
  const char *const damaged[] = { NULL, "", "maybe", "allow\nhold", "allow\nperhaps rule why" };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++) {
    g_autoptr (AnteVerdict) verdict = ante_verdict_from_text (damaged[i]);

    g_assert_cmpint (verdict->kind, ==, ANTE_VERDICT_BLOCK);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/every-nick-reads-back", test_every_nick_reads_back);
  g_test_add_func ("/model/unknown-nick-changes-nothing", test_unknown_nick_changes_nothing);
  g_test_add_func ("/model/owner-is-understood-as-typed", test_owner_is_understood_as_typed);
  g_test_add_func ("/model/owner-is-never-the-lead", test_owner_is_never_the_lead);
  g_test_add_func ("/model/lead-without-name-is-called-by-handle",
                   test_lead_without_name_is_called_by_handle);
  g_test_add_func ("/model/verdict-takes-the-strictest-finding",
                   test_verdict_takes_the_strictest_finding_and_reads_back);
  g_test_add_func ("/model/unreadable-verdict-blocks", test_unreadable_verdict_blocks);
  return g_test_run ();
}
