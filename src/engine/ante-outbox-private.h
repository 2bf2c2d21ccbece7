#pragma once

#include "engine/ante-outbox.h"

G_BEGIN_DECLS

/* Shared by the files of the outbox alone. */

struct _AnteOutbox {
  GObject parent_instance;

  AnteStore *store;
  AnteInstagram *client;
  AnteAccount *account;
  GCancellable *cancellable;
  char *frozen;
  gboolean running;
  gboolean recovered;
  gboolean busy;
  guint timer;
  guint second_ms;
  GHashTable *reading_back;
  GHashTable *unconfirmed;
};

void ante_outbox_pump (AnteOutbox *self);
void ante_outbox_wake (AnteOutbox *self);
void ante_outbox_watch_messages (AnteOutbox *self);
void ante_outbox_expect_late (AnteOutbox *self, AnteOutboxItem *item);

G_END_DECLS
