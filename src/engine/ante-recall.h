#pragma once

#include "instagram/ante-instagram.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

#define ANTE_TYPE_RECALL (ante_recall_get_type ())
G_DECLARE_FINAL_TYPE (AnteRecall, ante_recall, ANTE, RECALL, GObject)

/*
 * Has the machine read what was said, lead by lead, as it comes: a few at a time and with pauses,
 * so that years of history are gone through beside everything else. On the main thread.
 */
AnteRecall *ante_recall_new (AnteStore *store);
/* @client: (nullable): has heard what time it is. */
void ante_recall_set_client (AnteRecall *self, AnteInstagram *client);
void ante_recall_start (AnteRecall *self);
void ante_recall_stop (AnteRecall *self);

G_END_DECLS
