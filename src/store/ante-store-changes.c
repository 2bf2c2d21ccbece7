#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-bookings.h"
#include "store/ante-store-changes.h"

#include <stdlib.h>
#include <string.h>

#include "model/ante-party.h"
#include "model/ante-types.h"
#include "rules/ante-text.h"
#include "store/ante-facts.h"
#include "store/ante-fields.h"
#include "store/ante-follow-ups.h"
#include "store/ante-gates.h"
#include "store/ante-handoffs.h"
#include "store/ante-labels.h"
#include "store/ante-merge.h"
#include "store/ante-notes.h"
#include "store/ante-objections.h"
#include "store/ante-promises.h"
#include "store/ante-rows.h"
#include "store/ante-stages.h"
#include "store/ante-store-private.h"
#include "store/ante-store-stages.h"

#define MAX_TEXT_CHARS 500

/**
 * ante_change_new:
 *
 * Returns: (transfer full): a change, all words copied
 */
AnteChange *
ante_change_new (gint64 lead_id, const char *field, const char *value, const char *detail)
{
  AnteChange *self = g_new0 (AnteChange, 1);

  self->lead_id = lead_id;
  self->field = g_strdup (field);
  self->value = g_strdup (value);
  self->detail = g_strdup (detail);
  return self;
}

void
ante_change_free (AnteChange *self)
{
  if (self == NULL)
    return;

  g_free (self->field);
  g_free (self->value);
  g_free (self->detail);
  g_free (self->type);
  ante_follow_up_free (self->follow_up);
  ante_handoff_free (self->handoff);
  ante_booking_free (self->booking);
  ante_call_record_free (self->call);
  g_free (self);
}

void
ante_missing_free (AnteMissing *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->words);
  g_free (self);
}

/* So that a card can be put between any two. The first time is seen, and is part of the act. */
static gboolean
put_in_order (AnteDb *db, const AnteAct *act, gint64 stage_id, gint64 before_id, GError **error)
{
  static const char sql[] = "SELECT manual_order FROM stage WHERE id = ?1";
  gint64 manual = 0;

  if (!ante_db_get_int (db, error, &manual, sql, "i", stage_id))
    return FALSE;
  return manual != 0 ? ante_stages_make_room (db, stage_id, before_id, error)
                     : ante_stages_set (db, act, stage_id, ANTE_STAGE_FIELD_ORDER, "", error);
}

/* One card alone is in any order. */
static gboolean
has_others (AnteDb *db, gint64 lead_id, gint64 stage_id, gboolean *others, GError **error)
{
  static const char sql[] = "SELECT EXISTS (SELECT 1 FROM lead WHERE stage_id = ?1"
                            " AND not_a_lead IS NULL AND id <> ?2)";
  gint64 found = 0;

  if (!ante_db_get_int (db, error, &found, sql, "ii", stage_id, lead_id))
    return FALSE;
  *others = found != 0;
  return TRUE;
}

static gboolean
find_rank (AnteDb *db,
           const AnteAct *act,
           gint64 lead_id,
           gint64 stage_id,
           const char *place,
           char **rank,
           GError **error)
{
  static const char at_end[] = "SELECT coalesce (max (board_rank), 0) + ?2 FROM lead"
                               " WHERE stage_id = ?1 AND not_a_lead IS NULL AND id <> ?3";
  static const char before[] =
    "SELECT (target.board_rank + coalesce ((SELECT max (board_rank) FROM lead WHERE stage_id = ?1"
    " AND not_a_lead IS NULL AND board_rank < target.board_rank AND id <> ?3), 0.0)) / 2"
    " FROM lead AS target WHERE target.id = ?2 AND target.stage_id = ?1";
  gint64 before_id = g_strcmp0 (place, "end") == 0 ? 0 : g_ascii_strtoll (place, NULL, 10);
  gboolean others = FALSE;

  if (!has_others (db, lead_id, stage_id, &others, error))
    return FALSE;
  if (!others) {
    *rank = g_strdup ("0.0");
    return TRUE;
  }
  if (!put_in_order (db, act, stage_id, before_id, error))
    return FALSE;

  if (before_id == 0)
    *rank = ante_db_get_text (db, error, at_end, "idi", stage_id, ANTE_STAGES_RANK_STEP, lead_id);
  else
    *rank = ante_db_get_text (db, error, before, "iii", stage_id, before_id, lead_id);

  /* The card before which it was to be put has gone elsewhere meanwhile: the column's own order
   * decides. */
  if (*rank == NULL && (error == NULL || *error == NULL))
    *rank = g_strdup ("0.0");
  return *rank != NULL;
}

static gboolean
move (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  g_autofree char *role =
    ante_db_get_text (db, error, "SELECT role FROM stage WHERE key = ?1 AND gone = 0", "s",
                      change->value != NULL ? change->value : "");
  g_autofree char *since = g_strdup_printf ("%" G_GINT64_FORMAT, act->now);
  g_autofree char *rank = g_strdup ("0.0");
  g_autofree char *old = NULL;
  gint64 stage_id = 0;

  if (role == NULL)
    return error != NULL && *error != NULL
             ? FALSE
             : ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "there is no such stage");

  if (!ante_fields_get (db, change->lead_id, ANTE_FIELD_STAGE, &old, error) ||
      !ante_db_get_int (db, error, &stage_id, "SELECT id FROM stage WHERE key = ?1", "s",
                        change->value))
    return FALSE;

  if (change->detail != NULL) {
    g_free (g_steal_pointer (&rank));
    if (!find_rank (db, act, change->lead_id, stage_id, change->detail, &rank, error))
      return FALSE;
  } else if (g_strcmp0 (old, change->value) == 0) {
    return TRUE;
  }

  if (g_strcmp0 (old, change->value) != 0 &&
      (!ante_fields_set (db, act, change->lead_id, ANTE_FIELD_STAGE, change->value, error) ||
       !ante_fields_set (db, act, change->lead_id, "stage-since", since, error) ||
       !ante_fields_set (db, act, change->lead_id, ANTE_FIELD_CLIENT,
                         g_str_equal (role, "client") ? "1" : "0", error)))
    return FALSE;
  return ante_fields_set (db, act, change->lead_id, ANTE_FIELD_BOARD_RANK, rank, error);
}

/* The message that says so is one of that lead, and is there. */
static gboolean
check_says (AnteDb *db, const AnteChange *change, GError **error)
{
  static const char sql[] =
    "SELECT count(*) FROM message WHERE id = ?1 AND lead_id = ?2 AND unsent = 0";
  gint64 found = 0;

  if (change->message_id == 0)
    return TRUE;
  return ante_db_get_int (db, error, &found, sql, "ii", change->message_id, change->lead_id) &&
         (found > 0 ||
          ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "that message is not there any more"));
}

/* Who came by an ad may be answered for longer, from their first message on. */
static gboolean
open_ad_window (AnteDb *db, const AnteAct *act, gint64 lead_id, GError **error)
{
  static const char sql[] = "SELECT coalesce (min (at), 0) FROM message WHERE lead_id = ?1"
                            " AND author = 'lead' AND unsent = 0";
  g_autofree char *text = NULL;
  gint64 first = 0;

  if (!ante_db_get_int (db, error, &first, sql, "i", lead_id))
    return FALSE;
  text = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  return first == 0 || ante_fields_set (db, act, lead_id, ANTE_FIELD_AD_FIRST, text, error);
}

/* Told in a message, it happened when that was written. */
static gboolean
touch_lead (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  static const char insert[] =
    "INSERT INTO touch (lead_id, kind, detail, at, evidence, origin) VALUES (?1, ?2, ?3,"
    " coalesce ((SELECT at FROM message WHERE id = ?5), ?4),"
    " (SELECT mid FROM message WHERE id = ?5), 'person')";
  AnteSourceKind kind = ANTE_SOURCE_UNKNOWN;
  g_autofree char *source = NULL;
  g_autofree char *id = NULL;
  AnteEvent event = { .group = act->act,
                      .lead_id = change->lead_id,
                      .at = act->now,
                      .actor = (char *) act->actor,
                      .field = (char *) ANTE_FIELD_TOUCH,
                      .why = (char *) act->why };

  if (!ante_source_kind_from_nick (change->value, &kind) || kind == ANTE_SOURCE_UNKNOWN)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "there is no such kind of source");

  if (!check_says (db, change, error) ||
      !ante_db_run (db, error, insert, "issii", change->lead_id, change->value, change->detail,
                    act->now, change->message_id))
    return FALSE;

  id = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sqlite3_last_insert_rowid (db->handle));
  event.to = id;
  if (ante_rows_add_event (db, &event, error) < 0 ||
      !ante_fields_get (db, change->lead_id, "source", &source, error))
    return FALSE;

  /* The first touch never changes; but where none was known, what a person says is it. */
  if (g_strcmp0 (source, "unknown") != 0)
    return TRUE;
  return ante_fields_set (db, act, change->lead_id, "source", change->value, error) &&
         ante_fields_set (db, act, change->lead_id, "source-detail", change->detail, error) &&
         (kind != ANTE_SOURCE_DM_AD || open_ad_window (db, act, change->lead_id, error));
}

/* When the lead wrote last: in a past that is written, by then. */
static gboolean
get_last_heard (AnteDb *db, const AnteAct *act, gint64 lead_id, gint64 *last, GError **error)
{
  static const char by_then[] = "SELECT coalesce (max (at), 0) FROM message WHERE lead_id = ?1"
                                " AND author = 'lead' AND unsent = 0 AND at <= ?2";

  if (act->act < 0)
    return ante_db_get_int (db, error, last, by_then, "ii", lead_id, act->now);
  return ante_db_get_int (db, error, last, "SELECT last_lead_at FROM lead WHERE id = ?1", "i",
                          lead_id);
}

/* "Done" and "read" are kept as the time up to which they hold: a later message of the lead ends
 * them by itself. */
static gboolean
set_mark (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  gboolean clear = g_strcmp0 (change->value, "0") == 0;
  g_autofree char *mark = NULL;
  gint64 last = 0;

  if (!clear && g_strcmp0 (change->value, "1") != 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "the value has to be 0 or 1");
  if (!get_last_heard (db, act, change->lead_id, &last, error))
    return FALSE;

  mark = g_strdup_printf ("%" G_GINT64_FORMAT, clear ? last : MAX (last - 1, 0));
  return ante_fields_set (db, act, change->lead_id, change->field, mark, error);
}

static gboolean
is_number (const char *value)
{
  char *end = NULL;

  if (value == NULL || *value == '\0')
    return FALSE;
  g_ascii_strtoll (value, &end, 10);
  return *end == '\0';
}

static gboolean
check_plain (const AnteChange *change, GError **error)
{
  static const char *const flags[] = { ANTE_FIELD_CLIENT, ANTE_FIELD_NO_AUTOMATION,
                                       ANTE_FIELD_PINNED, ANTE_FIELD_NEVER_AI, NULL };
  static const char *const not_leads[] = { "spam", "friend", "vendor", NULL };

  if (g_str_equal (change->field, ANTE_FIELD_OWNER) && !ante_party_is_owner (change->value) &&
      g_strcmp0 (change->value, ANTE_PARTY_NONE) != 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "an owner is the coach, a named setter or the AI");
  if (g_str_equal (change->field, ANTE_FIELD_NEXT_OWNER) && change->value != NULL &&
      !ante_party_is_owner (change->value))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "an owner is the coach, a named setter or the AI");
  if ((g_str_equal (change->field, ANTE_FIELD_NEXT_DUE) ||
       g_str_equal (change->field, ANTE_FIELD_SNOOZED)) &&
      !is_number (change->value))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a time is a number of milliseconds");
  if (g_str_equal (change->field, ANTE_FIELD_NOT_A_LEAD) && change->value != NULL &&
      *change->value != '\0' && !g_strv_contains (not_leads, change->value))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "who is no lead is spam, friend or vendor");
  if (g_str_equal (change->field, ANTE_FIELD_LABELS))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "labels are changed one by one");
  if (g_strv_contains (flags, change->field) && g_strcmp0 (change->value, "0") != 0 &&
      g_strcmp0 (change->value, "1") != 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "the value has to be 0 or 1");
  if (change->value != NULL && (!g_utf8_validate (change->value, -1, NULL) ||
                                g_utf8_strlen (change->value, -1) > MAX_TEXT_CHARS))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "the text is too long or not UTF-8");
  return TRUE;
}

gboolean
ante_changes_apply (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  gint64 exists = 0;
  gboolean ok = FALSE;

  /* A call may be of nobody who is known. */
  if (change->lead_id == 0 && ante_bookings_is_theirs (change->field))
    return ante_bookings_change (db, act, change, error);
  if (!ante_db_get_int (db, error, &exists, "SELECT 1 FROM lead WHERE id = ?1", "i",
                        change->lead_id))
    return error != NULL && *error != NULL
             ? FALSE
             : ante_db_refuse (error, ANTE_STORE_ERROR_NOT_FOUND, "there is no such lead");

  if (g_str_equal (change->field, ANTE_FIELD_STAGE))
    ok = move (db, act, change, error);
  else if (g_str_equal (change->field, ANTE_FIELD_TOUCH))
    ok = touch_lead (db, act, change, error);
  else if (g_str_equal (change->field, ANTE_FIELD_FACT))
    ok = ante_facts_say (db, act, change, error);
  else if (g_str_equal (change->field, ANTE_FIELD_FACT_STATE))
    ok = ante_facts_answer (db, act, change, error);
  else if (g_str_equal (change->field, ANTE_FIELD_HANDLED))
    ok = ante_objections_handle (db, act, change, error);
  else if (g_str_equal (change->field, ANTE_FIELD_NOTE))
    ok = ante_notes_keep (db, act, change, error);
  else if (g_str_equal (change->field, ANTE_FIELD_FOLLOW_UP))
    ok = ante_follow_ups_keep (db, act, change, error);
  else if (g_str_equal (change->field, ANTE_FIELD_HANDOFF))
    ok = ante_handoffs_keep (db, act, change, error);
  else if (ante_bookings_is_theirs (change->field))
    ok = ante_bookings_change (db, act, change, error);
  else if (g_str_equal (change->field, ANTE_FIELD_OWES_REPLY) ||
           g_str_equal (change->field, ANTE_FIELD_UNREAD))
    ok = set_mark (db, act, change, error);
  else if (g_str_equal (change->field, ANTE_FIELD_MERGE))
    ok = ante_merge_lead (db, act, change, error);
  else if (g_str_equal (change->field, ANTE_FIELD_LABEL))
    ok = ante_labels_change (db, act, change, error);
  else if (ante_fields_is_known (change->field))
    ok = check_plain (change, error) &&
         ante_fields_set (db, act, change->lead_id, change->field,
                          change->value != NULL && *change->value == '\0' ? NULL : change->value,
                          error);
  else
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "there is no such field");

  return ok && ante_fields_settle (db, change->lead_id, error);
}

typedef struct {
  GPtrArray *changes;
  char *actor;
  char *why;
  gint64 now;
  GPtrArray *missing; /* of the writer, until the task has ended */
} Apply;

static void
apply_free (gpointer data)
{
  Apply *apply = data;

  g_ptr_array_unref (apply->changes);
  g_ptr_array_unref (apply->missing);
  g_free (apply->actor);
  g_free (apply->why);
  g_free (apply);
}

/* What was planned and agreed of a lead goes with what was changed of it by hand. */
static gboolean
mirror_all (AnteDb *db, const AnteAct *act, const Apply *apply, GError **error)
{
  static const char *const fields[] = { ANTE_FIELD_NEXT_ACTION, ANTE_FIELD_NEXT_DUE,
                                        ANTE_FIELD_NEXT_OWNER, ANTE_FIELD_OWNER, NULL };

  for (guint i = 0; i < apply->changes->len; i++) {
    const AnteChange *change = apply->changes->pdata[i];

    if (g_strv_contains (fields, change->field) &&
        (!ante_follow_ups_mirror (db, act, change->lead_id, error) ||
         !ante_handoffs_mirror (db, act, change->lead_id, error) ||
         !ante_promises_settle (db, change->lead_id, error)))
      return FALSE;
  }
  return TRUE;
}

/* What a lead has is looked at after what came before in the same act, and before it is moved. */
static gboolean
apply_all (AnteDb *db, const AnteAct *act, const Apply *apply, GError **error)
{
  if (act->why != NULL && g_utf8_strlen (act->why, -1) > MAX_TEXT_CHARS)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "the reason is too long");

  for (guint i = 0; i < apply->changes->len; i++) {
    const AnteChange *change = apply->changes->pdata[i];

    if ((g_str_equal (change->field, ANTE_FIELD_STAGE) &&
         !ante_gates_check (db, act, change, apply->missing, error)) ||
        !ante_changes_apply (db, act, change, error)) {
      g_ptr_array_set_size (apply->missing, 0); /* that is not why it was not done */
      return FALSE;
    }
  }
  if (apply->missing->len == 0)
    return mirror_all (db, act, apply, error);
  g_set_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INCOMPLETE,
               "%u of %u changes lack what the stage asks for", apply->missing->len,
               apply->changes->len);
  return FALSE;
}

static void
apply_job (AnteDb *db, GTask *task)
{
  const Apply *apply = g_task_get_task_data (task);
  AnteAct act = { 0, apply->actor, apply->why, apply->now, 0, FALSE };
  GError *error = NULL;
  gint64 events = 0;
  gboolean ok = ante_db_begin (db, &error) && (act.act = ante_rows_next_act (db, &error)) > 0 &&
                apply_all (db, &act, apply, &error);

  if (!ok || !ante_db_get_int (db, &error, &events, "SELECT count(*) FROM event WHERE act = ?1",
                               "i", act.act)) {
    ante_store_fail (db, task, error);
    return;
  }
  if (ante_store_commit (db, task))
    g_task_return_int (task, events > 0 ? act.act : 0);
}

/* NULL for one that says nothing. */
static char *
dup_reason (const char *why)
{
  g_autofree char *clean = g_strstrip (ante_text_clean (why, -1, 0));

  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

void
ante_store_apply_async (AnteStore *self,
                        GPtrArray *changes,
                        const char *actor,
                        const char *why,
                        gint64 now,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Apply *apply = g_new0 (Apply, 1);

  apply->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  apply->missing = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_missing_free);
  for (guint i = 0; i < changes->len; i++) {
    const AnteChange *change = changes->pdata[i];
    AnteChange *copy =
      ante_change_new (change->lead_id, change->field, change->value, change->detail);

    copy->type = g_strdup (change->type);
    copy->message_id = change->message_id;
    copy->span_start = change->span_start;
    copy->span_end = change->span_end;
    copy->anyway = change->anyway;
    if (change->follow_up != NULL)
      copy->follow_up = ante_follow_up_copy (change->follow_up);
    if (change->handoff != NULL)
      copy->handoff = ante_handoff_copy (change->handoff);
    if (change->booking != NULL)
      copy->booking = ante_booking_copy (change->booking);
    if (change->call != NULL)
      copy->call = ante_call_record_copy (change->call);
    g_ptr_array_add (apply->changes, copy);
  }
  apply->actor = g_strdup (actor);
  apply->why = dup_reason (why);
  apply->now = now;
  g_task_set_task_data (task, apply, apply_free);
  ante_store_write (self, task, apply_job);
}

gint64
ante_store_apply_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

GPtrArray *
ante_store_apply_get_missing (GAsyncResult *result)
{
  const Apply *apply = g_task_get_task_data (G_TASK (result));

  return apply->missing;
}
