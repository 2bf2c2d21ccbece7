#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteWhen:
 *
 * Times that a lead can be put off to with one key.
 */
typedef enum {
  ANTE_WHEN_LATER_TODAY,
  ANTE_WHEN_TOMORROW,
  ANTE_WHEN_MONDAY,
  ANTE_WHEN_TWO_WEEKS,
  ANTE_WHEN_NEXT_MONTH,
} AnteWhen;

#define ANTE_WHEN_N_CHOICES 5

const char *ante_when_to_nick (AnteWhen when);
/* FALSE, and @when untouched, for an unknown nick. */
gboolean ante_when_from_nick (const char *nick, AnteWhen *when);
gint64 ante_when_choose (AnteWhen when, gint64 now, GTimeZone *zone);
gint64 ante_when_parse (const char *text, gint64 now, GTimeZone *zone);

G_END_DECLS
