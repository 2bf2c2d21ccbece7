#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* To the next lead, once one is through with a lead (boolean). */
#define ANTE_SETTING_ADVANCE "advance"

/* The box below a thread is for a note, not for an answer (boolean). */
#define ANTE_SETTING_WRITES_NOTES "writes-notes"

/* Who answers at this computer: a party (string). */
#define ANTE_SETTING_SITS_HERE "sits-here"

/* The program goes on when its window is closed, and begins with the session (boolean). */
#define ANTE_SETTING_BACKGROUND "background"

/* Notifications tell why, too, which may be a lead's words (boolean). */
#define ANTE_SETTING_TELLS_WORDS "notification-words"

/* (transfer full) (nullable): what this person has set on this machine; %NULL where the schema is
 * not installed or older than @keys, which ends with %NULL: asking it would end the program. */
GSettings *ante_settings_open (const char *const *keys);

gboolean ante_settings_advances (void);
gboolean ante_settings_tells_words (void);
gboolean ante_settings_writes_notes (void);
void ante_settings_set_writes_notes (gboolean writes_notes);
/* (transfer full): the coach or a setter. @settings: (nullable). */
char *ante_settings_dup_sitter (GSettings *settings);

G_END_DECLS
