#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Before anything is read: limits of memory, time and files, and no way to more rights. */
void decoder_lock_limits (void);
/* Once all that is needed is loaded: from then on nothing can be opened, started or connected. */
gboolean decoder_lock_calls (void);

G_END_DECLS
