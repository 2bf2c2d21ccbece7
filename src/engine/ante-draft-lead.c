#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-draft-lead.h"

#include "engine/ante-judge-text.h"
#include "model/ante-party.h"
#include "rules/draft/ante-drafter.h"
#include "store/ante-store-drafts.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)

/**
 * Work:
 * @drafted: what the embedded engine says
 * @queued: judged as what a person would send
 * @automatic: (nullable): judged as what leaves by itself, where it might
 * @not_before: quiet hours end then, ms
 */
typedef struct {
  gint64 lead_id;
  gboolean human_agent;
  gboolean by_hand;
  gint64 now;
  AnteJudgeFacts *facts;
  AnteDrafted *drafted;
  AnteJudgement *queued;
  AnteJudgement *automatic;
  gint64 hold_ms;
  gint64 not_before;
  char *why;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->facts, ante_judge_facts_free);
  g_clear_pointer (&work->drafted, ante_drafted_free);
  g_clear_pointer (&work->queued, ante_judgement_free);
  g_clear_pointer (&work->automatic, ante_judgement_free);
  g_free (work->why);
  g_free (work);
}

/* --- in a thread ---------------------------------------------------------------------------- */

static AnteDrafted *
be_silent (AnteSilence silence, const AnteJudgeFacts *facts, const char *why)
{
  AnteDrafted *drafted = g_new0 (AnteDrafted, 1);

  drafted->silence = silence;
  drafted->intent = ANTE_INTENT_JUDGMENT;
  drafted->why = g_strdup (why);
  drafted->burst_at = facts->send->lead->last_lead_at;
  return drafted;
}

/* (nullable): why nobody drafts there, whatever was said. */
static const char *
find_ban (const AnteJudgeFacts *facts)
{
  AnteLead *lead = facts->send->lead;

  if (lead->not_a_lead != NULL)
    return "This thread is no lead";
  if (lead->no_automation)
    return "No automation may touch this lead";
  if (lead->is_client || facts->stage == ANTE_STAGE_CLIENT)
    return "Clients are answered by a person";
  if (facts->stage == ANTE_STAGE_COACH_REVIEW)
    return "It is with the coach";
  return NULL;
}

static AnteJudgement *
judge_as (const Work *work, const char *author)
{
  AnteJudgeAsk ask = { .text = work->drafted->text,
                       .author = author,
                       .human_agent = work->human_agent,
                       .now = work->now,
                       .basis = work->drafted->basis,
                       .why = work->drafted->why };

  return ante_judge_text (work->facts, &ask);
}

static gboolean
is_unsure (const AntePlan *plan, const AnteDrafted *drafted)
{
  for (guint i = 0; i < plan->triggers->len; i++) {
    const AntePlanTrigger *trigger = plan->triggers->pdata[i];

    if (trigger->kind == ANTE_TRIGGER_LOW_CONFIDENCE && drafted->confidence < trigger->confidence)
      return TRUE;
  }
  return FALSE;
}

/* (transfer full) (nullable): why what may be automatic waits for a person all the same. */
static char *
find_lock (const Work *work, const AntePlan *plan)
{
  g_autoptr (GArray) gaps = ante_plan_find_gaps (plan);

  if (work->by_hand)
    return g_strdup ("you asked for it");
  if (gaps->len > 0)
    return g_strdup_printf ("nothing leaves by itself before the playbook is filled in: %s",
                            g_array_index (gaps, AntePlanGap, 0).section);
  if (g_strcmp0 (work->facts->send->lead->owner, ANTE_PARTY_AI) != 0)
    return g_strdup ("a person owns this lead");
  if (is_unsure (plan, work->drafted))
    return g_strdup ("it is not sure what is meant");
  return NULL;
}

static void
decide (Work *work, const AntePlan *plan)
{
  g_autofree char *lock = NULL;

  work->queued = judge_as (work, ANTE_PARTY_COACH);
  work->why = g_strdup (work->drafted->why);
  if (work->drafted->autonomy != ANTE_AUTONOMY_AUTO)
    return;
  if ((lock = find_lock (work, plan)) == NULL) {
    work->automatic = judge_as (work, ANTE_PARTY_AI);
    if (!work->automatic->may_leave) {
      const AnteFinding *finding = work->automatic->verdict->findings->len > 0
                                     ? work->automatic->verdict->findings->pdata[0]
                                     : NULL;

      lock = g_strdup (finding != NULL ? finding->why : "the rules hold it");
      g_clear_pointer (&work->automatic, ante_judgement_free);
    }
  }
  if (lock != NULL) {
    g_free (work->why);
    work->why = g_strdup_printf ("%s, but %s", work->drafted->why, lock);
  }
  work->hold_ms = (gint64) plan->hold_minutes * MINUTE_MS;
  ante_plan_is_quiet (plan, work->now, work->facts->send->lead->time_zone, &work->not_before);
}

static void
draft_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  const char *ban = find_ban (work->facts);
  g_autoptr (GError) error = NULL;
  g_autoptr (AntePlan) plan = ante_plan_parse (work->facts->playbook->document, -1, &error);
  AnteDraftCase asked = { .plan = plan,
                          .lead = work->facts->send->lead,
                          .stage = work->facts->stage,
                          .messages = work->facts->messages,
                          .facts = work->facts->facts,
                          .booking_link = work->facts->booking_link,
                          .my_name = work->facts->my_name,
                          .now = work->now };

  if (plan == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  if (ban != NULL)
    work->drafted = be_silent (ANTE_SILENCE_OFF, work->facts, ban);
  else if (work->facts->send->lead->owes_reply_since == 0 && !work->by_hand)
    work->drafted = be_silent (ANTE_SILENCE_NOTHING, work->facts, "Nothing is owed to them");
  else
    work->drafted = ante_draft_make (&asked);
  if (work->drafted->silence == ANTE_SILENCE_NONE)
    decide (work, plan);
  g_task_return_boolean (task, TRUE);
}

/* --- filing --------------------------------------------------------------------------------- */

static void
filed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  ante_store_file_draft_finish (ANTE_STORE (source), result, &error);
  if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT)) {
    g_error_free (error);
    g_task_return_int (task, ANTE_DRAFT_LEAD_MOVED_ON);
  } else if (error != NULL) {
    g_task_return_error (task, error);
  } else {
    g_task_return_int (task,
                       work->automatic != NULL ? ANTE_DRAFT_LEAD_LEAVES : ANTE_DRAFT_LEAD_FILED);
  }
}

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_store_note_silence_finish (ANTE_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    g_task_return_int (task, work->drafted->silence == ANTE_SILENCE_NOTHING
                               ? ANTE_DRAFT_LEAD_NOTHING
                               : ANTE_DRAFT_LEAD_SILENT);
}

static AnteDraft *
make_draft (const Work *work)
{
  AnteDraft *draft = ante_draft_new ();

  draft->lead_id = work->lead_id;
  draft->message_id = work->drafted->message_id;
  draft->burst_at = work->drafted->burst_at;
  draft->intent = work->drafted->intent;
  draft->text = g_strdup (work->drafted->text);
  draft->origin = g_strdup ("playbook");
  draft->basis = g_strdup (work->drafted->basis);
  draft->playbook_id = work->facts->playbook->id;
  draft->why = g_strdup (work->why);
  return draft;
}

static AnteOutboxItem *
make_item (Work *work)
{
  AnteOutboxItem *item = NULL;

  if (work->automatic == NULL)
    return NULL;
  item = ante_outbox_item_new ();
  item->lead_id = work->lead_id;
  item->text = g_strdup (work->drafted->text);
  item->author = g_strdup (ANTE_PARTY_AI);
  item->created_at = work->now;
  item->undo_until = work->now + work->hold_ms;
  item->not_before = work->not_before;
  item->verdict = ante_verdict_copy (work->automatic->verdict);
  item->receipt = g_steal_pointer (&work->automatic->receipt);
  return item;
}

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  AnteStore *store = ANTE_STORE (source);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    g_task_return_error (task, error);
    return;
  }
  if (work->drafted->silence != ANTE_SILENCE_NONE) {
    AnteSilenceNote note = {
      work->lead_id,         MAX (work->drafted->burst_at, work->facts->send->lead->last_lead_at),
      work->drafted->intent, ante_silence_to_nick (work->drafted->silence),
      work->drafted->why,    work->drafted->silence == ANTE_SILENCE_JUDGMENT
    };

    ante_store_note_silence_async (store, &note, work->now, NULL, noted_cb, g_object_ref (task));
    return;
  }
  {
    g_autoptr (AnteDraft) draft = make_draft (work);
    g_autoptr (AnteOutboxItem) item = make_item (work);

    ante_store_file_draft_async (store, draft, work->queued->receipt, item, work->now, NULL,
                                 filed_cb, g_object_ref (task));
  }
}

static void
facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  g_autoptr (GTask) thread = NULL;
  GError *error = NULL;

  work->facts = ante_store_judge_facts_finish (ANTE_STORE (source), result, &error);
  if (work->facts == NULL) {
    g_task_return_error (task, error);
    return;
  }
  if (work->facts->playbook == NULL) {
    g_task_return_int (task, ANTE_DRAFT_LEAD_NOTHING);
    return;
  }
  thread = g_task_new (source, NULL, drafted_cb, g_object_ref (task));
  g_task_set_task_data (thread, work, NULL); /* the outer task owns it, and waits */
  g_task_run_in_thread (thread, draft_thread);
}

void
ante_draft_lead_async (AnteStore *store,
                       gint64 lead_id,
                       gboolean human_agent,
                       gboolean by_hand,
                       gint64 now,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->lead_id = lead_id;
  work->human_agent = human_agent;
  work->by_hand = by_hand;
  work->now = now;
  g_task_set_task_data (task, work, work_free);
  ante_store_judge_facts_async (store, lead_id, now, cancellable, facts_cb, task);
}

int
ante_draft_lead_finish (AnteStore *store, GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}
