#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-outbox-private.h"

#include "engine/ante-clock.h"
#include "engine/ante-judge-text.h"
#include "model/ante-party.h"
#include "rules/ante-window.h"
#include "store/ante-store-receipts.h"

/* Until somebody lets automation go on. */
#define PAUSED_RETRY_MS 15000
/* Words for nine o'clock are not sent at noon because the computer slept. */
#define MISSED_AFTER_MS (30 * 60 * G_GINT64_CONSTANT (1000))

typedef struct {
  AnteOutboxItem *item;
  AnteOutboxRecheck *recheck;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->item);
  g_free (work->recheck);
  g_free (work);
}

static gboolean
is_paused_alone (const AnteVerdict *verdict)
{
  return verdict->findings->len == 1 && ante_verdict_has (verdict, "automation_paused");
}

static gboolean
is_quiet (const AnteJudgeFacts *facts, gint64 now, gint64 *until)
{
  g_autoptr (AntePlan) plan =
    facts->playbook != NULL ? ante_plan_parse (facts->playbook->document, -1, NULL) : NULL;

  return plan != NULL && ante_plan_is_quiet (plan, now, facts->send->lead->time_zone, until);
}

/* Why what an automaton says may not leave now, though it might when it was put in. Whether it
 * answers too often was judged then: the facts of now count it in. */
static void
find_objection (const AnteOutboxItem *item,
                const AnteJudged *judged,
                gint64 now,
                AnteOutboxRecheck *recheck)
{
  const AnteSendFacts *facts = judged->facts->send;
  const AnteVerdict *verdict = judged->judgement->verdict;
  gint64 until = 0;

  recheck->state = ANTE_OUTBOX_FAILED;
  if (item->draft_burst_at != 0 && facts->lead->last_lead_at > item->draft_burst_at) {
    recheck->objection = "stale";
    recheck->state = ANTE_OUTBOX_CANCELLED;
  } else if (facts->lead->owes_reply_since == 0 || facts->person_answers) {
    recheck->objection = "answered";
  } else if (ante_verdict_has (verdict, "window_closed") ||
             ante_verdict_has (verdict, "window_human_only")) {
    recheck->objection = "window-closed";
  } else if (is_paused_alone (verdict)) {
    recheck->objection = "paused";
    recheck->state = ANTE_OUTBOX_QUEUED;
    recheck->not_before = now + PAUSED_RETRY_MS;
  } else if (!judged->judgement->may_leave) {
    recheck->objection = "held";
  } else if (item->draft_id != 0 && is_quiet (judged->facts, now, &until)) {
    recheck->objection = "quiet-hours";
    recheck->state = ANTE_OUTBOX_QUEUED;
    recheck->not_before = until;
  }
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  /* What is not on record does not leave. */
  if (ante_store_add_receipt_finish (ANTE_STORE (source), result, &error) < 0)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&work->recheck), g_free);
}

static void
judged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteOutbox *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AnteJudged) judged = ante_judge_text_finish (ANTE_STORE (source), result, &error);

  if (judged == NULL) {
    g_task_return_error (task, error);
    return;
  }
  find_objection (work->item, judged, ante_clock_now (self->client), work->recheck);
  /* While everything is paused it is looked at again and again: that is no news. */
  if (work->recheck->state == ANTE_OUTBOX_QUEUED && work->recheck->objection != NULL) {
    g_task_return_pointer (task, g_steal_pointer (&work->recheck), g_free);
    return;
  }
  ante_store_add_receipt_async (ANTE_STORE (source), judged->judgement->receipt,
                                work->item->draft_id, work->item->id, NULL, recorded_cb,
                                g_object_ref (task));
}

/* A time that was chosen is no promise to say the same whatever happens. Once a person has looked
 * and tried again, it is. */
static const char *
find_later_objection (AnteOutboxItem *item, const AnteSendFacts *facts, gint64 now)
{
  if (!ante_outbox_item_is_for_later (item) || item->attempts > 1)
    return NULL;
  if (facts->lead->last_lead_at > item->created_at)
    return "overtaken";
  return now - item->undo_until > MISSED_AFTER_MS ? "missed" : NULL;
}

/* Instagram's own answer decides about what a person says now. */
static void
facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteOutbox *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AnteSendFacts) facts =
    ante_store_send_facts_finish (ANTE_STORE (source), result, &error);
  gboolean human_agent = self->account != NULL && self->account->human_agent;

  if (facts == NULL) {
    g_task_return_error (task, error);
    return;
  }
  work->recheck->human_tag =
    ante_window_at (facts->lead, human_agent, ante_clock_now (self->client)).state ==
    ANTE_WINDOW_HUMAN;
  work->recheck->objection =
    find_later_objection (work->item, facts, ante_clock_now (self->client));
  work->recheck->state = ANTE_OUTBOX_FAILED;
  /* A draft that somebody said yes to answers what was said until then. */
  if (work->item->draft_burst_at != 0 && facts->lead->last_lead_at > work->item->draft_burst_at) {
    work->recheck->objection = "stale";
    work->recheck->state = ANTE_OUTBOX_CANCELLED;
  }
  g_task_return_pointer (task, g_steal_pointer (&work->recheck), g_free);
}

/* Looks at @item once more, since the world may have changed while it waited. */
void
ante_outbox_recheck_async (AnteOutbox *self,
                           AnteOutboxItem *item,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);
  AnteJudgeAsk ask = { .text = item->text,
                       .author = item->author,
                       .human_agent = self->account != NULL && self->account->human_agent,
                       .now = ante_clock_now (self->client),
                       .leaving = TRUE,
                       .why = "looked at once more before it leaves" };

  work->item = g_object_ref (item);
  work->recheck = g_new0 (AnteOutboxRecheck, 1);
  g_task_set_task_data (task, work, work_free);
  if (ante_party_is_automatic (item->author))
    ante_judge_text_async (self->store, item->lead_id, &ask, NULL, judged_cb, task);
  else
    ante_store_send_facts_async (self->store, item->lead_id, NULL, facts_cb, task);
}

AnteOutboxRecheck *
ante_outbox_recheck_finish (AnteOutbox *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
