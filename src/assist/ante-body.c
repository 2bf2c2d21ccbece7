#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-body.h"

void
ante_body_add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

void
ante_body_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
ante_body_add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
ante_body_add_message (JsonBuilder *builder, const char *role, const char *text)
{
  json_builder_begin_object (builder);
  ante_body_add_text (builder, "role", role);
  ante_body_add_text (builder, "content", text);
  json_builder_end_object (builder);
}

void
ante_body_add_schema (JsonBuilder *builder, const char *name, const AntePrompt *prompt)
{
  g_autoptr (JsonNode) schema = json_from_string (prompt->schema, NULL);

  g_assert (schema != NULL); /* it is ours */
  json_builder_set_member_name (builder, name);
  json_builder_add_value (builder, g_steal_pointer (&schema));
}
