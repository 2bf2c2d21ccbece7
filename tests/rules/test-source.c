#include "config.h"

#include "rules/ante-source.h"

#include "rules/ante-window.h"

static AnteMessage *
message (const char *author, AnteMessageKind kind)
{
  AnteMessage *self = ante_message_new ();

  self->author = g_strdup (author);
  self->kind = kind;
  self->story_id = g_strdup ("17900000000000009");
  return self;
}

static void
test_story_reply_is_told_with_its_story (void)
{
  g_autoptr (AnteMessage) first = message ("lead", ANTE_MESSAGE_STORY_REPLY);
  const char *detail = NULL;

  g_assert_cmpint (ante_source_of_first (first, TRUE, &detail), ==, ANTE_SOURCE_STORY_REPLY);
  g_assert_cmpstr (detail, ==, "17900000000000009");
}

static void
test_thread_that_we_began_is_outbound (void)
{
  g_autoptr (AnteMessage) first = message ("elsewhere", ANTE_MESSAGE_TEXT);

  g_assert_cmpint (ante_source_of_first (first, TRUE, NULL), ==, ANTE_SOURCE_OUTBOUND);
}

static void
test_nothing_is_guessed (void)
{
  g_autoptr (AnteMessage) plain = message ("lead", ANTE_MESSAGE_TEXT);
  g_autoptr (AnteMessage) horizon = message ("lead", ANTE_MESSAGE_STORY_REPLY);
  const char *detail = "untouched";

  g_assert_cmpint (ante_source_of_first (plain, TRUE, NULL), ==, ANTE_SOURCE_UNKNOWN);
  g_assert_cmpint (ante_source_of_first (horizon, FALSE, &detail), ==, ANTE_SOURCE_UNKNOWN);
  g_assert_null (detail);
}

static void
test_lead_comes_back_after_sixty_silent_days (void)
{
  g_assert_true (ante_source_is_reactivation (1, 1 + 60 * ANTE_DAY_MS));
  g_assert_false (ante_source_is_reactivation (1, 60 * ANTE_DAY_MS));
  g_assert_false (ante_source_is_reactivation (0, 900 * ANTE_DAY_MS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source/story-reply-with-its-story", test_story_reply_is_told_with_its_story);
  g_test_add_func ("/source/thread-that-we-began-is-outbound",
                   test_thread_that_we_began_is_outbound);
  g_test_add_func ("/source/nothing-is-guessed", test_nothing_is_guessed);
  g_test_add_func ("/source/comes-back-after-sixty-silent-days",
                   test_lead_comes_back_after_sixty_silent_days);
  return g_test_run ();
}
