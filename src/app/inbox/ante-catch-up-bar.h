#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ANTE_TYPE_CATCH_UP_BAR (ante_catch_up_bar_get_type ())
G_DECLARE_FINAL_TYPE (AnteCatchUpBar, ante_catch_up_bar, ANTE, CATCH_UP_BAR, AdwBin)

/*
 * What a lead has said since somebody looked last, in a few lines, each of which goes to its
 * message
 * ("thread.show-message"). Hidden where too little is new, and once it was waved off.
 */

/* @messages: (element-type AnteMessage): oldest first. @facts: (nullable) (element-type AnteFact).
 * @since, @until: ms: between them lies what is new; @since 0: nothing is. */
void ante_catch_up_bar_show (
  AnteCatchUpBar *self, GPtrArray *messages, GPtrArray *facts, gint64 since, gint64 until);
/* Another lead: what was waved off counts no more. */
void ante_catch_up_bar_clear (AnteCatchUpBar *self);

G_END_DECLS
