#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-profiles.h"

#include "engine/ante-clock.h"

#define PROFILES_A_PASS 5
#define PROFILE_AGE_MS (G_GINT64_CONSTANT (7) * 24 * 3600 * 1000)

typedef struct {
  AnteStore *store;
  AnteInstagram *client;
  GStrv due;
  guint next;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->store);
  g_object_unref (reading->client);
  g_strfreev (reading->due);
  g_free (reading);
}

static void read_next (GTask *task);

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ante_store_set_profile_finish (ANTE_STORE (source), result, &error))
    read_next (task);
  else
    g_task_return_error (task, error);
}

/* An error that the next profile would meet as well; any other is of this person, who must not
 * stand in the way of those behind. */
static gboolean
is_of_all (const GError *error)
{
  return error->domain != ANTE_INSTAGRAM_ERROR || error->code == ANTE_INSTAGRAM_ERROR_TOKEN ||
         error->code == ANTE_INSTAGRAM_ERROR_THROTTLED ||
         error->code == ANTE_INSTAGRAM_ERROR_OFFLINE || error->code == ANTE_INSTAGRAM_ERROR_BUSY;
}

static void
profile_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteProfile) profile =
    ante_instagram_get_profile_finish (ANTE_INSTAGRAM (source), result, &error);

  if (profile == NULL && is_of_all (error)) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }

  if (profile == NULL) {
    g_debug ("a profile is not read: %s", error->message);
    profile = ante_profile_new ();
    profile->igsid = g_strdup (reading->due[reading->next]);
    profile->consent = FALSE;
  }
  reading->next++;
  ante_store_set_profile_async (reading->store, profile, ante_clock_now (reading->client), NULL,
                                stored_cb, g_object_ref (task));
}

static void
read_next (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  if (reading->due[reading->next] == NULL)
    g_task_return_boolean (task, TRUE);
  else
    ante_instagram_get_profile_async (reading->client, reading->due[reading->next],
                                      g_task_get_cancellable (task), profile_cb,
                                      g_object_ref (task));
}

static void
due_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  reading->due = ante_store_profiles_due_finish (ANTE_STORE (source), result, &error);
  if (reading->due != NULL)
    read_next (task);
  else
    g_task_return_error (task, error);
}

void
ante_profiles_read_async (AnteStore *store,
                          AnteInstagram *client,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  g_task_set_source_tag (task, ante_profiles_read_async);
  reading->store = g_object_ref (store);
  reading->client = g_object_ref (client);
  g_task_set_task_data (task, reading, reading_free);
  ante_store_profiles_due_async (store, ante_clock_now (client) - PROFILE_AGE_MS, PROFILES_A_PASS,
                                 cancellable, due_cb, g_object_ref (task));
}

gboolean
ante_profiles_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
