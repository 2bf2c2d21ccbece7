#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <string.h>

#include "engine/ante-stage-commands.h"
#include "rules/ante-gate.h"

GPtrArray *
ctl_list_stages (Ctl *ctl, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;

  CTL_CALL (result, ante_store_list_stages_async, store, NULL);
  return ante_store_list_stages_finish (store, result, error);
}

static gboolean
is_called (AnteStage *stage, const char *name)
{
  g_autofree char *own = g_utf8_casefold (stage->name, -1);
  g_autofree char *other = g_utf8_casefold (name, -1);

  return g_str_equal (own, other);
}

AnteStage *
ctl_find_stage (GPtrArray *stages, const char *key, GError **error)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];

    if (g_ascii_strcasecmp (stage->key, key) == 0)
      return stage;
    g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", stage->key);
  }
  /* A stage may bear another one's key as its name: the key comes first. */
  for (guint i = 0; g_utf8_validate (key, -1, NULL) && i < stages->len; i++) {
    if (is_called (stages->pdata[i], key))
      return stages->pdata[i];
  }
  g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "there is no stage %s; there are: %s", key,
               keys->str);
  return NULL;
}

static JsonObject *
describe (AnteStage *stage, guint position)
{
  JsonObject *object = json_object_new ();
  JsonArray *requirements = json_array_new ();

  for (guint i = 0; stage->requirements[i] != NULL; i++)
    json_array_add_string_element (requirements, stage->requirements[i]);
  json_object_set_int_member (object, "id", stage->id);
  ctl_set_text (object, "key", stage->key);
  ctl_set_text (object, "name", stage->name);
  ctl_set_text (object, "role", ante_stage_role_to_nick (stage->role));
  json_object_set_int_member (object, "position", position);
  json_object_set_int_member (object, "limit", stage->soft_limit);
  json_object_set_int_member (object, "stale_days", stage->stale_days);
  json_object_set_array_member (object, "requirements", requirements);
  json_object_set_boolean_member (object, "manual_order", stage->manual_order);
  json_object_set_boolean_member (object, "hidden", stage->hidden);
  json_object_set_boolean_member (object, "collapsed", stage->collapsed);
  json_object_set_int_member (object, "leads", stage->n_leads);
  return object;
}

static JsonNode *
list_all (Ctl *ctl, GError **error)
{
  g_autoptr (GPtrArray) stages = ctl_list_stages (ctl, error);
  JsonArray *array = NULL;

  if (stages == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < stages->len; i++)
    json_array_add_object_element (array, describe (stages->pdata[i], i));
  return ctl_array (array);
}

/* The act's number and the stage as it is then: the one with that id, or of that name. */
static JsonNode *
tell_act (Ctl *ctl, GAsyncResult *result, gint64 id, const char *name, GError **error)
{
  GError *act_error = NULL;
  gint64 act = ante_command_finish (ctl->workspace, result, &act_error);
  g_autoptr (GPtrArray) stages = NULL;

  if (act_error != NULL) {
    g_propagate_error (error, act_error);
    return NULL;
  }
  stages = ctl_list_stages (ctl, error);
  for (guint i = 0; stages != NULL && i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];

    if (name != NULL ? is_called (stage, name) : stage->id == id) {
      JsonObject *object = describe (stage, i);

      json_object_set_int_member (object, "act", act);
      return ctl_object (object);
    }
  }
  return NULL;
}

static gboolean
read_number (const char *text, int *number, GError **error)
{
  guint64 value = 0;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &value, NULL)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "“%s” is no number", text);
    return FALSE;
  }
  *number = (int) value;
  return TRUE;
}

/* What is done to a stage with a number; 0 where that means none. */
static JsonNode *
set_number (Ctl *ctl, const char *verb, AnteStage *stage, const char *text, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  int number = 0;

  if (!read_number (text, &number, error))
    return NULL;
  if (g_str_equal (verb, "limit"))
    CTL_CALL (result, ante_command_limit_stage_async, ctl->workspace, stage->key, number);
  else if (g_str_equal (verb, "age"))
    CTL_CALL (result, ante_command_age_stage_async, ctl->workspace, stage->key, number);
  else
    CTL_CALL (result, ante_command_place_stage_async, ctl->workspace, stage->key, number);
  return tell_act (ctl, result, stage->id, NULL, error);
}

static JsonNode *
set_requirements (Ctl *ctl, AnteStage *stage, GPtrArray *args, GError **error)
{
  const char *const *known = ante_gate_get_words ();
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 2; i < args->len; i++) {
    if (!g_strv_contains (known, args->pdata[i])) {
      g_autofree char *all = g_strjoinv (", ", (char **) known);

      g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                   "%s is nothing that a stage can ask for; these are: %s", ctl_arg (args, i), all);
      return NULL;
    }
    g_ptr_array_add (words, args->pdata[i]);
  }
  g_ptr_array_add (words, NULL);
  CTL_CALL (result, ante_command_require_in_stage_async, ctl->workspace, stage->key,
            (const char *const *) words->pdata);
  return tell_act (ctl, result, stage->id, NULL, error);
}

static JsonNode *
add (Ctl *ctl, AnteStage *after, const char *text, GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (text));
  g_autoptr (GAsyncResult) result = NULL;

  CTL_CALL (result, ante_command_add_stage_async, ctl->workspace, after->key, name);
  return tell_act (ctl, result, 0, name, error);
}

static JsonNode *
merge (Ctl *ctl, GPtrArray *stages, AnteStage *stage, const char *key, GError **error)
{
  AnteStage *into = ctl_find_stage (stages, key, error);
  g_autoptr (GAsyncResult) result = NULL;

  if (into == NULL)
    return NULL;
  CTL_CALL (result, ante_command_merge_stage_async, ctl->workspace, stage->key, into->key);
  return tell_act (ctl, result, into->id, NULL, error);
}

static const struct {
  const char *verb;
  guint least;
  guint most;
  const char *usage;
} verbs[] = {
  { "rename", 3, 3, "stages rename KEY NAME" },
  { "limit", 3, 3, "stages limit KEY N, 0 for none" },
  { "age", 3, 3, "stages age KEY DAYS, 0 for never" },
  { "requirements", 2, 2 + 10, "stages requirements KEY [WORD…]" },
  { "place", 3, 3, "stages place KEY POSITION, from 0" },
  { "by-due", 2, 2, "stages by-due KEY" },
  { "add", 3, 3, "stages add AFTER NAME" },
  { "merge", 3, 3, "stages merge KEY INTO" },
  { "hide", 2, 2, "stages hide KEY" },
  { "show", 2, 2, "stages show KEY" },
};

static JsonNode *
act (Ctl *ctl, const char *verb, GPtrArray *stages, GPtrArray *args, GError **error)
{
  AnteStage *stage = ctl_find_stage (stages, ctl_arg (args, 1), error);
  const char *value = ctl_arg (args, 2);
  g_autoptr (GAsyncResult) result = NULL;

  if (stage == NULL)
    return NULL;
  if (g_str_equal (verb, "requirements"))
    return set_requirements (ctl, stage, args, error);
  if (g_str_equal (verb, "add"))
    return add (ctl, stage, value, error);
  if (g_str_equal (verb, "merge"))
    return merge (ctl, stages, stage, value, error);
  if (g_str_equal (verb, "rename"))
    CTL_CALL (result, ante_command_rename_stage_async, ctl->workspace, stage->key, value);
  else if (g_str_equal (verb, "by-due"))
    CTL_CALL (result, ante_command_order_stage_by_due_async, ctl->workspace, stage->key);
  else if (value == NULL)
    CTL_CALL (result, ante_command_hide_stage_async, ctl->workspace, stage->key,
              g_str_equal (verb, "hide"));
  else
    return set_number (ctl, verb, stage, value, error);
  return tell_act (ctl, result, stage->id, NULL, error);
}

JsonNode *
ctl_stages (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autoptr (GPtrArray) stages = NULL;
  const char *verb = ctl_arg (args, 0);

  if (verb == NULL)
    return list_all (ctl, error);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++) {
    if (!g_str_equal (verb, verbs[i].verb))
      continue;
    if (!ctl_check_args (args, verbs[i].least, verbs[i].most, verbs[i].usage, error) ||
        (stages = ctl_list_stages (ctl, error)) == NULL)
      return NULL;
    return act (ctl, verb, stages, args, error);
  }
  g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
               "%s is nothing that is done to stages; see anteroomctl stages --help", verb);
  return NULL;
}
