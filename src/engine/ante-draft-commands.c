#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-draft-commands.h"

#include "engine/ante-draft-lead.h"
#include "model/ante-party.h"
#include "rules/ante-window.h"

G_DEFINE_QUARK (ante - draft - error - quark, ante_draft_error)

/**
 * Approval:
 * @drafts: row ids, one after the other
 * @at: whose turn it is
 * @safe: those that are not all green are let be
 * @decisions: (element-type AnteDraftDecision)
 * @draft: the one that is judged now
 * @verdict: (nullable): what was said of the one that may not go
 */
typedef struct {
  GArray *drafts;
  guint at;
  gboolean safe;
  gboolean anyway;
  char *text;
  GPtrArray *decisions;
  AnteDraft *draft;
  AnteVerdict *verdict;
} Approval;

static void
approval_free (gpointer data)
{
  Approval *approval = data;

  g_array_unref (approval->drafts);
  g_free (approval->text);
  g_ptr_array_unref (approval->decisions);
  g_clear_object (&approval->draft);
  g_clear_pointer (&approval->verdict, ante_verdict_free);
  g_free (approval);
}

static GPtrArray *
decisions_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ante_draft_decision_free);
}

static Approval *
approval_new (const gint64 *drafts, guint n_drafts)
{
  Approval *approval = g_new0 (Approval, 1);

  approval->drafts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (approval->drafts, drafts, n_drafts);
  approval->decisions = decisions_new ();
  return approval;
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 act = ante_store_decide_drafts_finish (ANTE_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, act);
}

static gboolean
has_human_agent (AnteWorkspace *workspace)
{
  const AnteAccount *account = ante_workspace_get_account (workspace);

  return account != NULL && account->human_agent;
}

static AnteOutboxItem *
make_item (AnteWorkspace *workspace, const Approval *approval, AnteJudged *judged)
{
  AnteOutboxItem *item = ante_outbox_item_new ();
  gint64 now = ante_workspace_now (workspace);
  AnteLead *lead = judged->facts->send->lead;

  item->lead_id = approval->draft->lead_id;
  item->text = g_strdup (approval->text != NULL ? approval->text : approval->draft->text);
  item->author = g_strdup (ANTE_PARTY_COACH);
  item->human_tag =
    ante_window_at (lead, has_human_agent (workspace), now).state == ANTE_WINDOW_HUMAN;
  item->created_at = now;
  item->undo_until = now + ANTE_OUTBOX_UNDO_MS;
  item->verdict = ante_verdict_copy (judged->judgement->verdict);
  item->receipt = g_steal_pointer (&judged->judgement->receipt);
  return item;
}

static void
add_decision (AnteWorkspace *workspace, Approval *approval, AnteJudged *judged)
{
  gboolean edited =
    approval->text != NULL && g_strcmp0 (approval->text, approval->draft->text) != 0;
  AnteDraftDecision *decision =
    ante_draft_decision_new (approval->draft->id, edited ? ANTE_DRAFT_EDITED : ANTE_DRAFT_APPROVED);

  decision->text = edited ? g_strdup (approval->text) : NULL;
  decision->item = make_item (workspace, approval, judged);
  g_ptr_array_add (approval->decisions, decision);
}

static void judge_next (GTask *task);

/* The strictest of what was found, by the rules of state and by the guard. */
static AnteVerdictKind
judge_kind (const AnteJudged *judged)
{
  return judged->judgement->receipt->kind;
}

static void
refuse (GTask *task, AnteJudged *judged)
{
  Approval *approval = g_task_get_task_data (task);
  gboolean blocked = judge_kind (judged) == ANTE_VERDICT_BLOCK;

  approval->verdict = g_steal_pointer (&judged->judgement->verdict);
  for (guint i = 0; judged->judgement->guard != NULL && i < judged->judgement->guard->findings->len;
       i++) {
    const AnteGuardFinding *finding = judged->judgement->guard->findings->pdata[i];

    if (!ante_verdict_has (approval->verdict, finding->category))
      ante_verdict_add (approval->verdict, finding->kind, finding->category,
                        ante_judge_describe (finding->category));
  }
  g_task_return_new_error (task, ANTE_DRAFT_ERROR,
                           blocked ? ANTE_DRAFT_ERROR_BLOCKED : ANTE_DRAFT_ERROR_UNSURE,
                           "draft %" G_GINT64_FORMAT " is %s by the rules", approval->draft->id,
                           blocked ? "blocked" : "held");
}

static void
judged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteWorkspace *workspace = g_task_get_source_object (task);
  Approval *approval = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AnteJudged) judged = ante_judge_text_finish (ANTE_STORE (source), result, &error);
  AnteVerdictKind kind = ANTE_VERDICT_BLOCK;

  if (judged == NULL) {
    g_task_return_error (task, error);
    return;
  }
  kind = judge_kind (judged);
  if (kind == ANTE_VERDICT_ALLOW ||
      (kind == ANTE_VERDICT_HOLD && approval->anyway && judged->judgement->may_leave)) {
    add_decision (workspace, approval, judged);
  } else if (!approval->safe) {
    refuse (task, judged);
    return;
  }
  judge_next (task);
}

static void
draft_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteWorkspace *workspace = g_task_get_source_object (task);
  Approval *approval = g_task_get_task_data (task);
  GError *error = NULL;
  AnteJudgeAsk ask = { .author = ANTE_PARTY_COACH,
                       .human_agent = has_human_agent (workspace),
                       .now = ante_workspace_now (workspace),
                       .why = "a person says yes" };

  g_clear_object (&approval->draft);
  approval->draft = ante_store_find_draft_finish (ANTE_STORE (source), result, &error);
  if (approval->draft == NULL) {
    g_task_return_error (task, error);
    return;
  }
  if (approval->safe && (approval->draft->state != ANTE_DRAFT_WAITING ||
                         approval->draft->last_lead_at > approval->draft->burst_at)) {
    judge_next (task);
    return;
  }
  ask.text = approval->text != NULL ? approval->text : approval->draft->text;
  ask.basis = approval->draft->basis;
  ante_judge_text_async (ANTE_STORE (source), approval->draft->lead_id, &ask, NULL, judged_cb,
                         g_object_ref (task));
}

static void
judge_next (GTask *task)
{
  AnteWorkspace *workspace = g_task_get_source_object (task);
  AnteStore *store = ante_workspace_get_store (workspace);
  Approval *approval = g_task_get_task_data (task);

  if (approval->at < approval->drafts->len) {
    ante_store_find_draft_async (store, g_array_index (approval->drafts, gint64, approval->at++),
                                 NULL, draft_cb, g_object_ref (task));
  } else if (approval->decisions->len == 0) {
    g_task_return_new_error (task, ANTE_DRAFT_ERROR, ANTE_DRAFT_ERROR_NONE_SAFE,
                             "none of these drafts is all green");
  } else {
    ante_store_decide_drafts_async (store, approval->decisions, ANTE_PARTY_COACH, NULL,
                                    ante_workspace_now (workspace), NULL, decided_cb,
                                    g_object_ref (task));
  }
}

void
ante_command_approve_draft_async (AnteWorkspace *workspace,
                                  gint64 draft,
                                  const char *text,
                                  gboolean anyway,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, user_data);
  Approval *approval = approval_new (&draft, 1);

  approval->text = g_strdup (text);
  approval->anyway = anyway;
  g_task_set_task_data (task, approval, approval_free);
  judge_next (task);
}

void
ante_command_approve_safe_drafts_async (AnteWorkspace *workspace,
                                        const gint64 *drafts,
                                        guint n_drafts,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, user_data);
  Approval *approval = approval_new (drafts, n_drafts);

  approval->safe = TRUE;
  g_task_set_task_data (task, approval, approval_free);
  judge_next (task);
}

/* --- without words of its own --------------------------------------------------------------- */

/* Takes @decision. */
static void
decide (AnteWorkspace *workspace,
        AnteDraftDecision *decision,
        const char *why,
        GAsyncReadyCallback callback,
        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, user_data);
  Approval *approval = approval_new (&decision->draft_id, 1);

  g_ptr_array_add (approval->decisions, decision);
  g_task_set_task_data (task, approval, approval_free);
  ante_store_decide_drafts_async (ante_workspace_get_store (workspace), approval->decisions,
                                  ANTE_PARTY_COACH, why, ante_workspace_now (workspace), NULL,
                                  decided_cb, g_object_ref (task));
}

void
ante_command_reject_draft_async (AnteWorkspace *workspace,
                                 gint64 draft,
                                 AnteRejectReason reason,
                                 const char *words,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  AnteDraftDecision *decision = ante_draft_decision_new (draft, ANTE_DRAFT_REJECTED);

  decision->reason = g_strdup (ante_reject_reason_to_nick (reason));
  decide (workspace, decision, words, callback, user_data);
}

void
ante_command_take_over_async (AnteWorkspace *workspace,
                              gint64 draft,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  AnteDraftDecision *decision = ante_draft_decision_new (draft, ANTE_DRAFT_WITHDRAWN);

  decision->reason = g_strdup ("taken-over");
  decide (workspace, decision, NULL, callback, user_data);
}

void
ante_command_hold_draft_async (AnteWorkspace *workspace,
                               gint64 draft,
                               gint64 until,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  AnteDraftDecision *decision = ante_draft_decision_new (draft, ANTE_DRAFT_HELD);

  decision->held_until = until;
  decide (workspace, decision, NULL, callback, user_data);
}

gint64
ante_command_draft_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

guint
ante_command_draft_get_count (GAsyncResult *result)
{
  const Approval *approval = g_task_get_task_data (G_TASK (result));

  return approval->decisions->len;
}

const AnteVerdict *
ante_command_draft_get_verdict (GAsyncResult *result)
{
  const Approval *approval = g_task_get_task_data (G_TASK (result));

  return approval->verdict;
}

/* --- made and checked by hand --------------------------------------------------------------- */

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  int came = ante_draft_lead_finish (ANTE_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, came);
}

static void
assistant_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  AnteWorkspace *workspace = g_task_get_source_object (task);
  const gint64 *lead = g_task_get_task_data (task);
  AnteDraftLeadAsk ask = { .lead_id = *lead,
                           .human_agent = has_human_agent (workspace),
                           .by_hand = TRUE,
                           .now = ante_workspace_now (workspace),
                           .assistant = ANTE_ASSISTANT (source) };
  GError *error = NULL;

  if (ante_assistant_load_finish (ANTE_ASSISTANT (source), result, &error)) {
    ante_draft_lead_async (ante_workspace_get_store (workspace), &ask, NULL, made_cb, task);
  } else {
    g_task_return_error (task, error);
    g_object_unref (task);
  }
}

void
ante_command_make_draft_async (AnteWorkspace *workspace,
                               gint64 lead,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (workspace, NULL, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&lead, sizeof lead), g_free);
  ante_assistant_load_async (ante_drafting_get_assistant (ante_workspace_get_drafting (workspace)),
                             NULL, assistant_cb, task);
}

int
ante_command_make_draft_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AnteJudged *judged = ante_judge_text_finish (ANTE_STORE (source), result, &error);

  if (judged == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, judged, (GDestroyNotify) ante_judged_free);
}

void
ante_command_check_text_async (AnteWorkspace *workspace,
                               gint64 lead,
                               const char *text,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  AnteJudgeAsk ask = { .text = text,
                       .author = ANTE_PARTY_COACH,
                       .human_agent = has_human_agent (workspace),
                       .now = ante_workspace_now (workspace) };

  ante_judge_text_async (ante_workspace_get_store (workspace), lead, &ask, cancellable, checked_cb,
                         g_task_new (workspace, cancellable, callback, user_data));
}

AnteJudged *
ante_command_check_text_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
