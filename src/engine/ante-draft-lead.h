#pragma once

#include "engine/ante-assistant.h"
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

/**
 * AnteDraftLeadAsk:
 * @lead_id: for whom
 * @human_agent: the account's app has the Human Agent feature
 * @by_hand: a person asks for one; it then never leaves by itself
 * @now: the time by Instagram's clock, ms
 * @assistant: (nullable): asked where the playbook has no words, or where a person wants it so
 * @asks: (nullable): called once when that is asked, which may take long
 * @asks_data: for @asks
 */
typedef struct {
  gint64 lead_id;
  gboolean human_agent;
  gboolean by_hand;
  gint64 now;
  AnteAssistant *assistant;
  void (*asks) (gpointer asks_data);
  gpointer asks_data;
} AnteDraftLeadAsk;

/* Makes a draft for what a lead has said since our last answer, judges it, and files it: in the
 * queue, or, where the playbook and every rule let it, in the outbox. What a model has written
 * always waits for a person. Whatever goes wrong with a model, the playbook's own words, or none,
 * are what is left. _finish: -1 on error. */
void ante_draft_lead_async (AnteStore *store,
                            const AnteDraftLeadAsk *ask,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
int ante_draft_lead_finish (AnteStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
