#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-budget.h"

#include <math.h>

/**
 * AnteBudget:
 * @ready: calls that may leave at once, a fraction being one that is half way there
 * @counted_at: when @ready was last reckoned, monotonic µs
 * @waiting: (element-type Waiter): oldest first
 */
struct _AnteBudget {
  double per_second;
  guint burst;
  double ready;
  gint64 counted_at;
  GQueue waiting;
  guint timer;
};

typedef struct {
  AnteBudget *budget;
  GTask *task;
  gulong cancelled_handler;
} Waiter;

static void
waiter_free (Waiter *waiter)
{
  GCancellable *cancellable = g_task_get_cancellable (waiter->task);

  /* Not g_cancellable_disconnect(): it would wait for the very handler that this may run in. */
  if (waiter->cancelled_handler != 0)
    g_signal_handler_disconnect (cancellable, waiter->cancelled_handler);
  g_object_unref (waiter->task);
  g_free (waiter);
}

static void
cancelled_cb (GCancellable *cancellable, Waiter *waiter)
{
  g_queue_remove (&waiter->budget->waiting, waiter);
  g_task_return_new_error (waiter->task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           "cancelled while it waited for its turn");
  waiter_free (waiter);
}

static void
count (AnteBudget *self)
{
  gint64 now = g_get_monotonic_time ();
  double seconds = (double) (now - self->counted_at) / G_USEC_PER_SEC;

  self->ready = MIN (self->ready + seconds * self->per_second, (double) self->burst);
  self->counted_at = now;
}

static void pump (AnteBudget *self);

static gboolean
turn_cb (gpointer user_data)
{
  AnteBudget *self = user_data;

  self->timer = 0;
  pump (self);
  return G_SOURCE_REMOVE;
}

static void
pump (AnteBudget *self)
{
  count (self);
  while (self->ready >= 1 && !g_queue_is_empty (&self->waiting)) {
    Waiter *waiter = g_queue_pop_head (&self->waiting);

    self->ready -= 1;
    g_task_return_boolean (waiter->task, TRUE);
    waiter_free (waiter);
  }

  if (!g_queue_is_empty (&self->waiting) && self->timer == 0)
    self->timer =
      g_timeout_add ((guint) ceil ((1 - self->ready) / self->per_second * 1000), turn_cb, self);
}

AnteBudget *
ante_budget_new (double per_second, guint burst)
{
  AnteBudget *self = g_new0 (AnteBudget, 1);

  g_queue_init (&self->waiting);
  self->counted_at = g_get_monotonic_time ();
  self->ready = burst;
  ante_budget_set (self, per_second, burst);
  return self;
}

/* Those that wait are refused as cancelled. */
void
ante_budget_free (AnteBudget *self)
{
  g_autoptr (GError) gone = NULL;

  if (self == NULL)
    return;

  gone = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "the client is gone");
  ante_budget_refuse_all (self, gone);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_free (self);
}

void
ante_budget_set (AnteBudget *self, double per_second, guint burst)
{
  g_return_if_fail (per_second > 0 && burst > 0);

  self->ready += burst > self->burst ? burst - self->burst : 0;
  self->per_second = per_second;
  self->burst = burst;
  g_clear_handle_id (&self->timer, g_source_remove);
  pump (self);
}

/**
 * ante_budget_wait:
 * @task: returns %TRUE when its turn has come, or is cancelled by its own cancellable before
 */
void
ante_budget_wait (AnteBudget *self, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Waiter *waiter = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  waiter = g_new0 (Waiter, 1);
  waiter->budget = self;
  waiter->task = g_object_ref (task);
  if (cancellable != NULL)
    waiter->cancelled_handler =
      g_signal_connect (cancellable, "cancelled", G_CALLBACK (cancelled_cb), waiter);
  g_queue_push_tail (&self->waiting, waiter);
  pump (self);
}

/* All that wait fail with @error. */
void
ante_budget_refuse_all (AnteBudget *self, const GError *error)
{
  while (!g_queue_is_empty (&self->waiting)) {
    Waiter *waiter = g_queue_pop_head (&self->waiting);

    g_task_return_error (waiter->task, g_error_copy (error));
    waiter_free (waiter);
  }
}
