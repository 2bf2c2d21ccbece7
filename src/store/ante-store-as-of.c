#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-as-of.h"

#include "store/ante-projection.h"
#include "store/ante-rows.h"
#include "store/ante-store-changes.h"
#include "store/ante-store-private.h"

static void
add_to_stage (GHashTable *stages, gint64 stage, gint64 lead)
{
  GArray *leads = g_hash_table_lookup (stages, &stage);

  if (leads == NULL) {
    leads = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_hash_table_insert (stages, g_memdup2 (&stage, sizeof stage), leads);
  }
  g_array_append_val (leads, lead);
}

static void
list_past_job (AnteDb *db, GTask *task)
{
  /* What a field was: what the first change after that time says was before; without one, what it
   * is. A stage that was merged into another since has no column: its leads stand with their like,
   * or where they are by now. */
  static const char sql[] =
    "WITH moved AS (SELECT lead_id, old, min (id) FROM event WHERE field = 'stage' AND at > ?1"
    "  GROUP BY lead_id),"
    " sorted AS (SELECT lead_id, old, min (id) FROM event WHERE field = 'not-a-lead' AND at > ?1"
    "  GROUP BY lead_id),"
    " past AS (SELECT lead.id AS id, stage_id AS present, last_message_at AS heard,"
    "  iif (moved.lead_id IS NULL, stage_id, (SELECT id FROM stage WHERE key = moved.old)) AS "
    "stage,"
    "  iif (sorted.lead_id IS NULL, not_a_lead, sorted.old) AS other"
    "  FROM lead LEFT JOIN moved ON moved.lead_id = lead.id"
    "  LEFT JOIN sorted ON sorted.lead_id = lead.id"
    "  WHERE iif (first_message_at > 0, min (first_message_at, created_at), created_at) <= ?1)"
    " SELECT past.id, iif (stage.gone = 0, stage.id, coalesce ((SELECT id FROM stage AS near"
    "  WHERE near.role = stage.role AND near.gone = 0 ORDER BY position LIMIT 1), present))"
    " FROM past JOIN stage ON stage.id = past.stage WHERE other IS NULL"
    " ORDER BY heard DESC, past.id";
  const gint64 *at = g_task_get_task_data (task);
  g_autoptr (GHashTable) stages =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "i", *at);

  while (stmt != NULL && ante_db_next (db, stmt, &error))
    add_to_stage (stages, sqlite3_column_int64 (stmt, 1), sqlite3_column_int64 (stmt, 0));
  ante_store_return (task, g_steal_pointer (&stages), (GDestroyNotify) g_hash_table_unref, error);
}

void
ante_store_list_as_of_async (AnteStore *self,
                             gint64 at,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&at, sizeof at), g_free);
  ante_store_read (self, task, list_past_job);
}

GHashTable *
ante_store_list_as_of_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- one lead as it was --- */

typedef struct {
  GArray *ids;
  gint64 at;
} GetPast;

static void
get_past_free (gpointer data)
{
  GetPast *get = data;

  g_array_unref (get->ids);
  g_free (get);
}

/* TRUE and the value when the field was changed since; it may have been NULL. */
static gboolean
find_old (AnteDb *db, gint64 lead, const char *field, gint64 at, char **old, GError **error)
{
  static const char sql[] = "SELECT old FROM event WHERE lead_id = ?1 AND field = ?2 AND at > ?3"
                            " ORDER BY id LIMIT 1";
  g_auto (AnteStmt) stmt = ante_db_query (db, error, sql, "isi", lead, field, at);

  if (stmt == NULL || !ante_db_next (db, stmt, error))
    return FALSE;
  *old = ante_stmt_dup_text (stmt, 0);
  return TRUE;
}

static void
put_back_text (AnteDb *db, gint64 lead, const char *field, gint64 at, char **value, GError **error)
{
  char *old = NULL;

  if (!find_old (db, lead, field, at, &old, error))
    return;
  g_free (*value);
  *value = old;
}

static void
put_back_time (AnteDb *db, gint64 lead, const char *field, gint64 at, gint64 *value, GError **error)
{
  g_autofree char *old = NULL;

  if (find_old (db, lead, field, at, &old, error))
    *value = ante_rows_parse_number (old);
}

static void
put_back_stage (AnteDb *db, AnteLead *lead, gint64 at, GError **error)
{
  g_autofree char *key = NULL;

  if (find_old (db, lead->id, ANTE_FIELD_STAGE, at, &key, error))
    ante_db_get_int (db, error, &lead->stage_id, "SELECT id FROM stage WHERE key = ?1", "s", key);
}

/* The newest message of then. */
static void
put_back_words (AnteDb *db, AnteLead *lead, gint64 at, GError **error)
{
  static const char last[] =
    "SELECT " ANTE_ROWS_MESSAGE " FROM message WHERE lead_id = ?1 AND at <= ?2"
    " ORDER BY at DESC, id DESC LIMIT 1";
  static const char last_of_lead[] = "SELECT max (at) FROM message WHERE lead_id = ?1 AND at <= ?2"
                                     " AND author = 'lead' AND unsent = 0";
  g_auto (AnteStmt) stmt = ante_db_query (db, error, last, "ii", lead->id, at);
  g_autoptr (AnteMessage) message = NULL;

  g_clear_pointer (&lead->last_text, g_free);
  g_clear_pointer (&lead->last_author, g_free);
  lead->last_message_at = 0;
  lead->last_lead_at = 0;
  if (stmt == NULL || !ante_db_next (db, stmt, error))
    return;
  message = ante_rows_read_message (stmt);
  lead->last_message_at = message->at;
  lead->last_author = g_strdup (message->author);
  lead->last_text = ante_projection_describe (message);
  ante_db_get_int (db, error, &lead->last_lead_at, last_of_lead, "ii", lead->id, at);
}

static AnteLead *
read_past_lead (AnteDb *db, gint64 id, gint64 at, GError **error)
{
  AnteLead *lead = ante_rows_get_lead (db, id, error);
  GError *failure = NULL;

  if (lead == NULL)
    return NULL;
  put_back_stage (db, lead, at, &failure);
  if (failure == NULL)
    put_back_time (db, id, "stage-since", at, &lead->stage_since, &failure);
  if (failure == NULL)
    put_back_text (db, id, ANTE_FIELD_OWNER, at, &lead->owner, &failure);
  if (failure == NULL)
    put_back_text (db, id, ANTE_FIELD_NEXT_ACTION, at, &lead->next_action, &failure);
  if (failure == NULL)
    put_back_time (db, id, ANTE_FIELD_NEXT_DUE, at, &lead->next_due, &failure);
  if (failure == NULL)
    put_back_words (db, lead, at, &failure);
  lead->unread = 0;
  lead->owes_reply_since = 0;
  lead->snoozed_until = 0;
  if (failure == NULL)
    return lead;
  g_propagate_error (error, failure);
  g_object_unref (lead);
  return NULL;
}

static void
get_past_job (AnteDb *db, GTask *task)
{
  const GetPast *get = g_task_get_task_data (task);
  g_autoptr (GPtrArray) leads = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  for (guint i = 0; i < get->ids->len && error == NULL; i++) {
    AnteLead *lead = read_past_lead (db, g_array_index (get->ids, gint64, i), get->at, &error);

    if (lead != NULL)
      g_ptr_array_add (leads, lead);
  }
  ante_store_return (task, g_steal_pointer (&leads), (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_get_leads_as_of_async (AnteStore *self,
                                  const gint64 *ids,
                                  guint n_ids,
                                  gint64 at,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GetPast *get = g_new0 (GetPast, 1);

  get->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  get->at = at;
  g_array_append_vals (get->ids, ids, MIN (n_ids, 500));
  g_task_set_task_data (task, get, get_past_free);
  ante_store_read (self, task, get_past_job);
}

GPtrArray *
ante_store_get_leads_as_of_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
