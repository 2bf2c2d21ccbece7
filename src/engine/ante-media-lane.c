#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-media-lane.h"

void
ante_media_lane_enter (AnteMediaLane *self, GTask *task)
{
  if (self->busy >= self->most) {
    g_queue_push_head (&self->waiting, g_object_ref (task));
    return;
  }
  self->busy++;
  self->go (task);
}

void
ante_media_lane_leave (AnteMediaLane *self)
{
  self->busy--;
  while (self->busy < self->most && !g_queue_is_empty (&self->waiting)) {
    g_autoptr (GTask) task = g_queue_pop_head (&self->waiting);

    if (g_task_return_error_if_cancelled (task))
      continue;
    self->busy++;
    self->go (task);
  }
}

void
ante_media_lane_close (AnteMediaLane *self)
{
  GTask *task = NULL;

  while ((task = g_queue_pop_head (&self->waiting)) != NULL) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "media: closed");
    g_object_unref (task);
  }
}
