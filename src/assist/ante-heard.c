#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-heard.h"

#include "rules/ante-text.h"

AnteHeard *
ante_heard_new (void)
{
  AnteHeard *self = g_new0 (AnteHeard, 1);

  self->text = g_string_new (NULL);
  self->tool = g_string_new (NULL);
  self->cost = -1;
  return self;
}

void
ante_heard_free (AnteHeard *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_string_free (self->tool, TRUE);
  g_free (self->model);
  g_free (self);
}

void
ante_heard_set_model (AnteHeard *self, const char *model)
{
  if (model == NULL)
    return;
  g_free (self->model);
  self->model = ante_text_clean_name (model, 200);
}

const char *
ante_heard_get_answer (const AnteHeard *self)
{
  return self->tool->len > 0 ? self->tool->str : self->text->str;
}
