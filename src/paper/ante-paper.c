#define G_LOG_DOMAIN "ante-paper"

#include "config.h"

#include "paper/ante-paper.h"

/* Fifteen millimetres: what any printer reaches, and a thumb can hold. */
#define MARGIN 42.5
/* The first of them that is there; what it lacks comes from wherever it is. */
#define FAMILY "Cantarell, DejaVu Sans, Sans"
#define BOX 9.0
#define BOX_SPACE 5.0
#define BOXES_SPACE 16.0

static const struct {
  const char *nick;
  double width;
  double height;
} kinds[] = {
  [ANTE_PAPER_A4] = { "a4", 595.276, 841.89 },
  [ANTE_PAPER_LETTER] = { "letter", 612, 792 },
};

AntePaper
ante_paper_new (AntePaperKind kind)
{
  return (AntePaper){ .width = kinds[kind].width,
                      .height = kinds[kind].height,
                      .top = MARGIN,
                      .bottom = MARGIN,
                      .left = MARGIN,
                      .right = MARGIN };
}

gboolean
ante_paper_kind_from_nick (const char *nick, AntePaperKind *kind)
{
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (kinds); i++) {
    if (g_ascii_strcasecmp (kinds[i].nick, nick) == 0) {
      *kind = (AntePaperKind) i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
ante_paper_kind_to_nick (AntePaperKind kind)
{
  return kinds[kind].nick;
}

double
ante_paper_get_inner_width (const AntePaper *self)
{
  return self->width - self->left - self->right;
}

/* --- drawing -------------------------------------------------------------------------------- */

/* Type that is not bent to the dots of a screen is the same on any printer. */
static void
set_font_options (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
}

void
ante_pen_init (AntePen *self, cairo_t *cr, const AntePaper *paper)
{
  self->cr = cairo_reference (cr);
  self->paper = paper;
  self->y = paper->top;
  self->context = pango_cairo_create_context (cr);
  set_font_options (self->context);
  pango_context_set_base_dir (self->context,
                              paper->from_right ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

void
ante_pen_clear (AntePen *self)
{
  g_clear_object (&self->context);
  g_clear_pointer (&self->cr, cairo_destroy);
}

PangoLayout *
ante_pen_set_type (
  const AntePen *self, const char *text, double size, PangoWeight weight, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FAMILY);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout,
                              self->paper->from_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  if (width >= 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

double
ante_pen_measure (PangoLayout *layout)
{
  PangoRectangle logical = { 0 };

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

static double
place (const AntePen *self, double x, double width)
{
  return self->paper->from_right ? self->paper->width - self->paper->right - x - width
                                 : self->paper->left + x;
}

void
ante_pen_draw (const AntePen *self, PangoLayout *layout, double x, double width, double y)
{
  cairo_move_to (self->cr, place (self, x, width), y);
  pango_cairo_show_layout (self->cr, layout);
}

void
ante_pen_rule (const AntePen *self, double x, double width, double y, double thickness)
{
  cairo_rectangle (self->cr, place (self, x, width), y - thickness / 2, width, thickness);
  cairo_fill (self->cr);
}

void
ante_pen_box (const AntePen *self, const char *text, double *x, double y)
{
  g_autoptr (PangoLayout) layout =
    ante_pen_set_type (self, text, ANTE_PAPER_BODY, PANGO_WEIGHT_NORMAL, -1);
  PangoRectangle logical = { 0 };
  double width = 0;

  pango_layout_get_extents (layout, NULL, &logical);
  width = (double) logical.width / PANGO_SCALE;
  cairo_set_line_width (self->cr, 0.8);
  cairo_rectangle (self->cr, place (self, *x, BOX), y + 2.5, BOX, BOX);
  cairo_stroke (self->cr);
  ante_pen_draw (self, layout, *x + BOX + BOX_SPACE, width, y);
  *x += BOX + BOX_SPACE + width + BOXES_SPACE;
}
