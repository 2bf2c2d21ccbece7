#pragma once

#include <libsoup/soup.h>

#include "sandbox/sandbox-faults.h"
#include "sandbox/sandbox-wire.h"

G_BEGIN_DECLS

/* TRUE when @draw is an error in place of the effect; the call has it as its answer then. */
gboolean sandbox_answer_fail_instead (SandboxCall *call, SandboxFaultDraw draw);
/* Writes the call's answer, or what the fault makes of it. */
void sandbox_answer_write (SandboxCall *call, SoupServerMessage *message, SandboxFaultDraw draw);

G_END_DECLS
