#pragma once

#include <gio/gio.h>

#include "instagram/ante-simulator.h"

G_BEGIN_DECLS

#define ANTE_TYPE_SANDBOX_HOST (ante_sandbox_host_get_type ())
G_DECLARE_FINAL_TYPE (AnteSandboxHost, ante_sandbox_host, ANTE, SANDBOX_HOST, GObject)

/*
 * A local Instagram for the demo, as a child process ("anteroomctl sandbox", found beside this
 * program, in the build tree or on PATH) that ends with us. Its state is kept in @state_file so
 * that the demo survives restarts.
 */
AnteSandboxHost *ante_sandbox_host_new (const char *state_file);
void ante_sandbox_host_start_async (AnteSandboxHost *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean
ante_sandbox_host_start_finish (AnteSandboxHost *self, GAsyncResult *result, GError **error);
void ante_sandbox_host_stop (AnteSandboxHost *self);

/* NULL before it has started. */
const char *ante_sandbox_host_get_url (AnteSandboxHost *self);
const char *ante_sandbox_host_get_token (AnteSandboxHost *self);
AnteSimulator *ante_sandbox_host_get_simulator (AnteSandboxHost *self);

G_END_DECLS
