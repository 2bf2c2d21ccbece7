#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The Olson name of a zone by what Windows calls it; NULL for none of its names. */
const char *ante_ics_windows_zone (const char *name);

G_END_DECLS
