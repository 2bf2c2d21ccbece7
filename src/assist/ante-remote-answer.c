#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-remote-call.h"

#include <string.h>

#include "rules/ante-json.h"
#include "rules/ante-text.h"

#define MOST_ROUNDS 2
#define MOST_PAGES 20
#define MOST_MODELS 5000
#define MOST_OUTPUT 8000
/* Longer answers are not peeked into: each look goes over all of it. */
#define MOST_SHOWN (16 * 1024)

/* --- a no ---------------------------------------------------------------------------------- */

static gboolean
adapt (GTask *task, const AnteDenial *denial)
{
  AnteRemote *self = g_task_get_source_object (task);
  AnteRemoteCall *call = g_task_get_task_data (task);
  AnteShape shape = call->can.shape;

  if (call->lists || call->shown || !ante_denial_is_about_request (denial) ||
      call->n_rounds >= MOST_ROUNDS + ANTE_SHAPE_WORDS)
    return FALSE;
  if (!ANTE_REMOTE_GET_CLASS (self)->adapt (self, denial, &call->can))
    return FALSE;
  /* Shapes end by themselves, and what else there is to change has two rounds. */
  call->n_rounds += call->can.shape != shape ? 1 : 2;
  call->is_new = TRUE;
  call->n_retries = 0;
  ante_remote_call_ask (task);
  return TRUE;
}

static gboolean
try_other_prefix (GTask *task, const AnteDenial *denial)
{
  AnteRemoteCall *call = g_task_get_task_data (task);

  if ((denial->status != 404 && denial->status != 405) || call->tried_prefix ||
      ante_denial_names (denial, "model") ||
      !ante_remote_try_other_prefix (g_task_get_source_object (task)))
    return FALSE;
  call->tried_prefix = TRUE;
  ante_remote_call_ask (task);
  return TRUE;
}

static GError *
denial_error (const AnteDenial *denial, const AnteWireAnswer *answer)
{
  g_autofree char *text = ante_denial_describe (denial, answer != NULL ? answer->request_id : NULL);
  gint64 wait = answer != NULL ? ante_denial_wait_ms (answer->retry_after, answer->retry_after_ms,
                                                      g_get_real_time () / 1000)
                               : -1;

  if (wait > 0)
    return g_error_new (ANTE_ASSIST_ERROR, (int) ante_denial_meaning (denial),
                        "%s, asks to wait %" G_GINT64_FORMAT " s", text, (wait + 999) / 1000);
  return g_error_new_literal (ANTE_ASSIST_ERROR, (int) ante_denial_meaning (denial), text);
}

/* @answer: (nullable): %NULL where the no came in the middle of a stream. */
static void
take_denial (GTask *task, const AnteDenial *denial, const AnteWireAnswer *answer)
{
  int should = answer != NULL ? answer->should_retry : -1;
  gboolean may_pass = ante_denial_may_pass (denial) ||
                      (should == 1 && ante_denial_meaning (denial) != ANTE_ASSIST_ERROR_MONEY);
  GError *error = denial_error (denial, answer);

  ante_remote_call_note (task, answer, error);
  if (adapt (task, denial) || try_other_prefix (task, denial) ||
      (may_pass && should != 0 && ante_remote_call_retry (task, answer)))
    g_error_free (error);
  else
    ante_remote_call_fail (task, error);
}

/* --- an answer ----------------------------------------------------------------------------- */

static gboolean
ask_for_more_room (GTask *task)
{
  AnteRemoteCall *call = g_task_get_task_data (task);

  if (call->has_room || call->shown || call->max_output >= MOST_OUTPUT)
    return FALSE;
  call->has_room = TRUE;
  call->max_output = MIN (call->max_output * 2, MOST_OUTPUT);
  ante_remote_call_ask (task);
  return TRUE;
}

/* A server may take a shape and not keep to it. */
static gboolean
ask_for_other_shape (GTask *task)
{
  AnteRemoteCall *call = g_task_get_task_data (task);

  if (call->was_garbled || call->shown || call->prompt->schema == NULL ||
      !ante_remote_next_shape (g_task_get_source_object (task), &call->can))
    return FALSE;
  call->was_garbled = TRUE;
  call->is_new = TRUE;
  ante_remote_call_ask (task);
  return TRUE;
}

static void
read_proposal (GTask *task, const AnteWireAnswer *answer)
{
  AnteRemoteCall *call = g_task_get_task_data (task);
  gboolean is_last = call->was_garbled || call->can.shape == ANTE_SHAPE_WORDS;
  GError *error = NULL;
  AnteProposal *proposal =
    ante_proposal_read (call->prompt, ante_heard_get_answer (call->heard), is_last, NULL);

  if (proposal != NULL) {
    ante_remote_call_note (task, answer, NULL);
    ante_remote_call_succeed (task, proposal);
    return;
  }
  error = g_error_new_literal (ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_BAD_ANSWER,
                               "the answer is not of the shape that was asked for");
  ante_remote_call_note (task, answer, error);
  if (ask_for_other_shape (task))
    g_error_free (error);
  else
    ante_remote_call_fail (task, error);
}

/* Only what ended well is an answer. */
static void
take_heard (GTask *task, const AnteWireAnswer *answer)
{
  AnteRemoteCall *call = g_task_get_task_data (task);
  GError *error = NULL;

  ante_remote_keep_prefix (g_task_get_source_object (task));
  switch (call->heard->end) {
  case ANTE_END_WHOLE:
    read_proposal (task, answer);
    return;
  case ANTE_END_LENGTH:
    error = g_error_new_literal (ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_TRUNCATED,
                                 "the answer was cut at its limit");
    break;
  case ANTE_END_DECLINED:
    error = g_error_new_literal (ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_DECLINED,
                                 "the model would not answer");
    break;
  case ANTE_END_NONE:
  case ANTE_END_ODD:
    error = g_error_new_literal (ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_BAD_ANSWER,
                                 "the answer does not say that it is whole");
    break;
  }
  ante_remote_call_note (task, answer, error);
  if (call->heard->end == ANTE_END_LENGTH && ask_for_more_room (task))
    g_error_free (error);
  else
    ante_remote_call_fail (task, error);
}

static void
take_models (GTask *task, JsonObject *page, const AnteWireAnswer *answer)
{
  AnteRemote *self = g_task_get_source_object (task);
  AnteRemoteCall *call = g_task_get_task_data (task);
  g_autofree char *after = NULL;

  if (!ANTE_REMOTE_GET_CLASS (self)->read_models (self, page, call->models, &after)) {
    g_autoptr (GError) error = g_error_new_literal (ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_BAD_ANSWER,
                                                    "the answer is no list of models");

    ante_remote_call_note (task, answer, error);
    ante_remote_call_fail (task, g_steal_pointer (&error));
    return;
  }
  ante_remote_call_note (task, answer, NULL);
  ante_remote_keep_prefix (self);
  call->n_pages++;
  if (after != NULL && g_strcmp0 (after, call->after) != 0 && call->n_pages < MOST_PAGES &&
      call->models->len < MOST_MODELS) {
    g_free (call->after);
    call->after = g_steal_pointer (&after);
    ante_remote_call_ask (task);
    return;
  }
  ante_remote_note_end (self, NULL);
  ante_remote_end_turn (self);
  g_task_return_pointer (task, g_steal_pointer (&call->models), (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
holds_error (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "error");

  return (node != NULL && !JSON_NODE_HOLDS_NULL (node)) ||
         g_strcmp0 (ante_json_string (object, "object"), "error") == 0;
}

static void
take_whole (GTask *task, const AnteWireAnswer *answer)
{
  AnteRemote *self = g_task_get_source_object (task);
  AnteRemoteCall *call = g_task_get_task_data (task);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = ante_json_parse_object (answer->body, &root, NULL);

  if (object != NULL && holds_error (object)) {
    g_autoptr (AnteDenial) denial = ante_denial_read (answer->status, answer->body);

    take_denial (task, denial, answer);
  } else if (object != NULL && call->lists) {
    take_models (task, object, answer);
  } else if (object != NULL &&
             ANTE_REMOTE_GET_CLASS (self)->read_whole (self, object, call->heard)) {
    take_heard (task, answer);
  } else {
    g_autoptr (GError) error =
      g_error_new (ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_BAD_ANSWER, "%s",
                   object != NULL    ? "the answer is of another kind"
                   : answer->is_json ? "the answer is no JSON that can be read"
                                     : "a page came instead of an answer");

    ante_remote_call_note (task, answer, error);
    ante_remote_call_fail (task, g_steal_pointer (&error));
  }
}

/* --- a stream ------------------------------------------------------------------------------ */

static void
show (AnteRemoteCall *call)
{
  const char *so_far = ante_heard_get_answer (call->heard);
  g_autofree char *reply = NULL;

  if (call->options.delta == NULL || *so_far == '\0' || strlen (so_far) > MOST_SHOWN)
    return;
  if (call->can.shape != ANTE_SHAPE_WORDS || strchr (" \t\r\n{`", *so_far) != NULL) {
    reply = ante_proposal_peek_reply (call->prompt, so_far);
  } else {
    g_autofree char *clean = ante_text_clean (so_far, -1, 0);

    reply = ante_redaction_restore (call->prompt->redaction, clean, NULL);
  }
  if (*reply == '\0')
    return;
  call->shown = TRUE;
  call->options.delta (reply, call->options.delta_data);
}

static gboolean
event_cb (const char *data, gsize length, gpointer user_data, GError **error)
{
  GTask *task = user_data;
  AnteRemote *self = g_task_get_source_object (task);
  AnteRemoteCall *call = g_task_get_task_data (task);
  AnteRemoteClass *klass = ANTE_REMOTE_GET_CLASS (self);
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = NULL;

  if (klass->lines == ANTE_LINES_EVENTS && length == 6 && memcmp (data, "[DONE]", 6) == 0) {
    call->heard->is_done = TRUE;
    return TRUE;
  }
  object = ante_json_parse_object (bytes, &root, NULL);
  if (object != NULL && holds_error (object)) {
    call->denial = ante_denial_read (200, bytes);
    g_set_error_literal (error, ANTE_ASSIST_ERROR, (int) ante_denial_meaning (call->denial),
                         "an error came in the stream");
    return FALSE;
  }
  if (object == NULL || !klass->read_piece (self, object, call->heard)) {
    g_set_error_literal (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_BAD_ANSWER,
                         "a piece of the stream cannot be read");
    return FALSE;
  }
  show (call);
  return TRUE;
}

/* An #AnteWirePiece. */
gboolean
ante_remote_call_take_piece (const guint8 *bytes, gsize length, gpointer user_data, GError **error)
{
  AnteRemoteCall *call = g_task_get_task_data (user_data);

  return ante_lines_feed (call->lines, bytes, length, event_cb, user_data, error);
}

/* A stream that just ends may have been cut: it is whole only where it says so. */
static void
take_stream_end (GTask *task, const AnteWireAnswer *answer)
{
  AnteRemoteClass *klass = ANTE_REMOTE_GET_CLASS (g_task_get_source_object (task));
  AnteRemoteCall *call = g_task_get_task_data (task);
  g_autoptr (AnteDenial) denial = NULL;
  g_autoptr (GError) error = NULL;

  if (ante_lines_end (call->lines, event_cb, task, &error)) {
    if (call->heard->is_done && call->heard->end == ANTE_END_NONE && !klass->needs_done)
      call->heard->end = ANTE_END_WHOLE;
    if (call->heard->end != ANTE_END_NONE && (call->heard->is_done || !klass->needs_done)) {
      take_heard (task, answer);
      return;
    }
  }
  /* Half an event at the end is a cut as well. */
  g_clear_error (&error);
  g_set_error_literal (&error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_CUT,
                       "the stream ended before the answer did");
  denial = g_steal_pointer (&call->denial);
  if (denial != NULL) {
    take_denial (task, denial, NULL);
    return;
  }
  ante_remote_call_note (task, answer, error);
  ante_remote_call_fail (task, g_steal_pointer (&error));
}

/* Takes @error. */
void
ante_remote_call_take_no_answer (GTask *task, GError *error)
{
  AnteRemoteCall *call = g_task_get_task_data (task);
  g_autoptr (AnteDenial) denial = g_steal_pointer (&call->denial);

  if (denial != NULL) {
    g_error_free (error);
    take_denial (task, denial, NULL);
    return;
  }
  ante_remote_call_note (task, NULL, error);
  if ((g_error_matches (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_OFFLINE) ||
       g_error_matches (error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_CUT)) &&
      ante_remote_call_retry (task, NULL))
    g_error_free (error);
  else
    ante_remote_call_fail (task, error);
}

/* What came, of whatever status. */
void
ante_remote_call_take_answer (GTask *task, const AnteWireAnswer *answer)
{
  AnteRemoteCall *call = g_task_get_task_data (task);

  call->first_ms = answer->first_ms;
  if (answer->is_streamed) {
    take_stream_end (task, answer);
  } else if (answer->status == 200) {
    take_whole (task, answer);
  } else {
    g_autoptr (AnteDenial) denial = ante_denial_read (answer->status, answer->body);

    take_denial (task, denial, answer);
  }
}
