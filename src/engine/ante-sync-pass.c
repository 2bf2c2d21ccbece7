#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-sync-pass.h"

#include "engine/ante-clock.h"
#include "engine/ante-sync-pace.h"
#include "engine/ante-unreadable.h"

#define PAGE_LIMIT 25
#define SMALLEST_LIMIT 6
#define NESTED 5
/* On the first pass every thread is new: all that Instagram still gives is asked for at once. */
#define NESTED_FIRST 20
#define UNCHANGED_ROWS 3
#define OVERLAP_MS 120000
#define MAX_HOLE 500
#define MAX_PAGES 20000
/* How often it is looked whether the rate limit has room again. */
#define ROOM_S 2

typedef struct {
  AnteStore *store;
  AnteInstagram *client;
  gboolean first;
  gboolean resumed;
  gboolean whole;
  GHashTable *unreadable;
  AnteSyncPassProgress progress;
  gpointer progress_data;

  gint64 old_high_water;
  gint64 high_water;
  gint64 ceiling;
  gint64 last_updated;
  gboolean out_of_order;
  guint unchanged;
  guint limit;
  guint depth;
  guint pages;
  char *after;
  GHashTable *cursors; /* of all pages so far */
  gboolean circles;

  AnteThreadPage *page;
  GPtrArray *states;
  GPtrArray *batch;
  GPtrArray *batch_states;
  guint next_deep;

  guint64 requests_before;
  gint64 started;
  AnteSyncCounts counts;
} Pass;

static void
pass_free (gpointer data)
{
  Pass *pass = data;

  g_object_unref (pass->store);
  g_object_unref (pass->client);
  g_hash_table_unref (pass->unreadable);
  g_free (pass->after);
  g_hash_table_unref (pass->cursors);
  g_clear_pointer (&pass->page, ante_thread_page_free);
  g_clear_pointer (&pass->states, g_ptr_array_unref);
  g_clear_pointer (&pass->batch, g_ptr_array_unref);
  g_clear_pointer (&pass->batch_states, g_ptr_array_unref);
  g_free (pass);
}

static void ask_page (GTask *task);
static void read_deep (GTask *task);

static guint
nested_depth (const Pass *pass)
{
  return pass->first ? NESTED_FIRST : NESTED;
}

static void
finish (GTask *task)
{
  Pass *pass = g_task_get_task_data (task);

  pass->counts.requests =
    (guint) (ante_instagram_get_n_requests (pass->client) - pass->requests_before);
  pass->counts.seconds = (double) (g_get_monotonic_time () - pass->started) / G_USEC_PER_SEC;
  pass->counts.suspicious = pass->first && pass->counts.conversations == 0;
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
fail (GTask *task, GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

static gboolean
has_message (const AnteThread *thread, const char *mid)
{
  for (guint i = 0; mid != NULL && i < thread->messages->len; i++) {
    if (g_str_equal (((AnteMessage *) thread->messages->pdata[i])->mid, mid))
      return TRUE;
  }
  return FALSE;
}

gboolean
ante_sync_pass_joins (const AnteThread *thread, const AnteThreadState *state)
{
  if (has_message (thread, state->newest_mid))
    return TRUE;
  for (guint i = 0; i < thread->messages->len; i++) {
    if (((AnteMessage *) thread->messages->pdata[i])->at < state->newest_at)
      return TRUE;
  }
  return FALSE;
}

/* Whether a message may lie between what was read and what is stored. */
static gboolean
needs_more (const AnteThread *thread, const AnteThreadState *state)
{
  if (thread->messages->len == 0)
    return TRUE;
  if (state->known)
    return !ante_sync_pass_joins (thread, state) && thread->has_older;
  return thread->has_older && thread->messages->len < NESTED_FIRST;
}

/* An error that one thread has and the others need not have. */
static gboolean
is_of_one_thread (const GError *error)
{
  return g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_GONE) ||
         g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_OTHER_APP) ||
         g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_REJECTED) ||
         g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BUSY) ||
         g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER);
}

static gboolean
is_last (const Pass *pass)
{
  gboolean caught_up = pass->unchanged >= UNCHANGED_ROWS && !pass->out_of_order &&
                       pass->last_updated < pass->old_high_water - OVERLAP_MS;

  return pass->page->after == NULL || (!pass->first && !pass->whole && caught_up);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Pass *pass = g_task_get_task_data (task);
  AnteIngestResult stored = { 0 };
  GError *error = NULL;
  gboolean last = is_last (pass);

  if (!ante_store_ingest_finish (pass->store, result, &stored, &error)) {
    fail (task, error);
    return;
  }

  pass->counts.messages_new += stored.messages_new;
  pass->counts.messages_known += stored.messages_known;
  pass->counts.gaps = stored.gaps;
  pass->counts.conversations += pass->page->threads->len;
  if (pass->progress != NULL)
    pass->progress (pass->counts.conversations, pass->progress_data);

  g_free (pass->after);
  pass->after = g_strdup (pass->page->after);
  if (last)
    finish (task);
  else if (pass->circles)
    fail (task, g_error_new (ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER,
                             "the list's cursor goes in a circle"));
  else
    ask_page (task);
}

/* The page with its place in one transaction; the high-water mark last, when all before the stop is
 * stored. */
static void
store_page (GTask *task)
{
  Pass *pass = g_task_get_task_data (task);
  gboolean last = is_last (pass);
  AnteIngest ingest = {
    .threads = pass->batch,
    .now = ante_clock_now (pass->client),
    .set_cursor = pass->first,
    .cursor = last || pass->circles ? NULL : pass->page->after,
    .high_water = last ? MIN (pass->high_water, pass->ceiling) : 0,
    .pass_done = last,
    .first_done = last && pass->first,
  };

  ante_store_ingest_async (pass->store, &ingest, g_task_get_cancellable (task), stored_cb, task);
}

/*
 * What came while we looked is newer than what was read, and what is older than the newest that is
 * stored was dealt with before: where that one was taken back, the list goes on behind it. NULL
 * where the list does not even have what was read, and so proves nothing.
 */
static GPtrArray *
find_missed (const AnteThread *thread, const AnteThreadState *state, GPtrArray *ids)
{
  g_autoptr (GPtrArray) missed = g_ptr_array_new_with_free_func (g_free);
  const AnteMessage *oldest = thread->messages->pdata[thread->messages->len - 1];
  gboolean has_oldest = FALSE;

  for (guint i = 0; i < ids->len; i++) {
    const AnteMessage *message = ids->pdata[i];

    has_oldest |= g_str_equal (message->mid, oldest->mid);
    if (!has_message (thread, message->mid) &&
        (message->at == 0 || (message->at <= oldest->at && message->at >= state->newest_at)))
      g_ptr_array_add (missed, g_strdup (message->mid));
  }
  return has_oldest ? g_steal_pointer (&missed) : NULL;
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Pass *pass = g_task_get_task_data (task);
  AnteThread *thread = pass->batch->pdata[pass->next_deep];
  GError *error = NULL;
  g_autoptr (GPtrArray) ids = ante_instagram_list_message_ids_finish (pass->client, result, &error);

  if (ids != NULL) {
    thread->missed = find_missed (thread, pass->batch_states->pdata[pass->next_deep], ids);
  } else if (is_of_one_thread (error)) {
    /* The hole is marked all the same; how wide it is stays unknown. */
    g_error_free (error);
  } else {
    fail (task, error);
    return;
  }
  pass->next_deep++;
  read_deep (task);
}

static gboolean
is_tried_again (Pass *pass, const AnteThread *thread)
{
  return pass->whole && ante_unreadable_is_given_up (pass->unreadable, thread);
}

/* Where the list gave no message of it either, there is nothing to store. */
static void
give_up (Pass *pass)
{
  AnteThread *thread = pass->batch->pdata[pass->next_deep];

  if (thread->messages->len == 0) {
    g_ptr_array_remove_index (pass->batch, pass->next_deep);
    g_ptr_array_remove_index (pass->batch_states, pass->next_deep);
    return;
  }
  pass->next_deep++;
}

/* One thread that cannot be read must not hold up all others. It is not stored as read, and the
 * high-water mark stays below it, so that the next pass comes by again; but not for ever, since
 * each would read the list further down to it. An Instagram that is busy says nothing of the
 * thread: that passes, and is waited for. */
static void
leave_out (Pass *pass, const GError *error)
{
  AnteThread *thread = pass->batch->pdata[pass->next_deep];

  if (!g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BUSY))
    ante_unreadable_count (pass->unreadable, thread);
  if (ante_unreadable_is_given_up (pass->unreadable, thread)) {
    give_up (pass);
    return;
  }
  pass->ceiling = MIN (pass->ceiling, thread->updated_at - 1);
  g_ptr_array_remove_index (pass->batch, pass->next_deep);
  g_ptr_array_remove_index (pass->batch_states, pass->next_deep);
}

static void
deep_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Pass *pass = g_task_get_task_data (task);
  AnteThread *shallow = pass->batch->pdata[pass->next_deep];
  AnteThreadState *state = pass->batch_states->pdata[pass->next_deep];
  GError *error = NULL;
  AnteThread *thread = ante_instagram_read_thread_finish (pass->client, result, &error);

  if (thread == NULL && is_of_one_thread (error)) {
    g_debug ("a thread is left for the next pass: %s", error->message);
    leave_out (pass, error);
    g_error_free (error);
    read_deep (task);
    return;
  }
  if (thread == NULL) {
    fail (task, error);
    return;
  }

  ante_unreadable_forget (pass->unreadable, shallow);
  /* What the list said of the row stands: a message may have come in since. */
  thread->updated_at = shallow->updated_at;
  if (thread->username == NULL)
    thread->username = g_strdup (shallow->username);
  ante_thread_free (shallow);
  pass->batch->pdata[pass->next_deep] = thread;

  if (state->known && thread->messages->len > 0 && needs_more (thread, state)) {
    ante_instagram_list_message_ids_async (pass->client, thread->id, state->newest_mid, MAX_HOLE,
                                           g_task_get_cancellable (task), counted_cb, task);
    return;
  }
  pass->next_deep++;
  read_deep (task);
}

/* To the next thread that has to be read whole. */
static void
skip_to_deep (Pass *pass)
{
  while (pass->next_deep < pass->batch->len) {
    const AnteThread *thread = pass->batch->pdata[pass->next_deep];

    if (is_tried_again (pass, thread))
      return;
    if (!needs_more (thread, pass->batch_states->pdata[pass->next_deep]))
      pass->next_deep++;
    else if (ante_unreadable_is_given_up (pass->unreadable, thread))
      give_up (pass);
    else
      return;
  }
}

static void
read_deep (GTask *task)
{
  Pass *pass = g_task_get_task_data (task);

  skip_to_deep (pass);
  if (pass->next_deep < pass->batch->len) {
    AnteThread *thread = pass->batch->pdata[pass->next_deep];

    ante_instagram_read_thread_async (pass->client, thread->id, thread->igsid,
                                      g_task_get_cancellable (task), deep_cb, task);
    return;
  }
  store_page (task);
}

/* The list's clock has steps of a second, so a message may have come after we looked and within the
 * same one; and when the newest message is taken back, the time need not move at all. */
static gboolean
has_other_newest (const AnteThread *thread, const AnteThreadState *state)
{
  const AnteMessage *newest = thread->messages->len > 0 ? thread->messages->pdata[0] : NULL;

  /* Of a conversation whose person was forgotten it is known how far it was read, to the second. */
  if (newest != NULL && state->known && state->newest_mid == NULL)
    return newest->at >= state->newest_at;
  return newest != NULL && g_strcmp0 (newest->mid, state->newest_mid) != 0;
}

static void
take_row (Pass *pass, guint i)
{
  AnteThread *thread = pass->page->threads->pdata[i];
  AnteThreadState *state = pass->states->pdata[i];
  gboolean moved = !state->known || state->updated_at != thread->updated_at;

  if (pass->last_updated != 0 && thread->updated_at > pass->last_updated)
    pass->out_of_order = TRUE;
  pass->last_updated = thread->updated_at;
  pass->high_water = MAX (pass->high_water, thread->updated_at);

  /* The list is sorted by that time, so it alone tells how far to read: a row that is doubtful for
   * ever must not lead through all pages. */
  pass->unchanged = moved ? 0 : pass->unchanged + 1;
  if (!moved && !has_other_newest (thread, state) && !is_tried_again (pass, thread))
    return;
  g_ptr_array_add (pass->batch, thread);
  pass->page->threads->pdata[i] = NULL;
  g_ptr_array_add (pass->batch_states, state);
}

static void
thread_clear (gpointer data)
{
  ante_thread_free (data);
}

static void
states_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Pass *pass = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&pass->states, g_ptr_array_unref);
  pass->states = ante_store_thread_states_finish (pass->store, result, &error);
  if (pass->states == NULL) {
    fail (task, error);
    return;
  }

  g_clear_pointer (&pass->batch, g_ptr_array_unref);
  g_clear_pointer (&pass->batch_states, g_ptr_array_unref);
  pass->batch = g_ptr_array_new_with_free_func (thread_clear);
  pass->batch_states = g_ptr_array_new ();
  pass->next_deep = 0;
  for (guint i = 0; i < pass->page->threads->len; i++)
    take_row (pass, i);
  read_deep (task);
}

static void
ask_states (GTask *task)
{
  Pass *pass = g_task_get_task_data (task);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < pass->page->threads->len; i++)
    g_ptr_array_add (ids, ((AnteThread *) pass->page->threads->pdata[i])->id);
  g_ptr_array_add (ids, NULL);
  ante_store_thread_states_async (pass->store, (const char *const *) ids->pdata,
                                  g_task_get_cancellable (task), states_cb, task);
}

/* Too much was asked for: half as many rows, then no nested messages. FALSE when there is nothing
 * left to give up. */
static gboolean
ask_for_less (Pass *pass)
{
  if (pass->limit > SMALLEST_LIMIT)
    pass->limit /= 2;
  else if (pass->depth > 0)
    pass->depth = 0;
  else
    return FALSE;
  return TRUE;
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Pass *pass = g_task_get_task_data (task);
  GError *error = NULL;
  AnteThreadPage *page = ante_instagram_list_threads_finish (pass->client, result, &error);

  if (page == NULL) {
    if (g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BUSY) &&
        ask_for_less (pass)) {
      g_error_free (error);
      ask_page (task);
    } else if (pass->resumed && pass->after != NULL &&
               g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_REJECTED)) {
      /* A cursor that was kept over a restart has expired: from the top; what is known is skipped
       * quickly. */
      g_error_free (error);
      pass->resumed = FALSE;
      g_clear_pointer (&pass->after, g_free);
      g_hash_table_remove_all (pass->cursors);
      ask_page (task);
    } else {
      fail (task, error);
    }
    return;
  }

  /* What came with it is stored, but where it leads was read before: the end of the list cannot be
   * reached, and the next pass begins anew. */
  pass->circles = page->after != NULL && !g_hash_table_add (pass->cursors, g_strdup (page->after));
  g_clear_pointer (&pass->page, ante_thread_page_free);
  pass->page = page;
  ask_states (task);
}

static gboolean
room_cb (gpointer data)
{
  ask_page (data);
  return G_SOURCE_REMOVE;
}

/* A long reading stops where it is while the rate limit is nearly used up. */
static gboolean
waits_for_room (GTask *task)
{
  Pass *pass = g_task_get_task_data (task);

  if (pass->pages == 0 || g_cancellable_is_cancelled (g_task_get_cancellable (task)) ||
      ante_instagram_get_usage (pass->client) <= ANTE_SYNC_PACE_MOST_USAGE)
    return FALSE;
  g_timeout_add_seconds (ROOM_S, room_cb, task);
  return TRUE;
}

static void
ask_page (GTask *task)
{
  Pass *pass = g_task_get_task_data (task);

  if (waits_for_room (task))
    return;
  if (++pass->pages > MAX_PAGES) {
    fail (task, g_error_new (ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER,
                             "the list does not end"));
    return;
  }
  ante_instagram_list_threads_async (pass->client, pass->after, pass->limit, pass->depth,
                                     g_task_get_cancellable (task), page_cb, task);
}

void
ante_sync_pass_run_async (AnteStore *store,
                          AnteInstagram *client,
                          const AnteAccount *account,
                          gboolean whole,
                          GHashTable *unreadable,
                          AnteSyncPassProgress progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Pass *pass = g_new0 (Pass, 1);

  pass->store = g_object_ref (store);
  pass->client = g_object_ref (client);
  pass->first = !account->first_sync_done;
  pass->whole = whole;
  pass->unreadable = g_hash_table_ref (unreadable);
  pass->after = pass->first ? g_strdup (account->cursor) : NULL;
  pass->resumed = pass->after != NULL;
  pass->cursors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (pass->resumed)
    g_hash_table_add (pass->cursors, g_strdup (pass->after));
  pass->old_high_water = account->high_water;
  pass->high_water = account->high_water;
  pass->ceiling = G_MAXINT64;
  pass->progress = progress;
  pass->progress_data = progress_data;
  pass->limit = PAGE_LIMIT;
  pass->depth = nested_depth (pass);
  pass->requests_before = ante_instagram_get_n_requests (client);
  pass->started = g_get_monotonic_time ();
  g_task_set_task_data (task, pass, pass_free);
  ask_page (task);
}

gboolean
ante_sync_pass_run_finish (GAsyncResult *result, AnteSyncCounts *counts, GError **error)
{
  const Pass *pass = g_task_get_task_data (G_TASK (result));

  if (counts != NULL)
    *counts = pass->counts;
  return g_task_propagate_boolean (G_TASK (result), error);
}
