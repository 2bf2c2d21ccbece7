#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The system's dictionaries of the languages that its user reads; English where there is none of
 * them. To be used in the main thread. */
typedef struct _AnteDictionaries AnteDictionaries;

/* %NULL without error: there are none, or the program was built without. They are opened once and
 * kept as long as the program runs. */
void ante_dictionaries_open_async (GAsyncReadyCallback callback, gpointer user_data);
AnteDictionaries *ante_dictionaries_open_finish (GAsyncResult *result);

/* In one of the languages is enough. */
gboolean ante_dictionaries_knows (AnteDictionaries *self, const char *word);
/* (transfer full): the likeliest first. */
GStrv ante_dictionaries_suggest (AnteDictionaries *self, const char *word, guint most);
/* For good, in the first language. */
void ante_dictionaries_add (AnteDictionaries *self, const char *word);

G_END_DECLS
