#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteDraftLeadResult:
 * @ANTE_DRAFT_LEAD_NOTHING: there is no playbook, or the lead has not written since
 * @ANTE_DRAFT_LEAD_FILED: a draft waits for a person
 * @ANTE_DRAFT_LEAD_LEAVES: a draft is in the outbox, and can be taken back
 * @ANTE_DRAFT_LEAD_SILENT: the machine says nothing, and the store knows why
 * @ANTE_DRAFT_LEAD_MOVED_ON: the conversation went on meanwhile; nothing was filed
 */
typedef enum {
  ANTE_DRAFT_LEAD_NOTHING,
  ANTE_DRAFT_LEAD_FILED,
  ANTE_DRAFT_LEAD_LEAVES,
  ANTE_DRAFT_LEAD_SILENT,
  ANTE_DRAFT_LEAD_MOVED_ON,
} AnteDraftLeadResult;

/* Makes a draft for what a lead has said since our last answer, judges it, and files it: in the
 * queue, or, where the playbook and every rule let it, in the outbox. @by_hand: a person asks for
 * one; it then never leaves by itself. _finish: -1 on error. */
void ante_draft_lead_async (AnteStore *store,
                            gint64 lead_id,
                            gboolean human_agent,
                            gboolean by_hand,
                            gint64 now,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
int ante_draft_lead_finish (AnteStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
