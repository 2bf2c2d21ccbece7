#pragma once

#include "instagram/ante-budget.h"
#include "instagram/ante-instagram.h"
#include "instagram/ante-throttle.h"
#include "instagram/ante-transport.h"

G_BEGIN_DECLS

/* The version of the API that is spoken. */
#define ANTE_INSTAGRAM_VERSION "v25.0"

/**
 * AnteTiers:
 *
 * Families of fields. One unknown name makes a whole request fail, so each has a few lists of
 * fields, and remembers the longest that this API version took.
 */
typedef enum {
  ANTE_TIERS_ACCOUNT,
  ANTE_TIERS_MESSAGE,
  ANTE_TIERS_PROFILE,
  ANTE_N_TIERS,
} AnteTiers;

struct _AnteInstagram {
  GObject parent_instance;

  char *api_url;
  gboolean is_loopback;
  char *token;
  char *user_id;
  char *username;

  AnteTransport *transport;
  AnteBudget *reads;
  AnteBudget *sends;
  AnteThrottle throttle;
  gint64 clock_skew;
  gint64 clock_told; /* by the answer before, which another has to bear out */
  guint64 n_requests;
  guint tiers[ANTE_N_TIERS];
};

G_END_DECLS
