#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-reaction-list.h"

#include <string.h>

#include "model/ante-party.h"

#define MAX_BYTES 64

static gboolean
is_own (const char *reaction)
{
  const char *party = strchr (reaction, ' ');

  return party != NULL && ante_party_is_us (party + 1);
}

char *
ante_reaction_list_dup_own (const char *reactions)
{
  g_auto (GStrv) each = g_strsplit (reactions != NULL ? reactions : "", ";", -1);

  for (guint i = 0; each[i] != NULL; i++) {
    if (is_own (each[i]))
      return g_strndup (each[i], (gsize) (strchr (each[i], ' ') - each[i]));
  }
  return g_strdup ("");
}

char *
ante_reaction_list_set_own (const char *reactions, const char *emoji)
{
  g_auto (GStrv) each = g_strsplit (reactions != NULL ? reactions : "", ";", -1);
  GString *list = g_string_new (NULL);

  for (guint i = 0; each[i] != NULL; i++) {
    if (*each[i] != '\0' && !is_own (each[i]))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ";" : "", each[i]);
  }
  if (*emoji != '\0')
    g_string_append_printf (list, "%s%s " ANTE_PARTY_COACH, list->len > 0 ? ";" : "", emoji);
  return g_string_free (list, list->len == 0);
}

gboolean
ante_reaction_list_is_emoji (const char *emoji)
{
  return *emoji != '\0' && strlen (emoji) <= MAX_BYTES && strpbrk (emoji, "; \n") == NULL &&
         g_utf8_validate (emoji, -1, NULL);
}
