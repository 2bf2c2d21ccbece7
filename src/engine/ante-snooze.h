#pragma once

#include "engine/ante-sync.h"

G_BEGIN_DECLS

#define ANTE_TYPE_SNOOZE (ante_snooze_get_type ())
G_DECLARE_FINAL_TYPE (AnteSnooze, ante_snooze, ANTE, SNOOZE, GObject)

/*
 * Wakes leads whose time has come, by Instagram's clock: on time, after the machine was suspended,
 * and when the clock was moved. Who writes is woken by the store, when that is read.
 */
AnteSnooze *ante_snooze_new (AnteStore *store, AnteSync *sync);
/* @client: (nullable): has heard what time it is. */
void ante_snooze_set_client (AnteSnooze *self, AnteInstagram *client);
void ante_snooze_start (AnteSnooze *self);
void ante_snooze_stop (AnteSnooze *self);

G_END_DECLS
