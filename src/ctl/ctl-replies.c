#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include "engine/ante-reply-commands.h"
#include "rules/ante-saved-reply.h"

#define REPLY_USAGE "reply add NAME TEXT [--source KIND] | reply remove NAME"

static GPtrArray *
list_replies (Ctl *ctl, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;

  CTL_CALL (result, ante_store_list_replies_async, store, NULL);
  return ante_store_list_replies_finish (store, result, error);
}

static JsonObject *
describe (const AnteReply *reply)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "reply_id", reply->id);
  ctl_set_text (object, "name", reply->name);
  ctl_set_text (object, "text", reply->text);
  /* Whom it is offered to first; "unknown": everybody. */
  ctl_set_text (object, "source", ante_source_kind_to_nick (reply->source));
  return object;
}

JsonNode *
ctl_replies (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autoptr (GPtrArray) replies = NULL;
  JsonArray *array = NULL;

  if (!ctl_check_args (args, 0, 0, "replies", error) ||
      (replies = list_replies (ctl, error)) == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < replies->len; i++)
    json_array_add_object_element (array, describe (replies->pdata[i]));
  return ctl_array (array);
}

/* (transfer full): by its name, whatever its capitals; NULL with @error. */
static AnteReply *
find_reply (Ctl *ctl, const char *name, GError **error)
{
  g_autoptr (GPtrArray) replies = list_replies (ctl, error);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; replies != NULL && i < replies->len; i++) {
    const AnteReply *reply = replies->pdata[i];
    g_autofree char *folded = g_utf8_casefold (reply->name, -1);

    if (g_str_equal (folded, wanted))
      return ante_reply_copy (reply);
  }
  if (replies != NULL)
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO,
                 "there is no saved reply %s; anteroomctl replies lists them", name);
  return NULL;
}

/* @id: the reply that is changed, 0: a new one; @reply: (nullable): NULL deletes it. */
static gint64
keep (Ctl *ctl, gint64 id, const AnteReply *reply, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *failure = NULL;
  gint64 act = 0;

  CTL_CALL (result, ante_command_keep_reply_async, ctl->workspace, id, reply);
  act = ante_command_keep_reply_finish (ctl->workspace, result, &failure);
  if (g_error_matches (failure, ANTE_STORE_ERROR, ANTE_STORE_ERROR_EXISTS)) {
    g_clear_error (&failure);
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO,
                 "there is a saved reply %s already; remove it first, or take another name",
                 reply->name);
    return -1;
  }
  if (failure == NULL)
    return act;
  g_propagate_error (error, failure);
  return -1;
}

static JsonNode *
tell (Ctl *ctl, const char *name, gint64 act, GError **error)
{
  g_autoptr (AnteReply) kept = find_reply (ctl, name, error);
  JsonObject *object = kept != NULL ? describe (kept) : NULL;

  if (object == NULL)
    return NULL;
  json_object_set_int_member (object, "act", act);
  return ctl_object (object);
}

static JsonNode *
add (Ctl *ctl, const char *name, const char *text, const char *source, GError **error)
{
  AnteSourceKind kind = ANTE_SOURCE_UNKNOWN;
  g_autofree char *unknown = ante_saved_reply_find_unknown (text);
  g_autoptr (AnteReply) reply = NULL;
  gint64 act = 0;

  if (source != NULL && !ante_source_kind_from_nick (source, &kind)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "%s is no kind of source; say story-reply, comment, dm-ad, keyword, outbound, "
                 "referral, reactivation, email, organic or unknown",
                 source);
    return NULL;
  }
  if (unknown != NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "nothing is known that could stand for {%s}; there are {first_name}, {handle}, "
                 "{booking_link} and {my_name}",
                 unknown);
    return NULL;
  }
  reply = ante_reply_new (0, name, text, kind);
  act = keep (ctl, 0, reply, error);
  return act >= 0 ? tell (ctl, name, act, error) : NULL;
}

/* Gives what was kept, so that it can be added again. */
static JsonNode *
remove_reply (Ctl *ctl, const char *name, GError **error)
{
  g_autoptr (AnteReply) reply = find_reply (ctl, name, error);
  gint64 act = reply != NULL ? keep (ctl, reply->id, NULL, error) : -1;
  JsonObject *object = NULL;

  if (act < 0)
    return NULL;
  object = describe (reply);
  json_object_set_int_member (object, "act", act);
  return ctl_object (object);
}

JsonNode *
ctl_reply (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autofree char *source = ctl_take_option (args, "--source");
  const char *what = ctl_arg (args, 0);

  if (!ctl_check_args (args, 2, 3, REPLY_USAGE, error))
    return NULL;
  if (g_str_equal (what, "add") && args->len == 3)
    return add (ctl, ctl_arg (args, 1), ctl_arg (args, 2), source, error);
  if (g_str_equal (what, "remove") && args->len == 2 && source == NULL)
    return remove_reply (ctl, ctl_arg (args, 1), error);
  g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "usage: %s", REPLY_USAGE);
  return NULL;
}
