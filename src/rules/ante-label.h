#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ANTE_LABEL_MAX_CHARS 30
/* A lead has no more than so many. */
#define ANTE_LABEL_MAX_OF_LEAD 10

/* Colours that labels are given in turn; a view draws each readable on light and on dark. */
extern const char *const ante_label_colours[];

char *ante_label_clean (const char *text);
gboolean ante_label_is_same (const char *a, const char *b);
guint ante_label_n_colours (void);

G_END_DECLS
