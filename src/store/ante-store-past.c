#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-past.h"

#include "store/ante-rows.h"
#include "store/ante-store-private.h"

/**
 * ante_past_act_new:
 *
 * Returns: (transfer full): an act without changes, all words copied
 */
AntePastAct *
ante_past_act_new (const char *igsid, gint64 at, const char *actor, const char *why)
{
  AntePastAct *self = g_new0 (AntePastAct, 1);

  self->igsid = g_strdup (igsid);
  self->at = at;
  self->actor = g_strdup (actor);
  self->why = g_strdup (why);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  return self;
}

void
ante_past_act_add (AntePastAct *self, const char *field, const char *value, const char *detail)
{
  g_ptr_array_add (self->changes, ante_change_new (0, field, value, detail));
}

void
ante_past_act_free (AntePastAct *self)
{
  if (self == NULL)
    return;

  g_free (self->igsid);
  g_free (self->actor);
  g_free (self->why);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

static AntePastAct *
copy_act (const AntePastAct *act)
{
  AntePastAct *copy = ante_past_act_new (act->igsid, act->at, act->actor, act->why);

  for (guint i = 0; i < act->changes->len; i++) {
    const AnteChange *change = act->changes->pdata[i];

    ante_past_act_add (copy, change->field, change->value, change->detail);
  }
  return copy;
}

/* The sort is stable: acts of one moment stay as they were told. */
static int
compare_times (gconstpointer a, gconstpointer b)
{
  const AntePastAct *one = *(AntePastAct *const *) a;
  const AntePastAct *other = *(AntePastAct *const *) b;

  return one->at < other->at ? -1 : one->at > other->at;
}

typedef struct {
  char *name;
  GPtrArray *acts;
  GHashTable *leads; /* igsid -> row id, of those that may be written */
} Past;

static void
past_free (gpointer data)
{
  Past *past = data;

  g_free (past->name);
  g_ptr_array_unref (past->acts);
  g_hash_table_unref (past->leads);
  g_free (past);
}

/* Whom nobody has touched, and since when they have been here. */
static gboolean
find_lead (AnteDb *db, Past *past, const AntePastAct *act, GError **error)
{
  static const char find[] =
    "SELECT id FROM lead WHERE igsid = ?1 AND NOT EXISTS (SELECT 1 FROM event WHERE lead_id = "
    "lead.id AND (actor = 'coach' OR actor LIKE 'setter:%'))"
    " AND NOT EXISTS (SELECT 1 FROM outbox WHERE lead_id = lead.id)";
  static const char arrive[] =
    "UPDATE lead SET created_at = arrived, stage_since = arrived FROM"
    " (SELECT min (created_at, ?2, CASE WHEN first_message_at > 0 THEN first_message_at"
    " ELSE created_at END) AS arrived FROM lead WHERE id = ?1) WHERE id = ?1";
  gint64 id = 0;
  GError *read_error = NULL;

  if (g_hash_table_contains (past->leads, act->igsid))
    return TRUE;
  if (!ante_db_get_int (db, &read_error, &id, find, "s", act->igsid)) {
    if (read_error != NULL)
      g_propagate_error (error, read_error);
    return read_error == NULL;
  }
  g_hash_table_insert (past->leads, act->igsid, g_memdup2 (&id, sizeof id));
  ante_db_touch (db, ANTE_STORE_LEADS | ANTE_STORE_ORDER | ANTE_STORE_STAGES, id);
  return ante_db_run (db, error, arrive, "ii", id, act->at);
}

static gboolean
write_act (AnteDb *db, const Past *past, const AntePastAct *told, gint64 number, GError **error)
{
  const gint64 *lead_id = g_hash_table_lookup (past->leads, told->igsid);
  AnteAct act = { number, told->actor, told->why, told->at, 0, FALSE };

  for (guint i = 0; lead_id != NULL && i < told->changes->len; i++) {
    AnteChange change = *(AnteChange *) told->changes->pdata[i];

    change.lead_id = *lead_id;
    if (!ante_changes_apply (db, &act, &change, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_all (AnteDb *db, Past *past, GError **error)
{
  static const char remember[] = "INSERT INTO setting (key, value) VALUES (?1, '1')";
  GPtrArray *acts = past->acts;

  for (guint i = 0; i < acts->len; i++) {
    if (!find_lead (db, past, acts->pdata[i], error))
      return FALSE;
  }
  /* Numbered from below, up to -1: acts of the person begin at 1. */
  for (guint i = 0; i < acts->len; i++) {
    if (!write_act (db, past, acts->pdata[i], (gint64) i - acts->len, error))
      return FALSE;
  }
  return ante_db_run (db, error, remember, "s", past->name);
}

static void
write_past_job (AnteDb *db, GTask *task)
{
  Past *past = g_task_get_task_data (task);
  gint64 written = 0;
  GError *error = NULL;

  g_ptr_array_sort (past->acts, compare_times);
  if (!ante_db_begin (db, &error)) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_get_int (db, &error, &written, "SELECT 1 FROM setting WHERE key = ?1", "s", past->name);
  if (error == NULL && written == 0)
    write_all (db, past, &error);

  if (error != NULL)
    ante_store_fail (db, task, error);
  else if (ante_store_commit (db, task))
    g_task_return_int (task, (gssize) g_hash_table_size (past->leads));
}

void
ante_store_write_past_async (AnteStore *self,
                             const char *name,
                             GPtrArray *acts,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Past *past = g_new0 (Past, 1);

  past->name = g_strconcat ("past:", name, NULL);
  past->acts = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_past_act_free);
  past->leads = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < acts->len; i++)
    g_ptr_array_add (past->acts, copy_act (acts->pdata[i]));
  g_task_set_task_data (task, past, past_free);
  ante_store_write (self, task, write_past_job);
}

gssize
ante_store_write_past_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}
