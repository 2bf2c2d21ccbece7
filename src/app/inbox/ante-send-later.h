#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_SEND_LATER (ante_send_later_get_type ())
G_DECLARE_FINAL_TYPE (AnteSendLater, ante_send_later, ANTE, SEND_LATER, AdwBin)

/*
 * The small button beside Send that opens when an answer may leave instead of now. Signal "picked"
 * (gint64: ms) says when.
 */
void ante_send_later_set_workspace (AnteSendLater *self, AnteWorkspace *workspace);
void ante_send_later_open (AnteSendLater *self);

G_END_DECLS
