#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-ics-lines.h"

#include <string.h>

struct _AnteIcsLines {
  GBytes *bytes;
  const guint8 *p;
  const guint8 *end;
  guint number;
  GString *raw;
  char *text;
};

/* What Windows-1252 has where Latin-1 has control characters. */
static const gunichar high_controls[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/* A file of two bytes a character says so at its beginning. */
static GBytes *
from_utf16 (GBytes *bytes)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const char *charset = NULL;
  char *text = NULL;
  gsize written = 0;

  if (length >= 2 && data[0] == 0xFF && data[1] == 0xFE)
    charset = "UTF-16LE";
  else if (length >= 2 && data[0] == 0xFE && data[1] == 0xFF)
    charset = "UTF-16BE";
  else
    return g_bytes_ref (bytes);
  text = g_convert_with_fallback ((const char *) data + 2, (gssize) ((length - 2) & ~(gsize) 1),
                                  "UTF-8", charset, "?", NULL, &written, NULL);
  return text != NULL ? g_bytes_new_take (text, written) : g_bytes_ref (bytes);
}

AnteIcsLines *
ante_ics_lines_new (GBytes *bytes)
{
  AnteIcsLines *self = g_new0 (AnteIcsLines, 1);
  gsize length = 0;

  self->bytes = from_utf16 (bytes);
  self->p = g_bytes_get_data (self->bytes, &length);
  self->end = self->p + length;
  if (length >= 3 && memcmp (self->p, "\xEF\xBB\xBF", 3) == 0)
    self->p += 3;
  self->raw = g_string_new (NULL);
  return self;
}

void
ante_ics_lines_free (AnteIcsLines *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_string_free (self->raw, TRUE);
  g_free (self->text);
  g_free (self);
}

/* A byte that is no part of UTF-8 is taken for what it would be on an old Windows. */
static void
append_byte (GString *text, guint8 byte)
{
  gunichar c = byte >= 0x80 && byte < 0xA0 ? high_controls[byte - 0x80] : byte;

  g_string_append_unichar (text, c != 0 ? c : 0xFFFD);
}

static char *
to_utf8 (const GString *raw)
{
  const char *p = raw->str;
  const char *end = raw->str + raw->len;
  GString *text = NULL;

  if (g_utf8_validate_len (p, raw->len, NULL))
    return g_strndup (p, raw->len);

  text = g_string_sized_new (raw->len + raw->len / 4);
  while (p < end) {
    const char *bad = NULL;

    g_utf8_validate_len (p, (gsize) (end - p), &bad);
    g_string_append_len (text, p, bad - p);
    p = bad;
    if (p < end)
      append_byte (text, (guint8) *p++);
  }
  return g_string_free (text, FALSE);
}

/* To the end of the physical line, which is stepped over. TRUE if all of it fitted. */
static gboolean
take_physical (AnteIcsLines *self)
{
  const guint8 *p = self->p;
  gboolean fits = TRUE;

  for (; p < self->end && *p != '\r' && *p != '\n'; p++) {
    if (*p < 0x20 && *p != '\t')
      continue;
    if (self->raw->len < ANTE_ICS_MAX_LINE)
      g_string_append_c (self->raw, (char) *p);
    else
      fits = FALSE;
  }
  self->number++;
  if (p < self->end && *p == '\r')
    p++;
  if (p < self->end && *p == '\n')
    p++;
  self->p = p;
  return fits;
}

static gboolean
is_folded (const AnteIcsLines *self)
{
  return self->p < self->end && (*self->p == ' ' || *self->p == '\t');
}

/* Lines that continue an empty one would be lost, and a line of spaces is no fold of anything. */
static gboolean
is_blank (const GString *raw)
{
  for (gsize i = 0; i < raw->len; i++) {
    if (raw->str[i] != ' ' && raw->str[i] != '\t')
      return FALSE;
  }
  return TRUE;
}

const char *
ante_ics_lines_next (AnteIcsLines *self, guint *number, gboolean *is_cut)
{
  while (self->p < self->end) {
    gboolean fits = TRUE;

    g_string_truncate (self->raw, 0);
    *number = self->number + 1;
    fits = take_physical (self);
    while (is_folded (self)) {
      self->p++;
      fits = take_physical (self) && fits;
    }
    if (is_blank (self->raw))
      continue;

    *is_cut = !fits;
    g_free (self->text);
    self->text = to_utf8 (self->raw);
    return self->text;
  }
  return NULL;
}
