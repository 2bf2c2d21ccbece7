#include <string.h>

#include "sandbox/sandbox-threads.h"
#include "sandbox/sandbox-wire.h"

static void
note_sent (SandboxState *state, SandboxMessage *message, JsonObject *arguments)
{
  SandboxSent *sent = g_new0 (SandboxSent, 1);

  sent->mid = g_strdup (message->mid);
  sent->person = message->person;
  sent->text = g_strdup (message->text);
  sent->tag = g_strdup (sandbox_json_string (arguments, "tag"));
  sent->comment_id = g_strdup (sandbox_json_string (arguments, "comment_id"));
  sent->kind = message->kind;
  sent->at = message->at;
  g_ptr_array_add (state->sent, sent);
}

/* It was accepted now, but the thread shows it later. */
static void
hold_back (SandboxState *state, SandboxMessage *message, gint64 late)
{
  SandboxPending *pending =
    sandbox_players_expect (state, message->person, message->at + late, message->text);

  pending->is_play = FALSE;
  pending->kind = message->kind;
  pending->mid = g_strdup (message->mid);
  pending->at = message->at;
}

static void
do_send (SandboxState *state, JsonObject *arguments, JsonObject *result)
{
  const char *to = sandbox_json_string (arguments, "to");
  SandboxPerson *person = to != NULL ? sandbox_state_find_person (state, to) : NULL;
  const char *comment_id = sandbox_json_string (arguments, "comment_id");
  SandboxComment *comment =
    comment_id != NULL ? sandbox_state_find_comment (state, comment_id) : NULL;
  gint64 late = sandbox_json_int (arguments, "late", 0);
  SandboxKind kind = SANDBOX_TEXT;
  g_autoptr (SandboxMessage) message = NULL;

  if (person == NULL)
    return;

  sandbox_kind_from_nick (sandbox_json_string (arguments, "kind"), &kind);
  message = sandbox_message_new (state, person, NULL, sandbox_state_now (state), TRUE, kind,
                                 sandbox_json_string (arguments, "text"));
  message->reply_to = g_strdup (sandbox_json_string (arguments, "reply_to"));
  message->link = g_strdup (sandbox_json_string (arguments, "link"));
  message->parts = (guint) CLAMP (sandbox_json_int (arguments, "parts", 1), 1, 10);
  if (comment != NULL)
    comment->answered = TRUE;
  /* An answer takes the thread out of the requests. */
  person->is_request = FALSE;
  note_sent (state, message, arguments);
  sandbox_json_set (result, "message_id", message->mid);
  sandbox_players_sent (state, person, message->text);
  if (late > 0)
    hold_back (state, message, late);
  else
    sandbox_thread_add (state, sandbox_message_ref (message));
}

static void
do_react (SandboxState *state, JsonObject *arguments)
{
  const char *mid = sandbox_json_string (arguments, "message_id");
  g_autoptr (SandboxMessage) message = mid != NULL ? sandbox_thread_find (state, mid, NULL) : NULL;

  if (message == NULL)
    return;
  sandbox_thread_keep (state, message);
  g_free (message->our_reaction);
  message->our_reaction = g_strdup (sandbox_json_string (arguments, "reaction"));
}

static void
do_upload (SandboxState *state, JsonObject *arguments, JsonObject *result)
{
  const char *type = sandbox_json_string (arguments, "type");
  char *id = g_strdup_printf ("9001002%012" G_GUINT64_FORMAT, sandbox_state_take_id (state));
  SandboxUpload *upload = g_new0 (SandboxUpload, 1);

  upload->type = g_strdup (type != NULL ? type : "image");
  sandbox_json_set (result, "attachment_id", id);
  g_hash_table_insert (state->uploads, id, upload);
}

static void
do_comment (SandboxState *state, const char *what, JsonObject *arguments, JsonObject *result)
{
  const char *id = sandbox_json_string (arguments, "comment_id");
  SandboxComment *comment = id != NULL ? sandbox_state_find_comment (state, id) : NULL;

  if (comment == NULL)
    return;
  if (g_str_equal (what, "answer"))
    sandbox_json_set (result, "id",
                      sandbox_state_add_comment (state, NULL, comment->media_id, comment->id,
                                                 sandbox_json_string (arguments, "text"),
                                                 sandbox_state_now (state))
                        ->id);
  else if (g_str_equal (what, "hide"))
    comment->hidden = sandbox_json_boolean (arguments, "hide", TRUE);
  else
    sandbox_state_remove_comment (state, comment);
}

static void
do_token (SandboxState *state, JsonObject *arguments)
{
  SandboxAccount *account = &state->account;
  const char *what = sandbox_json_string (arguments, "what");

  if (g_strcmp0 (what, "consent") == 0) {
    account->code_used = FALSE;
    account->code_at = sandbox_state_now (state);
    g_free (account->code_redirect);
    account->code_redirect = g_strdup (sandbox_json_string (arguments, "redirect"));
  } else if (g_strcmp0 (what, "code") == 0) {
    account->code_used = TRUE;
    g_free (account->short_token);
    account->short_token =
      g_strdup_printf ("IGAAshort%016" G_GUINT64_FORMAT, sandbox_state_take_id (state));
  } else {
    g_free (account->old_token);
    account->old_token = account->token;
    account->token =
      g_strdup_printf ("IGAAsandbox%016" G_GUINT64_FORMAT, 1 + sandbox_state_take_id (state));
    account->token_since = sandbox_state_now (state);
  }
}

static gboolean
change (SandboxState *state, const char *what, JsonObject *arguments, JsonObject *result)
{
  static const char *const on_comments[] = { "answer", "hide", "delete", NULL };

  if (g_str_equal (what, "send"))
    do_send (state, arguments, result);
  else if (g_str_equal (what, "react"))
    do_react (state, arguments);
  else if (g_str_equal (what, "upload"))
    do_upload (state, arguments, result);
  else if (g_strv_contains (on_comments, what))
    do_comment (state, what, arguments, result);
  else if (g_str_equal (what, "token"))
    do_token (state, arguments);
  else if (g_str_equal (what, "play"))
    sandbox_players_play (state, (guint64) sandbox_json_int (arguments, "id", 0),
                          sandbox_json_int (arguments, "at", 0));
  else
    return FALSE;
  return TRUE;
}

JsonObject *
sandbox_change_apply (SandboxState *state, const char *what, JsonObject *arguments)
{
  JsonObject *result = json_object_new ();

  change (state, what, arguments, result);
  sandbox_journal_note (state, what, arguments);
  return result;
}

JsonObject *
sandbox_change_upload (SandboxState *state, const char *type, SandboxUpload *file)
{
  g_autoptr (JsonObject) arguments = json_object_new ();
  JsonObject *result = NULL;
  SandboxUpload *upload = NULL;

  sandbox_json_set (arguments, "type", type);
  result = sandbox_change_apply (state, "upload", arguments);
  if (file == NULL)
    return result;
  upload = g_hash_table_lookup (state->uploads, sandbox_json_string (result, "attachment_id"));
  upload->mime = g_steal_pointer (&file->mime);
  upload->name = g_steal_pointer (&file->name);
  upload->bytes = g_steal_pointer (&file->bytes);
  sandbox_upload_free (file);
  return result;
}

gboolean
sandbox_change_redo (SandboxState *state, const char *what, JsonObject *arguments)
{
  g_autoptr (JsonObject) result = json_object_new ();

  return change (state, what, arguments, result);
}
