#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-outgoing-file.h"

AnteOutgoingFile *
ante_outgoing_file_copy (const AnteOutgoingFile *self)
{
  AnteOutgoingFile *copy = g_memdup2 (self, sizeof *self);

  copy->file = g_strdup (self->file);
  copy->name = g_strdup (self->name);
  copy->mime = g_strdup (self->mime);
  copy->upload_id = g_strdup (self->upload_id);
  return copy;
}

void
ante_outgoing_file_free (AnteOutgoingFile *self)
{
  if (self == NULL)
    return;

  g_free (self->file);
  g_free (self->name);
  g_free (self->mime);
  g_free (self->upload_id);
  g_free (self);
}
