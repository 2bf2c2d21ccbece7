#pragma once

#include <adwaita.h>

#include "app/inbox/ante-attach-strip.h"
#include "app/inbox/ante-quote-bar.h"
#include "engine/ante-workspace.h"
#include "model/ante-lead.h"

G_BEGIN_DECLS

#define ANTE_TYPE_COMPOSER (ante_composer_get_type ())
G_DECLARE_FINAL_TYPE (AnteComposer, ante_composer, ANTE, COMPOSER, AdwBin)

/* Where an answer is written. What stands in it is kept for each lead, over restarts too. Signal
 * "sent": it is on its way into the outbox. */
GtkWidget *ante_composer_new (void);
void ante_composer_set_workspace (AnteComposer *self, AnteWorkspace *workspace);
/* Turns to lead @lead_id, 0 for none, whose draft comes at once; the lead itself, without which
 * nothing can be sent, follows by ante_composer_set_lead(). */
void ante_composer_open (AnteComposer *self, gint64 lead_id);
void ante_composer_set_lead (AnteComposer *self, AnteLead *lead);
/* Time has passed: the reply window may have closed. */
void ante_composer_refresh (AnteComposer *self);
/* Puts words back, before what stands there. */
void ante_composer_put_back (AnteComposer *self, const char *text);
void ante_composer_take_back (AnteComposer *self, AnteOutboxItem *item);
void ante_composer_focus (AnteComposer *self);
/* (transfer none): the files that are put to it. */
AnteAttachStrip *ante_composer_get_files (AnteComposer *self);
/* (transfer none): the message that is answered. */
AnteQuoteBar *ante_composer_get_quote (AnteComposer *self);

G_END_DECLS
