#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-judge.h"

#include "store/ante-facts.h"
#include "store/ante-notes.h"
#include "store/ante-playbooks.h"
#include "store/ante-send-facts.h"
#include "store/ante-store-private.h"

#define MOST_MESSAGES "200"
#define MOST_OTHERS "20"
#define DAY_MS G_GINT64_CONSTANT (86400000)

static void
other_free (gpointer data)
{
  AnteOtherPerson *other = data;

  g_free (other->name);
  g_free (other->handle);
  g_strfreev (other->facts);
  g_free (other);
}

void
ante_judge_facts_free (AnteJudgeFacts *self)
{
  if (self == NULL)
    return;

  ante_send_facts_free (self->send);
  ante_playbook_version_free (self->playbook);
  g_clear_pointer (&self->messages, g_ptr_array_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_strfreev (self->notes);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_free (self->booking_link);
  g_free (self->my_name);
  g_free (self);
}

static gboolean
read_messages (AnteDb *db, gint64 lead_id, AnteJudgeFacts *facts, GError **error)
{
  static const char sql[] = "SELECT " ANTE_ROWS_MESSAGE " FROM message WHERE lead_id = ?1"
                            " AND unsent = 0 ORDER BY at DESC, id DESC LIMIT " MOST_MESSAGES;
  GError *failure = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &failure, sql, "i", lead_id);

  facts->messages = g_ptr_array_new_with_free_func (g_object_unref);
  while (stmt != NULL && ante_db_next (db, stmt, &failure))
    g_ptr_array_insert (facts->messages, 0, ante_rows_read_message (stmt));
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
read_notes (AnteDb *db, gint64 lead_id, AnteJudgeFacts *facts, GError **error)
{
  g_autoptr (GPtrArray) notes = ante_notes_read (db, lead_id, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_strv_builder_add (builder, ((AnteNote *) notes->pdata[i])->text);
  facts->notes = g_strv_builder_end (builder);
  return notes != NULL;
}

/* Of all others a draft could tell about, those that are on everybody's mind. */
static gboolean
read_others (AnteDb *db, gint64 lead_id, AnteJudgeFacts *facts, GError **error)
{
  static const char sql[] =
    "SELECT id, coalesce (name, ''), handle FROM lead WHERE not_a_lead IS NULL AND id <> ?1"
    " AND last_message_at > 0 ORDER BY last_message_at DESC LIMIT " MOST_OTHERS;
  GError *failure = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (AnteStmt) stmt = ante_db_query (db, &failure, sql, "i", lead_id);

  facts->others = g_ptr_array_new_with_free_func (other_free);
  while (stmt != NULL && ante_db_next (db, stmt, &failure)) {
    AnteOtherPerson *other = g_new0 (AnteOtherPerson, 1);
    gint64 id = sqlite3_column_int64 (stmt, 0);

    other->name = ante_stmt_dup_text (stmt, 1);
    other->handle = ante_stmt_dup_text (stmt, 2);
    g_ptr_array_add (facts->others, other);
    g_array_append_val (ids, id);
  }
  for (guint i = 0; failure == NULL && i < ids->len; i++) {
    AnteOtherPerson *other = facts->others->pdata[i];
    g_autoptr (GPtrArray) known =
      ante_facts_read (db, g_array_index (ids, gint64, i), TRUE, &failure);
    g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

    for (guint k = 0; known != NULL && k < known->len; k++)
      g_strv_builder_add (builder, ((AnteFact *) known->pdata[k])->text);
    other->facts = g_strv_builder_end (builder);
  }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
read_rest (AnteDb *db, gint64 lead_id, gint64 now, AnteJudgeFacts *facts, GError **error)
{
  static const char role[] =
    "SELECT role FROM stage JOIN lead ON lead.stage_id = stage.id WHERE lead.id = ?1";
  static const char today[] =
    "SELECT count(*) FROM outbox WHERE lead_id = ?1 AND author IN ('ai', 'system')"
    " AND created_at > ?2 AND state IN ('queued', 'sending', 'uncertain', 'sent')";
  static const char word[] = "SELECT value FROM setting WHERE key = ?1";
  GError *failure = NULL;
  g_autofree char *nick = ante_db_get_text (db, &failure, role, "i", lead_id);
  gint64 n = 0;

  facts->stage = ANTE_STAGE_ACTIVE;
  ante_stage_role_from_nick (nick, &facts->stage);
  if (failure == NULL && ante_db_get_int (db, &failure, &n, today, "ii", lead_id, now - DAY_MS))
    facts->automatic_today = (guint) n;
  if (failure == NULL)
    facts->booking_link = ante_db_get_text (db, &failure, word, "s", ANTE_FIELD_BOOKING_LINK);
  if (failure == NULL)
    facts->my_name = ante_db_get_text (db, &failure, word, "s", ANTE_FIELD_MY_NAME);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static AnteJudgeFacts *
read_facts (AnteDb *db, gint64 lead_id, gint64 now, GError **error)
{
  g_autoptr (AnteJudgeFacts) facts = g_new0 (AnteJudgeFacts, 1);
  GError *failure = NULL;

  if ((facts->send = ante_send_facts_read (db, lead_id, error)) == NULL ||
      !read_messages (db, lead_id, facts, error) ||
      (facts->facts = ante_facts_read (db, lead_id, FALSE, error)) == NULL ||
      !read_notes (db, lead_id, facts, error) || !read_others (db, lead_id, facts, error) ||
      !read_rest (db, lead_id, now, facts, error))
    return NULL;
  facts->playbook = ante_playbooks_get (db, 0, &failure);
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return NULL;
  }
  return g_steal_pointer (&facts);
}

typedef struct {
  gint64 lead_id;
  gint64 now;
} Ask;

static void
judge_facts_job (AnteDb *db, GTask *task)
{
  const Ask *ask = g_task_get_task_data (task);
  GError *error = NULL;
  AnteJudgeFacts *facts = read_facts (db, ask->lead_id, ask->now, &error);

  ante_store_return (task, facts, (GDestroyNotify) ante_judge_facts_free, error);
}

void
ante_store_judge_facts_async (AnteStore *self,
                              gint64 lead_id,
                              gint64 now,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Ask ask = { lead_id, now };

  g_task_set_task_data (task, g_memdup2 (&ask, sizeof ask), g_free);
  ante_store_write (self, task, judge_facts_job);
}

AnteJudgeFacts *
ante_store_judge_facts_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
