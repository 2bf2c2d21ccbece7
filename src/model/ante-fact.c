#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-fact.h"

AnteFact *
ante_fact_new (void)
{
  AnteFact *self = g_new0 (AnteFact, 1);

  self->confidence = 1;
  return self;
}

void
ante_fact_free (AnteFact *self)
{
  if (self == NULL)
    return;

  g_free (self->type);
  g_free (self->text);
  g_free (self->mid);
  g_free (self->party);
  g_free (self);
}

gboolean
ante_fact_kind_is_several (AnteFactKind kind)
{
  return kind == ANTE_FACT_FIT || kind == ANTE_FACT_OBJECTION || kind == ANTE_FACT_ALREADY_KNOWS ||
         kind == ANTE_FACT_FREE;
}
