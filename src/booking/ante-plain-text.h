#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ante_plain_text:
 * @text: plain text or HTML, whichever a calendar happens to hold
 * @max_chars: the most that is kept
 *
 * Takes the tags out of HTML; where a link leads stays, in brackets behind its words, since a
 * booking link tells whose the booking is. What only looks a little like HTML stays as it is.
 *
 * Returns: (transfer full) (nullable): cleaned text; %NULL when nothing is left
 */
char *ante_plain_text (const char *text, gsize max_chars);

G_END_DECLS
