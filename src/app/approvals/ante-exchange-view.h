#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_EXCHANGE_VIEW (ante_exchange_view_get_type ())
G_DECLARE_FINAL_TYPE (AnteExchangeView, ante_exchange_view, ANTE, EXCHANGE_VIEW, AdwBin)

/* The last messages of a conversation, which a draft answers; on demand more of them. */
GtkWidget *ante_exchange_view_new (void);
void ante_exchange_view_show (AnteExchangeView *self, AnteWorkspace *workspace, gint64 lead);
/* A few, or as many as one reads. */
void ante_exchange_view_toggle (AnteExchangeView *self);

G_END_DECLS
