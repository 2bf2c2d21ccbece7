#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-work.h"

#include <string.h>

/* An end of a host name without "https://" that is surely none of a sentence. */
static const char *const endings[] = {
  "com",     "net",   "org",   "io",      "co",     "example", "test",      "link",   "me",
  "shop",    "store", "app",   "info",    "biz",    "site",    "page",      "online", "xyz",
  "club",    "pro",   "gg",    "ly",      "dev",    "ai",      "edu",       "gov",    "tv",
  "fm",      "uk",    "de",    "fr",      "es",     "br",      "it",        "eu",     "ch",
  "au",      "ca",    "us",    "nl",      "be",     "to",      "cc",        "gl",     "live",
  "bio",     "ee",    "coach", "academy", "local",  "invalid", "localhost", "ru",     "cn",
  "pt",      "mx",    "ar",    "at",      "in",     "nz",      "ie",        "tech",   "space",
  "website", "pay",   "money", "fit",     "health", "life",    "world",     "today",  "top",
  "vip",     "ws",    "im",    "id",      "se",     "no",      "dk",        "fi",     "pl",
  NULL,
};

static gboolean
is_host_char (gunichar c)
{
  return c == '.' || c == '-' || c == '_' || g_unichar_isalnum (c);
}

typedef struct {
  guint start;
  guint end;
  guint host;
  guint host_end;
  gboolean http;
  gboolean user_info;
} Link;

static gboolean
known_ending (const char *host, gsize length)
{
  const char *point = g_strrstr_len (host, (gssize) length, ".");
  g_autofree char *last = NULL;

  if (point == NULL || point == host)
    return FALSE;
  last = g_ascii_strdown (point + 1, (gssize) (length - (gsize) (point + 1 - host)));
  return g_strv_contains (endings, last);
}

static gboolean
is_address_after_host (char c)
{
  return c == '/' || c == '?' || c == '#' || c == ':';
}

/* A host that begins at @at: with a scheme, "www.", a known ending, or a path behind it. */
static gboolean
read_link (const char *text, guint at, Link *link)
{
  const char *p = text + at;
  const char *host = p;
  const char *stop = NULL;
  const char *sign = NULL;
  gboolean scheme = FALSE;

  if (g_ascii_strncasecmp (p, "https://", 8) == 0 || g_ascii_strncasecmp (p, "http://", 7) == 0 ||
      g_ascii_strncasecmp (p, "ftp://", 6) == 0 || g_ascii_strncasecmp (p, "hxxp", 4) == 0) {
    scheme = TRUE;
    host = strstr (p, "//") != NULL ? strstr (p, "//") + 2 : p;
  }
  stop = host;
  while (*stop != '\0' && is_host_char (g_utf8_get_char (stop)))
    stop = g_utf8_next_char (stop);
  /* "https://good.example@evil.test/" goes to the second. */
  sign = scheme || strchr (stop, '@') == stop ? stop : NULL;
  link->user_info = FALSE;
  if (sign != NULL && scheme) {
    const char *end = host + strcspn (host, "/ \n\t?#");
    const char *found = memchr (host, '@', (gsize) (end - host));

    link->user_info = found != NULL;
    if (found != NULL) {
      host = found + 1;
      for (stop = host; *stop != '\0' && is_host_char (g_utf8_get_char (stop));)
        stop = g_utf8_next_char (stop);
    }
  }
  while (stop > host && (stop[-1] == '.' || stop[-1] == '-' || stop[-1] == '_'))
    stop--;
  if (stop == host || memchr (host, '.', (gsize) (stop - host)) == NULL)
    return FALSE;
  if (!scheme && g_ascii_strncasecmp (host, "www.", 4) != 0 &&
      !known_ending (host, (gsize) (stop - host)) &&
      !(*stop == '/' && !g_ascii_isspace (stop[1]) && stop[1] != '\0'))
    return FALSE;
  /* "1.5", "3.30", "e.g.", "a.m." are no hosts. */
  if (!scheme && !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (stop))))
    return FALSE;
  link->start = at;
  link->host = (guint) (host - text);
  link->host_end = (guint) (stop - text);
  link->http = g_ascii_strncasecmp (p, "http:", 5) == 0 || g_ascii_strncasecmp (p, "ftp", 3) == 0 ||
               g_ascii_strncasecmp (p, "hxxp", 4) == 0;
  if (is_address_after_host (*stop)) {
    while (*stop != '\0' && !g_ascii_isspace (*stop) && strchr ("<>\"", *stop) == NULL)
      stop++;
    while (stop > host && strchr (".,!?;:)]}'*_", stop[-1]) != NULL &&
           (guint) (stop - text) > link->host_end)
      stop--;
  }
  link->end = (guint) (stop - text);
  return TRUE;
}

static gboolean
is_allowed (const AnteGuard *guard, const char *text, const Link *link)
{
  g_autofree char *host = g_strndup (text + link->host, link->host_end - link->host);
  g_autofree char *rest = g_strndup (text + link->host_end, link->end - link->host_end);
  char *path_end = NULL;

  for (guint i = guard->draft->from[link->start]; i < guard->draft->to[link->end - 1]; i++) {
    if (guard->draft->original != NULL && (guard->draft->original[i] & 0x80) != 0)
      return FALSE;
  }
  if (link->http || link->user_info || strstr (rest, "..") != NULL ||
      strstr (rest, "%2e") != NULL || strstr (rest, "%2E") != NULL || strchr (rest, '\\') != NULL)
    return FALSE;
  if (g_str_has_prefix (rest, ":443"))
    memmove (rest, rest + 4, strlen (rest) - 3);
  path_end = rest + strcspn (rest, "?#");
  *path_end = '\0';
  for (guint i = 0; i < guard->playbook->urls->len; i++) {
    const AnteAllowedUrl *url = guard->playbook->urls->pdata[i];
    const char *prefix = url->path_prefix != NULL ? url->path_prefix : "/";
    gsize length = strlen (prefix);

    if (g_ascii_strcasecmp (host, url->host) != 0)
      continue;
    if (g_str_equal (prefix, "/") || length == 0) {
      if (*rest == '\0' || *rest == '/')
        return TRUE;
    } else if (g_str_has_prefix (rest, prefix) &&
               (rest[length] == '\0' || rest[length] == '/' || prefix[length - 1] == '/')) {
      return TRUE;
    }
  }
  return FALSE;
}

/* An e-mail address is judged with the contacts. */
static gboolean
is_mail (const char *text, const Link *link)
{
  return link->start > 0 && text[link->start - 1] == '@' && link->start > 1 &&
         is_host_char ((gunichar) (guchar) text[link->start - 2]);
}

/* "name@host": the part before the sign. */
static gboolean
is_mail_name (const char *text, const Link *link)
{
  return text[link->host_end] == '@' && g_ascii_isalnum (text[link->host_end + 1]) &&
         link->start == link->host;
}

/* A handle with a point in it: "@lanterna.italian". */
static gboolean
is_handle (const char *text, guint at)
{
  return at > 0 && text[at - 1] == '@';
}

static void
find_spelled (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  while ((hit = ante_guard_next_hit (text, ANTE_CUE_SPELLED, 0, G_MAXUINT, &at)) != NULL) {
    guint first = hit->first > 0 ? hit->first - 1 : 0;

    if (ante_guard_word_is (text, hit->first, "at|arroba|klammeraffe|arobase"))
      continue;
    ante_guard_find_words (guard, text, first, hit->after, "an address in words");
  }
}

/* "lanterna . example / faq", "lanterna[.]example", "lanterna(dot)example". */
static void
find_broken (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  static const char *const marks[] = { "[.]", "(.)", "{.}", " . ", "[dot]", "(dot)", " .", NULL };

  for (guint i = 0; marks[i] != NULL; i++) {
    const char *found = text->plain;

    while ((found = strstr (found, marks[i])) != NULL) {
      const char *next = found + strlen (marks[i]);
      gsize length = strspn (next, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
      g_autofree char *last = g_ascii_strdown (next, (gssize) length);
      guint start = (guint) (found - text->plain);

      if (start > 0 && g_ascii_isalnum (found[-1]) && length >= 2 &&
          g_strv_contains (endings, last) &&
          (marks[i][0] != ' ' ||
           g_strv_contains (
             (const char *const[]){ "com", "net", "org", "example", "test", "io", "link", NULL },
             last))) {
        while (start > 0 && g_ascii_isalnum (text->plain[start - 1]))
          start--;
        ante_guard_find_bytes (guard, text, start, (guint) (next - text->plain + (gssize) length),
                               "an address taken apart");
      }
      found = next;
    }
  }
}

void
ante_guard_links (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const char *plain = text->plain;
  guint at = 0;

  while (plain[at] != '\0') {
    Link link = { 0 };
    gunichar before = at > 0 ? g_utf8_get_char (g_utf8_prev_char (plain + at)) : ' ';
    gboolean begins = !is_host_char (before) && before != '@';

    if (!begins || !read_link (plain, at, &link)) {
      at += (guint) (g_utf8_next_char (plain + at) - (plain + at));
      continue;
    }
    if (!is_mail (plain, &link) && !is_mail_name (plain, &link) && !is_handle (plain, at) &&
        !is_allowed (guard, plain, &link))
      ante_guard_find_bytes (guard, text, link.start, link.end, "no allowed address");
    at = MAX (link.end, at + 1);
  }
  find_spelled (guard);
  find_broken (guard);
}
