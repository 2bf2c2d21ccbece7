#pragma once

#include "engine/ante-workspace.h"
#include "instagram/ante-simulator.h"

G_BEGIN_DECLS

#define ANTE_TYPE_DEMO (ante_demo_get_type ())
G_DECLARE_FINAL_TYPE (AnteDemo, ante_demo, ANTE, DEMO, GObject)

/*
 * Lets the demo begin in the middle of a business. Once its first reading is done, the sandbox is
 * asked on its control address where everybody stands, and that is written as the past: once for
 * the folder, and never over what a person did. Where it cannot be had, everybody stays where
 * Instagram's wire alone leaves them, and the next start asks again.
 *
 * Made for the sandbox that the program itself hosts, and lives as long as that is open. Signal
 * "ended" (AnteDemo *): it has been written, now or before, or could not be.
 */
AnteDemo *ante_demo_new (AnteWorkspace *workspace, AnteSimulator *simulator);

G_END_DECLS
