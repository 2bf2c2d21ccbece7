#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-thread.h"

AnteThread *
ante_thread_new (void)
{
  AnteThread *self = g_new0 (AnteThread, 1);

  self->messages = g_ptr_array_new_with_free_func (g_object_unref);
  self->in_order = TRUE;
  self->has_reactions = TRUE;
  return self;
}

void
ante_thread_free (AnteThread *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->igsid);
  g_free (self->username);
  g_ptr_array_unref (self->messages);
  g_clear_pointer (&self->missed, g_ptr_array_unref);
  g_free (self);
}

AnteThreadPage *
ante_thread_page_new (void)
{
  AnteThreadPage *self = g_new0 (AnteThreadPage, 1);

  self->threads = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_thread_free);
  return self;
}

void
ante_thread_page_free (AnteThreadPage *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->threads);
  g_free (self->after);
  g_free (self);
}
