#define G_LOG_DOMAIN "ante-paper"

#include "config.h"

#include "paper/ante-sheets-private.h"

#include <glib/gi18n.h>

/* The form that goes with a conversation when somebody else takes it, for whoever works on paper:
 * what the new owner has to know, and what they are to do by when. */

#define LABEL 130.0
#define ROW 27.0
#define SECTION 14.0

typedef struct {
  const char *label;
  guint rows; /* lines to write on */
} Field;

static const Field who[] = {
  { N_ ("Lead and handle"), 1 },
  { N_ ("Handed over by, to"), 1 },
  { N_ ("Answer within"), 1 },
  { N_ ("Reply window ends"), 1 },
};

static const Field context[] = {
  { N_ ("Where they came from"), 1 },
  { N_ ("Goal, in their words"), 2 },
  { N_ ("Problem"), 2 },
  { N_ ("Bottleneck"), 1 },
  { N_ ("Signs of fit"), 1 },
  { N_ ("Objection, answered?"), 2 },
  { N_ ("Budget and timeline"), 1 },
  { N_ ("Prices and links told"), 1 },
  { N_ ("What was promised"), 1 },
  { N_ ("Anything else"), 2 },
};

static const Field next[] = {
  { N_ ("Next step"), 2 },
  { N_ ("Due"), 1 },
};

static void
draw_title (AntePen *pen, const char *text, double size)
{
  double width = ante_paper_get_inner_width (pen->paper);
  g_autoptr (PangoLayout) layout = ante_pen_set_type (pen, text, size, PANGO_WEIGHT_BOLD, width);

  ante_pen_draw (pen, layout, 0, width, pen->y);
  pen->y += ante_pen_measure (layout);
}

static void
draw_fields (AntePen *pen, const Field *fields, guint n)
{
  double width = ante_paper_get_inner_width (pen->paper);

  for (guint i = 0; i < n; i++) {
    g_autoptr (PangoLayout) label =
      ante_pen_set_type (pen, _ (fields[i].label), ANTE_PAPER_BODY, PANGO_WEIGHT_NORMAL, LABEL - 8);

    ante_pen_draw (pen, label, 0, LABEL - 8, pen->y + ROW - 13);
    for (guint row = 0; row < fields[i].rows; row++) {
      pen->y += ROW;
      ante_pen_rule (pen, LABEL, width - LABEL, pen->y, 0.4);
    }
  }
}

static guint
paginate (gpointer data, const AntePaper *paper)
{
  return 1;
}

static void
draw (gpointer data, AntePen *pen, guint page)
{
  double x = 0;

  draw_title (pen, _ ("Handoff"), ANTE_PAPER_TITLE);
  draw_fields (pen, who, G_N_ELEMENTS (who));
  pen->y += SECTION;
  draw_title (pen, _ ("What the new owner has to know"), ANTE_PAPER_BODY + 1);
  draw_fields (pen, context, G_N_ELEMENTS (context));
  pen->y += SECTION;
  draw_title (pen, _ ("What is to be done"), ANTE_PAPER_BODY + 1);
  draw_fields (pen, next, G_N_ELEMENTS (next));
  pen->y += SECTION + 4;
  ante_pen_box (pen, _ ("Read"), &x, pen->y);
  ante_pen_box (pen, _ ("Taken over"), &x, pen->y);
  ante_pen_box (pen, _ ("Given back, because"), &x, pen->y);
  ante_pen_rule (pen, x - 10, ante_paper_get_inner_width (pen->paper) - x + 10, pen->y + 14, 0.4);
}

static void
free_nothing (gpointer data)
{
}

AnteSheets *
ante_sheets_new_handoff (void)
{
  static const AnteSheetsFuncs funcs = { paginate, draw, free_nothing };

  return ante_sheets_new (&funcs, NULL, g_strdup (_ ("Handoff form")));
}
