#pragma once

#include "model/ante-thread.h"

G_BEGIN_DECLS

/*
 * How often threads could not be read, each as it stood: one that has changed may be another
 * matter. In memory alone: the next start tries all of them again. Private to the engine.
 */

/* Returns: (element-type utf8 guint) */
GHashTable *ante_unreadable_new (void);
void ante_unreadable_count (GHashTable *self, const AnteThread *thread);
void ante_unreadable_forget (GHashTable *self, const AnteThread *thread);
/* It failed so often that no pass should wait for it. */
gboolean ante_unreadable_is_given_up (GHashTable *self, const AnteThread *thread);

G_END_DECLS
