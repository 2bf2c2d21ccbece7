#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first address in @text from byte @from on, and where it stands, in bytes. */
gboolean ante_link_find (const char *text, gsize from, gsize *start, gsize *end);

G_END_DECLS
