#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 ante_since_parse (const char *text, gint64 now, GTimeZone *zone);

G_END_DECLS
