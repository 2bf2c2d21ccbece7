#pragma once

#include "model/ante-ai-call.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/*
 * What left this machine for a provider of AI: a row is there before the first byte leaves, and is
 * completed after. Changes are told as %ANTE_STORE_LEDGER.
 */

/**
 * AnteAiTerms:
 * @burst_at: up to when the lead was heard that it is about, ms; 0: whatever they have written
 * since
 * @since: when the month began, ms
 * @cap: what may be spent in it, in millionths; 0 for any amount
 * @is_priced: what a call costs will be known
 * @settings: (nullable): the line of settings that it is sent by, which must still be what holds
 *
 * What has to hold at the moment at which it leaves. Nothing is ever written, and so nothing
 * leaves, of a lead of whom nothing may be sent.
 */
typedef struct {
  gint64 burst_at;
  gint64 since;
  gint64 cap;
  gboolean is_priced;
  const char *settings;
} AnteAiTerms;

/* Writes down that @call is about to leave. INVALID where nothing of that lead is sent, CONFLICT
 * where they have written, or a person has changed the settings, since; TOO_MANY where the month's
 * limit is reached, and NEEDED where it cannot be held, since nobody knows what a call costs.
 * _finish gives the row id, -1 on error. */
void ante_ai_ledger_add_async (AnteStore *self,
                               const AnteAiCall *call,
                               const AnteAiTerms *terms,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gint64 ante_ai_ledger_add_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* How @call, by its id, has ended: bytes and tokens of the answer, cost and outcome. */
void ante_ai_ledger_end_async (AnteStore *self,
                               const AnteAiCall *call,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean ante_ai_ledger_end_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* (element-type AnteAiCall): the newest first. */
void ante_ai_ledger_list_async (AnteStore *self,
                                guint limit,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *ante_ai_ledger_list_finish (AnteStore *self, GAsyncResult *result, GError **error);

/**
 * AnteAiSpending:
 * @spent: what is known to have been spent, in millionths
 * @n_calls: how many calls left
 * @n_unknown: of how many that were answered nobody knows what they cost
 */
typedef struct {
  gint64 spent;
  guint n_calls;
  guint n_unknown;
} AnteAiSpending;

void ante_ai_ledger_spending_async (AnteStore *self,
                                    gint64 since,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* (transfer full): freed with g_free(). */
AnteAiSpending *
ante_ai_ledger_spending_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
