#pragma once

#include "sandbox/sandbox-threads.h"
#include "sandbox/sandbox-wire.h"

G_BEGIN_DECLS

/* Details are given of so many of a thread's newest messages; older ones are listed by id and time
 * alone. */
#define SANDBOX_HORIZON 20
#define SANDBOX_MAX_PAGE 100

char *sandbox_render_time (gint64 ms);
JsonObject *sandbox_render_account (SandboxCall *call, const SandboxFields *fields);
JsonObject *
sandbox_render_thread (SandboxCall *call, SandboxPerson *person, const SandboxFields *fields);
/* The edge with its paging. NULL and an error when its cursor is not one. */
JsonObject *
sandbox_render_messages (SandboxCall *call, SandboxPerson *person, const SandboxFields *edge);
JsonObject *
sandbox_render_message (SandboxCall *call, SandboxMessage *message, const SandboxFields *fields);
JsonObject *
sandbox_render_profile (SandboxCall *call, SandboxPerson *person, const SandboxFields *fields);
JsonObject *
sandbox_render_media (SandboxCall *call, SandboxMedia *media, const SandboxFields *fields);
/* The comments of a media, or with @parent the answers to a comment; with paging. */
JsonObject *sandbox_render_comments (SandboxCall *call,
                                     const char *media_id,
                                     const char *parent,
                                     const SandboxFields *edge);
JsonObject *
sandbox_render_comment (SandboxCall *call, SandboxComment *comment, const SandboxFields *fields);

/* Cursors are opaque: they stand for the id or place after which to go on. */
char *sandbox_cursor_make (const char *text);
char *sandbox_cursor_read (const char *cursor);
/* @more: a "next" is given, which holds the token as Instagram's does. */
void sandbox_render_paging (SandboxCall *call, JsonObject *list, const char *last, gboolean more);

G_END_DECLS
