#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-plain-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/ante-party.h"
#include "rules/ante-text.h"

static const char *const facts[] = {
  [ANTE_FACT_GOAL] = N_ ("Goal"),
  [ANTE_FACT_PROBLEM] = N_ ("Problem"),
  [ANTE_FACT_BOTTLENECK] = N_ ("Bottleneck"),
  [ANTE_FACT_FIT] = N_ ("Sign of fit"),
  [ANTE_FACT_OBJECTION] = N_ ("Objection"),
  [ANTE_FACT_NEXT_STEP] = N_ ("Next step"),
  [ANTE_FACT_OFFER] = N_ ("Offer"),
  [ANTE_FACT_BUDGET] = N_ ("Budget"),
  [ANTE_FACT_TIMELINE] = N_ ("Timeline"),
  [ANTE_FACT_ALREADY_KNOWS] = N_ ("Already told"),
  [ANTE_FACT_BOOKING] = N_ ("Booking"),
  [ANTE_FACT_FREE] = N_ ("Note"),
};

const char *
ante_plain_words_fact (AnteFactKind kind)
{
  return _ (facts[kind]);
}

const char *
ante_plain_words_fact_type (AnteFactKind kind, const char *type)
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

const char *
ante_plain_words_source (AnteSourceKind kind)
{
  static const char *const words[] = {
    N_ ("Source unknown"),   N_ ("Story reply"), N_ ("Comment"),  N_ ("DM ad"),
    N_ ("Keyword"),          N_ ("Outbound"),    N_ ("Referral"), N_ ("Came back"),
    N_ ("Email or webinar"), N_ ("Organic"),
  };

  return _ (words[kind]);
}

/* An id of Instagram's, which says nothing to a person. */
static gboolean
is_id (const char *detail)
{
  return strlen (detail) >= 10 && strspn (detail, "0123456789") == strlen (detail);
}

/* So many days, as the store writes them down of a lead that had been silent; 0: none. */
static guint
read_days (const char *detail)
{
  return detail != NULL && strlen (detail) <= 5 && strspn (detail, "0123456789") == strlen (detail)
           ? (guint) g_ascii_strtoull (detail, NULL, 10)
           : 0;
}

char *
ante_plain_words_touch (AnteSourceKind kind, const char *detail)
{
  guint days = kind == ANTE_SOURCE_REACTIVATION ? read_days (detail) : 0;
  g_autofree char *isolated = detail != NULL && !is_id (detail) ? ante_text_isolate (detail) : NULL;

  if (days > 0)
    return g_strdup_printf (
      g_dngettext (NULL, "Came back after %u day", "Came back after %u days", days), days);
  if (isolated == NULL)
    return g_strdup (ante_plain_words_source (kind));
  return g_strdup_printf ("%s: %s", ante_plain_words_source (kind), isolated);
}

char *
ante_plain_words_party (const char *party)
{
  if (g_strcmp0 (party, ANTE_PARTY_COACH) == 0)
    return g_strdup (_ ("Coach"));
  if (g_strcmp0 (party, ANTE_PARTY_AI) == 0)
    return g_strdup (_ ("AI"));
  if (g_strcmp0 (party, ANTE_PARTY_ELSEWHERE) == 0)
    return g_strdup (_ ("Typed in Instagram"));
  if (g_strcmp0 (party, ANTE_PARTY_SYSTEM) == 0)
    return g_strdup (_ ("Anteroom"));
  if (g_strcmp0 (party, ANTE_PARTY_NONE) == 0)
    return g_strdup (_ ("No owner"));
  if (ante_party_is_setter (party))
    return g_strdup_printf (_ ("%s (setter)"), ante_party_get_setter_name (party));
  return g_strdup (_ ("Lead"));
}

const char *
ante_plain_words_message (AnteMessageKind kind)
{
  static const char *const words[] = {
    N_ ("Message"),
    N_ ("Picture"),
    N_ ("Video"),
    N_ ("Voice message"),
    N_ ("File"),
    N_ ("Sticker"),
    N_ ("Shared post"),
    N_ ("Story reply"),
    N_ ("Mentioned you in a story"),
    N_ ("Something Instagram does not show here"),
  };

  return _ (words[kind]);
}
