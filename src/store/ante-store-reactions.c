#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-reactions.h"

#include "rules/ante-reaction-list.h"
#include "store/ante-store-private.h"

void
ante_reaction_wish_free (AnteReactionWish *self)
{
  if (self == NULL)
    return;

  g_free (self->mid);
  g_free (self->igsid);
  g_free (self->emoji);
  g_free (self);
}

/* TRUE with the reactions, which may be NULL. */
static gboolean
read_reactions (AnteDb *db, gint64 id, gint64 *lead_id, char **reactions, GError **error)
{
  static const char sql[] = "SELECT lead_id, reactions FROM message WHERE id = ?1 AND unsent = 0";
  GError *failure = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &failure, sql, "i", id);

  if (stmt != NULL && ante_db_next (db, stmt, &failure)) {
    *lead_id = sqlite3_column_int64 (stmt, 0);
    *reactions = ante_stmt_dup_text (stmt, 1);
    return TRUE;
  }
  if (failure == NULL)
    g_set_error_literal (&failure, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND,
                         "there is no such message");
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
write_own (AnteDb *db, gint64 id, const char *reactions, const char *emoji, GError **error)
{
  g_autofree char *list = ante_reaction_list_set_own (reactions, emoji);

  return ante_db_run (db, error, "UPDATE message SET reactions = ?2 WHERE id = ?1", "is", id, list);
}

static gboolean
wish (AnteDb *db, gint64 id, const char *emoji, GError **error)
{
  static const char sql[] =
    "INSERT INTO reaction_wish (message_id, emoji, before)"
    " VALUES (?1, ?2, ?3) ON CONFLICT (message_id) DO UPDATE SET emoji = ?2";
  g_autofree char *reactions = NULL;
  g_autofree char *own = NULL;
  gint64 lead_id = 0;

  if (!read_reactions (db, id, &lead_id, &reactions, error))
    return FALSE;
  own = ante_reaction_list_dup_own (reactions);
  if (g_str_equal (own, emoji))
    return TRUE;
  ante_db_touch (db, ANTE_STORE_MESSAGES, lead_id);
  return write_own (db, id, reactions, emoji, error) &&
         ante_db_run (db, error, sql, "iss", id, emoji, own);
}

static void
react_job (AnteDb *db, GTask *task)
{
  const AnteReactionWish *wanted = g_task_get_task_data (task);
  GError *error = NULL;

  if (*wanted->emoji != '\0' && !ante_reaction_list_is_emoji (wanted->emoji)) {
    g_task_return_new_error (task, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
                             "that is nothing to react with");
    return;
  }
  if (!ante_db_begin (db, &error) || !wish (db, wanted->message_id, wanted->emoji, &error))
    ante_store_fail (db, task, error);
  else if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_react_async (AnteStore *self,
                        gint64 message_id,
                        const char *emoji,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AnteReactionWish *wanted = g_new0 (AnteReactionWish, 1);

  wanted->message_id = message_id;
  wanted->emoji = g_strdup (emoji);
  g_task_set_task_data (task, wanted, (GDestroyNotify) ante_reaction_wish_free);
  ante_store_write (self, task, react_job);
}

gboolean
ante_store_react_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
next_job (AnteDb *db, GTask *task)
{
  static const char sql[] =
    "SELECT message_id, mid, igsid, emoji FROM reaction_wish"
    " JOIN message ON message.id = message_id"
    " JOIN lead ON lead.id = coalesce (message.via, message.lead_id) ORDER BY message_id LIMIT 1";
  AnteReactionWish *next = NULL;
  GError *error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &error, sql, "");

  if (stmt != NULL && ante_db_next (db, stmt, &error)) {
    next = g_new0 (AnteReactionWish, 1);
    next->message_id = sqlite3_column_int64 (stmt, 0);
    next->mid = ante_stmt_dup_text (stmt, 1);
    next->igsid = ante_stmt_dup_text (stmt, 2);
    next->emoji = ante_stmt_dup_text (stmt, 3);
  }
  ante_store_return (task, next, (GDestroyNotify) ante_reaction_wish_free, error);
}

/* Read by the writer, which knows what was wished just before. */
void
ante_store_next_reaction_async (AnteStore *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_write (self, task, next_job);
}

AnteReactionWish *
ante_store_next_reaction_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  gint64 message_id;
  char *emoji;
  gboolean is_done;
} Settle;

static void
settle_free (gpointer data)
{
  Settle *settle = data;

  g_free (settle->emoji);
  g_free (settle);
}

static gboolean
put_back (AnteDb *db, gint64 id, const char *before, GError **error)
{
  GError *failure = NULL;
  g_autofree char *reactions = NULL;
  gint64 lead_id = 0;

  if (read_reactions (db, id, &lead_id, &reactions, &failure)) {
    ante_db_touch (db, ANTE_STORE_MESSAGES, lead_id);
    return write_own (db, id, reactions, before, error);
  }
  if (g_error_matches (failure, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND)) {
    g_error_free (failure); /* it was taken back meanwhile: nothing is to be seen of it */
    return TRUE;
  }
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
settle (AnteDb *db, const Settle *settle, GError **error)
{
  static const char find[] =
    "SELECT before FROM reaction_wish WHERE message_id = ?1 AND emoji = ?2";
  static const char passed[] = "UPDATE reaction_wish SET before = ?2 WHERE message_id = ?1";
  GError *failure = NULL;
  g_autofree char *before =
    ante_db_get_text (db, &failure, find, "is", settle->message_id, settle->emoji);

  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  /* Another is wished by now: what Instagram has is what it would go back to. */
  if (before == NULL)
    return !settle->is_done ||
           ante_db_run (db, error, passed, "is", settle->message_id, settle->emoji);
  return (settle->is_done || put_back (db, settle->message_id, before, error)) &&
         ante_db_run (db, error, "DELETE FROM reaction_wish WHERE message_id = ?1", "i",
                      settle->message_id);
}

static void
settle_job (AnteDb *db, GTask *task)
{
  GError *error = NULL;

  if (!ante_db_begin (db, &error) || !settle (db, g_task_get_task_data (task), &error))
    ante_store_fail (db, task, error);
  else if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_settle_reaction_async (AnteStore *self,
                                  const AnteReactionWish *wish,
                                  gboolean is_done,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Settle *settle = g_new0 (Settle, 1);

  settle->message_id = wish->message_id;
  settle->emoji = g_strdup (wish->emoji);
  settle->is_done = is_done;
  g_task_set_task_data (task, settle, settle_free);
  ante_store_write (self, task, settle_job);
}

gboolean
ante_store_settle_reaction_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
