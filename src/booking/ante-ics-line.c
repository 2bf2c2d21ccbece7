#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-ics-line.h"

#include <string.h>

#define MOST_PARAMETERS 40

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || c == '.';
}

/* Some write X;Y:"Z with a quote that never ends: then it is no quote. */
static const char *
end_of_value (const char *p)
{
  const char *quote = *p == '"' ? strchr (p + 1, '"') : NULL;

  if (quote != NULL)
    p = quote + 1;
  p += strcspn (p, ";:");
  /* "TZID=tzone://Microsoft/Utc:2026…": the colon of an address is not the line's. */
  while (p[0] == ':' && p[1] == '/' && p[2] == '/')
    p += 3 + strcspn (p + 3, ";:");
  return p;
}

/* RFC 6868: how a quote and a line's end are written where they may not stand. */
static char *
clean_parameter (const char *start, const char *end)
{
  GString *text = g_string_new (NULL);

  for (const char *p = start; p < end; p++) {
    char next = p + 1 < end ? p[1] : '\0';

    if (*p == '"')
      continue;
    if (*p == '^' && (next == 'n' || next == '\'' || next == '^')) {
      g_string_append_c (text, next == 'n' ? '\n' : next == '\'' ? '"' : '^');
      p++;
    } else {
      g_string_append_c (text, *p);
    }
  }
  return g_string_free (text, FALSE);
}

/* One parameter after its ";". Gives where it ends. */
static const char *
take_parameter (AnteIcsLine *self, const char *p)
{
  const char *name = p;
  const char *end = NULL;

  while (is_name_char (*p))
    p++;
  end = *p == '=' ? end_of_value (p + 1) : p + strcspn (p, ";:");
  if (*p == '=' && self->names->len < MOST_PARAMETERS) {
    g_ptr_array_add (self->names, g_ascii_strup (name, p - name));
    g_ptr_array_add (self->values, clean_parameter (p + 1, end));
  }
  return end;
}

AnteIcsLine *
ante_ics_line_parse (const char *text, guint number)
{
  g_autoptr (AnteIcsLine) self = g_new0 (AnteIcsLine, 1);
  const char *p = text;

  self->number = number;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func (g_free);
  while (is_name_char (*p))
    p++;
  if (p == text)
    return NULL;
  self->name = g_ascii_strup (text, p - text);
  while (*p == ';')
    p = take_parameter (self, p + 1);
  if (*p != ':')
    return NULL;
  self->value = g_strdup (p + 1);
  return g_steal_pointer (&self);
}

void
ante_ics_line_free (AnteIcsLine *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->values);
  g_free (self->value);
  g_free (self);
}

const char *
ante_ics_line_get (const AnteIcsLine *self, const char *name)
{
  for (guint i = 0; i < self->names->len; i++) {
    if (g_str_equal (self->names->pdata[i], name))
      return self->values->pdata[i];
  }
  return NULL;
}

gboolean
ante_ics_line_is (const char *text, const char *name)
{
  gsize length = strlen (name);

  return g_ascii_strncasecmp (text, name, length) == 0 && !is_name_char (text[length]);
}

char *
ante_ics_unescape (const char *value)
{
  GString *text = g_string_sized_new (strlen (value));

  for (const char *p = value; *p != '\0'; p++) {
    if (*p != '\\' || p[1] == '\0')
      g_string_append_c (text, *p);
    else if (*++p == 'n' || *p == 'N')
      g_string_append_c (text, '\n');
    else if (strchr (",;\\:\"", *p) != NULL)
      g_string_append_c (text, *p);
    else /* no escape: a path of Windows, written as it is */
      g_string_append_printf (text, "\\%c", *p);
  }
  return g_string_free (text, FALSE);
}
