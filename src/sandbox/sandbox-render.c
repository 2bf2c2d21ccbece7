#include "sandbox/sandbox-render.h"

#include <string.h>

#define WANTS(name, by_default) sandbox_fields_want (fields, name, by_default)

char *
sandbox_render_time (gint64 ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (ms / 1000);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%S+0000");
}

static void
add_time (JsonObject *object, const char *name, gint64 ms)
{
  g_autofree char *time = sandbox_render_time (ms);

  json_object_set_string_member (object, name, time);
}

static JsonObject *
render_party (const char *id, const char *username, const SandboxFields *fields)
{
  JsonObject *party = json_object_new ();

  json_object_set_string_member (party, "id", id);
  json_object_set_string_member (party, "username", username);
  sandbox_fields_prune (fields, party);
  return party;
}

char *
sandbox_cursor_make (const char *text)
{
  g_autofree char *encoded = g_base64_encode ((const guchar *) text, strlen (text));

  g_strdelimit (encoded, "+/=", '_');
  return g_strconcat ("QVF", encoded, "ZD", NULL);
}

char *
sandbox_cursor_read (const char *cursor)
{
  g_autofree char *inner = NULL;
  guchar *bytes = NULL;
  gsize length = 0;
  char *text = NULL;

  if (!g_str_has_prefix (cursor, "QVF") || !g_str_has_suffix (cursor, "ZD"))
    return NULL;
  inner = g_strndup (cursor + 3, strlen (cursor) - 5);
  g_strdelimit (inner, "_", '=');
  bytes = g_base64_decode (inner, &length);
  text = g_strndup ((const char *) bytes, length);
  g_free (bytes);
  return text;
}

static void
append_parameter (GString *url, const char *name, const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, NULL, FALSE);

  g_string_append_printf (url, "&%s=%s", name, escaped);
}

void
sandbox_render_paging (SandboxCall *call, JsonObject *list, const char *last, gboolean more)
{
  JsonObject *paging = json_object_new ();
  JsonObject *cursors = json_object_new ();
  g_autofree char *cursor = sandbox_cursor_make (last);
  static const char *const kept[] = { "platform", "fields", "limit", "user_id" };

  json_object_set_string_member (cursors, "after", cursor);
  json_object_set_object_member (paging, "cursors", cursors);
  if (more) {
    g_autofree char *path = g_strjoinv ("/", call->path);
    g_autoptr (GString) url = g_string_new (NULL);

    g_string_printf (url, "%s/v25.0/%s?access_token=%s", call->base, path,
                     call->state->account.token);
    for (guint i = 0; i < G_N_ELEMENTS (kept); i++) {
      if (sandbox_call_get (call, kept[i]) != NULL)
        append_parameter (url, kept[i], sandbox_call_get (call, kept[i]));
    }
    append_parameter (url, "after", cursor);
    json_object_set_string_member (paging, "next", url->str);
  }
  json_object_set_object_member (list, "paging", paging);
}

/* The address stops working after three days, as those of a content network do; one that has
 * "expired" for its ending did before it was given. */
static char *
make_media_url (SandboxCall *call, const char *name)
{
  gint64 good = g_str_has_suffix (name, ".expired") ? -3600 : 3 * 24 * 3600;
  gint64 until = sandbox_state_now (call->state) / 1000 + good;

  return g_strdup_printf ("%s/media/%s?oe=%" G_GINT64_MODIFIER "X", call->base, name, until);
}

JsonObject *
sandbox_render_account (SandboxCall *call, const SandboxFields *fields)
{
  const SandboxAccount *account = &call->state->account;
  JsonObject *object = json_object_new ();

  if (WANTS ("id", TRUE))
    json_object_set_string_member (object, "id", account->app_id);
  if (WANTS ("user_id", TRUE))
    json_object_set_string_member (object, "user_id", account->user_id);
  if (WANTS ("username", TRUE))
    json_object_set_string_member (object, "username", account->username);
  if (WANTS ("name", FALSE))
    json_object_set_string_member (object, "name", account->name);
  if (WANTS ("biography", FALSE))
    sandbox_json_set (object, "biography", account->biography);
  if (WANTS ("account_type", FALSE))
    json_object_set_string_member (object, "account_type", account->account_type);
  if (WANTS ("profile_picture_url", FALSE)) {
    g_autofree char *url = make_media_url (call, "avatar-me.png");

    json_object_set_string_member (object, "profile_picture_url", url);
  }
  if (WANTS ("followers_count", FALSE))
    json_object_set_int_member (object, "followers_count", account->followers);
  if (WANTS ("follows_count", FALSE))
    json_object_set_int_member (object, "follows_count", 311);
  if (WANTS ("media_count", FALSE))
    json_object_set_int_member (object, "media_count", call->state->media->len);
  return object;
}

JsonObject *
sandbox_render_profile (SandboxCall *call, SandboxPerson *person, const SandboxFields *fields)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", person->igsid);
  if (WANTS ("name", TRUE))
    sandbox_json_set (object, "name", person->name);
  if (WANTS ("username", TRUE))
    json_object_set_string_member (object, "username", person->handle);
  if (WANTS ("profile_pic", FALSE)) {
    g_autofree char *name = g_strdup_printf ("avatar-%s.png", person->igsid);
    g_autofree char *url = make_media_url (call, name);

    json_object_set_string_member (object, "profile_pic", url);
  }
  if (WANTS ("follower_count", FALSE))
    json_object_set_int_member (object, "follower_count", person->followers);
  if (WANTS ("is_user_follow_business", FALSE))
    json_object_set_boolean_member (object, "is_user_follow_business", person->follows);
  if (WANTS ("is_business_follow_user", FALSE))
    json_object_set_boolean_member (object, "is_business_follow_user", person->followed);
  if (WANTS ("is_verified_user", FALSE))
    json_object_set_boolean_member (object, "is_verified_user", person->verified);
  return object;
}

static JsonObject *
render_picture (SandboxCall *call, SandboxMessage *message, guint part, const char *ending)
{
  JsonObject *data = json_object_new ();
  g_autofree char *name = g_strdup_printf ("%s-%u.%s", message->mid, part, ending);
  g_autofree char *preview = g_strdup_printf ("%s-%u.png", message->mid, part);
  g_autofree char *url = make_media_url (call, name);
  g_autofree char *preview_url = make_media_url (call, preview);

  json_object_set_string_member (data, "url", url);
  json_object_set_string_member (data, "preview_url", preview_url);
  json_object_set_int_member (data, "width", 320);
  json_object_set_int_member (data, "height", 240);
  if (message->kind == SANDBOX_HEART)
    json_object_set_boolean_member (data, "render_as_sticker", TRUE);
  return data;
}

/* A picture that is not a good one says so at the end of its name. */
static const char *
find_ending (SandboxMessage *message)
{
  static const char *const bad[] = { "broken", "bomb", "page", "expired", NULL };

  return message->link != NULL && g_strv_contains (bad, message->link) ? message->link : "png";
}

/* (nullable): what we had uploaded; its address ends with the id that it got. */
static const SandboxUpload *
find_upload (SandboxCall *call, SandboxMessage *message)
{
  const SandboxUpload *upload =
    message->link != NULL ? g_hash_table_lookup (call->state->uploads, message->link) : NULL;

  return upload != NULL && upload->bytes != NULL ? upload : NULL;
}

static void
render_upload (SandboxCall *call,
               JsonObject *attachment,
               SandboxMessage *message,
               guint part,
               const SandboxUpload *upload)
{
  g_autofree char *name = g_strdup_printf ("%s-%u.%s", message->mid, part, message->link);
  g_autofree char *url = make_media_url (call, name);
  JsonObject *data = NULL;

  sandbox_json_set (attachment, "mime_type", upload->mime);
  if (message->kind == SANDBOX_VOICE || message->kind == SANDBOX_FILE) {
    sandbox_json_set (attachment, "name", upload->name);
    json_object_set_string_member (attachment, "file_url", url);
    return;
  }
  data = json_object_new ();
  json_object_set_string_member (data, "url", url);
  if (message->kind == SANDBOX_IMAGE)
    json_object_set_string_member (data, "preview_url", url);
  json_object_set_object_member (
    attachment, message->kind == SANDBOX_VIDEO ? "video_data" : "image_data", data);
}

static JsonObject *
render_attachment (SandboxCall *call, SandboxMessage *message, guint part)
{
  JsonObject *attachment = json_object_new ();
  g_autofree char *id = g_strdup_printf ("%s%u", message->mid, part);
  const char *mime = message->kind == SANDBOX_VIDEO   ? "video/mp4"
                     : message->kind == SANDBOX_VOICE ? "audio/wav"
                     : message->kind == SANDBOX_FILE  ? "application/pdf"
                                                      : "image/png";

  const SandboxUpload *upload = find_upload (call, message);

  json_object_set_string_member (attachment, "id", id);
  if (upload != NULL) {
    render_upload (call, attachment, message, part, upload);
    return attachment;
  }
  json_object_set_string_member (attachment, "mime_type", mime);
  if (message->kind == SANDBOX_VOICE || message->kind == SANDBOX_FILE) {
    g_autofree char *name = g_strdup_printf ("%s-%u.%s", message->mid, part,
                                             message->kind == SANDBOX_FILE ? "pdf" : "wav");
    g_autofree char *url = make_media_url (call, name);

    json_object_set_string_member (attachment, "name", strrchr (name, '-') + 1);
    json_object_set_string_member (attachment, "file_url", url);
  } else if (message->kind == SANDBOX_VIDEO) {
    json_object_set_object_member (attachment, "video_data",
                                   render_picture (call, message, part, "mp4"));
  } else {
    json_object_set_object_member (attachment, "image_data",
                                   render_picture (call, message, part, find_ending (message)));
  }
  return attachment;
}

static gboolean
has_attachment (SandboxMessage *message)
{
  return message->kind == SANDBOX_IMAGE || message->kind == SANDBOX_VIDEO ||
         message->kind == SANDBOX_VOICE || message->kind == SANDBOX_FILE ||
         message->kind == SANDBOX_HEART;
}

static void
add_attachments (SandboxCall *call,
                 JsonObject *object,
                 SandboxMessage *message,
                 const SandboxFields *fields)
{
  JsonArray *data = json_array_new ();
  JsonObject *list = sandbox_json_wrap (data);

  for (guint i = 0; i < message->parts; i++)
    json_array_add_object_element (data, render_attachment (call, message, i));
  sandbox_fields_prune (sandbox_fields_get (fields, "attachments"), list);
  json_object_set_object_member (object, "attachments", list);
}

/* Nothing comes of a share unless its subfields were asked for. */
static void
add_share (SandboxCall *call,
           JsonObject *object,
           SandboxMessage *message,
           const SandboxFields *fields)
{
  const SandboxFields *wanted = sandbox_fields_get (fields, "shares");
  JsonArray *data = NULL;
  JsonObject *share = NULL;
  JsonObject *list = NULL;

  if (wanted == NULL || wanted->children->len == 0)
    return;
  data = json_array_new ();
  share = json_object_new ();
  list = sandbox_json_wrap (data);
  json_object_set_string_member (share, "id", message->mid);
  json_object_set_string_member (share, "link",
                                 message->link != NULL && strchr (message->link, ':') != NULL
                                   ? message->link
                                   : "https://www.instagram.com/reel/Exmpl/");
  json_array_add_object_element (data, share);
  sandbox_fields_prune (wanted, list);
  json_object_set_object_member (object, "shares", list);
}

static void
add_story (SandboxCall *call,
           JsonObject *object,
           SandboxMessage *message,
           const SandboxFields *fields)
{
  JsonObject *story = json_object_new ();
  JsonObject *inner = json_object_new ();
  g_autofree char *name = g_strdup_printf ("story-%s.png", message->mid);
  g_autofree char *url = make_media_url (call, name);

  json_object_set_string_member (inner, "link", url);
  json_object_set_string_member (inner, "id",
                                 message->link != NULL ? message->link : "17900000000000009");
  json_object_set_object_member (
    story, message->kind == SANDBOX_STORY_REPLY ? "reply_to" : "mention", inner);
  sandbox_fields_prune (sandbox_fields_get (fields, "story"), story);
  json_object_set_object_member (object, "story", story);
}

static void
add_reaction (JsonArray *data, const char *emoji, JsonObject *user)
{
  JsonObject *reaction = json_object_new ();
  JsonArray *users = json_array_new ();

  json_array_add_object_element (users, user);
  json_object_set_string_member (reaction, "reaction", emoji);
  json_object_set_array_member (reaction, "users", users);
  json_array_add_object_element (data, reaction);
}

static void
add_reactions (SandboxCall *call,
               JsonObject *object,
               SandboxMessage *message,
               const SandboxFields *fields)
{
  const SandboxAccount *account = &call->state->account;
  JsonObject *us = render_party (account->user_id, account->username, NULL);
  JsonObject *them = render_party (message->person->igsid, message->person->handle, NULL);
  JsonArray *data = json_array_new ();
  JsonObject *list = sandbox_json_wrap (data);

  if (message->reaction != NULL && g_strcmp0 (message->reaction, message->our_reaction) == 0) {
    add_reaction (data, message->reaction, them);
    json_array_add_object_element (
      json_object_get_array_member (json_array_get_object_element (data, 0), "users"), us);
  } else {
    if (message->reaction != NULL)
      add_reaction (data, message->reaction, json_object_ref (them));
    if (message->our_reaction != NULL)
      add_reaction (data, message->our_reaction, json_object_ref (us));
    json_object_unref (us);
    json_object_unref (them);
  }
  sandbox_fields_prune (sandbox_fields_get (fields, "reactions"), list);
  json_object_set_object_member (object, "reactions", list);
}

static void
add_extras (SandboxCall *call,
            JsonObject *object,
            SandboxMessage *message,
            const SandboxFields *fields)
{
  if (has_attachment (message) && WANTS ("attachments", FALSE))
    add_attachments (call, object, message, fields);
  if (message->kind == SANDBOX_SHARE)
    add_share (call, object, message, fields);
  if ((message->kind == SANDBOX_STORY_REPLY || message->kind == SANDBOX_STORY_MENTION) &&
      WANTS ("story", FALSE))
    add_story (call, object, message, fields);
  if (message->kind == SANDBOX_UNSUPPORTED && WANTS ("is_unsupported", FALSE))
    json_object_set_boolean_member (object, "is_unsupported", TRUE);
  if ((message->reaction != NULL || message->our_reaction != NULL) && WANTS ("reactions", FALSE))
    add_reactions (call, object, message, fields);
  if (message->reply_to != NULL && WANTS ("reply_to", FALSE)) {
    JsonObject *reply_to = json_object_new ();

    json_object_set_string_member (reply_to, "mid", message->reply_to);
    json_object_set_object_member (object, "reply_to", reply_to);
  }
}

JsonObject *
sandbox_render_message (SandboxCall *call, SandboxMessage *message, const SandboxFields *fields)
{
  const SandboxAccount *account = &call->state->account;
  SandboxPerson *person = message->person;
  const char *ids[] = { person->igsid, account->user_id };
  const char *names[] = { person->handle, account->username };
  guint from = message->from_us ? 1 : 0;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", message->mid);
  if (WANTS ("created_time", TRUE))
    add_time (object, "created_time", message->at);
  if (WANTS ("from", FALSE))
    json_object_set_object_member (
      object, "from", render_party (ids[from], names[from], sandbox_fields_get (fields, "from")));
  if (WANTS ("to", FALSE)) {
    JsonArray *data = json_array_new ();

    json_array_add_object_element (
      data, render_party (ids[1 - from], names[1 - from], sandbox_fields_get (fields, "to")));
    json_object_set_object_member (object, "to", sandbox_json_wrap (data));
  }
  if (WANTS ("message", FALSE))
    sandbox_json_set (object, "message", message->text);
  add_extras (call, object, message, fields);
  return object;
}

JsonObject *
sandbox_render_messages (SandboxCall *call, SandboxPerson *person, const SandboxFields *edge)
{
  g_autoptr (SandboxFields) thin = sandbox_fields_parse ("id,created_time");
  guint limit = edge->limit > 0 ? MIN (edge->limit, SANDBOX_MAX_PAGE) : 25;
  guint length = sandbox_thread_length (person);
  guint place = 0;
  guint newer = 0;
  JsonArray *data = NULL;
  g_autofree char *last = NULL;
  JsonObject *list = NULL;

  if (edge->after != NULL) {
    g_autofree char *mid = sandbox_cursor_read (edge->after);
    g_autoptr (SandboxMessage) after =
      mid != NULL ? sandbox_thread_find (call->state, mid, &place) : NULL;

    if (after == NULL || after->person != person) {
      sandbox_call_fail (call, 100, 0, "(#100) The cursor is not valid");
      return NULL;
    }
    place++;
  }

  data = json_array_new ();
  newer = sandbox_thread_count_newer (call->state, person, place, SANDBOX_HORIZON);
  for (; place < length && json_array_get_length (data) < limit; place++) {
    g_autoptr (SandboxMessage) message = sandbox_thread_get (call->state, person, place);

    if (message->unsent)
      continue;
    json_array_add_object_element (
      data, sandbox_render_message (call, message, newer++ < SANDBOX_HORIZON ? edge : thin));
    g_free (last);
    last = g_strdup (message->mid);
  }
  list = sandbox_json_wrap (data);
  if (last != NULL)
    sandbox_render_paging (call, list, last, place < length);
  return list;
}

JsonObject *
sandbox_render_thread (SandboxCall *call, SandboxPerson *person, const SandboxFields *fields)
{
  const SandboxAccount *account = &call->state->account;
  const SandboxFields *messages = sandbox_fields_get (fields, "messages");
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", person->thread_id);
  if (WANTS ("updated_time", TRUE))
    add_time (object, "updated_time", person->updated_at);
  if (WANTS ("message_count", FALSE))
    json_object_set_int_member (object, "message_count", sandbox_thread_length (person));
  if (WANTS ("participants", FALSE)) {
    const SandboxFields *wanted = sandbox_fields_get (fields, "participants");
    JsonArray *data = json_array_new ();

    json_array_add_object_element (data,
                                   render_party (account->user_id, account->username, wanted));
    json_array_add_object_element (data, render_party (person->igsid, person->handle, wanted));
    json_object_set_object_member (object, "participants", sandbox_json_wrap (data));
  }
  if (messages != NULL) {
    JsonObject *list = sandbox_render_messages (call, person, messages);

    if (list != NULL)
      json_object_set_object_member (object, "messages", list);
  }
  return object;
}
