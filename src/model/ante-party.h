#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A party is who wrote a message, owns a lead or made a change, as one word that is the same in the
 * database, on the command line and in JSON: "lead", "coach", "setter:NAME", "ai", "elsewhere"
 * (typed in Instagram itself) or "system" (Anteroom's own rules). Owners are coach, setter:NAME or
 * ai alone; a lead that nobody owns says "none", which is counted in red until somebody does.
 */

#define ANTE_PARTY_LEAD "lead"
#define ANTE_PARTY_COACH "coach"
#define ANTE_PARTY_AI "ai"
#define ANTE_PARTY_ELSEWHERE "elsewhere"
#define ANTE_PARTY_SYSTEM "system"
#define ANTE_PARTY_NONE "none"
#define ANTE_PARTY_SETTER_PREFIX "setter:"

/* The longest setter name, in characters. */
#define ANTE_PARTY_MAX_NAME 60

gboolean ante_party_is_owner (const char *party);
gboolean ante_party_is_setter (const char *party);
gboolean ante_party_is_automatic (const char *party);
gboolean ante_party_is_us (const char *party);
const char *ante_party_get_setter_name (const char *party);
char *ante_party_parse_owner (const char *text);

G_END_DECLS
