#pragma once

#include "instagram/ante-transport.h"

G_BEGIN_DECLS

/**
 * AnteThrottle:
 * @until: nothing leaves before this, ms of ante_throttle_clock(); 0 when free
 * @refusals: how often in a row Instagram said that it is too much
 * @usage: highest percentage that was told last
 * @usage_at: when that was, ms of ante_throttle_clock()
 *
 * What Instagram's answers said about how much we may ask.
 */
typedef struct {
  gint64 until;
  guint refusals;
  guint usage;
  gint64 usage_at;
} AnteThrottle;

gint64 ante_throttle_clock (void);
void ante_throttle_note (
  AnteThrottle *self, const AnteAnswer *answer, gboolean refused, gint64 now, double jitter);
gint64 ante_throttle_left (const AnteThrottle *self, gint64 now);
guint ante_throttle_usage (const AnteThrottle *self, gint64 now);

G_END_DECLS
