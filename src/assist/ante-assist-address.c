#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-assist-address.h"

#include <libsoup/soup.h>
#include <string.h>

#include "assist/ante-assist-error.h"

static AntePlace
place_of (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);
  g_autofree char *name = g_ascii_strdown (host, -1);

  if (address != NULL && g_inet_address_get_is_loopback (address))
    return ANTE_PLACE_HERE;
  if (address != NULL)
    return g_inet_address_get_is_site_local (address) || g_inet_address_get_is_link_local (address)
             ? ANTE_PLACE_NEAR
             : ANTE_PLACE_FAR;
  if (g_str_equal (name, "localhost"))
    return ANTE_PLACE_HERE; /* GLib looks this name up nowhere */
  return g_str_has_suffix (name, ".local") ? ANTE_PLACE_NEAR : ANTE_PLACE_FAR;
}

/**
 * ante_assist_address_check:
 * @place: (out) (optional): where it leads
 *
 * A key and a lead's words may go to https, or by http to this machine and its own network.
 *
 * Returns: (transfer full): @url without slashes at its end, or %NULL with
 * %ANTE_ASSIST_ERROR_ADDRESS
 */
char *
ante_assist_address_check (const char *url, AntePlace *place, GError **error)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_autofree char *trimmed = NULL;
  AntePlace where = ANTE_PLACE_FAR;

  if (host == NULL || *host == '\0' || g_uri_get_userinfo (uri) != NULL ||
      g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL) {
    g_set_error_literal (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_ADDRESS,
                         "the address is not understood");
    return NULL;
  }

  where = place_of (host);
  if (!g_str_equal (g_uri_get_scheme (uri), "https") &&
      !(where != ANTE_PLACE_FAR && g_str_equal (g_uri_get_scheme (uri), "http"))) {
    g_set_error_literal (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_ADDRESS,
                         "the address is neither https nor in this network");
    return NULL;
  }

  if (place != NULL)
    *place = where;
  trimmed = g_strdup (url);
  while (g_str_has_suffix (trimmed, "/"))
    trimmed[strlen (trimmed) - 1] = '\0';
  return g_steal_pointer (&trimmed);
}

/* With its port, unless that is the usual one: for people and ledgers. */
char *
ante_assist_address_host (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : "";
  gboolean is_secure = uri != NULL && g_str_equal (g_uri_get_scheme (uri), "https");
  int port = uri != NULL ? g_uri_get_port (uri) : -1;

  if (port < 0 || port == (is_secure ? 443 : 80))
    return g_strdup (host);
  if (strchr (host, ':') != NULL)
    return g_strdup_printf ("[%s]:%d", host, port);
  return g_strdup_printf ("%s:%d", host, port);
}

char *
ante_assist_address_bare_host (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);

  return uri != NULL ? g_ascii_strdown (g_uri_get_host (uri), -1) : g_strdup ("");
}
