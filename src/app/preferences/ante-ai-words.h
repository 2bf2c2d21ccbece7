#pragma once

#include "engine/ante-assist-check.h"
#include "model/ante-ai-call.h"
#include "rules/ante-ai-settings.h"

G_BEGIN_DECLS

/* How AI is told of to people. All (transfer full). */

/* "Fri 14:03 · Anna": when, and whom it was about. */
char *ante_ai_words_call (const AnteAiCall *call, gint64 now);
/* To whom, what was in it, how much, what it cost and how it ended. */
char *ante_ai_words_call_detail (const AnteAiCall *call);

/* What holds, in a line: "AI is off". */
char *ante_ai_words_settings (const AnteAiSettings *settings);
/* What a test has found, in a line or two. */
char *ante_ai_words_report (const AnteAssistReport *report);

G_END_DECLS
