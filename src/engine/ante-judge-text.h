#pragma once

#include "rules/ante-judge.h"
#include "store/ante-store-judge.h"

G_BEGIN_DECLS

/**
 * AnteJudgeAsk:
 * @text: what is to be sent
 * @has_file: it is a file, and @text what that is called
 * @author: who says it: see ante-party.h
 * @human_agent: the account's app has the Human Agent feature
 * @now: the time by Instagram's clock, ms
 * @leaving: it is in the outbox and about to leave: what it is itself counts as no answer
 * @basis: (nullable): what a draft was made of
 * @why: (nullable): what allowed it
 */
typedef struct {
  const char *text;
  gboolean has_file;
  const char *author;
  gboolean human_agent;
  gint64 now;
  gboolean leaving;
  const char *basis;
  const char *why;
} AnteJudgeAsk;

/* Judges @ask by @facts, which it leaves as they are. Blocking, by a few milliseconds: for a
 * thread.
 */
AnteJudgement *ante_judge_text (const AnteJudgeFacts *facts, const AnteJudgeAsk *ask);

/* What the lead wrote of late, as the guard is given it; @n_burst (out): how many of it came after
 * our last answer. */
char **ante_judge_list_lead_messages (const AnteJudgeFacts *facts, guint *n_burst);

/**
 * AnteJudged:
 * @facts: what it was judged by
 * @judgement: what came of it
 */
typedef struct {
  AnteJudgeFacts *facts;
  AnteJudgement *judgement;
} AnteJudged;

void ante_judged_free (AnteJudged *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteJudged, ante_judged_free)

/* Reads the facts of the lead, and judges in a thread. */
void ante_judge_text_async (AnteStore *store,
                            gint64 lead_id,
                            const AnteJudgeAsk *ask,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
AnteJudged *ante_judge_text_finish (AnteStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
