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
void ante_outbox_wake (AnteOutbox *self);
gboolean ante_outbox_is_refused (const GError *error);
void ante_outbox_read_back (AnteOutbox *self, AnteOutboxItem *item);
void ante_outbox_watch_messages (AnteOutbox *self);
void ante_outbox_expect_late (AnteOutbox *self, AnteOutboxItem *item);

G_END_DECLS
