#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-zone.h"

#include <string.h>

#define LONGEST 64

/* GLib looks for a file of this name, warns when it is of another kind ("leapseconds" is there,
 * too), and takes what it does not find for a rule such as "CET-1CEST". */
static gboolean
is_id (const char *id)
{
  gboolean has_region = strchr (id, '/') != NULL;

  if (!g_ascii_isupper (*id) || strlen (id) > LONGEST)
    return FALSE;
  for (const char *p = id; *p != '\0'; p++) {
    if (!g_ascii_isalpha (*p) && *p != '-' && !(has_region && strchr ("_/+", *p) != NULL) &&
        !(has_region && g_ascii_isdigit (*p)))
      return FALSE;
  }
  return TRUE;
}

/**
 * ante_zone_find:
 * @id: (nullable): an IANA name such as "Europe/Vienna", from wherever
 *
 * Returns: (transfer full) (nullable): that zone; %NULL where this computer knows none of that name
 */
GTimeZone *
ante_zone_find (const char *id)
{
  return id != NULL && is_id (id) ? g_time_zone_new_identifier (id) : NULL;
}
