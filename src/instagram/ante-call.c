#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-call.h"

#include <string.h>

#include "rules/ante-json.h"

#define MESSAGE_FIELDS "id,created_time,from,to,message"
#define MEDIA_FIELDS                                                                               \
  "attachments{id,mime_type,name,size,file_url,image_data,video_data},"                            \
  "shares{link,name,description},story,is_unsupported"

/* How far Instagram's clock may go from what we knew by the word of one answer, and how far from
 * ours at all, ms. */
#define SKEW_STEP 5000
#define MOST_SKEW (G_GINT64_CONSTANT (31) * 24 * 3600 * 1000)

/* Each from the fewest fields to the most. */
static const char *const tiers[ANTE_N_TIERS][4] = {
  [ANTE_TIERS_ACCOUNT] = {
    "id,user_id,username",
    "id,user_id,username,name,account_type",
  },
  [ANTE_TIERS_MESSAGE] = {
    MESSAGE_FIELDS,
    MESSAGE_FIELDS "," MEDIA_FIELDS,
    MESSAGE_FIELDS "," MEDIA_FIELDS ",reactions,reply_to",
  },
  [ANTE_TIERS_PROFILE] = {
    "name,username",
    "name,username,profile_pic,follower_count,is_user_follow_business,"
    "is_business_follow_user,is_verified_user",
  },
};

void
ante_call_init_tiers (guint *longest)
{
  for (guint i = 0; i < ANTE_N_TIERS; i++)
    longest[i] = g_strv_length ((char **) tiers[i]) - 1;
}

AnteBudget *
ante_call_reads (AnteInstagram *self)
{
  return self->reads;
}

AnteBudget *
ante_call_sends (AnteInstagram *self)
{
  return self->sends;
}

AnteCall *
ante_call_new (const AnteCallType *type)
{
  AnteCall *call = g_new0 (AnteCall, 1);

  call->type = type;
  return call;
}

static void
ante_call_free (AnteCall *call)
{
  if (call->token != NULL)
    explicit_bzero (call->token, strlen (call->token));
  g_free (call->token);
  g_free (call->thread_id);
  g_free (call->igsid);
  g_free (call->mid);
  g_free (call->after);
  g_free (call->text);
  g_free (call->reply_to);
  g_free (call->attachment);
  g_free (call->path);
  g_free (call->name);
  g_free (call->mime);
  g_free (call->user_id);
  g_free (call->username);
  g_free (call->api_url);
  g_clear_pointer (&call->answer, ante_answer_free);
  g_free (call);
}

AnteDecodeHints
ante_call_hints (const AnteCall *call)
{
  AnteTiers family = call->type->tiers;

  return (AnteDecodeHints){
    .user_id = call->user_id,
    .username = call->username,
    .igsid = call->igsid,
    .thread_id = call->thread_id,
    .depth = call->depth,
    .has_reactions = family != ANTE_N_TIERS && strstr (tiers[family][call->tier], "reactions"),
    .as_of = call->answer->date,
  };
}

static gboolean
is_send (const AnteCall *call)
{
  return call->type->ask == ANTE_ASK_SEND;
}

static AnteAsk
ask_of (const AnteCall *call)
{
  return is_send (call) && call->human_agent ? ANTE_ASK_TAGGED_SEND : call->type->ask;
}

/* Of a send that was answered, nothing but a plain refusal is certain. */
static void
settle_send_error (const AnteCall *call, GError **error)
{
  if (is_send (call) &&
      g_error_matches (*error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER))
    (*error)->code = ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME;
}

static gpointer
understand (AnteCall *call, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) unreadable = NULL;
  JsonObject *object = ante_json_parse_object (call->answer->body, &root, &unreadable);

  ante_refusal_read (&call->refusal, object);
  if (!ante_errors_check (&call->refusal, call->answer->status, ask_of (call), call->type->label,
                          error))
    return NULL;
  if (object == NULL) {
    g_set_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_BAD_ANSWER, "%s: %s",
                 call->type->label, unreadable->message);
    return NULL;
  }
  return call->type->decode (call, object, error);
}

static void
decode_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AnteCall *call = task_data;
  GError *error = NULL;
  gpointer result = understand (call, &error);

  if (result != NULL) {
    g_task_return_pointer (task, result, call->type->free_result);
    return;
  }
  settle_send_error (call, &error);
  g_task_return_error (task, error);
}

/*
 * Reply windows are reckoned by Instagram's clock, so one answer with a wrong Date, as from a cache
 * or a proxy, must not move it. Date has whole seconds, so a smaller difference is none.
 */
static void
note_clock (AnteInstagram *self, const AnteAnswer *answer)
{
  gint64 told = answer->date + 500 - answer->came_at;
  gboolean agrees = FALSE;

  if (answer->date <= 0 || (ABS (told) > MOST_SKEW && !self->is_loopback))
    return;

  told = ABS (told) > 1000 ? told : 0;
  agrees = ABS (told - self->clock_skew) <= SKEW_STEP || ABS (told - self->clock_told) <= SKEW_STEP;
  self->clock_told = told;
  if (agrees)
    self->clock_skew = told;
}

static void
set_throttled_error (AnteInstagram *self, GError **error)
{
  gint64 left = ante_throttle_left (&self->throttle, ante_throttle_clock ());

  g_set_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_THROTTLED,
               "nothing leaves for another %" G_GINT64_FORMAT " s", left / 1000 + 1);
}

static gboolean
is_free (AnteInstagram *self, GError **error)
{
  if (ante_throttle_left (&self->throttle, ante_throttle_clock ()) == 0)
    return TRUE;

  set_throttled_error (self, error);
  return FALSE;
}

static void
note_answer (AnteInstagram *self, const AnteAnswer *answer, const GError *error)
{
  gboolean refused = g_error_matches (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_THROTTLED);
  g_autoptr (GError) throttled = NULL;

  note_clock (self, answer);
  ante_throttle_note (&self->throttle, answer, refused, ante_throttle_clock (),
                      g_random_double_range (0.8, 1.2));
  if (!is_free (self, &throttled)) {
    ante_budget_refuse_all (self->reads, throttled);
    ante_budget_refuse_all (self->sends, throttled);
  }
}

static void take_turn (AnteInstagram *self, GTask *task);

/* With fewer fields, if that is what was wrong; it is remembered once it has helped. */
static gboolean
try_lower_tier (AnteInstagram *self, AnteCall *call, GTask *task)
{
  if (call->type->tiers == ANTE_N_TIERS || call->tier == 0 ||
      !ante_refusal_is_unknown_field (&call->refusal))
    return FALSE;

  call->tier--;
  g_clear_pointer (&call->answer, ante_answer_free);
  take_turn (self, task);
  return TRUE;
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteInstagram *self = g_task_get_source_object (task);
  AnteCall *call = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer decoded = g_task_propagate_pointer (G_TASK (result), &error);

  note_answer (self, call->answer, error);
  if (decoded == NULL) {
    if (try_lower_tier (self, call, task))
      g_error_free (error);
    else
      g_task_return_error (task, error);
    return;
  }

  if (call->type->tiers != ANTE_N_TIERS)
    self->tiers[call->type->tiers] = MIN (self->tiers[call->type->tiers], call->tier);
  g_task_return_pointer (task, decoded, call->type->free_result);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteCall *call = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GTask) decoding = NULL;

  call->answer = ante_transport_send_finish (ANTE_TRANSPORT (source), result, &error);
  if (call->answer == NULL) {
    g_task_return_error (task, error);
    return;
  }

  /* The task owns the call, and is alive until decoded_cb() has run. The worker lets go of its
   * own task later than that, so it gets no reference to the client, which must not end there. */
  decoding = g_task_new (NULL, NULL, decoded_cb, g_object_ref (task));
  g_task_set_task_data (decoding, call, NULL);
  g_task_run_in_thread (decoding, decode_in_thread);
}

static AnteRequest *
make_request (const AnteCall *call)
{
  AnteRequest *request = ante_request_new (call->type->method, call->type->label, call->api_url);
  const char *fields =
    call->type->tiers != ANTE_N_TIERS ? tiers[call->type->tiers][call->tier] : NULL;

  request->once = is_send (call);
  call->type->build (call, request, fields);
  if (call->type->token_in_address)
    ante_request_add_query (request, "access_token", call->token);
  return request;
}

static void
leave (AnteInstagram *self, GTask *task)
{
  AnteCall *call = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, &error) || !is_free (self, &error)) {
    g_task_return_error (task, error);
    return;
  }

  self->n_requests++;
  ante_transport_send_async (self->transport, make_request (call),
                             call->type->token_in_address ? NULL : call->token, cancellable,
                             answered_cb, g_object_ref (task));
}

static void
turn_came_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    leave (ANTE_INSTAGRAM (source), task);
  else
    g_task_return_error (task, error);
}

static void
take_turn (AnteInstagram *self, GTask *task)
{
  AnteCall *call = g_task_get_task_data (task);
  g_autoptr (GTask) turn = NULL;

  if (call->type->budget == NULL) {
    leave (self, task);
    return;
  }
  turn = g_task_new (self, g_task_get_cancellable (task), turn_came_cb, g_object_ref (task));
  ante_budget_wait (call->type->budget (self), turn);
}

static gboolean
check_call (AnteInstagram *self, const AnteCall *call, GError **error)
{
  if (self->token == NULL) {
    g_set_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_TOKEN,
                 "%s: there is no usable token", call->type->label);
    return FALSE;
  }
  if (call->type->needs_user_id && self->user_id == NULL) {
    g_set_error (error, ANTE_INSTAGRAM_ERROR, ANTE_INSTAGRAM_ERROR_REJECTED,
                 "%s: the account's own id is not known yet", call->type->label);
    return FALSE;
  }
  return is_free (self, error);
}

/**
 * ante_call_start:
 * @call: (transfer full): what to do
 * @task: gets the result of the kind's decode function
 *
 * Waits for its turn, sends, and decodes on a worker. The token and our own id are those of now.
 */
void
ante_call_start (AnteInstagram *self, AnteCall *call, GTask *task)
{
  GError *error = NULL;

  /* A send that has left is not undone by cancelling it, and its answer must be told. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, call, (GDestroyNotify) ante_call_free);
  if (!check_call (self, call, &error)) {
    g_task_return_error (task, error);
    return;
  }

  call->token = g_strdup (self->token);
  call->user_id = g_strdup (self->user_id);
  call->username = g_strdup (self->username);
  call->api_url = g_strdup (self->api_url);
  if (call->type->tiers != ANTE_N_TIERS)
    call->tier = self->tiers[call->type->tiers];
  take_turn (self, task);
}
