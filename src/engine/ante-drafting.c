#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-drafting.h"

#include "engine/ante-clock.h"
#include "engine/ante-draft-lead.h"
#include "engine/ante-judge-text.h"
#include "model/ante-party.h"
#include "store/ante-store-drafts.h"
#include "store/ante-store-playbook.h"
#include "store/ante-store-receipts.h"

#define AFTER_CHANGE_MS 200
/* So many leads a pass; the next one goes on. */
#define LEADS 16
#define PAUSED_MS 15000
#define CONFLICT_MS 3000
#define FIRST_RETRY_MS 5000
#define LONGEST_MS (10 * 60 * 1000)
#define MOST_OPEN 500

struct _AnteDrafting {
  GObject parent_instance;

  AnteStore *store;
  AnteAssistant *assistant;
  GHashTable *asking; /* (element-type gint64): leads for whom a model thinks */
  AnteInstagram *client;
  gboolean human_agent;
  gint64 checked_by; /* the version of the playbook that what waits was looked over by */
  guint timer;
  gboolean soon; /* it is a short one */
  gboolean running;
  gboolean at_work;
  gboolean again;
};

G_DEFINE_FINAL_TYPE (AnteDrafting, ante_drafting, G_TYPE_OBJECT)

/**
 * Pass:
 * @drafts: (nullable) (element-type AnteDraft): what waits and is to be looked over
 * @next_draft: the one that is next
 * @due: (nullable): who is to be drafted for
 * @limit: how many of these were asked for
 * @next_lead: whose turn it is
 * @filed: how many drafts came of it
 * @is_through: each of them had their turn
 * @waits: it ends when the models have ended, too
 * @n_asking: how many of them think
 */
typedef struct {
  GPtrArray *drafts;
  guint next_draft;
  gint64 playbook_id;
  gint64 quiet_ms;
  AnteDraftsDue *due;
  guint limit;
  guint next_lead;
  int filed;
  gboolean moved_on;
  gboolean is_through;
  gboolean waits;
  guint n_asking;
} Pass;

static void
pass_free (gpointer data)
{
  Pass *pass = data;

  g_clear_pointer (&pass->drafts, g_ptr_array_unref);
  g_clear_pointer (&pass->due, ante_drafts_due_free);
  g_free (pass);
}

static void wait (AnteDrafting *self, gint64 ms);

/* --- those who have finished writing -------------------------------------------------------- */

static void draft_next (GTask *task);

/* One lead of a pass. @asked: a model is, so that the pass has gone on. */
typedef struct {
  GTask *task;
  gint64 lead_id;
  gboolean asked;
} Turn;

static void
count (Pass *pass, int came, const GError *error)
{
  if (error != NULL)
    g_message ("a lead could not be drafted for: %s", error->message);
  pass->filed += came == ANTE_DRAFT_LEAD_FILED || came == ANTE_DRAFT_LEAD_LEAVES ? 1 : 0;
  pass->moved_on = pass->moved_on || came == ANTE_DRAFT_LEAD_MOVED_ON || error != NULL;
}

/* The others go one after the other, beside the models, and it ends once. */
static void
end_when_through (GTask *task)
{
  Pass *pass = g_task_get_task_data (task);

  if (pass->is_through && (!pass->waits || pass->n_asking == 0))
    g_task_return_int (task, pass->filed);
}

/* A model has ended, be it that it answered: whoever has written meanwhile is looked at. */
static void
model_ended (AnteDrafting *self, GTask *task, const Turn *turn)
{
  Pass *pass = g_task_get_task_data (task);

  g_hash_table_remove (self->asking, &turn->lead_id);
  pass->n_asking--;
  if (pass->waits)
    end_when_through (task);
  else if (self->at_work)
    self->again = TRUE;
  else if (self->running)
    wait (self, AFTER_CHANGE_MS);
}

static void
lead_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Turn *turn = user_data;
  g_autoptr (GTask) task = turn->task;
  g_autoptr (GError) error = NULL;

  count (g_task_get_task_data (task), ante_draft_lead_finish (ANTE_STORE (source), result, &error),
         error);
  if (turn->asked)
    model_ended (g_task_get_source_object (task), task, turn);
  else
    draft_next (task);
}

static void
asks_cb (gpointer user_data)
{
  Turn *turn = user_data;
  AnteDrafting *self = g_task_get_source_object (turn->task);
  Pass *pass = g_task_get_task_data (turn->task);

  turn->asked = TRUE;
  pass->n_asking++;
  g_hash_table_add (self->asking, g_memdup2 (&turn->lead_id, sizeof turn->lead_id));
  draft_next (turn->task);
}

/* (nullable): the next lead for whom no model thinks yet. */
static const gint64 *
find_next (AnteDrafting *self, Pass *pass)
{
  while (!pass->due->paused && pass->next_lead < pass->due->leads->len) {
    const gint64 *lead = &g_array_index (pass->due->leads, gint64, pass->next_lead++);

    if (!g_hash_table_contains (self->asking, lead))
      return lead;
  }
  return NULL;
}

static void
draft_next (GTask *task)
{
  AnteDrafting *self = g_task_get_source_object (task);
  Pass *pass = g_task_get_task_data (task);
  const gint64 *lead = find_next (self, pass);
  AnteDraftLeadAsk ask = { .human_agent = self->human_agent,
                           .now = ante_clock_now (self->client),
                           .assistant = self->assistant,
                           .asks = asks_cb };
  Turn *turn = NULL;

  if (lead == NULL) {
    pass->is_through = TRUE;
    end_when_through (task);
    return;
  }
  turn = g_new0 (Turn, 1);
  turn->task = g_object_ref (task);
  turn->lead_id = *lead;
  ask.lead_id = *lead;
  ask.asks_data = turn;
  ante_draft_lead_async (self->store, &ask, NULL, lead_cb, turn);
}

static void
due_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass *pass = g_task_get_task_data (task);
  GError *error = NULL;

  pass->due = ante_store_drafts_due_finish (ANTE_STORE (source), result, &error);
  if (pass->due == NULL)
    g_task_return_error (task, error);
  else
    draft_next (task);
}

/* --- what waits, by a new playbook ---------------------------------------------------------- */

static void check_next (GTask *task);

static void
rechecked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ante_store_add_receipt_finish (ANTE_STORE (source), result, &error) < 0)
    g_task_return_error (task, error);
  else
    check_next (task);
}

static void
judged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Pass *pass = g_task_get_task_data (task);
  AnteDraft *draft = pass->drafts->pdata[pass->next_draft - 1];
  GError *error = NULL;
  g_autoptr (AnteJudged) judged = ante_judge_text_finish (ANTE_STORE (source), result, &error);

  if (judged == NULL)
    g_task_return_error (task, error);
  else
    ante_store_add_receipt_async (ANTE_STORE (source), judged->judgement->receipt, draft->id, 0,
                                  NULL, rechecked_cb, g_object_ref (task));
}

static void
check_next (GTask *task)
{
  AnteDrafting *self = g_task_get_source_object (task);
  Pass *pass = g_task_get_task_data (task);
  gint64 now = ante_clock_now (self->client);
  AnteDraft *draft = NULL;

  if (pass->drafts == NULL || pass->next_draft >= pass->drafts->len) {
    self->checked_by = pass->playbook_id;
    pass->limit = LEADS + g_hash_table_size (self->asking);
    ante_store_drafts_due_async (self->store, now, pass->quiet_ms, pass->limit, NULL, due_cb,
                                 g_object_ref (task));
    return;
  }
  draft = pass->drafts->pdata[pass->next_draft++];
  if (draft->playbook_id == pass->playbook_id && self->checked_by == 0) {
    check_next (task);
    return;
  }
  ante_judge_text_async (self->store, draft->lead_id,
                         &(AnteJudgeAsk){ .text = ante_draft_get_words (draft),
                                          .author = ANTE_PARTY_COACH,
                                          .human_agent = self->human_agent,
                                          .now = now,
                                          .basis = draft->basis,
                                          .why = "looked at once more: the playbook changed" },
                         NULL, judged_cb, g_object_ref (task));
}

static void
open_drafts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass *pass = g_task_get_task_data (task);
  GError *error = NULL;

  pass->drafts = ante_store_list_drafts_finish (ANTE_STORE (source), result, &error);
  if (pass->drafts == NULL)
    g_task_return_error (task, error);
  else
    check_next (task);
}

static void
playbook_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteDrafting *self = g_task_get_source_object (task);
  Pass *pass = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AntePlaybookVersion) version =
    ante_store_get_playbook_finish (ANTE_STORE (source), result, &error);
  g_autoptr (AntePlan) plan =
    version != NULL ? ante_plan_parse (version->document, -1, &error) : NULL;

  if (error != NULL) {
    g_task_return_error (task, error);
    return;
  }
  if (plan == NULL) {
    g_task_return_int (task, 0);
    return;
  }
  pass->playbook_id = version->id;
  pass->quiet_ms = (gint64) plan->wait_seconds * 1000;
  if (self->checked_by == version->id)
    check_next (task);
  else
    ante_store_list_drafts_async (self->store, 0, TRUE, MOST_OPEN, NULL, open_drafts_cb,
                                  g_object_ref (task));
}

static void
settings_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteDrafting *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!ante_assistant_load_finish (ANTE_ASSISTANT (source), result, &error))
    g_task_return_error (task, error);
  else
    ante_store_get_playbook_async (self->store, 0, NULL, playbook_cb, g_object_ref (task));
}

static void
start_pass (AnteDrafting *self, gboolean waits, GTask *task)
{
  Pass *pass = g_new0 (Pass, 1);

  pass->waits = waits;
  g_task_set_task_data (task, pass, pass_free);
  ante_assistant_load_async (self->assistant, NULL, settings_cb, g_object_ref (task));
}

void
ante_drafting_pass_async (AnteDrafting *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  start_pass (self, TRUE, task);
}

int
ante_drafting_pass_finish (AnteDrafting *self, GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}

/* --- by itself ------------------------------------------------------------------------------ */

/* How long until the next pass has something to do; 0: when something changes. */
static gint64
find_pause (AnteDrafting *self, const Pass *pass)
{
  gint64 now = ante_clock_now (self->client);

  if (pass->due == NULL)
    return 0;
  if (pass->due->paused)
    return PAUSED_MS;
  if (pass->moved_on)
    return CONFLICT_MS;
  if (pass->due->leads->len == pass->limit)
    return AFTER_CHANGE_MS;
  return pass->due->next != 0 ? CLAMP (pass->due->next - now, AFTER_CHANGE_MS, LONGEST_MS) : 0;
}

static void
passed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteDrafting *self = ANTE_DRAFTING (source);
  const Pass *pass = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gint64 pause = find_pause (self, pass);

  ante_drafting_pass_finish (self, result, &error);
  self->at_work = FALSE;
  if (!self->running)
    return;
  if (error != NULL) {
    g_message ("drafting is tried again: %s", error->message);
    pause = FIRST_RETRY_MS;
  } else if (self->again) {
    pause = AFTER_CHANGE_MS;
  }
  self->again = FALSE;
  if (pause > 0)
    wait (self, pause);
}

static gboolean
timer_cb (gpointer data)
{
  AnteDrafting *self = data;
  g_autoptr (GTask) task = g_task_new (self, NULL, passed_cb, NULL);

  self->timer = 0;
  self->at_work = TRUE;
  start_pass (self, FALSE, task);
  return G_SOURCE_REMOVE;
}

static void
wait (AnteDrafting *self, gint64 ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->soon = ms <= AFTER_CHANGE_MS;
  self->timer = g_timeout_add ((guint) ms, timer_cb, self);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteDrafting *self)
{
  const guint ours = ANTE_STORE_MESSAGES | ANTE_STORE_PLAYBOOK | ANTE_STORE_DRAFTS |
                     ANTE_STORE_OUTBOX | ANTE_STORE_LEADS;

  if (!self->running || (topics & ours) == 0)
    return;
  self->again = self->at_work;
  if (!self->at_work && (self->timer == 0 || !self->soon))
    wait (self, AFTER_CHANGE_MS);
}

AnteDrafting *
ante_drafting_new (AnteStore *store, const char *data_dir)
{
  AnteDrafting *self = g_object_new (ANTE_TYPE_DRAFTING, NULL);

  self->store = g_object_ref (store);
  self->assistant = ante_assistant_new (store, data_dir);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  return self;
}

AnteAssistant *
ante_drafting_get_assistant (AnteDrafting *self)
{
  return self->assistant;
}

void
ante_drafting_set_client (AnteDrafting *self, AnteInstagram *client, const AnteAccount *account)
{
  g_set_object (&self->client, client);
  self->human_agent = account != NULL && account->human_agent;
}

void
ante_drafting_start (AnteDrafting *self)
{
  if (self->running)
    return;
  self->running = TRUE;
  wait (self, AFTER_CHANGE_MS);
}

void
ante_drafting_stop (AnteDrafting *self)
{
  self->running = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->assistant != NULL)
    ante_assistant_stop (self->assistant);
}

static void
ante_drafting_dispose (GObject *object)
{
  AnteDrafting *self = ANTE_DRAFTING (object);

  ante_drafting_stop (self);
  g_clear_object (&self->store);
  g_clear_object (&self->assistant);
  g_clear_object (&self->client);
  g_clear_pointer (&self->asking, g_hash_table_unref);
  G_OBJECT_CLASS (ante_drafting_parent_class)->dispose (object);
}

static void
ante_drafting_class_init (AnteDraftingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_drafting_dispose;
}

static void
ante_drafting_init (AnteDrafting *self)
{
  self->asking = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}
