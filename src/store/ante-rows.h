#pragma once

#include "model/ante-lead.h"
#include "model/ante-message.h"
#include "model/ante-outbox-item.h"
#include "model/ante-records.h"
#include "model/ante-stage.h"
#include "store/ante-db.h"

G_BEGIN_DECLS

/* Rows into snapshots, and back. Private to the store. */

AnteLead *ante_rows_get_lead (AnteDb *db, gint64 id, GError **error);
/* (transfer full) (element-type AnteStage): in board order, hidden ones too. */
GPtrArray *ante_rows_list_stages (AnteDb *db, GError **error);
/* (transfer full) (element-type AnteTouch): oldest first. */
GPtrArray *ante_rows_list_touches (AnteDb *db, gint64 lead_id, GError **error);
/* Each name stands between line feeds. */
GStrv ante_rows_split_labels (const char *labels);

/* Columns of an event, in the order in which ante_rows_read_event() takes them. */
#define ANTE_ROWS_EVENT                                                                            \
  "id, act, coalesce (lead_id, 0), at, actor, field, old, new, why, undone, coalesce (stage_id, "  \
  "0)"
AnteEvent *ante_rows_read_event (sqlite3_stmt *stmt);

/* Columns of a message, in the order in which ante_rows_read_message() takes them. */
#define ANTE_ROWS_MESSAGE                                                                          \
  "message.id, message.lead_id, mid, at, author, kind, text, reply_to, story_id, story_url,"       \
  " reactions, unsent"
AnteMessage *ante_rows_read_message (sqlite3_stmt *stmt);
gboolean ante_rows_read_attachments (AnteDb *db, AnteMessage *message, GError **error);

/* Columns of an outbox item joined with its lead, in the order in which
 * ante_rows_read_outbox_item() takes them. */
#define ANTE_ROWS_OUTBOX                                                                           \
  "outbox.id, outbox.lead_id, handle, igsid, text, author, state, reply_to, human_tag, attempts,"  \
  " outbox.created_at, undo_until, not_before, started_at, error, mid, verdict,"                   \
  " coalesce (outbox.via, 0), coalesce (receipt_id, 0), coalesce (draft_id, 0),"                   \
  " coalesce ((SELECT burst_at FROM ai_draft WHERE ai_draft.id = draft_id), 0),"                   \
  " outbox_file.file, outbox_file.name, outbox_file.kind, outbox_file.mime, outbox_file.size,"     \
  " outbox_file.width, outbox_file.height, outbox_file.upload_id"
/* Joined with the one of their conversations that it leaves by, and with its file. */
#define ANTE_ROWS_OUTBOX_FROM                                                                      \
  "outbox JOIN lead ON lead.id = coalesce (outbox.via, outbox.lead_id)"                            \
  " LEFT JOIN outbox_file ON outbox_file.outbox_id = outbox.id"
AnteOutboxItem *ante_rows_read_outbox_item (sqlite3_stmt *stmt);
/* Eight columns from @at on, as the last ones of an outbox item; the id is left out. */
AnteOutgoingFile *ante_rows_read_outgoing_file (sqlite3_stmt *stmt, int at);
AnteOutboxItem *ante_rows_get_outbox_item (AnteDb *db, gint64 id, GError **error);

/* A number as history has it, and back: there 0 is nothing. */
char *ante_rows_dup_number (gint64 number);
gint64 ante_rows_parse_number (const char *text);

/* One line of history; its row id, -1 on error. */
gint64 ante_rows_add_event (AnteDb *db, const AnteEvent *event, GError **error);
gint64 ante_rows_next_act (AnteDb *db, GError **error);

G_END_DECLS
