#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-playbook-json.h"

G_DEFINE_QUARK (ante - playbook - error - quark, ante_playbook_error)

static void
price_free (AntePrice *self)
{
  g_free (self->currency);
  g_free (self->period);
  g_free (self);
}

static void
offer_free (AnteOffer *self)
{
  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->aliases);
  g_free (self->duration_unit);
  g_ptr_array_unref (self->prices);
  g_strfreev (self->includes);
  g_strfreev (self->never_promise);
  g_strfreev (self->links);
  g_free (self->price_words);
  g_free (self);
}

static void
discount_free (AnteDiscount *self)
{
  g_free (self->code);
  g_free (self->requires_tag);
  g_free (self);
}

static void
url_free (AnteAllowedUrl *self)
{
  g_free (self->host);
  g_free (self->path_prefix);
  g_free (self);
}

/* For the parser: all lists are there, and what is not told allows nothing. */
AntePlaybook *
ante_playbook_new (void)
{
  AntePlaybook *self = g_new0 (AntePlaybook, 1);

  self->offers = g_ptr_array_new_with_free_func ((GDestroyNotify) offer_free);
  self->discounts = g_ptr_array_new_with_free_func ((GDestroyNotify) discount_free);
  self->urls = g_ptr_array_new_with_free_func ((GDestroyNotify) url_free);
  self->disclosure = ANTE_DISCLOSE_NEVER_IN_DM;
  return self;
}

AnteOffer *
ante_offer_new (void)
{
  AnteOffer *self = g_new0 (AnteOffer, 1);

  self->prices = g_ptr_array_new_with_free_func ((GDestroyNotify) price_free);
  return self;
}

void
ante_playbook_free (AntePlaybook *self)
{
  if (self == NULL)
    return;

  g_free (self->niche);
  g_free (self->coach_name);
  g_free (self->coach_handle);
  g_free (self->business);
  g_strfreev (self->languages);
  g_free (self->currency);
  g_free (self->delivery);
  g_ptr_array_unref (self->offers);
  g_strfreev (self->free_offers);
  g_ptr_array_unref (self->discounts);
  if (self->refund != NULL) {
    g_free (self->refund->counted_from);
    g_free (self->refund->text);
    g_free (self->refund);
  }
  g_free (self->guarantee);
  if (self->scarcity != NULL) {
    g_free (self->scarcity->text);
    g_free (self->scarcity);
  }
  g_strfreev (self->approved_claims);
  g_ptr_array_unref (self->urls);
  g_strfreev (self->contacts);
  g_strfreev (self->voice.banned);
  g_strfreev (self->escalate_on);
  g_free (self);
}

/* Both ends count as valid; @day is yyyymmdd. */
gboolean
ante_offer_is_valid (const AnteOffer *offer, int day)
{
  return (offer->valid_from == 0 || day >= offer->valid_from) &&
         (offer->valid_until == 0 || day <= offer->valid_until);
}

gboolean
ante_playbook_escalates (const AntePlaybook *self, const char *category)
{
  return self->escalates_all ||
         (self->escalate_on != NULL &&
          g_strv_contains ((const char *const *) self->escalate_on, category));
}
