/*
 * What a poll's answer costs to read: decode ANSWER.json TIMES
 *
 * Bounds, JSON and nouns as the client makes them, on one thread; the floor is json-glib's parser
 * alone. Prints one line of JSON: CPU ms a time (medians), the answer's size, and the most memory
 * that was taken beyond it.
 */

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "instagram/ante-decode.h"
#include "rules/ante-json.h"

static double
cpu_ms (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spent);
  return (double) spent.tv_sec * 1e3 + (double) spent.tv_nsec / 1e6;
}

static double
parse_once (GBytes *answer)
{
  double started = cpu_ms ();
  gsize length = 0;
  const char *text = g_bytes_get_data (answer, &length);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL)) {
    fprintf (stderr, "decode: the answer is no JSON\n");
    exit (3);
  }
  g_clear_object (&parser);
  return cpu_ms () - started;
}

static int
compare_times (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* With the answer's tree and its nouns alive together: the most that is held at once. */
static guint
read_once (GBytes *answer, gsize *held)
{
  AnteDecodeHints hints = { .user_id = "17841400000000123",
                            .username = "vera.coaches",
                            .depth = 20 };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = ante_json_parse_object (answer, &root, &error);
  AnteThreadPage *page = object != NULL ? ante_decode_thread_page (object, &hints, &error) : NULL;
  guint threads = 0;

  if (page == NULL) {
    fprintf (stderr, "decode: %s\n", error->message);
    exit (3);
  }
  *held = mallinfo2 ().uordblks;
  threads = page->threads->len;
  ante_thread_page_free (page);
  return threads;
}

static double
median (double *values, int count)
{
  qsort (values, (size_t) count, sizeof *values, compare_times);
  return values[count / 2];
}

int
main (int argc, char **argv)
{
  int times = argc == 3 ? atoi (argv[2]) : 0;
  g_autofree double *ours = NULL;
  g_autofree double *floor = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) answer = NULL;
  gsize length = 0, before = 0, held = 0;
  guint threads = 0;

  if (times < 1 || !g_file_get_contents (argv[1], &text, &length, NULL)) {
    fprintf (stderr, "decode ANSWER.json TIMES\n");
    return 2;
  }
  answer = g_bytes_new_take (g_steal_pointer (&text), length);
  ours = g_new0 (double, times);
  floor = g_new0 (double, times);
  before = mallinfo2 ().uordblks;
  for (int i = 0; i < times; i++) {
    double started = cpu_ms ();

    threads = read_once (answer, &held);
    ours[i] = cpu_ms () - started;
    floor[i] = parse_once (answer);
  }
  printf ("{\"ours\":%.2f,\"floor\":%.2f,\"bytes\":%zu,\"threads\":%u,\"held_bytes\":%zu}\n",
          median (ours, times), median (floor, times), length, threads,
          held > before ? held - before : 0);
  return 0;
}
