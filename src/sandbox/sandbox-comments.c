#include <stdlib.h>
#include <string.h>

#include "sandbox/sandbox-render.h"

#define WANTS(name, by_default) sandbox_fields_want (fields, name, by_default)
#define COMMENTS_A_PAGE 50

static void
add_time (JsonObject *object, const char *name, gint64 ms)
{
  g_autofree char *time = sandbox_render_time (ms);

  json_object_set_string_member (object, name, time);
}

static guint
count_comments (SandboxState *state, const char *media_id)
{
  guint n = 0;

  for (guint i = 0; i < state->comments->len; i++) {
    SandboxComment *comment = state->comments->pdata[i];

    n += g_str_equal (comment->media_id, media_id) && !comment->hidden;
  }
  return n;
}

static void
add_pictures (SandboxCall *call,
              JsonObject *object,
              SandboxMedia *media,
              const SandboxFields *fields)
{
  static const char *const names[] = { "thumbnail_url", "media_url" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    gboolean is_video = i == 1 && g_str_equal (media->kind, "REELS");
    g_autofree char *url =
      g_strdup_printf ("%s/media/post-%s.%s", call->base, media->id, is_video ? "mp4" : "png");

    if (WANTS (names[i], FALSE))
      json_object_set_string_member (object, names[i], url);
  }
}

JsonObject *
sandbox_render_media (SandboxCall *call, SandboxMedia *media, const SandboxFields *fields)
{
  gboolean is_reel = g_str_equal (media->kind, "REELS");
  const SandboxFields *comments = sandbox_fields_get (fields, "comments");
  g_autofree char *permalink =
    g_strdup_printf ("https://www.instagram.com/%s/Ex%s/", is_reel ? "reel" : "p", media->id + 13);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", media->id);
  if (WANTS ("caption", FALSE))
    sandbox_json_set (object, "caption", media->caption);
  if (WANTS ("media_type", FALSE))
    json_object_set_string_member (object, "media_type", is_reel ? "VIDEO" : "IMAGE");
  if (WANTS ("media_product_type", FALSE))
    json_object_set_string_member (object, "media_product_type", media->kind);
  if (WANTS ("permalink", FALSE))
    json_object_set_string_member (object, "permalink", permalink);
  if (WANTS ("timestamp", FALSE))
    add_time (object, "timestamp", media->at);
  if (WANTS ("comments_count", FALSE))
    json_object_set_int_member (object, "comments_count", count_comments (call->state, media->id));
  if (WANTS ("like_count", FALSE))
    json_object_set_int_member (object, "like_count", 40 + g_str_hash (media->id) % 900);
  if (WANTS ("username", FALSE))
    json_object_set_string_member (object, "username", call->state->account.username);
  add_pictures (call, object, media, fields);
  if (comments != NULL && call->state->account.can_comment) {
    JsonObject *list = sandbox_render_comments (call, media->id, NULL, comments);

    if (list != NULL)
      json_object_set_object_member (object, "comments", list);
  }
  return object;
}

JsonObject *
sandbox_render_comment (SandboxCall *call, SandboxComment *comment, const SandboxFields *fields)
{
  const SandboxAccount *account = &call->state->account;
  SandboxPerson *person = comment->person;
  const char *handle = person != NULL ? person->handle : account->username;
  const SandboxFields *replies = sandbox_fields_get (fields, "replies");
  JsonObject *object = json_object_new ();
  JsonObject *part = NULL;

  json_object_set_string_member (object, "id", comment->id);
  if (WANTS ("text", TRUE))
    json_object_set_string_member (object, "text", comment->text);
  if (WANTS ("timestamp", TRUE))
    add_time (object, "timestamp", comment->at);
  if (WANTS ("username", FALSE))
    json_object_set_string_member (object, "username", handle);
  if (WANTS ("from", FALSE)) {
    part = json_object_new ();
    json_object_set_string_member (part, "id", person != NULL ? person->igsid : account->user_id);
    json_object_set_string_member (part, "username", handle);
    sandbox_fields_prune (sandbox_fields_get (fields, "from"), part);
    json_object_set_object_member (object, "from", part);
  }
  if (WANTS ("parent_id", FALSE))
    sandbox_json_set (object, "parent_id", comment->parent);
  if (WANTS ("like_count", FALSE))
    json_object_set_int_member (object, "like_count", 0);
  if (WANTS ("hidden", FALSE))
    json_object_set_boolean_member (object, "hidden", comment->hidden);
  if (WANTS ("media", FALSE)) {
    part = json_object_new ();
    json_object_set_string_member (part, "id", comment->media_id);
    json_object_set_object_member (object, "media", part);
  }
  if (replies != NULL &&
      (part = sandbox_render_comments (call, comment->media_id, comment->id, replies)) != NULL) {
    if (json_array_get_length (json_object_get_array_member (part, "data")) > 0)
      json_object_set_object_member (object, "replies", part);
    else
      json_object_unref (part);
  }
  return object;
}

/* Newest first; the first that may be shown stands after the cursor's comment. */
static gboolean
find_start (SandboxCall *call, const char *after, guint *start)
{
  g_autofree char *id = NULL;
  SandboxComment *comment = NULL;

  *start = call->state->comments->len;
  if (after == NULL)
    return TRUE;

  id = sandbox_cursor_read (after);
  comment = id != NULL ? sandbox_state_find_comment (call->state, id) : NULL;
  if (comment == NULL) {
    sandbox_call_fail (call, 100, 0, "(#100) The cursor is not valid");
    return FALSE;
  }
  return g_ptr_array_find (call->state->comments, comment, start);
}

JsonObject *
sandbox_render_comments (SandboxCall *call,
                         const char *media_id,
                         const char *parent,
                         const SandboxFields *edge)
{
  guint limit = edge->limit > 0 ? MIN (edge->limit, COMMENTS_A_PAGE) : 25;
  JsonArray *data = NULL;
  JsonObject *list = NULL;
  const char *last = NULL;
  gboolean more = FALSE;
  guint start = 0;

  if (!find_start (call, edge->after, &start))
    return NULL;

  data = json_array_new ();
  list = sandbox_json_wrap (data);
  for (guint i = start; i-- > 0 && !more;) {
    SandboxComment *comment = call->state->comments->pdata[i];

    if (!g_str_equal (comment->media_id, media_id) || g_strcmp0 (comment->parent, parent) != 0)
      continue;
    if (json_array_get_length (data) == limit) {
      more = TRUE;
    } else {
      json_array_add_object_element (data, sandbox_render_comment (call, comment, edge));
      last = comment->id;
    }
  }
  if (last != NULL)
    sandbox_render_paging (call, list, last, more);
  return list;
}

/* Fields of the edge itself, with the page that the address asks for. */
static SandboxFields *
take_edge (SandboxCall *call, const SandboxSchema *schema)
{
  SandboxFields *edge = sandbox_reads_take_fields (call, schema);
  const char *limit = sandbox_call_get (call, "limit");

  if (edge != NULL) {
    edge->limit = limit != NULL ? (guint) CLAMP (atoi (limit), 1, SANDBOX_MAX_PAGE) : 25;
    edge->after = g_strdup (sandbox_call_get (call, "after"));
  }
  return edge;
}

static void
list_media (SandboxCall *call)
{
  GPtrArray *all = call->state->media;
  g_autoptr (SandboxFields) edge = take_edge (call, sandbox_media_schema);
  g_autofree char *after =
    edge != NULL && edge->after != NULL ? sandbox_cursor_read (edge->after) : NULL;
  JsonArray *data = NULL;
  JsonObject *list = NULL;
  SandboxMedia *last = NULL;
  gboolean is_started = after == NULL;
  guint i = all->len;

  if (edge == NULL)
    return;
  data = json_array_new ();
  list = sandbox_json_wrap (data);
  for (; i > 0 && json_array_get_length (data) < edge->limit; i--) {
    SandboxMedia *media = all->pdata[i - 1];

    if (is_started) {
      json_array_add_object_element (data, sandbox_render_media (call, media, edge));
      last = media;
    }
    is_started = is_started || g_str_equal (media->id, after);
  }
  if (last != NULL)
    sandbox_render_paging (call, list, last->id, i > 0);
  /* A cursor within the expansion may have failed it all. */
  if (call->answer == NULL)
    call->answer = list;
  else
    json_object_unref (list);
}

static void
list_comments (SandboxCall *call, const char *media_id, const char *parent)
{
  g_autoptr (SandboxFields) edge = take_edge (call, sandbox_comment_schema);

  if (edge != NULL) {
    JsonObject *list = sandbox_render_comments (call, media_id, parent, edge);

    if (list != NULL)
      call->answer = list;
  }
}

static void
succeed (SandboxCall *call)
{
  call->answer = json_object_new ();
  json_object_set_boolean_member (call->answer, "success", TRUE);
}

static void
answer_comment (SandboxCall *call, SandboxComment *comment)
{
  const char *text = sandbox_call_get_text (call, "message");
  g_autoptr (JsonObject) change = NULL;

  if (text == NULL || *text == '\0') {
    sandbox_call_fail (call, 100, 0, "(#100) The parameter message is required");
    return;
  }
  if (comment->parent != NULL || comment->hidden) {
    sandbox_call_fail (call, 100, 0, "(#100) The comment cannot be answered");
    return;
  }
  change = json_object_new ();
  json_object_set_string_member (change, "comment_id", comment->id);
  json_object_set_string_member (change, "text", text);
  call->answer = sandbox_change_apply (call->state, "answer", change);
}

static void
change_comment (SandboxCall *call, SandboxComment *comment, const char *what)
{
  const char *hide = sandbox_call_get (call, "hide");
  g_autoptr (JsonObject) change = NULL;

  if (g_str_equal (what, "hide") && (hide == NULL || comment->person == NULL)) {
    sandbox_call_fail (call, 100, 0, NULL);
    return;
  }
  change = json_object_new ();
  json_object_set_string_member (change, "comment_id", comment->id);
  json_object_set_boolean_member (change, "hide", g_strcmp0 (hide, "true") == 0);
  json_object_unref (sandbox_change_apply (call->state, what, change));
  succeed (call);
}

static void
read_comment (SandboxCall *call, SandboxComment *comment)
{
  g_autoptr (SandboxFields) fields = sandbox_reads_take_fields (call, sandbox_comment_schema);

  if (fields != NULL)
    call->answer = sandbox_render_comment (call, comment, fields);
}

static void
handle_comment (SandboxCall *call, SandboxComment *comment)
{
  gboolean is_replies = g_strcmp0 (call->path[1], "replies") == 0;

  if (g_str_equal (call->method, "DELETE"))
    change_comment (call, comment, "delete");
  else if (g_str_equal (call->method, "POST") && is_replies)
    answer_comment (call, comment);
  else if (g_str_equal (call->method, "POST"))
    change_comment (call, comment, "hide");
  else if (is_replies)
    list_comments (call, comment->media_id, comment->id);
  else
    read_comment (call, comment);
}

static void
handle_media (SandboxCall *call, SandboxMedia *media)
{
  if (g_strcmp0 (call->path[1], "comments") == 0) {
    list_comments (call, media->id, NULL);
  } else {
    g_autoptr (SandboxFields) fields = sandbox_reads_take_fields (call, sandbox_media_schema);

    if (fields != NULL)
      call->answer = sandbox_render_media (call, media, fields);
  }
}

/* What is about posts and comments; TRUE when the call was. */
gboolean
sandbox_comments_handle (SandboxCall *call)
{
  const char *first = call->path[0];
  gboolean is_get = g_str_equal (call->method, "GET");
  SandboxMedia *media = NULL;
  SandboxComment *comment = NULL;

  if (first == NULL)
    return FALSE;
  if (is_get && sandbox_call_is_own (call) && g_strcmp0 (call->path[1], "media") == 0)
    list_media (call);
  else if ((media = sandbox_state_find_media (call->state, first)) == NULL &&
           (comment = sandbox_state_find_comment (call->state, first)) == NULL)
    return FALSE;
  else if (!call->state->account.can_comment && (comment != NULL || call->path[1] != NULL))
    sandbox_call_fail (call, 10, 0, NULL);
  else if (comment != NULL)
    handle_comment (call, comment);
  else if (is_get)
    handle_media (call, media);
  else
    sandbox_call_fail (call, 100, 33, NULL);
  return TRUE;
}
