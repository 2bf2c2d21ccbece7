#pragma once

#include "model/ante-fact.h"
#include "model/ante-receipt.h"
#include "store/ante-store-outbox.h"

G_BEGIN_DECLS

/* Somebody else, as far as the guard has to know them. */
typedef struct {
  char *name;
  char *handle;
  char **facts;
} AnteOtherPerson;

/**
 * AnteJudgeFacts:
 * @send: what the rules of sending ask
 * @playbook: (nullable): the version that holds
 * @stage: role of the stage that the lead is in
 * @messages: (element-type AnteMessage): the newest of the conversation, oldest first; without what
 * was taken back
 * @facts: (element-type AnteFact): what is known of the lead, suggested ones too
 * @notes: what was noted about the lead
 * @others: (element-type AnteOtherPerson): those who wrote last
 * @automatic_today: automatic messages to the lead within a day, waiting ones included
 * @booking_link: (nullable): the coach's own, where the lead has none
 * @my_name: (nullable): what the coach is called in answers
 *
 * What judging and drafting ask of the store, of one moment.
 */
typedef struct {
  AnteSendFacts *send;
  AntePlaybookVersion *playbook;
  AnteStageRole stage;
  GPtrArray *messages;
  GPtrArray *facts;
  char **notes;
  GPtrArray *others;
  guint automatic_today;
  char *booking_link;
  char *my_name;
} AnteJudgeFacts;

void ante_judge_facts_free (AnteJudgeFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteJudgeFacts, ante_judge_facts_free)

/* Read by the writer, so that what was queued just before counts. */
void ante_store_judge_facts_async (AnteStore *self,
                                   gint64 lead_id,
                                   gint64 now,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
AnteJudgeFacts *
ante_store_judge_facts_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
