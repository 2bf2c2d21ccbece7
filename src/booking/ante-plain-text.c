#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-plain-text.h"

#include <string.h>

#include "rules/ante-text.h"

#define LONGEST_LINK 2000

static const char *const entities[][2] = {
  { "amp", "&" },  { "lt", "<" },    { "gt", ">" },    { "quot", "\"" },  { "apos", "'" },
  { "nbsp", " " }, { "ndash", "–" }, { "mdash", "—" }, { "hellip", "…" },
};

static gboolean
is_tag (const char *p, const char *name)
{
  gsize length = strlen (name);

  return g_ascii_strncasecmp (p, name, length) == 0 && !g_ascii_isalnum (p[length]);
}

static gboolean
looks_like_html (const char *text)
{
  static const char *const tags[] = {
    "br", "p",  "a",  "div",  "span",   "html", "b",    "ul",
    "li", "ol", "td", "body", "strong", "i",    "font", "!doctype"
  };

  for (const char *p = strchr (text, '<'); p != NULL; p = strchr (p + 1, '<')) {
    const char *name = p[1] == '/' ? p + 2 : p + 1;

    for (guint i = 0; i < G_N_ELEMENTS (tags); i++) {
      if (is_tag (name, tags[i]) && strchr (name, '>') != NULL)
        return TRUE;
    }
  }
  return FALSE;
}

static const char *
take_number (const char *p, GString *plain)
{
  gboolean hex = *p == 'x' || *p == 'X';
  char *end = NULL;
  guint64 c = g_ascii_strtoull (hex ? p + 1 : p, &end, hex ? 16 : 10);

  if (*end != ';' || end - p > 8)
    return NULL;
  if (c >= 0x20 && g_unichar_validate ((gunichar) c))
    g_string_append_unichar (plain, (gunichar) c);
  return end + 1;
}

/* @p stands behind "&"; gives what is left of the text. */
static const char *
take_entity (const char *p, GString *plain)
{
  const char *after = *p == '#' && g_ascii_isxdigit (p[1] == 'x' || p[1] == 'X' ? p[2] : p[1])
                        ? take_number (p + 1, plain)
                        : NULL;

  if (after != NULL)
    return after;
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++) {
    gsize length = strlen (entities[i][0]);

    if (strncmp (p, entities[i][0], length) == 0 && p[length] == ';') {
      g_string_append (plain, entities[i][1]);
      return p + length + 1;
    }
  }
  g_string_append_c (plain, '&');
  return p;
}

static void
append_decoded (GString *plain, const char *text, gsize length)
{
  g_autofree char *piece = g_strndup (text, length);

  for (const char *p = piece; *p != '\0';) {
    if (*p == '&')
      p = take_entity (p + 1, plain);
    else
      g_string_append_c (plain, *p++);
  }
}

/* What stands in the href of a tag; NULL for none. */
static char *
read_link (const char *tag, gsize length)
{
  g_autofree char *whole = g_strndup (tag, length);
  g_autofree char *lower = g_ascii_strdown (whole, -1);
  const char *href = strstr (lower, "href=");
  const char *start = href != NULL ? whole + (href - lower) + 5 : NULL;
  char quote = start != NULL && (*start == '"' || *start == '\'') ? *start : '\0';
  gsize size = 0;
  GString *link = NULL;

  if (start == NULL)
    return NULL;
  if (quote != '\0')
    start++;
  size = quote != '\0' ? (gsize) (strchrnul (start, quote) - start) : strcspn (start, " \t\n>");
  if (size == 0 || size > LONGEST_LINK || g_ascii_strncasecmp (start, "http", 4) != 0)
    return NULL;
  link = g_string_new (NULL);
  append_decoded (link, start, size);
  return g_string_free (link, FALSE);
}

static gboolean
breaks_line (const char *name)
{
  static const char *const tags[] = { "br", "p",     "div", "li", "tr", "ul",
                                      "ol", "table", "h1",  "h2", "h3" };

  if (*name == '/')
    name++;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++) {
    if (is_tag (name, tags[i]))
      return TRUE;
  }
  return FALSE;
}

/* One line break is enough where one block ends and the next begins. */
static void
break_line (GString *plain)
{
  if (plain->len > 0 && plain->str[plain->len - 1] != '\n')
    g_string_append_c (plain, '\n');
}

/* "x (https://…)", unless x is that already. */
static void
end_link (GString *plain, gsize began_at, const char *link)
{
  if (began_at > plain->len || strstr (plain->str + began_at, link) == NULL)
    g_string_append_printf (plain, " (%s)", link);
}

/* Scripts and styles are no words. */
static const char *
skip_what_is_not_read (const char *name, const char *after)
{
  const char *tag = is_tag (name, "style")    ? "</style"
                    : is_tag (name, "script") ? "</script"
                                              : NULL;

  for (const char *p = tag != NULL ? strchr (after, '<') : NULL; p != NULL;
       p = strchr (p + 1, '<')) {
    if (g_ascii_strncasecmp (p, tag, strlen (tag)) == 0)
      return p;
  }
  return after;
}

static char *
strip (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));
  g_autofree char *link = NULL;
  gsize link_at = 0;
  const char *p = text;

  while (*p != '\0') {
    const char *end = *p == '<' ? strchr (p, '>') : NULL;
    gsize size = strcspn (p + 1, "<") + 1;

    if (end == NULL || !(g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '!')) {
      append_decoded (plain, p, size);
      p += size;
      continue;
    }
    if (breaks_line (p + 1))
      break_line (plain);
    if ((is_tag (p + 1, "a") || is_tag (p + 1, "/a")) && link != NULL) {
      end_link (plain, link_at, link);
      g_clear_pointer (&link, g_free);
    }
    if (is_tag (p + 1, "a")) {
      link = read_link (p, (gsize) (end - p));
      link_at = plain->len;
    }
    p = skip_what_is_not_read (p + 1, end + 1);
  }
  if (link != NULL)
    end_link (plain, link_at, link);
  return g_string_free (plain, FALSE);
}

char *
ante_plain_text (const char *text, gsize max_chars)
{
  g_autofree char *plain = looks_like_html (text) ? strip (text) : NULL;
  char *clean = ante_text_clean (plain != NULL ? plain : text, -1, max_chars);

  g_strstrip (clean);
  if (*clean == '\0')
    g_clear_pointer (&clean, g_free);
  return clean;
}
