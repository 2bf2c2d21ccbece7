#include "sandbox/sandbox-limits.h"

#include <math.h>

/* A client that keeps to one call a second never feels it, however it bursts at the start. */
#define CONVERSATIONS_BURST 240

void
sandbox_limits_set (SandboxLimits *self, SandboxLimit limit, double per_second, double burst)
{
  self->buckets[limit].per_second = per_second;
  self->buckets[limit].burst = burst;
  self->buckets[limit].tokens = burst;
  self->buckets[limit].at = g_get_monotonic_time ();
}

void
sandbox_limits_init (SandboxLimits *self, double conversations_per_second)
{
  sandbox_limits_set (self, SANDBOX_LIMIT_CONVERSATIONS, conversations_per_second,
                      CONVERSATIONS_BURST);
  sandbox_limits_set (self, SANDBOX_LIMIT_SENDS, 100, 200);
  sandbox_limits_set (self, SANDBOX_LIMIT_PRIVATE_REPLIES, 750 / 3600.0, 750);
}

static void
refill (SandboxLimits *self, SandboxLimit limit)
{
  gint64 now = g_get_monotonic_time ();
  double seconds = (double) (now - self->buckets[limit].at) / G_USEC_PER_SEC;

  self->buckets[limit].tokens =
    MIN (self->buckets[limit].burst,
         self->buckets[limit].tokens + seconds * self->buckets[limit].per_second);
  self->buckets[limit].at = now;
}

gboolean
sandbox_limits_take (SandboxLimits *self, SandboxLimit limit)
{
  if (self->buckets[limit].per_second <= 0)
    return TRUE;

  refill (self, limit);
  if (self->buckets[limit].tokens < 1)
    return FALSE;
  self->buckets[limit].tokens -= 1;
  return TRUE;
}

guint
sandbox_limits_get_usage (SandboxLimits *self, SandboxLimit limit)
{
  if (self->buckets[limit].per_second <= 0 || self->buckets[limit].burst <= 0)
    return 0;
  /* Less than one whole call left is all used up. */
  if (self->buckets[limit].tokens < 1)
    return 100;
  return (guint) (100 - floor (self->buckets[limit].tokens) * 100 / self->buckets[limit].burst);
}

guint
sandbox_limits_get_wait (SandboxLimits *self, SandboxLimit limit)
{
  double missing = 1 - self->buckets[limit].tokens;

  return missing <= 0 || self->buckets[limit].per_second <= 0
           ? 0
           : (guint) ceil (missing / self->buckets[limit].per_second);
}
