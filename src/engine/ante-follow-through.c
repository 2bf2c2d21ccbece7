#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-follow-through.h"

#include "engine/ante-alarm.h"
#include "model/ante-party.h"
#include "rules/ante-lead-time.h"
#include "rules/follow-up/ante-follow-up-plan.h"
#include "store/ante-store-changes.h"
#include "store/ante-store-follow-ups.h"
#include "store/ante-store-playbook.h"

#define MOST_AT_ONCE 50

enum {
  DUE,
  BREACHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

struct _AnteFollowThrough {
  GObject parent_instance;

  AnteStore *store;
  AnteAlarm *alarm;
  GCancellable *cancellable;
  AntePlan *plan; /* of @plan_id; NULL: there is none */
  gint64 plan_id;
  gint64 plan_at;
  gint64 next;        /* of what is being answered */
  gint64 quiet_until; /* ms; 0: no quiet hours now */
  gboolean tells;
};

G_DEFINE_FINAL_TYPE (AnteFollowThrough, ante_follow_through, G_TYPE_OBJECT)

static void
answer (AnteFollowThrough *self, const GError *error)
{
  if (self->alarm != NULL)
    ante_alarm_answer (self->alarm, self->next, error);
}

/* --- sequences ------------------------------------------------------------------------------ */

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteFollowThrough) self = user_data;
  g_autoptr (GError) error = NULL;

  ante_store_apply_finish (ANTE_STORE (source), result, &error);
  answer (self, error);
}

/* The AI leads where it may, and whoever has the lead otherwise. */
static const char *
choose_leader (AnteFollowThrough *self,
               const AnteUnplanned *unplanned,
               const AntePlanStep *step,
               gint64 due_at)
{
  AnteLead *lead = unplanned->lead;

  if (g_strcmp0 (step->led_by, ANTE_PARTY_AI) == 0) {
    g_autofree char *why = ante_follow_up_refuse_ai (self->plan, lead, unplanned->stage, due_at,
                                                     ante_alarm_now (self->alarm));

    if (why == NULL)
      return ANTE_PARTY_AI;
  }
  return g_strcmp0 (step->led_by, ANTE_PARTY_COACH) != 0 && ante_party_is_setter (lead->owner)
           ? lead->owner
           : ANTE_PARTY_COACH;
}

/* (transfer full) (nullable) */
static AnteChange *
plan_one (AnteFollowThrough *self, const AnteUnplanned *unplanned, GTimeZone *here)
{
  AnteLead *lead = unplanned->lead;
  AnteChange *change = NULL;
  gint64 due_at = 0;
  const AntePlanStep *step = ante_follow_up_next_step (
    self->plan, unplanned->stage, unplanned->step, lead->last_message_at, &due_at);

  if (step == NULL || step->reason == NULL || *step->reason == '\0')
    return NULL;
  due_at = ante_lead_time_polite (due_at, lead->time_zone, here);
  change = ante_change_new (lead->id, ANTE_FIELD_FOLLOW_UP, NULL, NULL);
  change->follow_up =
    ante_follow_up_new (step->reason, due_at, choose_leader (self, unplanned, step, due_at));
  change->follow_up->sequence = g_strdup (ante_stage_role_to_nick (unplanned->stage));
  change->follow_up->step = unplanned->step + 1;
  return change;
}

static void
unplanned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteFollowThrough) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) unplanned =
    ante_store_list_unplanned_finish (ANTE_STORE (source), result, &error);
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();

  for (guint i = 0; unplanned != NULL && i < unplanned->len; i++) {
    AnteChange *change = plan_one (self, unplanned->pdata[i], here);

    if (change != NULL)
      g_ptr_array_add (changes, change);
  }
  if (changes->len == 0 || g_cancellable_is_cancelled (self->cancellable))
    answer (self, error);
  else
    ante_store_apply_async (self->store, changes, ANTE_PARTY_SYSTEM, ANTE_WHY_SEQUENCE,
                            ante_alarm_now (self->alarm), self->cancellable, planned_cb,
                            g_object_ref (self));
}

static void
take_plan (AnteFollowThrough *self, const AntePlaybookVersion *version)
{
  g_autoptr (GError) error = NULL;

  if (version != NULL && version->id == self->plan_id)
    return;
  g_clear_pointer (&self->plan, ante_plan_free);
  self->plan_id = version != NULL ? version->id : 0;
  self->plan_at = version != NULL ? version->at : 0;
  self->plan = version != NULL ? ante_plan_parse (version->document, -1, &error) : NULL;
  if (error != NULL)
    g_warning ("the playbook cannot be read for its sequences: %s", error->message);
}

/* What was silent before the playbook was kept stays so: it is on the list of the quiet ones. */
static void
playbook_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteFollowThrough) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AntePlaybookVersion) version =
    ante_store_get_playbook_finish (ANTE_STORE (source), result, &error);

  if (error == NULL)
    take_plan (self, version);
  if (self->plan == NULL || self->plan->sequences->len == 0 || error != NULL)
    answer (self, error);
  else
    ante_store_list_unplanned_async (self->store, self->plan_at, MOST_AT_ONCE, self->cancellable,
                                     unplanned_cb, g_object_ref (self));
}

/* --- what is due ---------------------------------------------------------------------------- */

static void
breached_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteFollowThrough) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteAgreementsDue) due =
    ante_store_breach_due_finish (ANTE_STORE (source), result, &error);

  self->next = due != NULL ? due->next : 0;
  if (self->quiet_until > 0 && (self->next == 0 || self->quiet_until < self->next))
    self->next = self->quiet_until;
  if (due == NULL || g_cancellable_is_cancelled (self->cancellable)) {
    answer (self, error);
    return;
  }
  if (due->breached->len > 0)
    g_signal_emit (self, signals[BREACHED], 0, due->breached);
  if (due->due->len > 0)
    g_signal_emit (self, signals[DUE], 0, due->due);
  ante_store_get_playbook_async (self->store, 0, self->cancellable, playbook_cb,
                                 g_object_ref (self));
}

/* In the playbook's quiet hours nothing is told; it is when they are over. */
static void
ask_store (gpointer data)
{
  AnteFollowThrough *self = data;
  gint64 now = ante_alarm_now (self->alarm);

  if (self->plan == NULL || !ante_plan_is_quiet (self->plan, now, NULL, &self->quiet_until))
    self->quiet_until = 0;
  ante_store_breach_due_async (self->store, now, self->tells && self->quiet_until == 0,
                               self->cancellable, breached_cb, g_object_ref (self));
}

void
ante_follow_through_set_client (AnteFollowThrough *self, AnteInstagram *client)
{
  ante_alarm_set_client (self->alarm, client);
}

void
ante_follow_through_set_tells (AnteFollowThrough *self, gboolean tells)
{
  self->tells = tells;
}

void
ante_follow_through_start (AnteFollowThrough *self)
{
  ante_alarm_start (self->alarm);
}

void
ante_follow_through_stop (AnteFollowThrough *self)
{
  if (self->alarm != NULL)
    ante_alarm_stop (self->alarm);
  g_cancellable_cancel (self->cancellable);
}

static void
ante_follow_through_dispose (GObject *object)
{
  AnteFollowThrough *self = ANTE_FOLLOW_THROUGH (object);

  ante_follow_through_stop (self);
  g_clear_pointer (&self->alarm, ante_alarm_free);
  g_clear_pointer (&self->plan, ante_plan_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ante_follow_through_parent_class)->dispose (object);
}

static void
ante_follow_through_finalize (GObject *object)
{
  g_clear_object (&ANTE_FOLLOW_THROUGH (object)->cancellable);
  G_OBJECT_CLASS (ante_follow_through_parent_class)->finalize (object);
}

static void
ante_follow_through_class_init (AnteFollowThroughClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ante_follow_through_dispose;
  object_class->finalize = ante_follow_through_finalize;
  signals[DUE] = g_signal_new ("due", ANTE_TYPE_FOLLOW_THROUGH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
  signals[BREACHED] = g_signal_new ("breached", ANTE_TYPE_FOLLOW_THROUGH, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
ante_follow_through_init (AnteFollowThrough *self)
{
  self->cancellable = g_cancellable_new ();
}

AnteFollowThrough *
ante_follow_through_new (AnteStore *store, AnteSync *sync)
{
  AnteFollowThrough *self = g_object_new (ANTE_TYPE_FOLLOW_THROUGH, NULL);

  self->store = g_object_ref (store);
  self->alarm =
    ante_alarm_new (store, sync, ANTE_STORE_EVENTS | ANTE_STORE_MESSAGES | ANTE_STORE_PLAYBOOK,
                    "what is due cannot be looked after", ask_store, self);
  return self;
}
