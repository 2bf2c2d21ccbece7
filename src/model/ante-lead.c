#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-lead.h"

G_DEFINE_FINAL_TYPE (AnteLead, ante_lead, G_TYPE_OBJECT)

static void
ante_lead_finalize (GObject *object)
{
  AnteLead *self = ANTE_LEAD (object);

  g_free (self->igsid);
  g_free (self->thread_id);
  g_free (self->handle);
  g_free (self->name);
  g_free (self->picture_url);
  g_free (self->picture_path);
  g_free (self->also);
  g_free (self->email);
  g_free (self->phone);
  g_free (self->time_zone);
  g_free (self->language);
  g_free (self->owner);
  g_free (self->source_detail);
  g_free (self->next_action);
  g_free (self->next_owner);
  g_free (self->last_text);
  g_free (self->last_author);
  g_free (self->not_a_lead);
  g_free (self->booking_link);
  g_strfreev (self->labels);
  g_strfreev (self->label_colours);
  G_OBJECT_CLASS (ante_lead_parent_class)->finalize (object);
}

static void
ante_lead_class_init (AnteLeadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_lead_finalize;
}

static void
ante_lead_init (AnteLead *self)
{
  self->follows_us = -1;
}

/**
 * ante_lead_new:
 *
 * Returns: (transfer full): an empty lead, to be filled by its maker before anyone else sees it
 */
AnteLead *
ante_lead_new (void)
{
  return g_object_new (ANTE_TYPE_LEAD, NULL);
}

/**
 * ante_lead_get_title:
 *
 * Returns: what to call the person: the name, else the handle, else the Instagram id. Foreign text,
 * never markup
 */
const char *
ante_lead_get_title (AnteLead *self)
{
  g_return_val_if_fail (ANTE_IS_LEAD (self), NULL);

  if (self->name != NULL && *self->name != '\0')
    return self->name;
  if (self->handle != NULL && *self->handle != '\0')
    return self->handle;
  return self->igsid;
}

gboolean
ante_lead_has_next_step (AnteLead *self)
{
  g_return_val_if_fail (ANTE_IS_LEAD (self), FALSE);

  return self->next_action != NULL && *self->next_action != '\0';
}

gboolean
ante_lead_has_label (AnteLead *self, const char *name)
{
  g_return_val_if_fail (ANTE_IS_LEAD (self), FALSE);

  return self->labels != NULL && g_strv_contains ((const char *const *) self->labels, name);
}
