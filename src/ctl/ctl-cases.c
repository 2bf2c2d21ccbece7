#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sandbox/sandbox-json.h"

#define MOST_BYTES (256 * 1024 * 1024)

/* The whole of a file that a person named; bounded. */
char *
ctl_read_file (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  GStatBuf info = { 0 };
  char *text = NULL;

  if (g_stat (path, &info) == 0 && info.st_size > MOST_BYTES) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "%s is larger than 256 MB; split it and read the parts", path);
    return NULL;
  }
  if (!g_file_get_contents (path, &text, NULL, &cause)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT, "%s cannot be read: %s", path,
                 cause->message);
    return NULL;
  }
  return text;
}

/* The code unit that "\uXXXX" at @p stands for; 0 for anything else. */
static guint
read_unit (const char *p)
{
  guint unit = 0;

  if (p[0] != '\\' || p[1] != 'u')
    return 0;
  for (guint i = 2; i < 6; i++) {
    if (!g_ascii_isxdigit (p[i]))
      return 0;
    unit = unit * 16 + (guint) g_ascii_xdigit_value (p[i]);
  }
  return unit;
}

/* Half a character, which a cut text leaves behind, is no character. */
static void
mend_halves (char *text)
{
  for (char *p = text; *p != '\0'; p++) {
    guint unit = read_unit (p);
    guint next = unit >= 0xD800 && unit < 0xDC00 ? read_unit (p + 6) : 0;

    if (next >= 0xDC00 && next < 0xE000)
      p += 11;
    else if (unit >= 0xD800 && unit < 0xE000)
      memcpy (p + 2, "fffd", 4);
    else if (*p == '\\' && p[1] != '\0')
      p++;
  }
}

/* Broken bytes or halves in a message spoil that message, not the file. */
JsonObject *
ctl_parse_loosely (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  mend_halves (valid);
  return sandbox_json_parse (valid, -1, NULL);
}

JsonNode *
ctl_read_cases (const char *path, guint *number, CtlReadCase read, gpointer data, GError **error)
{
  g_autofree char *text = ctl_read_file (path, error);
  g_autoptr (JsonArray) array = json_array_new ();
  char *line = text;

  while (line != NULL && *line != '\0') {
    char *end = strchr (line, '\n');
    JsonObject *told = NULL;

    if (end != NULL)
      *end = '\0';
    (*number)++;
    if (*g_strstrip (line) != '\0') {
      if ((told = read (data, line, error)) == NULL)
        return NULL;
      json_array_add_object_element (array, told);
    }
    line = end != NULL ? end + 1 : NULL;
  }
  return text != NULL ? ctl_array (g_steal_pointer (&array)) : NULL;
}
