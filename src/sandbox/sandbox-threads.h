#pragma once

#include "sandbox/sandbox-state.h"

G_BEGIN_DECLS

SandboxMessage *sandbox_message_ref (SandboxMessage *message);
void sandbox_message_unref (SandboxMessage *message);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SandboxMessage, sandbox_message_unref)

/* Gives a new message without a place in any thread; @mid %NULL makes one. */
SandboxMessage *sandbox_message_new (SandboxState *state,
                                     SandboxPerson *person,
                                     const char *mid,
                                     gint64 at,
                                     gboolean from_us,
                                     SandboxKind kind,
                                     const char *text);
/* Takes @message; the thread moves up. */
SandboxMessage *sandbox_thread_add (SandboxState *state, SandboxMessage *message);

/* Unsent ones count too. */
guint sandbox_thread_length (SandboxPerson *person);
/* (transfer full): @place 0 is the newest. */
SandboxMessage *sandbox_thread_get (SandboxState *state, SandboxPerson *person, guint place);
/* (transfer full) (nullable): @place: where it stands, when not %NULL. */
SandboxMessage *sandbox_thread_find (SandboxState *state, const char *mid, guint *place);
/* To be called before a message that sandbox_thread_find() gave is changed: a generated one is kept
 * from then on. */
void sandbox_thread_keep (SandboxState *state, SandboxMessage *message);
/* How many newer ones can be seen; @enough ends the counting. */
guint
sandbox_thread_count_newer (SandboxState *state, SandboxPerson *person, guint place, guint enough);

G_END_DECLS
