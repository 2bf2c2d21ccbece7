/* What one verdict costs: a draft of 1,000 bytes, twenty messages of the lead. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rules/guard/ante-guard.h"

#define DRAFT_BYTES 1000
#define MESSAGES 20

static double
cpu_ms (void)
{
  struct timespec now = { 0, 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_times (const void *a, const void *b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static AntePlaybook *
read_playbook (const char *path)
{
  g_autoptr (GHashTable) broken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) all = NULL;
  g_autofree char *text = NULL;
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer playbook = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL) ||
      (all = ante_playbook_parse_all (text, -1, broken, NULL)) == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, all);
  if (!g_hash_table_iter_next (&iter, &name, &playbook))
    return NULL;
  g_hash_table_iter_steal (&iter);
  g_free (name);
  return playbook;
}

static void
measure (const AnteGuardCase *guarded, int times)
{
  g_autofree double *spent = g_new0 (double, times);
  double first = cpu_ms ();

  /* The first one makes the network of phrases, once a process. */
  ante_guard_result_free (ante_guard_check (guarded));
  first = cpu_ms () - first;
  for (int i = 0; i < times; i++) {
    double started = cpu_ms ();

    ante_guard_result_free (ante_guard_check (guarded));
    spent[i] = cpu_ms () - started;
  }
  qsort (spent, (size_t) times, sizeof *spent, compare_times);
  printf ("{\"first_ms\":%.3f,\"p50_ms\":%.3f,\"p99_ms\":%.3f,\"worst_ms\":%.3f}\n", first,
          spent[times / 2], spent[times * 99 / 100], spent[times - 1]);
}

int
main (int argc, char **argv)
{
  static const char sentence[] =
    "The mentoring is 2,400 euros, we meet every week, and I can't promise results. What would you "
    "like to fix first, and when would a call suit you? ";
  static const char *const says[] = {
    "hi, I saw your story about quiet months and it is exactly me",
    "i spend 250 a month on ads and nothing comes back",
    "my budget is around 500, what does it cost?",
    "can we talk on thursday, after work?",
  };
  const char *messages[MESSAGES + 1] = { NULL };
  g_autoptr (GString) draft = g_string_new (NULL);
  g_autoptr (AntePlaybook) playbook = argc == 3 ? read_playbook (argv[1]) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 20, 9, 0, 0);
  AnteGuardCase guarded = { .playbook = playbook, .lead_messages = messages, .now = now };

  if (playbook == NULL || atoi (argv[2]) < 1) {
    fprintf (stderr, "guard PROFILES.json TIMES\n");
    return 2;
  }
  while (draft->len < DRAFT_BYTES)
    g_string_append (draft, sentence);
  g_string_truncate (draft, DRAFT_BYTES);
  for (guint i = 0; i < MESSAGES; i++)
    messages[i] = says[i % G_N_ELEMENTS (says)];
  guarded.draft = draft->str;
  guarded.draft_length = draft->len;
  guarded.status = "qualifying";
  measure (&guarded, atoi (argv[2]));
  return 0;
}
