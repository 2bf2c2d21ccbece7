#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-waiters.h"

typedef struct {
  GTask *task;
  gulong cancelled_handler;
} Waiter;

/* Not g_cancellable_disconnect(): it would wait for the very handler that this may run in. */
static void
waiter_free (gpointer data)
{
  Waiter *waiter = data;

  if (waiter->cancelled_handler != 0)
    g_signal_handler_disconnect (g_task_get_cancellable (waiter->task), waiter->cancelled_handler);
  g_object_unref (waiter->task);
  g_free (waiter);
}

GPtrArray *
ante_waiters_new (void)
{
  return g_ptr_array_new_with_free_func (waiter_free);
}

void
ante_waiters_add (GPtrArray *self, GTask *task, GCallback cancelled, gpointer data)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Waiter *waiter = g_new0 (Waiter, 1);

  waiter->task = g_object_ref (task);
  if (cancellable != NULL)
    waiter->cancelled_handler =
      g_signal_connect_swapped (cancellable, "cancelled", cancelled, data);
  g_ptr_array_add (self, waiter);
}

void
ante_waiters_answer (GPtrArray **self, const GError *error)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (self);

  *self = ante_waiters_new ();
  for (guint i = 0; i < waiting->len; i++) {
    GTask *task = ((Waiter *) waiting->pdata[i])->task;

    if (error != NULL)
      g_task_return_error (task, g_error_copy (error));
    else
      g_task_return_boolean (task, TRUE);
  }
}
