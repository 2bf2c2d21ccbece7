#pragma once

#include <gio/gio.h>

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
} SandboxKind;

gboolean sandbox_kind_from_nick (const char *nick, SandboxKind *kind);
const char *sandbox_kind_to_nick (SandboxKind kind);

typedef struct {
  char *mid;
  gint64 at;
  gboolean from_us;
  SandboxKind kind;
  char *text;
  char *reply_to;
  char *reaction;
  gboolean reaction_by_us;
  gboolean unsent;
  gint64 visible_at;
} SandboxMessage;

typedef struct {
  guint delay;
  char *match;
  char *text;
  gboolean used;
  gint64 due;
} SandboxReply;

typedef struct {
  guint index;
  char *igsid;
  char *handle;
  char *name;
  gboolean follows;
  gboolean blocked;
  gboolean is_request;
  char *thread_id;
  gint64 updated_at;
  GPtrArray *messages;
  GPtrArray *replies;
} SandboxPerson;

typedef struct {
  char *id;
  char *caption;
  char *kind;
  gint64 at;
} SandboxMedia;

typedef struct {
  char *id;
  char *media_id;
  char *igsid;
  char *handle;
  char *text;
  gint64 at;
  gboolean answered;
} SandboxComment;

typedef struct {
  char *mid;
  char *igsid;
  char *handle;
  char *text;
  char *tag;
  gint64 at;
} SandboxSent;

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
  char *account_type;
  char *token;
  char *token_state;
  gint64 token_since;
  gboolean human_agent;
  gboolean access;
  gboolean role;
  gboolean eligible;
  gboolean empty_list;
  gboolean can_message;
} SandboxAccount;

typedef struct {
  gint64 clock_offset;
  guint64 next_id;
  SandboxAccount account;
  GPtrArray *people;
  GHashTable *by_igsid;
  GHashTable *by_handle;
  GHashTable *by_thread;
  GHashTable *by_mid;
  GPtrArray *media;
  GPtrArray *comments;
  GPtrArray *sent;
  GPtrArray *requests;
  gboolean autoplay;
  GOutputStream *journal;
} SandboxState;

SandboxState *sandbox_state_new (void);
void sandbox_state_free (SandboxState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SandboxState, sandbox_state_free)

gint64 sandbox_state_now (SandboxState *self);
SandboxPerson *sandbox_state_add_person (SandboxState *self, const char *handle, const char *name);
SandboxPerson *sandbox_state_find_person (SandboxState *self, const char *handle_or_igsid);
SandboxMessage *sandbox_state_add_message (SandboxState *self,
                                           SandboxPerson *person,
                                           gint64 at,
                                           gboolean from_us,
                                           SandboxKind kind,
                                           const char *text);
SandboxPerson *
sandbox_state_find_message (SandboxState *self, const char *mid, SandboxMessage **message);
void sandbox_state_unsend (SandboxState *self, SandboxPerson *person, SandboxMessage *message);
SandboxComment *sandbox_state_add_comment (SandboxState *self,
                                           SandboxPerson *person,
                                           const char *media_id,
                                           const char *text);
/* The last message of the person, ms; 0 for none: the reply window counts from it. */
gint64 sandbox_person_last_in (SandboxPerson *person);

G_END_DECLS
