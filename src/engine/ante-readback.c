#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-readback.h"

#include "engine/ante-clock.h"
#include "rules/ante-text.h"
#include "store/ante-store-outbox.h"
#include "store/ante-store-sync.h"

/* Clocks of two machines and seconds cut off: a message of ours may seem this much older than its
 * sending. */
#define TOLERANCE_MS 5000
/* In the same unit as the delays. */
#define UNREADABLE_RETRY 15

static const guint delays[] = { 3, 10, 30, 60 };

typedef struct {
  AnteStore *store;
  AnteInstagram *client;
  AnteOutboxItem *item;
  guint unit_ms;
  guint attempt;
  char *found;
} Readback;

static void
readback_free (gpointer data)
{
  Readback *readback = data;

  g_object_unref (readback->store);
  g_object_unref (readback->client);
  g_object_unref (readback->item);
  g_free (readback->found);
  g_free (readback);
}

static void wait_for_next (GTask *task);
static gboolean due_cb (gpointer data);

/* Nothing was read, so nothing was learnt: this look is made up for later. */
static void
look_later (GTask *task)
{
  Readback *readback = g_task_get_task_data (task);

  g_timeout_add (UNREADABLE_RETRY * readback->unit_ms, due_cb, task);
}

static void
again (GTask *task)
{
  Readback *readback = g_task_get_task_data (task);

  if (++readback->attempt < G_N_ELEMENTS (delays)) {
    wait_for_next (task);
    return;
  }
  g_task_return_pointer (task, NULL, NULL);
  g_object_unref (task);
}

/* After a cancel or without a token it starts anew later on; all else passes. */
static void
fail_or_look_later (GTask *task, GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_TOKEN)) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  g_debug ("a thread could not be read back: %s", error->message);
  g_error_free (error);
  look_later (task);
}

/* Of a file nothing but its kind is told. */
static gboolean
is_file (const AnteOutgoingFile *file, AnteMessage *message)
{
  return message->kind == file->kind && message->text == NULL;
}

/* The earliest that fits: where the coach typed the same words elsewhere meanwhile, the person has
 * them all the same. */
static const char *
find_match (AnteOutboxItem *item, GPtrArray *candidates)
{
  g_autofree char *sent = ante_text_for_matching (item->text);

  for (guint i = 0; i < candidates->len; i++) {
    AnteMessage *message = candidates->pdata[i];
    g_autofree char *read = message->text != NULL ? ante_text_for_matching (message->text) : NULL;

    if (item->file != NULL ? is_file (item->file, message) : g_strcmp0 (sent, read) == 0)
      return message->mid;
  }
  return NULL;
}

static void
candidates_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Readback *readback = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) candidates =
    ante_store_outbox_candidates_finish (ANTE_STORE (source), result, &error);
  const char *mid = NULL;

  if (candidates == NULL) {
    fail_or_look_later (task, error);
    return;
  }

  mid = find_match (readback->item, candidates);
  if (mid != NULL) {
    g_task_return_pointer (task, g_strdup (mid), g_free);
    g_object_unref (task);
  } else {
    again (task);
  }
}

static void
ingested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Readback *readback = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ante_store_ingest_finish (ANTE_STORE (source), result, NULL, &error)) {
    fail_or_look_later (task, error);
    return;
  }
  ante_store_outbox_candidates_async (readback->store, readback->item,
                                      readback->item->started_at - TOLERANCE_MS,
                                      g_task_get_cancellable (task), candidates_cb, task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Readback *readback = g_task_get_task_data (task);
  g_autoptr (GPtrArray) threads =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_thread_free);
  AnteIngest ingest = { .threads = threads, .now = ante_clock_now (readback->client) };
  GError *error = NULL;
  AnteThread *thread = ante_instagram_read_thread_finish (ANTE_INSTAGRAM (source), result, &error);

  if (g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_GONE)) {
    g_error_free (error);
    again (task);
    return;
  }
  if (thread == NULL) {
    fail_or_look_later (task, error);
    return;
  }

  thread->updated_at = 0;
  g_ptr_array_add (threads, thread);
  ante_store_ingest_async (readback->store, &ingest, g_task_get_cancellable (task), ingested_cb,
                           task);
}

static gboolean
due_cb (gpointer data)
{
  GTask *task = data;
  Readback *readback = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task)) {
    g_object_unref (task);
    return G_SOURCE_REMOVE;
  }
  ante_instagram_read_person_thread_async (readback->client, readback->item->igsid,
                                           g_task_get_cancellable (task), read_cb, task);
  return G_SOURCE_REMOVE;
}

static void
wait_for_next (GTask *task)
{
  Readback *readback = g_task_get_task_data (task);
  guint before = readback->attempt > 0 ? delays[readback->attempt - 1] : 0;

  g_timeout_add ((delays[readback->attempt] - before) * readback->unit_ms, due_cb, task);
}

/**
 * ante_readback_run_async:
 * @item: an uncertain one
 * @unit_ms: length of a second: tests have less time
 */
void
ante_readback_run_async (AnteStore *store,
                         AnteInstagram *client,
                         AnteOutboxItem *item,
                         guint unit_ms,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Readback *readback = g_new0 (Readback, 1);

  readback->store = g_object_ref (store);
  readback->client = g_object_ref (client);
  readback->item = g_object_ref (item);
  readback->unit_ms = unit_ms;
  g_task_set_task_data (task, readback, readback_free);
  wait_for_next (task);
}

char *
ante_readback_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) candidates =
    ante_store_outbox_candidates_finish (ANTE_STORE (source), result, &error);

  if (candidates == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdup (find_match (g_task_get_task_data (task), candidates)),
                           g_free);
}

void
ante_readback_look_async (AnteStore *store,
                          AnteOutboxItem *item,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_object_ref (item), g_object_unref);
  ante_store_outbox_candidates_async (store, item, item->started_at - TOLERANCE_MS, cancellable,
                                      looked_cb, task);
}

char *
ante_readback_look_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
