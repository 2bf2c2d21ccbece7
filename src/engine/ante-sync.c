#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-sync.h"

#include "engine/ante-clock.h"
#include "engine/ante-connect.h"
#include "engine/ante-profiles.h"
#include "engine/ante-sync-pace.h"
#include "engine/ante-sync-pass.h"
#include "engine/ante-thread-watch.h"
#include "engine/ante-unreadable.h"
#include "engine/ante-waiters.h"
#include "engine/ante-wake.h"
#include "store/ante-store-account.h"

#define WHOLE_EVERY_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)
#define LAST_WHOLE "last-whole-list"
#define HURRIED_RETRY_S 1

struct _AnteSync {
  GObject parent_instance;

  AnteStore *store;
  AnteInstagram *client;
  AnteAccount *account;
  AnteSyncState state;
  AnteSyncAttention attention;
  AnteSyncCounts counts;
  GError *error;
  gint64 last_synced;
  gint64 last_whole;
  gboolean whole;
  guint progress;
  guint progress_before;
  gboolean running;
  gboolean paused;
  gboolean goes_on; /* as soon as the pass that was stopped has ended */
  gboolean in_flight;
  gboolean outdated; /* what is in flight is of a client that is in use no more */
  guint timer;
  guint failures;
  AnteWake *wake;
  GCancellable *cancellable;
  GPtrArray *waiting;
  GHashTable *unreadable;
  AnteThreadWatch *visible;
  gboolean reads_profiles;
};

enum {
  PROP_0,
  PROP_STATE,
  PROP_LAST_SYNCED,
  PROP_PROGRESS,
  N_PROPS,
};

enum {
  PASSED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteSync, ante_sync, G_TYPE_OBJECT)

static void run_pass (AnteSync *self);
static gboolean timer_cb (gpointer data);

static void
set_state (AnteSync *self, AnteSyncState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
progress_cb (guint conversations, gpointer data)
{
  AnteSync *self = data;

  self->progress = self->progress_before + conversations;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROGRESS]);
}

static guint
next_delay (AnteSync *self)
{
  gint64 wait = ante_instagram_get_retry_at (self->client) - g_get_real_time () / 1000;

  if (self->state == ANTE_SYNC_OFFLINE && ante_connect_is_hurried (self->client))
    return HURRIED_RETRY_S;
  return ante_sync_pace_delay (self->state, self->attention, self->failures,
                               ante_instagram_get_usage (self->client), wait);
}

static void
schedule (AnteSync *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->paused)
    return;
  /* A dead token comes alive by nothing but a new sign-in. */
  if (self->state == ANTE_SYNC_BLOCKED &&
      g_error_matches (self->error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_TOKEN))
    return;
  if (self->running && self->client != NULL && !self->in_flight)
    self->timer = g_timeout_add_seconds (next_delay (self), timer_cb, self);
}

static gboolean
is_near_limit (AnteSync *self)
{
  return ante_instagram_get_usage (self->client) > ANTE_SYNC_PACE_MOST_USAGE;
}

static gboolean
timer_cb (gpointer data)
{
  AnteSync *self = data;

  self->timer = 0;
  if (self->client != NULL && is_near_limit (self))
    schedule (self);
  else
    run_pass (self);
  return G_SOURCE_REMOVE;
}

static void
go_on_or_schedule (AnteSync *self)
{
  gboolean goes_on = self->goes_on && self->running;

  self->goes_on = FALSE;
  if (goes_on)
    run_pass (self);
  else
    schedule (self);
}

static void
profiles_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSync) self = user_data;
  g_autoptr (GError) error = NULL;

  self->reads_profiles = FALSE;
  if (!ante_profiles_read_finish (result, &error))
    g_debug ("the profiles wait for the next pass: %s", error->message);
}

static void
ask_profiles (AnteSync *self)
{
  if (!self->running || self->reads_profiles || is_near_limit (self))
    return;
  self->reads_profiles = TRUE;
  ante_profiles_read_async (self->store, self->client, self->cancellable, profiles_read_cb,
                            g_object_ref (self));
}

/* Kept over restarts: a program that is opened anew each morning makes its sweep all the same. */
static void
note_whole (AnteSync *self)
{
  g_autofree char *text = NULL;

  self->last_whole = ante_clock_now (self->client);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, self->last_whole);
  ante_store_set_setting_async (self->store, LAST_WHOLE, text, NULL, NULL, NULL);
}

static void
take_success (AnteSync *self)
{
  self->failures = 0;
  self->paused = FALSE;
  self->last_synced = ante_clock_now (self->client);
  set_state (self, ANTE_SYNC_WAITING);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAST_SYNCED]);
  g_signal_emit (self, signals[PASSED], 0);
  ask_profiles (self);
}

/* Who waits for a pass gets the one that is made with the new client. */
static void
begin_anew (AnteSync *self)
{
  self->in_flight = FALSE;
  self->outdated = FALSE;
  g_clear_error (&self->error);
  g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "signed in or out");
  set_state (self, ANTE_SYNC_OFF);
  if (self->client != NULL && self->account != NULL && (self->running || self->waiting->len > 0))
    run_pass (self);
  else
    ante_waiters_answer (&self->waiting, self->error);
}

static void
account_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSync) self = user_data;
  g_autoptr (AnteAccount) account =
    ante_store_get_account_finish (ANTE_STORE (source), result, NULL);

  if (self->outdated) {
    begin_anew (self);
    return;
  }
  self->in_flight = FALSE;
  if (account != NULL) {
    g_clear_pointer (&self->account, ante_account_free);
    self->account = g_steal_pointer (&account);
  }
  if (self->error == NULL && self->client != NULL) {
    if (self->whole)
      note_whole (self);
    take_success (self);
  }
  ante_waiters_answer (&self->waiting, self->error);
  go_on_or_schedule (self);
}

static void
passed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSync) self = user_data;

  if (self->outdated) {
    begin_anew (self);
    return;
  }
  g_clear_error (&self->error);
  ante_sync_pass_run_finish (result, &self->counts, &self->error);
  if (self->error != NULL) {
    self->failures++;
    g_debug ("a pass ended early: %s", self->error->message);
    if (self->paused)
      set_state (self, ANTE_SYNC_PAUSED);
    else if (g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      set_state (self, ANTE_SYNC_OFF);
    else
      set_state (self, ante_sync_pace_state (self->error));
  }
  /* Where the pass got to is read back from the database, which alone knows what was stored. */
  ante_store_get_account_async (self->store, NULL, account_cb, g_object_ref (self));
}

static void
last_whole_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSync) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ante_store_get_setting_finish (ANTE_STORE (source), result, &error);
  gint64 now = 0;

  if (self->outdated) {
    begin_anew (self);
    return;
  }
  if (error == NULL && (self->client == NULL || self->account == NULL))
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "signed out");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    self->in_flight = FALSE;
    g_clear_error (&self->error);
    self->error = g_steal_pointer (&error);
    set_state (self, self->paused ? ANTE_SYNC_PAUSED : ANTE_SYNC_OFF);
    ante_waiters_answer (&self->waiting, self->error);
    if (self->client != NULL && self->account != NULL)
      go_on_or_schedule (self);
    return;
  }
  /* What the last pass noted may still wait to be written. */
  self->last_whole = MAX (self->last_whole, text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0);
  now = ante_clock_now (self->client);
  self->whole = !self->account->first_sync_done || now - self->last_whole > WHOLE_EVERY_MS;
  ante_sync_pass_run_async (self->store, self->client, self->account, self->whole, self->unreadable,
                            progress_cb, self, self->cancellable, passed_cb, g_object_ref (self));
}

static void
run_pass (AnteSync *self)
{
  if (self->in_flight || self->client == NULL || self->account == NULL)
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->in_flight = TRUE;
  self->paused = FALSE;
  /* A first reading that goes on counts on. */
  if (self->account->first_sync_done || self->account->cursor == NULL)
    self->progress = 0;
  self->progress_before = self->progress;
  set_state (self, ANTE_SYNC_RUNNING);
  ante_store_get_setting_async (self->store, LAST_WHOLE, self->cancellable, last_whole_cb,
                                g_object_ref (self));
}

static void
cancel_pass (AnteSync *self)
{
  g_autoptr (GCancellable) cancellable = g_steal_pointer (&self->cancellable);

  self->cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  ante_thread_watch_cancel (self->visible);
}

void
ante_sync_pass_async (AnteSync *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (self->client == NULL || self->account == NULL) {
    g_task_return_new_error (task, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_TOKEN,
                             "no account is signed in");
    return;
  }

  /* What was read so far is kept, and the next pass goes on from there. */
  ante_waiters_add (self->waiting, task, G_CALLBACK (cancel_pass), self);
  run_pass (self);
}

gboolean
ante_sync_pass_finish (AnteSync *self, GAsyncResult *result, AnteSyncCounts *counts, GError **error)
{
  if (counts != NULL)
    *counts = self->counts;
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
woken_cb (AnteWakeReason reason, gpointer data)
{
  AnteSync *self = data;

  if (reason == ANTE_WAKE_RESUMED ? !self->paused : self->state == ANTE_SYNC_OFFLINE)
    ante_sync_poke (self);
}

void
ante_sync_start (AnteSync *self)
{
  if (self->running)
    return;

  self->running = TRUE;
  self->wake = ante_wake_new (woken_cb, self);
  ante_thread_watch_start (self->visible);
  run_pass (self);
}

void
ante_sync_stop (AnteSync *self)
{
  self->running = FALSE;
  cancel_pass (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->wake, ante_wake_free);
  ante_thread_watch_stop (self->visible);
  set_state (self, ANTE_SYNC_OFF);
}

void
ante_sync_poke (AnteSync *self)
{
  if (!self->running)
    return;
  if (self->in_flight && self->paused) {
    self->paused = FALSE;
    self->goes_on = TRUE;
  }
  run_pass (self);
}

void
ante_sync_pause (AnteSync *self)
{
  if (!self->running || self->paused || ante_sync_is_first_done (self))
    return;

  self->paused = TRUE;
  self->goes_on = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->in_flight)
    cancel_pass (self);
  else
    set_state (self, ANTE_SYNC_PAUSED);
}

void
ante_sync_set_attention (AnteSync *self, AnteSyncAttention attention)
{
  if (self->attention == attention)
    return;

  self->attention = attention;
  if (self->state == ANTE_SYNC_WAITING)
    schedule (self);
}

static gboolean
may_read_visible (gpointer data)
{
  AnteSync *self = data;

  return self->state != ANTE_SYNC_BLOCKED && self->state != ANTE_SYNC_THROTTLED &&
         self->attention != ANTE_SYNC_BACKGROUND;
}

void
ante_sync_set_visible_thread (AnteSync *self, const char *thread_id, const char *igsid)
{
  ante_thread_watch_set_thread (self->visible, thread_id, igsid);
}

/**
 * ante_sync_set_client:
 * @client: (nullable): %NULL when signed out
 * @account: (nullable): as the store has it
 *
 * A pass of the client before is given up, and those who wait for it get the next one.
 */
void
ante_sync_set_client (AnteSync *self, AnteInstagram *client, const AnteAccount *account)
{
  if (g_set_object (&self->client, client) && self->in_flight) {
    self->outdated = TRUE;
    cancel_pass (self);
  }
  ante_thread_watch_set_client (self->visible, client);
  g_clear_pointer (&self->account, ante_account_free);
  if (account != NULL) {
    self->account = ante_account_copy (account);
    self->last_synced = account->last_synced_at;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAST_SYNCED]);
  }
  if (client == NULL)
    set_state (self, ANTE_SYNC_OFF);
  ante_sync_poke (self);
}

AnteSyncState
ante_sync_get_state (AnteSync *self)
{
  return self->state;
}

gint64
ante_sync_get_last_synced (AnteSync *self)
{
  return self->last_synced;
}

gboolean
ante_sync_is_first_done (AnteSync *self)
{
  return self->account != NULL && self->account->first_sync_done;
}

guint
ante_sync_get_progress (AnteSync *self)
{
  return self->progress;
}

gint64
ante_sync_get_retry_at (AnteSync *self)
{
  return self->client != NULL ? ante_instagram_get_retry_at (self->client) : 0;
}

const AnteSyncCounts *
ante_sync_get_counts (AnteSync *self)
{
  return &self->counts;
}

const GError *
ante_sync_get_error (AnteSync *self)
{
  return self->error;
}

static void
ante_sync_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AnteSync *self = ANTE_SYNC (object);

  switch (id) {
  case PROP_STATE:
    g_value_set_int (value, (int) self->state);
    break;
  case PROP_LAST_SYNCED:
    g_value_set_int64 (value, self->last_synced);
    break;
  case PROP_PROGRESS:
    g_value_set_uint (value, self->progress);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ante_sync_dispose (GObject *object)
{
  AnteSync *self = ANTE_SYNC (object);

  ante_sync_stop (self);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (ante_sync_parent_class)->dispose (object);
}

static void
ante_sync_finalize (GObject *object)
{
  AnteSync *self = ANTE_SYNC (object);

  g_clear_object (&self->store);
  g_clear_object (&self->visible);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->account, ante_account_free);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->unreadable, g_hash_table_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (ante_sync_parent_class)->finalize (object);
}

static void
ante_sync_class_init (AnteSyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ante_sync_get_property;
  object_class->dispose = ante_sync_dispose;
  object_class->finalize = ante_sync_finalize;

  props[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, ANTE_SYNC_OFF, ANTE_SYNC_PAUSED,
                                        ANTE_SYNC_OFF, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_LAST_SYNCED] = g_param_spec_int64 ("last-synced", NULL, NULL, 0, G_MAXINT64, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PROGRESS] = g_param_spec_uint ("progress", NULL, NULL, 0, G_MAXUINT, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[PASSED] =
    g_signal_new ("passed", ANTE_TYPE_SYNC, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ante_sync_init (AnteSync *self)
{
  self->cancellable = g_cancellable_new ();
  self->waiting = ante_waiters_new ();
  self->unreadable = ante_unreadable_new ();
}

AnteSync *
ante_sync_new (AnteStore *store)
{
  AnteSync *self = g_object_new (ANTE_TYPE_SYNC, NULL);

  self->store = g_object_ref (store);
  self->visible = ante_thread_watch_new (store, may_read_visible, self);
  return self;
}
