#pragma once

#include <glib-object.h>

#include "model/ante-types.h"

G_BEGIN_DECLS

/**
 * AnteIntent:
 * @ANTE_INTENT_GREETING: they say hello, and nothing more
 * @ANTE_INTENT_INFO: they want to know what is offered
 * @ANTE_INTENT_PRICE: they ask what it costs
 * @ANTE_INTENT_QUESTION: they ask something else
 * @ANTE_INTENT_OBJECTION: something stands in their way
 * @ANTE_INTENT_BOOKING: they want to book a call
 * @ANTE_INTENT_ANSWER: they answer what we asked
 * @ANTE_INTENT_THANKS: no reply is needed
 * @ANTE_INTENT_FOLLOW_UP: it is we who write again
 * @ANTE_INTENT_COMPLAINT: they are not content
 * @ANTE_INTENT_JUDGMENT: a person has to decide
 *
 * What a lead's burst of messages is after, which permissions are given for.
 */
typedef enum {
  ANTE_INTENT_GREETING,
  ANTE_INTENT_INFO,
  ANTE_INTENT_PRICE,
  ANTE_INTENT_QUESTION,
  ANTE_INTENT_OBJECTION,
  ANTE_INTENT_BOOKING,
  ANTE_INTENT_ANSWER,
  ANTE_INTENT_THANKS,
  ANTE_INTENT_FOLLOW_UP,
  ANTE_INTENT_COMPLAINT,
  ANTE_INTENT_JUDGMENT,
} AnteIntent;

#define ANTE_N_INTENTS (ANTE_INTENT_JUDGMENT + 1)

/**
 * AnteAutonomy:
 * @ANTE_AUTONOMY_OFF: no draft
 * @ANTE_AUTONOMY_DRAFT: a draft, for a person to decide
 * @ANTE_AUTONOMY_AUTO: it leaves by itself, after a hold, where every rule lets it
 */
typedef enum {
  ANTE_AUTONOMY_OFF,
  ANTE_AUTONOMY_DRAFT,
  ANTE_AUTONOMY_AUTO,
} AnteAutonomy;

/**
 * AnteDraftState:
 * @ANTE_DRAFT_WAITING: for a person
 * @ANTE_DRAFT_HELD: for a person, later
 * @ANTE_DRAFT_APPROVED: on its way as it was
 * @ANTE_DRAFT_EDITED: on its way in a person's words
 * @ANTE_DRAFT_REJECTED: a person said no
 * @ANTE_DRAFT_EXPIRED: the lead wrote again, or the playbook changed: it can no longer be approved
 * @ANTE_DRAFT_WITHDRAWN: a person answered, or took over
 * @ANTE_DRAFT_SENT: it has left
 */
typedef enum {
  ANTE_DRAFT_WAITING,
  ANTE_DRAFT_HELD,
  ANTE_DRAFT_APPROVED,
  ANTE_DRAFT_EDITED,
  ANTE_DRAFT_REJECTED,
  ANTE_DRAFT_EXPIRED,
  ANTE_DRAFT_WITHDRAWN,
  ANTE_DRAFT_SENT,
} AnteDraftState;

/* Why a person says no, as the keys 1 to 6 have it. */
typedef enum {
  ANTE_REJECT_WRONG_FACT,
  ANTE_REJECT_OFF_VOICE,
  ANTE_REJECT_WRONG_MOMENT,
  ANTE_REJECT_NOT_QUALIFIED,
  ANTE_REJECT_NEEDS_ME,
  ANTE_REJECT_OTHER,
} AnteRejectReason;

#define ANTE_DECLARE_NICKS(Type, type)                                                             \
  const char *ante_##type##_to_nick (Type value);                                                  \
  gboolean ante_##type##_from_nick (const char *nick, Type *value);

ANTE_DECLARE_NICKS (AnteIntent, intent)
ANTE_DECLARE_NICKS (AnteAutonomy, autonomy)
ANTE_DECLARE_NICKS (AnteDraftState, draft_state)
ANTE_DECLARE_NICKS (AnteRejectReason, reject_reason)

#undef ANTE_DECLARE_NICKS

/* All of them, in their order; ends with NULL. */
extern const char *const ante_intent_nicks[];
extern const char *const ante_autonomy_nicks[];

#define ANTE_TYPE_DRAFT (ante_draft_get_type ())
G_DECLARE_FINAL_TYPE (AnteDraft, ante_draft, ANTE, DRAFT, GObject)

/**
 * AnteDraft:
 * @id: row id
 * @lead_id: row id of the lead
 * @handle: their handle when the snapshot was made
 * @title: what to call them
 * @message_id: row id of the last message that it answers; 0 where that is gone
 * @burst_at: when that was sent, ms
 * @intent: what they are after
 * @text: the reply, as it was made
 * @origin: "playbook", "ai" or "echo"
 * @provider: (nullable): of an AI
 * @model: (nullable): of an AI
 * @basis: what it was made of, a line each: "opener ID", "reply ID", "criterion ID", "memory KIND"
 * @playbook_id: row id of the playbook's version
 * @playbook_version: its number
 * @receipt_id: row id of the newest verdict on it
 * @verdict: that verdict
 * @receipt: (nullable): its receipt, as JSON: see ante-receipt.h
 * @why: why a person looks at it
 * @state: where it stands
 * @held_until: ms; 0 where it is not put off
 * @created_at: ms
 * @decided_at: ms; 0 before
 * @decided_by: (nullable): who
 * @reason: (nullable): why it was rejected, has expired or was withdrawn
 * @edited_text: (nullable): what a person made of it
 * @outbox_id: row id in the outbox; 0 for none
 * @last_lead_at: when the lead wrote last, ms; with @ad_first_at it tells the reply window
 *
 * A reply that the machine proposes. A snapshot: see #AnteStage.
 */
struct _AnteDraft {
  GObject parent_instance;

  gint64 id;
  gint64 lead_id;
  char *handle;
  char *title;
  gint64 message_id;
  gint64 burst_at;
  AnteIntent intent;
  char *text;
  char *origin;
  char *provider;
  char *model;
  char *basis;
  gint64 playbook_id;
  gint64 playbook_version;
  gint64 receipt_id;
  AnteVerdictKind verdict;
  char *receipt;
  char *why;
  AnteDraftState state;
  gint64 held_until;
  gint64 created_at;
  gint64 decided_at;
  char *decided_by;
  char *reason;
  char *edited_text;
  gint64 outbox_id;
  gint64 last_lead_at;
  gint64 ad_first_at;
};

AnteDraft *ante_draft_new (void);
gboolean ante_draft_is_open (AnteDraft *self);
/* What would be sent: a person's words where there are any. */
const char *ante_draft_get_words (AnteDraft *self);

G_END_DECLS
