#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-referrer.h"

#include <string.h>

#include "store/ante-store-leads.h"

/* Of those that have the words in their name, so many are looked at. */
#define MOST_LEADS 20

typedef struct {
  gint64 lead_id;
  char *wanted;
} Find;

static void
find_free (gpointer data)
{
  Find *find = data;

  g_free (find->wanted);
  g_free (find);
}

/* "my friend @ana.torres, at the gym" means ana.torres; else all of it is a name. */
char *
ante_referrer_read (const char *detail)
{
  const char *at = strchr (detail, '@');
  g_autofree char *name = NULL;
  gsize length = 0;

  if (at == NULL) {
    name = g_strstrip (g_strdup (detail));
    return *name != '\0' ? g_steal_pointer (&name) : NULL;
  }
  at++;
  length = strspn (at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._");
  while (length > 0 && at[length - 1] == '.')
    length--;
  return length > 0 ? g_strndup (at, length) : NULL;
}

static gboolean
is_meant (const Find *find, AnteLead *lead)
{
  g_autofree char *wanted = g_utf8_casefold (find->wanted, -1);
  g_autofree char *handle = g_utf8_casefold (lead->handle != NULL ? lead->handle : "", -1);
  g_autofree char *name = g_utf8_casefold (lead->name != NULL ? lead->name : "", -1);

  return lead->id != find->lead_id && (g_str_equal (handle, wanted) || g_str_equal (name, wanted));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Find *find = g_task_get_task_data (task);
  g_autoptr (GPtrArray) leads = NULL;
  GError *error = NULL;
  g_autoptr (GArray) ids =
    ante_store_list_leads_finish (ANTE_STORE (source), result, &leads, &error);
  AnteLead *meant = NULL;
  guint n = 0;

  if (ids == NULL) {
    g_task_return_error (task, error);
    return;
  }
  for (guint i = 0; i < leads->len; i++) {
    if (is_meant (find, leads->pdata[i])) {
      meant = leads->pdata[i];
      n++;
    }
  }
  g_task_return_pointer (task, n == 1 ? g_strdup (ante_lead_get_title (meant)) : NULL, g_free);
}

void
ante_referrer_find_async (AnteStore *store,
                          gint64 lead_id,
                          const char *detail,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  Find *find = g_new0 (Find, 1);

  find->lead_id = lead_id;
  find->wanted = ante_referrer_read (detail);
  g_task_set_task_data (task, find, find_free);
  if (find->wanted == NULL) {
    g_task_return_pointer (task, NULL, NULL);
    return;
  }
  filter.query = find->wanted;
  filter.names = TRUE;
  filter.at_most = MOST_LEADS;
  ante_store_list_leads_async (store, &filter, ANTE_LEAD_ORDER_NEWEST, MOST_LEADS, cancellable,
                               listed_cb, g_steal_pointer (&task));
}

char *
ante_referrer_find_finish (AnteStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
