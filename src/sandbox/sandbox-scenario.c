#include <stdlib.h>
#include <string.h>

#include "sandbox-resources.h"
#include "sandbox/sandbox-threads.h"
#include "sandbox/sandbox-wire.h"

#define PREFIX "/org/anteroom/Anteroom/sandbox/"

/*
 * A scenario is a JSON object:
 *
 *  - "account": {"username", "name", "biography", "followers"}
 *  - "media": [{"id", "kind": "REELS"|"FEED", "when", "caption"}], oldest first
 *  - "people": [{"handle", "name", "follows", "followed", "followers", "verified", "request",
 *    "blocked", "ad", "thread", "comments", "replies"}]
 *  - a thread's entry is [WHEN, "in"|"out", TEXT], with a fourth element when it is no plain text:
 *    a kind, or {"kind", "link", "reaction", "our_reaction", "reply_to": places back, "unsent"}
 *  - "comments": [[WHEN, MEDIA ID, TEXT]]
 *  - "replies": [{"after": seconds, "match": "words|any of them", "text", "kind"}]: what they say
 *    when they are sent something, each once
 *  - "standing": [{"handle", "acts"}] of people named before: see sandbox-standing.c
 *
 * WHEN is "-3d4h12m" before the start, "+6m" after the entry before it, ">90s" after the start:
 * such a message comes while the sandbox runs.
 */

typedef struct {
  SandboxState *state;
  const char *name;
  SandboxPerson *person;
  gint64 last;
  GError **error;
} Loading;

static gboolean
fail (Loading *loading, const char *what)
{
  if (loading->error == NULL || *loading->error == NULL)
    g_set_error (loading->error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s: %s%s%s",
                 loading->name, loading->person != NULL ? loading->person->handle : "",
                 loading->person != NULL ? ": " : "", what);
  return FALSE;
}

static gint64
unit_ms (char unit)
{
  return unit == 'd'   ? G_GINT64_CONSTANT (86400000)
         : unit == 'h' ? 3600000
         : unit == 'm' ? 60000
         : unit == 's' ? 1000
                       : 0;
}

gint64
sandbox_scenario_parse_when (const char *text, gint64 start, gint64 last)
{
  gint64 ms = 0;
  const char *p = NULL;
  char *end = NULL;

  if (text == NULL || *text == '\0')
    return 0;
  for (p = text + 1; *p != '\0'; p = end + 1) {
    gint64 number = g_ascii_strtoll (p, &end, 10);

    if (end == p || number < 0 || number > 100000 || unit_ms (*end) == 0)
      return 0;
    ms += number * unit_ms (*end);
  }
  return *text == '-' ? start - ms : *text == '+' ? last + ms : *text == '>' ? start + ms : 0;
}

static gint64
parse_when (Loading *loading, const char *text)
{
  return sandbox_scenario_parse_when (text, loading->state->start, loading->last);
}

static const char *
element (JsonArray *array, guint i)
{
  JsonNode *node = i < json_array_get_length (array) ? json_array_get_element (array, i) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
             json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static gboolean
add_marks (Loading *loading, SandboxMessage *message, JsonObject *marks)
{
  GPtrArray *thread = loading->person->messages;
  gint64 back = sandbox_json_int (marks, "reply_to", 0);

  message->link = g_strdup (sandbox_json_string (marks, "link"));
  message->reaction = g_strdup (sandbox_json_string (marks, "reaction"));
  message->our_reaction = g_strdup (sandbox_json_string (marks, "our_reaction"));
  message->unsent = sandbox_json_boolean (marks, "unsent", FALSE);
  if (back < 0 || back > thread->len)
    return fail (loading, "an answer to a message that is not there");
  if (back > 0)
    message->reply_to =
      g_strdup (((SandboxMessage *) thread->pdata[thread->len - (guint) back])->mid);
  return TRUE;
}

static gboolean
load_message (Loading *loading, JsonArray *entry)
{
  SandboxState *state = loading->state;
  guint length = json_array_get_length (entry);
  JsonNode *fourth = length > 3 ? json_array_get_element (entry, 3) : NULL;
  JsonObject *marks =
    fourth != NULL && JSON_NODE_HOLDS_OBJECT (fourth) ? json_node_get_object (fourth) : NULL;
  const char *nick = marks != NULL ? sandbox_json_string (marks, "kind") : element (entry, 3);
  const char *way = element (entry, 1);
  const char *text = element (entry, 2);
  gint64 at = parse_when (loading, element (entry, 0));
  SandboxKind kind = SANDBOX_TEXT;
  g_autoptr (SandboxMessage) message = NULL;

  if (at == 0)
    return fail (loading, "a time was not understood");
  if (text == NULL || way == NULL || (!g_str_equal (way, "in") && !g_str_equal (way, "out")) ||
      (nick != NULL && !sandbox_kind_from_nick (nick, &kind)))
    return fail (loading, "a message was not understood");
  if (at < loading->last)
    return fail (loading, "a message stands before the one that it follows");
  loading->last = at;

  if (at > state->start) {
    if (g_str_equal (way, "out"))
      return fail (loading, "the account cannot write in the future");
    sandbox_players_expect (state, loading->person, at, text)->kind = kind;
    return TRUE;
  }
  message =
    sandbox_message_new (state, loading->person, NULL, at, g_str_equal (way, "out"), kind, text);
  if (marks != NULL && !add_marks (loading, message, marks))
    return FALSE;
  sandbox_thread_add (state, g_steal_pointer (&message));
  return TRUE;
}

static gboolean
load_comment (Loading *loading, JsonArray *entry)
{
  gint64 at = parse_when (loading, element (entry, 0));
  const char *media = element (entry, 1);

  if (at == 0 || at > loading->state->start || media == NULL ||
      sandbox_state_find_media (loading->state, media) == NULL)
    return fail (loading, "a comment was not understood");
  sandbox_state_add_comment (loading->state, loading->person, media, NULL, element (entry, 2), at);
  return TRUE;
}

static gboolean
load_reply (Loading *loading, JsonObject *object)
{
  const char *nick = sandbox_json_string (object, "kind");
  SandboxReply *reply = g_new0 (SandboxReply, 1);

  if (loading->person->replies == NULL)
    loading->person->replies = g_ptr_array_new_with_free_func (sandbox_reply_free);
  g_ptr_array_add (loading->person->replies, reply);
  reply->delay = (guint) CLAMP (sandbox_json_int (object, "after", 20), 0, G_MAXINT / 1000);
  reply->match = g_strdup (sandbox_json_string (object, "match"));
  reply->text = g_strdup (sandbox_json_string (object, "text"));
  if (reply->text == NULL || (nick != NULL && !sandbox_kind_from_nick (nick, &reply->kind)))
    return fail (loading, "a reply was not understood");
  return TRUE;
}

typedef gboolean (*LoadArray) (Loading *loading, JsonArray *entry);
typedef gboolean (*LoadObject) (Loading *loading, JsonObject *object);

static gboolean
each_array (Loading *loading, JsonObject *object, const char *name, LoadArray load)
{
  JsonArray *list = sandbox_json_array (object, name);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++) {
    JsonNode *node = json_array_get_element (list, i);

    if (!JSON_NODE_HOLDS_ARRAY (node))
      return fail (loading, "a list was expected");
    if (!load (loading, json_node_get_array (node)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
each_object (Loading *loading, JsonObject *object, const char *name, LoadObject load)
{
  JsonArray *list = sandbox_json_array (object, name);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++) {
    JsonNode *node = json_array_get_element (list, i);

    if (!JSON_NODE_HOLDS_OBJECT (node))
      return fail (loading, "an object was expected");
    if (!load (loading, json_node_get_object (node)))
      return FALSE;
  }
  return TRUE;
}

static void
load_flags (SandboxPerson *person, JsonObject *object)
{
  person->follows = sandbox_json_boolean (object, "follows", FALSE);
  person->followed = sandbox_json_boolean (object, "followed", FALSE);
  person->verified = sandbox_json_boolean (object, "verified", FALSE);
  person->blocked = sandbox_json_boolean (object, "blocked", FALSE);
  person->is_request = sandbox_json_boolean (object, "request", FALSE);
  person->followers =
    (guint) CLAMP (sandbox_json_int (object, "followers", person->followers), 0, G_MAXINT);
}

static gboolean
load_person (Loading *loading, JsonObject *object)
{
  const char *handle = sandbox_json_string (object, "handle");
  SandboxPerson *person = NULL;

  if (handle == NULL || *handle == '\0' ||
      sandbox_state_find_person (loading->state, handle) != NULL)
    return fail (loading, "a handle is missing or not the only one");

  person = sandbox_state_add_person (loading->state, handle, sandbox_json_string (object, "name"));
  loading->person = person;
  loading->last = 0;
  load_flags (person, object);
  if (!each_array (loading, object, "thread", load_message) ||
      !each_array (loading, object, "comments", load_comment) ||
      !each_object (loading, object, "replies", load_reply))
    return FALSE;
  if (sandbox_json_boolean (object, "ad", FALSE) && person->messages->len > 0)
    person->ad_at = ((SandboxMessage *) person->messages->pdata[0])->at;
  loading->person = NULL;
  return TRUE;
}

static gboolean
load_standing (Loading *loading, JsonObject *object)
{
  const char *handle = sandbox_json_string (object, "handle");
  const char *why = NULL;

  loading->person = handle != NULL ? sandbox_state_find_person (loading->state, handle) : NULL;
  if (loading->person == NULL)
    return fail (loading, "somebody stands who is not there");
  if (!sandbox_standing_load (loading->state, loading->person, sandbox_json_array (object, "acts"),
                              &why))
    return fail (loading, why);
  loading->person = NULL;
  return TRUE;
}

static gboolean
load_media (Loading *loading, JsonObject *object)
{
  const char *id = sandbox_json_string (object, "id");
  const char *kind = sandbox_json_string (object, "kind");
  gint64 at = parse_when (loading, sandbox_json_string (object, "when"));
  SandboxMedia *media = NULL;

  if (id == NULL || strlen (id) < 15 || kind == NULL || at == 0 ||
      sandbox_state_find_media (loading->state, id) != NULL)
    return fail (loading, "a media was not understood");
  media = g_new0 (SandboxMedia, 1);
  media->id = g_strdup (id);
  media->caption = g_strdup (sandbox_json_string (object, "caption"));
  media->kind = g_strdup (kind);
  media->at = at;
  g_ptr_array_add (loading->state->media, media);
  return TRUE;
}

static void
replace (char **into, const char *text)
{
  if (text == NULL)
    return;
  g_free (*into);
  *into = g_strdup (text);
}

static void
load_account (SandboxAccount *account, JsonObject *object)
{
  replace (&account->username, sandbox_json_string (object, "username"));
  replace (&account->name, sandbox_json_string (object, "name"));
  replace (&account->biography, sandbox_json_string (object, "biography"));
  account->followers =
    (guint) CLAMP (sandbox_json_int (object, "followers", account->followers), 0, G_MAXINT);
}

static gboolean
load_text (SandboxState *state, const char *name, const char *text, gssize length, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (JsonObject) root = sandbox_json_parse (text, length, &failed);
  Loading loading = { state, name, NULL, 0, error };

  if (root == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s: %s", name, failed->message);
    return FALSE;
  }
  load_account (&state->account, sandbox_json_object (root, "account"));
  return each_object (&loading, root, "media", load_media) &&
         each_object (&loading, root, "people", load_person) &&
         each_object (&loading, root, "standing", load_standing);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The built-in ones, in the order of their names; the account comes first. */
static gboolean
load_built_in (SandboxState *state, GError **error)
{
  g_auto (GStrv) names = g_resource_enumerate_children (sandbox_get_resource (), PREFIX,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (names == NULL)
    return FALSE;
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *path = g_strconcat (PREFIX, names[i], NULL);
    g_autoptr (GBytes) bytes =
      g_resource_lookup_data (sandbox_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

    if (bytes == NULL || !load_text (state, names[i], g_bytes_get_data (bytes, NULL),
                                     (gssize) g_bytes_get_size (bytes), error))
      return FALSE;
  }
  return TRUE;
}

/* @file NULL: the built-in scenario. */
gboolean
sandbox_scenario_load (SandboxState *state, const char *file, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  if (file == NULL)
    return load_built_in (state, error);
  return g_file_get_contents (file, &text, &length, error) &&
         load_text (state, file, text, (gssize) length, error);
}
