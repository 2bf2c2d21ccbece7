#include "sandbox/sandbox-render.h"

const char *const sandbox_thread_fields[] = {
  "id", "updated_time", "participants", "messages", "unread_count", "message_count", "name", NULL
};
const char *const sandbox_message_fields[] = {
  "id",    "created_time", "from",           "to",   "message",  "attachments", "shares",
  "story", "reactions",    "is_unsupported", "tags", "reply_to", NULL,
};
const char *const sandbox_profile_fields[] = {
  "id",
  "name",
  "username",
  "profile_pic",
  "follower_count",
  "is_user_follow_business",
  "is_business_follow_user",
  "is_verified_user",
  NULL,
};
const char *const sandbox_account_fields[] = {
  "id",
  "user_id",
  "username",
  "name",
  "account_type",
  "profile_picture_url",
  "followers_count",
  "follows_count",
  "media_count",
  "biography",
  "website",
  NULL,
};
const char *const sandbox_media_fields[] = {
  "id",        "caption",        "media_type", "media_product_type", "permalink",
  "timestamp", "comments_count", "like_count", "thumbnail_url",      "media_url",
  "username",  "comments",       NULL,
};
const char *const sandbox_comment_fields[] = { "id",      "text",      "timestamp",  "username",
                                               "from",    "parent_id", "like_count", "hidden",
                                               "replies", "media",     NULL };

/* An empty list of fields means the defaults. */
static gboolean
wants (const SandboxFields *fields, const char *name, gboolean by_default)
{
  if (fields == NULL || fields->children->len == 0)
    return by_default;
  return sandbox_fields_get (fields, name) != NULL;
}

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
render_party (const char *id, const char *username)
{
  JsonObject *party = json_object_new ();

  json_object_set_string_member (party, "id", id);
  json_object_set_string_member (party, "username", username);
  return party;
}

static JsonObject *
wrap (JsonArray *data)
{
  JsonObject *object = json_object_new ();

  json_object_set_array_member (object, "data", data);
  return object;
}

JsonObject *
sandbox_render_account (SandboxState *state, const SandboxFields *fields)
{
  const SandboxAccount *account = &state->account;
  JsonObject *object = json_object_new ();

  if (wants (fields, "id", TRUE))
    json_object_set_string_member (object, "id", account->app_id);
  if (wants (fields, "user_id", TRUE))
    json_object_set_string_member (object, "user_id", account->user_id);
  if (wants (fields, "username", TRUE))
    json_object_set_string_member (object, "username", account->username);
  if (wants (fields, "name", FALSE))
    json_object_set_string_member (object, "name", account->name);
  if (wants (fields, "account_type", FALSE))
    json_object_set_string_member (object, "account_type", account->account_type);
  if (wants (fields, "followers_count", FALSE))
    json_object_set_int_member (object, "followers_count", 8123);
  if (wants (fields, "media_count", FALSE))
    json_object_set_int_member (object, "media_count", state->media->len);
  return object;
}

GPtrArray *
sandbox_visible_messages (SandboxState *state, SandboxPerson *person)
{
  GPtrArray *visible = g_ptr_array_new ();
  gint64 now = sandbox_state_now (state);

  for (guint i = person->messages->len; i-- > 0;) {
    SandboxMessage *message = person->messages->pdata[i];

    if (!message->unsent && message->visible_at <= now)
      g_ptr_array_add (visible, message);
  }
  return visible;
}

guint
sandbox_message_age (SandboxState *state, SandboxPerson *person, SandboxMessage *message)
{
  g_autoptr (GPtrArray) visible = sandbox_visible_messages (state, person);
  guint age = G_MAXUINT;

  g_ptr_array_find (visible, message, &age);
  return age;
}

static JsonObject *
render_attachment (SandboxMessage *message, const char *base)
{
  JsonObject *attachment = json_object_new ();
  JsonObject *data = json_object_new ();
  const char *ending = message->kind == SANDBOX_IMAGE   ? "png"
                       : message->kind == SANDBOX_VIDEO ? "mp4"
                                                        : "wav";
  g_autofree char *url = g_strdup_printf ("%s/media/%s.%s", base, message->mid, ending);

  json_object_set_string_member (attachment, "id", message->mid);
  if (message->kind == SANDBOX_VOICE) {
    json_object_unref (data);
    json_object_set_string_member (attachment, "mime_type", "audio/wav");
    json_object_set_string_member (attachment, "file_url", url);
    return attachment;
  }

  json_object_set_string_member (data, "url", url);
  json_object_set_string_member (data, "preview_url", url);
  json_object_set_int_member (data, "width", 640);
  json_object_set_int_member (data, "height", 480);
  json_object_set_string_member (attachment, "mime_type",
                                 message->kind == SANDBOX_IMAGE ? "image/png" : "video/mp4");
  json_object_set_object_member (
    attachment, message->kind == SANDBOX_IMAGE ? "image_data" : "video_data", data);
  return attachment;
}

static void
render_extras (JsonObject *object,
               SandboxMessage *message,
               const SandboxFields *fields,
               const char *base)
{
  if (message->kind >= SANDBOX_IMAGE && message->kind <= SANDBOX_VOICE &&
      wants (fields, "attachments", FALSE)) {
    JsonArray *data = json_array_new ();

    json_array_add_object_element (data, render_attachment (message, base));
    json_object_set_object_member (object, "attachments", wrap (data));
  }

  /* Nothing comes of a share unless its subfields were asked for. */
  if (message->kind == SANDBOX_SHARE && wants (fields, "shares", FALSE) &&
      sandbox_fields_get (fields, "shares")->children->len > 0) {
    JsonArray *data = json_array_new ();
    JsonObject *share = json_object_new ();

    json_object_set_string_member (share, "link", "https://www.instagram.com/reel/Exmpl/");
    json_array_add_object_element (data, share);
    json_object_set_object_member (object, "shares", wrap (data));
  }

  if ((message->kind == SANDBOX_STORY_REPLY || message->kind == SANDBOX_STORY_MENTION) &&
      wants (fields, "story", FALSE)) {
    JsonObject *story = json_object_new ();
    JsonObject *inner = json_object_new ();
    g_autofree char *link = g_strdup_printf ("%s/media/story-%s.png", base, message->mid);

    json_object_set_string_member (inner, "link", link);
    json_object_set_string_member (inner, "id", "17900000000000009");
    json_object_set_object_member (
      story, message->kind == SANDBOX_STORY_REPLY ? "reply_to" : "mention", inner);
    json_object_set_object_member (object, "story", story);
  }

  if (message->kind == SANDBOX_UNSUPPORTED && wants (fields, "is_unsupported", FALSE))
    json_object_set_boolean_member (object, "is_unsupported", TRUE);
}

JsonObject *
sandbox_render_message (SandboxState *state,
                        SandboxPerson *person,
                        SandboxMessage *message,
                        const SandboxFields *fields,
                        const char *base)
{
  const SandboxAccount *account = &state->account;
  JsonObject *object = json_object_new ();
  JsonObject *us = render_party (account->user_id, account->username);
  JsonObject *them = render_party (person->igsid, person->handle);

  json_object_set_string_member (object, "id", message->mid);
  if (wants (fields, "created_time", TRUE))
    add_time (object, "created_time", message->at);
  if (wants (fields, "from", FALSE))
    json_object_set_object_member (object, "from", json_object_ref (message->from_us ? us : them));
  if (wants (fields, "to", FALSE)) {
    JsonArray *data = json_array_new ();

    json_array_add_object_element (data, json_object_ref (message->from_us ? them : us));
    json_object_set_object_member (object, "to", wrap (data));
  }
  if (wants (fields, "message", FALSE) && message->text != NULL)
    json_object_set_string_member (object, "message", message->text);
  if (wants (fields, "reply_to", FALSE) && message->reply_to != NULL) {
    JsonObject *reply_to = json_object_new ();

    json_object_set_string_member (reply_to, "mid", message->reply_to);
    json_object_set_object_member (object, "reply_to", reply_to);
  }
  if (wants (fields, "reactions", FALSE) && message->reaction != NULL) {
    JsonArray *data = json_array_new ();
    JsonArray *users = json_array_new ();
    JsonObject *reaction = json_object_new ();

    json_array_add_object_element (users, json_object_ref (message->reaction_by_us ? us : them));
    json_object_set_string_member (reaction, "reaction", message->reaction);
    json_object_set_array_member (reaction, "users", users);
    json_array_add_object_element (data, reaction);
    json_object_set_object_member (object, "reactions", wrap (data));
  }
  render_extras (object, message, fields, base);
  json_object_unref (us);
  json_object_unref (them);
  return object;
}

static JsonObject *
render_paging (const char *cursor, gboolean more, const char *base, SandboxState *state)
{
  JsonObject *paging = json_object_new ();
  JsonObject *cursors = json_object_new ();

  json_object_set_string_member (cursors, "after", cursor);
  json_object_set_object_member (paging, "cursors", cursors);
  if (more) {
    g_autofree char *next =
      g_strdup_printf ("%s/next?access_token=%s&after=%s", base, state->account.token, cursor);

    json_object_set_string_member (paging, "next", next);
  }
  return paging;
}

JsonObject *
sandbox_render_messages (SandboxState *state,
                         SandboxPerson *person,
                         const SandboxFields *edge,
                         const char *base)
{
  g_autoptr (GPtrArray) visible = sandbox_visible_messages (state, person);
  JsonArray *data = json_array_new ();
  JsonObject *object = wrap (data);
  guint limit = edge != NULL && edge->limit > 0 ? MIN (edge->limit, 100) : 25;
  guint first = 0;
  guint i = 0;

  for (guint k = 0; edge != NULL && edge->after != NULL && k < visible->len; k++) {
    if (g_str_equal (((SandboxMessage *) visible->pdata[k])->mid, edge->after))
      first = k + 1;
  }

  for (i = first; i < visible->len && i < first + limit; i++) {
    SandboxMessage *message = visible->pdata[i];
    g_autoptr (SandboxFields) thin = NULL;

    if (i >= SANDBOX_HORIZON)
      thin = sandbox_fields_parse ("id,created_time");
    json_array_add_object_element (
      data, sandbox_render_message (state, person, message, thin != NULL ? thin : edge, base));
  }
  if (i > first)
    json_object_set_object_member (object, "paging",
                                   render_paging (((SandboxMessage *) visible->pdata[i - 1])->mid,
                                                  i < visible->len, base, state));
  return object;
}

JsonObject *
sandbox_render_thread (SandboxState *state,
                       SandboxPerson *person,
                       const SandboxFields *fields,
                       const char *base)
{
  const SandboxAccount *account = &state->account;
  const SandboxFields *messages = sandbox_fields_get (fields, "messages");
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", person->thread_id);
  if (wants (fields, "updated_time", TRUE))
    add_time (object, "updated_time", person->updated_at);
  if (wants (fields, "participants", FALSE)) {
    JsonArray *data = json_array_new ();

    json_array_add_object_element (data, render_party (account->user_id, account->username));
    json_array_add_object_element (data, render_party (person->igsid, person->handle));
    json_object_set_object_member (object, "participants", wrap (data));
  }
  if (messages != NULL)
    json_object_set_object_member (object, "messages",
                                   sandbox_render_messages (state, person, messages, base));
  return object;
}

JsonObject *
sandbox_render_profile (SandboxPerson *person, const SandboxFields *fields, const char *base)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", person->igsid);
  if (wants (fields, "name", TRUE) && person->name != NULL)
    json_object_set_string_member (object, "name", person->name);
  if (wants (fields, "username", TRUE))
    json_object_set_string_member (object, "username", person->handle);
  if (wants (fields, "profile_pic", FALSE)) {
    g_autofree char *url = g_strdup_printf ("%s/media/avatar-%u.png", base, person->index);

    json_object_set_string_member (object, "profile_pic", url);
  }
  if (wants (fields, "follower_count", FALSE))
    json_object_set_int_member (object, "follower_count", 37 + person->index * 131 % 4000);
  if (wants (fields, "is_user_follow_business", FALSE))
    json_object_set_boolean_member (object, "is_user_follow_business", person->follows);
  if (wants (fields, "is_business_follow_user", FALSE))
    json_object_set_boolean_member (object, "is_business_follow_user", FALSE);
  if (wants (fields, "is_verified_user", FALSE))
    json_object_set_boolean_member (object, "is_verified_user", FALSE);
  return object;
}

JsonObject *
sandbox_render_media (SandboxState *state, SandboxMedia *media, const SandboxFields *fields)
{
  JsonObject *object = json_object_new ();
  guint comments = 0;

  for (guint i = 0; i < state->comments->len; i++)
    comments += g_str_equal (((SandboxComment *) state->comments->pdata[i])->media_id, media->id);

  json_object_set_string_member (object, "id", media->id);
  if (wants (fields, "caption", FALSE))
    json_object_set_string_member (object, "caption", media->caption);
  if (wants (fields, "media_type", FALSE))
    json_object_set_string_member (object, "media_type",
                                   g_str_equal (media->kind, "REELS") ? "VIDEO" : "IMAGE");
  if (wants (fields, "media_product_type", FALSE))
    json_object_set_string_member (object, "media_product_type", media->kind);
  if (wants (fields, "permalink", FALSE))
    json_object_set_string_member (object, "permalink", "https://www.instagram.com/reel/Exmpl/");
  if (wants (fields, "timestamp", FALSE))
    add_time (object, "timestamp", media->at);
  if (wants (fields, "comments_count", FALSE))
    json_object_set_int_member (object, "comments_count", comments);
  return object;
}

JsonObject *
sandbox_render_comment (SandboxComment *comment, const SandboxFields *fields)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", comment->id);
  if (wants (fields, "text", TRUE))
    json_object_set_string_member (object, "text", comment->text);
  if (wants (fields, "timestamp", TRUE))
    add_time (object, "timestamp", comment->at);
  if (wants (fields, "username", FALSE))
    json_object_set_string_member (object, "username", comment->handle);
  if (wants (fields, "from", FALSE))
    json_object_set_object_member (object, "from", render_party (comment->igsid, comment->handle));
  return object;
}
