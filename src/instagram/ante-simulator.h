#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ANTE_TYPE_SIMULATOR (ante_simulator_get_type ())
G_DECLARE_FINAL_TYPE (AnteSimulator, ante_simulator, ANTE, SIMULATOR, GObject)

/*
 * The control side of a sandbox account: plays the leads. Only for a control address on loopback.
 * Calls and answers are GVariant vardicts ("a{sv}") that are put into JSON and back here, so that
 * no other layer needs to.
 */
AnteSimulator *ante_simulator_new (const char *control_url);

/* POST {control}/{command} with @arguments (floating reference taken; NULL for none). _finish: the
 * answer as a{sv}. */
void ante_simulator_call_async (AnteSimulator *self,
                                const char *command,
                                GVariant *arguments,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GVariant *ante_simulator_call_finish (AnteSimulator *self, GAsyncResult *result, GError **error);

G_END_DECLS
