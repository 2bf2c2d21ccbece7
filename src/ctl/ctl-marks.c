#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include "rules/ante-label.h"
#include "rules/ante-when.h"

/* "+name" and "-name" into what is put on and what is taken off. */
static gboolean
read_labels (GPtrArray *args, GStrvBuilder *add, GStrvBuilder *remove, GError **error)
{
  for (guint i = 1; i < args->len; i++) {
    const char *word = args->pdata[i];
    g_autofree char *name = *word == '+' || *word == '-' ? ante_label_clean (word + 1) : NULL;

    if (name == NULL) {
      g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                   "%s is not understood; say +NAME or -NAME, with 1 to %d characters", word,
                   ANTE_LABEL_MAX_CHARS);
      return FALSE;
    }
    g_strv_builder_add (*word == '+' ? add : remove, name);
  }
  return TRUE;
}

JsonNode *
ctl_label (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autoptr (GStrvBuilder) adds = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) removes = g_strv_builder_new ();
  g_auto (GStrv) add = NULL;
  g_auto (GStrv) remove = NULL;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GError *act_error = NULL;
  JsonNode *node = NULL;

  if (!ctl_check_args (args, 1, G_MAXUINT, "label HANDLE [+NAME|-NAME]...", error) ||
      !read_labels (args, adds, removes, error) ||
      (lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL)
    return NULL;
  if (args->len == 1)
    return ctl_describe_lead (ctl, lead, error);

  add = g_strv_builder_end (adds);
  remove = g_strv_builder_end (removes);
  CTL_CALL (result, ante_command_label_async, ctl->workspace, &lead->id, 1,
            (const char *const *) add, (const char *const *) remove);
  node = ctl_tell_act (ctl, result, lead->id, &act_error);
  if (g_error_matches (act_error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID)) {
    g_clear_error (&act_error);
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO,
                 "a lead has at most %d labels; nothing was changed. Take one off first",
                 ANTE_LABEL_MAX_OF_LEAD);
  } else if (act_error != NULL) {
    g_propagate_error (error, act_error);
  }
  return node;
}

static gboolean
read_until (Ctl *ctl, GPtrArray *args, gint64 *until, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *words = NULL;

  g_ptr_array_add (args, NULL);
  words = g_strjoinv (" ", (char **) args->pdata + 1);
  g_ptr_array_remove_index (args, args->len - 1);

  if (g_str_equal (words, "off"))
    *until = 0;
  else if (g_str_equal (words, "reply"))
    *until = ANTE_LEAD_UNTIL_REPLY;
  else if ((*until = ante_when_parse (words, ante_workspace_now (ctl->workspace), zone)) == 0)
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "%s is no time to come; say for instance \"fri 4pm\", \"in 2 weeks\", "
                 "\"2027-03-04 16:00\", reply or off",
                 words);
  return *until != 0 || g_str_equal (words, "off");
}

JsonNode *
ctl_snooze (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gint64 until = 0;

  if (!ctl_check_args (args, 2, 10, "snooze HANDLE WHEN|reply|off", error) ||
      !read_until (ctl, args, &until, error) ||
      (lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL)
    return NULL;
  CTL_CALL (result, ante_command_snooze_async, ctl->workspace, &lead->id, 1, until);
  return ctl_tell_act (ctl, result, lead->id, error);
}

JsonNode *
ctl_not_a_lead (Ctl *ctl, GPtrArray *args, GError **error)
{
  static const char *const kinds[] = { "spam", "friend", "vendor", "no", NULL };
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  const char *kind = ctl_arg (args, 1);

  if (!ctl_check_args (args, 2, 2, "not-a-lead HANDLE spam|friend|vendor|no", error))
    return NULL;
  if (!g_strv_contains (kinds, kind)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "%s is no kind of it; say spam, friend, vendor or no", kind);
    return NULL;
  }
  if ((lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL)
    return NULL;
  CTL_CALL (result, ante_command_set_async, ctl->workspace, &lead->id, 1, ANTE_FIELD_NOT_A_LEAD,
            g_str_equal (kind, "no") ? NULL : kind);
  return ctl_tell_act (ctl, result, lead->id, error);
}
