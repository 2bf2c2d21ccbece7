#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-booking-api.h"

#include <string.h>

#include "booking/ante-booking-wire.h"
#include "rules/ante-json.h"

#define PATIENCE_S 20
#define MOST_TRIES 3

/* Longer ones are the caller's to wait for: it has a schedule. */
#define LONGEST_WAIT_S 65
#define SHORT_WAIT_S 2
#define LONGEST_TOKEN 4096

struct _AnteBookingApi {
  GObject parent_instance;

  char *base_url;
  char *authorization;
  gboolean has_token;
  guint second_ms;
  gint64 retry_after_s;
};

G_DEFINE_FINAL_TYPE (AnteBookingApi, ante_booking_api, G_TYPE_OBJECT)

/**
 * Asking:
 * @n_tries: so far
 * @status: of the last answer, or 0
 *
 * One request, with its repetitions.
 */
typedef struct {
  char *url;
  char *header;
  char *value;
  guint n_tries;
  guint status;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_free (asking->url);
  g_free (asking->header);
  g_free (asking->value);
  g_free (asking);
}

static void ask (GTask *task);

static gboolean
waited_cb (gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    g_task_return_error (task, error);
  else
    ask (g_steal_pointer (&task));
  return G_SOURCE_REMOVE;
}

/* A timer that a cancellation ends at once. Takes @task. */
static void
wait_for (GTask *task, guint ms)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GSource) timer = g_timeout_source_new (ms);

  if (cancellable != NULL) {
    g_autoptr (GSource) stop = g_cancellable_source_new (cancellable);

    g_source_set_dummy_callback (stop);
    g_source_add_child_source (timer, stop);
  }
  g_source_set_callback (timer, waited_cb, task, NULL);
  g_source_attach (timer, g_main_context_get_thread_default ());
}

/* FALSE where it is not worth asking again now. Takes @task when it is. */
static gboolean
try_again (GTask *task, const AnteBookingAnswer *answer)
{
  AnteBookingApi *self = g_task_get_source_object (task);
  Asking *asking = g_task_get_task_data (task);
  gint64 wait =
    answer->retry_after_s >= 0 ? answer->retry_after_s : SHORT_WAIT_S << asking->n_tries;

  if ((answer->status != 429 && answer->status < 500) || asking->n_tries >= MOST_TRIES ||
      wait > LONGEST_WAIT_S)
    return FALSE;
  wait_for (task, (guint) wait * self->second_ms);
  return TRUE;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteBookingApi *self = g_task_get_source_object (task);
  Asking *asking = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AnteBookingAnswer) answer = ante_booking_get_finish (result, &error);
  JsonNode *root = NULL;

  if (answer == NULL) {
    g_task_return_error (task, error);
    return;
  }
  asking->status = answer->status;
  if (answer->status != 200) {
    self->retry_after_s = answer->retry_after_s;
    if (try_again (task, answer))
      g_steal_pointer (&task);
    else
      g_task_return_new_error (task, ANTE_BOOKING_ERROR,
                               ante_booking_error_of_status (answer->status), "bookings: HTTP %u",
                               answer->status);
    return;
  }
  if (ante_json_parse_object (answer->body, &root, NULL) == NULL) {
    g_clear_pointer (&root, json_node_unref);
    g_task_return_new_error (task, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_BAD_ANSWER,
                             "bookings: the answer is no object");
    return;
  }
  g_task_return_pointer (task, root, (GDestroyNotify) json_node_unref);
}

/* Takes @task. */
static void
ask (GTask *task)
{
  AnteBookingApi *self = g_task_get_source_object (task);
  Asking *asking = g_task_get_task_data (task);
  const char *headers[] = { "Authorization", self->authorization, "Accept", "application/json",
                            asking->header,  asking->value,       NULL };
  AnteBookingGet how = { ANTE_JSON_MAX_BYTES, PATIENCE_S, 0, headers };

  asking->n_tries++;
  ante_booking_get_async (asking->url, &how, g_task_get_cancellable (task), answered_cb, task);
}

void
ante_booking_api_get_async (AnteBookingApi *self,
                            const char *path,
                            const char *header,
                            const char *value,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Asking *asking = g_new0 (Asking, 1);

  g_task_set_source_tag (task, ante_booking_api_get_async);
  g_task_set_check_cancellable (task, FALSE);
  asking->url = g_strconcat (self->base_url, path, NULL);
  asking->header = g_strdup (header);
  asking->value = g_strdup (value);
  g_task_set_task_data (task, asking, asking_free);
  self->retry_after_s = -1;
  if (self->has_token)
    ask (g_steal_pointer (&task));
  else
    g_task_return_new_error (task, ANTE_BOOKING_ERROR, ANTE_BOOKING_ERROR_NO_KEY,
                             "bookings: there is no token");
}

JsonNode *
ante_booking_api_get_finish (AnteBookingApi *self,
                             GAsyncResult *result,
                             guint *status,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (status != NULL)
    *status = ((Asking *) g_task_get_task_data (G_TASK (result)))->status;
  return g_task_propagate_pointer (G_TASK (result), error);
}

gint64
ante_booking_api_get_retry_after (AnteBookingApi *self)
{
  return self->retry_after_s;
}

void
ante_booking_api_set_second (AnteBookingApi *self, guint ms)
{
  self->second_ms = ms;
}

gboolean
ante_booking_api_read_cursor (JsonObject *pagination, const char *name, char **cursor)
{
  g_clear_pointer (cursor, g_free);
  *cursor = ante_json_dup_id (pagination, name);
  return *cursor != NULL || pagination == NULL || !json_object_has_member (pagination, name) ||
         json_object_get_null_member (pagination, name) ||
         g_strcmp0 (ante_json_string (pagination, name), "") == 0;
}

char *
ante_booking_api_time (gint64 ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (ms / 1000);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

static void
ante_booking_api_finalize (GObject *object)
{
  AnteBookingApi *self = ANTE_BOOKING_API (object);

  explicit_bzero (self->authorization, strlen (self->authorization));
  g_free (self->authorization);
  g_free (self->base_url);

  G_OBJECT_CLASS (ante_booking_api_parent_class)->finalize (object);
}

static void
ante_booking_api_class_init (AnteBookingApiClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_booking_api_finalize;
}

static void
ante_booking_api_init (AnteBookingApi *self)
{
  self->second_ms = 1000;
  self->retry_after_s = -1;
}

/* What goes into a header must not begin another one. */
static gboolean
is_token (const char *token)
{
  gsize length = strlen (token);

  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isgraph (token[i]))
      return FALSE;
  }
  return length > 0 && length <= LONGEST_TOKEN;
}

AnteBookingApi *
ante_booking_api_new (const char *base_url, const char *token)
{
  AnteBookingApi *self = g_object_new (ANTE_TYPE_BOOKING_API, NULL);

  self->base_url = g_strdup (base_url);
  self->has_token = is_token (token);
  self->authorization = g_strconcat ("Bearer ", self->has_token ? token : "", NULL);
  return self;
}
