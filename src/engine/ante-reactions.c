#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-reactions.h"

#define RETRY_S 10
/* So often one is done again that got no answer. */
#define MOST_TRIES 6

struct _AnteReactions {
  GObject parent_instance;

  AnteStore *store;
  AnteOutbox *outbox;
  AnteInstagram *client;
  guint timer;
  guint tries; /* of the one at work */
  gboolean running;
  gboolean at_work;
};

enum {
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteReactions, ante_reactions, G_TYPE_OBJECT)

static void pump (AnteReactions *self);

typedef struct {
  AnteReactions *reactions;
  AnteReactionWish *wish;
  GError *refusal; /* NULL: it is done */
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->reactions);
  ante_reaction_wish_free (work->wish);
  g_clear_error (&work->refusal);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static gboolean
timer_cb (gpointer data)
{
  AnteReactions *self = data;

  self->timer = 0;
  pump (self);
  return G_SOURCE_REMOVE;
}

static void
wait (AnteReactions *self)
{
  self->at_work = FALSE;
  if (self->running && self->timer == 0)
    self->timer = g_timeout_add_seconds (RETRY_S, timer_cb, self);
}

/* What passes by itself, or by a new sign-in. */
static gboolean
passes (AnteReactions *self, const GError *error)
{
  if (error->domain != ANTE_INSTAGRAM_ERROR)
    return FALSE;
  switch (error->code) {
  case ANTE_INSTAGRAM_ERROR_OFFLINE:
  case ANTE_INSTAGRAM_ERROR_THROTTLED:
  case ANTE_INSTAGRAM_ERROR_TOKEN:
    return TRUE;
  case ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME:
  case ANTE_INSTAGRAM_ERROR_BUSY:
    return ++self->tries < MOST_TRIES;
  default:
    return FALSE;
  }
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  AnteReactions *self = work->reactions;
  g_autoptr (GError) error = NULL;

  if (!ante_store_settle_reaction_finish (ANTE_STORE (source), result, &error)) {
    g_message ("what became of a reaction could not be kept; it is done again: %s", error->message);
    wait (self);
    return;
  }
  self->at_work = FALSE;
  self->tries = 0;
  if (work->refusal != NULL)
    g_signal_emit (self, signals[FAILED], 0, work->refusal);
  pump (self);
}

static void
reacted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  AnteReactions *self = work->reactions;

  if (!ante_instagram_react_finish (ANTE_INSTAGRAM (source), result, &work->refusal) &&
      passes (self, work->refusal)) {
    wait (self);
    work_free (work);
    return;
  }
  ante_store_settle_reaction_async (self->store, work->wish, work->refusal == NULL, NULL,
                                    settled_cb, work);
}

static void
next_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteReactions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteReactionWish) wish =
    ante_store_next_reaction_finish (ANTE_STORE (source), result, &error);
  Work *work = NULL;

  if (error != NULL || self->client == NULL) {
    wait (self);
    return;
  }
  if (wish == NULL || !self->running) {
    self->at_work = FALSE;
    return;
  }
  work = g_new0 (Work, 1);
  work->reactions = g_object_ref (self);
  work->wish = g_steal_pointer (&wish);
  ante_instagram_react_async (self->client, work->wish->igsid, work->wish->mid, work->wish->emoji,
                              NULL, reacted_cb, work);
}

static void
pump (AnteReactions *self)
{
  if (!self->running || self->at_work || self->client == NULL)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  /* A restriction is about all that leaves. */
  if (ante_outbox_get_frozen (self->outbox) != NULL) {
    wait (self);
    return;
  }
  self->at_work = TRUE;
  ante_store_next_reaction_async (self->store, NULL, next_cb, g_object_ref (self));
}

static void
wished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ante_store_react_finish (ANTE_STORE (source), result, &error)) {
    g_task_return_boolean (task, TRUE);
    pump (g_task_get_source_object (task));
  } else {
    g_task_return_error (task, error);
  }
}

void
ante_reactions_react_async (AnteReactions *self,
                            gint64 message,
                            const char *emoji,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  ante_store_react_async (self->store, message, emoji, NULL, wished_cb,
                          g_task_new (self, NULL, callback, user_data));
}

gboolean
ante_reactions_react_finish (AnteReactions *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ante_reactions_set_client (AnteReactions *self, AnteInstagram *client)
{
  g_set_object (&self->client, client);
  pump (self);
}

void
ante_reactions_start (AnteReactions *self)
{
  self->running = TRUE;
  pump (self);
}

void
ante_reactions_stop (AnteReactions *self)
{
  self->running = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
}

static void
ante_reactions_dispose (GObject *object)
{
  AnteReactions *self = ANTE_REACTIONS (object);

  ante_reactions_stop (self);
  g_clear_object (&self->client);
  g_clear_object (&self->outbox);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ante_reactions_parent_class)->dispose (object);
}

static void
ante_reactions_class_init (AnteReactionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_reactions_dispose;
  signals[FAILED] = g_signal_new ("failed", ANTE_TYPE_REACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ante_reactions_init (AnteReactions *self)
{
}

AnteReactions *
ante_reactions_new (AnteStore *store, AnteOutbox *outbox)
{
  AnteReactions *self = g_object_new (ANTE_TYPE_REACTIONS, NULL);

  self->store = g_object_ref (store);
  self->outbox = g_object_ref (outbox);
  return self;
}
