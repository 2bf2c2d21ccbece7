#pragma once

#include "model/ante-booking.h"
#include "model/ante-follow-up.h"
#include "model/ante-handoff.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteChange:
 * @lead_id: whose
 * @field: what: one of the ANTE_FIELD_* words
 * @value: (nullable): the new value as text: a stage's key, an owner, words, milliseconds, "0"/"1"
 * @detail: (nullable): for %ANTE_FIELD_TOUCH its detail; for %ANTE_FIELD_FACT and %ANTE_FIELD_NOTE
 * its words; for %ANTE_FIELD_LABEL what to do with it; for %ANTE_FIELD_STAGE the row id (as text)
 * of the lead before which the card is put, "end" for the column's end, %NULL to let the column's
 * order decide
 * @type: (nullable): for %ANTE_FIELD_FACT: which objection or sign it is: see AnteFact
 * @message_id: for %ANTE_FIELD_FACT and %ANTE_FIELD_TOUCH: row id of the message whose words say
 * so; 0 for none
 * @span_start: where they stand in its text, in characters
 * @span_end: to before this one
 * @anyway: for %ANTE_FIELD_STAGE: though the lead lacks what the stage asks for; a reason must be
 * given, and the history keeps both
 * @follow_up: (nullable) (owned): for %ANTE_FIELD_FOLLOW_UP
 * @handoff: (nullable) (owned): for %ANTE_FIELD_HANDOFF
 * @booking: (nullable) (owned): for %ANTE_FIELD_BOOKING
 * @call: (nullable) (owned): for %ANTE_FIELD_CALL
 *
 * One thing that a person, a rule or automation changes about a lead. All of them can be undone.
 */
typedef struct {
  gint64 lead_id;
  char *field;
  char *value;
  char *detail;
  char *type;
  gint64 message_id;
  guint span_start;
  guint span_end;
  gboolean anyway;
  AnteFollowUp *follow_up;
  AnteHandoff *handoff;
  AnteBooking *booking;
  AnteCallRecord *call;
} AnteChange;

#define ANTE_FIELD_STAGE "stage"
#define ANTE_FIELD_OWNER "owner"
#define ANTE_FIELD_NEXT_ACTION "next-action"
#define ANTE_FIELD_NEXT_DUE "next-due"
#define ANTE_FIELD_NEXT_OWNER "next-owner"
#define ANTE_FIELD_BOARD_RANK "board-rank"
#define ANTE_FIELD_CLIENT "client"
#define ANTE_FIELD_NOT_A_LEAD "not-a-lead"
#define ANTE_FIELD_NO_AUTOMATION "no-automation"
#define ANTE_FIELD_OWES_REPLY "owes-reply" /* value "0": done, no reply needed */
#define ANTE_FIELD_UNREAD "unread"
#define ANTE_FIELD_LABELS "labels" /* of the history: each name between line feeds, or "" */
/* value: a name; @detail "add" (a new one is begun) or "remove". The history tells of
 * %ANTE_FIELD_LABELS. */
#define ANTE_FIELD_LABEL "label"
#define ANTE_FIELD_SNOOZED "snoozed-until" /* value: ms, "0": awake; %ANTE_LEAD_UNTIL_REPLY */
/* Why the machine woke a lead: it has written. Without a reason the time had come. */
#define ANTE_WHY_WROTE "wrote"
/* Why the machine planned a follow-up: the playbook has it next for this stage. */
#define ANTE_WHY_SEQUENCE "sequence"
/* Why the machine gave a lead back to the coach: what was agreed about it was broken. */
#define ANTE_WHY_BREACHED "breached"
/* Why the machine did something about a booking: a calendar says so. */
#define ANTE_WHY_CALENDAR "calendar"
#define ANTE_FIELD_TOUCH                                                                           \
  "touch" /* value: nick of the kind; the first touch of all stays the source */
#define ANTE_FIELD_FACT                                                                            \
  "fact" /* value: nick of the kind, detail: its words; supersedes the one that held */

/* value: "confirmed" or "rejected", detail: its row id. The history has "ID:STATE". */
#define ANTE_FIELD_FACT_STATE "fact-state"
/* value: "1" where an objection was answered, "0" where it stands open; detail: its row id. The
 * history has "ID:MS", when it was. */
#define ANTE_FIELD_HANDLED "handled"
/* ms: the first message after a click on an ad, from which the longer reply window counts. */
#define ANTE_FIELD_AD_FIRST "ad-first-at"
#define ANTE_FIELD_PINNED "pinned"
/* value: row id of a lead that is the same person: all of it comes under this one, and both
 * conversations go on. What stood at both stands side by side; of what there is one of, this lead's
 * stays. */
#define ANTE_FIELD_MERGE "merge"
/* What the other is then: no lead of its own, and in no list. */
#define ANTE_NOT_A_LEAD_MERGED "merged"
/* Only in the history, of no lead: somebody was forgotten. It cannot be taken back. */
#define ANTE_FIELD_FORGOTTEN "forgotten"
/* value: row id of the note whose place it takes, NULL for a new one; detail: its words, NULL: it
 * is kept no more */
#define ANTE_FIELD_NOTE "note"
/* value: row id of the follow-up whose place it takes, NULL for a new one, which takes that of any
 * that is open; follow_up: what it is from now on. It is the lead's next step while it is open. */
#define ANTE_FIELD_FOLLOW_UP "follow-up"
/* handoff: owner, response window, next action; an older one that runs ends. The lead gets its
 * owner. Of the history: row ids. */
#define ANTE_FIELD_HANDOFF "handoff"
/* booking: one that is put in by hand: of this lead, with start, end, title and place. A lead who
 * has a call ahead comes into the stage of those who have one, in the same act, where they stand
 * before it and lack nothing that it asks for. Of the history: its row id. */
#define ANTE_FIELD_BOOKING "booking"
/* booking: one that is put in by hand: to be at another time. Of the history: "ID:START:END", also
 * where a calendar has moved it. */
#define ANTE_FIELD_BOOKING_TIME "booking-time"
/* Of the lead whose it is from now on, or 0 where it is of no lead; detail: row id of the booking.
 * Of the history, at the lead that it came to, or else at the one that it was taken from:
 * "ID:LEAD:BY:CANDIDATES", as in AnteBooking. */
#define ANTE_FIELD_BOOKING_LEAD "booking-lead"
/* value: a nick of AnteBookingState; detail: row id. Of the history: "ID:STATE". */
#define ANTE_FIELD_BOOKING_STATE "booking-state"
/* call: what came of a booking, in place of what was said before; of its lead, or of none: then
 * lead_id is 0. The booking becomes a no-show with that outcome, held with any other. Of the
 * history: row ids. */
#define ANTE_FIELD_CALL "call"

/* Of a lead; of no lead, the coach's own: see ante-store-replies.h. */
#define ANTE_FIELD_BOOKING_LINK "booking-link"
/* Of no lead, and only in the history: row ids of versions: see ante-store-playbook.h. */
#define ANTE_FIELD_PLAYBOOK "playbook"
/* Only in the history: what was decided of a draft: "ID:STATE". */
#define ANTE_FIELD_DRAFT "draft"
/* value: "1": nothing of them is ever sent to an AI provider */
#define ANTE_FIELD_NEVER_AI "never-ai"
/* Of no lead: see ante-store-replies.h. Of the history: row ids, or what stood there. */
#define ANTE_FIELD_REPLY "reply"
#define ANTE_FIELD_MY_NAME "my-name"
/* Of no lead: how AI is set up: see rules/ante-ai-settings.h. */
#define ANTE_FIELD_AI "ai"

/* Only in the history: what a lead lacked that was moved all the same, words with a space between.
 */
#define ANTE_FIELD_ANYWAY "anyway"

AnteChange *
ante_change_new (gint64 lead_id, const char *field, const char *value, const char *detail);
void ante_change_free (AnteChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteChange, ante_change_free)

/**
 * AnteMissing:
 * @lead_id: which lead
 * @words: (array zero-terminated=1): what it lacks: words of ante-gate.h
 */
typedef struct {
  gint64 lead_id;
  char **words;
} AnteMissing;

void ante_missing_free (AnteMissing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteMissing, ante_missing_free)

/*
 * Applies @changes (element-type AnteChange) in their order, in one transaction, as one act of
 * @actor at @now, writing an event for each that changes something. Any invalid one fails all with
 * INVALID, NOT_FOUND or CONFLICT; a lead that lacks what its new stage asks for, after what came
 * before in the same act, fails all with INCOMPLETE. _finish gives the group id of the act, 0 when
 * nothing had to change, -1 on error.
 */
void ante_store_apply_async (AnteStore *self,
                             GPtrArray *changes,
                             const char *actor,
                             const char *why,
                             gint64 now,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gint64 ante_store_apply_finish (AnteStore *self, GAsyncResult *result, GError **error);
/* (transfer none) (element-type AnteMissing): after INCOMPLETE every lead that lacks something, in
 * the order of the changes; empty after anything else. */
GPtrArray *ante_store_apply_get_missing (GAsyncResult *result);

/**
 * AnteUndone:
 * @group: the act that was taken back (or done again)
 * @field: field of its first event, or "stage" where it moved leads
 * @n_leads: how many leads it was about
 * @lead_id: the first of them
 * @title: (nullable): what to call that one
 */
typedef struct {
  gint64 group;
  char *field;
  guint n_leads;
  gint64 lead_id;
  char *title;
} AnteUndone;

void ante_undone_free (AnteUndone *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteUndone, ante_undone_free)

/*
 * Takes back act @group, 0 for the newest one of a person that is not undone, by an inverse event;
 * a redo takes back the newest undo that nothing has followed. NOT_FOUND when there is none;
 * CONFLICT when a value has been changed since by someone else, and then nothing is touched. Works
 * after a restart: it reads the history.
 */
void ante_store_undo_async (AnteStore *self,
                            gint64 group,
                            const char *actor,
                            gint64 now,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
AnteUndone *ante_store_undo_finish (AnteStore *self, GAsyncResult *result, GError **error);
void ante_store_redo_async (AnteStore *self,
                            const char *actor,
                            gint64 now,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
AnteUndone *ante_store_redo_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
