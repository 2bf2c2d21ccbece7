#include "sandbox/sandbox-state.h"

#include <string.h>

#include "sandbox/sandbox-threads.h"
#include "sandbox/sandbox-wire.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)

static const char *const kind_nicks[] = {
  "text",        "image",         "video",       "voice", "share",
  "story_reply", "story_mention", "unsupported", "file",  "heart",
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
  if (g_strcmp0 (nick, "quick_reply") == 0) {
    *kind = SANDBOX_TEXT;
    return TRUE;
  }
  return FALSE;
}

const char *
sandbox_kind_to_nick (SandboxKind kind)
{
  return kind_nicks[kind];
}

void
sandbox_reply_free (gpointer data)
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
  g_clear_pointer (&person->touched, g_hash_table_unref);
  g_ptr_array_unref (person->messages);
  g_clear_pointer (&person->replies, g_ptr_array_unref);
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
  g_free (comment->parent);
  g_free (comment->text);
  g_free (comment);
}

static void
sent_free (gpointer data)
{
  SandboxSent *sent = data;

  g_free (sent->mid);
  g_free (sent->text);
  g_free (sent->tag);
  g_free (sent->comment_id);
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

static void
init_account (SandboxAccount *account, gint64 start)
{
  account->user_id = g_strdup ("17841400000000123");
  account->app_id = g_strdup ("26500000000000001");
  account->username = g_strdup ("vera.coaches");
  account->name = g_strdup ("Vera Lind");
  account->account_type = g_strdup ("Business");
  account->followers = 8123;
  account->token = g_strdup ("IGAAsandbox0000000000000001");
  account->token_state = g_strdup ("ok");
  /* Old enough to be renewed. */
  account->token_since = start - 2 * DAY_MS;
  account->access = TRUE;
  account->role = TRUE;
  account->consents = TRUE;
  account->eligible = TRUE;
  account->can_message = TRUE;
  account->can_comment = TRUE;
  account->takes_files = TRUE;
}

SandboxState *
sandbox_state_new (gint64 start)
{
  SandboxState *self = g_new0 (SandboxState, 1);

  self->start = start;
  self->next_id = 1;
  self->next_pending = 1;
  self->people = g_ptr_array_new_with_free_func (person_free);
  self->order = g_ptr_array_new ();
  self->by_igsid = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_handle = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_thread = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_mid = g_hash_table_new (g_str_hash, g_str_equal);
  self->uploads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, sandbox_upload_free);
  self->media = g_ptr_array_new_with_free_func (media_free);
  self->comments = g_ptr_array_new_with_free_func (comment_free);
  self->sent = g_ptr_array_new_with_free_func (sent_free);
  self->requests = g_ptr_array_new_with_free_func (request_free);
  self->standing = g_ptr_array_new_with_free_func (sandbox_standing_free);
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) sandbox_pending_free);
  init_account (&self->account, start);
  return self;
}

void
sandbox_state_free (SandboxState *self)
{
  SandboxAccount *account = NULL;

  if (self == NULL)
    return;

  account = &self->account;
  g_hash_table_unref (self->by_igsid);
  g_hash_table_unref (self->by_handle);
  g_hash_table_unref (self->by_thread);
  g_hash_table_unref (self->by_mid);
  g_hash_table_unref (self->uploads);
  g_ptr_array_unref (self->pending);
  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->media);
  g_ptr_array_unref (self->comments);
  g_ptr_array_unref (self->sent);
  g_ptr_array_unref (self->requests);
  g_ptr_array_unref (self->standing);
  g_clear_pointer (&self->generator, sandbox_generator_free);
  g_clear_object (&self->journal);
  g_free (account->user_id);
  g_free (account->app_id);
  g_free (account->username);
  g_free (account->name);
  g_free (account->biography);
  g_free (account->account_type);
  g_free (account->token);
  g_free (account->old_token);
  g_free (account->short_token);
  g_free (account->code_redirect);
  g_free (account->token_state);
  g_free (self);
}

gint64
sandbox_state_now (SandboxState *self)
{
  return self->frozen != 0 ? self->frozen : g_get_real_time () / 1000 + self->clock_offset;
}

/* Every id comes from one counter, so that a journal that is read again gives the same ones. */
guint64
sandbox_state_take_id (SandboxState *self)
{
  return self->next_id++;
}

static int
compare_updated (gconstpointer a, gconstpointer b)
{
  const SandboxPerson *left = *(SandboxPerson *const *) a;
  const SandboxPerson *right = *(SandboxPerson *const *) b;

  if (left->updated_at / 1000 != right->updated_at / 1000)
    return left->updated_at < right->updated_at ? 1 : -1;
  return left->place < right->place ? -1 : left->place > right->place;
}

void
sandbox_state_sort (SandboxState *self)
{
  if (!self->is_sorted)
    g_ptr_array_sort (self->order, compare_updated);
  self->is_sorted = TRUE;
}

static guint64
hash_text (const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * G_GUINT64_CONSTANT (1099511628211);
  return hash ^ hash >> 33;
}

/* Ids follow from the handle: the same person has the same ones when others are added. */
static void
give_ids (SandboxState *self, SandboxPerson *person)
{
  guint64 number = hash_text (person->handle) % G_GUINT64_CONSTANT (900000000000);

  do {
    g_free (person->igsid);
    person->igsid =
      g_strdup_printf ("%" G_GUINT64_FORMAT, G_GUINT64_CONSTANT (1020000000000000) + number++);
  } while (g_hash_table_contains (self->by_igsid, person->igsid));
  person->thread_id =
    g_strdup_printf ("aWdfZAG06MTpJR01lc3NhZA2VUaHJlYWQ6%sZDZD", person->igsid + 3);
}

SandboxPerson *
sandbox_state_add_person (SandboxState *self, const char *handle, const char *name)
{
  SandboxPerson *person = g_new0 (SandboxPerson, 1);

  person->place = self->people->len;
  person->lead = -1;
  person->handle = g_strdup (handle);
  person->name = g_strdup (name);
  person->followers = 37 + (guint) (hash_text (handle) % 4000);
  person->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) sandbox_message_unref);
  give_ids (self, person);
  g_ptr_array_add (self->people, person);
  g_ptr_array_add (self->order, person);
  self->is_sorted = FALSE;
  g_hash_table_insert (self->by_igsid, person->igsid, person);
  g_hash_table_insert (self->by_handle, person->handle, person);
  g_hash_table_insert (self->by_thread, person->thread_id, person);
  return person;
}

SandboxPerson *
sandbox_state_find_person (SandboxState *self, const char *handle_or_igsid)
{
  const char *handle = *handle_or_igsid == '@' ? handle_or_igsid + 1 : handle_or_igsid;
  SandboxPerson *person = g_hash_table_lookup (self->by_igsid, handle);

  return person != NULL ? person : g_hash_table_lookup (self->by_handle, handle);
}

static gint64
find_wrote_at (SandboxState *self, SandboxPerson *person)
{
  for (guint i = person->generated; i-- > 0;) {
    SandboxLine line = { 0 };

    sandbox_generator_get_line (self->generator, (guint) person->lead, i, self->start, &line);
    if (!line.from_us)
      return line.at;
  }
  return 0;
}

void
sandbox_state_generate (SandboxState *self, SandboxGenerator *generator)
{
  self->generator = generator;
  for (guint i = 0; i < sandbox_generator_get_n_leads (generator); i++) {
    SandboxLead lead = { 0 };
    SandboxPerson *person = NULL;

    sandbox_generator_get_lead (generator, i, &lead);
    person = sandbox_state_add_person (self, lead.handle, lead.name);
    person->lead = (int) i;
    person->follows = lead.follows;
    person->generated = lead.messages;
    person->updated_at = self->start - lead.newest_age;
    person->wrote_at = find_wrote_at (self, person);
    sandbox_lead_clear (&lead);
  }
}

SandboxMedia *
sandbox_state_find_media (SandboxState *self, const char *id)
{
  for (guint i = 0; i < self->media->len; i++) {
    SandboxMedia *media = self->media->pdata[i];

    if (g_str_equal (media->id, id))
      return media;
  }
  return NULL;
}

SandboxComment *
sandbox_state_find_comment (SandboxState *self, const char *id)
{
  for (guint i = 0; i < self->comments->len; i++) {
    SandboxComment *comment = self->comments->pdata[i];

    if (g_str_equal (comment->id, id))
      return comment;
  }
  return NULL;
}

SandboxComment *
sandbox_state_add_comment (SandboxState *self,
                           SandboxPerson *person,
                           const char *media_id,
                           const char *parent,
                           const char *text,
                           gint64 at)
{
  SandboxComment *comment = g_new0 (SandboxComment, 1);
  guint place = self->comments->len;

  comment->id = g_strdup_printf ("179%014" G_GUINT64_FORMAT, sandbox_state_take_id (self));
  comment->media_id = g_strdup (media_id);
  comment->parent = g_strdup (parent);
  comment->person = person;
  comment->text = g_strdup (text != NULL ? text : "");
  comment->at = at;
  while (place > 0 && ((SandboxComment *) self->comments->pdata[place - 1])->at > at)
    place--;
  g_ptr_array_insert (self->comments, (int) place, comment);
  return comment;
}

void
sandbox_state_remove_comment (SandboxState *self, SandboxComment *comment)
{
  for (guint i = self->comments->len; i-- > 0;) {
    SandboxComment *other = self->comments->pdata[i];

    if (other != comment && g_strcmp0 (other->parent, comment->id) == 0)
      g_ptr_array_remove_index (self->comments, i);
  }
  g_ptr_array_remove (self->comments, comment);
}
