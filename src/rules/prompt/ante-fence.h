#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of one foreign text no more than this goes into a prompt, characters. */
#define ANTE_FENCE_MAX_CHARS 4000

char *ante_fence_clean (const char *text);
void ante_fence_append (GString *prompt, const char *clean);
gboolean ante_fence_is_unseen (gunichar c);

G_END_DECLS
