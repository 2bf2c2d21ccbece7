#pragma once

#include <adwaita.h>

#include "engine/ante-outgoing.h"

G_BEGIN_DECLS

#define ANTE_TYPE_OUTGOING_VIEW (ante_outgoing_view_get_type ())
G_DECLARE_FINAL_TYPE (AnteOutgoingView, ante_outgoing_view, ANTE, OUTGOING_VIEW, AdwBin)

/* A file that is on its way, in its bubble: the picture from our own copy, or what it is called.
 * It is opened outside. */
GtkWidget *ante_outgoing_view_new (AnteOutgoing *outgoing, const AnteOutgoingFile *file);
/* "3.4 MB", or what is wrong with it: of what is not a picture there is nothing else to see. */
char *ante_outgoing_view_describe (const AnteOutgoingFile *file);
const char *ante_outgoing_view_get_icon (AnteMessageKind kind);

G_END_DECLS
