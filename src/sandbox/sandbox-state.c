#include "sandbox/sandbox-state.h"

#include <string.h>

static const char *const kind_nicks[] = {
  "text", "image", "video", "voice", "share", "story_reply", "story_mention", "unsupported",
};

gboolean
sandbox_kind_from_nick (const char *nick, SandboxKind *kind)
{
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (kind_nicks); i++) {
    if (g_str_equal (kind_nicks[i], nick)) {
      *kind = (SandboxKind) i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
sandbox_kind_to_nick (SandboxKind kind)
{
  return kind_nicks[kind];
}

static void
message_free (gpointer data)
{
  SandboxMessage *message = data;

  g_free (message->mid);
  g_free (message->text);
  g_free (message->reply_to);
  g_free (message->reaction);
  g_free (message);
}

static void
reply_free (gpointer data)
{
  SandboxReply *reply = data;

  g_free (reply->match);
  g_free (reply->text);
  g_free (reply);
}

static void
person_free (gpointer data)
{
  SandboxPerson *person = data;

  g_free (person->igsid);
  g_free (person->handle);
  g_free (person->name);
  g_free (person->thread_id);
  g_ptr_array_unref (person->messages);
  g_ptr_array_unref (person->replies);
  g_free (person);
}

static void
media_free (gpointer data)
{
  SandboxMedia *media = data;

  g_free (media->id);
  g_free (media->caption);
  g_free (media->kind);
  g_free (media);
}

static void
comment_free (gpointer data)
{
  SandboxComment *comment = data;

  g_free (comment->id);
  g_free (comment->media_id);
  g_free (comment->igsid);
  g_free (comment->handle);
  g_free (comment->text);
  g_free (comment);
}

static void
sent_free (gpointer data)
{
  SandboxSent *sent = data;

  g_free (sent->mid);
  g_free (sent->igsid);
  g_free (sent->handle);
  g_free (sent->text);
  g_free (sent->tag);
  g_free (sent);
}

static void
request_free (gpointer data)
{
  SandboxRequest *request = data;

  g_free (request->method);
  g_free (request->path);
  g_free (request);
}

SandboxState *
sandbox_state_new (void)
{
  SandboxState *self = g_new0 (SandboxState, 1);

  self->next_id = 1;
  self->people = g_ptr_array_new_with_free_func (person_free);
  self->by_igsid = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_handle = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_thread = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_mid = g_hash_table_new (g_str_hash, g_str_equal);
  self->media = g_ptr_array_new_with_free_func (media_free);
  self->comments = g_ptr_array_new_with_free_func (comment_free);
  self->sent = g_ptr_array_new_with_free_func (sent_free);
  self->requests = g_ptr_array_new_with_free_func (request_free);

  self->account.user_id = g_strdup ("17841400000000123");
  self->account.app_id = g_strdup ("26500000000000001");
  self->account.username = g_strdup ("vera.coaches");
  self->account.name = g_strdup ("Vera Lind");
  self->account.account_type = g_strdup ("Business");
  self->account.token = g_strdup ("IGAAsandbox0000000000000001");
  self->account.token_state = g_strdup ("ok");
  self->account.access = TRUE;
  self->account.role = TRUE;
  self->account.eligible = TRUE;
  self->account.can_message = TRUE;
  return self;
}

void
sandbox_state_free (SandboxState *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_igsid);
  g_hash_table_unref (self->by_handle);
  g_hash_table_unref (self->by_thread);
  g_hash_table_unref (self->by_mid);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->media);
  g_ptr_array_unref (self->comments);
  g_ptr_array_unref (self->sent);
  g_ptr_array_unref (self->requests);
  g_clear_object (&self->journal);
  g_free (self->account.user_id);
  g_free (self->account.app_id);
  g_free (self->account.username);
  g_free (self->account.name);
  g_free (self->account.account_type);
  g_free (self->account.token);
  g_free (self->account.token_state);
  g_free (self);
}

gint64
sandbox_state_now (SandboxState *self)
{
  return g_get_real_time () / 1000 + self->clock_offset;
}

/**
 * sandbox_state_add_person:
 *
 * Ids follow from the order in which people come, so that the same scenario or seed gives the same
 * ones.
 */
SandboxPerson *
sandbox_state_add_person (SandboxState *self, const char *handle, const char *name)
{
  SandboxPerson *person = g_new0 (SandboxPerson, 1);

  person->index = self->people->len;
  person->igsid = g_strdup_printf ("%" G_GUINT64_FORMAT,
                                   G_GUINT64_CONSTANT (1020304050000000) + person->index * 7919);
  person->handle = g_strdup (handle);
  person->name = g_strdup (name);
  person->thread_id = g_strdup_printf ("aWdfZAG1fc3RocmVhZA%08uZD", person->index);
  person->messages = g_ptr_array_new_with_free_func (message_free);
  person->replies = g_ptr_array_new_with_free_func (reply_free);
  g_ptr_array_add (self->people, person);
  g_hash_table_insert (self->by_igsid, person->igsid, person);
  g_hash_table_insert (self->by_handle, person->handle, person);
  g_hash_table_insert (self->by_thread, person->thread_id, person);
  return person;
}

SandboxPerson *
sandbox_state_find_person (SandboxState *self, const char *handle_or_igsid)
{
  SandboxPerson *person = g_hash_table_lookup (self->by_igsid, handle_or_igsid);

  return person != NULL ? person : g_hash_table_lookup (self->by_handle, handle_or_igsid);
}

/* Newest last. A message that is put in late still finds its place by time. */
SandboxMessage *
sandbox_state_add_message (SandboxState *self,
                           SandboxPerson *person,
                           gint64 at,
                           gboolean from_us,
                           SandboxKind kind,
                           const char *text)
{
  SandboxMessage *message = g_new0 (SandboxMessage, 1);
  guint place = person->messages->len;

  message->mid = g_strdup_printf ("aWdfZAG1faXRlbToxOk%012" G_GUINT64_FORMAT "ZD", self->next_id++);
  message->at = at;
  message->from_us = from_us;
  message->kind = kind;
  message->text = g_strdup (text);
  while (place > 0 && ((SandboxMessage *) person->messages->pdata[place - 1])->at > at)
    place--;
  g_ptr_array_insert (person->messages, (int) place, message);
  person->updated_at = MAX (person->updated_at, at);
  g_hash_table_insert (self->by_mid, message->mid, person);
  return message;
}

SandboxPerson *
sandbox_state_find_message (SandboxState *self, const char *mid, SandboxMessage **message)
{
  SandboxPerson *person = g_hash_table_lookup (self->by_mid, mid);

  for (guint i = 0; person != NULL && i < person->messages->len; i++) {
    SandboxMessage *candidate = person->messages->pdata[i];

    if (g_str_equal (candidate->mid, mid)) {
      *message = candidate;
      return person;
    }
  }
  return NULL;
}

void
sandbox_state_unsend (SandboxState *self, SandboxPerson *person, SandboxMessage *message)
{
  message->unsent = TRUE;
}

SandboxComment *
sandbox_state_add_comment (SandboxState *self,
                           SandboxPerson *person,
                           const char *media_id,
                           const char *text)
{
  SandboxComment *comment = g_new0 (SandboxComment, 1);

  comment->id = g_strdup_printf ("%" G_GUINT64_FORMAT,
                                 G_GUINT64_CONSTANT (17900000000000000) + self->next_id++);
  comment->media_id = g_strdup (media_id);
  comment->igsid = g_strdup (person->igsid);
  comment->handle = g_strdup (person->handle);
  comment->text = g_strdup (text);
  comment->at = sandbox_state_now (self);
  g_ptr_array_add (self->comments, comment);
  return comment;
}

gint64
sandbox_person_last_in (SandboxPerson *person)
{
  for (guint i = person->messages->len; i-- > 0;) {
    SandboxMessage *message = person->messages->pdata[i];

    if (!message->from_us)
      return message->at;
  }
  return 0;
}
