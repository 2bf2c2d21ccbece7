#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-remote.h"

#include <string.h>

#include "assist/ante-remote-private.h"

#define FAILURES_IN_A_ROW 5
#define AT_ONCE_HERE 1
#define AT_ONCE_ELSEWHERE 2
#define MAX_KEY 1024
#define MAX_MODEL 200

typedef struct {
  char *base_url;
  char *host;
  AntePlace place;
  char *model;
  char *key;
  gboolean bad_key;
  gboolean local_only;
  AnteRemoteTimes times;
  gboolean has_tariff;
  AnteTariff tariff;
  char *tariff_version;
  AnteWire *wire;

  const char *prefix;
  gboolean knows_prefix;
  GHashTable *learnt; /* (element-type utf8 AnteCapability): by model */

  guint n_failures;
  gint64 rests_until; /* monotonic, us */
  gboolean is_probing;
  gboolean needs_person;

  guint n_running;
  GQueue waiting; /* (element-type GTask) */
} AnteRemotePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AnteRemote, ante_remote, ANTE_TYPE_PROVIDER)

enum {
  LEARNT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static AnteRemotePrivate *
get (AnteRemote *self)
{
  return ante_remote_get_instance_private (self);
}

static void
clear_key (char **key)
{
  if (*key != NULL)
    explicit_bzero (*key, strlen (*key));
  g_clear_pointer (key, g_free);
}

static void
ante_remote_finalize (GObject *object)
{
  AnteRemotePrivate *priv = get (ANTE_REMOTE (object));

  clear_key (&priv->key);
  g_free (priv->base_url);
  g_free (priv->host);
  g_free (priv->model);
  g_free (priv->tariff_version);
  g_clear_object (&priv->wire);
  g_hash_table_unref (priv->learnt);
  g_queue_clear (&priv->waiting); /* each holds us, so there is none */

  G_OBJECT_CLASS (ante_remote_parent_class)->finalize (object);
}

static void
ante_remote_class_init (AnteRemoteClass *klass)
{
  AnteProviderClass *provider_class = ANTE_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ante_remote_finalize;
  provider_class->list_models = ante_remote_call_list;
  provider_class->complete = ante_remote_call_complete;

  /**
   * AnteRemote::learnt:
   * @model: of which model
   *
   * Something was learnt of it that is worth keeping: ante_remote_dup_learnt().
   */
  signals[LEARNT] = g_signal_new ("learnt", ANTE_TYPE_REMOTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ante_remote_init (AnteRemote *self)
{
  AnteRemotePrivate *priv = get (self);

  priv->learnt = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  priv->prefix = "";
  g_queue_init (&priv->waiting);
}

/* A model that has to be loaded first takes its time. */
static AnteRemoteTimes
usual_times (AntePlace place)
{
  static const AnteWireTimes here = { 5000, 300000, 120000, 600000 };
  static const AnteWireTimes elsewhere = { 5000, 60000, 60000, 120000 };

  return (AnteRemoteTimes){
    .wire = place == ANTE_PLACE_FAR ? elsewhere : here,
    .retry_ms = 500,
    .retry_most_ms = 8000,
    .obey_ms = 60000,
    .rest_ms = 60000,
  };
}

/* FALSE, with %ANTE_ASSIST_ERROR_ADDRESS, where nothing may be sent to. */
gboolean
ante_remote_set_up (AnteRemote *self, const AnteRemoteConfig *config, GError **error)
{
  AnteRemotePrivate *priv = get (self);

  priv->base_url = ante_assist_address_check (config->base_url, &priv->place, error);
  if (priv->base_url == NULL)
    return FALSE;
  priv->host = ante_assist_address_host (priv->base_url);
  priv->local_only = config->local_only;
  priv->times = usual_times (priv->place);
  priv->knows_prefix = g_str_has_suffix (priv->base_url, "/v1");
  ante_remote_set_model (self, config->model);
  ante_remote_set_key (self, config->key);
  return TRUE;
}

/* For a wire whose paths have it. */
void
ante_remote_trim_v1 (AnteRemote *self)
{
  AnteRemotePrivate *priv = get (self);

  if (g_str_has_suffix (priv->base_url, "/v1"))
    priv->base_url[strlen (priv->base_url) - strlen ("/v1")] = '\0';
}

const char *
ante_remote_get_base_url (AnteRemote *self)
{
  return get (self)->base_url;
}

const char *
ante_remote_get_host (AnteRemote *self)
{
  return get (self)->host;
}

AntePlace
ante_remote_get_place (AnteRemote *self)
{
  return get (self)->place;
}

gboolean
ante_remote_is_in_clear (AnteRemote *self)
{
  AnteRemotePrivate *priv = get (self);

  return priv->place != ANTE_PLACE_HERE &&
         g_ascii_strncasecmp (priv->base_url, "https:", strlen ("https:")) != 0;
}

const char *
ante_remote_get_model (AnteRemote *self)
{
  return get (self)->model;
}

void
ante_remote_set_model (AnteRemote *self, const char *model)
{
  AnteRemotePrivate *priv = get (self);
  char *copy = model != NULL ? g_utf8_make_valid (model, -1) : NULL;

  g_free (priv->model);
  priv->model = copy != NULL && *copy != '\0' && strlen (copy) <= MAX_MODEL ? copy : NULL;
  if (priv->model == NULL)
    g_free (copy);
}

/**
 * ante_remote_set_key:
 * @key: (nullable): with one that cannot stand in a header every call fails before it leaves
 *
 * Ends a rest, too: a person has seen to it.
 */
void
ante_remote_set_key (AnteRemote *self, const char *key)
{
  AnteRemotePrivate *priv = get (self);
  char *copy = key != NULL ? g_strstrip (g_strdup (key)) : NULL;

  priv->bad_key = copy != NULL && strlen (copy) > MAX_KEY;
  for (const char *p = copy; p != NULL && *p != '\0'; p++)
    priv->bad_key = priv->bad_key || !g_ascii_isgraph (*p);
  if (copy != NULL && *copy == '\0')
    clear_key (&copy);
  clear_key (&priv->key);
  priv->key = copy;
  ante_remote_wake (self);
}

void
ante_remote_set_local_only (AnteRemote *self, gboolean local_only)
{
  get (self)->local_only = local_only;
}

/* @tariff: (nullable): copied. */
void
ante_remote_set_tariff (AnteRemote *self, const AnteTariff *tariff)
{
  AnteRemotePrivate *priv = get (self);

  priv->has_tariff = tariff != NULL;
  g_clear_pointer (&priv->tariff_version, g_free);
  if (tariff == NULL)
    return;
  priv->tariff = *tariff;
  priv->tariff_version = g_strdup (tariff->version);
  priv->tariff.version = priv->tariff_version;
}

void
ante_remote_get_times (AnteRemote *self, AnteRemoteTimes *times)
{
  *times = get (self)->times;
}

void
ante_remote_set_times (AnteRemote *self, const AnteRemoteTimes *times)
{
  get (self)->times = *times;
}

const AnteRemoteTimes *
ante_remote_lend_times (AnteRemote *self)
{
  return &get (self)->times;
}

/* --- one request's needs ------------------------------------------------------------------- */

/* Made when it is first asked for: a provider that is set up and never used opens nothing. */
AnteWire *
ante_remote_get_wire (AnteRemote *self)
{
  AnteRemotePrivate *priv = get (self);

  if (priv->wire == NULL)
    priv->wire = ante_wire_new (priv->place == ANTE_PLACE_HERE);
  return priv->wire;
}

char *
ante_remote_build_url (AnteRemote *self, const char *path)
{
  AnteRemotePrivate *priv = get (self);

  return g_strconcat (priv->base_url, priv->prefix, path, NULL);
}

/* Some write the address with "/v1" and some without. FALSE when it is known by now. */
gboolean
ante_remote_try_other_prefix (AnteRemote *self)
{
  AnteRemotePrivate *priv = get (self);

  if (priv->knows_prefix || !ANTE_REMOTE_GET_CLASS (self)->tries_v1)
    return FALSE;
  priv->prefix = *priv->prefix == '\0' ? "/v1" : "";
  return TRUE;
}

void
ante_remote_keep_prefix (AnteRemote *self)
{
  get (self)->knows_prefix = TRUE;
}

void
ante_remote_authorize (AnteRemote *self, AnteWireRequest *request)
{
  ANTE_REMOTE_GET_CLASS (self)->authorize (self, request, get (self)->key);
}

/* Whatever is told to anybody goes through here, so that the key is not in it. */
char *
ante_remote_scrub (AnteRemote *self, const char *text)
{
  AnteRemotePrivate *priv = get (self);
  g_auto (GStrv) parts = NULL;

  if (text == NULL || priv->key == NULL)
    return g_strdup (text);
  parts = g_strsplit (text, priv->key, -1);
  return g_strjoinv ("…", parts);
}

/* Ollama hands these on to its maker's machines, on whichever of its wires they are asked for. */
static gboolean
runs_elsewhere (AnteRemote *self, const char *model)
{
  AnteRemoteClass *klass = ANTE_REMOTE_GET_CLASS (self);

  return g_str_has_suffix (model, "-cloud") || g_str_has_suffix (model, ":cloud") ||
         (klass->runs_elsewhere != NULL && klass->runs_elsewhere (self, model));
}

gboolean
ante_remote_leaves (AnteRemote *self, const char *model)
{
  return get (self)->place != ANTE_PLACE_HERE || (model != NULL && runs_elsewhere (self, model));
}

/* --- whether it may be asked at all -------------------------------------------------------- */

static gboolean
is_resting (AnteRemote *self)
{
  AnteRemotePrivate *priv = get (self);

  if (priv->needs_person || priv->is_probing)
    return TRUE;
  if (priv->n_failures < FAILURES_IN_A_ROW)
    return FALSE;
  return g_get_monotonic_time () < priv->rests_until;
}

/* Asked before each request, since it may have been switched while a call waited. */
gboolean
ante_remote_may_leave (AnteRemote *self, const char *model, GError **error)
{
  if (!get (self)->local_only || !ante_remote_leaves (self, model))
    return TRUE;
  g_set_error_literal (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_NOT_LOCAL,
                       "only this machine may be asked");
  return FALSE;
}

/**
 * ante_remote_check:
 * @model: (nullable): %NULL for the list of models
 *
 * Called once for each call, just before its first request.
 */
gboolean
ante_remote_check (AnteRemote *self, const char *model, GError **error)
{
  AnteRemotePrivate *priv = get (self);

  if (!ante_remote_may_leave (self, model, error))
    return FALSE;
  if (priv->bad_key)
    g_set_error_literal (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_NO_KEY,
                         "the key cannot be one");
  else if (is_resting (self))
    g_set_error_literal (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_RESTING,
                         priv->needs_person ? "it waits for a person to see to it"
                                            : "it failed too often and is left alone");
  else {
    priv->is_probing = priv->n_failures >= FAILURES_IN_A_ROW;
    return TRUE;
  }
  return FALSE;
}

static gboolean
is_trouble (const GError *error)
{
  static const AnteAssistError troubles[] = {
    ANTE_ASSIST_ERROR_OFFLINE,    ANTE_ASSIST_ERROR_TIMEOUT, ANTE_ASSIST_ERROR_CUT,
    ANTE_ASSIST_ERROR_BAD_ANSWER, ANTE_ASSIST_ERROR_RATE,    ANTE_ASSIST_ERROR_SERVER,
  };

  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++) {
    if (g_error_matches (error, ANTE_ASSIST_ERROR, (int) troubles[i]))
      return TRUE;
  }
  return FALSE;
}

/* @error: (nullable): how a call ended. */
void
ante_remote_note_end (AnteRemote *self, const GError *error)
{
  AnteRemotePrivate *priv = get (self);

  priv->is_probing = FALSE;
  if (error == NULL) {
    priv->n_failures = 0;
  } else if (is_trouble (error)) {
    priv->n_failures++;
    priv->rests_until =
      g_get_monotonic_time () + (gint64) priv->times.rest_ms * G_TIME_SPAN_MILLISECOND;
  } else if (g_error_matches (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_KEY) ||
             g_error_matches (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_MONEY) ||
             g_error_matches (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_PERMISSION)) {
    priv->needs_person = TRUE;
  }
}

/* A person has seen to it: it may be asked again at once. */
void
ante_remote_wake (AnteRemote *self)
{
  AnteRemotePrivate *priv = get (self);

  priv->needs_person = FALSE;
  priv->n_failures = 0;
}

/* --- turns --------------------------------------------------------------------------------- */

static gboolean
waiting_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);
  AnteRemotePrivate *priv = get (g_task_get_source_object (task));

  if (g_queue_remove (&priv->waiting, task)) {
    g_task_return_error_if_cancelled (task);
    g_object_unref (task);
  }
  return G_SOURCE_REMOVE;
}

static void
watch (GTask *task)
{
  g_autoptr (GSource) source = NULL;

  if (g_task_get_cancellable (task) == NULL)
    return;
  source = g_cancellable_source_new (g_task_get_cancellable (task));
  g_source_set_callback (source, G_SOURCE_FUNC (waiting_cancelled_cb), g_object_ref (task),
                         g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
  g_task_set_task_data (task, g_steal_pointer (&source), (GDestroyNotify) g_source_unref);
}

static void
unwatch (GTask *task)
{
  GSource *source = g_task_get_task_data (task);

  if (source != NULL)
    g_source_destroy (source);
}

void
ante_remote_wait_turn (AnteRemote *self, GTask *task)
{
  AnteRemotePrivate *priv = get (self);
  guint most = priv->place == ANTE_PLACE_HERE ? AT_ONCE_HERE : AT_ONCE_ELSEWHERE;

  if (priv->n_running < most) {
    priv->n_running++;
    g_task_return_boolean (task, TRUE);
    return;
  }
  watch (task);
  g_queue_push_tail (&priv->waiting, g_object_ref (task));
}

void
ante_remote_end_turn (AnteRemote *self)
{
  AnteRemotePrivate *priv = get (self);
  g_autoptr (GTask) next = g_queue_pop_head (&priv->waiting);

  if (next == NULL) {
    priv->n_running--;
    return;
  }
  unwatch (next);
  g_task_return_boolean (next, TRUE);
}

/* --- what is learnt ------------------------------------------------------------------------ */

gboolean
ante_remote_next_shape (AnteRemote *self, AnteCapability *can)
{
  guint shapes = ANTE_REMOTE_GET_CLASS (self)->shapes;

  for (guint shape = can->shape + 1; shape <= ANTE_SHAPE_WORDS; shape++) {
    if ((shapes & (1u << shape)) != 0) {
      can->shape = (AnteShape) shape;
      return TRUE;
    }
  }
  return FALSE;
}

void
ante_remote_look_up (AnteRemote *self, const char *model, AnteCapability *can)
{
  const AnteCapability *known = g_hash_table_lookup (get (self)->learnt, model);

  *can = known != NULL ? *known : (AnteCapability){ 0 };
  /* A model that runs elsewhere by way of a local server keeps to no schema. */
  if (known == NULL && runs_elsewhere (self, model))
    can->shape = ANTE_SHAPE_WORDS;
}

/* @is_new: it is otherwise than was known. */
void
ante_remote_learn (AnteRemote *self, const char *model, const AnteCapability *can, gboolean is_new)
{
  AnteRemotePrivate *priv = get (self);
  AnteCapability *copy = NULL;

  if (!is_new && g_hash_table_contains (priv->learnt, model))
    return;
  copy = g_memdup2 (can, sizeof *can);
  copy->learnt_at = g_get_real_time () / 1000;
  g_hash_table_insert (priv->learnt, g_strdup (model), copy);
  g_signal_emit (self, signals[LEARNT], 0, model);
}

/* (nullable): the form in which it is kept, under base URL and model. */
char *
ante_remote_dup_learnt (AnteRemote *self, const char *model)
{
  const AnteCapability *known = g_hash_table_lookup (get (self)->learnt, model);

  return known != NULL ? ante_capability_to_text (known) : NULL;
}

/* What was kept; nothing when it is too old by @now_ms. */
void
ante_remote_set_learnt (AnteRemote *self, const char *model, const char *text, gint64 now_ms)
{
  AnteCapability can = { 0 };

  if (ante_capability_from_text (&can, text, now_ms))
    g_hash_table_insert (get (self)->learnt, g_strdup (model), g_memdup2 (&can, sizeof can));
  else
    g_hash_table_remove (get (self)->learnt, model);
}

/* --- cost ---------------------------------------------------------------------------------- */

/* Returns: micro-units, 0 where it is not known. */
gint64
ante_remote_cost (AnteRemote *self,
                  const char *model,
                  const AntePrompt *prompt,
                  const AnteHeard *heard,
                  AnteCostKind *kind)
{
  AnteRemotePrivate *priv = get (self);
  AnteUsage usage = heard->usage;

  *kind = ANTE_COST_UNKNOWN;
  if (heard->cost >= 0) {
    *kind = ANTE_COST_REPORTED;
    return heard->cost;
  }
  if (!ante_remote_leaves (self, model)) {
    *kind = ANTE_COST_FREE;
    return 0;
  }
  if (!priv->has_tariff)
    return 0;
  if (!usage.known) {
    usage.input = prompt->n_tokens;
    usage.output = ante_prompt_estimate_tokens (heard->text->str) +
                   ante_prompt_estimate_tokens (heard->tool->str);
  }
  *kind = usage.known ? ANTE_COST_COMPUTED : ANTE_COST_ESTIMATED;
  return ante_tariff_compute (&priv->tariff, &usage);
}
