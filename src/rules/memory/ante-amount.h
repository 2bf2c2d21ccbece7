#pragma once

#include "rules/memory/ante-phrase.h"

G_BEGIN_DECLS

typedef enum {
  ANTE_AMOUNT_PLAIN,
  ANTE_AMOUNT_MONEY, /* it has a currency */
  ANTE_AMOUNT_CLOCK, /* "7:40", "8pm" */
  ANTE_AMOUNT_HOURS,
  ANTE_AMOUNT_MINUTES,
  ANTE_AMOUNT_DAYS, /* and mornings, evenings */
  ANTE_AMOUNT_WEEKS,
  ANTE_AMOUNT_MONTHS,
  ANTE_AMOUNT_YEARS,
  ANTE_AMOUNT_TIMES, /* "3x", "twice" */
  ANTE_AMOUNT_WEIGHT,
  ANTE_AMOUNT_RANK,   /* "20th" */
  ANTE_AMOUNT_THINGS, /* "3 cards" */
} AnteAmountUnit;

/**
 * AnteAmount:
 * @value: the number
 * @unit: of what
 * @thousands: "k" or "thousand" was said
 * @currency: (nullable): ISO 4217
 * @span: the words it takes
 */
typedef struct {
  double value;
  AnteAmountUnit unit;
  gboolean thousands;
  const char *currency;
  AnteSpan span;
} AnteAmount;

gboolean ante_amount_read (const AnteLine *line, guint at, AnteAmount *amount);
/* The first one from @from on. */
gboolean ante_amount_find (const AnteLine *line, guint from, guint to, AnteAmount *amount);
/* NULL where none is named near it. */
const char *ante_amount_period (const AnteLine *line, const AnteAmount *amount);
/* The period that words name, anywhere between two. */
const char *ante_amount_find_period (const AnteLine *line, guint from, guint to);

/* An age or a span of time in years; a number that says no unit is one of years. */
double ante_amount_years (const AnteAmount *amount);

G_END_DECLS
