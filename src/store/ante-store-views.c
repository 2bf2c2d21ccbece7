#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-views.h"

#include "rules/ante-filter-words.h"
#include "store/ante-store-private.h"

/* The same of each kind, in a table of its own. */
typedef struct {
  const char *list;
  const char *find;
  const char *add;
  const char *set;
  const char *delete;
} Statements;

#define STATEMENTS(table)                                                                          \
  {                                                                                                \
    "SELECT id, name, filter FROM " table " ORDER BY position, id",                                \
      "SELECT id FROM " table " WHERE name = ?1 AND id <> ?2",                                     \
      "INSERT INTO " table " (name, position, filter) VALUES (?1,"                                 \
      " (SELECT coalesce (max (position), 0) + 1 FROM " table "), ?2)",                            \
      "UPDATE " table " SET name = coalesce (?2, name), filter = coalesce (?3, filter)"            \
      " WHERE id = ?1",                                                                            \
      "DELETE FROM " table " WHERE id = ?1"                                                        \
  }

static const Statements statements[ANTE_VIEW_N_KINDS] = { STATEMENTS ("board_view"),
                                                          STATEMENTS ("search_view") };

/* What a job is asked to do. */
typedef struct {
  AnteViewKind kind;
  AnteView *view;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  ante_view_free (ask->view);
  g_free (ask);
}

void
ante_view_free (AnteView *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->filter);
  g_free (self);
}

static AnteView *
view_new (gint64 id, const char *name, const char *filter)
{
  AnteView *view = g_new0 (AnteView, 1);

  view->id = id;
  view->name = g_strdup (name);
  view->filter = g_strdup (filter);
  return view;
}

/* A task that is asked for @view, which it takes. */
static GTask *
task_new (AnteStore *self,
          AnteViewKind kind,
          AnteView *view,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Ask *ask = g_new0 (Ask, 1);

  ask->kind = kind;
  ask->view = view;
  g_task_set_task_data (task, ask, ask_free);
  return task;
}

static void
list_views_job (AnteDb *db, GTask *task)
{
  const Ask *ask = g_task_get_task_data (task);
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_view_free);
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, statements[ask->kind].list, "");

  while (stmt != NULL && ante_db_next (db, stmt, &error))
    g_ptr_array_add (views, view_new (sqlite3_column_int64 (stmt, 0),
                                      (const char *) sqlite3_column_text (stmt, 1),
                                      (const char *) sqlite3_column_text (stmt, 2)));

  ante_store_return (task, g_steal_pointer (&views), (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_views_async (AnteStore *self,
                             AnteViewKind kind,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = task_new (self, kind, NULL, cancellable, callback, user_data);

  ante_store_read (self, task, list_views_job);
}

GPtrArray *
ante_store_list_views_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
check_text (const char *text, glong min, glong max, GError **error)
{
  if (text == NULL || (g_utf8_validate (text, -1, NULL) && g_utf8_strlen (text, -1) >= min &&
                       g_utf8_strlen (text, -1) <= max))
    return TRUE;
  g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
               "a view has a name of 1 to %d characters", ANTE_VIEW_MAX_NAME);
  return FALSE;
}

/* A name is taken whatever its capitals; the same view may change those. */
static gboolean
check_free (AnteDb *db, AnteViewKind kind, const AnteView *view, GError **error)
{
  GError *failure = NULL;
  gint64 other = 0;

  if (view->name == NULL)
    return TRUE;
  if (ante_db_get_int (db, &failure, &other, statements[kind].find, "si", view->name, view->id))
    g_set_error (&failure, ANTE_STORE_ERROR, ANTE_STORE_ERROR_EXISTS,
                 "view %" G_GINT64_FORMAT " has that name", other);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
write_view (AnteDb *db, AnteViewKind kind, AnteView *view, GError **error)
{
  if (view->id == 0) {
    if (!ante_db_run (db, error, statements[kind].add, "ss", view->name,
                      view->filter != NULL ? view->filter : ""))
      return FALSE;
    view->id = sqlite3_last_insert_rowid (db->handle);
    return TRUE;
  }
  if (!ante_db_run (db, error, statements[kind].set, "iss", view->id, view->name, view->filter))
    return FALSE;
  if (sqlite3_changes (db->handle) > 0)
    return TRUE;
  g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND,
               "view %" G_GINT64_FORMAT " is gone", view->id);
  return FALSE;
}

static void
set_view_job (AnteDb *db, GTask *task)
{
  const Ask *ask = g_task_get_task_data (task);
  AnteView *view = ask->view;
  GError *error = NULL;

  if (!ante_db_begin (db, &error) || !check_text (view->name, 1, ANTE_VIEW_MAX_NAME, &error) ||
      !check_text (view->filter, 0, ANTE_FILTER_MAX_CHARS, &error) ||
      !check_free (db, ask->kind, view, &error) || !write_view (db, ask->kind, view, &error)) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_VIEWS, 0);
  if (ante_store_commit (db, task))
    g_task_return_int (task, view->id);
}

void
ante_store_set_view_async (AnteStore *self,
                           AnteViewKind kind,
                           gint64 id,
                           const char *name,
                           const char *filter,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task =
    task_new (self, kind, view_new (id, name, filter), cancellable, callback, user_data);

  g_return_if_fail (id != 0 || name != NULL);

  ante_store_write (self, task, set_view_job);
}

gint64
ante_store_set_view_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

static void
delete_view_job (AnteDb *db, GTask *task)
{
  const Ask *ask = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean ok = ante_db_begin (db, &error) &&
                ante_db_run (db, &error, statements[ask->kind].delete, "i", ask->view->id);

  if (ok && sqlite3_changes (db->handle) == 0)
    g_set_error (&error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND,
                 "view %" G_GINT64_FORMAT " is gone", ask->view->id);
  if (error != NULL) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_VIEWS, 0);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_delete_view_async (AnteStore *self,
                              AnteViewKind kind,
                              gint64 id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task =
    task_new (self, kind, view_new (id, NULL, NULL), cancellable, callback, user_data);

  ante_store_write (self, task, delete_view_job);
}

gboolean
ante_store_delete_view_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
