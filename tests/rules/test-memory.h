#pragma once

#include "rules/memory/ante-memory.h"

#include <stdarg.h>

/* A conversation, a message an argument: "< …" is the lead's, "> …" is ours. NULL ends it. */
static inline AnteMemory *
test_memory_read (const char *first, ...)
{
  g_autoptr (AnteTalk) talk = ante_talk_new ();
  const char *message = first;
  va_list args;

  va_start (args, first);
  while (message != NULL) {
    ante_talk_add (talk, *message == '<', message + 2);
    message = va_arg (args, const char *);
  }
  va_end (args);
  ante_talk_find_tongues (talk);
  return ante_memory_read (talk, NULL, NULL);
}

/* That fact, in these words and proven by that message; NULL for none at all. */
static inline void
test_memory_assert (const AnteMemory *memory, AnteFactKind kind, const char *text, guint line)
{
  const AnteMemoryFact *fact = ante_memory_find (memory, kind, NULL);

  if (text == NULL) {
    g_assert_cmpstr (fact != NULL ? fact->text : NULL, ==, NULL);
    return;
  }
  g_assert_nonnull (fact);
  g_assert_cmpstr (fact->text, ==, text);
  g_assert_cmpuint (fact->line, ==, line);
}
