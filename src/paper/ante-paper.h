#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/*
 * Sheets for people who hold a page in their hands: black on white, nothing below ten points, any
 * script in any direction. All lengths are points, 72 to the inch. May be used in any thread, each
 * sheet in one at a time.
 */

/**
 * AntePaperKind:
 *
 * What lies in the printer.
 */
typedef enum {
  ANTE_PAPER_A4,
  ANTE_PAPER_LETTER,
} AntePaperKind;

/**
 * AntePaper:
 * @width: of the whole sheet
 * @height: of the whole sheet
 * @top: nothing is drawn above this, and so with the other three
 * @from_right: what is read begins at the right: the sheet is the other way round
 */
typedef struct {
  double width;
  double height;
  double top;
  double bottom;
  double left;
  double right;
  gboolean from_right;
} AntePaper;

AntePaper ante_paper_new (AntePaperKind kind);
/* "a4", "letter"; FALSE, and @kind untouched, for another word. */
gboolean ante_paper_kind_from_nick (const char *nick, AntePaperKind *kind);
const char *ante_paper_kind_to_nick (AntePaperKind kind);

double ante_paper_get_inner_width (const AntePaper *self);

/* Sizes of type. */
#define ANTE_PAPER_SMALL 10.0
#define ANTE_PAPER_BODY 10.5
#define ANTE_PAPER_QUOTE 14.0
#define ANTE_PAPER_TITLE 20.0

/**
 * AntePen:
 * @cr: what is drawn on
 * @context: how type is set there
 * @paper: its sheet
 * @y: where the next thing goes
 *
 * What is drawn from top to bottom.
 */
typedef struct {
  cairo_t *cr;
  PangoContext *context;
  const AntePaper *paper;
  double y;
} AntePen;

void ante_pen_init (AntePen *self, cairo_t *cr, const AntePaper *paper);
void ante_pen_clear (AntePen *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AntePen, ante_pen_clear)

/* (transfer full): @text in one paragraph or more, @width wide; -1 for as wide as it is. It is read
 * from where the sheet is; pango_layout_set_auto_dir() lets each paragraph say so for itself. */
PangoLayout *ante_pen_set_type (
  const AntePen *self, const char *text, double size, PangoWeight weight, double width);
double ante_pen_measure (PangoLayout *layout);
/* @x: from where a sheet begins, whichever side that is; @width: of the column. */
void ante_pen_draw (const AntePen *self, PangoLayout *layout, double x, double width, double y);
/* A horizontal line. */
void ante_pen_rule (const AntePen *self, double x, double width, double y, double thickness);
/* A box to tick, and what it means beside it; @x moves on behind it. */
void ante_pen_box (const AntePen *self, const char *text, double *x, double y);

G_END_DECLS
