#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Those who wait for one and the same thing, each with a cancellable of their own. Private to the
 * engine. */

/* Returns: (element-type AnteWaiter) */
GPtrArray *ante_waiters_new (void);
/* @cancelled (@data): the cancellable of @task was cancelled while it waits. */
void ante_waiters_add (GPtrArray *self, GTask *task, GCallback cancelled, gpointer data);
/* All of them, and nobody waits any more: those who ask meanwhile wait for the next time. */
void ante_waiters_answer (GPtrArray **self, const GError *error);

G_END_DECLS
