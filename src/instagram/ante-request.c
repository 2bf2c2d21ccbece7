#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-transport.h"

#include <string.h>

/* @base_url: as ante_transport_check_url() gave it. */
AnteRequest *
ante_request_new (const char *method, const char *label, const char *base_url)
{
  AnteRequest *self = g_new0 (AnteRequest, 1);

  self->method = method;
  self->label = label;
  self->address = g_string_new (base_url);
  return self;
}

void
ante_request_add_segment (AnteRequest *self, const char *segment)
{
  g_string_append_c (self->address, '/');
  g_string_append_uri_escaped (self->address, segment, NULL, FALSE);
}

/* %NULL for @value: nothing is added. */
void
ante_request_add_query (AnteRequest *self, const char *name, const char *value)
{
  if (value == NULL)
    return;

  g_string_append_c (self->address, strchr (self->address->str, '?') == NULL ? '?' : '&');
  g_string_append (self->address, name);
  g_string_append_c (self->address, '=');
  g_string_append_uri_escaped (self->address, value, NULL, FALSE);
}

static void
clear_text (gpointer text)
{
  explicit_bzero (text, strlen (text));
  g_free (text);
}

void
ante_request_take_body (AnteRequest *self, const char *content_type, char *body)
{
  self->content_type = g_strdup (content_type);
  self->body = g_bytes_new_with_free_func (body, strlen (body), clear_text, body);
}

void
ante_request_take_stream (AnteRequest *self,
                          const char *content_type,
                          GInputStream *stream,
                          goffset length)
{
  self->content_type = g_strdup (content_type);
  self->stream = stream;
  self->length = length;
}

void
ante_request_free (AnteRequest *self)
{
  if (self == NULL)
    return;

  explicit_bzero (self->address->str, self->address->len);
  g_string_free (self->address, TRUE);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_object (&self->stream);
  g_free (self->content_type);
  g_free (self);
}

void
ante_answer_free (AnteAnswer *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->retry_after);
  g_free (self->app_usage);
  g_free (self->business_usage);
  g_free (self);
}
