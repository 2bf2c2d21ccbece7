#pragma once

#include <json-glib/json-glib.h>

#include "rules/ante-json-bounds.h"

G_BEGIN_DECLS

/*
 * Reading JSON from outside: every getter takes whatever stands there, and answers "nothing" for
 * what is missing or of another type.
 */

/* No id and no cursor is longer than this. */
#define ANTE_JSON_MAX_ID 1024

JsonNode *ante_json_parse (GBytes *bytes, GError **error);
JsonObject *ante_json_parse_object (GBytes *bytes, JsonNode **root, GError **error);

JsonObject *ante_json_object (JsonObject *object, const char *name);
JsonArray *ante_json_list (JsonObject *object, const char *name);
JsonObject *ante_json_item (JsonArray *array, guint i);
const char *ante_json_string (JsonObject *object, const char *name);
char *ante_json_dup_id (JsonObject *object, const char *name);
char *ante_json_dup_text (JsonObject *object, const char *name, gsize max_chars);
char *ante_json_dup_name (JsonObject *object, const char *name, gsize max_chars);
char *ante_json_dup_url (JsonObject *object, const char *name);
double ante_json_double (JsonObject *object, const char *name, double fallback);
gint64 ante_json_int (JsonObject *object, const char *name, gint64 fallback);
int ante_json_yes_no (JsonObject *object, const char *name);
gint64 ante_json_time (JsonObject *object, const char *name);
guint ante_json_length (JsonArray *array);

G_END_DECLS
