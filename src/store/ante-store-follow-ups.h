#pragma once

#include "model/ante-follow-up.h"
#include "model/ante-handoff.h"
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
 * @next: when the next one is at risk or broken, ms; 0 for never
 */
typedef struct {
  GPtrArray *breached;
  gint64 next;
} AnteAgreementsDue;

void ante_agreements_due_free (AnteAgreementsDue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteAgreementsDue, ante_agreements_due_free)

/* Handoffs whose time is over by @now are broken: that is logged, and the lead goes back to the
 * coach. */
void ante_store_breach_due_async (AnteStore *self,
                                  gint64 now,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
AnteAgreementsDue *
ante_store_breach_due_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
