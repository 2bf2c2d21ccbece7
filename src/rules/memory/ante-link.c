#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-link.h"

#include <string.h>

#define LONGEST_HOST 120

static gboolean
is_host_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '.';
}

/* "food.example/fit", "www.x.test", "https://x.test": a host with a point in it, and something that
 * tells it from "later.Then". */
static gboolean
is_address (const char *start, const char *host_end, gboolean scheme)
{
  const char *point = memchr (start, '.', (gsize) (host_end - start));
  const char *last = host_end;

  if (point == NULL || point == start)
    return FALSE;
  while (last > start && last[-1] != '.')
    last--;
  if (host_end - last < 2 || !g_ascii_isalpha (*last))
    return FALSE;
  return scheme || g_str_has_prefix (start, "www.") || (*host_end == '/' && host_end[1] != ' ') ||
         g_str_has_prefix (last, "com") || g_str_has_prefix (last, "example") ||
         g_str_has_prefix (last, "net") || g_str_has_prefix (last, "org") ||
         g_str_has_prefix (last, "link");
}

gboolean
ante_link_find (const char *text, gsize from, gsize *start, gsize *end)
{
  const char *p = text + from;

  while (*p != '\0') {
    const char *begin = p;
    const char *host = p;
    const char *stop = NULL;
    gboolean scheme = g_str_has_prefix (p, "https://") || g_str_has_prefix (p, "http://");

    if (scheme)
      host = strstr (p, "//") + 2;
    stop = host;
    while (is_host_char (*stop) && stop - host < LONGEST_HOST)
      stop++;
    if (stop > host && stop[-1] == '.')
      stop--;
    if (stop > host && is_address (host, stop, scheme)) {
      while (*stop != '\0' && !g_ascii_isspace (*stop) && strchr ("\"<>()", *stop) == NULL)
        stop++;
      while (stop > host && strchr (".,!?;:", stop[-1]) != NULL)
        stop--;
      if (start != NULL)
        *start = (gsize) (begin - text);
      if (end != NULL)
        *end = (gsize) (stop - text);
      return TRUE;
    }
    p = MAX (stop, p + 1);
  }
  return FALSE;
}
