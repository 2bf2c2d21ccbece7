#pragma once

#include <json-glib/json-glib.h>

#include "rules/prompt/ante-prompt.h"

G_BEGIN_DECLS

/* Building the body of a request: with json-glib alone, never by printing. */
void ante_body_add_text (JsonBuilder *builder, const char *name, const char *value);
void ante_body_add_int (JsonBuilder *builder, const char *name, gint64 value);
void ante_body_add_flag (JsonBuilder *builder, const char *name, gboolean value);
void ante_body_add_message (JsonBuilder *builder, const char *role, const char *text);
void ante_body_add_schema (JsonBuilder *builder, const char *name, const AntePrompt *prompt);

/* What the tool, or the schema, that stands for the shape is called. */
#define ANTE_BODY_SHAPE_NAME "proposal"

G_END_DECLS
