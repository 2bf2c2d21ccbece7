#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @pixels: three bytes each, rows from the top. */
GBytes *sandbox_png_encode (const guint8 *pixels, guint width, guint height);

G_END_DECLS
