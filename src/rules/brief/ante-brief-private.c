#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/brief/ante-brief-work.h"

#include <glib/gi18n.h>
#include <string.h>

/* A page that lies on a desk, or is seen in a video call: who it is about is told by the first name
 * alone. */

#define HIDDEN "[…]"
/* Shorter ones are also words of a language: "von", "de", "la". The last one is hidden always. */
#define LEAST_CHARS 4

static gboolean
has_letter (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p)) {
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  }
  return FALSE;
}

/* Writing that puts no space between surname and first name. */
static gboolean
is_unspaced (const char *word)
{
  GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (word));

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_HANGUL ||
         script == G_UNICODE_SCRIPT_THAI;
}

/* (element-type utf8): the parts of @name that have letters. */
static GPtrArray *
split_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, " \t\n\u00a0", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++) {
    if (has_letter (parts[i]))
      g_ptr_array_add (words, g_strdup (parts[i]));
  }
  return words;
}

static char *
dup_initial (const char *word)
{
  g_autofree char *first = g_utf8_substring (word, 0, 1);

  return g_strconcat (first, "…", NULL);
}

/* What is left of a name. */
static char *
dup_first_name (AnteLead *lead, GPtrArray *words)
{
  const char *handle = lead->handle != NULL ? lead->handle : "";

  if (words->len == 0)
    return *handle != '\0' ? dup_initial (handle) : g_strdup (_ ("A lead"));
  return is_unspaced (words->pdata[0]) ? dup_initial (words->pdata[0]) : g_strdup (words->pdata[0]);
}

/* As a word of its own, or anywhere. */
static void
hide (GString *pattern, const char *text, gboolean is_word)
{
  g_autofree char *escaped = g_regex_escape_string (text, -1);

  if (*text == '\0')
    return;
  if (pattern->len > 0)
    g_string_append_c (pattern, '|');
  g_string_append_printf (pattern, is_word ? "(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])" : "%s",
                          escaped);
}

/* (transfer full) (nullable): finds all that is hidden; the longer come first. */
static GRegex *
build_regex (AnteLead *lead, GPtrArray *words)
{
  g_autoptr (GString) pattern = g_string_new (NULL);
  g_auto (GStrv) also = g_strsplit (lead->also != NULL ? lead->also : "", " ", -1);

  hide (pattern, lead->handle != NULL ? lead->handle : "", TRUE);
  for (guint i = 0; also[i] != NULL; i++)
    hide (pattern, also[i], TRUE);
  if (words->len == 1 && is_unspaced (words->pdata[0]) && g_utf8_strlen (words->pdata[0], -1) > 1)
    hide (pattern, words->pdata[0], FALSE);
  for (guint i = is_unspaced (words->len > 0 ? words->pdata[0] : "") ? 0 : 1; i < words->len; i++) {
    if (i + 1 == words->len || g_utf8_strlen (words->pdata[i], -1) >= LEAST_CHARS)
      hide (pattern, words->pdata[i], !is_unspaced (words->pdata[i]));
  }
  return pattern->len > 0 ? g_regex_new (pattern->str, G_REGEX_CASELESS, 0, NULL) : NULL;
}

static void
replace (const GRegex *regex, char **text)
{
  char *hidden =
    *text != NULL ? g_regex_replace_literal (regex, *text, -1, 0, HIDDEN, 0, NULL) : NULL;

  if (hidden == NULL)
    return;
  g_free (*text);
  *text = hidden;
}

void
ante_brief_hide_names (AnteBrief *brief, AnteLead *lead)
{
  g_autoptr (GPtrArray) words = split_name (lead->name != NULL ? lead->name : "");
  g_autoptr (GRegex) regex = build_regex (lead, words);

  g_free (brief->name);
  brief->name = dup_first_name (lead, words);
  g_clear_pointer (&brief->handle, g_free);
  if (regex == NULL)
    return;
  replace (regex, &brief->call);
  replace (regex, &brief->call_link);
  for (guint i = 0; i < brief->lines->len; i++) {
    AnteBriefLine *line = brief->lines->pdata[i];

    replace (regex, &line->text);
    replace (regex, &line->label);
  }
}
