#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-clock.h"

gint64
ante_clock_now (AnteInstagram *client)
{
  gint64 skew = client != NULL ? ante_instagram_get_clock_skew (client) : 0;

  return g_get_real_time () / 1000 + skew;
}
