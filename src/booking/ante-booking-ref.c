#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-booking-ref.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#define MOST_REFS 50

/* Without 0 O 1 I L. */
static const char alphabet[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/* --- making -------------------------------------------------------------------------------- */

static void
fill (guint8 *bytes, gsize length)
{
  gsize done = 0;

  while (done < length) {
    gssize n = getrandom (bytes + done, length - done, 0);

    if (n < 0 && errno != EINTR)
      g_error ("the system gives no random numbers");
    done += n > 0 ? (gsize) n : 0;
  }
}

char *
ante_booking_ref_new (void)
{
  const guint n_letters = sizeof alphabet - 1;
  char ref[ANTE_BOOKING_REF_LENGTH + 1] = "";
  guint n = 0;

  while (n < ANTE_BOOKING_REF_LENGTH) {
    guint8 byte = 0;

    fill (&byte, 1);
    /* What is over would make the first letters likelier than the others. */
    if (byte < 256 / n_letters * n_letters)
      ref[n++] = alphabet[byte % n_letters];
  }
  return g_strdup (ref);
}

static gboolean
is_ref (const char *text, gsize length)
{
  if (length != ANTE_BOOKING_REF_LENGTH)
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    if (text[i] == '\0' || strchr (alphabet, g_ascii_toupper (text[i])) == NULL)
      return FALSE;
  }
  return TRUE;
}

char *
ante_booking_ref_normal (const char *text)
{
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return trimmed != NULL && is_ref (trimmed, strlen (trimmed)) ? g_ascii_strup (trimmed, -1) : NULL;
}

/* --- links --------------------------------------------------------------------------------- */

static gboolean
is_host (const char *host, const char *domain)
{
  g_autofree char *dotted = g_strconcat (".", domain, NULL);
  g_autofree char *small = g_ascii_strdown (host, -1);

  return g_str_equal (small, domain) || g_str_has_suffix (small, dotted);
}

/* As it stands there, up to its "=". */
static gboolean
is_named (const char *pair, const char *name)
{
  gsize length = strlen (name);

  return g_ascii_strncasecmp (pair, name, length) == 0 &&
         (pair[length] == '=' || pair[length] == '\0');
}

static void
set_pair (GPtrArray *pairs, const char *name, const char *value)
{
  for (guint i = pairs->len; i > 0; i--) {
    if (is_named (pairs->pdata[i - 1], name))
      g_ptr_array_remove_index (pairs, i - 1);
  }
  g_ptr_array_add (pairs, g_strdup_printf ("%s=%s", name, value));
}

static void
add_pairs (GPtrArray *pairs, const char *host, const char *ref)
{
  if (is_host (host, "calendly.com")) {
    set_pair (pairs, "utm_source", "instagram");
    set_pair (pairs, "utm_medium", "dm");
    set_pair (pairs, "utm_content", ref);
    return;
  }
  set_pair (pairs, "ref", ref);
  if (is_host (host, "cal.com"))
    set_pair (pairs, "metadata%5Bref%5D", ref);
}

char *
ante_booking_link_add_ref (const char *url, const char *ref)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GUri) with = NULL;
  g_auto (GStrv) old = NULL;
  g_autofree char *query = NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0' ||
      (!g_str_equal (g_uri_get_scheme (uri), "https") &&
       !g_str_equal (g_uri_get_scheme (uri), "http")))
    return NULL;

  old = g_strsplit (g_uri_get_query (uri) != NULL ? g_uri_get_query (uri) : "", "&", -1);
  for (guint i = 0; old[i] != NULL; i++) {
    if (*old[i] != '\0')
      g_ptr_array_add (pairs, g_strdup (old[i]));
  }
  add_pairs (pairs, host, ref);
  g_ptr_array_add (pairs, NULL);
  query = g_strjoinv ("&", (char **) pairs->pdata);
  with = g_uri_build (G_URI_FLAGS_ENCODED, g_uri_get_scheme (uri), g_uri_get_userinfo (uri), host,
                      g_uri_get_port (uri), g_uri_get_path (uri), query, g_uri_get_fragment (uri));
  return g_uri_to_string (with);
}

/* --- finding ------------------------------------------------------------------------------- */

static void
add (GPtrArray *refs, const char *text, gsize length)
{
  char *ref = is_ref (text, length) ? g_ascii_strup (text, (gssize) length) : NULL;

  if (ref == NULL || refs->len >= MOST_REFS ||
      g_ptr_array_find_with_equal_func (refs, ref, g_str_equal, NULL))
    g_free (ref);
  else
    g_ptr_array_add (refs, ref);
}

/* Every word of a line that comes after a mark. */
static void
add_words (GPtrArray *refs, const char *p, const char *end)
{
  while (p < end) {
    const char *start = p;

    while (p < end && g_ascii_isalnum (*p))
      p++;
    add (refs, start, (gsize) (p - start));
    while (p < end && !g_ascii_isalnum (*p))
      p++;
  }
}

/* "utm_content=X", or "ref" somewhere before X in the same line. */
static void
find_in (GPtrArray *refs, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *small = g_ascii_strdown (lines[i], -1);
    const char *mark = strstr (small, "utm_content");
    const char *other = strstr (small, "ref");

    if (mark == NULL || (other != NULL && other < mark))
      mark = other;
    if (mark != NULL)
      add_words (refs, lines[i] + (mark - small), lines[i] + strlen (lines[i]));
  }
}

GPtrArray *
ante_booking_ref_find (const AnteCalendarEvent *event)
{
  GPtrArray *refs = g_ptr_array_new_with_free_func (g_free);

  if (event->ref != NULL) {
    g_autofree char *ref = g_strstrip (g_strdup (event->ref));

    add (refs, ref, strlen (ref));
  }
  for (guint i = 0; i < event->answers->len; i++) {
    const AnteCalendarAnswer *answer = event->answers->pdata[i];
    g_autofree char *only = g_strstrip (g_strdup (answer->answer));

    add (refs, only, strlen (only));
    find_in (refs, answer->answer);
  }
  find_in (refs, event->description);
  find_in (refs, event->url);
  find_in (refs, event->location);
  find_in (refs, event->summary);
  return refs;
}
