#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SANDBOX_LIMIT_CONVERSATIONS,
  SANDBOX_LIMIT_SENDS,
  SANDBOX_LIMIT_PRIVATE_REPLIES,
  SANDBOX_N_LIMITS,
} SandboxLimit;

/**
 * SandboxLimits:
 *
 * A bucket for each kind of call: it holds a burst and refills steadily, by the real clock. A rate
 * of 0 is no limit.
 */
typedef struct {
  struct {
    double per_second;
    double burst;
    double tokens;
    gint64 at;
  } buckets[SANDBOX_N_LIMITS];
} SandboxLimits;

void sandbox_limits_init (SandboxLimits *self, double conversations_per_second);
void sandbox_limits_set (SandboxLimits *self, SandboxLimit limit, double per_second, double burst);
/* FALSE when the bucket is empty. */
gboolean sandbox_limits_take (SandboxLimits *self, SandboxLimit limit);
/* Percent of the burst that is used up; 100 is throttled. */
guint sandbox_limits_get_usage (SandboxLimits *self, SandboxLimit limit);
/* Seconds until one call is possible again. */
guint sandbox_limits_get_wait (SandboxLimits *self, SandboxLimit limit);

G_END_DECLS
