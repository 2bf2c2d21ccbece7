#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-brief-make.h"

/* A playbook that cannot be read asks for nothing: the rest of the brief is as good. */
static AntePlan *
read_plan (const AnteBriefFacts *facts)
{
  g_autoptr (GError) error = NULL;
  AntePlan *plan = NULL;

  if (facts->playbook == NULL)
    return NULL;
  plan = ante_plan_parse (facts->playbook->document, -1, &error);
  if (plan == NULL)
    g_message ("a brief is made without playbook %" G_GINT64_FORMAT ": %s", facts->playbook->id,
               error->message);
  return plan;
}

AnteBrief *
ante_brief_make (const AnteBriefFacts *facts, const AnteBriefAsk *ask)
{
  g_autoptr (AntePlan) plan = read_plan (facts);
  g_autoptr (GTimeZone) zone =
    ask->zone != NULL ? g_time_zone_ref (ask->zone) : g_time_zone_new_local ();
  AnteBriefInput input = { .lead = facts->lead,
                           .stages = facts->stages,
                           .messages = facts->messages,
                           .facts = facts->facts,
                           .touches = facts->touches,
                           .events = facts->events,
                           .plan = plan,
                           .call = ask->call,
                           .last_call = ask->last_call,
                           .now = ask->now,
                           .zone = zone,
                           .is_private = ask->is_private };

  return ante_brief_compose (&input);
}

/* --- in a thread ---------------------------------------------------------------------------- */

typedef struct {
  AnteBriefAsk ask;
  AnteBriefCall *call;
  AnteBriefPastCall *last_call;
  AnteBriefFacts *facts;
} Work;

static AnteBriefCall *
copy_call (const AnteBriefCall *call)
{
  AnteBriefCall *copy = g_new0 (AnteBriefCall, 1);

  copy->start = call->start;
  copy->end = call->end;
  copy->zone = g_strdup (call->zone);
  copy->title = g_strdup (call->title);
  copy->link = g_strdup (call->link);
  return copy;
}

static AnteBriefPastCall *
copy_last_call (const AnteBriefPastCall *call)
{
  AnteBriefPastCall *copy = g_new0 (AnteBriefPastCall, 1);

  copy->at = call->at;
  copy->outcome = g_strdup (call->outcome);
  copy->notes = g_strdup (call->notes);
  return copy;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  if (work->call != NULL) {
    g_free (work->call->zone);
    g_free (work->call->title);
    g_free (work->call->link);
    g_free (work->call);
  }
  if (work->last_call != NULL) {
    g_free (work->last_call->outcome);
    g_free (work->last_call->notes);
    g_free (work->last_call);
  }
  g_clear_pointer (&work->ask.zone, g_time_zone_unref);
  g_clear_pointer (&work->facts, ante_brief_facts_free);
  g_free (work);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;

  g_task_return_pointer (task, ante_brief_make (work->facts, &work->ask),
                         (GDestroyNotify) ante_brief_free);
}

static void
facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  work->facts = ante_store_brief_facts_finish (ANTE_STORE (source), result, &error);
  if (work->facts == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, make_thread);
}

void
ante_brief_make_async (AnteStore *store,
                       gint64 lead_id,
                       const AnteBriefAsk *ask,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->ask = *ask;
  work->ask.call = work->call = ask->call != NULL ? copy_call (ask->call) : NULL;
  work->ask.last_call = work->last_call =
    ask->last_call != NULL ? copy_last_call (ask->last_call) : NULL;
  work->ask.zone = ask->zone != NULL ? g_time_zone_ref (ask->zone) : NULL;
  g_task_set_task_data (task, work, work_free);
  ante_store_brief_facts_async (store, lead_id, cancellable, facts_cb, task);
}

AnteBrief *
ante_brief_make_finish (AnteStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
