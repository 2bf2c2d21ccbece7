#pragma once

#include <adwaita.h>

#include "app/inbox/ante-thread-view.h"

G_BEGIN_DECLS

#define ANTE_TYPE_THREAD_BESIDE (ante_thread_beside_get_type ())
G_DECLARE_FINAL_TYPE (AnteThreadBeside, ante_thread_beside, ANTE, THREAD_BESIDE, AdwBin)

/* A card's thread beside the board, and the button that closes it. Signal "closed": it was asked
 * to. */
GtkWidget *ante_thread_beside_new (void);
AnteThreadView *ante_thread_beside_get_thread (AnteThreadBeside *self);

G_END_DECLS
