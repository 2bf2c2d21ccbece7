#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-workspace.h"

#include <string.h>

#include "engine/ante-clock.h"
#include "engine/ante-connect.h"
#include "engine/ante-daily-backup.h"
#include "engine/ante-drafting.h"
#include "engine/ante-recall.h"
#include "engine/ante-secrets.h"
#include "engine/ante-snooze.h"
#include "store/ante-store-account.h"

#define RENEWAL_CHECK_S (6 * 3600)
/* The first look whether today has its backup waits until the start is over. */
#define FIRST_BACKUP_CHECK_S 60
#define BACKUP_CHECK_S 3600

/* How long a second of reading back lasts where tests have no time. */
#define HURRIED_SECOND_MS 20

struct _AnteWorkspace {
  GObject parent_instance;

  char *data_dir;
  AnteStoreMode mode;
  AnteStore *store;
  AnteSync *sync;
  AnteOutbox *outbox;
  AnteReactions *reactions;
  AnteSnooze *snooze;
  AnteFollowThrough *through;
  AnteBookingWatch *bookings;
  AnteRecall *recall;
  AnteDrafting *drafting;
  AnteMedia *media;
  AnteInstagram *client;
  AnteAccount *account;
  gboolean sign_in_needed;
  gboolean at_keyring;
  gboolean live;
  guint renewal;
  guint backup;
  GCancellable *cancellable;
};

enum {
  PROP_0,
  PROP_ACCOUNT,
  PROP_SIGN_IN_NEEDED,
  PROP_AT_KEYRING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AnteWorkspace, ante_workspace, G_TYPE_OBJECT)

static void
set_sign_in_needed (AnteWorkspace *self, gboolean needed)
{
  if (self->sign_in_needed == needed)
    return;

  self->sign_in_needed = needed;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIGN_IN_NEEDED]);
}

static void
set_at_keyring (AnteWorkspace *self, gboolean at_keyring)
{
  if (self->at_keyring == at_keyring)
    return;

  self->at_keyring = at_keyring;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AT_KEYRING]);
}

static void
take_account (AnteWorkspace *self, AnteAccount *account)
{
  g_clear_pointer (&self->account, ante_account_free);
  self->account = account;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACCOUNT]);
}

static void
use_client (AnteWorkspace *self, AnteInstagram *client)
{
  g_set_object (&self->client, client);
  if (client != NULL)
    ante_instagram_set_user_id (client, self->account->user_id);
  if (client != NULL && ante_connect_is_hurried (client))
    ante_outbox_set_second (self->outbox, HURRIED_SECOND_MS);
  ante_sync_set_client (self->sync, client, self->account);
  ante_outbox_set_client (self->outbox, client, self->account);
  ante_reactions_set_client (self->reactions, client);
  ante_snooze_set_client (self->snooze, client);
  ante_follow_through_set_client (self->through, client);
  ante_booking_watch_set_client (self->bookings, client);
  ante_recall_set_client (self->recall, client);
  ante_drafting_set_client (self->drafting, client, self->account);
  ante_media_set_client (self->media, client);
  set_sign_in_needed (self, client == NULL && self->account != NULL);
  if (self->live && client != NULL) {
    ante_sync_start (self->sync);
    ante_outbox_start (self->outbox);
    ante_reactions_start (self->reactions);
  }
}

static void
sync_state_cb (AnteSync *sync, GParamSpec *pspec, AnteWorkspace *self)
{
  if (g_error_matches (ante_sync_get_error (sync), ANTE_INSTAGRAM_ERROR,
                       ANTE_INSTAGRAM_ERROR_TOKEN) &&
      ante_sync_get_state (sync) == ANTE_SYNC_BLOCKED)
    set_sign_in_needed (self, TRUE);
  else if (ante_sync_get_state (sync) == ANTE_SYNC_WAITING)
    set_sign_in_needed (self, FALSE);
}

static void
frozen_cb (AnteOutbox *outbox, GParamSpec *pspec, AnteWorkspace *self)
{
  if (g_strcmp0 (ante_outbox_get_frozen (outbox), "token") == 0)
    set_sign_in_needed (self, TRUE);
}

static void
renewal_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ante_secrets_store_finish (result, &error)) {
    g_debug ("the renewed token could not be kept: %s", error->message);
    return;
  }
  ante_store_set_account_async (self->store, self->account, NULL, NULL, NULL);
}

/* The one whose token was renewed is the source: meanwhile somebody may have signed in anew. */
static void
renewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteToken) token = ante_connect_renew_finish (result, &error);

  if (token == NULL) {
    if (error != NULL)
      g_debug ("the token was not renewed: %s", error->message);
    return;
  }
  if (ANTE_INSTAGRAM (source) != self->client)
    return;

  ante_instagram_set_token (self->client, token->token);
  self->account->token_given_at = ante_workspace_now (self);
  self->account->token_expires_at = token->expires_at;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACCOUNT]);
  ante_secrets_store_async (self->data_dir, self->account->api_url, self->account->user_id,
                            token->token, NULL, renewal_stored_cb, g_object_ref (self));
}

void
ante_workspace_check_token (AnteWorkspace *self)
{
  if (self->client != NULL && self->account != NULL)
    ante_connect_renew_async (self->client, self->account, self->cancellable, renewed_cb,
                              g_object_ref (self));
}

static gboolean
renewal_cb (gpointer data)
{
  ante_workspace_check_token (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
backup_cb (gpointer data)
{
  AnteWorkspace *self = data;

  self->backup = g_timeout_add_seconds (BACKUP_CHECK_S, backup_cb, self);
  ante_daily_backup (self->store, self->cancellable);
  ante_media_sweep (self->media);
  ante_outgoing_sweep (ante_outbox_get_outgoing (self->outbox));
  return G_SOURCE_REMOVE;
}

static void
token_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteWorkspace *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteInstagram) client = NULL;
  char *token = ante_secrets_lookup_finish (result, &error);

  set_at_keyring (self, FALSE);
  /* No Secret Service, or it is locked: the data is here all the same, and the coach signs in
   * again. */
  if (error != NULL)
    g_debug ("the token could not be read: %s", error->message);
  if (token != NULL)
    client = ante_connect_make_client (self->account->api_url, token, NULL);
  ante_secrets_clear_text (token);
  use_client (self, client);
  if (client != NULL && self->live)
    renewal_cb (self);
  g_task_return_boolean (task, TRUE);
}

static void
account_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteWorkspace *self = g_task_get_source_object (task);
  GError *error = NULL;
  AnteAccount *account = ante_store_get_account_finish (ANTE_STORE (source), result, &error);

  if (account == NULL && !g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND)) {
    g_task_return_error (task, error);
    return;
  }
  if (account == NULL) {
    g_error_free (error);
    g_task_return_boolean (task, TRUE);
    return;
  }

  take_account (self, account);
  if (self->mode == ANTE_STORE_READER) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  set_at_keyring (self, TRUE);
  ante_secrets_lookup_async (self->data_dir, account->api_url, account->user_id,
                             g_task_get_cancellable (task), token_cb, g_object_ref (task));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteWorkspace *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!ante_store_open_finish (ANTE_STORE (source), result, &error)) {
    g_task_return_error (task, error);
    return;
  }
  if (self->live) {
    ante_snooze_start (self->snooze);
    ante_follow_through_start (self->through);
    ante_booking_watch_start (self->bookings);
    ante_recall_start (self->recall);
    ante_drafting_start (self->drafting);
  }
  ante_store_get_account_async (self->store, NULL, account_cb, g_object_ref (task));
}

void
ante_workspace_open_async (AnteWorkspace *self,
                           gboolean live,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  self->live = live && self->mode == ANTE_STORE_OWNER;
  if (self->live) {
    self->renewal = g_timeout_add_seconds (RENEWAL_CHECK_S, renewal_cb, self);
    self->backup = g_timeout_add_seconds (FIRST_BACKUP_CHECK_S, backup_cb, self);
  }
  ante_store_open_async (self->store, self->data_dir, self->mode, cancellable, opened_cb, task);
}

gboolean
ante_workspace_open_finish (AnteWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ante_workspace_close (AnteWorkspace *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->renewal, g_source_remove);
  g_clear_handle_id (&self->backup, g_source_remove);
  ante_sync_stop (self->sync);
  ante_outbox_stop (self->outbox);
  ante_reactions_stop (self->reactions);
  ante_snooze_stop (self->snooze);
  ante_follow_through_stop (self->through);
  ante_booking_watch_stop (self->bookings);
  ante_recall_stop (self->recall);
  ante_drafting_stop (self->drafting);
  ante_media_close (self->media);
  ante_store_close (self->store);
}

typedef struct {
  AnteInstagram *client;
  AnteAccount *account;
  char *token;
  AnteTokenKeeping keeping;
} Connect;

static void
connect_free (gpointer data)
{
  Connect *connect = data;

  g_clear_object (&connect->client);
  g_clear_pointer (&connect->account, ante_account_free);
  ante_secrets_clear_text (connect->token);
  g_free (connect);
}

static void
token_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteWorkspace *self = g_task_get_source_object (task);
  Connect *connect = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  set_at_keyring (self, FALSE);
  /* Without a Secret Service it lives as long as the program; that is said, and is no reason to
   * refuse. */
  if (!ante_secrets_store_finish (result, &error))
    g_message ("the token is kept for this session only: %s", error->message);
  use_client (self, connect->client);
  g_task_return_boolean (task, TRUE);
}

static void
account_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteWorkspace *self = g_task_get_source_object (task);
  Connect *connect = g_task_get_task_data (task);
  GError *error = NULL;
  AnteAccount *account = ante_store_get_account_finish (ANTE_STORE (source), result, &error);

  if (account == NULL) {
    g_task_return_error (task, error);
    return;
  }

  take_account (self, account);
  if (connect->keeping != ANTE_TOKEN_KEPT_OR_SESSION) {
    use_client (self, connect->client);
    g_task_return_boolean (task, TRUE);
    return;
  }
  set_at_keyring (self, TRUE);
  ante_secrets_store_async (self->data_dir, account->api_url, account->user_id, connect->token,
                            NULL, token_kept_cb, g_object_ref (task));
}

static void
account_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteWorkspace *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!ante_store_set_account_finish (ANTE_STORE (source), result, &error)) {
    g_task_return_error (task, error);
    return;
  }
  ante_store_get_account_async (self->store, NULL, account_kept_cb, g_object_ref (task));
}

static void
write_account (AnteWorkspace *self, GTask *task)
{
  Connect *connect = g_task_get_task_data (task);

  ante_store_set_account_async (self->store, connect->account, NULL, account_written_cb,
                                g_object_ref (task));
}

static void
token_kept_first_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteWorkspace *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  gboolean kept = ante_secrets_store_finish (result, &error);

  set_at_keyring (self, FALSE);
  if (kept)
    write_account (self, task);
  else if (!g_task_return_error_if_cancelled (task))
    g_task_return_new_error (task, ANTE_SECRETS_ERROR, ANTE_SECRETS_ERROR_NOT_KEPT,
                             "keeping the token: %s", error->message);
}

/* Another account is refused by the store, and leaves no token behind. */
static gboolean
is_ours (AnteWorkspace *self, const AnteAccount *account)
{
  return self->account == NULL || g_str_equal (self->account->user_id, account->user_id);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteWorkspace *self = g_task_get_source_object (task);
  Connect *connect = g_task_get_task_data (task);
  GError *error = NULL;

  connect->account = ante_connect_check_finish (result, &error);
  if (connect->account == NULL) {
    g_task_return_error (task, error);
    return;
  }

  g_free (connect->account->api_url);
  connect->account->api_url = g_strdup (ante_instagram_get_api_url (connect->client));
  connect->account->token_given_at = ante_clock_now (connect->client);
  connect->account->human_agent = self->account != NULL && self->account->human_agent;
  if (connect->keeping != ANTE_TOKEN_KEPT || !is_ours (self, connect->account)) {
    write_account (self, task);
    return;
  }
  set_at_keyring (self, TRUE);
  ante_secrets_store_async (self->data_dir, connect->account->api_url, connect->account->user_id,
                            connect->token, g_task_get_cancellable (task), token_kept_first_cb,
                            g_object_ref (task));
}

void
ante_workspace_connect_async (AnteWorkspace *self,
                              const char *api_url,
                              const char *token,
                              AnteTokenKeeping keeping,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Connect *connect = g_new0 (Connect, 1);
  GError *error = NULL;

  connect->token = g_strstrip (g_strdup (token));
  connect->keeping = keeping;
  connect->client = ante_connect_make_client (api_url, connect->token, &error);
  g_task_set_task_data (task, connect, connect_free);
  if (connect->client == NULL) {
    g_task_return_error (task, error);
    return;
  }
  ante_connect_check_async (connect->client, cancellable, checked_cb, g_object_ref (task));
}

gboolean
ante_workspace_connect_finish (AnteWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
human_agent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteWorkspace *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!ante_store_set_account_finish (ANTE_STORE (source), result, &error)) {
    self->account->human_agent = !self->account->human_agent;
    g_task_return_error (task, error);
    return;
  }
  ante_outbox_set_client (self->outbox, self->client, self->account);
  ante_drafting_set_client (self->drafting, self->client, self->account);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACCOUNT]);
  g_task_return_boolean (task, TRUE);
}

void
ante_workspace_set_human_agent_async (AnteWorkspace *self,
                                      gboolean human_agent,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  if (self->account == NULL) {
    g_task_return_new_error (task, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND,
                             "no account is connected");
    return;
  }
  self->account->human_agent = human_agent;
  ante_store_set_account_async (self->store, self->account, NULL, human_agent_cb,
                                g_object_ref (task));
}

gboolean
ante_workspace_set_human_agent_finish (AnteWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
ante_workspace_has_store (AnteWorkspace *self, gpointer store)
{
  return self != NULL && self->store == store;
}

AnteStore *
ante_workspace_get_store (AnteWorkspace *self)
{
  return self->store;
}

AnteSync *
ante_workspace_get_sync (AnteWorkspace *self)
{
  return self->sync;
}

AnteReactions *
ante_workspace_get_reactions (AnteWorkspace *self)
{
  return self->reactions;
}

AnteDrafting *
ante_workspace_get_drafting (AnteWorkspace *self)
{
  return self->drafting;
}

AnteOutbox *
ante_workspace_get_outbox (AnteWorkspace *self)
{
  return self->outbox;
}

AnteFollowThrough *
ante_workspace_get_follow_through (AnteWorkspace *self)
{
  return self->through;
}

AnteBookingWatch *
ante_workspace_get_booking_watch (AnteWorkspace *self)
{
  return self->bookings;
}

AnteMedia *
ante_workspace_get_media (AnteWorkspace *self)
{
  return self->media;
}

const AnteAccount *
ante_workspace_get_account (AnteWorkspace *self)
{
  return self->account;
}

gboolean
ante_workspace_get_sign_in_needed (AnteWorkspace *self)
{
  return self->sign_in_needed;
}

gboolean
ante_workspace_is_at_keyring (AnteWorkspace *self)
{
  return self->at_keyring;
}

gboolean
ante_workspace_has_token (AnteWorkspace *self)
{
  return self->client != NULL;
}

gint64
ante_workspace_now (AnteWorkspace *self)
{
  return ante_clock_now (self->client);
}

static void
ante_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AnteWorkspace *self = ANTE_WORKSPACE (object);

  switch (id) {
  case PROP_ACCOUNT:
    g_value_set_pointer (value, self->account);
    break;
  case PROP_SIGN_IN_NEEDED:
    g_value_set_boolean (value, self->sign_in_needed);
    break;
  case PROP_AT_KEYRING:
    g_value_set_boolean (value, self->at_keyring);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ante_workspace_finalize (GObject *object)
{
  AnteWorkspace *self = ANTE_WORKSPACE (object);

  g_clear_handle_id (&self->renewal, g_source_remove);
  g_clear_handle_id (&self->backup, g_source_remove);
  g_clear_object (&self->sync);
  g_clear_object (&self->reactions);
  g_clear_object (&self->outbox);
  g_clear_object (&self->snooze);
  g_clear_object (&self->through);
  g_clear_object (&self->bookings);
  g_clear_object (&self->recall);
  g_clear_object (&self->drafting);
  g_clear_object (&self->media);
  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->account, ante_account_free);
  g_free (self->data_dir);
  G_OBJECT_CLASS (ante_workspace_parent_class)->finalize (object);
}

static void
ante_workspace_class_init (AnteWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ante_workspace_get_property;
  object_class->finalize = ante_workspace_finalize;

  props[PROP_ACCOUNT] =
    g_param_spec_pointer ("account", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SIGN_IN_NEEDED] = g_param_spec_boolean ("sign-in-needed", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_AT_KEYRING] = g_param_spec_boolean ("at-keyring", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ante_workspace_init (AnteWorkspace *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * ante_workspace_new:
 * @data_dir: the folder
 * @mode: whether to own it
 */
AnteWorkspace *
ante_workspace_new (const char *data_dir, AnteStoreMode mode)
{
  AnteWorkspace *self = g_object_new (ANTE_TYPE_WORKSPACE, NULL);

  self->data_dir = g_strdup (data_dir);
  self->mode = mode;
  self->store = ante_store_new ();
  self->sync = ante_sync_new (self->store);
  self->outbox = ante_outbox_new (self->store);
  self->reactions = ante_reactions_new (self->store, self->outbox);
  self->snooze = ante_snooze_new (self->store, self->sync);
  self->through = ante_follow_through_new (self->store, self->sync);
  self->bookings = ante_booking_watch_new (self->store, self->sync, data_dir);
  self->recall = ante_recall_new (self->store);
  self->drafting = ante_drafting_new (self->store, data_dir);
  self->media = ante_media_new (self->store, data_dir);
  g_signal_connect_object (self->sync, "notify::state", G_CALLBACK (sync_state_cb), self, 0);
  g_signal_connect_object (self->outbox, "notify::frozen", G_CALLBACK (frozen_cb), self, 0);
  return self;
}
