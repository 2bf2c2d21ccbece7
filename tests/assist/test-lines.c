#include "assist/ante-assist-error.h"
#include "assist/ante-capability.h"
#include "assist/ante-cost.h"
#include "assist/ante-denial.h"
#include "assist/ante-lines.h"

#include <string.h>

static gboolean
keep_cb (const char *data, gsize length, gpointer user_data, GError **error)
{
  g_string_append_printf (user_data, "[%.*s]", (int) length, data);
  return TRUE;
}

/* In two pieces, cut at every byte. */
static void
check_split (AnteLinesKind kind, const char *stream, const char *expected)
{
  gsize length = strlen (stream);

  for (gsize cut = 0; cut <= length; cut++) {
    g_autoptr (AnteLines) lines = ante_lines_new (kind);
    g_autoptr (GString) heard = g_string_new (NULL);
    const guint8 *bytes = (const guint8 *) stream;

    g_assert_true (ante_lines_feed (lines, bytes, cut, keep_cb, heard, NULL));
    g_assert_true (ante_lines_feed (lines, bytes + cut, length - cut, keep_cb, heard, NULL));
    g_assert_true (ante_lines_end (lines, keep_cb, heard, NULL));
    g_assert_cmpstr (heard->str, ==, expected);
  }
}

static void
test_lines_end_in_every_way (void)
{
  check_split (ANTE_LINES_EVENTS, "data: a\n\ndata:b\n\n", "[a][b]");
  check_split (ANTE_LINES_EVENTS, "data: a\r\n\r\ndata:b\r\n\r\n", "[a][b]");
  check_split (ANTE_LINES_EVENTS, "data: a\r\ndata: b\r\n\r\n", "[a\nb]");
  check_split (ANTE_LINES_EVENTS, "data: a\r\rdata:b\r\r", "[a][b]");
  check_split (ANTE_LINES_EVENTS,
               "data: Gr\xc3\xbc\xc3\x9f"
               "e \xf0\x9f\x99\x82\n\n",
               "[Gr\xc3\xbc\xc3\x9f"
               "e \xf0\x9f\x99\x82]");
  check_split (ANTE_LINES_EVENTS, ": ping\n\nevent: x\nid: 3\ndata: a\ndata: b\nretry: 1\n\n\n",
               "[a\nb]");
  check_split (ANTE_LINES_EVENTS, "database: no\ndata\ndata:  two\n\n", "[\n two]");
  check_split (ANTE_LINES_EVENTS, "data: last", "[last]");
  check_split (ANTE_LINES_JSON, "{1}\n\n{2}\r\n{3}", "[{1}][{2}][{3}]");
}

static void
test_a_stream_has_limits (void)
{
  g_autofree char *block = g_strnfill (64 * 1024, 'x');
  g_autoptr (AnteLines) one_line = ante_lines_new (ANTE_LINES_EVENTS);
  g_autoptr (AnteLines) one_event = ante_lines_new (ANTE_LINES_EVENTS);
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (ante_lines_feed (one_line, (guint8 *) block, strlen (block), keep_cb, heard, &error))
    g_assert_cmpuint (++n, <=, ANTE_LINES_MAX_LINE / (64 * 1024));
  g_assert_error (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_BAD_ANSWER);
  g_clear_error (&error);

  memcpy (block, "data: ", 6);
  block[strlen (block) - 1] = '\n';
  n = 0;
  while (ante_lines_feed (one_event, (guint8 *) block, strlen (block), keep_cb, heard, &error))
    g_assert_cmpuint (++n, <=, ANTE_LINES_MAX_EVENT / (64 * 1024) + 1);
  g_assert_error (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_BAD_ANSWER);
  g_assert_cmpuint (heard->len, ==, 0);
}

static void
test_waits_are_understood (void)
{
  static const struct {
    const char *after;
    const char *after_ms;
    gint64 wait;
  } rows[] = {
    { "2", NULL, 2000 },
    { "1.5", NULL, 1500 },
    { "7", "250", 250 },
    { "Fri, 20 Nov 2026 14:00:30 GMT", NULL, 30000 },
    { "Fri, 20 Nov 2026 13:00:00 GMT", NULL, 0 },
    { "soon", NULL, -1 },
    { "-3", NULL, -1 },
    { "nan", NULL, -1 },
    { "1e300", NULL, 24 * 3600 * 1000 },
    { NULL, NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (ante_denial_wait_ms (rows[i].after, rows[i].after_ms, 1795183200000), ==,
                     rows[i].wait);
}

static void
test_what_is_learnt_is_kept_for_a_while (void)
{
  AnteCapability can = {
    .shape = ANTE_SHAPE_TOOL,
    .other_length = TRUE,
    .no_stream_options = TRUE,
    .learnt_at = 1000,
  };
  g_autofree char *text = ante_capability_to_text (&can);
  AnteCapability back = { 0 };

  g_assert_true (ante_capability_from_text (&back, text, 2000));
  g_assert_cmpmem (&can, sizeof can, &back, sizeof back);
  g_assert_false (ante_capability_from_text (&back, text, 1000 + ANTE_CAPABILITY_LASTS_MS));
  g_assert_false (ante_capability_from_text (&back, "tool nonsense 1000", 2000));
  g_assert_false (ante_capability_from_text (&back, "tool", 2000));
  g_assert_false (ante_capability_from_text (&back, NULL, 2000));
  g_assert_cmpint (back.shape, ==, ANTE_SHAPE_SCHEMA);
}

static void
test_cost_is_counted_in_whole_units (void)
{
  AnteTariff tariff = {
    .rates = { .input = 3000000, .cache_read = 300000, .cache_write = 3750000, .output = 15000000 },
    .tier_above = 100000,
    .upper = { .input = 6000000, .cache_read = 600000, .output = 30000000 },
  };
  AnteUsage usage = { .known = TRUE, .input = 172, .cache_read = 640, .output = 61 };

  g_assert_cmpint (ante_tariff_compute (&tariff, &usage), ==, 516 + 192 + 915);
  usage.input = 100000;
  g_assert_cmpint (ante_tariff_compute (&tariff, &usage), ==, 600000 + 384 + 1830);
  usage = (AnteUsage){ .known = TRUE, .input = 1 };
  tariff.rates.input = 1;
  g_assert_cmpint (ante_tariff_compute (&tariff, &usage), ==, 1); /* never less than it was */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines/end-in-every-way", test_lines_end_in_every_way);
  g_test_add_func ("/lines/limits", test_a_stream_has_limits);
  g_test_add_func ("/denial/waits", test_waits_are_understood);
  g_test_add_func ("/capability/kept-for-a-while", test_what_is_learnt_is_kept_for_a_while);
  g_test_add_func ("/cost/whole-units", test_cost_is_counted_in_whole_units);
  return g_test_run ();
}
