#pragma once

#include <glib.h>

G_BEGIN_DECLS

void ante_chat_word (GString *word);
const char *ante_chat_join (const char *before, const char *word);

G_END_DECLS
