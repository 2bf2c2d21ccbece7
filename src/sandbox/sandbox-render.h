#pragma once

#include <json-glib/json-glib.h>

#include "sandbox/sandbox-fields.h"
#include "sandbox/sandbox-state.h"

G_BEGIN_DECLS

/* Details are given of so many of a thread's newest messages; older ones are listed by id and time
 * alone. */
#define SANDBOX_HORIZON 20

char *sandbox_render_time (gint64 ms);
JsonObject *sandbox_render_account (SandboxState *state, const SandboxFields *fields);
JsonObject *sandbox_render_thread (SandboxState *state,
                                   SandboxPerson *person,
                                   const SandboxFields *fields,
                                   const char *base);
JsonObject *sandbox_render_messages (SandboxState *state,
                                     SandboxPerson *person,
                                     const SandboxFields *edge,
                                     const char *base);
JsonObject *sandbox_render_message (SandboxState *state,
                                    SandboxPerson *person,
                                    SandboxMessage *message,
                                    const SandboxFields *fields,
                                    const char *base);
JsonObject *
sandbox_render_profile (SandboxPerson *person, const SandboxFields *fields, const char *base);
JsonObject *
sandbox_render_media (SandboxState *state, SandboxMedia *media, const SandboxFields *fields);
JsonObject *sandbox_render_comment (SandboxComment *comment, const SandboxFields *fields);

/* Messages that can be seen now, newest first; borrowed. */
GPtrArray *sandbox_visible_messages (SandboxState *state, SandboxPerson *person);
/* How many newer ones stand before it. */
guint sandbox_message_age (SandboxState *state, SandboxPerson *person, SandboxMessage *message);

extern const char *const sandbox_thread_fields[];
extern const char *const sandbox_message_fields[];
extern const char *const sandbox_profile_fields[];
extern const char *const sandbox_account_fields[];
extern const char *const sandbox_media_fields[];
extern const char *const sandbox_comment_fields[];

G_END_DECLS
