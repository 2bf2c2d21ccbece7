#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-fact-words.h"

#include <glib/gi18n.h>

#include "rules/ante-gate.h"
#include "rules/ante-plain-words.h"

static const char *const hints[] = {
  [ANTE_FACT_GOAL] = N_ ("What they want to reach"),
  [ANTE_FACT_PROBLEM] = N_ ("What is wrong now"),
  [ANTE_FACT_BOTTLENECK] = N_ ("What stops them"),
  [ANTE_FACT_FIT] = N_ ("What speaks for working together"),
  [ANTE_FACT_OBJECTION] = N_ ("What holds them back"),
  [ANTE_FACT_NEXT_STEP] = N_ ("What is to be done next"),
  [ANTE_FACT_OFFER] = N_ ("What they are interested in"),
  [ANTE_FACT_BUDGET] = N_ ("What they would spend"),
  [ANTE_FACT_TIMELINE] = N_ ("When they want it"),
  [ANTE_FACT_ALREADY_KNOWS] = N_ ("A price, a link, a promise"),
  [ANTE_FACT_BOOKING] = N_ ("How it stands with the call"),
  [ANTE_FACT_FREE] = N_ ("Anything else"),
};

const char *
ante_fact_words_kind (AnteFactKind kind)
{
  return ante_plain_words_fact (kind);
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
  return ante_fact_kind_from_nick (word, &kind) ? _ (hints[kind]) : "";
}

const char *
ante_fact_words_type (AnteFactKind kind, const char *type)
{
  return ante_plain_words_fact_type (kind, type);
}
