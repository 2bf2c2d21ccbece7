#pragma once

#include "engine/ante-sync.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

#define ANTE_TYPE_FOLLOW_THROUGH (ante_follow_through_get_type ())
G_DECLARE_FINAL_TYPE (AnteFollowThrough, ante_follow_through, ANTE, FOLLOW_THROUGH, GObject)

/*
 * Sees to it that what was planned and agreed happens: a handoff whose time is over goes back to
 * the coach, the next step of a stage's sequence is planned once we have written and they are
 * silent, and what is due is told.
 *
 * Signals: "due" (GArray of gint64): leads whose next step is due, each once; "breached" (GPtrArray
 * of AnteHandoff): agreements that were broken just now. Both on the main thread.
 */
AnteFollowThrough *ante_follow_through_new (AnteStore *store, AnteSync *sync);
/* @client: (nullable): has heard what time it is. */
void ante_follow_through_set_client (AnteFollowThrough *self, AnteInstagram *client);
/* Somebody listens to "due". */
void ante_follow_through_set_tells (AnteFollowThrough *self, gboolean tells);
void ante_follow_through_start (AnteFollowThrough *self);
void ante_follow_through_stop (AnteFollowThrough *self);

G_END_DECLS
