#pragma once

#include "ante-test.h"
#include "engine/ante-workspace.h"
#include "model/ante-lead.h"
#include "model/ante-message.h"
#include "sandbox/sandbox-server.h"
#include "sandbox/sandbox-threads.h"
#include "store/ante-store-leads.h"
#include "store/ante-store-messages.h"
#include "store/ante-store-outbox.h"

G_BEGIN_DECLS

/* A local Instagram in this process, and a workspace in a folder of its own, signed in to it. */
typedef struct {
  char *dir;
  SandboxServer *server;
  SandboxState *state;
  AnteWorkspace *workspace;
  GAsyncResult *result;
} Engine;

void engine_set_up (Engine *engine, guint leads, guint messages);
void engine_tear_down (Engine *engine);
/* Opens the folder anew, as the next start of the program does. */
void engine_reopen (Engine *engine);
void engine_connect (Engine *engine);
/* From now on Instagram misbehaves so; "" for no more. */
void engine_set_faults (Engine *engine, const char *faults);
/* Whoever wrote it takes it back, which does not move the thread up. */
void engine_unsend (Engine *engine, const char *mid);

SandboxMessage *engine_hear (Engine *engine, const char *handle, const char *text);
/* One a second, the last one @ago ms ago. */
void engine_hear_many (Engine *engine, const char *handle, guint count, gint64 ago);
SandboxMessage *engine_type_elsewhere (Engine *engine, const char *handle, const char *text);

/* What is new is read, and it is so much later by Instagram's clock, which passes learn: one answer
 * alone is not believed. */
void engine_move_clock (Engine *engine, gint64 ms);

/* The playbook that holds from now on: what everybody needs, and @more. */
void engine_keep_playbook (Engine *engine, const char *more);
/* One pass that must end well. */
AnteSyncCounts engine_pass (Engine *engine);
AnteLead *engine_lead (Engine *engine, const char *handle_or_igsid);
AnteMessagePage *engine_messages (Engine *engine, const char *handle_or_igsid);
AnteMessage *engine_find_message (AnteMessagePage *page, const char *mid);
/* Each thread is stored, of each the newest messages that Instagram gives, and none twice. */
void engine_assert_complete (Engine *engine);

G_END_DECLS
