#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-media.h"

#include <glib/gstdio.h>

#include "engine/ante-clock.h"
#include "engine/ante-media-files.h"
#include "engine/ante-media-lane.h"
#include "engine/ante-media-shelf.h"
#include "engine/ante-media-sweep.h"
#include "instagram/ante-media-fetch.h"
#include "rules/ante-media-url.h"

#define MIB (1024 * 1024)
/* What is fetched because it came into view; what a picture may be at all; and anything else. */
#define SEEN_BYTES (3 * MIB)
#define PICTURE_BYTES (8 * MIB)
#define FILE_BYTES (25 * MIB)
#define PICTURE_SECONDS 30
#define FILE_SECONDS 180

#define FETCHES_AT_ONCE 3
#define DECODES_AT_ONCE 2
#define SHELF_BYTES (16 * MIB)
#define MAX_FRESH 32
#define MAX_LOST 4096

G_DEFINE_QUARK (ante - media - error - quark, ante_media_error)

/**
 * Wish:
 * @url: (nullable): where it may be fetched
 * @name: of its file
 * @key: on the shelf
 * @edge: the longest side of the picture; 0: the file is all that is wanted
 * @reasked: Instagram was asked for another address
 * @fetched: the file is a new one
 *
 * One thing that is wanted, on its way.
 */
typedef struct {
  char *mid;
  guint position;
  AnteMessageKind kind;
  gboolean is_preview;
  char *url;
  char *name;
  char *key;
  int edge;
  AnteMediaAsk ask;
  gboolean reasked;
  gboolean fetched;
  char *dir;
  char *path;
  GBytes *bytes;
} Wish;

struct _AnteMedia {
  GObject parent_instance;

  AnteStore *store;
  AnteInstagram *client;
  char *local_origin;
  char *dir;
  AnteMediaLane fetches;
  AnteMediaLane decodes;
  AnteMediaShelf *shelf;
  GHashTable *fresh; /* messages that were asked for again, by id */
  GHashTable *lost;  /* names of what is gone: not asked for again unasked */
  GCancellable *closed;
};

G_DEFINE_FINAL_TYPE (AnteMedia, ante_media, G_TYPE_OBJECT)

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->mid);
  g_free (wish->url);
  g_free (wish->name);
  g_free (wish->key);
  g_free (wish->dir);
  g_free (wish->path);
  g_clear_pointer (&wish->bytes, g_bytes_unref);
  g_free (wish);
}

static void
return_error (GTask *task, AnteMediaError code, const char *why)
{
  g_task_return_new_error (task, ANTE_MEDIA_ERROR, code, "media: %s", why);
}

/* --- decoding -------------------------------------------------------------------------------- */

static void fetch (AnteMedia *self, GTask *task);

/* What was kept is broken, and somebody asks again: it may come whole this time. */
static gboolean
is_worth_another (const Wish *wish, const GError *error)
{
  return wish->ask == ANTE_MEDIA_ASKED && !wish->fetched &&
         g_error_matches (error, ANTE_MEDIA_ERROR, ANTE_MEDIA_ERROR_DAMAGED);
}

static void
decode_in_thread (GTask *decoding, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  GError *error = NULL;
  AntePicture *picture = ante_picture_decode (wish->path, wish->edge, cancellable, &error);

  if (picture != NULL) {
    g_task_return_pointer (decoding, picture, (GDestroyNotify) ante_picture_unref);
    return;
  }
  if (is_worth_another (wish, error))
    g_unlink (wish->path);
  g_task_return_error (decoding, error);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteMedia *self = g_task_get_source_object (task);
  Wish *wish = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AntePicture) picture = g_task_propagate_pointer (G_TASK (result), &error);

  ante_media_lane_leave (&self->decodes);
  if (picture == NULL && is_worth_another (wish, error)) {
    g_error_free (error);
    fetch (self, task);
    return;
  }
  if (picture == NULL) {
    g_task_return_error (task, error);
    return;
  }
  /* One that is shown large would push out all that the thread shows. */
  if (ante_picture_get_size (picture) <= SHELF_BYTES / 4)
    ante_media_shelf_put (self->shelf, wish->key, picture);
  g_task_return_pointer (task, g_steal_pointer (&picture), (GDestroyNotify) ante_picture_unref);
}

/* The wish is the outer task's, which is alive until decoded_cb() has run. */
static void
go_decode (GTask *task)
{
  g_autoptr (GTask) decoding =
    g_task_new (NULL, g_task_get_cancellable (task), decoded_cb, g_object_ref (task));

  g_task_set_task_data (decoding, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (decoding, decode_in_thread);
}

/* It is in the folder now. */
static void
have_file (AnteMedia *self, GTask *task)
{
  Wish *wish = g_task_get_task_data (task);

  if (wish->edge > 0)
    ante_media_lane_enter (&self->decodes, task);
  else
    g_task_return_pointer (task, g_steal_pointer (&wish->path), g_free);
}

/* --- fetching -------------------------------------------------------------------------------- */

static void reask (AnteMedia *self, GTask *task);

static void
keep_in_thread (GTask *keeping, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  gsize length = 0;
  const guint8 *bytes = g_bytes_get_data (wish->bytes, &length);
  AnteMediaType type = ante_media_type_sniff (bytes, length);
  gboolean fits =
    wish->edge > 0 ? ante_media_type_is_picture (type) : ante_media_type_fits (type, wish->kind);
  g_autoptr (GError) error = NULL;

  if (!fits) {
    return_error (keeping, length == 0 ? ANTE_MEDIA_ERROR_DAMAGED : ANTE_MEDIA_ERROR_WRONG_TYPE,
                  "not what it is said to be");
    return;
  }
  wish->fetched = TRUE;
  g_free (wish->path);
  wish->path = ante_media_files_keep (wish->dir, wish->name, type, wish->bytes, &error);
  if (wish->path == NULL)
    return_error (keeping, ANTE_MEDIA_ERROR_NOT_KEPT, error->message);
  else
    g_task_return_boolean (keeping, TRUE);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteMedia *self = g_task_get_source_object (task);
  Wish *wish = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&wish->bytes, g_bytes_unref);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    have_file (self, task);
  else
    g_task_return_error (task, error);
}

static AnteMediaError
code_of (const GError *error, const Wish *wish)
{
  switch ((AnteFetchError) error->code) {
  case ANTE_FETCH_ERROR_REFUSED:
    return ANTE_MEDIA_ERROR_REFUSED;
  case ANTE_FETCH_ERROR_GONE:
    return ANTE_MEDIA_ERROR_GONE;
  case ANTE_FETCH_ERROR_TOO_LARGE:
    return wish->ask == ANTE_MEDIA_SEEN ? ANTE_MEDIA_ERROR_LARGE : ANTE_MEDIA_ERROR_TOO_LARGE;
  default:
    return ANTE_MEDIA_ERROR_OFFLINE;
  }
}

static void
note_lost (AnteMedia *self, const Wish *wish)
{
  if (g_hash_table_size (self->lost) >= MAX_LOST)
    g_hash_table_remove_all (self->lost);
  g_hash_table_add (self->lost, g_strdup (wish->name));
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteMedia *self = g_task_get_source_object (task);
  Wish *wish = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) keeping = NULL;

  ante_media_lane_leave (&self->fetches);
  wish->bytes = ante_media_fetch_finish (result, &error);
  if (wish->bytes != NULL) {
    keeping = g_task_new (NULL, NULL, kept_cb, g_object_ref (task));
    g_task_set_task_data (keeping, wish, NULL);
    g_task_run_in_thread (keeping, keep_in_thread);
  } else if (error->domain != ANTE_FETCH_ERROR) {
    g_task_return_error (task, g_steal_pointer (&error));
  } else if (error->code == ANTE_FETCH_ERROR_GONE) {
    reask (self, task);
  } else {
    return_error (task, code_of (error, wish), error->message);
  }
}

static void
go_fetch (GTask *task)
{
  AnteMedia *self = g_task_get_source_object (task);
  Wish *wish = g_task_get_task_data (task);
  gboolean is_picture = wish->edge > 0;
  gsize most = !is_picture ? FILE_BYTES : wish->ask == ANTE_MEDIA_SEEN ? SEEN_BYTES : PICTURE_BYTES;

  ante_media_fetch_async (wish->url, self->local_origin, most,
                          is_picture ? PICTURE_SECONDS : FILE_SECONDS,
                          g_task_get_cancellable (task), fetched_cb, g_object_ref (task));
}

/* Where in @message the wish's thing may be fetched. */
static char *
find_url (AnteMessage *message, const Wish *wish)
{
  const AnteAttachment *attachment =
    message->attachments != NULL && wish->position < message->attachments->len
      ? message->attachments->pdata[wish->position]
      : NULL;

  if (attachment == NULL)
    return NULL;
  return g_strdup (wish->is_preview ? attachment->preview_url : attachment->url);
}

/* TRUE when there is another address than the one that did not lead there. */
static gboolean
take_url (Wish *wish, AnteMessage *message)
{
  g_autofree char *url = find_url (message, wish);

  if (url == NULL || g_strcmp0 (url, wish->url) == 0)
    return FALSE;
  g_free (wish->url);
  wish->url = g_steal_pointer (&url);
  return TRUE;
}

/* An error of Instagram's that is of all messages and passes is none of this one's media. */
static gboolean
is_passing (const GError *error)
{
  return error->domain == ANTE_INSTAGRAM_ERROR &&
         (error->code == ANTE_INSTAGRAM_ERROR_OFFLINE || error->code == ANTE_INSTAGRAM_ERROR_BUSY ||
          error->code == ANTE_INSTAGRAM_ERROR_THROTTLED);
}

static void
lose (AnteMedia *self, GTask *task)
{
  note_lost (self, g_task_get_task_data (task));
  return_error (task, ANTE_MEDIA_ERROR_GONE, "Instagram does not give it any more");
}

static gboolean
has_run_out (AnteMedia *self, const char *url)
{
  gint64 until = ante_media_url_get_expiry (url);

  return until != 0 && until <= ante_clock_now (self->client);
}

static void
reasked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteMedia *self = g_task_get_source_object (task);
  Wish *wish = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteMessage) message =
    ante_instagram_read_message_finish (ANTE_INSTAGRAM (source), result, &error);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (message == NULL && is_passing (error)) {
    return_error (task, ANTE_MEDIA_ERROR_OFFLINE, error->message);
    return;
  }
  if (message != NULL) {
    if (g_hash_table_size (self->fresh) >= MAX_FRESH)
      g_hash_table_remove_all (self->fresh);
    g_hash_table_replace (self->fresh, g_strdup (wish->mid), g_object_ref (message));
  }
  if (message != NULL && take_url (wish, message) && !has_run_out (self, wish->url))
    ante_media_lane_enter (&self->fetches, task);
  else
    lose (self, task);
}

/* An address runs out after some days, but the message may still be given with another one. */
static void
reask (AnteMedia *self, GTask *task)
{
  Wish *wish = g_task_get_task_data (task);
  AnteMessage *known = g_hash_table_lookup (self->fresh, wish->mid);

  if (known != NULL && !take_url (wish, known)) {
    g_hash_table_remove (self->fresh, wish->mid);
    known = NULL;
  }
  if (known != NULL) {
    ante_media_lane_enter (&self->fetches, task);
  } else if (!wish->reasked && self->client != NULL) {
    wish->reasked = TRUE;
    ante_instagram_read_message_async (self->client, wish->mid, g_task_get_cancellable (task),
                                       reasked_cb, g_object_ref (task));
  } else {
    lose (self, task);
  }
}

/* --- a wish ---------------------------------------------------------------------------------- */

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteMedia *self = g_task_get_source_object (task);
  Wish *wish = g_task_get_task_data (task);

  wish->path = g_task_propagate_pointer (G_TASK (result), NULL);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (wish->path != NULL)
    have_file (self, task);
  else
    fetch (self, task);
}

/* From where it is said to be; else from where Instagram says by now. */
static void
fetch (AnteMedia *self, GTask *task)
{
  Wish *wish = g_task_get_task_data (task);

  if (wish->ask == ANTE_MEDIA_SEEN && g_hash_table_contains (self->lost, wish->name))
    return_error (task, ANTE_MEDIA_ERROR_GONE, "it was gone before");
  else if (wish->url == NULL || has_run_out (self, wish->url))
    reask (self, task);
  else if (!ante_media_url_is_good (wish->url, self->local_origin))
    return_error (task, ANTE_MEDIA_ERROR_REFUSED, "not an address of Instagram's");
  else if (self->client == NULL)
    return_error (task, ANTE_MEDIA_ERROR_OFFLINE, "nobody is signed in");
  else
    ante_media_lane_enter (&self->fetches, task);
}

static void
find_in_thread (GTask *finding, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;

  g_task_return_pointer (finding, ante_media_files_find (wish->dir, wish->name), g_free);
}

static Wish *
wish_new (AnteMedia *self, AnteMessage *message, guint position, int edge, AnteMediaAsk ask)
{
  const AnteAttachment *attachment = message->attachments->pdata[position];
  Wish *wish = g_new0 (Wish, 1);

  wish->mid = g_strdup (message->mid);
  wish->position = position;
  wish->kind = attachment->kind;
  wish->is_preview = edge > 0 && attachment->kind == ANTE_MESSAGE_VIDEO;
  wish->url = find_url (message, wish);
  wish->name = ante_media_name_make (message->mid, position, wish->is_preview);
  wish->key = g_strdup_printf ("%s %d", wish->name, edge);
  wish->edge = edge;
  wish->ask = ask;
  wish->dir = g_strdup (self->dir);
  return wish;
}

static void
begin (GTask *task)
{
  g_autoptr (GTask) finding =
    g_task_new (NULL, g_task_get_cancellable (task), found_cb, g_object_ref (task));

  g_task_set_task_data (finding, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (finding, find_in_thread);
}

static gboolean
has_attachment (AnteMessage *message, guint position)
{
  return message->attachments != NULL && position < message->attachments->len;
}

AntePicture *
ante_media_peek_picture (AnteMedia *self, AnteMessage *message, guint position, int edge)
{
  Wish *wish = wish_new (self, message, position, edge, ANTE_MEDIA_SEEN);
  AntePicture *picture = ante_media_shelf_take (self->shelf, wish->key);

  wish_free (wish);
  return picture;
}

void
ante_media_load_picture_async (AnteMedia *self,
                               AnteMessage *message,
                               guint position,
                               int edge,
                               AnteMediaAsk ask,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AntePicture *shelved = NULL;
  Wish *wish = NULL;

  g_return_if_fail (edge > 0 && has_attachment (message, position));

  wish = wish_new (self, message, position, edge, ask);
  g_task_set_task_data (task, wish, wish_free);
  shelved = ante_media_shelf_take (self->shelf, wish->key);
  if (shelved != NULL)
    g_task_return_pointer (task, shelved, (GDestroyNotify) ante_picture_unref);
  else
    begin (task);
}

AntePicture *
ante_media_load_picture_finish (AnteMedia *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ante_media_load_file_async (AnteMedia *self,
                            AnteMessage *message,
                            guint position,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (has_attachment (message, position));

  g_task_set_task_data (task, wish_new (self, message, position, 0, ANTE_MEDIA_ASKED), wish_free);
  begin (task);
}

char *
ante_media_load_file_finish (AnteMedia *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- the object ------------------------------------------------------------------------------ */

void
ante_media_set_client (AnteMedia *self, AnteInstagram *client)
{
  g_set_object (&self->client, client);
  if (client == NULL)
    return;
  g_free (self->local_origin);
  self->local_origin = ante_media_url_find_local_origin (ante_instagram_get_api_url (client));
  g_hash_table_remove_all (self->lost);
}

void
ante_media_sweep (AnteMedia *self)
{
  ante_media_sweep_run (self->store, self->dir, self->closed, NULL, NULL);
}

static void
swept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, TRUE);
}

void
ante_media_sweep_async (AnteMedia *self, GAsyncReadyCallback callback, gpointer user_data)
{
  ante_media_sweep_run (self->store, self->dir, self->closed, swept_cb,
                        g_task_new (self, NULL, callback, user_data));
}

void
ante_media_close (AnteMedia *self)
{
  g_cancellable_cancel (self->closed);
  g_clear_object (&self->client);
  ante_media_lane_close (&self->fetches);
  ante_media_lane_close (&self->decodes);
}

static void
ante_media_finalize (GObject *object)
{
  AnteMedia *self = ANTE_MEDIA (object);

  g_clear_object (&self->store);
  g_clear_object (&self->client);
  g_clear_object (&self->closed);
  g_clear_pointer (&self->shelf, ante_media_shelf_free);
  g_clear_pointer (&self->fresh, g_hash_table_unref);
  g_clear_pointer (&self->lost, g_hash_table_unref);
  g_free (self->local_origin);
  g_free (self->dir);
  G_OBJECT_CLASS (ante_media_parent_class)->finalize (object);
}

static void
ante_media_class_init (AnteMediaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_media_finalize;
}

static void
ante_media_init (AnteMedia *self)
{
  self->fetches = (AnteMediaLane){ .most = FETCHES_AT_ONCE, .go = go_fetch };
  self->decodes = (AnteMediaLane){ .most = DECODES_AT_ONCE, .go = go_decode };
  self->shelf = ante_media_shelf_new (SHELF_BYTES);
  self->fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->lost = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->closed = g_cancellable_new ();
}

AnteMedia *
ante_media_new (AnteStore *store, const char *data_dir)
{
  AnteMedia *self = g_object_new (ANTE_TYPE_MEDIA, NULL);

  self->store = g_object_ref (store);
  self->dir = g_build_filename (data_dir, "media", NULL);
  return self;
}
