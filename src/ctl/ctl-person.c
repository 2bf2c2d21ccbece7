#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include "engine/ante-person-commands.h"

/* What would go, and how to say that it shall. */
static void
set_unsure (Ctl *ctl, AnteLead *lead, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree AnteForgetPreview *preview = NULL;

  CTL_CALL (result, ante_store_forget_preview_async, store, lead->id, NULL);
  preview = ante_store_forget_preview_finish (store, result, error);
  if (preview != NULL)
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO,
                 "nothing was deleted. To forget %s deletes %u messages, %u facts, %u notes, %u "
                 "waiting answers and all else that is known of them, and cannot be taken back; "
                 "older backups still hold them. If that is meant: forget %s --yes",
                 lead->handle, preview->n_messages, preview->n_facts, preview->n_notes,
                 preview->n_waiting, lead->handle);
}

JsonNode *
ctl_forget (Ctl *ctl, GPtrArray *args, GError **error)
{
  gboolean sure = ctl_take_flag (args, "--yes");
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GError *cause = NULL;
  AnteForgot forgot = ANTE_FORGOT_NOT;
  JsonObject *object = NULL;

  if (!ctl_check_args (args, 1, 1, "forget HANDLE --yes", error) ||
      (lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL)
    return NULL;
  if (!sure) {
    set_unsure (ctl, lead, error);
    return NULL;
  }
  CTL_CALL (result, ante_command_forget_async, ctl->workspace, lead->id);
  forgot = ante_command_forget_finish (ctl->workspace, result, &cause);
  if (g_error_matches (cause, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT)) {
    g_clear_error (&cause);
    g_set_error_literal (error, CTL_ERROR, CTL_ERROR_NO,
                         "nothing was deleted: an answer to them is leaving just now; try again in "
                         "a moment");
  } else if (cause != NULL) {
    g_propagate_error (error, cause);
  }
  if (forgot == ANTE_FORGOT_NOT)
    return NULL;
  object = json_object_new ();
  json_object_set_boolean_member (object, "forgotten", TRUE);
  json_object_set_boolean_member (object, "traces", forgot == ANTE_FORGOT_TRACES);
  return ctl_object (object);
}

JsonNode *
ctl_merge (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteLead) other = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (!ctl_check_args (args, 2, 2, "merge HANDLE OTHER", error) ||
      (lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL ||
      (other = ctl_find_lead (ctl, ctl_arg (args, 1), error)) == NULL)
    return NULL;
  if (lead->id == other->id) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO, "%s and %s are one person already",
                 ctl_arg (args, 0), ctl_arg (args, 1));
    return NULL;
  }
  CTL_CALL (result, ante_command_merge_async, ctl->workspace, lead->id, other->id);
  return ctl_tell_act (ctl, result, lead->id, error);
}
