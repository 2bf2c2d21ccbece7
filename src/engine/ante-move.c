#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-move.h"

#include "store/ante-store-changes.h"

struct _AnteMove {
  char *stage_key;
  gint64 before_lead;
  GArray *leads;
  char *owner;
  GPtrArray *told; /* AnteChange */
  char *why;
  gboolean anyway;
};

AnteMove *
ante_move_new (const char *stage_key, gint64 before_lead)
{
  AnteMove *self = g_new0 (AnteMove, 1);

  self->stage_key = g_strdup (stage_key);
  self->before_lead = before_lead;
  self->leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->told = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  return self;
}

void
ante_move_free (AnteMove *self)
{
  if (self == NULL)
    return;

  g_free (self->stage_key);
  g_array_unref (self->leads);
  g_ptr_array_unref (self->told);
  g_free (self->owner);
  g_free (self->why);
  g_free (self);
}

AnteMove *
ante_move_copy_bare (const AnteMove *self)
{
  AnteMove *copy = ante_move_new (self->stage_key, self->before_lead);

  g_array_append_vals (copy->leads, self->leads->data, self->leads->len);
  copy->owner = g_strdup (self->owner);
  return copy;
}

void
ante_move_add_lead (AnteMove *self, gint64 lead)
{
  g_array_append_val (self->leads, lead);
}

const gint64 *
ante_move_get_leads (const AnteMove *self)
{
  return (const gint64 *) (gconstpointer) self->leads->data;
}

guint
ante_move_get_n_leads (const AnteMove *self)
{
  return self->leads->len;
}

void
ante_move_set_owner (AnteMove *self, const char *owner)
{
  g_free (self->owner);
  self->owner = g_strdup (owner);
}

void
ante_move_add_fact (AnteMove *self, gint64 lead, AnteFactKind kind, const char *text)
{
  g_ptr_array_add (self->told,
                   ante_change_new (lead, ANTE_FIELD_FACT, ante_fact_kind_to_nick (kind), text));
}

void
ante_move_set_next_step (AnteMove *self, gint64 lead, const char *action, gint64 due)
{
  g_autofree char *due_text = g_strdup_printf ("%" G_GINT64_FORMAT, due);

  /* A new step has not the date of the old one, nor its owner. */
  if (action != NULL) {
    g_ptr_array_add (self->told, ante_change_new (lead, ANTE_FIELD_NEXT_ACTION, action, NULL));
    g_ptr_array_add (self->told, ante_change_new (lead, ANTE_FIELD_NEXT_OWNER, NULL, NULL));
  }
  if (action != NULL || due > 0)
    g_ptr_array_add (self->told, ante_change_new (lead, ANTE_FIELD_NEXT_DUE, due_text, NULL));
}

void
ante_move_set_why (AnteMove *self, const char *why, gboolean anyway)
{
  g_free (self->why);
  self->why = g_strdup (why);
  self->anyway = anyway;
}

const char *
ante_move_get_why (const AnteMove *self)
{
  return self->why;
}

static void
add_copy (GPtrArray *changes, const AnteChange *change)
{
  g_ptr_array_add (changes,
                   ante_change_new (change->lead_id, change->field, change->value, change->detail));
}

GPtrArray *
ante_move_make_changes (const AnteMove *self)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_change_free);
  g_autofree char *place = self->before_lead > 0
                             ? g_strdup_printf ("%" G_GINT64_FORMAT, self->before_lead)
                           : self->before_lead < 0 ? g_strdup ("end")
                                                   : NULL;

  for (guint i = 0; i < self->told->len; i++)
    add_copy (changes, self->told->pdata[i]);
  for (guint i = 0; i < self->leads->len; i++) {
    AnteChange *change = ante_change_new (g_array_index (self->leads, gint64, i), ANTE_FIELD_STAGE,
                                          self->stage_key, place);

    change->anyway = self->anyway;
    g_ptr_array_add (changes, change);
    if (self->owner != NULL)
      g_ptr_array_add (changes,
                       ante_change_new (change->lead_id, ANTE_FIELD_OWNER, self->owner, NULL));
  }
  return changes;
}
