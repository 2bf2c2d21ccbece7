#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A film of two seconds that shows one picture. @png: taken */
GBytes *sandbox_movie_make (GBytes *png, guint width, guint height);

G_END_DECLS
