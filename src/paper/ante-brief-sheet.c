#define G_LOG_DOMAIN "ante-paper"

#include "config.h"

#include "paper/ante-sheets-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The brief: one page, whatever was said. Names of the sections stand at the side, so that the eye
 * finds what it looks for; what is left of the page is for the coach's own hand. */

#define GUTTER 88.0
#define SECTION_SPACE 6.0
#define LINE_SPACE 1.5
#define HEAD_SPACE 8.0
#define DATE_COLUMNS 5
/* So many letters of a source are not parted by the end of a row. */
#define MOST_TOGETHER 24
/* Room for notes that is not given up, and how far apart its lines are. */
#define LEAST_NOTES 66.0
#define NOTE_LINE 21.0
#define OUTCOME_HEIGHT 46.0

/**
 * Sheet:
 * @heights: (element-type double): of each line of the brief, when it is shown
 * @shown: how many lines there is room for
 * @is_tight: no line takes more than two rows
 */
typedef struct {
  AntePen *pen;
  const AnteBrief *brief;
  GArray *heights;
  guint shown;
  gboolean is_tight;
} Sheet;

static double
inner (const Sheet *sheet)
{
  return ante_paper_get_inner_width (sheet->pen->paper);
}

/* --- a line --------------------------------------------------------------------------------- */

static void
shrink (PangoAttrList *attrs, gsize start)
{
  PangoAttribute *size = pango_attr_size_new_absolute ((int) (ANTE_PAPER_BODY * PANGO_SCALE));

  size->start_index = (guint) start;
  pango_attr_list_insert (attrs, size);
}

static void
embolden (PangoAttrList *attrs, gsize start, gsize end)
{
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = (guint) start;
  bold->end_index = (guint) end;
  pango_attr_list_insert (attrs, bold);
}

/* (transfer full) (nullable): "(23 Oct)", which stands on one row where it is short. */
static char *
dup_source (const AnteBriefLine *line)
{
  g_autofree char *source = ante_brief_line_dup_source (line);
  g_auto (GStrv) words = source != NULL ? g_strsplit (source, " ", -1) : NULL;
  g_autofree char *together = NULL;

  if (source == NULL)
    return NULL;
  together = g_strjoinv (g_utf8_strlen (source, -1) <= MOST_TOGETHER ? "\u00a0" : " ", words);
  return g_strdup_printf ("\u2068(%s)\u2069", together);
}

/* What a line rests on, and its mark. */
static void
append_source (const AnteBriefLine *line, GString *all, PangoAttrList *attrs)
{
  g_autofree char *source = dup_source (line);
  const char *mark = ante_brief_line_get_mark (line);

  if (source != NULL)
    g_string_append_printf (all, "%s%s", all->len > 0 ? "  " : "", source);
  if (mark != NULL) {
    gsize start = all->len;

    g_string_append_printf (all, "%s%s", all->len > 0 ? "\u00a0" : "", mark);
    embolden (attrs, start, all->len);
  }
}

/* "Goal  “sleep again”  (23 Oct) [?]". What may be cut stands last: never the mark. */
static PangoLayout *
set_line (const Sheet *sheet, const AnteBriefLine *line, double size, double width)
{
  g_autofree char *text = ante_brief_line_dup_text (line);
  g_autoptr (GString) all = g_string_new (NULL);
  PangoAttrList *attrs = pango_attr_list_new ();
  PangoLayout *layout = NULL;

  if (line->label != NULL) {
    g_string_append (all, line->label);
    embolden (attrs, 0, all->len);
  }
  if (sheet->is_tight)
    append_source (line, all, attrs);
  if (all->len > 0)
    g_string_append (all, "  ");
  g_string_append (all, text);
  if (!sheet->is_tight) {
    shrink (attrs, all->len);
    append_source (line, all, attrs);
  }
  layout = ante_pen_set_type (sheet->pen, all->str, size, PANGO_WEIGHT_NORMAL, width);
  pango_layout_set_attributes (layout, attrs);
  pango_attr_list_unref (attrs);
  /* A quote by itself is read from where it begins; what has a name of ours, as the sheet is. */
  pango_layout_set_auto_dir (layout, line->part == ANTE_BRIEF_WHY);
  if (sheet->is_tight) {
    pango_layout_set_height (layout, -2);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  }
  return layout;
}

/* The day above, what it was below. */
static PangoLayout *
set_date (const Sheet *sheet, const AnteBriefLine *line)
{
  g_autofree char *text = g_strdup_printf ("\u2068%s\u2069\n%s", line->when, line->text);
  PangoLayout *layout = ante_pen_set_type (sheet->pen, text, ANTE_PAPER_SMALL, PANGO_WEIGHT_NORMAL,
                                           inner (sheet) / DATE_COLUMNS - 6);
  PangoAttrList *attrs = pango_attr_list_new ();

  embolden (attrs, 0, strlen (text) - strlen (line->text));
  pango_layout_set_attributes (layout, attrs);
  pango_attr_list_unref (attrs);
  return layout;
}

static PangoLayout *
set_any (const Sheet *sheet, const AnteBriefLine *line)
{
  if (line->part == ANTE_BRIEF_DATES)
    return set_date (sheet, line);
  if (line->part == ANTE_BRIEF_WHY)
    return set_line (sheet, line, ANTE_PAPER_QUOTE, inner (sheet));
  return set_line (sheet, line, ANTE_PAPER_BODY, inner (sheet) - GUTTER);
}

static void
measure_lines (Sheet *sheet)
{
  g_array_set_size (sheet->heights, 0);
  for (guint i = 0; i < sheet->brief->lines->len; i++) {
    const AnteBriefLine *line = sheet->brief->lines->pdata[i];
    g_autoptr (PangoLayout) layout =
      ante_brief_line_is_shown (line, sheet->brief->shown) ? set_any (sheet, line) : NULL;
    double height = layout != NULL ? ante_pen_measure (layout) : 0;

    g_array_append_val (sheet->heights, height);
  }
}

/* --- a section ------------------------------------------------------------------------------ */

static PangoLayout *
set_title (const Sheet *sheet, AnteBriefPart part, double width)
{
  return ante_pen_set_type (sheet->pen, ante_brief_get_title (sheet->brief, part), ANTE_PAPER_SMALL,
                            PANGO_WEIGHT_BOLD, width);
}

static gboolean
is_shown (const Sheet *sheet, guint i)
{
  return ante_brief_line_is_shown (sheet->brief->lines->pdata[i], sheet->shown);
}

/* Those of one section stand together: the first line after it. */
static guint
find_end (const AnteBrief *brief, guint first)
{
  AnteBriefPart part = ((AnteBriefLine *) brief->lines->pdata[first])->part;
  guint end = first;

  while (end < brief->lines->len && ((AnteBriefLine *) brief->lines->pdata[end])->part == part)
    end++;
  return end;
}

/* 0 where nothing of it is shown. */
static double
measure_section (const Sheet *sheet, guint first, guint end)
{
  AnteBriefPart part = ((AnteBriefLine *) sheet->brief->lines->pdata[first])->part;
  double lines = 0;
  double tallest = 0;
  double title = 0;

  for (guint i = first; i < end; i++) {
    double height = g_array_index (sheet->heights, double, i);

    if (!is_shown (sheet, i))
      continue;
    lines += height + LINE_SPACE;
    tallest = MAX (tallest, height);
  }
  if (lines == 0)
    return 0;
  {
    g_autoptr (PangoLayout) layout = set_title (sheet, part, GUTTER - 8);

    title = ante_pen_measure (layout);
  }
  if (part == ANTE_BRIEF_WHY)
    return title + lines + SECTION_SPACE * 2;
  return MAX (title, part == ANTE_BRIEF_DATES ? tallest : lines) + SECTION_SPACE * 2;
}

static double
measure_sections (const Sheet *sheet)
{
  double height = 0;

  for (guint i = 0; i < sheet->brief->lines->len; i = find_end (sheet->brief, i))
    height += measure_section (sheet, i, find_end (sheet->brief, i));
  return height;
}

/* The five of them in a row, under the whole width. */
static void
draw_dates (const Sheet *sheet, guint first, guint end, double y)
{
  double column = (inner (sheet) - GUTTER) / DATE_COLUMNS;
  double x = GUTTER;

  for (guint i = first; i < end; i++) {
    g_autoptr (PangoLayout) layout = NULL;

    if (!is_shown (sheet, i))
      continue;
    layout = set_date (sheet, sheet->brief->lines->pdata[i]);
    ante_pen_draw (sheet->pen, layout, x, column, y);
    x += column;
  }
}

static void
draw_lines (const Sheet *sheet, guint first, guint end, double x, double y)
{
  for (guint i = first; i < end; i++) {
    g_autoptr (PangoLayout) layout = NULL;

    if (!is_shown (sheet, i))
      continue;
    layout = set_any (sheet, sheet->brief->lines->pdata[i]);
    ante_pen_draw (sheet->pen, layout, x, inner (sheet) - x, y);
    y += g_array_index (sheet->heights, double, i) + LINE_SPACE;
  }
}

static void
draw_section (const Sheet *sheet, guint first, guint end)
{
  AnteBriefPart part = ((AnteBriefLine *) sheet->brief->lines->pdata[first])->part;
  double height = measure_section (sheet, first, end);
  double y = sheet->pen->y + SECTION_SPACE;
  g_autoptr (PangoLayout) title = NULL;

  if (height == 0)
    return;
  title = set_title (sheet, part, part == ANTE_BRIEF_WHY ? inner (sheet) : GUTTER - 8);
  ante_pen_rule (sheet->pen, 0, inner (sheet), sheet->pen->y, 0.5);
  ante_pen_draw (sheet->pen, title, 0, part == ANTE_BRIEF_WHY ? inner (sheet) : GUTTER - 8, y);
  if (part == ANTE_BRIEF_WHY)
    draw_lines (sheet, first, end, 0, y + ante_pen_measure (title));
  else if (part == ANTE_BRIEF_DATES)
    draw_dates (sheet, first, end, y);
  else
    draw_lines (sheet, first, end, GUTTER, y);
  sheet->pen->y += height;
}

/* --- the head ------------------------------------------------------------------------------- */

/* (transfer full): "@bea.ferreira · 6 of 7, budget missing · reads in 1 minute". */
static char *
describe (const Sheet *sheet)
{
  const AnteBrief *brief = sheet->brief;
  g_autofree char *reading = ante_brief_dup_reading_time (brief, sheet->shown);
  g_autofree char *known = g_strdup_printf (_ ("known: %s"), brief->completeness);

  if (brief->handle == NULL)
    return g_strdup_printf ("%s · %s", known, reading);
  return g_strdup_printf ("\u2068%s\u2069 · %s · %s", brief->handle, known, reading);
}

/* (transfer full) (nullable): when and where the call is. */
static char *
describe_call (const AnteBrief *brief)
{
  if (brief->call == NULL)
    return g_strdup (brief->call_link);
  if (brief->call_link == NULL)
    return g_strdup (brief->call);
  return g_strdup_printf ("%s · \u2068%s\u2069", brief->call, brief->call_link);
}

static void
draw_paragraph (
  const Sheet *sheet, const char *text, double size, PangoWeight weight, gboolean draw)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL)
    return;
  layout = ante_pen_set_type (sheet->pen, text, size, weight, inner (sheet));
  if (draw)
    ante_pen_draw (sheet->pen, layout, 0, inner (sheet), sheet->pen->y);
  sheet->pen->y += ante_pen_measure (layout);
}

/* Moves the pen below it. */
static void
set_head (const Sheet *sheet, gboolean draw)
{
  g_autofree char *call = describe_call (sheet->brief);
  g_autofree char *about = describe (sheet);

  draw_paragraph (sheet, sheet->brief->name, ANTE_PAPER_TITLE, PANGO_WEIGHT_BOLD, draw);
  draw_paragraph (sheet, call, ANTE_PAPER_BODY + 1, PANGO_WEIGHT_BOLD, draw);
  draw_paragraph (sheet, about, ANTE_PAPER_BODY, PANGO_WEIGHT_NORMAL, draw);
  sheet->pen->y += HEAD_SPACE;
}

/* --- the foot ------------------------------------------------------------------------------- */

static PangoLayout *
set_foot (const Sheet *sheet)
{
  g_autofree char *rest = ante_brief_dup_rest (sheet->brief, sheet->shown);
  g_autofree char *legend = ante_brief_dup_legend (sheet->brief, sheet->shown);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (sheet->brief->now / 1000);
  g_autofree char *day = now != NULL ? g_date_time_format (now, "%x %H:%M") : g_strdup ("");
  g_autofree char *made = g_strdup_printf (_ ("Anteroom, %s"), day);
  g_autoptr (GString) text = g_string_new (made);

  if (legend != NULL)
    g_string_append_printf (text, " · %s", legend);
  if (rest != NULL)
    g_string_append_printf (text, " · %s", rest);
  return ante_pen_set_type (sheet->pen, text->str, ANTE_PAPER_SMALL, PANGO_WEIGHT_NORMAL,
                            inner (sheet));
}

static double
measure_foot (const Sheet *sheet)
{
  g_autoptr (PangoLayout) layout = set_foot (sheet);

  return ante_pen_measure (layout);
}

static void
draw_outcome (const Sheet *sheet, double y)
{
  static const char *const boxes[] = {
    N_ ("Held"), N_ ("No-show"), N_ ("Won"), N_ ("Not a fit"), N_ ("Follow up"),
  };
  g_autoptr (PangoLayout) next =
    ante_pen_set_type (sheet->pen, _ ("Next step"), ANTE_PAPER_BODY, PANGO_WEIGHT_BOLD, -1);
  g_autoptr (PangoLayout) title =
    ante_pen_set_type (sheet->pen, _ ("Outcome"), ANTE_PAPER_SMALL, PANGO_WEIGHT_BOLD, -1);
  double x = GUTTER;

  ante_pen_rule (sheet->pen, 0, inner (sheet), y, 0.5);
  ante_pen_draw (sheet->pen, title, 0, GUTTER - 8, y + 6);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    ante_pen_box (sheet->pen, _ (boxes[i]), &x, y + 6);
  ante_pen_draw (sheet->pen, next, 0, GUTTER - 8, y + 25);
  ante_pen_rule (sheet->pen, GUTTER, inner (sheet) - GUTTER, y + 38, 0.4);
}

/* Lines to write on, as many as there is room for. */
static void
draw_notes (const Sheet *sheet, double top, double bottom)
{
  g_autoptr (PangoLayout) title =
    ante_pen_set_type (sheet->pen, _ ("Notes"), ANTE_PAPER_SMALL, PANGO_WEIGHT_BOLD, -1);

  ante_pen_rule (sheet->pen, 0, inner (sheet), top, 0.5);
  ante_pen_draw (sheet->pen, title, 0, GUTTER - 8, top + 6);
  for (double y = top + NOTE_LINE; y < bottom - NOTE_LINE / 2; y += NOTE_LINE)
    ante_pen_rule (sheet->pen, GUTTER, inner (sheet) - GUTTER, y, 0.25);
}

/* --- the page ------------------------------------------------------------------------------- */

static double
measure_sheet (Sheet *sheet)
{
  double top = sheet->pen->y;
  double head = 0;

  set_head (sheet, FALSE);
  head = sheet->pen->y - top;
  sheet->pen->y = top;
  return head + measure_sections (sheet) + LEAST_NOTES + OUTCOME_HEIGHT + measure_foot (sheet);
}

static gboolean
fits (Sheet *sheet, guint shown)
{
  const AntePaper *paper = sheet->pen->paper;

  sheet->shown = shown;
  return measure_sheet (sheet) <= paper->height - paper->top - paper->bottom;
}

/* As many of the lines as there is room for, but no fewer than @least. */
static guint
find_shown (Sheet *sheet, guint least)
{
  guint most = sheet->brief->shown;

  while (least < most) {
    guint middle = least + (most - least + 1) / 2;

    if (fits (sheet, middle))
      least = middle;
    else
      most = middle - 1;
  }
  return least;
}

/* What matters least goes first; if even what must stay is too much, each line is cut. */
static void
fit (Sheet *sheet)
{
  measure_lines (sheet);
  sheet->shown = find_shown (sheet, sheet->brief->least);
  if (fits (sheet, sheet->shown))
    return;
  sheet->is_tight = TRUE;
  measure_lines (sheet);
  sheet->shown = find_shown (sheet, 1);
}

static void
draw_brief (AntePen *pen, const AnteBrief *brief)
{
  const AntePaper *paper = pen->paper;
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (PangoLayout) foot = NULL;
  Sheet sheet = { pen, brief, heights, 0, FALSE };
  double outcome = 0;
  double foot_y = 0;

  fit (&sheet);
  foot = set_foot (&sheet);
  foot_y = paper->height - paper->bottom - ante_pen_measure (foot);
  outcome = foot_y - OUTCOME_HEIGHT;

  set_head (&sheet, TRUE);
  for (guint i = 0; i < brief->lines->len; i = find_end (brief, i))
    draw_section (&sheet, i, find_end (brief, i));
  draw_notes (&sheet, pen->y, outcome);
  draw_outcome (&sheet, outcome);
  ante_pen_draw (pen, foot, 0, inner (&sheet), foot_y);
}

static guint
paginate (gpointer data, const AntePaper *paper)
{
  return ((GPtrArray *) data)->len;
}

static void
draw (gpointer data, AntePen *pen, guint page)
{
  draw_brief (pen, ((GPtrArray *) data)->pdata[page]);
}

static void
free_briefs (gpointer data)
{
  g_ptr_array_unref (data);
}

AnteSheets *
ante_sheets_new_briefs (GPtrArray *briefs)
{
  static const AnteSheetsFuncs funcs = { paginate, draw, free_briefs };
  const AnteBrief *first = briefs->len > 0 ? briefs->pdata[0] : NULL;
  char *title = NULL;

  if (briefs->len == 1)
    /* Translators: the name of a print job: "Brief: Bea Ferreira". */
    title = g_strdup_printf (_ ("Brief: %s"), first->name);
  else
    title = g_strdup (_ ("Briefs"));
  return ante_sheets_new (&funcs, briefs, title);
}
