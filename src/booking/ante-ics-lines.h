#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line of a calendar with all that is folded under it has no more bytes than this. */
#define ANTE_ICS_MAX_LINE (256 * 1024)

/**
 * AnteIcsLines:
 *
 * Takes the bytes of a calendar apart into its logical lines, whatever ends them. Lines are
 * unfolded byte by byte before they are read as text, since a fold may stand inside a character.
 */
typedef struct _AnteIcsLines AnteIcsLines;

AnteIcsLines *ante_ics_lines_new (GBytes *bytes);
void ante_ics_lines_free (AnteIcsLines *self);

/**
 * ante_ics_lines_next:
 * @number: (out): where it begins, from 1
 * @is_cut: (out): it was longer than is read
 *
 * Returns: (transfer none) (nullable): the next line that is not empty, as UTF-8 without control
 * characters, good until the next call; %NULL after the last
 */
const char *ante_ics_lines_next (AnteIcsLines *self, guint *number, gboolean *is_cut);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteIcsLines, ante_ics_lines_free)

G_END_DECLS
