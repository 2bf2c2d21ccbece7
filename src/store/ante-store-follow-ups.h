#pragma once

#include "model/ante-follow-up.h"
#include "model/ante-handoff.h"
#include "model/ante-lead.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/* Follow-ups and handoffs are made and changed by %ANTE_FIELD_FOLLOW_UP and %ANTE_FIELD_HANDOFF;
 * changes are told as %ANTE_STORE_LEADS. */

/* Of a lead: the one that is open, then those that are over, the newest first:
 * (element-type AnteFollowUp). */
void ante_store_list_follow_ups_async (AnteStore *self,
                                       gint64 lead_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GPtrArray *
ante_store_list_follow_ups_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* Of a lead, the newest first: (element-type AnteHandoff). */
void ante_store_list_handoffs_async (AnteStore *self,
                                     gint64 lead_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *ante_store_list_handoffs_finish (AnteStore *self, GAsyncResult *result, GError **error);

/**
 * AnteAgreementsDue:
 * @breached: (element-type AnteHandoff): those that were broken just now, each as it ran
 * @due: (element-type gint64): leads whose next step is due, each told once
 * @next: when the next agreement is at risk or broken, or the next step due, ms; 0 for never
 */
typedef struct {
  GPtrArray *breached;
  GArray *due;
  gint64 next;
} AnteAgreementsDue;

void ante_agreements_due_free (AnteAgreementsDue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteAgreementsDue, ante_agreements_due_free)

/* Handoffs whose time is over by @now are broken: that is logged, and the lead goes back to the
 * coach. @tells: what is due is told to somebody, and then not again. */
void ante_store_breach_due_async (AnteStore *self,
                                  gint64 now,
                                  gboolean tells,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
AnteAgreementsDue *
ante_store_breach_due_finish (AnteStore *self, GAsyncResult *result, GError **error);

/**
 * AnteUnplanned:
 * @lead: who has not answered us
 * @stage: where they are
 * @step: how many steps of that stage's sequence are behind them
 */
typedef struct {
  AnteLead *lead;
  AnteStageRole stage;
  guint step;
} AnteUnplanned;

/* Live leads whom we wrote to last, after @since, and for whom nothing is planned, but those whose
 * follow-up a person has taken away: (element-type AnteUnplanned), at most @limit. */
void ante_store_list_unplanned_async (AnteStore *self,
                                      gint64 since,
                                      guint limit,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *ante_store_list_unplanned_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
