#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/draft/ante-drafter-work.h"

#include <math.h>
#include <string.h>

#include "rules/ante-saved-reply.h"

/* --- openers and saved replies -------------------------------------------------------------- */

static gboolean
is_for_source (const AntePlanReply *reply, AnteSourceKind source)
{
  return reply->source == (int) source;
}

/* The one for where they came from, or the one for everybody. */
gboolean
ante_draft_opener (AnteDraftWork *work)
{
  const AnteDraftCase *asked = work->asked;
  const AntePlanReply *found = NULL;

  for (guint i = 0; i < asked->plan->openers->len; i++) {
    const AntePlanReply *opener = asked->plan->openers->pdata[i];

    if (is_for_source (opener, asked->lead->source)) {
      found = opener;
      break;
    }
    if (opener->source < 0 && found == NULL)
      found = opener;
  }
  if (found == NULL || !ante_draft_say (work, found->text))
    return FALSE;
  ante_draft_note (work, "opener", found->id);
  ante_draft_note (work, "source", ante_source_kind_to_nick (asked->lead->source));
  return TRUE;
}

static gboolean
holds_words (char **tokens, const char *words)
{
  g_auto (GStrv) wanted = g_str_tokenize_and_fold (words, NULL, NULL);
  guint n = g_strv_length (wanted);
  guint have = g_strv_length (tokens);

  for (guint i = 0; n > 0 && i + n <= have; i++) {
    guint k = 0;

    while (k < n && g_str_equal (tokens[i + k], wanted[k]))
      k++;
    if (k == n)
      return TRUE;
  }
  return FALSE;
}

/* How many of a reply's words stand in the burst. */
static guint
count_words (const AnteDraftWork *work, const AntePlanReply *reply)
{
  guint n = 0;

  for (guint i = work->first; i < work->talk->lines->len; i++) {
    g_auto (GStrv) tokens =
      g_str_tokenize_and_fold (ante_talk_line (work->talk, i)->text, NULL, NULL);

    for (guint k = 0; reply->words[k] != NULL; k++)
      n += holds_words (tokens, reply->words[k]) ? 1 : 0;
  }
  return n;
}

/* How well a saved reply fits; 0 for not at all. */
static guint
rank_reply (const AnteDraftWork *work, const AntePlanReply *reply, gboolean by_words)
{
  guint words = count_words (work, reply);
  gboolean of_intent = reply->intent == (int) work->drafted->intent;

  if ((reply->intent >= 0 && !of_intent) ||
      (reply->source >= 0 && !is_for_source (reply, work->asked->lead->source)) ||
      (reply->offer != NULL && g_strcmp0 (reply->offer, work->drafted->offer) != 0))
    return 0;
  if (reply->words[0] != NULL && words == 0)
    return 0;
  if (by_words && words == 0)
    return 0;
  if (words == 0 && !of_intent)
    return 0;
  return 1 + words * 4 + (of_intent ? 2 : 0) + (reply->source >= 0 ? 1 : 0) +
         (reply->offer != NULL ? 1 : 0);
}

/* The saved reply that fits best. @by_words: only one that listens to words of the burst. */
gboolean
ante_draft_saved_reply (AnteDraftWork *work, gboolean by_words)
{
  const AntePlanReply *best = NULL;
  guint highest = 0;

  for (guint i = 0; i < work->asked->plan->replies->len; i++) {
    const AntePlanReply *reply = work->asked->plan->replies->pdata[i];
    guint rank = rank_reply (work, reply, by_words);

    if (rank > highest) {
      highest = rank;
      best = reply;
    }
  }
  if (best == NULL || !ante_draft_say (work, best->text))
    return FALSE;
  ante_draft_note (work, "reply", best->id);
  return TRUE;
}

/* --- what is not known yet ------------------------------------------------------------------ */

static const struct {
  AnteCriterionField field;
  AnteFactKind kind;
} kinds[] = {
  { ANTE_CRITERION_GOAL, ANTE_FACT_GOAL },
  { ANTE_CRITERION_PROBLEM, ANTE_FACT_PROBLEM },
  { ANTE_CRITERION_BOTTLENECK, ANTE_FACT_BOTTLENECK },
  { ANTE_CRITERION_BUDGET, ANTE_FACT_BUDGET },
  { ANTE_CRITERION_OFFER, ANTE_FACT_OFFER },
  { ANTE_CRITERION_TIMELINE, ANTE_FACT_TIMELINE },
};

static gboolean
has_fact (const AnteDraftWork *work, AnteFactKind kind)
{
  if (ante_memory_find (work->memory, kind, NULL) != NULL)
    return TRUE;
  for (guint i = 0; work->asked->facts != NULL && i < work->asked->facts->len; i++) {
    const AnteFact *fact = work->asked->facts->pdata[i];

    if (fact->kind == kind &&
        (fact->state == ANTE_FACT_CONFIRMED || fact->state == ANTE_FACT_SUGGESTED))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_met (const AnteDraftWork *work, const AntePlanCriterion *criterion)
{
  for (guint i = 0; i < work->memory->met->len; i++) {
    if (g_str_equal (work->memory->met->pdata[i], criterion->id))
      return TRUE;
  }
  return FALSE;
}

/* They have told, whatever it was. */
static gboolean
is_told (const AnteDraftWork *work, const AntePlanCriterion *criterion)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (kinds[i].field == criterion->criterion->field)
      return has_fact (work, kinds[i].kind);
  }
  return FALSE;
}

/* Nobody is asked the same thing twice in the same words. */
static gboolean
was_asked (const AnteDraftWork *work, const char *question)
{
  for (guint i = 0; i < work->talk->lines->len; i++) {
    const AnteLine *line = ante_talk_line (work->talk, i);

    if (!line->from_lead && strstr (line->text, question) != NULL)
      return TRUE;
  }
  return FALSE;
}

gboolean
ante_draft_question (AnteDraftWork *work)
{
  for (guint i = 0; i < work->asked->plan->criteria->len; i++) {
    const AntePlanCriterion *criterion = work->asked->plan->criteria->pdata[i];

    if (criterion->question == NULL || *criterion->question == '\0' || is_met (work, criterion) ||
        is_told (work, criterion) || was_asked (work, criterion->question) ||
        !ante_draft_say (work, criterion->question))
      continue;
    ante_draft_note (work, "criterion", criterion->id);
    return TRUE;
  }
  return FALSE;
}

gboolean
ante_draft_is_qualified (const AnteDraftWork *work)
{
  gboolean any = FALSE;

  for (guint i = 0; i < work->asked->plan->criteria->len; i++) {
    const AntePlanCriterion *criterion = work->asked->plan->criteria->pdata[i];

    any = any || criterion->must_have;
    if (criterion->must_have && !is_met (work, criterion))
      return FALSE;
  }
  return any && work->memory->disqualifier == NULL;
}

/* --- the call ------------------------------------------------------------------------------- */

static const char *
find_link (const AnteDraftWork *work)
{
  const AnteDraftCase *asked = work->asked;

  if (asked->lead->booking_link != NULL && *asked->lead->booking_link != '\0')
    return asked->lead->booking_link;
  if (asked->plan->booking_link != NULL && *asked->plan->booking_link != '\0')
    return asked->plan->booking_link;
  return asked->booking_link;
}

gboolean
ante_draft_booking (AnteDraftWork *work)
{
  const char *text = work->asked->plan->booking_text;

  if (find_link (work) == NULL || *find_link (work) == '\0')
    return FALSE;
  if (!ante_draft_say (work, text != NULL ? text : "{booking_link}"))
    return FALSE;
  ante_draft_note (work, "booking", "link");
  work->invites = TRUE;
  return TRUE;
}

/* --- the price ------------------------------------------------------------------------------ */

static int
day_of (gint64 now)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (now / 1000);

  return g_date_time_get_year (when) * 10000 + g_date_time_get_month (when) * 100 +
         g_date_time_get_day_of_month (when);
}

static gboolean
is_named (const AnteDraftWork *work, const AnteOffer *offer)
{
  for (guint i = work->first; i < work->talk->lines->len; i++) {
    g_auto (GStrv) tokens =
      g_str_tokenize_and_fold (ante_talk_line (work->talk, i)->text, NULL, NULL);

    if (holds_words (tokens, offer->name))
      return TRUE;
    for (guint k = 0; offer->aliases[k] != NULL; k++) {
      if (holds_words (tokens, offer->aliases[k]))
        return TRUE;
    }
  }
  return FALSE;
}

const AnteOffer *
ante_draft_find_offer (const AnteDraftWork *work, gboolean *named)
{
  const GPtrArray *offers = work->asked->plan->profile->offers;
  const AnteOffer *only = NULL;
  guint n = 0;

  *named = FALSE;
  for (guint i = 0; i < offers->len; i++) {
    const AnteOffer *offer = offers->pdata[i];

    if (!ante_offer_is_valid (offer, day_of (work->asked->now)))
      continue;
    if (is_named (work, offer)) {
      *named = TRUE;
      return offer;
    }
    only = offer;
    n++;
  }
  return n == 1 ? only : NULL;
}

static char *
tell_amount (const AntePrice *price)
{
  static const struct {
    const char *code;
    const char *sign;
  } signs[] = { { "EUR", "€" }, { "USD", "$" }, { "GBP", "£" } };
  g_autofree char *number = price->minor % 100 == 0
                              ? g_strdup_printf ("%" G_GINT64_FORMAT, price->minor / 100)
                              : g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", price->minor / 100,
                                                 (int) (price->minor % 100));

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    if (g_strcmp0 (price->currency, signs[i].code) == 0)
      return i == 0 ? g_strdup_printf ("%s %s", number, signs[i].sign)
                    : g_strdup_printf ("%s%s", signs[i].sign, number);
  }
  return g_strdup_printf ("%s %s", number, price->currency);
}

static char *
tell_price (const AnteOffer *offer)
{
  GString *told = g_string_new (offer->name);

  for (guint i = 0; i < offer->prices->len; i++) {
    const AntePrice *price = offer->prices->pdata[i];
    g_autofree char *amount = tell_amount (price);

    g_string_append (told, i == 0 ? " is " : i + 1 == offer->prices->len ? ", or " : ", ");
    if (price->count == 1)
      g_string_append (told, amount);
    else if (g_strcmp0 (price->period, "month") == 0)
      g_string_append_printf (told, "%u monthly payments of %s", price->count, amount);
    else
      g_string_append_printf (told, "%u payments of %s", price->count, amount);
  }
  g_string_append_c (told, '.');
  return g_string_free (told, FALSE);
}

static gboolean
may_tell_price (const AnteDraftWork *work)
{
  switch (work->asked->plan->profile->disclosure) {
  case ANTE_DISCLOSE_ALLOWED:
    return TRUE;
  case ANTE_DISCLOSE_AFTER_QUALIFIED:
    return work->asked->stage == ANTE_STAGE_QUALIFIED || work->asked->stage == ANTE_STAGE_BOOKED;
  default:
    return FALSE;
  }
}

/* The price in the offer's own words; a saved reply where it is not told yet, or nowhere. */
gboolean
ante_draft_price (AnteDraftWork *work)
{
  gboolean named = FALSE;
  const AnteOffer *offer = ante_draft_find_offer (work, &named);
  g_autofree char *told = NULL;

  if (!may_tell_price (work))
    return ante_draft_saved_reply (work, FALSE) || ante_draft_question (work);
  if (offer == NULL || offer->prices->len == 0 || offer->example)
    return FALSE;
  told = offer->price_words != NULL ? g_strdup (offer->price_words) : tell_price (offer);
  if (!ante_draft_say (work, told))
    return FALSE;
  ante_draft_note (work, "offer", offer->id != NULL ? offer->id : offer->name);
  return TRUE;
}

gboolean
ante_draft_disclosure (AnteDraftWork *work)
{
  const char *line = ante_plan_find_disclosure (work->asked->plan, work->asked->region);

  if (line == NULL || !ante_draft_say (work, line))
    return FALSE;
  ante_draft_note (work, "disclosure", work->asked->region != NULL ? work->asked->region : "*");
  return TRUE;
}

/* --- filling -------------------------------------------------------------------------------- */

void
ante_draft_note (AnteDraftWork *work, const char *what, const char *id)
{
  g_autofree char *before = work->drafted->basis;

  work->drafted->basis = g_strdup_printf ("%s%s%s %s", before != NULL ? before : "",
                                          before != NULL && *before != '\0' ? "\n" : "", what, id);
}

gboolean
ante_draft_say (AnteDraftWork *work, const char *text)
{
  const AnteDraftCase *asked = work->asked;
  g_autofree char *first_name = ante_saved_reply_first_name (asked->lead->name);
  AnteReplyWords words = { first_name, asked->lead->handle, find_link (work),
                           asked->my_name != NULL ? asked->my_name
                                                  : asked->plan->profile->coach_name };
  g_autofree char *filled = ante_saved_reply_fill (text, &words);
  const char *start = NULL;
  const char *end = NULL;

  if (*g_strstrip (filled) == '\0' || ante_saved_reply_find_gap (filled, &start, &end))
    return FALSE;
  g_free (work->drafted->text);
  work->drafted->text = g_steal_pointer (&filled);
  if (strstr (text, "{first_name") != NULL && first_name != NULL && *first_name != '\0')
    ante_draft_note (work, "memory", "first-name");
  if (strstr (text, "{booking_link}") != NULL && asked->lead->booking_link != NULL)
    ante_draft_note (work, "memory", "booking-link");
  return TRUE;
}
