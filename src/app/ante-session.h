#pragma once

#include "engine/ante-sandbox-host.h"
#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_SESSION (ante_session_get_type ())
G_DECLARE_FINAL_TYPE (AnteSession, ante_session, ANTE, SESSION, GObject)

/*
 * Which data the window stands on: the coach's own, or the sandbox's, which lies in a folder of its
 * own beside it so that neither ever sees the other. One of them is open at a time.
 *
 * Property "workspace" (notify): NULL while one is being opened. Signal "failed" (AnteSession *,
 * GError *): it could not be opened.
 */
AnteSession *ante_session_new (const char *data_dir);
void ante_session_open (AnteSession *self, gboolean sandbox);
void ante_session_close (AnteSession *self);

AnteWorkspace *ante_session_get_workspace (AnteSession *self);
const char *ante_session_get_folder (AnteSession *self);
gboolean ante_session_is_sandbox (AnteSession *self);
/* (nullable): only in the sandbox. */
AnteSimulator *ante_session_get_simulator (AnteSession *self);

G_END_DECLS
