#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/playbook/ante-plan-json.h"

#include "rules/ante-saved-reply.h"
#include "rules/ante-zone.h"

#include <string.h>

/* Which words a source, an intent and a stage are called by is said in one place. */
static int
read_source (AntePlaybookReader *reader, JsonObject *object, const char *name)
{
  g_autofree char *text = ante_playbook_read_text (reader, object, name, FALSE);
  AnteSourceKind kind = ANTE_SOURCE_UNKNOWN;

  if (text == NULL)
    return -1;
  if (!ante_source_kind_from_nick (text, &kind)) {
    ante_playbook_reader_fail (reader, name,
                               "is no source such as story-reply, comment, dm-ad, keyword, "
                               "outbound, referral, reactivation, email, organic");
    return -1;
  }
  return (int) kind;
}

static int
read_intent (AntePlaybookReader *reader, JsonObject *object, const char *name, gboolean needed)
{
  return ante_playbook_read_word (reader, object, name, needed, ante_intent_nicks, -1);
}

static char *
read_stage (AntePlaybookReader *reader, JsonObject *object, const char *name, gboolean needed)
{
  g_autofree char *text = ante_playbook_read_text (reader, object, name, needed);
  AnteStageRole role = ANTE_STAGE_ACTIVE;

  if (text != NULL && !ante_stage_role_from_nick (text, &role)) {
    ante_playbook_reader_fail (reader, name,
                               "is no stage such as new-inbound, active, qualifying, coach-review, "
                               "qualified, booked, no-show-risk, nurture, not-a-fit, client");
    return NULL;
  }
  return g_steal_pointer (&text);
}

static char *
read_handle (AntePlaybookReader *reader, JsonObject *object, const char *name)
{
  char *text = ante_playbook_read_text (reader, object, name, FALSE);

  if (text != NULL && *text == '@')
    memmove (text, text + 1, strlen (text));
  return text;
}

static void
read_scope (AntePlaybookReader *reader, JsonObject *object, AntePlanScope *scope)
{
  scope->intent = read_intent (reader, object, "intent", FALSE);
  scope->source = read_source (reader, object, "source");
  scope->stage = read_stage (reader, object, "stage", FALSE);
  scope->offer = ante_playbook_read_text (reader, object, "offer", FALSE);
  scope->person = read_handle (reader, object, "person");
}

static char *
read_id (AntePlaybookReader *reader, JsonObject *object)
{
  g_autofree char *id = ante_playbook_read_text (reader, object, "id", TRUE);

  if (id != NULL && (*id == '\0' || strlen (id) > 60 || strpbrk (id, " \t\n") != NULL)) {
    ante_playbook_reader_fail (reader, "id", "is no short name without spaces");
    return NULL;
  }
  return g_steal_pointer (&id);
}

/* --- what is asked ------------------------------------------------------------------------- */

static void
read_comparison (AntePlaybookReader *reader, JsonObject *item, AnteCriterion *criterion)
{
  g_autofree char *field = ante_playbook_read_text (reader, item, "field", FALSE);
  g_autofree char *comparison = ante_playbook_read_text (reader, item, "comparison", FALSE);
  double value = 0;

  if (field == NULL) {
    if (comparison != NULL)
      ante_playbook_reader_fail (reader, "field", "is missing; \"comparison\" needs it");
    return;
  }
  ante_playbook_read_number (reader, item, "value", comparison != NULL, &value);
  if (!ante_criterion_set (criterion, field, comparison, value))
    ante_playbook_reader_fail (reader, "field",
                               "is no field, or the comparison is none of at-least, at-most, "
                               "above, below");
}

typedef struct {
  GPtrArray *list;
  gboolean against;
} Criteria;

static void
read_criterion (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  const Criteria *criteria = data;
  AntePlanCriterion *criterion = ante_plan_criterion_new ();

  g_ptr_array_add (criteria->list, criterion);
  criterion->id = read_id (reader, item);
  criterion->rule = ante_playbook_read_text (reader, item, "rule", TRUE);
  criterion->question = ante_playbook_read_text (reader, item, "question", FALSE);
  criterion->must_have = ante_playbook_read_boolean (reader, item, "must_have", TRUE);
  criterion->weight = 1;
  ante_playbook_read_number (reader, item, "weight", FALSE, &criterion->weight);
  if (criterion->id == NULL || criterion->rule == NULL)
    return;
  criterion->criterion = ante_criterion_new (criterion->id, criterion->rule, criteria->against);
  read_comparison (reader, item, criterion->criterion);
}

static void
read_qualification (AntePlaybookReader *reader, JsonObject *object, AntePlan *plan)
{
  JsonObject *part = ante_playbook_read_object (reader, object, "qualification");
  Criteria wanted = { plan->criteria, FALSE };
  Criteria against = { plan->disqualifiers, TRUE };
  gsize before = 0;

  if (part == NULL)
    return;
  before = ante_playbook_reader_enter (reader, "qualification");
  ante_playbook_read_items (reader, part, "criteria", read_criterion, &wanted);
  ante_playbook_read_items (reader, part, "disqualifiers", read_criterion, &against);
  ante_playbook_reader_leave (reader, before);
}

/* --- what brings a person ------------------------------------------------------------------ */

static void
read_trigger (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  static const char *const kinds[] = { "words",   "intent",         "person",
                                       "silence", "low_confidence", NULL };
  GPtrArray *triggers = data;
  AntePlanTrigger *trigger = ante_plan_trigger_new ();
  int intent = -1;

  g_ptr_array_add (triggers, trigger);
  trigger->id = read_id (reader, item);
  trigger->kind = (AnteTriggerKind) ante_playbook_read_word (reader, item, "when", TRUE, kinds, 0);
  g_strfreev (trigger->words);
  g_strfreev (trigger->people);
  trigger->words = ante_playbook_read_texts (reader, item, "words");
  trigger->people = ante_playbook_read_texts (reader, item, "people");
  trigger->why = ante_playbook_read_text (reader, item, "why", FALSE);
  intent = read_intent (reader, item, "intent", trigger->kind == ANTE_TRIGGER_INTENT);
  trigger->intent = intent >= 0 ? (AnteIntent) intent : ANTE_INTENT_JUDGMENT;
  ante_playbook_read_number (reader, item, "hours", trigger->kind == ANTE_TRIGGER_SILENCE,
                             &trigger->hours);
  ante_playbook_read_number (reader, item, "confidence",
                             trigger->kind == ANTE_TRIGGER_LOW_CONFIDENCE, &trigger->confidence);
  if (trigger->kind == ANTE_TRIGGER_WORDS && trigger->words[0] == NULL)
    ante_playbook_reader_fail (reader, "words", "is missing or empty; it lists words to listen to");
  if (trigger->kind == ANTE_TRIGGER_PERSON && trigger->people[0] == NULL)
    ante_playbook_reader_fail (reader, "people", "is missing or empty; it lists handles");
  if (trigger->confidence > 1)
    ante_playbook_reader_fail (reader, "confidence", "is more than 1");
}

static void
read_review (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  GPtrArray *reviews = data;
  AntePlanReview *review = ante_plan_review_new ();

  g_ptr_array_add (reviews, review);
  review->id = read_id (reader, item);
  read_scope (reader, item, &review->scope);
  review->first_reply = ante_playbook_read_boolean (reader, item, "first_reply", FALSE);
  review->why = ante_playbook_read_text (reader, item, "why", FALSE);
}

/* --- following up -------------------------------------------------------------------------- */

static void
read_step (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  static const char *const leaders[] = { "ai", "setter", "coach", NULL };
  GPtrArray *steps = data;
  AntePlanStep *step = ante_plan_step_new ();
  double days = 0;
  gboolean in_days = FALSE;
  gboolean in_hours = FALSE;

  g_ptr_array_add (steps, step);
  in_days = ante_playbook_read_number (reader, item, "after_days", FALSE, &days);
  in_hours = ante_playbook_read_number (reader, item, "after_hours", FALSE, &step->hours);
  if (in_days)
    step->hours = days * 24;
  if (!in_days && !in_hours)
    ante_playbook_reader_fail (reader, "after_days", "is missing; or say after_hours");
  step->led_by =
    g_strdup (leaders[ante_playbook_read_word (reader, item, "led_by", TRUE, leaders, 2)]);
  step->reason = ante_playbook_read_text (reader, item, "reason", TRUE);
  step->text = ante_playbook_read_text (reader, item, "text", FALSE);
}

static void
read_sequence (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  GPtrArray *sequences = data;
  AntePlanSequence *sequence = ante_plan_sequence_new ();

  g_ptr_array_add (sequences, sequence);
  sequence->stage = read_stage (reader, item, "stage", TRUE);
  ante_playbook_read_items (reader, item, "steps", read_step, sequence->steps);
}

/* --- what is allowed ----------------------------------------------------------------------- */

static void
read_narrowing (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  static const char *const words[] = { "off", "draft", NULL };
  GPtrArray *narrowings = data;
  AntePlanNarrowing *narrowing = ante_plan_narrowing_new ();

  g_ptr_array_add (narrowings, narrowing);
  read_scope (reader, item, &narrowing->scope);
  narrowing->at_most = (AnteAutonomy) ante_playbook_read_word (reader, item, "at_most", TRUE, words,
                                                               ANTE_AUTONOMY_OFF);
  narrowing->why = ante_playbook_read_text (reader, item, "why", FALSE);
}

static void
read_permissions (AntePlaybookReader *reader, JsonObject *object, AntePlan *plan)
{
  JsonObject *part = ante_playbook_read_object (reader, object, "permissions");
  JsonObject *intents = NULL;
  AnteAutonomy usual = ANTE_AUTONOMY_DRAFT;
  g_autoptr (GList) names = NULL;
  gsize outer = 0;
  gsize before = 0;

  if (part == NULL)
    return;
  outer = ante_playbook_reader_enter (reader, "permissions");
  usual = (AnteAutonomy) ante_playbook_read_word (reader, part, "otherwise", FALSE,
                                                  ante_autonomy_nicks, ANTE_AUTONOMY_DRAFT);
  for (guint i = 0; i < ANTE_N_INTENTS; i++)
    plan->permissions[i] = usual;
  intents = ante_playbook_read_object (reader, part, "intents");
  before = ante_playbook_reader_enter (reader, "intents");
  names = intents != NULL ? json_object_get_members (intents) : NULL;
  for (GList *l = names; l != NULL; l = l->next) {
    AnteIntent intent = ANTE_INTENT_JUDGMENT;

    if (ante_intent_from_nick (l->data, &intent))
      plan->permissions[intent] = (AnteAutonomy) ante_playbook_read_word (
        reader, intents, l->data, FALSE, ante_autonomy_nicks, ANTE_AUTONOMY_OFF);
    else
      ante_playbook_reader_fail (reader, l->data,
                                 "is no intent such as greeting, info, price, question, objection, "
                                 "booking, answer, thanks, follow-up, complaint, judgment");
  }
  ante_playbook_reader_leave (reader, before);
  ante_playbook_read_items (reader, part, "narrow", read_narrowing, plan->narrowings);
  ante_playbook_reader_leave (reader, outer);
}

static void
read_caps (AntePlaybookReader *reader, JsonObject *object, AntePlan *plan)
{
  JsonObject *part = ante_playbook_read_object (reader, object, "caps");
  gsize before = 0;

  if (part == NULL)
    return;
  before = ante_playbook_reader_enter (reader, "caps");
  plan->in_a_row =
    ante_playbook_read_count (reader, part, "automatic_in_a_row", FALSE, plan->in_a_row);
  plan->a_day = ante_playbook_read_count (reader, part, "automatic_per_day", FALSE, plan->a_day);
  plan->hold_minutes =
    ante_playbook_read_count (reader, part, "hold_minutes", FALSE, plan->hold_minutes);
  plan->wait_seconds =
    ante_playbook_read_count (reader, part, "wait_seconds", FALSE, plan->wait_seconds);
  if (plan->hold_minutes < 1 || plan->hold_minutes > 60)
    ante_playbook_reader_fail (reader, "hold_minutes", "is not between 1 and 60");
  if (plan->wait_seconds < 5 || plan->wait_seconds > 3600)
    ante_playbook_reader_fail (reader, "wait_seconds", "is not between 5 and 3600");
  ante_playbook_reader_leave (reader, before);
}

/* "21:30" as minutes of the day; -1 with a problem. */
static int
read_clock (AntePlaybookReader *reader, JsonObject *object, const char *name)
{
  g_autofree char *text = ante_playbook_read_text (reader, object, name, TRUE);
  guint hour = 0;
  guint minute = 0;

  if (text == NULL)
    return -1;
  if (strlen (text) == 5 && text[2] == ':' && g_ascii_isdigit (text[0]) &&
      g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[3]) && g_ascii_isdigit (text[4])) {
    hour = (guint) ((text[0] - '0') * 10 + text[1] - '0');
    minute = (guint) ((text[3] - '0') * 10 + text[4] - '0');
    if (hour < 24 && minute < 60)
      return (int) (hour * 60 + minute);
  }
  ante_playbook_reader_fail (reader, name, "is no time of the day such as 21:30");
  return -1;
}

static void
read_quiet (AntePlaybookReader *reader, JsonObject *object, AntePlan *plan)
{
  JsonObject *part = ante_playbook_read_object (reader, object, "quiet_hours");
  gsize before = 0;

  if (part == NULL)
    return;
  before = ante_playbook_reader_enter (reader, "quiet_hours");
  plan->quiet_from = read_clock (reader, part, "from");
  plan->quiet_until = read_clock (reader, part, "until");
  plan->quiet_zone = ante_playbook_read_text (reader, part, "zone", FALSE);
  if (plan->quiet_zone != NULL && !g_str_equal (plan->quiet_zone, "lead")) {
    g_autoptr (GTimeZone) zone = ante_zone_find (plan->quiet_zone);

    if (zone == NULL)
      ante_playbook_reader_fail (reader, "zone",
                                 "is no time zone such as Europe/Vienna, and not "
                                 "\"lead\"");
  }
  ante_playbook_reader_leave (reader, before);
}

/* --- what is said -------------------------------------------------------------------------- */

static void
read_disclosure (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  GPtrArray *disclosures = data;
  AntePlanDisclosure *disclosure = ante_plan_disclosure_new ();

  g_ptr_array_add (disclosures, disclosure);
  disclosure->region = ante_playbook_read_text (reader, item, "region", TRUE);
  disclosure->text = ante_playbook_read_text (reader, item, "text", TRUE);
}

static AntePlanReply *
read_words (AntePlaybookReader *reader, JsonObject *item)
{
  AntePlanReply *reply = ante_plan_reply_new ();

  reply->id = read_id (reader, item);
  reply->name = ante_playbook_read_text (reader, item, "name", FALSE);
  reply->source = read_source (reader, item, "source");
  reply->text = ante_playbook_read_text (reader, item, "text", TRUE);
  if (reply->text != NULL && *reply->text == '\0')
    ante_playbook_reader_fail (reader, "text", "is empty");
  return reply;
}

static void
read_opener (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  GPtrArray *openers = data;
  AntePlanReply *reply = read_words (reader, item);

  g_ptr_array_add (openers, reply);
  reply->words = g_new0 (char *, 1);
}

static void
read_reply (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  GPtrArray *replies = data;
  AntePlanReply *reply = read_words (reader, item);

  g_ptr_array_add (replies, reply);
  reply->intent = read_intent (reader, item, "intent", FALSE);
  reply->offer = ante_playbook_read_text (reader, item, "offer", FALSE);
  reply->words = ante_playbook_read_texts (reader, item, "words");
  if (reply->intent < 0 && reply->words[0] == NULL)
    ante_playbook_reader_fail (reader, "intent",
                               "is missing; a saved reply needs an intent, or words to listen to");
}

static void
read_voice (AntePlaybookReader *reader, JsonObject *object, AntePlan *plan)
{
  JsonObject *part = ante_playbook_read_object (reader, object, "voice");
  gsize before = 0;

  if (part == NULL)
    return;
  before = ante_playbook_reader_enter (reader, "voice");
  plan->greeting = ante_playbook_read_text (reader, part, "greeting", FALSE);
  g_strfreev (plan->phrases);
  plan->phrases = ante_playbook_read_texts (reader, part, "phrases");
  ante_playbook_reader_leave (reader, before);
}

static void
read_booking (AntePlaybookReader *reader, JsonObject *object, AntePlan *plan)
{
  JsonObject *part = ante_playbook_read_object (reader, object, "booking");
  gsize before = 0;

  if (part == NULL)
    return;
  before = ante_playbook_reader_enter (reader, "booking");
  plan->booking_link = ante_playbook_read_text (reader, part, "link", FALSE);
  plan->booking_text = ante_playbook_read_text (reader, part, "text", FALSE);
  ante_playbook_reader_leave (reader, before);
}

static void
read_reviewed (AntePlaybookReader *reader, JsonObject *object, AntePlan *plan)
{
  JsonObject *part = ante_playbook_read_object (reader, object, "last_reviewed");
  gsize before = 0;

  if (part != NULL) {
    before = ante_playbook_reader_enter (reader, "last_reviewed");
    for (guint i = 0; ante_plan_sections[i] != NULL; i++) {
      int day = ante_playbook_read_day (reader, part, ante_plan_sections[i]);

      if (day != 0)
        g_hash_table_insert (plan->reviewed, g_strdup (ante_plan_sections[i]),
                             GINT_TO_POINTER (day));
    }
    ante_playbook_reader_leave (reader, before);
  }
  plan->review_days =
    ante_playbook_read_count (reader, object, "review_after_days", FALSE, plan->review_days);
}

/* An id names one thing. */
static void
check_ids (AntePlaybookReader *reader, const char *list, GPtrArray *items, gsize offset)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++) {
    const char *id = G_STRUCT_MEMBER (char *, items->pdata[i], offset);
    g_autofree char *place = g_strdup_printf ("%s[%u].id", list, i);

    if (id != NULL && !g_hash_table_add (seen, (gpointer) id))
      ante_playbook_reader_fail (reader, place, "is taken: %s stands here twice", id);
  }
}

static void
check_offer (AntePlaybookReader *reader, const AntePlan *plan, const char *place, const char *id)
{
  if (id != NULL && ante_plan_find_offer (plan, id) == NULL)
    ante_playbook_reader_fail (reader, place, "names the offer %s, and there is none", id);
}

static void
check_offers (AntePlaybookReader *reader, const AntePlan *plan)
{
  for (guint i = 0; i < plan->replies->len; i++) {
    g_autofree char *place = g_strdup_printf ("saved_replies[%u].offer", i);

    check_offer (reader, plan, place, ((AntePlanReply *) plan->replies->pdata[i])->offer);
  }
  for (guint i = 0; i < plan->reviews->len; i++) {
    g_autofree char *place = g_strdup_printf ("human_review[%u].offer", i);

    check_offer (reader, plan, place, ((AntePlanReview *) plan->reviews->pdata[i])->scope.offer);
  }
  for (guint i = 0; i < plan->narrowings->len; i++) {
    g_autofree char *place = g_strdup_printf ("permissions.narrow[%u].offer", i);

    check_offer (reader, plan, place,
                 ((AntePlanNarrowing *) plan->narrowings->pdata[i])->scope.offer);
  }
}

/* Of the guard's categories, those that a playbook decides about. */
static void
check_categories (AntePlaybookReader *reader, const AntePlan *plan)
{
  static const char *const known[] = {
    "crisis",
    "minor",
    "medical_red_flag",
    "eating_disorder",
    "legal_threat",
    "refund_request",
    "existing_client",
    "angry_lead",
    "human_requested",
    "bot_question",
    "harassment",
    "injection_attempt",
    "language_unsupported",
    NULL,
  };

  for (guint i = 0; plan->profile->escalate_on[i] != NULL; i++) {
    g_autofree char *place = g_strdup_printf ("escalate_on[%u]", i);

    if (!g_strv_contains (known, plan->profile->escalate_on[i]))
      ante_playbook_reader_fail (reader, place, "is no sign such as crisis, minor, refund_request");
  }
}

void
ante_plan_read (AntePlaybookReader *reader, JsonObject *object, AntePlan *plan)
{
  ante_playbook_read_profile (reader, object, plan->profile);
  read_voice (reader, object, plan);
  read_qualification (reader, object, plan);
  ante_playbook_read_items (reader, object, "escalation_triggers", read_trigger, plan->triggers);
  ante_playbook_read_items (reader, object, "follow_ups", read_sequence, plan->sequences);
  ante_playbook_read_items (reader, object, "human_review", read_review, plan->reviews);
  read_permissions (reader, object, plan);
  read_caps (reader, object, plan);
  read_quiet (reader, object, plan);
  ante_playbook_read_items (reader, object, "disclosure", read_disclosure, plan->disclosures);
  ante_playbook_read_items (reader, object, "openers", read_opener, plan->openers);
  ante_playbook_read_items (reader, object, "saved_replies", read_reply, plan->replies);
  read_booking (reader, object, plan);
  read_reviewed (reader, object, plan);

  check_ids (reader, "offers", plan->profile->offers, G_STRUCT_OFFSET (AnteOffer, id));
  check_ids (reader, "qualification.criteria", plan->criteria,
             G_STRUCT_OFFSET (AntePlanCriterion, id));
  check_ids (reader, "saved_replies", plan->replies, G_STRUCT_OFFSET (AntePlanReply, id));
  check_ids (reader, "openers", plan->openers, G_STRUCT_OFFSET (AntePlanReply, id));
  check_offers (reader, plan);
  check_categories (reader, plan);
}
