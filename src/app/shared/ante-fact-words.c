#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-fact-words.h"

#include <glib/gi18n.h>

#include "rules/ante-gate.h"

static const struct {
  const char *name;
  const char *hint;
} kinds[] = {
  [ANTE_FACT_GOAL] = { N_ ("Goal"), N_ ("What they want to reach") },
  [ANTE_FACT_PROBLEM] = { N_ ("Problem"), N_ ("What is wrong now") },
  [ANTE_FACT_BOTTLENECK] = { N_ ("Bottleneck"), N_ ("What stops them") },
  [ANTE_FACT_FIT] = { N_ ("Sign of fit"), N_ ("What speaks for working together") },
  [ANTE_FACT_OBJECTION] = { N_ ("Objection"), N_ ("What holds them back") },
  [ANTE_FACT_NEXT_STEP] = { N_ ("Next step"), N_ ("What is to be done next") },
  [ANTE_FACT_OFFER] = { N_ ("Offer"), N_ ("What they are interested in") },
  [ANTE_FACT_BUDGET] = { N_ ("Budget"), N_ ("What they would spend") },
  [ANTE_FACT_TIMELINE] = { N_ ("Timeline"), N_ ("When they want it") },
  [ANTE_FACT_ALREADY_KNOWS] = { N_ ("Already told"), N_ ("A price, a link, a promise") },
  [ANTE_FACT_BOOKING] = { N_ ("Booking"), N_ ("How it stands with the call") },
  [ANTE_FACT_FREE] = { N_ ("Note"), N_ ("Anything else") },
};

const char *
ante_fact_words_kind (AnteFactKind kind)
{
  return _ (kinds[kind].name);
}

const char *
ante_fact_words_need (const char *word)
{
  AnteFactKind kind = ANTE_FACT_FREE;

  if (g_str_equal (word, ANTE_GATE_REASON))
    return _ ("Reason");
  return ante_fact_kind_from_nick (word, &kind) ? ante_fact_words_kind (kind) : word;
}

const char *
ante_fact_words_hint (const char *word)
{
  AnteFactKind kind = ANTE_FACT_FREE;

  if (g_str_equal (word, ANTE_GATE_REASON))
    return _ ("Why they go there");
  return ante_fact_kind_from_nick (word, &kind) ? _ (kinds[kind].hint) : "";
}
