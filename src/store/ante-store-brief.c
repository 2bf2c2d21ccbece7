#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-brief.h"

#include "store/ante-facts.h"
#include "store/ante-merge.h"
#include "store/ante-playbooks.h"
#include "store/ante-rows.h"
#include "store/ante-store-private.h"

/* What the playbook asks for is looked for in so many of the newest messages, beside those that
 * something known rests on: more would take longer than a page may. */
#define NEWEST "80"

void
ante_brief_facts_free (AnteBriefFacts *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->lead);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->messages, g_ptr_array_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->touches, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  ante_playbook_version_free (self->playbook);
  g_free (self);
}

static GPtrArray *
read_messages (AnteDb *db, gint64 lead_id, GError **error)
{
  static const char sql[] =
    "WITH wanted (id) AS ("
    " SELECT id FROM (SELECT id FROM message WHERE lead_id = ?1 ORDER BY at DESC, id DESC"
    "  LIMIT " NEWEST ")"
    " UNION SELECT id FROM (SELECT id FROM message WHERE lead_id = ?1 ORDER BY at, id LIMIT 1)"
    " UNION SELECT message_id FROM fact WHERE lead_id = ?1 AND message_id IS NOT NULL"
    "  AND state IN ('suggested', 'confirmed'))"
    " SELECT " ANTE_ROWS_MESSAGE " FROM wanted JOIN message ON message.id = wanted.id"
    " WHERE unsent = 0 ORDER BY at, message.id";
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_object_unref);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", lead_id);

  while (stmt != NULL && ante_db_next (db, stmt, &read_error))
    g_ptr_array_add (messages, ante_rows_read_message (stmt));
  if (read_error == NULL)
    return g_steal_pointer (&messages);
  g_propagate_error (error, read_error);
  return NULL;
}

static GPtrArray *
read_moves (AnteDb *db, gint64 lead_id, GError **error)
{
  static const char sql[] = "SELECT " ANTE_ROWS_EVENT " FROM event WHERE lead_id = ?1"
                            " AND field = 'stage' ORDER BY id";
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_event_free);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", lead_id);

  while (stmt != NULL && ante_db_next (db, stmt, &read_error))
    g_ptr_array_add (events, ante_rows_read_event (stmt));
  if (read_error == NULL)
    return g_steal_pointer (&events);
  g_propagate_error (error, read_error);
  return NULL;
}

static gboolean
read_lead (AnteDb *db, gint64 lead_id, AnteBriefFacts *facts, GError **error)
{
  gint64 root = ante_merge_find_root (db, lead_id, error);

  if (root > 0)
    facts->lead = ante_rows_get_lead (db, root, error);
  else if (root == 0)
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND,
                 "there is no lead %" G_GINT64_FORMAT, lead_id);
  return facts->lead != NULL;
}

static AnteBriefFacts *
read_facts (AnteDb *db, gint64 lead_id, GError **error)
{
  g_autoptr (AnteBriefFacts) facts = g_new0 (AnteBriefFacts, 1);
  GError *playbook_error = NULL;

  if (!read_lead (db, lead_id, facts, error) ||
      (facts->stages = ante_rows_list_stages (db, error)) == NULL ||
      (facts->messages = read_messages (db, facts->lead->id, error)) == NULL ||
      (facts->facts = ante_facts_read (db, facts->lead->id, FALSE, error)) == NULL ||
      (facts->touches = ante_rows_list_touches (db, facts->lead->id, error)) == NULL ||
      (facts->events = read_moves (db, facts->lead->id, error)) == NULL)
    return NULL;
  facts->playbook = ante_playbooks_get (db, 0, &playbook_error);
  if (playbook_error == NULL)
    return g_steal_pointer (&facts);
  g_propagate_error (error, playbook_error);
  return NULL;
}

/* All of one moment, though it takes several statements. */
static void
brief_facts_job (AnteDb *db, GTask *task)
{
  const gint64 *lead_id = g_task_get_task_data (task);
  GError *error = NULL;
  AnteBriefFacts *facts = NULL;

  if (ante_db_exec (db, "BEGIN", &error)) {
    facts = read_facts (db, *lead_id, &error);
    ante_db_exec (db, "COMMIT", facts != NULL ? &error : NULL);
  }
  if (error != NULL)
    g_clear_pointer (&facts, ante_brief_facts_free);
  ante_store_return (task, facts, (GDestroyNotify) ante_brief_facts_free, error);
}

void
ante_store_brief_facts_async (AnteStore *self,
                              gint64 lead_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&lead_id, sizeof lead_id), g_free);
  ante_store_read (self, task, brief_facts_job);
}

AnteBriefFacts *
ante_store_brief_facts_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
