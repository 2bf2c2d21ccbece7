#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-cost.h"

#define MILLION G_GINT64_CONSTANT (1000000)

static const char *const nicks[] = {
  [ANTE_COST_UNKNOWN] = "unknown",     [ANTE_COST_FREE] = "free",
  [ANTE_COST_REPORTED] = "reported",   [ANTE_COST_COMPUTED] = "computed",
  [ANTE_COST_ESTIMATED] = "estimated",
};

const char *
ante_cost_kind_to_nick (AnteCostKind kind)
{
  return nicks[kind];
}

static gint64
times (gint64 tokens, gint64 rate)
{
  return CLAMP (tokens, 0, G_MAXINT32) * CLAMP (rate, 0, G_MAXINT32 * G_GINT64_CONSTANT (2));
}

/**
 * ante_tariff_compute:
 *
 * Returns: micro-units of the tariff's currency, rounded up
 */
gint64
ante_tariff_compute (const AnteTariff *self, const AnteUsage *usage)
{
  gint64 prompt = usage->input + usage->cache_read + usage->cache_write + usage->cache_write_long;
  const AnteRates *rates =
    self->tier_above > 0 && prompt > self->tier_above ? &self->upper : &self->rates;
  gint64 sum = times (usage->input, rates->input) / MILLION +
               times (usage->cache_read, rates->cache_read) / MILLION +
               times (usage->cache_write, rates->cache_write) / MILLION +
               times (usage->cache_write_long, rates->cache_write_long) / MILLION +
               times (usage->output, rates->output) / MILLION;
  gint64 rest = times (usage->input, rates->input) % MILLION +
                times (usage->cache_read, rates->cache_read) % MILLION +
                times (usage->cache_write, rates->cache_write) % MILLION +
                times (usage->cache_write_long, rates->cache_write_long) % MILLION +
                times (usage->output, rates->output) % MILLION;

  return sum + (rest + MILLION - 1) / MILLION;
}
