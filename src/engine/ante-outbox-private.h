#pragma once

#include "engine/ante-outbox.h"

G_BEGIN_DECLS

/* Shared by the files of the outbox alone. */

/**
 * AnteOutboxHold:
 * @ANTE_OUTBOX_HOLD_TOKEN: until a new sign-in
 * @ANTE_OUTBOX_HOLD_RESTRICTED: until a person says so; a setting keeps it over a restart
 * @ANTE_OUTBOX_HOLD_DISK: until the disk takes what is written
 *
 * Why nothing leaves. Each ends by itself, whatever else holds.
 */
typedef enum {
  ANTE_OUTBOX_HOLD_TOKEN = 1 << 0,
  ANTE_OUTBOX_HOLD_RESTRICTED = 1 << 1,
  ANTE_OUTBOX_HOLD_DISK = 1 << 2,
} AnteOutboxHold;

/**
 * AnteOutboxPhase:
 * @ANTE_OUTBOX_IDLE: no answer is on its way
 * @ANTE_OUTBOX_BEGINNING: one is, and no byte of it has left
 * @ANTE_OUTBOX_TAKEN_BACK: that one has gone back to the queue meanwhile
 * @ANTE_OUTBOX_LEAVING: its first byte may have left
 */
typedef enum {
  ANTE_OUTBOX_IDLE,
  ANTE_OUTBOX_BEGINNING,
  ANTE_OUTBOX_TAKEN_BACK,
  ANTE_OUTBOX_LEAVING,
} AnteOutboxPhase;

/**
 * AnteOutboxUpload:
 * @ANTE_OUTBOX_UPLOAD_IDLE: nothing is uploaded
 * @ANTE_OUTBOX_UPLOAD_LOOKING: what is next is being read
 * @ANTE_OUTBOX_UPLOAD_LEAVING: a file is on its way, or how that ended is being written
 */
typedef enum {
  ANTE_OUTBOX_UPLOAD_IDLE,
  ANTE_OUTBOX_UPLOAD_LOOKING,
  ANTE_OUTBOX_UPLOAD_LEAVING,
} AnteOutboxUpload;

struct _AnteOutbox {
  GObject parent_instance;

  AnteStore *store;
  AnteInstagram *client;
  AnteAccount *account;
  GCancellable *cancellable;
  AnteOutboxHold holds;
  gboolean thawed;
  gboolean running;
  gboolean recovered;
  AnteOutboxPhase phase;
  guint timer;
  guint second_ms;
  GHashTable *reading_back;
  GHashTable *unconfirmed;

  /* Of the one file that is being uploaded. */
  AnteOutgoing *outgoing;
  AnteOutboxUpload upload;
  gint64 upload_item; /* 0 for none */
  gboolean upload_again;
  guint upload_timer;
  GCancellable *upload_stop;
  GHashTable *upload_tries;
  gboolean files_refused;
};

/**
 * AnteOutboxRecheck:
 * @objection: (nullable): the nick of why it may not leave now
 * @state: what becomes of it then
 * @not_before: for queued, ms
 * @human_tag: it leaves with the human-agent tag: it may have waited out the first day
 */
typedef struct {
  const char *objection;
  AnteOutboxState state;
  gint64 not_before;
  gboolean human_tag;
} AnteOutboxRecheck;

/* ante-outbox-recheck.c */
void ante_outbox_recheck_async (AnteOutbox *self,
                                AnteOutboxItem *item,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
AnteOutboxRecheck *
ante_outbox_recheck_finish (AnteOutbox *self, GAsyncResult *result, GError **error);

void ante_outbox_pump (AnteOutbox *self);
gboolean ante_outbox_may_leave (AnteOutbox *self);
/* What an error means for the answer: where it stands then, and whether anything else may leave. */
AnteOutboxOutcome
ante_outbox_judge_error (AnteOutbox *self, AnteInstagram *client, const GError *error);
/* ante-outbox-upload.c */
void ante_outbox_init_upload (AnteOutbox *self, AnteStore *store);
void ante_outbox_clear_upload (AnteOutbox *self);
void ante_outbox_pump_upload (AnteOutbox *self);
void ante_outbox_stop_upload (AnteOutbox *self);
/* A person wants @item tried again. */
void ante_outbox_note_retry (AnteOutbox *self, AnteOutboxItem *item);
/* A person has decided about @item, or its outcome is known. */
void ante_outbox_note_file (AnteOutbox *self, AnteOutboxItem *item, AnteOutboxState to);
void ante_outbox_read_refusal (AnteOutbox *self);
void ante_outbox_wake (AnteOutbox *self);
gboolean ante_outbox_is_refused (const GError *error);
void ante_outbox_read_back (AnteOutbox *self, AnteOutboxItem *item);
void ante_outbox_watch_messages (AnteOutbox *self);
void ante_outbox_expect_late (AnteOutbox *self, AnteOutboxItem *item);

G_END_DECLS
