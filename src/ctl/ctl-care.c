#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include "store/ante-store-care.h"

JsonNode *
ctl_backup (Ctl *ctl, GPtrArray *args, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  JsonObject *object = NULL;

  if (!ctl_check_args (args, 1, 1, "backup FILE", error))
    return NULL;
  CTL_CALL (result, ante_store_backup_async, store, ctl_arg (args, 0), NULL);
  if (!ante_store_backup_finish (store, result, error))
    return NULL;
  object = json_object_new ();
  ctl_set_text (object, "backup", ctl_arg (args, 0));
  return ctl_object (object);
}

/* What is wrong is the file that was named, not the data that is here. */
static void
say_no_backup (const char *file, GError *cause, GError **error)
{
  if (g_error_matches (cause, ANTE_STORE_ERROR, ANTE_STORE_ERROR_DAMAGED))
    g_set_error (error, CTL_ERROR, CTL_ERROR_COULD_NOT,
                 "%s is no backup of Anteroom, or a damaged one; nothing was changed (%s)", file,
                 cause->message);
  else if (g_error_matches (cause, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND))
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO, "there is no file %s; nothing was changed", file);
  else
    g_propagate_error (error, g_error_copy (cause));
}

/* Needs the folder closed, so no workspace is open here. */
JsonNode *
ctl_restore (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autofree char *kept = NULL;
  g_autoptr (GError) cause = NULL;
  JsonObject *object = NULL;

  if (!ctl_check_args (args, 1, 1, "restore FILE", error))
    return NULL;
  if (!ante_store_restore (ctl->data_dir, ctl_arg (args, 0), &kept, &cause)) {
    say_no_backup (ctl_arg (args, 0), cause, error);
    return NULL;
  }
  object = json_object_new ();
  ctl_set_text (object, "restored", ctl_arg (args, 0));
  ctl_set_text (object, "kept", kept);
  return ctl_object (object);
}

JsonNode *
ctl_doctor (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autoptr (GPtrArray) checks = NULL;
  JsonArray *array = NULL;
  JsonObject *object = NULL;
  gboolean ok = TRUE;

  if (!ctl_check_args (args, 0, 0, "doctor", error))
    return NULL;

  checks = ante_store_doctor (ctl->data_dir);
  array = json_array_new ();
  for (guint i = 0; i < checks->len; i++) {
    const AnteCheck *check = checks->pdata[i];
    JsonObject *row = json_object_new ();

    ctl_set_text (row, "name", check->name);
    json_object_set_boolean_member (row, "ok", check->ok);
    ctl_set_text (row, "detail", check->detail);
    json_array_add_object_element (array, row);
    ok = ok && check->ok;
  }
  object = json_object_new ();
  json_object_set_boolean_member (object, "ok", ok);
  json_object_set_array_member (object, "checks", array);
  return ctl_object (object);
}
