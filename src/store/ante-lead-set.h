#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* A set of leads, one bit each. Private to the store. */

static inline void
ante_lead_set_add (GByteArray *set, gint64 id)
{
  guint byte = (guint) (id / 8);
  guint length = set->len;

  if (byte >= length) {
    g_byte_array_set_size (set, MAX (byte + 1, 2 * length));
    memset (set->data + length, 0, set->len - length);
  }
  set->data[byte] |= (guint8) (1 << id % 8);
}

static inline gboolean
ante_lead_set_has (const GByteArray *set, gint64 id)
{
  return id / 8 < set->len && (set->data[id / 8] & 1 << id % 8) != 0;
}

G_END_DECLS
