#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-judge-text.h"

#include "model/ante-party.h"

/* Of the lead's messages no more than these are held against a text. */
#define MOST_LEAD_MESSAGES 20

void
ante_judged_free (AnteJudged *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->facts, ante_judge_facts_free);
  g_clear_pointer (&self->judgement, ante_judgement_free);
  g_free (self);
}

char **
ante_judge_list_lead_messages (const AnteJudgeFacts *facts, guint *n_burst)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gboolean in_burst = TRUE;

  *n_burst = 0;
  for (guint i = facts->messages->len; i-- > 0 && texts->len < MOST_LEAD_MESSAGES;) {
    AnteMessage *message = facts->messages->pdata[i];
    gboolean from_lead = g_strcmp0 (message->author, ANTE_PARTY_LEAD) == 0;

    in_burst = in_burst && from_lead;
    if (!from_lead || message->text == NULL || *message->text == '\0')
      continue;
    g_ptr_array_insert (texts, 0, g_strdup (message->text));
    *n_burst += in_burst ? 1 : 0;
  }
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

static AnteOtherLead *
lend_others (const AnteJudgeFacts *facts)
{
  AnteOtherLead *others = g_new0 (AnteOtherLead, facts->others->len + 1);

  for (guint i = 0; i < facts->others->len; i++) {
    const AnteOtherPerson *other = facts->others->pdata[i];

    others[i].name = other->name;
    others[i].handle = other->handle;
    others[i].facts = (const char *const *) other->facts;
  }
  return others;
}

AnteJudgement *
ante_judge_text (const AnteJudgeFacts *facts, const AnteJudgeAsk *ask)
{
  guint n_burst = 0;
  g_auto (GStrv) lead_messages = ante_judge_list_lead_messages (facts, &n_burst);
  g_autofree AnteOtherLead *others = lend_others (facts);
  g_autoptr (GError) unreadable = NULL;
  g_autoptr (AntePlan) plan =
    facts->playbook != NULL ? ante_plan_parse (facts->playbook->document, -1, &unreadable) : NULL;
  AnteJudgeCase judged = {
    .send = { .lead = facts->send->lead,
              .author = ask->author,
              .human_agent = ask->human_agent,
              .paused = facts->send->paused,
              .automatic_in_a_row = ask->leaving ? 0 : facts->send->automatic_in_a_row,
              .answered_since = !ask->leaving && facts->send->answered_since,
              .has_file = ask->has_file,
              .now = ask->now },
    .text = ask->text,
    .plan = plan,
    .playbook_id = plan != NULL ? facts->playbook->id : 0,
    .playbook_version = plan != NULL ? facts->playbook->version : 0,
    .lead_messages = (const char *const *) lead_messages,
    .n_burst = n_burst,
    .stage = facts->stage,
    .notes = (const char *const *) facts->notes,
    .others = others,
    .n_others = facts->others->len,
    .automatic_today = ask->leaving ? 0 : facts->automatic_today,
    .basis = ask->basis,
    .why = ask->why,
  };

  if (unreadable != NULL)
    g_message ("the playbook cannot be read, so nothing leaves by itself: %s", unreadable->message);
  return ante_judge (&judged);
}

/* --- in a thread ---------------------------------------------------------------------------- */

typedef struct {
  AnteJudgeAsk ask;
  char *text;
  char *author;
  char *basis;
  char *why;
  AnteJudgeFacts *facts;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->text);
  g_free (work->author);
  g_free (work->basis);
  g_free (work->why);
  g_clear_pointer (&work->facts, ante_judge_facts_free);
  g_free (work);
}

static void
judge_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  AnteJudged *judged = g_new0 (AnteJudged, 1);

  judged->judgement = ante_judge_text (work->facts, &work->ask);
  judged->facts = g_steal_pointer (&work->facts);
  g_task_return_pointer (task, judged, (GDestroyNotify) ante_judged_free);
}

static void
facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  work->facts = ante_store_judge_facts_finish (ANTE_STORE (source), result, &error);
  if (work->facts == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, judge_thread);
}

void
ante_judge_text_async (AnteStore *store,
                       gint64 lead_id,
                       const AnteJudgeAsk *ask,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->text = g_strdup (ask->text);
  work->author = g_strdup (ask->author);
  work->basis = g_strdup (ask->basis);
  work->why = g_strdup (ask->why);
  work->ask = *ask;
  work->ask.text = work->text;
  work->ask.author = work->author;
  work->ask.basis = work->basis;
  work->ask.why = work->why;
  g_task_set_task_data (task, work, work_free);
  ante_store_judge_facts_async (store, lead_id, ask->now, cancellable, facts_cb, task);
}

AnteJudged *
ante_judge_text_finish (AnteStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
