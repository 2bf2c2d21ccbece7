#include "config.h"

#include "model/ante-ai-call.h"

AnteAiCall *
ante_ai_call_new (void)
{
  AnteAiCall *self = g_new0 (AnteAiCall, 1);

  self->cost = -1;
  return self;
}

AnteAiCall *
ante_ai_call_copy (const AnteAiCall *self)
{
  AnteAiCall *copy = g_memdup2 (self, sizeof *self);

  copy->provider = g_strdup (self->provider);
  copy->host = g_strdup (self->host);
  copy->model = g_strdup (self->model);
  copy->title = g_strdup (self->title);
  copy->handle = g_strdup (self->handle);
  copy->fields = g_strdup (self->fields);
  copy->currency = g_strdup (self->currency);
  copy->outcome = g_strdup (self->outcome);
  return copy;
}

void
ante_ai_call_free (AnteAiCall *self)
{
  if (self == NULL)
    return;

  g_free (self->provider);
  g_free (self->host);
  g_free (self->model);
  g_free (self->title);
  g_free (self->handle);
  g_free (self->fields);
  g_free (self->currency);
  g_free (self->outcome);
  g_free (self);
}
