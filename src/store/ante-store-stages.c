#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-stages.h"

#include <string.h>

#include "rules/ante-gate.h"
#include "rules/ante-text.h"
#include "store/ante-rows.h"
#include "store/ante-stages.h"
#include "store/ante-store-changes.h"
#include "store/ante-store-private.h"

/**
 * ante_stage_change_new:
 *
 * Returns: (transfer full): a change, all words copied
 */
AnteStageChange *
ante_stage_change_new (const char *key, const char *field, const char *value)
{
  AnteStageChange *self = g_new0 (AnteStageChange, 1);

  self->key = g_strdup (key);
  self->field = g_strdup (field);
  self->value = g_strdup (value);
  return self;
}

void
ante_stage_change_free (AnteStageChange *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->field);
  g_free (self->value);
  g_free (self);
}

/* --- reading -------------------------------------------------------------------------------- */

static void
list_stages_job (AnteDb *db, GTask *task)
{
  GError *error = NULL;
  GPtrArray *stages = ante_rows_list_stages (db, &error);

  ante_store_return (task, stages, (GDestroyNotify) g_ptr_array_unref, error);
}

void
ante_store_list_stages_async (AnteStore *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  ante_store_read (self, task, list_stages_job);
}

GPtrArray *
ante_store_list_stages_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- what may be ---------------------------------------------------------------------------- */

/* (nullable): as it is kept. */
static char *
check_name (const char *text, GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autofree char *clean = NULL;
  glong length = 0;

  if (!g_utf8_validate (name, -1, NULL)) {
    ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a stage's name has to be UTF-8");
    return NULL;
  }
  clean = ante_text_clean (name, -1, 0);
  if (!g_str_equal (clean, name) || strchr (name, '\n') != NULL) {
    ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                    "a stage's name may hold no line breaks and no control characters");
    return NULL;
  }
  length = g_utf8_strlen (name, -1);
  if (length < 1 || length > ANTE_STAGE_MAX_NAME) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
                 "a stage's name has 1 to %d characters", ANTE_STAGE_MAX_NAME);
    return NULL;
  }
  return g_steal_pointer (&name);
}

static char *
check_number (const char *text, gint64 most, GError **error)
{
  guint64 number = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, (guint64) most, &number, NULL)) {
    g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
                 "it has to be a number from 0 to %d", (int) most);
    return NULL;
  }
  return g_strdup_printf ("%d", (int) number);
}

/* In the one order, each once. */
static char *
check_requirements (const char *text, GError **error)
{
  const char *const *known = ante_gate_get_words ();
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++) {
    if (*words[i] != '\0' && !g_strv_contains (known, words[i])) {
      g_autofree char *all = g_strjoinv (", ", (char **) known);

      g_string_free (kept, TRUE);
      g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
                   "a stage can ask for these alone: %s", all);
      return NULL;
    }
  }
  for (guint i = 0; known[i] != NULL; i++) {
    if (g_strv_contains ((const char *const *) words, known[i]))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", known[i]);
  }
  return g_string_free (kept, FALSE);
}

/* (nullable): the raw value, with @error set when there is none. */
static char *
check_value (const AnteStageChange *change, GError **error)
{
  if (g_str_equal (change->field, ANTE_STAGE_FIELD_NAME))
    return check_name (change->value, error);
  if (g_str_equal (change->field, ANTE_STAGE_FIELD_LIMIT))
    return check_number (change->value, ANTE_STAGE_MAX_LIMIT, error);
  if (g_str_equal (change->field, ANTE_STAGE_FIELD_STALE_DAYS))
    return check_number (change->value, ANTE_STAGE_MAX_DAYS, error);
  if (g_str_equal (change->field, ANTE_STAGE_FIELD_POSITION))
    return check_number (change->value, ANTE_STAGE_MAX_STAGES - 1, error);
  if (g_str_equal (change->field, ANTE_STAGE_FIELD_HIDDEN))
    return check_number (change->value, 1, error);
  if (g_str_equal (change->field, ANTE_STAGE_FIELD_REQUIREMENTS))
    return check_requirements (change->value, error);
  ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "there is no such field of a stage");
  return NULL;
}

/* --- changing ------------------------------------------------------------------------------- */

static GArray *
list_ids (AnteDb *db, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (
    db, &read_error, "SELECT id FROM stage WHERE gone = 0 ORDER BY position, id", "");

  while (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    gint64 id = sqlite3_column_int64 (stmt, 0);

    g_array_append_val (ids, id);
  }
  if (read_error == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, read_error);
  return NULL;
}

static guint
find_id (GArray *ids, gint64 id)
{
  guint i = 0;

  while (i < ids->len && g_array_index (ids, gint64, i) != id)
    i++;
  return i;
}

/* Each stage whose place changes has its own event. */
static gboolean
place (AnteDb *db, const AnteAct *act, gint64 stage_id, guint index, GError **error)
{
  g_autoptr (GArray) ids = list_ids (db, error);

  if (ids == NULL)
    return FALSE;
  g_array_remove_index (ids, find_id (ids, stage_id));
  g_array_insert_val (ids, MIN (index, ids->len), stage_id);
  for (guint i = 0; i < ids->len; i++) {
    g_autofree char *position = g_strdup_printf ("%u", i);

    if (!ante_stages_set (db, act, g_array_index (ids, gint64, i), ANTE_STAGE_FIELD_POSITION,
                          position, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add (AnteDb *db, const AnteAct *act, gint64 after, const char *text, GError **error)
{
  /* Keys are never given twice, so that what is gone stays known. */
  static const char insert[] =
    "INSERT INTO stage (key, name, role, position, stale_days, gone)"
    " SELECT 'stage-' || (SELECT coalesce (max (CAST (substr (key, 7) AS INTEGER)), 0) + 1"
    "  FROM stage WHERE key GLOB 'stage-[0-9]*'), ?2, role, ?3, stale_days, 1"
    " FROM stage WHERE id = ?1";
  g_autofree char *name = check_name (text, error);
  g_autoptr (GArray) ids = name != NULL ? list_ids (db, error) : NULL;
  guint index = 0;
  gint64 id = 0;

  if (ids == NULL)
    return FALSE;
  index = find_id (ids, after) + 1;
  if (!ante_db_run (db, error, insert, "isi", after, name, (gint64) index))
    return FALSE;
  id = sqlite3_last_insert_rowid (db->handle);
  return ante_stages_set (db, act, id, ANTE_STAGE_FIELD_GONE, "0", error) &&
         place (db, act, id, index, error);
}

/* Everyone in it, the not-a-leads too: nobody is left where nobody looks. Nothing has happened to
 * them, so the days that they are in a stage go on. */
static gboolean
move_all (AnteDb *db, const AnteAct *act, gint64 from, gint64 to, GError **error)
{
#define EVENT                                                                                      \
  "INSERT INTO event (act, lead_id, at, actor, field, old, new, why) SELECT ?1, id, ?2, ?3, "
  static const char stage[] =
    EVENT "'" ANTE_FIELD_STAGE "', (SELECT key FROM stage WHERE id = ?5),"
          " (SELECT key FROM stage WHERE id = ?6), ?4 FROM lead WHERE stage_id = ?5 ORDER BY id";
  static const char client[] = EVENT "'" ANTE_FIELD_CLIENT "', is_client, ?6, ?4 FROM lead"
                                     " WHERE stage_id = ?5 AND is_client <> ?6 ORDER BY id";
  static const char rank[] = EVENT "'" ANTE_FIELD_BOARD_RANK "', board_rank, '0.0', ?4 FROM lead"
                                   " WHERE stage_id = ?5 AND board_rank <> 0 ORDER BY id";
#undef EVENT
  static const char make_client[] = "UPDATE lead SET is_client = ?2 WHERE stage_id = ?1";
  static const char carry[] =
    "UPDATE lead SET stage_id = ?2, board_rank = 0, live = not_a_lead IS NULL AND is_client = 0"
    " AND (SELECT role FROM stage WHERE id = ?2) NOT IN ('not-a-fit', 'client')"
    " WHERE stage_id = ?1";
  static const char roles[] = "SELECT role = 'client' FROM stage WHERE id = ?1";
  gint64 was_client = 0;
  gint64 is_client = 0;

  if (!ante_db_get_int (db, error, &was_client, roles, "i", from) ||
      !ante_db_get_int (db, error, &is_client, roles, "i", to) ||
      !ante_db_run (db, error, stage, "iissii", act->act, act->now, act->actor, act->why, from, to))
    return FALSE;
  if (was_client != is_client && (!ante_db_run (db, error, client, "iissii", act->act, act->now,
                                                act->actor, act->why, from, is_client) ||
                                  !ante_db_run (db, error, make_client, "ii", from, is_client)))
    return FALSE;

  ante_db_touch (db, ANTE_STORE_LEADS | ANTE_STORE_ORDER, 0);
  return ante_db_run (db, error, rank, "iissi", act->act, act->now, act->actor, act->why, from) &&
         ante_db_run (db, error, carry, "ii", from, to);
}

static gboolean
merge (AnteDb *db, const AnteAct *act, gint64 stage_id, const char *into, GError **error)
{
  gint64 to = ante_stages_find (db, into, error);

  if (to == 0)
    return FALSE;
  if (to == stage_id)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a stage cannot be merged into itself");
  return ante_stages_set (db, act, stage_id, ANTE_STAGE_FIELD_GONE, "1", error) &&
         move_all (db, act, stage_id, to, error);
}

static gboolean
apply_one (AnteDb *db, const AnteAct *act, const AnteStageChange *change, GError **error)
{
  gint64 id = ante_stages_find (db, change->key, error);
  g_autofree char *value = NULL;

  if (id == 0)
    return FALSE;
  if (g_str_equal (change->field, ANTE_STAGE_ADD))
    return add (db, act, id, change->value, error);
  if (g_str_equal (change->field, ANTE_STAGE_MERGE))
    return merge (db, act, id, change->value, error);
  if (g_str_equal (change->field, ANTE_STAGE_FIELD_ORDER) && change->value == NULL)
    return ante_stages_set (db, act, id, change->field, NULL, error);

  value = check_value (change, error);
  if (value == NULL)
    return FALSE;
  if (g_str_equal (change->field, ANTE_STAGE_FIELD_POSITION))
    return place (db, act, id, (guint) g_ascii_strtoull (value, NULL, 10), error);
  return ante_stages_set (db, act, id, change->field, value, error);
}

typedef struct {
  GPtrArray *changes;
  char *actor;
  gint64 now;
} Apply;

static void
apply_free (gpointer data)
{
  Apply *apply = data;

  g_ptr_array_unref (apply->changes);
  g_free (apply->actor);
  g_free (apply);
}

static void
apply_job (AnteDb *db, GTask *task)
{
  const Apply *apply = g_task_get_task_data (task);
  AnteAct act = { 0, apply->actor, NULL, apply->now, 0, FALSE };
  GError *error = NULL;
  gint64 events = 0;
  gboolean ok = ante_db_begin (db, &error) && (act.act = ante_rows_next_act (db, &error)) > 0;

  for (guint i = 0; ok && i < apply->changes->len; i++)
    ok = apply_one (db, &act, apply->changes->pdata[i], &error);

  if (!ok || !ante_stages_check (db, &error) ||
      !ante_db_get_int (db, &error, &events, "SELECT count(*) FROM event WHERE act = ?1", "i",
                        act.act)) {
    ante_store_fail (db, task, error);
    return;
  }
  if (ante_store_commit (db, task))
    g_task_return_int (task, events > 0 ? act.act : 0);
}

void
ante_store_change_stages_async (AnteStore *self,
                                GPtrArray *changes,
                                const char *actor,
                                gint64 now,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Apply *apply = g_new0 (Apply, 1);

  apply->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_stage_change_free);
  for (guint i = 0; i < changes->len; i++) {
    const AnteStageChange *change = changes->pdata[i];

    g_ptr_array_add (apply->changes,
                     ante_stage_change_new (change->key, change->field, change->value));
  }
  apply->actor = g_strdup (actor);
  apply->now = now;
  g_task_set_task_data (task, apply, apply_free);
  ante_store_write (self, task, apply_job);
}

gint64
ante_store_change_stages_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

/* --- folding -------------------------------------------------------------------------------- */

typedef struct {
  char *key;
  gboolean collapsed;
} Collapse;

static void
collapse_free (gpointer data)
{
  g_free (((Collapse *) data)->key);
  g_free (data);
}

static void
collapse_job (AnteDb *db, GTask *task)
{
  const Collapse *collapse = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 id = 0;

  if (!ante_db_begin (db, &error) || (id = ante_stages_find (db, collapse->key, &error)) == 0 ||
      !ante_db_run (db, &error, "UPDATE stage SET collapsed = ?2 WHERE id = ?1", "ii", id,
                    (gint64) collapse->collapsed)) {
    ante_store_fail (db, task, error);
    return;
  }
  ante_db_touch (db, ANTE_STORE_STAGES, 0);
  if (ante_store_commit (db, task))
    g_task_return_boolean (task, TRUE);
}

void
ante_store_collapse_stage_async (AnteStore *self,
                                 const char *key,
                                 gboolean collapsed,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Collapse *collapse = g_new0 (Collapse, 1);

  collapse->key = g_strdup (key);
  collapse->collapsed = collapsed;
  g_task_set_task_data (task, collapse, collapse_free);
  ante_store_write (self, task, collapse_job);
}

gboolean
ante_store_collapse_stage_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
