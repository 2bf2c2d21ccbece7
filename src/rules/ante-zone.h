#pragma once

#include <glib.h>

G_BEGIN_DECLS

GTimeZone *ante_zone_find (const char *id);

G_END_DECLS
