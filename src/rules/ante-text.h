#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Instagram takes no more than this many bytes of UTF-8 in one message. */
#define ANTE_TEXT_MAX_BYTES 1000

char *ante_text_clean (const char *bytes, gssize length, gsize max_chars);
char *ante_text_clean_name (const char *bytes, gsize max_chars);
char *ante_text_one_line (const char *text, gsize max_chars);
char *ante_text_isolate (const char *text);
char *ante_text_for_matching (const char *text);
GPtrArray *ante_text_split_message (const char *text, gsize max_bytes);
char *
ante_text_put_back (const char *draft, const char *text, const char *earlier, const char *later);

G_END_DECLS
