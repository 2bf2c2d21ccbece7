#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The closed vocabularies of the product. Each value has a nick: the word that the database, the
 * command line and JSON use. A nick, once released, never changes its meaning.
 */

/**
 * AnteBookingMark:
 * @ANTE_BOOKING_NONE: there is no call, and no link was sent
 * @ANTE_BOOKING_LINK_SENT: they have the link
 * @ANTE_BOOKING_BOOKED: a call is booked
 * @ANTE_BOOKING_HELD: it was held
 * @ANTE_BOOKING_NO_SHOW: they did not come
 * @ANTE_BOOKING_CANCELLED: it was cancelled, which is no no-show
 *
 * Where the call of a lead stands.
 */
typedef enum {
  ANTE_BOOKING_NONE,
  ANTE_BOOKING_LINK_SENT,
  ANTE_BOOKING_BOOKED,
  ANTE_BOOKING_HELD,
  ANTE_BOOKING_NO_SHOW,
  ANTE_BOOKING_CANCELLED,
} AnteBookingMark;

/**
 * AnteStageRole:
 *
 * What a stage means, whatever the coach calls it. Rules look at the role, people at the name.
 */
typedef enum {
  ANTE_STAGE_NEW_INBOUND,
  ANTE_STAGE_ACTIVE,
  ANTE_STAGE_QUALIFYING,
  ANTE_STAGE_COACH_REVIEW,
  ANTE_STAGE_QUALIFIED,
  ANTE_STAGE_BOOKED,
  ANTE_STAGE_NO_SHOW_RISK,
  ANTE_STAGE_NURTURE,
  ANTE_STAGE_NOT_A_FIT,
  ANTE_STAGE_CLIENT,
} AnteStageRole;

/**
 * AnteSourceKind:
 *
 * How a conversation began. A lead's first touch never changes; later ones are appended.
 */
typedef enum {
  ANTE_SOURCE_UNKNOWN,
  ANTE_SOURCE_STORY_REPLY,
  ANTE_SOURCE_COMMENT,
  ANTE_SOURCE_DM_AD,
  ANTE_SOURCE_KEYWORD,
  ANTE_SOURCE_OUTBOUND,
  ANTE_SOURCE_REFERRAL,
  ANTE_SOURCE_REACTIVATION,
  ANTE_SOURCE_EMAIL,
  ANTE_SOURCE_ORGANIC,
} AnteSourceKind;

typedef enum {
  ANTE_MESSAGE_TEXT,
  ANTE_MESSAGE_IMAGE,
  ANTE_MESSAGE_VIDEO,
  ANTE_MESSAGE_VOICE,
  ANTE_MESSAGE_FILE,
  ANTE_MESSAGE_STICKER,
  ANTE_MESSAGE_SHARE,
  ANTE_MESSAGE_STORY_REPLY,
  ANTE_MESSAGE_STORY_MENTION,
  ANTE_MESSAGE_UNSUPPORTED,
} AnteMessageKind;

/**
 * AnteOutboxState:
 * @ANTE_OUTBOX_QUEUED: on disk, waiting for its turn or for the end of its undo time
 * @ANTE_OUTBOX_SENDING: the first byte may have left
 * @ANTE_OUTBOX_SENT: Instagram gave it a message id
 * @ANTE_OUTBOX_UNCERTAIN: an answer did not come; it is looked for in the thread and never sent
 * again by itself
 * @ANTE_OUTBOX_FAILED: surely not sent
 * @ANTE_OUTBOX_CANCELLED: taken back before it left, or dropped by a person
 */
typedef enum {
  ANTE_OUTBOX_QUEUED,
  ANTE_OUTBOX_SENDING,
  ANTE_OUTBOX_SENT,
  ANTE_OUTBOX_UNCERTAIN,
  ANTE_OUTBOX_FAILED,
  ANTE_OUTBOX_CANCELLED,
} AnteOutboxState;

/**
 * AnteWindowState:
 * @ANTE_WINDOW_NONE: the lead has never written; nobody may write by the API
 * @ANTE_WINDOW_OPEN: anyone may write, automation too
 * @ANTE_WINDOW_HUMAN: only a person, with the human-agent tag
 * @ANTE_WINDOW_CLOSED: only in Instagram itself
 */
typedef enum {
  ANTE_WINDOW_NONE,
  ANTE_WINDOW_OPEN,
  ANTE_WINDOW_HUMAN,
  ANTE_WINDOW_CLOSED,
} AnteWindowState;

/**
 * AnteFactKind:
 *
 * What is known about a lead, in the order in which it is asked for and shown.
 */
typedef enum {
  ANTE_FACT_GOAL,
  ANTE_FACT_PROBLEM,
  ANTE_FACT_BOTTLENECK,
  ANTE_FACT_FIT,
  ANTE_FACT_OBJECTION,
  ANTE_FACT_NEXT_STEP,
  ANTE_FACT_OFFER,
  ANTE_FACT_BUDGET,
  ANTE_FACT_TIMELINE,
  ANTE_FACT_ALREADY_KNOWS,
  ANTE_FACT_BOOKING,
  ANTE_FACT_FREE,
} AnteFactKind;

/**
 * AnteFactState:
 * @ANTE_FACT_SUGGESTED: waits for a person's yes or no
 * @ANTE_FACT_CONFIRMED: holds
 * @ANTE_FACT_REJECTED: a person said no
 * @ANTE_FACT_SUPERSEDED: a newer one of its kind holds
 * @ANTE_FACT_WITHDRAWN: taken back by an undo, as if it had never been said
 */
typedef enum {
  ANTE_FACT_SUGGESTED,
  ANTE_FACT_CONFIRMED,
  ANTE_FACT_REJECTED,
  ANTE_FACT_SUPERSEDED,
  ANTE_FACT_WITHDRAWN,
} AnteFactState;

typedef enum {
  ANTE_FACT_BY_RULE,
  ANTE_FACT_BY_AI,
  ANTE_FACT_BY_PERSON,
} AnteFactOrigin;

typedef enum {
  ANTE_VERDICT_ALLOW,
  ANTE_VERDICT_HOLD,
  ANTE_VERDICT_BLOCK,
} AnteVerdictKind;

#define ANTE_DECLARE_NICKS(Type, type)                                                             \
  const char *ante_##type##_to_nick (Type value);                                                  \
  gboolean ante_##type##_from_nick (const char *nick, Type *value);

/* to_nick: a static string, never NULL. from_nick: FALSE, and @value untouched, for an unknown or
 * NULL nick. */
ANTE_DECLARE_NICKS (AnteStageRole, stage_role)
ANTE_DECLARE_NICKS (AnteSourceKind, source_kind)
ANTE_DECLARE_NICKS (AnteMessageKind, message_kind)
ANTE_DECLARE_NICKS (AnteOutboxState, outbox_state)
ANTE_DECLARE_NICKS (AnteWindowState, window_state)
ANTE_DECLARE_NICKS (AnteVerdictKind, verdict_kind)
ANTE_DECLARE_NICKS (AnteFactKind, fact_kind)
ANTE_DECLARE_NICKS (AnteFactState, fact_state)
ANTE_DECLARE_NICKS (AnteFactOrigin, fact_origin)
ANTE_DECLARE_NICKS (AnteBookingMark, booking_mark)

#undef ANTE_DECLARE_NICKS

G_END_DECLS
