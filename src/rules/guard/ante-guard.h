#pragma once

#include "model/ante-types.h"
#include "rules/guard/ante-playbook.h"

G_BEGIN_DECLS

/* Which rules these are: it grows with every change of what they say. */
#define ANTE_GUARD_ENGINE "1.1.0"

/* How the channel to the lead stands. */
typedef enum {
  ANTE_CHANNEL_OPEN,
  ANTE_CHANNEL_HUMAN_AGENT,
  ANTE_CHANNEL_CLOSED,
} AnteChannel;

/* Somebody else, of whom nothing may be told. */
typedef struct {
  const char *name;
  const char *handle;
  const char *const *facts;
} AnteOtherLead;

/**
 * AnteGuardCase:
 * @playbook: (nullable): none holds every draft
 * @draft: the text that would be sent, as it came: it may be no UTF-8
 * @draft_length: its bytes
 * @lead_messages: (array zero-terminated=1): what the lead wrote of late, oldest first
 * @now: when this is judged
 * @status: the lead's stage as text: "qualifying", "not a fit"
 * @booking_start: (nullable): the moment booked, in the zone it was booked in
 *
 * Everything that a verdict depends on.
 */
typedef struct {
  const AntePlaybook *playbook;
  const char *draft;
  gsize draft_length;
  const char *const *lead_messages;
  AnteChannel channel;
  GDateTime *now;
  gboolean owner_is_human;
  const char *status;
  gboolean is_client;
  const char *const *tags;
  gboolean replied;
  GDateTime *booking_start;
  const char *const *private_notes;
  const AnteOtherLead *others;
  guint n_others;
} AnteGuardCase;

typedef enum {
  ANTE_GUARD_DRAFT,
  ANTE_GUARD_LEAD,
  ANTE_GUARD_STATE,
} AnteGuardSource;

/**
 * AnteGuardFinding:
 * @category: what is wrong, as the playbook's format names it
 * @rule: which rule says so
 * @message: for the lead's words, which of the messages
 * @start: where, in bytes of the original text; both 0 where it is no place
 * @excerpt: these words
 * @detail: what the rule compared; English, for the log and the receipt
 */
typedef struct {
  const char *category;
  const char *rule;
  AnteVerdictKind kind;
  AnteGuardSource source;
  guint message;
  guint start;
  guint end;
  char *excerpt;
  char *detail;
} AnteGuardFinding;

/* One rule that ran: the receipt has all of them. */
typedef struct {
  const char *rule;
  const char *category;
  gboolean passed;
} AnteGuardRun;

/**
 * AnteGuardResult:
 * @kind: the strictest of the findings
 * @findings: (element-type AnteGuardFinding)
 * @runs: (element-type AnteGuardRun)
 */
typedef struct {
  AnteVerdictKind kind;
  GPtrArray *findings;
  GArray *runs;
  gint64 playbook_version;
} AnteGuardResult;

AnteGuardResult *ante_guard_check (const AnteGuardCase *guarded);
void ante_guard_result_free (AnteGuardResult *self);
gboolean ante_guard_result_has (const AnteGuardResult *self, const char *category);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteGuardResult, ante_guard_result_free)

G_END_DECLS
