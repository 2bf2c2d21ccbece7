#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Tells when the machine woke from suspend, or the network came back. Private to the engine.
 */
typedef struct _AnteWake AnteWake;

typedef enum {
  ANTE_WAKE_RESUMED,
  ANTE_WAKE_ONLINE,
} AnteWakeReason;

/* On the main thread. */
typedef void (*AnteWakeCallback) (AnteWakeReason reason, gpointer data);

AnteWake *ante_wake_new (AnteWakeCallback callback, gpointer data);
void ante_wake_free (AnteWake *self);

G_END_DECLS
