#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-rows.h"

#include <string.h>

GStrv
ante_rows_split_labels (const char *labels)
{
  g_autofree char *inner = *labels != '\0' ? g_strndup (labels + 1, strlen (labels) - 2) : NULL;

  return inner != NULL ? g_strsplit (inner, "\n", -1) : g_new0 (char *, 1);
}

static gboolean
read_colours (AnteDb *db, AnteLead *lead, GError **error)
{
  guint n = g_strv_length (lead->labels);
  GError *read_error = NULL;

  lead->label_colours = g_new0 (char *, n + 1);
  for (guint i = 0; i < n && read_error == NULL; i++) {
    char *colour = ante_db_get_text (db, &read_error, "SELECT colour FROM label WHERE name = ?1",
                                     "s", lead->labels[i]);

    lead->label_colours[i] = colour != NULL ? colour : g_strdup ("");
  }
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

AnteLead *
ante_rows_get_lead (AnteDb *db, gint64 id, GError **error)
{
  static const char sql[] =
    "SELECT id, igsid, thread_id, handle, name, picture_url, picture_path, email, phone, time_zone,"
    " language, follows_us, stage_id, stage_since, owner, source, source_detail, next_action,"
    " next_due, next_owner, board_rank, last_message_at, last_text, last_author, last_lead_at,"
    " ad_first_at, first_message_at, owes_reply_since, unread, n_messages, has_gap, no_automation,"
    " is_client, not_a_lead, cannot_receive, created_at, labels, snoozed_until, pinned,"
    " booking_link, also, never_ai, touch_n, sla_risk, sla_due, sla_breached, booking,"
    " booking_at FROM lead WHERE id = ?1";
  g_auto (AnteStmt) stmt = ante_db_query (db, error, sql, "i", id);
  AnteLead *lead = NULL;
  int i = 0;

  if (stmt == NULL || !ante_db_next (db, stmt, error))
    return NULL;

  lead = ante_lead_new ();
  lead->id = sqlite3_column_int64 (stmt, i++);
  lead->igsid = ante_stmt_dup_text (stmt, i++);
  lead->thread_id = ante_stmt_dup_text (stmt, i++);
  lead->handle = ante_stmt_dup_text (stmt, i++);
  lead->name = ante_stmt_dup_text (stmt, i++);
  lead->picture_url = ante_stmt_dup_text (stmt, i++);
  lead->picture_path = ante_stmt_dup_text (stmt, i++);
  lead->email = ante_stmt_dup_text (stmt, i++);
  lead->phone = ante_stmt_dup_text (stmt, i++);
  lead->time_zone = ante_stmt_dup_text (stmt, i++);
  lead->language = ante_stmt_dup_text (stmt, i++);
  lead->follows_us = sqlite3_column_int (stmt, i++);
  lead->stage_id = sqlite3_column_int64 (stmt, i++);
  lead->stage_since = sqlite3_column_int64 (stmt, i++);
  lead->owner = ante_stmt_dup_text (stmt, i++);
  ante_source_kind_from_nick ((const char *) sqlite3_column_text (stmt, i++), &lead->source);
  lead->source_detail = ante_stmt_dup_text (stmt, i++);
  lead->next_action = ante_stmt_dup_text (stmt, i++);
  lead->next_due = sqlite3_column_int64 (stmt, i++);
  lead->next_owner = ante_stmt_dup_text (stmt, i++);
  lead->board_rank = sqlite3_column_double (stmt, i++);
  lead->last_message_at = sqlite3_column_int64 (stmt, i++);
  lead->last_text = ante_stmt_dup_text (stmt, i++);
  lead->last_author = ante_stmt_dup_text (stmt, i++);
  lead->last_lead_at = sqlite3_column_int64 (stmt, i++);
  lead->ad_first_at = sqlite3_column_int64 (stmt, i++);
  lead->first_message_at = sqlite3_column_int64 (stmt, i++);
  lead->owes_reply_since = sqlite3_column_int64 (stmt, i++);
  lead->unread = (guint) sqlite3_column_int (stmt, i++);
  lead->n_messages = (guint) sqlite3_column_int (stmt, i++);
  lead->has_gap = sqlite3_column_int (stmt, i++) != 0;
  lead->no_automation = sqlite3_column_int (stmt, i++) != 0;
  lead->is_client = sqlite3_column_int (stmt, i++) != 0;
  lead->not_a_lead = ante_stmt_dup_text (stmt, i++);
  lead->cannot_receive = sqlite3_column_int (stmt, i++) != 0;
  lead->created_at = sqlite3_column_int64 (stmt, i++);
  lead->labels = ante_rows_split_labels ((const char *) sqlite3_column_text (stmt, i++));
  lead->snoozed_until = sqlite3_column_int64 (stmt, i++);
  lead->pinned = sqlite3_column_int (stmt, i++) != 0;
  lead->booking_link = ante_stmt_dup_text (stmt, i++);
  lead->also = ante_stmt_dup_text (stmt, i++);
  lead->never_ai = sqlite3_column_int (stmt, i++) != 0;
  lead->touch_n = (guint) sqlite3_column_int (stmt, i++);
  lead->sla_risk = sqlite3_column_int64 (stmt, i++);
  lead->sla_due = sqlite3_column_int64 (stmt, i++);
  lead->sla_breached = sqlite3_column_int64 (stmt, i++);
  ante_booking_mark_from_nick ((const char *) sqlite3_column_text (stmt, i++), &lead->booking);
  lead->booking_at = sqlite3_column_int64 (stmt, i++);
  if (!read_colours (db, lead, error))
    g_clear_object (&lead);
  return lead;
}

AnteEvent *
ante_rows_read_event (sqlite3_stmt *stmt)
{
  AnteEvent *event = ante_event_new ();

  event->id = sqlite3_column_int64 (stmt, 0);
  event->group = sqlite3_column_int64 (stmt, 1);
  event->lead_id = sqlite3_column_int64 (stmt, 2);
  event->at = sqlite3_column_int64 (stmt, 3);
  event->actor = ante_stmt_dup_text (stmt, 4);
  event->field = ante_stmt_dup_text (stmt, 5);
  event->from = ante_stmt_dup_text (stmt, 6);
  event->to = ante_stmt_dup_text (stmt, 7);
  event->why = ante_stmt_dup_text (stmt, 8);
  event->undone = sqlite3_column_int (stmt, 9) != 0;
  event->stage_id = sqlite3_column_int64 (stmt, 10);
  return event;
}

AnteMessage *
ante_rows_read_message (sqlite3_stmt *stmt)
{
  AnteMessage *message = ante_message_new ();

  message->id = sqlite3_column_int64 (stmt, 0);
  message->lead_id = sqlite3_column_int64 (stmt, 1);
  message->mid = ante_stmt_dup_text (stmt, 2);
  message->at = sqlite3_column_int64 (stmt, 3);
  message->author = ante_stmt_dup_text (stmt, 4);
  ante_message_kind_from_nick ((const char *) sqlite3_column_text (stmt, 5), &message->kind);
  message->text = ante_stmt_dup_text (stmt, 6);
  message->reply_to = ante_stmt_dup_text (stmt, 7);
  message->story_id = ante_stmt_dup_text (stmt, 8);
  message->story_url = ante_stmt_dup_text (stmt, 9);
  message->reactions = ante_stmt_dup_text (stmt, 10);
  message->unsent = sqlite3_column_int (stmt, 11) != 0;
  return message;
}

gboolean
ante_rows_read_attachments (AnteDb *db, AnteMessage *message, GError **error)
{
  static const char sql[] = "SELECT kind, mime, url, preview_url, title, width, height"
                            " FROM attachment WHERE message_id = ?1 ORDER BY position";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", message->id);

  while (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    AnteMessageKind kind = ANTE_MESSAGE_FILE;
    AnteAttachment *attachment = NULL;

    ante_message_kind_from_nick ((const char *) sqlite3_column_text (stmt, 0), &kind);
    attachment = ante_attachment_new (kind);
    attachment->mime = ante_stmt_dup_text (stmt, 1);
    attachment->url = ante_stmt_dup_text (stmt, 2);
    attachment->preview_url = ante_stmt_dup_text (stmt, 3);
    attachment->title = ante_stmt_dup_text (stmt, 4);
    attachment->width = sqlite3_column_int (stmt, 5);
    attachment->height = sqlite3_column_int (stmt, 6);
    ante_message_take_attachment (message, attachment);
  }

  if (read_error == NULL)
    return TRUE;
  g_propagate_error (error, read_error);
  return FALSE;
}

gint64
ante_rows_next_act (AnteDb *db, GError **error)
{
  /* Below one are those of ante-store-past.h. */
  static const char sql[] = "SELECT max (coalesce (max (act), 0), 0) + 1 FROM event";
  gint64 act = -1;

  if (!ante_db_get_int (db, error, &act, sql, ""))
    return -1;
  return act;
}

gint64
ante_rows_add_event (AnteDb *db, const AnteEvent *event, GError **error)
{
  static const char sql[] = "INSERT INTO event (act, lead_id, at, actor, field, old, new, why)"
                            " VALUES (?1, nullif (?2, 0), ?3, ?4, ?5, ?6, ?7, ?8)";

  if (!ante_db_run (db, error, sql, "iiisssss", event->group, event->lead_id, event->at,
                    event->actor, event->field, event->from, event->to, event->why))
    return -1;
  return sqlite3_last_insert_rowid (db->handle);
}

AnteOutgoingFile *
ante_rows_read_outgoing_file (sqlite3_stmt *stmt, int at)
{
  AnteOutgoingFile *file = g_new0 (AnteOutgoingFile, 1);

  file->file = ante_stmt_dup_text (stmt, at);
  file->name = ante_stmt_dup_text (stmt, at + 1);
  ante_message_kind_from_nick ((const char *) sqlite3_column_text (stmt, at + 2), &file->kind);
  file->mime = ante_stmt_dup_text (stmt, at + 3);
  file->size = sqlite3_column_int64 (stmt, at + 4);
  file->width = sqlite3_column_int (stmt, at + 5);
  file->height = sqlite3_column_int (stmt, at + 6);
  file->upload_id = ante_stmt_dup_text (stmt, at + 7);
  return file;
}

AnteOutboxItem *
ante_rows_read_outbox_item (sqlite3_stmt *stmt)
{
  AnteOutboxItem *item = ante_outbox_item_new ();
  g_autofree char *verdict = ante_stmt_dup_text (stmt, 16);

  item->id = sqlite3_column_int64 (stmt, 0);
  item->lead_id = sqlite3_column_int64 (stmt, 1);
  item->handle = ante_stmt_dup_text (stmt, 2);
  item->igsid = ante_stmt_dup_text (stmt, 3);
  item->text = ante_stmt_dup_text (stmt, 4);
  item->author = ante_stmt_dup_text (stmt, 5);
  ante_outbox_state_from_nick ((const char *) sqlite3_column_text (stmt, 6), &item->state);
  item->reply_to = ante_stmt_dup_text (stmt, 7);
  item->human_tag = sqlite3_column_int (stmt, 8) != 0;
  item->attempts = (guint) sqlite3_column_int (stmt, 9);
  item->created_at = sqlite3_column_int64 (stmt, 10);
  item->undo_until = sqlite3_column_int64 (stmt, 11);
  item->not_before = sqlite3_column_int64 (stmt, 12);
  item->started_at = sqlite3_column_int64 (stmt, 13);
  item->error = ante_stmt_dup_text (stmt, 14);
  item->mid = ante_stmt_dup_text (stmt, 15);
  item->verdict = ante_verdict_from_text (verdict);
  item->via = sqlite3_column_int64 (stmt, 17);
  item->receipt_id = sqlite3_column_int64 (stmt, 18);
  item->draft_id = sqlite3_column_int64 (stmt, 19);
  item->draft_burst_at = sqlite3_column_int64 (stmt, 20);
  if (sqlite3_column_type (stmt, 21) != SQLITE_NULL)
    item->file = ante_rows_read_outgoing_file (stmt, 21);
  return item;
}

/* NULL when there is none, too; then @error is not set. */
AnteOutboxItem *
ante_rows_get_outbox_item (AnteDb *db, gint64 id, GError **error)
{
  static const char sql[] =
    "SELECT " ANTE_ROWS_OUTBOX " FROM " ANTE_ROWS_OUTBOX_FROM " WHERE outbox.id = ?1";
  g_auto (AnteStmt) stmt = ante_db_query (db, error, sql, "i", id);

  return stmt != NULL && ante_db_next (db, stmt, error) ? ante_rows_read_outbox_item (stmt) : NULL;
}

/* --- stages and touches ---------------------------------------------------------------------- */

static GStrv
split_words (const char *words)
{
  return *words != '\0' ? g_strsplit (words, " ", -1) : g_new0 (char *, 1);
}

GPtrArray *
ante_rows_list_stages (AnteDb *db, GError **error)
{
  static const char sql[] = "SELECT id, key, name, role, position, soft_limit, collapsed, hidden,"
                            " n_leads, manual_order, stale_days, requirements,"
                            " (SELECT min (stage_since) FROM lead WHERE stage_id = stage.id AND"
                            " not_a_lead IS NULL) FROM stage WHERE gone = 0 ORDER BY position, id";
  g_autoptr (GPtrArray) stages = g_ptr_array_new_with_free_func (g_object_unref);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "");

  while (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    AnteStage *stage = ante_stage_new ();

    stage->id = sqlite3_column_int64 (stmt, 0);
    stage->key = ante_stmt_dup_text (stmt, 1);
    stage->name = ante_stmt_dup_text (stmt, 2);
    ante_stage_role_from_nick ((const char *) sqlite3_column_text (stmt, 3), &stage->role);
    stage->position = sqlite3_column_int (stmt, 4);
    stage->soft_limit = sqlite3_column_int (stmt, 5);
    stage->collapsed = sqlite3_column_int (stmt, 6) != 0;
    stage->hidden = sqlite3_column_int (stmt, 7) != 0;
    stage->n_leads = (guint) sqlite3_column_int (stmt, 8);
    stage->manual_order = sqlite3_column_int (stmt, 9) != 0;
    stage->stale_days = sqlite3_column_int (stmt, 10);
    stage->requirements = split_words ((const char *) sqlite3_column_text (stmt, 11));
    stage->oldest_since = sqlite3_column_int64 (stmt, 12);
    g_ptr_array_add (stages, stage);
  }

  if (read_error == NULL)
    return g_steal_pointer (&stages);
  g_propagate_error (error, read_error);
  return NULL;
}

GPtrArray *
ante_rows_list_touches (AnteDb *db, gint64 lead_id, GError **error)
{
  static const char sql[] = "SELECT id, lead_id, kind, detail, at, evidence, origin FROM touch"
                            " WHERE lead_id = ?1 AND withdrawn = 0 ORDER BY at, id";
  g_autoptr (GPtrArray) touches = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_touch_free);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "i", lead_id);

  while (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    AnteTouch *touch = ante_touch_new ();

    touch->id = sqlite3_column_int64 (stmt, 0);
    touch->lead_id = sqlite3_column_int64 (stmt, 1);
    ante_source_kind_from_nick ((const char *) sqlite3_column_text (stmt, 2), &touch->kind);
    touch->detail = ante_stmt_dup_text (stmt, 3);
    touch->at = sqlite3_column_int64 (stmt, 4);
    touch->evidence = ante_stmt_dup_text (stmt, 5);
    touch->origin = ante_stmt_dup_text (stmt, 6);
    g_ptr_array_add (touches, touch);
  }

  if (read_error == NULL)
    return g_steal_pointer (&touches);
  g_propagate_error (error, read_error);
  return NULL;
}

char *
ante_rows_dup_number (gint64 number)
{
  return number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

gint64
ante_rows_parse_number (const char *text)
{
  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}
