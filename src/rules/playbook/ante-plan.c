#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/playbook/ante-plan-json.h"

#include "rules/guard/ante-playbook-json.h"

/* As long as nobody has said otherwise. */
#define USUAL_IN_A_ROW 3
#define USUAL_HOLD_MINUTES 5
#define USUAL_WAIT_SECONDS 45
#define USUAL_REVIEW_DAYS 30

const char *const ante_plan_sections[] = {
  "voice",  "offers",      "qualification", "escalation", "follow_ups",
  "review", "permissions", "saved_replies", NULL,
};

static void
scope_clear (AntePlanScope *self)
{
  g_free (self->stage);
  g_free (self->offer);
  g_free (self->person);
}

static void
criterion_free (AntePlanCriterion *self)
{
  g_free (self->id);
  g_free (self->rule);
  g_free (self->question);
  g_clear_pointer (&self->criterion, ante_criterion_free);
  g_free (self);
}

static void
trigger_free (AntePlanTrigger *self)
{
  g_free (self->id);
  g_strfreev (self->words);
  g_strfreev (self->people);
  g_free (self->why);
  g_free (self);
}

static void
review_free (AntePlanReview *self)
{
  g_free (self->id);
  scope_clear (&self->scope);
  g_free (self->why);
  g_free (self);
}

static void
step_free (AntePlanStep *self)
{
  g_free (self->led_by);
  g_free (self->reason);
  g_free (self->text);
  g_free (self);
}

static void
sequence_free (AntePlanSequence *self)
{
  g_free (self->stage);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static void
narrowing_free (AntePlanNarrowing *self)
{
  scope_clear (&self->scope);
  g_free (self->why);
  g_free (self);
}

static void
disclosure_free (AntePlanDisclosure *self)
{
  g_free (self->region);
  g_free (self->text);
  g_free (self);
}

static void
reply_free (AntePlanReply *self)
{
  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->words);
  g_free (self->offer);
  g_free (self->text);
  g_free (self);
}

AntePlanCriterion *
ante_plan_criterion_new (void)
{
  return g_new0 (AntePlanCriterion, 1);
}

AntePlanTrigger *
ante_plan_trigger_new (void)
{
  return g_new0 (AntePlanTrigger, 1);
}

AntePlanReview *
ante_plan_review_new (void)
{
  return g_new0 (AntePlanReview, 1);
}

AntePlanStep *
ante_plan_step_new (void)
{
  return g_new0 (AntePlanStep, 1);
}

AntePlanSequence *
ante_plan_sequence_new (void)
{
  AntePlanSequence *self = g_new0 (AntePlanSequence, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  return self;
}

AntePlanNarrowing *
ante_plan_narrowing_new (void)
{
  return g_new0 (AntePlanNarrowing, 1);
}

AntePlanDisclosure *
ante_plan_disclosure_new (void)
{
  return g_new0 (AntePlanDisclosure, 1);
}

AntePlanReply *
ante_plan_reply_new (void)
{
  AntePlanReply *self = g_new0 (AntePlanReply, 1);

  self->intent = -1;
  self->source = -1;
  return self;
}

static GPtrArray *
list_new (gpointer free_item)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_item);
}

AntePlan *
ante_plan_new (void)
{
  AntePlan *self = g_new0 (AntePlan, 1);

  self->profile = ante_playbook_new ();
  self->phrases = g_new0 (char *, 1);
  self->criteria = list_new (criterion_free);
  self->disqualifiers = list_new (criterion_free);
  self->triggers = list_new (trigger_free);
  self->sequences = list_new (sequence_free);
  self->reviews = list_new (review_free);
  self->narrowings = list_new (narrowing_free);
  self->disclosures = list_new (disclosure_free);
  self->replies = list_new (reply_free);
  self->openers = list_new (reply_free);
  self->reviewed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ANTE_N_INTENTS; i++)
    self->permissions[i] = ANTE_AUTONOMY_DRAFT;
  self->in_a_row = USUAL_IN_A_ROW;
  self->hold_minutes = USUAL_HOLD_MINUTES;
  self->wait_seconds = USUAL_WAIT_SECONDS;
  self->quiet_from = self->quiet_until = -1;
  self->review_days = USUAL_REVIEW_DAYS;
  return self;
}

void
ante_plan_free (AntePlan *self)
{
  if (self == NULL)
    return;

  ante_playbook_free (self->profile);
  g_free (self->greeting);
  g_strfreev (self->phrases);
  g_ptr_array_unref (self->criteria);
  g_ptr_array_unref (self->disqualifiers);
  g_ptr_array_unref (self->triggers);
  g_ptr_array_unref (self->sequences);
  g_ptr_array_unref (self->reviews);
  g_ptr_array_unref (self->narrowings);
  g_ptr_array_unref (self->disclosures);
  g_ptr_array_unref (self->replies);
  g_ptr_array_unref (self->openers);
  g_free (self->quiet_zone);
  g_free (self->booking_link);
  g_free (self->booking_text);
  g_hash_table_unref (self->reviewed);
  g_free (self);
}

static void
take_criteria (GPtrArray *from, gboolean against, GPtrArray *into)
{
  for (guint i = 0; i < from->len; i++) {
    const AntePlanCriterion *criterion = from->pdata[i];
    AnteCriterion *copy = NULL;

    if (!criterion->must_have && !against)
      continue;
    copy = ante_criterion_new (criterion->id, criterion->rule, against);
    copy->field = criterion->criterion->field;
    copy->low = criterion->criterion->low;
    copy->high = criterion->criterion->high;
    g_ptr_array_add (into, copy);
  }
}

AnteCriteriaSet *
ante_plan_build_criteria (const AntePlan *self)
{
  AnteCriteriaSet *set = ante_criteria_set_new ();

  take_criteria (self->criteria, FALSE, set->required);
  take_criteria (self->disqualifiers, TRUE, set->disqualifiers);
  return set;
}

const AnteOffer *
ante_plan_find_offer (const AntePlan *self, const char *id)
{
  for (guint i = 0; i < self->profile->offers->len; i++) {
    const AnteOffer *offer = self->profile->offers->pdata[i];

    if (g_strcmp0 (offer->id, id) == 0)
      return offer;
  }
  return NULL;
}
