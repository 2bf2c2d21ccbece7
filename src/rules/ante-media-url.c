#include "rules/ante-media-url.h"

#include <string.h>

#define MAX_URL 4096
#define MAX_HOST 253
#define MAX_LABEL 63

/* Hosts of Instagram's content network, and the one that hands out what came with a message. */
static const char *const hosts[] = { "lookaside.fbsbx.com", "lookaside.instagram.com" };
static const char *const families[] = { ".cdninstagram.com", ".fbcdn.net" };

/* What a well-made address consists of. A line break would begin another header, a backslash and a
 * fragment are read in two ways, and what is not ASCII looks like something else. */
static gboolean
is_clean (const char *url)
{
  gsize length = url != NULL ? strlen (url) : 0;

  if (length == 0 || length > MAX_URL)
    return FALSE;
  for (const char *p = url; *p != '\0'; p++) {
    if (*p <= 0x20 || *p >= 0x7f || strchr ("\\\"<>^`{|}#", *p) != NULL)
      return FALSE;
  }
  return TRUE;
}

/* The part between "scheme://" and the path, as long as @length tells. */
static const char *
find_authority (const char *url, const char *scheme, gsize *length)
{
  const char *start = NULL;

  if (!g_str_has_prefix (url, scheme))
    return NULL;
  start = url + strlen (scheme);
  *length = strcspn (start, "/?");
  return start;
}

/* Labels of letters, digits and inner hyphens; the last of letters alone, so that no number, in
 * whichever notation, is taken for a name. */
static gboolean
is_host_name (const char *host)
{
  g_auto (GStrv) labels = NULL;
  guint n = 0;

  if (*host == '\0' || strlen (host) > MAX_HOST)
    return FALSE;
  labels = g_strsplit (host, ".", -1);
  n = g_strv_length (labels);
  for (guint i = 0; i < n; i++) {
    gsize length = strlen (labels[i]);

    if (length == 0 || length > MAX_LABEL || labels[i][0] == '-' || labels[i][length - 1] == '-')
      return FALSE;
    for (const char *p = labels[i]; *p != '\0'; p++) {
      if (!g_ascii_isalnum (*p) && *p != '-')
        return FALSE;
      if (i == n - 1 && !g_ascii_isalpha (*p))
        return FALSE;
    }
  }
  return n >= 2;
}

static gboolean
is_instagram (const char *host)
{
  g_autofree char *lower = g_ascii_strdown (host, -1);

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++) {
    if (g_str_equal (lower, hosts[i]))
      return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (families); i++) {
    if (g_str_has_suffix (lower, families[i]))
      return TRUE;
  }
  return FALSE;
}

/* The host of an https address without a user, and with no port but its own. */
static char *
dup_https_host (const char *url)
{
  gsize length = 0;
  const char *start = is_clean (url) ? find_authority (url, "https://", &length) : NULL;
  g_autofree char *host = start != NULL ? g_strndup (start, length) : NULL;

  if (host == NULL)
    return NULL;
  if (g_str_has_suffix (host, ":443"))
    host[strlen (host) - strlen (":443")] = '\0';
  return is_host_name (host) ? g_steal_pointer (&host) : NULL;
}

static gboolean
is_loopback_host (const char *authority, gsize length)
{
  static const char *const names[] = { "127.0.0.1", "localhost", "[::1]" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    gsize n = strlen (names[i]);

    if (length >= n && strncmp (authority, names[i], n) == 0 &&
        (length == n || authority[n] == ':') &&
        strspn (authority + MIN (n + 1, length), "0123456789") >= length - MIN (n + 1, length))
      return TRUE;
  }
  return FALSE;
}

/**
 * ante_media_url_find_local_origin:
 * @api_url: (nullable): the address of the API
 *
 * Returns: (transfer full) (nullable): "http://127.0.0.1:PORT" where the API is on this machine, as
 * the sandbox's is: then media come from there and from nowhere else. %NULL otherwise
 */
char *
ante_media_url_find_local_origin (const char *api_url)
{
  gsize length = 0;
  const char *start = is_clean (api_url) ? find_authority (api_url, "http://", &length) : NULL;

  if (start == NULL && is_clean (api_url))
    start = find_authority (api_url, "https://", &length);
  if (start == NULL || !is_loopback_host (start, length))
    return NULL;
  return g_strndup (api_url, (gsize) (start - api_url) + length);
}

/**
 * ante_media_url_is_good:
 * @local_origin: (nullable): see ante_media_url_find_local_origin()
 *
 * Returns: whether media may be fetched from @url: by https, from one of Instagram's hosts, with
 * nothing odd about it; with @local_origin from there alone
 */
gboolean
ante_media_url_is_good (const char *url, const char *local_origin)
{
  g_autofree char *host = NULL;

  if (!is_clean (url))
    return FALSE;
  if (local_origin != NULL)
    return g_str_has_prefix (url, local_origin) && url[strlen (local_origin)] == '/';
  host = dup_https_host (url);
  return host != NULL && is_instagram (host);
}

/**
 * ante_media_url_get_expiry:
 *
 * Returns: until when an address of the content network is good, ms, as its parameter "oe" says in
 * hexadecimal seconds; 0 when it does not say
 */
gint64
ante_media_url_get_expiry (const char *url)
{
  const char *query = url != NULL ? strchr (url, '?') : NULL;
  guint64 seconds = 0;
  char *end = NULL;

  for (const char *p = query; p != NULL; p = strchr (p + 1, '&')) {
    if (!g_str_has_prefix (p + 1, "oe="))
      continue;
    seconds = g_ascii_strtoull (p + 4, &end, 16);
    if (end == p + 4 || (*end != '\0' && *end != '&') || seconds > G_MAXUINT32)
      return 0;
    return (gint64) seconds * 1000;
  }
  return 0;
}

/**
 * ante_media_url_resolve:
 * @url: where one was
 * @location: (nullable): where one is sent from there
 *
 * Returns: (transfer full) (nullable): the whole address, which is not judged yet
 */
char *
ante_media_url_resolve (const char *url, const char *location)
{
  if (!is_clean (location))
    return NULL;
  return g_uri_resolve_relative (url, location, G_URI_FLAGS_ENCODED, NULL);
}

/**
 * ante_media_url_is_link:
 *
 * Returns: whether @url can be handed to the browser when a person clicks it: an https address of a
 * named host, without a user name that would make it look like another
 */
gboolean
ante_media_url_is_link (const char *url)
{
  g_autofree char *whole = url != NULL ? g_strndup (url, strcspn (url, "#")) : NULL;
  g_autofree char *host = dup_https_host (whole);

  return host != NULL && is_clean (whole) &&
         (url[strlen (whole)] == '\0' || g_str_is_ascii (url + strlen (whole)));
}

/**
 * ante_media_url_dup_short:
 *
 * Returns: (transfer full): host and path of a link as a line of at most @max_chars
 */
char *
ante_media_url_dup_short (const char *url, gsize max_chars)
{
  const char *start = strstr (url, "://");
  g_autofree char *bare = NULL;

  start = start != NULL ? start + strlen ("://") : url;
  if (g_str_has_prefix (start, "www."))
    start += strlen ("www.");
  bare = g_strndup (start, strcspn (start, "?#"));
  if (g_str_has_suffix (bare, "/"))
    bare[strlen (bare) - 1] = '\0';
  if (strlen (bare) <= max_chars)
    return g_steal_pointer (&bare);
  return g_strdup_printf ("%.*s…", (int) max_chars - 1, bare);
}
