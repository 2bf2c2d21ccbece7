#pragma once

#include <gio/gio.h>

#include "sandbox/sandbox-state.h"

G_BEGIN_DECLS

/**
 * SandboxOptions:
 * @port: 0 for any
 * @scenario: (nullable): a scenario file; %NULL for the built-in one
 * @seed: of the generator and the faults
 * @leads: people to generate instead of a scenario; 0 for none
 * @messages: messages to generate over all
 * @faults: (nullable): see sandbox_faults_help
 * @state_file: (nullable): journal that lets the same state come back after a restart
 * @calls_per_second: limit of the conversations bucket; 0 for none
 * @fresh_token: the token is new at each start, however far the clock was moved
 */
typedef struct {
  guint16 port;
  const char *scenario;
  guint32 seed;
  guint leads;
  guint messages;
  const char *faults;
  const char *state_file;
  double calls_per_second;
  gboolean fresh_token;
} SandboxOptions;

#define SANDBOX_TYPE_SERVER (sandbox_server_get_type ())
G_DECLARE_FINAL_TYPE (SandboxServer, sandbox_server, SANDBOX, SERVER, GObject)

/* A local Instagram on loopback: nothing here leaves the machine, and no real token is ever asked
 * for. */
SandboxServer *sandbox_server_new (const SandboxOptions *options, GError **error);
gboolean sandbox_server_start (SandboxServer *self, GError **error);
void sandbox_server_stop (SandboxServer *self);
const char *sandbox_server_get_url (SandboxServer *self);
const char *sandbox_server_get_token (SandboxServer *self);
const char *sandbox_server_get_control_url (SandboxServer *self);
/* For a test in the same process: what came to be behind the wire. */
SandboxState *sandbox_server_get_state (SandboxServer *self);

/* "anteroomctl sandbox": serves until it is ended by a signal. Returns the exit code. */
int sandbox_main (int argc, char **argv);

G_END_DECLS
