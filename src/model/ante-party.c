#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-party.h"

#include <string.h>

/**
 * ante_party_is_owner:
 * @party: (nullable): a party
 *
 * Returns: whether @party may own a lead: the coach, a named setter or the AI
 */
gboolean
ante_party_is_owner (const char *party)
{
  return g_strcmp0 (party, ANTE_PARTY_COACH) == 0 || g_strcmp0 (party, ANTE_PARTY_AI) == 0 ||
         ante_party_is_setter (party);
}

gboolean
ante_party_is_setter (const char *party)
{
  return ante_party_get_setter_name (party) != NULL;
}

/**
 * ante_party_is_automatic:
 *
 * Returns: whether what @party does needs a verdict before it leaves
 */
gboolean
ante_party_is_automatic (const char *party)
{
  return g_strcmp0 (party, ANTE_PARTY_AI) == 0 || g_strcmp0 (party, ANTE_PARTY_SYSTEM) == 0;
}

/**
 * ante_party_is_us:
 *
 * Returns: whether a message by @party left from the coach's side, whoever typed it
 */
gboolean
ante_party_is_us (const char *party)
{
  return party != NULL && !g_str_equal (party, ANTE_PARTY_LEAD);
}

/**
 * ante_party_get_setter_name:
 *
 * Returns: (nullable): the name inside "setter:NAME", or %NULL for any other party
 */
const char *
ante_party_get_setter_name (const char *party)
{
  if (party == NULL || !g_str_has_prefix (party, ANTE_PARTY_SETTER_PREFIX))
    return NULL;

  party += strlen (ANTE_PARTY_SETTER_PREFIX);
  return *party != '\0' ? party : NULL;
}

/**
 * ante_party_parse_owner:
 * @text: what a person typed: "coach", "me", "ai", "none", "setter:Mia" or just "Mia"
 *
 * Returns: (nullable) (transfer full): the owner meant, or %NULL when @text is empty, too long or
 * not one line
 */
char *
ante_party_parse_owner (const char *text)
{
  g_autofree char *name = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;

  name = g_strstrip (g_strdup (text));
  if (g_ascii_strcasecmp (name, "coach") == 0 || g_ascii_strcasecmp (name, "me") == 0)
    return g_strdup (ANTE_PARTY_COACH);
  if (g_ascii_strcasecmp (name, "ai") == 0)
    return g_strdup (ANTE_PARTY_AI);
  if (g_ascii_strcasecmp (name, "none") == 0 || g_ascii_strcasecmp (name, "nobody") == 0)
    return g_strdup (ANTE_PARTY_NONE);

  if (g_str_has_prefix (name, ANTE_PARTY_SETTER_PREFIX)) {
    memmove (name, name + strlen (ANTE_PARTY_SETTER_PREFIX),
             strlen (name + strlen (ANTE_PARTY_SETTER_PREFIX)) + 1);
    g_strstrip (name);
  }

  if (*name == '\0' || g_utf8_strlen (name, -1) > ANTE_PARTY_MAX_NAME || strpbrk (name, "\n\r\t:"))
    return NULL;
  return g_strconcat (ANTE_PARTY_SETTER_PREFIX, name, NULL);
}
