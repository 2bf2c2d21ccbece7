#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-messages.h"

#include "rules/ante-text.h"
#include "store/ante-merge.h"
#include "store/ante-outbox-rows.h"
#include "store/ante-projection.h"
#include "store/ante-rows.h"
#include "store/ante-store-private.h"

/* Which messages of a lead: those before message (@at, @id), newest of them first, or those from it
 * on. */
typedef struct {
  gint64 lead_id;
  gint64 at;
  gint64 id;
  guint limit;
  gboolean onward;
} ListMessages;

void
ante_message_page_free (AnteMessagePage *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->messages);
  g_array_unref (self->gaps);
  g_free (self);
}

static gboolean
read_attachments (AnteDb *db, AnteMessagePage *page, GError **error)
{
  for (guint i = 0; i < page->messages->len; i++) {
    AnteMessage *message = page->messages->pdata[i];

    if (message->kind != ANTE_MESSAGE_TEXT && !ante_rows_read_attachments (db, message, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_messages (AnteDb *db, const ListMessages *list, AnteMessagePage *page, GError **error)
{
  static const char back[] =
    "SELECT " ANTE_ROWS_MESSAGE " FROM message WHERE lead_id = ?1 AND (at, id) < (?2, ?3)"
    " ORDER BY at DESC, id DESC LIMIT ?4";
  static const char onward[] =
    "SELECT " ANTE_ROWS_MESSAGE " FROM message WHERE lead_id = ?1 AND (at, id) >= (?2, ?3)"
    " ORDER BY at, id LIMIT ?4";
  GError *read_error = NULL;
  /* One more than asked for tells whether there are others. */
  g_auto (AnteStmt) stmt =
    ante_db_query (db, error, list->onward ? onward : back, "iiii", list->lead_id, list->at,
                   list->id, (gint64) list->limit + 1);
  gboolean more = FALSE;

  if (stmt == NULL)
    return FALSE;

  while (ante_db_next (db, stmt, &read_error)) {
    if (page->messages->len == list->limit)
      more = TRUE;
    else
      g_ptr_array_add (page->messages, ante_rows_read_message (stmt));
  }
  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return FALSE;
  }
  for (guint i = 0; !list->onward && i < page->messages->len / 2; i++) {
    gpointer *other = &page->messages->pdata[page->messages->len - 1 - i];
    gpointer message = page->messages->pdata[i];

    page->messages->pdata[i] = *other;
    *other = message;
  }
  *(list->onward ? &page->more_after : &page->more_before) = more;
  return read_attachments (db, page, error);
}

/* What lies on the other side of the message that was asked for. */
static gboolean
read_other_side (AnteDb *db, const ListMessages *list, AnteMessagePage *page, GError **error)
{
  static const char before[] =
    "SELECT 1 FROM message WHERE lead_id = ?1 AND (at, id) < (?2, ?3) LIMIT 1";
  static const char after[] =
    "SELECT 1 FROM message WHERE lead_id = ?1 AND (at, id) >= (?2, ?3) LIMIT 1";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, error, list->onward ? before : after, "iii",
                                          list->lead_id, list->at, list->id);

  if (stmt == NULL)
    return FALSE;
  *(list->onward ? &page->more_before : &page->more_after) = ante_db_next (db, stmt, &read_error);
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

static gboolean
read_gaps (AnteDb *db, const ListMessages *list, AnteMessagePage *page, GError **error)
{
  static const char sql[] =
    "SELECT after_at, before_at, missing FROM gap WHERE lead_id IN " ANTE_MERGE_PERSON
    " AND before_at >= ?2 AND before_at < ?3 ORDER BY before_at";
  guint n = page->messages->len;
  gint64 first = n > 0 ? ((AnteMessage *) page->messages->pdata[0])->at : 0;
  gint64 end =
    page->more_after && n > 0 ? ((AnteMessage *) page->messages->pdata[n - 1])->at + 1 : G_MAXINT64;
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, error, sql, "iii", list->lead_id, first, end);

  if (stmt == NULL)
    return FALSE;

  while (ante_db_next (db, stmt, &read_error)) {
    AnteGap gap = { sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1),
                    (guint) sqlite3_column_int (stmt, 2) };

    g_array_append_val (page->gaps, gap);
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

static void
list_messages_job (AnteDb *db, GTask *task)
{
  const ListMessages *list = g_task_get_task_data (task);
  g_autoptr (AnteMessagePage) page = g_new0 (AnteMessagePage, 1);
  GError *error = NULL;

  page->messages = g_ptr_array_new_with_free_func (g_object_unref);
  page->gaps = g_array_new (FALSE, FALSE, sizeof (AnteGap));

  if (read_messages (db, list, page, &error) && read_other_side (db, list, page, &error))
    read_gaps (db, list, page, &error);
  ante_store_return (task, g_steal_pointer (&page), (GDestroyNotify) ante_message_page_free, error);
}

static void
list_messages (AnteStore *self,
               const ListMessages *list,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (list, sizeof *list), g_free);
  ante_store_read (self, task, list_messages_job);
}

void
ante_store_list_messages_async (AnteStore *self,
                                gint64 lead_id,
                                gint64 before_at,
                                gint64 before_id,
                                guint limit,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  ListMessages list = { lead_id, before_at != 0 ? before_at : G_MAXINT64, before_id, limit, FALSE };

  list_messages (self, &list, cancellable, callback, user_data);
}

void
ante_store_list_messages_from_async (AnteStore *self,
                                     gint64 lead_id,
                                     gint64 from_at,
                                     gint64 from_id,
                                     guint limit,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  ListMessages list = { lead_id, from_at, from_id, limit, TRUE };

  list_messages (self, &list, cancellable, callback, user_data);
}

AnteMessagePage *
ante_store_list_messages_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
mark_read_job (AnteDb *db, GTask *task)
{
  const gint64 *lead_id = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_db_begin (db, &error) ||
      !ante_db_run (
        db, &error,
        "UPDATE lead SET read_at = last_lead_at, unread = 0 WHERE id = ?1 AND unread > 0", "i",
        *lead_id)) {
    ante_store_fail (db, task, error);
    return;
  }

  if (sqlite3_changes (db->handle) > 0)
    ante_db_touch (db, ANTE_STORE_LEADS | ANTE_STORE_ORDER, *lead_id);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_mark_read_async (AnteStore *self,
                            gint64 lead_id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&lead_id, sizeof lead_id), g_free);
  ante_store_write (self, task, mark_read_job);
}

gboolean
ante_store_mark_read_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

typedef struct {
  gint64 lead_id;
  char *text;
  char *sent;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->text);
  g_free (draft->sent);
  g_free (draft);
}

static gboolean
write_draft (AnteDb *db, gint64 lead_id, const char *text, GError **error)
{
  if (text == NULL || *text == '\0')
    return ante_db_run (db, error, "DELETE FROM draft WHERE lead_id = ?1", "i", lead_id);
  return ante_db_run (db, error,
                      "INSERT INTO draft (lead_id, text) VALUES (?1, ?2)"
                      " ON CONFLICT (lead_id) DO UPDATE SET text = ?2",
                      "is", lead_id, text);
}

static void
give_draft (GTask *task, gint64 lead_id, const char *text)
{
  Draft *draft = g_new0 (Draft, 1);

  draft->lead_id = lead_id;
  draft->text = g_strdup (text);
  g_task_set_task_data (task, draft, draft_free);
}

/* Whoever types takes the thread: what was about to leave by itself waits for them. */
static gboolean
beat_machine (AnteDb *db, const Draft *draft, GError **error)
{
  return draft->text == NULL || *draft->text == '\0' ||
         ante_outbox_rows_withdraw (db, draft->lead_id, "typing", g_get_real_time () / 1000, error);
}

static void
set_draft_job (AnteDb *db, GTask *task)
{
  const Draft *draft = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_db_begin (db, &error) || !write_draft (db, draft->lead_id, draft->text, &error) ||
      !beat_machine (db, draft, &error))
    ante_store_fail (db, task, error);
  else if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_set_draft_async (AnteStore *self,
                            gint64 lead_id,
                            const char *text,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  give_draft (task, lead_id, text);
  ante_store_write (self, task, set_draft_job);
}

gboolean
ante_store_set_draft_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
return_draft_job (AnteDb *db, GTask *task)
{
  const Draft *draft = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *present =
    ante_db_get_text (db, &error, "SELECT text FROM draft WHERE lead_id = ?1", "i", draft->lead_id);
  g_autofree char *text = NULL;

  if (error == NULL) {
    text = present == NULL || g_strcmp0 (present, draft->sent) == 0
             ? g_strdup (draft->text)
             : ante_text_put_back (present, draft->text, NULL, NULL);
    write_draft (db, draft->lead_id, text, &error);
  }

  ante_store_return (task, g_steal_pointer (&text), g_free, error);
}

void
ante_store_return_draft_async (AnteStore *self,
                               gint64 lead_id,
                               const char *sent,
                               const char *text,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Draft *draft = g_new0 (Draft, 1);

  draft->lead_id = lead_id;
  draft->text = g_strdup (text);
  draft->sent = g_strdup (sent);
  g_task_set_task_data (task, draft, draft_free);
  ante_store_write (self, task, return_draft_job);
}

char *
ante_store_return_draft_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
begin_draft (AnteDb *db, const Draft *draft, GError **error)
{
  gint64 stands = 0;

  if (!ante_db_get_int (db, error, &stands, "SELECT count(*) FROM draft WHERE lead_id = ?1", "i",
                        draft->lead_id))
    return FALSE;
  if (stands == 0)
    return write_draft (db, draft->lead_id, draft->text, error);
  g_set_error_literal (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT,
                       "an answer is begun already");
  return FALSE;
}

static void
begin_draft_job (AnteDb *db, GTask *task)
{
  const Draft *draft = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_db_begin (db, &error) || !begin_draft (db, draft, &error)) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_DRAFTS, draft->lead_id);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_begin_draft_async (AnteStore *self,
                              gint64 lead_id,
                              const char *text,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  give_draft (task, lead_id, text);
  ante_store_write (self, task, begin_draft_job);
}

gboolean
ante_store_begin_draft_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
get_draft_job (AnteDb *db, GTask *task)
{
  const gint64 *lead_id = g_task_get_task_data (task);
  GError *error = NULL;
  char *text =
    ante_db_get_text (db, &error, "SELECT text FROM draft WHERE lead_id = ?1", "i", *lead_id);

  ante_store_return (task, text != NULL ? text : g_strdup (""), g_free, error);
}

/* Read by the writer: what was saved just before is seen. */
void
ante_store_get_draft_async (AnteStore *self,
                            gint64 lead_id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&lead_id, sizeof lead_id), g_free);
  ante_store_write (self, task, get_draft_job);
}

char *
ante_store_get_draft_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
