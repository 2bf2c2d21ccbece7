#pragma once

#include <glib.h>

#include "model/ante-types.h"

G_BEGIN_DECLS

/*
 * Small records that are read and shown whole: plain structs, owned by whoever holds the array they
 * come in.
 */

/**
 * AnteAccount:
 * @id: row id
 * @user_id: Instagram professional account id ("user_id" of GET /me, never "id")
 * @username: handle without @
 * @name: (nullable): display name
 * @account_type: (nullable): as Instagram said
 * @api_url: where its API is: https, or http on loopback
 * @token_expires_at: ms; 0 when not known
 * @token_given_at: when the token now in use was pasted or renewed, ms
 * @human_agent: the account's app has the Human Agent feature
 * @last_synced_at: end of the last complete pass, ms; 0 for never
 * @first_sync_done: the whole list has been read once
 * @high_water: newest "updated_time" that is wholly stored, ms
 * @cursor: (nullable): where an interrupted first pass goes on
 */
typedef struct {
  gint64 id;
  char *user_id;
  char *username;
  char *name;
  char *account_type;
  char *api_url;
  gint64 token_expires_at;
  gint64 token_given_at;
  gboolean human_agent;
  gint64 last_synced_at;
  gboolean first_sync_done;
  gint64 high_water;
  char *cursor;
} AnteAccount;

AnteAccount *ante_account_new (void);
AnteAccount *ante_account_copy (const AnteAccount *self);
void ante_account_free (AnteAccount *self);

/**
 * AnteTouch:
 * @id: row id
 * @lead_id: row id of the lead
 * @kind: what it was
 * @detail: (nullable): story, media, ad, keyword, referrer or campaign
 * @at: when, ms
 * @evidence: (nullable): Instagram's id of the message or comment that shows it
 * @origin: "rule" or "person"
 *
 * One time that a lead came to us.
 */
typedef struct {
  gint64 id;
  gint64 lead_id;
  AnteSourceKind kind;
  char *detail;
  gint64 at;
  char *evidence;
  char *origin;
} AnteTouch;

AnteTouch *ante_touch_new (void);
void ante_touch_free (AnteTouch *self);

/**
 * AnteLabel:
 * @name: unique whatever its capital letters
 * @colour: one of ante_label_colours
 *
 * What leads can be marked with. It stays when no lead has it.
 */
typedef struct {
  char *name;
  char *colour;
} AnteLabel;

AnteLabel *ante_label_new (const char *name, const char *colour);
void ante_label_free (AnteLabel *self);

/**
 * AnteReply:
 * @id: row id; an edit makes another
 * @name: unique whatever its capital letters
 * @text: its words, with what stands for others: see ante-saved-reply.h
 * @source: whom it is offered to first; %ANTE_SOURCE_UNKNOWN for everybody
 *
 * An answer that is kept to be used again.
 */
typedef struct {
  gint64 id;
  char *name;
  char *text;
  AnteSourceKind source;
} AnteReply;

AnteReply *ante_reply_new (gint64 id, const char *name, const char *text, AnteSourceKind source);
AnteReply *ante_reply_copy (const AnteReply *self);
void ante_reply_free (AnteReply *self);

/**
 * AnteNote:
 * @id: row id; an edit makes another
 * @lead_id: row id of the lead
 * @at: when it was first written, ms
 * @edited_at: when it was changed last, ms; 0 for never
 * @author: who wrote it: see ante-party.h
 * @text: its words
 *
 * What we have written about a lead for ourselves: never a message, never sent.
 */
typedef struct {
  gint64 id;
  gint64 lead_id;
  gint64 at;
  gint64 edited_at;
  char *author;
  char *text;
} AnteNote;

#define ANTE_NOTE_MAX_CHARS 4000

AnteNote *ante_note_new (void);
AnteNote *ante_note_copy (const AnteNote *self);
void ante_note_free (AnteNote *self);

/**
 * AnteEvent:
 * @id: row id
 * @group: events of one act of a person share it; undo takes them back together
 * @lead_id: row id of the lead, 0 where it is about none
 * @stage_id: row id of the stage that was changed itself, 0 as a rule
 * @at: when, ms
 * @actor: who: see ante-party.h
 * @field: what changed: "stage", "owner", "next-action", "touch", "sent", "stage:name", …
 * @from: (nullable): value before; of a fact "KIND: WORDS"
 * @to: (nullable): value after
 * @why: (nullable): the reason given; of what was sent, its words where no message is known to hold
 * them
 * @undone: taken back by a later event
 *
 * One line of the append-only history.
 */
typedef struct {
  gint64 id;
  gint64 group;
  gint64 lead_id;
  gint64 stage_id;
  gint64 at;
  char *actor;
  char *field;
  char *from;
  char *to;
  char *why;
  gboolean undone;
} AnteEvent;

AnteEvent *ante_event_new (void);
void ante_event_free (AnteEvent *self);

/**
 * AnteProfile:
 * @igsid: whose
 * @username: (nullable): handle
 * @name: (nullable): display name
 * @picture_url: (nullable): expiring address
 * @followers: -1 when not known
 * @follows_us: 1 yes, 0 no, -1 not known
 * @we_follow: 1 yes, 0 no, -1 not known
 * @verified: the account has Instagram's mark
 * @consent: %FALSE when Instagram refuses the profile until the person writes (error 230)
 */
typedef struct {
  char *igsid;
  char *username;
  char *name;
  char *picture_url;
  gint64 followers;
  int follows_us;
  int we_follow;
  gboolean verified;
  gboolean consent;
} AnteProfile;

AnteProfile *ante_profile_new (void);
AnteProfile *ante_profile_copy (const AnteProfile *self);
void ante_profile_free (AnteProfile *self);

/**
 * AnteSearchHit:
 * @message_id: row id of the message
 * @mid: Instagram's message id
 * @lead_id: row id of the lead
 * @handle: its handle
 * @name: (nullable): its name
 * @at: when, ms
 * @author: who wrote it
 * @kind: what it is
 * @snippet: the words around the find, "" where it has none; foreign text with the find between
 * U+0002 and U+0003
 */
typedef struct {
  gint64 message_id;
  char *mid;
  gint64 lead_id;
  char *handle;
  char *name;
  gint64 at;
  char *author;
  AnteMessageKind kind;
  char *snippet;
} AnteSearchHit;

AnteSearchHit *ante_search_hit_new (void);
void ante_search_hit_free (AnteSearchHit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteAccount, ante_account_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteTouch, ante_touch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteLabel, ante_label_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteReply, ante_reply_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteNote, ante_note_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteEvent, ante_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteProfile, ante_profile_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteSearchHit, ante_search_hit_free)

G_END_DECLS
