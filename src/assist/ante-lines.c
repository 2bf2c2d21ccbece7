#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-lines.h"

#include <string.h>

#include "assist/ante-assist-error.h"

struct _AnteLines {
  AnteLinesKind kind;
  GString *line;
  GString *event;
  gboolean has_data;
  gboolean after_cr; /* a line feed now belongs to the line end before */
  gsize n_bytes;
};

AnteLines *
ante_lines_new (AnteLinesKind kind)
{
  AnteLines *self = g_new0 (AnteLines, 1);

  self->kind = kind;
  self->line = g_string_new (NULL);
  self->event = g_string_new (NULL);
  return self;
}

void
ante_lines_free (AnteLines *self)
{
  if (self == NULL)
    return;

  g_string_free (self->line, TRUE);
  g_string_free (self->event, TRUE);
  g_free (self);
}

static gboolean
too_large (GError **error)
{
  g_set_error_literal (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_BAD_ANSWER,
                       "the streamed answer is too large");
  return FALSE;
}

static gboolean
finish_event (AnteLines *self, AnteLinesFunc func, gpointer user_data, GError **error)
{
  gboolean ok = !self->has_data || func (self->event->str, self->event->len, user_data, error);

  self->has_data = FALSE;
  g_string_truncate (self->event, 0);
  return ok;
}

/* "data: x" and "data:x" are the same; "event", "id", "retry" and comments tell us nothing that
 * the data does not. */
static gboolean
take_event_line (AnteLines *self, AnteLinesFunc func, gpointer user_data, GError **error)
{
  const char *data = self->line->str;

  if (self->line->len == 0)
    return finish_event (self, func, user_data, error);
  if (strncmp (data, "data", 4) != 0 || (data[4] != ':' && data[4] != '\0'))
    return TRUE;

  data += data[4] == ':' ? 5 : 4;
  if (*data == ' ')
    data++;
  if (self->has_data)
    g_string_append_c (self->event, '\n');
  self->has_data = TRUE;
  g_string_append_len (self->event, data, (gssize) (self->line->str + self->line->len - data));
  return self->event->len <= ANTE_LINES_MAX_EVENT || too_large (error);
}

static gboolean
take_line (AnteLines *self, AnteLinesFunc func, gpointer user_data, GError **error)
{
  gboolean ok = TRUE;

  if (self->kind == ANTE_LINES_EVENTS)
    ok = take_event_line (self, func, user_data, error);
  else if (self->line->len > 0)
    ok = func (self->line->str, self->line->len, user_data, error);
  g_string_truncate (self->line, 0);
  return ok;
}

/**
 * ante_lines_feed:
 *
 * Lines end with LF, CR or both, which may come apart.
 *
 * Returns: %FALSE with @func's error, or %ANTE_ASSIST_ERROR_BAD_ANSWER when it is too much
 */
gboolean
ante_lines_feed (AnteLines *self,
                 const guint8 *bytes,
                 gsize length,
                 AnteLinesFunc func,
                 gpointer user_data,
                 GError **error)
{
  self->n_bytes += length;
  if (self->n_bytes > ANTE_LINES_MAX_ALL)
    return too_large (error);

  for (gsize i = 0; i < length; i++) {
    gboolean joins = self->after_cr && bytes[i] == '\n';

    self->after_cr = bytes[i] == '\r';
    if (joins)
      continue;
    if (bytes[i] == '\n' || bytes[i] == '\r') {
      if (!take_line (self, func, user_data, error))
        return FALSE;
    } else if (self->line->len == ANTE_LINES_MAX_LINE) {
      return too_large (error);
    } else {
      g_string_append_c (self->line, (char) bytes[i]);
    }
  }
  return TRUE;
}

/* The stream has ended: what stands in it without its line end counts as well. */
gboolean
ante_lines_end (AnteLines *self, AnteLinesFunc func, gpointer user_data, GError **error)
{
  if (self->line->len > 0 && !take_line (self, func, user_data, error))
    return FALSE;
  return finish_event (self, func, user_data, error);
}
