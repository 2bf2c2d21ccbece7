#define G_LOG_DOMAIN "ante-paper"

#include "config.h"

#include "paper/ante-sheets-private.h"

#include <cairo-pdf.h>

struct _AnteSheets {
  const AnteSheetsFuncs *funcs;
  gpointer data;
  char *title;
  AntePaper paper;
  guint n_pages;
};

G_DEFINE_QUARK (ante - paper - error - quark, ante_paper_error)

AnteSheets *
ante_sheets_new (const AnteSheetsFuncs *funcs, gpointer data, char *title)
{
  AnteSheets *self = g_new0 (AnteSheets, 1);

  self->funcs = funcs;
  self->data = data;
  self->title = title;
  return self;
}

void
ante_sheets_free (AnteSheets *self)
{
  if (self == NULL)
    return;

  self->funcs->free (self->data);
  g_free (self->title);
  g_free (self);
}

const char *
ante_sheets_get_title (AnteSheets *self)
{
  return self->title;
}

guint
ante_sheets_paginate (AnteSheets *self, const AntePaper *paper)
{
  self->paper = *paper;
  self->n_pages = self->funcs->paginate (self->data, &self->paper);
  return self->n_pages;
}

void
ante_sheets_draw (AnteSheets *self, cairo_t *cr, guint page)
{
  g_auto (AntePen) pen = { 0 };

  g_return_if_fail (page < self->n_pages);

  ante_pen_init (&pen, cr, &self->paper);
  self->funcs->draw (self->data, &pen, page);
}

cairo_t *
ante_sheets_dup_blind (const AntePaper *paper)
{
  cairo_rectangle_t extents = { 0, 0, paper->width, paper->height };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

/* --- as PDF --------------------------------------------------------------------------------- */

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
ante_sheets_to_pdf (AnteSheets *self, const AntePaper *paper, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (write_cb, bytes, paper->width, paper->height);
  cairo_t *cr = cairo_create (surface);
  guint n_pages = ante_sheets_paginate (self, paper);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Anteroom");
  for (guint page = 0; page < n_pages; page++) {
    ante_sheets_draw (self, cr, page);
    cairo_show_page (cr);
  }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, ANTE_PAPER_ERROR, 0, "a page cannot be drawn: %s",
               cairo_status_to_string (status));
  return NULL;
}
