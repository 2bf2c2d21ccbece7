#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Runs the main loop until @condition holds; fails the test after ten seconds. */
#define test_wait_until(condition)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 test_deadline_ = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;                     \
    while (!(condition)) {                                                                         \
      if (g_get_monotonic_time () > test_deadline_)                                                \
        g_error ("%s:%d: timed out waiting for %s", __FILE__, __LINE__, #condition);               \
      test_iterate ();                                                                             \
    }                                                                                              \
  }                                                                                                \
  G_STMT_END

void test_iterate (void);
/* A GAsyncReadyCallback that keeps a reference to the result in the GAsyncResult * that @user_data
 * points to. */
void test_keep_result (GObject *source, GAsyncResult *result, gpointer user_data);
char *test_make_dir (void);
void test_remove_dir (const char *dir);

/* Starts an async call whose last two arguments are callback and data, and waits for its result. */
#define TEST_CALL(result, function, ...)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_clear_object (&(result));                                                                    \
    function (__VA_ARGS__, test_keep_result, &(result));                                           \
    test_wait_until ((result) != NULL);                                                            \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
