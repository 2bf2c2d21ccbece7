#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-lead-filter.h"

AnteLeadFilter *
ante_lead_filter_copy (const AnteLeadFilter *self)
{
  AnteLeadFilter *copy = g_memdup2 (self, sizeof *self);

  copy->owner = g_strdup (self->owner);
  copy->query = g_strdup (self->query);
  copy->words = self->words != NULL ? ante_filter_words_copy (self->words) : NULL;
  return copy;
}

/**
 * ante_lead_filter_free:
 * @self: (nullable): a copy, which owns its words
 */
void
ante_lead_filter_free (AnteLeadFilter *self)
{
  if (self == NULL)
    return;

  g_free ((char *) self->owner);
  g_free ((char *) self->query);
  ante_filter_words_free ((AnteFilterWords *) self->words);
  g_free (self);
}

/**
 * ante_lead_filter_equal:
 *
 * Returns: whether both ask for the same, be it at different moments
 */
gboolean
ante_lead_filter_equal (const AnteLeadFilter *a, const AnteLeadFilter *b)
{
  return a->stage_id == b->stage_id && a->source == b->source && a->sleep == b->sleep &&
         a->owes_reply == b->owes_reply && a->unread == b->unread &&
         a->no_next_step == b->no_next_step && a->board == b->board && a->live == b->live &&
         a->names == b->names && a->at_most == b->at_most && a->not_a_lead == b->not_a_lead &&
         g_strcmp0 (a->owner, b->owner) == 0 && g_strcmp0 (a->query, b->query) == 0 &&
         ante_filter_words_equal (a->words, b->words);
}
