#include <string.h>

#include "ante-test.h"
#include "sandbox-fixture.h"
#include "sandbox/sandbox-generator.h"

static guint
hash_thread (SandboxGenerator *generator, guint lead)
{
  guint hash = 5381;

  for (guint i = 0; i < sandbox_generator_get_n_messages (generator, lead); i++) {
    SandboxLine line = { 0 };

    sandbox_generator_get_line (generator, lead, i, 1700000000000, &line);
    hash = hash * 33 + (guint) line.at;
    hash = hash * 33 + line.kind * 2 + (line.from_us ? 1 : 0);
    hash = hash * 33 + (line.text != NULL ? g_str_hash (line.text) : 0);
  }
  return hash;
}

static void
test_the_same_seed_gives_the_same (void)
{
  g_autoptr (SandboxGenerator) one = sandbox_generator_new (3, 200, 4000);
  g_autoptr (SandboxGenerator) same = sandbox_generator_new (3, 200, 4000);
  g_autoptr (SandboxGenerator) other = sandbox_generator_new (4, 200, 4000);
  guint n_other = 0;

  /* In any order: a thread follows from its number alone. */
  for (guint i = 200; i-- > 0;)
    g_assert_cmpuint (hash_thread (one, i), ==, hash_thread (same, i));
  for (guint i = 0; i < 200; i++)
    n_other += hash_thread (one, i) != hash_thread (other, i);
  g_assert_cmpuint (n_other, >, 190);
}

static void
test_the_sizes_add_up_in_a_long_tail (void)
{
  static const guint sizes[][2] = { { 1, 1 },           { 1, 500 },      { 2, 2 },
                                    { 60, 400 },        { 1000, 20000 }, { 10000, 200000 },
                                    { 100000, 2000000 } };

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++) {
    g_autoptr (SandboxGenerator) generator = sandbox_generator_new (1, sizes[k][0], sizes[k][1]);
    guint64 sum = 0;
    guint longest = 0;

    for (guint i = 0; i < sizes[k][0]; i++) {
      guint n = sandbox_generator_get_n_messages (generator, i);

      g_assert_cmpuint (n, >=, 1);
      longest = MAX (longest, n);
      sum += n;
    }
    g_test_message ("%u leads: %" G_GUINT64_FORMAT " messages, the longest %u", sizes[k][0], sum,
                    longest);
    g_assert_cmpuint (sum, ==, sizes[k][1]);
    g_assert_cmpuint (longest, ==, sandbox_generator_get_n_messages (generator, 0));
    g_assert_cmpuint (longest, <=, 50000);
  }
}

static void
check_order_cb (const SandboxLine *line, gpointer data)
{
  gint64 *last = data;

  g_assert_cmpint (line->at, >, *last);
  g_assert_true (line->text == NULL || g_utf8_validate (line->text, -1, NULL));
  *last = line->at;
}

static void
test_times_rise_within_a_thread_and_end_at_the_newest (void)
{
  g_autoptr (SandboxGenerator) generator = sandbox_generator_new (1, 300, 60000);
  const gint64 now = 1700000000000;

  for (guint i = 0; i < 300; i++) {
    SandboxLead lead = { 0 };
    gint64 last = 0;

    sandbox_generator_foreach (generator, i, now, check_order_cb, &last);
    sandbox_generator_get_lead (generator, i, &lead);
    g_assert_cmpint (last, ==, now - lead.newest_age);
    g_assert_cmpint (last, <, now);
    sandbox_lead_clear (&lead);
  }
}

static void
test_leads_are_many_voices (void)
{
  g_autoptr (SandboxGenerator) generator = sandbox_generator_new (1, 3000, 9000);
  g_autoptr (GHashTable) handles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) languages = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_lines = 0;
  guint n_media = 0;
  guint n_hostile = 0;

  for (guint i = 0; i < 3000; i++) {
    SandboxLead lead = { 0 };

    sandbox_generator_get_lead (generator, i, &lead);
    g_assert_true (g_hash_table_add (handles, g_strdup (lead.handle)));
    g_assert_true (g_str_is_ascii (lead.handle));
    g_hash_table_add (languages, (char *) lead.language);
    for (guint k = 0; k < lead.messages; k++) {
      SandboxLine line = { 0 };

      sandbox_generator_get_line (generator, i, k, 1700000000000, &line);
      n_lines++;
      n_media += line.text == NULL;
      n_hostile += line.text != NULL && strstr (line.text, "DROP TABLE") != NULL;
    }
    sandbox_lead_clear (&lead);
  }
  g_assert_cmpuint (g_hash_table_size (languages), ==, 12);
  g_assert_cmpuint (n_media * 100 / n_lines, >=, 5);
  g_assert_cmpuint (n_media * 100 / n_lines, <=, 12);
  g_assert_cmpuint (n_hostile, >, 0);
}

static void
test_the_server_shows_what_was_generated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *next = g_strdup ("/v25.0/me/conversations?platform=instagram&limit=100"
                                    "&fields=id,messages.limit(20)%7Bid,created_time,from%7D");
  g_autofree char *old = NULL;
  guint n = 0;

  while (next != NULL) {
    fixture_get (fixture, next);
    fixture_assert_ok (fixture);
    n += fixture_length (fixture, "data");
    g_free (next);
    next = g_strdup (fixture_string (fixture, "paging.next"));
  }
  g_assert_cmpuint (n, ==, 120);

  /* A message that nobody holds can be taken back, and written below. */
  fixture_get (fixture, "/v25.0/me/conversations?platform=instagram&limit=1"
                        "&fields=id,messages.limit(1)%7Bid%7D");
  old = g_strdup_printf ("/v25.0/%s?fields=id,from",
                         fixture_string (fixture, "data.0.messages.data.0.id"));
  fixture_control (fixture, "unsend", "{\"message_id\": \"%s\"}",
                   fixture_string (fixture, "data.0.messages.data.0.id"));
  fixture_get (fixture, old);
  fixture_assert_error (fixture, 400, 9000001, 0);
}

static void
test_a_long_generated_thread_is_paged_to_its_end (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  guint most = 0;
  guint n = 0;

  fixture_control (fixture, "people", "{}");
  most = (guint) fixture_int (fixture, "people.0.messages");
  g_assert_cmpuint (most, >, 100);
  path = g_strdup_printf ("/v25.0/%s/messages?fields=id,created_time,message&limit=30",
                          fixture_string (fixture, "people.0.conversation_id"));
  while (path != NULL) {
    fixture_get (fixture, path);
    fixture_assert_ok (fixture);
    n += fixture_length (fixture, "data");
    g_free (path);
    path = g_strdup (fixture_string (fixture, "paging.next"));
  }
  g_assert_cmpuint (n, ==, most);
}

int
main (int argc, char **argv)
{
  static const SandboxOptions options = { .seed = 5, .leads = 120, .messages = 4000 };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/generator/the-same-seed-gives-the-same", test_the_same_seed_gives_the_same);
  g_test_add_func ("/generator/the-sizes-add-up-in-a-long-tail",
                   test_the_sizes_add_up_in_a_long_tail);
  g_test_add_func ("/generator/times-rise-within-a-thread-and-end-at-the-newest",
                   test_times_rise_within_a_thread_and_end_at_the_newest);
  g_test_add_func ("/generator/leads-are-many-voices", test_leads_are_many_voices);
  g_test_add ("/generator/the-server-shows-what-was-generated", Fixture, &options, fixture_set_up,
              test_the_server_shows_what_was_generated, fixture_tear_down);
  g_test_add ("/generator/a-long-generated-thread-is-paged-to-its-end", Fixture, &options,
              fixture_set_up, test_a_long_generated_thread_is_paged_to_its_end, fixture_tear_down);
  return g_test_run ();
}
