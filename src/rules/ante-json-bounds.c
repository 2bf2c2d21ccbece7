#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-json-bounds.h"

#include <string.h>

G_DEFINE_QUARK (ante - json - error - quark, ante_json_error)

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Length of an escape such as \u0041. */
#define UNICODE_ESCAPE 6

typedef struct {
  char *at;
  char *end;
  guint depth;
  guint n_values;
} Scan;

static int
unicode_escape (const char *at, const char *end)
{
  int value = 0;

  if (end - at < UNICODE_ESCAPE || at[0] != '\\' || at[1] != 'u')
    return -1;
  for (int i = 2; i < UNICODE_ESCAPE; i++) {
    int digit = g_ascii_xdigit_value (at[i]);

    if (digit < 0)
      return -1;
    value = value * 16 + digit;
  }
  return value;
}

static gboolean
is_surrogate (int unit, int first)
{
  return unit >= first && unit < first + 0x400;
}

/*
 * json-glib ends a string at \u0000 and asserts that a first half of a surrogate pair is followed
 * by the second, so both are mended in place: U+FFFD has the same length.
 */
static gboolean
scan_escape (Scan *scan)
{
  int unit = unicode_escape (scan->at, scan->end);

  if (scan->end - scan->at < 2)
    return FALSE;
  if (scan->at[1] != 'u') {
    gboolean known = strchr ("\"\\/bfnrt", scan->at[1]) != NULL;

    scan->at += 2;
    return known;
  }
  if (unit < 0)
    return FALSE;

  if (is_surrogate (unit, 0xD800) &&
      is_surrogate (unicode_escape (scan->at + UNICODE_ESCAPE, scan->end), 0xDC00)) {
    scan->at += 2 * UNICODE_ESCAPE;
    return TRUE;
  }
  if (unit == 0 || is_surrogate (unit, 0xD800) || is_surrogate (unit, 0xDC00))
    memcpy (scan->at, "\\ufffd", UNICODE_ESCAPE);
  scan->at += UNICODE_ESCAPE;
  return TRUE;
}

static gboolean
scan_string (Scan *scan)
{
  scan->at++;
  while (scan->at < scan->end && *scan->at != '"') {
    if (*scan->at != '\\')
      scan->at++;
    else if (!scan_escape (scan))
      return FALSE;
  }
  if (scan->at == scan->end)
    return FALSE;
  scan->at++;
  return TRUE;
}

/* Comments and other quotes are refused: the parser knows them, and brackets could hide in them. */
static gboolean
scan_one (Scan *scan)
{
  char c = *scan->at;

  if (c == '"')
    return scan_string (scan);

  if (c == '[' || c == '{') {
    if (++scan->depth > ANTE_JSON_MAX_DEPTH || ++scan->n_values > ANTE_JSON_MAX_VALUES)
      return FALSE;
  } else if (c == ']' || c == '}') {
    if (scan->depth == 0)
      return FALSE;
    scan->depth--;
  } else if (c == ',') {
    if (++scan->n_values > ANTE_JSON_MAX_VALUES)
      return FALSE;
  } else if (!g_ascii_isalnum (c) && strchr (" \t\r\n:+-.", c) == NULL) {
    return FALSE;
  }
  scan->at++;
  return TRUE;
}

/* What is no UTF-8 becomes U+FFFD; the result ends in a NUL that its length does not count. */
static GByteArray *
dup_valid (const guint8 *data, gsize length)
{
  GByteArray *copy = g_byte_array_sized_new (length + 1);

  if (length >= 3 && memcmp (data, BYTE_ORDER_MARK, 3) == 0) {
    data += 3;
    length -= 3;
  }
  if (g_utf8_validate_len ((const char *) data, length, NULL)) {
    g_byte_array_append (copy, data, length);
  } else {
    g_autofree char *valid = g_utf8_make_valid ((const char *) data, length);

    g_byte_array_append (copy, (const guint8 *) valid, strlen (valid));
  }
  g_byte_array_append (copy, (const guint8 *) "", 1);
  g_byte_array_set_size (copy, copy->len - 1);
  return copy;
}

/**
 * ante_json_bound:
 * @data: bytes from outside
 *
 * Runs over @data once, before any parser sees it, and refuses what is too large, too deep, too
 * wide or plainly no JSON.
 *
 * Returns: (transfer full): the same as valid UTF-8 that a parser may have, or %NULL with
 * %ANTE_JSON_ERROR_UNFIT
 */
GByteArray *
ante_json_bound (const guint8 *data, gsize length, GError **error)
{
  g_autoptr (GByteArray) copy = NULL;
  Scan scan = { 0 };

  if (length > ANTE_JSON_MAX_BYTES) {
    g_set_error (error, ANTE_JSON_ERROR, ANTE_JSON_ERROR_UNFIT,
                 "an answer of %" G_GSIZE_FORMAT " bytes is too large", length);
    return NULL;
  }

  copy = dup_valid (data, length);
  scan.at = (char *) copy->data;
  scan.end = scan.at + copy->len;
  while (scan.at < scan.end) {
    if (!scan_one (&scan)) {
      g_set_error (error, ANTE_JSON_ERROR, ANTE_JSON_ERROR_UNFIT,
                   "an answer is no JSON, or too deep or wide, at byte %" G_GSIZE_FORMAT,
                   (gsize) (scan.at - (char *) copy->data));
      return NULL;
    }
  }
  if (scan.depth != 0 || copy->len == 0) {
    g_set_error_literal (error, ANTE_JSON_ERROR, ANTE_JSON_ERROR_UNFIT,
                         "an answer is empty or was cut short");
    return NULL;
  }
  return g_steal_pointer (&copy);
}
