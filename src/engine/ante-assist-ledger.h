#pragma once

#include "assist/ante-provider.h"
#include "rules/ante-ai-settings.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/* From now on all that @provider sends is written into the ledger of @store before it leaves, and
 * what the ledger refuses does not. @settings: the limit of spending, which holds for what is about
 * a lead; copied. @line: (nullable): these settings as the store has them, which then must be those
 * that hold. */
void ante_assist_ledger_attach (AnteProvider *provider,
                                AnteStore *store,
                                const AnteAiSettings *settings,
                                const char *line);

/* The same as what @ledger and @destroy (both out) are set to, with the data for both of them: for
 * one who looks at what leaves, too. @settings: (nullable): without, there is no limit. */
gpointer ante_assist_ledger_make (AnteStore *store,
                                  const AnteAiSettings *settings,
                                  const char *line,
                                  AnteLedger *ledger,
                                  GDestroyNotify *destroy);

/* When the month of @now_ms began, by this computer's calendar, ms. */
gint64 ante_assist_ledger_month (gint64 now_ms);

G_END_DECLS
