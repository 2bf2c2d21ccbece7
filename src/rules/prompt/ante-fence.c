#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/prompt/ante-fence.h"

#include "rules/ante-text.h"

/* What is drawn as nothing and can carry words that no person sees. Joiners stay: emoji and
 * several scripts need them. */
gboolean
ante_fence_is_unseen (gunichar c)
{
  return c == 0x00AD || c == 0x034F || c == 0x061C || c == 0x115F || c == 0x1160 || c == 0x180E ||
         c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x2060 && c <= 0x206F) || c == 0x3164 ||
         c == 0xFEFF || c == 0xFFA0 || (c >= 0xFFF0 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

/* Our marks are made of these, so that none of them is in a foreign text. */
static gunichar
plain (gunichar c)
{
  switch (c) {
  case '<':
  case 0xFF1C: /* fullwidth */
  case 0xFE64: /* small */
  case 0x3008:
  case 0x2329:
  case 0x27E8:
    return 0x2039;
  case '>':
  case 0xFF1E:
  case 0xFE65:
  case 0x3009:
  case 0x232A:
  case 0x27E9:
    return 0x203A;
  default:
    return c;
  }
}

/**
 * ante_fence_clean:
 * @text: (nullable): foreign text
 *
 * Returns: (transfer full): @text without what nobody sees and without pointed brackets, which
 * become ‹ and ›; of at most %ANTE_FENCE_MAX_CHARS characters
 */
char *
ante_fence_clean (const char *text)
{
  g_autofree char *known = ante_text_clean (text, -1, ANTE_FENCE_MAX_CHARS);
  GString *clean = g_string_new (NULL);

  for (const char *p = known; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!ante_fence_is_unseen (c))
      g_string_append_unichar (clean, plain (c));
  }
  return g_string_free (clean, FALSE);
}

/**
 * ante_fence_append:
 * @clean: what ante_fence_clean() gave, whatever was covered in it since
 *
 * Appends each line of @clean behind a bar. A line that has none is ours: a foreign text can
 * neither begin such a line nor write a mark.
 */
void
ante_fence_append (GString *prompt, const char *clean)
{
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (prompt, "| %s\n", lines[i]);
}
