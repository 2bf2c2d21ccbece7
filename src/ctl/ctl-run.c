#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <string.h>

#include "model/ante-party.h"
#include "store/ante-store-leads.h"

G_DEFINE_QUARK (ctl - error - quark, ctl_error)

void
ctl_keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

void
ctl_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
over_cb (gpointer data)
{
  gboolean *over = data;

  *over = TRUE;
  return G_SOURCE_REMOVE;
}

void
ctl_pause (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

gboolean
ctl_take_flag (GPtrArray *args, const char *name)
{
  for (guint i = 0; i < args->len; i++) {
    if (g_str_equal (args->pdata[i], name)) {
      g_ptr_array_remove_index (args, i);
      return TRUE;
    }
  }
  return FALSE;
}

char *
ctl_take_option (GPtrArray *args, const char *name)
{
  for (guint i = 0; i + 1 < args->len; i++) {
    if (g_str_equal (args->pdata[i], name)) {
      char *value = g_strdup (args->pdata[i + 1]);

      g_ptr_array_remove_range (args, i, 2);
      return value;
    }
  }
  return NULL;
}

const char *
ctl_arg (GPtrArray *args, guint index)
{
  return index < args->len ? args->pdata[index] : NULL;
}

gboolean
ctl_check_args (GPtrArray *args, guint least, guint most, const char *usage, GError **error)
{
  for (guint i = 0; i < args->len; i++) {
    if (g_str_has_prefix (args->pdata[i], "--") && most < G_MAXUINT) {
      g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "%s is not known here; usage: %s",
                   (char *) args->pdata[i], usage);
      return FALSE;
    }
  }
  if (args->len >= least && args->len <= most)
    return TRUE;

  g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "usage: %s", usage);
  return FALSE;
}

/* In the window a bare name is typed where only a setter's can be; here it stands where any word
 * may, and would be taken for one. */
char *
ctl_parse_owner (const char *text)
{
  static const char *const words[] = { ANTE_PARTY_COACH, ANTE_PARTY_AI, ANTE_PARTY_NONE };
  const gsize prefix = strlen (ANTE_PARTY_SETTER_PREFIX);
  g_autofree char *setter = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return g_strdup (words[i]);
  }
  if (g_ascii_strncasecmp (text, ANTE_PARTY_SETTER_PREFIX, prefix) != 0)
    return NULL;
  setter = g_strconcat (ANTE_PARTY_SETTER_PREFIX, text + prefix, NULL);
  return ante_party_parse_owner (setter);
}

AnteLead *
ctl_find_lead (Ctl *ctl, const char *handle, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) cause = NULL;
  AnteLead *lead = NULL;

  CTL_CALL (result, ante_store_find_lead_async, store, handle, NULL);
  lead = ante_store_find_lead_finish (store, result, &cause);
  if (g_error_matches (cause, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND))
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO,
                 "no lead has the handle or id %s; anteroomctl leads lists them", handle);
  else if (g_error_matches (cause, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID))
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "several leads have the handle %s; give the id, which leads --json tells", handle);
  else if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return lead;
}
