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
ante_fact_words_of (AnteFactKind kind, const char *type)
{
  return kind == ANTE_FACT_FIT && g_strcmp0 (type, ANTE_FACT_TYPE_AGAINST) == 0
           ? _ ("Speaks against")
           : ante_fact_words_kind (kind);
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

const char *
ante_fact_words_type (AnteFactKind kind, const char *type)
{
  static const struct {
    AnteFactKind kind;
    const char *type;
    const char *words;
  } types[] = {
    { ANTE_FACT_OBJECTION, "price", N_ ("price") },
    { ANTE_FACT_OBJECTION, "partner", N_ ("has to ask somebody") },
    { ANTE_FACT_OBJECTION, "trust", N_ ("trust") },
    { ANTE_FACT_OBJECTION, "timing", N_ ("not now") },
    { ANTE_FACT_OBJECTION, "time", N_ ("no time") },
    { ANTE_FACT_OBJECTION, "past_failure", N_ ("has failed before") },
    { ANTE_FACT_OBJECTION, "need_to_think", N_ ("has to think") },
    { ANTE_FACT_OBJECTION, "commitment", N_ ("commitment") },
    { ANTE_FACT_OBJECTION, "format", N_ ("how it is done") },
    { ANTE_FACT_OBJECTION, "schedule", N_ ("schedule") },
    { ANTE_FACT_OBJECTION, "language", N_ ("language") },
    { ANTE_FACT_OBJECTION, "family", N_ ("family") },
    { ANTE_FACT_ALREADY_KNOWS, "price", N_ ("a price") },
    { ANTE_FACT_ALREADY_KNOWS, "link", N_ ("a link") },
    { ANTE_FACT_ALREADY_KNOWS, "content", N_ ("something to read or see") },
    { ANTE_FACT_ALREADY_KNOWS, "promise", N_ ("a promise") },
    { ANTE_FACT_BOOKING, "link_sent", N_ ("link sent, not booked") },
    { ANTE_FACT_BOOKING, "booked", N_ ("booked") },
    { ANTE_FACT_BOOKING, "rescheduled", N_ ("another time") },
    { ANTE_FACT_BOOKING, "cancelled", N_ ("cancelled") },
    { ANTE_FACT_BOOKING, "no_show", N_ ("did not come") },
    { ANTE_FACT_BOOKING, "completed", N_ ("the call was held") },
  };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++) {
    if (types[i].kind == kind && g_str_equal (types[i].type, type))
      return _ (types[i].words);
  }
  return NULL;
}
