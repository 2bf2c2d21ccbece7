#pragma once

#include <json-glib/json-glib.h>

#include "sandbox/sandbox-faults.h"

G_BEGIN_DECLS

/* The rows of a page doubled or out of order. */
void sandbox_spoil_page (JsonObject *answer, SandboxFault fault);
/* @text (taken) as bytes, cut, blown up or replaced as @fault asks. */
GBytes *sandbox_spoil_answer (SandboxFault fault, char *text);

G_END_DECLS
