#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteUsage:
 * @known: the provider counted; else all is 0 or estimated
 * @input: tokens that were read anew
 * @cache_read: that were read from a cache
 * @cache_write: that were written to a cache for minutes
 * @cache_write_long: for an hour
 * @output: that were written, thinking included
 * @reasoning: of these, thinking
 *
 * What a call took.
 */
typedef struct {
  gboolean known;
  gint64 input;
  gint64 cache_read;
  gint64 cache_write;
  gint64 cache_write_long;
  gint64 output;
  gint64 reasoning;
} AnteUsage;

/**
 * AnteRates:
 *
 * Micro-units of a currency for a million tokens.
 */
typedef struct {
  gint64 input;
  gint64 cache_read;
  gint64 cache_write;
  gint64 cache_write_long;
  gint64 output;
} AnteRates;

/**
 * AnteTariff:
 * @rates: up to @tier_above tokens of prompt
 * @tier_above: above this all tokens of the call cost @upper; 0: there is no such step
 * @version: (nullable): of which day the prices are
 *
 * What a model costs, as a person has it from the provider's page: prices are data, not code.
 */
typedef struct {
  AnteRates rates;
  gint64 tier_above;
  AnteRates upper;
  const char *version;
} AnteTariff;

/**
 * AnteCostKind:
 * @ANTE_COST_UNKNOWN: nobody told; it is not nothing
 * @ANTE_COST_FREE: it ran on this machine
 * @ANTE_COST_REPORTED: by the provider
 * @ANTE_COST_COMPUTED: from a tariff and a counted usage
 * @ANTE_COST_ESTIMATED: from a tariff and a guess
 */
typedef enum {
  ANTE_COST_UNKNOWN,
  ANTE_COST_FREE,
  ANTE_COST_REPORTED,
  ANTE_COST_COMPUTED,
  ANTE_COST_ESTIMATED,
} AnteCostKind;

const char *ante_cost_kind_to_nick (AnteCostKind kind);
gint64 ante_tariff_compute (const AnteTariff *self, const AnteUsage *usage);

G_END_DECLS
