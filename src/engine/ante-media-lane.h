#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnteMediaLane:
 * @busy: how many are in it
 * @most: how many may be
 * @waiting: (element-type GTask): the newest wish first, since that is what is looked at
 * @go: starts one, which is in the lane until ante_media_lane_leave()
 *
 * Something of which only a few are done at once. Private to the engine.
 */
typedef struct {
  guint busy;
  guint most;
  GQueue waiting;
  void (*go) (GTask *task);
} AnteMediaLane;

void ante_media_lane_enter (AnteMediaLane *self, GTask *task);
void ante_media_lane_leave (AnteMediaLane *self);
/* What waits is cancelled. */
void ante_media_lane_close (AnteMediaLane *self);

G_END_DECLS
