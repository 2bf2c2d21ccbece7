#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-leads.h"

#include "store/ante-lead-query.h"
#include "store/ante-merge.h"
#include "store/ante-rows.h"
#include "store/ante-store-changes.h"
#include "store/ante-store-private.h"

typedef struct {
  AnteLeadFilter *filter;
  AnteLeadOrder order;
  guint n_first;
  GPtrArray *first;
} ListIds;

static void
list_ids_free (gpointer data)
{
  ListIds *list = data;

  ante_lead_filter_free (list->filter);
  g_clear_pointer (&list->first, g_ptr_array_unref);
  g_free (list);
}

static GPtrArray *
read_leads (AnteDb *db, GArray *ids, guint n, GError **error)
{
  g_autoptr (GPtrArray) leads = g_ptr_array_new_with_free_func (g_object_unref);
  GError *failure = NULL;

  for (guint i = 0; i < n && failure == NULL; i++) {
    AnteLead *lead = ante_rows_get_lead (db, g_array_index (ids, gint64, i), &failure);

    if (lead != NULL)
      g_ptr_array_add (leads, lead);
  }
  if (failure == NULL)
    return g_steal_pointer (&leads);
  g_propagate_error (error, failure);
  return NULL;
}

static void
list_leads_job (AnteDb *db, GTask *task)
{
  ListIds *list = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GArray) ids = ante_lead_query_list (db, list->filter, list->order, &error);

  if (ids != NULL)
    list->first = read_leads (db, ids, MIN (ids->len, list->n_first), &error);
  ante_store_return (task, g_steal_pointer (&ids), (GDestroyNotify) g_array_unref, error);
}

void
ante_store_list_leads_async (AnteStore *self,
                             const AnteLeadFilter *filter,
                             AnteLeadOrder order,
                             guint n_first,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  ListIds *list = g_new0 (ListIds, 1);

  list->filter = ante_lead_filter_copy (filter);
  list->order = order;
  list->n_first = n_first;
  g_task_set_task_data (task, list, list_ids_free);
  ante_store_read (self, task, list_leads_job);
}

GArray *
ante_store_list_leads_finish (AnteStore *self,
                              GAsyncResult *result,
                              GPtrArray **first,
                              GError **error)
{
  ListIds *list = g_task_get_task_data (G_TASK (result));
  GArray *ids = g_task_propagate_pointer (G_TASK (result), error);

  if (first != NULL)
    *first = ids != NULL ? g_steal_pointer (&list->first) : NULL;
  return ids;
}

void
ante_store_list_lead_ids_async (AnteStore *self,
                                const AnteLeadFilter *filter,
                                AnteLeadOrder order,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  ante_store_list_leads_async (self, filter, order, 0, cancellable, callback, user_data);
}

GArray *
ante_store_list_lead_ids_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return ante_store_list_leads_finish (self, result, NULL, error);
}

static void
count_leads_job (AnteDb *db, GTask *task)
{
  GPtrArray *filters = g_task_get_task_data (task);
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));
  GError *error = NULL;

  g_array_set_size (counts, filters->len);
  for (guint i = 0; i < filters->len && error == NULL; i++)
    ante_lead_query_count (db, filters->pdata[i], &g_array_index (counts, guint, i), &error);
  ante_store_return (task, g_steal_pointer (&counts), (GDestroyNotify) g_array_unref, error);
}

void
ante_store_count_leads_async (AnteStore *self,
                              const AnteLeadFilter *filters,
                              guint n_filters,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_lead_filter_free);

  for (guint i = 0; i < n_filters; i++)
    g_ptr_array_add (copies, ante_lead_filter_copy (&filters[i]));
  g_task_set_task_data (task, copies, (GDestroyNotify) g_ptr_array_unref);
  ante_store_read (self, task, count_leads_job);
}

GArray *
ante_store_count_leads_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
get_leads_job (AnteDb *db, GTask *task)
{
  GArray *ids = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *leads = read_leads (db, ids, ids->len, &error);

  /* Who was merged into another is there no more. */
  for (guint i = leads != NULL ? leads->len : 0; i-- > 0;) {
    if (g_strcmp0 (((AnteLead *) leads->pdata[i])->not_a_lead, ANTE_NOT_A_LEAD_MERGED) == 0)
      g_ptr_array_remove_index (leads, i);
  }
  ante_store_return (task, leads, (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_get_leads_async (AnteStore *self,
                            const gint64 *ids,
                            guint n_ids,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);

  g_array_append_vals (copy, ids, MIN (n_ids, 500));
  g_task_set_task_data (task, copy, (GDestroyNotify) g_array_unref);
  ante_store_read (self, task, get_leads_job);
}

GPtrArray *
ante_store_get_leads_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
find_lead_job (AnteDb *db, GTask *task)
{
  const char *wanted = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 id = 0;
  gint64 other = 0;
  AnteLead *lead = NULL;

  if (ante_db_get_int (db, &error, &id, "SELECT id FROM lead WHERE igsid = ?1", "s", wanted) ||
      error != NULL) {
    /* An Instagram-scoped id is exact: nothing more to look for. */
  } else if (*wanted == '@') {
    wanted++;
  }

  if (error == NULL && id == 0 &&
      ante_db_get_int (db, &error, &id,
                       "SELECT id FROM lead WHERE handle = ?1 COLLATE NOCASE ORDER BY id", "s",
                       wanted) &&
      ante_db_get_int (db, &error, &other,
                       "SELECT id FROM lead WHERE handle = ?1 COLLATE NOCASE AND id <> ?2", "si",
                       wanted, id))
    g_set_error (&error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
                 "the handle is borne by several leads");

  if (error == NULL && id != 0 && (id = ante_merge_find_root (db, id, &error)) > 0)
    lead = ante_rows_get_lead (db, id, &error);
  if (lead == NULL && error == NULL)
    g_set_error (&error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND, "there is no such lead");

  ante_store_return (task, lead, g_object_unref, error);
}

void
ante_store_find_lead_async (AnteStore *self,
                            const char *handle_or_igsid,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (handle_or_igsid), g_free);
  ante_store_read (self, task, find_lead_job);
}

AnteLead *
ante_store_find_lead_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
get_counts_job (AnteDb *db, GTask *task)
{
  /* Each number is read from a small index of its own. */
  static const char sql[] =
    "SELECT (SELECT sum (n_leads - (SELECT count(*) FROM lead WHERE stage_id = stage.id"
    " AND is_client = 1 AND not_a_lead IS NULL)) FROM stage"
    " WHERE role NOT IN ('not-a-fit', 'client')),"
    " (SELECT count(*) FROM lead WHERE unread > 0 AND not_a_lead IS NULL),"
    " (SELECT count(*) FROM lead WHERE owes_reply_since > 0 AND not_a_lead IS NULL),"
    " (SELECT count(*) FROM lead WHERE live = 1 AND next_action IS NULL"
    " AND not_a_lead IS NULL),"
    " (SELECT count(*) FROM lead WHERE live = 1 AND source = 'unknown'),"
    " (SELECT count(*) FROM outbox WHERE state = 'failed'),"
    " (SELECT count(*) FROM outbox WHERE state = 'uncertain'),"
    " (SELECT count(*) FROM lead WHERE owner = 'none' AND live = 1 AND not_a_lead IS NULL)";
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "");
  AnteStoreCounts *counts = NULL;

  if (stmt == NULL || !ante_db_next (db, stmt, &error)) {
    g_task_return_error (task, error);
    return;
  }

  counts = g_new0 (AnteStoreCounts, 1);
  counts->live = (guint) sqlite3_column_int (stmt, 0);
  counts->unread = (guint) sqlite3_column_int (stmt, 1);
  counts->owes_reply = (guint) sqlite3_column_int (stmt, 2);
  counts->no_next_step = (guint) sqlite3_column_int (stmt, 3);
  counts->no_source = (guint) sqlite3_column_int (stmt, 4);
  counts->outbox_failed = (guint) sqlite3_column_int (stmt, 5);
  counts->outbox_uncertain = (guint) sqlite3_column_int (stmt, 6);
  counts->no_owner = (guint) sqlite3_column_int (stmt, 7);
  g_task_return_pointer (task, counts, g_free);
}

void
ante_store_get_counts_async (AnteStore *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_read (self, task, get_counts_job);
}

gboolean
ante_store_get_counts_finish (AnteStore *self,
                              GAsyncResult *result,
                              AnteStoreCounts *counts,
                              GError **error)
{
  g_autofree AnteStoreCounts *read = g_task_propagate_pointer (G_TASK (result), error);

  if (read != NULL)
    *counts = *read;
  return read != NULL;
}

static void
list_setters_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "SELECT DISTINCT owner FROM lead WHERE owner >= 'setter:' AND owner < 'setter;'"
    " UNION SELECT substr (key, 7) FROM setting WHERE key >= 'owner:setter:' AND key < "
    "'owner:setter;'"
    " ORDER BY 1";
  g_autoptr (GPtrArray) setters = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "");

  while (stmt != NULL && ante_db_next (db, stmt, &error))
    g_ptr_array_add (setters, ante_stmt_dup_text (stmt, 0));

  if (error != NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_ptr_array_add (setters, NULL);
  g_task_return_pointer (task, g_ptr_array_free (g_steal_pointer (&setters), FALSE),
                         (GDestroyNotify) g_strfreev);
}

void
ante_store_list_setters_async (AnteStore *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_read (self, task, list_setters_job);
}

GStrv
ante_store_list_setters_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_touches_job (AnteDb *db, GTask *task)
{
  const gint64 *lead_id = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *touches = ante_rows_list_touches (db, *lead_id, &error);

  ante_store_return (task, touches, (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_touches_async (AnteStore *self,
                               gint64 lead_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&lead_id, sizeof lead_id), g_free);
  ante_store_read (self, task, list_touches_job);
}

GPtrArray *
ante_store_list_touches_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  gint64 lead_id;
  guint limit;
} ListEvents;

static void
list_events_job (AnteDb *db, GTask *task)
{
/* The event of a fact, a note or a saved reply holds row ids, or "ID:STATE"; told are the words, of
 * a state "STATE: KIND: WORDS". */
#define TOLD(column)                                                                               \
  "CASE field WHEN 'fact' THEN (SELECT kind || ': ' || text FROM fact WHERE id = " column          \
  ") WHEN 'fact-state' THEN (SELECT substr (" column ", instr (" column ", ':') + 1) || ': '"      \
  " || kind || ': ' || text FROM fact WHERE id = CAST (" column " AS INTEGER))"                    \
  " WHEN 'note' THEN (SELECT text FROM note WHERE id = " column ")"                                \
  " WHEN 'reply' THEN (SELECT name FROM reply WHERE id = " column ")"                              \
  " WHEN 'merge' THEN (SELECT coalesce (nullif (name, ''), handle) FROM lead WHERE id = " column   \
  ") ELSE " column " END"
#define EVENTS                                                                                     \
  "SELECT id, act, lead_id, at, actor, field, " TOLD ("old") ", " TOLD (                           \
    "new") ", why, undone, stage_id FROM event"
  static const char of_lead[] =
    EVENTS " WHERE lead_id IN " ANTE_MERGE_PERSON " ORDER BY id DESC LIMIT ?2";
  static const char of_all[] = EVENTS " WHERE ?1 = 0 ORDER BY id DESC LIMIT ?2";
  const ListEvents *list = g_task_get_task_data (task);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_event_free);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, list->lead_id != 0 ? of_lead : of_all, "ii",
                                          list->lead_id, (gint64) list->limit);

  while (stmt != NULL && ante_db_next (db, stmt, &error))
    g_ptr_array_add (events, ante_rows_read_event (stmt));

  ante_store_return (task, g_steal_pointer (&events), (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_events_async (AnteStore *self,
                              gint64 lead_id,
                              guint limit,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  ListEvents list = { lead_id, limit };

  g_task_set_task_data (task, g_memdup2 (&list, sizeof list), g_free);
  ante_store_read (self, task, list_events_job);
}

GPtrArray *
ante_store_list_events_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
