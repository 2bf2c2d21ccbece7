#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/draft/ante-drafter-work.h"

#include <string.h>

#include "model/ante-party.h"
#include "rules/ante-judge.h"
#include "rules/draft/ante-intent.h"

/* What nobody doubts: the lead's signs alone are of interest. */
#define NEUTRAL "Hello."

static const char *const silence_nicks[] = { "none",     "nothing",  "no-reply-needed",
                                             "judgment", "no-words", "off" };

const char *
ante_silence_to_nick (AnteSilence silence)
{
  g_return_val_if_fail ((guint) silence < G_N_ELEMENTS (silence_nicks), silence_nicks[0]);
  return silence_nicks[silence];
}

void
ante_drafted_free (AnteDrafted *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->basis);
  g_free (self->why);
  g_free (self->offer);
  g_free (self->review);
  g_free (self);
}

void
ante_draft_be_silent (AnteDraftWork *work, AnteSilence silence, const char *why)
{
  work->drafted->silence = silence;
  g_free (work->drafted->why);
  work->drafted->why = g_strdup (why);
  g_clear_pointer (&work->drafted->text, g_free);
}

/* --- the conversation ----------------------------------------------------------------------- */

static const char *
name_kind (AnteMessageKind kind)
{
  switch (kind) {
  case ANTE_MESSAGE_IMAGE:
    return "a picture";
  case ANTE_MESSAGE_VIDEO:
    return "a video";
  case ANTE_MESSAGE_VOICE:
    return "a voice message";
  case ANTE_MESSAGE_FILE:
    return "a file";
  case ANTE_MESSAGE_UNSUPPORTED:
    return "something that cannot be shown";
  default:
    return NULL;
  }
}

static gboolean
is_from_lead (AnteMessage *message)
{
  return g_strcmp0 (message->author, ANTE_PARTY_LEAD) == 0;
}

/* FALSE where nothing of theirs stands after our last message. */
static gboolean
read_talk (AnteDraftWork *work)
{
  GPtrArray *messages = work->asked->messages;
  guint begin = messages->len;

  while (begin > 0 && is_from_lead (messages->pdata[begin - 1]))
    begin--;
  if (begin == messages->len)
    return FALSE;
  for (guint i = 0; i < messages->len; i++) {
    AnteMessage *message = messages->pdata[i];

    if (i == begin)
      work->first = work->talk->lines->len;
    if (i >= begin && work->unread == NULL)
      work->unread = name_kind (message->kind);
    work->has_answered = work->has_answered || !is_from_lead (message);
    if (message->text != NULL && *message->text != '\0')
      ante_talk_add (work->talk, is_from_lead (message), message->text);
  }
  {
    AnteMessage *last = messages->pdata[messages->len - 1];

    work->drafted->burst_at = last->at;
    work->drafted->message_id = last->id;
  }
  ante_talk_find_tongues (work->talk);
  return TRUE;
}

static void
read_memory (AnteDraftWork *work)
{
  static const char *const origins[] = { NULL, "story_reply", "reel_comment", "dm_ad", "keyword",
                                         NULL, NULL,          NULL,           NULL,    NULL };
  AnteMemoryOrigin origin = { origins[work->asked->lead->source], NULL };
  g_autoptr (AnteCriteriaSet) criteria = ante_plan_build_criteria (work->asked->plan);
  const AntePlan *plan = work->asked->plan;

  /* Those that only help are asked for, too. */
  for (guint i = 0; i < plan->criteria->len; i++) {
    const AntePlanCriterion *criterion = plan->criteria->pdata[i];
    AnteCriterion *copy = NULL;

    if (criterion->must_have)
      continue;
    copy = ante_criterion_new (criterion->id, criterion->rule, FALSE);
    copy->field = criterion->criterion->field;
    copy->low = criterion->criterion->low;
    copy->high = criterion->criterion->high;
    g_ptr_array_add (criteria->required, copy);
  }
  work->memory = ante_memory_read (work->talk, &origin, criteria);
}

/* --- what a person has to see --------------------------------------------------------------- */

static char **
list_lead_texts (const AnteDraftWork *work, guint *n_burst)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  guint from = work->talk->lines->len > 40 ? work->talk->lines->len - 40 : 0;
  char **texts = NULL;

  *n_burst = 0;
  for (guint i = from; i < work->talk->lines->len; i++) {
    const AnteLine *line = ante_talk_line (work->talk, i);

    if (!line->from_lead)
      continue;
    g_strv_builder_add (builder, line->text);
    *n_burst += i >= work->first ? 1 : 0;
  }
  texts = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return texts;
}

/* (transfer full): by the guard's own eyes, as it will look at the draft. */
static AnteJudgement *
judge_signs (const AnteDraftWork *work, const char *const *texts, guint n_burst)
{
  AnteJudgeCase judged = {
    .send = { .lead = work->asked->lead, .author = ANTE_PARTY_AI, .now = work->asked->now },
    .text = NEUTRAL,
    .plan = work->asked->plan,
    .lead_messages = texts,
    .n_burst = n_burst,
    .stage = work->asked->stage,
  };

  return ante_judge (&judged);
}

static AnteIntent
intent_of_sign (const char *category)
{
  static const char *const complaints[] = { "angry_lead", "refund_request", "legal_threat", NULL };

  return g_strv_contains (complaints, category) ? ANTE_INTENT_COMPLAINT : ANTE_INTENT_JUDGMENT;
}

/* The gravest of the lead's signs; NULL for none. */
static const AnteGuardFinding *
find_sign (const AnteGuardResult *guard)
{
  static const char *const order[] = { "crisis", "minor", "eating_disorder", "medical_red_flag",
                                       "opt_out" };
  const AnteGuardFinding *found = NULL;

  for (guint i = 0; i < guard->findings->len; i++) {
    const AnteGuardFinding *finding = guard->findings->pdata[i];

    if (finding->source != ANTE_GUARD_LEAD && !g_str_equal (finding->category, "existing_client"))
      continue;
    for (guint k = 0; k < G_N_ELEMENTS (order); k++) {
      if (g_str_equal (finding->category, order[k]))
        return finding;
    }
    if (found == NULL)
      found = finding;
  }
  return found;
}

/* TRUE where a person has to see it, and the machine says nothing (but what it is, when asked). */
static gboolean
call_person (AnteDraftWork *work)
{
  guint n_burst = 0;
  g_auto (GStrv) texts = list_lead_texts (work, &n_burst);
  g_autoptr (AnteJudgement) signs = judge_signs (work, (const char *const *) texts, n_burst);
  const AnteGuardFinding *sign = find_sign (signs->guard);
  const AntePlanTrigger *trigger = NULL;
  guint n = g_strv_length (texts);

  if (sign != NULL) {
    work->drafted->intent = intent_of_sign (sign->category);
    work->drafted->confidence = 1;
    if (g_str_equal (sign->category, "opt_out")) {
      ante_draft_be_silent (work, ANTE_SILENCE_NO_REPLY_NEEDED, "They asked not to be written to");
    } else if (g_str_equal (sign->category, "bot_question") && ante_draft_disclosure (work)) {
      work->drafted->intent = ANTE_INTENT_QUESTION;
      work->drafted->is_fixed = TRUE;
      work->drafted->why = g_strdup ("They ask whether this is automated");
    } else {
      g_autofree char *why =
        g_strdup_printf ("%s (%s)", ante_judge_describe (sign->category), sign->category);

      ante_draft_be_silent (work, ANTE_SILENCE_JUDGMENT, why);
    }
    return TRUE;
  }
  trigger =
    ante_plan_find_trigger (work->asked->plan, work->drafted->intent, work->asked->lead->handle,
                            (const char *const *) texts + (n - n_burst));
  if (trigger != NULL) {
    g_autofree char *why = g_strdup_printf (
      "%s (trigger %s)", trigger->why != NULL ? trigger->why : "It is for you", trigger->id);

    ante_draft_be_silent (work, ANTE_SILENCE_JUDGMENT, why);
    return TRUE;
  }
  return FALSE;
}

/* Nothing in the playbook says it. Whether the coach is called for that, the playbook decides. */
static void
find_no_words (AnteDraftWork *work, const char *why)
{
  const AntePlan *plan = work->asked->plan;

  work->drafted->lacks_words = TRUE;
  for (guint i = 0; i < plan->triggers->len; i++) {
    const AntePlanTrigger *trigger = plan->triggers->pdata[i];

    if (trigger->kind == ANTE_TRIGGER_LOW_CONFIDENCE && trigger->confidence >= 0.5 &&
        (work->drafted->intent == ANTE_INTENT_QUESTION ||
         work->drafted->confidence < trigger->confidence)) {
      g_autofree char *told = g_strdup_printf ("%s (trigger %s)", why, trigger->id);

      ante_draft_be_silent (work, ANTE_SILENCE_JUDGMENT, told);
      return;
    }
  }
  ante_draft_be_silent (work, ANTE_SILENCE_NO_WORDS, why);
}

/* --- words ---------------------------------------------------------------------------------- */

static gboolean
is_first_reply (const AnteDraftWork *work)
{
  return !work->has_answered;
}

/* On with what is not known yet; and where all is known, to the call. */
static gboolean
go_on (AnteDraftWork *work)
{
  if (ante_draft_is_qualified (work))
    return ante_draft_booking (work);
  return ante_draft_question (work);
}

static gboolean
find_words (AnteDraftWork *work)
{
  switch (work->drafted->intent) {
  case ANTE_INTENT_PRICE:
    return ante_draft_price (work);
  case ANTE_INTENT_BOOKING:
    return ante_draft_booking (work);
  case ANTE_INTENT_OBJECTION:
    return ante_draft_saved_reply (work, FALSE);
  case ANTE_INTENT_QUESTION:
    return ante_draft_saved_reply (work, TRUE) || ante_draft_saved_reply (work, FALSE);
  case ANTE_INTENT_INFO:
    return (is_first_reply (work) && ante_draft_opener (work)) ||
           ante_draft_saved_reply (work, FALSE) || go_on (work);
  case ANTE_INTENT_GREETING:
    return is_first_reply (work) ? ante_draft_opener (work) : go_on (work);
  default:
    return (is_first_reply (work) && ante_draft_opener (work)) ||
           ante_draft_saved_reply (work, TRUE) || go_on (work);
  }
}

static const char *
describe_lack (AnteIntent intent)
{
  switch (intent) {
  case ANTE_INTENT_PRICE:
    return "They ask for a price, and the playbook does not say which";
  case ANTE_INTENT_BOOKING:
    return "They want to book, and there is no link";
  case ANTE_INTENT_OBJECTION:
    return "No saved reply answers what stands in their way";
  case ANTE_INTENT_QUESTION:
    return "Nothing in the playbook answers their question";
  default:
    return "There is nothing left to ask them";
  }
}

/* A reaction to a story, a sticker, a heart. */
static gboolean
has_no_words (const AnteDraftWork *work)
{
  return work->first >= work->talk->lines->len;
}

static void
make (AnteDraftWork *work)
{
  AnteIntentReading reading = { ANTE_INTENT_THANKS, 1 };
  gboolean named = FALSE;
  const AnteOffer *offer = NULL;
  g_autofree char *seen = NULL;

  if (!has_no_words (work))
    reading = ante_intent_read (work->talk, work->first, work->memory);
  work->drafted->intent = reading.intent;
  work->drafted->confidence = reading.confidence;
  offer = ante_draft_find_offer (work, &named);
  if (offer != NULL && offer->id != NULL && named)
    work->drafted->offer = g_strdup (offer->id);
  if (call_person (work))
    return;
  if (work->unread != NULL) {
    seen = g_strdup_printf ("They sent %s, which a person has to look at", work->unread);
    ante_draft_be_silent (work, ANTE_SILENCE_NO_WORDS, seen);
  } else if (has_no_words (work) && work->has_answered) {
    ante_draft_be_silent (work, ANTE_SILENCE_NO_REPLY_NEEDED, "There are no words in it");
  } else if (reading.intent == ANTE_INTENT_THANKS && work->has_answered) {
    ante_draft_be_silent (work, ANTE_SILENCE_NO_REPLY_NEEDED, "No reply is needed");
  } else if (work->memory->disqualifier != NULL) {
    seen = g_strdup_printf ("They may not fit (%s)", work->memory->disqualifier);
    ante_draft_be_silent (work, ANTE_SILENCE_JUDGMENT, seen);
  } else if (!find_words (work)) {
    find_no_words (work, describe_lack (reading.intent));
  }
}

/* What the playbook lets the machine do with it; where that is nothing, there is no draft. */
static void
permit (AnteDraftWork *work)
{
  AnteDrafted *drafted = work->drafted;
  AntePlanCase which = { drafted->intent, work->asked->lead->source, work->asked->stage,
                         drafted->offer,  work->asked->lead->handle, is_first_reply (work) };
  const AntePlanReview *review = NULL;
  g_autofree char *why = NULL;

  drafted->autonomy = ante_plan_get_autonomy (work->asked->plan, &which, &why);
  if (work->invites && which.intent != ANTE_INTENT_BOOKING) {
    g_autofree char *booking = NULL;
    AnteAutonomy most = ANTE_AUTONOMY_OFF;

    which.intent = ANTE_INTENT_BOOKING;
    most = ante_plan_get_autonomy (work->asked->plan, &which, &booking);
    which.intent = drafted->intent;
    if (most < drafted->autonomy) {
      drafted->autonomy = most;
      g_free (why);
      why = g_steal_pointer (&booking);
    }
  }
  if (drafted->silence != ANTE_SILENCE_NONE)
    return;
  if (drafted->autonomy == ANTE_AUTONOMY_OFF) {
    ante_draft_be_silent (work, ANTE_SILENCE_OFF, why);
    return;
  }
  review = ante_plan_find_review (work->asked->plan, &which);
  if (review != NULL) {
    drafted->review = g_strdup (review->id);
    drafted->autonomy = ANTE_AUTONOMY_DRAFT;
  }
  if (drafted->why == NULL)
    drafted->why =
      review != NULL && review->why != NULL ? g_strdup (review->why) : g_steal_pointer (&why);
}

/**
 * ante_draft_make:
 *
 * The embedded engine: what the lead's last messages are after, and what the playbook says to that.
 * It invents nothing; where the playbook has no words it says so, and where a person has to decide
 * it says why. Pure: the same case gives the same draft.
 *
 * Returns: (transfer full): a draft, or why there is none
 */
AnteDrafted *
ante_draft_make (const AnteDraftCase *asked)
{
  AnteDrafted *drafted = g_new0 (AnteDrafted, 1);
  g_autoptr (AnteTalk) talk = ante_talk_new ();
  AnteDraftWork work = { .asked = asked, .drafted = drafted, .talk = talk };

  if (!read_talk (&work)) {
    ante_draft_be_silent (&work, ANTE_SILENCE_NOTHING, "They have not written since");
    return drafted;
  }
  read_memory (&work);
  make (&work);
  permit (&work);
  if (drafted->basis == NULL)
    drafted->basis = g_strdup ("");
  ante_memory_free (work.memory);
  return drafted;
}
