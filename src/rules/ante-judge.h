#pragma once

#include "model/ante-receipt.h"
#include "rules/ante-send-rules.h"
#include "rules/guard/ante-guard.h"
#include "rules/playbook/ante-plan.h"

G_BEGIN_DECLS

/**
 * AnteJudgeCase:
 * @send: the state of the world
 * @text: what is to be sent
 * @plan: (nullable): the playbook that holds; without one nothing leaves by itself
 * @playbook_id: row id of its version; 0 without one
 * @playbook_version: its number
 * @lead_messages: (array zero-terminated=1): what the lead wrote of late, oldest first
 * @n_burst: how many of them, from the end, came after our last answer
 * @stage: the role of the stage that the lead is in
 * @booking_start: (nullable)
 * @notes: (array zero-terminated=1): what the coach noted about the lead
 * @others: (array length=n_others): other people, of whom nothing may be told
 * @automatic_today: automatic messages to the lead within a day
 * @basis: (nullable): what a draft was made of, a line each
 * @why: (nullable): what allowed or asked for it
 *
 * Everything that a judgement depends on.
 */
typedef struct {
  AnteSendContext send;
  const char *text;
  const AntePlan *plan;
  gint64 playbook_id;
  gint64 playbook_version;
  const char *const *lead_messages;
  guint n_burst;
  AnteStageRole stage;
  GDateTime *booking_start;
  const char *const *notes;
  const AnteOtherLead *others;
  guint n_others;
  guint automatic_today;
  const char *basis;
  const char *why;
} AnteJudgeCase;

/**
 * AnteJudgement:
 * @may_leave: whether it is let out. What a person says is stopped by the rules of state alone;
 * what is automatic needs every rule
 * @verdict: for whoever writes: of a person's text what is wrong with it, too, as a warning
 * @guard: what the guard found; where it found something in a message of the lead, its number is
 * that in the case
 * @receipt: to be kept
 */
typedef struct {
  gboolean may_leave;
  AnteVerdict *verdict;
  AnteGuardResult *guard;
  AnteReceipt *receipt;
} AnteJudgement;

AnteJudgement *ante_judge (const AnteJudgeCase *judged);
void ante_judgement_free (AnteJudgement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteJudgement, ante_judgement_free)

/* How the guard calls that stage. */
const char *ante_judge_get_status (AnteStageRole stage);
/* A sentence in English for a category of the guard; the category itself where none is known. */
const char *ante_judge_describe (const char *category);

/**
 * AnteReceiptLine:
 * @rule: id of the rule
 * @category: what it looks for
 * @kind: what it asks for; allow where it found nothing
 * @source: "state", "draft" or "lead"
 * @message: for the lead's words, which of the messages
 * @start: where, in bytes of the text that was judged (of the lead's message); both 0 for no place
 * @excerpt: (nullable): these words
 * @what: (nullable): a sentence in English
 */
typedef struct {
  char *rule;
  char *category;
  AnteVerdictKind kind;
  char *source;
  guint message;
  guint start;
  guint end;
  char *excerpt;
  char *what;
} AnteReceiptLine;

/**
 * AnteReceiptView:
 * @playbook_version: 0 for none
 * @lines: (element-type AnteReceiptLine): what was found, the strictest first; then what passed
 * @basis: (array zero-terminated=1): what a draft was made of
 * @why: (nullable)
 *
 * What stands in the body of a receipt, to be shown.
 */
typedef struct {
  AnteVerdictKind kind;
  gint64 playbook_version;
  char *engine;
  GPtrArray *lines;
  char **basis;
  char *why;
} AnteReceiptView;

/* (nullable): NULL for a body that cannot be read. */
AnteReceiptView *ante_receipt_view_new (const char *body);
void ante_receipt_view_free (AnteReceiptView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteReceiptView, ante_receipt_view_free)

/* ante-receipt-json.c: the body of a receipt. */
char *ante_receipt_write_body (const AnteJudgeCase *judged,
                               const AnteVerdict *state,
                               const AnteGuardResult *guard,
                               AnteVerdictKind kind);

G_END_DECLS
