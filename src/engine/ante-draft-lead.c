#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-draft-lead.h"

#include "engine/ante-draft-model.h"
#include "engine/ante-judge-text.h"
#include "model/ante-party.h"
#include "rules/draft/ante-drafter.h"
#include "store/ante-store-drafts.h"
#include "store/ante-store-facts.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)

/**
 * Work:
 * @drafted: what the embedded engine says, or a model in its place
 * @settings: (nullable): of the model that may be asked
 * @told: (nullable): what that is told
 * @was_asked: it has been, and what came of it is @completion or @missed
 * @by_model: @drafted is in its words
 * @asked_at: when it was asked, by the monotonic clock
 * @queued: judged as what a person would send
 * @automatic: (nullable): judged as what leaves by itself, where it might
 * @not_before: quiet hours end then, ms
 */
typedef struct {
  AnteDraftLeadAsk ask;
  gint64 now;
  AnteJudgeFacts *facts;
  AnteDrafted *drafted;
  AnteAiSettings *settings;
  AnteAssistPrompt *told;
  gboolean was_asked;
  gint64 asked_at;
  gint64 asked_for; /* burst */
  AnteCompletion *completion;
  GError *missed;
  gboolean by_model;
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
  g_clear_pointer (&work->settings, ante_ai_settings_free);
  g_clear_pointer (&work->told, ante_assist_prompt_free);
  g_clear_pointer (&work->completion, ante_completion_free);
  g_clear_error (&work->missed);
  g_clear_object (&work->ask.assistant);
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
                       .human_agent = work->ask.human_agent,
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

  if (work->ask.by_hand)
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
  /* What a model has written waits for a person, whatever is allowed and whatever it says. */
  if (work->drafted->autonomy != ANTE_AUTONOMY_AUTO || work->by_model)
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

static AnteDrafted *
draft_by_playbook (const Work *work, const AntePlan *plan)
{
  const AnteJudgeFacts *facts = work->facts;
  const char *ban = find_ban (facts);
  AnteDraftCase asked = { .plan = plan,
                          .lead = facts->send->lead,
                          .stage = facts->stage,
                          .messages = facts->messages,
                          .facts = facts->facts,
                          .booking_link = facts->booking_link,
                          .my_name = facts->my_name,
                          .now = work->now };

  if (ban != NULL)
    return be_silent (ANTE_SILENCE_OFF, facts, ban);
  if (facts->send->lead->owes_reply_since == 0 && !work->ask.by_hand)
    return be_silent (ANTE_SILENCE_NOTHING, facts, "Nothing is owed to them");
  return ante_draft_make (&asked);
}

/* What a model has to be told, where one may write; what came of it, where one was asked. */
static void
mind_model (Work *work)
{
  AnteLead *lead = work->facts->send->lead;
  gboolean may_write =
    work->settings != NULL && ante_draft_model_may_write (work->drafted, lead, work->settings);

  if (!work->was_asked) {
    if (may_write)
      work->told = ante_assist_prompt_build (work->facts, work->settings, work->now, &work->missed);
    if (work->missed != NULL)
      ante_draft_model_miss (work->drafted, work->missed);
  } else if (work->completion == NULL) {
    ante_draft_model_miss (work->drafted, work->missed);
  } else if (may_write) {
    work->by_model = ante_draft_model_take (work->drafted, work->completion, work->told);
  }
}

static void
draft_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (AntePlan) plan = ante_plan_parse (work->facts->playbook->document, -1, &error);

  if (plan == NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_clear_pointer (&work->drafted, ante_drafted_free);
  work->drafted = draft_by_playbook (work, plan);
  mind_model (work);
  if (work->drafted->silence == ANTE_SILENCE_NONE && (work->told == NULL || work->was_asked))
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

  draft->lead_id = work->ask.lead_id;
  draft->message_id = work->drafted->message_id;
  draft->burst_at = work->drafted->burst_at;
  draft->intent = work->drafted->intent;
  draft->text = g_strdup (work->drafted->text);
  draft->origin =
    g_strdup (work->by_model ? ante_assistant_get_origin (work->ask.assistant) : "playbook");
  draft->provider = work->by_model ? g_strdup (work->settings->provider) : NULL;
  draft->model = work->by_model ? g_strdup (work->completion->model) : NULL;
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
  item->lead_id = work->ask.lead_id;
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
file (AnteStore *store, GTask *task)
{
  Work *work = g_task_get_task_data (task);
  g_autoptr (AnteDraft) draft = NULL;
  g_autoptr (AnteOutboxItem) item = NULL;

  if (work->drafted->silence != ANTE_SILENCE_NONE) {
    AnteSilenceNote note = {
      work->ask.lead_id,     MAX (work->drafted->burst_at, work->facts->send->lead->last_lead_at),
      work->drafted->intent, ante_silence_to_nick (work->drafted->silence),
      work->drafted->why,    work->drafted->silence == ANTE_SILENCE_JUDGMENT
    };

    ante_store_note_silence_async (store, &note, work->now, NULL, noted_cb, g_object_ref (task));
    return;
  }
  draft = make_draft (work);
  item = make_item (work);
  ante_store_file_draft_async (store, draft, work->queued->receipt, item, work->now, NULL, filed_cb,
                               g_object_ref (task));
}

/* --- a model -------------------------------------------------------------------------------- */

static void read_facts (AnteStore *store, GTask *task);

static void
suggested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (ante_store_suggest_facts_finish (ANTE_STORE (source), result, &error) < 0)
    g_message ("what a model says is to be known was not kept: %s", error->message);
}

/* The world may be another by now: all is read anew. */
static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteStore *store = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);

  work->completion = ante_assistant_ask_finish (ANTE_ASSISTANT (source), result, &work->missed);
  if (work->missed != NULL)
    g_message ("no model has drafted for lead %" G_GINT64_FORMAT ": %s", work->ask.lead_id,
               work->missed->message);
  work->now += (g_get_monotonic_time () - work->asked_at) / 1000;
  read_facts (store, task);
}

static void
ask_model (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  work->was_asked = TRUE;
  work->asked_at = g_get_monotonic_time ();
  work->asked_for = work->drafted->burst_at;
  ante_assistant_ask_async (work->ask.assistant, work->told->prompt, work->ask.lead_id,
                            work->facts->send->lead->last_lead_at, NULL, answered_cb,
                            g_object_ref (task));
  if (work->ask.asks != NULL)
    work->ask.asks (work->ask.asks_data);
}

/* What they have told is theirs, whatever becomes of the draft. */
static void
suggest_facts (AnteStore *store, const Work *work)
{
  g_autoptr (GPtrArray) facts =
    ante_draft_model_list_facts (work->completion->proposal, work->told);

  if (facts->len > 0)
    ante_store_suggest_facts_async (store, work->ask.lead_id, facts, work->now, NULL, suggested_cb,
                                    NULL);
}

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    g_task_return_error (task, error);
    return;
  }
  if (work->told != NULL && !work->was_asked) {
    ask_model (task);
    return;
  }
  if (work->was_asked && work->drafted->burst_at != work->asked_for) {
    g_task_return_int (task, ANTE_DRAFT_LEAD_MOVED_ON);
    return;
  }
  if (work->completion != NULL && !work->facts->send->lead->never_ai)
    suggest_facts (ANTE_STORE (source), work);
  file (ANTE_STORE (source), task);
}

/* --- what it depends on --------------------------------------------------------------------- */

static void
facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  g_autoptr (GTask) thread = NULL;
  GError *error = NULL;

  g_clear_pointer (&work->facts, ante_judge_facts_free);
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

static void
read_facts (AnteStore *store, GTask *task)
{
  const Work *work = g_task_get_task_data (task);

  ante_store_judge_facts_async (store, work->ask.lead_id, work->now, g_task_get_cancellable (task),
                                facts_cb, g_object_ref (task));
}

void
ante_draft_lead_async (AnteStore *store,
                       const AnteDraftLeadAsk *ask,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->ask = *ask;
  work->now = ask->now;
  if (ask->assistant != NULL) {
    g_object_ref (ask->assistant);
    if (ante_ai_settings_is_on (ante_assistant_get_settings (ask->assistant)))
      work->settings = ante_ai_settings_copy (ante_assistant_get_settings (ask->assistant));
  }
  g_task_set_task_data (task, work, work_free);
  read_facts (store, task);
}

int
ante_draft_lead_finish (AnteStore *store, GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}
