#pragma once

#include <gio/gio.h>

#include "model/ante-records.h"

G_BEGIN_DECLS

/**
 * AnteStoreError:
 * @ANTE_STORE_ERROR_LOCKED: another process owns the folder; the message names it
 * @ANTE_STORE_ERROR_FUTURE: the database was written by a later Anteroom; nothing was touched
 * @ANTE_STORE_ERROR_DAMAGED: not a database, or a damaged one; nothing was touched
 * @ANTE_STORE_ERROR_NO_SPACE: the disk is full
 * @ANTE_STORE_ERROR_READ_ONLY: the folder or the file cannot be written
 * @ANTE_STORE_ERROR_CONFLICT: the world moved on: decided, changed or gone meanwhile
 * @ANTE_STORE_ERROR_NOT_FOUND: no such row
 * @ANTE_STORE_ERROR_INVALID: the values asked for are not allowed
 * @ANTE_STORE_ERROR_EXISTS: there is a file, a view or a stage of that name, which is left as it is
 * @ANTE_STORE_ERROR_NEEDED: the last of its kind, without which there is no place for some lead
 * @ANTE_STORE_ERROR_TOO_MANY: there is no room for one more
 * @ANTE_STORE_ERROR_TARGET: a copy cannot be written where it should go
 * @ANTE_STORE_ERROR_INCOMPLETE: a stage asks for more before a lead comes in; see
 * ante_store_apply_get_missing()
 * @ANTE_STORE_ERROR_FAILED: anything else that SQLite or the disk said
 */
typedef enum {
  ANTE_STORE_ERROR_LOCKED,
  ANTE_STORE_ERROR_FUTURE,
  ANTE_STORE_ERROR_DAMAGED,
  ANTE_STORE_ERROR_NO_SPACE,
  ANTE_STORE_ERROR_READ_ONLY,
  ANTE_STORE_ERROR_CONFLICT,
  ANTE_STORE_ERROR_NOT_FOUND,
  ANTE_STORE_ERROR_INVALID,
  ANTE_STORE_ERROR_EXISTS,
  ANTE_STORE_ERROR_NEEDED,
  ANTE_STORE_ERROR_TOO_MANY,
  ANTE_STORE_ERROR_TARGET,
  ANTE_STORE_ERROR_INCOMPLETE,
  ANTE_STORE_ERROR_FAILED,
} AnteStoreError;

#define ANTE_STORE_ERROR (ante_store_error_quark ())
GQuark ante_store_error_quark (void);

/**
 * AnteStoreMode:
 * @ANTE_STORE_OWNER: takes the folder's lock; may read and write
 * @ANTE_STORE_READER: takes no lock, opens the database read-only and never writes or checkpoints
 */
typedef enum {
  ANTE_STORE_OWNER,
  ANTE_STORE_READER,
} AnteStoreMode;

/**
 * AnteStoreTopic:
 *
 * What a "changed" signal is about.
 */
typedef enum {
  ANTE_STORE_LEADS = 1 << 0,
  ANTE_STORE_MESSAGES = 1 << 1,
  ANTE_STORE_STAGES = 1 << 2,
  ANTE_STORE_OUTBOX = 1 << 3,
  ANTE_STORE_ACCOUNT = 1 << 4,
  ANTE_STORE_EVENTS = 1 << 5,
  ANTE_STORE_ORDER =
    1 << 6, /* some lead entered, left or moved within a list: its ids must be read again */
  ANTE_STORE_VIEWS = 1 << 7,
  ANTE_STORE_DRAFTS = 1 << 8,  /* one was begun by something else than the composer */
  ANTE_STORE_REPLIES = 1 << 9, /* those that are kept, and what stands for their words */
  ANTE_STORE_PLAYBOOK = 1 << 10,
  ANTE_STORE_APPROVALS = 1 << 11,   /* what the machine proposes, and what was decided of it */
  ANTE_STORE_DRAFT_FILES = 1 << 12, /* those that are put to what is being written */
  ANTE_STORE_BOOKINGS = 1 << 13,    /* calls, what came of them, and calendars */
  ANTE_STORE_AI = 1 << 14,          /* which provider of AI is asked, and how */
  ANTE_STORE_LEDGER = 1 << 15,      /* what left for one */
} AnteStoreTopic;

#define ANTE_TYPE_STORE (ante_store_get_type ())
G_DECLARE_FINAL_TYPE (AnteStore, ante_store, ANTE, STORE, GObject)

/*
 * Signal "changed" (AnteStore *store, guint topics, GArray *lead_ids): emitted on the main thread
 * after a transaction. @lead_ids holds the gint64 row ids of the leads concerned; %NULL means
 * "any".
 */

/* Whether @lead_ids of that signal holds @lead_id, or any. */
gboolean ante_store_concerns (GArray *lead_ids, gint64 lead_id);

AnteStore *ante_store_new (void);

void ante_store_open_async (AnteStore *self,
                            const char *data_dir,
                            AnteStoreMode mode,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean ante_store_open_finish (AnteStore *self, GAsyncResult *result, GError **error);

void ante_store_close (AnteStore *self);

/* Whether a folder holds a database: one that holds none is begun by whoever opens it as its owner.
 * Blocking. */
gboolean ante_store_exists (const char *data_dir);

AnteStoreMode ante_store_get_mode (AnteStore *self);
const char *ante_store_get_data_dir (AnteStore *self);
int ante_store_get_schema_version (void);

G_END_DECLS
