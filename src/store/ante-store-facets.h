#pragma once

#include "store/ante-lead-filter.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteFacet:
 * @value: what can be asked for: see #AnteFilterKind
 * @n_leads: how many have it
 */
typedef struct {
  char *value;
  guint n_leads;
} AnteFacet;

/**
 * AnteFacets:
 * @kinds: (element-type AnteFacet): a list a kind, that of %ANTE_FILTER_TEXT empty. Owners, labels
 * and offers that some lead has, by the alphabet, %ANTE_PARTY_SETTER_PREFIX before all setters;
 * sources that some lead has, and all there is of the rest, in the order of their enums
 *
 * What the leads of a list have in common.
 */
typedef struct {
  GPtrArray *kinds[ANTE_FILTER_N_KINDS];
} AnteFacets;

void ante_facets_free (AnteFacets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteFacets, ante_facets_free)

/* Of the leads that @filter lets through, which is copied. One pass over them, and one over what is
 * known of their offers. */
void ante_store_count_facets_async (AnteStore *self,
                                    const AnteLeadFilter *filter,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
AnteFacets *ante_store_count_facets_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
