#pragma once

#include "model/ante-lead.h"
#include "model/ante-receipt.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteBriefFacts:
 * @lead: as it is now
 * @stages: (element-type AnteStage): all of them
 * @messages: (element-type AnteMessage): the first of the conversation, the newest, and all that
 * something known of the lead rests on, oldest first; without what was taken back
 * @facts: (element-type AnteFact): in whatever state, oldest first
 * @touches: (element-type AnteTouch): oldest first
 * @events: (element-type AnteEvent): the moves from stage to stage, oldest first
 * @playbook: (nullable): the version that holds
 *
 * What a brief asks of the store, of one moment.
 */
typedef struct {
  AnteLead *lead;
  GPtrArray *stages;
  GPtrArray *messages;
  GPtrArray *facts;
  GPtrArray *touches;
  GPtrArray *events;
  AntePlaybookVersion *playbook;
} AnteBriefFacts;

void ante_brief_facts_free (AnteBriefFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteBriefFacts, ante_brief_facts_free)

/* NOT_FOUND where there is no such lead (any more). */
void ante_store_brief_facts_async (AnteStore *self,
                                   gint64 lead_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
AnteBriefFacts *
ante_store_brief_facts_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
