#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-web-address.h"

#include <string.h>

#define LONGEST 2000

static gboolean
is_name (const char *host)
{
  return host != NULL && strchr (host, '.') != NULL && !g_hostname_is_ip_address (host);
}

char *
ante_web_address_read (const char *words, char **host)
{
  g_autofree char *whole =
    strstr (words, "://") != NULL ? g_strdup (words) : g_strconcat ("https://", words, NULL);
  g_autoptr (GUri) uri = NULL;
  g_autofree char *name = NULL;

  if (strlen (whole) > LONGEST || !g_utf8_validate (whole, -1, NULL))
    return NULL;
  uri = g_uri_parse (whole, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (uri == NULL || !g_str_equal (g_uri_get_scheme (uri), "https") ||
      g_uri_get_userinfo (uri) != NULL || g_uri_get_port (uri) != -1 ||
      !is_name (g_uri_get_host (uri)))
    return NULL;
  /* Letters of another script that look like ours do not. */
  name = g_hostname_to_ascii (g_uri_get_host (uri));
  if (name == NULL)
    return NULL;
  if (host != NULL)
    *host = g_steal_pointer (&name);
  return g_uri_to_string (uri);
}
