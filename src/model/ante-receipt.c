#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-receipt.h"

AnteReceipt *
ante_receipt_new (void)
{
  AnteReceipt *self = g_new0 (AnteReceipt, 1);

  self->kind = ANTE_VERDICT_BLOCK; /* until somebody has judged */
  return self;
}

AnteReceipt *
ante_receipt_copy (const AnteReceipt *self)
{
  AnteReceipt *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->engine = g_strdup (self->engine);
  copy->body = g_strdup (self->body);
  return copy;
}

void
ante_receipt_free (AnteReceipt *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->engine);
  g_free (self->body);
  g_free (self);
}

AntePlaybookVersion *
ante_playbook_version_new (void)
{
  return g_new0 (AntePlaybookVersion, 1);
}

void
ante_playbook_version_free (AntePlaybookVersion *self)
{
  if (self == NULL)
    return;

  g_free (self->document);
  g_free (self->sha256);
  g_free (self->party);
  g_free (self->note);
  g_free (self);
}
