#pragma once

#include <gio/gio.h>

#include "sandbox/sandbox-generator.h"

G_BEGIN_DECLS

/*
 * What the local Instagram knows: one professional account, the people who wrote to it, their
 * threads, its media and comments, and a ledger of what it was asked and what it accepted. All
 * times are milliseconds by its own clock.
 */

typedef enum {
  SANDBOX_TEXT,
  SANDBOX_IMAGE,
  SANDBOX_VIDEO,
  SANDBOX_VOICE,
  SANDBOX_SHARE,
  SANDBOX_STORY_REPLY,
  SANDBOX_STORY_MENTION,
  SANDBOX_UNSUPPORTED,
  SANDBOX_FILE,
  SANDBOX_HEART,
} SandboxKind;

/* "quick_reply" is a text: the wire shows its title as one. */
gboolean sandbox_kind_from_nick (const char *nick, SandboxKind *kind);
const char *sandbox_kind_to_nick (SandboxKind kind);

typedef struct _SandboxPerson SandboxPerson;

/**
 * SandboxUpload:
 * @type: "image", "video", "audio" or "file"
 * @mime: (nullable): of @bytes
 * @name: (nullable): of the file
 * @bytes: (nullable): what came; %NULL for what was named by its address alone, and after a restart
 */
typedef struct {
  char *type;
  char *mime;
  char *name;
  GBytes *bytes;
} SandboxUpload;

/**
 * SandboxMessage:
 * @link: (nullable): of a share; the id of the story for a story reply or mention; of what was
 * uploaded, the id that it got; of a picture that is not a good one what is wrong with it:
 * "broken", "bomb", "page" or "expired"
 * @reaction: (nullable): the person's
 * @our_reaction: (nullable): the account's
 * @parts: how many pictures it has
 */
typedef struct {
  SandboxPerson *person;
  char *mid;
  gint64 at;
  gboolean from_us;
  SandboxKind kind;
  char *text;
  char *reply_to;
  char *link;
  char *reaction;
  char *our_reaction;
  guint parts;
  gboolean unsent;
} SandboxMessage;

/**
 * SandboxReply:
 * @delay: seconds
 * @match: (nullable): words, any of which the account's message must hold; "|" between them
 *
 * What a person says once, when they are sent something.
 */
typedef struct {
  guint delay;
  char *match;
  char *text;
  SandboxKind kind;
  gboolean used;
} SandboxReply;

void sandbox_reply_free (gpointer reply);

/**
 * SandboxPerson:
 * @lead: of the generator; -1 for others
 * @generated: the oldest so many messages of the thread are made when asked for
 * @touched: (nullable): generated ones that were changed since, by place
 * @messages: those that came after the generated ones, newest last
 * @ad_at: ms of the first message after a click on an ad; 0 for none
 * @wrote_at: ms of the person's last message; 0 for never
 * @place: in the order of coming
 */
struct _SandboxPerson {
  guint place;
  int lead;
  char *igsid;
  char *handle;
  char *name;
  guint followers;
  gboolean follows;
  gboolean followed;
  gboolean verified;
  gboolean blocked;
  gboolean is_request;
  gint64 ad_at;
  gint64 wrote_at;
  char *thread_id;
  gint64 updated_at;
  guint generated;
  GHashTable *touched;
  GPtrArray *messages;
  GPtrArray *replies;
};

typedef struct {
  char *id;
  char *caption;
  char *kind;
  gint64 at;
} SandboxMedia;

/**
 * SandboxComment:
 * @person: (nullable): %NULL for the account's own answer
 * @parent: (nullable): the comment it answers
 * @answered: its one private reply is used up
 */
typedef struct {
  char *id;
  char *media_id;
  char *parent;
  SandboxPerson *person;
  char *text;
  gint64 at;
  gboolean answered;
  gboolean hidden;
} SandboxComment;

typedef struct {
  char *mid;
  SandboxPerson *person;
  char *text;
  char *tag;
  char *comment_id;
  SandboxKind kind;
  gint64 at;
} SandboxSent;

/**
 * SandboxStanding:
 * @actor: who did it
 * @what: (nullable): a word of sandbox-standing.c; %NULL for nothing yet
 * @value: (nullable): the stage, owner, next step or source
 * @detail: (nullable): the reason; of a source, its detail
 * @due: of a next step, ms; 0 for no date
 *
 * What the account's own people did about somebody, in a program of theirs. Instagram knows nothing
 * of it, so it never comes over the wire.
 */
typedef struct {
  SandboxPerson *person;
  gint64 at;
  char *actor;
  char *what;
  char *value;
  char *detail;
  gint64 due;
} SandboxStanding;

typedef struct {
  char *method;
  char *path;
  gint64 at;
  guint status;
} SandboxRequest;

typedef struct {
  char *user_id;
  char *app_id;
  char *username;
  char *name;
  char *biography;
  char *account_type;
  guint followers;
  char *token;
  char *old_token;
  char *short_token;
  char *token_state;
  gint64 token_since;
  gboolean code_used;
  gint64 code_at; /* 0 until somebody consented */
  char *code_redirect;
  gboolean consents;
  gboolean human_agent;
  gboolean access;
  gboolean role;
  gboolean eligible;
  gboolean empty_list;
  gboolean can_message;
  gboolean can_comment;
  gboolean takes_files;
} SandboxAccount;

/**
 * SandboxState:
 * @frozen: the time that it is while the journal is read again; 0 otherwise
 * @order: everybody, newest thread first once sandbox_state_sort() was called
 */
typedef struct {
  gint64 start;
  gint64 frozen;
  gint64 clock_offset;
  guint64 next_id;
  SandboxAccount account;
  SandboxGenerator *generator;
  GPtrArray *people;
  GPtrArray *order;
  gboolean is_sorted;
  GHashTable *by_igsid;
  GHashTable *by_handle;
  GHashTable *by_thread;
  GHashTable *by_mid;
  GPtrArray *media;
  GPtrArray *comments;
  GHashTable *uploads;
  GPtrArray *sent;
  GPtrArray *requests;
  GPtrArray *standing;
  GPtrArray *pending;
  guint64 next_pending;
  gboolean autoplay;
  GOutputStream *journal;
} SandboxState;

SandboxState *sandbox_state_new (gint64 start);
void sandbox_state_free (SandboxState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SandboxState, sandbox_state_free)

gint64 sandbox_state_now (SandboxState *self);
guint64 sandbox_state_take_id (SandboxState *self);
void sandbox_state_sort (SandboxState *self);

SandboxPerson *sandbox_state_add_person (SandboxState *self, const char *handle, const char *name);
/* By IGSID, or by handle with or without "@". */
SandboxPerson *sandbox_state_find_person (SandboxState *self, const char *handle_or_igsid);
/* Fills the state with the people of @generator, which is taken. */
void sandbox_state_generate (SandboxState *self, SandboxGenerator *generator);

SandboxMedia *sandbox_state_find_media (SandboxState *self, const char *id);
SandboxComment *sandbox_state_find_comment (SandboxState *self, const char *id);
SandboxComment *sandbox_state_add_comment (SandboxState *self,
                                           SandboxPerson *person,
                                           const char *media_id,
                                           const char *parent,
                                           const char *text,
                                           gint64 at);
void sandbox_state_remove_comment (SandboxState *self, SandboxComment *comment);

G_END_DECLS
