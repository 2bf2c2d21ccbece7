#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-replies.h"

#include "store/ante-replies.h"
#include "store/ante-rows.h"
#include "store/ante-store-private.h"

static void
list_replies_job (AnteDb *db, GTask *task)
{
  GError *error = NULL;
  GPtrArray *replies = ante_replies_read (db, &error);

  ante_store_return (task, replies, (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_replies_async (AnteStore *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_read (self, task, list_replies_job);
}

GPtrArray *
ante_store_list_replies_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  gint64 id;
  AnteReply *reply;
  char *field; /* NULL: it is about a reply */
  char *value;
  char *actor;
  gint64 now;
} Keep;

static void
keep_free (gpointer data)
{
  Keep *keep = data;

  ante_reply_free (keep->reply);
  g_free (keep->field);
  g_free (keep->value);
  g_free (keep->actor);
  g_free (keep);
}

static void
keep_job (AnteDb *db, GTask *task)
{
  const Keep *keep = g_task_get_task_data (task);
  AnteAct act = { 0, keep->actor, NULL, keep->now, 0, FALSE };
  GError *error = NULL;
  gint64 events = 0;
  gboolean ok = ante_db_begin (db, &error) && (act.act = ante_rows_next_act (db, &error)) > 0;

  ok =
    ok && (keep->field != NULL ? ante_replies_set_words (db, &act, keep->field, keep->value, &error)
                               : ante_replies_keep (db, &act, keep->id, keep->reply, &error));
  if (!ok || !ante_db_get_int (db, &error, &events, "SELECT count(*) FROM event WHERE act = ?1",
                               "i", act.act)) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_REPLIES, 0);
  if (ante_store_commit (db, task))
    g_task_return_int (task, events > 0 ? act.act : 0);
}

static void
start (AnteStore *self, Keep *keep, const char *actor, gint64 now, GTask *task)
{
  keep->actor = g_strdup (actor);
  keep->now = now;
  g_task_set_task_data (task, keep, keep_free);
  ante_store_write (self, task, keep_job);
}

void
ante_store_keep_reply_async (AnteStore *self,
                             gint64 id,
                             const AnteReply *reply,
                             const char *actor,
                             gint64 now,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Keep *keep = g_new0 (Keep, 1);

  keep->id = id;
  keep->reply = reply != NULL ? ante_reply_copy (reply) : NULL;
  start (self, keep, actor, now, task);
}

void
ante_store_set_words_async (AnteStore *self,
                            const char *field,
                            const char *value,
                            const char *actor,
                            gint64 now,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Keep *keep = g_new0 (Keep, 1);

  keep->field = g_strdup (field);
  keep->value = g_strdup (value);
  start (self, keep, actor, now, task);
}

gint64
ante_store_keep_reply_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}
