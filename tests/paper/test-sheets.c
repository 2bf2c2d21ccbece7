#include "config.h"

#include "ante-test.h"
#include "paper-leads.h"
#include "paper/ante-sheets.h"

#include <string.h>

/* What a page is for is read by people: with ANTE_PAPER_OUT=DIR all of them are kept there. */

static AnteSheets *
make_sheets (const char *name, gboolean is_private)
{
  GPtrArray *briefs = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_brief_free);

  g_ptr_array_add (briefs, paper_lead_brief (name, is_private, NULL));
  return ante_sheets_new_briefs (briefs);
}

/* --- what lies within the margins ----------------------------------------------------------- */

static void
assert_ink_within (AnteSheets *sheets, const AntePaper *paper)
{
  guint n_pages = ante_sheets_paginate (sheets, paper);

  for (guint page = 0; page < n_pages; page++) {
    cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create (surface);
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    ante_sheets_draw (sheets, cr, page);
    cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
    g_test_message ("%s: ink %.0f to %.0f, %.0f to %.0f", ante_sheets_get_title (sheets), x,
                    x + width, y, y + height);
    g_assert_cmpfloat (width, >, 20);
    /* A letter may lean out of its box by a hair; the marks on an enchanted one reach further. */
    g_assert_cmpfloat (x, >=, paper->left - 3);
    g_assert_cmpfloat (y, >=, paper->top - 3);
    g_assert_cmpfloat (x + width, <=, paper->width - paper->right + 3);
    g_assert_cmpfloat (y + height, <=, paper->height - paper->bottom + 3);
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
  }
}

/* --- what stands in a PDF ------------------------------------------------------------------- */

static GBytes *
make_pdf (AnteSheets *sheets, const AntePaper *paper, const char *name)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ante_sheets_to_pdf (sheets, paper, &error);
  const char *keep = g_getenv ("ANTE_PAPER_OUT");

  g_assert_no_error (error);
  if (keep != NULL) {
    g_autofree char *file = g_strdup_printf ("%s.pdf", name);
    g_autofree char *path = g_build_filename (keep, file, NULL);

    g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                        (gssize) g_bytes_get_size (bytes), NULL));
  }
  return bytes;
}

/* (transfer full): as whoever searches or copies it gets it. */
static char *
extract_text (GBytes *bytes)
{
  g_autofree char *dir = test_make_dir ();
  g_autofree char *file = g_build_filename (dir, "page.pdf", NULL);
  const char *argv[] = { "pdftotext", "-layout", file, "-", NULL };
  char *text = NULL;
  int status = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  test_remove_dir (dir);
  return text;
}

/* A form feed ends each. */
static guint
count_pages (GBytes *pdf)
{
  g_autofree char *text = extract_text (pdf);
  guint n = 0;

  for (const char *at = text; (at = strchr (at, '\f')) != NULL; at++)
    n++;
  return n;
}

static char *
inflate (const char *data, gsize size)
{
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, G_CONVERTER (zlib));
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize n = 0;

  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (text, buffer, n);
  return g_string_free (text, FALSE);
}

/* The least size of type on a page: what "a b c d x y Tm" scales letters of one point by. */
static double
find_smallest_type (const char *page)
{
  g_autoptr (GRegex) regex = g_regex_new (
    "(-?[0-9.]+) (-?[0-9.]+) (-?[0-9.]+) (-?[0-9.]+) (-?[0-9.]+) (-?[0-9.]+) Tm", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  double least = 0;

  g_regex_match (regex, page, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *word = g_match_info_fetch (match, 1);
    double size = ABS (g_ascii_strtod (word, NULL));

    least = least == 0 ? size : MIN (least, size);
  }
  return least;
}

static double
find_smallest (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = data + size;
  double least = 0;

  for (const char *at = data; (at = memmem (at, (gsize) (end - at), "\nstream\n", 8)) != NULL;) {
    const char *after = memmem (at, (gsize) (end - at), "endstream", 9);
    g_autofree char *page = inflate (at + 8, (gsize) (after - at - 8));
    double here = find_smallest_type (page);

    if (here > 0)
      least = least == 0 ? here : MIN (least, here);
    at = after;
  }
  return least;
}

/* --- briefs --------------------------------------------------------------------------------- */

static void
test_whoever_they_are_it_is_one_page (void)
{
  for (guint kind = ANTE_PAPER_A4; kind <= ANTE_PAPER_LETTER; kind++) {
    AntePaper paper = ante_paper_new (kind);

    for (guint i = 0; paper_leads[i] != NULL; i++) {
      g_autoptr (AnteSheets) sheets = make_sheets (paper_leads[i], FALSE);
      g_autofree char *name =
        g_strdup_printf ("%s-%s", paper_leads[i], ante_paper_kind_to_nick (kind));
      g_autoptr (GBytes) pdf = make_pdf (sheets, &paper, name);

      g_assert_cmpuint (count_pages (pdf), ==, 1);
      g_assert_cmpfloat (find_smallest (pdf), >=, 10);
      assert_ink_within (sheets, &paper);
    }
  }
}

static void
test_the_text_can_be_searched (void)
{
  AntePaper paper = ante_paper_new (ANTE_PAPER_A4);
  g_autoptr (AnteSheets) sheets = make_sheets ("full", FALSE);
  g_autoptr (GBytes) pdf = make_pdf (sheets, &paper, "searched");
  g_autofree char *text = extract_text (pdf);
  g_autoptr (AnteSheets) japanese = make_sheets ("japanese", FALSE);
  g_autoptr (GBytes) japanese_pdf = make_pdf (japanese, &paper, "searched");
  g_autofree char *japanese_text = extract_text (japanese_pdf);

  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "Beatriz Ferreira"));
  g_assert_nonnull (strstr (text, "Sat 21 Nov, 09:00 to 09:30 (18:00 for them)"));
  g_assert_nonnull (strstr (text, "I want two evenings a week back"));
  g_assert_nonnull (strstr (text, "[?] not confirmed by anyone yet, [AI] found by AI"));
  g_assert_nonnull (strstr (text, "Outcome"));
  g_assert_nonnull (strstr (japanese_text, "水曜日の会議で英語で"));
}

static void
test_marks_are_printed (void)
{
  AntePaper paper = ante_paper_new (ANTE_PAPER_A4);

  for (guint i = 0; paper_leads[i] != NULL; i++) {
    g_autoptr (AnteBrief) brief = paper_lead_brief (paper_leads[i], FALSE, NULL);
    g_autoptr (AnteSheets) sheets = make_sheets (paper_leads[i], FALSE);
    g_autoptr (GBytes) pdf = make_pdf (sheets, &paper, "marks");
    g_autofree char *text = extract_text (pdf);
    gboolean has_mark = FALSE;

    for (guint k = 0; k < brief->lines->len; k++) {
      const AnteBriefLine *line = brief->lines->pdata[k];

      has_mark |= line->rank <= brief->least && line->marks != 0;
    }
    if (has_mark)
      g_assert_true (strstr (text, "[?]") != NULL || strstr (text, "[AI") != NULL);
    /* Where words are cut, marks are not. */
    if (g_str_equal (paper_leads[i], "long-words")) {
      g_assert_nonnull (strstr (text, "Problem (11 Oct) [?]"));
      g_assert_nonnull (strstr (text, "Budget (11 Oct) [?]"));
    }
  }
}

static void
test_what_is_left_out_is_said (void)
{
  AntePaper paper = ante_paper_new (ANTE_PAPER_A4);
  g_autoptr (AnteSheets) sheets = make_sheets ("objections", FALSE);
  g_autoptr (GBytes) pdf = make_pdf (sheets, &paper, "left-out");
  g_autofree char *text = extract_text (pdf);

  g_assert_nonnull (strstr (text, "more quotes in the app"));
}

static void
test_surname_and_handle_are_not_on_paper (void)
{
  AntePaper paper = ante_paper_new (ANTE_PAPER_A4);
  g_autoptr (AnteSheets) sheets = make_sheets ("full", TRUE);
  g_autoptr (GBytes) pdf = make_pdf (sheets, &paper, "private");
  g_autofree char *text = extract_text (pdf);

  g_assert_nonnull (strstr (text, "Beatriz"));
  g_assert_null (strcasestr (text, "ferreira"));
  g_assert_cmpstr (ante_sheets_get_title (sheets), ==, "Brief: Beatriz");
}

static void
test_several_are_a_page_each (void)
{
  AntePaper paper = ante_paper_new (ANTE_PAPER_LETTER);
  GPtrArray *briefs = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_brief_free);
  g_autoptr (AnteSheets) sheets = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; paper_leads[i] != NULL; i++)
    g_ptr_array_add (briefs, paper_lead_brief (paper_leads[i], FALSE, NULL));
  sheets = ante_sheets_new_briefs (briefs);
  pdf = make_pdf (sheets, &paper, "several");
  g_assert_cmpuint (count_pages (pdf), ==, g_strv_length ((char **) paper_leads));
  text = extract_text (pdf);
  g_assert_cmpint (strstr (text, "Beatriz") - text, <, strstr (text, "Tom Okafor") - text);
}

/* --- the other way round -------------------------------------------------------------------- */

static void
test_a_sheet_can_begin_at_the_right (void)
{
  AntePaper paper = ante_paper_new (ANTE_PAPER_A4);
  g_autoptr (AnteSheets) sheets = make_sheets ("arabic", FALSE);
  g_autoptr (GBytes) pdf = NULL;

  paper.from_right = TRUE;
  pdf = make_pdf (sheets, &paper, "arabic-from-right");
  assert_ink_within (sheets, &paper);
}

/* --- conversations and forms ---------------------------------------------------------------- */

static AnteSheets *
make_thread (const char *name, GArray *gaps)
{
  g_autoptr (AnteLead) lead = paper_lead_new (name);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (AnteBrief) brief = paper_lead_brief (name, FALSE, &messages);

  return ante_sheets_new_thread (lead, messages, gaps, zone);
}

static void
test_a_conversation_is_printed_whole (void)
{
  AntePaper paper = ante_paper_new (ANTE_PAPER_A4);
  g_autoptr (AnteSheets) sheets = make_thread ("thousands", NULL);
  g_autoptr (GBytes) pdf = make_pdf (sheets, &paper, "thread-thousands");
  g_autofree char *text = extract_text (pdf);
  guint n_pages = ante_sheets_paginate (sheets, &paper);
  g_autofree char *last = g_strdup_printf ("page %u of %u", n_pages, n_pages);

  g_assert_cmpuint (n_pages, >, 50);
  g_assert_cmpuint (count_pages (pdf), ==, n_pages);
  g_assert_nonnull (strstr (text, last));
  for (guint i = 0; i < 5000; i += 7) {
    g_autofree char *line = g_strdup_printf ("Message number %u of", i);
    const char *found = strstr (text, line);

    g_assert_nonnull (found);
    g_assert_null (strstr (found + 1, line));
  }
  g_assert_cmpfloat (find_smallest (pdf), >=, 10);
  assert_ink_within (sheets, &paper);
}

static void
test_conversations_of_all_kinds_fit (void)
{
  AntePaper paper = ante_paper_new (ANTE_PAPER_LETTER);

  for (guint i = 0; paper_leads[i] != NULL; i++) {
    g_autoptr (AnteSheets) sheets = NULL;
    g_autofree char *name = g_strdup_printf ("thread-%s-letter", paper_leads[i]);
    g_autoptr (GBytes) pdf = NULL;

    if (g_str_equal (paper_leads[i], "thousands"))
      continue;
    sheets = make_thread (paper_leads[i], NULL);
    pdf = make_pdf (sheets, &paper, name);
    assert_ink_within (sheets, &paper);
  }
}

static void
test_a_gap_in_a_conversation_is_printed (void)
{
  AntePaper paper = ante_paper_new (ANTE_PAPER_A4);
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (AnteBrief) brief = paper_lead_brief ("full", FALSE, &messages);
  g_autoptr (AnteSheets) sheets = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  g_array_append_val (gaps, ((AnteMessage *) messages->pdata[3])->at);
  sheets = make_thread ("full", gaps);
  pdf = make_pdf (sheets, &paper, "thread-full");
  text = extract_text (pdf);
  g_assert_nonnull (strstr (text, "[Messages are missing here"));
}

static void
test_a_blank_form_is_one_page (void)
{
  for (guint kind = ANTE_PAPER_A4; kind <= ANTE_PAPER_LETTER; kind++) {
    AntePaper paper = ante_paper_new (kind);
    g_autoptr (AnteSheets) sheets = ante_sheets_new_handoff ();
    g_autofree char *name = g_strdup_printf ("handoff-%s", ante_paper_kind_to_nick (kind));
    g_autoptr (GBytes) pdf = make_pdf (sheets, &paper, name);

    g_assert_cmpuint (count_pages (pdf), ==, 1);
    g_assert_cmpfloat (find_smallest (pdf), >=, 10);
    assert_ink_within (sheets, &paper);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheets/one-page-each", test_whoever_they_are_it_is_one_page);
  g_test_add_func ("/sheets/text-can-be-searched", test_the_text_can_be_searched);
  g_test_add_func ("/sheets/marks-are-printed", test_marks_are_printed);
  g_test_add_func ("/sheets/left-out-is-said", test_what_is_left_out_is_said);
  g_test_add_func ("/sheets/private", test_surname_and_handle_are_not_on_paper);
  g_test_add_func ("/sheets/several", test_several_are_a_page_each);
  g_test_add_func ("/sheets/from-the-right", test_a_sheet_can_begin_at_the_right);
  g_test_add_func ("/sheets/thread-whole", test_a_conversation_is_printed_whole);
  g_test_add_func ("/sheets/threads-fit", test_conversations_of_all_kinds_fit);
  g_test_add_func ("/sheets/thread-gap", test_a_gap_in_a_conversation_is_printed);
  g_test_add_func ("/sheets/blank-form", test_a_blank_form_is_one_page);
  return g_test_run ();
}
