#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Readers that take a wrong type for an absent member: what comes in was written by anyone. */
const char *sandbox_json_string (JsonObject *object, const char *name);
JsonObject *sandbox_json_object (JsonObject *object, const char *name);
JsonArray *sandbox_json_array (JsonObject *object, const char *name);
gint64 sandbox_json_int (JsonObject *object, const char *name, gint64 fallback);
gboolean sandbox_json_boolean (JsonObject *object, const char *name, gboolean fallback);

/* Sets a member unless @value is %NULL. */
void sandbox_json_set (JsonObject *object, const char *name, const char *value);
/* {"data":[…]} around @data, which is taken. */
JsonObject *sandbox_json_wrap (JsonArray *data);
char *sandbox_json_print (JsonObject *object);

/* (transfer full): the one object in @text; refuses what is not UTF-8, too large or so deep that
 * the parser would overflow the stack. */
JsonObject *sandbox_json_parse (const char *text, gssize length, GError **error);

G_END_DECLS
