#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-outbox-private.h"

#include <string.h>

#include "engine/ante-clock.h"
#include "rules/ante-text.h"
#include "store/ante-store-account.h"
#include "store/ante-store-sync.h"

#define OFFLINE_RETRY_MS 10000
#define DISK_RETRY_MS 5000
#define RESTRICTED_SETTING "sending-restricted"

enum {
  PROP_0,
  PROP_FROZEN,
  PROP_TAKES_FILES,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AnteOutbox, ante_outbox, G_TYPE_OBJECT)

static void
set_holds (AnteOutbox *self, AnteOutboxHold holds)
{
  const char *before = ante_outbox_get_frozen (self);

  self->holds = holds;
  if (g_strcmp0 (before, ante_outbox_get_frozen (self)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FROZEN]);
}

static void
hold (AnteOutbox *self, AnteOutboxHold why)
{
  set_holds (self, self->holds | why);
}

static void
release (AnteOutbox *self, AnteOutboxHold why)
{
  set_holds (self, self->holds & ~why);
}

static void
restriction_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!ante_store_set_setting_finish (ANTE_STORE (source), result, &error))
    g_message ("that sending is restricted could not be kept: %s", error->message);
}

/* Nothing but a person may take it for settled: not the next start either. */
static void
hold_restricted (AnteOutbox *self)
{
  hold (self, ANTE_OUTBOX_HOLD_RESTRICTED);
  ante_store_set_setting_async (self->store, RESTRICTED_SETTING, "1", NULL, restriction_kept_cb,
                                NULL);
}

static gboolean
timer_cb (gpointer data)
{
  AnteOutbox *self = data;

  self->timer = 0;
  ante_outbox_pump (self);
  return G_SOURCE_REMOVE;
}

static void
pump_in (AnteOutbox *self, gint64 ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->running)
    self->timer = g_timeout_add ((guint) CLAMP (ms, 1, 60 * self->second_ms), timer_cb, self);
}

static void
next_due_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteOutbox) self = user_data;
  gint64 due = ante_store_outbox_next_due_finish (ANTE_STORE (source), result, NULL);

  if (due < 0)
    pump_in (self, DISK_RETRY_MS);
  else if (due > 0)
    pump_in (self, due - ante_clock_now (self->client));
}

typedef struct {
  AnteOutbox *outbox;
  AnteOutboxItem *item;
  AnteOutboxOutcome outcome;
  char *mid;
} Sending;

static void
sending_free (Sending *sending)
{
  g_object_unref (sending->outbox);
  g_object_unref (sending->item);
  g_free (sending->mid);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

static Sending *
sending_new (AnteOutbox *self, AnteOutboxItem *item)
{
  Sending *sending = g_new0 (Sending, 1);

  sending->outbox = g_object_ref (self);
  sending->item = g_object_ref (item);
  return sending;
}

AnteOutboxOutcome
ante_outbox_judge_error (AnteOutbox *self, AnteInstagram *client, const GError *error)
{
  gint64 now = ante_clock_now (client);
  AnteOutboxOutcome outcome = { .state = ANTE_OUTBOX_FAILED, .at = now };

  if (error->domain != ANTE_INSTAGRAM_ERROR) {
    outcome.state = ANTE_OUTBOX_UNCERTAIN;
    outcome.error = "unknown-outcome";
    return outcome;
  }

  outcome.error = ante_instagram_error_to_nick ((AnteInstagramError) error->code);
  switch (error->code) {
  case ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME:
    outcome.state = ANTE_OUTBOX_UNCERTAIN;
    break;
  case ANTE_INSTAGRAM_ERROR_OFFLINE:
    outcome.state = ANTE_OUTBOX_QUEUED;
    outcome.not_before = now + OFFLINE_RETRY_MS;
    break;
  case ANTE_INSTAGRAM_ERROR_THROTTLED:
    outcome.state = ANTE_OUTBOX_QUEUED;
    outcome.not_before =
      now + MAX (ante_instagram_get_retry_at (client) - g_get_real_time () / 1000, 1000);
    break;
  case ANTE_INSTAGRAM_ERROR_TOKEN:
    outcome.state = ANTE_OUTBOX_QUEUED;
    hold (self, ANTE_OUTBOX_HOLD_TOKEN);
    break;
  case ANTE_INSTAGRAM_ERROR_RESTRICTED:
    outcome.state = ANTE_OUTBOX_QUEUED;
    hold_restricted (self);
    break;
  default:
    break;
  }
  return outcome;
}

static void settle (Sending *sending);

static gboolean
settle_again_cb (gpointer data)
{
  Sending *sending = data;

  if (sending->outbox->running) {
    settle (sending);
  } else {
    sending->outbox->phase = ANTE_OUTBOX_IDLE;
    sending_free (sending);
  }
  return G_SOURCE_REMOVE;
}

/* What trying again does not mend; all else is the disk's trouble, and passes. */
gboolean
ante_outbox_is_refused (const GError *error)
{
  return g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT) ||
         g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND) ||
         g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Sending) sending = user_data;
  AnteOutbox *self = sending->outbox;
  g_autoptr (GError) error = NULL;

  if (!ante_store_outbox_settle_finish (ANTE_STORE (source), result, &error) &&
      !ante_outbox_is_refused (error)) {
    g_debug ("an outcome could not be stored: %s", error->message);
    hold (self, ANTE_OUTBOX_HOLD_DISK);
    /* It is known and must not get lost: nothing else leaves before it is stored. After a stop the
     * row says "sending" still, which the next start takes for uncertain. */
    if (self->running)
      g_timeout_add (DISK_RETRY_MS, settle_again_cb, g_steal_pointer (&sending));
    else
      self->phase = ANTE_OUTBOX_IDLE;
    return;
  }
  /* The outcome is refused, as a message is that another item claims already. The row must not stay
   * "sending", which holds up its lead: it is looked for, and then a person decides. */
  if (error != NULL && sending->outcome.state != ANTE_OUTBOX_UNCERTAIN) {
    g_message ("an outcome was refused: %s", error->message);
    sending->outcome = (AnteOutboxOutcome){ .state = ANTE_OUTBOX_UNCERTAIN,
                                            .error = "unknown-outcome",
                                            .at = sending->outcome.at };
    settle (g_steal_pointer (&sending));
    return;
  }

  self->phase = ANTE_OUTBOX_IDLE;
  release (self, ANTE_OUTBOX_HOLD_DISK);
  ante_outbox_note_file (self, sending->item, sending->outcome.state);
  if (error == NULL && sending->outcome.state == ANTE_OUTBOX_UNCERTAIN)
    ante_outbox_read_back (self, sending->item);
  ante_outbox_pump (self);
}

static void
settle (Sending *sending)
{
  ante_store_outbox_settle_async (sending->outbox->store, sending->item->id, ANTE_OUTBOX_SENDING,
                                  &sending->outcome, NULL, settled_cb, sending);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Sending *sending = user_data;
  AnteOutbox *self = sending->outbox;
  g_autoptr (GError) error = NULL;

  sending->mid = ante_instagram_send_finish (ANTE_INSTAGRAM (source), result, &error);
  if (error != NULL)
    sending->outcome = ante_outbox_judge_error (self, ANTE_INSTAGRAM (source), error);
  else
    sending->outcome = (AnteOutboxOutcome){ .state = ANTE_OUTBOX_SENT,
                                            .mid = sending->mid,
                                            .at = ante_clock_now (self->client) };
  if (g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_CANNOT_RECEIVE))
    ante_store_set_cannot_receive_async (self->store, sending->item->lead_id, TRUE, NULL, NULL,
                                         NULL);
  settle (sending);
}

/* A stop came between: it must not leave, since its row is queued again. */
static gboolean
was_taken_back (AnteOutbox *self)
{
  if (self->phase != ANTE_OUTBOX_TAKEN_BACK)
    return FALSE;

  self->phase = ANTE_OUTBOX_IDLE;
  ante_outbox_pump (self);
  return TRUE;
}

static void
rechecked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Sending *sending = user_data;
  AnteOutbox *self = sending->outbox;
  AnteOutboxItem *item = sending->item;
  g_autoptr (GError) error = NULL;
  g_autofree AnteOutboxRecheck *recheck = ante_outbox_recheck_finish (self, result, &error);
  gint64 now = ante_clock_now (self->client);

  if (was_taken_back (self)) {
    sending_free (sending);
    return;
  }
  if (recheck == NULL || self->client == NULL) {
    sending->outcome = (AnteOutboxOutcome){ .state = ANTE_OUTBOX_QUEUED,
                                            .not_before = now + DISK_RETRY_MS,
                                            .at = now };
    settle (sending);
    return;
  }
  if (recheck->objection != NULL) {
    sending->outcome = (AnteOutboxOutcome){ .state = recheck->state,
                                            .error = recheck->objection,
                                            .not_before = recheck->not_before,
                                            .at = now };
    settle (sending);
    return;
  }

  /* It may have waited out the first day: only the tag lets a person's words through then. A stop
   * does not cancel it. */
  self->phase = ANTE_OUTBOX_LEAVING;
  if (item->file != NULL)
    ante_instagram_send_file_async (self->client, item->igsid, item->file->kind,
                                    item->file->upload_id, item->reply_to, recheck->human_tag, NULL,
                                    sent_cb, sending);
  else
    ante_instagram_send_text_async (self->client, item->igsid, item->text, item->reply_to,
                                    recheck->human_tag, NULL, sent_cb, sending);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteOutbox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteOutboxItem) item =
    ante_store_outbox_begin_finish (ANTE_STORE (source), result, &error);

  if (was_taken_back (self))
    return;
  if (error != NULL) {
    self->phase = ANTE_OUTBOX_IDLE;
    hold (self, ANTE_OUTBOX_HOLD_DISK);
    pump_in (self, DISK_RETRY_MS);
    return;
  }
  release (self, ANTE_OUTBOX_HOLD_DISK);
  if (item == NULL) {
    self->phase = ANTE_OUTBOX_IDLE;
    ante_store_outbox_next_due_async (self->store, NULL, next_due_cb, g_object_ref (self));
    return;
  }

  /* The row says so on disk: now, and not before, the first byte may leave. But the world may have
   * changed while it waited. */
  ante_outbox_recheck_async (self, item, rechecked_cb, sending_new (self, item));
}

gboolean
ante_outbox_may_leave (AnteOutbox *self)
{
  return self->running && self->recovered && self->client != NULL &&
         (self->holds & ~ANTE_OUTBOX_HOLD_DISK) == 0;
}

void
ante_outbox_pump (AnteOutbox *self)
{
  ante_outbox_pump_upload (self);
  if (!ante_outbox_may_leave (self) || self->phase != ANTE_OUTBOX_IDLE)
    return;

  self->phase = ANTE_OUTBOX_BEGINNING;
  ante_store_outbox_begin_async (self->store, ante_clock_now (self->client), NULL, begun_cb,
                                 g_object_ref (self));
}

static void
open_items_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteOutbox) self = user_data;
  g_autoptr (GPtrArray) items = ante_store_outbox_list_finish (ANTE_STORE (source), result, NULL);

  if (items == NULL)
    pump_in (self, DISK_RETRY_MS);
  for (guint i = 0; items != NULL && i < items->len; i++) {
    AnteOutboxItem *item = items->pdata[i];

    if (item->state == ANTE_OUTBOX_UNCERTAIN)
      ante_outbox_read_back (self, item);
  }
  ante_outbox_pump (self);
}

static void recover (AnteOutbox *self);

static gboolean
recover_again_cb (gpointer data)
{
  g_autoptr (AnteOutbox) self = data;

  if (self->running)
    recover (self);
  return G_SOURCE_REMOVE;
}

static void
recover_later (AnteOutbox *self, const GError *error)
{
  g_debug ("what the last run left could not be read: %s", error->message);
  hold (self, ANTE_OUTBOX_HOLD_DISK);
  g_timeout_add (DISK_RETRY_MS, recover_again_cb, g_object_ref (self));
}

static void
restriction_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteOutbox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *restricted = ante_store_get_setting_finish (ANTE_STORE (source), result, &error);

  if (error != NULL) {
    recover_later (self, error);
    return;
  }
  if (restricted != NULL && !self->thawed)
    hold (self, ANTE_OUTBOX_HOLD_RESTRICTED);
  release (self, ANTE_OUTBOX_HOLD_DISK);
  self->recovered = TRUE;
  ante_store_outbox_list_async (self->store, 0, TRUE, 10000, NULL, open_items_cb,
                                g_object_ref (self));
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteOutbox) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ante_store_outbox_recover_finish (ANTE_STORE (source), result, &error) < 0)
    recover_later (self, error);
  else
    ante_store_get_setting_async (self->store, RESTRICTED_SETTING, NULL, restriction_cb,
                                  g_object_ref (self));
}

static void
recover (AnteOutbox *self)
{
  ante_store_outbox_recover_async (self->store, NULL, recovered_cb, g_object_ref (self));
}

/* Looks the whole outbox over: what is uncertain is read back, what is due leaves. */
void
ante_outbox_wake (AnteOutbox *self)
{
  if (self->running && self->recovered && self->client != NULL)
    ante_store_outbox_list_async (self->store, 0, TRUE, 10000, NULL, open_items_cb,
                                  g_object_ref (self));
}

/**
 * ante_outbox_start:
 *
 * First what was being sent when the last process died becomes uncertain; then what waits leaves.
 */
void
ante_outbox_start (AnteOutbox *self)
{
  if (self->running)
    return;

  self->running = TRUE;
  ante_outgoing_sweep (self->outgoing);
  /* Once only: what is "sending" later on is our own. */
  if (self->recovered)
    ante_outbox_wake (self);
  else
    recover (self);
}

static void
put_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!ante_store_outbox_put_back_finish (ANTE_STORE (source), result, &error))
    g_debug ("an answer that had not left was not put back: %s", error->message);
}

/* What was begun but has not left is known not to have: it waits for the next start, in place of
 * being looked for then. The store writes it before it closes. */
void
ante_outbox_stop (AnteOutbox *self)
{
  self->running = FALSE;
  ante_outbox_stop_upload (self);
  if (self->phase == ANTE_OUTBOX_BEGINNING) {
    self->phase = ANTE_OUTBOX_TAKEN_BACK;
    ante_store_outbox_put_back_async (self->store, NULL, put_back_cb, NULL);
  }
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_handle_id (&self->timer, g_source_remove);
}

void
ante_outbox_set_client (AnteOutbox *self, AnteInstagram *client, const AnteAccount *account)
{
  g_set_object (&self->client, client);
  g_clear_pointer (&self->account, ante_account_free);
  if (account != NULL)
    self->account = ante_account_copy (account);
  if (client != NULL)
    release (self, ANTE_OUTBOX_HOLD_TOKEN);
  ante_outbox_read_refusal (self);
  ante_outbox_wake (self);
}

static void
thawed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ante_store_set_setting_finish (ANTE_STORE (source), result, &error)) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  g_message ("that a restriction is settled could not be kept: %s", error->message);
  g_task_return_error (task, error);
}

void
ante_outbox_thaw_async (AnteOutbox *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  /* What is being read just now may be the setting as it was. */
  self->thawed = TRUE;
  release (self, ANTE_OUTBOX_HOLD_RESTRICTED);
  ante_store_set_setting_async (self->store, RESTRICTED_SETTING, NULL, NULL, thawed_cb, task);
  ante_outbox_wake (self);
}

gboolean
ante_outbox_thaw_finish (AnteOutbox *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
ante_outbox_get_frozen (AnteOutbox *self)
{
  if ((self->holds & ANTE_OUTBOX_HOLD_TOKEN) != 0)
    return "token";
  if ((self->holds & ANTE_OUTBOX_HOLD_RESTRICTED) != 0)
    return "restricted";
  return (self->holds & ANTE_OUTBOX_HOLD_DISK) != 0 ? "disk" : NULL;
}

/**
 * ante_outbox_set_second:
 * @ms: length of the seconds of reading back; tests have less time
 */
void
ante_outbox_set_second (AnteOutbox *self, guint ms)
{
  self->second_ms = ms;
}

static void
ante_outbox_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FROZEN)
    g_value_set_string (value, ante_outbox_get_frozen (ANTE_OUTBOX (object)));
  else if (id == PROP_TAKES_FILES)
    g_value_set_boolean (value, ante_outbox_get_takes_files (ANTE_OUTBOX (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ante_outbox_dispose (GObject *object)
{
  AnteOutbox *self = ANTE_OUTBOX (object);

  ante_outbox_stop (self);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (ante_outbox_parent_class)->dispose (object);
}

static void
ante_outbox_finalize (GObject *object)
{
  AnteOutbox *self = ANTE_OUTBOX (object);

  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->account, ante_account_free);
  g_hash_table_unref (self->reading_back);
  g_hash_table_unref (self->unconfirmed);
  ante_outbox_clear_upload (self);
  G_OBJECT_CLASS (ante_outbox_parent_class)->finalize (object);
}

static void
ante_outbox_class_init (AnteOutboxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ante_outbox_get_property;
  object_class->dispose = ante_outbox_dispose;
  object_class->finalize = ante_outbox_finalize;

  props[PROP_FROZEN] =
    g_param_spec_string ("frozen", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_TAKES_FILES] = g_param_spec_boolean ("takes-files", NULL, NULL, TRUE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ante_outbox_init (AnteOutbox *self)
{
  self->cancellable = g_cancellable_new ();
  self->second_ms = 1000;
  self->reading_back = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->unconfirmed = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
}

AnteOutbox *
ante_outbox_new (AnteStore *store)
{
  AnteOutbox *self = g_object_new (ANTE_TYPE_OUTBOX, NULL);

  self->store = g_object_ref (store);
  ante_outbox_init_upload (self, store);
  ante_outbox_watch_messages (self);
  return self;
}
