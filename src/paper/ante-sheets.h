#pragma once

#include "model/ante-lead.h"
#include "paper/ante-paper.h"
#include "rules/brief/ante-brief.h"

G_BEGIN_DECLS

/**
 * AnteSheets:
 *
 * What is printed as one thing: so many pages, of which each can be drawn by itself, in any order
 * and more than once.
 */
typedef struct _AnteSheets AnteSheets;

/* One page each, in their order. @briefs: (element-type AnteBrief) (transfer container) */
AnteSheets *ante_sheets_new_briefs (GPtrArray *briefs);

/**
 * ante_sheets_new_thread:
 * @lead: whose conversation it is
 * @messages: (element-type AnteMessage): oldest first
 * @gaps: (nullable) (element-type gint64): times of the messages before which something is missing,
 * ms
 * @zone: where the days begin
 *
 * Returns: (transfer full): all of a conversation, on as many pages as it takes
 */
AnteSheets *
ante_sheets_new_thread (AnteLead *lead, GPtrArray *messages, GArray *gaps, GTimeZone *zone);

/* A form to be filled in by hand when a conversation changes its owner. */
AnteSheets *ante_sheets_new_handoff (void);

void ante_sheets_free (AnteSheets *self);

/* Sets all on that paper; how many pages that makes. */
guint ante_sheets_paginate (AnteSheets *self, const AntePaper *paper);
/* Of the paper that was paginated for. @page: from 0 */
void ante_sheets_draw (AnteSheets *self, cairo_t *cr, guint page);
/* What a list of print jobs calls it. */
const char *ante_sheets_get_title (AnteSheets *self);

/**
 * ante_sheets_to_pdf:
 *
 * Blocking, by some hundredths of a second a page.
 *
 * Returns: (transfer full): a PDF whose text can be searched and copied; %NULL with @error set
 */
GBytes *ante_sheets_to_pdf (AnteSheets *self, const AntePaper *paper, GError **error);

#define ANTE_PAPER_ERROR (ante_paper_error_quark ())
GQuark ante_paper_error_quark (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteSheets, ante_sheets_free)

G_END_DECLS
