#include "sandbox/sandbox-fields.h"

#include <stdlib.h>
#include <string.h>

#define MAX_DEPTH 8

static SandboxFields *
fields_new (char *name)
{
  SandboxFields *self = g_new0 (SandboxFields, 1);

  self->name = name;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) sandbox_fields_free);
  return self;
}

void
sandbox_fields_free (SandboxFields *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->after);
  g_ptr_array_unref (self->children);
  g_free (self);
}

static char *
take_word (const char **p)
{
  const char *start = *p;

  while (g_ascii_isalnum (**p) || **p == '_')
    (*p)++;
  return g_strndup (start, (gsize) (*p - start));
}

/* ".limit(5)", ".after(xyz)", in any order; others are passed over. */
static void
take_modifiers (const char **p, SandboxFields *field)
{
  while (**p == '.') {
    g_autofree char *word = NULL;
    const char *end = NULL;
    g_autofree char *argument = NULL;

    (*p)++;
    word = take_word (p);
    if (**p != '(' || (end = strchr (*p, ')')) == NULL)
      return;
    argument = g_strndup (*p + 1, (gsize) (end - *p - 1));
    *p = end + 1;
    if (g_str_equal (word, "limit"))
      field->limit = (guint) strtoul (argument, NULL, 10);
    else if (g_str_equal (word, "after"))
      field->after = g_steal_pointer (&argument);
  }
}

static gboolean
parse_list (const char **p, SandboxFields *parent, guint depth)
{
  while (**p != '\0' && **p != '}') {
    SandboxFields *field = NULL;
    char *name = NULL;

    while (**p == ' ')
      (*p)++;
    name = take_word (p);
    if (*name == '\0' || depth > MAX_DEPTH) {
      g_free (name);
      return FALSE;
    }

    field = fields_new (name);
    g_ptr_array_add (parent->children, field);
    take_modifiers (p, field);
    if (**p == '{') {
      (*p)++;
      if (!parse_list (p, field, depth + 1) || **p != '}')
        return FALSE;
      (*p)++;
    }
    if (**p != ',')
      break;
    (*p)++;
  }
  return TRUE;
}

SandboxFields *
sandbox_fields_parse (const char *text)
{
  g_autoptr (SandboxFields) root = fields_new (NULL);
  const char *p = text != NULL ? text : "";

  if (!parse_list (&p, root, 0) || *p != '\0')
    return NULL;
  return g_steal_pointer (&root);
}

const SandboxFields *
sandbox_fields_get (const SandboxFields *self, const char *name)
{
  for (guint i = 0; self != NULL && i < self->children->len; i++) {
    const SandboxFields *child = self->children->pdata[i];

    if (g_str_equal (child->name, name))
      return child;
  }
  return NULL;
}

gboolean
sandbox_fields_want (const SandboxFields *self, const char *name, gboolean by_default)
{
  if (self == NULL || self->children->len == 0)
    return by_default;
  return sandbox_fields_get (self, name) != NULL;
}

const char *
sandbox_fields_find_unknown (const SandboxFields *self, const SandboxSchema *schema)
{
  for (guint i = 0; i < self->children->len; i++) {
    const SandboxFields *child = self->children->pdata[i];
    const SandboxSchema *known = schema;
    const char *unknown = NULL;

    while (known != NULL && known->name != NULL && !g_str_equal (known->name, child->name))
      known++;
    if (known == NULL || known->name == NULL)
      return child->name;
    if ((unknown = sandbox_fields_find_unknown (child, known->children)) != NULL)
      return unknown;
  }
  return NULL;
}

static void
prune_one (const SandboxFields *self, JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next) {
    const SandboxFields *child = sandbox_fields_get (self, l->data);
    JsonNode *node = json_object_get_member (object, l->data);

    /* Ids are given unasked. */
    if (child == NULL && !g_str_equal (l->data, "id"))
      json_object_remove_member (object, l->data);
    else if (child != NULL && JSON_NODE_HOLDS_OBJECT (node))
      sandbox_fields_prune (child, json_node_get_object (node));
  }
}

void
sandbox_fields_prune (const SandboxFields *self, JsonObject *object)
{
  JsonArray *data = NULL;

  if (self == NULL || self->children->len == 0)
    return;
  if (!json_object_has_member (object, "data")) {
    prune_one (self, object);
    return;
  }
  data = json_object_get_array_member (object, "data");
  for (guint i = 0; i < json_array_get_length (data); i++)
    prune_one (self, json_array_get_object_element (data, i));
}

static const SandboxSchema party[] = { { "id" }, { "username" }, { "name" }, { NULL } };

static const SandboxSchema picture[] = {
  { "url" },
  { "preview_url" },
  { "width" },
  { "height" },
  { "max_width" },
  { "max_height" },
  { "render_as_sticker" },
  { "animated_gif_url" },
  { "animated_gif_preview_url" },
  { NULL },
};

static const SandboxSchema template[] = {
  { "title" }, { "subtitle" }, { "media_url" }, { "cta" }, { NULL }
};

static const SandboxSchema attachment[] = {
  { "id" },
  { "name" },
  { "mime_type" },
  { "size" },
  { "file_url" },
  { "image_data", picture },
  { "video_data", picture },
  { "generic_template", template },
  { NULL },
};

static const SandboxSchema share[] = {
  { "link" }, { "name" }, { "description" }, { "id" }, { "template" }, { NULL },
};

static const SandboxSchema link_and_id[] = { { "link" }, { "id" }, { NULL } };

static const SandboxSchema story[] = {
  { "link" }, { "id" }, { "reply_to", link_and_id }, { "mention", link_and_id }, { NULL },
};

static const SandboxSchema reaction[] = { { "reaction" }, { "users", party }, { NULL } };

static const SandboxSchema reply_to[] = { { "mid" }, { "is_self_reply" }, { NULL } };

static const SandboxSchema tags[] = { { "name" }, { NULL } };

const SandboxSchema sandbox_message_schema[] = {
  { "id" },
  { "created_time" },
  { "from", party },
  { "to", party },
  { "message" },
  { "attachments", attachment },
  { "shares", share },
  { "story", story },
  { "reactions", reaction },
  { "reply_to", reply_to },
  { "is_unsupported" },
  { "tags", tags },
  { NULL },
};

const SandboxSchema sandbox_thread_schema[] = {
  { "id" },
  { "updated_time" },
  { "name" },
  { "participants", party },
  { "message_count" },
  { "messages", sandbox_message_schema },
  { "unread_count" },
  { NULL },
};

const SandboxSchema sandbox_profile_schema[] = {
  { "id" },
  { "name" },
  { "username" },
  { "profile_pic" },
  { "follower_count" },
  { "is_user_follow_business" },
  { "is_business_follow_user" },
  { "is_verified_user" },
  { NULL },
};

const SandboxSchema sandbox_account_schema[] = {
  { "id" },
  { "user_id" },
  { "username" },
  { "name" },
  { "account_type" },
  { "profile_picture_url" },
  { "followers_count" },
  { "follows_count" },
  { "media_count" },
  { "biography" },
  { "website" },
  { NULL },
};

static const SandboxSchema only_id[] = { { "id" }, { NULL } };

static const SandboxSchema answer[] = {
  { "id" },        { "text" },       { "timestamp" }, { "username" },       { "from", party },
  { "parent_id" }, { "like_count" }, { "hidden" },    { "media", only_id }, { NULL },
};

const SandboxSchema sandbox_comment_schema[] = {
  { "id" },        { "text" },       { "timestamp" }, { "username" },       { "from", party },
  { "parent_id" }, { "like_count" }, { "hidden" },    { "media", only_id }, { "replies", answer },
  { NULL },
};

const SandboxSchema sandbox_media_schema[] = {
  { "id" },
  { "caption" },
  { "media_type" },
  { "media_product_type" },
  { "permalink" },
  { "timestamp" },
  { "comments_count" },
  { "like_count" },
  { "thumbnail_url" },
  { "media_url" },
  { "username" },
  { "comments", sandbox_comment_schema },
  { NULL },
};
